"""CreateModel's request, and how two models are compared."""

from __future__ import annotations

from typing import Any

from carteiro_aws.sections import AWSSettings, ModelSettings
from carteiro_aws.training_request import tags, vpc


def model_request(
    name: str, image: str, artifact: str, role: str, aws: AWSSettings, model: ModelSettings
) -> dict[str, Any]:
    """The request of a model with one container."""
    container: dict[str, Any] = {"Image": image, "ModelDataUrl": artifact}
    if model.environment:
        container["Environment"] = dict(model.environment)
    request: dict[str, Any] = {
        "ModelName": name,
        "PrimaryContainer": container,
        "ExecutionRoleArn": role,
        "EnableNetworkIsolation": model.network_isolation,
        "Tags": tags(aws),
    }
    if aws.subnets or aws.security_groups:
        request["VpcConfig"] = vpc(aws)
    return request


def differences(request: dict[str, Any], described: dict[str, Any]) -> list[str]:
    """What a model that exists has otherwise than the request wants."""
    wanted, found = request["PrimaryContainer"], described.get("PrimaryContainer", {})
    parts = {
        "image": (wanted["Image"], found.get("Image")),
        "artifact": (wanted["ModelDataUrl"], found.get("ModelDataUrl")),
        "environment": (wanted.get("Environment", {}), found.get("Environment") or {}),
        "role": (request["ExecutionRoleArn"], described.get("ExecutionRoleArn")),
    }
    return [name for name, (want, have) in parts.items() if want != have]
