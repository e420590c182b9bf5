"""Settings as fields of frozen dataclasses: a default, a meaning and a range, each declared once."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Mapping
from typing import Any

from carteiro_aws.errors import ScriptError

TRUE_WORDS = frozenset({"true", "yes", "on", "1"})
FALSE_WORDS = frozenset({"false", "no", "off", "0"})


def setting(
    default: Any,
    meaning: str,
    *,
    choices: tuple[str, ...] = (),
    least: float | None = None,
    most: float | None = None,
    flag: str = "",
) -> Any:
    """A dataclass field that a flag, an environment variable and the configuration file can set."""
    metadata = {"meaning": meaning, "choices": choices, "least": least, "most": most, "flag": flag}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclasses.dataclass(frozen=True)
class Setting:
    """One setting: where it stands, what it may be and what it is for."""

    section: str
    name: str
    kind: type
    meaning: str
    choices: tuple[str, ...]
    least: float | None
    most: float | None
    given_flag: str

    @property
    def flag(self) -> str:
        """The flag of the command line."""
        return self.given_flag or "--" + self.name.replace("_", "-")

    @property
    def variable(self) -> str:
        """The environment variable."""
        return f"CARTEIRO_{self.section}_{self.name}".upper()

    def value(self, raw: object, place: str) -> object:
        """The setting's value made of what stood at a place; a ScriptError names the place."""
        if self.kind is dict:
            return table(raw, place)
        if self.kind is tuple:
            return names(raw, place)
        if self.kind is bool:
            return truth(raw, place)
        if self.kind is str:
            return self._word(raw, place)
        return self._number(raw, place)

    def _word(self, raw: object, place: str) -> str:
        if not isinstance(raw, str):
            raise ScriptError(f"{place}: expected text in quotes, found {raw!r}")
        word = raw.strip()
        if self.choices and word not in self.choices:
            raise ScriptError(f"{place}: found {word!r}; allowed: {', '.join(self.choices)}")
        return word

    def _number(self, raw: object, place: str) -> int | float:
        wanted = "a whole number" if self.kind is int else "a number"
        try:
            if isinstance(raw, bool) or not isinstance(raw, int | float | str):
                raise ValueError
            number = int(raw) if self.kind is int and not isinstance(raw, float) else float(raw)
        except ValueError:
            raise ScriptError(f"{place}: expected {wanted}, found {raw!r}") from None
        if self.kind is int and number != int(number):
            raise ScriptError(f"{place}: expected {wanted}, found {raw!r}")
        if (self.least is not None and number < self.least) or (self.most is not None and number > self.most):
            raise ScriptError(f"{place}: {number} is out of range; allowed: {self._range()}")
        return int(number) if self.kind is int else number

    def _range(self) -> str:
        parts = [f"from {self.least:g}" if self.least is not None else ""]
        parts.append(f"up to {self.most:g}" if self.most is not None else "")
        return " ".join(part for part in parts if part)


def settings_of(section: str, form: type) -> tuple[Setting, ...]:
    """The settings of a section's dataclass, in their order."""
    kinds = typing.get_type_hints(form)
    return tuple(_setting(section, field, kinds[field.name]) for field in dataclasses.fields(form))


def _setting(section: str, field: dataclasses.Field[Any], annotation: Any) -> Setting:
    facts = field.metadata
    return Setting(
        section,
        field.name,
        typing.get_origin(annotation) or annotation,
        facts["meaning"],
        facts["choices"],
        facts["least"],
        facts["most"],
        facts["flag"],
    )


def truth(raw: object, place: str) -> bool:
    """True or false, by value or by word."""
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word in TRUE_WORDS or word in FALSE_WORDS:
        return word in TRUE_WORDS
    raise ScriptError(f"{place}: expected true or false, found {raw!r}")


def names(raw: object, place: str) -> tuple[str, ...]:
    """A list, or names between commas."""
    if isinstance(raw, str):
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    if isinstance(raw, list | tuple) and all(isinstance(part, str) for part in raw):
        return tuple(str(part) for part in raw)
    raise ScriptError(f"{place}: expected a list of names, found {raw!r}")


def table(raw: object, place: str) -> dict[str, str]:
    """A table from name to text; a variable holds it as a JSON object, a flag as NAME=VALUE."""
    if isinstance(raw, list):
        return dict(_pair(part, place) for part in raw)
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError:
            raise ScriptError(f'{place}: expected a JSON object such as {{"name": "value"}}') from None
    if not isinstance(raw, Mapping):
        raise ScriptError(f"{place}: expected a table of names and values, found {raw!r}")
    return {str(name): plain_text(value) for name, value in raw.items()}


def _pair(part: object, place: str) -> tuple[str, str]:
    name, equals, value = str(part).partition("=")
    if not equals or not name.strip():
        # The value may be a secret, so it is not repeated.
        raise ScriptError(f"{place}: expected NAME=VALUE")
    return name.strip(), value


def plain_text(value: object) -> str:
    """A value as SageMaker passes it on: text as it is, all else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
