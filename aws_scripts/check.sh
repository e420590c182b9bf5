#!/usr/bin/env bash
# Checks the scripts: format, lint, types, tests against a stand-in for AWS. With --terraform only the tests of Terraform.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
python=$(./setup_venv.sh --test)
cache=$(cd .. && pwd)/.build
export PYTHONDONTWRITEBYTECODE=1

if [[ ${1-} == --terraform ]]; then
    exec "$python" -m pytest -m terraform -rs
fi
"$python" -m ruff format --check --quiet --cache-dir "$cache/ruff" .
"$python" -m ruff check --quiet --cache-dir "$cache/ruff" .
# The other Python of the repository is checked for names and syntax.
mapfile -t others < <(cd .. && grep -rlI '^#!/usr/bin/env python3' .ci && find .ci Benchmarks local_test Tests -name '*.py')
(cd .. && "$python" -m ruff check --quiet --isolated --no-cache --select E9,F,PLE "${others[@]}")
"$python" -m mypy --cache-dir "$cache/mypy" .
"$python" -m pytest -m "not terraform"
