"""Every page and panel of the window by name: the place where a new one is added."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from htpm_studio.gui.core.shell import Factory, PageFactories
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.features.sidebar.panel import ChoicesPanel
from htpm_studio.gui.features.sidebar.start_page import StartPage

# What the window does not begin with is imported when it is first shown: the window is there half a second earlier.


def _pictures(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.pictures.page import PicturesPage

    return PicturesPage(workspace)


def _partners(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.partners.page import PartnersPage

    return PartnersPage(workspace)


def _calendar(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.calendar.page import CalendarPage

    return CalendarPage(workspace)


def _editor(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.editor.page import EditorPage

    return EditorPage(workspace)


def _import_page(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.toolkit_import.page import ImportPage

    return ImportPage(workspace)


def _words(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.texts.page import WordsPage

    return WordsPage(workspace)


def _brand(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.brand.page import BrandPage

    return BrandPage(workspace)


def _strip(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.editor.piece_list import StripPage

    return StripPage(workspace)


def _history(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.kit_file.history_panel import HistoryPanel

    return HistoryPanel(workspace)


def _checks(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.checks.panel import ChecksPanel

    return ChecksPanel(workspace)


def _day(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.calendar.day_panel import DayPanel

    return DayPanel(workspace)


def _record(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.pictures.record_panel import RecordPanel

    return RecordPanel(workspace)


def _export(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.export.panel import ExportPanel

    return ExportPanel(workspace)


def _print_page(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.printing.panel import PrintPage

    return PrintPage(workspace)


def _found(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.features.toolkit_import.panel import FoundPanel

    return FoundPanel(workspace)


_CENTRE: Mapping[str, Factory] = {
    "board": Board,
    "pictures": _pictures,
    "partners": _partners,
    "calendar": _calendar,
    "editor": _editor,
    "import": _import_page,
    "words": _words,
}
_LEFT: Mapping[str, Factory] = {
    "choices": ChoicesPanel,
    "brand": _brand,
    "start": StartPage,
    "strip": _strip,
}
_RIGHT: Mapping[str, Factory] = {
    "history": _history,
    "checks": _checks,
    "day": _day,
    "record": _record,
    "export": _export,
    "print": _print_page,
    "found": _found,
}
PAGES = PageFactories(_LEFT, _CENTRE, _RIGHT)
