#include <unicode/uregex.h>
#include <unicode/utext.h>

#include "shared.hpp"

using namespace cicu;

struct cicu_regex {
  URegularExpression *expression;
  UText text;
};

static cicu_regex *wrap(URegularExpression *expression) {
  cicu_regex *regex = static_cast<cicu_regex *>(std::malloc(sizeof(cicu_regex)));
  UText empty = UTEXT_INITIALIZER;
  regex->expression = expression;
  regex->text = empty;
  return regex;
}

/// Patterns come from data files: a bad one must not be able to hang the program.
static void limit(URegularExpression *expression) {
  UErrorCode status = U_ZERO_ERROR;
  uregex_setTimeLimit(expression, 2000, &status);
  uregex_setStackLimit(expression, 4 << 20, &status);
}

static const char *reason(UErrorCode status) {
  switch (status) {
    case U_REGEX_BAD_ESCAPE_SEQUENCE: return "unknown escape sequence";
    case U_REGEX_PROPERTY_SYNTAX: return "unknown property of characters";
    case U_REGEX_UNIMPLEMENTED: return "not supported by ICU";
    case U_REGEX_MISMATCHED_PAREN: return "a parenthesis without its partner";
    case U_REGEX_NUMBER_TOO_BIG: return "number too big";
    case U_REGEX_BAD_INTERVAL: return "bad {minimum,maximum}";
    case U_REGEX_MAX_LT_MIN: return "maximum below minimum";
    case U_REGEX_INVALID_BACK_REF: return "reference to a group that is not there";
    case U_REGEX_INVALID_FLAG: return "unknown flag";
    case U_REGEX_LOOK_BEHIND_LIMIT: return "look-behind without a limit to its length";
    case U_REGEX_SET_CONTAINS_STRING: return "a set that contains strings";
    case U_REGEX_MISSING_CLOSE_BRACKET: return "a set without its closing bracket";
    case U_REGEX_INVALID_RANGE: return "a range whose end lies before its start";
    case U_REGEX_INVALID_CAPTURE_GROUP_NAME: return "bad or repeated name of a group";
    case U_REGEX_PATTERN_TOO_BIG: return "pattern too big";
    default: return "no regular expression";
  }
}

cicu_regex *cicu_regex_open(const char *pattern, int64_t count, bool ignore_case, cicu_regex_fault *fault) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where = {};
  icu::UnicodeString source = wide(pattern, count);
  uint32_t flags = ignore_case ? UREGEX_CASE_INSENSITIVE : 0;
  URegularExpression *expression = uregex_open(source.getBuffer(), source.length(), flags, &where, &status);
  if (U_FAILURE(status)) {
    if (fault != nullptr) *fault = {where.offset, reason(status)};
    return nullptr;
  }
  limit(expression);
  return wrap(expression);
}

cicu_regex *cicu_regex_clone(const cicu_regex *regex) {
  UErrorCode status = U_ZERO_ERROR;
  URegularExpression *expression = uregex_clone(regex->expression, &status);
  if (U_FAILURE(status)) return nullptr;
  limit(expression);
  return wrap(expression);
}

void cicu_regex_close(cicu_regex *regex) {
  uregex_close(regex->expression);
  utext_close(&regex->text);
  std::free(regex);
}

bool cicu_regex_set(cicu_regex *regex, const char *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&regex->text, bytes, count, &status);
  uregex_setUText(regex->expression, &regex->text, &status);
  return U_SUCCESS(status);
}

bool cicu_regex_region(cicu_regex *regex, int64_t start, int64_t end) {
  UErrorCode status = U_ZERO_ERROR;
  uregex_setRegion64(regex->expression, start, end, &status);
  uregex_useTransparentBounds(regex->expression, true, &status);
  return U_SUCCESS(status);
}

bool cicu_regex_next(cicu_regex *regex) {
  UErrorCode status = U_ZERO_ERROR;
  return uregex_findNext(regex->expression, &status) && U_SUCCESS(status);
}

bool cicu_regex_matches(cicu_regex *regex) {
  UErrorCode status = U_ZERO_ERROR;
  return uregex_matches64(regex->expression, -1, &status) && U_SUCCESS(status);
}

static cicu_regex_result result(bool matched, UErrorCode status) {
  if (U_FAILURE(status)) return CICU_REGEX_EXHAUSTED;
  return matched ? CICU_REGEX_MATCH : CICU_REGEX_NONE;
}

cicu_regex_result cicu_regex_find_from(cicu_regex *regex, int64_t start) {
  UErrorCode status = U_ZERO_ERROR;
  bool matched = uregex_find64(regex->expression, start, &status);
  return result(matched, status);
}

cicu_regex_result cicu_regex_matches_at(cicu_regex *regex, int64_t start) {
  UErrorCode status = U_ZERO_ERROR;
  bool matched = uregex_lookingAt64(regex->expression, start, &status);
  return result(matched, status);
}

void cicu_regex_set_limit(cicu_regex *regex, int32_t limit) {
  UErrorCode status = U_ZERO_ERROR;
  uregex_setTimeLimit(regex->expression, limit, &status);
}

int64_t cicu_regex_start(cicu_regex *regex, int32_t group) {
  UErrorCode status = U_ZERO_ERROR;
  int64_t start = uregex_start64(regex->expression, group, &status);
  return U_SUCCESS(status) ? start : -1;
}

int64_t cicu_regex_end(cicu_regex *regex, int32_t group) {
  UErrorCode status = U_ZERO_ERROR;
  int64_t end = uregex_end64(regex->expression, group, &status);
  return U_SUCCESS(status) ? end : -1;
}

int32_t cicu_regex_group(cicu_regex *regex, const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t number = uregex_groupNumberFromCName(regex->expression, name, -1, &status);
  return U_SUCCESS(status) ? number : -1;
}
