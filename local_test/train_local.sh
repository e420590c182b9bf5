#!/usr/bin/env bash
# Trains on local_test/test_dir as SageMaker would.
#
# usage: train_local.sh [IMAGE]
#   IMAGE   run `docker run IMAGE train`, or podman, without network; without it the built executable runs
#
# Environment: CARTEIRO_EXECUTABLE, CARTEIRO_LEXICON_DIR (default .build/lexicon), CARTEIRO_TEST_DIR (default local_test/test_dir),
# CARTEIRO_ENGINE (docker or podman; default: docker where its daemon answers, else podman).
set -euo pipefail
# shellcheck source=local_test/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Empties a folder but keeps the file that holds its place in the repository.
empty() {
    mkdir -p "$1"
    find "$1" -mindepth 1 ! -name .gitkeep -delete
}

[[ $# -le 1 ]] || fail "usage: train_local.sh [IMAGE]"
executable=
[[ $# -eq 1 ]] || executable=$(find_executable)
empty "$test_dir/model"
empty "$test_dir/output"

if [[ $# -eq 1 ]]; then
    run_image "$1" train --network none --volume "$test_dir:/opt/ml"
fi
export_environment
exec "$executable" train
