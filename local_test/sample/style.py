"""How a customer types: missing accents, abbreviations, slips of the finger, capitals, and what a mail program adds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from random import Random

from grammar import expand
from phrases import ABBREVIATIONS

WORD = re.compile(r"[^\W\d_]{2,}")
SHORTENED = re.compile(r"\b(" + "|".join(sorted(ABBREVIATIONS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
EXTRA_SPACES = re.compile(r" +(?= |[.,?!])")

KEYBOARD = {
    "a": "s",
    "s": "a",
    "d": "f",
    "e": "r",
    "r": "t",
    "o": "p",
    "i": "u",
    "u": "i",
    "n": "m",
    "m": "n",
    "t": "r",
    "c": "v",
    "l": "k",
    "p": "o",
    "b": "v",
    "g": "h",
}


@dataclass(frozen=True)
class Style:
    """The habits of one writer; each share is the chance for one word."""

    keeps_accents: bool
    abbreviates: float
    slips: float
    case: str

    @classmethod
    def draw(cls, random: Random) -> Style:
        """Draws a writer: about a third careful, the others hasty in some way."""
        careful = random.random() < 0.35
        case = "sentence" if careful else random.choice(("sentence", "lower", "lower", "as is", "as is", "upper"))
        if case == "upper" and random.random() < 0.6:
            case = "lower"
        return cls(
            keeps_accents=careful or random.random() < 0.45,
            abbreviates=0.0 if careful else random.choice((0.0, 0.2, 0.6)),
            slips=0.004 if careful else random.choice((0.01, 0.03, 0.06)),
            case=case,
        )

    def write(self, sentence: str, random: Random) -> str:
        """Returns the sentence as this writer types it."""
        text = EXTRA_SPACES.sub("", sentence)
        if self.abbreviates:
            text = SHORTENED.sub(lambda match: self.shortened(match[0], random), text)
        text = WORD.sub(lambda match: slip(match[0], random) if random.random() < self.slips else match[0], text)
        if not self.keeps_accents:
            text = without_accents(text)
        return self.cased(text)

    def shortened(self, word: str, random: Random) -> str:
        """Returns the chat form of a word, or the word itself."""
        return ABBREVIATIONS[word.lower()] if random.random() < self.abbreviates else word

    def cased(self, text: str) -> str:
        """Returns the text in this writer's capitals."""
        if self.case == "lower":
            return text.lower()
        if self.case == "upper":
            return text.upper()
        return text[:1].upper() + text[1:] if self.case == "sentence" else text


def slip(word: str, random: Random) -> str:
    """Returns the word with two letters swapped, one lost, one doubled, or one from the next key."""
    at = random.randrange(len(word) - 1)
    kind = random.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[: at + 1] + word[at] + word[at + 1 :]
    return word[:at] + KEYBOARD.get(word[at], word[at]) + word[at + 1 :]


def without_accents(text: str) -> str:
    """Returns the text with its marks removed: `não` becomes `nao`."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def as_html(body: str, random: Random) -> str:
    """Returns the body as a mail program's HTML part."""
    lines = [line.replace("&", "&amp;").replace("<", "&lt;") for line in body.split("\n") if line]
    if random.random() < 0.5:
        return '<div dir="ltr">' + "<br>".join(lines) + "</div>"
    return "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"


def quoted_reply(random: Random) -> str:
    """Returns the shop's earlier automatic answer as a mail program quotes it; it speaks of everything, so it tells nothing."""
    answer = expand(
        "Olá! Recebemos sua mensagem [sobre o pedido {pedido}|]. [Trocas, cancelamentos e reembolsos|Entregas, trocas e "
        "senhas|Cupons, entregas e devoluções] são respondidos em até {parcelas} dias úteis.",
        random,
        {},
    )
    heading = expand("Em {dia}/{mes}/2024, Atendimento <atendimento@loja.example> escreveu:", random, {})
    return f"\n\n{heading}\n> {answer}\n> Protocolo {random.randrange(10**9)}"
