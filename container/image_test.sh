#!/usr/bin/env bash
# Builds the image and checks that it does what SageMaker asks (image_checks.sh): with docker where its daemon answers, else
# as root on Debian with buildah and podman over stand-ins for the base images (stand_ins.sh), where it also pushes the
# image to a registry of this machine (test_push.sh). Elsewhere it says so and ends with status 0. What was built is kept in the machine's storage of images, so that a second run is fast.
#
# usage: image_test.sh [IMAGE]
#   IMAGE   the name to build under (default localhost/carteiro:test)
#
# Environment: CONTAINERS_CONF (podman's settings; default: some that work as root without systemd), LEXICON=none (an
# image without dictionaries).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=container/engine.sh
. "$root/container/engine.sh"
image=${1:-localhost/carteiro:test}
folder=$root/.build/image

# Ends the script where no image can be built.
skip() {
    echo "image-test: skipped, $1"
    exit 0
}

# Writes podman's settings for a machine without systemd: runc starts where crun is refused limits of the process.
write_settings() {
    mkdir -p "$folder"
    cat >"$folder/containers.conf" <<'SETTINGS'
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=4096:4096"]

[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
SETTINGS
    export CONTAINERS_CONF=${CONTAINERS_CONF:-$folder/containers.conf}
}

# Builds from the real base images.
build_with_docker() {
    "$root/container/build_image.sh" "$image" --build-arg "LEXICON=${LEXICON:-required}"
    docker image inspect debian:bookworm-slim >/dev/null 2>&1 || docker pull --quiet debian:bookworm-slim
}

# Builds from stand-ins; what is built in a folder of this container's own touches nothing outside.
build_with_buildah() {
    local volumes
    "$root/container/stand_ins.sh"
    mapfile -t volumes < <("$root/container/stand_ins.sh" --volumes)
    "$root/.ci/quietly" "image build" buildah bud --isolation chroot --network host --pull-never --layers --format docker \
        --build-arg "LEXICON=${LEXICON:-required}" "${volumes[@]}" --tag "$image" \
        --file "$root/container/Dockerfile" "$root"
}

# Tries the image through the docker command too, where it is installed, over podman's service.
demo_through_docker() {
    command -v docker >/dev/null || return 0
    local socket status=0 deadline=$((SECONDS + 30))
    socket=$folder/podman.sock
    podman system service --time=0 "unix://$socket" >/dev/null 2>&1 &
    service=$!
    trap 'kill "$service" 2>/dev/null || true' EXIT
    until DOCKER_HOST=unix://$socket docker_answers; do
        kill -0 "$service" && [[ $SECONDS -lt $deadline ]] || return 1
        sleep 0.1
    done
    mkdir -p "$folder/job"
    cp -r "$root/local_test/test_dir/." "$folder/job"
    DOCKER_HOST=unix://$socket CARTEIRO_ENGINE=docker CARTEIRO_TEST_DIR=$folder/job \
        "$root/.ci/quietly" "local_test/demo.sh through the docker command" "$root/local_test/demo.sh" "$image" || status=$?
    return "$status"
}

# Ends the script, with the reason, where the stand-ins cannot be made.
require_debian_and_root() {
    [[ $(id -u) -eq 0 ]] || skip "no docker daemon answers, and stand-ins for the base images need root"
    command -v apt-get >/dev/null || skip "no docker daemon answers, and stand-ins need Debian"
    command -v swift >/dev/null || skip "no docker daemon answers, and stand-ins need a Swift toolchain on the path"
    [[ $(realpath "$(command -v swift)") != /usr/bin/* ]] ||
        skip "no docker daemon answers, and a toolchain in /usr cannot be mounted by itself"
    "$root/container/install_packages.sh" image || skip "no docker daemon answers, and its substitutes could not be installed"
}

if docker_answers && [[ ${CARTEIRO_ENGINE:-docker} == docker ]]; then
    export CARTEIRO_ENGINE=docker
    build_with_docker
    "$root/container/image_checks.sh" "$image" debian:bookworm-slim
else
    require_debian_and_root
    write_settings
    build_with_buildah
    CARTEIRO_ENGINE=podman "$root/container/image_checks.sh" "$image" localhost/debian:bookworm-slim
    demo_through_docker
    "$root/.ci/quietly" "push to a registry of this machine" "$root/container/test_push.sh" "$image"
fi
