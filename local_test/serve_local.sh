#!/usr/bin/env bash
# Serves the model of local_test/test_dir/model as SageMaker would; stop it with Ctrl-C.
#
# usage: serve_local.sh [IMAGE]
#   IMAGE   run `docker run IMAGE serve`, or podman, with the model mounted read-only; without it the built executable runs
#
# Environment: PORT (default 8080), CARTEIRO_EXECUTABLE, CARTEIRO_LEXICON_DIR (default .build/lexicon), CARTEIRO_TEST_DIR,
# CARTEIRO_ENGINE (docker or podman; default: docker where its daemon answers, else podman).
set -euo pipefail
# shellcheck source=local_test/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -le 1 ]] || fail "usage: serve_local.sh [IMAGE]"
port=${PORT:-8080}
[[ $port =~ ^[0-9]+$ ]] || fail "PORT=$port is not a number"
[[ -n $(find "$test_dir/model" -type f ! -name .gitkeep -print -quit 2>/dev/null) ]] ||
    fail "no model in $test_dir/model; run train_local.sh first"

if [[ $# -eq 1 ]]; then
    run_image "$1" serve --publish "127.0.0.1:$port:8080" --volume "$test_dir/model:/opt/ml/model:ro"
fi
executable=$(find_executable)
export_environment
export SAGEMAKER_BIND_TO_PORT=$port
exec "$executable" serve
