"""What is said of cards on their sheet is what can be measured in their pages."""

from __future__ import annotations

import datetime as dt

import pytest

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.prints.card_facts import _contrasts, card_facts
from htpm_studio.export.prints.file_specs import print_specs
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.palette import contrast
from htpm_studio.scene.nodes import Color, Group, Rectangle, Shape
from htpm_studio.units import Box
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.scene_pages import page, text

BLACK, WHITE, GREEN = Color("#000000"), Color("#FFFFFF"), Color("#00FF00")


def kit() -> Kit:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def spec(name: str) -> FileSpec:
    return next(one for one in print_specs(kit()) if one.id == f"print/{name}/letter")


def test_black_on_white_has_the_strongest_contrast_and_a_color_counts_as_its_gray() -> None:
    assert list(_contrasts(page(text("Ask", 20, 60, color=BLACK), ground=WHITE))) == [21]
    (green,) = _contrasts(page(text("Ask", 20, 60, color=GREEN), ground=WHITE))
    assert green == contrast("#969696", "#FFFFFF"), "150 of 255, as green is 58.7 percent of what is seen (BT.601)"


def test_the_weakest_place_below_the_letters_of_a_line_counts_and_what_is_beside_it_does_not() -> None:
    words = text("Ask a cook", 20, 60, color=BLACK)
    (line,) = words.lines

    def weakest(box: Box) -> float:
        return min(_contrasts(page(Shape("mark", box, Rectangle(), BLACK), words, ground=WHITE)))

    letters = Box(line.x, line.baseline - words.style.size / 2, line.width, words.style.size / 2)
    assert weakest(Box(letters.right - 2, letters.y, 2, 2)) == 1
    assert weakest(Box(letters.x, letters.bottom - 1, 1, 1)) == 1
    for beside in (Box(0, letters.y, letters.x - 1, 6), Box(0, letters.bottom + 2, 200, 9),
                   Box(0, letters.y - 12, 200, 10), Box(letters.right + 2, letters.y, 9, 9)):  # fmt: skip
        assert weakest(beside) == 21, beside


def test_letters_are_not_their_own_ground_inside_a_group_either() -> None:
    words = text("Ask", 20, 60, color=BLACK)
    grouped = Group("part", Box(0, 0, 240, 160), (words,))
    assert list(_contrasts(page(grouped, ground=WHITE))) == [21]


@pytest.mark.parametrize(("name", "marks"), [("hotline-cards", 18), ("hotline-cards-fold", 12)])
def test_the_number_of_a_card_is_large_and_each_cut_has_a_mark_at_both_ends(name: str, marks: int) -> None:
    facts = card_facts(spec(name), kit())
    assert facts.number >= 16
    assert facts.contrast >= 4.5, "WCAG 2.2, 1.4.3"
    assert (facts.code, facts.marks) == (0, marks)
