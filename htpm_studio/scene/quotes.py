"""Quotation marks and apostrophes as they are printed, not as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEPT = r"https?://[^\s\"]+|www\.[^\s\"]+|\S+@\S+\.\w+|(?<![\w&])#\w[\w'’]*|`[^`]*`|<[^<>]*>"
"""Addresses, hashtags and code, in which each sign has its place."""

_TYPED = re.compile("['\"]")
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[{¿¡—–/“‘-])$")
_CUT_SHORT = re.compile(r"'(?=\d\ds?\b|(?:em|til|tis|twas|cause)\b)", re.IGNORECASE)
"""Where an apostrophe stands for letters left out at the start of a word."""


def typographic(text: str, names: Iterable[str] = ()) -> str:
    """The text with curly quotation marks and apostrophes; addresses, hashtags, code and the `names` stay as they are.

    A mark behind a number is inches or feet, unless it ends a quotation; a formula of a spreadsheet is code as well.
    """
    if text.startswith("=") or not _TYPED.search(text):
        return text
    quoted = (re.escape(name) for name in sorted(names, key=len, reverse=True) if "'" in name or '"' in name)
    parts = re.split(f"({'|'.join((*quoted, _KEPT))})", text)
    done: list[str] = []
    for number, part in enumerate(parts):
        done.append(part if number % 2 else _curled(part, "".join(done)))
    return "".join(done)


def _curled(part: str, before: str) -> str:
    found = list(_CUT_SHORT.sub("’", part))
    is_open = before.count("“") > before.count("”")
    for at, sign in enumerate(found):
        if sign not in "'\"":
            continue
        ahead = "".join(found[max(0, at - 1) : at]) or before[-1:]
        opens = _OPENS_AFTER.search(ahead) is not None
        if sign == "'":
            found[at] = "‘" if opens else "’" if not ahead.isdigit() or _in_word(found, at) else "'"
        elif is_open and not opens:
            found[at], is_open = "”", False
        elif opens:
            found[at], is_open = "“", True
        elif not ahead.isdigit():
            found[at] = "”"
    return "".join(found)


def _in_word(signs: list[str], at: int) -> bool:
    return at + 1 < len(signs) and signs[at + 1].isalpha()
