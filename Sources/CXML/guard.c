#include "guard.h"

#include <string.h>
#include <strings.h>

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
         (unsigned char)byte >= 0x80;
}

static bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

static bool starts(const char *at, const char *end, const char *word) {
  size_t length = strlen(word);
  return (size_t)(end - at) >= length && strncasecmp(at, word, length) == 0;
}

/// The place after the next `word`, or `end`.
static const char *after(const char *at, const char *end, const char *word) {
  size_t length = strlen(word);
  for (; at < end; at++) {
    at = memchr(at, word[0], (size_t)(end - at));
    if (!at) return end;
    if (starts(at, end, word)) return at + length;
  }
  return end;
}

/// Skips the rest of a tag, counting the words in it that can be attributes.
static const char *after_tag(const char *at, const char *end, size_t *words) {
  bool in_word = true;
  while (at < end && *at != '>') {
    if (*at == '=') {
      at++;
      while (at < end && is_blank(*at)) at++;
      if (at < end && (*at == '"' || *at == '\'')) {
        const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
        if (!close) return end;
        at = close + 1;
        in_word = false;
      }
      continue;
    }
    bool separator = is_blank(*at) || *at == '/';
    if (!separator && !in_word) *words += 1;
    in_word = !separator;
    at++;
  }
  return at < end ? at + 1 : end;
}

cxml_outcome cxml_guard(const char *bytes, size_t count, cxml_bounds bounds) {
  const char *at = bytes;
  const char *end = bytes + count;
  size_t tags = 0;
  while ((at = at < end ? memchr(at, '<', (size_t)(end - at)) : NULL)) {
    const char *mark = at++;
    if (starts(mark, end, "<!--")) {
      at = after(mark + 4, end, "-->");
    } else if (starts(mark, end, "<![CDATA[")) {
      at = after(mark, end, "]]>");
      if ((size_t)(at - mark) > bounds.section) return CXML_ABNORMAL;
    } else if (!bounds.html && starts(mark, end, "<!DOCTYPE")) {
      return CXML_DOCTYPE;
    } else if (starts(mark, end, "<?")) {
      at = after(mark, end, bounds.html ? ">" : "?>");
    } else if (at < end && (is_letter(*at) || *at == '/')) {
      size_t words = 0;
      if (++tags > bounds.tags) return CXML_ABNORMAL;
      at = after_tag(at, end, &words);
      if (words > bounds.attributes) return CXML_ABNORMAL;
      if (bounds.html && starts(mark, end, "<script")) at = after(at, end, "</script");
      if (bounds.html && starts(mark, end, "<style")) at = after(at, end, "</style");
    }
  }
  return CXML_READ;
}
