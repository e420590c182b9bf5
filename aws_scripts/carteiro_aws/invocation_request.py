"""InvokeEndpoint's request: types of bodies, limits."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from carteiro_aws.errors import ScriptError

SIZE_LIMIT = 6_291_456
TYPES = {
    ".json": "application/json",
    ".jsonl": "application/jsonlines",
    ".jsonlines": "application/jsonlines",
    ".csv": "text/csv",
    ".txt": "text/plain",
}


def content_type(given: str | None, source: list[str] | Path) -> tuple[str, bytes]:
    """The body's type, and for texts the body: JSON unless lines or a plain text are asked for."""
    if isinstance(source, Path):
        kind = given or TYPES.get(source.suffix.lower())
        if kind is None:
            raise ScriptError(f"{source}: the name does not tell the type; give --content-type")
        return kind, b""
    kind = given or "application/json"
    return kind, texts_body(kind, source)


def texts_body(kind: str, texts: list[str]) -> bytes:
    """Texts as a body of a type."""
    form = kind.partition(";")[0].strip().lower()
    if form == "application/json":
        body = json.dumps({"instances": texts}, ensure_ascii=False)
    elif form == "application/jsonlines":
        body = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    elif form == "text/plain":
        body = "".join(" ".join(text.splitlines()) + "\n" for text in texts)
    elif form == "text/csv":
        body = "".join('"' + text.replace('"', '""') + '"\n' for text in texts)
    else:
        raise ScriptError(f"texts cannot be written as {kind!r}; use one of: {', '.join(sorted(set(TYPES.values())))}")
    return body.encode()


def checked_body(body: bytes) -> bytes:
    """The body, if SageMaker takes so much in one request."""
    if len(body) > SIZE_LIMIT:
        raise ScriptError(
            f"the body is larger than {SIZE_LIMIT} bytes, the most for one request; split it, or use "
            "create_batch_transform_job.py"
        )
    if not body:
        raise ScriptError("the body is empty; give at least one message")
    return body


def invocation_request(name: str, kind: str, body: bytes, options: argparse.Namespace) -> dict[str, Any]:
    """The request; what was not asked for is left out."""
    request: dict[str, Any] = {"EndpointName": name, "ContentType": kind, "Body": body}
    optional = {
        "Accept": options.accept,
        "TargetModel": options.target_model,
        "CustomAttributes": options.custom_attributes,
    }
    request.update({key: value for key, value in optional.items() if value})
    return request
