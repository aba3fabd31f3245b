"""A piece that cannot be made is left out and named once with its files; the others are made all the same."""

from __future__ import annotations

import datetime as dt
import logging
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from htpm_studio import paths
from htpm_studio.errors import Cancelled, Problems, StudioError
from htpm_studio.export.kit.kit import Options, build_kit, load_resources
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.run import job_errors
from htpm_studio.export.run.exporter import make_kit
from htpm_studio.export.run.job_errors import NOT_MADE, render_or_report, without_failed
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign

WRONG = StudioError("The disk is full.", "Free some space.")


def spec(path: str, title: str = "Flyer", piece: str = "w2/print/flyer") -> FileSpec:
    return FileSpec("print/flyer", "print", title, path, "pdf", (), piece=piece)


def test_files_that_were_made_stay_in_their_order_and_nothing_is_said_of_them() -> None:
    made = [RenderedFile(spec(name), b"x") for name in ("b.pdf", "a.pdf")]
    assert without_failed([(one.spec, one) for one in made]) == (made, [])
    assert without_failed([]) == ([], [])


def test_the_files_of_one_piece_that_fail_for_one_reason_are_one_finding() -> None:
    good = RenderedFile(spec("good.pdf"), b"x")
    tried: Any = [(good.spec, good), *((spec(name), WRONG) for name in ("letter/flyer.pdf", "a4/flyer.pdf"))]
    made, (found,) = without_failed(tried)
    assert made == [good]
    assert (found.severity, found.code, found.piece, found.hint) == ("error", NOT_MADE, "w2/print/flyer", WRONG.hint)
    assert found.message == (
        "“Flyer” could not be made and was left out. The disk is full. It is missing as letter/flyer.pdf, a4/flyer.pdf."
    )


def test_other_pieces_and_reasons_are_findings_of_their_own_and_an_accident_is_named_by_its_kind() -> None:
    good = RenderedFile(spec("good.pdf"), b"x")
    card = spec("card.pdf", "Card", "w2/print/card")
    tried: Any = [(good.spec, good), (spec("a.pdf"), WRONG), (spec("b.pdf"), KeyError("x")), (card, WRONG)]
    _, found = without_failed(tried)
    assert [(one.piece, one.hint) for one in found] == [
        ("w2/print/flyer", WRONG.hint), ("w2/print/flyer", ""), ("w2/print/card", WRONG.hint),
    ]  # fmt: skip
    assert found[1].message == "“Flyer” could not be made and was left out (KeyError). It is missing as b.pdf."


def test_where_nothing_was_made_the_first_reason_ends_the_export() -> None:
    with pytest.raises(KeyError):
        without_failed([(spec("a.pdf"), KeyError("x")), (spec("b.pdf"), WRONG)])


@pytest.mark.parametrize(("error", "logged"), [(WRONG, False), (ZeroDivisionError(), True)])
def test_only_what_nobody_expected_goes_to_the_log(
    error: Exception, logged: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_given: object) -> RenderedFile:
        raise error

    monkeypatch.setattr(job_errors, "render_file", fail)
    nothing: Any = None
    with caplog.at_level(logging.ERROR):
        assert render_or_report(spec("a.pdf"), nothing, nothing, nothing) is error
    assert ("a.pdf could not be made" in caplog.text) is logged


def test_a_stop_is_no_failure_of_a_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_given: object) -> RenderedFile:
        raise Cancelled

    monkeypatch.setattr(job_errors, "render_file", stop)
    nothing: Any = None
    with pytest.raises(Cancelled):
        render_or_report(spec("a.pdf"), nothing, nothing, nothing)


def test_a_mistake_in_a_page_of_the_program_stops_a_kit_and_is_named_with_its_line(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(paths.templates(), tmp_path / "templates"))
    page = templates / "print" / "checklist" / "checklist.xml"
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(r'fill="[a-z-]+"', 'fill="primary"', text, count=1), encoding="utf-8")
    resources = load_resources(paths.Folders(paths.assets(), templates))
    project = Project(Brand("Riverbend"), 2, 2027)
    kit = build_kit(project, bundled_campaign(), resources, Options(("print",), ("letter",)), dt.date(2026, 11, 25))
    with pytest.raises(Problems) as caught:
        make_kit(kit, JobContext(), wanted=lambda spec: "checklist" in spec.path)
    line = text[: re.search(r'fill="', text).start()].count("\n") + 1  # type: ignore[union-attr]
    assert f'print/checklist/checklist.xml:{line}: fill="primary" is not a color role; did you mean' in str(
        caught.value
    )
