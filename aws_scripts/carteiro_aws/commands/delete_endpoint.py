"""Deletes an endpoint with what belongs to it."""

from __future__ import annotations

import argparse

from carteiro_aws import lookup, scaling, waiting
from carteiro_aws.context import Context, shown
from carteiro_aws.names import is_content_name
from carteiro_aws.program import Command
from carteiro_aws.sections import AWSSettings, EndpointSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    parser.add_argument("--models", action="store_true", help="delete the models of its configurations too")
    parser.add_argument("--no-wait", action="store_true", help="do not wait until the endpoint is gone")


def run(context: Context) -> None:
    """Deletes scaling, endpoint and configurations; what is not there is no fault."""
    aws, endpoint = context.section(AWSSettings), context.section(EndpointSettings)
    name = endpoint.name
    if context.dry_run:
        context.result(shown("sagemaker:DeleteEndpoint and its configurations", {"EndpointName": name}))
        return
    found = describe(context, name)
    names = configurations(context, name, str(found["EndpointConfigName"]) if found else None)
    models = models_of(context, names) if context.options.models else []
    if found:
        scaling.turn_off(context.clients, name, context.say)
        delete(context, name, aws)
    else:
        context.say(f"there is no endpoint {name}")
    for configuration in names:
        context.clients.sagemaker.delete_endpoint_config(EndpointConfigName=configuration)
        context.say(f"endpoint configuration {configuration} deleted")
    for model in models:
        delete_model(context, model)
    context.result(f"deleted: {name}")


def describe(context: Context, name: str) -> dict[str, object] | None:
    """The endpoint's description, or nothing."""
    return lookup.described(context.clients.sagemaker.describe_endpoint, EndpointName=name)


def configurations(context: Context, name: str, current: str | None) -> list[str]:
    """The configuration in use and those that create_endpoint.py made for this endpoint before."""
    pages = context.clients.sagemaker.get_paginator("list_endpoint_configs").paginate(NameContains=name)
    made = {
        entry["EndpointConfigName"]
        for page in pages
        for entry in page["EndpointConfigs"]
        if is_content_name(entry["EndpointConfigName"], name)
    }
    return sorted(made | ({current} if current else set()))


def models_of(context: Context, names: list[str]) -> list[str]:
    """The models that configurations name."""
    describe_configuration = context.clients.sagemaker.describe_endpoint_config
    found = (lookup.described(describe_configuration, EndpointConfigName=name) for name in names)
    return sorted({variant["ModelName"] for each in found if each for variant in each["ProductionVariants"]})


def delete(context: Context, name: str, aws: AWSSettings) -> None:
    """Deletes the endpoint and waits until it is gone."""
    context.clients.sagemaker.delete_endpoint(EndpointName=name)
    context.say(f"endpoint {name}: deleting it")
    if context.options.no_wait:
        return
    gone = {"EndpointName": name, "EndpointStatus": "Deleted"}
    last = waiting.wait(waiting.ENDPOINT, name, lambda: describe(context, name) or gone, aws.poll_seconds, context.say)
    waiting.require_success(waiting.DELETION, name, last)


def delete_model(context: Context, name: str) -> None:
    """Deletes a model if it is there."""
    if lookup.described(context.clients.sagemaker.describe_model, ModelName=name) is not None:
        context.clients.sagemaker.delete_model(ModelName=name)
        context.say(f"model {name} deleted")


COMMAND = Command("Deletes an endpoint, its autoscaling and its configurations.", ("aws", "endpoint"), add_options, run)
