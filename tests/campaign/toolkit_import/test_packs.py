"""What a kit's texts are where a toolkit says more than one post: the small toolkits in `tests/data/toolkit-packs.txt`.

Each is beside one that says nothing else; what is the same in both is left out, and so are slides and sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache

from htpm_studio import paths
from htpm_studio.campaign.pack_files import pack_texts
from htpm_studio.campaign.toolkit_import.base_pack import base_pack
from htpm_studio.campaign.toolkit_import.make_pack import make_pack
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from tests.helpers.bundled import bundled_campaign
from tests.helpers.shown_by import Becomes, Rule, each_of

OURS = pack_texts(paths.assets() / "campaigns" / "htpm")
POST = "## Week 2\n\n### Posts\n\nAsk a cook today: example.org/a #Open\n"
PLAIN = {
    True: f"# Human Trafficking Prevention Month 2028\n\n{POST}",
    False: f"# Stalking Awareness Month, October 2028\n\n{POST}",
}
ANSWERS = Answers(month=10, helpline="Safe Line=1-800-555-0100")


def rows(value: object, path: str) -> Iterator[str]:
    """The texts, numbers and days of a part, each with its place."""
    if is_dataclass(value):
        for one in fields(value):
            if one.name not in ("decks", "handouts"):
                yield from rows(getattr(value, one.name), f"{path}.{one.name}")
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from rows(inner, f"{path}.{name}")
    elif isinstance(value, tuple):
        for at, inner in enumerate(value, 1):
            yield from rows(inner, f"{path} {at}")
    elif value:
        yield f"{path}: {value}"


@cache
def told(text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether it is of the program's own campaign, and all that its pack says and that is noted."""
    document = read_text("toolkit.md", text, markdown=True)
    found, ours = in_weeks(recognize(document)), bundled_campaign()
    setting = find_setting(document.blocks, ours)
    if setting.questions:
        setting = find_setting(document.blocks, ours, ANSWERS)
    base = (ours, OURS) if setting.ours else base_pack(setting, found.year, OURS, paths.assets(), found.language)
    made = make_pack(replace(found, setting=setting), *base)
    parts = [("info", made.campaign.info), ("month", made.campaign.month)]
    parts += [(f"week {week.number}", week) for week in made.campaign.weeks]
    if not setting.ours:
        words, texts = made.campaign.words, dict(base[1])
        parts += [(name, getattr(words, name)) for name in ("help_note", "emergency", "awareness_day", "hotline_name")]
        decks = next(text for name, text in texts.items() if name.endswith("-decks.toml"))
        parts.append(("named on slides", tuple(dict.fromkeys(re.findall(r'(?:title|eyebrow) = "([^"{]+)', decks)))))
    return setting.ours, tuple(row for path, part in parts for row in rows(part, path)) + tuple(made.notes)


def unusual(text: str) -> Iterator[str]:
    ours, lines = told(text)
    usual = set(told(PLAIN[ours])[1])
    return (line for line in lines if line not in usual)


@each_of("toolkit-packs.txt")
def test_a_pack_says_what_a_toolkit_says(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: unusual(shown.text))
