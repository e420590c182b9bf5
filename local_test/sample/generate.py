#!/usr/bin/env python3
"""Writes synthetic Brazilian Portuguese e-mails to a shop's service desk, with the label that the desk would give.

usage: generate.py --documents 480 --seed 1 --output messages.csv [--format csv|jsonl] [--exclude other.csv]

The same options give the same bytes. No text occurs twice in a file, nor in the file that --exclude names. Rows are written as they are
made; only a hash of each text is kept, so memory grows by about 100 bytes a document.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import NamedTuple, TextIO

from complaints import CORES, MENU, NEIGHBOURS
from grammar import expand, subject
from phrases import CLOSINGS, FILLERS, GREETINGS, OPENINGS, VAGUE
from style import Style, as_html, quoted_reply

LABELS = tuple(CORES)
# Late deliveries and exchanges are most of such a desk's post.
LABEL_WEIGHTS = (17, 11, 9, 14, 10, 18, 13, 8)

SHARE_VAGUE = 0.015
SHARE_SIDE_MATTER = 0.18
SHARE_MISLABELLED = 0.01


class Message(NamedTuple):
    """One row; the field names are the header of the CSV file."""

    message: str
    label: str
    problem: str


def sentences(label: str, about: Mapping[str, str], random: Random) -> list[str]:
    """Returns what the customer says, in the order of telling."""
    if random.random() < SHARE_VAGUE:
        return [expand(random.choice(VAGUE), random, about)]
    cores = random.sample(CORES[label], random.choice((1, 1, 2, 2, 3)))
    told = [expand(core, random, about) for core in cores]
    if random.random() < SHARE_SIDE_MATTER:
        side = expand(random.choice(CORES[random.choice(NEIGHBOURS[label])]), random, about)
        told.insert(random.randrange(len(told) + 1), side)
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        told.insert(0, expand(random.choice(OPENINGS), random, about))
    for _ in range(random.choice((0, 0, 1, 1, 2))):
        told.insert(random.randrange(1, len(told) + 1), expand(random.choice(FILLERS), random, about))
    return told


def signature(about: Mapping[str, str], random: Random) -> str:
    """Returns a closing with a name; sometimes with an order number, a telephone or an address under example.com."""
    name = expand("{nome} [{sobrenome}|{sobrenome} {sobrenome}|]", random, about).strip()
    extra = random.choice(
        ("", "", "", "\nPedido {pedido}", "\nTel {telefone}", "\nCPF {cpf}", "\ncliente{n3}@example.com", "\nEnviado do meu celular")
    )
    return f"\n\n{random.choice(CLOSINGS)}{random.choice((',', ''))}\n{name}{expand(extra, random, about)}"


def body(label: str, random: Random) -> str:
    """Returns a whole mail: greeting, sentences, signature, and what the mail program made of them."""
    style, about = Style.draw(random), subject(random)
    lines = [style.write(sentence, random) for sentence in sentences(label, about, random)]
    separator = "\n" if random.random() < 0.15 else " "
    text = separator.join(lines)
    if random.random() < 0.7:
        greeting = style.write(random.choice(GREETINGS), random)
        text = greeting + random.choice((", ", "\n", "\n\n", "! ", " ")) + text
    if random.random() < 0.55:
        text += style.write(signature(about, random), random)
    if random.random() < 0.06:
        text += quoted_reply(random)
    return as_html(text, random) if random.random() < 0.06 else text


def digest(text: str) -> bytes:
    """Returns the key under which a text counts as seen."""
    return blake2b(text.encode(), digest_size=12).digest()


def messages(count: int, seed: int, taken: set[bytes]) -> Iterator[Message]:
    """Yields `count` messages whose texts differ from one another and from the hashes in `taken`."""
    random = Random(seed)
    made = 0
    while made < count:
        label = random.choices(LABELS, LABEL_WEIGHTS)[0]
        text = body(label, random)
        if digest(text) in taken:
            continue
        taken.add(digest(text))
        menu = random.choice(MENU[label]) if random.random() < 0.9 else random.choice(random.choice(list(MENU.values())))
        if random.random() < SHARE_MISLABELLED:
            label = random.choice(NEIGHBOURS[label])
        yield Message(text, label, menu)
        made += 1


def write(rows: Iterator[Message], output: TextIO, form: str) -> None:
    """Writes CSV with a header (RFC 4180 quoting, LF) or JSON Lines."""
    if form == "jsonl":
        for row in rows:
            output.write(json.dumps(row._asdict(), ensure_ascii=False) + "\n")
        return
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(Message._fields)
    writer.writerows(rows)


def texts(path: Path) -> set[bytes]:
    """Returns the hashes of the texts in a CSV file that this program wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return {digest(row["message"]) for row in csv.DictReader(file)}


def arguments() -> argparse.Namespace:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Writes synthetic customer e-mails in Brazilian Portuguese.")
    parser.add_argument("--documents", type=int, default=480, metavar="N", help="how many messages (default: 480)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="seed of the generator (default: 1)")
    parser.add_argument("--output", default="-", metavar="FILE", help="where to write; - is standard output (default)")
    parser.add_argument("--format", choices=("csv", "jsonl"), default="csv", help="form of the file (default: csv)")
    parser.add_argument("--exclude", type=Path, metavar="FILE", help="CSV file whose texts must not occur again")
    chosen = parser.parse_args()
    if chosen.documents < 1:
        parser.error("--documents must be at least 1")
    return chosen


def main() -> None:
    """Runs the command."""
    chosen = arguments()
    rows = messages(chosen.documents, chosen.seed, texts(chosen.exclude) if chosen.exclude else set())
    if chosen.output == "-":
        write(rows, sys.stdout, chosen.format)
        return
    with Path(chosen.output).open("w", encoding="utf-8", newline="") as file:
        write(rows, file, chosen.format)


if __name__ == "__main__":
    main()
