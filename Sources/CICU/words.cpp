#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/rbnf.h>
#include <unicode/ucurr.h>

#include "shared.hpp"

using namespace cicu;

namespace {

void line(std::string &out, const std::string &key, const icu::UnicodeString &word) {
  if (word.isBogus() || word.isEmpty()) return;
  out += key + "\t";
  word.toUTF8String(out);
  out += "\n";
}

void dates(std::string &out, const icu::Locale &locale, cicu_vocabulary vocabulary) {
  UErrorCode status = U_ZERO_ERROR;
  icu::DateFormatSymbols symbols(locale, status);
  if (U_FAILURE(status)) return;
  auto width = vocabulary == CICU_MONTHS_SHORT ? icu::DateFormatSymbols::ABBREVIATED : icu::DateFormatSymbols::WIDE;
  for (auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    int32_t count = 0;
    bool days = vocabulary == CICU_WEEKDAYS;
    const icu::UnicodeString *words =
        days ? symbols.getWeekdays(count, context, width) : symbols.getMonths(count, context, width);
    // Weekday 0 is unused in ICU.
    for (int32_t i = days ? 1 : 0; i < count; i++) line(out, std::to_string(days ? i : i + 1), words[i]);
  }
}

void regions(std::string &out, const icu::Locale &locale) {
  for (const char *const *code = icu::Locale::getISOCountries(); *code != nullptr; code++) {
    icu::UnicodeString word;
    line(out, *code, icu::Locale("", *code).getDisplayCountry(locale, word));
  }
}

void languages(std::string &out, const icu::Locale &locale) {
  for (const char *const *code = icu::Locale::getISOLanguages(); *code != nullptr; code++) {
    // Three-letter codes are mostly untranslated: ICU answers with the code itself.
    if (std::strlen(*code) != 2) continue;
    icu::UnicodeString word;
    line(out, *code, icu::Locale(*code).getDisplayLanguage(locale, word));
  }
}

void currencies(std::string &out, const icu::Locale &locale) {
  static const char16_t *const codes[] = {u"USD", u"EUR", u"GBP", u"JPY", u"CNY", u"RUB", u"UAH", u"CHF", u"INR", u"KRW", u"TRY", u"PLN", u"SEK", u"NOK", u"DKK", u"CZK", u"HUF", u"ILS", u"SAR", u"AED", u"EGP", u"IRR", u"BRL", u"MXN", u"CAD", u"AUD", u"ZAR", u"TWD", u"HKD", u"KZT"};
  for (const char16_t *code : codes) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    const char16_t *word = ucurr_getName(code, locale.getName(), UCURR_LONG_NAME, nullptr, &length, &status);
    std::string key;
    icu::UnicodeString(code).toUTF8String(key);
    if (U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING) line(out, key, icu::UnicodeString(word, length));
  }
}

void numbers(std::string &out, const icu::Locale &locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return;
  for (int32_t value = 2; value <= 100; value = value < 20 ? value + 1 : value + 10) {
    icu::UnicodeString word;
    line(out, std::to_string(value), format.format(value, word));
  }
}

}  // namespace

cicu_string cicu_words(const char *tag, cicu_vocabulary vocabulary) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  if (U_FAILURE(status)) return none;
  std::string out;
  switch (vocabulary) {
    case CICU_MONTHS:
    case CICU_MONTHS_SHORT:
    case CICU_WEEKDAYS: dates(out, locale, vocabulary); break;
    case CICU_LANGUAGES: languages(out, locale); break;
    case CICU_REGIONS: regions(out, locale); break;
    case CICU_CURRENCIES: currencies(out, locale); break;
    case CICU_SPELLED_NUMBERS: numbers(out, locale); break;
  }
  return copy(out);
}
