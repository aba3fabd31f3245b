"""Printed files as the pieces declare them: of the week's handouts, and of what every week has, on each paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from htpm_studio.campaign.model import Handout
from htpm_studio.campaign.placeholders import fill
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.context import TemplateContext, Value
from htpm_studio.compose.page_breaks import ROWS
from htpm_studio.compose.written import EditedPaths
from htpm_studio.export.disk.names import safe_name
from htpm_studio.export.kit.content import filled, fixed_words, hotline_in, shared_values
from htpm_studio.export.kit.descriptions import shown_picture
from htpm_studio.export.kit.edits import ALT, all_one_ink, edited, edits_of, piece_id, template_of
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.prints.guide_pages import (
    evaluation_values,
    guide_rows,
    handout_rows,
    session_minutes,
    tally_rows,
    training_of,
    training_slides,
)
from htpm_studio.export.prints.resources import all_on_sheet, language_of_list, resource_rows
from htpm_studio.export.prints.shop import shop_specs
from htpm_studio.export.texts.proclamation import proclamation_texts, proclamation_title
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import ContentSource, Paper, PieceDeclaration, PieceSide, PrintFile, PrintFormat
from htpm_studio.project.model import unbroken

SIDES = ("outside", "inside")
"""What the fields of a page begin with where several pages share a piece, after the language."""


def print_specs(kit: Kit) -> Iterator[FileSpec]:
    """Everything on paper: the week's handouts, then the pieces that every week has, on each paper asked for."""
    made = [spec for paper in kit.options.papers for spec in _on_paper(kit, paper)]
    yield from (_inked(spec) for spec in made) if all_one_ink(kit.project) else made
    if "shop" in kit.options.extras:
        yield from shop_specs(kit, made)


def _inked(spec: FileSpec) -> FileSpec:
    """The file in one ink, where its piece can be had so."""
    if spec.print_file is None or not spec.print_file.one_ink:
        return spec
    return replace(spec, pages=tuple(replace(page, one_ink=True) for page in spec.pages))


def _on_paper(kit: Kit, paper: Paper) -> Iterator[FileSpec]:
    for handout in kit.week.handouts:
        piece = pieces().with_template(handout.template)
        if piece and _begins(piece, handout.template) and handout.template in kit.resources.library.templates:
            yield from _handout(kit, piece, handout, paper)
    for piece in pieces().of("print"):
        if piece.spec.takes.entry is None:
            yield from _fixed(kit, piece, paper)


def _begins(piece: PieceDeclaration, template: str) -> bool:
    """Whether a handout can have that design: it is the only page of the first file of its piece, and on no sheet."""
    first = piece.spec.file[0]
    return first.pages == (template.partition("/")[2],) and not first.letter.sheet


# ------------------------------------------------------------------ the week's own content


def _handout(kit: Kit, usual: PieceDeclaration, handout: Handout, paper: Paper) -> Iterator[FileSpec]:
    """A handout in every file of its piece, such as a large-print edition, or a poster twice as large."""
    piece = piece_id(kit, f"print/{handout.id}")
    template = template_of(kit, piece, handout.template, paper)
    chosen = pieces().with_template(template)
    design = chosen if chosen is not None and chosen.spec.claims else usual
    first = design.spec.file[0].pages
    alt = ""
    for number, file in enumerate(design.spec.file):
        on, again = file.on(paper), file.pages == first
        base = filled(
            kit, handout.fields, template=template, piece=piece, canvas=on.size, alt=handout.alt, tone=handout.tone
        )
        content = edited(kit, piece, base, paper)
        title = unbroken(str(content.get("head") or handout.id))
        own = handout.template if number == 0 else design.template(file.pages[0])
        info = PageInfo(handout.id if again else _named(file.name, handout.id), title, kit.week.number)
        page = (
            PageSpec(template_of(kit, piece, own, on.size), on.size, content, info, usual=own)
            if again
            else _listed(PageSpec(own, on.size, content, info))
        )
        alt = alt if again and number else _described(kit, piece, page)
        yield _file(file, paper, (page,), handout.id, piece, _title(file, shared_values(kit), title), alt=alt)


def _listed(page: PageSpec) -> PageSpec:
    """A further edition, whose groups go on to a further page where they need it."""
    groups = page.content.get("groups")
    if not isinstance(groups, tuple):
        return page
    rows = tuple(group for group in groups if isinstance(group, Mapping) and group.get("items"))
    return replace(page, content={**page.content, ROWS: rows}, whole=page.content, flow=ROWS)


def _described(kit: Kit, piece: str, page: PageSpec) -> str:
    """What the picture of a handout shows; its words are read as they are."""
    picture = shown_picture(kit, page)
    return edits_of(kit, piece).get(ALT, picture.alt if picture else "")


# ------------------------------------------------------------------ pieces that every week has


@dataclass(frozen=True, slots=True)
class PieceContent:
    """What a piece has from its source besides its words: values, the list of its rows, a title, slides.

    `each` has what is different in each piece of a list.
    """

    values: Mapping[str, Value]
    rows: tuple[Mapping[str, Value], ...] | None = None
    title: str = ""
    slides: tuple[PageSpec, ...] = ()
    each: tuple[Mapping[str, Value], ...] = ()


def content_for(kit: Kit, source: ContentSource) -> PieceContent | None:
    """What a source has for a piece in this week; None when it has nothing."""
    match source.name:
        case "resources":
            rows = tuple(resource_rows(kit))
            note = language_of_list(kit)
            intro: dict[str, Value] = {"intro": f"{kit.campaign.words.print['list_text']} {note}"} if note else {}
            return PieceContent(intro, rows) if rows and not all_on_sheet(kit, rows) else None
        case "guide":
            return _session(kit, guide_rows, "guide_week")
        case "session":
            return _session(kit, handout_rows, "session_week")
        case "evaluation":
            return PieceContent(evaluation_values(kit))
        case "tally":
            counted = tally_rows(kit)
            return PieceContent({"rows": counted}) if counted else None
        case "names":
            return _names(kit, source)
        case "proclamation":
            return PieceContent(proclamation_texts(kit), title=proclamation_title(kit))
        case _:
            return PieceContent({})


def _session(kit: Kit, rows_of: Callable[[Kit], Iterable[Mapping[str, Value]]], eyebrow: str) -> PieceContent | None:
    """What a piece takes from the training of the week."""
    deck = training_of(kit)
    if deck is None:
        return None
    number = {"n": str(kit.week.number)}
    values = {"eyebrow": fill(kit.campaign.words.print[eyebrow], number), "head": deck.title, "about": deck.about}
    return PieceContent(values, tuple(rows_of(kit)), slides=training_slides(kit))


def _names(kit: Kit, source: ContentSource) -> PieceContent | None:
    """A piece for each name; one to fill in without names."""
    deck = training_of(kit) if source.training else None
    if source.training and deck is None:
        return None
    values = {"course": deck.title, "detail": session_minutes(kit)} if deck else {}
    return PieceContent(values, each=tuple({source.each: name} for name in kit.options.names))


def _fixed(kit: Kit, piece: PieceDeclaration, paper: Paper) -> Iterator[FileSpec]:
    """Every file of a piece. All of them are one piece: what is changed on one is changed on all."""
    source = piece.spec.takes
    content = kit.cached(("content", source), lambda: content_for(kit, source))
    if content is None:
        return
    for file in piece.spec.file:
        if piece.spec.languages > 1 or len(file.pages) > 1:
            usual = tuple(_columns(kit, piece, file, paper, content))
            title = _title(file, shared_values(kit), "")
        else:
            values = _content(kit, piece, file.pages[0], paper, content)
            title = content.title or _title(file, values, unbroken(str(values.get("head", ""))))
            info = PageInfo(piece.name, title, kit.week.number)
            size, template = file.on(paper).size, piece.template(file.pages[0])
            usual = (PageSpec(template, size, values, info, flow=piece.spec.flow, slides=content.slides),)
        named = tuple(_of_many(page, number, own) for number, own in enumerate(content.each, 1) for page in usual)
        spec = _file(file, paper, named or usual, piece.name, piece_id(kit, piece.id), title)
        spec = replace(spec, private=bool(named), cover=usual[0] if named else None)
        yield spec
        yield from (_also(kit, spec, kind) for kind in file.formats if kind != spec.format)


def _of_many(page: PageSpec, number: int, own: Mapping[str, Value]) -> PageSpec:
    """The page for one entry of a list, with the values of that entry."""
    info = (
        page.info
        if number == 1
        else replace(page.info, name=f"{page.info.name} {number}", title=f"{page.info.title} ({number})")
    )
    return replace(page, content={**page.content, **own}, info=info)


def _also(kit: Kit, spec: FileSpec, kind: PrintFormat) -> FileSpec:
    """The same file to be changed in PowerPoint: what is typed into a PDF is text to type over there."""
    words = kit.campaign.words.print
    prompts = {"participant": words["cert_name"], "place": words["cert_place"]}
    path = PurePosixPath(spec.path).with_suffix(f".{kind}")
    pages = tuple(
        replace(page, fonts="system", content={**page.content, **_empty(prompts, page.content)}) for page in spec.pages
    )
    return replace(spec, id=f"{spec.id}/{kind}", path=str(path), format=kind, pages=pages, repeats=True)


def _empty(prompts: Mapping[str, str], content: Mapping[str, Value]) -> Mapping[str, str]:
    return {name: text for name, text in prompts.items() if not content.get(name)}


def _content(kit: Kit, piece: PieceDeclaration, page: str, paper: Paper, content: PieceContent) -> dict[str, Value]:
    side, plain = piece.spec.page[page], shared_values(kit)
    texts: dict[str, Value] = {**_texts(side, plain), **content.values, **_rows(side, paper)}
    values = edited(kit, piece_id(kit, piece.id), {**plain, **texts}, paper)
    return values if content.rows is None else {**values, ROWS: content.rows}


def _texts(side: PieceSide, values: Mapping[str, Value]) -> dict[str, str]:
    return {name: TemplateContext(values).fill(text) for name, text in side.content.items()}


def _rows(side: PieceSide, paper: Paper) -> dict[str, Value]:
    """Rows to fill in or to tear off; a screen reader reads the first one."""
    return {
        name: tuple({"line": number, "read": number == 0} for number in range(count[paper]))
        for name, count in side.rows.items()
    }


def _words_in(kit: Kit, language: str) -> dict[str, Value]:
    return kit.cached(("words", language), lambda: fixed_words(kit.campaign.translations[language], kit))


def _columns(
    kit: Kit, piece: PieceDeclaration, file: PrintFile, paper: Paper, content: PieceContent
) -> Iterator[PageSpec]:
    """Each side in each language that the campaign has words for, first the kit's own."""
    languages = sorted(kit.campaign.translations, key=lambda language: language != kit.project.language)
    for language in languages[: piece.spec.languages]:
        words = _words_in(kit, language)
        for page, place in zip(file.pages, SIDES, strict=False):
            texts, part = _texts(piece.spec.page[page], {"words": words}), f"{language}-{place}"
            template = piece.template(page)
            usual = {**filled(kit, texts, template=template), **content.values}
            values = edited(kit, piece_id(kit, piece.id), usual, part=part)
            values |= {"words": words, "lang": language, "hotline": hotline_in(kit, language)}
            name = f"{piece.spec.one} {language}"
            info = PageInfo(
                name, texts.get("head", piece.name), kit.week.number, section=language, paths=EditedPaths(part)
            )
            yield PageSpec(template, file.on(paper).size, values, info, language=language, part=part)


# ------------------------------------------------------------------ files


def _title(file: PrintFile, values: Mapping[str, Value], title: str) -> str:
    """What a file is called: by its pattern, in which {title} may be, also in the words that it names."""
    return TemplateContext({**values, "title": title}).fill(file.title).replace("{title}", title)


def _named(pattern: str, name: str) -> str:
    return pattern.replace("{id}", name)


def _file(
    file: PrintFile, paper: Paper, pages: tuple[PageSpec, ...], own: str, piece: str, title: str,
    *, alt: str = "",
) -> FileSpec:  # fmt: skip
    on = file.on(paper)
    name = _named(on.name or file.name, own)
    return FileSpec(
        id=f"print/{name}/{paper}",
        medium="print",
        title=title,
        path=f"print/{paper}/{safe_name(name)}.pdf",
        format="pdf",
        pages=pages,
        sheet=on.sheet,
        alt=alt,
        group=_named(file.group or file.name, own),
        piece=piece,
        print_file=file,
    )
