"""Runs `carteiro train` on CSV files in a folder of SageMaker's shape and reads its figures."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
METRIC = re.compile(r"^(?P<name>[\w:]+)=(?P<value>[-+.\deE]+);", re.MULTILINE)
STAGES = ("read", "analyze", "vectorize", "index", "fit", "compile", "write")
VALIDATION = ("accuracy", "macro_f1", "predict_seconds")


@dataclass(frozen=True)
class Ended:
    """What a process left behind."""

    output: str
    wall_seconds: float
    peak_bytes: int


def run(command: list[str], environment: dict[str, str] | None = None) -> Ended:
    """Runs a command to its end; stops the program with the command's output when it fails.

    The peak is the kernel's for this one process (wait4). Linux counts what the parent held when it started the child, so this program
    has to stay small: whatever needs memory runs in a process of its own.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        log.seek(0)
        output = log.read().decode(errors="replace")
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with status {process.returncode}:\n{output}")
    return Ended(output, seconds, usage.ru_maxrss * 1024)


def find_executable() -> Path:
    """Returns the release build, or what CARTEIRO_EXECUTABLE names."""
    path = Path(os.environ.get("CARTEIRO_EXECUTABLE") or ROOT / ".build/release/carteiro")
    if not os.access(path, os.X_OK):
        sys.exit(f"{path} is not an executable file; run 'make release' first")
    return path.resolve()


def write_base_directory(base: Path, train: Path, test: Path | None, hyperparameters: dict[str, str]) -> None:
    """Lays out what the platform mounts: configuration, one folder a channel, empty folders for what the job writes."""
    channels = {"training": train} | ({"validation": test} if test else {})
    for folder in ("input/config", "model", "output"):
        (base / folder).mkdir(parents=True)
    for name, source in channels.items():
        (base / "input/data" / name).mkdir(parents=True)
        shutil.copyfile(source, base / "input/data" / name / source.name)
    configuration: dict[str, object] = {
        "hyperparameters": hyperparameters,
        "inputdataconfig": {name: {"ContentType": "text/csv", "TrainingInputMode": "File"} for name in channels},
        "resourceconfig": {"current_host": "algo-1", "hosts": ["algo-1"], "network_interface_name": "eth0"},
    }
    for name, value in configuration.items():
        (base / "input/config" / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")


def metrics(output: str) -> dict[str, float]:
    """Reads lines such as `train:fit_seconds=0.214;`; the last one of a name counts."""
    return {match["name"]: float(match["value"]) for match in METRIC.finditer(output)}


def train(executable: Path, train: Path, test: Path | None, hyperparameters: dict[str, str]) -> dict[str, float]:
    """Trains once in a temporary folder and returns the figures under the names that `peer/train.py` uses."""
    with tempfile.TemporaryDirectory(prefix="carteiro-bench-") as folder:
        base = Path(folder)
        write_base_directory(base, train, test, hyperparameters)
        environment = dict(os.environ, SAGEMAKER_BASE_DIR=folder)
        environment.setdefault("CARTEIRO_LEXICON_DIR", str(ROOT / ".build/lexicon"))
        ended = run([str(executable), "train"], environment)
        artifact = sum(path.stat().st_size for path in (base / "model").rglob("*") if path.is_file())
    found = metrics(ended.output)
    absent = [name for name in (f"train:{stage}_seconds" for stage in STAGES) if name not in found]
    if absent:
        sys.exit(f"{executable} train printed no {', '.join(absent)}; its output:\n{ended.output}")
    seconds = {f"{stage}_seconds": found[f"train:{stage}_seconds"] for stage in STAGES}
    # scikit-learn's fit makes its columns too.
    seconds["fit_seconds"] += seconds.pop("index_seconds")
    quality = {name: found[f"validation:{name}"] for name in VALIDATION if f"validation:{name}" in found}
    return {
        **seconds,
        **quality,
        "job_seconds": sum(seconds.values()),
        "process_seconds": ended.wall_seconds,
        "artifact_bytes": float(artifact),
        "peak_bytes": float(ended.peak_bytes),
    }
