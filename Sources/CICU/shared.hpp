// What the files of this shim share.
#ifndef CICU_SHARED_HPP
#define CICU_SHARED_HPP

#include <cstdlib>
#include <cstring>
#include <string>
#include <unicode/unistr.h>

#include "CICU.h"

namespace cicu {

inline cicu_string copy(const char *bytes, size_t count) {
  char *out = static_cast<char *>(std::malloc(count + 1));
  if (out == nullptr) return {nullptr, 0};
  std::memcpy(out, bytes, count);
  out[count] = 0;
  return {out, static_cast<int64_t>(count)};
}

inline cicu_string copy(const std::string &text) { return copy(text.data(), text.size()); }

inline cicu_string copy(const icu::UnicodeString &text) {
  std::string out;
  text.toUTF8String(out);
  return copy(out);
}

inline icu::StringPiece piece(const char *bytes, int64_t count) {
  return icu::StringPiece(bytes, static_cast<int32_t>(count));
}

inline icu::UnicodeString wide(const char *bytes, int64_t count) {
  return icu::UnicodeString::fromUTF8(piece(bytes, count));
}

constexpr cicu_string none = {nullptr, 0};

/// ICU counts in 32 bits.
inline bool fits(int64_t count) { return count >= 0 && count < INT32_MAX / 2; }

}  // namespace cicu
#endif
