"""What foreign words lie on: whether they can be read there, and the color in which they can."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from htpm_studio.export.decks.drawn.ground import Ground
from htpm_studio.project.oklch import contrast
from htpm_studio.render.pptx.deck_template.geometry import TITLES, PlaceholderPlace
from htpm_studio.render.pptx.deck_template.reader import read_deck_template
from tests.helpers.wild_decks import changed, lone, office

MASTER = "ppt/slideMasters/slideMaster1.xml"


def looked(data: bytes) -> tuple[Ground, PlaceholderPlace]:
    """The ground of the first layout, and its place for a title."""
    deck = read_deck_template("x.pptx", data)
    title = deck.layouts[0].first(*TITLES)
    assert title is not None
    return Ground(deck, deck.layouts[0]), title


def on(*shapes: str) -> bytes:
    """The usual design with shapes on its master."""
    drawn = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{90 + at}" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>{shape}</p:sp>'
        for at, shape in enumerate(shapes)
    )
    return changed(office(), MASTER, lambda xml: xml.replace(b"</p:grpSpPr>", b"</p:grpSpPr>" + drawn.encode(), 1))


def whole(outline: str, fill: str) -> str:
    """A shape over the whole slide."""
    frame = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm>'
    return f'<p:spPr>{frame}<a:prstGeom prst="{outline}"><a:avLst/></a:prstGeom>{fill}</p:spPr>'


DARK = '<a:solidFill><a:srgbClr val="101820"/></a:solidFill>'


@pytest.mark.parametrize("design", [office, lone])
def test_a_usual_design_can_be_read(design: Callable[[], bytes]) -> None:
    ground, title = looked(design())
    assert ground.is_readable(title)
    assert ground.can_be_read(title)


def test_black_words_on_a_dark_shape_get_the_color_of_the_theme_that_can_be_read() -> None:
    ground, title = looked(on(whole("rect", DARK)))
    assert not ground.is_readable(title)
    assert ground.can_be_read(title)
    assert ground.instead(title).role == "bg1"


def test_a_shape_that_is_not_known_may_be_filled_or_not() -> None:
    ground, title = looked(on(whole("flowChartDocument", DARK)))
    assert ground.is_readable(title), "black words where it is empty, as far as anybody knows"


@pytest.mark.parametrize("color", ["FFFFFF", "101820", "FFD400", "808080", "0E87A4"])
def test_the_colors_of_a_table_can_be_read_on_any_ground(color: str) -> None:
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
    ground, title = looked(on(whole("rect", fill)))
    inks = ground.inks(title.frame, title)
    assert contrast(inks.text.hex, f"#{color}") >= 2.9
    assert contrast(inks.quiet.hex, f"#{color}") >= 2.9
    assert contrast(inks.accent.hex, f"#{color}") >= 2.9
    assert contrast(inks.on_strong.hex, inks.strong.hex) >= 4.5
    assert inks.panel is None
    assert {inks.text.role, inks.accent.role, inks.strong.role} <= {*ground.colors}
