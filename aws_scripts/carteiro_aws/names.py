"""Names and addresses, checked before AWS sees them."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from carteiro_aws.errors import ScriptError

LONGEST_NAME = 63
NAME = re.compile(r"[a-zA-Z0-9](-*[a-zA-Z0-9])*")
DIGEST_LENGTH = 10


def checked_name(name: str, what: str, longest: int = LONGEST_NAME) -> str:
    """The name, if SageMaker takes it."""
    if not NAME.fullmatch(name) or len(name) > longest:
        raise ScriptError(
            f"{what} name {name!r} is not allowed: letters, digits and inner hyphens, at most {longest} characters"
        )
    return name


def dated_name(prefix: str, now: datetime.datetime) -> str:
    """A name for a new job: the prefix and the time in UTC."""
    return checked_name(f"{prefix}-{now.astimezone(datetime.UTC):%Y%m%d-%H%M%S}", "job")


def content_name(prefix: str, content: Mapping[str, Any]) -> str:
    """A name that stands for a content: the same content has the same name."""
    text = json.dumps(content, sort_keys=True, default=str)
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]}"


def is_content_name(name: str, prefix: str) -> bool:
    """Whether a name was made by `content_name` with the prefix."""
    return re.fullmatch(re.escape(prefix) + rf"-[0-9a-f]{{{DIGEST_LENGTH}}}", name) is not None


def s3_parts(uri: str) -> tuple[str, str]:
    """Bucket and key of an s3:// address."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    if not uri.startswith("s3://") or not bucket:
        raise ScriptError(f"{uri!r} is not an address of S3; write s3://BUCKET/KEY")
    return bucket, key
