// What cterm.c and signals.c share.
#ifndef CTERM_INTERNAL_H
#define CTERM_INTERNAL_H

#include "CTerm.h"

// The largest screen that is drawn, in the upper left corner of a window that is larger: a cell
// takes about a hundred bytes, and a window is as large as whoever sits at it says.
enum { CT_WIDEST = 500, CT_TALLEST = 200 };

// signals.c
bool ct_signals_install(void);
void ct_signals_remove(void);
void ct_signals_stop_group(void);
bool ct_line_is_gone(int descriptor);
// Arms the crash handler with the bytes that bring the terminal back, or disarms it.
void ct_crash_arm(int input, int output, const char *text, size_t length, bool arm);
// Remembers the modes of the terminal as they were found.
void ct_crash_keep_modes(int input);

// The descriptor keys come from, -1 when no terminal is open.
int ct_input_descriptor(void);

// cells.c
void ct_cells_set_encoding(bool utf8);

#endif
