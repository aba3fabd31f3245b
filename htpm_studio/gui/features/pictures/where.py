"""Where a photo is in the kit, where it is not, and why: a list at the end of its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from htpm_studio.export.photos import Reason, large_enough, one_color
from htpm_studio.gui.components.picture_use import ready_kits
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.widgets.fields import kind_label, line
from htpm_studio.project.consent import usable
from htpm_studio.project.model import Photo

SHOWN = 8


class WhereList(QWidget):
    """The pieces that show a photo, then those that could and do not, by reason."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self.controller = controller
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line())
        column.addWidget(kind_label(self.tr("Where it is, and where not"), "head"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.words)

    def show_photo(self, photo: Photo, pieces: Sequence[str]) -> None:
        """Say where a photo is; `pieces` show it or wait for it."""
        rows = [f"<b>{escape(head)}</b><br>{escape(text)}" if text else escape(head)
                for head, text in self._rows(photo, pieces)]  # fmt: skip
        self.words.setText("<br><br>".join(rows))

    def _rows(self, photo: Photo, pieces: Sequence[str]) -> Iterator[tuple[str, str]]:
        kit, day = next(ready_kits(self.controller.document), None), self.controller.workspace.today
        may = usable(photo, day)
        if pieces and may:
            yield self.tr("In these pieces"), self._named(pieces)
        elif pieces:
            yield self.tr("In these pieces, when its record allows it"), self._named(pieces)
        if not may:
            yield self.tr("In no other piece: its record does not allow it yet."), ""
        elif photo.placed:
            yield self.tr("In no other piece: you keep it for the pieces you put it in."), ""
        elif one_color(self.controller.document.resources, photo):
            yield self.tr("In no other piece: it is one flat color, or nearly so."), ""
        elif kit is not None and not large_enough(kit, photo):
            yield self.tr("In no other piece: it has too few pixels for every design."), ""
        else:
            words = self._reasons()
            for absence in self.controller.absences(photo):
                yield words[absence.reason], self._named(absence.pieces)
        until = photo.consent.until if photo.consent is not None and photo.people != "nobody" else None
        if until is not None and may:
            day_words = f"{until:%B} {until.day}, {until.year}"
            yield self.tr("Its consent ends on {day}; it leaves all pieces then.").format(day=day_words), ""

    def _reasons(self) -> Mapping[Reason, str]:
        return {
            "harm": self.tr("Not here: the words are about harm, and people may be recognized in it"),
            "quote": self.tr("Not here: it would look as if somebody in it said this"),
            "camera": self.tr("Not here: people in it would be behind whoever speaks"),
            "small": self.tr("Not here: too few pixels for this size"),
            "shape": self.tr("Not here: too much of it would be cut off"),
            "beside": self.tr("Not here: it is right before or after"),
            "other": self.tr("Not here: another photo of yours fits"),
            "chosen": self.tr("Not here: you chose another picture"),
        }

    def _named(self, pieces: Sequence[str]) -> str:
        """The titles of pieces by week, each once; of many the first ones."""
        titles, weeks = self.controller.usage().titles, sorted({piece.partition("/")[0] for piece in pieces})
        found, rest, left = [], 0, SHOWN
        for week in weeks:
            names = list(dict.fromkeys(
                titles[piece].rstrip(".") for piece in pieces if piece in titles and piece.startswith(f"{week}/")
            ))  # fmt: skip
            shown, rest = names[:left], rest + max(0, len(names) - left)
            left -= len(shown)
            if shown:
                words = self.tr("week {number}: {names}")
                found.append(words.format(number=week.removeprefix("w"), names=", ".join(shown)))
        listed = "; ".join(found)
        listed = listed[:1].upper() + listed[1:]
        return self.tr("{names} and {rest} more").format(names=listed, rest=rest) if rest else listed
