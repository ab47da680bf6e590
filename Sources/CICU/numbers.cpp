#include <memory>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/rbnf.h>
#include <vector>

#include "shared.hpp"

using namespace cicu;

struct cicu_number {
  icu::NumberFormat *format;
};

cicu_number *cicu_number_open(const char *tag, bool spelled_out) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  if (U_FAILURE(status)) return nullptr;
  std::unique_ptr<icu::NumberFormat> format;
  if (spelled_out) format.reset(new icu::RuleBasedNumberFormat(icu::URBNF_SPELLOUT, locale, status));
  else format.reset(icu::NumberFormat::createInstance(locale, status));
  if (U_FAILURE(status)) return nullptr;
  return new cicu_number{format.release()};
}

cicu_number *cicu_number_clone(const cicu_number *number) { return new cicu_number{number->format->clone()}; }

void cicu_number_close(cicu_number *number) {
  delete number->format;
  delete number;
}

double cicu_number_parse(const cicu_number *number, const char *bytes, int64_t count, int64_t *used) {
  *used = 0;
  if (!fits(count)) return 0;
  icu::UnicodeString text = wide(bytes, count);
  icu::ParsePosition position(0);
  icu::Formattable result;
  number->format->parse(text, result, position);
  if (position.getIndex() == 0) return 0;
  std::string taken;
  text.tempSubString(0, position.getIndex()).toUTF8String(taken);
  *used = static_cast<int64_t>(taken.size());
  UErrorCode status = U_ZERO_ERROR;
  return result.getDouble(status);
}

cicu_string cicu_number_format(const cicu_number *number, double value) {
  icu::UnicodeString out;
  number->format->format(value, out);
  return copy(out);
}

cicu_string cicu_message(const char *tag, const char *pattern, const cicu_argument *arguments, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), locale, status);
  if (U_FAILURE(status)) return none;
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (int32_t i = 0; i < count; i++) {
    names.push_back(icu::UnicodeString::fromUTF8(arguments[i].name));
    if (arguments[i].text != nullptr) values.emplace_back(icu::UnicodeString::fromUTF8(arguments[i].text));
    else values.emplace_back(arguments[i].number);
  }
  icu::UnicodeString out;
  format.format(names.data(), values.data(), count, out, status);
  return U_FAILURE(status) ? none : copy(out);
}
