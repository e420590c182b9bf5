#!/usr/bin/env bash
# Runs an image as SageMaker does and checks what SageMaker relies on: no network, a root file system and a model that
# cannot be written, 256 MB, SIGTERM, the failure file, other users, sizes. Names each check; fails when one does.
#
# usage: image_checks.sh IMAGE [BASE]
#   BASE   the image that it stands on, for the size (default debian:bookworm-slim)
#
# Environment: CARTEIRO_ENGINE (docker or podman; default: what works here). As root the server's network is entered from
# outside; else its port is published.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=container/engine.sh
. "$root/container/engine.sh"

most_megabytes_over_base=150
most_megabytes_of_program=25
memory=256m
ready_seconds=60
stop_seconds=30

[[ $# -ge 1 ]] || { echo "usage: image_checks.sh IMAGE [BASE]" >&2; exit 1; }
image=$1
base=${2:-debian:bookworm-slim}
engine=$(find_engine) || { echo "image_checks.sh: no docker daemon answers and podman is not installed" >&2; exit 1; }
work=$(mktemp -d)
run_name=carteiro-checks-$$
container=
faults=0
# What root wrote inside a folder of its own stays in /tmp where another user runs the checks.
trap 'discard; rm -rf "$work" 2>/dev/null || true' EXIT

# Removes the running container, if any.
discard() {
    "$engine" rm --force "$run_name" >/dev/null 2>&1 || true
    [[ -z $container ]] || "$engine" rm --force "$container" >/dev/null 2>&1 || true
    container=
}

# Reports one check: its name and the command that must succeed.
check() {
    local name=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        printf 'ok: %s\n' "$name"
    else
        printf 'FAILED: %s\n' "$name"
        sed 's/^/    /' "$work/said"
        faults=$((faults + 1))
    fi
}

# Prints the options under which SageMaker's strictest surroundings are played; podman mounts more than /tmp unless told.
confined() {
    printf '%s\n' --pull=never --read-only --tmpfs=/tmp:rw,mode=1777
    [[ -z $memory ]] || printf '%s\n' --memory="$memory" --memory-swap="$memory"
    [[ $engine != podman ]] || echo --read-only-tmpfs=false
}

# Goes without the limit of memory where the machine's control groups permit none.
try_memory_limit() {
    run_confined --entrypoint true "$image" >/dev/null 2>&1 && return
    printf 'note: containers cannot be limited to %s here; the checks run without a limit\n' "$memory"
    memory=
}

# Runs the image in these surroundings to its end. Not with --rm: podman's service then answers docker with status 0.
run_confined() {
    local options status=0
    mapfile -t options < <(confined)
    "$engine" run --name "$run_name" --network none "${options[@]}" "$@" || status=$?
    "$engine" rm "$run_name" >/dev/null
    return "$status"
}

# Makes a job's folder from the sample: NAME HYPERPARAMETERS. Prints its path.
make_job() {
    local folder=$work/$1
    mkdir -p "$folder/input/data" "$folder/model" "$folder/output"
    cp -r "$root/local_test/test_dir/input/config" "$folder/input/"
    cp -r "$root/local_test/test_dir/input/data/." "$folder/input/data/"
    printf '%s' "$2" >"$folder/input/config/hyperparameters.json"
    echo "$folder"
}

# Tells whether a file holds a text; prints the file when it does not.
holds() {
    grep -qF -- "$2" "$1" || { echo "'$2' is not in:"; cat "$1"; return 1; }
}

# Prints one value of an image's description.
inspect() {
    "$engine" image inspect --format "$2" "$1"
}

# Prints the megabytes of an image beyond those of its base.
megabytes_over_base() {
    echo $((($(inspect "$image" '{{.Size}}') - $(inspect "$base" '{{.Size}}')) / 1000000))
}

# Tells whether a number is at most another; prints both.
at_most() {
    echo "$1 MB of at most $2"
    [[ $1 -le $2 ]]
}

check_description() {
    local over program labels
    labels=$(inspect "$image" '{{json .Config.Labels}}')
    check "label for bind-to-port" grep -q '"com.amazonaws.sagemaker.capabilities.accept-bind-to-port":"true"' <<<"$labels"
    check "label for multi-model" grep -q '"com.amazonaws.sagemaker.capabilities.multi-models":"true"' <<<"$labels"
    check "entry point in exec form" test "$(inspect "$image" '{{json .Config.Entrypoint}}')" = '["/opt/program/carteiro"]'
    check "root by default" test -z "$(inspect "$image" '{{.Config.User}}')"
    over=$(megabytes_over_base)
    check "image takes $over MB over its base" at_most "$over" "$most_megabytes_over_base"
    program=$(($(run_confined --entrypoint stat "$image" --format %s /opt/program/carteiro) / 1000000))
    check "carteiro takes $program MB" at_most "$program" "$most_megabytes_of_program"
}

# Tells whether a command inside prints nothing.
prints_nothing() {
    local said
    said=$(run_confined --entrypoint "$1" "$image" "${@:2}")
    [[ -z $said ]] || { echo "$said"; return 1; }
}

check_files() {
    check "nothing below /opt/ml" run_confined --entrypoint sh "$image" -c '[ ! -e /opt/ml ]'
    check "everything is readable for all" prints_nothing find /opt /etc/nginx /usr/share/nginx /usr/lib/nginx /usr/local \
        ! -type l ! -perm -o=r
    check "folders and programs can be entered by all" prints_nothing find /opt /usr/local \
        '(' -type d -o -path /opt/program/carteiro ')' ! -perm -o=x
    check "no link leads nowhere" prints_nothing find -L /opt /usr/local -type l
    check "dictionaries are there" run_confined --entrypoint sh "$image" -c 'cd /opt/program/lexicon && ls pt.lexicon NOTICE'
    for name in carteiro train serve; do
        check "$name is a program on the path" run_confined --entrypoint "$name" "$image" --help
    done
}

# Trains a job, with further options of `run`; the status and what it said stay in $work.
train() {
    local folder=$1
    shift
    run_confined --volume "$folder:/opt/ml" "$@" >"$work/log" 2>&1
}

check_training() {
    local job failing
    job=$(make_job job '{"n_estimators":"25","language":"pt"}')
    check "train ends with status 0 without network${memory:+, in $memory}" train "$job" "$image" train
    check "train leaves its model and nothing else" test "$(ls -A "$job/model")" = carteiro.model
    check "train used the dictionaries" test "$(grep -c 'stem' "$work/log")" = 0
    check "train prints its metrics" holds "$work/log" "validation:accuracy="
    failing=$(make_job failing '{"n_estimator":"25"}')
    check "a bad job ends with status 1" ends_with 1 train "$failing" "$image" train
    check "its failure file says what to do" holds "$failing/output/failure" "n_estimators"
    check "its log says the same" holds "$work/log" "n_estimators"
    check "it leaves no model" test -z "$(ls -A "$failing/model")"
}

# Tells whether a command ends with a status.
ends_with() {
    local expected=$1 status=0
    shift
    "$@" || status=$?
    echo "status $status"
    [[ $status -eq $expected ]]
}

check_other_ways_to_train() {
    local link user
    link=$(make_job link '{"n_estimators":"25","language":"pt"}')
    check "the link train trains" train "$link" --entrypoint train "$image"
    check "it makes the same model" cmp "$link/model/carteiro.model" "$work/job/model/carteiro.model"
    user=$(make_job user '{"n_estimators":"25","language":"pt"}')
    chmod a+rx "$work"
    chmod -R a+rwX "$user"
    check "another user trains" train "$user" --user 1001:1001 "$image" train
    check "it makes the same model too" cmp "$user/model/carteiro.model" "$work/job/model/carteiro.model"
}

# Starts a server over the trained model on a port, with further options of `run`; waits until it is ready.
start_server() {
    local port=$1 options network
    shift
    mapfile -t options < <(confined)
    network=(--network none)
    [[ $(id -u) -eq 0 ]] || network=(--publish "127.0.0.1::$port")
    container=$("$engine" run --detach "${network[@]}" "${options[@]}" \
        --volume "$work/job/model:/opt/ml/model:ro" "$@")
    server_port=$port
    local deadline=$((SECONDS + ready_seconds))
    until ask /ping >/dev/null; do
        [[ $SECONDS -lt $deadline && $(state Running) == true ]] || { "$engine" logs "$container"; return 1; }
        sleep 0.1
    done
}

# Prints one value of the container's state.
state() {
    "$engine" container inspect --format "{{.State.$1}}" "$container"
}

# Asks the server for a path, with further options of curl.
ask() {
    local path=$1 address
    shift
    if [[ $(id -u) -eq 0 ]]; then
        nsenter --net="/proc/$(state Pid)/ns/net" \
            curl --silent --fail-with-body --max-time 10 "$@" "http://127.0.0.1:$server_port$path"
    else
        address=$("$engine" port "$container" "$server_port/tcp" | head -n 1)
        curl --silent --fail-with-body --max-time 10 "$@" "http://$address$path"
    fi
}

# Tells whether two records get a label each.
answers_records() {
    ask /invocations --header 'Content-Type: application/json' \
        --data '{"instances":["Quero trocar o tênis",{"text":"cadê meu pedido?"}]}' | tee "$work/answer"
    [[ $(grep -o '"label":"[^"]' "$work/answer" | wc -l) -eq 2 ]]
}

# Tells whether process 1 takes a process whose parent has ended: none may stay as a zombie.
reaps_orphans() {
    local deadline=$((SECONDS + 10))
    # shellcheck disable=SC2016 # for the shell inside
    "$engine" exec "$container" sh -c 'sh -c "sleep 0.2 & exec true"; exec true'
    sleep 0.4
    until [[ -z $("$engine" exec "$container" sh -c 'grep -ls "^State:.Z" /proc/[0-9]*/status || true') ]]; do
        [[ $SECONDS -lt $deadline ]] || return 1
        sleep 0.1
    done
}

# Tells whether the server ends with status 0 when it is asked to.
ends_in_order() {
    local start=$SECONDS status
    "$engine" kill --signal TERM "$container" >/dev/null
    status=$("$engine" wait "$container")
    echo "status $status after $((SECONDS - start)) s"
    "$engine" logs "$container"
    [[ $status -eq 0 && $((SECONDS - start)) -le $stop_seconds ]]
}

# Tells whether the memory of the container is limited; prints what the kernel says.
memory_is_limited() {
    # shellcheck disable=SC2016 # for the shell inside
    "$engine" exec "$container" sh -c 'cat /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null || cat /sys/fs/cgroup/memory.max' |
        grep -x 268435456
}

check_serving() {
    check "serve gets ready without network, on a model and a root that cannot be written" start_server 8080 "$image" serve
    [[ -z $memory ]] || check "its memory is limited to $memory" memory_is_limited
    check "/ping answers with an empty body" test -z "$(ask /ping)"
    check "/invocations answers each record" answers_records
    check "process 1 takes orphans" reaps_orphans
    check "SIGTERM ends it with status 0" ends_in_order
    discard
}

check_other_ways_to_serve() {
    check "serve listens where SAGEMAKER_BIND_TO_PORT says" start_server 18080 --env SAGEMAKER_BIND_TO_PORT=18080 "$image" serve
    check "it answers there" answers_records
    discard
    check "another user serves" start_server 8080 --user 1001:1001 "$image" serve
    check "it answers too" answers_records
    check "SIGTERM ends it with status 0 too" ends_in_order
    discard
    check "the link serve serves" start_server 8080 --entrypoint serve "$image"
    check "the link's server ends with status 0" ends_in_order
    discard
}

# Tells whether local_test/demo.sh, the way people try an image, works on it.
demo_runs() {
    local folder
    folder=$(make_job demo '{"n_estimators":"25","language":"pt"}')
    CARTEIRO_ENGINE=$engine CARTEIRO_TEST_DIR=$folder "$root/local_test/demo.sh" "$image"
}

try_memory_limit
check_description
check_files
check_training
check_other_ways_to_train
check_serving
check_other_ways_to_serve
check "local_test/demo.sh trains, serves and predicts with $engine" demo_runs
[[ $faults -eq 0 ]] || { echo "image_checks.sh: $faults checks failed" >&2; exit 1; }
echo "image checks: all passed with $engine"
