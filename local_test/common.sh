# shellcheck shell=bash
# What train_local.sh, serve_local.sh and predict_local.sh share; sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
test_dir=${CARTEIRO_TEST_DIR:-$root/local_test/test_dir}
# shellcheck source=container/engine.sh
. "$root/container/engine.sh"

# Prints a message and ends the script.
fail() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit 1
}

# Prints the path of the built executable: the release build before the debug build, CARTEIRO_EXECUTABLE before both.
find_executable() {
    local candidate
    if [[ -n ${CARTEIRO_EXECUTABLE:-} ]]; then
        [[ -x $CARTEIRO_EXECUTABLE ]] || fail "CARTEIRO_EXECUTABLE=$CARTEIRO_EXECUTABLE is not an executable file"
        printf '%s\n' "$CARTEIRO_EXECUTABLE"
        return
    fi
    for candidate in "$root/.build/release/carteiro" "$root/.build/debug/carteiro"; do
        if [[ -x $candidate ]]; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "carteiro is not built; run 'make release' first, or give the name of an image as argument"
}

# Lets the executable find the folders that an image has at fixed places.
export_environment() {
    export SAGEMAKER_BASE_DIR=$test_dir
    export CARTEIRO_LEXICON_DIR=${CARTEIRO_LEXICON_DIR:-$root/.build/lexicon}
}

# Ends the script by running an image: IMAGE COMMAND [OPTION...], options of `run`.
run_image() {
    local engine
    engine=$(find_engine) || fail "no docker daemon answers and podman is not installed; CARTEIRO_ENGINE names another program"
    exec "$engine" run --rm "${@:3}" "$1" "$2"
}
