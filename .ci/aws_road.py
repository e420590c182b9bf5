"""The road through the scripts for AWS against a stand-in for AWS that lies beside the repository."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ROOT / "aws_scripts"
READY_SECONDS = 60
REGION, ROLE, BUCKET, REPOSITORY = "sa-east-1", "carteiro-sagemaker", "carteiro-road-bucket", "carteiro"
MANIFEST = '{"schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "config": {"digest": "sha256:0"}}'


def python() -> str:
    """The interpreter with the packages of the scripts and of the stand-in."""
    made = subprocess.run([SCRIPTS / "setup_venv.sh", "--test"], check=True, capture_output=True, text=True)
    return made.stdout.strip()


# The stand-in's wrapper of DescribeTransformJob takes the name by position only, moto gives it by keyword: the call is mended.
STARTER = """
import runpy, sys
from moto.sagemaker.responses import SageMakerResponse
from moto.core.responses import ActionResult
def describe_transform_job(self):
    return ActionResult(self.sagemaker_backend.describe_transform_job(self._get_param("TransformJobName")))
SageMakerResponse.describe_transform_job = describe_transform_job
program = sys.argv[1]
sys.path.insert(0, program.rpartition("/")[0])
sys.argv = sys.argv[1:]
runpy.run_path(program, run_name="__main__")
"""


@contextlib.contextmanager
def stand_in(interpreter: str, program: Path, port: int, **variables: str) -> Iterator[dict[str, str]]:
    """Starts a stand-in and gives the environment that leads the scripts to it and nowhere else."""
    process = subprocess.Popen(
        [interpreter, "-c", STARTER, str(program), str(port)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CARTEIRO_"))}
    environ.update(
        {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_ACCESS_KEY_ID": "TESTKEY",
            "AWS_SECRET_ACCESS_KEY": "testsecret",
            "PYTHONDONTWRITEBYTECODE": "1",
            "CARTEIRO_AWS_ROLE": ROLE,
            "CARTEIRO_AWS_BUCKET": BUCKET,
            "CARTEIRO_AWS_POLL_SECONDS": "0.2",
        }
    )
    try:
        wait_until_ready(port, process)
        yield environ
    finally:
        process.terminate()
        process.wait()


def wait_until_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    """Returns when the port answers anything."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/moto-api/data.json", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise SystemExit("the stand-in did not start")


def call(interpreter: str, environ: dict[str, str], code: str) -> str:
    """Runs a few lines of boto3 with a client maker `c`."""
    lines = f"import boto3\ndef c(name): return boto3.client(name, region_name={REGION!r})\n{code}"
    done = subprocess.run([interpreter, "-c", lines], env=environ, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    return done.stdout


def make_account(interpreter: str, environ: dict[str, str]) -> None:
    """Role, bucket and image, as Terraform makes them."""
    call(
        interpreter,
        environ,
        f"""
c("iam").create_role(RoleName={ROLE!r}, AssumeRolePolicyDocument="{{}}")
c("s3").create_bucket(Bucket={BUCKET!r}, CreateBucketConfiguration={{"LocationConstraint": {REGION!r}}})
c("ecr").create_repository(repositoryName={REPOSITORY!r})
c("ecr").put_image(repositoryName={REPOSITORY!r}, imageTag="latest", imageManifest={MANIFEST!r})
""",
    )


def script(interpreter: str, environ: dict[str, str], name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs one of the scripts as a user does."""
    return subprocess.run(
        [interpreter, SCRIPTS / f"{name}.py", *arguments], env=environ, capture_output=True, text=True, check=False
    )


class Checks:
    """Counts what holds, and prints each."""

    def __init__(self) -> None:
        self.passed = self.failed = 0

    def check(self, name: str, holds: bool, detail: str = "") -> None:
        """Prints and counts one."""
        print(f"{'passed' if holds else 'FAILED'}: {name}{'' if holds else ': ' + detail}", flush=True)
        self.passed, self.failed = self.passed + holds, self.failed + (not holds)

    def ran(self, name: str, done: subprocess.CompletedProcess[str], *words: str, status: int = 0) -> bool:
        """A script that ended with a status and said some words."""
        text = done.stdout + done.stderr
        holds = done.returncode == status and all(word in text for word in words)
        self.check(name, holds, f"status {done.returncode}: {text[-600:]}")
        return holds

    def close(self) -> int:
        """Prints the counts; the exit status."""
        print(f"{self.passed} passed, {self.failed} failed")
        return int(self.failed > 0)
