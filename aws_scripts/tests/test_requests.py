"""Requests as pure values, held to the service's own model by botocore's validator."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import botocore.session
import pytest
from botocore.validate import ParamValidator

from carteiro_aws import metrics
from carteiro_aws.endpoint_request import configuration_request, scaling_requests
from carteiro_aws.errors import ScriptError
from carteiro_aws.model_request import differences, model_request
from carteiro_aws.sections import (
    AWSSettings,
    BatchSettings,
    EndpointSettings,
    ModelSettings,
    TrainingSettings,
    TuningSettings,
)
from carteiro_aws.training_request import Resources, training_request
from carteiro_aws.transform_request import transform_request
from carteiro_aws.tuning_request import tuning_request

TRAINING = Path(__file__).resolve().parents[2] / "docs/training.md"
AWS = AWSSettings(tags={"project": "carteiro"})
LOCKED = AWSSettings(kms_key="alias/key", subnets=("subnet-1",), security_groups=("sg-1",))
RESOURCES = Resources("arn:aws:iam::123456789012:role/carteiro", "image:1", "bucket")
CHANNELS = {"training": "s3://bucket/train/", "config": "s3://bucket/config/"}
RANGES: dict[str, Any] = {
    "integer": {"n_estimators": '[50, 400, "Logarithmic"]'},
    "continuous": {"max_samples": "[0.5, 1.0]"},
    "categorical": {"criterion": '["gini", "entropy"]'},
}


def valid(operation: str, request: dict[str, Any], service: str = "sagemaker") -> dict[str, Any]:
    """The request, if the service's model takes it."""
    model = botocore.session.get_session().get_service_model(service).operation_model(operation)
    report = ParamValidator().validate(request, model.input_shape)
    assert not report.has_errors(), report.generate_report()
    return request


def training(aws: AWSSettings = AWS, **settings: Any) -> dict[str, Any]:
    return valid("CreateTrainingJob", training_request("job", CHANNELS, aws, TrainingSettings(**settings), RESOURCES))


def test_a_plain_training_job_has_no_part_that_was_not_asked_for() -> None:
    request = training(hyperparameters={"n_estimators": "25"})
    assert request["HyperParameters"] == {"n_estimators": "25"}
    assert request["OutputDataConfig"] == {"S3OutputPath": "s3://bucket/carteiro/training"}
    assert request["AlgorithmSpecification"]["TrainingInputMode"] == "File"
    assert request["Tags"] == [{"Key": "project", "Value": "carteiro"}]
    assert not {"CheckpointConfig", "VpcConfig", "Environment"} & set(request)
    assert "MaxWaitTimeInSeconds" not in request["StoppingCondition"]


@pytest.mark.parametrize("mode", ["File", "FastFile", "Pipe"])
def test_the_channel_config_is_read_as_files_in_every_mode(mode: str) -> None:
    channels = {entry["ChannelName"]: entry for entry in training(input_mode=mode)["InputDataConfig"]}
    assert channels["config"]["InputMode"] == "File"
    assert "InputMode" not in channels["training"]


def test_spot_machines_come_with_a_wait_and_checkpoints() -> None:
    request = training(spot=True, max_runtime_seconds=600, max_wait_seconds=900)
    assert request["EnableManagedSpotTraining"] is True
    assert request["StoppingCondition"] == {"MaxRuntimeInSeconds": 600, "MaxWaitTimeInSeconds": 900}
    assert request["CheckpointConfig"] == {
        "S3Uri": "s3://bucket/carteiro/checkpoints/job",
        "LocalPath": "/opt/ml/checkpoints",
    }


def test_a_wait_shorter_than_the_run_is_refused() -> None:
    with pytest.raises(ScriptError, match="less than max_runtime_seconds"):
        training(spot=True, max_runtime_seconds=900, max_wait_seconds=600)


def test_keys_and_networks_reach_every_part() -> None:
    request = training(LOCKED)
    assert request["OutputDataConfig"]["KmsKeyId"] == request["ResourceConfig"]["VolumeKmsKeyId"] == "alias/key"
    assert request["VpcConfig"] == {"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]}


def test_half_a_network_is_refused() -> None:
    with pytest.raises(ScriptError, match="subnets and security_groups belong together"):
        training(AWSSettings(subnets=("subnet-1",)))


def test_more_hyperparameters_than_sagemaker_takes_are_refused() -> None:
    with pytest.raises(ScriptError, match="101 hyperparameters; SageMaker takes 100"):
        training(hyperparameters={f"name{number}": "1" for number in range(101)})


def test_the_metrics_are_those_of_the_documents() -> None:
    table = set(re.findall(r"`([^`]+=\(\[0-9\.\]\+\);)`", TRAINING.read_text()))
    ours = {definition["Regex"] for definition in metrics.definitions()}
    assert ours == {regex for regex in table if "LABEL" not in regex}
    assert len(ours) <= 40


def test_a_metric_s_expression_finds_its_own_line_alone() -> None:
    lines = "train:documents=480;\nvalidation:documents=120;\nvalidation:accuracy=0.8917;\n"
    found = {entry["Name"]: re.findall(entry["Regex"], lines) for entry in metrics.definitions()}
    assert found["train:documents"] == ["480"]
    assert found["validation:documents"] == ["120"]
    assert found["validation:accuracy"] == ["0.8917"]


def tuning(training_settings: TrainingSettings | None = None, **settings: Any) -> dict[str, Any]:
    given = TuningSettings(**{**RANGES, **settings})
    chosen = training_settings or TrainingSettings(hyperparameters={"n_estimators": "100", "language": "pt"})
    request = tuning_request("tune", CHANNELS, AWS, chosen, given, RESOURCES)
    return valid("CreateHyperParameterTuningJob", request)


def test_a_tuned_hyperparameter_has_no_fixed_value_beside_its_range() -> None:
    request = tuning()
    config = request["HyperParameterTuningJobConfig"]
    assert request["TrainingJobDefinition"]["StaticHyperParameters"] == {"language": "pt"}
    assert config["ParameterRanges"]["IntegerParameterRanges"] == [
        {"Name": "n_estimators", "MinValue": "50", "MaxValue": "400", "ScalingType": "Logarithmic"}
    ]
    assert config["HyperParameterTuningJobObjective"] == {"Type": "Maximize", "MetricName": "validation:macro_f1"}
    assert config["TrainingJobEarlyStoppingType"] == "Auto"


def test_a_loss_is_made_small() -> None:
    objective = tuning(objective="validation:log_loss")["HyperParameterTuningJobConfig"]
    assert objective["HyperParameterTuningJobObjective"]["Type"] == "Minimize"


def test_hyperband_and_grid_get_what_they_take() -> None:
    assert tuning(strategy="Hyperband")["HyperParameterTuningJobConfig"]["TrainingJobEarlyStoppingType"] == "Off"
    grid = tuning(strategy="Grid", integer={}, continuous={})["HyperParameterTuningJobConfig"]
    assert grid["ResourceLimits"] == {"MaxParallelTrainingJobs": 2}


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"integer": {}, "continuous": {}, "categorical": {}}, "has no range"),
        ({"integer": {"n_estimators": "[400, 50]"}}, "expected [least, most]"),
        ({"integer": {"n_estimators": "[0.5, 1]"}}, "numbers of the kind integer"),
        ({"integer": {"n_estimators": "50"}}, "expected a list such as [50, 400]"),
        ({"integer": {"n_estimators": '[1, 2, "Cubic"]'}}, "unknown scaling 'Cubic'"),
        ({"categorical": {"criterion": "[]"}}, "the list is empty"),
        ({"strategy": "Grid"}, "takes [tuning.categorical] ranges alone"),
        ({"objective": "accuracy"}, "not a metric to tune for; one of: validation:accuracy"),
        ({"max_parallel": 21}, "max_parallel 21 is above max_jobs 20"),
    ],
)
def test_a_wrong_tuning_is_refused(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ScriptError) as caught:
        tuning(**settings)
    assert words in str(caught.value)


def test_a_long_tuning_name_is_refused() -> None:
    with pytest.raises(ScriptError, match="at most 32 characters"):
        tuning_request("t" * 33, CHANNELS, AWS, TrainingSettings(), TuningSettings(**RANGES), RESOURCES)


def batch(aws: AWSSettings = AWS, **settings: Any) -> dict[str, Any]:
    given = BatchSettings(**settings)
    return valid("CreateTransformJob", transform_request("b", "model", "s3://b/in", "s3://b/out", aws, given))


def test_a_batch_sends_many_lines_in_a_request_and_joins_lines_again() -> None:
    request = batch()
    assert (request["BatchStrategy"], request["MaxPayloadInMB"]) == ("MultiRecord", 6)
    assert request["TransformInput"]["SplitType"] == request["TransformOutput"]["AssembleWith"] == "Line"
    assert request["ModelClientConfig"] == {"InvocationsTimeoutInSeconds": 600, "InvocationsMaxRetries": 3}
    # The container offers as many requests at a time as it has workers.
    assert "MaxConcurrentTransforms" not in request


def test_a_batch_may_send_whole_files_without_limit_and_join_answers() -> None:
    whole = batch(split="None", max_payload_mb=0)
    assert "BatchStrategy" not in whole
    assert batch(join=True)["DataProcessing"] == {"JoinSource": "Input"}
    assert batch(LOCKED)["TransformOutput"]["KmsKeyId"] == "alias/key"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"max_payload_mb": 50, "max_concurrent": 3}, "is above 100"),
        ({"max_payload_mb": 0}, "set split to None"),
        ({"join": True, "accept": "text/csv"}, "to be the same"),
        ({"join": True, "content_type": "text/plain", "accept": "text/plain"}, "one of: text/csv"),
        ({"join": True, "split": "None"}, "join of lines needs split Line"),
    ],
)
def test_a_wrong_batch_is_refused(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ScriptError) as caught:
        batch(**settings)
    assert words in str(caught.value)


def endpoint(aws: AWSSettings = AWS, **settings: Any) -> dict[str, Any]:
    request = configuration_request("model", "bucket", aws, EndpointSettings(**settings))
    return valid("CreateEndpointConfig", request)


def test_a_configuration_s_name_stands_for_its_content() -> None:
    assert endpoint()["EndpointConfigName"] == endpoint()["EndpointConfigName"]
    others = [endpoint(instance_count=2), endpoint(capture=True), endpoint(kind="serverless"), endpoint(LOCKED)]
    names = {request["EndpointConfigName"] for request in [endpoint(), *others]}
    assert len(names) == 5


def test_a_serverless_endpoint_has_memory_and_no_machine() -> None:
    variant = endpoint(LOCKED, kind="serverless", memory_mb=2048)["ProductionVariants"][0]
    assert variant["ServerlessConfig"] == {"MemorySizeInMB": 2048, "MaxConcurrency": 5}
    assert "InstanceType" not in variant
    assert "KmsKeyId" not in endpoint(LOCKED, kind="serverless")


def test_capture_keeps_text_readable() -> None:
    capture = endpoint(LOCKED, capture=True, capture_percent=10)["DataCaptureConfig"]
    assert capture["DestinationS3Uri"] == "s3://bucket/carteiro/capture"
    assert capture["InitialSamplingPercentage"] == 10
    assert "application/jsonlines" in capture["CaptureContentTypeHeader"]["JsonContentTypes"]
    assert capture["KmsKeyId"] == "alias/key"


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"kind": "serverless", "memory_mb": 1500}, "a multiple of 1024"),
        ({"kind": "serverless", "autoscaling": True}, "autoscaling needs kind instance"),
        ({"kind": "serverless", "capture": True}, "capture needs kind instance"),
        ({"autoscaling": True, "min_count": 2, "max_count": 3}, "is not between min_count 2 and max_count 3"),
        ({"name": "with_underscore"}, "not allowed"),
        ({"name": "n" * 53}, "at most 52 characters"),
    ],
)
def test_a_wrong_endpoint_is_refused(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ScriptError) as caught:
        endpoint(**settings)
    assert words in str(caught.value)


def test_scaling_follows_requests_of_each_machine() -> None:
    target, policy = scaling_requests(EndpointSettings(autoscaling=True, max_count=4, target_per_minute=500))
    valid("RegisterScalableTarget", target, "application-autoscaling")
    valid("PutScalingPolicy", policy, "application-autoscaling")
    assert (target["MinCapacity"], target["MaxCapacity"]) == (1, 4)
    assert policy["TargetTrackingScalingPolicyConfiguration"]["TargetValue"] == 500


def test_a_model_that_is_there_is_compared_part_by_part() -> None:
    settings = ModelSettings(environment={"SAGEMAKER_INFERENCE_OUTPUT": "label"})
    request = valid("CreateModel", model_request("m", "image:1", "s3://b/m.tar.gz", RESOURCES.role, LOCKED, settings))
    assert differences(request, request) == []
    plain = model_request("m", "image:2", "s3://b/m.tar.gz", RESOURCES.role, AWS, dataclasses.replace(settings))
    assert differences(request, plain) == ["image"]
    assert differences(request, {}) == ["image", "artifact", "environment", "role"]
