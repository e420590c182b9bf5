"""The function behind the API: what it passes on, and how it maps refusals."""

from __future__ import annotations

import base64
import importlib.util
import io
import json
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

FOLDER = Path(__file__).resolve().parents[1] / "terraform/lambda"


def load(name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


class Runtime:
    """Stands for the client: keeps the request, gives an answer or raises."""

    def __init__(self, answer: bytes | Exception = b'{"predictions":[]}', kind: str = "application/json") -> None:
        self.answer, self.kind = answer, kind
        self.request: dict[str, Any] = {}

    def invoke_endpoint(self, **request: Any) -> dict[str, Any]:
        self.request = request
        if isinstance(self.answer, Exception):
            raise self.answer
        return {"ContentType": self.kind, "Body": io.BytesIO(self.answer)}


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Any:
    module = load("handler")
    monkeypatch.setenv("ENDPOINT_NAME", "carteiro")
    return module


def ask(handler: Any, runtime: Runtime, event: dict[str, Any]) -> dict[str, Any]:
    handler._runtime = runtime
    found: dict[str, Any] = handler.answer(event, None)
    return found


def event(body: str = '["oi"]', *, encoded: bool = False, **headers: str) -> dict[str, Any]:
    return {
        "version": "2.0",
        "body": body,
        "isBase64Encoded": encoded,
        "headers": {name.replace("_", "-"): value for name, value in headers.items()},
    }


def refusal(code: str, **more: Any) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "arn:aws:secret-name"}, **more}, "InvokeEndpoint")


def test_body_and_types_reach_the_endpoint(handler: Any) -> None:
    runtime = Runtime()
    answer = ask(handler, runtime, event("olá", Content_Type="text/plain", accept="text/csv"))
    assert runtime.request == {
        "EndpointName": "carteiro",
        "Body": "olá".encode(),
        "ContentType": "text/plain",
        "Accept": "text/csv",
    }
    assert answer == {
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "body": '{"predictions":[]}',
        "isBase64Encoded": False,
    }


def test_a_base64_body_is_decoded(handler: Any) -> None:
    runtime = Runtime()
    ask(handler, runtime, event(base64.b64encode("olá".encode()).decode(), encoded=True))
    assert runtime.request["Body"] == "olá".encode()


def test_an_answer_that_is_no_text_comes_as_base64(handler: Any) -> None:
    answer = ask(handler, Runtime(b"\xff\xfe", "application/octet-stream"), event())
    assert answer["isBase64Encoded"] is True
    assert base64.b64decode(answer["body"]) == b"\xff\xfe"


@pytest.mark.parametrize(
    ("given", "status", "code"),
    [
        (event("%%%", encoded=True), 400, "invalid_base64"),
        (event(""), 400, "empty_body"),
        ({"version": "2.0"}, 400, "empty_body"),
        (event("a" * 6_291_457), 413, "body_too_large"),
    ],
)
def test_a_bad_body_is_refused_without_asking(handler: Any, given: dict[str, Any], status: int, code: str) -> None:
    runtime = Runtime()
    answer = ask(handler, runtime, given)
    assert (answer["statusCode"], json.loads(answer["body"])["error"]["code"]) == (status, code)
    assert runtime.request == {}


def test_the_models_own_refusal_is_passed_on(handler: Any) -> None:
    text = '{"error":{"code":"invalid_json","message":"JSON line 1"}}'
    error = refusal("ModelError", OriginalStatusCode=400, OriginalMessage=text)
    answer = ask(handler, Runtime(error), event())
    assert (answer["statusCode"], answer["body"]) == (400, text)
    assert answer["headers"]["content-type"] == "application/json"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (refusal("ModelError", OriginalStatusCode=500, OriginalMessage="trace"), 502),
        (refusal("ModelError", OriginalStatusCode=503, OriginalMessage="queue"), 503),
        (refusal("ModelError", OriginalStatusCode=0, OriginalMessage=""), 502),
        (refusal("ThrottlingException"), 503),
        (refusal("AccessDeniedException"), 502),
        (refusal("ValidationError"), 502),
        (ReadTimeoutError(endpoint_url="https://secret-name"), 504),
    ],
)
def test_other_refusals_say_nothing_of_the_inside(handler: Any, error: Exception, status: int) -> None:
    answer = ask(handler, Runtime(error), event())
    assert answer["statusCode"] == status
    assert "secret-name" not in answer["body"]
    assert "trace" not in answer["body"]
    assert ("retry-after" in answer["headers"]) == (status == 503)


def test_the_same_source_is_packed_into_the_same_bytes(tmp_path: Path) -> None:
    package = load("package")
    package.pack(FOLDER / "handler.py", tmp_path / "a.zip")
    package.pack(FOLDER / "handler.py", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "a.zip").namelist() == ["handler.py"]
