#!/usr/bin/env bash
# Posts a payload to the server that serve_local.sh started and prints the answers, one line a record.
#
# usage: predict_local.sh [PAYLOAD] [CONTENT-TYPE]
#   PAYLOAD        a file (default: local_test/payload.json), or - for standard input
#   CONTENT-TYPE   default by the file's name: application/json, application/jsonlines, text/csv or text/plain
#
# Environment: PORT (default 8080), HOST (default 127.0.0.1), ACCEPT (type of the answer; default: the server chooses).
set -euo pipefail
# shellcheck source=local_test/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# Prints the content type that a file's name tells.
content_type_of() {
    case $1 in
    *.jsonl | *.jsonlines) echo application/jsonlines ;;
    *.csv) echo text/csv ;;
    *.txt) echo text/plain ;;
    *) echo application/json ;;
    esac
}

# Prints each record of a JSON answer on a line of its own, and any other text as it is.
pretty() {
    if command -v jq >/dev/null; then
        local each='if type == "object" and has("predictions") then .predictions[] elif type == "array" then .[] else . end'
        jq --compact-output "$each" "$1" 2>/dev/null && return
    elif command -v python3 >/dev/null; then
        python3 -c 'import json, sys
answer = json.load(open(sys.argv[1], encoding="utf-8"))
answer = answer.get("predictions", answer) if isinstance(answer, dict) else answer
for record in answer if isinstance(answer, list) else [answer]:
    print(json.dumps(record, ensure_ascii=False))' "$1" 2>/dev/null && return
    fi
    cat "$1"
}

[[ $# -le 2 ]] || fail "usage: predict_local.sh [PAYLOAD] [CONTENT-TYPE]"
payload=${1:-$root/local_test/payload.json}
[[ $payload == - || -r $payload ]] || fail "cannot read $payload"
type=${2:-$(content_type_of "$payload")}
url=http://${HOST:-127.0.0.1}:${PORT:-8080}/invocations

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
status=$(curl --silent --show-error --output "$answer" --write-out '%{http_code}' \
    --header "Content-Type: $type" ${ACCEPT:+--header "Accept: $ACCEPT"} --data-binary "@$payload" "$url") ||
    fail "no answer from $url; is serve_local.sh running?"
if [[ $status != 2?? ]]; then
    cat "$answer" >&2
    echo >&2
    fail "the server answered with status $status"
fi
case ${ACCEPT:-json} in
*json) pretty "$answer" ;;
*) cat "$answer" ;;
esac
