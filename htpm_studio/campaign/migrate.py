"""Packs of an older program, made fit for this one: what it asks for since then comes from ours."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import MISSING, fields
from typing import Any

from htpm_studio.campaign.model import Month
from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.campaign.toolkit_import.toml_text import file_text

WORDS = "words.toml"
RENEWED = (WORDS, "campaign.toml")
"""Files in which a newer program may ask for more, or for less, than an older one wrote."""

_GONE = {"copy": frozenset({"network", "characters", "limit"})}
"""Words that the program no longer says, by their table."""

_NEEDED = frozenset(field.name for field in fields(Month) if field.default is MISSING)
"""What every month says; the rest is not ours to add."""


def renewed(pack: PackTexts, ours: PackTexts, files: Collection[str] = RENEWED) -> PackTexts:
    """The pack with what is missing at the top of its month, and anywhere in its fixed words, taken from ours.

    A file that is no TOML, or has the right keys, stays as it is; what is wrong in it is reported when it is read.
    """
    known = {name: text for name, text in ours if name.partition("/")[2] in files}
    return tuple((name, _renewed(name, text, known[name]) if name in known else text) for name, text in pack)


def _renewed(name: str, text: str, ours: str) -> str:
    try:
        own: Mapping[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return text
    words = name.endswith(f"/{WORDS}")
    wanted = tomllib.loads(ours)
    asked = wanted if words else {key: value for key, value in wanted.items() if key in own or key in _NEEDED}
    completed = _completed(own, asked, deep=words)
    return text if completed == own else file_text("Completed from the built-in campaign.", completed)


def _completed(
    own: Mapping[str, Any], wanted: Mapping[str, Any], *, deep: bool, gone: frozenset[str] = frozenset()
) -> Mapping[str, Any]:
    """The table as it is if complete; else only the wanted keys, with ours for those that are missing.

    Keys that are `gone` are left out.
    """
    keys = [key for key in own if key not in gone] if set(wanted) <= set(own) else wanted
    made = {key: own.get(key, wanted.get(key)) for key in keys}
    if deep:
        for key, value in made.items():
            if isinstance(value, Mapping) and isinstance(wanted.get(key), Mapping):
                made[key] = _completed(value, wanted[key], deep=True, gone=_GONE.get(key, frozenset()))
    return made
