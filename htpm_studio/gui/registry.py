"""Every page and panel of the window by name: the place where a new one is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from htpm_studio.gui.board import Board
from htpm_studio.gui.brand_page import BrandPage
from htpm_studio.gui.calendar_page import CalendarPage
from htpm_studio.gui.checks_panel import ChecksPanel
from htpm_studio.gui.choices import ChoicesPanel
from htpm_studio.gui.day_panel import DayPanel
from htpm_studio.gui.editor.page import EditorPage
from htpm_studio.gui.editor.strip import StripPage
from htpm_studio.gui.export_panel import ExportPanel
from htpm_studio.gui.history_panel import HistoryPanel
from htpm_studio.gui.import_page import ImportPage
from htpm_studio.gui.import_panel import FoundPanel
from htpm_studio.gui.partners_page import PartnersPage
from htpm_studio.gui.pictures_page import PicturesPage
from htpm_studio.gui.print_page import PrintPage
from htpm_studio.gui.record_panel import RecordPanel
from htpm_studio.gui.start_page import StartPage
from htpm_studio.gui.words_page import WordsPage
from htpm_studio.gui.workspace import Workspace

Factory = Callable[[Workspace], QWidget]

CENTRE: Mapping[str, Factory] = {
    "board": Board,
    "pictures": PicturesPage,
    "partners": PartnersPage,
    "calendar": CalendarPage,
    "editor": EditorPage,
    "import": ImportPage,
    "words": WordsPage,
}
LEFT: Mapping[str, Factory] = {
    "choices": ChoicesPanel,
    "brand": BrandPage,
    "start": StartPage,
    "strip": StripPage,
}
RIGHT: Mapping[str, Factory] = {
    "history": HistoryPanel,
    "checks": ChecksPanel,
    "day": DayPanel,
    "record": RecordPanel,
    "export": ExportPanel,
    "print": PrintPage,
    "found": FoundPanel,
}
