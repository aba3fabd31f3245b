"""Every page and panel of the window by name: the place where a new one is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from htpm_studio.gui.board import Board
from htpm_studio.gui.choices import ChoicesPanel
from htpm_studio.gui.start_page import StartPage
from htpm_studio.gui.workspace import Workspace

Factory = Callable[[Workspace], QWidget]

# What the window does not begin with is imported when it is first shown: the window is there half a second earlier.


def _pictures(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.pictures_page import PicturesPage

    return PicturesPage(workspace)


def _partners(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.partners_page import PartnersPage

    return PartnersPage(workspace)


def _calendar(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.calendar_page import CalendarPage

    return CalendarPage(workspace)


def _editor(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.editor.page import EditorPage

    return EditorPage(workspace)


def _import_page(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.import_page import ImportPage

    return ImportPage(workspace)


def _words(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.words_page import WordsPage

    return WordsPage(workspace)


def _brand(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.brand_page import BrandPage

    return BrandPage(workspace)


def _strip(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.editor.strip import StripPage

    return StripPage(workspace)


def _history(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.history_panel import HistoryPanel

    return HistoryPanel(workspace)


def _checks(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.checks_panel import ChecksPanel

    return ChecksPanel(workspace)


def _day(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.day_panel import DayPanel

    return DayPanel(workspace)


def _record(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.record_panel import RecordPanel

    return RecordPanel(workspace)


def _export(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.export_panel import ExportPanel

    return ExportPanel(workspace)


def _print_page(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.print_page import PrintPage

    return PrintPage(workspace)


def _found(workspace: Workspace) -> QWidget:
    from htpm_studio.gui.import_panel import FoundPanel

    return FoundPanel(workspace)


CENTRE: Mapping[str, Factory] = {
    "board": Board,
    "pictures": _pictures,
    "partners": _partners,
    "calendar": _calendar,
    "editor": _editor,
    "import": _import_page,
    "words": _words,
}
LEFT: Mapping[str, Factory] = {
    "choices": ChoicesPanel,
    "brand": _brand,
    "start": StartPage,
    "strip": _strip,
}
RIGHT: Mapping[str, Factory] = {
    "history": _history,
    "checks": _checks,
    "day": _day,
    "record": _record,
    "export": _export,
    "print": _print_page,
    "found": _found,
}
