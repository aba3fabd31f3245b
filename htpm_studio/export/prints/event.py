"""What a table at an event needs besides handouts: tear-off poster, tents, sign-in sheet; and the proclamation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.build import PageInfo
from htpm_studio.compose.scope import Value
from htpm_studio.export.content import shared_values
from htpm_studio.export.edits import edited, piece_id
from htpm_studio.export.kit import Kit, Paper
from htpm_studio.export.specs import FileSpec, PageSpec
from htpm_studio.export.words.proclamation import PROCLAMATION, proclamation_texts

TABS, LINES = 9, {"letter": 13, "a4": 15}


def event_orders(kit: Kit, paper: Paper) -> Iterator[FileSpec]:
    """One order for each piece on a paper."""
    words = kit.campaign.words
    tabs = tuple({"read": number == 0} for number in range(TABS))
    tear_off: dict[str, Value] = {
        "head": words.print.tear_off_head, "text": words.print.tear_off_text, "call": words.take_a_number, "tabs": tabs,
    }  # fmt: skip
    yield _order(kit, "tear-off", words.print.tear_off, paper, tear_off)
    tent: dict[str, Value] = {"head": words.print.tent_head, "lead": words.print.tent_text}
    yield _tent(kit, "table-tent", words.print.tent, paper, tent, ("tent", "tent-fold"))
    yield _tent(kit, "table-tents-2up", words.print.tents_low, paper, tent, ("tent-low", "tent-2up"))
    sign_in: dict[str, Value] = {
        "eyebrow": words.print.welcome, "head": words.sign_in_head,
        "note": f"{words.sign_in_privacy} {words.print.sign_in_more}",
        "rows": tuple({"line": number} for number in range(LINES[paper])),
    }  # fmt: skip
    yield _order(kit, "sign-in", words.print.sign_in, paper, sign_in)
    title = fill(kit.campaign.month.proclamation.title, kit.values)
    form = _order(kit, PROCLAMATION, f"{words.copy.proclamation}: {title}", paper, proclamation_texts(kit))
    yield replace(form, pages=(replace(form.pages[0], flow="clauses"),))


def _order(kit: Kit, name: str, title: str, paper: Paper, texts: Mapping[str, Value]) -> FileSpec:
    piece = piece_id(kit, f"print/{name}")
    content = edited(kit, piece, {**shared_values(kit), **texts}, paper)
    page = PageSpec(f"print/{name}", paper, content, PageInfo(name, title, kit.week.number))
    return FileSpec(
        id=f"print/{name}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{name}.pdf",
        format="pdf",
        pages=(page,),
        group=name,
        piece=piece,
    )


def _tent(kit: Kit, name: str, title: str, paper: Paper, texts: Mapping[str, Value], form: tuple[str, str]) -> FileSpec:
    """A page of tents; both sizes are one piece."""
    ending = "-a4" if paper == "a4" else ""
    piece = piece_id(kit, "print/table-tent")
    content = edited(kit, piece, {**shared_values(kit), **texts}, paper)
    info = PageInfo("table-tent", title, kit.week.number)
    return FileSpec(
        id=f"print/{name}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{name}.pdf",
        format="pdf",
        pages=(PageSpec("print/table-tent", form[0] + ending, content, info),),
        sheet=form[1] + ending,
        group=name,
        piece=piece,
    )
