"""Starts a hyperparameter tuning job and waits for it."""

from __future__ import annotations

import argparse
import datetime
from typing import Any

from carteiro_aws import lookup, waiting
from carteiro_aws.commands.create_training_job import input_channels
from carteiro_aws.context import Context, shown
from carteiro_aws.errors import ScriptError
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings, TrainingSettings, TuningSettings
from carteiro_aws.tuning_request import tuning_request


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    parser.add_argument("--name", help="name of the job, at most 32 characters; by default the prefix and the time")
    parser.add_argument("--no-wait", action="store_true", help="start the job and end")


def run(context: Context) -> None:
    """Starts the job of the name, or takes up one that runs; prints the best training job."""
    aws, training = context.section(AWSSettings), context.section(TrainingSettings)
    name = context.options.name or f"{aws.prefix}-{datetime.datetime.now(datetime.UTC):%y%m%d-%H%M%S}"
    describe = context.clients.sagemaker.describe_hyper_parameter_tuning_job
    existing = None if context.dry_run else lookup.described(describe, HyperParameterTuningJobName=name)
    if existing is None:
        start(context, name, aws, training, context.section(TuningSettings))
    elif waiting.TUNING.status(existing) in {"Failed", "Stopped"}:
        raise ScriptError(
            f"a tuning job {name!r} is there already and is {waiting.TUNING.status(existing)}; give another name"
        )
    else:
        context.say(f"tuning job {name} is there already; nothing new is started")
    if not context.dry_run:
        finish(context, name, aws)


def start(context: Context, name: str, aws: AWSSettings, training: TrainingSettings, tuning: TuningSettings) -> None:
    """Checks and uploads what the job needs, and asks for it."""
    require_documents_to_measure_with(training, tuning)
    resources = lookup.resources(context.clients, aws, dry_run=context.dry_run)
    channels = input_channels(context, aws, training, resources.bucket)
    request = tuning_request(name, channels, aws, training, tuning, resources)
    if context.dry_run:
        context.result(shown("sagemaker:CreateHyperParameterTuningJob", request))
        return
    context.clients.sagemaker.create_hyper_parameter_tuning_job(**request)
    context.say(f"tuning job {name} started in {context.clients.region}")


def require_documents_to_measure_with(training: TrainingSettings, tuning: TuningSettings) -> None:
    """Raises a ScriptError when no job would print the objective."""
    given = training.hyperparameters
    if tuning.objective.startswith("validation:") and not training.validation and "validation_fraction" not in given:
        raise ScriptError(
            f"[tuning] objective {tuning.objective} needs documents to measure with: set [training] validation, "
            "or the hyperparameter validation_fraction"
        )
    if tuning.objective.startswith("oob:") and given.get("oob_score", "").lower() != "true":
        raise ScriptError(f"[tuning] objective {tuning.objective} needs the hyperparameter oob_score=true")


def finish(context: Context, name: str, aws: AWSSettings) -> None:
    """Waits unless told not to, and prints the best job."""
    context.result(f"tuning job: {name}")
    if context.options.no_wait:
        return
    description = waiting.wait(
        waiting.TUNING,
        name,
        lambda: dict(context.clients.sagemaker.describe_hyper_parameter_tuning_job(HyperParameterTuningJobName=name)),
        aws.poll_seconds,
        context.say,
    )
    waiting.require_success(waiting.TUNING, name, description)
    print_best(context, description.get("BestTrainingJob", {}))


def print_best(context: Context, best: dict[str, Any]) -> None:
    """Prints the best training job with its hyperparameters."""
    if not best:
        return
    context.result(f"best training job: {best['TrainingJobName']}")
    measured = best.get("FinalHyperParameterTuningJobObjectiveMetric", {})
    if measured:
        context.result(f"{measured['MetricName']}: {measured['Value']:g}")
    for parameter, value in sorted(best.get("TunedHyperParameters", {}).items()):
        context.result(f"{parameter}: {value}")


COMMAND = Command(
    "Searches hyperparameters: starts a SageMaker tuning job and waits for its end.",
    ("aws", "training", "tuning"),
    add_options,
    run,
)
