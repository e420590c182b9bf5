#!/bin/sh
# Measures `carteiro analyze --lemmas` on lists of words with their true lemmas, and fails below the floors.
#
#   container/lexicon-floors.sh LISTS [CARTEIRO]
#
# LISTS is the directory with *_test.pairs.tsv (form TAB lemma) and reference_types_*.tsv. The floors are shares of all
# words and of the words whose lemma differs from the form.
set -eu

lists=${1:?usage: container/lexicon-floors.sh LISTS [CARTEIRO]}
carteiro=${2:-carteiro}
status=0

# measure FILE LANGUAGE FLOOR_OF_ALL FLOOR_OF_DIFFERING
measure() {
    cut -f 1 "$1" | "$carteiro" analyze --lemmas --language "$2" | cut -f 2 | paste "$1" - |
        awk -F '\t' -v name="$(basename "$1")" -v all="$3" -v differing="$4" '
            { total++; right += $2 == $3 }
            $1 != $2 { others++; found += $2 == $3 }
            END {
                share = total ? right / total : 0
                part = others ? found / others : 0
                printf "%s: %d words, %.4f (floor %s), differing %.4f (floor %s)\n", name, total, share, all, part, differing
                exit !(share >= all && part >= differing)
            }' || status=1
}

measure "$lists/pt_porttinari_test.pairs.tsv" pt .949 .941
measure "$lists/pt_bosque_test.pairs.tsv" pt .939 .937
measure "$lists/pt_gsd_test.pairs.tsv" pt .962 .948
measure "$lists/pt_dantestocks_test.pairs.tsv" pt .926 .867
measure "$lists/es_gsd_test.pairs.tsv" es .954 .920
measure "$lists/en_ewt_test.pairs.tsv" en .974 .936
for language in pt es en; do
    measure "$lists/reference_types_$language.tsv" "$language" .995 0
done
exit $status
