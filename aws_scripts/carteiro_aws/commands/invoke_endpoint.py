"""Asks an endpoint."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError

from carteiro_aws.aws_errors import code_of, is_missing
from carteiro_aws.context import Context, shown
from carteiro_aws.errors import ScriptError
from carteiro_aws.invocation_request import SIZE_LIMIT, checked_body, content_type, invocation_request
from carteiro_aws.program import Command
from carteiro_aws.sections import EndpointSettings


def add_options(parser: argparse.ArgumentParser) -> None:
    """The flags that are no settings."""
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="messages to classify")
    parser.add_argument("--file", help="file to send; - for standard input")
    parser.add_argument("--content-type", help="type of the body; by default by the file's name")
    parser.add_argument("--accept", help="type of the answer")
    parser.add_argument("--stream", action="store_true", help="print the answer piece by piece")
    parser.add_argument("--target-model", help="model of a multi-model endpoint")
    parser.add_argument("--custom-attributes", help="comes back as it was sent")


def run(context: Context) -> None:
    """Sends the body and prints the answer as it is."""
    endpoint, options = context.section(EndpointSettings), context.options
    kind, body = asked(options)
    request = invocation_request(endpoint.name, kind, checked_body(body), options)
    if context.dry_run:
        readable = {**request, "Body": body.decode("utf-8", "replace")}
        context.result(shown("sagemaker-runtime:InvokeEndpoint", readable))
        return
    runtime = context.clients.sagemaker_runtime
    try:
        pieces = streamed(runtime, request) if options.stream else [answered(runtime, request)]
        for piece in pieces:
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
    except ClientError as error:
        raise refusal(error, endpoint.name) from None
    if sys.stdout.isatty():
        print()


def asked(options: argparse.Namespace) -> tuple[str, bytes]:
    """Content type and body of what the command line names: texts, a file or standard input."""
    if options.texts and options.file:
        raise ScriptError("give either texts or --file, not both")
    if options.texts:
        return content_type(options.content_type, options.texts)
    if not options.file:
        raise ScriptError("nothing to send; give texts, or --file with a file's name or - for standard input")
    if options.file == "-":
        if not options.content_type:
            raise ScriptError("standard input has no name to tell its type; give --content-type")
        return options.content_type, sys.stdin.buffer.read(SIZE_LIMIT + 1)
    path = Path(options.file)
    try:
        with path.open("rb") as file:
            body = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise ScriptError(f"{path}: cannot be read: {error.strerror}") from None
    return content_type(options.content_type, path)[0], body


def answered(runtime: Any, request: dict[str, Any]) -> bytes:
    """The whole answer."""
    return bytes(runtime.invoke_endpoint(**request)["Body"].read())


def streamed(runtime: Any, request: dict[str, Any]) -> Any:
    """The answer's pieces as they come."""
    answer = runtime.invoke_endpoint_with_response_stream(**request)
    for event in answer["Body"]:
        if "PayloadPart" in event:
            yield bytes(event["PayloadPart"]["Bytes"])
            continue
        fault = next(iter(event.values()))
        raise ScriptError(f"the answer broke off: {fault.get('Message', next(iter(event)))}; ask again")


def refusal(error: Any, name: str) -> Any:
    """A refused invocation as a message; what is not special to invocations stays as it is."""
    if code_of(error) == "ModelError":
        status = error.response.get("OriginalStatusCode", "no status")
        text = str(error.response.get("OriginalMessage") or error)
        return ScriptError(f"the model answered {status}: {text}")
    if is_missing(error):
        return ScriptError(f"there is no endpoint {name!r} in service; run create_endpoint.py or give --name")
    return error


COMMAND = Command("Classifies messages by an endpoint.", ("aws", "endpoint"), add_options, run)
