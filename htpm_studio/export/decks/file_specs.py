"""Decks: the slides of a talk, continued where a list is long, with sample pages for every slide layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from htpm_studio.campaign.model import Deck, Slide
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.session_slides import CHECK_AGAIN
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.drawings import Drawings
from htpm_studio.compose.written import EditedPaths
from htpm_studio.errors import msg
from htpm_studio.export.decks.charts import chart_of
from htpm_studio.export.decks.open_fonts import open_fonts
from htpm_studio.export.decks.slides import placed_slides, slide_piece
from htpm_studio.export.kit.content import filled, picture_credits, shared_values
from htpm_studio.export.kit.descriptions import shown_picture
from htpm_studio.export.kit.edits import NOTES, edited, edits_of, is_left_out, piece_id, template_of
from htpm_studio.export.kit.evaluation_form import EVALUATION, form_values
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.kit_cast import week_cast, week_scenes
from htpm_studio.export.kit.patches import patches_of
from htpm_studio.export.kit.sentences import joined
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.pieces.declared import page_sizes, pieces
from htpm_studio.project.model import unbroken

WIDE_BULLET = 60
LOOP = "loop"
STATISTIC = "deck/statistic"
FEW, LARGE, NARROW = "4.8", "6.7", "56"
"""In units of the slide: the size of texts in columns of few words, and of those read across a room (40 points), with
the width of a picture beside them."""
LOBBY_ITEMS = 4
LOBBY: Mapping[str, Value] = MappingProxyType({"large": LARGE, "firm": "1", "narrow": NARROW, "page": ""})
"""What marks a slide for a lobby screen, where nobody asks for the third slide."""

FOOT_NOTE, FOOT_DATE, PART = msg("Footer"), msg("Date"), msg("Part 1 of 3")
SLIDE = msg("{deck}, slide {number}")
STARTER = "starter"
STARTERS = ("deck/title", "deck/content", "deck/photo_text", "deck/help", "deck/closing")
YOUR_TALK, SAMPLES = msg("Your talk"), msg("Sample slides (delete)")
TEMPLATE_USE = msg("Start your own talk with it: five empty slides, and a sample of every slide layout to delete.")


def deck_specs(kit: Kit) -> Iterator[FileSpec]:
    """Each deck of the week as PowerPoint and its twins, and the template for talks of the user's own."""
    layouts, lobby = (tuple(_samples(kit, loop=loop)) for loop in (False, True))
    for deck in kit.week.decks:
        pages = slides_of(kit, deck)
        name = f"deck/{kit.unit}-{deck.id}-deck"
        spec = FileSpec(
            id=f"deck/{deck.id}", medium="deck", title=deck.title, path=f"{name}.pptx", format="pptx",
            pages=pages, layouts=lobby if deck.id == LOOP else layouts, caption=deck.about, group=deck.id,
            piece=piece_id(kit, f"deck/{deck.id}"),
        )  # fmt: skip
        yield spec
        yield replace(spec, id=f"{spec.id}/pdf", path=f"{name}.pdf", format="pdf", layouts=())
        yield from _twins(kit, deck, spec)
    yield _template(kit)
    if "break" in kit.options.extras:
        from htpm_studio.export.decks.break_deck import break_deck  # noqa: PLC0415 - few kits have one

        yield break_deck(kit)
    yield from open_fonts(kit) if "fonts" in kit.options.extras else ()


def _template(kit: Kit) -> FileSpec:
    """The template of the organization: the same whatever the week, with empty slides to begin with and samples."""
    layouts = tuple(_neutral(layout) for layout in _samples(_first_week(kit), loop=False))
    samples = tuple(_filled_samples(kit, layouts))
    named = {page.template: page for page in samples}
    talk = kit.translated(YOUR_TALK)
    starters = (named[name] for name in STARTERS if name in named)
    begun = tuple(replace(page, info=replace(page.info, name=STARTER, section=talk)) for page in starters)
    return FileSpec(
        id="deck/template", medium="deck", title=kit.translated(msg("Brand template")), path="deck/brand-template.potx",
        format="potx", pages=(*begun, *samples), layouts=layouts, caption=kit.translated(TEMPLATE_USE),
        group="template", piece=piece_id(kit, "deck/template"), repeats=True,
    )  # fmt: skip


def _first_week(kit: Kit) -> Kit:
    """The kit with the art and the people of the first week."""
    first, library = kit.campaign.weeks[0], kit.resources.pictures
    scenes = Drawings(library, week_cast(kit.project, first, library), kit.look.palette, kit.project.language)
    return replace(kit, week=first, scenes=scenes, instead=week_scenes(kit.project, first, library))


def _neutral(layout: PageSpec) -> PageSpec:
    """A layout without week and month; only the one that is about the hotline has it."""
    foot = layout.content["foot"]
    foot = {**foot, **_own_foot(layout)} if isinstance(foot, Mapping) else foot
    return replace(layout, content={**layout.content, "week": {}, "theme": "", "month": "", "foot": foot})


def _filled_samples(kit: Kit, layouts: Sequence[PageSpec]) -> Iterator[PageSpec]:
    """A slide of each layout with its prompts as words; where several have the same title, it is the layout's name."""
    heads = Counter(str(layout.content.get("head")) for layout in layouts)
    for layout in layouts:
        content = {**layout.content, "foot": _own_foot(layout)}
        title = "head" if "head" in content else "eyebrow"
        if title in content and heads[str(content[title])] != 1:
            content[title] = layout.info.title
        yield replace(layout, content=content, info=replace(layout.info, section=kit.translated(SAMPLES)))


def _own_foot(layout: PageSpec) -> Mapping[str, Value]:
    return {"own": "panel" not in layout.content}


def _twins(kit: Kit, deck: Deck, spec: FileSpec) -> Iterator[FileSpec]:
    """The same slides in the forms made on request: without art, and as pictures."""
    same = replace(spec, layouts=(), repeats=True)
    name = f"{kit.unit}-{deck.id}"
    if "plain" in kit.options.extras:
        yield replace(same, id=f"{spec.id}/plain", path=f"deck/plain/{name}-plain.pptx", plain=True)
    for number, page in enumerate(spec.pages if "pictures" in kit.options.extras else (), 1):
        path = f"deck/pictures/{name}-{number:02}.png"
        yield replace(
            same, id=f"{spec.id}/{number:02}", title=kit.translated(msg(SLIDE, deck=deck.title, number=number)),
            path=path, format="png", pages=(page,), alt=_slide_words(kit, page), group=f"{deck.id} pictures",
            piece=page.piece, scale=page_sizes()[page.canvas].density,
        )  # fmt: skip


def _slide_words(kit: Kit, page: PageSpec) -> str:
    picture = shown_picture(kit, page)
    return joined(page.info.title, picture.alt if picture else "")


def slides_of(kit: Kit, deck: Deck) -> tuple[PageSpec, ...]:
    """The finished list of the slides of a deck, as every file shows them that is made from it."""
    return kit.cached(("slides", deck.id), lambda: with_credits(kit, tuple(deck_pages(kit, deck))))


def deck_pages(kit: Kit, deck: Deck) -> Iterator[PageSpec]:
    """The slides of a deck in order; long lists go on to slides that say "(2 of 3)"."""
    number, turns = 0, Counter[str]()
    for placed in placed_slides(kit, deck):
        slide, piece = placed.slide, slide_piece(kit, deck, placed.name)
        layout = template_of(kit, piece, slide.layout, "slide")
        base = filled(kit, slide.fields, template=layout, piece=piece, canvas="slide", alt=slide.alt, tone=deck.tone)
        content = edited(kit, piece, base)
        parts = [] if is_left_out(kit, piece) else split_content(layout, content, kit.campaign.words.continued)
        for place, part in enumerate(parts):
            number += 1
            shown = {
                **part,
                "page": str(number),
                "mirror": turns[slide.layout] % 2 == 1,
                "few": FEW if _is_short(part) else "",
                "pairs": _are_pairs(part),
                **(form_values(kit.project) if layout == EVALUATION else {}),
                "answers": _answers(kit, placed.name, part),
                **(_numbered(kit, deck, part) if layout == STATISTIC else {}),
            }
            page = _page(kit, slide, layout, shown, piece, loop=deck.id == LOOP)
            yield _continued(page, content, place * _length(layout, parts[0])) if len(parts) > 1 else page
        turns[slide.layout] += 1


def _answers(kit: Kit, name: str, content: Mapping[str, Value]) -> Value:
    """Which answer each statement has, the second time; what the user made of one has none that the program knows."""
    session, items = kit.week.session, content.get("items")
    if name != CHECK_AGAIN or session is None or not isinstance(items, tuple):
        return ()
    known = {fill(check.text, kit.values): check.answer for check in session.checks}
    return tuple({known[item]: True} if item in known else {} for item in items)


def _length(layout: str, content: Mapping[str, Value]) -> int:
    """How many entries of the list that goes on are in this content."""
    items = content[continued_list(layout)[0]]
    return len(items) if isinstance(items, tuple) else 0


def _continued(page: PageSpec, whole: Mapping[str, Value], before: int) -> PageSpec:
    """One of several slides with the same list, so many entries of which are on slides before."""
    paths = EditedPaths(skipped=((continued_list(page.template)[0], before),), made=frozenset({"head"}))
    return replace(page, whole=whole, info=replace(page.info, paths=paths))


def _numbered(kit: Kit, deck: Deck, content: Mapping[str, Value]) -> Mapping[str, Value]:
    """The chart beside a number, which a lobby screen does not have, and the number as patches."""
    chart = chart_of(kit, content)
    return {"chart": chart if deck.id != LOOP else None, "patches": patches_of(kit, content, chart)}


def with_credits(kit: Kit, pages: tuple[PageSpec, ...]) -> tuple[PageSpec, ...]:
    """The slides with what is to be said of their pictures at the end of the credit on the closing slide."""
    names = picture_credits(kit, (page.content for page in pages))
    made = EditedPaths(made=frozenset({"credit"}))
    return tuple(
        replace(
            page,
            content={**page.content, "credit": f"{page.content['credit']} {names}"},
            info=replace(page.info, paths=made),
        )
        if names and page.content.get("credit")
        else page
        for page in pages
    )


def continued_list(layout: str) -> tuple[str, int]:
    """The list of a layout that goes on to a further slide, and how many entries one slide takes; "" and 0 without."""
    piece = pieces().with_template(layout)
    continues = piece.spec.continues if piece else None
    return (continues.field, continues.most) if continues else ("", 0)


def split_content(layout: str, content: Mapping[str, Value], continued: str) -> list[Mapping[str, Value]]:
    """The content itself, or several when its list is longer than the layout takes.

    `continued` is the pattern of their titles with {title}, {page} and {pages}.
    """
    name, most = continued_list(layout)
    items = content.get(name, ())
    if not most or not isinstance(items, tuple) or len(items) <= most:
        return [content]
    count = -(-len(items) // most)
    size = -(-len(items) // count)
    title = unbroken(str(content.get("head") or content.get("quote") or ""))
    heads = [fill(continued, {"title": title, "page": str(part + 1), "pages": str(count)}) for part in range(count)]
    return [{**content, name: items[part * size : (part + 1) * size], "head": head} for part, head in enumerate(heads)]


def _page(kit: Kit, slide: Slide, layout: str, content: Mapping[str, Value], piece: str, *, loop: bool) -> PageSpec:
    content = {**content, "wide": _has_long_bullet(content.get("items", ()))}
    counted = f"{content['number']} {content['unit']}" if layout == STATISTIC else ""
    first = content.get("head") or content.get("quote") or content.get("eyebrow") or layout
    title = unbroken(counted or str(first))
    info = PageInfo(
        f"slide {content['page']}",
        title,
        kit.week.number,
        notes=edits_of(kit, piece).get(NOTES, fill(slide.notes, kit.values)),
        section=slide.section,
        advance=slide.minutes * 60 if loop else 0.0,
    )
    if loop:
        content = {**content, **LOBBY}
    return PageSpec(layout, "slide", content, info, piece, usual=slide.layout)


def _is_short(content: Mapping[str, Value]) -> bool:
    """Whether the two columns of a slide have so few words that they would leave their panels half empty."""
    columns = [content.get(side) for side in ("left", "right")]
    lists = [column.get("items", ()) for column in columns if isinstance(column, Mapping)]
    items = [item for entries in lists if isinstance(entries, tuple) for item in entries if isinstance(item, str)]
    return (
        bool(items)
        and max(len(entries) for entries in lists if isinstance(entries, tuple)) <= 3
        and max(map(len, items)) <= 48
    )


def _are_pairs(content: Mapping[str, Value]) -> bool:
    """Whether the two columns of a slide have as many entries, so that they can be read row by row."""
    columns = [content.get(side) for side in ("left", "right")]
    lists = [column.get("items") for column in columns if isinstance(column, Mapping)]
    counts = {len(items) for items in lists if isinstance(items, tuple)}
    return len(lists) == 2 and len(counts) == 1 and counts != {0}


def _has_long_bullet(items: Value) -> bool:
    return isinstance(items, tuple) and any(isinstance(item, str) and len(item) > WIDE_BULLET for item in items)


def _samples(kit: Kit, *, loop: bool) -> Iterator[PageSpec]:
    """A page of prompts for each slide layout; what has a form for a lobby has that in a loop."""
    for template_id in kit.deck_samples:
        named = {field.name for field in kit.resources.library.template(template_id).fields}
        yield _sample(kit, template_id, _lobby(kit.deck_samples[template_id]) if loop and "large" in named else {})


def _lobby(fields: Mapping[str, Value]) -> Mapping[str, Value]:
    """The content of a sample for a lobby screen: as many entries as people read in passing."""
    items = fields.get("items")
    return {**LOBBY, "items": items[:LOBBY_ITEMS]} if isinstance(items, tuple) else LOBBY


def _sample(kit: Kit, template_id: str, form: Mapping[str, Value]) -> PageSpec:
    fields = kit.deck_samples[template_id]
    foot = {"note": kit.translated(FOOT_NOTE), "date": kit.translated(FOOT_DATE), "page": "0"}
    content = {**shared_values(kit), **fields, "page": "0", "foot": foot, "layout": True, **form}
    words, week = content["words"], content["week"]
    if isinstance(words, Mapping) and isinstance(week, Mapping):
        content |= {"words": {**words, "week_of": kit.translated(PART)}, "week": {**week, "number": ""}}
    scene = fields.get("picture")
    if isinstance(scene, str):
        content["picture"] = kit.drawing(scene)
    template = kit.resources.library.template(template_id)
    return PageSpec(
        template_id, "slide", content, PageInfo(template_id, kit.translated(template.title), kit.week.number)
    )
