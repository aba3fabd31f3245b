"""Printed pieces of the week's own content: handouts for each paper, posters, large print, and the long list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from htpm_studio.campaign.model import Handout
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.build import PageInfo
from htpm_studio.compose.pages import ROWS
from htpm_studio.compose.scope import Value
from htpm_studio.export.content import filled
from htpm_studio.export.descriptions import shown_picture
from htpm_studio.export.edits import ALT, edited, edits_of, piece_id, template_of
from htpm_studio.export.kit import Kit, Paper
from htpm_studio.export.names import safe_name
from htpm_studio.export.prints.cards import CARD_TEMPLATES, card_orders
from htpm_studio.export.prints.event import event_orders
from htpm_studio.export.prints.resources import resource_list_order
from htpm_studio.export.prints.shop import shop_orders
from htpm_studio.export.specs import FileSpec, PageSpec

LARGE_PRINT: Mapping[str, str] = {"print/flyer": "print/flyer-large", "print/checklist": "print/checklist-large"}
LARGE_CANVAS: Mapping[Paper, str] = {"letter": "letter-large", "a4": "a4-large"}
POSTER = "print/poster"
BIG_PAPER: Mapping[Paper, tuple[str, str]] = {"letter": ("tabloid", "11x17"), "a4": ("a3", "a3")}
OF_THEIR_OWN = frozenset((*CARD_TEMPLATES, *LARGE_PRINT.values()))


def print_orders(kit: Kit) -> Iterator[FileSpec]:
    """Everything on paper: the week's handouts, the cards, and what an event needs, on each paper asked for."""
    made = [order for paper in kit.options.papers for order in _on_paper(kit, paper)]
    yield from made
    if "shop" in kit.options.extras:
        yield from shop_orders(kit, made)


def _on_paper(kit: Kit, paper: Paper) -> Iterator[FileSpec]:
    for handout in kit.week.handouts:
        if handout.template not in OF_THEIR_OWN and handout.template in kit.resources.library.templates:
            yield from _handout(kit, handout, paper)
    yield from resource_list_order(kit, paper)
    yield from card_orders(kit, paper)
    yield from event_orders(kit, paper)


def _handout(kit: Kit, handout: Handout, paper: Paper) -> Iterator[FileSpec]:
    """A handout, and what belongs to it: a poster is also there twice as large, some have a large-print edition."""
    piece = piece_id(kit, f"print/{handout.id}")
    template = template_of(kit, piece, handout.template, paper)
    base = filled(kit, handout.fields, template=template, piece=piece, alt=handout.alt, tone=handout.tone)
    content = edited(kit, piece, base, paper)
    title = str(content.get("head") or handout.id)
    info = PageInfo(handout.id, title, kit.week.number)
    page = PageSpec(template, paper, content, info, usual=handout.template)
    order = FileSpec(
        id=f"print/{handout.id}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{safe_name(handout.id)}.pdf",
        format="pdf",
        pages=(page,),
        alt=_described(kit, piece, page),
        group=handout.id,
        piece=piece,
    )
    if POSTER in (handout.template, template):
        words, (canvas, name) = kit.campaign.words.print, BIG_PAPER[paper]
        big_title = fill(words.poster_big, {"title": title})
        large = template_of(kit, piece, POSTER, canvas)
        big = _sister(order, f"{handout.id}-{name}", (PageSpec(large, canvas, content, info, usual=POSTER),), big_title)
        yield from (replace(order, title=fill(words.poster, {"title": title})), replace(big, group=f"{handout.id}-big"))
        return
    yield order
    if handout.template in LARGE_PRINT:
        name = fill(kit.campaign.words.print.large, {"title": title})
        pages = _large_pages(kit, handout, paper, content)
        edition = _sister(order, f"{handout.id}-large-print", pages, name)
        yield replace(edition, alt=_described(kit, piece, pages[0]))


def _sister(order: FileSpec, name: str, pages: tuple[PageSpec, ...], title: str) -> FileSpec:
    """Another file of the same piece."""
    paper = order.path.split("/")[1]
    return FileSpec(
        id=f"print/{name}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{safe_name(name)}.pdf",
        format="pdf",
        pages=pages,
        alt=order.alt,
        group=name,
        piece=order.piece,
    )


def _described(kit: Kit, piece: str, page: PageSpec) -> str:
    """What the picture of a handout shows; its words are read as they are."""
    picture = shown_picture(kit, page)
    return edits_of(kit, piece).get(ALT, picture.alt if picture else "")


def _large_pages(kit: Kit, handout: Handout, paper: Paper, content: Mapping[str, Value]) -> tuple[PageSpec, ...]:
    template, canvas = LARGE_PRINT[handout.template], LARGE_CANVAS[paper]
    head = str(content.get("head") or handout.id)
    info = PageInfo(f"{handout.id}-large-print", head, kit.week.number)
    groups = content.get("groups")
    if not isinstance(groups, tuple):
        return (PageSpec(template, canvas, content, info),)
    rows = [group for group in groups if isinstance(group, Mapping) and group.get("items")]
    return (PageSpec(template, canvas, {**content, ROWS: tuple(rows)}, info, whole=content, flow=ROWS),)
