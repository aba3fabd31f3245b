"""Words for any cause: they promise nothing that a helpline may not do, and name no cause of their own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Hotline
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.base_pack import base_pack
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline
from htpm_studio.campaign.toolkit_import.purpose import Setting

PROMISES = re.compile(
    r"\breport|confront|exploit|traffick|\b233733\b|befree|373|confidential[^.?]*\bfree\b|next steps|step in"
    r"|worried|concerned about|notice[ds]? something|who you are|\btalk (?:it|something) through|advocate"
    r"|\breport[ae]|\bdenunci|\btrata (?:de|laboral|sexual)|\bintervenga|próximos pasos|le preocupa|¿notó"
    r"|capacitad[ao] (?:en|para)|communit\w+ safer|hace m\u00e1s segur|come back|vuelva para",
    re.IGNORECASE,
)
"""What would be a promise, or another cause's advice: to take reports, to listen, to keep things confidential."""

PRACTICE = re.compile(r"practice")
"""Practice scenarios are the built-in campaign's, and no other has any."""


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, path)


@pytest.mark.parametrize("language", ["en", "es"])
def test_neutral_texts_are_true_of_any_cause_and_any_helpline(language: str) -> None:
    line = FoundHelpline(Hotline("1-800-555-0100"), named=True, place="")
    setting = Setting(ours=False, name="Water Month", month=5, helpline=line, emergency="911")
    campaign, files = base_pack(
        setting, 2027, pack_texts(paths.assets() / "campaigns" / "htpm"), paths.assets(), language
    )
    said = [one for name, text in files for one in texts(tomllib.loads(text), name)]
    said += [(name, text) for name, text in campaign.words.print.items() if not PRACTICE.match(name)]
    assert len(said) > 200
    assert [(name, text) for name, text in said if PROMISES.search(text)] == []


def keys(value: object, path: str = "") -> Iterator[str]:
    """Where values are in a file, lists with their length."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from keys(one, f"{path}.{name}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for at, one in enumerate(value):
            yield from keys(one, f"{path}[{at}]")
    else:
        yield path


@pytest.mark.parametrize("name", ["campaign", "sentences", "week-1", "week-1-decks", "week-1-handouts", "words"])
def test_neutral_words_in_spanish_say_all_that_the_english_ones_say(name: str) -> None:
    folder = paths.assets() / "observance"
    english, spanish = (
        tomllib.loads((folder / language / f"{name}.toml").read_text(encoding="utf-8")) for language in ("en", "es")
    )
    assert list(keys(spanish)) == list(keys(english))
