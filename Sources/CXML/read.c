#include "CXML.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "guard.h"

/// One reading: where the events go, and how it went so far.
typedef struct {
  cxml_visitor visitor;
  void *context;
  xmlParserCtxtPtr parser;
  int depth;
  int deepest;
  bool stopped;
  cxml_result result;
} reading;

static const cxml_text nothing = {NULL, 0};

static cxml_text text_of(const xmlChar *string) {
  if (!string) return nothing;
  return (cxml_text){(const char *)string, strlen((const char *)string)};
}

static void stop(reading *self, cxml_outcome outcome, int line) {
  if (self->stopped) return;
  self->stopped = true;
  self->result = (cxml_result){outcome, line};
  xmlStopParser(self->parser);
}

static void tell(reading *self, cxml_kind kind, cxml_text name, cxml_text value) {
  if (self->stopped) return;
  if (!self->visitor(self->context, kind, name, value)) {
    stop(self, CXML_STOPPED, xmlSAX2GetLineNumber(self->parser));
  }
}

static bool enter(reading *self) {
  if (self->stopped) return false;
  if (++self->depth <= self->deepest) return true;
  stop(self, CXML_ABNORMAL, xmlSAX2GetLineNumber(self->parser));
  return false;
}

static void on_xml_start(
  void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
  const xmlChar **namespace_list, int attributes, int defaulted,
  const xmlChar **attribute_list) {
  (void)prefix, (void)uri, (void)namespaces, (void)namespace_list;
  (void)attributes, (void)defaulted, (void)attribute_list;
  if (enter(self)) tell(self, CXML_START, text_of(name), nothing);
}

static void on_xml_end(
  void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  ((reading *)self)->depth--;
  tell(self, CXML_END, text_of(name), nothing);
}

static void on_html_start(void *self, const xmlChar *name, const xmlChar **attributes) {
  if (!enter(self)) return;
  tell(self, CXML_START, text_of(name), nothing);
  for (; attributes && attributes[0]; attributes += 2) {
    tell(self, CXML_ATTRIBUTE, text_of(attributes[0]), text_of(attributes[1]));
  }
}

static void on_html_end(void *self, const xmlChar *name) {
  ((reading *)self)->depth--;
  tell(self, CXML_END, text_of(name), nothing);
}

static void on_characters(void *self, const xmlChar *bytes, int count) {
  if (count <= 0) return;
  tell(self, CXML_CHARACTERS, nothing, (cxml_text){(const char *)bytes, (size_t)count});
}

/// The guard refuses a document type already; this is the belt to those braces.
static void on_document_type(
  void *self, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)name, (void)external, (void)system;
  stop(self, CXML_DOCTYPE, xmlSAX2GetLineNumber(((reading *)self)->parser));
}

static void on_xml_error(void *self, xmlErrorPtr error) {
  if (error->level < XML_ERR_ERROR) return;
  if (error->domain == XML_FROM_NAMESPACE) return;
  xmlParserInputPtr input = ((reading *)self)->parser->input;
  cxml_outcome outcome = CXML_MALFORMED;
  if (error->code == XML_ERR_INVALID_CHAR || error->code == XML_ERR_INVALID_CHARREF) {
    outcome = CXML_FORBIDDEN_CHARACTER;
  } else if (!input || input->cur >= input->end) {
    // A closing tag of the wrong name that is whole is a fault, not an end.
    bool whole = error->code == XML_ERR_TAG_NAME_MISMATCH && input && input->cur[-1] == '>';
    if (!whole) outcome = CXML_CUT_OFF;
  }
  stop(self, outcome, error->line);
}

/// HTML is read however broken it is.
static void on_html_error(void *self, xmlErrorPtr error) {
  (void)self, (void)error;
}

static void initialise(void) { xmlInitParser(); }

static void begin(reading *self, xmlParserCtxtPtr parser) {
  self->parser = parser;
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->characters = on_characters;
  parser->sax->ignorableWhitespace = on_characters;
  parser->sax->cdataBlock = on_characters;
  parser->userData = self;
}

/// Whether the last sign that is no white space ends a tag.
static bool ends_with_tag(const char *bytes, size_t count) {
  while (count > 0 && strchr(" \t\r\n", bytes[count - 1])) count--;
  return count > 0 && bytes[count - 1] == '>';
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

cxml_result cxml_read_xml(
  const char *utf8, size_t count, cxml_visitor visitor, void *context) {
  cxml_bounds bounds = {.attributes = 64, .tags = 40000, .section = 9900000, .html = false};
  cxml_outcome outcome = count > INT_MAX ? CXML_ABNORMAL : cxml_guard(utf8, count, bounds);
  if (outcome != CXML_READ) return (cxml_result){outcome, 0};
  pthread_once(&once, initialise);
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return (cxml_result){CXML_ABNORMAL, 0};
  reading self = {.visitor = visitor, .context = context, .deepest = 64};
  begin(&self, parser);
  parser->sax->startElementNs = on_xml_start;
  parser->sax->endElementNs = on_xml_end;
  parser->sax->internalSubset = on_document_type;
  parser->sax->serror = on_xml_error;
  // Never NOENT, DTDLOAD or HUGE.
  int options = XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;
  xmlDocPtr document = xmlCtxtReadMemory(parser, utf8, (int)count, NULL, "UTF-8", options);
  if (document) xmlFreeDoc(document);
  if (!self.stopped && !parser->wellFormed) self.result.outcome = CXML_MALFORMED;
  // Cut within a tag or a CDATA mark, libxml2 sees a fault before it sees the end.
  if (self.result.outcome == CXML_MALFORMED && !ends_with_tag(utf8, count)) {
    self.result.outcome = CXML_CUT_OFF;
  }
  if (parser->myDoc && parser->myDoc != document) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
  return self.result;
}

cxml_result cxml_read_html(
  const char *utf8, size_t count, cxml_visitor visitor, void *context) {
  cxml_bounds bounds = {.attributes = 400, .tags = 500000, .section = count, .html = true};
  // Within a body libxml2 adds no paragraph of its own around the first words.
  static const char prefix[] = "<body>";
  size_t length = sizeof prefix - 1 + count;
  cxml_outcome outcome = length > INT_MAX ? CXML_ABNORMAL : cxml_guard(utf8, count, bounds);
  if (outcome != CXML_READ) return (cxml_result){outcome, 0};
  pthread_once(&once, initialise);
  char *whole = malloc(length);
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  reading self = {.visitor = visitor, .context = context, .deepest = 500};
  if (whole && parser) {
    memcpy(whole, prefix, sizeof prefix - 1);
    memcpy(whole + sizeof prefix - 1, utf8, count);
    begin(&self, parser);
    parser->sax->startElement = on_html_start;
    parser->sax->endElement = on_html_end;
    parser->sax->serror = on_html_error;
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC;
    htmlDocPtr document = htmlCtxtReadMemory(parser, whole, (int)length, NULL, "UTF-8", options);
    if (document) xmlFreeDoc(document);
  } else {
    self.result.outcome = CXML_ABNORMAL;
  }
  if (parser) htmlFreeParserCtxt(parser);
  free(whole);
  return self.result;
}
