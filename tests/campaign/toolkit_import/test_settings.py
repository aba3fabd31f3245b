"""What a toolkit is for, as it says itself: the small toolkits in `tests/data/toolkit-settings.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from htpm_studio.campaign.toolkit_import.blocks import DocumentBlock
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline, find_helplines
from htpm_studio.campaign.toolkit_import.observance import find_setting
from htpm_studio.campaign.toolkit_import.text_reader import read_text
from htpm_studio.campaign.toolkit_import.vocabulary import language_of
from tests.helpers.bundled import bundled_campaign
from tests.helpers.shown_by import Becomes, Rule, each_of


def told(blocks: tuple[DocumentBlock, ...]) -> Iterator[str]:
    """Its observance with month and day, what is said of them, its helplines, and what is asked."""
    found = find_setting(blocks, bundled_campaign(language_of(one.text for one in blocks)))
    day = f" {found.day} {found.day_name}: {found.day_text}" if found.day else ""
    yield f"{'ours' if found.ours else 'other'}: {found.name} {found.month}{day}"
    if found.about:
        yield f"about: {found.about}"
    if found.emergency:
        yield f"emergency: {found.emergency}"
    if found.helpline:
        yield f"helpline: {found.helpline.hotline.number}"
    yield from (f"other: {one.number}" for one in found.others)
    yield from map(said, find_helplines(blocks))
    yield from (f"asked: {one.about} - {one.sentence} {' / '.join(one.choices)}".strip() for one in found.questions)


def said(one: FoundHelpline) -> str:
    """A helpline with the ways to reach it; a question mark says that it is not called so."""
    line = one.hotline
    ways = (f"{line.text_number} {line.text_keyword}".strip(), line.web, line.chat, *sorted(one.traits))
    beside = f" ({', '.join(filter(None, ways))})" if any(ways) else ""
    return f"{one.count} x {one.label}{'' if one.named else '?'}{beside}"


@each_of("toolkit-settings.txt")
def test_what_a_toolkit_is_for_is_found(rule: Rule, becomes: Becomes) -> None:
    becomes(rule, lambda shown: told(read_text("toolkit.md", shown.text, markdown=shown.markdown).blocks))
