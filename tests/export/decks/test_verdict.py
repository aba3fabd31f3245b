"""What a rehearsal says: which slides were slow, and which one a talk holds without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.decks.rehearsal import SlideRun, judge, slide_runs
from htpm_studio.export.kit.specs import PageSpec


def runs(*times: tuple[float, float], spare: frozenset[int] = frozenset()) -> tuple[SlideRun, ...]:
    return tuple(
        SlideRun(f"s{number}", number, f"Slide {number}", 60 * planned, 60 * took, spare=number in spare)
        for number, (planned, took) in enumerate(times, 1)
    )


def test_slides_that_took_clearly_longer_are_named_in_their_order() -> None:
    found = judge(runs((2, 4), (1, 1.2), (3, 6), (1, 1.3)))
    assert [run.number for run in found.slow] == [1, 3]
    assert found.twice
    assert not judge(runs((2, 4), (2, 3))).twice


def test_nothing_is_to_be_left_out_of_a_talk_that_fits() -> None:
    times = ((2.0, 4.0), (4.0, 2.5))
    assert judge(runs(*times, spare=frozenset((1, 2)))).spare is None


@pytest.mark.parametrize(
    ("spare", "number"),
    [((1, 2, 3), 3), ((1, 2), 2), ((1,), 1), ((), None)],
)
def test_the_slide_that_brings_enough_back_and_was_slow_itself_goes_first(
    spare: tuple[int, ...], number: int | None
) -> None:
    found = judge(runs((1, 1), (4, 4), (3, 6), spare=frozenset(spare))).spare
    assert (found.number if found else None) == number


def test_what_a_session_stands_on_is_never_proposed() -> None:
    info = PageInfo("slide 1", "Title", notes="Time: 2 minutes.")
    page = PageSpec("deck/bullets", "slide", {}, info, "w2/deck/training/4")
    layouts = ("bullets", "statistic", "title", "notice", "help", "agenda", "section", "check", "scenario", "closing")
    slides = [replace(page, template=f"deck/{layout}", piece=f"p/{layout}") for layout in layouts]
    slides.append(replace(page, template="deck/checklist", piece="w2/deck/training/objectives"))
    found = slide_runs(slides, {slide.piece: 60.0 for slide in slides}, {})
    assert [run.piece for run in found if run.spare] == ["p/bullets", "p/statistic"]


def test_a_slide_on_two_pages_is_one_with_the_number_of_its_first() -> None:
    info = PageInfo("slide 1", "Title", notes="Time: 2 minutes.")
    first = PageSpec("deck/bullets", "slide", {}, info, "one")
    slides = [first, first, replace(first, piece="two"), replace(first, piece="three")]
    found = slide_runs(slides, {"one": 90.0, "two": 60.0}, {"one": 80.0})
    assert [(run.piece, run.number, run.planned, run.took, run.before) for run in found] == [
        ("one", 1, 120.0, 90.0, 80.0), ("two", 3, 120.0, 60.0, None),
    ]  # fmt: skip
