"""What words without a page and small values of a page say of themselves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path as FilePath

import pytest

from htpm_studio.scene.emphasis import emphasized, without_stars
from htpm_studio.scene.nodes import Color, Face, FontSource, OfficeTheme, Segment, TextLine
from htpm_studio.scene.outline_pen import OutlinePen
from htpm_studio.scene.writing import (
    Appointment,
    EventCalendar,
    Inks,
    Masthead,
    Paragraph,
    Span,
    Table,
    WebLook,
    Writing,
    logo_size,
    plain,
)
from htpm_studio.units import Box, Size


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("Ask *them* now", "Ask them now", (4, 8)), ("*Ask* now", "Ask now", (0, 3)), ("Ask them", "Ask them", None),
        ("*a*", "a", (0, 1)), ("2*3*4", "2*3*4", None), ("Ask * them * now", "Ask * them * now", None),
        ("*Ask* *now*", "Ask *now*", (0, 3)), (f"*{'a' * 60}*", "a" * 60, (0, 60)),
        (f"*{'a' * 61}*", f"*{'a' * 61}*", None),
        ("*a\nb*", "*a\nb*", None),
    ],
)  # fmt: skip
def test_stars_around_words_of_a_headline_say_where_it_emphasizes(
    text: str, said: str, place: tuple[int, int] | None
) -> None:
    assert (emphasized(text), without_stars(text)) == ((said, place), said)


def test_an_outline_has_its_quadratic_curves_as_cubic_ones() -> None:
    pen = OutlinePen()
    pen.moveTo((1, 2))
    pen.lineTo((3, 8))
    pen.qCurveTo((6, 2), (9, 5))
    pen.curveTo((1, 1), (2, 2), (12, 5))
    pen.qCurveTo((12, 8), (15, 5))
    pen.closePath()
    pen.endPath()
    assert [step.op for step in pen.segments] == ["M", "L", "C", "C", "C", "Z"]
    assert pen.segments[2].points == pytest.approx((5, 4, 7, 3, 9, 5))
    assert pen.segments[4].points == pytest.approx((12, 7, 13, 7, 15, 5))
    assert pen.segments[5] == Segment("Z")


@pytest.mark.parametrize(
    ("ratio", "size"), [(1, (46, 46)), (4, (160, 40)), (100 / 16, (200, 32)), (16, (236, 14.75)), (0.5, (23, 46))]
)
def test_logos_above_a_text_look_equally_large_within_its_limits(ratio: float, size: tuple[float, float]) -> None:
    found = logo_size(ratio)
    assert (found.width, found.height) == pytest.approx(size)


def test_a_line_and_a_font_know_what_they_look_like() -> None:
    assert TextLine("a", 10, 50, 30, ()).underline(20) == Box(10, 52, 30, 1.2)
    assert Color("#0A1BFF").rgb == (10, 27, 255)

    assert FontSource("a", b"", "A", bold=False, weight=400).editable, "most fonts may be given on"

    def serif(kind: str) -> bool:
        return FontSource("a", b"", "A", bold=False, weight=400, kind=kind).serif

    assert [serif(kind) for kind in ("0202", "020A", "0201", "020B", "0302", "", "02")] == [
        True, True, False, False, False, False, False,
    ]  # fmt: skip


THEME = OfficeTheme("A", (), (), "A", "A")


def test_everything_that_a_file_says_is_known_but_for_ways_to_the_hotline() -> None:
    face = Face("A-400", FilePath("none.ttf"), "A")
    inks = Inks(*["#000000"] * 9)
    blocks = (
        plain("title", "Ask"),
        Paragraph("text", (Span("See "), Span("this", "https://a.org"))),
        plain("way", "Call"),
    )
    usual = Writing("Title", "Elm", "en", blocks, inks, THEME, Size(1, 1), "Subject", "Preview")
    assert usual.said == ("Title", "Preview", "", "", "Ask", "See this")
    assert usual.beside == ("Elm", "Subject", "https://a.org")
    whole = Writing(
        "Title", "", "en", (), inks, THEME, Size(1, 1), masthead=Masthead("a.png", "Above", Size(1, 1)),
        web=WebLook("#000000", "#FFFFFF", face, "serif", "Beside", "Skip"),
    )  # fmt: skip
    assert (whole.said, whole.beside) == (("Title", "", "Above", "Beside"), ("", ""))
    table = Table(("Day", "Post"), (("1", "Ask"), ("2", "Say")))
    assert (table.said, table.beside) == (("1", "Ask", "2", "Say"), ("Day", "Post"))
    day = dt.date(2027, 1, 11)
    event_calendar = EventCalendar("Month", "en", dt.datetime(2027, 1, 1, tzinfo=dt.UTC), (
        Appointment("a", day, day, "Wear blue", "All day", "https://a.org"),
        Appointment("b", day, day, "Talk", "", "", "Work"),
    ))  # fmt: skip
    assert (event_calendar.said, event_calendar.beside) == (
        ("Wear blue", "All day", "Talk", ""),
        ("Month", "https://a.org", "Work"),
    )
    assert plain("text", "Ask", "a", "b", piece="p") == Paragraph("text", (Span("Ask"),), ("a", "b"), "p")
