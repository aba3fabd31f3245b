"""Hotline cards: butting, with room between them, and to be folded; one set of words for all three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from htpm_studio.compose.build import PageInfo
from htpm_studio.compose.scope import Value
from htpm_studio.export.content import filled, fixed_words
from htpm_studio.export.edits import edited, piece_id
from htpm_studio.export.kit import Kit, Paper
from htpm_studio.export.specs import FileSpec, PageSpec

CARD_TEMPLATES = ("print/card-outside", "print/card-inside")
FOLD_TEMPLATES = ("print/fold-outside", "print/fold-inside")
CARDS = "hotline-cards"
MOST_LANGUAGES = 2


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that cards come in: the file's name, outside and inside, the size of a card, the sheet (Letter's id)."""

    name: str
    title: str
    templates: tuple[str, str]
    canvas: str
    sheet: str


_FORMS = (
    _Form(CARDS, "cards", CARD_TEMPLATES, "card", "card-10up"),
    _Form(f"{CARDS}-8up", "cards_spaced", CARD_TEMPLATES, "card", "card-8up"),
    _Form(f"{CARDS}-fold", "cards_fold", FOLD_TEMPLATES, "fold", "card-fold"),
)


def card_orders(kit: Kit, paper: Paper) -> Iterator[FileSpec]:
    """Every form of the cards. All forms are one piece: what is changed on one is changed on all."""
    ending = "-a4" if paper == "a4" else ""
    for form in _FORMS:
        yield FileSpec(
            id=f"print/{form.name}/{paper}",
            medium="print",
            title=getattr(kit.campaign.words.print, form.title),
            path=f"print/{paper}/{form.name}.pdf",
            format="pdf",
            pages=tuple(_pages(kit, form, form.canvas + ending)),
            sheet=form.sheet + ending,
            group=form.name,
            piece=piece_id(kit, f"print/{CARDS}"),
        )


def _pages(kit: Kit, form: _Form, canvas: str) -> Iterator[PageSpec]:
    """Outside and inside in each language that the pack has words for, first the kit's own."""
    languages = sorted(kit.campaign.translations, key=lambda language: language != kit.project.language)
    piece = piece_id(kit, f"print/{CARDS}")
    for language in languages[:MOST_LANGUAGES]:
        words = kit.campaign.translations[language]
        outside: Mapping[str, str] = {"head": words.card.outside_head, "text": words.card.outside_text}
        inside = {"head": words.card.inside_head, "note": words.card.inside_note, "text": words.print.fold_text}
        for template, side, texts in zip(form.templates, ("outside", "inside"), (outside, inside), strict=True):
            part = f"{language}-{side}"
            content: dict[str, Value] = edited(kit, piece, filled(kit, texts, template=template), part=part)
            content |= {"words": fixed_words(words, kit.week.number), "lang": language}
            info = PageInfo(f"card {language}", texts["head"], kit.week.number, section=language)
            yield PageSpec(template, canvas, content, info, language=language, part=part)
