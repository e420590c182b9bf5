#!/usr/bin/env bash
# Builds the image on this machine, with docker, podman or buildah, from the real base images.
#
# usage: build_image.sh [IMAGE [OPTION...]]
#   IMAGE    its name (default carteiro:latest)
#   OPTION   goes to the builder, such as --build-arg LEXICON=none or --no-cache
#
# Environment: CARTEIRO_ENGINE names the builder, PLATFORM is linux/amd64 or linux/arm64 (default: this machine's).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=container/engine.sh
. "$root/container/engine.sh"

builder=$(find_builder) || {
    echo "build_image.sh: no docker daemon answers, and neither podman nor buildah is installed" >&2
    exit 1
}
machine=$(uname -m)
case $machine in
x86_64) architecture=amd64 ;;
aarch64 | arm64) architecture=arm64 ;;
*) architecture=$machine ;;
esac
mapfile -t words < <(build_command "$builder" "${1:-carteiro:latest}" "${PLATFORM:-linux/$architecture}")
exec "${words[@]}" "${@:2}" --file "$root/container/Dockerfile" "$root"
