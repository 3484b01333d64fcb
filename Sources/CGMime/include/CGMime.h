/// The parts of GMime that mail needs, each as one safe call on bounded memory.
///
/// GMime's own message parser is not used: nested address groups make it overflow the stack, and
/// crafted boundaries or millions of header lines cost it minutes or gigabytes. What is left to it
/// is what it is best at: encoded words, parameters, addresses, dates, transfer encodings and
/// character sets. Every text goes in and comes out with its length.

#ifndef CGMIME_H
#define CGMIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes that the caller gives back with `cgmime_release`.
typedef struct {
  uint8_t *_Nullable bytes;
  size_t count;
} cgmime_buffer;

/// Gives the memory of a buffer back.
void cgmime_release(cgmime_buffer buffer);

/// Takes a pair of texts in UTF-8 (as far as the mail allows), which live as long as the call.
typedef void (*cgmime_pair_visitor)(
  void *_Nullable context, const char *_Nonnull first, size_t first_count,
  const char *_Nonnull second, size_t second_count);

/// The text of a header value: encoded words (RFC 2047) decoded, in UTF-8.
cgmime_buffer cgmime_header_text(const char *_Nonnull raw, size_t count);

/// Calls `visitor` with name and address of each mailbox in an address header, groups opened.
void cgmime_addresses(
  const char *_Nonnull raw, size_t count, cgmime_pair_visitor _Nonnull visitor,
  void *_Nullable context);

/// Calls `visitor` with type and subtype of a Content-Type, then with name and value of each
/// parameter (RFC 2231 and RFC 2047 decoded).
void cgmime_content_type(
  const char *_Nonnull raw, size_t count, cgmime_pair_visitor _Nonnull visitor,
  void *_Nullable context);

/// Calls `visitor` with a Content-Disposition and an empty text, then with each parameter.
void cgmime_disposition(
  const char *_Nonnull raw, size_t count, cgmime_pair_visitor _Nonnull visitor,
  void *_Nullable context);

/// Reads a mail date into seconds since 1970-01-01 UTC; false when it is none.
bool cgmime_date(const char *_Nonnull raw, size_t count, int64_t *_Nonnull seconds);

/// The transfer encodings.
typedef enum { CGMIME_BASE64, CGMIME_QUOTED_PRINTABLE, CGMIME_UUENCODE } cgmime_encoding;

/// Undoes a transfer encoding; what is broken in it is skipped.
cgmime_buffer cgmime_decode(
  const uint8_t *_Nonnull bytes, size_t count, cgmime_encoding encoding);

/// Converts text to UTF-8; false when the character set is unknown or the bytes are not valid in
/// it. `charset` is ended by NUL.
bool cgmime_convert(
  const char *_Nonnull charset, const uint8_t *_Nonnull bytes, size_t count,
  cgmime_buffer *_Nonnull utf8);

#endif
