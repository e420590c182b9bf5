#!/usr/bin/env bash
# Builds the image, pushes it to Amazon ECR and prints its address with digest: `REGISTRY/NAME@sha256:...`.
#
# usage: build_and_push.sh [--tag T] [--platform linux/amd64|linux/arm64] [--region R] [--repository NAME] [--image I] [--dry-run]
#   --tag          default latest
#   --platform     default linux/amd64; linux/arm64 for Graviton instances
#   --region       default: AWS_REGION, AWS_DEFAULT_REGION, then the region of the AWS profile
#   --repository   default carteiro; it is created if absent, with a scan on each push and a rule that removes old images
#   --image        pushes this image of the machine, already built and tested, and builds none
#   --dry-run      prints what would be done, and does nothing
#
# Needs the AWS command line with credentials, and docker with its daemon, podman or buildah (CARTEIRO_ENGINE names one).
# The account is that of the credentials. What is told on the way goes to standard error.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=container/engine.sh
. "$root/container/engine.sh"

# Version 2 of the AWS command line waits in a pager else.
export AWS_PAGER=
docker_manifest=application/vnd.docker.distribution.manifest.v2+json
kept_images=30
untagged_days=14

# Prints a message and ends the script.
fail() {
    printf 'build_and_push.sh: %s\n' "$1" >&2
    exit 1
}

# Tells what happens, apart from the result on standard output.
tell() {
    printf '%s\n' "$1" >&2
}

# Prints a command as it would be typed.
printed() {
    local word line=
    for word in "$@"; do
        if [[ ! $word =~ ^[A-Za-z0-9_.,:=@/-]+$ ]]; then printf -v word %q "$word"; fi
        line+=" $word"
    done
    printf '%s' "${line# }"
}

# Runs a command, or only prints it.
run() {
    if [[ $dry_run ]]; then
        printf '%s\n' "$(printed "$@")"
    else
        "$@" >&2
    fi
}

# Prints the region of the environment or of the AWS profile.
default_region() {
    local region=${AWS_REGION:-${AWS_DEFAULT_REGION:-}}
    [[ -n $region ]] || region=$(aws configure get region 2>/dev/null || true)
    printf '%s' "$region"
}

# Reads the options; leaves tag, platform, region, repository, image and dry_run.
read_options() {
    tag=latest platform=linux/amd64 region='' repository=carteiro image='' dry_run=''
    while [[ $# -gt 0 ]]; do
        if [[ $1 == --dry-run ]]; then
            dry_run=1
            shift
            continue
        fi
        [[ $1 =~ ^--(tag|platform|region|repository|image)$ ]] || fail "unknown option '$1'; the head of this file lists them"
        [[ -n ${2:-} ]] || fail "$1 needs a value"
        printf -v "${1#--}" '%s' "$2"
        shift 2
    done
    [[ $platform == linux/amd64 || $platform == linux/arm64 ]] ||
        fail "platform '$platform' is not one of SageMaker's: linux/amd64, linux/arm64"
    [[ $tag =~ ^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$ ]] ||
        fail "tag '$tag' is not allowed: letters, digits, '_', '.' and '-', at most 128"
    [[ $repository =~ ^[a-z0-9]+([._/-][a-z0-9]+)*$ ]] || fail "repository '$repository' is not allowed: small letters and digits"
    region=${region:-$(default_region)}
}

# Checks that the tools are there, and that AWS knows the caller.
check_tools() {
    builder=$(find_builder) || fail "no docker daemon answers, and neither podman nor buildah is installed"
    [[ -n $region ]] || fail "no region; give --region or set AWS_REGION"
    [[ -z $dry_run ]] || return 0
    command -v aws >/dev/null || fail "the AWS command line is not installed; see docs/deploy.md"
    account=$(aws sts get-caller-identity --region "$region" --query Account --output text) ||
        fail "AWS does not know the caller; set AWS_PROFILE or credentials, then try 'aws sts get-caller-identity'"
    tell "account $account, region $region, builder $builder"
}

# Prints the rules that keep the repository from growing for ever.
lifecycle_policy() {
    cat <<POLICY
{"rules": [
  {"rulePriority": 1, "description": "images that no tag names any more",
   "selection": {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": $untagged_days},
   "action": {"type": "expire"}},
  {"rulePriority": 2, "description": "all but the newest",
   "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": $kept_images},
   "action": {"type": "expire"}}
]}
POLICY
}

# Calls ECR in the chosen region.
ecr() {
    aws ecr "$@" --region "$region"
}

# Prints the repository's address; fails when there is none.
repository_address() {
    ecr describe-repositories --repository-names "$repository" --query 'repositories[0].repositoryUri' --output text
}

# Creates the repository if it is absent; leaves its address in `address`. The rules of one that exists are its owner's.
ensure_repository() {
    local answer
    if [[ -z $dry_run ]] && answer=$(repository_address 2>&1); then
        address=$answer
        return
    elif [[ -z $dry_run && $answer != *RepositoryNotFoundException* ]]; then
        fail "ECR did not describe the repository $repository: $answer"
    fi
    run aws ecr create-repository --repository-name "$repository" --region "$region" \
        --image-scanning-configuration scanOnPush=true ||
        fail "the repository $repository could not be created; create it, or allow ecr:CreateRepository"
    run aws ecr put-lifecycle-policy --repository-name "$repository" --region "$region" \
        --lifecycle-policy-text "$(lifecycle_policy)" ||
        fail "the repository $repository got no lifecycle rule; allow ecr:PutLifecyclePolicy or set one by hand"
    if [[ $dry_run ]]; then address="REGISTRY/$repository"; else address=$(repository_address); fi
}

# Logs the builder in to the registry, for 12 hours.
log_in() {
    local login=("$builder" login --username AWS --password-stdin "${address%%/*}")
    if [[ $dry_run ]]; then
        printf 'aws ecr get-login-password --region %s | %s\n' "$region" "${login[*]}"
    else
        ecr get-login-password | "${login[@]}" >&2 || fail "$builder could not log in to ${address%%/*}"
    fi
}

# Builds the image, or takes the one that is named, and pushes it.
build_and_push() {
    local target=$address:$tag words
    if [[ -n $image ]]; then
        run "$builder" tag "$image" "$target" || fail "there is no image $image on this machine; build it first"
    else
        mapfile -t words < <(build_command "$builder" "$target" "$platform" push)
        run "${words[@]}" --file "$root/container/Dockerfile" "$root" || fail "the image could not be built"
        if pushes_as_it_builds "$builder"; then return; fi
    fi
    mapfile -t words < <(push_command "$builder" "$target")
    run "${words[@]}" || fail "the image could not be pushed to $address"
}

# Asks the registry what it holds now, and prints the address with digest; fails when SageMaker would refuse the image.
check_manifest() {
    local kind digest
    if [[ $dry_run ]]; then
        run aws ecr describe-images --repository-name "$repository" --image-ids "imageTag=$tag" --region "$region"
        return
    fi
    read -r kind digest < <(ecr describe-images --repository-name "$repository" --image-ids "imageTag=$tag" \
        --query 'imageDetails[0].[imageManifestMediaType,imageDigest]' --output text) ||
        fail "ECR does not tell what was pushed to $address:$tag"
    [[ $kind == "$docker_manifest" ]] ||
        fail "the manifest of $address:$tag is $kind, but SageMaker takes $docker_manifest only; build with this script"
    tell "manifest $kind"
    printf '%s@%s\n' "$address" "$digest"
}

read_options "$@"
check_tools
ensure_repository
log_in
build_and_push
check_manifest
