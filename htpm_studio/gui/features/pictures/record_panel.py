"""The record of the current picture: what it is, whether it may be used, where it is, what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.export.kit.photo_placement import Reason, large_enough, one_color
from htpm_studio.export.kit.sentences import photo_words
from htpm_studio.gui.controllers.picture_use import ready_kits, waiting_pieces
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.pictures.faces import FacesBlock
from htpm_studio.gui.features.pictures.form import RecordForm
from htpm_studio.gui.pickers.picture_model import PictureEntry, picture_entries, says_people
from htpm_studio.gui.pickers.picture_picker import swap_everywhere
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.arrange import at_top, in_column, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    divider,
    kind_label,
    link_button,
    pane,
    primary_button,
    restyle,
    scroll_area,
    set_theme_icon,
    stack_sections,
)
from htpm_studio.gui.widgets.layouts import FlowRow, PanelHead
from htpm_studio.project.consent import gaps, usable
from htpm_studio.project.model import Photo

SHOWN = 8


class WhereList(QWidget):
    """The pieces that show a photo, then those that could and do not, by reason."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self.controller = controller
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        in_column(
            divider(), kind_label(self.tr("Where it is, and where not"), "head"), self.words, inside=self, spacing=6
        )

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
            yield self.tr("In these pieces, once it may be shown"), self._named(pieces)
        if not may:
            yield self.tr("Not placed automatically: it may not be shown yet."), ""
        elif photo.placed:
            yield self.tr("Not placed automatically: you keep it for the pieces you put it in."), ""
        elif one_color(self.controller.document.resources, photo):
            yield self.tr("Not placed automatically: it is one flat color, or nearly so."), ""
        elif kit is not None and not large_enough(kit, photo):
            yield self.tr("Not placed automatically: it has too few pixels for every design."), ""
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
                single = self.controller.workspace.document.campaign.observance.single
                words = "{names}" if single else self.tr("week {number}: {names}")
                found.append(words.format(number=week.removeprefix("w"), names=", ".join(shown)))
        listed = "; ".join(found)
        listed = listed[:1].upper() + listed[1:]
        return self.tr("{names} and {rest} more").format(names=listed, rest=rest) if rest else listed


THUMB = QSize(104, 74)
SHARP_PAGE, BANNER_LINES = 3300, 3
_CALM_WORDS = ("chain", "bruise", "cage", "barcode", "handcuff", "rope", "victim", "slave")


class RecordPanel(QWidget):
    """Head, what the picture is, a banner with its state, the form, withdrawing, and the buttons below."""

    def __init__(self, workspace: Workspace, pictures: PicturesController) -> None:
        super().__init__()
        self.workspace, self.controller = workspace, pictures
        self.head = PanelHead(workspace, self.tr("About this picture"), self.tr("Close"))
        stack_sections(self, self.head, self._body(), self._foot())
        workspace.document.changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)
        self.controller.current_changed.connect(self._follow)
        self.controller.thumbs.ready.connect(self._show_thumb)
        self.refresh()

    # ---------------------------------------------------------------- building

    def _body(self) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(10)
        column.addLayout(self._facts())
        self.banner = QFrame()
        self.banner.setFrameShape(QFrame.Shape.Box)
        self.banner_icon = QLabel()
        self.banner_words = QLabel()
        self.banner_words.setWordWrap(True)
        self.banner_words.setAlignment(Qt.AlignmentFlag.AlignTop)
        in_row(at_top(self.banner_icon), (self.banner_words, 1), inside=self.banner, margins=None)
        column.addWidget(self.banner)
        self.form = RecordForm(self.controller)
        column.addWidget(self.form)
        self.faces = FacesBlock(self.controller)
        column.addWidget(self.faces)
        self.own = QWidget()
        self.withdraw = link_button(self.tr("Consent was withdrawn"))
        set_theme_icon(self.workspace, self.withdraw, "ban", "error")
        self.withdraw.clicked.connect(self._withdraw)
        self.withdraw_note = kind_label("", "muted", wrap=True)
        self.remove = link_button(self.tr("Remove from the kit"))
        set_theme_icon(self.workspace, self.remove, "trash-2")
        self.remove.clicked.connect(lambda: self.controller.remove(self.controller.current))
        in_column(divider(), self.withdraw, self.withdraw_note, self.remove, inside=self.own)
        column.addWidget(self.own)
        # Last, as it grows and shrinks with what is ticked above.
        self.where = WhereList(self.controller)
        column.addWidget(self.where)
        column.addStretch(1)
        self.area = scroll_area(content)
        return self.area

    def _facts(self) -> QHBoxLayout:
        self.thumb = QLabel()
        self.thumb.setFixedSize(THUMB)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = kind_label("", "head", wrap=True)
        self.facts = kind_label("", "muted", wrap=True)
        self.used, self._used_words = link_button(""), ""
        self.used.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.used.setStyleSheet("text-align: left;")
        self.used.clicked.connect(self._show_pieces)
        words = in_column(self.title, self.facts, self.used, spacing=2)
        return in_row(at_top(self.thumb), (words, 1))

    def _foot(self) -> QWidget:
        foot = pane()
        row = FlowRow(foot)
        row.setContentsMargins(MARGIN, 10, MARGIN, 10)
        self.use = primary_button(self.tr("Put it on the board"))
        self.use.clicked.connect(self._use)
        self.swap = QPushButton(self.tr("Swap it everywhere"))
        set_theme_icon(self.workspace, self.swap, "replace")
        self.swap.clicked.connect(lambda: swap_everywhere(self.controller, self.controller.current, self.swap))
        row.addWidget(self.use)
        row.addWidget(self.swap)
        return foot

    # ---------------------------------------------------------------- showing

    def refresh(self, *_: object) -> None:
        """Show the current picture as it is now."""
        entry = self._entry()
        photo = self.controller.photo()
        for widget in (self.form, self.faces, self.own, self.where):
            widget.setVisible(photo is not None)
        self.use.setEnabled(entry is not None and not entry.kept_out)
        self.use.setToolTip("" if self.use.isEnabled() else self.tr("Say first who can be recognized."))
        self.swap.setEnabled(entry is not None and bool(self._pieces()))
        self.swap.setToolTip("" if self.swap.isEnabled() else self.tr("No piece uses it."))
        self._show_facts(entry, photo)
        self._show_banner(entry, photo)
        if photo is not None:
            self.form.refresh()
            self._show_withdrawal(photo)
            self.where.show_photo(photo, self._pieces())
        self._show_thumb()

    def _entry(self) -> PictureEntry | None:
        return next(
            (
                entry
                for entry in picture_entries(self.controller)
                if entry.key == self.controller.current and entry.source
            ),
            None,
        )

    def _pieces(self) -> tuple[str, ...]:
        waiting = waiting_pieces(self.workspace.document.project, self.controller.current)
        return tuple(dict.fromkeys((*self.controller.usage().of(self.controller.current), *waiting)))

    def _show_facts(self, entry: PictureEntry | None, photo: Photo | None) -> None:
        self.title.setText(entry.title if entry else self.tr("No picture chosen"))
        self.facts.setText(self._size_words(photo) if photo else (entry.words if entry else ""))
        pieces = self._pieces() if entry else ()
        titles = self.controller.usage().titles
        waits = not pieces and self.controller.current in self.controller.unplaced()
        names = ", ".join(dict.fromkeys(titles.get(piece, "") for piece in pieces if titles.get(piece)))
        words = self.tr("Used in {count} pieces: {names}") if len(pieces) != 1 else self.tr("Used in 1 piece: {names}")
        self._used_words = words.format(count=len(pieces), names=names or self.tr("when it is complete"))
        short = self.tr("Used in {count} pieces") if len(pieces) != 1 else self.tr("Used in 1 piece")
        self._used_short = short.format(count=len(pieces))
        if waits:
            self._used_words = self._used_short = self.tr("Not placed yet. Put it in the kit…")
        self._fit_used()
        self.used.setAccessibleName(self._used_words)
        self.used.setToolTip(names)
        self.used.setVisible(bool(pieces) or waits)

    def _fit_used(self) -> None:
        """Name the pieces where there is room for all of them; the tooltip has them anyway."""
        room = max(80, self.used.width() - 16)
        fits = self.used.fontMetrics().horizontalAdvance(self._used_words) <= room
        self.used.setText(self._used_words if fits else self._used_short)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit_used()

    def _size_words(self, photo: Photo) -> str:
        wide, high = (round(side) for side in photo.source.size)
        words = self.tr("{wide} × {high}, soft on a full page") if max(wide, high) < SHARP_PAGE else ""
        words = words or self.tr("{wide} × {high}, sharp on a full page")
        kit = next(ready_kits(self.workspace.document), None)
        if kit is not None and not large_enough(kit, photo):
            words = self.tr("{wide} × {high}, too small: another picture is used instead")
        elif one_color(self.workspace.document.resources, photo):
            words = self.tr("{wide} × {high}, one flat color: it appears only where you put it")
        lines = [words.format(wide=wide, high=high), self.tr("Location data removed")]
        if any(word in photo.name.lower() for word in _CALM_WORDS):
            lines.append(self.tr("Pictures of chains or injuries can hurt people. A calm one works better."))
        if photo.consent and photo.consent.who and not says_people(photo.consent.who):
            lines.append(photo.consent.who)
        return "\n".join(lines)

    def _show_banner(self, entry: PictureEntry | None, photo: Photo | None) -> None:
        kind, icon, first, second = self._state_words(entry, photo)
        self.banner.setProperty("kind", kind)
        restyle(self.banner)
        self.banner.setVisible(entry is not None)
        token = {"ok": "ok", "warn": "warn"}.get(kind, "error")
        show_mark(self.banner_icon, self.workspace.icon(icon, token))
        self.banner_words.setText(f"<b>{first}</b><br>{second}" if second else f"<b>{first}</b>")
        # As high in every state: what is ticked below must not move from under the pointer.
        lines = BANNER_LINES if photo is not None else 1
        self.banner_words.setMinimumHeight(lines * self.banner_words.fontMetrics().lineSpacing())

    def _state_words(self, entry: PictureEntry | None, photo: Photo | None) -> tuple[str, str, str, str]:
        if photo is None or entry is None:
            return "ok", "circle-check", self.tr("Drawn for this kit. Nobody can be recognized."), ""
        stand_in = self.tr("The kit uses another picture until then.")
        if entry.state == "withdrawn":
            return "error", "ban", self.tr("Consent was withdrawn."), self.tr("The picture is not in any piece.")
        if entry.state == "ended":
            return "error", "clock", self.tr("The consent has ended."), self.tr("Ask again, or use another picture.")
        if entry.state == "unsaid":
            return (
                "warn",
                "shield-alert",
                self.tr("This photo may not be shown yet."),
                self.tr("Say who can be recognized."),
            )
        if entry.state == "missing":
            return "error", "shield-alert", self._gap_words(photo), stand_in
        if one_color(self.workspace.document.resources, photo):
            flat = self.tr("This picture is one flat color, or nearly so.")
            return "warn", "triangle-alert", flat, self.tr("It appears only where you put it. Is it the right file?")
        if entry.soon and photo.consent and photo.consent.until:
            until = photo.consent.until.strftime("%B %d, %Y").replace(" 0", " ")
            return "warn", "clock", self.tr("Consent ends {day}.").format(day=until), ""
        if not photo.alt.strip():
            kit = next(ready_kits(self.workspace.document), None)
            words = photo_words(kit, photo) if kit else ""
            missing = self.tr("Its description is empty. Screen readers say “{words}”").format(words=words)
            return "warn", "accessibility", self.tr("This picture may be used."), missing
        return "ok", "shield-check", self.tr("This picture is ready."), ""

    def _gap_words(self, photo: Photo) -> str:
        return {
            "people": self.tr("Say who can be recognized."),
            "kind": self.tr("No consent is on file."),
            "record": self.tr("Say where the form is kept."),
            "guardian": self.tr("A child's guardian must agree."),
            "child": self.tr("The child has to agree too."),
        }[gaps(photo)[0]]

    def _show_withdrawal(self, photo: Photo) -> None:
        again = photo.withdrawn
        self.withdraw.setText(self.tr("Consent was given again") if again else self.tr("Consent was withdrawn"))
        self.withdraw.setVisible(again or photo.people != "nobody")
        note = "" if again else self.tr("Removes the picture from every piece.")
        self.withdraw_note.setText(note)
        self.withdraw_note.setVisible(bool(note) and self.withdraw.isVisibleTo(self.own))

    def _show_thumb(self, *_: object) -> None:
        entry = self._entry()
        image = self.controller.thumbs.image(entry.source) if entry and entry.source else None
        if (photo := self.controller.photo()) is not None:
            self.faces.show_photo(photo, image)
        if image is None:
            self.thumb.setPixmap(QPixmap())
            return
        ratio = self.devicePixelRatioF()
        scaled = image.scaled(
            THUMB * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap = QPixmap.fromImage(scaled)
        pixmap.setDevicePixelRatio(ratio)
        self.thumb.setPixmap(pixmap)

    def _follow(self, _picture: str) -> None:
        self.workspace.document.end_merge()
        self.refresh()
        self.area.verticalScrollBar().setValue(0)
        if (asked := self.form.open_question()) is not None:
            self.area.ensureWidgetVisible(asked, 0, MARGIN)

    # ---------------------------------------------------------------- acting

    def _withdraw(self) -> None:
        photo = self.controller.photo()
        if photo is not None and photo.withdrawn:
            self.controller.restore_consent(photo)
        else:
            self.controller.withdraw_consent(self.controller.current)

    def _use(self) -> None:
        self.controller.start_placing(self.controller.current)

    def _show_pieces(self) -> None:
        pieces = self._pieces()
        if not pieces:
            self.controller.ask_where((self.controller.current,))
            return
        self.workspace.page_wanted.emit("board")
        self.workspace.select(pieces)
