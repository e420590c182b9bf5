"""Runs training jobs with drawn hyperparameters, as SageMaker's tuner does; started by tune_local.sh, which says how."""

import json
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time


def drawn(ranges, random_source):
    """A value for each range, as the strings that SageMaker passes."""
    values = {}
    for kind, numbers in (("Integer", True), ("Continuous", False)):
        for item in ranges.get(f"{kind}ParameterRanges", []):
            low, high = float(item["MinValue"]), float(item["MaxValue"])
            if item.get("ScalingType") == "Logarithmic":
                value = math.exp(random_source.uniform(math.log(low), math.log(high)))
            else:
                value = random_source.uniform(low, high)
            values[item["Name"]] = str(round(value)) if numbers else repr(value)
    for item in ranges.get("CategoricalParameterRanges", []):
        values[item["Name"]] = random_source.choice(item["Values"])
    return values


def train(executable, data, hyperparameters, folder):
    """One job in a folder of its own; its output and the seconds that the process took."""
    base = pathlib.Path(folder)
    (base / "input/config").mkdir(parents=True)
    (base / "model").mkdir()
    (base / "input/data").symlink_to(pathlib.Path(data).resolve())
    (base / "input/config/hyperparameters.json").write_text(json.dumps(hyperparameters), encoding="utf-8")
    start = time.monotonic()
    job = subprocess.run([executable, "train"], env={**os.environ, "SAGEMAKER_BASE_DIR": str(base)},
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    seconds = time.monotonic() - start
    if job.returncode != 0:
        sys.exit(f"the job with {hyperparameters} ended with {job.returncode}:\n{job.stderr}")
    return job.stdout, seconds


def main():
    executable, data, definition, jobs, seed, limit = sys.argv[1:]
    definition = json.loads(pathlib.Path(definition).read_text(encoding="utf-8"))
    tuning, job = definition["HyperParameterTuningJobConfig"], definition["TrainingJobDefinition"]
    objective = tuning["HyperParameterTuningJobObjective"]["MetricName"]
    pattern = next(m["Regex"] for m in job["AlgorithmSpecification"]["MetricDefinitions"] if m["Name"] == objective)
    random_source = random.Random(int(seed))
    results = []
    for number in range(int(jobs)):
        hyperparameters = {**job["StaticHyperParameters"], **drawn(tuning["ParameterRanges"], random_source),
                           "_tuning_objective_metric": objective}
        with tempfile.TemporaryDirectory() as folder:
            output, seconds = train(executable, data, hyperparameters, folder)
        values = re.findall(pattern, output)
        if not values:
            sys.exit(f"the job printed no {objective}")
        results.append((float(values[-1]), seconds, hyperparameters))
        print(f"job {number + 1:3}  {objective} {values[-1]}  {seconds:6.2f} s  printed {len(values)} times", flush=True)
    best = max(results, key=lambda result: result[0])
    print(f"best {best[0]:.4f}: " + " ".join(f"{name}={value}" for name, value in sorted(best[2].items())))
    slowest = max(seconds for _, seconds, _ in results)
    print(f"slowest job {slowest:.2f} s; the limit is {limit} s")
    if slowest > float(limit):
        sys.exit("a job took too long")


main()
