"""Printed pieces: handouts for each paper, and hotline cards on a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from htpm_studio.campaign.model import Handout
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.build import PageInfo
from htpm_studio.errors import say
from htpm_studio.export.content import filled, fixed_words
from htpm_studio.export.edits import TEMPLATE, edited, edits_of, piece_id
from htpm_studio.export.kit import Kit, Paper
from htpm_studio.export.names import safe_name
from htpm_studio.export.orders import FileOrder, PageOrder

CARD_CANVAS: dict[Paper, str] = {"letter": "card", "a4": "card-a4"}
CARD_SHEET: dict[Paper, str] = {"letter": "card-10up", "a4": "card-10up-a4"}
CARD_TEMPLATES = ("print/card-outside", "print/card-inside")


def print_orders(kit: Kit) -> Iterator[FileOrder]:
    """Every handout of the week and the cards, on each paper that was asked for."""
    for paper in kit.options.papers:
        for handout in kit.week.handouts:
            if handout.template not in CARD_TEMPLATES and handout.template in kit.resources.library.templates:
                yield _handout(kit, handout, paper)
        yield _cards(kit, paper)


def _handout(kit: Kit, handout: Handout, paper: Paper) -> FileOrder:
    piece = piece_id(kit, f"print/{handout.id}")
    template = edits_of(kit, piece).get(TEMPLATE, handout.template)
    content = edited(kit, piece, filled(kit, handout.fields, template=template, alt=handout.alt), paper)
    title = str(content.get("head") or handout.id)
    info = PageInfo(handout.id, title, kit.week.number)
    return FileOrder(
        id=f"print/{handout.id}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{safe_name(handout.id)}.pdf",
        format="pdf",
        pages=(PageOrder(template, paper, content, info),),
        alt=edits_of(kit, piece).get("alt", fill(handout.alt, kit.values)),
        group=handout.id,
        piece=piece,
    )


def _cards(kit: Kit, paper: Paper) -> FileOrder:
    """Outside and inside in each language that the pack has words for, first the kit's own."""
    languages = sorted(kit.campaign.translations, key=lambda language: language != kit.project.language)[:2]
    piece = piece_id(kit, "print/hotline-cards")
    pages: list[PageOrder] = []
    for language in languages:
        card = kit.campaign.translations[language].card
        sides = ((card.outside_head, card.outside_text), (card.inside_head, card.inside_note))
        for template, (head, text) in zip(CARD_TEMPLATES, sides, strict=True):
            part = f"{language}-{template.rpartition('-')[2]}"
            plain = filled(kit, {"head": head, "text": text, "note": text}, template=template)
            content = edited(kit, piece, plain, part=part)
            content["words"] = fixed_words(kit.campaign.translations[language], kit.week.number)
            info = PageInfo(f"card {language}", head, kit.week.number, section=language)
            pages.append(PageOrder(template, CARD_CANVAS[paper], content, info, language=language, part=part))
    return FileOrder(
        id=f"print/hotline-cards/{paper}",
        medium="print",
        title=kit.said(say("Hotline cards")),
        path=f"print/{paper}/hotline-cards.pdf",
        format="pdf",
        pages=tuple(pages),
        sheet=CARD_SHEET[paper],
        group="hotline-cards",
        piece=piece,
    )
