"""The Checks panel: rows with their buttons, stepping, one step to undo, fine as it is, running behind the scenes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from htpm_studio.errors import StudioError, msg
from htpm_studio.export.kit.edits import FINE
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.model import Change, Check, CheckReport, Fix, Opens, check_id
from htpm_studio.export.preflight.report import Tools, report
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.checks import panel as checks_panel
from htpm_studio.gui.features.checks import runner as check_runner
from htpm_studio.gui.features.checks.panel import QUESTIONS, ChecksPanel, attach_checks
from htpm_studio.gui.features.checks.row import CheckRow
from htpm_studio.gui.features.checks.runner import UNKNOWN
from htpm_studio.gui.style import DARK, WindowTheme
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Photo
from htpm_studio.project.pictures import load_photo
from tests.gui.bare_shell import BareShell
from tests.gui.parts import controllers_of, restart
from tests.gui.pictures_fixtures import write_photo

POST, SLIDE = "w2/social/w2-rights", "w2/deck/training/5"
KEEP = Fix(msg("Keep it"), fine=True)
EDIT = Fix(msg("Edit"), opens="editor")


def check(code: str, piece: str = POST, **more: object) -> Check:
    """One check with a button that changes a field named after its code."""
    fix = Fix(msg("Put {what} right", what=code), (Change(piece, code, "good"),))
    made = Check(check_id(code, piece), "fix", code, f"Title of {code}", msg("There is {n} here.", n=code), piece, code,
                 fixes=(fix, EDIT))  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


LINKS = check("links", "", group="look", fixes=(Fix(msg("Mark as checked"), fine=True),))
WORDS = check("words", SLIDE, group="look", fixes=(EDIT, KEEP), asks_reason=True)
BLOCKED = check("hotline", blocked=True)
DONE = check("place", "", group="fixed", fixes=())
PLANTED = [check("long"), BLOCKED, WORDS, LINKS, DONE]


class Fake:
    """Stands in for the checks of a kit: a planted one goes away when its field was put right."""

    def __init__(self) -> None:
        self.planted: list[Check] = list(PLANTED)
        self.runs = 0
        self.error = ""
        self.wait = 0.0

    def __call__(self, kit: Kit, _tools: Tools, _builder: PageBuilder, context: JobContext) -> CheckReport:
        self.runs += 1
        if self.error:
            raise StudioError(self.error)
        until = time.monotonic() + self.wait
        while time.monotonic() < until:
            context.checkpoint()
            time.sleep(0.005)
        left = [one for one in self.planted if kit.project.edits.text(one.piece, one.code) != "good"]
        return report(kit, (), left)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    made = Fake()
    monkeypatch.setattr(check_runner, "preflight", made)
    monkeypatch.setattr(check_runner, "WAIT_MS", 1)
    return made


@pytest.fixture
def panel(qtbot: QtBot, fake: Fake, workspace: Workspace) -> Iterator[ChecksPanel]:
    made = ChecksPanel(workspace, controllers_of(workspace).checks, controllers_of(workspace).pictures)
    made.resize(392, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    settle(qtbot, made)
    yield made
    made.hide()


def settle(qtbot: QtBot, panel: ChecksPanel) -> None:
    """Wait until the newest state is shown."""
    qtbot.waitUntil(lambda: not panel.runner.busy)
    qtbot.wait(1)


def test_the_whole_month_is_checked_where_it_is_chosen(
    qtbot: QtBot, panel: ChecksPanel, fake: Fake, workspace: Workspace
) -> None:
    exporter = controllers_of(workspace).exporter
    before = fake.runs
    exporter.want_every_week(True)
    qtbot.waitUntil(lambda: fake.runs == before + len(exporter.ready_weeks()), timeout=5000)
    settle(qtbot, panel)
    assert panel.runner.report.count == len([one for one in PLANTED if one.group != "fixed"])
    panel.runner.call_fine(LINKS)
    settle(qtbot, panel)
    assert {place for place in panel.runner.places() if field(workspace.document, place, FINE + LINKS.id)} == {
        f"w{week}/kit" for week in exporter.ready_weeks()
    }


def row(panel: ChecksPanel, code: str) -> CheckRow:
    return next(row for row in panel.rows.values() if row.check.code == code)


def codes(panel: ChecksPanel) -> set[str]:
    return {row.check.code for row in panel.rows.values()}


def field(document: KitDocument, piece: str, name: str) -> str | None:
    return document.project.edits.text(piece, name)


def test_each_group_shows_its_rows_and_how_many(panel: ChecksPanel) -> None:
    assert panel.summary.text() == "4 to review, 1 fixed for you"
    assert [panel.heads[group].count.text() for group in panel.heads] == ["2", "2", "1"]
    assert row(panel, "long").sentence.text() == "There is long here."
    assert row(panel, "long").accessibleName() == "Title of long. There is long here."
    assert not row(panel, "place").isVisible()
    panel.heads["fixed"].toggle.click()
    assert row(panel, "place").isVisible()


def test_the_first_button_is_one_step_and_can_be_undone(qtbot: QtBot, panel: ChecksPanel) -> None:
    document = panel.workspace.document
    with qtbot.waitSignal(panel.workspace.toast_wanted) as told:
        row(panel, "long").buttons[0].click()
    assert told.args is not None
    assert told.args[1] is True
    assert field(document, POST, "long") == "good"
    assert document.stack.undo_text() == "Put long right: Title of long"
    settle(qtbot, panel)
    assert codes(panel) == {"hotline", "words", "links", "place"}
    document.stack.undo()
    settle(qtbot, panel)
    assert "long" in codes(panel)


def test_count_and_reasons_are_shown(qtbot: QtBot, panel: ChecksPanel) -> None:
    with qtbot.waitSignal(panel.workspace.checks_changed) as told:
        row(panel, "long").buttons[0].click()
    assert told.args == [3, {POST: "There is hotline here.", SLIDE: "There is words here."}]


def test_the_number_of_before_is_not_shown_on_for_a_new_photo(
    qtbot: QtBot, panel: ChecksPanel, workspace: Workspace, tmp_path: Path
) -> None:
    photo = Photo(load_photo(write_photo(tmp_path / "garden.jpg")), "garden.jpg", people="nobody")
    with qtbot.waitSignal(workspace.checks_changed) as told:
        workspace.document.change("Add", replace(workspace.document.project, photos=(photo,)))
    assert told.args == [UNKNOWN, {}]
    settle(qtbot, panel)
    described = replace(photo, alt="A garden")
    with qtbot.waitSignal(workspace.checks_changed) as told:
        workspace.document.change("Describe", replace(workspace.document.project, photos=(described,)))
    assert told.args != [UNKNOWN, {}], "words about a photo do not take the number away at every key"


def test_another_kit_has_no_findings_of_the_one_before(qtbot: QtBot, panel: ChecksPanel) -> None:
    told: list[tuple[int, object]] = []
    panel.workspace.checks_changed.connect(lambda count, reasons: told.append((count, reasons)))
    document = panel.workspace.document
    restart(document, replace(document.project, brand=Brand("Another")))
    assert told[0] == (UNKNOWN, {})
    assert not panel.runner.rows()
    settle(qtbot, panel)
    assert told[-1][0] > 0


def test_f7_steps_through_and_rings_the_piece(qtbot: QtBot, panel: ChecksPanel) -> None:
    seen = []
    for _ in range(5):
        panel.runner.step(1)
        current = panel.runner.check(panel.runner.current)
        assert current is not None
        assert row(panel, current.code).property("current") == "true"
        seen.append(current.code)
    assert seen == ["hotline", "long", "words", "links", "hotline"]
    assert panel.workspace.selection == (POST,)
    panel.runner.step(-1)
    assert panel.runner.current == LINKS.id
    panel.runner.step(-1)
    assert panel.workspace.selection == (SLIDE,)


def test_enter_runs_the_first_button_and_the_next_row_follows(qtbot: QtBot, panel: ChecksPanel) -> None:
    row(panel, "long").setFocus()
    qtbot.keyClick(row(panel, "long"), Qt.Key.Key_Return)
    assert field(panel.workspace.document, POST, "long") == "good"
    settle(qtbot, panel)
    assert panel.runner.current == WORDS.id
    assert row(panel, "words").hasFocus()


def test_arrows_go_from_row_to_row(qtbot: QtBot, panel: ChecksPanel) -> None:
    row(panel, "hotline").setFocus()
    qtbot.keyClick(row(panel, "hotline"), Qt.Key.Key_Down)
    assert row(panel, "long").hasFocus()
    qtbot.keyClick(row(panel, "long"), Qt.Key.Key_Up)
    qtbot.keyClick(row(panel, "hotline"), Qt.Key.Key_Up)
    assert row(panel, "hotline").hasFocus()


def test_a_click_makes_a_row_the_current_one(qtbot: QtBot, panel: ChecksPanel) -> None:
    qtbot.mouseClick(row(panel, "words"), Qt.MouseButton.LeftButton)
    assert panel.runner.current == WORDS.id
    assert panel.workspace.selection == (SLIDE,)


def test_delete_calls_it_fine_and_it_can_be_brought_back(qtbot: QtBot, panel: ChecksPanel) -> None:
    row(panel, "links").setFocus()
    qtbot.keyClick(row(panel, "links"), Qt.Key.Key_Delete)
    settle(qtbot, panel)
    assert field(panel.workspace.document, "w2/kit", FINE + LINKS.id) == "yes"
    assert "links" not in codes(panel)
    assert panel.back.text() == "1 dismissed. Review again"
    panel.back.click()
    settle(qtbot, panel)
    assert "links" in codes(panel)
    assert panel.back.isHidden()


def test_language_advice_asks_for_a_reason_in_place(qtbot: QtBot, panel: ChecksPanel) -> None:
    words = row(panel, "words")
    words.buttons[1].click()
    assert words.reason.isVisible()
    assert words.why.hasFocus()
    assert not words.keep.isEnabled()
    qtbot.keyClick(words.why, Qt.Key.Key_Escape)
    assert not words.reason.isVisible()
    assert field(panel.workspace.document, SLIDE, FINE + WORDS.id) is None
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_Delete)
    qtbot.keyClicks(words.why, "legal text")
    qtbot.keyClick(words.why, Qt.Key.Key_Return)
    settle(qtbot, panel)
    assert field(panel.workspace.document, SLIDE, FINE + WORDS.id) == "legal text"
    assert "words" not in codes(panel)


def test_the_hotline_is_never_fine(qtbot: QtBot, panel: ChecksPanel) -> None:
    before = panel.workspace.document.project
    row(panel, "hotline").setFocus()
    qtbot.keyClick(row(panel, "hotline"), Qt.Key.Key_Delete)
    assert panel.workspace.document.project is before
    assert not row(panel, "hotline").reason.isVisible()


def test_the_simple_ones_are_one_step(qtbot: QtBot, panel: ChecksPanel) -> None:
    document = panel.workspace.document
    assert panel.fix_simple.text() == "Fix the 2 simple ones"
    panel.fix_simple.click()
    assert document.stack.count() == 1
    assert document.stack.undo_text() == "Fix 2 simple ones"
    settle(qtbot, panel)
    assert codes(panel) == {"words", "links", "place"}
    assert panel.fix_simple.isHidden()
    assert panel.runner.apply_simple() == 0


@pytest.mark.parametrize(
    ("opens", "signal", "value"),
    [
        ("editor", "opened", POST),
        ("record", "panel_wanted", "record"),
        ("pictures", "page_wanted", "pictures"),
        ("lines", "card_wanted", "lines"),
    ],
)
def test_a_button_opens_what_it_says(
    qtbot: QtBot, fake: Fake, panel: ChecksPanel, opens: Opens, signal: str, value: str
) -> None:
    fake.planted = [check("thing", target="abc", fixes=(Fix(msg("Go"), opens=opens),))]
    panel.runner.begin()
    settle(qtbot, panel)
    with qtbot.waitSignal(getattr(panel.workspace, signal)) as told:
        row(panel, "thing").buttons[0].click()
    assert told.args == [value]
    assert panel.workspace.text_wanted == ((POST, "thing") if opens == "editor" else ("", ""))
    if opens in ("record", "pictures"):
        assert controllers_of(panel.workspace).pictures.current == "abc"


def test_questions_keep_their_ticks(qtbot: QtBot, panel: ChecksPanel) -> None:
    document = panel.workspace.document
    assert len(panel.questions) == len(QUESTIONS) == 4
    panel.questions[2].click()
    assert field(document, "w2/kit", f"{FINE}ask-3") == "yes"
    document.stack.undo()
    assert not panel.questions[2].isChecked()


def test_close_hides_the_panel(qtbot: QtBot, panel: ChecksPanel) -> None:
    with qtbot.waitSignal(panel.workspace.panel_wanted) as told:
        panel.close_button.click()
    assert told.args == [""]


def test_without_findings_the_panel_says_that_all_is_checked(qtbot: QtBot, fake: Fake, panel: ChecksPanel) -> None:
    fake.planted = []
    panel.runner.begin()
    settle(qtbot, panel)
    assert panel.summary.text() == "All checked"
    assert panel.rows == {}
    panel.runner.step(1)
    assert panel.runner.current == ""


def test_rows_follow_theme_and_pictures(qtbot: QtBot, panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    monkeypatch.setattr(panel.workspace.renderer, "picture", lambda _key: image)
    panel.workspace.renderer.ready.emit("any")
    shown = row(panel, "long").picture.pixmap().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2).blue() > 200
    panel.runner.step(1)
    panel.workspace.set_theme(WindowTheme(DARK, dark=True))
    assert DARK["soft"] in row(panel, "hotline").styleSheet()


def test_the_newest_state_wins(qtbot: QtBot, fake: Fake, panel: ChecksPanel) -> None:
    document, runs = panel.workspace.document, fake.runs
    fake.wait = 0.2
    for number in range(3):
        document.edit("Type", POST, "sub", f"text {number}")
        qtbot.wait(20)
    settle(qtbot, panel)
    assert fake.runs - runs <= 3
    fake.planted = []
    fake.wait = 0.0
    document.edit("Type", POST, "sub", "last")
    settle(qtbot, panel)
    assert codes(panel) == set()


def test_a_failure_is_a_sentence_in_the_head(qtbot: QtBot, fake: Fake, panel: ChecksPanel) -> None:
    fake.error = "The rules cannot be read."
    panel.runner.begin()
    settle(qtbot, panel)
    assert panel.summary.text() == "The rules cannot be read."


def test_what_nobody_expected_is_a_sentence_too(
    qtbot: QtBot, panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> CheckReport:
        raise ValueError

    monkeypatch.setattr(check_runner, "preflight", fail)
    panel.runner.begin()
    settle(qtbot, panel)
    assert panel.summary.text() == "The checks didn't finish. You can still export the kit."
    assert "ValueError" in caplog.text


def test_forty_findings_are_in_groups_and_f7_goes_around_both_ways(
    qtbot: QtBot, fake: Fake, panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = ("look", "fix", "fixed", "look")
    fake.planted = [check(f"c{number}", group=groups[number % 4]) for number in range(40)]
    panel.runner.begin()
    settle(qtbot, panel)
    runner = panel.runner
    assert [panel.heads[group].count.text() for group in panel.heads] == ["10", "20", "10"]
    assert panel.summary.text() == "30 to review, 10 fixed for you"
    assert panel.fix_simple.text() == "Fix the 30 simple ones"
    styled: list[CheckRow] = []
    real = CheckRow.setStyleSheet
    monkeypatch.setattr(CheckRow, "setStyleSheet", lambda row, sheet: (styled.append(row), real(row, sheet))[1])
    there = []
    for _ in range(31):
        runner.step(1)
        there.append(runner.current)
        shown = panel.rows[runner.current].visibleRegion().boundingRect()
        assert shown.height() == panel.rows[runner.current].height()
    assert there[:30] == [one.id for one in runner.rows()]
    assert there[30] == there[0]
    assert len(styled) == 31 * 2 - 1  # the row that is left and the one that is reached
    back = []
    for _ in range(30):
        runner.step(-1)
        back.append(runner.current)
    assert back == [*reversed(there[1:30]), there[0]]
    panel.fix_simple.click()
    settle(qtbot, panel)
    assert runner.rows() == ()
    panel.workspace.document.stack.undo()
    settle(qtbot, panel)
    assert len(runner.rows()) == 30


def test_a_week_without_content_is_a_sentence(
    qtbot: QtBot, panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> Kit:
        raise StudioError("Week 5 has no content yet.")

    monkeypatch.setattr(panel.workspace.document, "kit", nothing)
    panel.workspace.document.week_changed.emit(5)
    settle(qtbot, panel)
    assert panel.summary.text() == "Week 5 has no content yet."


def test_it_sleeps_until_it_is_asked(qtbot: QtBot, fake: Fake, workspace: Workspace) -> None:
    runner = controllers_of(workspace).checks
    workspace.document.edit("Type", POST, "sub", "text")
    qtbot.wait(20)
    assert fake.runs == 0
    assert controllers_of(workspace).checks is runner


def test_commands_open_the_panel_and_step(qtbot: QtBot, fake: Fake, workspace: Workspace) -> None:
    window, runner = BareShell(workspace), controllers_of(workspace).checks
    attach_checks(window, runner)
    runner.timer.start(0)
    qtbot.waitUntil(lambda: runner.report.count == 4)
    with qtbot.waitSignal(workspace.panel_wanted) as told:
        window.slots["previous_check"]()
    assert told.args == ["checks"]
    assert runner.current == LINKS.id
    window.slots["next_check"]()
    assert runner.current == BLOCKED.id


def test_checks_that_were_closed_begin_with_the_first_one_again(qtbot: QtBot, fake: Fake, panel: ChecksPanel) -> None:
    runner = panel.runner
    panel.show()
    qtbot.waitUntil(lambda: runner.report.count == 4)
    runner.step(1)
    first = runner.current
    runner.step(1)
    assert runner.current != first
    panel.hide()
    panel.show()
    runner.step(1)
    assert runner.current == first
    # A small window hides the panel to open a piece: the next step goes on from there.
    panel.workspace.opened.connect(lambda _piece: panel.hide())
    check = next(one for one in runner.rows() if EDIT in one.fixes)
    runner.set_current(check.id)
    panel.choose(check, EDIT)
    assert panel.isHidden()
    assert runner.current == check.id


@pytest.mark.slow
def test_the_real_checks_run_in_the_background(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.document.edit("Type", POST, "note", "Call 1-888-373-7889")
    runner = controllers_of(workspace).checks
    with qtbot.waitSignal(workspace.checks_changed, timeout=60_000) as told:
        runner.start()
    assert told.args is not None
    assert told.args[0] == 1
    assert "almost the hotline" in told.args[1][POST]
    runner.step(1)
    current = runner.check(runner.current)
    assert current is not None
    runner.apply(current, current.fixes[0])
    assert field(workspace.document, POST, "note") == "Call 1-888-373-7888"


def test_hints_are_read_when_somebody_asks_for_them(
    qtbot: QtBot, panel: ChecksPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [check("reading", SLIDE)]
    monkeypatch.setattr(checks_panel, "hints", lambda _kit, _tools: tuple(found))
    assert not panel.hints.rows
    panel.hints.toggle.click()
    qtbot.waitUntil(lambda: len(panel.hints.rows) == 1)
    opened: list[str] = []
    panel.workspace.opened.connect(opened.append)
    button = panel.hints.rows[0].findChild(QPushButton)
    assert button is not None
    button.click()
    assert opened == [SLIDE]
    found.clear()
    panel.hints.refresh()
    qtbot.waitUntil(lambda: not panel.hints.rows)
    assert panel.hints.state.text() == "No suggestions for the text."
    panel.hints.toggle.click()
    assert panel.hints.state.isHidden()
