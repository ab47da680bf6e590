#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "shared.hpp"

using namespace cicu;

struct cicu_breaker {
  UBreakIterator *iterator;
  UText text;
};

static cicu_breaker *wrap(UBreakIterator *iterator) {
  cicu_breaker *breaker = static_cast<cicu_breaker *>(std::malloc(sizeof(cicu_breaker)));
  UText empty = UTEXT_INITIALIZER;
  breaker->iterator = iterator;
  breaker->text = empty;
  return breaker;
}

cicu_breaker *cicu_breaker_open(cicu_break_kind kind, const char *locale) {
  static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE, UBRK_SENTENCE};
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(types[kind], locale, nullptr, 0, &status);
  return U_FAILURE(status) ? nullptr : wrap(iterator);
}

cicu_breaker *cicu_breaker_clone(const cicu_breaker *breaker) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_clone(breaker->iterator, &status);
  return U_FAILURE(status) ? nullptr : wrap(iterator);
}

void cicu_breaker_close(cicu_breaker *breaker) {
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  std::free(breaker);
}

bool cicu_breaker_set(cicu_breaker *breaker, const char *bytes, int64_t count) {
  if (!fits(count)) return false;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&breaker->text, bytes, count, &status);
  ubrk_setUText(breaker->iterator, &breaker->text, &status);
  ubrk_first(breaker->iterator);
  return U_SUCCESS(status);
}

int32_t cicu_breaker_next(cicu_breaker *breaker) {
  int32_t next = ubrk_next(breaker->iterator);
  return next == UBRK_DONE ? -1 : next;
}

int32_t cicu_breaker_status(cicu_breaker *breaker) { return ubrk_getRuleStatus(breaker->iterator); }
