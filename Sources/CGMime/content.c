#include "CGMime.h"

#include <gmime/gmime.h>

cgmime_buffer cgmime_decode(const uint8_t *bytes, size_t count, cgmime_encoding encoding) {
  GMimeContentEncoding kind = GMIME_CONTENT_ENCODING_BASE64;
  if (encoding == CGMIME_QUOTED_PRINTABLE) kind = GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
  if (encoding == CGMIME_UUENCODE) kind = GMIME_CONTENT_ENCODING_UUENCODE;
  GMimeEncoding state;
  g_mime_encoding_init_decode(&state, kind);
  size_t room = g_mime_encoding_outlen(&state, count);
  cgmime_buffer decoded = {g_try_malloc(room + 8), 0};
  if (decoded.bytes) {
    decoded.count = g_mime_encoding_flush(
      &state, (const char *)bytes, count, (char *)decoded.bytes);
  }
  return decoded;
}

bool cgmime_convert(
  const char *charset, const uint8_t *bytes, size_t count, cgmime_buffer *utf8) {
  gsize written = 0;
  GError *error = NULL;
  gchar *converted = g_convert(
    (const char *)bytes, (gssize)count, "UTF-8", charset, NULL, &written, &error);
  g_clear_error(&error);
  *utf8 = (cgmime_buffer){(uint8_t *)converted, converted ? written : 0};
  return converted != NULL;
}
