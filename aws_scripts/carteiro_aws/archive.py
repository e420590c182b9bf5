"""Unpacks a model's archive without trusting it."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from pathlib import Path, PurePosixPath

from carteiro_aws.errors import ScriptError

MOST_FILES = 10_000
MOST_BYTES = 8 << 30


def unpack(archive: Path, folder: Path) -> list[str]:
    """Unpacks regular files into a folder, all or none; the names of the files.

    Links, devices, absolute names and `..` are refused. Files that are there under other names stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".unpacking-", dir=folder) as scratch:
        try:
            with tarfile.open(archive, "r:gz") as tar:
                names = extract(tar, Path(scratch), archive)
        except (tarfile.TarError, EOFError, OSError) as error:
            raise ScriptError(f"{archive.name}: not a whole tar.gz archive: {error}") from None
        for name in names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (Path(scratch) / name).replace(target)
    return names


def extract(tar: tarfile.TarFile, folder: Path, archive: Path) -> list[str]:
    """Writes the members one by one within the limits."""
    names: list[str] = []
    size = 0
    for member in tar:
        if member.isdir():
            continue
        name = safe_name(member, archive)
        size += member.size
        if len(names) >= MOST_FILES or size > MOST_BYTES:
            raise ScriptError(f"{archive.name}: holds more than {MOST_FILES} files or {MOST_BYTES >> 30} GiB")
        write(tar, member, folder / name)
        names.append(name)
    if not names:
        raise ScriptError(f"{archive.name}: holds no file; the training job wrote no model")
    return names


def safe_name(member: tarfile.TarInfo, archive: Path) -> str:
    """A member's name below the folder."""
    path = PurePosixPath(member.name)
    if not member.isreg() or path.is_absolute() or ".." in path.parts or "\\" in member.name or not path.parts:
        raise ScriptError(f"{archive.name}: refused {member.name!r}: only plain files below the folder are unpacked")
    return str(path)


def write(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    """Copies a member's bytes; its owner and mode are not taken over."""
    source = tar.extractfile(member)
    if source is None:
        raise ScriptError(f"{member.name!r} cannot be read from the archive")
    target.parent.mkdir(parents=True, exist_ok=True)
    with source, target.open("wb") as output:
        shutil.copyfileobj(source, output)
