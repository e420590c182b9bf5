"""CreateTransformJob's request, made of settings alone."""

from __future__ import annotations

from typing import Any

from carteiro_aws.errors import ScriptError
from carteiro_aws.sections import LARGEST_PAYLOAD_MB, AWSSettings, BatchSettings
from carteiro_aws.training_request import tags

JOINABLE = ("text/csv", "application/json", "application/jsonlines")


def transform_request(
    name: str, model: str, source: str, destination: str, aws: AWSSettings, batch: BatchSettings
) -> dict[str, Any]:
    """The request of a batch transform job: lines in, as many lines out, in the same order."""
    check(batch)
    request: dict[str, Any] = {
        "TransformJobName": name,
        "ModelName": model,
        "MaxPayloadInMB": batch.max_payload_mb,
        "ModelClientConfig": {
            "InvocationsTimeoutInSeconds": batch.timeout_seconds,
            "InvocationsMaxRetries": batch.retries,
        },
        "TransformInput": {
            "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": source}},
            "ContentType": batch.content_type,
            "SplitType": batch.split,
        },
        "TransformOutput": {"S3OutputPath": destination, "Accept": batch.accept, "AssembleWith": batch.split},
        "TransformResources": {"InstanceType": batch.instance_type, "InstanceCount": batch.instance_count},
        "Tags": tags(aws),
    }
    add_optional_parts(request, aws, batch)
    return request


def add_optional_parts(request: dict[str, Any], aws: AWSSettings, batch: BatchSettings) -> None:
    """What is left to SageMaker or to the container unless it is set."""
    if batch.split == "Line":
        request["BatchStrategy"] = batch.strategy
    if batch.max_concurrent:
        request["MaxConcurrentTransforms"] = batch.max_concurrent
    if batch.environment:
        request["Environment"] = dict(batch.environment)
    if batch.join:
        request["DataProcessing"] = {"JoinSource": "Input"}
    if aws.kms_key:
        request["TransformOutput"]["KmsKeyId"] = aws.kms_key
        request["TransformResources"]["VolumeKmsKeyId"] = aws.kms_key


def check(batch: BatchSettings) -> None:
    """Raises a ScriptError for choices that SageMaker refuses together."""
    if batch.max_payload_mb * batch.max_concurrent > LARGEST_PAYLOAD_MB:
        raise ScriptError(
            f"[batch] max_payload_mb {batch.max_payload_mb} times max_concurrent {batch.max_concurrent} is above "
            f"{LARGEST_PAYLOAD_MB}; lower one of them"
        )
    if batch.max_payload_mb == 0 and batch.split == "Line":
        raise ScriptError("[batch] max_payload_mb 0 sends each file as one request without limit: set split to None")
    if batch.join and (batch.content_type != batch.accept or batch.content_type not in JOINABLE):
        raise ScriptError(f"[batch] join needs content_type and accept to be the same, one of: {', '.join(JOINABLE)}")
    if batch.join and batch.split != "Line" and batch.content_type != "application/json":
        raise ScriptError("[batch] join of lines needs split Line")
