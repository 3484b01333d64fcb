#include "CGMime.h"

#include <gmime/gmime.h>
#include <pthread.h>
#include <string.h>

/// Longer header values are read up to here: a To line with a thousand addresses fits.
static const size_t longest = 65536;

/// GMime reads groups in groups by recursion; nobody nests them.
static const size_t most_groups = 50;

static GMimeParserOptions *options;

static void initialise(void) {
  g_mime_init();
  options = g_mime_parser_options_new();
  // Bare bytes above ASCII in a header.
  static const char *charsets[] = {"utf-8", "windows-1252", "iso-8859-1", NULL};
  g_mime_parser_options_set_fallback_charsets(options, charsets);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

/// A copy that ends with NUL; what follows a NUL in the value is lost.
static char *copy(const char *raw, size_t count) {
  pthread_once(&once, initialise);
  return g_strndup(raw, MIN(count, longest));
}

static cgmime_buffer owned(char *text) {
  if (!text) return (cgmime_buffer){NULL, 0};
  return (cgmime_buffer){(uint8_t *)text, strlen(text)};
}

static void tell(
  cgmime_pair_visitor visitor, void *context, const char *first, const char *second) {
  if (!first) first = "";
  if (!second) second = "";
  visitor(context, first, strlen(first), second, strlen(second));
}

void cgmime_release(cgmime_buffer buffer) { g_free(buffer.bytes); }

cgmime_buffer cgmime_header_text(const char *raw, size_t count) {
  char *value = copy(raw, count);
  char *text = g_mime_utils_header_decode_text(options, value);
  g_free(value);
  return owned(text);
}

static void tell_addresses(
  InternetAddressList *list, cgmime_pair_visitor visitor, void *context) {
  int length = internet_address_list_length(list);
  for (int index = 0; index < length; index++) {
    InternetAddress *address = internet_address_list_get_address(list, index);
    if (INTERNET_ADDRESS_IS_GROUP(address)) {
      InternetAddressGroup *group = INTERNET_ADDRESS_GROUP(address);
      InternetAddressList *members = internet_address_group_get_members(group);
      if (members) tell_addresses(members, visitor, context);
    } else {
      InternetAddressMailbox *mailbox = INTERNET_ADDRESS_MAILBOX(address);
      tell(
        visitor, context, internet_address_get_name(address),
        internet_address_mailbox_get_addr(mailbox));
    }
  }
}

void cgmime_addresses(
  const char *raw, size_t count, cgmime_pair_visitor visitor, void *context) {
  char *value = copy(raw, count);
  size_t groups = 0;
  for (const char *at = value; (at = strchr(at, ':')); at++) groups++;
  InternetAddressList *list =
    groups > most_groups ? NULL : internet_address_list_parse(options, value);
  if (list) {
    tell_addresses(list, visitor, context);
    g_object_unref(list);
  }
  g_free(value);
}

static void tell_parameters(
  GMimeParamList *parameters, cgmime_pair_visitor visitor, void *context) {
  int length = parameters ? g_mime_param_list_length(parameters) : 0;
  for (int index = 0; index < length; index++) {
    GMimeParam *parameter = g_mime_param_list_get_parameter_at(parameters, index);
    tell(
      visitor, context, g_mime_param_get_name(parameter), g_mime_param_get_value(parameter));
  }
}

void cgmime_content_type(
  const char *raw, size_t count, cgmime_pair_visitor visitor, void *context) {
  char *value = copy(raw, count);
  GMimeContentType *type = g_mime_content_type_parse(options, value);
  if (type) {
    tell(
      visitor, context, g_mime_content_type_get_media_type(type),
      g_mime_content_type_get_media_subtype(type));
    tell_parameters(g_mime_content_type_get_parameters(type), visitor, context);
    g_object_unref(type);
  }
  g_free(value);
}

void cgmime_disposition(
  const char *raw, size_t count, cgmime_pair_visitor visitor, void *context) {
  char *value = copy(raw, count);
  GMimeContentDisposition *disposition = g_mime_content_disposition_parse(options, value);
  if (disposition) {
    tell(visitor, context, g_mime_content_disposition_get_disposition(disposition), "");
    tell_parameters(
      g_mime_content_disposition_get_parameters(disposition), visitor, context);
    g_object_unref(disposition);
  }
  g_free(value);
}

bool cgmime_date(const char *raw, size_t count, int64_t *seconds) {
  char *value = copy(raw, MIN(count, 200));
  GDateTime *date = g_mime_utils_header_decode_date(value);
  if (date) {
    *seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
  }
  g_free(value);
  return date != NULL;
}
