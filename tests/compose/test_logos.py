"""Where the sender is: its logo, the name beside, below or instead of it, and the partners, for logos of each shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from htpm_studio.compose.context import Value
from htpm_studio.compose.theme import Logo, PageTheme, PartnerLogo
from htpm_studio.scene.nodes import Color, Page, Picture, Shape, TextBlock
from htpm_studio.scene.walk import walk
from tests.helpers.deck_slides import LONG_NAME, SAMPLES, Content, look, slide, svg_logo
from tests.helpers.social_pages import wall

SHAPES = ((60, 400), (200, 200), (400, 150), (900, 120), (2000, 100))
NAMES = ("Elm", "Riverbend Coalition", "Harbor Legal Aid of the Upper Lakes", LONG_NAME)


def placed(page: Page) -> Iterator[str]:
    """The logos, names and plates of a page with their boxes, in the order in which they are drawn."""
    for node in walk(page.nodes):
        if isinstance(node, Picture) and not node.slot:
            yield f"{node.name} {node.alt[:12]}: {box(node)}"
        elif isinstance(node, TextBlock) and node.name.startswith(("org", "partner")):
            yield f"{node.name} {len(node.lines)} x {node.style.size:.2f}: {box(node)}"
        elif isinstance(node, Shape) and node.name == "ground":
            yield f"{node.name} {node.fill.role if isinstance(node.fill, Color) else node.fill}: {box(node)}"


def box(node: Picture | TextBlock | Shape) -> str:
    return " ".join(f"{value:.2f}" for value in (node.box.x, node.box.y, node.box.width, node.box.height))


def senders() -> Iterator[tuple[str, PageTheme]]:
    for at, (wide, high) in enumerate(SHAPES):
        for named in (False, True):
            theme = look(name=NAMES[(at + named) % 4], logo=svg_logo(wide, high, 1.1 if (at + named) % 2 else 9.0))
            yield f"{wide} x {high}{' named' * named}", replace(theme, named=named)
    for name in NAMES:
        yield f"{len(name)} letters", look(name=name)
        yield f"{len(name)} letters below a mark", replace(look(name=name, logo=svg_logo(300, 200, 9.0)), named=True)
    logos = [PartnerLogo(f"Partner {at}", svg_logo(wide, high, 6.0)) for at, (wide, high) in enumerate(SHAPES[:4])]
    several = (*logos[:3], PartnerLogo("A partner without a logo", None))
    for count in (1, 2, 4):
        yield f"{count} partners", replace(look(logo=svg_logo(300, 200, 9.0)), partners=several[:count])


def page_of(template: str, theme: PageTheme) -> Page:
    if template.startswith("background/"):
        return wall(template, "left", theme)
    sender: dict[str, Value] = {"name": theme.organization, "partners": bool(theme.partners)}
    sender |= {"wide": theme.is_wide, "flat": theme.is_flat}
    content: Content = {**SAMPLES[template], "org": sender, "words": {"partners": "With"}}
    return slide(template, content, theme).page


@pytest.mark.parametrize("template", ["deck/closing", "background/quiet-field"])
def test_every_sender_keeps_its_place(template: str, golden: Callable[[str, str], None]) -> None:
    """A changed line says that senders look different: look at such a page."""
    rows = []
    for called, theme in senders():
        rows += [called, *(f"  {row}" for row in placed(page_of(template, theme)))]
    golden(f"sender/{template.replace('/', '-')}", "\n".join((*rows, "")))


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
