#!/usr/bin/env bash
# Plays SageMaker's transform job over a file: starts the built executable as a job would, asks /execution-parameters,
# splits FILE, posts the pieces at the same time, tries failed ones again and assembles the answers in order in FILE.out.
# Prints documents a second and the server's greatest memory.
#
# usage: batch_local.sh FILE [--content-type TYPE] [--accept TYPE] [--split Line|None] [--strategy MultiRecord|SingleRecord]
#                       [--max-payload-mb N] [--max-concurrent N] [--assemble Line|None] [--join] [--output FILE] [--direct]
#   --split            Line cuts at line ends (default), None sends the file as a whole
#   --strategy         MultiRecord fills each payload (default), SingleRecord sends one record a request
#   --max-payload-mb   0 sends one chunked body without a limit; default: what /execution-parameters says, else 6
#   --max-concurrent   requests at a time; default: what /execution-parameters says, else 1
#   --join             sets input and answer together, as DataProcessing with JoinSource=Input does
#   --direct           without nginx
#
# Environment: PORT (default: a free one), CARTEIRO_EXECUTABLE, CARTEIRO_LEXICON_DIR (default .build/lexicon),
# CARTEIRO_TEST_DIR.
set -euo pipefail
# shellcheck source=local_test/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ $# -ge 1 && $1 != --* ]] || fail "usage: batch_local.sh FILE [OPTION...]; the head of this file lists the options"
[[ -r $1 ]] || fail "cannot read $1"
command -v python3 >/dev/null || fail "python3 is not installed"
[[ -n $(find "$test_dir/model" -type f ! -name .gitkeep -print -quit 2>/dev/null) ]] ||
    fail "no model in $test_dir/model; run train_local.sh first"
executable=$(find_executable)
export_environment
exec python3 "$root/local_test/batch_agent.py" "$executable" "$@"
