"""Checks of slides that the user added: prompts that are not filled in, and titles that come twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.errors import msg
from htpm_studio.export.decks.slides import unfilled
from htpm_studio.export.kit.edits import ADDED, LEFT_OUT, YES, edits_of
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.model import Change, Check, Fix, check_id
from htpm_studio.export.preflight.passages import PageText
from htpm_studio.export.preflight.texts import EDIT


def slide_checks(kit: Kit, pages: Sequence[PageText], titles: Mapping[str, str]) -> Iterator[Check]:
    """A slide that still shows a prompt is left out of an export; two slides with one title are only named."""
    taken = Counter((page_text.spec.piece, page_text.page.info.title) for page_text in pages)
    for page_text in pages:
        if ADDED not in edits_of(kit, page_text.piece):
            continue
        title = titles.get(page_text.piece, page_text.spec.title)
        if prompt := unfilled(kit, page_text.page):
            yield _prompt(page_text.piece, title, prompt)
        elif taken[page_text.spec.piece, page_text.page.info.title] > 1:
            yield _twice(page_text.piece, title, page_text.page.info.title)


def _prompt(piece: str, title: str, prompt: str) -> Check:
    out = (Change(piece, LEFT_OUT, YES),)
    return Check(
        check_id("prompt", piece, prompt), "fix", "prompt", title,
        msg("Replace “{prompt}” on this new slide with your own text.", prompt=prompt), piece,
        reason="For now, this slide is left out of the deck.", fixes=(EDIT, Fix(msg("Leave the slide out"), out)),
        safe=out,
    )  # fmt: skip


def _twice(piece: str, title: str, words: str) -> Check:
    return Check(
        check_id("title-twice", piece, words), "look", "title-twice", title,
        msg("Another slide of this deck has the title “{title}” too.", title=words), piece,
        reason="Screen readers tell slides apart by their titles.", fixes=(EDIT, Fix(msg("Keep it"), fine=True)),
    )  # fmt: skip
