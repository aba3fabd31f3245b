"""A piece that cannot be made is left out and named once with its files; the others are made all the same."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from htpm_studio.errors import Cancelled, StudioError
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.run import job_errors
from htpm_studio.export.run.job_errors import NOT_MADE, render_or_report, without_failed

WRONG = StudioError("The disk is full.", "Free some space.")


def spec(path: str, title: str = "Flyer", piece: str = "w2/print/flyer") -> FileSpec:
    return FileSpec("print/flyer", "print", title, path, "pdf", (), piece=piece)


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
