"""Starts a training job and waits for it."""

from __future__ import annotations

import argparse
import datetime
from typing import Any

from carteiro_aws import job_logs, lookup, upload, waiting
from carteiro_aws.context import Context, shown
from carteiro_aws.errors import ScriptError
from carteiro_aws.names import checked_name, dated_name
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings, TrainingSettings
from carteiro_aws.training_request import training_request


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    parser.add_argument("--name", help="name of the job; by default the prefix and the time")
    parser.add_argument("--no-wait", action="store_true", help="start the job and end")


def run(context: Context) -> None:
    """Starts the job of the name, or takes up one that runs; prints its name and model."""
    aws, training = context.section(AWSSettings), context.section(TrainingSettings)
    name = (
        checked_name(context.options.name, "training job")
        if context.options.name
        else dated_name(aws.prefix, datetime.datetime.now(datetime.UTC))
    )
    describe = context.clients.sagemaker.describe_training_job
    existing = None if context.dry_run else lookup.described(describe, TrainingJobName=name)
    if existing is None:
        start(context, name, aws, training)
    elif waiting.TRAINING.is_running(existing):
        context.say(f"training job {name} runs already; waiting for that one")
    else:
        refuse_ended(existing, name)
        context.say(f"training job {name} has completed already; nothing to do")
    if not context.dry_run:
        finish(context, name, aws)


def start(context: Context, name: str, aws: AWSSettings, training: TrainingSettings) -> None:
    """Checks what the job needs, uploads what is local, and asks for the job."""
    resources = lookup.resources(context.clients, aws, dry_run=context.dry_run)
    channels = input_channels(context, aws, training, resources.bucket)
    request = training_request(name, channels, aws, training, resources)
    if context.dry_run:
        context.result(shown("sagemaker:CreateTrainingJob", request))
        return
    context.clients.sagemaker.create_training_job(**request)
    context.say(f"training job {name} started in {context.clients.region}")


def input_channels(context: Context, aws: AWSSettings, training: TrainingSettings, bucket: str) -> dict[str, str]:
    """The channels that have a source, by name, each as an address."""
    if not training.data:
        raise ScriptError(
            "no training documents are set; give s3://... or a folder by --data, CARTEIRO_TRAINING_DATA or "
            "[training] data in config.toml"
        )
    sources = {"training": training.data, "validation": training.validation, "config": training.config}
    return {
        name: upload.placed(
            context.clients, source, bucket, f"{aws.prefix}/data/{name}", context.say, dry_run=context.dry_run
        )
        for name, source in sources.items()
        if source
    }


def refuse_ended(description: dict[str, Any], name: str) -> None:
    """Raises a ScriptError when the name belongs to a job that did not complete."""
    status = waiting.TRAINING.status(description)
    if status != waiting.TRAINING.success:
        raise ScriptError(
            f"a training job {name!r} is there already and is {status}; SageMaker keeps names for ever, so give another"
        )


def finish(context: Context, name: str, aws: AWSSettings) -> None:
    """Waits unless told not to, and prints the results."""
    context.result(f"training job: {name}")
    if context.options.no_wait:
        return
    description = waiting.wait(
        waiting.TRAINING,
        name,
        lambda: dict(context.clients.sagemaker.describe_training_job(TrainingJobName=name)),
        aws.poll_seconds,
        context.say,
    )
    if waiting.TRAINING.status(description) != waiting.TRAINING.success:
        job_logs.print_tail(context.clients, job_logs.TRAINING_GROUP, f"{name}/", aws.log_lines, context.say)
    waiting.require_success(waiting.TRAINING, name, description)
    for metric in description.get("FinalMetricDataList", []):
        context.result(f"{metric['MetricName']}: {metric['Value']:g}")
    context.result(f"model: {description['ModelArtifacts']['S3ModelArtifacts']}")


COMMAND = Command(
    "Trains a model: starts a SageMaker training job and waits for its end.", ("aws", "training"), add_options, run
)
