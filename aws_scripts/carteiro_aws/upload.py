"""Puts local documents into the bucket under a name made of their bytes, so that nothing is sent twice."""

from __future__ import annotations

import hashlib
from pathlib import Path

from botocore.exceptions import ClientError

from carteiro_aws.aws_errors import is_missing
from carteiro_aws.errors import ScriptError
from carteiro_aws.names import s3_parts
from carteiro_aws.session import Clients
from carteiro_aws.waiting import Say

DIGEST_LENGTH = 16


def placed(clients: Clients, source: str, bucket: str, key: str, say: Say, *, dry_run: bool) -> str:
    """The s3:// address of documents: checked if they are there already, else uploaded below the key."""
    if source.startswith("s3://"):
        if not dry_run:
            check_prefix(clients, source)
        return source
    files = local_files(Path(source))
    prefix = f"{key}/{digest(files)}"
    uri = f"s3://{bucket}/{prefix}/"
    if not dry_run:
        for name, path in files.items():
            send(clients, path, bucket, f"{prefix}/{name}", say)
    return uri


def local_files(source: Path) -> dict[str, Path]:
    """The files of a folder by their path in it, or one file; hidden ones are left out."""
    if source.is_file():
        return {source.name: source}
    if not source.is_dir():
        raise ScriptError(f"{str(source)!r} is neither a local file or folder nor an address that begins with s3://")
    found = {path.relative_to(source).as_posix(): path for path in sorted(source.rglob("*")) if path.is_file()}
    visible = {name: path for name, path in found.items() if not any(part[0] == "." for part in name.split("/"))}
    if not visible:
        raise ScriptError(f"the folder {str(source)!r} holds no file; put the documents there or name another")
    return visible


def digest(files: dict[str, Path]) -> str:
    """A name for the files' names and bytes."""
    total = hashlib.sha256()
    for name, path in files.items():
        with path.open("rb") as file:
            total.update(f"{name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return total.hexdigest()[:DIGEST_LENGTH]


def send(clients: Clients, path: Path, bucket: str, key: str, say: Say) -> None:
    """Uploads one file unless the bucket has it in the same size."""
    size = path.stat().st_size
    try:
        if clients.s3.head_object(Bucket=bucket, Key=key)["ContentLength"] == size:
            return
    except ClientError as error:
        if not is_missing(error):
            raise
    say(f"uploading {path} to s3://{bucket}/{key}")
    clients.s3.upload_file(str(path), bucket, key)


def check_prefix(clients: Clients, uri: str) -> None:
    """Raises a ScriptError when nothing lies below an address."""
    bucket, key = s3_parts(uri)
    try:
        answer = clients.s3.list_objects_v2(Bucket=bucket, Prefix=key, MaxKeys=1)
    except ClientError as error:
        if is_missing(error):
            raise ScriptError(f"{uri}: the bucket {bucket!r} does not exist") from None
        raise
    if not answer.get("KeyCount"):
        raise ScriptError(f"{uri}: nothing is there; upload the documents or name another address")
