"""How Schemathesis writes the media types that it doesn't know."""
import json

import schemathesis


@schemathesis.serializer("application/jsonlines", "text/csv")
def as_text(_context, value):
    """A text as it is, and anything else as JSON."""
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode("utf-8", "surrogatepass")
