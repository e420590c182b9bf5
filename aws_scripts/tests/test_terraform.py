"""Terraform against the stand-in: the endpoint's road, a change in place, the image's road, and all gone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import boto3
import pytest

from tests.conftest import DOCKER_MANIFEST, REGION, push_image
from tests.stand_in.faults import FAULTS

SOURCE = Path(__file__).resolve().parents[1] / "terraform"
# Where a machine without a network keeps the provider, besides the folders that Terraform looks into by itself.
PLUGIN_FOLDERS = (os.environ.get("CARTEIRO_TERRAFORM_PLUGINS", ""), "/opt/tf-plugins")
OVERRIDE = """
provider "aws" {
  s3_use_path_style           = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = false
}
"""
MODEL = "s3://carteiro-terraform/carteiro/training/{}/output/model.tar.gz"

pytestmark = [
    pytest.mark.terraform,
    pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed"),
]


class Terraform:
    """A copy of the configuration with a state of its own."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(
            SOURCE, folder, ignore=shutil.ignore_patterns(".terraform*", "*.tfstate*", "*.tfvars", "handler.zip")
        )
        subprocess.run([sys.executable, folder / "lambda/package.py"], check=True, capture_output=True)
        (folder / "stand_in_override.tf").write_text(OVERRIDE)
        self.folder = folder
        self.plugins = next((name for name in PLUGIN_FOLDERS if name and Path(name).is_dir()), None)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One call."""
        environ = {name: value for name, value in os.environ.items() if name != "TF_CLI_CONFIG_FILE"}
        return subprocess.run(
            ["terraform", *arguments], cwd=self.folder, env=environ, capture_output=True, text=True, check=False
        )

    def succeed(self, *arguments: str) -> str:
        """A call that must succeed; what it printed."""
        result = self.run(*arguments)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    def apply(self, **variables: str) -> dict[str, Any]:
        """Applies the configuration with variables; the outputs."""
        self.succeed("apply", "-auto-approve", "-input=false", "-no-color", *options(variables))
        outputs = json.loads(self.succeed("output", "-json"))
        return {name: output["value"] for name, output in outputs.items()}


def options(variables: dict[str, str]) -> list[str]:
    """Variables as flags, over those that all calls share."""
    shared = {"region": REGION, "bucket_name": "carteiro-terraform", "max_retries": "3", "keep_data": "false"}
    return [f"-var={name}={value}" for name, value in {**shared, **variables}.items()]


@pytest.fixture
def terraform(address: str, tmp_path: Path) -> Terraform:
    """The configuration, ready to apply; skips where the provider cannot be had."""
    found = Terraform(tmp_path / "terraform")
    source = [f"-plugin-dir={found.plugins}"] if found.plugins else []
    result = found.run("init", "-input=false", "-no-color", *source)
    if result.returncode != 0:
        pytest.skip(f"the provider hashicorp/aws cannot be had here: {' '.join(result.stderr.split())[:200]}")
    return found


def test_the_files_are_formatted_and_valid(terraform: Terraform) -> None:
    terraform.succeed("fmt", "-check", "-recursive", str(SOURCE))
    assert "The configuration is valid" in terraform.succeed("validate", "-no-color")


def test_both_roads_are_made_changed_in_place_and_destroyed(terraform: Terraform) -> None:
    session = boto3.Session(region_name=REGION)
    sagemaker = session.client("sagemaker")

    outputs = terraform.apply()
    assert outputs["bucket"] == "carteiro-terraform"
    assert "invocations_url" not in outputs
    push_image(session.client("ecr"), "v1", DOCKER_MANIFEST)

    outputs = terraform.apply(
        road="endpoint", image_tag="v1", model_data_url=MODEL.format("first"), max_instance_count="3"
    )
    assert outputs["invocations_url"].endswith("/invocations")
    first = sagemaker.describe_endpoint(EndpointName="carteiro")
    assert_function_may_ask_this_endpoint_only(session, outputs["endpoint_arn"])
    assert_bucket_is_closed(session)

    FAULTS.calls.clear()
    outputs = terraform.apply(
        road="endpoint", image_tag="v1", model_data_url=MODEL.format("second"), max_instance_count="3"
    )
    second = sagemaker.describe_endpoint(EndpointName="carteiro")
    assert second["CreationTime"] == first["CreationTime"]
    assert second["EndpointConfigName"] != first["EndpointConfigName"]
    assert "UpdateEndpoint" in FAULTS.calls
    assert "DeleteEndpoint" not in FAULTS.calls
    assert_nothing_is_left_to_change(terraform, road="endpoint", model_data_url=MODEL.format("second"))

    outputs = terraform.apply(road="lambda", image_tag="v1")
    assert sagemaker.list_endpoints()["Endpoints"] == []
    function = session.client("lambda").get_function(FunctionName=outputs["function_name"])
    assert function["Configuration"]["PackageType"] == "Image"
    assert function["Configuration"]["ImageConfigResponse"]["ImageConfig"]["Command"] == ["lambda"]

    terraform.succeed("destroy", "-auto-approve", "-input=false", "-no-color", *options({}))
    assert terraform.succeed("state", "list") == ""
    assert session.client("s3").list_buckets()["Buckets"] == []


def assert_function_may_ask_this_endpoint_only(session: Any, endpoint: str) -> None:
    iam = session.client("iam")
    policy = iam.get_role_policy(RoleName="carteiro-endpoint", PolicyName="answers")["PolicyDocument"]
    allowed = {statement["Sid"]: statement for statement in policy["Statement"]}
    assert set(allowed) == {"Logs", "OneEndpoint"}
    assert allowed["OneEndpoint"]["Action"] == "sagemaker:InvokeEndpoint"
    assert allowed["OneEndpoint"]["Resource"] == endpoint


def assert_bucket_is_closed(session: Any) -> None:
    s3 = session.client("s3")
    block = s3.get_public_access_block(Bucket="carteiro-terraform")["PublicAccessBlockConfiguration"]
    assert all(block.values())
    policy = json.loads(s3.get_bucket_policy(Bucket="carteiro-terraform")["Policy"])["Statement"]
    rule = policy[0] if isinstance(policy, list) else policy
    assert (rule["Effect"], rule["Condition"]) == ("Deny", {"Bool": {"aws:SecureTransport": "false"}})


def assert_nothing_is_left_to_change(terraform: Terraform, **variables: str) -> None:
    given = options({"image_tag": "v1", "max_instance_count": "3", **variables})
    result = terraform.run("plan", "-detailed-exitcode", "-input=false", "-no-color", *given)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"road": "endpoint"}, "needs image_tag"),
        ({"road": "lambda"}, "needs image_tag"),
        ({"road": "street"}, "must be none, endpoint or lambda"),
        ({"name": "Carteiro"}, "lower-case letters"),
        ({"model_data_url": "model.tar.gz"}, "s3://BUCKET/KEY"),
        ({"region": "Brazil"}, "must look like sa-east-1"),
    ],
)
def test_a_wrong_variable_is_named_before_anything_is_made(
    terraform: Terraform, variables: dict[str, str], words: str
) -> None:
    result = terraform.run("plan", "-input=false", "-no-color", *options(variables))
    assert result.returncode != 0
    assert words in " ".join(result.stderr.replace("│", " ").split())
