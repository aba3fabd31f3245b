"""The card on which parts of the kit are hidden that somebody does not need, in every week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from PySide6.QtWidgets import QCheckBox, QWidget

from htpm_studio.errors import InputError
from htpm_studio.export.kit.edits import LEFT_OUT, YES, is_left_out
from htpm_studio.export.kit.kit import Kit
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.tiles import Tile, sections
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.model import deck_title
from htpm_studio.gui.widgets.fields import PanelSection, fill_card, kind_label

WHOLE = ("background", "social")
"""Media that are wanted or not, whatever pieces they have."""


@dataclass(slots=True)
class Part:
    """A part of the kit that can be hidden: its words, and its pieces in all weeks."""

    medium: str
    words: str
    pieces: list[str] = field(default_factory=list)


class HideCard(QWidget):
    """A box for each part; what is not ticked is in no week, on the board and in the files."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.document = workspace.document
        self.boxes: dict[str, QCheckBox] = {}
        self._parts: dict[str, Part] = {}
        self._section = PanelSection(self.tr("Hide what you do not need"), ruled=False)
        told = self.tr(
            "What is not ticked is hidden in every week, on the board and in the files. Tick it to show it again."
        )
        self._section.column.addWidget(kind_label(told, "muted", wrap=True))
        fill_card(self, self._section)
        self.document.changed.connect(self.refresh)
        self.document.week_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the parts that the campaign has, and which of them are in the kit."""
        kits = list(self._kits())
        self._parts = parts_of(kits)
        if list(self.boxes) != list(self._parts):
            self._make()
        for name, box in self.boxes.items():
            box.setText(self._parts[name].words)
            out = [
                is_left_out(kit, piece)
                for kit in kits
                for piece in self._parts[name].pieces
                if piece.startswith(f"w{kit.week.number}/")
            ]
            box.setChecked(not all(out))

    def _make(self) -> None:
        for box in self.boxes.values():
            self._section.column.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for name in self._parts:
            self.boxes[name] = box = QCheckBox()
            inside = "/" in name and not name.startswith("deck/")
            box.setStyleSheet("margin-left: 24px" if inside else "")
            box.clicked.connect(lambda on, name=name: self.show_part(name, on=on))
            self._section.column.addWidget(box)

    def show_part(self, name: str, *, on: bool) -> None:
        """Show a part in every week, or hide it in all, as one step."""
        part, edits = self._parts[name], self.document.project.edits
        for piece in part.pieces:
            edits = edits.changed(piece, LEFT_OUT, None if on else YES)
        words = self.tr("Show {what}") if on else self.tr("Hide {what}")
        self.document.change(words.format(what=part.words), replace(self.document.project, edits=edits))

    def _kits(self) -> Iterator[Kit]:
        """The open week first."""
        weeks = [week.number for week in self.document.campaign.weeks if week.ready]
        for number in sorted(weeks, key=lambda number: number != self.document.project.week):
            try:
                yield self.document.kit(number)
            except InputError:
                continue


def parts_of(kits: list[Kit]) -> dict[str, Part]:
    """Everything that can be hidden, by a name that is the same in every week."""
    parts: dict[str, Part] = {}
    for kit in kits:
        for section in sections(kit):
            for tile in section.tiles:
                for name, words, piece in _parts_of(section.medium, section.title, tile):
                    part = parts.setdefault(name, Part(section.medium, words))
                    if piece not in part.pieces:
                        part.pieces.append(piece)
    order = {medium: number for number, medium in enumerate(("deck", "background", "social", "print", "copy"))}
    return dict(sorted(parts.items(), key=lambda item: order.get(item[1].medium, len(order))))


def _parts_of(medium: str, title: str, tile: Tile) -> Iterator[tuple[str, str, str]]:
    """The names of the parts that a tile belongs to, their words, and the piece that is left out for them."""
    if medium == "deck":
        spec = tile.specs[0]
        yield f"deck/{spec.group}", deck_title(tile), spec.piece
        return
    yield medium, title, tile.piece
    if medium not in WHOLE:
        yield tile.piece.partition("/")[2], tile.kind or tile.title, tile.piece
