"""Waits for what SageMaker does, and says how far it is."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from typing import Any

from carteiro_aws.errors import JobError

Say = Callable[[str], None]


@dataclasses.dataclass(frozen=True)
class Kind:
    """How a kind of job tells its state."""

    title: str
    status_key: str
    success: str
    running: frozenset[str]
    detail_key: str = ""

    def status(self, description: dict[str, Any]) -> str:
        """The state, such as InProgress."""
        return str(description[self.status_key])

    def progress(self, description: dict[str, Any]) -> str:
        """The state with its detail, such as InProgress, Downloading."""
        detail = str(description.get(self.detail_key) or "")
        status = self.status(description)
        return f"{status}, {detail}" if detail and detail != status else status

    def is_running(self, description: dict[str, Any]) -> bool:
        """Whether the state will change by itself."""
        return self.status(description) in self.running


JOB_RUNNING = frozenset({"InProgress", "Stopping"})
TRAINING = Kind("training job", "TrainingJobStatus", "Completed", JOB_RUNNING, "SecondaryStatus")
TRANSFORM = Kind("transform job", "TransformJobStatus", "Completed", JOB_RUNNING)
TUNING = Kind("tuning job", "HyperParameterTuningJobStatus", "Completed", JOB_RUNNING)
ENDPOINT = Kind(
    "endpoint",
    "EndpointStatus",
    "InService",
    frozenset({"Creating", "Updating", "SystemUpdating", "RollingBack", "Deleting"}),
)

DELETION = Kind("endpoint", "EndpointStatus", "Deleted", frozenset({"Deleting"}))


def wait(
    kind: Kind, name: str, describe: Callable[[], dict[str, Any]], poll_seconds: float, say: Say
) -> dict[str, Any]:
    """Looks until the job no longer runs, and says each new state; the last description."""
    start = time.monotonic()
    said = ""
    while True:
        description = describe()
        progress = kind.progress(description)
        if progress != said:
            say(f"{kind.title} {name}: {progress} ({time.monotonic() - start:.0f} s)")
            said = progress
        if not kind.is_running(description):
            return description
        time.sleep(poll_seconds)


def require_success(kind: Kind, name: str, description: dict[str, Any]) -> None:
    """Raises JobError with SageMaker's reason unless the job ended as wished."""
    status = kind.status(description)
    if status == kind.success:
        return
    reason = " ".join(str(description.get("FailureReason") or "").split())
    if status == "Stopped":
        raise JobError(f"{kind.title} {name} was stopped before its end{': ' + reason if reason else ''}")
    raise JobError(f"{kind.title} {name} is {status}: {reason or 'SageMaker gives no reason; see its log'}")
