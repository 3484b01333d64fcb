// The only door to ncurses. Everything here belongs to the main thread.
//
// A cell is 64 bits, from the low end: 32 bits scalar, 8 bits role, 8 bits width (0, 1, 2),
// 16 bits number of a combination of marks, counted from one (zero for none).
#ifndef CTERM_H
#define CTERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncursesw/curses.h>

enum {
  CT_OPENED = 0,
  CT_NOT_A_TERMINAL,
  CT_UNKNOWN_TYPE,
  CT_TOO_SIMPLE,
  CT_ALREADY_OPEN,
  CT_SYSTEM_ERROR,
};

enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8 };

enum { CT_READY_INPUT = 1, CT_READY_SIGNAL = 2, CT_READY_GONE = 4 };

// What ct_read returns beside bytes (below 256) and key codes.
enum { CT_NOTHING = -1, CT_GONE = -2 };

// Opens a terminal of this type. Without `attach` no terminal is required, no signal handler is
// installed and no locale is chosen beyond the character type: for tests on /dev/null.
// Without `colour` the terminal hears nothing of colours, not even that they are reset.
int ct_open(const char *type, int input, int output, bool attach, bool colour);
// Gives the terminal back as it was found, and the signals. Does nothing the second time.
void ct_restore(void);
// ct_restore, and forgets the terminal, so that another can be opened.
void ct_close(void);

// Whether characters go out as UTF-8; if not, the locale is a single-byte one.
bool ct_is_utf8(void);
// 0 when the terminal shows no colours.
int ct_colours(void);
void ct_size(int *rows, int *columns);
// Asks the kernel for the window size, of which a sane part is used; true if that differs from what
// ct_size told.
bool ct_fit(void);

// How a role looks; colours are numbers of the terminal's palette, -1 for its default.
void ct_style(int role, int attributes, int foreground, int background);
// Puts a whole screen into the window; `marks` holds four scalars for each combination.
void ct_paint(
    const uint64_t *cells, int rows, int columns, const uint32_t *marks, int combinations);
// Moves the cursor and sends what has changed.
void ct_show(int row, int column, bool visible);
// Sends everything again.
void ct_redraw(void);
// Reads a row of the window back as UTF-8, for tests; returns the number of bytes.
int ct_row_text(int row, char *text, int capacity);

// Enters the screen anew, when the process has been continued.
void ct_enter(void);
// Leaves the screen, stops the process group, and enters again when it is continued.
void ct_suspend(void);

// Makes a sequence, or what a terminfo capability holds, arrive as a key code.
void ct_bind(const char *sequence, int code);
void ct_bind_capability(const char *capability, int code);
// The next byte or key code that is already there. Waits only within an escape sequence.
int ct_read(void);
// Throws away what has been typed but not read.
void ct_discard(void);

// Waits for input or a signal; negative milliseconds wait for ever.
int ct_wait(int milliseconds);
// The next signal that has come in, -1 for none.
int ct_next_signal(void);
// Milliseconds on a clock that never goes back.
int64_t ct_now(void);

#endif
