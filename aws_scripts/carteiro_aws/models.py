"""Which model a job or an endpoint uses: the newest of the prefix unless one is named."""

from __future__ import annotations

from carteiro_aws import lookup
from carteiro_aws.errors import ScriptError
from carteiro_aws.selection import belongs
from carteiro_aws.session import Clients


def chosen(clients: Clients, name: str | None, prefix: str, *, dry_run: bool) -> str:
    """The model's name; one that is named must be there."""
    if dry_run:
        return name or f"{prefix}-NEWEST"
    if name is None:
        return newest(clients, prefix)
    if lookup.described(clients.sagemaker.describe_model, ModelName=name) is None:
        raise ScriptError(f"there is no model {name!r} in {clients.region}; run create_model.py or name another")
    return name


def refuse_for_serverless(clients: Clients, name: str) -> None:
    """Raises a ScriptError for a model that a serverless endpoint cannot host."""
    model = clients.sagemaker.describe_model(ModelName=name)
    if model.get("EnableNetworkIsolation") or model.get("VpcConfig"):
        raise ScriptError(
            f"the model {name!r} has network isolation or a VPC, which serverless endpoints do not take; make another "
            "by create_model.py --no-network-isolation --name NAME, and give it by --model"
        )


def newest(clients: Clients, prefix: str) -> str:
    """The newest model of a prefix; neither filter nor order of the list is trusted."""
    pages = clients.sagemaker.get_paginator("list_models").paginate(
        NameContains=prefix, SortBy="CreationTime", SortOrder="Descending"
    )
    mine = [entry for page in pages for entry in page["Models"] if belongs(entry["ModelName"], prefix)]
    if not mine:
        raise ScriptError(f"no model begins with {prefix!r} in {clients.region}; run create_model.py")
    return str(max(mine, key=lambda entry: (entry["CreationTime"], entry["ModelName"]))["ModelName"])
