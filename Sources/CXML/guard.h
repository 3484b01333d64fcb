#ifndef CXML_GUARD_H
#define CXML_GUARD_H

#include "CXML.h"

/// Bounds on the markup, above anything a form or a mail has.
typedef struct {
  /// The attributes of one tag.
  size_t attributes;
  /// The tags of the whole file, opening and closing.
  size_t tags;
  /// The bytes of one CDATA section; libxml2 gives up at ten million.
  size_t section;
  /// Whether `<script>` and `<style>` hold plain text.
  bool html;
} cxml_bounds;

/// Looks through the markup for what makes libxml2 slow (it compares each attribute of a tag with
/// all the others) and for a document type. Takes time in proportion to `count`.
cxml_outcome cxml_guard(const char *bytes, size_t count, cxml_bounds bounds);

#endif
