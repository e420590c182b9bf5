# shellcheck shell=bash
# Which program builds, runs and pushes images on this machine; sourced, not run.

# Tells whether a docker daemon answers, since the docker command alone can do nothing.
docker_answers() {
    command -v docker >/dev/null && docker version >/dev/null 2>&1
}

# Prints the first of the given programs that can work here: CARTEIRO_ENGINE before all, docker only with a daemon.
first_engine() {
    local name
    if [[ -n ${CARTEIRO_ENGINE:-} ]]; then
        command -v "$CARTEIRO_ENGINE" >/dev/null || return 1
        echo "$CARTEIRO_ENGINE"
        return
    fi
    for name in "$@"; do
        if [[ $name == docker ]] && ! docker_answers; then continue; fi
        if command -v "$name" >/dev/null; then
            echo "$name"
            return
        fi
    done
    return 1
}

# Prints what runs images here.
find_engine() {
    first_engine docker podman
}

# Prints what builds and pushes images here.
find_builder() {
    first_engine docker podman buildah
}

# Tells whether docker builds with BuildKit, which alone knows the options below.
has_buildx() {
    docker buildx version >/dev/null 2>&1
}

# Tells whether a builder pushes as it builds: not every driver of BuildKit leaves an image behind for a later push.
pushes_as_it_builds() {
    [[ $1 == docker ]] && has_buildx
}

# Prints, a line each, the words of the command that builds an image: BUILDER IMAGE PLATFORM [push]. SageMaker refuses OCI
# manifests, which BuildKit makes by default, with attestations beside them.
build_command() {
    case $1 in
    docker)
        if has_buildx; then
            printf '%s\n' docker buildx build --platform "$3" --provenance=false --sbom=false
            if [[ ${4:-} == push ]]; then
                printf '%s\n' --output "type=image,name=$2,oci-mediatypes=false,push=true"
            else
                printf '%s\n' --load --tag "$2"
            fi
        else
            printf '%s\n' env DOCKER_BUILDKIT=0 docker build --platform "$3" --tag "$2"
        fi
        ;;
    podman) printf '%s\n' podman build --platform "$3" --format docker --tag "$2" ;;
    buildah) printf '%s\n' buildah bud --platform "$3" --format docker --layers --tag "$2" ;;
    esac
}

# Prints, a line each, the words of the command that pushes an image as Docker v2.
push_command() {
    case $1 in
    docker) printf '%s\n' docker push "$2" ;;
    podman | buildah) printf '%s\n' "$1" push --format v2s2 "$2" ;;
    esac
}
