"""Text styles: the face of a weight, and sizes for faces that are set in another way."""

from __future__ import annotations

import pytest

from htpm_studio.compose.styles import StyleSpec, face_of_weight
from htpm_studio.text.fonts import Fit


@pytest.mark.parametrize(
    ("face", "weight", "head", "found"),
    [
        ("Text-500", "700", False, "Text-700"), ("Text-500", None, False, "Text-500"),
        ("Text-500", "700", True, "Text-500"), ("Head", "700", False, "Head"),
        ("OfficeText-400", "600", False, "OfficeText-700"), ("OfficeText-700", "599", False, "OfficeText-400"),
    ],
)  # fmt: skip
def test_a_style_has_the_weights_of_its_family_and_a_headline_one(
    face: str, weight: str | None, head: bool, found: str
) -> None:
    assert face_of_weight(StyleSpec("text", face, 4, 1.2, head=head), weight) == found


def test_a_face_that_is_set_larger_gets_more_room_but_figures_stay_as_they_are() -> None:
    fit = Fit(size=1.5, leading=2.0, tracking=0.25)
    made = StyleSpec("text", "Head", 4, 1.5, 0.125).set_in(fit)
    assert (made.size, made.leading, made.tracking, made.fit) == (6, 3, 0.375, fit)
    assert made.set_in(fit) == made
    figures = StyleSpec("number", "Head", 4, 1.5, figures=True)
    assert figures.set_in(fit) == figures
