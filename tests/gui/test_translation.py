from __future__ import annotations

import ast
import errno
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.compose.template_file import read_template_file
from htpm_studio.errors import Problems, in_words_of
from htpm_studio.export.disk.atomic_output import write_error
from htpm_studio.export.pages.catalogue import CATALOGUE, plan
from htpm_studio.gui.core.settings import Settings, write_settings
from htpm_studio.gui.core.tiles import sections
from htpm_studio.gui.features.board.page import Board
from htpm_studio.gui.i18n import AppTranslator, explain, use_language, wanted_language, window_languages
from htpm_studio.gui.pages import CARDS, CENTER, RIGHT
from htpm_studio.gui.shell.main_window import MainWindow
from htpm_studio.hotline.guard import find_near_misses
from htpm_studio.weeks import MOST_WEEKS
from tests.gui.fitting import misfits
from tests.gui.parts import make_window
from tests.gui.session_fixtures import TODAY

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = paths.assets() / "translations"


def load_tool() -> ModuleType:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        return importlib.import_module("translate")
    finally:
        sys.path.remove(str(ROOT / "packaging"))


tool = load_tool()


@pytest.fixture(scope="session")
def found() -> Any:
    """The texts of the window, with the places that they are in."""
    return tool.collect()


@pytest.fixture
def back_to_english(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    use_language(qapp, "en", FOLDER)
    QLocale.setDefault(locale)


NAMED = re.compile(r"^[ ]*(?:(?:class|def)[ ]+(?P<made>\w+)|(?P<set>\w+)(?::[^=\n]*)?[ ]*=)", re.MULTILINE)


def named_in_the_program() -> set[str]:
    """The names of all classes, functions and constants of the program."""
    found: set[str] = set()
    for path in (ROOT / "htpm_studio").rglob("*.py"):
        rows = re.finditer(NAMED, path.read_text(encoding="utf-8"))
        found |= {row["made"] or row["set"] for row in rows}
    return found


def marks(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}", text))


# ------------------------------------------------------------------ the translation


def test_every_text_of_the_window_can_be_collected(found: Any) -> None:
    assert found.unreadable == []
    assert len(found.texts) > 500


def test_what_the_collector_looks_for_is_in_the_program() -> None:
    """A name that was changed there alone would lose its texts without a word."""
    sinks = set(sys.modules["sentences"].SINKS)
    assert sinks | set(tool.TITLES) | set(tool.TABLES) <= named_in_the_program()


def test_a_number_that_is_almost_the_hotlines_is_named_in_spanish() -> None:
    rows = tool.read_ts(FOLDER / "htpm_es.ts")
    for text in ("1-888-373-7880", "humantraffickinghotline.com"):
        for near_miss in find_near_misses(text):
            assert in_words_of(near_miss.sentence, rows.__getitem__).startswith(
                f"{text} es casi, pero no exactamente, "
            )


@pytest.mark.parametrize("short", sorted(tool.LANGUAGES))
def test_every_text_has_a_translation(found: Any, short: str) -> None:
    """When this fails, run `python packaging/translate.py`, translate what it lists in the .ts file, run it again."""
    assert tool.missing(tool.read_ts(FOLDER / f"htpm_{short}.ts"), found.texts) == []


@pytest.mark.parametrize("short", sorted(tool.LANGUAGES))
def test_translations_keep_places_lines_and_ends(short: str) -> None:
    for text, translation in tool.read_ts(FOLDER / f"htpm_{short}.ts").items():
        assert marks(translation) == marks(text), text
        assert translation.count("\n") == text.count("\n"), text
        assert (translation[-1:] in "….:") == (text[-1:] in "….:"), text
        assert translation.count(";;") == text.count(";;"), text
        assert " --" not in translation, text  # What a hint says for the command line has no place in the window.


@pytest.mark.parametrize("short", sorted(tool.LANGUAGES))
def test_the_compiled_file_holds_the_same(qapp: QApplication, short: str) -> None:
    translator = AppTranslator()
    assert translator.load(str(FOLDER / f"htpm_{short}.qm"))
    for text, translation in tool.read_ts(FOLDER / f"htpm_{short}.ts").items():
        assert (translator.translate("Anything", text) or text) == translation


def test_menus_have_keys_of_their_own_in_each_language() -> None:
    for short in tool.LANGUAGES:
        rows = tool.read_ts(FOLDER / f"htpm_{short}.ts")
        menus = [translation for text, translation in rows.items() if re.fullmatch(r"&\w+", text)]
        keys = [menu[menu.index("&") + 1].lower() for menu in menus]
        assert len(keys) == len(set(keys))


def keys_twice(menus: Sequence[QMenu]) -> dict[str, list[str]]:
    """The access keys of each open menu that choose no entry or more than one."""
    for menu in menus:
        menu.aboutToShow.emit()
    keys = {menu.title(): [_key(entry.text()) for entry in menu.actions() if not entry.isSeparator()] for menu in menus}
    wrong = {title: [key for key in found if found.count(key) > 1 or not key] for title, found in keys.items()}
    return {title: found for title, found in wrong.items() if found}


def _key(words: str) -> str:
    found = re.search(r"&(\w)", words.replace("&&", ""))
    return found[1].casefold() if found else ""


@pytest.fixture
def english(qapp: QApplication) -> Iterator[MainWindow]:
    """The window as the program makes it."""
    window = make_window(qapp, None, TODAY)
    yield window
    window.close()
    window.deleteLater()


def test_at_most_forty_entries_are_in_the_menus_each_with_a_key_of_its_own(english: MainWindow) -> None:
    assert keys_twice(english.menus) == {}
    assert sum(not entry.isSeparator() for menu in english.menus for entry in menu.actions()) <= 40


# ------------------------------------------------------------------ the window


@pytest.fixture
def spanish(qtbot: QtBot, qapp: QApplication, back_to_english: None) -> Iterator[MainWindow]:
    """The window as the program makes it for somebody who chose Spanish."""
    write_settings(Settings(app_language="es"), paths.settings_file())
    window = make_window(qapp, None, TODAY)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.usefixtures("composed_anew")
@pytest.mark.slow
def test_the_window_speaks_spanish(spanish: MainWindow) -> None:
    window = spanish
    rows = tool.read_ts(FOLDER / "htpm_es.ts")
    assert window.menus[0].title() == rows["&File"]
    for show, names in (
        (window.show_center, CENTER),
        (window.open_card, CARDS),
        (window.show_panel, RIGHT),
    ):
        for name in names:
            show(name)
    window.workspace.actions["preferences"].trigger()
    window.workspace.actions["about"].trigger()
    board = window.board
    assert board is not None
    for one in board.model.sections:  # the editor, or the page of words, with the first piece of each medium
        window.workspace.opened.emit(one.tiles[0].piece)
    titles = {spec.title for spec in plan(window.workspace.document.kit())}  # in the language of the kit
    english = {text for text, translation in rows.items() if translation != text} - set(rows.values()) - titles
    shown = set(words_in(window))
    assert len(shown) > 150
    assert sorted(shown & english) == []
    shown_titles = [one.title for one in sections(window.workspace.document.kit())]
    assert shown_titles == [rows[one.title] for one in CATALOGUE][: len(shown_titles)]
    assert QLocale().language() == QLocale.Language.Spanish
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"


def test_every_entry_has_a_key_of_its_own_in_spanish_too(spanish: MainWindow) -> None:
    assert spanish.menus[0].title() == "&Archivo"
    assert keys_twice(spanish.menus) == {}


def test_nothing_is_cut_on_the_first_screen_in_spanish(qapp: QApplication, spanish: MainWindow) -> None:
    board = spanish.board
    assert isinstance(board, Board)
    board.view.thumbnails.ask = lambda tiles: None  # type: ignore[method-assign]
    spanish.resize(1440, 900)
    spanish.show()
    for _ in range(4):
        qapp.processEvents()
    assert board.weeks.tabs.tabRect(board.weeks.tabs.count() - 1).right() <= board.weeks.tabs.width()
    assert misfits(spanish) == []


def test_mistakes_of_templates_are_reported_in_spanish(spanish: MainWindow, tmp_path: Path) -> None:
    rows = tool.read_ts(FOLDER / "htpm_es.ts")
    path = tmp_path / "mine.xml"
    path.write_text('<template id="social/mine" canvases="sqare" fields="head"><column/></template>')
    _, _, problems = read_template_file(path, path.name, own=True)
    said = " ".join(explain(one) for one in problems)
    assert "is not a page size" not in said
    assert rows["is not a page size"] in said


def test_mistakes_of_a_campaign_are_reported_in_spanish(spanish: MainWindow, tmp_path: Path) -> None:
    rows = tool.read_ts(FOLDER / "htpm_es.ts")
    shutil.copytree(paths.assets() / "campaigns" / "htpm", tmp_path / "mine")
    week = tmp_path / "mine" / "en" / "week-2.toml"
    week.write_text(
        week.read_text(encoding="utf-8").replace("number = 2", "number = 7\nnumbre = 1", 1), encoding="utf-8"
    )
    with pytest.raises(Problems) as caught:
        read_pack(tmp_path / "mine", "en")
    said = explain(caught.value)
    assert said.startswith(rows["The campaign pack {path}"].format(path=tmp_path / "mine"))
    assert rows["There is no key {key} here."].format(key='"numbre"') in said
    assert rows["Did you mean {name}?"].format(name="number") in said
    assert rows["Weeks are numbered 1 to {most}."].format(most=MOST_WEEKS) in said


def test_a_fault_of_the_system_is_reported_in_spanish(spanish: MainWindow, tmp_path: Path) -> None:
    error = write_error(OSError(errno.EIO, os.strerror(errno.EIO)), tmp_path / "kit")
    rows = tool.read_ts(FOLDER / "htpm_es.ts")
    assert rows["the drive does not answer"] in explain(error)


def words_in(window: QObject) -> Iterator[str]:
    for widget in window.findChildren(QObject):
        if isinstance(widget, QLabel | QAbstractButton | QAction):
            yield widget.text()
            yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.accessibleName()


def test_texts_without_a_translation_and_missing_files_stay_english(
    qapp: QApplication, back_to_english: None, tmp_path: Path
) -> None:
    assert use_language(qapp, "es", tmp_path) == "es"
    assert QCoreApplication.translate("Actions", "Undo") == "Undo"
    (tmp_path / "htpm_es.qm").write_bytes(b"damaged")
    use_language(qapp, "es", tmp_path)
    assert QCoreApplication.translate("Actions", "Undo") == "Undo"
    use_language(qapp, "es", FOLDER)
    assert QCoreApplication.translate("Actions", "Undo") == "Deshacer"
    assert QCoreApplication.translate("Actions", "No such text") == "No such text"
    use_language(qapp, "en", FOLDER)
    assert QCoreApplication.translate("Actions", "Undo") == "Undo"


@pytest.mark.parametrize(
    ("choice", "system", "language"),
    [
        ("en", ["es-MX"], "en"), ("es", ["en-US"], "es"), ("system", ["es-MX", "en-US"], "es"),
        ("system", ["fr-CA", "es"], "es"), ("system", ["en_US"], "en"), ("system", ["de"], "en"), ("system", [], "en"),
    ],
)  # fmt: skip
def test_the_language_is_chosen_or_the_first_one_of_the_system(choice: str, system: list[str], language: str) -> None:
    assert wanted_language(choice, system) == language


def test_every_language_but_english_has_its_file() -> None:
    assert set(window_languages()) - {"en"} == set(tool.LANGUAGES)
    assert {path.name for path in FOLDER.iterdir()} == {
        f"htpm_{one}.{end}" for one in tool.LANGUAGES for end in ("ts", "qm")
    }


# ------------------------------------------------------------------ the tool

SOURCE = """
def _t(text):
    return QT_TRANSLATE_NOOP("Table", text)

def shown(text):
    return QCoreApplication.translate("Table", text)

NAMES = {"a": _t("In a table")}
QUESTIONS = ("One?", "Two?")

class Page:
    def fill(self, name):
        self.tr("Plain")
        self.tr("Yes" if name else "No")
        self.tr("Joined " "words")
        QCoreApplication.translate("Other", "With a context")
        shown(NAMES[name])
        {bad}
"""


def package(folder: Path, bad: str = "") -> Path:
    (folder / "pack" / "gui").mkdir(parents=True)
    (folder / "pack" / "export").mkdir()
    (folder / "pack" / "gui" / "page.py").write_text(SOURCE.replace("{bad}", bad or "pass"), encoding="utf-8")
    (folder / "pack" / "export" / "checks.py").write_text('msg("Engine {n}", n=1)\ntr("not this")\n', encoding="utf-8")
    return folder / "pack"


def test_texts_are_found_wherever_they_are(tmp_path: Path) -> None:
    found = tool.collect(package(tmp_path))
    assert set(found.texts) == {
        "In a table", "One?", "Two?", "Plain", "Yes", "No", "Joined words", "With a context", "Engine {n}",
    }  # fmt: skip
    assert found.texts["Plain"] == "pack/gui/page.py:13"
    assert found.unreadable == []


@pytest.mark.parametrize(
    "bad", ['self.tr(f"Text {name}")', "self.tr(self.name)", 'self.tr("a" + name)', "say = self.tr"]
)
def test_a_text_that_cannot_be_read_from_the_sources_is_reported(tmp_path: Path, bad: str) -> None:
    ast.parse(bad)
    assert tool.collect(package(tmp_path, bad)).unreadable == ["pack/gui/page.py:18"]


ENGINE = """
PATTERNS = MappingProxyType({"a": "In a table of patterns"})

class Lost(StudioError):
    pass

def complain(place, words, hint=""):
    place.problems.append(in_file("file", 1, words, hint))

def work(place, name):
    what = msg("a kit") if name else msg("a deck")
    hint = "Under a name"
    complain(place, "Through a function", hint=hint)
    place.add(Diagnostic("error", "code", msg(PATTERNS[name], what=what)))
    raise Lost("Gone" if name else msg("No {n}", n=1), why())

def why():
    return "From a function"
"""


def test_sentences_of_errors_are_followed_to_where_they_are_written(tmp_path: Path) -> None:
    folder = package(tmp_path)
    (folder / "export" / "work.py").write_text(ENGINE, encoding="utf-8")
    (folder / "cli.py").write_text('InputError("Only for the command line")', encoding="utf-8")
    found = tool.collect(folder)
    said = {text for text, place in found.texts.items() if place.startswith("pack/export/work.py")}
    assert said == {
        "In a table of patterns", "a kit", "a deck", "Under a name", "Through a function", "Gone", "No {n}",
        "From a function",
    }  # fmt: skip
    assert "Only for the command line" not in found.texts
    assert found.unreadable == []


@pytest.mark.parametrize(
    "bad",
    [
        'Lost(f"There is no {name}.")', 'in_file("", 0, "There is no " + name)', 'StudioError("{}".format(name))',
        'StudioError("Stopped.", ", ".join(names))', 'msg("{what} is gone.", what="kit" if name else "deck")',
        'complain(place, f"There is no {name}.")',
    ],
)  # fmt: skip
def test_a_sentence_that_nobody_can_translate_is_reported(tmp_path: Path, bad: str) -> None:
    folder = package(tmp_path)
    (folder / "export" / "work.py").write_text(f"{ENGINE}\n{bad}\n", encoding="utf-8")
    line = ENGINE.count("\n") + 2
    assert set(tool.collect(folder).unreadable) == {f"pack/export/work.py:{line}"}


def test_a_ts_file_comes_back_as_it_was(tmp_path: Path) -> None:
    rows = {"A & B": "A y B", "Two\nlines": "Dos\nlíneas", "Open": ""}
    tool.write_ts(tmp_path / "deep" / "a.ts", "es_US", rows)
    assert tool.read_ts(tmp_path / "deep" / "a.ts") == rows
    assert tool.missing(rows, {"Open": "x.py:1", "A & B": "x.py:2", "New": "x.py:3"}) == ["x.py:1: Open", "x.py:3: New"]
    assert tool.read_ts(tmp_path / "none.ts") == {}


def test_the_check_fails_for_a_missing_text_and_writes_nothing(
    found: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    monkeypatch.setattr(tool, "collect", lambda: found)
    assert tool.main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []
    calls: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: calls.append(command))
    assert tool.main([]) == 0
    assert set(tool.read_ts(tmp_path / "htpm_es.ts")) == set(found.texts)
    assert len(calls) == len(tool.LANGUAGES)
