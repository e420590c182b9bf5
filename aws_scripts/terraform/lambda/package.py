#!/usr/bin/env python3
"""Packs handler.py into handler.zip beside it.

The same source gives the same bytes, so that Terraform sees real changes only.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
OLDEST_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644


def pack(source: Path, target: Path) -> None:
    """Writes an archive with one file."""
    entry = zipfile.ZipInfo(source.name, OLDEST_TIME)
    entry.external_attr = READABLE << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(entry, source.read_bytes())


if __name__ == "__main__":
    pack(FOLDER / "handler.py", FOLDER / "handler.zip")
    print(FOLDER / "handler.zip")
