"""Layers of settings: flags come before the environment, that before config.toml, that before the defaults."""

from __future__ import annotations

import argparse
import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from carteiro_aws.errors import ScriptError
from carteiro_aws.sections import SECTIONS
from carteiro_aws.settings import Setting, settings_of

Section = TypeVar("Section")
DEFAULT_FILE = Path(__file__).resolve().parents[1] / "config.toml"
FILE_VARIABLE = "CARTEIRO_AWS_CONFIG"


def read_file(given: str | None, environ: Mapping[str, str]) -> tuple[dict[str, Any], Path]:
    """The configuration file's tables and its path; a file that was not asked for may be missing."""
    asked = given or environ.get(FILE_VARIABLE)
    path = Path(asked) if asked else DEFAULT_FILE
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if not asked:
            return {}, path
        raise ScriptError(f"{path}: no such configuration file; name one by --config-file or {FILE_VARIABLE}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ScriptError(f"{path}: cannot be read: {error}") from None
    except tomllib.TOMLDecodeError as error:
        raise ScriptError(f"{path}: not TOML: {error}") from None
    refuse_unknown(tables, path)
    return tables, path


def refuse_unknown(tables: Mapping[str, Any], path: Path) -> None:
    """Raises a ScriptError for a section or a key that no script knows, with the nearest name."""
    for section, values in tables.items():
        if section not in SECTIONS:
            raise ScriptError(f"{path}: unknown section [{section}]{nearest(section, list(SECTIONS))}")
        if not isinstance(values, dict):
            raise ScriptError(f"{path}: [{section}] must be a section, found {values!r}")
        known = [setting.name for setting in settings_of(section, SECTIONS[section])]
        for name in values:
            if name not in known:
                raise ScriptError(f"{path}: [{section}] has no {name!r}{nearest(name, known)}")


def nearest(name: str, known: list[str]) -> str:
    """The nearest known name as the end of a message, or all of them."""
    found = difflib.get_close_matches(name, known, 1)
    return f"; did you mean {found[0]!r}?" if found else f"; known: {', '.join(known)}"


def resolve(
    section: str,
    form: type[Section],
    flags: Mapping[str, object],
    environ: Mapping[str, str],
    tables: Mapping[str, Any],
    path: Path,
) -> Section:
    """The values of a section. Tables of names and values are joined over the layers, name by name."""
    return form(**dict(_resolved(section, form, flags, environ, tables.get(section, {}), path)))


def _resolved(
    section: str,
    form: type,
    flags: Mapping[str, object],
    environ: Mapping[str, str],
    values: Mapping[str, Any],
    path: Path,
) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for setting in settings_of(section, form):
        layers = [
            (values.get(setting.name), f"{path}: [{section}] {setting.name}"),
            (environ.get(setting.variable), setting.variable),
            (flags.get(setting.name), setting.flag),
        ]
        given = [setting.value(raw, place) for raw, place in layers if raw is not None]
        if given:
            found.append((setting.name, joined(given) if setting.kind is dict else given[-1]))
    return found


def joined(tables: list[Any]) -> dict[str, str]:
    """Tables laid over each other, the last on top."""
    return {name: value for table in tables for name, value in table.items()}


def add_flags(parser: argparse.ArgumentParser, section: str, form: type) -> None:
    """Adds a flag for each setting of a section."""
    group = parser.add_argument_group(f"settings of [{section}]")
    for setting in settings_of(section, form):
        _add_flag(group, setting)


def _add_flag(group: argparse._ArgumentGroup, setting: Setting) -> None:
    text = f"{setting.meaning} ({setting.variable})".replace("%", "%%")
    if setting.kind is bool:
        group.add_argument(
            setting.flag, dest=setting.name, action=argparse.BooleanOptionalAction, default=None, help=text
        )
    elif setting.kind is dict:
        group.add_argument(setting.flag, dest=setting.name, action="append", metavar="NAME=VALUE", help=text)
    else:
        metavar = "|".join(setting.choices) or setting.name.upper()
        group.add_argument(setting.flag, dest=setting.name, metavar=metavar, help=text)
