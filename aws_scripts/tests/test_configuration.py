"""Settings: their layers, their kinds, and what each fault says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from carteiro_aws.configuration import DEFAULT_FILE, read_file, resolve
from carteiro_aws.errors import ScriptError
from carteiro_aws.sections import SECTIONS, AWSSettings, EndpointSettings, TrainingSettings
from carteiro_aws.settings import settings_of


def resolved(
    file: str = "", environ: dict[str, str] | None = None, flags: dict[str, object] | None = None
) -> TrainingSettings:
    return resolve("training", TrainingSettings, flags or {}, environ or {}, tomllib.loads(file), Path("config.toml"))


def test_a_flag_comes_before_the_environment_and_that_before_the_file() -> None:
    file = "[training]\ninstance_count = 2"
    environ = {"CARTEIRO_TRAINING_INSTANCE_COUNT": "3"}
    assert resolved().instance_count == 1
    assert resolved(file).instance_count == 2
    assert resolved(file, environ).instance_count == 3
    assert resolved(file, environ, {"instance_count": "4"}).instance_count == 4


def test_tables_are_joined_name_by_name() -> None:
    file = "[training.hyperparameters]\nn_estimators = 100\nlanguage = 'pt'"
    environ = {"CARTEIRO_TRAINING_HYPERPARAMETERS": '{"n_estimators": 200, "oob_score": true}'}
    found = resolved(file, environ, {"hyperparameters": ["n_estimators=300", "filter=a in [b=c]"]})
    assert found.hyperparameters == {
        "n_estimators": "300",
        "language": "pt",
        "oob_score": "true",
        "filter": "a in [b=c]",
    }


def test_values_become_what_a_container_reads() -> None:
    found = resolved("[training.hyperparameters]\nbootstrap = false\nmax_samples = 0.5\nkeep_labels = ['a', 'b']")
    assert found.hyperparameters == {"bootstrap": "false", "max_samples": "0.5", "keep_labels": '["a", "b"]'}


def test_a_list_may_stand_between_commas() -> None:
    found = resolve("aws", AWSSettings, {"subnets": "subnet-1, subnet-2"}, {}, {}, Path("config.toml"))
    assert found.subnets == ("subnet-1", "subnet-2")


@pytest.mark.parametrize(
    ("file", "environ", "flags", "words"),
    [
        ("instance_count = 0", {}, {}, "config.toml: [training] instance_count: 0 is out of range"),
        ("instance_count = 1.5", {}, {}, "expected a whole number, found 1.5"),
        ("instance_count = true", {}, {}, "expected a whole number, found True"),
        ("spot = 'perhaps'", {}, {}, "expected true or false, found 'perhaps'"),
        ("input_mode = 'Tape'", {}, {}, "found 'Tape'; allowed: File, FastFile, Pipe"),
        ("data = 5", {}, {}, "expected text in quotes, found 5"),
        ("hyperparameters = 5", {}, {}, "expected a table of names and values"),
        ("", {"CARTEIRO_TRAINING_VOLUME_GB": "many"}, {}, "CARTEIRO_TRAINING_VOLUME_GB: expected a whole number"),
        ("", {"CARTEIRO_TRAINING_HYPERPARAMETERS": "a=1"}, {}, "expected a JSON object"),
        ("", {}, {"hyperparameters": ["n_estimators"]}, "--hyperparameter: expected NAME=VALUE"),
        ("", {}, {"instance_count": "101"}, "--instance-count: 101 is out of range; allowed: from 1 up to 100"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(
    file: str, environ: dict[str, str], flags: dict[str, object], words: str
) -> None:
    with pytest.raises(ScriptError) as caught:
        resolved(f"[training]\n{file}", environ, flags)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[trainig]", "unknown section [trainig]; did you mean 'training'?"),
        ("[training]\ninstance_typ = 'a'", "[training] has no 'instance_typ'; did you mean 'instance_type'?"),
        ("training = 5", "[training] must be a section, found 5"),
        ("[training", "not TOML"),
    ],
)
def test_a_faulty_file_is_refused(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(ScriptError) as caught:
        read_file(str(file), {})
    assert words in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_file_that_was_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="no such configuration file"):
        read_file(None, {"CARTEIRO_AWS_CONFIG": str(tmp_path / "none.toml")})


def test_the_file_of_the_repository_can_be_read_and_holds_no_account() -> None:
    tables, _ = read_file(str(DEFAULT_FILE), {})
    for section, form in SECTIONS.items():
        resolve(section, form, {}, {}, tables, DEFAULT_FILE)
    text = DEFAULT_FILE.read_text()
    assert not any(word.isdigit() and len(word) == 12 for word in text.replace('"', " ").replace(":", " ").split())


def test_every_setting_has_a_way_and_a_meaning() -> None:
    for section, form in SECTIONS.items():
        for setting in settings_of(section, form):
            assert setting.meaning
            assert setting.flag.startswith("--")
            assert setting.variable == f"CARTEIRO_{section}_{setting.name}".upper()


def test_an_endpoint_is_on_one_machine_by_default() -> None:
    found = resolve("endpoint", EndpointSettings, {}, {}, {}, Path("config.toml"))
    assert (found.kind, found.instance_count, found.autoscaling, found.capture) == ("instance", 1, False, False)
