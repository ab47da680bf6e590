/// An opaque C interface to system ICU.
///
/// No ICU type or header appears here: the Swift toolchain loads an ICU of its own, and two modules that both show
/// `UErrorCode` to Swift cannot be built together. Text is UTF-8 with explicit byte lengths, positions are byte
/// offsets, results are owned by the caller and freed by the function that stands beside each type.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that ICU made; `bytes` is NULL when the call failed.
typedef struct {
  char *bytes;
  int64_t count;
} cicu_string;

void cicu_string_free(cicu_string string);

/// The version of the ICU that is linked, such as "72.1".
const char *cicu_version(void);

// Normalisation and case ------------------------------------------------------------------------------------------

typedef enum { CICU_NFC, CICU_NFD, CICU_NFKC, CICU_NFKC_FOLDED } cicu_form;

/// True when the UTF-8 is valid and already in the form.
bool cicu_is_normalized(cicu_form form, const char *bytes, int64_t count);
cicu_string cicu_normalize(cicu_form form, const char *bytes, int64_t count);

typedef struct {
  cicu_string text;
  /// Pairs (offset in the input, offset in the text): the start and the end of each changed run, in order.
  int64_t *edits;
  int64_t edit_count;
} cicu_edited;

/// Normalises and reports which runs changed. Ill-formed UTF-8 becomes U+FFFD.
cicu_edited cicu_normalize_with_edits(cicu_form form, const char *bytes, int64_t count);
void cicu_edited_free(cicu_edited edited);

cicu_string cicu_fold(const char *bytes, int64_t count);
cicu_string cicu_lower(const char *locale, const char *bytes, int64_t count);
cicu_string cicu_title(const char *locale, const char *bytes, int64_t count);

// Breaks ----------------------------------------------------------------------------------------------------------

typedef struct cicu_breaker cicu_breaker;
typedef enum { CICU_CHARACTERS, CICU_WORDS, CICU_LINES, CICU_SENTENCES } cicu_break_kind;

cicu_breaker *cicu_breaker_open(cicu_break_kind kind, const char *locale);
cicu_breaker *cicu_breaker_clone(const cicu_breaker *breaker);
void cicu_breaker_close(cicu_breaker *breaker);
/// The bytes must stay where they are until the next `set` or `close`.
bool cicu_breaker_set(cicu_breaker *breaker, const char *bytes, int64_t count);
/// The next boundary, or -1 at the end.
int32_t cicu_breaker_next(cicu_breaker *breaker);
/// ICU's rule status of the last boundary; for words: below 100 not a word, 100 numbers, 200 letters, 300 kana, 400 ideographs.
int32_t cicu_breaker_status(cicu_breaker *breaker);

// Regular expressions ---------------------------------------------------------------------------------------------

typedef struct cicu_regex cicu_regex;

/// Where a pattern is at fault, in UTF-16 units, and why, in words that live as long as the program.
typedef struct {
  int32_t offset;
  const char *reason;
} cicu_regex_fault;

/// `fault` is set when NULL is returned.
cicu_regex *cicu_regex_open(const char *pattern, int64_t count, bool ignore_case, cicu_regex_fault *fault);
cicu_regex *cicu_regex_clone(const cicu_regex *regex);
void cicu_regex_close(cicu_regex *regex);
bool cicu_regex_set(cicu_regex *regex, const char *bytes, int64_t count);
bool cicu_regex_region(cicu_regex *regex, int64_t start, int64_t end);
/// Finds the next match; false when there is none, or when ICU's time or stack limit was reached.
bool cicu_regex_next(cicu_regex *regex);
bool cicu_regex_matches(cicu_regex *regex);

typedef enum { CICU_REGEX_NONE, CICU_REGEX_MATCH, CICU_REGEX_EXHAUSTED } cicu_regex_result;

/// Both look at the whole text, not at a region, and tell when ICU's time or stack limit was reached.
cicu_regex_result cicu_regex_find_from(cicu_regex *regex, int64_t start);
cicu_regex_result cicu_regex_matches_at(cicu_regex *regex, int64_t start);
/// How much work one search may take, in thousandths of what ICU calls a second.
void cicu_regex_set_limit(cicu_regex *regex, int32_t limit);
/// Group bounds of the last match; -1 when the group took no part.
int64_t cicu_regex_start(cicu_regex *regex, int32_t group);
int64_t cicu_regex_end(cicu_regex *regex, int32_t group);
/// The number of a named group, or -1.
int32_t cicu_regex_group(cicu_regex *regex, const char *name);

// Transliteration -------------------------------------------------------------------------------------------------

typedef struct cicu_transliterator cicu_transliterator;

cicu_transliterator *cicu_transliterator_open(const char *id);
cicu_transliterator *cicu_transliterator_open_rules(const char *rules, int64_t count);
cicu_transliterator *cicu_transliterator_clone(const cicu_transliterator *transliterator);
void cicu_transliterator_close(cicu_transliterator *transliterator);
cicu_string cicu_transliterate(const cicu_transliterator *transliterator, const char *bytes, int64_t count);

// Collation -------------------------------------------------------------------------------------------------------

typedef struct cicu_collator cicu_collator;

/// Strength 1 to 3: base letters, accents, case.
cicu_collator *cicu_collator_open(const char *locale, int32_t strength);
cicu_collator *cicu_collator_clone(const cicu_collator *collator);
void cicu_collator_close(cicu_collator *collator);
int32_t cicu_compare(const cicu_collator *collator, const char *a, int64_t a_count, const char *b, int64_t b_count);

// Language tags ---------------------------------------------------------------------------------------------------

typedef enum {
  CICU_TAG_CANONICAL,
  CICU_TAG_MAXIMIZED,
  CICU_TAG_MINIMIZED,
  CICU_TAG_LANGUAGE,
  CICU_TAG_SCRIPT,
  CICU_TAG_REGION
} cicu_tag_part;

/// NULL bytes when the tag is not well-formed BCP 47.
cicu_string cicu_tag(const char *tag, cicu_tag_part part);
cicu_string cicu_display_language(const char *tag, const char *in_locale);

typedef enum {
  CICU_MONTHS,
  CICU_MONTHS_SHORT,
  CICU_WEEKDAYS,
  CICU_LANGUAGES,
  CICU_REGIONS,
  CICU_CURRENCIES,
  CICU_SPELLED_NUMBERS
} cicu_vocabulary;

/// ICU's own words of one kind in a locale: lines of `key` tab `word`, where the key is the same in every locale.
cicu_string cicu_words(const char *locale, cicu_vocabulary vocabulary);

// Characters ------------------------------------------------------------------------------------------------------

typedef struct {
  uint8_t category;
  int8_t digit;
  uint16_t script;
  uint8_t white_space;
  uint8_t bidi_right;
  /// East Asian Width W or F: two columns of a terminal.
  uint8_t wide;
  /// What to add for the simple case folding.
  int32_t fold_delta;
  /// What to add for the first character of the full canonical decomposition, folded.
  int32_t base_delta;
} cicu_character;

/// Fills `out` with the properties of `count` scalars from `first`.
void cicu_characters(uint32_t first, uint32_t count, cicu_character *out);
/// Two characters have one category and one script.
bool cicu_are_alike(uint32_t first, uint32_t second);
/// The ISO 15924 code of a script number, such as "Cyrl".
const char *cicu_script_name(uint16_t script);

// Numbers and messages --------------------------------------------------------------------------------------------

typedef struct cicu_number cicu_number;

cicu_number *cicu_number_open(const char *locale, bool spelled_out);
cicu_number *cicu_number_clone(const cicu_number *number);
void cicu_number_close(cicu_number *number);
/// Parses a number at the start of the bytes; `used` is how many bytes it took, 0 when there is none.
double cicu_number_parse(const cicu_number *number, const char *bytes, int64_t count, int64_t *used);
cicu_string cicu_number_format(const cicu_number *number, double value);

/// One named argument of a message: text when `text` is not NULL, else a number.
typedef struct {
  const char *name;
  const char *text;
  double number;
} cicu_argument;

cicu_string cicu_message(const char *locale, const char *pattern, const cicu_argument *arguments, int32_t count);

// Encodings -------------------------------------------------------------------------------------------------------

/// The most likely encoding's name with a confidence of 0 to 100; NULL bytes when ICU has no idea.
cicu_string cicu_detect_encoding(const char *bytes, int64_t count, int32_t *confidence);
/// Converts to UTF-8; NULL bytes when the encoding is unknown.
cicu_string cicu_convert(const char *encoding, const char *bytes, int64_t count);

#ifdef __cplusplus
}
#endif
#endif
