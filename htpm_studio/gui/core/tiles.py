"""The pieces of a kit as the window shows them, in sections of tiles, and what can be done to whole pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from htpm_studio.campaign.dates import FocusWeek
from htpm_studio.campaign.model import Campaign
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.compose.plain_names import size_name as name_of_size
from htpm_studio.compose.template import Template
from htpm_studio.errors import InputError, StudioError
from htpm_studio.export.kit.editable import picture_design
from htpm_studio.export.kit.edits import (
    ADDED,
    LEFT_OUT,
    LOCKED,
    SHARED,
    TEMPLATE,
    YES,
    changes_piece,
    edits_of,
    is_left_out,
    lock_edits,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.photo_placement import takes_picture as has_place
from htpm_studio.export.kit.schedule import schedule_of
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.catalogue import CATALOGUE, CataloguePiece, specs_of
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.social import post_specs
from htpm_studio.export.texts.file_specs import text_titles
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.i18n import translate
from htpm_studio.project.model import Edits, Project


def weeks_of(project: Project, campaign: Campaign) -> tuple[FocusWeek, ...]:
    """The weeks of a project; none for a year without a plan."""
    try:
        return schedule_of(project, campaign).weeks
    except InputError:
        return ()


def days_words(week: FocusWeek) -> str:
    """The days of a week as in "Jan 4–10" or "Jan 4"."""
    if week.first == week.last:
        day = QCoreApplication.translate("WeekBar", "{month} {first}")
        return day.format(month=_month(week.first), first=week.first.day)
    if week.first.month != week.last.month:
        words = QCoreApplication.translate("WeekBar", "{month} {first} – {last_month} {last}")
        months = {"month": _month(week.first), "last_month": _month(week.last)}
        return words.format(first=week.first.day, last=week.last.day, **months)
    words = QCoreApplication.translate("WeekBar", "{month} {first}–{last}")
    return words.format(month=_month(week.first), first=week.first.day, last=week.last.day)


def _month(day: date) -> str:
    return QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)


def short_title(eyebrow: str, title: str) -> str:
    """What follows the colon of "Week 2: Fair workplaces"; the title where there is none."""
    return eyebrow.partition(":")[2].strip() or title


PAPER = "letter"
"""The page that words are shown on."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing on the board: a picture of a page, what is edited through it, and the files it stands for.

    `kind` says what it is ("Flyer"), `title` what it says; the pages of a deck have numbers (`note`) instead.
    """

    key: str
    piece: str
    title: str
    note: str
    page: PageSpec
    specs: tuple[FileSpec, ...]
    size: str = ""
    changed: bool = False
    locked: bool = False
    left_out: bool = False
    kind: str = ""

    @property
    def words(self) -> bool:
        """Whether this is a piece of words, which has no pages that are drawn."""
        return not self.page.template


@dataclass(frozen=True, slots=True)
class BoardSection:
    """A medium with its tiles; `sizes` are the shapes that its pieces come in, where there are several.

    The board shows a deck or a week as a section of its own, which has a `key` and, for a deck, its `minutes`.
    """

    medium: str
    title: str
    note: str
    tiles: tuple[Tile, ...]
    sizes: tuple[str, ...] = ()
    key: str = ""
    minutes: int = 0

    @property
    def name(self) -> str:
        """What tells a section of the board from the others."""
        return self.key or self.medium


def sections(kit: Kit) -> tuple[BoardSection, ...]:
    """Everything of the kit by medium, in the order of the catalogue, also what was left out."""
    return kit.cached("sections", lambda: tuple(one for piece in CATALOGUE if (one := _section(kit, piece)).tiles))


def section_of(kit: Kit, medium: str) -> BoardSection | None:
    """The section of one medium; None for one that the catalogue does not have."""
    return next((_section(kit, piece) for piece in CATALOGUE if piece.medium == medium), None)


def tiles_of(kit: Kit, piece: str, medium: str) -> tuple[Tile, ...]:
    """The tiles of a piece, as they are in the section of its medium; of a post nothing else of the kit is made."""
    post = post_specs(kit, piece) if medium == "social" else ()
    section = None if post else section_of(kit, medium)
    return tuple(_tiles(kit, post)) or tuple(tile for tile in (section.tiles if section else ()) if tile.piece == piece)


def section_title(piece: CataloguePiece) -> str:
    """The title of a medium in the language of the window."""
    return QCoreApplication.translate("Sections", piece.title)


def template_title(template: Template) -> str:
    """The name of a template in the language of the window."""
    return QCoreApplication.translate("Templates", template.title)


def kind_of(kit: Kit, page: PageSpec) -> str:
    """What a piece is, whatever it says: the name of its template without what tells it from similar ones."""
    template = kit.resources.library.templates.get(page.template)
    return template_title(template).partition(",")[0] if template is not None else page.info.title


def _section(kit: Kit, piece: CataloguePiece) -> BoardSection:
    return kit.cached(("section", piece.medium), lambda: _made_section(kit, piece))


def _made_section(kit: Kit, piece: CataloguePiece) -> BoardSection:
    specs = specs_of(kit, piece)
    tiles = (*_tiles(kit, specs), *_word_tiles(kit, specs))
    sizes = tuple(dict.fromkeys(tile.size for tile in tiles if tile.size))
    return BoardSection(piece.medium, section_title(piece), f"{len(specs)}", tiles, sizes)


def words_tile(kit: Kit, piece: str) -> Tile | None:
    """The tile of a piece of words; None for any other piece."""
    tiles = (tile for one in CATALOGUE for tile in _word_tiles(kit, specs_of(kit, one)))
    return next((tile for tile in tiles if tile.piece == piece), None)


def _word_tiles(kit: Kit, specs: tuple[FileSpec, ...]) -> Iterator[Tile]:
    """One tile for each piece whose files hold words and no pages; what a drawn piece says once more has none."""
    files = [spec for spec in specs if not (spec.pages or spec.layouts or spec.repeats)]
    for piece in dict.fromkeys(spec.piece for spec in files):
        same = tuple(spec for spec in files if spec.piece == piece)
        page = PageSpec("", PAPER, {}, PageInfo(same[0].title, same[0].title))
        changed = any(changes_piece(name) and name != LEFT_OUT for name in edits_of(kit, piece))
        out, kind = is_left_out(kit, piece), translate(text_titles(kit).get(same[0].id, same[0].title))
        yield Tile(piece, piece, same[0].title, "", page, same, changed=changed, left_out=out, kind=kind)


def _tiles(kit: Kit, specs: tuple[FileSpec, ...]) -> Iterator[Tile]:
    seen: set[str] = set()
    parts: Counter[tuple[str, str]] = Counter()
    for spec in specs:
        for index, page in enumerate(() if spec.repeats else spec.pages):
            many = len(spec.pages) > 1 and bool(page.piece)
            piece = page.piece if many else spec.piece
            identity = f"{piece}|{page.template}|{page.canvas}|{page.info.name}"
            if identity in seen or (not many and index > 0):
                continue
            seen.add(identity)
            # The key outlives another template and another place in the deck, so that the old picture stays in view.
            parts[piece, page.canvas] += 1
            key = f"{piece}|{page.canvas}|{parts[piece, page.canvas]}"
            same = tuple(other for other in specs if other.piece == spec.piece)
            sized = len({one.pages[0].canvas for one in same if one.pages}) > 1 and not many
            own = edits_of(kit, piece)
            yield Tile(
                key=key,
                piece=piece,
                title=page.info.title if many else spec.title,
                note=page.info.name.rpartition(" ")[2] if many else "",
                page=page,
                specs=same,
                size=page.canvas if sized else "",
                changed=any(changes_piece(name) for name in own),
                locked=own.get(LOCKED) == YES,
                left_out=is_left_out(kit, piece),
                kind="" if many else kind_of(kit, page),
            )


def has_switch(section: BoardSection) -> bool:
    """Whether every piece of a section comes in every one of its shapes, so that one can be chosen for all."""
    pieces = {tile.piece for tile in section.tiles}
    return len(section.sizes) > 1 and len(section.tiles) == len(pieces) * len(section.sizes)


def sizes_of(tile: Tile) -> tuple[str, ...]:
    """The shapes that a piece comes in, each once."""
    return tuple(dict.fromkeys(spec.pages[0].canvas for spec in tile.specs if spec.pages))


FORMATS = frozenset(("pptx", "pdf", "jpg", "png", "a4", "txt", "docx", "csv", "html", "ics"))


def size_name(size: str) -> str:
    """A shape in words, in the language of the window; one without words of its own is called by its name."""
    return QCoreApplication.translate("Sizes", name_of_size(size))


def form_name(name: str) -> str:
    """A form for people: a format in capitals, a size or paper with a capital."""
    return name.upper() if name in FORMATS else size_name(name)


def shared_start(titles: Sequence[str]) -> str:
    """What all titles begin with, up to the last comma or bracket in it."""
    if len(titles) < 2:
        return ""
    least, most = min(titles), max(titles)
    length = next((i for i, (one, two) in enumerate(zip(least, most, strict=False)) if one != two), len(least))
    start = least[:length]
    return start[: max(start.rfind(","), start.rfind("(")) + 1]


def shared_title(titles: Sequence[str]) -> str:
    """The title that unlike titles have in common; "" when they have none."""
    return shared_start(titles).rstrip(" ,(") if len(set(titles)) > 1 else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PieceEdits", text)


def pieces_of(tiles: Sequence[Tile]) -> tuple[str, ...]:
    """The pieces of tiles, each once."""
    return tuple(dict.fromkeys(tile.piece for tile in tiles))


def pieces_name(tiles: Sequence[Tile]) -> str:
    """The title of one piece, or how many there are."""
    pieces = pieces_of(tiles)
    return tiles[0].title if len(pieces) == 1 else _tr("{count} pieces").format(count=len(pieces))


def step_names(document: KitDocument, most: int) -> tuple[str, ...]:
    """The last steps that can be taken back, the newest first, each with the one piece of the open week it changed."""
    stack = document.stack
    names = {tile.piece: tile.kind or tile.title for section in sections(document.kit()) for tile in section.tiles}
    said: list[str] = []
    for step in reversed(stack.all[max(0, stack.index() - most) : stack.index()]):
        pieces = {edit.piece for edit in {*step.old.edits.items} ^ {*step.new.edits.items}}
        name = names.get(pieces.pop(), "") if len(pieces) == 1 else ""
        said.append(step.text if name in step.text else f"{step.text} ({name})")
    return tuple(said)


def toggle_lock(document: KitDocument, tiles: Sequence[Tile]) -> bool:
    """Lock all, or unlock them when all are locked already; returns whether they are locked now."""
    lock = not all(tile.locked for tile in tiles)
    text = _tr("Lock {what}") if lock else _tr("Unlock {what}")
    shown = [tile for section in sections(document.kit()) for tile in section.tiles]

    def locked(edits: Edits, piece: str) -> Edits:
        pages = [tile.page for tile in shown if tile.piece == piece]
        for field, value in lock_edits(pages, on=lock).items():
            edits = edits.changed(piece, field, value)
        return edits

    _each(document, text, tiles, locked)
    return lock


def toggle_left_out(document: KitDocument, tiles: Sequence[Tile]) -> bool:
    """Leave all out of the kit, or take them in again when all are out; returns whether they are out now."""
    out = not all(tile.left_out for tile in tiles)
    text = _tr("Leave out {what}") if out else _tr("Include {what}")
    _each(document, text, tiles, lambda edits, piece: edits.changed(piece, LEFT_OUT, YES if out else None))
    return out


def use_template(document: KitDocument, tiles: Sequence[Tile], template: str) -> None:
    """Draw pieces that are not locked with another template."""
    free = [tile for tile in tiles if not tile.locked]
    _each(document, _tr("Template of {what}"), free, lambda edits, piece: edits.changed(piece, TEMPLATE, template))


def reset_pieces(document: KitDocument, tiles: Sequence[Tile]) -> None:
    """Forget the own words and choices of pieces that are not locked."""
    free = [tile for tile in tiles if not tile.locked]
    kit = document.kit()

    def forgotten(edits: Edits, piece: str) -> Edits:
        for field in edits_of(kit, piece):
            if field not in (LEFT_OUT, ADDED, SHARED):
                edits = edits.changed(piece, field, None)
        return edits

    _each(document, _tr("Kit version of {what}"), free, forgotten)


def takes_picture(kit: Kit, tile: Tile) -> bool:
    """Whether the design of a piece has a place for a picture."""
    return not tile.words and has_place(kit, tile.page.template)


def other_design(kit: Kit, tile: Tile) -> bool:
    """Whether the design of a piece has no place for a picture and it would get one that has."""
    return not tile.words and not takes_picture(kit, tile) and bool(picture_design(tile.page, kit.resources.library))


def accepts_picture(kit: Kit, tile: Tile) -> bool:
    """Whether a picture can be dropped on a piece, as it is or in a design that has a place for one."""
    return (takes_picture(kit, tile) or other_design(kit, tile)) and not tile.locked


def templates_for(document: KitDocument, tile: Tile) -> Iterator[tuple[str, str]]:
    """Templates (id, title) that a piece can be drawn with: of its family, in its shape, with the words it has."""
    kit = document.kit()
    family = tile.page.template.partition("/")[0]
    for template in kit.resources.library.templates.values():
        if not template.fields or template.id.partition("/")[0] != family or tile.page.canvas not in template.canvases:
            continue
        if template.id == tile.page.template or _works(document, tile, template.id):
            yield template.id, template_title(template)


def follows_templates(document: KitDocument, tile: Tile) -> bool:
    """Whether the template of a piece can be chosen at all."""
    kit = document.kit()
    family = tile.page.template.partition("/")[0]
    others = (name for name in kit.resources.library.templates if name.partition("/")[0] == family)
    other = next((name for name in others if name != tile.page.template), None)
    return other is not None and _page_with(document, tile, other) is not None


def _page_with(document: KitDocument, tile: Tile, template: str) -> Tile | None:
    kit = document.kit()
    edits = kit.project.edits.changed(tile.piece, TEMPLATE, template)
    tried = replace(kit, project=replace(kit.project, edits=edits))
    found = (one for section in sections(tried) for one in section.tiles)
    return next((one for one in found if one.key == tile.key and one.page.template == template), None)


def _works(document: KitDocument, tile: Tile, template: str) -> bool:
    drawn = _page_with(document, tile, template)
    if drawn is None:
        return False
    try:
        return not any(
            finding.severity == "error" for finding in compose(drawn.page, document.kit().page_inputs).findings
        )
    except StudioError:
        return False


def _each(document: KitDocument, text: str, tiles: Sequence[Tile], change: Callable[[Edits, str], Edits]) -> None:
    if not tiles:
        return
    edits = document.project.edits
    for piece in pieces_of(tiles):
        edits = change(edits, piece)
    document.change(text.format(what=pieces_name(tiles)), replace(document.project, edits=edits))
