#include <unicode/translit.h>

#include "shared.hpp"

using namespace cicu;

struct cicu_transliterator {
  icu::Transliterator *transliterator;
};

static cicu_transliterator *wrap(icu::Transliterator *transliterator) {
  return transliterator == nullptr ? nullptr : new cicu_transliterator{transliterator};
}

cicu_transliterator *cicu_transliterator_open(const char *id) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Transliterator *t =
      icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id), UTRANS_FORWARD, status);
  return U_FAILURE(status) ? nullptr : wrap(t);
}

cicu_transliterator *cicu_transliterator_open_rules(const char *rules, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where = {};
  icu::Transliterator *t =
      icu::Transliterator::createFromRules("dragoman", wide(rules, count), UTRANS_FORWARD, where, status);
  return U_FAILURE(status) ? nullptr : wrap(t);
}

cicu_transliterator *cicu_transliterator_clone(const cicu_transliterator *transliterator) {
  return wrap(transliterator->transliterator->clone());
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  delete transliterator->transliterator;
  delete transliterator;
}

cicu_string cicu_transliterate(const cicu_transliterator *transliterator, const char *bytes, int64_t count) {
  if (!fits(count)) return none;
  icu::UnicodeString text = wide(bytes, count);
  transliterator->transliterator->transliterate(text);
  return copy(text);
}
