#!/usr/bin/env bash
# Pushes an image by build_and_push.sh for real: podman to a registry on this machine, the AWS command line to moto in
# ECR's place. What the script asks and what the registry holds then must be what SageMaker takes.
#
# usage: test_push.sh IMAGE
#   IMAGE   an image in podman's storage
#
# Needs the packages of the step `image` in install_packages.sh; moto and the AWS command line go into .build/push-python.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
image=${1:?usage: test_push.sh IMAGE}
python=$root/.build/push-python
work=$(mktemp -d)
started=()
trap 'stop; rm -rf "$work"' EXIT

# Ends what this script started.
stop() {
    local process
    for process in "${started[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    podman rmi "127.0.0.1:$registry_port/carteiro:v1" >/dev/null 2>&1 || true
}

# Prints a message and ends the script.
fail() {
    printf 'test_push.sh: %s\n' "$1" >&2
    exit 1
}

# Makes the virtual environment once.
prepare_python() {
    [[ ! -e $python/ready ]] || return 0
    rm -rf "$python"
    python3 -m venv "$python"
    "$python/bin/python" -m pip install --quiet --disable-pip-version-check moto flask flask-cors awscli
    touch "$python/ready"
}

# Prints a port that nothing listens on.
free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Waits until a server answers.
wait_for() {
    local deadline=$((SECONDS + 60))
    until curl --silent --output /dev/null "$1"; do
        [[ $SECONDS -lt $deadline ]] || fail "nothing answers at $1: $(tail -5 "$work"/*.log)"
        sleep 0.2
    done
}

# Starts the registry and moto.
start_servers() {
    cat >"$work/registry.yml" <<REGISTRY
version: 0.1
log: {level: warn}
storage: {filesystem: {rootdirectory: $work/registry}}
http: {addr: "127.0.0.1:$registry_port"}
REGISTRY
    docker-registry serve "$work/registry.yml" >"$work/registry.log" 2>&1 &
    started+=($!)
    "$python/bin/moto_server" -H 127.0.0.1 -p "$moto_port" >"$work/moto.log" 2>&1 &
    started+=($!)
    wait_for "http://127.0.0.1:$registry_port/v2/"
    wait_for "http://127.0.0.1:$moto_port/"
}

# Writes an `aws` that asks moto. The registry of this machine stands for the account's, and since nothing else tells moto
# of a push, it learns the manifest from the registry when it is asked about an image.
write_aws() {
    mkdir -p "$work/bin"
    cat >"$work/bin/aws" <<AWS
#!$BASH
set -euo pipefail
export AWS_ENDPOINT_URL=http://127.0.0.1:$moto_port
if [[ "\$1 \$2" == "ecr describe-images" ]]; then
    curl --silent --fail --dump-header $work/headers --output $work/manifest \\
        --header 'Accept: application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json' \\
        http://127.0.0.1:$registry_port/v2/carteiro/manifests/v1
    header() { sed -nE "s/^\$1: ([^[:space:]]*).*/\1/ip" $work/headers; }
    $python/bin/aws ecr put-image --region eu-west-1 --repository-name carteiro --image-tag v1 \\
        --image-manifest file://$work/manifest --image-manifest-media-type "\$(header content-type)" \\
        --image-digest "\$(header docker-content-digest)" >/dev/null || true
fi
$python/bin/aws "\$@" | sed -E 's#[0-9]{12}\.dkr\.ecr\.[^/[:space:]]*#127.0.0.1:$registry_port#g'
AWS
    chmod +x "$work/bin/aws"
}

# Runs the script under test.
push() {
    AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test CARTEIRO_ENGINE=podman PATH=$work/bin:$PATH \
        CONTAINERS_REGISTRIES_CONF=$work/registries.conf REGISTRY_AUTH_FILE=$work/auth.json \
        "$root/container/build_and_push.sh" --region eu-west-1 --image "$image" --tag v1
}

# Asks moto about the repository.
ecr() {
    AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_ENDPOINT_URL=http://127.0.0.1:$moto_port \
        "$python/bin/aws" ecr "$@" --region eu-west-1 --repository-name carteiro
}

# The first push creates the repository, the second finds it; both give the address that the registry confirms.
pushes_twice() {
    local address again
    address=$(push) || fail "the push failed"
    [[ $address =~ ^127\.0\.0\.1:$registry_port/carteiro@sha256:[0-9a-f]{64}$ ]] || fail "printed '$address'"
    curl --silent --fail --output /dev/null --header 'Accept: application/vnd.docker.distribution.manifest.v2+json' \
        "http://127.0.0.1:$registry_port/v2/carteiro/manifests/${address#*@}" || fail "the registry does not know $address"
    [[ $(ecr get-lifecycle-policy --query lifecyclePolicyText --output text) == *imageCountMoreThan* ]] || fail "no lifecycle rule"
    again=$(push) || fail "the second push failed"
    [[ $again == "$address" ]] || fail "the second push printed '$again', not '$address'"
}

# A builder that pushes OCI is found out.
refuses_oci() {
    # shellcheck disable=SC2016 # for the shell of that program
    printf '#!%s\nexec %s "${@/v2s2/oci}"\n' "$BASH" "$(command -v podman)" >"$work/bin/podman"
    chmod +x "$work/bin/podman"
    if push 2>"$work/refusal"; then fail "an OCI manifest was not refused"; fi
    grep -q 'is application/vnd.oci.image.manifest.v1+json, but SageMaker takes' "$work/refusal" || fail "$(cat "$work/refusal")"
}

prepare_python
registry_port=$(free_port)
moto_port=$(free_port)
printf '[[registry]]\nlocation = "127.0.0.1:%s"\ninsecure = true\n' "$registry_port" >"$work/registries.conf"
start_servers
write_aws
pushes_twice
refuses_oci
echo "build_and_push.sh: pushed twice to a registry as Docker v2, and refused OCI"
