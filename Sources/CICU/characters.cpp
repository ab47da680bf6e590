#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "shared.hpp"

namespace {

// Letters without case have neither a folding nor, as far as anyone asks, a base: most of Unicode is spared the work.
void fill_case(UChar32 c, cicu_character *out) {
  out->fold_delta = out->base_delta = 0;
  if (out->category < U_UPPERCASE_LETTER || out->category > U_TITLECASE_LETTER) return;
  out->fold_delta = u_foldCase(c, U_FOLD_CASE_DEFAULT) - c;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  UChar decomposition[8];
  int32_t length = U_SUCCESS(status) ? unorm2_getDecomposition(nfd, c, decomposition, 8, &status) : -1;
  UChar32 base = c;
  if (U_SUCCESS(status) && length > 0) U16_GET(decomposition, 0, 0, length, base);
  out->base_delta = u_foldCase(base, U_FOLD_CASE_DEFAULT) - c;
}

}  // namespace

void cicu_characters(uint32_t first, uint32_t count, cicu_character *out) {
  for (uint32_t i = 0; i < count; i++) {
    UChar32 c = static_cast<UChar32>(first + i);
    UErrorCode status = U_ZERO_ERROR;
    UCharDirection direction = u_charDirection(c);
    out[i].category = static_cast<uint8_t>(u_charType(c));
    out[i].digit = static_cast<int8_t>(u_charDigitValue(c));
    out[i].script = static_cast<uint16_t>(uscript_getScript(c, &status));
    out[i].white_space = u_isUWhiteSpace(c) ? 1 : 0;
    int32_t width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    out[i].wide = width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 1 : 0;
    fill_case(c, &out[i]);
    out[i].bidi_right = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
  }
}

bool cicu_are_alike(uint32_t first, uint32_t second) {
  UErrorCode status = U_ZERO_ERROR;
  return u_charType(static_cast<UChar32>(first)) == u_charType(static_cast<UChar32>(second)) &&
         uscript_getScript(static_cast<UChar32>(first), &status) ==
             uscript_getScript(static_cast<UChar32>(second), &status);
}

const char *cicu_script_name(uint16_t script) {
  const char *name = uscript_getShortName(static_cast<UScriptCode>(script));
  return name == nullptr ? "Zzzz" : name;
}
