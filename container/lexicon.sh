#!/bin/sh
# Compiles one lexicon file for each language from the dictionaries that container/dictionaries.sh downloads.
#
#   container/lexicon.sh OUTPUT [CARTEIRO [DICTIONARIES]]
#
# OUTPUT gets pt.lexicon, es.lexicon, en.lexicon, NOTICE and licenses/. CARTEIRO is the program that compiles
# (default: carteiro on the path). DICTIONARIES is a folder that dictionaries.sh made; without it they are downloaded.
set -eu

output=${1:?usage: container/lexicon.sh OUTPUT [CARTEIRO [DICTIONARIES]]}
carteiro=${2:-carteiro}
here=$(cd "$(dirname "$0")" && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dictionaries=${3:-$work}
[ $# -ge 3 ] || "$here/dictionaries.sh" "$dictionaries"

mkdir -p "$output/licenses"
"$carteiro" lexicon --input "$dictionaries" --output "$output"
cp "$dictionaries/licenses/"* "$output/licenses/"
cp "$here/lexicon-NOTICE" "$output/NOTICE"
echo "lexicons for pt, es and en in $output"
