"""Which piece is open in the editor, what of it is edited, and the steps that change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import InputError
from htpm_studio.export.decks.slides import arranged, deck_with, slide_names
from htpm_studio.export.kit.descriptions import is_outdated, message_lines, unsaid, written_for
from htpm_studio.export.kit.editable import Editable, editable_fields, list_edits, with_left_out, without_words
from htpm_studio.export.kit.edits import (
    ADDED,
    ALT,
    DUOTONE,
    FOCUS,
    LEFT_OUT,
    LOCKED,
    NATURAL,
    NOTES,
    PICTURE,
    TEMPLATE,
    TONE,
    YES,
    ZOOM,
    changes_piece,
    edits_of,
    in_size,
    is_duotone,
    is_left_out,
    lock_edits,
    size_of,
    without_size,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.tiles import BoardSection, Tile, section_of, sections, tiles_of, words_tile
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.pieces.sizes import NO_SIZE, PageSize
from htpm_studio.project.model import Edits

CAPTION = "caption"
BLOCKS: Mapping[str, frozenset[str]] = {
    "deck": frozenset({"words", "variants", "picture", "description", "notes", "slide"}),
    "background": frozenset({"logo", "words", "picture", "works-in"}),
    "social": frozenset({"words", "variants", "picture", "description", "post", "sizes"}),
    "print": frozenset({"words", "variants", "picture", "description", "copies"}),
    "copy": frozenset({"words", "picture", "description"}),
}
"""The parts that the editor has for the pieces of a medium."""


@dataclass(frozen=True, slots=True)
class OpenPiece:
    """What is open: the tile that is shown, all tiles of its piece, and its sisters.

    `plain` is the tile without the user's words, `undescribed` the one without the user's description.
    """

    tile: Tile
    plain: Tile
    undescribed: Tile
    tiles: tuple[Tile, ...]
    sisters: tuple[Tile, ...]
    section: BoardSection
    left_out: frozenset[str]

    @property
    def spec(self) -> FileSpec:
        """The file that the tile shows or belongs to."""
        return _spec(self.tile)

    @property
    def plain_spec(self) -> FileSpec:
        """The same file without the user's words."""
        return _spec(self.plain)

    @property
    def place(self) -> int:
        """Place among the sisters, from 0."""
        return self.place_of(self.tile.piece)

    def place_of(self, piece: str) -> int:
        """Place of a piece among the sisters, from 0."""
        return next((i for i, one in enumerate(self.sisters) if one.piece == piece), 0)


def _spec(tile: Tile) -> FileSpec:
    return next((spec for spec in tile.specs if tile.page in spec.pages), tile.specs[0])


class EditorController(QObject):
    """The open piece. Everything is read from the document; only what is open is kept here.

    `opened` reports another piece, `view_changed` another of its sizes, `refreshed` changed content.
    """

    opened = Signal()
    view_changed = Signal()
    refreshed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace, self.document = workspace, workspace.document
        self.piece = ""
        self.size = ""
        self.now: OpenPiece | None = None
        self.in_front = False
        self.sheet_wanted, self.notes_shown = True, True
        self._side = 0
        self._key = ""
        self.later = QTimer(self, singleShot=True, interval=0)
        self.later.timeout.connect(self.refresh)
        workspace.opened.connect(self.open)
        self.document.changed.connect(lambda _old, _new: self.piece and self.later.start())
        self.document.week_changed.connect(lambda _week: self.piece and self.later.start())

    # ---------------------------------------------------------------- what is open

    def open(self, piece: str) -> None:
        """Open a piece and bring the editor to the front."""
        workspace = self.workspace
        if workspace.text_wanted[0] != piece:
            workspace.forget_wanted()
        if not self._is_here(piece):
            self._open_week_of(piece)
        words = self._words_of(piece)
        if words:
            workspace.select((words,))
            workspace.page_wanted.emit("words")
            return
        if not self.in_front:
            self.size = ""  # Another size is kept from sister to sister, not for whatever is opened next.
        self.piece, self._key, self._side = piece, "", 0
        self.refresh()
        if self.now is None:
            self.piece = ""
            workspace.toast(self.tr("This piece is not in the kit of this week."))
            return
        self._turn_to_size(size_of(workspace.text_wanted[1]))
        workspace.select((piece,))
        workspace.page_wanted.emit("editor")
        self.opened.emit()

    def _turn_to_size(self, size: str) -> None:
        """Show the size that a text holds in, where the piece has it."""
        tile = next((one for one in self.now.tiles if size and one.page.canvas == size), None) if self.now else None
        if tile is not None:
            self._key, self.size = tile.key, tile.size or self.size
            self.refresh()

    def _is_here(self, piece: str) -> bool:
        """Whether the kit of the open week has a piece."""
        try:
            found = sections(self.document.kit())
        except InputError:
            return False
        return any(tile.piece == piece for section in found for tile in section.tiles)

    def _open_week_of(self, piece: str) -> None:
        """Open the week that a piece belongs to, as its name says, where that week has texts."""
        ready = {f"w{week.number}": week.number for week in self.document.campaign.weeks if week.ready}
        if (week := ready.get(piece.partition("/")[0])) is not None:
            self.document.open_week(week)

    def _words_of(self, piece: str) -> str:
        """The piece when it is one of words, which have a page of their own; "" otherwise."""
        try:
            return piece if words_tile(self.document.kit(), piece) is not None else ""
        except InputError:
            return ""

    def back(self) -> None:
        """Back to the page that the piece was opened from, which stays where it was."""
        self.workspace.page_wanted.emit("")

    def step(self, by: int) -> None:
        """Open the next (1) or previous (-1) sister piece."""
        if self.now is not None:
            place = self.now.place + by
            if 0 <= place < len(self.now.sisters):
                self.open(self.now.sisters[place].piece)

    def show_view(self, key: str) -> None:
        """Show another size or side of the piece."""
        tile = next((one for one in self.now.tiles if one.key == key), None) if self.now else None
        if tile is not None and tile.key != self._key:
            self._key = tile.key
            self.size = tile.size or self.size
            self.refresh()
            self.view_changed.emit()

    def refresh(self) -> None:
        """Read the piece from the document as it is now."""
        self.later.stop()
        try:
            kit = self.document.kit()
        except InputError:
            self.now = None
        else:
            self.now = self._look(kit)
            if self.now is not None:
                self._key = self.now.tile.key
        self.refreshed.emit()

    def kit(self) -> Kit:
        """The kit that the open tile is drawn from."""
        kit = self.document.kit()
        return with_left_out(kit) if is_left_out(kit, self.piece) else kit

    @property
    def on_sheet(self) -> bool:
        """Whether the whole sheet of paper is shown, not one card."""
        return self.now is not None and bool(self.now.spec.sheet) and self.sheet_wanted

    @property
    def sides(self) -> int:
        """How many sides the sheet of paper has; 1 for a tent, which stands on it whole, and where there is none."""
        if self.now is None or not self.now.spec.sheet:
            return 1
        tent = self.document.resources.sheets.sheets[self.now.spec.sheet].is_tent
        return 1 if tent else self.now.spec.sides

    @property
    def side(self) -> int:
        """The side of the sheet that is shown: 0 the front, 1 the back."""
        return min(self._side, self.sides - 1) if self.on_sheet else 0

    def show_side(self, side: int) -> None:
        """Show a side of the sheet of paper."""
        self.sheet_wanted, self._side = True, side
        self.view_changed.emit()

    @property
    def canvas(self) -> str:
        """The page size that is shown."""
        if self.now is None:
            return ""
        sheets = self.document.resources.sheets.sheets
        return sheets[self.now.spec.sheet].page if self.on_sheet else self.now.tile.page.canvas

    @property
    def page_size(self) -> PageSize:
        """What is declared of the page size that is shown."""
        return page_sizes().by_id.get(self.canvas, NO_SIZE)

    @property
    def has_description(self) -> bool:
        """Whether there is something to describe: a file that is a picture, or a page with one."""
        if self.now is None:
            return False
        return not self.now.tile.page.piece or self.now.tile.page.content.get("picture") is not None

    def has(self, block: str) -> bool:
        """Whether the editor has that part for the open piece."""
        return self.now is not None and block in BLOCKS[self.now.section.medium]

    def _look(self, kit: Kit) -> OpenPiece | None:
        medium = self.now.section.medium if self.now else ""
        section, tiles = _tiles_of(kit, self.piece, medium)
        if not tiles:
            kit = with_left_out(kit)
            section, tiles = _tiles_of(kit, self.piece)
        if section is None or not tiles:
            return None
        tile = next((one for one in tiles if one.key == self._key), None)
        tile = tile or next((one for one in tiles if one.size and one.size == self.size), tiles[0])
        plain_kit = without_words(kit, self.piece)
        plain = tiles if plain_kit is kit else _tiles_in(plain_kit, self.piece, section.medium)
        all_kit = with_left_out(kit)
        whole = section if all_kit is kit else section_of(all_kit, section.medium) or section
        out = frozenset(one.piece for one in whole.tiles if is_left_out(self.document.kit(), one.piece))
        sisters = _sisters(whole, tile, {one.key: one for one in section.tiles})
        match = next((one for one in plain if one.key == tile.key), plain[0] if plain else tile)
        return OpenPiece(tile, match, self._undescribed(kit, tile, section), tiles, sisters, section, out)

    def _undescribed(self, kit: Kit, tile: Tile, section: BoardSection) -> Tile:
        """The tile as it would be without the user's description."""
        if ALT not in edits_of(kit, self.piece):
            return tile
        tiles = _tiles_in(replace_edits(kit, self.piece, {ALT: None}), self.piece, section.medium)
        return next((one for one in tiles if one.key == tile.key), tile)

    # ---------------------------------------------------------------- what is edited

    def own(self) -> Mapping[str, str]:
        """The user's edits of the open piece."""
        return edits_of(self.document.kit(), self.piece) if self.piece else {}

    @property
    def locked(self) -> bool:
        """Whether the open piece keeps its words and picture."""
        return self.own().get(LOCKED) == YES

    @property
    def is_own(self) -> bool:
        """Whether the user added the open slide, so that the kit has no words for it."""
        return ADDED in self.own()

    @property
    def changed(self) -> bool:
        """Whether the user changed anything about the open piece."""
        return any(changes_piece(name) and name != LEFT_OUT for name in self.own())

    def fields(self) -> tuple[Editable, ...]:
        """The texts of the piece, of all its pages where it has several that are not tiles of their own."""
        if self.now is None:
            return ()
        library = self.document.resources.library
        tile, plain = self.now.tile, self.now.plain
        if tile.page.piece or len(self.now.spec.pages) == 1:
            return editable_fields(tile.page, plain.page, library, self.own())
        pairs = zip(self.now.spec.pages, self.now.plain_spec.pages, strict=False)
        return tuple(field for page, before in pairs for field in editable_fields(page, before, library, self.own()))

    def beside(self, field: str) -> tuple[str, str]:
        """A text beside the page (description, post, notes): as it is, and as the kit has it."""
        if self.now is None:
            return "", ""
        if field == ALT:
            shown = self.now.undescribed
            return _description(self.now.tile.page, self.now.spec), _description(shown.page, _spec(shown))
        return _beside(field, self.now.tile.page, self.now.spec), _beside(
            field, self.now.plain.page, self.now.plain_spec
        )

    # ---------------------------------------------------------------- steps

    def set_text(self, step: str, field: str, text: str, kit_text: str) -> None:
        """Give a text field the user's words; the kit's own words mean that it follows the kit, in every size."""
        follows = text == kit_text and without_size(field) == field
        self.change(step, {field: None if follows else text}, merge=f"{self.piece}/{field}")

    @property
    def sized(self) -> bool:
        """Whether a text of the open page can be another one in its size: the piece has other sizes, and no parts."""
        now = self.now
        return now is not None and len(now.tiles) > 1 and bool(now.tile.size) and not now.tile.page.part

    def split(self, step: str, field: Editable, before: str) -> None:
        """Give the open size the text of all sizes as its own; the other sizes say again what they said `before`."""
        if self.now is not None and self.sized and not field.size:
            mine = replace(field, size=self.now.tile.page.canvas)
            if field.kind == "list":
                self.change(step, {**list_edits(field, before), **list_edits(mine, field.text)})
            else:
                others = None if before == field.kit_text else before
                self.change(step, {field.edit: others, mine.edit: field.text})

    def set_description(self, step: str, text: str) -> None:
        """Give the piece its own description; the kit's words mean that it follows the kit."""
        if self.now is not None:
            own = None if text == self.beside(ALT)[1] else text
            self.change(step, written_for(self.kit(), self.now.tile.page, own), merge=f"{self.piece}/{ALT}")

    def follow_description(self, step: str) -> None:
        """Let the description say again what the kit says."""
        if self.now is not None:
            self.change(step, written_for(self.kit(), self.now.tile.page, None))

    def keep_description(self, step: str) -> None:
        """Say that the description fits the picture that is there now."""
        if self.now is not None:
            self.change(step, written_for(self.kit(), self.now.tile.page, self.own().get(ALT)))

    @property
    def outdated(self) -> bool:
        """Whether the piece got another picture after it was described here."""
        return self.now is not None and is_outdated(self.kit(), self.now.tile.page, self.piece)

    def unsaid(self, description: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words in a picture that a description does not say, and those that the post does not say either."""
        if self.now is None or self.now.section.medium != "social":
            return (), ()
        lines = message_lines(self.kit(), self.now.tile.page)
        return unsaid(lines, description), unsaid(lines, description, self.beside(CAPTION)[0])

    def set_list(self, step: str, field: Editable, text: str) -> None:
        """Give a list its lines."""
        self.change(step, list_edits(field, text), merge=f"{self.piece}/{field.edit}")

    def follow(self, step: str, field: Editable) -> None:
        """Let a field say again what the kit says, or the text of one size what all sizes say."""
        mine = (name for name in self.own() if name == in_size(without_size(name), field.size))
        self.change(step, {name: None for name in mine if f"{without_size(name)}.".startswith(f"{field.path}.")})

    def set_lock(self, step: str, *, on: bool) -> None:
        """Lock or unlock the piece."""
        pages = [one.page for one in self.now.tiles] if self.now is not None else []
        self.change(step, lock_edits(pages, on=on), locked_too=True)

    def set_left_out(self, step: str, piece: str, *, out: bool) -> None:
        """Leave a piece out, the open one or a sister, or take it in again."""
        project = self.document.project
        edits = project.edits.changed(piece, LEFT_OUT, YES if out else None)
        self.document.change(step, replace(project, edits=edits))

    def set_template(self, step: str, template: str) -> None:
        """Draw the piece with another template."""
        if self.now is not None:
            usual = replace_edits(self.document.kit(), self.piece, {TEMPLATE: None})
            tiles = _tiles_in(with_left_out(usual), self.piece, self.now.section.medium)
            same = bool(tiles) and tiles[0].page.template == template
            self.change(step, {TEMPLATE: None if same else template})

    def set_crop(self, step: str, focus: tuple[float, float], zoom: float, size: str, merge: str = "") -> None:
        """Choose what of the picture shows, for one size or ("") for all."""
        self.change(step, crop_edits(focus, zoom, size), merge=merge)

    def set_duotone(self, step: str, *, on: bool) -> None:
        """Show the photo in two tones of the brand, or as it is."""
        usual = is_duotone(self.document.kit(), {})
        self.change(step, {TONE: None if on == usual else DUOTONE if on else NATURAL})

    def reset_picture(self, step: str) -> None:
        """Let the piece have the kit's picture again."""
        self.change(step, {name: None for name in self.own() if name.startswith((PICTURE, FOCUS, ZOOM, TONE))})

    def move(self, step: str, piece: str, by: int) -> bool:
        """Move a slide, the open one or a sister, one place on or back; returns whether there was room."""
        return self.now is not None and self.move_to(step, piece, self.now.place_of(piece) + by)

    def move_to(self, step: str, piece: str, place: int) -> bool:
        """Put a slide at a place of its deck, counted from 0; returns whether that was another one."""
        kit = self.document.kit()
        found = deck_with(kit, piece)
        if found is None:
            return False
        names = list(slide_names(kit, found[0]))
        before = names.index(found[1])
        if place == before or not 0 <= place < len(names):
            return False
        names.insert(place, names.pop(before))
        self.document.change(step, replace(self.document.project, edits=arranged(kit, found[0], names)))
        return True

    def change(self, step: str, fields: Mapping[str, str | None], merge: str = "", *, locked_too: bool = False) -> None:
        """Change several fields of the open piece in one step; a locked piece keeps them."""
        if not self.piece or (self.locked and not locked_too):
            return
        edits = self.document.project.edits
        for name, text in fields.items():
            edits = edits.changed(self.piece, name, text)
        self.document.change(step, replace(self.document.project, edits=edits), merge=merge)


def crop_edits(focus: tuple[float, float], zoom: float, size: str) -> dict[str, str | None]:
    """The edits that hold a crop."""
    end = f".{size}" if size else ""
    return {f"{FOCUS}{end}": f"{focus[0]:.4f} {focus[1]:.4f}", f"{ZOOM}{end}": f"{zoom:.3f}"}


def replace_edits(kit: Kit, piece: str, fields: Mapping[str, str | None]) -> Kit:
    """The kit with other edits of a piece, for trying something out."""
    edits: Edits = kit.project.edits
    for name, text in fields.items():
        edits = edits.changed(piece, name, text)
    return replace(kit, project=replace(kit.project, edits=edits))


def tile_in(kit: Kit, key: str, piece: str, medium: str) -> Tile | None:
    """A tile by its key, looked up in another kit."""
    return next((one for one in _tiles_in(kit, piece, medium) if one.key == key), None)


def _tiles_in(kit: Kit, piece: str, medium: str) -> tuple[Tile, ...]:
    """The tiles of a piece in a kit in which something is tried out."""
    return tiles_of(kit, piece, medium) or _tiles_of(kit, piece)[1]


def _tiles_of(kit: Kit, piece: str, medium: str = "") -> tuple[BoardSection | None, tuple[Tile, ...]]:
    """The tiles of a piece; with its medium, which saves time, nothing else is looked through first."""
    known = section_of(kit, medium) if medium else None
    if known is not None and any(tile.piece == piece for tile in known.tiles):
        return known, tuple(tile for tile in known.tiles if tile.piece == piece)
    for section in sections(kit):
        tiles = tuple(tile for tile in section.tiles if tile.piece == piece)
        if tiles:
            return section, tiles
    return None, ()


def _sisters(section: BoardSection, tile: Tile, shown: Mapping[str, Tile]) -> tuple[Tile, ...]:
    """One tile of every piece beside this one, in the open size; pages of many only of the same file."""
    found: dict[str, Tile] = {}
    whole = tile.specs[0].piece if tile.page.piece else ""
    for one in section.tiles:
        if whole and one.specs[0].piece != whole:
            continue
        if one.piece not in found or (one.size and one.size == tile.size):
            found[one.piece] = shown.get(one.key, one)
    return tuple(found.values())


def _beside(field: str, page: PageSpec, spec: FileSpec) -> str:
    if field == CAPTION:
        return spec.caption
    if field == NOTES:
        return page.info.notes
    return ""


def _description(page: PageSpec, spec: FileSpec) -> str:
    if not page.piece and spec.alt:
        return spec.alt
    picture = page.content.get("picture")
    return picture.alt if isinstance(picture, PictureRef) else ""
