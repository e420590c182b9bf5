"""Prints documents as CSV whose labels are hard to show.

usage: report_sample.py wild|many
  wild   labels with markup, quotes, very long names, right to left, of one letter
  many   300 labels
"""

import csv
import sys

WILD = [
    "<script>console.error('label')</script>", "\"double\" & 'single'", "comprido " * 40, "semespacos" * 30,
    "إلغاء الطلب", "\u202Evirado", "a", "</title></style></svg><b>x", "日本語のラベル", "{{7*7}} ${x} %s",
]
MANY = [f"label_{number}_with_a_longer_name" for number in range(300)]


def main():
    labels = {"wild": WILD, "many": MANY}.get(sys.argv[1] if len(sys.argv) == 2 else None)
    if labels is None:
        sys.exit(__doc__)
    writer = csv.writer(sys.stdout)
    writer.writerow(["text", "label"])
    for number in range(len(labels) * 6):
        place = number % len(labels)
        text = f"palavra{place} assunto{place // 2} <img src=x onerror=alert({number})> resto " + "muito " * (number % 50)
        writer.writerow(["" if number % 17 == 0 else text, labels[place]])


main()
