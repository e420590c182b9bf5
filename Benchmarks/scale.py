#!/usr/bin/env python3
"""Times the fit on growing sets of generated documents and fits the exponent of the growth.

usage: scale.py [--documents 10000 20000 40000 80000] [--runs 3] [--trees 100] [--jobs 2]

A document is 8 to 40 words: most are drawn from one vocabulary by Zipf's law, a third from the class's own words by the same law. So the
vocabulary grows with the set as that of real text does. The exponent is the slope of log(seconds) over log(documents), least squares.
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

import training_run

CLASSES = 20
SHARED_WORDS = 50_000
WORDS_OF_A_CLASS = 400
SHARE_OF_CLASS_WORDS = 0.3
SYLLABLES = tuple(consonant + vowel for consonant in "bcdfglmnprstvz" for vowel in "aeiou")


def word(rank: int) -> str:
    """Returns the word of a rank: its digits in base 70 as syllables, at least two, so that frequent words are short."""
    text = ""
    rank += len(SYLLABLES)
    while rank:
        rank, syllable = divmod(rank, len(SYLLABLES))
        text += SYLLABLES[syllable]
    return text


def zipf_rank(random: Random, count: int) -> int:
    """Draws a rank in 0..<count with probability near 1 / (rank + 1), by inverting the integral of 1/x."""
    return int(math.exp(random.random() * math.log(count + 1))) - 1


def document(random: Random, label: int) -> str:
    """Returns one document of a class."""
    words = []
    for _ in range(random.randrange(8, 41)):
        if random.random() < SHARE_OF_CLASS_WORDS:
            own = SHARED_WORDS + label * WORDS_OF_A_CLASS + zipf_rank(random, WORDS_OF_A_CLASS)
            words.append(word(own))
        else:
            words.append(word(zipf_rank(random, SHARED_WORDS)))
    return " ".join(words)


def rows(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yields texts and labels; the labels take turns."""
    random = Random(seed)
    for at in range(count):
        label = at % CLASSES
        yield document(random, label), f"class{label:02d}"


def write(path: Path, count: int, seed: int) -> None:
    """Writes a CSV file of generated documents."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("text", "label"))
        writer.writerows(rows(count, seed))


def exponent(counts: list[int], seconds: list[float]) -> float:
    """Returns the slope of the line of least squares through the logarithms."""
    x, y = [math.log(count) for count in counts], [math.log(value) for value in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    covariance = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return covariance / sum((a - mean_x) ** 2 for a in x)


def arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Times the fit on growing sets of generated documents.")
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000, 20_000, 40_000, 80_000], metavar="N")
    parser.add_argument("--runs", type=int, default=3, help="runs of each size; the median counts (default: 3)")
    parser.add_argument("--trees", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2, help="threads (default: 2)")
    chosen = parser.parse_args()
    if len(set(chosen.documents)) < 2 or min(chosen.documents) < CLASSES or chosen.runs < 1:
        parser.error(f"needs at least two sizes of {CLASSES} documents or more, and one run")
    return chosen


def main() -> None:
    """Runs the command."""
    chosen, executable = arguments(), training_run.find_executable()
    hyperparameters = {"language": "pt", "n_estimators": str(chosen.trees), "random_state": "0", "n_jobs": str(chosen.jobs)}
    counts = sorted(set(chosen.documents))
    fits: dict[int, list[float]] = {count: [] for count in counts}
    jobs: dict[int, list[float]] = {count: [] for count in counts}
    with tempfile.TemporaryDirectory(prefix="carteiro-scale-") as folder:
        for count in counts:
            write(Path(folder, f"{count}.csv"), count, seed=count)
        for run in range(chosen.runs):
            for count in counts:
                print(f"{count} documents, run {run + 1} of {chosen.runs}", file=sys.stderr, flush=True)
                figures = training_run.train(executable, Path(folder, f"{count}.csv"), None, hyperparameters)
                fits[count].append(figures["fit_seconds"])
                jobs[count].append(figures["job_seconds"])
    print(f"{'documents':>12}{'fit s':>12}{'job s':>12}")
    for count in counts:
        print(f"{count:>12}{median(fits[count]):>12.3f}{median(jobs[count]):>12.3f}")
    slopes = [exponent(counts, [median(times[count]) for count in counts]) for times in (fits, jobs)]
    print(f"{'exponent':>12}{slopes[0]:>12.3f}{slopes[1]:>12.3f}")


if __name__ == "__main__":
    main()
