#include <unicode/locid.h>
#include <unicode/uloc.h>

#include "shared.hpp"

using namespace cicu;

cicu_string cicu_tag(const char *tag, cicu_tag_part part) {
  char id[ULOC_FULLNAME_CAPACITY];
  int32_t used = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(tag, id, sizeof id, &used, &status);
  // ICU stops quietly at the first subtag that it cannot read.
  if (U_FAILURE(status) || used != static_cast<int32_t>(std::strlen(tag))) return none;
  icu::Locale locale(id);
  locale.canonicalize(status);
  if (U_FAILURE(status) || locale.isBogus()) return none;
  switch (part) {
    case CICU_TAG_CANONICAL: break;
    case CICU_TAG_MAXIMIZED: locale.addLikelySubtags(status); break;
    case CICU_TAG_MINIMIZED: locale.minimizeSubtags(status); break;
    case CICU_TAG_LANGUAGE: return copy(std::string(locale.getLanguage()));
    case CICU_TAG_SCRIPT: return copy(std::string(locale.getScript()));
    case CICU_TAG_REGION: return copy(std::string(locale.getCountry()));
  }
  std::string out = locale.toLanguageTag<std::string>(status);
  return U_FAILURE(status) ? none : copy(out);
}

cicu_string cicu_display_language(const char *tag, const char *in_locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  icu::Locale in = icu::Locale::forLanguageTag(in_locale, status);
  if (U_FAILURE(status)) return none;
  icu::UnicodeString out;
  locale.getDisplayName(in, out);
  return copy(out);
}
