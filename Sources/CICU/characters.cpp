#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "shared.hpp"

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
    out[i].bidi_right = direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? 1 : 0;
  }
}

const char *cicu_script_name(uint16_t script) {
  const char *name = uscript_getShortName(static_cast<UScriptCode>(script));
  return name == nullptr ? "Zzzz" : name;
}
