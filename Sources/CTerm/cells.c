// Cells of a Surface -> cells of ncurses. One row at a time, with wadd_wchnstr: it neither wraps
// nor interprets, and it may write the bottom right corner.
#define _XOPEN_SOURCE 700
#include <limits.h>
#include <stdlib.h>
#include <wchar.h>

#include "internal.h"

enum { ROLES = 64, REPLACEMENT = 0xFFFD };

static cchar_t styles[ROLES];
static attr_t attributes_of[ROLES];
static short pair_of[ROLES];
static cchar_t line[CT_WIDEST];
static bool utf8 = true;

void ct_cells_set_encoding(bool is_utf8) {
  utf8 = is_utf8;
  for (int role = 0; role < ROLES; role++) ct_style(role, 0, -1, -1);
}

void ct_style(int role, int attributes, int foreground, int background) {
  if (role < 0 || role >= ROLES) return;
  attr_t value = 0;
  if (attributes & CT_BOLD) value |= WA_BOLD;
  if (attributes & CT_DIM) value |= WA_DIM;
  if (attributes & CT_UNDERLINE) value |= WA_UNDERLINE;
  if (attributes & CT_REVERSE) value |= WA_REVERSE;
  short pair = 0;
  if (foreground >= 0 || background >= 0) {
    // A pair the terminal cannot make would come out black on black.
    pair = (short)(role + 1);
    if (init_pair(pair, (short)foreground, (short)background) == ERR) pair = 0;
  }
  attributes_of[role] = value;
  pair_of[role] = pair;
  setcchar(&styles[role], L" ", value, pair, NULL);
}

// What to show where the locale has no such character.
static wchar_t plain(wchar_t scalar) {
  char bytes[MB_LEN_MAX];
  if (wctomb(bytes, scalar) > 0) return scalar;
  switch (scalar) {
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2500: return L'-';
    case 0x2018: case 0x2019: return L'\'';
    case 0x201C: case 0x201D: return L'"';
    case 0x2022: return L'*';
    case 0x2026: return L'.';
    case 0x2502: return L'|';
    case 0x2190: return L'<';
    case 0x2191: return L'^';
    case 0x2192: return L'>';
    case 0x2193: return L'v';
    default: return scalar > 0x2500 && scalar < 0x2580 ? L'+' : L'?';
  }
}

// Makes the cells for one character that is not plain Latin; returns how many.
static int compose(cchar_t *out, uint64_t cell, int role, const uint32_t *marks, int combinations) {
  wchar_t text[6] = {(wchar_t)(cell & 0x1FFFFF)};
  int width = (int)(cell >> 40 & 0xFF);
  if (!utf8) text[0] = plain(text[0]);
  int known = wcwidth(text[0]);
  if (known < 1 || known > width) {
    text[0] = utf8 ? REPLACEMENT : L'?';
    known = 1;
  } else {
    int number = (int)(cell >> 48);
    if (utf8 && number > 0 && number <= combinations) {
      const uint32_t *combining = marks + 4 * (number - 1);
      for (int i = 0; i < 4 && combining[i] != 0; i++) text[i + 1] = (wchar_t)combining[i];
    }
  }
  if (setcchar(&out[0], text, attributes_of[role], pair_of[role], NULL) == ERR) {
    out[0] = styles[role];
    known = 1;
  }
  // The C library may take for narrow what the width table takes for wide: fill up.
  if (known < width) out[1] = styles[role];
  return known < width ? 2 : 1;
}

static void paint_row(
    int row, const uint64_t *cells, int columns, const uint32_t *marks, int combinations) {
  int count = 0;
  for (int column = 0; column < columns; column++) {
    uint64_t cell = cells[column];
    uint32_t scalar = (uint32_t)cell;
    int width = (int)(cell >> 40 & 0xFF);
    int role = (int)(cell >> 32 & (ROLES - 1));
    if (width == 0) continue;
    if (width == 2 && column + 1 >= columns) {
      line[count++] = styles[role];
    } else if (scalar < (utf8 ? 0x300u : 0x80u) && cell >> 48 == 0) {
      line[count] = styles[role];
      line[count++].chars[0] = (wchar_t)scalar;
    } else {
      count += compose(&line[count], cell, role, marks, combinations);
    }
  }
  wmove(stdscr, row, 0);
  wadd_wchnstr(stdscr, line, count);
}

void ct_paint(
    const uint64_t *cells, int rows, int columns, const uint32_t *marks, int combinations) {
  int high, wide;
  ct_size(&high, &wide);
  int shown = columns < wide ? columns : wide;
  if (shown > CT_WIDEST) shown = CT_WIDEST;
  for (int row = 0; row < rows && row < high; row++) {
    paint_row(row, cells + (size_t)row * (size_t)columns, shown, marks, combinations);
    if (shown < wide) {
      wmove(stdscr, row, shown);
      wclrtoeol(stdscr);
    }
  }
  if (rows < high) {
    wmove(stdscr, rows, 0);
    wclrtobot(stdscr);
  }
}

int ct_row_text(int row, char *text, int capacity) {
  static wchar_t wide[CT_WIDEST + 1];
  int count = mvwinnwstr(stdscr, row, 0, wide, CT_WIDEST);
  if (count == ERR) return 0;
  wide[count] = 0;
  size_t bytes = wcstombs(text, wide, (size_t)capacity);
  return bytes == (size_t)-1 ? 0 : (int)bytes;
}
