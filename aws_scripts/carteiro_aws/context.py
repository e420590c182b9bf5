"""What a command works with: settings, flags, clients, and where it speaks."""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
import sys
from collections.abc import Mapping
from typing import Any, TypeVar

from carteiro_aws.session import Clients

Section = TypeVar("Section")
SECRET_NAME = re.compile(r"token|password|passwd|secret|credential|api_?key", re.IGNORECASE)
HIDDEN = "(hidden)"


@dataclasses.dataclass(frozen=True)
class Context:
    """One run of one command."""

    sections: Mapping[type, object]
    options: argparse.Namespace
    clients: Clients

    def section(self, form: type[Section]) -> Section:
        """The settings of a section."""
        found = self.sections[form]
        assert isinstance(found, form)
        return found

    @property
    def dry_run(self) -> bool:
        """Whether requests are printed and nothing is called."""
        return bool(self.options.dry_run)

    def say(self, line: str) -> None:
        """Progress; results alone go to standard output."""
        print(line, file=sys.stderr, flush=True)

    def result(self, line: str) -> None:
        """A result, for a person or the next command of a pipe."""
        print(line, flush=True)


def shown(operation: str, request: Mapping[str, Any]) -> str:
    """A request as JSON for --dry-run; values whose name tells of a secret are hidden."""
    return json.dumps({"operation": operation, "request": masked(request)}, indent=2, ensure_ascii=False, default=str)


def masked(value: Any, name: str = "") -> Any:
    """A copy of a request without the values of secrets."""
    if isinstance(value, Mapping):
        return {key: masked(part, str(key)) for key, part in value.items()}
    if isinstance(value, list):
        return [masked(part) for part in value]
    return HIDDEN if isinstance(value, str) and SECRET_NAME.search(name) else value
