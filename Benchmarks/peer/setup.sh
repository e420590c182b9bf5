#!/usr/bin/env bash
# Makes the virtual environment of the scikit-learn peer and prints the path of its python.
#
# Environment: CARTEIRO_PEER_VENV (default: carteiro/peer-venv under the user's cache folder, so outside the repository).
set -euo pipefail

venv=${CARTEIRO_PEER_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/carteiro/peer-venv}
packages=(scikit-learn==1.9.1 pandas simplemma==2.0.0 joblib)

if ! "$venv/bin/python" -c 'import joblib, pandas, simplemma, sklearn; assert sklearn.__version__ == "1.9.1"' 2>/dev/null; then
    echo "making the peer's virtual environment in $venv" >&2
    mkdir -p "$(dirname "$venv")"
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "${packages[@]}" >&2
fi
printf '%s\n' "$venv/bin/python"
