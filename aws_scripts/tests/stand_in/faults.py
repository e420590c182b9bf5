"""What a test makes the stand-in do wrong."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass
class Faults:
    """Denied and throttled operations by name, and jobs that end badly by a part of their name."""

    denied: set[str] = dataclasses.field(default_factory=set)
    throttled: dict[str, int] = dataclasses.field(default_factory=dict)
    endings: dict[str, str] = dataclasses.field(default_factory=dict)
    calls: list[str] = dataclasses.field(default_factory=list)

    def reset(self) -> None:
        """Forgets everything."""
        for part in (self.denied, self.throttled, self.endings, self.calls):
            part.clear()

    def ending(self, name: str, success: str) -> str:
        """How the job of a name ends."""
        return next((status for part, status in self.endings.items() if part in name), success)


FAULTS = Faults()
