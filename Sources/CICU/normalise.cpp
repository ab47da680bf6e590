#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uversion.h>
#include <vector>

#include "shared.hpp"

using namespace cicu;

void cicu_string_free(cicu_string string) { std::free(string.bytes); }

const char *cicu_version(void) { return U_ICU_VERSION; }

static const icu::Normalizer2 *normalizer(cicu_form form, UErrorCode &status) {
  switch (form) {
    case CICU_NFC: return icu::Normalizer2::getNFCInstance(status);
    case CICU_NFD: return icu::Normalizer2::getNFDInstance(status);
    case CICU_NFKC: return icu::Normalizer2::getNFKCInstance(status);
    case CICU_NFKC_FOLDED: return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }
  return nullptr;
}

bool cicu_is_normalized(cicu_form form, const char *bytes, int64_t count) {
  if (!fits(count)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *n = normalizer(form, status);
  if (U_FAILURE(status)) return false;
  return n->isNormalizedUTF8(piece(bytes, count), status) && U_SUCCESS(status);
}

static bool run(cicu_form form, const char *bytes, int64_t count, std::string &out, icu::Edits *edits) {
  if (!fits(count)) return false;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *n = normalizer(form, status);
  if (U_FAILURE(status)) return false;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  n->normalizeUTF8(0, piece(bytes, count), sink, edits, status);
  return U_SUCCESS(status);
}

cicu_string cicu_normalize(cicu_form form, const char *bytes, int64_t count) {
  std::string out;
  return run(form, bytes, count, out, nullptr) ? copy(out) : none;
}

cicu_edited cicu_normalize_with_edits(cicu_form form, const char *bytes, int64_t count) {
  std::string out;
  icu::Edits edits;
  if (!run(form, bytes, count, out, &edits)) return {none, nullptr, 0};
  std::vector<int64_t> pairs;
  UErrorCode status = U_ZERO_ERROR;
  icu::Edits::Iterator it = edits.getFineChangesIterator();
  while (it.next(status) && U_SUCCESS(status)) {
    pairs.push_back(it.sourceIndex());
    pairs.push_back(it.destinationIndex());
    pairs.push_back(it.sourceIndex() + it.oldLength());
    pairs.push_back(it.destinationIndex() + it.newLength());
  }
  int64_t *copied = static_cast<int64_t *>(std::malloc(sizeof(int64_t) * (pairs.size() + 1)));
  std::memcpy(copied, pairs.data(), sizeof(int64_t) * pairs.size());
  return {copy(out), copied, static_cast<int64_t>(pairs.size() / 2)};
}

void cicu_edited_free(cicu_edited edited) {
  cicu_string_free(edited.text);
  std::free(edited.edits);
}

cicu_string cicu_fold(const char *bytes, int64_t count) {
  if (!fits(count)) return none;
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  icu::CaseMap::utf8Fold(0, piece(bytes, count), sink, nullptr, status);
  return U_SUCCESS(status) ? copy(out) : none;
}

cicu_string cicu_lower(const char *locale, const char *bytes, int64_t count) {
  if (!fits(count)) return none;
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  icu::CaseMap::utf8ToLower(locale, 0, piece(bytes, count), sink, nullptr, status);
  return U_SUCCESS(status) ? copy(out) : none;
}

cicu_string cicu_title(const char *locale, const char *bytes, int64_t count) {
  if (!fits(count)) return none;
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  icu::CaseMap::utf8ToTitle(locale, 0, nullptr, piece(bytes, count), sink, nullptr, status);
  return U_SUCCESS(status) ? copy(out) : none;
}
