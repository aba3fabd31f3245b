"""No text of a toolkit refuses an import: what a pack may not have is fitted, or left out and named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.base_pack import base_pack
from htpm_studio.campaign.toolkit_import.make_pack import MadePack, make_pack
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from tests.helpers.bundled import bundled_campaign

TOOLKIT = """# Radon Awareness Month 2027

## Week 1 (January 4-10): Test

{sentence}

### Take action

- {sentence}

### Social media

{sentence} example.org/kits #TestNow

Ask for a kit at the library: example.org/b #TestNow

## If you need help

State Radon Helpline: 1-800-555-0100
"""
WORDS = st.sampled_from(
    ["test", "your", "home", "for", "radon", "a", "kit", "costs", "and", "neighbors", "can", "help", "42%", "(aside)"]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of 1 to 400 characters."""
    length = draw(st.integers(1, 400))
    words = draw(st.lists(WORDS, min_size=length // 8 + 1, max_size=length // 2 + 1))
    return " ".join(words)[:length].strip().capitalize() + draw(
        st.sampled_from((".", "!", "?", ":", "…", ";", ")", "”", ""))
    )


def made(sentence: str) -> MadePack:
    document = read_text("toolkit.md", TOOLKIT.replace("{sentence}", sentence), markdown=True)
    setting = find_setting(document.blocks, bundled_campaign())
    findings = replace(in_weeks(recognize(document)), setting=setting)
    texts = pack_texts(paths.assets() / "campaigns" / "htpm")
    return make_pack(findings, *base_pack(setting, 2027, texts, paths.assets()))


@settings(max_examples=15, deadline=None)
@given(sentences())
def test_a_sentence_of_any_length_and_end_is_imported(sentence: str) -> None:
    pack = made(sentence)
    assert pack.campaign.week(1).posts
    assert not any("was left out. " in note for note in pack.notes)


@pytest.mark.parametrize(
    "sentence",
    ["Ask {name} for a kit.", "Call 1-800-555-0101 for a kit.", "A brace { that nobody closes.", "Kits\x00 are free."],
)
def test_what_a_pack_may_not_have_is_left_out_and_named(sentence: str) -> None:
    pack = made(sentence)
    assert [post.url for post in pack.campaign.week(1).posts][-1] == "https://example.org/b"
    assert any("left out" in note for note in pack.notes)
