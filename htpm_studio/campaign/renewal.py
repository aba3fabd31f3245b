"""Packs that a saved kit carries, made fit for this program: what it asks for since then comes from ours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.campaign.toolkit.toml_text import file_text

RENEWED = ("words.toml", "campaign.toml")
"""Files in which a newer program may ask for more, or for less, than an older one wrote."""


def renewed(pack: PackTexts, ours: PackTexts) -> PackTexts:
    """The pack with what is missing at the top of its month, and anywhere in its fixed words, taken from ours.

    A file that is no TOML, or has the right keys, stays as it is; what is wrong in it is told when it is read.
    """
    known = dict(ours)
    return tuple((name, _renewed(name, text, known[name]) if _may_be(name, known) else text) for name, text in pack)


def _may_be(name: str, ours: Mapping[str, str]) -> bool:
    return name.partition("/")[2] in RENEWED and name in ours


def _renewed(name: str, text: str, ours: str) -> str:
    try:
        own: Mapping[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return text
    completed = _completed(own, tomllib.loads(ours), deep=name.endswith("/words.toml"))
    return text if completed == own else file_text("Completed from the built-in campaign.", completed)


def _completed(own: Mapping[str, Any], wanted: Mapping[str, Any], *, deep: bool) -> Mapping[str, Any]:
    """What the table says itself; where something is missing, just the keys that are wanted, ours for those."""
    made = {key: own.get(key, wanted.get(key)) for key in (own if set(wanted) <= set(own) else wanted)}
    if deep:
        for key, value in made.items():
            if isinstance(value, Mapping) and isinstance(wanted.get(key), Mapping):
                made[key] = _completed(value, wanted[key], deep=True)
    return made
