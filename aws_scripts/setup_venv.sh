#!/usr/bin/env bash
# Makes the virtual environment of the scripts from the pinned requirements and prints the path of its python.
#
# usage: setup_venv.sh [--test]
#   --test   also what the tests and checks need
#
# Environment: CARTEIRO_AWS_VENV (default: .build/aws-venv in the repository). Made anew only when the requirements have changed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
requirements=$here/requirements.txt
if [[ ${1-} == --test ]]; then
    requirements=$here/requirements-test.txt
elif [[ $# -gt 0 ]]; then
    echo "usage: setup_venv.sh [--test]" >&2
    exit 64
fi
venv=${CARTEIRO_AWS_VENV:-$here/../.build/aws-venv}
wanted=$(cat "$here/requirements.txt" "$requirements" | sha256sum | cut -d ' ' -f 1)

# One environment serves both: what has the packages of the tests has those of the scripts.
fits() {
    [[ -x $venv/bin/python ]] && grep -qx "$1" "$venv/made-for" 2>/dev/null
}

if ! fits "$wanted"; then
    if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "setup_venv.sh: Python 3.11 or later is needed; found $(python3 --version)" >&2
        exit 1
    fi
    if ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
        echo "setup_venv.sh: python3-venv is missing; run container/install_packages.sh aws" >&2
        exit 1
    fi
    echo "making the virtual environment of the scripts in $venv" >&2
    mkdir -p "$(dirname "$venv")"
    [[ -x $venv/bin/python ]] || python3 -m venv --clear "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$requirements" >&2
    echo "$wanted" >>"$venv/made-for"
fi
printf '%s\n' "$(cd "$venv" && pwd)/bin/python"
