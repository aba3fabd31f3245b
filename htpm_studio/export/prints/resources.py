"""The list of all resources of a week, on as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from htpm_studio.campaign.lengths import bare_address
from htpm_studio.campaign.model import Resource
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.build import PageInfo
from htpm_studio.compose.pages import ROWS
from htpm_studio.compose.scope import Value
from htpm_studio.export.content import SEARCH, shared_values, where_to_search
from htpm_studio.export.edits import edited, piece_id
from htpm_studio.export.kit import Kit, Paper
from htpm_studio.export.specs import FileSpec, PageSpec

NAME = "resource-list"


def resource_list_order(kit: Kit, paper: Paper) -> Iterator[FileSpec]:
    """The resources of the week and of the month by what they are for; nothing where the campaign names none."""
    rows = tuple(resource_rows(kit))
    if not rows:
        return
    words, piece, template = kit.campaign.words, piece_id(kit, f"print/{NAME}"), f"print/{NAME}"
    plain = shared_values(kit) | {
        "eyebrow": kit.week.eyebrow, "head": words.print.list_head, "intro": words.print.list_text,
    }  # fmt: skip
    content = edited(kit, piece, plain, paper)
    title = str(content["head"])
    info = PageInfo(NAME, title, kit.week.number)
    yield FileSpec(
        id=f"print/{NAME}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{NAME}.pdf",
        format="pdf",
        pages=(PageSpec(template, paper, {**content, ROWS: rows}, info, flow=ROWS),),
        group=NAME,
        piece=piece,
    )


def resource_rows(kit: Kit) -> Iterator[Mapping[str, Value]]:
    """Headings and resources in their order; each address once."""
    words = kit.campaign.words
    known: set[str] = set()
    for group, head in (("learn", words.learn), ("act", words.take_action)):
        own = [one for one in (*kit.week.resources, *kit.campaign.month.resources) if one.group == group]
        fresh = [one for one in own if _name(one) not in known]
        known |= {_name(one) for one in fresh}
        if fresh:
            yield {"head": head}
            yield from (_row(kit, one) for one in fresh)


def _name(one: Resource) -> str:
    return one.url or one.title


def _row(kit: Kit, one: Resource) -> Mapping[str, Value]:
    words = kit.campaign.words
    reader = fill(words.copy.audience, {"title": one.audience}) if one.audience else ""
    row: dict[str, Value] = {"title": one.title, "text": " ".join(said for said in (one.about, reader) if said)}
    if one.linkable:
        return row | {"url": one.url, "address": bare_address(one.url)}
    return row | {SEARCH: where_to_search(words, one.search)}
