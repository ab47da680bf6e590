/// An opaque C interface to CLD2, the compact language detector.
#ifndef CCLD2_H
#define CCLD2_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  /// CLD2's code of the language, such as "uk", "zh" or "zh-Hant"; "un" when unknown. Static storage.
  const char *language;
  /// How much of the text is in it, 0 to 100.
  int32_t percent;
  bool reliable;
} ccld2_guess;

/// Guesses the language of plain UTF-8 text; ill-formed bytes make the guess unknown.
ccld2_guess ccld2_detect(const char *bytes, int32_t count);

#ifdef __cplusplus
}
#endif
#endif
