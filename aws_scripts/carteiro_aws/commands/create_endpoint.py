"""Makes an endpoint, or changes the one that is there without a pause."""

from __future__ import annotations

import argparse
from typing import Any

from carteiro_aws import job_logs, lookup, models, scaling, waiting
from carteiro_aws.context import Context, shown
from carteiro_aws.endpoint_request import configuration_request, scaling_requests
from carteiro_aws.errors import ScriptError
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings, EndpointSettings
from carteiro_aws.training_request import tags

UNREPAIRABLE = frozenset({"Failed", "OutOfService"})


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    parser.add_argument("--model", help="model; by default the newest of the prefix")
    parser.add_argument("--no-wait", action="store_true", help="do not wait until the endpoint is in service")


def run(context: Context) -> None:
    """Makes configuration and endpoint, or updates in place; prints the endpoint's name."""
    aws, endpoint = context.section(AWSSettings), context.section(EndpointSettings)
    bucket = lookup.bucket(context.clients, aws, dry_run=context.dry_run) if endpoint.capture else ""
    model = models.chosen(context.clients, context.options.model, aws.prefix, dry_run=context.dry_run)
    request = configuration_request(model, bucket, aws, endpoint)
    if context.dry_run:
        show(context, request, endpoint)
        return
    if endpoint.kind == "serverless":
        models.refuse_for_serverless(context.clients, model)
    current = settled(context, endpoint.name, aws)
    place_configuration(context, request)
    if current is None:
        create(context, endpoint.name, request, aws)
    elif current["EndpointConfigName"] == request["EndpointConfigName"]:
        context.say(f"endpoint {endpoint.name} has this configuration already; nothing to do")
    else:
        update(context, endpoint, request)
    finish(context, endpoint, aws)


def show(context: Context, request: dict[str, Any], endpoint: EndpointSettings) -> None:
    """The requests of a dry run."""
    names = {"EndpointName": endpoint.name, "EndpointConfigName": request["EndpointConfigName"]}
    context.result(shown("sagemaker:CreateEndpointConfig", request))
    context.result(shown("sagemaker:CreateEndpoint, or UpdateEndpoint where it is there", names))
    if endpoint.autoscaling:
        target, policy = scaling_requests(endpoint)
        context.result(shown("application-autoscaling:RegisterScalableTarget", target))
        context.result(shown("application-autoscaling:PutScalingPolicy", policy))


def describe(context: Context, name: str) -> dict[str, Any] | None:
    """The endpoint's description, or nothing."""
    return lookup.described(context.clients.sagemaker.describe_endpoint, EndpointName=name)


def settled(context: Context, name: str, aws: AWSSettings) -> dict[str, Any] | None:
    """The endpoint after an earlier change has ended; an endpoint that failed cannot be changed."""
    current = describe(context, name)
    if current is not None and waiting.ENDPOINT.is_running(current):
        context.say(f"endpoint {name} is changing already; waiting for that first")
        current = waiting.wait(
            waiting.ENDPOINT, name, lambda: describe(context, name) or gone(name), aws.poll_seconds, context.say
        )
    if current is not None and waiting.ENDPOINT.status(current) == "Deleted":
        return None
    if current is not None and waiting.ENDPOINT.status(current) in UNREPAIRABLE:
        raise ScriptError(
            f"endpoint {name} is {waiting.ENDPOINT.status(current)}: {current.get('FailureReason', 'no reason given')}"
            "; SageMaker cannot change it: run delete_endpoint.py, then this again"
        )
    return current


def gone(name: str) -> dict[str, Any]:
    """Stands for an endpoint whose deletion has ended."""
    return {"EndpointName": name, "EndpointStatus": "Deleted"}


def place_configuration(context: Context, request: dict[str, Any]) -> None:
    """Creates the configuration unless its name, and so its content, is there."""
    name = request["EndpointConfigName"]
    if lookup.described(context.clients.sagemaker.describe_endpoint_config, EndpointConfigName=name) is None:
        context.clients.sagemaker.create_endpoint_config(**request)
        context.say(f"endpoint configuration {name} made")


def create(context: Context, name: str, request: dict[str, Any], aws: AWSSettings) -> None:
    """Asks for a new endpoint."""
    context.clients.sagemaker.create_endpoint(
        EndpointName=name, EndpointConfigName=request["EndpointConfigName"], Tags=tags(aws)
    )
    context.say(f"endpoint {name}: creating it")


def update(context: Context, endpoint: EndpointSettings, request: dict[str, Any]) -> None:
    """Asks for the new configuration; the old one serves until the new one is ready."""
    if not endpoint.autoscaling:
        scaling.turn_off(context.clients, endpoint.name, context.say)
    context.clients.sagemaker.update_endpoint(
        EndpointName=endpoint.name,
        EndpointConfigName=request["EndpointConfigName"],
        # A number of machines that autoscaling has found is kept.
        RetainAllVariantProperties=endpoint.autoscaling,
    )
    context.say(f"endpoint {endpoint.name}: updating it in place")


def finish(context: Context, endpoint: EndpointSettings, aws: AWSSettings) -> None:
    """Waits, then sets the scaling, which needs the endpoint in service."""
    context.result(f"endpoint: {endpoint.name}")
    if context.options.no_wait:
        if endpoint.autoscaling:
            context.say("autoscaling is set once the endpoint is in service: run this again then")
        return
    description = waiting.wait(
        waiting.ENDPOINT,
        endpoint.name,
        lambda: describe(context, endpoint.name) or gone(endpoint.name),
        aws.poll_seconds,
        context.say,
    )
    if waiting.ENDPOINT.status(description) != waiting.ENDPOINT.success or description.get("FailureReason"):
        group = job_logs.ENDPOINT_GROUP + endpoint.name
        job_logs.print_tail(context.clients, group, "", aws.log_lines, context.say)
    waiting.require_success(waiting.ENDPOINT, endpoint.name, description)
    refuse_rollback(endpoint.name, description)
    if endpoint.autoscaling:
        scaling.turn_on(context.clients, endpoint, context.say)
    elif endpoint.kind == "instance":
        scaling.turn_off(context.clients, endpoint.name, context.say)


def refuse_rollback(name: str, description: dict[str, Any]) -> None:
    """An update that failed leaves the endpoint in service with its old configuration and a reason."""
    if description.get("FailureReason"):
        raise ScriptError(
            f"endpoint {name} is in service, but with its old configuration: {description['FailureReason']}"
        )


COMMAND = Command(
    "Makes an endpoint or updates it in place: on machines or serverless, with autoscaling and data capture.",
    ("aws", "endpoint"),
    add_options,
    run,
)
