"""What is in the fields of templates: values filled in, pictures, shares of a bar, and how things are written."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from PIL import Image

from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.decoding.values import Fields
from htpm_studio.export.kit.content import (
    bare,
    drawing_of,
    filled,
    fixed_words,
    picture_credits,
    shared_values,
    texted,
    where_to_search,
)
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.project.model import Brand, Partner, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.marks import mark

FIRST, SECOND = (
    Photo(PictureSource("1", "jpeg", b"", (9, 9)), "a.jpg"),
    Photo(PictureSource("2", "jpeg", b"", (9, 9)), "b.jpg"),
)


@cache
def kit(*photos: Photo, language: str = "en", partners: int = 0) -> Kit:
    brand = Brand("Riverbend", logo=mark(30, 10), partners=(Partner("Harbor"),) * partners)
    project = Project(brand, 2, 2027, photos, language)
    return build_kit(project, bundled_campaign(language), bundled_resources(), Options(), date(2026, 11, 28))


def content(fields: Fields, template: str = "social/statistic") -> Mapping[str, Value]:
    return filled(kit(), fields, template=template)


@pytest.mark.parametrize(
    ("number", "share"),
    [
        ("25%", ("25", "75")), (" 25 % ", ("25", "75")), ("12.5%", ("12.5", "87.5")), ("12,5 %", ("12.5", "87.5")),
        ("1%", ("1", "99")), ("99%", ("99", "1")), ("0%", None), ("100%", None), ("25", None), ("4 in 5", None),
        ("about 25%", None), ("", None),
    ],
)  # fmt: skip
def test_a_percentage_is_a_bar_and_what_is_left_of_it(number: str, share: tuple[str, str] | None) -> None:
    found = content({"number": number})
    assert ((found["share"], found["rest"]) if "share" in found else None) == share
    assert "share" not in content({"number": ("25%",)})
    assert "share" not in content({})


def test_texts_lists_and_rows_are_filled_in_and_a_site_to_search_becomes_a_sentence() -> None:
    words = kit().campaign.words
    made = content(
        {"head": "In {year}", "items": ("One", "In {year}"), "rows": ({"text": "{year}", "search": "a.gov"},)}
    )
    assert (made["head"], made["items"]) == ("In 2027", ("One", "In 2027"))
    assert made["rows"] == ({"text": "2027", "search": where_to_search(words, "a.gov")},)
    assert "a.gov" in where_to_search(words, "a.gov")
    assert where_to_search(words, "") == words.copy.search


def test_a_helpline_is_texted_by_its_number_or_by_a_word_to_it() -> None:
    hotline, words = kit().campaign.hotline, kit().campaign.words
    spelled, word = replace(hotline, text_keyword="BEFREE"), replace(hotline, text_keyword="HELP")
    assert texted(replace(hotline, text_keyword=""), words) == texted(spelled, words) == "233733"
    assert "HELP" in texted(word, words)
    assert "233733" in texted(word, words)


def test_words_for_teenagers_are_those_of_their_tone_and_the_week_is_counted() -> None:
    spanish = kit(language="es")
    adult, teen = (filled(spanish, {}, template="social/help", tone=tone)["words"] for tone in ("adult", "teen"))
    assert adult == shared_values(spanish)["words"] != teen
    words = fixed_words(spanish.campaign.words, spanish)
    assert words["week_of"] == "Semana 2 de 5"
    assert isinstance(words["print"], Mapping)


def test_a_drawing_is_described_by_the_campaign_where_it_is_the_one_that_it_names() -> None:
    scene = next(iter(kit().scenes))
    usual = kit().drawing(scene)
    assert usual is not None
    found = drawing_of(kit(), scene, "In {year}")
    assert found is not None
    assert (found.alt, found.source) == ("In 2027", usual.source)
    assert drawing_of(kit(), scene) == usual
    assert drawing_of(kit(), "no scene", "Words") is None
    shown = kit().scenes[scene]
    other = replace(kit(), instead={**kit().instead, scene: next(name for name in kit().scenes if name != scene)})
    stand_in = drawing_of(other, scene, "In {year}")
    assert stand_in is not None
    assert stand_in.name != shown.name
    assert stand_in.alt != "In 2027", "that is of another scene"


def test_a_template_gets_the_drawing_with_the_words_of_the_campaign_unless_it_is_a_post() -> None:
    scene = next(iter(kit().scenes))

    def alt(template: str, fields: Fields) -> str | None:
        found = filled(kit(), fields, template=template, alt="Said.").get("picture")
        return found.alt if isinstance(found, PictureRef) else None

    assert alt("print/flyer", {"picture": scene}) == "Said."
    assert alt("social/photo", {"picture": scene}) == kit().scenes[scene].alt
    assert alt("print/flyer", {"picture": ""}) is alt("print/flyer", {}) is None


def test_credits_name_each_photographer_once_and_else_say_that_people_are_drawn() -> None:
    named = replace(FIRST, credit="Ana"), replace(SECOND, credit="Ana")
    made = kit(*named)

    def credit(of: Kit, *pictures: object) -> str:
        return picture_credits(of, [{"picture": one} for one in pictures])  # type: ignore[dict-item]

    photos = [PictureRef(one.source) for one in named]
    people, nobody = (
        next(one for one in made.scenes.values() if one.drawn is not None and bool(one.drawn.people) is some)
        for some in (True, False)
    )
    assert credit(made, *photos) == credit(made, photos[0], people) == "Photos: Ana."
    both = kit(replace(FIRST, credit="Ana"), replace(SECOND, credit="Ben"))
    assert credit(both, *photos) == "Photos: Ana, Ben."
    assert credit(both, photos[1]) == "Photos: Ben."
    assert credit(made, people) == credit(made, nobody, people) == made.campaign.month.picture_credit != ""
    assert credit(made, nobody) == credit(made, "no picture") == credit(made) == ""
    assert credit(kit(FIRST), photos[0], people) == "", "nobody is named, and not all are drawn"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://www.example.org/", "example.org"), ("http://example.org/a/", "example.org/a"),
        ("example.org", "example.org"), ("https://", "https://"), ("", ""),
    ],
)  # fmt: skip
def test_an_address_is_written_as_people_write_it(address: str, said: str) -> None:
    assert bare(address) == said


def test_a_photo_of_a_piece_is_not_in_a_design_that_has_no_place_for_it() -> None:
    data = io.BytesIO()
    Image.radial_gradient("L").resize((64, 64)).save(data, "JPEG")
    photo = Photo(PictureSource("key", "jpeg", data.getvalue(), (2400, 1600)), "a.jpg", people="nobody")

    def shown(template: str) -> bool:
        found = filled(kit(photo), {"head": "Ask"}, template=template, piece="w2/print/flyer").get("picture")
        return isinstance(found, PictureRef) and found.source.key == "key"

    assert shown("print/flyer")
    assert not shown("print/checklist")
