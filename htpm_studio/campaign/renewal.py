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
    """The pack with what is missing at the top of its month and of its fixed words taken from ours.

    A file that is no TOML, or has the right keys, stays as it is; what is wrong in it is told when it is read.
    """
    known = dict(ours)
    return tuple((name, _renewed(text, known[name]) if _may_be(name, known) else text) for name, text in pack)


def _may_be(name: str, ours: Mapping[str, str]) -> bool:
    return name.partition("/")[2] in RENEWED and name in ours


def _renewed(text: str, ours: str) -> str:
    try:
        own: Mapping[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return text
    wanted = tomllib.loads(ours)
    if set(wanted) <= set(own):
        return text
    return file_text(
        "Completed from the built-in campaign.", {key: own.get(key, value) for key, value in wanted.items()}
    )
