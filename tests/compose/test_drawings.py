"""What a frame shows of a picture: where heads are in another part of it, and the shape of the opening."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.compose.crop import cover
from htpm_studio.compose.drawings import (
    APART,
    LINE_CONTRAST,
    role_colors,
    shown_in,
)
from htpm_studio.compose.frames import PictureRef
from htpm_studio.illustrations.svg import SHADE
from htpm_studio.project.oklch import color_of, contrast, distance, lch_of, mix, push
from htpm_studio.project.palette import Palette
from htpm_studio.scene.nodes import PictureSource, Rectangle
from htpm_studio.units import Box
from tests.helpers.deck_slides import TEAL

PHOTO = PictureRef(PictureSource("key", "jpeg", b"", (400, 300)), (0.25, 0.5), "A garden.")
SQUARE = Box(5, 6, 90, 90)


def test_the_subject_of_a_photo_is_above_the_words_unless_its_user_moved_it() -> None:
    photo = replace(PHOTO, zoom=2.0)
    usual = cover((400, 300), SQUARE, (0.25, 0.5), 2.0)
    assert shown_in(photo, SQUARE, Rectangle()).crop == usual
    shown = 1 - usual.top - usual.bottom
    above = cover((400, 300), SQUARE, (0.25, 0.5 + shown * 0.4 / 2), 2.0)
    assert shown_in(photo, SQUARE, Rectangle(), below=0.4).crop == above
    assert above.top > usual.top
    assert shown_in(replace(photo, moved=True), SQUARE, Rectangle(), below=0.4).crop == usual
    assert shown_in(photo, SQUARE, Rectangle(), below=0.4)[::2] == (photo.source, "A garden.")


# ------------------------------------------------------------------ colors


def colored(around: str = "", **roles: str) -> dict[str, str]:
    """The colors of a drawing in a palette with some roles of its own."""
    usual = dict(TEAL.palette.items())
    return dict(role_colors(Palette(tuple((usual | roles).items()), TEAL.palette.scrim_alpha), around))


def test_each_part_of_a_drawing_has_the_color_of_its_role_and_a_shade_between_wall_and_depth() -> None:
    found = colored("#000000", **{"tint-1": "#E0E8F0", "tint-2": "#C0D0E0", "dark": "#102030"})
    assert (found["tint"], found["tint2"], found["paper"]) == ("#E0E8F0", "#C0D0E0", TEAL.palette["surface"])
    assert found[SHADE] == mix("#C0D0E0", "#102030", 0.13)
    for role in ("primary", "secondary", "accent", "sun", "tint3"):
        assert contrast(found[role], found["ink"]) >= LINE_CONTRAST - 0.01


def test_a_wall_that_would_melt_into_what_is_around_it_is_darker_by_a_step() -> None:
    tints = {"tint-1": "#E0E8F0", "tint-2": "#C0D0E0", "tint-3": "#A0B8D0"}
    light, chroma, hue = lch_of("#A0B8D0")
    darker = {
        "tint": "#C0D0E0", "tint2": mix("#C0D0E0", "#A0B8D0", 0.45),
        "tint3": push(color_of(light - 0.06, chroma, hue), colored(**tints)["ink"], LINE_CONTRAST),
    }  # fmt: skip
    near, far = mix("#E0E8F0", "#000000", 0.02), mix("#E0E8F0", "#000000", 0.08)
    assert distance("#E0E8F0", near) < APART < distance("#E0E8F0", far)
    assert colored(near, **tints) | darker == colored(near, **tints)
    assert colored(far, **tints)["tint"] == "#E0E8F0"
    assert colored(**tints)["tint"] == "#E0E8F0", "on white paper"
    assert colored(**{**tints, "tint-1": "#FAFBFC"})["tint"] == "#C0D0E0"


def test_an_accent_as_white_as_paper_is_a_paler_main_color() -> None:
    roles = {"surface": "#FFFFFF", "il-primary": "#204060", "ink": "#000000"}
    pale = push(mix("#204060", "#FFFFFF", 0.42), "#000000", LINE_CONTRAST)
    assert colored(**roles, **{"il-accent": "#FDFDFD"})["accent"] == pale
    assert colored(**roles, **{"il-accent": "#FFCC00"})["accent"] == "#FFCC00"
