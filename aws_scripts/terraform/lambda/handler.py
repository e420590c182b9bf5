"""Passes a request of the HTTP API to the SageMaker endpoint and its answer back."""

from __future__ import annotations

import base64
import json
import logging
import os
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

SIZE_LIMIT = 6_291_456
# The API waits 30 s and the function 29 s; the client gives up before both, and tries once.
READ_SECONDS = 25
CONNECT_SECONDS = 2
LOGGER = logging.getLogger(__name__)
THROTTLED = frozenset({"ThrottlingException", "ServiceUnavailable", "ModelNotReadyException"})
BINARY = frozenset({"application/octet-stream", "application/x-recordio-protobuf"})

_runtime: Any = None


def runtime() -> Any:
    """The client, made at the first request and kept for the next ones."""
    global _runtime  # noqa: PLW0603  a function's runtime keeps its module between requests
    if _runtime is None:
        config = Config(read_timeout=READ_SECONDS, connect_timeout=CONNECT_SECONDS, retries={"total_max_attempts": 1})
        _runtime = boto3.client("sagemaker-runtime", config=config)
    return _runtime


def answer(event: dict[str, Any], context: object) -> dict[str, Any]:
    """The answer to an event of payload format 2.0."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    try:
        body = body_of(event)
    except ValueError:
        return fault(400, "invalid_base64", "the body is marked as base64, but cannot be decoded")
    if not body:
        return fault(400, "empty_body", 'the body is empty; post messages, such as {"instances": ["..."]}')
    if len(body) > SIZE_LIMIT:
        return fault(413, "body_too_large", f"the body has more than {SIZE_LIMIT} bytes; send fewer messages")
    try:
        found = runtime().invoke_endpoint(**request(headers, body))
    except ClientError as error:
        return refusal(error)
    except BotoCoreError as error:
        LOGGER.error("the endpoint was not reached: %s", type(error).__name__)
        return fault(504, "no_answer", "the model did not answer in time; try again")
    return success(found["ContentType"], found["Body"].read())


def body_of(event: dict[str, Any]) -> bytes:
    """The body's bytes; the API sends what is no text as base64."""
    text = event.get("body") or ""
    return base64.b64decode(text, validate=True) if event.get("isBase64Encoded") else text.encode()


def request(headers: dict[str, str], body: bytes) -> dict[str, Any]:
    """InvokeEndpoint's request; what the caller left out is left out."""
    found: dict[str, Any] = {"EndpointName": os.environ["ENDPOINT_NAME"], "Body": body}
    names = {
        "content-type": "ContentType",
        "accept": "Accept",
        "x-amzn-sagemaker-custom-attributes": "CustomAttributes",
    }
    found.update({to: headers[name] for name, to in names.items() if headers.get(name)})
    return found


def success(content_type: str, body: bytes) -> dict[str, Any]:
    """A 200 with the model's answer, as base64 if it is no text."""
    answer: dict[str, Any] = {"statusCode": 200, "headers": {"content-type": content_type}}
    try:
        if content_type.partition(";")[0] in BINARY:
            raise ValueError
        return {**answer, "body": body.decode(), "isBase64Encoded": False}
    except ValueError:
        return {**answer, "body": base64.b64encode(body).decode(), "isBase64Encoded": True}


def refusal(error: ClientError) -> dict[str, Any]:
    """A refused invocation: the model's own status and text below 500, a short text else."""
    code = error.response.get("Error", {}).get("Code", "")
    if code == "ModelError":
        status = int(error.response.get("OriginalStatusCode") or 0)
        text = str(error.response.get("OriginalMessage") or "")
        if 400 <= status < 500:
            kind = "application/json" if text.startswith("{") else "text/plain; charset=utf-8"
            return {"statusCode": status, "headers": {"content-type": kind}, "body": text, "isBase64Encoded": False}
        LOGGER.error("the model answered %s", status)
        if status == 503:
            return fault(503, "busy", "the model is busy or not ready; try again")
        return fault(502, "model_fault", "the model failed; the log of the endpoint says why")
    if code in THROTTLED:
        return fault(503, "busy", "the endpoint is busy or not ready; try again")
    LOGGER.error("the endpoint refused: %s: %s", code, error.response.get("Error", {}).get("Message", ""))
    return fault(502, "endpoint_fault", "the endpoint cannot be asked; the log of the function says why")


def fault(status: int, code: str, message: str) -> dict[str, Any]:
    """An error in the form of the container's own."""
    body = json.dumps({"error": {"code": code, "message": message}})
    headers = {"content-type": "application/json"}
    if status == 503:
        headers["retry-after"] = "1"
    return {"statusCode": status, "headers": headers, "body": body, "isBase64Encoded": False}
