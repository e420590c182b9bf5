#!/usr/bin/env bash
# Plays SageMaker's tuner on the sample: one training job after another with hyperparameters drawn from the ranges of
# docs/tuning.json, each in a process of its own. Prints the objective and the seconds of each job and the best one at the end;
# fails when a job fails or takes longer than the limit.
#
# usage: tune_local.sh [JOBS]
#   JOBS   how many jobs (default 10)
#
# Environment: LIMIT_SECONDS (default 10), SEED of the draws (default 1), CARTEIRO_EXECUTABLE, CARTEIRO_LEXICON_DIR,
# CARTEIRO_TEST_DIR (its input/data is trained on).
set -euo pipefail
# shellcheck source=local_test/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -le 1 && ${1:-10} =~ ^[1-9][0-9]*$ ]] || fail "usage: tune_local.sh [JOBS]"
command -v python3 >/dev/null || fail "python3 is not installed"
executable=$(find_executable)
export_environment
exec python3 "$root/local_test/tune.py" "$executable" "$test_dir/input/data" "$root/docs/tuning.json" \
    "${1:-10}" "${SEED:-1}" "${LIMIT_SECONDS:-10}"
