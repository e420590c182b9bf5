"""Makes a SageMaker model from a training job."""

from __future__ import annotations

import argparse
from typing import Any

from carteiro_aws import lookup, selection
from carteiro_aws.context import Context, shown
from carteiro_aws.errors import ScriptError
from carteiro_aws.model_request import differences, model_request
from carteiro_aws.names import checked_name
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings, ModelSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--job", help="training job; by default the newest that succeeded")
    source.add_argument("--tuning-job", help="tuning job whose best training job is taken")
    parser.add_argument("--name", help="name of the model; by default that of the training job")
    parser.add_argument(
        "--own-image", action="store_true", help="the image of the settings, not the one that trained the model"
    )


def run(context: Context) -> None:
    """Makes the model, or says that it is there; prints its name."""
    aws, model = context.section(AWSSettings), context.section(ModelSettings)
    job = unknown_job(context, aws) if context.dry_run else chosen_job(context, aws)
    name = checked_name(context.options.name or job["TrainingJobName"], "model")
    request = model_request(
        name, image_of(context, aws, job), selection.artifact(job), role_of(context, aws, job), aws, model
    )
    if context.dry_run:
        context.result(shown("sagemaker:CreateModel", request))
        return
    make(context, request)
    context.result(f"model: {name}")


def chosen_job(context: Context, aws: AWSSettings) -> dict[str, Any]:
    """The training job that the flags name, else the newest successful one."""
    options = context.options
    if options.job:
        return selection.named(context.clients, options.job)
    if options.tuning_job:
        return selection.best_of_tuning(context.clients, options.tuning_job)
    job = selection.newest_successful(context.clients, aws.prefix)
    context.say(f"newest successful training job: {job['TrainingJobName']} of {job['CreationTime']:%Y-%m-%d %H:%M}")
    return job


def unknown_job(context: Context, aws: AWSSettings) -> dict[str, Any]:
    """What stands for a training job in a dry run, which looks up nothing."""
    name = context.options.job or f"{aws.prefix}-NEWEST"
    artifact = f"s3://{aws.bucket or 'BUCKET'}/{aws.prefix}/training/{name}/output/model.tar.gz"
    return {"TrainingJobName": name, "ModelArtifacts": {"S3ModelArtifacts": artifact}}


def image_of(context: Context, aws: AWSSettings, job: dict[str, Any]) -> str:
    """The image that trained the model, so that both halves agree, unless the own one is asked for."""
    trained_by = job.get("AlgorithmSpecification", {}).get("TrainingImage")
    if trained_by and not context.options.own_image:
        return str(trained_by)
    return lookup.image(context.clients, aws, dry_run=context.dry_run)


def role_of(context: Context, aws: AWSSettings, job: dict[str, Any]) -> str:
    """The role of the settings, else the training job's."""
    if not aws.role and job.get("RoleArn"):
        return str(job["RoleArn"])
    return lookup.execution_role(context.clients, aws, dry_run=context.dry_run)


def make(context: Context, request: dict[str, Any]) -> None:
    """Creates the model unless the same one is there."""
    name = request["ModelName"]
    existing = lookup.described(context.clients.sagemaker.describe_model, ModelName=name)
    if existing is None:
        context.clients.sagemaker.create_model(**request)
        context.say(f"model {name} made from {request['PrimaryContainer']['ModelDataUrl']}")
        return
    other = differences(request, existing)
    if other:
        raise ScriptError(
            f"a model {name!r} is there already with another {', '.join(other)}; models cannot be changed, "
            "so give another --name or delete it by delete_endpoint.py --models"
        )
    context.say(f"model {name} is there already; nothing to do")


COMMAND = Command(
    "Makes a SageMaker model from the newest successful training job.", ("aws", "model"), add_options, run
)
