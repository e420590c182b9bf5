"""The requests behind an endpoint: its configuration, its scaling."""

from __future__ import annotations

from typing import Any

from carteiro_aws.errors import ScriptError
from carteiro_aws.names import LONGEST_NAME, checked_name, content_name
from carteiro_aws.sections import AWSSettings, EndpointSettings
from carteiro_aws.training_request import tags

VARIANT = "AllTraffic"
SCALED_DIMENSION = "sagemaker:variant:DesiredInstanceCount"
MEMORY_STEP_MB = 1024
# A configuration's name is the endpoint's, a hyphen and ten digits.
LONGEST_ENDPOINT_NAME = LONGEST_NAME - 11


def configuration_request(model: str, bucket: str, aws: AWSSettings, endpoint: EndpointSettings) -> dict[str, Any]:
    """CreateEndpointConfig's request. Its name stands for its content, so an unchanged one is found again."""
    check(endpoint)
    checked_name(endpoint.name, "endpoint", LONGEST_ENDPOINT_NAME)
    content: dict[str, Any] = {"ProductionVariants": [variant(model, endpoint)]}
    if endpoint.capture:
        content["DataCaptureConfig"] = capture(bucket, aws, endpoint)
    if aws.kms_key and keeps_data(endpoint):
        content["KmsKeyId"] = aws.kms_key
    return {"EndpointConfigName": content_name(endpoint.name, content), **content, "Tags": tags(aws)}


def variant(model: str, endpoint: EndpointSettings) -> dict[str, Any]:
    """The one production variant."""
    entry: dict[str, Any] = {"VariantName": VARIANT, "ModelName": model}
    if endpoint.kind == "serverless":
        entry["ServerlessConfig"] = {
            "MemorySizeInMB": endpoint.memory_mb,
            "MaxConcurrency": endpoint.max_concurrency,
        }
    else:
        entry["InstanceType"] = endpoint.instance_type
        entry["InitialInstanceCount"] = endpoint.instance_count
        entry["InitialVariantWeight"] = 1.0
    return entry


def capture(bucket: str, aws: AWSSettings, endpoint: EndpointSettings) -> dict[str, Any]:
    """DataCaptureConfig: requests and answers as text, so that they can be read."""
    config: dict[str, Any] = {
        "EnableCapture": True,
        "InitialSamplingPercentage": endpoint.capture_percent,
        "DestinationS3Uri": f"s3://{bucket}/{aws.prefix}/capture",
        "CaptureOptions": [{"CaptureMode": "Input"}, {"CaptureMode": "Output"}],
        "CaptureContentTypeHeader": {
            "CsvContentTypes": ["text/csv"],
            "JsonContentTypes": ["application/json", "application/jsonlines"],
        },
    }
    if aws.kms_key:
        config["KmsKeyId"] = aws.kms_key
    return config


def keeps_data(endpoint: EndpointSettings) -> bool:
    """Whether the endpoint has disks of its own to encrypt."""
    return endpoint.kind == "instance"


def check(endpoint: EndpointSettings) -> None:
    """Raises a ScriptError for choices that SageMaker refuses together."""
    if endpoint.kind == "serverless":
        if endpoint.memory_mb % MEMORY_STEP_MB:
            raise ScriptError(f"[endpoint] memory_mb {endpoint.memory_mb}: a multiple of {MEMORY_STEP_MB} is needed")
        for name in ("autoscaling", "capture"):
            if getattr(endpoint, name):
                raise ScriptError(f"[endpoint] {name} needs kind instance; serverless endpoints do not have it")
    if endpoint.autoscaling and not endpoint.min_count <= endpoint.instance_count <= endpoint.max_count:
        raise ScriptError(
            f"[endpoint] instance_count {endpoint.instance_count} is not between min_count {endpoint.min_count} and "
            f"max_count {endpoint.max_count}"
        )


def scalable_target(endpoint: str) -> dict[str, str]:
    """What names an endpoint's variant to Application Auto Scaling."""
    return {
        "ServiceNamespace": "sagemaker",
        "ResourceId": f"endpoint/{endpoint}/variant/{VARIANT}",
        "ScalableDimension": SCALED_DIMENSION,
    }


def scaling_requests(endpoint: EndpointSettings) -> tuple[dict[str, Any], dict[str, Any]]:
    """RegisterScalableTarget's and PutScalingPolicy's requests; both replace what was there."""
    target = scalable_target(endpoint.name)
    policy = {
        "TargetValue": endpoint.target_per_minute,
        "PredefinedMetricSpecification": {"PredefinedMetricType": "SageMakerVariantInvocationsPerInstance"},
        "ScaleInCooldown": 300,
        "ScaleOutCooldown": 60,
    }
    return (
        {**target, "MinCapacity": endpoint.min_count, "MaxCapacity": endpoint.max_count},
        {
            **target,
            "PolicyName": f"{endpoint.name}-requests",
            "PolicyType": "TargetTrackingScaling",
            "TargetTrackingScalingPolicyConfiguration": policy,
        },
    )
