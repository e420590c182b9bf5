"""Expands sentence patterns: slots `{produto}`, choices `[a|b|]`, and numbers that belong to nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from phrases import FEMININE, SLOTS

# Area codes that Brazil's numbering plan does not use, so that no generated number can ring anywhere.
UNUSED_AREA_CODES = (20, 23, 25, 26, 29, 30, 36, 39, 40, 50, 52, 56, 57, 58, 59, 60, 70, 72, 76, 78, 80, 90)

PART = re.compile(r"\{(\w+)\}|\[([^\]]*)\]")


def cpf(random: Random) -> str:
    """Returns a number in the shape of a CPF whose last check digit is wrong, so that it is no person's."""
    digits = [random.randrange(10) for _ in range(9)]
    for length in (10, 11):
        rest = sum(digit * (length - at) for at, digit in enumerate(digits)) * 10 % 11 % 10
        digits.append(rest)
    digits[-1] = (digits[-1] + 1 + random.randrange(9)) % 10
    text = "".join(map(str, digits))
    if random.random() < 0.4:
        return text
    return f"{text[:3]}.{text[3:6]}.{text[6:9]}-{text[9:]}"


def telephone(random: Random) -> str:
    """Returns a mobile number under an area code that does not exist."""
    area, number = random.choice(UNUSED_AREA_CODES), f"9{random.randrange(10**8):08d}"
    return f"({area}) {number[:5]}-{number[5:]}" if random.random() < 0.6 else f"{area}{number}"


NUMBERS: dict[str, Callable[[Random], str]] = {
    "cpf": cpf,
    "telefone": telephone,
    "numero": lambda random: str(random.randrange(10**6, 10**8)),
    "dia": lambda random: str(random.randrange(1, 29)),
    "mes": lambda random: f"{random.randrange(1, 13):02d}",
    "parcelas": lambda random: str(random.randrange(2, 13)),
    "n2": lambda random: str(random.randrange(10, 100)),
    "n3": lambda random: str(random.randrange(100, 1000)),
    "n9": lambda random: f"{random.randrange(10**9):09d}",
}


@cache
def parts(pattern: str) -> tuple[str | tuple[str, ...], ...]:
    """Splits a pattern into plain text, and tuples that hold either one slot in braces or the alternatives of a choice."""
    found: list[str | tuple[str, ...]] = []
    end = 0
    for match in PART.finditer(pattern):
        found.append(pattern[end : match.start()])
        found.append(("{" + match[1] + "}",) if match[1] else tuple(match[2].split("|")))
        end = match.end()
    found.append(pattern[end:])
    return tuple(part for part in found if part)


def subject(random: Random) -> dict[str, str]:
    """Draws what one mail is about, so that all its sentences speak of the same product and order."""
    product = random.choice(SLOTS["produto"])
    feminine = product in FEMININE
    return {
        "produto": product,
        "o": "a" if feminine else "o",
        "um": "uma" if feminine else "um",
        "meu": "minha" if feminine else "meu",
        "pedido": expand(random.choice(SLOTS["pedido"]), random, {}),
    }


def expand(pattern: str, random: Random, about: Mapping[str, str]) -> str:
    """Returns one sentence of a pattern; slots that `about` names take its value."""
    text = []
    for part in parts(pattern):
        if isinstance(part, str):
            text.append(part)
        elif len(part) == 1 and part[0].startswith("{"):
            text.append(slot(part[0][1:-1], random, about))
        else:
            text.append(expand(random.choice(part), random, about))
    return "".join(text)


def slot(name: str, random: Random, about: Mapping[str, str]) -> str:
    """Returns a value of a slot; raises KeyError for a name that `phrases.py` does not know."""
    if name in about:
        return about[name]
    number = NUMBERS.get(name)
    return number(random) if number else expand(random.choice(SLOTS[name]), random, about)
