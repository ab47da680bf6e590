// CLD2's header uses these without including them.
#include <cstdio>
#include <string>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "CCLD2.h"

ccld2_guess ccld2_detect(const char *bytes, int32_t count) {
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int text_bytes = 0;
  int valid_prefix = 0;
  bool reliable = false;
  CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      bytes, count, true, &hints, 0, languages, percents, scores, nullptr, &text_bytes, &reliable, &valid_prefix);
  if (valid_prefix < count) return {"un", 0, false};
  return {CLD2::LanguageCode(language), percents[0], reliable};
}
