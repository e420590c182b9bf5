#!/usr/bin/env bash
# Runs build_and_push.sh against stand-ins for `aws`, `docker` and `podman` that write down how they are called. Needs
# neither network, AWS, docker nor root.
#
# usage: test_build_and_push.sh
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
registry=000000000000.registry.invalid
digest=sha256:1111111111111111111111111111111111111111111111111111111111111111
docker_kind=application/vnd.docker.distribution.manifest.v2+json

# Writes a stand-in for a program.
stand_in() {
    printf '#!%s\n' "$BASH" >"$work/bin/$1"
    cat >>"$work/bin/$1"
    chmod +x "$work/bin/$1"
}

# Puts the stand-ins into a folder that is the whole PATH, beside the few tools that the script needs.
prepare() {
    rm -rf "${work:?}/bin"
    mkdir "$work/bin"
    for tool in cat dirname env; do ln -s "$(command -v "$tool")" "$work/bin/$tool"; done
    stand_in aws <<'AWS'
echo "aws $*" >>"$CALLS"
case "$1 $2" in
"sts get-caller-identity") [[ -z ${NO_CREDENTIALS:-} ]] && echo 000000000000 || { echo "Unable to locate credentials" >&2; exit 255; } ;;
"ecr describe-repositories")
    [[ -z ${DENIED:-} ]] || { echo "An error occurred (AccessDeniedException)" >&2; exit 254; }
    [[ -e $REPOSITORY ]] || { echo "An error occurred (RepositoryNotFoundException)" >&2; exit 254; }
    echo "$REGISTRY/carteiro" ;;
"ecr create-repository") : >"$REPOSITORY" ;;
"ecr get-login-password") echo secret ;;
"ecr describe-images") printf '%s\t%s\n' "$KIND" "$DIGEST" ;;
esac
AWS
    for engine in docker podman; do
        stand_in "$engine" <<ENGINE
echo "$engine \$*" >>"\$CALLS"
[[ \$1 != version || -z \${NO_DAEMON:-} ]] || exit 1
[[ \$1 != buildx || -z \${NO_BUILDX:-} ]] || exit 1
[[ \$1 != login ]] || [[ \$(cat) == secret ]]
ENGINE
    done
    : >"$work/calls"
    rm -f "$work/repository"
}

# Runs the script with stand-ins; leaves `status`, `output` and `log`. Words before `--` set variables.
push() {
    local variables=()
    while [[ $1 != -- ]]; do
        variables+=("$1")
        shift
    done
    shift
    status=0
    env -i PATH="$work/bin" HOME="$work" CALLS="$work/calls" REPOSITORY="$work/repository" REGISTRY="$registry" \
        KIND="$docker_kind" DIGEST="$digest" "${variables[@]}" "$BASH" "$here/build_and_push.sh" "$@" \
        >"$work/output" 2>"$work/log" || status=$?
    output=$(<"$work/output")
    log=$(<"$work/log")
}

# Reports a fault when a condition does not hold.
expect() {
    local name=$1
    shift
    if ! "$@"; then
        printf 'failed: %s (status %s)\n%s\n%s\n' "$name" "$status" "$output" "$log" >&2
        faults=$((faults + 1))
    fi
}

# Tells whether a call was made that holds a text.
called() {
    grep -qF -- "$1" "$work/calls"
}

# Tells whether no call was made that holds a text.
not_called() {
    ! called "$1"
}

# Tells whether the run failed and said a text.
refused() {
    [[ $status -ne 0 && $log == *"$1"* && -z $output ]]
}

createsTheRepositoryOnce() {
    push -- --region eu-west-1 --tag t1
    expect "prints the address with digest" test "$output" = "$registry/carteiro@$digest"
    expect "creates with a scan on each push" called "create-repository --repository-name carteiro --region eu-west-1 --image-scanning-configuration scanOnPush=true"
    expect "asks for the caller in the region" called "sts get-caller-identity --region eu-west-1"
    expect "sets a lifecycle rule" called "put-lifecycle-policy"
    : >"$work/calls"
    push -- --region eu-west-1 --tag t2
    expect "leaves a repository that is there" not_called "create-repository"
    expect "leaves its rules" not_called "put-lifecycle-policy"
    expect "pushes the tag" called "name=$registry/carteiro:t2,oci-mediatypes=false,push=true"
}

asksBuildKitForADockerManifest() {
    push -- --region eu-west-1 --tag t --platform linux/arm64
    for word in --provenance=false --sbom=false oci-mediatypes=false "--platform linux/arm64"; do
        expect "docker builds with $word" called "$word"
    done
    expect "pushes as it builds" not_called "docker push"
    push NO_BUILDX=1 -- --region eu-west-1 --tag t
    expect "builds without BuildKit" called "docker build --platform linux/amd64 --tag $registry/carteiro:t"
    expect "pushes then" called "docker push $registry/carteiro:t"
}

usesPodmanWhereNoDaemonAnswers() {
    push NO_DAEMON=1 -- --region eu-west-1 --tag t
    expect "builds in Docker's format" called "podman build --platform linux/amd64 --format docker --tag $registry/carteiro:t"
    expect "pushes Docker v2" called "podman push --format v2s2 $registry/carteiro:t"
    expect "docker builds nothing" not_called "docker build"
}

pushesATestedImage() {
    push -- --region eu-west-1 --tag t --image carteiro:test
    expect "names it anew" called "docker tag carteiro:test $registry/carteiro:t"
    expect "builds nothing" not_called "build --"
    expect "pushes it" called "docker push $registry/carteiro:t"
}

refusesOtherManifests() {
    local kind
    for kind in application/vnd.oci.image.manifest.v1+json application/vnd.oci.image.index.v1+json \
        application/vnd.docker.distribution.manifest.list.v2+json None; do
        push "KIND=$kind" -- --region eu-west-1 --tag t
        expect "refuses $kind" refused "is $kind, but SageMaker takes $docker_kind only"
    done
}

saysWhatIsMissing() {
    push -- --tag t
    expect "no region" refused "no region; give --region or set AWS_REGION"
    push NO_CREDENTIALS=1 -- --region eu-west-1
    expect "no credentials" refused "AWS does not know the caller"
    push DENIED=1 -- --region eu-west-1
    expect "no permission" refused "AccessDeniedException"
    rm "$work/bin/aws"
    push -- --region eu-west-1
    expect "no command line" refused "the AWS command line is not installed"
    rm "$work/bin/podman"
    push NO_DAEMON=1 -- --region eu-west-1
    expect "no builder" refused "no docker daemon answers"
}

refusesBadOptions() {
    local option value message
    while IFS='|' read -r option value message; do
        push -- --region eu-west-1 "$option" ${value:+"$value"}
        expect "refuses $option $value" refused "$message"
        expect "calls nothing" test ! -s "$work/calls"
    done <<'OPTIONS'
--platform|linux/riscv64|platform 'linux/riscv64' is not one of SageMaker's
--tag|a/b|tag 'a/b' is not allowed
--tag||--tag needs a value
--repository|Carteiro|repository 'Carteiro' is not allowed
--colour|red|unknown option '--colour'
OPTIONS
}

dryRunDoesNothing() {
    push AWS_REGION=eu-west-1 -- --tag t --dry-run
    expect "ends well" test "$status" = 0
    expect "prints the push" grep -q "name=REGISTRY/carteiro:t,oci-mediatypes=false,push=true" "$work/output"
    expect "asks AWS nothing" not_called "aws "
    expect "builds nothing" not_called "docker buildx build"
}

for case in createsTheRepositoryOnce asksBuildKitForADockerManifest usesPodmanWhereNoDaemonAnswers pushesATestedImage \
    refusesOtherManifests saysWhatIsMissing refusesBadOptions dryRunDoesNothing; do
    prepare
    "$case"
done
[[ $faults -eq 0 ]] || { echo "test_build_and_push.sh: $faults faults" >&2; exit 1; }
echo "build_and_push.sh: all cases pass"
