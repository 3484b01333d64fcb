// One terminal through newterm: opening, size, keys, leaving and coming back.
#define _GNU_SOURCE
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "internal.h"

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

static struct {
  SCREEN *screen;
  WINDOW *keys;  // a pad: reading from it never refreshes the screen
  FILE *input;
  FILE *output;
  bool attached;  // a real terminal, with signal handlers
  bool away;      // left, by leave or ct_restore
  bool restored;
  int colours;
  int cursor;  // as curs_set takes it, -1 unknown
} state;

static char restoring[256];

// Appends a capability without its padding ($<5>), which the crash handler could not honour.
static void append_capability(const char *name) {
  const char *text = tigetstr((char *)name);
  if (text == NULL || text == (char *)-1) return;
  size_t length = strlen(restoring);
  for (; *text != 0 && length + 1 < sizeof restoring; text++) {
    if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL) {
      text = strchr(text, '>');
    } else {
      restoring[length++] = *text;
    }
  }
  restoring[length] = 0;
}

static void choose_locale(void) {
  // Only the character type: a decimal comma would break other libraries.
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0) setlocale(LC_CTYPE, "C.UTF-8");
  ct_cells_set_encoding(ct_is_utf8());
}

bool ct_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static void choose_modes(bool colour) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  typeahead(-1);
  leaveok(stdscr, FALSE);
  if (getenv("ESCDELAY") == NULL) set_escdelay(50);
  state.keys = newpad(1, 1);
  keypad(state.keys, TRUE);
  meta(state.keys, TRUE);
  nodelay(state.keys, TRUE);
  state.colours = colour && start_color() == OK && use_default_colors() == OK ? COLORS : 0;
  state.cursor = -1;
}

static int forget(int result) {
  if (state.screen != NULL) {
    if (!state.away) endwin();
    if (state.keys != NULL) delwin(state.keys);
    delscreen(state.screen);
  }
  if (state.input != NULL) fclose(state.input);
  if (state.output != NULL) fclose(state.output);
  memset(&state, 0, sizeof state);
  return result;
}

// A descriptor of its own, so that closing the stream leaves the caller's open.
static FILE *stream(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
  if (file == NULL && copy >= 0) close(copy);
  return file;
}

// How much of the window there is to draw on; false when nobody knows its size.
static bool measure(int descriptor, int *rows, int *columns) {
  struct winsize window;
  if (ioctl(descriptor, TIOCGWINSZ, &window) != 0) return false;
  if (window.ws_row == 0 || window.ws_col == 0) return false;
  *rows = window.ws_row < CT_TALLEST ? window.ws_row : CT_TALLEST;
  *columns = window.ws_col < CT_WIDEST ? window.ws_col : CT_WIDEST;
  return true;
}

static void tell(const char *name, int number) {
  char text[12];
  snprintf(text, sizeof text, "%d", number);
  setenv(name, text, 1);
}

// newterm makes its screen as large as the window, however large that is, unless it is told a size.
static SCREEN *make_screen(const char *type) {
  int rows, columns;
  bool measured = measure(fileno(state.output), &rows, &columns);
  if (measured) {
    tell("LINES", rows);
    tell("COLUMNS", columns);
  }
  SCREEN *screen = newterm(type, state.output, state.input);
  if (measured) {
    unsetenv("LINES");
    unsetenv("COLUMNS");
  }
  return screen;
}

static int start(const char *type, int input, int output, bool colour) {
  state.input = stream(input, "r");
  state.output = stream(output, "w");
  if (state.input == NULL || state.output == NULL) return CT_SYSTEM_ERROR;
  state.screen = make_screen(type);
  if (state.screen == NULL) return CT_UNKNOWN_TYPE;
  const char *move = tigetstr("cup");
  if (move == NULL || move == (char *)-1) return CT_TOO_SIMPLE;
  choose_modes(colour);
  return CT_OPENED;
}

// Pasted text comes between marks. Straight to the terminal: putp would go to stdio's stdout.
static void bracket_pastes(bool on) {
  if (!state.attached) return;
  const char *mode = on ? PASTE_ON : PASTE_OFF;
  (void)!write(fileno(state.output), mode, strlen(mode));
}

int ct_open(const char *type, int input, int output, bool attach, bool colour) {
  if (state.screen != NULL) return CT_ALREADY_OPEN;
  if (attach) {
    if (!isatty(input) || !isatty(output)) return CT_NOT_A_TERMINAL;
    ct_crash_keep_modes(input);
  }
  choose_locale();
  // Before newterm, which then leaves these signals alone.
  if (attach && !ct_signals_install()) return CT_SYSTEM_ERROR;
  int result = start(type, input, output, colour);
  if (result != CT_OPENED) {
    if (attach) ct_signals_remove();
    return forget(result);
  }
  state.attached = attach;
  if (!attach) return CT_OPENED;
  strcpy(restoring, PASTE_OFF);
  append_capability("rmkx");
  append_capability("sgr0");
  append_capability("cnorm");
  append_capability("rmcup");
  ct_crash_arm(fileno(state.input), fileno(state.output), restoring, strlen(restoring), true);
  static bool registered = false;
  if (!registered) registered = atexit(ct_restore) == 0;
  bracket_pastes(true);
  ct_fit();
  return CT_OPENED;
}

static void leave(void) {
  if (state.screen == NULL || state.away) return;
  bracket_pastes(false);
  endwin();
  state.away = true;
}

void ct_restore(void) {
  if (state.screen == NULL || state.restored) return;
  state.restored = true;
  ct_crash_arm(-1, -1, NULL, 0, false);
  // A line that has been closed is not written to: it could block.
  if (!state.attached || !ct_line_is_gone(fileno(state.output))) leave();
  state.away = true;
  if (state.attached) ct_signals_remove();
}

void ct_close(void) {
  ct_restore();
  forget(CT_OPENED);
}

int ct_colours(void) { return state.colours; }
int ct_input_descriptor(void) { return state.input == NULL ? -1 : fileno(state.input); }

void ct_size(int *rows, int *columns) {
  *rows = state.screen == NULL ? 0 : LINES;
  *columns = state.screen == NULL ? 0 : COLS;
}

bool ct_fit(void) {
  int rows, columns;
  if (state.screen == NULL || !measure(fileno(state.output), &rows, &columns)) return false;
  if (rows == LINES && columns == COLS) return false;
  return resizeterm(rows, columns) == OK;
}

void ct_show(int row, int column, bool visible) {
  if (state.screen == NULL || state.away) return;
  if (row >= 0 && row < LINES && column >= 0 && column < COLS) wmove(stdscr, row, column);
  if (state.cursor != visible) {
    curs_set(visible);
    state.cursor = visible;
  }
  wrefresh(stdscr);
}

void ct_redraw(void) {
  if (state.screen == NULL || state.away) return;
  clearok(curscr, TRUE);
  wrefresh(stdscr);
}

void ct_enter(void) {
  if (state.screen == NULL || state.restored) return;
  state.away = false;
  reset_prog_mode();
  bracket_pastes(true);
  state.cursor = -1;
  ct_redraw();
}

void ct_suspend(void) {
  if (state.screen == NULL || !state.attached || state.restored) return;
  leave();
  ct_signals_stop_group();
  ct_enter();
}

void ct_bind(const char *sequence, int code) {
  if (state.screen != NULL) define_key(sequence, code);
}

void ct_bind_capability(const char *capability, int code) {
  const char *sequence = tigetstr((char *)capability);
  if (sequence != NULL && sequence != (char *)-1 && *sequence != 0) ct_bind(sequence, code);
}

int ct_read(void) {
  if (state.screen == NULL || state.away) return CT_NOTHING;
  errno = 0;
  int code = wgetch(state.keys);
  if (code != ERR) return code;
  return errno == EIO || errno == EBADF || errno == ENXIO ? CT_GONE : CT_NOTHING;
}

void ct_discard(void) {
  if (state.screen != NULL) flushinp();
}
