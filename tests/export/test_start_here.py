"""START-HERE.html in a browser: what has the focus shows, and its pictures are there from the start."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from htpm_studio.export.catalogue import plan
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.social import social_orders
from htpm_studio.export.specs import RenderedFile
from htpm_studio.export.start_here import start_here
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.oklch import contrast
from tests.helpers.bundled import bundled_campaign, bundled_resources


def kit_of(color: str) -> Kit:
    project = Project(Brand("Riverbend", (color,)), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 28))


@pytest.mark.parametrize("color", ["#7B0323", "#FFF3B0", "#39FF14", "#000000"])
def test_what_has_the_focus_is_marked_by_a_line_that_shows_on_light_and_dark_paper(color: str) -> None:
    page = start_here(kit_of(color), (), (), {}).decode()
    (role,) = re.findall(r"focus-visible\{outline:3px solid var\(--(\w+)\)", page)
    light, dark = (dict(re.findall(r"--([\w-]+):(#\w{6})", one)) for one in re.findall(r":root\{([^}]+)\}", page))
    for scheme in (light, dark):
        assert contrast(scheme[role], scheme["paper"]) >= 3


def test_what_to_begin_with_leads_to_the_deck_the_flyer_and_the_posts_that_the_kit_has() -> None:
    kit = kit_of("#7B0323")
    every = {order.path: order for order in plan(kit)}
    deck, flyer = "deck/week-2-training-deck.pptx", "print/letter/flyer.pdf"
    post = next(path for path in every if path.startswith("social/"))

    def steps(*paths: str) -> list[str]:
        page = start_here(kit, [RenderedFile(every[path], b"x") for path in paths], (), {}).decode()
        first = re.search(r'<ol class="first w">(.*?)</ol>', page)
        return re.findall(r'href="([^"]+)"', first.group(1)) if first else []

    assert steps(post, flyer, deck) == [deck, flyer, "#social"]
    assert steps("print/letter/poster.pdf", "deck/week-2-loop-deck.pptx") == []
    assert steps("print/letter/poster.pdf", "deck/week-2-loop-deck.pptx", flyer) == [flyer]
    assert steps("print/a4/flyer.pdf") == ["print/a4/flyer.pdf"]


def test_pictures_do_not_wait_so_that_a_link_to_a_section_ends_there() -> None:
    kit = kit_of("#7B0323")
    order = next(iter(social_orders(kit)))
    page = start_here(kit, (RenderedFile(order, b"x"),), (), {order.path: "data:image/png;base64,AA=="}).decode()
    assert '<img src="data:image/png;base64,AA=="' in page
    assert "loading=" not in page


def headings_of(language: str) -> list[str]:
    """What the cards of printed pieces are called where flyer and checklist have the title of the week."""
    campaign = bundled_campaign(language)
    week = campaign.week(2)
    alike = tuple(replace(one, fields={**one.fields, "head": week.title}) for one in week.handouts)
    weeks = tuple(replace(one, handouts=alike) if one.number == 2 else one for one in campaign.weeks)
    project = Project(Brand("Riverbend"), 2, 2027, language=language)
    kit = build_kit(project, replace(campaign, weeks=weeks), bundled_resources(), Options(), dt.date(2026, 11, 28))
    made = tuple(RenderedFile(order, b"x") for order in plan(kit) if order.medium == "print")
    page = start_here(
        kit, made, (), dict.fromkeys((one.order.path for one in made), "data:image/png;base64,AA==")
    ).decode()
    names = re.findall("<h3>(.*?)</h3>", page)
    assert not set(re.findall('<img src="data:image/png;base64,AA==" alt="(.+?)"', page)) & {*names}, "said twice"
    return names


@pytest.mark.parametrize(
    ("language", "flyer", "checklist"), [("en", "Flyer", "Action checklist"), ("es", "Volante", "Lista de acciones")]
)
def test_pieces_with_the_same_title_say_which_they_are(language: str, flyer: str, checklist: str) -> None:
    names = headings_of(language)
    assert len(names) == len(set(names))
    for piece in (flyer, checklist):
        assert sum(name.startswith(f"{piece}: ") for name in names) == 2, "and in large print"
    assert not any(name.startswith("Poster: Poster") for name in names)
