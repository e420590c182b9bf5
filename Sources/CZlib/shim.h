#include <zlib.h>

/// `inflateInit2` and `deflateInit2` are macros, which Swift does not see. 16 adds the gzip wrapper (RFC 1952).
static inline int carteiro_inflate_init_gzip(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

static inline int carteiro_deflate_init_gzip(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
