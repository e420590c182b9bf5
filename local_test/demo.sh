#!/usr/bin/env bash
# Trains on the sample, serves the model behind nginx, posts the payload, prints the answers and stops the server: `make demo`.
#
# usage: demo.sh [IMAGE]
#
# Environment: PORT (default: the first free one from 8080 on) and what the scripts beside it take.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ready_seconds=60

# Prints the heading of a step.
heading() {
    printf '\n== %s\n' "$1"
}

# Tells whether something listens on a port of this machine.
is_taken() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Prints the first port from 8080 on that nothing listens on.
free_port() {
    local port=8080
    while is_taken "$port"; do port=$((port + 1)); done
    echo "$port"
}

# Prints what the server said; for the case that it fails.
show_log() {
    sed 's/^/    /' "$log" >&2
}

# Stops the server, if it runs, and removes its log.
stop() {
    if [[ -n $server ]]; then
        kill -TERM "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -f "$log"
}

# Waits until /ping answers 200; fails when the server ends or the time is over.
wait_for_ping() {
    local deadline=$((SECONDS + ready_seconds))
    until curl --silent --fail --output /dev/null "http://127.0.0.1:$PORT/ping"; do
        if ! kill -0 "$server" 2>/dev/null || ((SECONDS >= deadline)); then
            echo "demo.sh: the server did not become ready; it said:" >&2
            show_log
            exit 1
        fi
        sleep 0.1
    done
}

heading "train on the sample"
"$here/train_local.sh" "$@"

export PORT=${PORT:-$(free_port)}
heading "serve on port $PORT"
server=
log=$(mktemp)
trap stop EXIT
trap 'exit 130' INT TERM
"$here/serve_local.sh" "$@" >"$log" 2>&1 &
server=$!
wait_for_ping
echo "/ping answers 200"

heading "post local_test/payload.json"
"$here/predict_local.sh"

heading "stop the server"
kill -TERM "$server"
status=0
wait "$server" || status=$?
server=
if [[ $status -ne 0 ]]; then
    echo "demo.sh: the server ended with status $status; it said:" >&2
    show_log
    exit 1
fi
echo "ended with status 0"
