// libxml2 built with ICU would pull ICU's headers into Swift, where they clash with the toolchain's own ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

// `xmlFree` is a mutable global of libxml2, which Swift may not touch; nobody here ever changes it.
static inline void cxml2_free(void *memory) { xmlFree(memory); }
