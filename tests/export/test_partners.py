"""Rows of a list of partners: what a cell may say, what is wrong with it, and in which words that is reported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from htpm_studio.errors import InputError
from htpm_studio.export.sources.partners import (
    MAX_CELL,
    PartnerRow,
    brand_of,
    folder_stem,
    logo_path,
    mistakes_of,
    repeated,
    weeks_of,
)
from htpm_studio.project.file_forms import MAX_NAME
from tests.helpers.partner_lists import partners_in

READY = (1, 2, 3, 5)


def wrong(**cells: Any) -> list[tuple[str, str]]:
    row = PartnerRow(2, **({"organization": "Hope"} | cells))
    return [(one.field, str(one.message)) for one in mistakes_of(row, Path(), READY, (2,))]


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("", (2,)), ("3", (3,)), ("1-3", (1, 2, 3)), ("1 – 3", (1, 2, 3)), ("1, 3", (1, 3)), ("3;1", (3, 1)),
        ("1/2 5", (1, 2, 5)), ("all", READY), ("Weeks 1-2", (1, 2)), ("week 1", (1,)), ("2, 2", (2,)), ("3-3", (3,)),
    ],
)  # fmt: skip
def test_weeks_are_written_in_several_ways(text: str, weeks: tuple[int, ...]) -> None:
    assert weeks_of(PartnerRow(week=text), READY, (2,)) == weeks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("6", "Week 6 has no content yet."), ("0", '"0" is not a week.'), ("3-1", '"3-1" is not a week.'),
        ("4", "Week 4 has no content yet."), ("1, 4", "Week 4 has no content yet."),
        ("x" * 41, f'"{"x" * 40}" is not a week.'),
    ],
)  # fmt: skip
def test_other_weeks_are_refused_with_what_was_written(text: str, said: str) -> None:
    assert wrong(week=text) == [("week", said)]


def test_the_logo_lies_beside_the_list_and_never_on_a_network(tmp_path: Path) -> None:
    assert logo_path(PartnerRow(logo="a/b.png"), tmp_path) == tmp_path / "a" / "b.png"
    assert logo_path(PartnerRow(logo="C:/b.png"), tmp_path) is not None
    assert logo_path(PartnerRow(), tmp_path) is None
    for text in ("//server/a.png", "\\\\server\\a.png", "https://a.org/b.png", "\\/a"):
        with pytest.raises(InputError, match="is not a file on this computer"):
            logo_path(PartnerRow(logo=text), tmp_path)


def test_every_mistake_of_a_row_is_named_in_its_cell() -> None:
    assert wrong() == []
    assert wrong(language="ES", week="all", color="#123456", color2="#abc", name_beside="auto") == []
    assert [cell for cell, _ in wrong(organization="")] == ["organization"]
    assert [cell for cell, _ in wrong(color="red-ish", color2="x", name_beside="perhaps")] == [
        "name_beside",
        "color",
        "color2",
    ]
    assert wrong(language="x" * 41) == [("language", f'There is no language "{"x" * 40}".')]
    assert wrong(color2="#123456") == [("color", "There is a second color, but no first one.")]
    assert [cell for cell, _ in wrong(contact="1-888-373-7889", phone="1-888-373-7880")] == ["contact", "phone"]
    assert wrong(phone="555") == [("phone", "“555” is not a phone number.")]
    assert [cell for cell, _ in wrong(flaw="surplus")] == ["organization"]
    assert "quotation mark" in wrong(flaw="unclosed")[0][1] or "several lines" in wrong(flaw="unclosed")[0][1]


@pytest.mark.parametrize(
    "phone",
    [
        "988",
        "211",
        "911",
        "016",
        "Text HOME to 741741",
        "1-800-799-SAFE",
        "555-0120",
        "+34 600 00 00 00",
        "988 or 555-0120",
    ],
)
def test_what_a_helpline_is_reached_by_is_a_number(phone: str) -> None:
    assert wrong(phone=phone) == []


@pytest.mark.parametrize("phone", ["555", "12", "5550", "none", "call us"])
def test_what_nobody_answers_is_to_fix(phone: str) -> None:
    assert [cell for cell, _ in wrong(phone=phone)] == ["phone"]


def test_cells_are_as_long_as_they_may_be() -> None:
    assert wrong(contact="x" * MAX_CELL, office="x" * MAX_NAME) == []
    assert wrong(contact="x" * (MAX_CELL + 1)) == [("contact", f'"contact" is longer than {MAX_CELL} characters.')]
    assert wrong(office="x" * (MAX_NAME + 1)) == [("office", f'"office" is longer than {MAX_NAME} characters.')]


def test_a_list_names_its_columns_and_what_is_unused(tmp_path: Path) -> None:
    found = partners_in("Organization,Shoe size,,Week\nHope,x,y,2\nLight,,,", tmp_path)
    assert [(row.line, row.organization, row.week, row.flaw) for row in found.rows] == [
        (2, "Hope", "2", ""), (3, "Light", "", ""),
    ]  # fmt: skip
    assert (found.folder, found.unused) == (tmp_path, ("Shoe size", "Column 3"))
    long = partners_in(f"organization,{'x' * 50}\nHope,1", tmp_path)
    assert long.unused == ("x" * 40,)


def test_a_list_without_names_and_an_empty_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No column of The table has the names") as refused:
        partners_in("week,zip\n1,23220", tmp_path)
    assert refused.value.hint == "The columns are: week, zip."
    with pytest.raises(InputError, match="does not list any organizations"):
        partners_in("organization\n", tmp_path)


def test_a_row_with_more_cells_or_lines_run_together_is_marked(tmp_path: Path) -> None:
    found = partners_in('organization,week,contact\nHope,1,a,\nLight,2,b,x\n"Deep,2\nDark",3\n"A\nB",1,c', tmp_path)
    assert [(row.line, row.flaw) for row in found.rows] == [(2, ""), (3, "surplus"), (5, "unclosed"), (7, "")]


def test_the_same_organization_and_week_twice_is_pointed_out() -> None:
    rows = [
        PartnerRow(2, "Hope", week="1"), PartnerRow(3, "HOPE", week="1"), PartnerRow(4, "Hope", week="2"),
        PartnerRow(0, "Light"), PartnerRow(0, "Light"), PartnerRow(5), PartnerRow(6),
    ]  # fmt: skip
    assert [(at, str(one.message)) for at, one in repeated(rows)] == [
        (1, "HOPE is already in the list, in line 2."), (4, "Light is already in the list."),
    ]  # fmt: skip


def test_the_brand_of_a_row_has_its_colors_and_how_to_reach_it() -> None:
    row = PartnerRow(
        2, "  Hope  House ", color="#112233", color2="#445566", contact="a@b.org", phone="555", name_beside=""
    )
    brand = brand_of(row, Path())
    assert (brand.organization, brand.colors) == ("Hope House", ("#112233", "#445566"))
    assert (brand.contact, brand.local_number, brand.logo, brand.name_beside) == ("a@b.org", "555", None, "auto")
    assert brand_of(PartnerRow(2, "A", color="#112233"), Path()).colors == ("#112233",)


def test_a_folder_is_named_after_its_organization_or_by_a_short_hash() -> None:
    assert folder_stem("Hope & Light") == "hope-light"
    assert folder_stem("File") == "file"
    assert folder_stem("希望").startswith("partner-")
    assert len(folder_stem("希望")) == len("partner-") + 8
    assert folder_stem("希望") != folder_stem("望")


def test_a_row_after_empty_lines_is_whole(tmp_path: Path) -> None:
    (row,) = partners_in("organization,logo\n\n\nHarbor\n", tmp_path).rows
    assert (row.line, row.organization, row.flaw) == (4, "Harbor", "")


def test_who_writes_no_week_is_told_how_many_there_are() -> None:
    with pytest.raises(InputError) as refused:
        weeks_of(PartnerRow(week="soon"), (1, 2, 5), ())
    assert "from 1 to 5" in str(refused.value.hint)
