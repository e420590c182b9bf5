"""Autoscaling of an endpoint: on, or off again."""

from __future__ import annotations

from typing import Any

from botocore.exceptions import ClientError

from carteiro_aws.aws_errors import is_denied
from carteiro_aws.endpoint_request import scalable_target, scaling_requests
from carteiro_aws.sections import EndpointSettings
from carteiro_aws.session import Clients
from carteiro_aws.waiting import Say


def turn_on(clients: Clients, endpoint: EndpointSettings, say: Say) -> None:
    """Sets bounds and target; both replace what was set before."""
    target, policy = scaling_requests(endpoint)
    clients.application_autoscaling.register_scalable_target(**target)
    clients.application_autoscaling.put_scaling_policy(**policy)
    say(f"autoscaling on: {endpoint.min_count} to {endpoint.max_count} machines")


def turn_off(clients: Clients, name: str, say: Say) -> None:
    """Takes bounds and policies away, if there are any. Who may not look has set none by this script."""
    target = scalable_target(name)
    try:
        if registered(clients, target):
            clients.application_autoscaling.deregister_scalable_target(**target)
            say("autoscaling off")
    except ClientError as error:
        if not is_denied(error):
            raise
        say("note: autoscaling could not be looked at; a permission of application-autoscaling is missing")


def registered(clients: Clients, target: dict[str, str]) -> list[Any]:
    """The scalable targets of an endpoint."""
    answer = clients.application_autoscaling.describe_scalable_targets(
        ServiceNamespace=target["ServiceNamespace"],
        ResourceIds=[target["ResourceId"]],
        ScalableDimension=target["ScalableDimension"],
    )
    return list(answer["ScalableTargets"])
