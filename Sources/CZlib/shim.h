#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not see. 32 more: a gzip or zlib header is told by itself. */
static inline int czlib_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
