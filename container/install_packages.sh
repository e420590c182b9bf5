#!/usr/bin/env bash
# Installs the Debian packages that one or more steps need; the only list of them (Makefile, Dockerfile and CI all call this script).
#
# usage: install_packages.sh build|lexicon|run|test|image|toolchain|bench|report|aws...
#   build     headers for `swift build`
#   lexicon   what container/lexicon.sh uses to fetch and unpack its sources
#   run       what the executable needs to train and serve
#   test      what the tests, the demo and the checks call
#   image     what container/image_test.sh needs to build and run the image where no docker daemon is
#   toolchain what a Swift toolchain needs that was unpacked on a bare Debian
#   bench     what Benchmarks/peer/setup.sh needs
#   report    what .ci/report_test needs to look at the report
#   aws       what aws_scripts/setup_venv.sh needs
#
# `install_packages.sh --list STEP...` prints their names and installs nothing.
#
# Installs only what is missing, and asks the package index only then. Uses sudo when not root.
set -euo pipefail

# Prints a message and ends the script.
fail() {
    printf 'install_packages.sh: %s\n' "$1" >&2
    exit 1
}

# Prints the packages of one step.
packages_for() {
    case $1 in
    build) echo zlib1g-dev libcurl4-openssl-dev libzstd-dev libstemmer-dev pkg-config ;;
    lexicon) echo python3 python3-pip xz-utils unzip ca-certificates ;;
    run) echo nginx zlib1g libcurl4 libzstd1 libstemmer0d ca-certificates ;;
    test) echo nginx curl shellcheck python3 python3-venv ;;
    image)
        echo debootstrap buildah podman runc conmon golang-github-containers-common netavark aardvark-dns iptables curl \
            docker-registry python3 python3-venv
        ;;
    toolchain)
        echo binutils-gold gcc git libc6-dev libcurl4-openssl-dev libedit-dev libncurses-dev libpython3-dev libsqlite3-dev \
            libstdc++-12-dev libxml2-dev pkg-config tzdata uuid-dev zlib1g-dev ca-certificates
        ;;
    bench) echo python3 python3-venv ;;
    report) echo chromium python3 ;;
    aws) echo python3 python3-venv ;;
    *) fail "unknown step '$1'; one of: build lexicon run test image toolchain bench report aws" ;;
    esac
}

# Tells whether dpkg holds the package as installed.
is_installed() {
    [[ $(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Runs apt-get as root without questions; waits a minute for another apt-get to end.
apt_get() {
    local prefix=()
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail "not root and no sudo; install as root: ${missing[*]}"
        prefix=(sudo)
    fi
    "${prefix[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=60 "$@"
}

only_list=
if [[ ${1:-} == --list ]]; then
    only_list=1
    shift
fi
[[ $# -gt 0 ]] || fail "usage: install_packages.sh build|lexicon|run|test|image|toolchain|bench|report|aws..."
wanted=()
for step in "$@"; do
    list=$(packages_for "$step")
    read -ra names <<<"$list"
    wanted+=("${names[@]}")
done
if [[ $only_list ]]; then
    printf '%s\n' "${wanted[@]}"
    exit 0
fi
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "this is not a Debian system; install what Debian calls: ${wanted[*]}"
fi

missing=()
for name in "${wanted[@]}"; do
    [[ " ${missing[*]-} " == *" $name "* ]] || is_installed "$name" || missing+=("$name")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0
echo "installing Debian packages: ${missing[*]}"
apt_get update
apt_get install --yes --no-install-recommends "${missing[@]}" >/dev/null
