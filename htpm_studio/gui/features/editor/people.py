"""The drawn people of the open piece: who is where on the page, and the steps that put somebody else there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.kit_cast import next_person
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.i18n import language_in_use
from htpm_studio.gui.widgets.fields import PanelSection, put_icon
from htpm_studio.illustrations.people import Person
from htpm_studio.scene.nodes import Page
from htpm_studio.scene.walk import pictures
from htpm_studio.units import Box


@dataclass(frozen=True, slots=True)
class Spot:
    """A drawn person on the page: the scene and their place in it, where the head is in points, and words for them."""

    scene: str
    place: int
    person: str
    head: Box
    words: str


def spots_of(page: Page, kit: Kit) -> Iterator[Spot]:
    """The drawn people whose heads can be seen on a page, in the language of the window."""
    library = kit.resources.pictures
    for one in pictures(page):
        for head in one.heads:
            x, y = head.box.center
            if 0 < x < 1 and 0 < y < 1:
                box = one.box
                place = Box(
                    box.x + head.box.x * box.width, box.y + head.box.y * box.height,
                    head.box.width * box.width, head.box.height * box.height,
                )  # fmt: skip
                words = library.person_words(one.drawn, head.place, head.person, language_in_use())
                yield Spot(one.drawn, head.place, head.person, place, words)


class PeopleSteps(QObject):
    """What can be done about a drawn person, each as one step that can be undone."""

    def __init__(self, controller: EditorController, pictures: PicturesController) -> None:
        super().__init__(controller)
        self._controller, self._document, self._pictures = controller, controller.document, pictures

    def kept(self, spot: Spot) -> bool:
        """Whether the user fixed who is in a place."""
        return any((one.scene, one.place) == (spot.scene, spot.place) for one in self._document.project.people.fixed)

    def has_other(self, spot: Spot, older: int) -> bool:
        """Whether somebody `older` by so many ages (teenager, adult, older person; -1: younger) fits a place."""
        return self._next(spot, older) is not None

    def show_other(self, spot: Spot, older: int = 0) -> None:
        """Put whoever suits next into a place, of the same age or of another one."""
        found = self._next(spot, older)
        if found is None:
            self._controller.workspace.toast(self.tr("Nobody else fits this place."))
        else:
            steps = {0: self.tr("Show somebody else"), 1: self.tr("Show somebody older")}
            self._put(steps.get(older, self.tr("Show somebody younger")), spot, found.id)

    def _next(self, spot: Spot, older: int) -> Person | None:
        kit = self._document.kit()
        return next_person(kit.project, kit.week, kit.resources.pictures, spot.scene, spot.place, older)

    def keep(self, spot: Spot) -> None:
        """Fix who is in a place now."""
        self._put(self.tr("Keep this person"), spot, spot.person)

    def let_go(self, spot: Spot) -> None:
        """Leave a place to the program again."""
        self._put(self.tr("Let the program choose"), spot, None)

    def _put(self, step: str, spot: Spot, person: str | None) -> None:
        if not self._controller.locked:
            project = self._document.project
            people = project.people.with_person(spot.scene, spot.place, person)
            self._document.change(step, replace(project, people=people))

    def menu(self, spot: Spot, parent: QWidget) -> QMenu:
        """The menu of a person; it says in how many other pieces the person is."""
        menu = QMenu(spot.words, parent)
        menu.setAccessibleName(spot.words)
        menu.addAction(spot.words.replace("&", "&&")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Show somebody else"), partial(self.show_other, spot))
        for older, words in ((1, self.tr("Show somebody older")), (-1, self.tr("Show somebody younger"))):
            if self.has_other(spot, older):
                menu.addAction(words, partial(self.show_other, spot, older))
        kept = self.kept(spot)
        keep = menu.addAction(self.tr("Keep this person"), partial(self.keep, spot))
        keep.setEnabled(not kept)
        let_go = menu.addAction(self.tr("Let the program choose"), partial(self.let_go, spot))
        let_go.setEnabled(kept)
        others = len(self._pictures.usage().of(spot.scene)) - 1
        if others > 0:
            menu.addSeparator()
            one, many = self.tr("Also in 1 other piece"), self.tr("Also in {count} other pieces")
            menu.addAction(one if others == 1 else many.format(count=others)).setEnabled(False)
        return menu

    def menu_of_all(self, spots: Sequence[Spot], parent: QWidget) -> QMenu:
        """The menus of several people in one."""
        menu = QMenu(parent)
        for spot in spots:
            menu.addMenu(self.menu(spot, menu))
        return menu


class PeopleBlock(PanelSection):
    """A button for each drawn person, left to right, with their menu; `pointed` says whose button is pointed at."""

    pointed = Signal(int)

    def __init__(self, controller: EditorController, steps: PeopleSteps) -> None:
        super().__init__("")
        self.heading.setText(self.tr("People in the picture"))
        self._controller, self._steps = controller, steps
        self.spots: tuple[Spot, ...] = ()
        self.buttons: list[QPushButton] = []
        controller.workspace.theme_changed.connect(self.refresh)
        self.hide()

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Show these people."""
        self.spots = tuple(spots)
        self.setVisible(bool(spots))
        while len(self.buttons) < len(spots):
            self._add_button()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(spots))
            if number < len(spots):
                self._dress(button, spots[number])

    def refresh(self) -> None:
        """Say again who is kept."""
        self.show_spots(self.spots)

    def _add_button(self) -> None:
        button, number = QPushButton(self), len(self.buttons)
        button.setMinimumHeight(28)
        button.setStyleSheet("text-align: left;")
        # Long words are cut before the panel grows; the tooltip has them all.
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False, number=number: self._open(number))
        button.installEventFilter(self)
        self.buttons.append(button)
        self.column.addWidget(button)

    def _dress(self, button: QPushButton, spot: Spot) -> None:
        kept = self._steps.kept(spot)
        button.setText(spot.words.replace("&", "&&"))
        button.setToolTip(spot.words)
        button.setAccessibleName(spot.words)
        button.setAccessibleDescription(self.tr("kept") if kept else self.tr("chosen by the program"))
        put_icon(button, self._controller.workspace.icon("lock" if kept else "user-round"))
        button.setEnabled(not self._controller.locked)

    def _open(self, number: int) -> None:
        button = self.buttons[number]
        menu = self._steps.menu(self.spots[number], button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell whose button the pointer or the focus is on."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn) and watched in self.buttons:
            self.pointed.emit(self.buttons.index(watched))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut) and watched in self.buttons:
            self.pointed.emit(-1)
        return super().eventFilter(watched, event)
