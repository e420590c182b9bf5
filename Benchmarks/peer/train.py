#!/usr/bin/env python3
"""The peer: the same job in the scikit-learn stack, as its users write it (pandas, simplemma, TfidfVectorizer, RandomForestClassifier).

usage: train.py --train TRAIN.csv --test TEST.csv --language pt|es|en|none --model FILE [--trees 100] [--seed 0] [--jobs 2]

Prints one JSON object: seconds of each stage, quality on the test file, size of the saved model, peak resident memory.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import joblib
import pandas
import simplemma
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score

# Addresses and numbers say nothing about the class; what is left of a text are its words of two letters and more.
NOISE = re.compile(r"<[^>]+>|\bhttps?://\S+|\S+@\S+|\d+")
WORD = re.compile(r"[^\W\d_]{2,}")
TEXT_COLUMNS = ("text", "message")


class Stopwatch:
    """Seconds of each stage, by name."""

    def __init__(self) -> None:
        """Creates a stopwatch without stages."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measures the body of a `with` statement."""
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


class Cleaner:
    """Lower case, no noise, each word as its lemma; remembers the lemma of each word form."""

    def __init__(self, language: str) -> None:
        """Creates a cleaner for a language, or for `none`, which keeps each word as it is."""
        self.lemma = lru_cache(maxsize=None)(lambda word: simplemma.lemmatize(word, lang=language))
        if language == "none":
            self.lemma = lru_cache(maxsize=None)(str)
        self.lemma("aquecimento")  # simplemma reads its dictionary at the first call; the clock does not count that

    def clean(self, text: str) -> str:
        """Returns the lemmas of a text, separated by spaces."""
        return " ".join(map(self.lemma, WORD.findall(NOISE.sub(" ", text.lower()))))


def read(path: Path) -> tuple[list[str], list[str]]:
    """Returns the texts and the labels of a CSV file."""
    table = pandas.read_csv(path, dtype=str, keep_default_na=False)
    column = next((name for name in TEXT_COLUMNS if name in table.columns), None)
    if column is None or "label" not in table.columns:
        raise SystemExit(f"{path}: needs a column 'label' and one of {TEXT_COLUMNS}, found {list(table.columns)}")
    return list(table[column]), list(table["label"])


def train(chosen: argparse.Namespace) -> dict[str, float | int]:
    """Runs the whole job and returns its figures."""
    cleaner, watch = Cleaner(chosen.language), Stopwatch()
    with watch.stage("read"):
        texts, labels = read(chosen.train)
    with watch.stage("analyze"):
        cleaned = [cleaner.clean(text) for text in texts]
    with watch.stage("vectorize"):
        vectorizer = TfidfVectorizer(max_features=chosen.max_features)
        rows = vectorizer.fit_transform(cleaned)
    forest = RandomForestClassifier(n_estimators=chosen.trees, random_state=chosen.seed, n_jobs=chosen.jobs)
    with watch.stage("fit"):
        forest.fit(rows, labels)
    with watch.stage("write"):
        joblib.dump((vectorizer, forest), chosen.model)
    job = sum(watch.seconds.values())
    test_texts, truth = read(chosen.test)
    with watch.stage("predict"):
        predicted = forest.predict(vectorizer.transform([cleaner.clean(text) for text in test_texts]))
    return {
        **{f"{name}_seconds": seconds for name, seconds in watch.seconds.items()},
        "job_seconds": job,
        "accuracy": accuracy_score(truth, predicted),
        "macro_f1": f1_score(truth, predicted, average="macro"),
        "artifact_bytes": chosen.model.stat().st_size,
        "peak_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "documents": len(texts),
        "features": rows.shape[1],
    }


def arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Trains a random forest on texts with scikit-learn.")
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--test", type=Path, required=True)
    parser.add_argument("--language", choices=("pt", "es", "en", "none"), required=True)
    parser.add_argument("--model", type=Path, required=True, help="where to save the model")
    parser.add_argument("--trees", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--max-features", type=int, default=20_000, help="words kept by TfidfVectorizer")
    return parser.parse_args()


if __name__ == "__main__":
    print(json.dumps(train(arguments())))
