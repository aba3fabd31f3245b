"""Where the sender is: its logo, the name beside, below or instead of it, and the partners, for logos of each shape."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.compose.context import Value
from htpm_studio.compose.theme import Logo, PageTheme
from htpm_studio.scene.nodes import Page, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers.deck_slides import LONG_NAME, SAMPLES, Content, look, slide, svg_logo
from tests.helpers.social_pages import wall

NAMES = ("Elm", "Riverbend Coalition", "Harbor Legal Aid of the Upper Lakes", LONG_NAME)


def page_of(template: str, theme: PageTheme) -> Page:
    if template.startswith("background/"):
        return wall(template, "left", theme)
    sender: dict[str, Value] = {"name": theme.organization, "partners": bool(theme.partners)}
    sender |= {"wide": theme.is_wide, "flat": theme.is_flat}
    content: Content = {**SAMPLES[template], "org": sender, "words": {"partners": "With"}}
    return slide(template, content, theme).page


def test_a_name_below_a_logo_may_be_wider_than_the_logo_where_the_template_says_so() -> None:
    """On the closing slide a logo has 56 units (336 points) and a name 72 (432)."""
    theme = look(name="Harbor Legal Aid of the Upper Lakes and its Hills", logo=svg_logo(400, 150, 9.0))
    (name,) = [one for one in walk(page_of("deck/closing", theme).nodes) if isinstance(one, TextBlock) and one.fixed
               and one.name == "org"]  # fmt: skip
    assert len(name.lines) == 1
    assert 336 < name.box.width < 432


@pytest.mark.parametrize("logo", [None, svg_logo(60, 400, 9.0), svg_logo(200, 200, 9.0)])
@pytest.mark.parametrize("name", NAMES[1:3])
def test_a_name_across_a_lobby_is_larger_than_in_the_foot_of_a_talk(logo: Logo | None, name: str) -> None:
    theme = replace(look(name=name, logo=logo), named=logo is not None)
    sizes = []
    for content in (SAMPLES["deck/help"], {**SAMPLES["deck/help"], "large": "6.7"}):
        words = [node for node in walk(slide("deck/help", content, theme).page.nodes) if isinstance(node, TextBlock)]
        sizes.append(next(node.style.size for node in words if node.text.split() == name.split()))
    assert sizes[1] > sizes[0]
