#!/usr/bin/env bash
# Makes stand-ins for the two images that container/Dockerfile starts from, for a machine that reaches no image registry: a
# minimal Debian of the machine's own mirror, and that Debian with what a Swift toolchain needs. The toolchain itself and
# local copies of Swift packages are mounted while the image is built. Needs root and the packages of the step `image`.
#
# usage: stand_ins.sh             makes what is missing or older than this script
#        stand_ins.sh --volumes   prints the options for `buildah bud` that mount the toolchain and the copies
#
# Nothing here names a mirror: it is read from the machine's apt, pip and git configuration.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
codename=bookworm
base=localhost/debian:bookworm-slim
toolchain=localhost/swift:6.3-bookworm

# Prints a message and ends the script.
fail() {
    printf 'stand_ins.sh: %s\n' "$1" >&2
    exit 1
}

# Prints the folder that holds the toolchain's usr.
toolchain_folder() {
    local swift
    swift=$(command -v swift) || fail "no swift on the path; see README.md"
    realpath "$(dirname "$(realpath "$swift")")/../.."
}

# Prints the lines of the machine's apt sources that belong to the base.
apt_sources() {
    # shellcheck disable=SC2016 # apt puts its own values in
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
        awk -v codename="$codename" '$4 == "main" && ($3 == codename || index($3, codename "-") == 1)' | sort -u
}

# Prints the machine's git rewrites of addresses, tab separated: the key, the address that is replaced.
git_rewrites() {
    git config --get-regexp '^url\..*\.insteadof$' | sed -E 's/ /\t/' || true
}

# Prints the folders that git rewrites lead to.
git_folders() {
    git_rewrites | sed -nE 's/^url\.(\/.*)\.insteadof\t.*/\1/p' | sort -u
}

# Prints the file with certificates that the machine's pip is told to trust, if any.
pip_certificates() {
    local file
    file=${PIP_CERT:-$(pip config get global.cert 2>/dev/null || true)}
    [[ ! -f $file ]] || realpath "$file"
}

# Prints pip's configuration for the build: the machine's index and certificates.
pip_configuration() {
    local index
    index=${PIP_INDEX_URL:-$(pip config get global.index-url 2>/dev/null || true)}
    echo "[global]"
    [[ -z $index ]] || echo "index-url = $index"
    [[ -z $(pip_certificates) ]] || echo "cert = /etc/stand-in-certificates.crt"
}

# Prints the options that mount what lies outside the stand-ins.
volumes() {
    local folder certificates
    folder=$(toolchain_folder)
    printf -- '--volume=%s:%s:ro\n' "$folder" "$folder"
    while IFS= read -r folder; do
        [[ ! -d $folder ]] || printf -- '--volume=%s:%s:ro\n' "${folder%/}" "${folder%/}"
    done < <(git_folders)
    certificates=$(pip_certificates)
    [[ -z $certificates ]] || printf -- '--volume=%s:/etc/stand-in-certificates.crt:ro\n' "$certificates"
}

# Tells whether an image is there and was made by these scripts with this configuration.
is_current() {
    [[ $(buildah inspect --type image --format '{{index .OCIv1.Config.Labels "stand-in"}}' "$1" 2>/dev/null) == "$state" ]]
}

# Leaves out what the slim image leaves out, and starts no service when a package is installed.
trim() {
    mkdir -p "$1/etc/dpkg/dpkg.cfg.d" "$1/etc/apt/apt.conf.d"
    printf 'path-exclude /usr/share/%s/*\n' doc man info locale groff lintian >"$1/etc/dpkg/dpkg.cfg.d/slim"
    echo 'path-include /usr/share/doc/*/copyright' >>"$1/etc/dpkg/dpkg.cfg.d/slim"
    apt-config dump | grep -E '^Acquire::(Check-|http|https|Retries)' >"$1/etc/apt/apt.conf.d/99machine" || true
    apt_sources >"$1/etc/apt/sources.list"
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
    chmod 755 "$1/usr/sbin/policy-rc.d"
    find "$1/usr/share/doc" -type f ! -name copyright -delete
    rm -rf "$1"/usr/share/{man,info,locale,groff,lintian}/* "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin \
        "$1"/var/cache/apt/archives/*.deb "$1"/var/log/*
}

# Commits a working container under a name and removes it.
commit() {
    buildah config --label "stand-in=$state" "$1"
    buildah commit --quiet --format docker --rm "$1" "$2" >/dev/null
    container=
}

# Makes the Debian base.
make_base() {
    local mirror
    mirror=$(apt_sources | awk -v codename="$codename" '$3 == codename {print $2; exit}')
    [[ -n $mirror ]] || fail "apt knows no mirror of Debian $codename; run apt-get update"
    debootstrap --variant=minbase "$codename" "$work/root" "$mirror" >"$work/log" 2>&1 ||
        { tail -20 "$work/log" >&2; fail "debootstrap failed"; }
    trim "$work/root"
    container=$(buildah from scratch)
    buildah copy --quiet "$container" "$work/root" / >/dev/null
    buildah config --cmd bash --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
    commit "$container" "$base"
}

# Makes the image that plays the toolchain's.
make_toolchain() {
    local key address
    container=$(buildah from --pull-never "$base")
    buildah copy --quiet "$container" "$here/install_packages.sh" /tmp/ >/dev/null
    buildah run --isolation chroot "$container" -- /tmp/install_packages.sh toolchain >"$work/log" 2>&1 ||
        { tail -20 "$work/log" >&2; fail "the toolchain's packages could not be installed"; }
    while IFS=$'\t' read -r key address; do
        buildah run --isolation chroot "$container" -- git config --system --add "$key" "$address"
    done < <(git_rewrites)
    buildah run --isolation chroot "$container" -- git config --system --add safe.directory '*'
    pip_configuration >"$work/pip.conf"
    buildah copy --quiet "$container" "$work/pip.conf" /etc/pip.conf >/dev/null
    buildah config --env "PATH=$(toolchain_folder)/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
        "$container"
    commit "$container" "$toolchain"
}

if [[ ${1:-} == --volumes ]]; then
    volumes
    exit 0
fi
[[ $(id -u) -eq 0 ]] || fail "debootstrap needs root"

state=$({
    cat "${BASH_SOURCE[0]}"
    "$here/install_packages.sh" --list toolchain
    apt_sources
    git_rewrites
    pip_configuration
    toolchain_folder
} | sha256sum | cut -c 1-16)
work=$(mktemp -d)
container=
trap '[[ -z $container ]] || buildah rm "$container" >/dev/null; rm -rf "$work"' EXIT
start=$SECONDS
is_current "$base" || make_base
is_current "$toolchain" || make_toolchain
echo "stand-ins: $base, $toolchain; $((SECONDS - start)) s"
