"""What a kit is made from: what is given lies over the saved kit, up to the bounds, and nothing else of it changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.export.kit.edits import ALL_PIECES, DUOTONE, TONE
from htpm_studio.export.sources import kit_source
from htpm_studio.export.sources.kit_source import (
    KitSource,
    read_partners,
    read_project,
    week_dates_of,
    with_occasion,
    with_records,
)
from htpm_studio.project.model import Brand, Consent, Official, Partner, Photo, Project
from htpm_studio.project.records import PhotoRecord
from htpm_studio.scene.nodes import PictureSource
from htpm_studio.weeks import WEEK_NUMBERS

TODAY = dt.date(2026, 11, 27)
PICTURE = PictureSource("1" * 64, "png", b"picture", (30, 20))
SAVED = Project(
    Brand("Elm", ("#0F5C5C",), None, (Partner("Oak", None),), style="calm"), 3, 2028, language="es", theme="Look",
    wear_blue=(2,), official=Official("Ana", "Mayor", "Elm"), saved=dt.datetime(2027, 1, 2),
)  # fmt: skip


def source(**given: Any) -> KitSource:
    return replace(KitSource(project=SAVED, today=TODAY), **given)


def test_what_is_not_given_comes_from_the_saved_kit() -> None:
    assert read_project(source()) == SAVED
    new = read_project(KitSource(organization="  Harbor   Aid ", today=TODAY))
    assert (new.brand.organization, new.week, new.year, new.language) == ("Harbor Aid", 1, 2027, "en")


@pytest.mark.parametrize(
    ("given", "changed"),
    [
        ({"organization": " Oak  Hill "}, {"organization": "Oak Hill"}),
        ({"colors": ("#0b6e69", "112233")}, {"colors": ("#0B6E69", "#112233")}),
        ({"partners": ("Fir",)}, {"partners": (Partner("Fir", None),)}),
        ({"style": "quiet"}, {"style": "quiet"}),
        ({"pair": "source"}, {"pair": "source"}),
        ({"name_beside": "never"}, {"name_beside": "never"}),
    ],
)
def test_a_part_of_the_brand_is_replaced_alone(given: dict[str, Any], changed: dict[str, Any]) -> None:
    assert read_project(source(**given)) == replace(SAVED, brand=replace(SAVED.brand, **changed))


@pytest.mark.parametrize(
    ("given", "changed"),
    [
        ({"year": 2030}, {"year": 2030}),
        ({"language": "en"}, {"language": "en"}),
        ({"theme": " Look   twice "}, {"theme": "Look twice"}),
        ({"date": dt.datetime(2029, 5, 1)}, {"saved": dt.datetime(2029, 5, 1)}),
        ({"wear_blue": True}, {"wear_blue": WEEK_NUMBERS}),
        ({"official": Official(name=" Bo ")}, {"official": Official("Bo", "Mayor", "Elm")}),
        ({"duotone": True}, {"edits": SAVED.edits.changed(ALL_PIECES, TONE, DUOTONE)}),
    ],
)
def test_anything_else_is_replaced_alone(given: dict[str, Any], changed: dict[str, Any]) -> None:
    assert read_project(source(**given)) == replace(SAVED, **changed)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"project": None}, "The organization has no name."),
        ({"colors": ("#0B6E69",) * 3}, "3 colors were given."),
        ({"photos": (Path("a.jpg"),) * 51}, "51 photos were given."),
        ({"partners": ("Fir",) * 5}, "5 partners were given."),
        ({"theme": "x" * 121}, "The theme line has 121 characters."),
        ({"official": Official(office="x" * 121)}, "What was given as office has 121 characters."),
    ],
)
def test_more_than_there_may_be_is_named(given: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_project(source(**given))
    assert str(caught.value.message) == words


def test_partners_are_names_or_logos_or_both(tmp_path: Path) -> None:
    logo = tmp_path / "fir-tree.PNG"
    Image.new("RGB", (60, 40), "#123456").save(logo)
    named, file, alone = read_partners((f"Fir House={logo}", str(logo), "Fir.House"))
    assert (named.name, alone) == ("Fir House", Partner("Fir.House", None))
    assert file.name == "Fir Tree"
    assert named.logo is not None
    assert named.logo == file.logo


@pytest.mark.parametrize(
    "text", ["1", "1=2027-01-01", "x=2027-01-01..2027-01-10", "1=2027-01-01..2027-01-32", "1=2=3..4"]
)
def test_other_words_name_no_dates(text: str) -> None:
    with pytest.raises(InputError, match="does not say when a week is"):
        week_dates_of(text)


def test_dates_of_weeks_are_given_over_those_of_the_kit() -> None:
    days = (dt.date(2027, 1, 1), dt.date(2027, 1, 10))
    assert week_dates_of(" 1=2027-01-01 .. 2027-01-10 ") == (1, *days)
    made = with_occasion(SAVED, ("1=2028-01-01..2028-01-10",), Official(), wear_blue=False)
    assert made == SAVED.with_week_dates(1, (dt.date(2028, 1, 1), dt.date(2028, 1, 10)))


def test_each_photo_has_its_record_and_a_record_without_a_photo_is_named() -> None:
    photos = (Photo(PICTURE, "a.jpg", people="staff"), Photo(PICTURE, "b.jpg", alt="Before", people="staff"))
    record = PhotoRecord("b.jpg", Consent("Ana"), "By Ana", "A field", True)
    first, second = with_records(photos, (record,))
    assert first == photos[0]
    assert second == replace(
        photos[1], consent=Consent("Ana"), credit="By Ana", alt="A field", withdrawn=True, people="staff"
    )
    assert with_records(photos, (replace(record, people="nobody"),))[1].people == "nobody"
    with pytest.raises(InputError, match=r"names c\.jpg, d\.jpg, which was not given"):
        with_records(photos, (record, PhotoRecord("c.jpg"), PhotoRecord("d.jpg")))


def test_a_kit_is_given_up_to_its_most_photos_and_is_told_how_many_that_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "team.png"
    Image.new("RGB", (2, 2)).save(path)
    most = 2
    monkeypatch.setattr(kit_source, "MOST_PHOTOS", most)
    assert len(read_project(source(photos=(path,) * most)).photos) == most
    with pytest.raises(InputError, match=f"{most + 1} photos were given") as caught:
        read_project(source(photos=(path,) * (most + 1)))
    assert caught.value.hint == f"Give at most {most}."
