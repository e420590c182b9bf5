"""The metrics that `carteiro train` prints, as SageMaker's metric definitions; docs/training.md has the same table."""

from __future__ import annotations

from carteiro_aws.errors import ScriptError

MEASURED = (
    "validation:accuracy",
    "validation:macro_f1",
    "validation:weighted_f1",
    "validation:log_loss",
    "oob:accuracy",
    "oob:macro_f1",
    "validation:calibration_error",
    "validation:raw_calibration_error",
    "validation:automatic_share",
    "validation:automatic_precision",
    "validation:hours_saved_per_1000",
    "oob:calibration_error",
    "oob:raw_calibration_error",
    "oob:automatic_share",
    "oob:automatic_precision",
    "oob:hours_saved_per_1000",
    "validation:documents",
    "validation:documents_with_unknown_label",
    "train:documents",
    "train:labels",
    "train:features",
    "train:job_seconds",
)
OBJECTIVES = MEASURED[:6]
MINIMIZED = frozenset({"validation:log_loss"})


def definitions() -> list[dict[str, str]]:
    """MetricDefinitions of a training job."""
    return [{"Name": name, "Regex": f"{name}=([0-9.]+);"} for name in MEASURED]


def objective(name: str) -> dict[str, str]:
    """The objective of a tuning job; a ScriptError names those that exist."""
    if name not in OBJECTIVES:
        raise ScriptError(f"[tuning] objective {name!r} is not a metric to tune for; one of: {', '.join(OBJECTIVES)}")
    return {"Type": "Minimize" if name in MINIMIZED else "Maximize", "MetricName": name}
