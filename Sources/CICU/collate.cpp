#include <unicode/coll.h>

#include "shared.hpp"

using namespace cicu;

struct cicu_collator {
  icu::Collator *collator;
};

cicu_collator *cicu_collator_open(const char *locale, int32_t strength) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Collator *collator = icu::Collator::createInstance(icu::Locale::forLanguageTag(locale, status), status);
  if (U_FAILURE(status)) return nullptr;
  collator->setStrength(static_cast<icu::Collator::ECollationStrength>(strength - 1));
  return new cicu_collator{collator};
}

cicu_collator *cicu_collator_clone(const cicu_collator *collator) {
  return new cicu_collator{collator->collator->clone()};
}

void cicu_collator_close(cicu_collator *collator) {
  delete collator->collator;
  delete collator;
}

int32_t cicu_compare(const cicu_collator *collator, const char *a, int64_t a_count, const char *b, int64_t b_count) {
  UErrorCode status = U_ZERO_ERROR;
  return collator->collator->compareUTF8(piece(a, a_count), piece(b, b_count), status);
}
