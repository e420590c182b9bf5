"""What a user reads when something is missing, denied, throttled, failed or stopped."""

from __future__ import annotations

import datetime
import json
import time
from typing import Any

import pytest

from tests.conftest import BUCKET, REGION, Scripts, push_image
from tests.stand_in.faults import FAULTS
from tests.stand_in.transitions import REASON


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--role", ""], "no SageMaker execution role is set; give its name or ARN by --role, CARTEIRO_AWS_ROLE"),
        (["--role", "nobody"], "the role 'nobody' does not exist"),
        (["--role", "arn:aws:iam::123456789012:role/nobody"], "does not exist"),
        (["--image", ""], "no image is set"),
        (["--image", "carteiro:v9"], "carteiro:v9 is not in ECR; push it by container/build_and_push.sh"),
        (["--image", "stranger:v1"], "ECR has no repository 'stranger'"),
        (["--image", "123456789012.dkr.ecr.us-east-1.amazonaws.com/carteiro:latest"], "is in another region than"),
        (["--bucket", ""], "no bucket is set; give its name by --bucket"),
        (["--bucket", "no-such-bucket-here"], "the bucket 'no-such-bucket-here' does not exist"),
        (["--bucket", "s3://a/b"], "is more than a bucket's name"),
        (["--data", ""], "no training documents are set"),
        (["--data", f"s3://{BUCKET}/nothing/"], "nothing is there"),
        (["--data", "s3://no-such-bucket-here/a"], "the bucket 'no-such-bucket-here' does not exist"),
        (["--data", "no/such/folder"], "is neither a local file or folder nor"),
        (["--name", "with_underscore"], "training job name 'with_underscore' is not allowed"),
        (["--subnets", "subnet-1"], "subnets and security_groups belong together"),
    ],
)
def test_what_is_missing_is_named_before_the_job_is_asked_for(
    scripts: Scripts, arguments: list[str], words: str
) -> None:
    assert words in scripts.fail("create_training_job", *arguments)
    assert "CreateTrainingJob" not in FAULTS.calls


def test_an_oci_manifest_is_refused(scripts: Scripts, account: Any) -> None:
    push_image(account.client("ecr"), "oci", "application/vnd.oci.image.manifest.v1+json")
    assert "has an OCI manifest, which SageMaker refuses" in scripts.fail(
        "create_training_job", "--image", "carteiro:oci"
    )


def test_a_missing_region_is_named(scripts: Scripts) -> None:
    del scripts.environ["AWS_REGION"]
    assert "no AWS region is set; give it by --region" in scripts.fail("create_model")


def test_missing_credentials_are_named(scripts: Scripts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    assert "no AWS credentials found; run `aws configure`" in scripts.fail("create_model")


def test_an_unknown_profile_is_named(scripts: Scripts) -> None:
    assert "nobody" in scripts.fail("create_model", "--profile", "nobody")


def test_an_address_that_does_not_answer_is_named(scripts: Scripts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    assert "AWS cannot be reached" in scripts.fail("create_model", "--max-attempts", "1")


@pytest.mark.parametrize(
    ("operation", "permission"),
    [
        ("CreateTrainingJob", "sagemaker:CreateTrainingJob"),
        ("GetRole", "iam:GetRole"),
        ("HeadBucket", "s3:ListBucket"),
        ("ListObjectsV2", "s3:ListBucket"),
    ],
)
def test_a_missing_permission_is_named(scripts: Scripts, operation: str, permission: str) -> None:
    FAULTS.denied.add(operation)
    line = scripts.fail("create_training_job")
    assert f"the permission {permission} is missing" in line


def test_who_may_not_look_up_a_role_gives_its_arn(scripts: Scripts) -> None:
    FAULTS.denied.add("GetRole")
    scripts.succeed(
        "create_training_job", "--role", "arn:aws:iam::123456789012:role/carteiro-sagemaker", "--name", "carteiro-a"
    )


def test_who_may_not_look_into_the_registry_still_starts_jobs(scripts: Scripts) -> None:
    FAULTS.denied.add("DescribeImages")
    scripts.succeed("create_training_job", "--name", "carteiro-a")


def test_throttled_requests_are_tried_again(scripts: Scripts) -> None:
    FAULTS.throttled.update({"CreateTrainingJob": 2, "DescribeTrainingJob": 1})
    scripts.succeed("create_training_job", "--name", "carteiro-a")
    assert FAULTS.calls.count("CreateTrainingJob") == 3


def test_throttling_without_end_is_named(scripts: Scripts) -> None:
    FAULTS.throttled["CreateTrainingJob"] = 99
    line = scripts.fail("create_training_job", "--max-attempts", "2")
    assert "AWS still throttled CreateTrainingJob after 2 tries" in line


def test_a_failed_job_prints_its_reason_and_its_log(scripts: Scripts, account: Any) -> None:
    logs, stream = account.client("logs"), "carteiro-bad/algo-1-1"
    logs.create_log_group(logGroupName="/aws/sagemaker/TrainingJobs")
    logs.create_log_stream(logGroupName="/aws/sagemaker/TrainingJobs", logStreamName=stream)
    now = int(time.time() * 1000)
    events = [{"timestamp": now + number, "message": f"line {number}"} for number in range(30)]
    logs.put_log_events(logGroupName="/aws/sagemaker/TrainingJobs", logStreamName=stream, logEvents=events)
    FAULTS.endings["bad"] = "Failed"
    result = scripts.run("create_training_job", "--name", "carteiro-bad", "--log-lines", "3")
    assert result.status == 1
    assert result.messages.splitlines()[-1].endswith(f"training job carteiro-bad is Failed: {REASON}")
    assert f"log stream {stream}" in result.messages
    assert "line 29" in result.messages
    assert "line 26" not in result.messages


def test_a_failed_job_without_a_log_still_tells_its_reason(scripts: Scripts) -> None:
    FAULTS.endings["bad"] = "Failed"
    result = scripts.run("create_training_job", "--name", "carteiro-bad")
    assert "cannot be read here" in result.messages
    assert REASON in result.messages.splitlines()[-1]


@pytest.mark.parametrize("ending", ["Failed", "Stopped"])
def test_the_name_of_a_job_that_did_not_succeed_is_taken(scripts: Scripts, ending: str) -> None:
    FAULTS.endings["bad"] = ending
    scripts.fail("create_training_job", "--name", "carteiro-bad")
    line = scripts.fail("create_training_job", "--name", "carteiro-bad")
    assert f"'carteiro-bad' is there already and is {ending}" in line


def test_a_job_that_somebody_stops_is_told_apart(scripts: Scripts, account: Any) -> None:
    scripts.succeed("create_training_job", "--name", "carteiro-stop", "--no-wait")
    account.client("sagemaker").stop_training_job(TrainingJobName="carteiro-stop")
    result = scripts.run("create_training_job", "--name", "carteiro-stop")
    assert result.status == 1
    assert "Stopping" in result.messages
    assert "training job carteiro-stop was stopped before its end" in result.messages.splitlines()[-1]


@pytest.mark.parametrize(("ending", "words"), [("Failed", "is Failed"), ("Stopped", "was stopped before its end")])
def test_a_batch_that_does_not_succeed_fails_the_script(scripts: Scripts, ending: str, words: str) -> None:
    train(scripts, "carteiro-a")
    scripts.succeed("create_model")
    FAULTS.endings["batch-bad"] = ending
    assert words in scripts.fail("create_batch_transform_job", "--name", "batch-bad")
    assert "is there already" in scripts.fail("create_batch_transform_job", "--name", "batch-bad")


def test_an_endpoint_that_failed_must_be_deleted_first(scripts: Scripts) -> None:
    train(scripts, "carteiro-a")
    scripts.succeed("create_model")
    FAULTS.endings["carteiro"] = "Failed"
    assert "endpoint carteiro is Failed" in scripts.fail("create_endpoint")
    assert "run delete_endpoint.py, then this again" in scripts.fail("create_endpoint")
    FAULTS.endings.clear()
    scripts.succeed("delete_endpoint")
    scripts.succeed("create_endpoint")


def test_an_update_that_is_rolled_back_fails_the_script(scripts: Scripts) -> None:
    train(scripts, "carteiro-a")
    scripts.succeed("create_model")
    scripts.succeed("create_endpoint")
    FAULTS.endings["update:carteiro"] = "RolledBack"
    line = scripts.fail("create_endpoint", "--instance-type", "ml.m5.large")
    assert "in service, but with its old configuration: The new variant did not pass" in line


def train(scripts: Scripts, name: str) -> None:
    scripts.succeed("create_training_job", "--name", name)


def set_age(job: str, days: int) -> None:
    from moto.sagemaker.models import sagemaker_backends

    found = sagemaker_backends["123456789012"][REGION].training_jobs[job]
    found.creation_time = found.creation_time - datetime.timedelta(days=days)


def test_the_newest_successful_job_is_chosen_among_failed_and_older_ones(scripts: Scripts, account: Any) -> None:
    for number in range(12):
        train(scripts, f"carteiro-old-{number}")
        set_age(f"carteiro-old-{number}", 30 + number)
    train(scripts, "carteiro-good")
    set_age("carteiro-good", 3)
    train(scripts, "carteiro-lost")
    set_age("carteiro-lost", 2)
    account.client("s3").delete_object(Bucket=BUCKET, Key="carteiro/training/carteiro-lost/output/model.tar.gz")
    train(scripts, "carteirofish-other")
    FAULTS.endings.update({"bad": "Failed", "halt": "Stopped"})
    scripts.fail("create_training_job", "--name", "carteiro-bad")
    scripts.fail("create_training_job", "--name", "carteiro-halt")
    scripts.succeed("create_training_job", "--name", "carteiro-running", "--no-wait")
    assert scripts.succeed("create_model").value["model"] == "carteiro-good"


def test_without_a_successful_job_there_is_no_model(scripts: Scripts) -> None:
    FAULTS.endings["bad"] = "Failed"
    scripts.fail("create_training_job", "--name", "carteiro-bad")
    assert "no successful training job with a model begins with 'carteiro'" in scripts.fail("create_model")
    assert "is Failed: AlgorithmError" in scripts.fail("create_model", "--job", "carteiro-bad")
    assert "there is no training job 'carteiro-none'" in scripts.fail("create_model", "--job", "carteiro-none")
    assert "no model begins with 'carteiro'" in scripts.fail("create_endpoint")


def test_a_model_that_is_there_otherwise_is_not_taken(scripts: Scripts) -> None:
    train(scripts, "carteiro-a")
    scripts.succeed("create_model")
    line = scripts.fail("create_model", "--environment", "SAGEMAKER_INFERENCE_OUTPUT=label")
    assert "a model 'carteiro-a' is there already with another environment" in line


def test_secrets_are_not_printed(scripts: Scripts) -> None:
    result = scripts.succeed(
        "create_training_job",
        "--dry-run",
        "--environment",
        "MLFLOW_TRACKING_PASSWORD=open-sesame",
        "--environment",
        "SHOP=one",
    )
    assert "open-sesame" not in result.output + result.messages
    environment = json.loads(result.output)["request"]["Environment"]
    assert environment == {"MLFLOW_TRACKING_PASSWORD": "(hidden)", "SHOP": "one"}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("create_training_job", []),
        ("create_model", []),
        ("create_batch_transform_job", []),
        ("create_endpoint", ["--autoscaling", "--capture"]),
        ("create_tuning_job", []),
        ("invoke_endpoint", ["texto"]),
        ("delete_endpoint", []),
        ("fetch_model", []),
    ],
)
def test_a_dry_run_prints_json_and_calls_nothing(scripts: Scripts, name: str, arguments: list[str]) -> None:
    FAULTS.calls.clear()
    result = scripts.succeed(name, "--dry-run", *arguments)
    decoder, text = json.JSONDecoder(), result.output.strip()
    while text:
        found, end = decoder.raw_decode(text)
        assert set(found) == {"operation", "request"}
        text = text[end:].strip()
    assert FAULTS.calls == []


def test_waiting_can_be_given_up(scripts: Scripts, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupted)
    result = scripts.run("create_training_job", "--name", "carteiro-a")
    assert result.status == 130
    assert "what was started in AWS goes on" in result.messages
