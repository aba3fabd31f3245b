"""Numbers and addresses that are almost the hotline's, disguised in as many ways as one asks for, or by people."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from random import Random

from htpm_studio.hotline.helpline import NATIONAL
from htpm_studio.hotline.lookalikes import LOOKALIKES

SPLITS = ((), (3, 6), (3, 7), (6,), (3,), (2, 4, 6, 8), tuple(range(1, 14)))
WORDS = {
    "en": ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    "es": ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
}
KEYS = [" ", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"]
SHAPES = {"0": "oO", "1": "lI", "3": "E", "5": "S", "8": "B"}
DOTS = (".", " . ", "[.]", " dot ", "(dot)", ".\u200b")
TEXTING = ("Text {} for help", "Textea {}", "Envíe un mensaje al {}", "SMS: {}", "{} (text)", "text HELP to {}")


def sentences(name: str) -> list[tuple[str, str]]:
    """Sentences of `tests/data/hotline` with their pattern: "written" by people who did not look at any, or made."""
    rows = (Path(__file__).parents[1] / "data" / "hotline" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [(pattern, text) for pattern, text in map(json.loads, rows.splitlines())]


@cache
def separators() -> tuple[str, ...]:
    """Every mark, space, symbol and invisible character that is no letter and no digit in another form."""
    found = (chr(code) for code in range(0x20, 0x10000))
    return tuple(
        char
        for char in found
        if unicodedata.category(char) in ("Pd", "Zs", "Zl", "Zp", "Cf", "Pc", "Po", "Ps", "Pe", "Sm", "Sk", "So")
        and not any(one.isalnum() for one in unicodedata.normalize("NFKD", char))
    )


def digits_like(digit: str) -> list[str]:
    """Every character with the value of a digit, in any script and style."""
    return _digits()[digit]


@cache
def _digits() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {str(value): [] for value in range(10)}
    for char in map(chr, range(0x1FFFF)):
        if (value := unicodedata.digit(char, -1)) >= 0:
            found[str(value)].append(char)
    return found


def edited(text: str, alphabet: str, random: Random) -> str:
    """The text with one or two letters or digits changed, added or lost."""
    chars = list(text)
    for _ in range(random.choice((1, 1, 2))):
        place = random.randrange(len(chars))
        kind = random.choice(("change", "add", "lose"))
        if kind == "add":
            chars.insert(place, random.choice(alphabet))
        elif kind == "lose":
            del chars[place]
        else:
            chars[place] = random.choice(alphabet)
    return "".join(chars)


def wrong_digits(right: str, random: Random) -> str:
    """Digits that are almost the right ones."""
    while (found := edited(right, "0123456789", random)).removeprefix("1") == right:
        pass
    return found


def number(random: Random) -> str:
    """A wrong number in disguise."""
    digits = wrong_digits(NATIONAL.digits, random)
    lead = random.choice(("", "", "1", "+1"))
    how = random.randrange(6)
    if how == 0:
        language = random.choice(("en", "es"))
        joint = random.choice((" ", "-", ", ", "\u00a0"))
        return joint.join(WORDS[language][int(one)] for one in digits)
    shown = list(digits)
    if how == 1:
        place = random.randrange(len(shown) - 1)
        table = SHAPES if random.random() < 0.5 else {str(at): KEYS[at] for at in range(2, 10)}
        shown[place] = random.choice(table.get(shown[place], shown[place])).strip()
    elif how == 2:
        shown = [random.choice(digits_like(one)) for one in shown]
    elif how == 3:
        shown = [one + random.choice(("\ufe0f\u20e3", "\u0332", "\u200d", "\u0301")) for one in shown]
    split = random.choice(SPLITS)
    joint = random.choice(("-", ".", " ", "\n", *(random.choice(separators()) for _ in range(9))))
    joint *= random.choice((1, 1, 2))
    body = "".join(joint * (at in split) + one for at, one in enumerate(shown))
    return f"{lead}{joint if lead else ''}{body}"


def text_number(random: Random) -> str:
    """A wrong text number in disguise, beside a word that speaks of texting."""
    digits = wrong_digits(NATIONAL.text_digits, random)
    shown = [random.choice((one, random.choice(digits_like(one)))) for one in digits]
    joint = random.choice(("", "", "", "\u200b", "\u00ad", " "))
    return random.choice(TEXTING).format(joint.join(shown))


def address(random: Random) -> str:
    """A wrong address in disguise."""
    name, _, ending = NATIONAL.host.rpartition(".")
    how = random.randrange(6)
    if how == 0:
        while (changed := edited(name, "abcdefghijklmnopqrstuvwxyz", random)) == name:
            pass
        name = changed
    elif how == 1:
        ending = random.choice(("com", "net", "info", "co", "us", "orgg", "ogr", "org.example.com", "org-help.net"))
    elif how == 2:
        place = random.randrange(len(name))
        while name[place] not in LOOKALIKES:
            place = random.randrange(len(name))
        name = name[:place] + random.choice(LOOKALIKES[name[place]]) + name[place + 1 :]
    elif how == 3:
        place = random.randrange(1, len(name))
        name = f"{name[:place]}{random.choice('-_.')}{name[place:]}"
    elif how == 4:
        name = random.choice(("my", "the-", "help.", "1", "us-", "chat.", "a")) + name
    else:
        name = name.translate(str.maketrans("oie", "01\u0435"))
    dot = random.choice(DOTS) if ending in ("com", "net", "info") else "."
    scheme = random.choice(("", "", "https://", "www."))
    unseen = random.choice(("", "", "\u200b", "\u00ad", "\u2060"))
    place = random.randrange(1, len(name))
    return f"{scheme}{name[:place]}{unseen}{name[place:]}{dot}{ending}"
