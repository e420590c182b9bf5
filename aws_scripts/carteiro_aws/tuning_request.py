"""CreateHyperParameterTuningJob's request, made of settings alone."""

from __future__ import annotations

import json
from typing import Any

from carteiro_aws import metrics
from carteiro_aws.errors import ScriptError
from carteiro_aws.names import checked_name
from carteiro_aws.sections import AWSSettings, TrainingSettings, TuningSettings
from carteiro_aws.training_request import Resources, checked_hyperparameters, checkpoints, tags, training_definition

# SageMaker appends a number and a suffix for each training job.
LONGEST_TUNING_NAME = 32
SCALINGS = ("Auto", "Linear", "Logarithmic", "ReverseLogarithmic")


def tuning_request(
    name: str,
    channels: dict[str, str],
    aws: AWSSettings,
    training: TrainingSettings,
    tuning: TuningSettings,
    resources: Resources,
) -> dict[str, Any]:
    """The request of a tuning job; hyperparameters without a range keep their value."""
    ranges = parameter_ranges(tuning)
    tuned = {entry["Name"] for entries in ranges.values() for entry in entries}
    fixed = {key: value for key, value in training.hyperparameters.items() if key not in tuned}
    definition = training_definition(channels, aws, training, resources)
    definition["StaticHyperParameters"] = checked_hyperparameters(fixed)
    if training.checkpoints or training.spot:
        definition["CheckpointConfig"] = checkpoints(name, aws, resources)
    return {
        "HyperParameterTuningJobName": checked_name(name, "tuning job", LONGEST_TUNING_NAME),
        "HyperParameterTuningJobConfig": {
            "Strategy": tuning.strategy,
            "HyperParameterTuningJobObjective": metrics.objective(tuning.objective),
            "ResourceLimits": limits(tuning),
            "ParameterRanges": ranges,
            "TrainingJobEarlyStoppingType": early_stopping(tuning),
        },
        "TrainingJobDefinition": definition,
        "Tags": tags(aws),
    }


def limits(tuning: TuningSettings) -> dict[str, int]:
    """ResourceLimits; a grid has as many jobs as it has points."""
    if tuning.max_parallel > tuning.max_jobs:
        raise ScriptError(f"[tuning] max_parallel {tuning.max_parallel} is above max_jobs {tuning.max_jobs}; lower it")
    parallel = {"MaxParallelTrainingJobs": tuning.max_parallel}
    return parallel if tuning.strategy == "Grid" else {"MaxNumberOfTrainingJobs": tuning.max_jobs, **parallel}


def early_stopping(tuning: TuningSettings) -> str:
    """Hyperband stops jobs by its own rule and refuses another."""
    return "Auto" if tuning.early_stopping and tuning.strategy != "Hyperband" else "Off"


def parameter_ranges(tuning: TuningSettings) -> dict[str, list[dict[str, Any]]]:
    """ParameterRanges; at least one is needed, and a grid takes words alone."""
    ranges = {
        "IntegerParameterRanges": [span(name, text, "integer") for name, text in sorted(tuning.integer.items())],
        "ContinuousParameterRanges": [
            span(name, text, "continuous") for name, text in sorted(tuning.continuous.items())
        ],
        "CategoricalParameterRanges": [words(name, text) for name, text in sorted(tuning.categorical.items())],
    }
    if not any(ranges.values()):
        raise ScriptError("[tuning] has no range; give one, such as [tuning.integer] n_estimators = [50, 400]")
    if tuning.strategy == "Grid" and (tuning.integer or tuning.continuous):
        raise ScriptError(
            "[tuning] strategy Grid takes [tuning.categorical] ranges alone; write numbers as words there"
        )
    return ranges


def span(name: str, text: str, kind: str) -> dict[str, str]:
    """A range of numbers from `[least, most]` or `[least, most, scaling]`."""
    place = f"[tuning.{kind}] {name}"
    parts = json_list(text, place)
    numbers, scaling = parts[:2], parts[2:]
    right = len(numbers) == 2 and all(is_number(value, kind) for value in numbers) and len(scaling) <= 1
    if not right or not numbers[0] < numbers[1]:
        raise ScriptError(f"{place}: expected [least, most] with numbers of the kind {kind}, found {text}")
    if scaling and scaling[0] not in SCALINGS:
        raise ScriptError(f"{place}: unknown scaling {scaling[0]!r}; one of: {', '.join(SCALINGS)}")
    return {
        "Name": name,
        "MinValue": str(numbers[0]),
        "MaxValue": str(numbers[1]),
        "ScalingType": scaling[0] if scaling else "Auto",
    }


def is_number(value: object, kind: str) -> bool:
    """Whether a value is a number of the range's kind."""
    return not isinstance(value, bool) and isinstance(value, int if kind == "integer" else int | float)


def words(name: str, text: str) -> dict[str, Any]:
    """A choice of words."""
    values = json_list(text, f"[tuning.categorical] {name}")
    if not values:
        raise ScriptError(f"[tuning.categorical] {name}: the list is empty; give the words to choose from")
    return {"Name": name, "Values": [value if isinstance(value, str) else json.dumps(value) for value in values]}


def json_list(text: str, place: str) -> list[Any]:
    """A list from its JSON text."""
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise ScriptError(f"{place}: expected a list such as [50, 400], found {text!r}")
    return found
