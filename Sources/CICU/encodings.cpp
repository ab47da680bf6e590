#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "shared.hpp"

using namespace cicu;

cicu_string cicu_detect_encoding(const char *bytes, int64_t count, int32_t *confidence) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return none;
  // A page's first 64 KiB tell; the rest costs time.
  ucsdet_setText(detector, bytes, static_cast<int32_t>(count > 65536 ? 65536 : count), &status);
  ucsdet_enableInputFilter(detector, true);
  const UCharsetMatch *match = ucsdet_detect(detector, &status);
  cicu_string out = none;
  if (U_SUCCESS(status) && match != nullptr) {
    const char *name = ucsdet_getName(match, &status);
    *confidence = ucsdet_getConfidence(match, &status);
    if (U_SUCCESS(status)) out = copy(std::string(name));
  }
  ucsdet_close(detector);
  return out;
}

cicu_string cicu_convert(const char *encoding, const char *bytes, int64_t count) {
  if (!fits(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return none;
  icu::UnicodeString text(bytes, static_cast<int32_t>(count), converter, status);
  ucnv_close(converter);
  return U_FAILURE(status) ? none : copy(text);
}
