"""The whole road: training job, model, batch, endpoint, update, invocation, deletion; and again."""

from __future__ import annotations

import json
from typing import Any

from tests.conftest import BUCKET, Scripts


def test_the_road_from_documents_to_answers_and_back_twice(scripts: Scripts, account: Any) -> None:
    for turn in ("first", "second"):
        job = scripts.succeed("create_training_job", "--name", f"carteiro-{turn}").value
        assert job["model"] == f"s3://{BUCKET}/carteiro/training/carteiro-{turn}/output/model.tar.gz"

        assert scripts.succeed("create_model").value["model"] == f"carteiro-{turn}"

        batch = scripts.succeed("create_batch_transform_job", "--name", f"batch-{turn}").value
        assert batch["answers"] == f"s3://{BUCKET}/carteiro/batch/batch-{turn}"

        made = scripts.succeed("create_endpoint")
        assert "Creating" in made.messages
        assert "InService" in made.messages
        changed = scripts.succeed("create_endpoint", "--instance-type", "ml.m5.large")
        assert "Updating" in changed.messages

        answer = json.loads(scripts.succeed("invoke_endpoint", "esqueci a senha").output)
        assert answer["predictions"][0]["label"] == "Outros"

        scripts.succeed("delete_endpoint", "--models")
        sagemaker = account.client("sagemaker")
        assert sagemaker.list_endpoints()["Endpoints"] == []
        assert sagemaker.list_endpoint_configs()["EndpointConfigs"] == []
        assert sagemaker.list_models()["Models"] == []


def test_every_script_may_run_again_under_the_same_name(scripts: Scripts) -> None:
    road = [
        ("create_training_job", "--name", "carteiro-once"),
        ("create_model",),
        ("create_batch_transform_job", "--name", "batch-once"),
        ("create_endpoint",),
        ("delete_endpoint",),
    ]
    for step in road:
        first, second = scripts.succeed(*step), scripts.succeed(*step)
        assert first.value == second.value
