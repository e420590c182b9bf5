"""What the tests share: the stand-in, an account with role, image, bucket and documents, and a way to run a script."""

from __future__ import annotations

import dataclasses
import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import botocore.loaders
import botocore.session
import pytest

from carteiro_aws import program
from tests.stand_in.server import StandIn

REGION = "sa-east-1"
ROLE, BUCKET, REPOSITORY = "carteiro-sagemaker", "carteiro-test-bucket", "carteiro"
DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"


@dataclasses.dataclass
class Result:
    """What a script printed, and its status."""

    status: int
    output: str
    messages: str

    @property
    def value(self) -> dict[str, str]:
        """The results by their name."""
        return dict(line.split(": ", 1) for line in self.output.splitlines() if ": " in line)


@dataclasses.dataclass
class Scripts:
    """Runs scripts against the stand-in, in this process."""

    capture: pytest.CaptureFixture[str]
    environ: dict[str, str]

    def run(self, name: str, *arguments: str) -> Result:
        """One run of a script."""
        self.capture.readouterr()
        command = importlib.import_module(f"carteiro_aws.commands.{name}").COMMAND
        status = program.run(name, command, arguments, self.environ)
        printed = self.capture.readouterr()
        return Result(status, printed.out, printed.err)

    def succeed(self, name: str, *arguments: str) -> Result:
        """A run that must succeed."""
        result = self.run(name, *arguments)
        assert result.status == 0, result.messages
        return result

    def fail(self, name: str, *arguments: str) -> str:
        """The last line of a run that must fail."""
        result = self.run(name, *arguments)
        assert result.status == 1, result.output
        return result.messages.splitlines()[-1]


@pytest.fixture(scope="session", autouse=True)
def _one_loader() -> None:
    """Lets all sessions of botocore read each service's description once: SageMaker's alone takes most of a second."""
    loader = botocore.loaders.create_loader()
    botocore.session.create_loader = lambda *arguments: loader


@pytest.fixture(scope="session")
def server() -> Iterator[StandIn]:
    """The stand-in, one for all tests."""
    stand_in = StandIn()
    stand_in.start()
    yield stand_in
    stand_in.stop()


@pytest.fixture
def address(server: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The stand-in without anything in it, and an environment that leads there and nowhere else."""
    server.reset()
    for name in [name for name in os.environ if name.startswith(("AWS_", "CARTEIRO_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ENDPOINT_URL", server.address)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "TESTKEY")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testsecret")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "no-config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "no-credentials"))
    return server.address


@pytest.fixture
def account(address: str) -> Any:
    """A session of an account with role, image, bucket and documents."""
    session = boto3.Session(region_name=REGION)
    session.client("iam").create_role(RoleName=ROLE, AssumeRolePolicyDocument="{}")
    place = {"CreateBucketConfiguration": {"LocationConstraint": REGION}}
    session.client("s3").create_bucket(Bucket=BUCKET, **place)
    session.client("s3").put_object(Bucket=BUCKET, Key="documents/train.csv", Body=b"label,text\na,b\n")
    ecr = session.client("ecr")
    ecr.create_repository(repositoryName=REPOSITORY)
    push_image(ecr, "latest", DOCKER_MANIFEST)
    return session


def push_image(ecr: Any, tag: str, kind: str) -> None:
    """Puts an image's manifest into ECR."""
    manifest = f'{{"schemaVersion": 2, "mediaType": "{kind}", "config": {{"digest": "sha256:{tag:0<64.64}"}}}}'
    ecr.put_image(repositoryName=REPOSITORY, imageManifest=manifest, imageTag=tag, imageManifestMediaType=kind)


@pytest.fixture
def scripts(account: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Scripts:
    """Scripts with a configuration that fits the account."""
    file = tmp_path / "config.toml"
    file.write_text(
        f"""
        [aws]
        role = "{ROLE}"
        bucket = "{BUCKET}"
        poll_seconds = 0
        tags = {{ project = "carteiro" }}
        [training]
        data = "s3://{BUCKET}/documents/"
        hyperparameters = {{ n_estimators = 25, validation_fraction = 0.2 }}
        [batch]
        input = "s3://{BUCKET}/documents/train.csv"
        [tuning]
        integer = {{ n_estimators = [50, 400] }}
        categorical = {{ criterion = ["gini", "entropy"] }}
        """
    )
    return Scripts(capsys, {"CARTEIRO_AWS_CONFIG": str(file), "AWS_REGION": REGION})
