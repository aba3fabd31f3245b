"""The break of a session as slides that count the minutes down by themselves, for PowerPoint without this program."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.errors import msg
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec

BREAK: Literal["break"] = "break"
LAYOUT = "deck/section"
MINUTES, MINUTE = 5, 60.0

TITLE = msg("Break, five minutes")
EYEBROW = msg("Break")
MORE, LAST, OVER = msg("Back in {number} minutes"), msg("Back in one minute"), msg("We go on")
SUB = msg("Take the time you need. The hotline is at the foot of this slide.")
READY = msg("You can leave again whenever you want.")
NOTES = msg(
    "Do: Start the slide show when the break begins. Each slide goes on after a minute; the last one waits for you."
)
USE = msg(
    "Start the slide show when the break begins: five slides count the minutes, and the last one waits. For a longer "
    "break, start again or copy a slide."
)


def break_deck(kit: Kit) -> FileSpec:
    """A slide for each minute that is left, and one that waits until the talk goes on."""
    heads = [kit.translated(MORE).format(number=left) for left in range(MINUTES, 1, -1)]
    counted = [_slide(kit, at, head, SUB, MINUTE) for at, head in enumerate([*heads, kit.translated(LAST)], 1)]
    pages = (*counted, _slide(kit, MINUTES + 1, kit.translated(OVER), READY, 0.0))
    return FileSpec(
        id="deck/break", medium="deck", title=kit.translated(TITLE), path=f"deck/{BREAK}/break.pptx", format="pptx",
        pages=pages, layouts=(replace(pages[0], info=replace(pages[0].info, advance=0.0)),),
        caption=kit.translated(USE), group=BREAK, piece=piece_id(kit, "deck/break"), repeats=True,
    )  # fmt: skip


def _slide(kit: Kit, number: int, head: str, sub: str, advance: float) -> PageSpec:
    content = shared_values(kit)
    words, week = content["words"], content["week"]
    if not isinstance(words, dict) or not isinstance(week, dict):
        raise TypeError("the words of a kit are tables")
    own: dict[str, Value] = {
        "words": {**words, "week_of": kit.translated(EYEBROW)},
        "week": {**week, "number": ""},
        "page": str(number),
    }
    info = PageInfo(f"slide {number}", head, kit.week.number, notes=kit.translated(NOTES), advance=advance)
    return PageSpec(LAYOUT, "slide", {**content, **own, "head": head, "sub": kit.translated(sub)}, info)
