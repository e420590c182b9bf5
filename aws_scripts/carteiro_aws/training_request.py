"""CreateTrainingJob's request, made of settings alone."""

from __future__ import annotations

import dataclasses
from typing import Any

from carteiro_aws import metrics
from carteiro_aws.errors import ScriptError
from carteiro_aws.sections import AWSSettings, TrainingSettings

CHECKPOINT_FOLDER = "/opt/ml/checkpoints"
MOST_HYPERPARAMETERS = 100


@dataclasses.dataclass(frozen=True)
class Resources:
    """What was looked up for a job: the role's ARN, the image's URI and the bucket."""

    role: str
    image: str
    bucket: str


def training_request(
    name: str, channels: dict[str, str], aws: AWSSettings, training: TrainingSettings, resources: Resources
) -> dict[str, Any]:
    """The request of one training job; `channels` goes from name to s3:// address."""
    request = {"TrainingJobName": name, **training_definition(channels, aws, training, resources)}
    request["HyperParameters"] = checked_hyperparameters(training.hyperparameters)
    request["Tags"] = tags(aws)
    if training.checkpoints or training.spot:
        request["CheckpointConfig"] = checkpoints(name, aws, resources)
    return request


def training_definition(
    channels: dict[str, str], aws: AWSSettings, training: TrainingSettings, resources: Resources
) -> dict[str, Any]:
    """What a training job and each job of a tuning have in common."""
    definition: dict[str, Any] = {
        "AlgorithmSpecification": {
            "TrainingImage": resources.image,
            "TrainingInputMode": training.input_mode,
            "MetricDefinitions": metrics.definitions(),
        },
        "RoleArn": resources.role,
        "InputDataConfig": [channel(name, uri, training) for name, uri in channels.items()],
        "OutputDataConfig": output(f"s3://{resources.bucket}/{aws.prefix}/training", aws, "KmsKeyId"),
        "ResourceConfig": machines(aws, training),
        "StoppingCondition": stopping(training),
        "EnableNetworkIsolation": training.network_isolation,
        "EnableManagedSpotTraining": training.spot,
    }
    if training.environment:
        definition["Environment"] = dict(training.environment)
    if aws.subnets or aws.security_groups:
        definition["VpcConfig"] = vpc(aws)
    return definition


def channel(name: str, uri: str, training: TrainingSettings) -> dict[str, Any]:
    """One input channel. The channel config is always read as files."""
    source = {"S3DataType": "S3Prefix", "S3Uri": uri, "S3DataDistributionType": "FullyReplicated"}
    entry: dict[str, Any] = {"ChannelName": name, "DataSource": {"S3DataSource": source}}
    if name == "config":
        entry["InputMode"] = "File"
    elif training.content_type:
        entry["ContentType"] = training.content_type
    return entry


def machines(aws: AWSSettings, training: TrainingSettings) -> dict[str, Any]:
    """ResourceConfig."""
    config: dict[str, Any] = {
        "InstanceType": training.instance_type,
        "InstanceCount": training.instance_count,
        "VolumeSizeInGB": training.volume_gb,
    }
    if aws.kms_key:
        config["VolumeKmsKeyId"] = aws.kms_key
    return config


def stopping(training: TrainingSettings) -> dict[str, int]:
    """StoppingCondition; with spot machines the wait holds the run."""
    condition = {"MaxRuntimeInSeconds": training.max_runtime_seconds}
    if training.spot:
        if training.max_wait_seconds < training.max_runtime_seconds:
            raise ScriptError(
                f"[training] max_wait_seconds is {training.max_wait_seconds}, less than max_runtime_seconds "
                f"{training.max_runtime_seconds}; the wait holds the run, so make it longer"
            )
        condition["MaxWaitTimeInSeconds"] = training.max_wait_seconds
    return condition


def checkpoints(name: str, aws: AWSSettings, resources: Resources) -> dict[str, str]:
    """CheckpointConfig: a folder in the bucket for each job."""
    return {"S3Uri": f"s3://{resources.bucket}/{aws.prefix}/checkpoints/{name}", "LocalPath": CHECKPOINT_FOLDER}


def checked_hyperparameters(given: dict[str, str]) -> dict[str, str]:
    """The hyperparameters, if SageMaker takes so many of such a length."""
    if len(given) > MOST_HYPERPARAMETERS:
        raise ScriptError(f"[training] has {len(given)} hyperparameters; SageMaker takes {MOST_HYPERPARAMETERS}")
    return dict(given)


def output(uri: str, aws: AWSSettings, key_name: str) -> dict[str, str]:
    """Where results go, encrypted by the key if one is given."""
    return {"S3OutputPath": uri, **({key_name: aws.kms_key} if aws.kms_key else {})}


def vpc(aws: AWSSettings) -> dict[str, list[str]]:
    """VpcConfig; it needs both halves."""
    if not aws.subnets or not aws.security_groups:
        raise ScriptError("[aws] subnets and security_groups belong together; give both or none")
    return {"Subnets": list(aws.subnets), "SecurityGroupIds": list(aws.security_groups)}


def tags(aws: AWSSettings) -> list[dict[str, str]]:
    """Tags in the form of most requests."""
    return [{"Key": name, "Value": value} for name, value in sorted(aws.tags.items())]
