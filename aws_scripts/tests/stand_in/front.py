"""The web application before moto: faults, and the endpoints' answers."""

from __future__ import annotations

import io
import json
import re
import struct
import zlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from moto.sagemaker.models import sagemaker_backends
from werkzeug.wrappers import Request, Response

from tests.stand_in.faults import FAULTS

INVOCATION = re.compile(r"/endpoints/([^/]+)/invocations(-response-stream)?")
ACCOUNT = "123456789012"
SCOPE_POSITION = 2


class Front:
    """Answers faults and invocations itself and passes on the rest."""

    def __init__(self, application: Any) -> None:
        self.application = application

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """One request."""
        # The body is read here and again by moto.
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = (
            environ["wsgi.input"].read() if environ.get("wsgi.input_terminated") else environ["wsgi.input"].read(length)
        )
        environ["wsgi.input"] = io.BytesIO(body)
        request = Request(dict(environ))
        operation = operation_of(request)
        environ["wsgi.input"] = io.BytesIO(body)
        FAULTS.calls.append(operation)
        fault = fault_of(operation, request)
        if fault is not None:
            return fault(environ, start)
        found = INVOCATION.fullmatch(request.path)
        if found:
            return invocation(body, request, found[1], streamed=bool(found[2]))(environ, start)
        answer: Iterable[bytes] = self.application(environ, start)
        return answer


def operation_of(request: Request) -> str:
    """The operation that a request asks for, as the service's model names it."""
    target = request.headers.get("X-Amz-Target", "")
    if target:
        return target.rpartition(".")[2]
    if INVOCATION.fullmatch(request.path):
        return "InvokeEndpoint"
    if request.mimetype == "application/x-www-form-urlencoded":
        return parse_qs(request.get_data(as_text=True)).get("Action", ["?"])[0]
    of_bucket = request.path.strip("/").count("/") == 0
    if request.method == "HEAD":
        return "HeadBucket" if of_bucket else "HeadObject"
    if request.method == "GET":
        return "ListObjectsV2" if "list-type" in request.args else "GetObject"
    return {"PUT": "PutObject", "DELETE": "DeleteObject"}.get(request.method, request.method)


def fault_of(operation: str, request: Request) -> Response | None:
    """The fault that a test asked for, if it asked for one."""
    if operation in FAULTS.denied:
        return refused(request, "AccessDeniedException", denial(operation, request), 403)
    if FAULTS.throttled.get(operation, 0) > 0:
        FAULTS.throttled[operation] -= 1
        return refused(request, "ThrottlingException", "Rate exceeded", 400)
    return None


def denial(operation: str, request: Request) -> str:
    """What IAM says; other services than SageMaker say it without the action here."""
    if service_of(request) == "sagemaker":
        return (
            f"User: arn:aws:iam::{ACCOUNT}:user/tester is not authorized to perform: sagemaker:{operation} "
            "on resource: * because no identity-based policy allows it"
        )
    return "Access Denied"


def refused(request: Request, code: str, message: str, status: int) -> Response:
    """An error in the form of the protocol that the request came in."""
    if request.mimetype == "application/x-www-form-urlencoded" or service_of(request) == "s3":
        code = "AccessDenied" if status == 403 else code
        body = f"<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
        if service_of(request) == "s3":
            body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
        return Response(body, status, content_type="text/xml")
    body = json.dumps({"__type": code, "message": message})
    return Response(body, status, {"x-amzn-errortype": code}, content_type="application/x-amz-json-1.1")


def service_of(request: Request) -> str:
    """The service in the signature's scope."""
    found = re.search(r"Credential=([^,]+)", request.headers.get("Authorization", ""))
    return found[1].split("/")[-SCOPE_POSITION] if found else ""


def invocation(body: bytes, request: Request, name: str, *, streamed: bool) -> Response:
    """The answer of an endpoint: one label a text, or what the text asks for."""
    endpoint = next(
        (region.endpoints[name] for region in sagemaker_backends[ACCOUNT].values() if name in region.endpoints), None
    )
    if endpoint is None or endpoint.endpoint_status not in {"InService", "Updating"}:
        return refused(request, "ValidationError", f"Endpoint {name} of account {ACCOUNT} not found.", 400)
    if body == b"ERR":
        return model_error()
    text = json.dumps({"predictions": [{"label": "Outros", "score": 0.5, "bytes": len(body)}]}).encode()
    headers = {"x-Amzn-Invoked-Production-Variant": "AllTraffic"}
    if streamed:
        headers["X-Amzn-SageMaker-Content-Type"] = "application/json"
        pieces = b"".join(event("PayloadPart", part) for part in (text[:10], text[10:]))
        return Response(pieces, 200, headers, content_type="application/vnd.amazon.eventstream")
    return Response(text, 200, headers, content_type="application/json")


def model_error() -> Response:
    """How the runtime passes on a container's refusal."""
    answer = {
        "Message": 'Received client error (400) from primary with message "no JSON"',
        "OriginalStatusCode": 400,
        "OriginalMessage": '{"error":{"code":"invalid_json","message":"JSON line 1, column 1: expected a value"}}',
    }
    headers = {"x-amzn-errortype": "ModelError"}
    return Response(json.dumps(answer), 424, headers, content_type="application/json")


def event(kind: str, payload: bytes) -> bytes:
    """One message of AWS's event stream: lengths, headers, payload, each part with its CRC-32."""
    fields = {":message-type": "event", ":event-type": kind, ":content-type": "application/octet-stream"}
    headers = b"".join(
        bytes([len(name)]) + name.encode() + b"\x07" + struct.pack(">H", len(value)) + value.encode()
        for name, value in fields.items()
    )
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    prelude += struct.pack(">I", zlib.crc32(prelude))
    message = prelude + headers + payload
    return message + struct.pack(">I", zlib.crc32(message))
