"""The partners beside the sender: on handouts and on the closing slide, at an even size, by logo or by name."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.sources.kit_source import read_partners
from htpm_studio.project.model import Partner, Project, partner_name_of
from htpm_studio.scene.nodes import Page, Picture
from htpm_studio.scene.walk import texts, walk
from tests.helpers.bundled import bundled_brands, bundled_campaign, bundled_resources

RESOURCES = bundled_resources()
CAMPAIGN = bundled_campaign()
BRANDS = bundled_brands()
NAMED = Partner("Mill Creek Neighborhood Association")
DRAWN = tuple(Partner(brand.organization, brand.logo) for brand in BRANDS[1:])


def kit_with(*partners: Partner) -> Kit:
    project = Project(replace(BRANDS[0], partners=partners), 2, 2027)
    return build_kit(project, CAMPAIGN, RESOURCES, Options(("deck", "print"), ("letter",)), date(2027, 1, 4))


def pages_with_partners(kit: Kit) -> dict[str, Page]:
    found: dict[str, Page] = {}
    for spec in plan(kit):
        for page in spec.pages:
            if page.template in {"print/flyer", "print/checklist", "print/resources", "deck/closing"}:
                composed = compose(page, kit.page_inputs)
                assert composed.findings == ()
                found[page.template] = composed.page
    return found


def drawn(page: Page) -> list[Picture]:
    names = {brand.organization for brand in BRANDS[1:]}
    return [node for node in walk(page.nodes) if isinstance(node, Picture) and node.alt in names]


@pytest.mark.parametrize("partners", [(NAMED,), DRAWN[:1], DRAWN[:4], (*DRAWN[:3], NAMED)])
def test_partners_are_in_one_row_on_handouts_and_on_the_closing_slide(partners: tuple[Partner, ...]) -> None:
    pages = pages_with_partners(kit_with(*partners))
    assert len(pages) == 4
    for page in pages.values():
        logos = drawn(page)
        assert [logo.alt for logo in logos] == [one.name for one in partners if one.logo]
        if NAMED in partners:
            shown = " ".join(" ".join(block.text.split()) for block in texts(page))
            assert NAMED.name in shown.replace("\u00a0", " ")
        for logo in logos:
            assert logo.box.x >= 0
            assert logo.box.right <= page.size.width - 36
        if len(logos) > 1:
            areas = [logo.box.width * logo.box.height for logo in logos]
            assert max(areas) < 2.2 * min(areas)
            middles = [logo.box.y + logo.box.height / 2 for logo in logos]
            assert max(middles) - min(middles) < 0.1
            for left, right in itertools.pairwise(logos):
                assert left.box.right < right.box.x


def test_without_partners_nothing_speaks_of_them() -> None:
    for page in pages_with_partners(kit_with()).values():
        assert CAMPAIGN.words.partners not in [block.text for block in texts(page)]


@pytest.mark.parametrize("given", [("a",) * 5, ("  ",), ("Clinic=nowhere.svg",), ("nowhere.png",)])
def test_bad_partners_end_in_a_sentence(given: tuple[str, ...]) -> None:
    with pytest.raises(InputError):
        read_partners(given)


@pytest.mark.parametrize(("stem", "name"), [("logo", "Logo"), ("YWCA_west", "YWCA West"), ("--", "--")])
def test_name_from_a_file(stem: str, name: str) -> None:
    assert partner_name_of(stem) == name
