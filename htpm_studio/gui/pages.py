"""Every page and panel of the window by name, and their controllers: the place where a new one is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.ahead import AheadController
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.export import ExportChoice, ExportController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.core.dnd import Dropped, sort_of
from htpm_studio.gui.core.shell_interface import Factory, PageFactories
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.brand.strip import BrandStrip
from htpm_studio.gui.features.checks.runner import CheckRunner
from htpm_studio.gui.features.partners.controller import PartnersController
from htpm_studio.gui.kit_file.session import KitSession

if TYPE_CHECKING:
    from htpm_studio.gui.controllers.deck_design import DeckDesign
    from htpm_studio.gui.features.toolkit_import.controller import ImportController


@dataclass(frozen=True)
class Controllers:
    """What `app.py` and `pages.py` hand out; no page, panel or command is given more of it than it uses."""

    workspace: Workspace
    session: KitSession
    pictures: PicturesController
    editor: EditorController
    posting: PostingController
    exporter: ExportController
    export_choice: ExportChoice
    checks: CheckRunner
    partners: PartnersController

    @cached_property
    def toolkit(self) -> ImportController:
        """What reads toolkits; a start that reads none does without the readers."""
        from htpm_studio.gui.features.toolkit_import.controller import ImportController

        return ImportController(self.workspace)

    @cached_property
    def deck_design(self) -> DeckDesign:
        """The user's own design of decks; a start without one does without its reader."""
        from htpm_studio.gui.controllers.deck_design import DeckDesign

        return DeckDesign(self.workspace)

    def take(self, dropped: Dropped) -> None:
        """Read a toolkit that was dropped."""
        if sort_of(dropped.paths) == "document":
            self.toolkit.take(dropped.paths[0])


def make_controllers(workspace: Workspace, session: KitSession) -> Controllers:
    """The controllers of a workspace; from here on they follow its document and what is dropped."""
    exporter = ExportController(workspace, session)
    export_choice = ExportChoice(workspace, exporter)
    has = Controllers(
        workspace,
        session,
        PicturesController(workspace),
        EditorController(workspace),
        PostingController(workspace),
        exporter,
        export_choice,
        CheckRunner(workspace, exporter),
        PartnersController(workspace, exporter, export_choice),
    )
    workspace.files_dropped.connect(has.take)
    if workspace.settings.reference_deck:
        has.deck_design.follow()
    AheadController(workspace, exporter, export_choice)
    return has


Maker = Callable[[Workspace, Controllers], QWidget]


def page_factories(workspace: Workspace, controllers: Controllers) -> PageFactories:
    """What makes the pages of a window when they are first shown."""

    def side(makers: Mapping[str, Maker]) -> Mapping[str, Factory]:
        return {name: partial(make, workspace, controllers) for name, make in makers.items()}

    strip = partial(BrandStrip, workspace, controllers.pictures)
    return PageFactories(side(CENTER), side(RIGHT), side(CARDS), strip, OWNED)


def _board(workspace: Workspace, has: Controllers) -> QWidget:
    return Board(workspace, has.exporter, has.export_choice, has.pictures)


# What the window does not begin with is imported when it is first shown: the window is there half a second earlier.


def _pictures(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.pictures.page import PicturesPage

    return PicturesPage(workspace, has.pictures)


def _partners(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.partners.page import PartnersPage

    return PartnersPage(workspace, has.partners)


def _calendar(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.calendar.page import CalendarPage

    return CalendarPage(workspace, has.posting)


def _editor(_workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.editor.page import EditorPage

    return EditorPage(has.editor, has.pictures, has.posting)


def _import(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.toolkit_import.page import ImportPage

    return ImportPage(workspace, has.toolkit)


def _words(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.texts.page import WordsPage

    return WordsPage(workspace, has.exporter)


def _room(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.room.page import RoomPage

    return RoomPage(workspace, has.editor)


def _logo(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.brand.logo_card import LogoCard

    return LogoCard(workspace, has.pictures)


def _colors(workspace: Workspace, _has: Controllers) -> QWidget:
    from htpm_studio.gui.features.brand.colors_card import ColorsCard

    return ColorsCard(workspace)


def _design(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.brand.design_card import DesignCard

    return DesignCard(workspace, has.pictures, has.deck_design)


def _people(workspace: Workspace, _has: Controllers) -> QWidget:
    from htpm_studio.gui.features.brand.kit_cards import PeopleCard

    return PeopleCard(workspace)


def _who(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.pictures.who_card import WhoCard

    return WhoCard(workspace, has.pictures)


def _hide(workspace: Workspace, _has: Controllers) -> QWidget:
    from htpm_studio.gui.features.board.hide_card import HideCard

    return HideCard(workspace)


def _lines(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.brand.kit_cards import LinesCard

    return LinesCard(workspace, has.pictures)


def _checks(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.checks.panel import ChecksPanel

    return ChecksPanel(workspace, has.checks, has.pictures)


def _day(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.calendar.day_panel import DayPanel

    return DayPanel(workspace, has.posting)


def _record(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.pictures.record_panel import RecordPanel

    return RecordPanel(workspace, has.pictures)


def _export(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.export.panel import ExportPanel

    return ExportPanel(workspace, has.exporter, has.export_choice, has.pictures)


def _print(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.printing.panel import PrintPage

    return PrintPage(workspace, has.exporter, has.editor)


def _found(workspace: Workspace, has: Controllers) -> QWidget:
    from htpm_studio.gui.features.toolkit_import.panel import FoundPanel

    return FoundPanel(workspace, has.toolkit)


CENTER: Mapping[str, Maker] = {
    "board": _board,
    "pictures": _pictures,
    "partners": _partners,
    "calendar": _calendar,
    "editor": _editor,
    "import": _import,
    "words": _words,
    "room": _room,
}
CARDS: Mapping[str, Maker] = {
    "logo": _logo,
    "colors": _colors,
    "design": _design,
    "people": _people,
    "lines": _lines,
    "hide": _hide,
    "who": _who,
}
RIGHT: Mapping[str, Maker] = {
    "checks": _checks,
    "day": _day,
    "record": _record,
    "export": _export,
    "print": _print,
    "found": _found,
}
OWNED: Mapping[str, tuple[str, ...]] = {
    "day": ("calendar",),
    "record": ("pictures",),
    "found": ("import",),
}
"""Which pages a panel belongs to; the others belong to all."""
