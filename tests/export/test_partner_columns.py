"""Lists as people keep them: any headings, separators and encodings are read, and each column is what it looks like."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from htpm_studio.cli.commands import main
from htpm_studio.errors import InputError
from htpm_studio.export.sources.partner_columns import (
    ColumnMatch,
    PartnerTable,
    match_columns,
    open_list,
    partners_of,
    pasted_list,
    read_partners,
    with_choices,
    with_field,
    with_headings,
)
from htpm_studio.export.sources.partners import EXAMPLE, MAX_CELL
from htpm_studio.project import table_file
from htpm_studio.project.workbook import MAX_COLUMNS
from tests.helpers.sweeps import cases

NAMES = ("Harbor Legal Aid", "Northside Clinic", "Oak Street Library", "Casa de la Esperanza", "Grace Church")
VALUES = {
    "organization": NAMES,
    "phone": ("804-555-0101", "(804) 555-0102", "+1 804 555 0103", "804.555.0104 ext. 12", "8045550105"),
    "contact": ("harbor.example", "https://www.northside.example/en", "oak.example", "casa.example", "grace.example"),
    "color": ("#1F4E79", "#7A1F4B", "#2F6B2F", "#123456", "#ABCDEF"),
    "logo": ("harbor.svg", "northside.png", "oak street.jpg", "casa.webp", "grace.PNG"),
    "language": ("English", "Spanish", "español", "en", "Inglés"),
    "mail": ("a@harbor.example", "b@northside.example", "c@oak.example", "d@casa.example", "e@grace.example"),
    "people": ("Ana Ruiz", "Ben Ode", "Cy Doe", "Dee Fox", "Eve Ray"),
    "city": ("Richmond", "Norfolk", "Richmond", "Norfolk", "Richmond"),
    "zip": ("23220", "23221-1234", "23222", "23223", "23224"),
    "date": ("2026-11-02", "11/03/2026", "2026-11-04", "2026-11-05", "2026-11-06"),
    "code": ("A-1", "A-2", "A-3", "A-4", "A-5"),
    "week": ("2", "1-3", "all", "3, 4", "5"),
}
Lists = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""Separator, encoding, a line above the table, and each heading with what is below it."""

LISTS: tuple[Lists, ...] = (
    (",", "utf-8", "", (("Agency", "organization"), ("Phone", "phone"), ("Website", "contact"), ("City", "city"))),
    (",", "utf-8-sig", "", (("Agency Name", "organization"), ("Contact Name", "people"), ("Phone Number", "phone"))),
    (";", "cp1252", "", (("Organización", "organization"), ("Teléfono", "phone"), ("Página web", "contact"))),
    (";", "latin-1", "", (("Nombre de la agencia", "organization"), ("Ciudad", "city"), ("Número", "phone"))),
    (";", "utf-8", "", (("Nombre", "people"), ("Institución", "organization"), ("Correo electrónico", "mail"))),
    ("\t", "utf-16", "", (("Company", "organization"), ("E-mail address", "mail"), ("ZIP", "zip"))),
    ("\t", "utf-16-le", "", (("Nonprofit", "organization"), ("Web site", "contact"), ("Joined", "date"))),
    (",", "utf-16-be", "", (("Member", "organization"), ("Tel.", "phone"), ("Member ID", "code"))),
    ("|", "utf-8", "", (("Partner organization", "organization"), ("Logo of partner", "logo"), ("Fax", "phone"))),
    ("|", "cp1252", "", (("Compañía", "organization"), ("Logotipo", "logo"), ("Color principal", "color"))),
    (",", "utf-8", "", (("Verein", "organization"), ("Telefon", "phone"), ("Seite", "contact"), ("Ort", "city"))),
    (",", "utf-8", "", (("x1", "phone"), ("x2", "city"), ("x3", "organization"), ("x4", "color"), ("x5", "logo"))),
    (",", "utf-8", "Members of our coalition", (("Group", "organization"), ("Main number", "phone"))),
    (";", "utf-8", "", (("School", "organization"), ("Principal", "people"), ("Preferred language", "language"))),
    (";", "utf-16", "", (("Iglesia", "organization"), ("Idioma", "language"), ("Semana", "week"))),
    (",", "utf-8", "", (("Name", "organization"), ("Brand color", "color"), ("Mobile", "phone"), ("Notes", "city"))),
    ("\t", "utf-8", "", (("Name", "people"), ("Employer", "organization"), ("Homepage", "contact"))),
    (",", "utf-8", "", (("Contact", "people"), ("Agency", "organization"), ("Website", "contact"))),
    (",", "utf-8", "", (("", "organization"), ("", "phone"), ("", "contact"))),
    (",", "utf-8", "", (("Anything at all", "organization"),)),
)
USED = ("organization", "phone", "contact", "color", "logo", "language", "week")


def table(folder: Path, separator: str, encoding: str, title: str, columns: tuple[tuple[str, str], ...]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerows([[title, *[""] * (len(columns) - 1)]] if title else [])
    heads = [heading for heading, _ in columns]
    writer.writerows([heads] if any(heads) else [])
    writer.writerows(zip(*(VALUES[kind] for _, kind in columns), strict=True))
    path = folder / "list.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def kinds(match: ColumnMatch) -> tuple[str, ...]:
    return tuple(column.field for column in match.columns)


def looked_at(text: str, folder: Path = Path()) -> tuple[PartnerTable, ColumnMatch]:
    found = pasted_list(text, folder)
    return found, match_columns(found)


@pytest.mark.parametrize("made", LISTS, ids=lambda made: "-".join(heading for heading, _ in made[3]) or "none")
def test_a_list_with_other_headings_is_read_and_asks_for_a_look(tmp_path: Path, made: Lists) -> None:
    separator, encoding, title, columns = made
    found = open_list(table(tmp_path, separator, encoding, title, columns))
    match = match_columns(found)
    taken = {kind for _, kind in columns}
    wanted = {
        number: "contact" if kind == "mail" and "contact" not in taken else kind
        for number, (heading, kind) in enumerate(columns)
        if (kind in USED or kind == "mail") and heading != "Fax"
    }
    assert {number: field for number, field in enumerate(kinds(match)) if field} == wanted
    assert not match.certain
    read = partners_of(found, match)
    assert [row.organization for row in read.rows] == list(NAMES)
    for row, language in zip(read.rows, ("en", "es", "es", "en", "en"), strict=True):
        assert row.language == (language if "language" in taken else "")
    assert all("Ana" not in str(row) for row in read.rows), "people that no column is used for are not kept"


KNOWN = ("organization", "phone", "contact", "color", "logo", "city", "zip", "date")
HEADINGS = {
    "organization": ("Agency", "AGENCIA", "Partner org", "Organización", "Verein", "x"),
    "phone": ("Phone", "Teléfono", "Office phone", "Telefon", "y"),
    "contact": ("Website", "Sitio web", "URL", "Seite", "z"),
    "color": ("Color", "Brand colour", "Farbe", "w"),
    "logo": ("Logo", "Logotipo", "Bild", "v"),
    "city": ("City", "Ciudad", "Ort", "u"),
    "zip": ("ZIP", "PLZ", "t"),
    "date": ("Since", "Datum", "s"),
}


@cases(120)
@given(st.data())
def test_columns_are_found_in_any_order_and_under_any_heading(data: st.DataObject) -> None:
    others = data.draw(st.lists(st.sampled_from(KNOWN[1:]), unique=True))
    order = data.draw(st.permutations(("organization", *others)))
    rows = data.draw(st.permutations(range(len(NAMES))))
    heads = [data.draw(st.sampled_from(HEADINGS[kind])) for kind in order]
    separator = data.draw(st.sampled_from(",;\t|"))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerows([heads, *([VALUES[kind][row] for kind in order] for row in rows)])
    _, match = looked_at(text.getvalue())
    assert kinds(match) == tuple(kind if kind in USED else "" for kind in order)


# ------------------------------------------------------------------ when it is asked


def test_the_programs_own_headings_ask_nothing() -> None:
    assert looked_at(EXAMPLE)[1].certain
    found, match = looked_at("name,web,notes\nHope,hope.example,Call first\n")
    assert match.certain
    read = partners_of(found, match)
    assert (read.unused, read.said) == (("notes",), "Columns: name = organization, web = contact, notes = not used.")
    assert partners_of(*looked_at("name,phone\nHope,804-555-0101\n")).said == ""


@pytest.mark.parametrize(
    "text",
    [
        "org,name\nHope,Ana\n",
        "organization,contact\nHope,Ana Ruiz\n",
        "organization,Tel 2\nHope,804-555-0101\n",
        "name,Agency\nAna,Hope\n",
        "Agency\nHope\n",
        "Hope House,804-555-0101\n",
    ],
)
def test_whatever_could_be_meant_otherwise_is_asked(text: str) -> None:
    assert not looked_at(text)[1].certain


def test_a_person_is_never_the_contact_line_where_there_is_an_address() -> None:
    _, match = looked_at("Agency,Contact,Web\nHope,Ana Ruiz,hope.example\nLight,Ben Ode,light.example\n")
    assert kinds(match) == ("organization", "", "contact")


def test_a_picture_beside_the_list_is_a_logo_whatever_it_is_called(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#5A3E78").save(tmp_path / "hope", "PNG")
    _, match = looked_at("Agency,Sign\nHope,hope\n", tmp_path)
    assert kinds(match) == ("organization", "logo")
    assert kinds(looked_at("Agency,Sign\nHope,../hope\n", tmp_path)[1]) == ("organization", "")
    assert kinds(looked_at(f"Agency,Sign\nHope,{'x' * 290}\n", tmp_path)[1]) == ("organization", "")


def test_a_fax_a_date_and_a_number_of_a_member_are_no_phone() -> None:
    text = "Agency,Fax number,Since,EIN,No\nHope,804-555-0101,2026-11-02,12-3456789,1234567\n"
    assert kinds(looked_at(text)[1]) == ("organization", "", "", "", "")


def test_a_color_in_words_is_left_out_and_two_colors_are_two_fields() -> None:
    assert kinds(looked_at("Agency,Brand color\nHope,navy blue\n")[1]) == ("organization", "")
    assert kinds(looked_at("Agency,Hex,b\nHope,1F4E79,#7A1F4B\n")[1]) == ("organization", "color", "color2")


def test_three_different_values_of_each_column_are_shown_and_cut() -> None:
    _, match = looked_at(f"Agency,City\nA,Norfolk\nB,Norfolk\nC,{'x' * 200}\nD,\nE,Suffolk\nF,Reston\n")
    assert match.columns[0].samples == ("A", "B", "C")
    assert match.columns[1].samples == ("Norfolk", "x" * 60 + "…", "Suffolk")


# ------------------------------------------------------------------ the first row


def test_a_first_row_with_values_is_an_organization() -> None:
    found, match = looked_at("Grace Church,804-555-0101\nHope House,804-555-0102\n")
    assert not found.headed
    assert [column.heading for column in match.columns] == ["Column 1", "Column 2"]
    assert [row.organization for row in partners_of(found, match).rows] == ["Grace Church", "Hope House"]
    assert [row.line for row in partners_of(found, match).rows] == [1, 2]


def test_only_the_user_knows_whether_a_lone_name_is_a_heading() -> None:
    found, match = looked_at("Grace Church\nHope House\n")
    assert (found.headed, found.doubtful) == (True, True)
    assert [row.organization for row in partners_of(found, match).rows] == ["Hope House"]
    plain = with_headings(found, headed=False)
    assert [row.organization for row in partners_of(plain, match_columns(plain)).rows] == ["Grace Church", "Hope House"]
    assert not looked_at("Agency\nHope House\n")[0].doubtful
    assert not looked_at("Grace Church\n")[0].headed
    with pytest.raises(InputError, match="does not list any"):
        with_headings(looked_at("Grace Church\n")[0], headed=True)


# ------------------------------------------------------------------ saying it


def test_what_a_column_is_can_be_said(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Town,Agency,Web\nNorfolk,Hope,hope.example\n", encoding="utf-8")
    read = read_partners(tmp_path / "list.csv", ["town=organization", "Web=none"])
    assert [(row.organization, row.contact) for row in read.rows] == [("Norfolk", "")]
    assert read.said == "Columns: Town = organization, Agency = not used, Web = not used."
    for wrong, said in (("Twon=organization", 'no column "Twon"'), ("Town=shoe", '"shoe" is not'), ("Town", '"Town"')):
        with pytest.raises(InputError, match=said):
            read_partners(tmp_path / "list.csv", [wrong])


def test_a_field_belongs_to_one_column() -> None:
    _, match = looked_at("Agency,Phone,Cell\nHope,804-555-0101,804-555-0102\n")
    moved = with_field(match.columns, 2, "phone")
    assert [column.field for column in moved] == ["organization", "", "phone"]
    assert [column.field for column in with_field(moved, 2, "")] == ["organization", "", ""]
    assert kinds(with_choices(match, ["Cell=telephone"])) == ("organization", "", "phone")


def test_the_command_says_what_it_took_each_column_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("Agencia;Ciudad;Teléfono\nHogar;Norfolk;804-555-0101\n", encoding="cp1252")
    make = ["batch", "list.csv", "--only", "background", "--week", "2", "--jobs", "1"]
    assert main(make) == 0
    assert "Columns: Agencia = organization, Ciudad = not used, Teléfono = phone." in capsys.readouterr().err
    assert (tmp_path / "kits" / "hogar").is_dir()
    assert main([*make, "--column", "Ciudad=organization", "--no-headings"]) == 2
    assert 'There is no column "Ciudad".' in capsys.readouterr().err
    assert main([*make, "--column", "Ciudad=organization"]) == 0
    assert (tmp_path / "kits" / "norfolk").is_dir()
    (tmp_path / "list.csv").write_text("ZIP;Teléfono\n23220;804-555-0101\n", encoding="utf-8")
    assert main(make) == 2
    assert "The columns are: ZIP, Teléfono." in capsys.readouterr().err


# ------------------------------------------------------------------ hostile tables


def test_a_table_is_bounded_before_it_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(looked_at(",".join("a" * MAX_COLUMNS) + "\n" + ",".join("b" * MAX_COLUMNS))[1].columns) == MAX_COLUMNS
    with pytest.raises(InputError, match="too large for a list"):
        looked_at("a," * MAX_COLUMNS + "a\nb\n")
    monkeypatch.setattr(table_file, "MAX_CELLS", 10)
    with pytest.raises(InputError, match="too large for a list"):
        looked_at("Agency,City\n" + "a,b\n" * 5)


def test_a_cell_that_is_too_long_is_cut_and_still_refused() -> None:
    (row,) = partners_of(*looked_at(f"organization,contact\nHope,{'x' * 100_000}\n")).rows
    assert MAX_CELL < len(row.contact) < 5 * MAX_CELL
