"""Single scripts: invocations, endpoints and their scaling, tuning, fetching, uploads; the entry scripts themselves."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest

from carteiro_aws import archive
from carteiro_aws.errors import ScriptError
from tests.conftest import BUCKET, REGION, Scripts
from tests.stand_in.faults import FAULTS
from tests.stand_in.transitions import packed

FOLDER = Path(__file__).resolve().parents[1]
ENTRIES = sorted(path.name for path in FOLDER.glob("*.py"))


@pytest.fixture
def hosted(scripts: Scripts) -> Scripts:
    """An account with a model in an endpoint."""
    scripts.succeed("create_training_job", "--name", "carteiro-a")
    scripts.succeed("create_model")
    scripts.succeed("create_endpoint")
    return scripts


def test_a_file_is_sent_with_the_type_of_its_name(hosted: Scripts, tmp_path: Path) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text('{"text": "a"}\n')
    answer = json.loads(hosted.succeed("invoke_endpoint", "--file", str(file)).output)
    assert answer["predictions"][0]["bytes"] == 14


def test_an_answer_may_come_in_pieces(hosted: Scripts) -> None:
    answer = json.loads(hosted.succeed("invoke_endpoint", "--stream", "uma mensagem").output)
    assert answer["predictions"][0]["label"] == "Outros"


def test_the_models_own_words_reach_the_caller(hosted: Scripts, tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text("ERR")
    line = hosted.fail("invoke_endpoint", "--file", str(file))
    assert "the model answered 400" in line
    assert "JSON line 1, column 1: expected a value" in line


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "nothing to send"),
        (["text", "--file", "a.json"], "either texts or --file"),
        (["--file", "missing.json"], "missing.json: cannot be read: No such file or directory"),
        (["--file", "-"], "give --content-type"),
        (["--file", __file__], "the name does not tell the type"),
        (["text", "--content-type", "image/png"], "texts cannot be written as 'image/png'"),
        (["text", "--name", "nobody"], "there is no endpoint 'nobody' in service"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(scripts: Scripts, arguments: list[str], words: str) -> None:
    assert words in scripts.fail("invoke_endpoint", *arguments)


@pytest.mark.parametrize(("size", "words"), [(6_291_457, "larger than 6291456 bytes"), (0, "the body is empty")])
def test_a_body_out_of_bounds_is_not_sent(scripts: Scripts, tmp_path: Path, size: int, words: str) -> None:
    file = tmp_path / "body.txt"
    file.write_bytes(b"a" * size)
    assert words in scripts.fail("invoke_endpoint", "--file", str(file))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", '{"instances": ["olá", "b\\nc"]}'),
        ("application/jsonlines", '{"text": "olá"}\n{"text": "b\\nc"}\n'),
        ("text/plain; charset=utf-8", "olá\nb c\n"),
        ("text/csv", '"olá"\n"b\nc"\n'),
    ],
)
def test_texts_become_a_body_of_the_type(scripts: Scripts, kind: str, body: str) -> None:
    output = scripts.succeed("invoke_endpoint", "--dry-run", "--content-type", kind, "olá", "b\nc").output
    assert json.loads(output)["request"]["Body"] == body


def test_scaling_is_set_and_taken_away(hosted: Scripts, account: Any) -> None:
    scaling = account.client("application-autoscaling")
    hosted.succeed("create_endpoint", "--autoscaling", "--max-count", "4")
    found = scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"]
    assert [(target["MinCapacity"], target["MaxCapacity"]) for target in found] == [(1, 4)]
    hosted.succeed("create_endpoint")
    assert scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"] == []


def test_an_unchanged_endpoint_is_left_alone(hosted: Scripts) -> None:
    FAULTS.calls.clear()
    assert "nothing to do" in hosted.succeed("create_endpoint").messages
    assert not {"UpdateEndpoint", "CreateEndpoint", "CreateEndpointConfig"} & set(FAULTS.calls)


def test_a_change_waits_for_the_one_before(hosted: Scripts) -> None:
    hosted.succeed("create_endpoint", "--instance-type", "ml.m5.large", "--no-wait")
    result = hosted.succeed("create_endpoint", "--instance-type", "ml.c5.large")
    assert "is changing already; waiting for that first" in result.messages


def test_a_serverless_endpoint_takes_a_model_without_isolation(hosted: Scripts, account: Any) -> None:
    line = hosted.fail("create_endpoint", "--name", "carteiro-less", "--kind", "serverless")
    assert "serverless endpoints do not take; make another by create_model.py --no-network-isolation" in line
    hosted.succeed("create_model", "--no-network-isolation", "--name", "carteiro-open")
    hosted.succeed("create_endpoint", "--name", "carteiro-less", "--kind", "serverless", "--model", "carteiro-open")
    sagemaker = account.client("sagemaker")
    name = sagemaker.describe_endpoint(EndpointName="carteiro-less")["EndpointConfigName"]
    variant = sagemaker.describe_endpoint_config(EndpointConfigName=name)["ProductionVariants"][0]
    assert variant["ServerlessConfig"]["MemorySizeInMB"] == 1024


def test_deletion_leaves_other_endpoints_and_models(hosted: Scripts, account: Any) -> None:
    hosted.succeed("create_endpoint", "--name", "carteiro-test")
    hosted.succeed("delete_endpoint")
    sagemaker = account.client("sagemaker")
    assert [entry["EndpointName"] for entry in sagemaker.list_endpoints()["Endpoints"]] == ["carteiro-test"]
    assert len(sagemaker.list_endpoint_configs()["EndpointConfigs"]) == 1
    assert len(sagemaker.list_models()["Models"]) == 1


def test_a_tuning_runs_and_names_its_best_job(scripts: Scripts, account: Any) -> None:
    result = scripts.succeed("create_tuning_job", "--name", "carteiro-tune")
    assert result.value["tuning job"] == "carteiro-tune"
    job = account.client("sagemaker").describe_hyper_parameter_tuning_job(HyperParameterTuningJobName="carteiro-tune")
    assert job["HyperParameterTuningJobConfig"]["TrainingJobEarlyStoppingType"] == "Auto"
    assert "there is already" not in scripts.succeed("create_tuning_job", "--name", "carteiro-tune").output


def test_the_best_job_of_a_tuning_becomes_the_model(scripts: Scripts) -> None:
    from moto.sagemaker.models import sagemaker_backends

    scripts.succeed("create_training_job", "--name", "carteiro-tune-007")
    scripts.succeed("create_training_job", "--name", "carteiro-newer")
    scripts.succeed("create_tuning_job", "--name", "carteiro-tune")
    tuning = sagemaker_backends["123456789012"][REGION].hyper_parameter_tuning_jobs["carteiro-tune"]
    best = {
        "TrainingJobName": "carteiro-tune-007",
        "TrainingJobArn": "arn:aws:sagemaker:sa-east-1:123456789012:training-job/carteiro-tune-007",
        "CreationTime": 0,
        "TrainingJobStatus": "Completed",
        "TunedHyperParameters": {"n_estimators": "80"},
    }
    describe = tuning.describe
    tuning.describe = lambda: {**describe(), "BestTrainingJob": best}
    assert scripts.succeed("create_model", "--tuning-job", "carteiro-tune").value["model"] == "carteiro-tune-007"
    assert scripts.succeed("create_tuning_job", "--name", "carteiro-tune").value["n_estimators"] == "80"


def test_jobs_of_a_tuning_do_not_count_as_the_newest(scripts: Scripts) -> None:
    from moto.sagemaker.models import sagemaker_backends

    scripts.succeed("create_training_job", "--name", "carteiro-plain")
    scripts.succeed("create_training_job", "--name", "carteiro-tune-001")
    jobs = sagemaker_backends["123456789012"][REGION].training_jobs
    jobs["carteiro-tune-001"].tuning_job_arn = "arn:aws:sagemaker:sa-east-1:123456789012:hyper-parameter-tuning-job/t"
    assert scripts.succeed("create_model").value["model"] == "carteiro-plain"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--objective", "oob:accuracy"], "needs the hyperparameter oob_score=true"),
        (["--hyperparameter", "validation_fraction=0", "--objective", "f1"], "not a metric to tune for"),
    ],
)
def test_an_objective_that_no_job_prints_is_refused(scripts: Scripts, arguments: list[str], words: str) -> None:
    assert words in scripts.fail("create_tuning_job", *arguments)


def test_a_model_is_fetched_and_unpacked(scripts: Scripts, tmp_path: Path) -> None:
    scripts.succeed("create_training_job", "--name", "carteiro-a")
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "carteiro.model").write_text("older")
    result = scripts.succeed("fetch_model", "--folder", str(tmp_path / "model"))
    assert result.output.strip() == str(tmp_path / "model" / "carteiro.model")
    assert (tmp_path / "model" / "carteiro.model").read_text() == "carteiro-a"
    assert [path.name for path in (tmp_path / "model").iterdir()] == ["carteiro.model"]


def test_local_documents_are_uploaded_once(scripts: Scripts, tmp_path: Path, account: Any) -> None:
    (tmp_path / "data" / "part").mkdir(parents=True)
    (tmp_path / "data" / "part" / "a.csv").write_text("label,text\na,b\n")
    (tmp_path / "data" / ".hidden").write_text("no")
    for name in ("carteiro-a", "carteiro-b"):
        scripts.succeed("create_training_job", "--name", name, "--data", str(tmp_path / "data"))
    keys = [entry["Key"] for entry in account.client("s3").list_objects_v2(Bucket=BUCKET)["Contents"]]
    uploaded = [key for key in keys if key.startswith("carteiro/data/training/")]
    assert len(uploaded) == 1
    assert uploaded[0].endswith("/part/a.csv")
    assert FAULTS.calls.count("PutObject") == 3  # the fixture's bucket and document, and this one


def archived(tmp_path: Path, entry: tarfile.TarInfo) -> Path:
    path = tmp_path / "model.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        tar.addfile(entry, io.BytesIO(b"x" * entry.size))
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("../outside", tarfile.REGTYPE),
        ("/etc/outside", tarfile.REGTYPE),
        ("a/../../outside", tarfile.REGTYPE),
        ("a\\b", tarfile.REGTYPE),
        ("link", tarfile.SYMTYPE),
        ("link", tarfile.LNKTYPE),
        ("device", tarfile.CHRTYPE),
        ("pipe", tarfile.FIFOTYPE),
    ],
)
def test_an_archive_cannot_write_outside_or_make_links(tmp_path: Path, name: str, kind: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, "/etc/passwd"
    entry.size = 1 if kind == tarfile.REGTYPE else 0
    with pytest.raises(ScriptError, match="only plain files below the folder are unpacked"):
        archive.unpack(archived(tmp_path, entry), tmp_path / "model")
    assert list((tmp_path / "model").iterdir()) == []


def test_a_broken_or_empty_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "model.tar.gz"
    path.write_bytes(packed({"carteiro.model": b"a" * 100_000})[:60])
    with pytest.raises(ScriptError, match="not a whole"):
        archive.unpack(path, tmp_path / "model")
    path.write_bytes(packed({}))
    with pytest.raises(ScriptError, match="holds no file"):
        archive.unpack(path, tmp_path / "model")


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    path = tmp_path / "model.tar.gz"
    path.write_bytes(packed(dict.fromkeys("abc", b"")))
    with pytest.raises(ScriptError, match="more than 2 files"):
        archive.unpack(path, tmp_path / "model")


def test_there_are_eight_scripts() -> None:
    assert len(ENTRIES) == 8


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_script_prints_its_help(entry: str) -> None:
    result = subprocess.run([sys.executable, FOLDER / entry, "--help"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "--dry-run" in result.stdout
    assert "A flag comes before its environment variable" in result.stdout


def test_without_boto3_a_script_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "boto3.py").write_text("raise ModuleNotFoundError(\"No module named 'boto3'\", name='boto3')")
    result = subprocess.run(
        [sys.executable, FOLDER / "create_model.py"],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "boto3 is not installed; run aws_scripts/setup_venv.sh" in result.stderr
