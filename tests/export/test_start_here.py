"""START-HERE.html in a browser: what has the focus shows, and its pictures are there from the start."""

from __future__ import annotations

import datetime as dt
import re

import pytest

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


def test_pictures_do_not_wait_so_that_a_link_to_a_section_ends_there() -> None:
    kit = kit_of("#7B0323")
    order = next(iter(social_orders(kit)))
    page = start_here(kit, (RenderedFile(order, b"x"),), (), {order.path: "data:image/png;base64,AA=="}).decode()
    assert '<img src="data:image/png;base64,AA=="' in page
    assert "loading=" not in page
