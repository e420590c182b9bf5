"""Which training job a model is made from: the newest that succeeded and left a model."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from botocore.exceptions import ClientError

from carteiro_aws.aws_errors import is_denied, is_missing
from carteiro_aws.errors import ScriptError
from carteiro_aws.names import s3_parts
from carteiro_aws.session import Clients

SUCCESS = "Completed"


def by_age(summaries: Iterable[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    """The successful jobs of a prefix, newest first. Pure: it trusts neither filter nor order of the list."""
    mine = [
        entry
        for entry in summaries
        if entry["TrainingJobStatus"] == SUCCESS and belongs(entry["TrainingJobName"], prefix)
    ]
    return sorted(mine, key=age_key, reverse=True)


def belongs(name: str, prefix: str) -> bool:
    """Whether a name is the prefix alone or the prefix, a hyphen and more."""
    return name == prefix or name.startswith(prefix + "-")


def age_key(entry: dict[str, Any]) -> tuple[datetime.datetime, str]:
    """Time of creation; the name decides between equal times."""
    return entry["CreationTime"], entry["TrainingJobName"]


def newest_successful(clients: Clients, prefix: str) -> dict[str, Any]:
    """The description of the newest successful job with an artifact; jobs of a tuning are passed over."""
    found = 0
    for summary in by_age(listed(clients, prefix), prefix):
        found += 1
        job = clients.sagemaker.describe_training_job(TrainingJobName=summary["TrainingJobName"])
        if "TuningJobArn" not in job and usable(clients, job):
            return dict(job)
    raise ScriptError(
        f"no successful training job with a model begins with {prefix!r} in {clients.region} ({found} looked at); "
        "run create_training_job.py, or name a job by --job"
    )


def listed(clients: Clients, prefix: str) -> Iterator[dict[str, Any]]:
    """All successful jobs whose name holds the prefix, page by page."""
    pages = clients.sagemaker.get_paginator("list_training_jobs").paginate(
        NameContains=prefix, StatusEquals=SUCCESS, SortBy="CreationTime", SortOrder="Descending"
    )
    for page in pages:
        yield from page["TrainingJobSummaries"]


def named(clients: Clients, name: str) -> dict[str, Any]:
    """The description of a job that the user named; it must have succeeded."""
    try:
        job = dict(clients.sagemaker.describe_training_job(TrainingJobName=name))
    except ClientError as error:
        if is_missing(error):
            raise ScriptError(f"there is no training job {name!r} in {clients.region}") from None
        raise
    if job["TrainingJobStatus"] != SUCCESS:
        reason = job.get("FailureReason", "")
        raise ScriptError(
            f"the training job {name!r} is {job['TrainingJobStatus']}{': ' + reason if reason else ''}; "
            "only a Completed one has a model"
        )
    if not usable(clients, job):
        raise ScriptError(f"the model of training job {name!r} is no longer in the bucket ({artifact(job)})")
    return job


def best_of_tuning(clients: Clients, tuning_job: str) -> dict[str, Any]:
    """The description of a tuning's best job."""
    try:
        tuning = clients.sagemaker.describe_hyper_parameter_tuning_job(HyperParameterTuningJobName=tuning_job)
    except ClientError as error:
        if is_missing(error):
            raise ScriptError(f"there is no tuning job {tuning_job!r} in {clients.region}") from None
        raise
    best = tuning.get("BestTrainingJob", {}).get("TrainingJobName")
    if not best:
        status = tuning["HyperParameterTuningJobStatus"]
        raise ScriptError(f"the tuning job {tuning_job!r} ({status}) has no best training job")
    return named(clients, best)


def artifact(job: dict[str, Any]) -> str:
    """The address of a job's model, or nothing."""
    return str(job.get("ModelArtifacts", {}).get("S3ModelArtifacts", ""))


def usable(clients: Clients, job: dict[str, Any]) -> bool:
    """Whether the job's artifact is in the bucket; without the permission to look it counts as there."""
    uri = artifact(job)
    if not uri:
        return False
    bucket, key = s3_parts(uri)
    try:
        clients.s3.head_object(Bucket=bucket, Key=key)
    except ClientError as error:
        if is_missing(error):
            return False
        if is_denied(error):
            return True
        raise
    return True
