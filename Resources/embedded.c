// The files that are built into the program, so that one binary is all there is to install.
// A new file needs an #embed and a row in the table; ConfigurationTests fail while one is missing.
#include "Resources.h"

static const unsigned char demo_matters[] = {
#embed "demo/matters.yaml"
};
static const unsigned char handbook_handbok[] = {
#embed "handbook/handbok.md"
};
static const unsigned char letter_begar_uppgifter[] = {
#embed "letters/begar-uppgifter.mustache"
};
static const unsigned char letter_svar_berom[] = {
#embed "letters/svar-berom.mustache"
};
static const unsigned char letter_svar_forslag_genomfors[] = {
#embed "letters/svar-forslag-genomfors.mustache"
};
static const unsigned char letter_svar_forslag_inte[] = {
#embed "letters/svar-forslag-inte.mustache"
};
static const unsigned char letter_svar_halso[] = {
#embed "letters/svar-halso.mustache"
};
static const unsigned char letter_svar_klagomal_utreds[] = {
#embed "letters/svar-klagomal-utreds.mustache"
};
static const unsigned char letter_svar_klagomal[] = {
#embed "letters/svar-klagomal.mustache"
};
static const unsigned char letter_svar_kort[] = {
#embed "letters/svar-kort.mustache"
};
static const unsigned char letter_tjansteanteckning_berom[] = {
#embed "letters/tjansteanteckning-berom.mustache"
};
static const unsigned char letter_tjansteanteckning_forslag[] = {
#embed "letters/tjansteanteckning-forslag.mustache"
};
static const unsigned char letter_tjansteanteckning_klagomal[] = {
#embed "letters/tjansteanteckning-klagomal.mustache"
};
static const unsigned char letter_tjansteanteckning_utan_svar[] = {
#embed "letters/tjansteanteckning-utan-svar.mustache"
};
static const unsigned char organisation_example[] = {
#embed "organisation/example.yaml"
};
static const unsigned char routine_kristianstad_oms[] = {
#embed "routines/kristianstad-oms.yaml"
};

struct resource {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

#define ROW(name, bytes) {name, bytes, sizeof(bytes)}

static const struct resource resources[] = {
    ROW("demo/matters.yaml", demo_matters),
    ROW("handbook/handbok.md", handbook_handbok),
    ROW("letters/begar-uppgifter.mustache", letter_begar_uppgifter),
    ROW("letters/svar-berom.mustache", letter_svar_berom),
    ROW("letters/svar-forslag-genomfors.mustache", letter_svar_forslag_genomfors),
    ROW("letters/svar-forslag-inte.mustache", letter_svar_forslag_inte),
    ROW("letters/svar-halso.mustache", letter_svar_halso),
    ROW("letters/svar-klagomal-utreds.mustache", letter_svar_klagomal_utreds),
    ROW("letters/svar-klagomal.mustache", letter_svar_klagomal),
    ROW("letters/svar-kort.mustache", letter_svar_kort),
    ROW("letters/tjansteanteckning-berom.mustache", letter_tjansteanteckning_berom),
    ROW("letters/tjansteanteckning-forslag.mustache", letter_tjansteanteckning_forslag),
    ROW("letters/tjansteanteckning-klagomal.mustache", letter_tjansteanteckning_klagomal),
    ROW("letters/tjansteanteckning-utan-svar.mustache", letter_tjansteanteckning_utan_svar),
    ROW("organisation/example.yaml", organisation_example),
    ROW("routines/kristianstad-oms.yaml", routine_kristianstad_oms),
};

size_t resource_count(void) { return sizeof(resources) / sizeof(resources[0]); }

const char *resource_name(size_t index) {
  return index < resource_count() ? resources[index].name : NULL;
}

const unsigned char *resource_bytes(size_t index) {
  return index < resource_count() ? resources[index].bytes : NULL;
}

size_t resource_length(size_t index) {
  return index < resource_count() ? resources[index].length : 0;
}
