"""boto3 clients of one region, with one rule for retries."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import boto3
from botocore.config import Config

from carteiro_aws.errors import ScriptError
from carteiro_aws.sections import AWSSettings

# SageMaker answers an invocation within 60 s; its guide asks clients to wait 70.
READ_SECONDS = 70
CONNECT_SECONDS = 10


class Clients:
    """Makes each client once. Nothing is sent before a client's method is called."""

    def __init__(self, aws: AWSSettings, environ: Mapping[str, str]) -> None:
        self._session = boto3.Session(profile_name=aws.profile or None)
        self.region = region_of(aws, environ, self._session.region_name)
        # The standard mode waits longer after each throttled try, with a random part.
        self._config = Config(
            retries={"mode": "standard", "total_max_attempts": aws.max_attempts},
            read_timeout=READ_SECONDS,
            connect_timeout=CONNECT_SECONDS,
            user_agent_extra="carteiro",
        )

    def __getattr__(self, name: str) -> Any:
        """The client of a service by its name, with _ for -."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self._client(name.replace("_", "-"))

    @functools.cache  # noqa: B019  one instance a process
    def _client(self, service: str) -> Any:
        return self._session.client(service, region_name=self.region, config=self._config)


def region_of(aws: AWSSettings, environ: Mapping[str, str], profile_region: str | None) -> str:
    """The region: the setting, then AWS's own variables, then the profile's."""
    found = aws.region or environ.get("AWS_REGION") or environ.get("AWS_DEFAULT_REGION") or profile_region
    if not found:
        raise ScriptError(
            "no AWS region is set; give it by --region, CARTEIRO_AWS_REGION, AWS_REGION or [aws] region in config.toml"
        )
    return found
