"""Starts a batch transform job and waits for it."""

from __future__ import annotations

import argparse
import datetime

from carteiro_aws import job_logs, lookup, models, upload, waiting
from carteiro_aws.context import Context, shown
from carteiro_aws.errors import ScriptError
from carteiro_aws.names import checked_name, dated_name
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings, BatchSettings
from carteiro_aws.transform_request import transform_request


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    parser.add_argument("--model", help="model; by default the newest of the prefix")
    parser.add_argument("--name", help="name of the job; by default the prefix and the time")
    parser.add_argument("--no-wait", action="store_true", help="start the job and end")


def run(context: Context) -> None:
    """Starts the job of the name, or takes up one that runs; prints where its answers are."""
    aws, batch = context.section(AWSSettings), context.section(BatchSettings)
    name = (
        checked_name(context.options.name, "transform job")
        if context.options.name
        else dated_name(f"{aws.prefix}-batch", datetime.datetime.now(datetime.UTC))
    )
    describe = context.clients.sagemaker.describe_transform_job
    existing = None if context.dry_run else lookup.described(describe, TransformJobName=name)
    if existing is None:
        start(context, name, aws, batch)
    elif waiting.TRANSFORM.status(existing) in {"Failed", "Stopped"}:
        raise ScriptError(
            f"a transform job {name!r} is there already and is {waiting.TRANSFORM.status(existing)}; give another name"
        )
    else:
        context.say(f"transform job {name} is there already; nothing new is started")
    if not context.dry_run:
        finish(context, name, aws)


def start(context: Context, name: str, aws: AWSSettings, batch: BatchSettings) -> None:
    """Checks and uploads what the job needs, and asks for it."""
    if not batch.input:
        raise ScriptError(
            "no documents are set; give s3://... or a file by --input, CARTEIRO_BATCH_INPUT or [batch] input in "
            "config.toml"
        )
    bucket = lookup.bucket(context.clients, aws, dry_run=context.dry_run)
    model = models.chosen(context.clients, context.options.model, aws.prefix, dry_run=context.dry_run)
    source = upload.placed(
        context.clients, batch.input, bucket, f"{aws.prefix}/batch-input", context.say, dry_run=context.dry_run
    )
    destination = batch.output or f"s3://{bucket}/{aws.prefix}/batch/{name}"
    request = transform_request(name, model, source, destination, aws, batch)
    if context.dry_run:
        context.result(shown("sagemaker:CreateTransformJob", request))
        return
    context.clients.sagemaker.create_transform_job(**request)
    context.say(f"transform job {name} started with model {model}")


def finish(context: Context, name: str, aws: AWSSettings) -> None:
    """Waits unless told not to, and prints the results."""
    context.result(f"transform job: {name}")
    if context.options.no_wait:
        return
    description = waiting.wait(
        waiting.TRANSFORM,
        name,
        lambda: dict(context.clients.sagemaker.describe_transform_job(TransformJobName=name)),
        aws.poll_seconds,
        context.say,
    )
    if waiting.TRANSFORM.status(description) != waiting.TRANSFORM.success:
        job_logs.print_tail(context.clients, job_logs.TRANSFORM_GROUP, f"{name}/", aws.log_lines, context.say)
    waiting.require_success(waiting.TRANSFORM, name, description)
    context.result(f"answers: {description['TransformOutput']['S3OutputPath']}")


COMMAND = Command(
    "Classifies files: starts a SageMaker batch transform job and waits for its end.",
    ("aws", "batch"),
    add_options,
    run,
)
