#!/usr/bin/env python3
"""Compares `carteiro train` with the scikit-learn peer: same files, same machine, run in turn.

usage: bench.py --peer-python PYTHON [--runs 3] [--trees 100] [--jobs 2] [--data TRAIN.csv TEST.csv LANGUAGE]...

Run i of both uses seed i. Seconds, sizes and memory are medians over the runs, accuracy and macro F1 are means. Without --data the
input is the repository's sample and 50,000 generated documents. Only the ratios of one run mean anything on another machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

import training_run
from training_run import ROOT

SAMPLE = ROOT / "local_test/test_dir/input/data"
GENERATED_DOCUMENTS = 50_000
Figures = dict[str, float]


class Dataset(NamedTuple):
    """Two CSV files with the columns `label` and `text` or `message`, and their language."""

    name: str
    train: Path
    test: Path
    language: str


class Row(NamedTuple):
    """One line of the table."""

    title: str
    key: str
    unit: str
    scale: float


# The job is the sum of all stages on both sides: it leaves out interpreter start, imports and the reading of the dictionary, which
# only the peer would have to pay for; `process` is the wall clock of the whole process, test included.
COSTS = (
    Row("fit", "fit_seconds", "s", 1),
    Row("job", "job_seconds", "s", 1),
    Row("process", "process_seconds", "s", 1),
    Row("predict test", "predict_seconds", "s", 1),
    Row("artifact", "artifact_bytes", "MB", 1e-6),
    Row("peak memory", "peak_bytes", "MB", 1e-6),
)
QUALITIES = (Row("accuracy", "accuracy", "", 1), Row("macro F1", "macro_f1", "", 1))


def ours(executable: Path, data: Dataset, seed: int, trees: int, jobs: int) -> Figures:
    """Trains ours once."""
    hyperparameters = {
        "language": data.language,
        "n_estimators": str(trees),
        "random_state": str(seed),
        "n_jobs": str(jobs),
        "tfidf_max_features": "20000",
    }
    return training_run.train(executable, data.train, data.test, hyperparameters)


def peer(python: Path, data: Dataset, seed: int, trees: int, jobs: int) -> Figures:
    """Trains the peer once."""
    with tempfile.TemporaryDirectory(prefix="carteiro-peer-") as folder:
        command = [str(python), str(ROOT / "Benchmarks/peer/train.py"), "--model", f"{folder}/model.joblib"]
        command += ["--train", str(data.train), "--test", str(data.test), "--language", data.language]
        command += ["--trees", str(trees), "--seed", str(seed), "--jobs", str(jobs)]
        ended = training_run.run(command)
    figures: Figures = json.loads(ended.output.strip().splitlines()[-1])
    return figures | {"process_seconds": ended.wall_seconds, "peak_bytes": float(ended.peak_bytes)}


def cost_line(row: Row, our_runs: list[Figures], peer_runs: list[Figures]) -> str:
    """Returns the medians and how many times less ours needs."""
    if not all(row.key in run for run in our_runs + peer_runs):
        return f"  {row.title:<14}{'not printed':>16}"
    mine, theirs = (median(run[row.key] for run in runs) for runs in (our_runs, peer_runs))
    ratio = f"{theirs / mine:.1f} times less" if mine > 0 else "-"
    return f"  {row.title:<14}{number(mine * row.scale, row.unit):>16}{number(theirs * row.scale, row.unit):>16}{ratio:>20}"


def quality_line(row: Row, our_runs: list[Figures], peer_runs: list[Figures]) -> str:
    """Returns the means and their difference."""
    if not all(row.key in run for run in our_runs + peer_runs):
        return f"  {row.title:<14}{'not printed':>16}"
    mine, theirs = (mean(run[row.key] for run in runs) for runs in (our_runs, peer_runs))
    return f"  {row.title:<14}{mine:>16.4f}{theirs:>16.4f}{mine - theirs:>+20.4f}"


def number(value: float, unit: str) -> str:
    """Returns a value with three significant digits and its unit."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:.{digits}f} {unit}"


def compare(executable: Path, data: Dataset, chosen: argparse.Namespace) -> None:
    """Runs both in turn on one data set and prints the table."""
    our_runs: list[Figures] = []
    peer_runs: list[Figures] = []
    for seed in range(chosen.runs):
        print(f"{data.name}: run {seed + 1} of {chosen.runs}", file=sys.stderr, flush=True)
        our_runs.append(ours(executable, data, seed, chosen.trees, chosen.jobs))
        peer_runs.append(peer(chosen.peer_python, data, seed, chosen.trees, chosen.jobs))
    documents = int(peer_runs[0]["documents"])
    print(f"\n{data.name}: {documents} documents, {data.language}, {chosen.trees} trees, {chosen.jobs} threads, {chosen.runs} runs")
    print(f"  {'':<14}{'carteiro':>16}{'scikit-learn':>16}{'':>20}")
    for row in COSTS:
        print(cost_line(row, our_runs, peer_runs))
    for row in QUALITIES:
        print(quality_line(row, our_runs, peer_runs), flush=True)


@contextmanager
def generated(documents: int) -> Iterator[Dataset]:
    """Makes a set of the sample's kind with the sample's generator, a tenth of it for the test; removes it afterwards."""
    with tempfile.TemporaryDirectory(prefix="carteiro-data-") as folder:
        train, test = Path(folder, "train.csv"), Path(folder, "test.csv")
        generator = [sys.executable, str(ROOT / "local_test/sample/generate.py")]
        training_run.run([*generator, "--documents", str(documents), "--seed", "1", "--output", str(train)])
        test_options = ["--documents", str(documents // 10), "--seed", "2", "--exclude", str(train), "--output", str(test)]
        training_run.run([*generator, *test_options])
        yield Dataset(f"generated {documents}", train, test, "pt")


def arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Compares carteiro train with scikit-learn, run in turn.")
    parser.add_argument("--peer-python", type=Path, required=True, help="what peer/setup.sh printed")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; run i uses seed i (default: 3)")
    parser.add_argument("--trees", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2, help="threads of each (default: 2)")
    parser.add_argument("--data", nargs=3, action="append", metavar=("TRAIN.csv", "TEST.csv", "LANGUAGE"), help="may be repeated")
    chosen = parser.parse_args()
    if chosen.runs < 1:
        parser.error("--runs must be at least 1")
    return chosen


def main() -> None:
    """Runs the command."""
    chosen, executable = arguments(), training_run.find_executable()
    if chosen.data:
        for train, test, language in chosen.data:
            compare(executable, Dataset(Path(train).resolve().parent.name, Path(train), Path(test), language), chosen)
        return
    compare(executable, Dataset("sample", SAMPLE / "training/messages.csv", SAMPLE / "validation/messages.csv", "pt"), chosen)
    with generated(GENERATED_DOCUMENTS) as data:
        compare(executable, data, chosen)


if __name__ == "__main__":
    main()
