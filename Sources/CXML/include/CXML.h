/// XML and HTML from memory as a stream of events, through libxml2.
///
/// Nothing outside the given bytes is ever read: no network, no files, no DTD, and no entities but
/// the five that XML itself has (and, in HTML, the named characters). What would take unreasonable
/// time or memory is refused before libxml2 sees it.

#ifndef CXML_H
#define CXML_H

#include <stdbool.h>
#include <stddef.h>

/// Text in UTF-8 that lives as long as the call it is handed to.
typedef struct {
  const char *_Nullable bytes;
  size_t count;
} cxml_text;

/// What an event tells.
typedef enum {
  /// An element begins: its name without prefix.
  CXML_START,
  /// An attribute of the element that just began (HTML only): its name and value.
  CXML_ATTRIBUTE,
  /// An element ends.
  CXML_END,
  /// Character data; one run of it may come in several events.
  CXML_CHARACTERS,
} cxml_kind;

/// Takes one event; returns false to stop reading.
///
/// `name` is empty for characters, `value` is empty for starts and ends.
typedef bool (*cxml_visitor)(
  void *_Nullable context, cxml_kind kind, cxml_text name, cxml_text value);

/// How the reading went.
typedef enum {
  /// To the end.
  CXML_READ,
  /// The visitor stopped it.
  CXML_STOPPED,
  /// It has a document type, which is where attacks with entities live.
  CXML_DOCTYPE,
  /// It ends in the middle.
  CXML_CUT_OFF,
  /// It has a character that XML does not allow.
  CXML_FORBIDDEN_CHARACTER,
  /// It is no well-formed XML.
  CXML_MALFORMED,
  /// It is nested too deep, has too many elements or attributes, or a too long part.
  CXML_ABNORMAL,
} cxml_outcome;

/// How the reading went, and on what line (1-based) it failed; 0 when that is not known.
typedef struct {
  cxml_outcome outcome;
  int line;
} cxml_result;

/// Reads XML in UTF-8, without byte order mark and without XML declaration.
cxml_result cxml_read_xml(
  const char *_Nonnull utf8, size_t count, cxml_visitor _Nonnull visitor,
  void *_Nullable context);

/// Reads HTML in UTF-8, however broken it is; what the HTML says of its encoding is ignored.
cxml_result cxml_read_html(
  const char *_Nonnull utf8, size_t count, cxml_visitor _Nonnull visitor,
  void *_Nullable context);

#endif
