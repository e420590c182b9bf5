#!/bin/sh
# Downloads the pinned dictionary package, checks it, and unpacks what container/lexicon.sh compiles.
#
#   container/dictionaries.sh OUTPUT
#
# OUTPUT gets pt.smfc, es.smfc, en.smfc and licenses/. The package is data only here: Python downloads it and is not
# needed afterwards. A step of its own, so that a change of the program downloads nothing again.
set -eu

version=2.0.0
wheel_checksum=db33b15f5aed6485a748ce34d1f510ca760af2633289ab9a8493e2afa785c352
source_checksum=03f9ba792aa51ebbe18a78fc3138c0c0087d81b284eefa534f6f2015233dcb8d
output=${1:?usage: container/dictionaries.sh OUTPUT}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

download() {
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$work" "$@" "simplemma==$version" || {
        echo "dictionaries.sh: the dictionaries could not be downloaded; without network an image is built with" \
            "--build-arg LEXICON=none and trains on stems" >&2
        exit 1
    }
}

# The wheel has the dictionaries; the texts of the data's licences are in the source package alone.
download --only-binary simplemma
download --no-binary simplemma
wheel=$work/simplemma-$version-py3-none-any.whl
source=$work/simplemma-$version.tar.gz
echo "$wheel_checksum  $wheel" | sha256sum --check --quiet
echo "$source_checksum  $source" | sha256sum --check --quiet

python3 -m zipfile -e "$wheel" "$work/wheel"
mkdir -p "$output/licenses"
for language in pt es en; do
    xz -dc <"$work/wheel/simplemma/strategies/dictionaries/data/$language.plzma" >"$output/$language.smfc"
done
tar -xzf "$source" -C "$work"
cp "$work/simplemma-$version/LICENSE" "$work/simplemma-$version/licenses/"* "$output/licenses/"
