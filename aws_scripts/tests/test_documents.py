"""The commands in the documents are those of the scripts and of the Terraform files."""

from __future__ import annotations

import importlib
import re
import shlex
from pathlib import Path

import pytest

from carteiro_aws import program

ROOT = Path(__file__).resolve().parents[2]
NAMES = [
    "README.md",
    *(f"docs/{name}.md" for name in ("contract", "deploy", "report", "serving", "training")),
    "aws_scripts/README.md",
]
DOCUMENTS = [ROOT / name for name in NAMES]
TEXT = "\n".join(path.read_text() for path in DOCUMENTS)
# A command goes on where a line ends with a backslash; a comment ends it.
LINES = [line.split("  #")[0].strip() for line in TEXT.replace("\\\n", " ").splitlines() if line.startswith("    ")]
CALLS = sorted({line for line in LINES if line.startswith("$python aws_scripts/") and "--help" not in line})


def test_there_are_commands_for_every_script() -> None:
    named = {match for call in CALLS for match in re.findall(r"aws_scripts/(\w+)\.py", call)}
    assert named == {path.stem for path in (ROOT / "aws_scripts").glob("*.py")}


@pytest.mark.parametrize("call", CALLS)
def test_a_command_of_the_documents_is_understood(call: str) -> None:
    words = shlex.split(call)[1:]
    name = Path(words[0]).stem
    parser = program.parser(name, importlib.import_module(f"carteiro_aws.commands.{name}").COMMAND)
    parser.parse_args(words[1:])


def test_terraform_s_variables_and_outputs_are_those_of_the_documents() -> None:
    folder = ROOT / "aws_scripts/terraform"
    variables = set(re.findall(r'^variable "(\w+)"', (folder / "variables.tf").read_text(), re.MULTILINE))
    outputs = set(re.findall(r'^output "(\w+)"', (folder / "outputs.tf").read_text(), re.MULTILINE))
    assert set(re.findall(r"-var (\w+)=", TEXT)) <= variables
    assert set(re.findall(r"terraform output -raw (\w+)", TEXT)) <= outputs
    files = "\n".join(path.read_text() for path in folder.glob("*.tf"))
    assert all(f"var.{name}" in files for name in variables)


def anchors(path: Path) -> set[str]:
    """The names that GitHub gives a document's headings."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)
def test_everything_that_a_document_links_to_is_there(path: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", path.read_text()):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        file = path.parent / name if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target
