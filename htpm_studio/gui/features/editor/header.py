"""Above and below the stage: back, name, place in the series, sizes, overlays, a warning, the zoom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QWidget

from htpm_studio.export.decks.duration import seconds_of_talk
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.core.tiles import Tile, shared_start, size_name
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.editor.gallery import Gallery
from htpm_studio.gui.features.editor.overlays import OVERLAYS, overlay_words, overlays_of
from htpm_studio.gui.features.editor.stage import ZOOM_STEP, Stage
from htpm_studio.gui.i18n import about_words
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.accessibility import RovingFocus
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import (
    MARGIN,
    corners_of,
    icon_button,
    kind_label,
    put_icon,
    restyle,
    set_theme_icon,
)
from htpm_studio.gui.widgets.labels import ElidedLabel
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.pieces.declared import page_sizes

SIZES_WIDE, HEADING_IN = 150, 8


class WarnLine(QFrame):
    """A sentence about the piece that is shown; hidden without one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("kind", "warn")
        self._mark = QLabel(self)
        self.label = kind_label("", "", wrap=True)
        in_row(self._mark, (self.label, 1), inside=self, margins=(12, 4, 12, 4))
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence."""
        self.setVisible(bool(sentence))
        if sentence != self.label.text():
            self.label.setText(sentence)
            show_mark(self._mark, self._workspace.icon("triangle-alert", "warn"))


class SizesBox(QWidget):
    """The other sizes of the same message, beside the stage."""

    def __init__(self, sizes: Gallery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = kind_label(self.tr("The same message, other sizes"), "muted", wrap=True)
        sizes.setAccessibleName(heading.text())
        heading.setContentsMargins(HEADING_IN, 0, 0, 0)
        in_column(heading, (sizes, 1), inside=self, margins=(0, 12, 8, 0))
        self.setFixedWidth(SIZES_WIDE + 24)


class ViewRow(QWidget):
    """The scale of the stage, and buttons that change it."""

    def __init__(self, workspace: Workspace, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.label = kind_label("", "muted")
        buttons = (
            ("maximize", self.tr("Fit (Ctrl+0)"), stage.fit),
            ("ruler", self.tr("Real size (Ctrl+1)"), stage.real_size),
            ("zoom-out", self.tr("Smaller (-)"), lambda: stage.zoom_by(1 / ZOOM_STEP)),
            ("zoom-in", self.tr("Larger (+)"), lambda: stage.zoom_by(ZOOM_STEP)),
        )
        row = in_row((self.label, 1), inside=self, margins=(12, 0, 12, 4))
        for icon, text, act in buttons:
            button = icon_button(workspace, icon, text)
            button.clicked.connect(lambda _checked=False, one=act: one())
            row.addWidget(button)

    def refresh(self) -> None:
        """Say the scale."""
        self.label.setText(self.tr("{percent}%").format(percent=round(100 * self._stage.scale_now)))


BOTH, WORDS_ONLY = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonTextOnly
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
TITLE_LETTERS, APART, SIDE, AROUND_WORDS = 24, 12, 8, 60
OWN_VIEW, OTHERS = "own", "others"


class Header(QFrame):
    """Emits `view_chosen(key)` for a size, `overlays_changed` for an overlay, `mirror_changed` for the own view.

    `gray_changed` and `notes_changed` tell of the other switches.
    """

    view_chosen = Signal(str)
    overlays_changed = Signal(object)
    mirror_changed = Signal(bool)
    gray_changed = Signal(bool)
    notes_changed = Signal(bool)

    def __init__(self, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._controller, self._workspace = controller, controller.workspace
        self._on = {name for name, overlay in OVERLAYS.items() if overlay.first_on}
        self._plan: tuple[object, ...] = ()
        self.mirrored = self.alone = False
        self.back = icon_button(self._workspace, "arrow-left", self.tr("Back to the board"))
        self.previous = icon_button(self._workspace, "chevron-left", self.tr("Previous piece"))
        self.next = icon_button(self._workspace, "chevron-right", self.tr("Next piece"))
        self.back.clicked.connect(controller.back)
        self.previous.clicked.connect(lambda: controller.step(-1))
        self.next.clicked.connect(lambda: controller.step(1))
        self.title, self.place = ElidedLabel("title", self), ElidedLabel("muted", self)
        self.more = icon_button(self._workspace, "ellipsis", self.tr("More for this piece"))
        self.words = self._word_button()
        names = in_column(self.title, self.place, spacing=0)
        self._top = in_row(self.back, (names, 1), self.words, self.previous, self.next, self.more, spacing=4)
        self._switches, self._beside = QWidget(self), False
        self._flow = FlowRow(self._switches, 6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._column = in_column(self._top, self._switches, inside=self, margins=(SIDE, 6, SIDE, 6), spacing=4)
        self.buttons: dict[str, QToolButton] = {}
        self.views: dict[str, QToolButton] = {}
        self._groups: list[QButtonGroup] = []
        self._roving = [RovingFocus(self), RovingFocus(self)]
        self._arrange()

    def _word_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Edit"))
        button.setAccessibleName(self.tr("Edit text and picture"))
        button.setToolButtonStyle(BOTH)
        set_theme_icon(self._workspace, button, "pencil")
        button.hide()
        return button

    @property
    def overlays(self) -> frozenset[str]:
        """The overlays that are on and that this page size has."""
        return frozenset(self._on) & frozenset(overlays_of(self._controller.page_size))

    def refresh(self) -> None:
        """Show name, place and switches of the open piece."""
        now = self._controller.now
        if now is None:
            return
        self.title.show_text(now.tile.title)
        count = len(now.sisters)
        place = self.tr("{section}, {number} of {count}")
        title = now.spec.title if now.tile.page.piece else now.section.title
        place = place.format(section=title, number=now.place + 1, count=count)
        if self._controller.has("notes"):
            time = about_words(seconds_of_talk(now.spec, now.left_out))
            place = self.tr("{place}, {time} in all").format(place=place, time=time)
        self.place.show_text(place)
        self.previous.setEnabled(now.place > 0)
        self.next.setEnabled(now.place + 1 < count)
        sizes = tuple((tile.key, tile.size) for tile in now.tiles)
        noted = self._controller.has("notes") and not self.alone
        plan = (sizes, self._controller.page_size.id, bool(now.spec.sheet), self._controller.side, noted)
        if plan != self._plan:
            self._plan = plan
            chosen = any(button.hasFocus() for button in self.views.values())
            switch = next((name for name, button in self.buttons.items() if button.hasFocus()), "")
            self._rebuild(now.tiles)
            if switch in self.buttons:
                self.buttons[switch].setFocus(Qt.FocusReason.OtherFocusReason)
            if chosen and now.tile.key in self.views:
                self.views[now.tile.key].setFocus(Qt.FocusReason.OtherFocusReason)
        for key, button in self.views.items():
            button.setChecked(key == now.tile.key)

    def _height(self, style: Qt.ToolButtonStyle) -> int:
        """How high the switches are when they look like that: the fewer rows the better."""
        self._show_words(style)
        return self._flow.heightForWidth(self.width() - 2 * SIDE)

    def _show_words(self, style: Qt.ToolButtonStyle) -> None:
        """Icon and words, words alone, or for what is switched on and off its icon alone."""
        for button in self.buttons.values():
            alone = style == ICON_ONLY and button.property("segment") is not None
            wanted = WORDS_ONLY if alone else style
            if (icon := button.property("drawing")) and button.toolButtonStyle() != wanted:
                button.setToolButtonStyle(wanted)
                put_icon(button, self._workspace.icon(icon))

    def _rebuild(self, tiles: Sequence[Tile]) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons, self.views = {}, {}
        self._groups.clear()
        if len(tiles) > 1 and not self._controller.has("logo"):
            self._switch(self.views, [(tile.key, self._name(tile, tiles), "") for tile in tiles], self.view_chosen.emit)
        page_size = self._controller.page_size
        if page_size.mirrored:
            entries = [
                (OTHERS, self.tr("As others see it"), "users-round"),
                (OWN_VIEW, self.tr("Your own view"), "flip-horizontal-2"),
            ]
            self._switch(self.buttons, entries, lambda name: self.set_mirrored(name == OWN_VIEW))
            self.buttons[OWN_VIEW if self.mirrored else OTHERS].setChecked(True)
        if self._controller.now is not None and self._controller.now.spec.sheet:
            front = [("sheet", self.tr("Sheet"), "")]
            both = [("sheet", self.tr("Front of the sheet"), ""), ("back", self.tr("Back of the sheet"), "")]
            entries = [*(both if self._controller.sides > 1 else front), ("single", self.tr("One card"), "")]
            self._switch(self.buttons, entries, self.set_sheet)
            sheet = "back" if self._controller.side else "sheet"
            self.buttons[sheet if self._controller.on_sheet else "single"].setChecked(True)
        if self._controller.has("notes") and not self.alone:
            notes = self._toggle("notes", self.tr("Notes"), "notebook-text", on=self._controller.notes_shown)
            notes.setToolTip(self.tr("Speaker notes below the slide"))
            notes.toggled.connect(lambda on: self.set_notes(on=on))
        for name in overlays_of(page_size):
            overlay = OVERLAYS[name]
            button = self._toggle(name, overlay_words(overlay.title), overlay.icon, on=name in self._on)
            button.setToolTip(f"{overlay_words(overlay.title)}: {overlay_words(overlay.hint)}")
            button.setAccessibleDescription(overlay_words(overlay.hint))
            button.toggled.connect(lambda on, one=name: self.set_overlay(one, on=on))
        if page_size.is_paper:
            gray = self._toggle("gray", self.tr("Black and white"), "contrast", on=False)
            gray.setToolTip(gray.text())
            gray.toggled.connect(self.gray_changed)
        if self._controller.has("slide") and (show := self._workspace.actions.get("show_deck")) is not None:
            self.buttons["show"] = self._button(show.text(), "presentation")
            self.buttons["show"].setCheckable(False)
            self.buttons["show"].setToolTip(show.toolTip())
            self.buttons["show"].clicked.connect(show.trigger)
        self._roving[0].set_controls(self.views.values())
        self._roving[1].set_controls(self.buttons.values())
        self._switches.setVisible(bool(self.views or self.buttons))
        self._switches.updateGeometry()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many rows there are."""
        super().resizeEvent(event)
        self._arrange()

    def _more_in_other_sizes(self) -> int:
        """How much wider the switches are in another size of the piece, so that no size moves them."""
        now = self._controller.now
        sizes = {tile.page.canvas for tile in now.tiles} if now is not None else set()
        others = {name for size in sizes for name in overlays_of(page_sizes()[size])} - set(self.buttons)
        words = (self.fontMetrics().horizontalAdvance(overlay_words(OVERLAYS[name].title)) for name in others)
        return sum(width + AROUND_WORDS for width in words)

    def _arrange(self) -> None:
        """Put the switches beside the name where both have room, else below it."""
        others = [one for one in (self.back, self.words, self.previous, self.next, self.more) if not one.isHidden()]
        arrows = sum(button.sizeHint().width() for button in others)
        name = min(TITLE_LETTERS * self.fontMetrics().averageCharWidth(), self.title.sizeHint().width())
        name = max(name, self.place.sizeHint().width())
        room = self.width() - arrows - name - 2 * MARGIN - 16
        self._show_words(min((BOTH, WORDS_ONLY, ICON_ONLY), key=self._height))
        beside = self._flow.sizeHint().width() + self._more_in_other_sizes() <= room
        if beside == self._beside:
            return
        self._beside = beside
        (self._column if beside else self._top).removeWidget(self._switches)
        if beside:
            self._top.insertWidget(2, self._switches)
        else:
            self._column.addWidget(self._switches)

    def _switch(
        self, into: dict[str, QToolButton], entries: Sequence[tuple[str, str, str]], act: Callable[[str], object]
    ) -> None:
        group = QButtonGroup(self._switches)
        group.setExclusive(True)
        self._groups.append(group)
        for number, (key, text, icon) in enumerate(entries):
            button = self._button(text, icon)
            button.setProperty("segment", corners_of(number == 0, number == len(entries) - 1))
            button.setProperty("gap", 0 if number else APART)
            restyle(button)
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, one=key: act(one))
            into[key] = button

    def _toggle(self, name: str, text: str, icon: str, *, on: bool) -> QToolButton:
        button = self._button(text, icon)
        button.setProperty("kind", "toggle")
        restyle(button)
        if not any(one.property("segment") is None for one in self.buttons.values()):
            button.setProperty("gap", APART)
        button.setChecked(on)
        self.buttons[name] = button
        return button

    def _button(self, text: str, icon: str) -> QToolButton:
        button = QToolButton(self._switches)
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setProperty("drawing", icon)
        if icon:
            button.setToolButtonStyle(BOTH)
            set_theme_icon(self._workspace, button, icon)
        self._flow.addWidget(button)
        button.show()
        return button

    def _name(self, tile: Tile, tiles: Sequence[Tile]) -> str:
        if tile.size:
            return size_name(tile.size)
        shared = shared_start([one.title for one in tiles])
        rest = tile.title[len(shared) :].strip(" ,()")
        number = tiles.index(tile) + 1
        return rest.capitalize() if rest else self.tr("Page {number}").format(number=number)

    def set_overlay(self, name: str, *, on: bool) -> None:
        """Switch one overlay."""
        (self._on.add if on else self._on.discard)(name)
        self.overlays_changed.emit(self.overlays)

    def set_notes(self, *, on: bool) -> None:
        """Show the speaker notes below the slide, or give their room to it."""
        if on != self._controller.notes_shown:
            self._controller.notes_shown = on
            if "notes" in self.buttons:
                self.buttons["notes"].setChecked(on)
            self.notes_changed.emit(on)

    def set_alone(self, alone: bool) -> None:
        """Show the way to the words where these are not beside the stage; the notes are with them."""
        self.alone = alone
        self.words.setVisible(alone)
        self.refresh()

    def set_mirrored(self, on: bool) -> None:
        """See the page as others do, or as its user does."""
        self.mirrored = on
        self.mirror_changed.emit(on)

    def set_sheet(self, name: str) -> None:
        """Show a side of the sheet of paper or one card: "sheet", "back" or "single"."""
        if name != "single":
            self._controller.show_side(int(name == "back"))
        else:
            self._controller.sheet_wanted = False
            self._controller.view_changed.emit()
