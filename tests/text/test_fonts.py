"""Which face each role has: that of a pair, of a family of designs, or of the user; and how it is set."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from htpm_studio.errors import StudioError
from htpm_studio.scene.nodes import FontSource
from htpm_studio.text.fonts import (
    MOST_BOOKS,
    ROLES,
    Fit,
    FontBook,
    fit_of,
    nearest,
    own_name,
    read_pairs,
)
from tests.helpers.bundled import bundled_resources

FONTS = bundled_resources().fonts
FOLDER = Path(__file__).parents[2] / "assets" / "fonts"


@cache
def own(weight: int, *, bold: bool = False, editable: bool = True, face: str = "NunitoSans-400") -> FontSource:
    """A face of the user, which is one of the program with another weight."""
    data = (FOLDER / f"{face}.ttf").read_bytes()
    key = hashlib.sha256(f"{face}{weight}{editable}".encode()).hexdigest()
    return FontSource(key, data, "Acme", bold, weight, editable)


def faces(book: FontBook) -> dict[str, str]:
    return {role: book.data(role).face.name for role in sorted(ROLES)}


def test_a_family_may_have_more_faces_for_headlines_and_the_last_counts_for_those_it_lacks() -> None:
    first = replace(FONTS.pair, more_heads=("Bricolage-800", "Nunito-800"), second="Archivo-500")
    book = FONTS.with_first(first)
    assert [book.data(f"Head-{number}").face.name for number in (2, 3, 4)] == [
        "Bricolage-800", "Nunito-800", "Nunito-800",
    ]  # fmt: skip
    assert book.head_roles() == ("Head", "Head-2", "Head-3")
    assert book.data("Second").face.name == "Archivo-500"
    assert book.first_pair() == first
    assert book.set_in("sturdy").pair == FONTS.set_in("sturdy").pair
    assert FONTS.first_pair().head == "Fraunces-Head600"


def test_the_users_fonts_take_the_roles_of_their_use_by_the_nearest_weight() -> None:
    light, bold = own(400), own(700, bold=True)
    head = FONTS.set_in("warm", head=(light, bold))
    assert {role for role, name in faces(head).items() if name == own_name(bold)} == {
        "Head", "Head-2", "Head-3", "Head-4", "HeadSmall", "OfficeHead",
    }  # fmt: skip
    assert head.head_roles() == ("Head",)
    text = FONTS.set_in("warm", text=(light, bold))
    assert {role for role, name in faces(text).items() if name == own_name(bold)} == {
        "OfficeText-700", "Second", "Text-600", "Text-700", "Text-800",
    }  # fmt: skip
    assert {role for role, name in faces(text).items() if name == own_name(light)} == {
        "OfficeText-400", "Text-400", "Text-500",
    }  # fmt: skip


def test_of_two_faces_equally_near_the_bolder_is_for_what_is_bold() -> None:
    light, bold = own(500), own(700)
    assert nearest((light, bold), 600) is bold
    assert nearest((bold, light), 600) is bold
    assert nearest((own(400), own(600)), 500) is own(400)
    assert nearest((light, bold), 559) is light


@pytest.mark.parametrize(("face", "stand_in", "office"), [
    ("Fraunces-Head600", "Arimo-700", "Georgia"), ("PublicSans-400", "Arimo-400", "Arial"),
    ("PublicSans-600", "Arimo-700", "Arial"), ("Arimo-400", "", "Arial"), ("Gelasio-700", "Arimo-700", "Georgia"),
])  # fmt: skip
def test_a_bundled_face_has_a_stand_in_and_a_name_for_office(face: str, stand_in: str, office: str) -> None:
    data = FONTS.data(face)
    assert (data.stand_in, data.face.family, data.latin) == (stand_in, office, True)
    assert data.face.bold == (data.face.weight >= 600)


def test_an_own_face_has_a_stand_in_by_its_weight_and_fields_only_where_that_is_allowed() -> None:
    allowed, refused = own(600), own(500, editable=False)
    book = FONTS.set_in("warm", text=(allowed, refused))
    assert [book.data(role).stand_in for role in ("Text-600", "Text-500")] == ["Arimo-700", "Arimo-400"]
    assert book.form_face("Text-600").name == own_name(allowed)
    assert book.form_face("Text-500").name == "PublicSans-500"
    assert FONTS.form_face("Text-500").name == "PublicSans-500"


def test_what_replaces_an_own_face_at_a_venue_is_never_narrower_than_it() -> None:
    light, bold = own(400, face="Bricolage-800"), own(600, face="Bricolage-800")
    book = FONTS.set_in("warm", text=(light, bold))
    usual, strong = FONTS.wider("Arimo-400"), FONTS.wider("Arimo-700")
    font = book.data(own_name(light)).font

    def advance(letter: str) -> float:
        glyph = font.get_nominal_glyph(ord(letter))
        return font.get_glyph_h_advance(glyph) / book.data(own_name(light)).upem if glyph else 0.0

    for letter in "aMi.":
        assert book.wider(own_name(light))[letter] == max(usual[letter], advance(letter))
        assert book.wider(own_name(bold))[letter] == max(strong[letter], advance(letter))


def test_a_face_that_nobody_has_tried_is_set_as_large_as_the_first_pair_within_bounds() -> None:
    first, text = FONTS.data("Fraunces-Head600"), FONTS.data("PublicSans-400")
    assert (fit_of(first, head=True), fit_of(text, head=False)) == (Fit(1.07), Fit(1.0))
    large, small = replace(text, upem=text.upem // 2), replace(text, upem=text.upem * 2)
    assert (fit_of(large, head=True), fit_of(small, head=True)) == (Fit(0.85), Fit(1.15))
    assert (fit_of(large, head=False), fit_of(small, head=False)) == (Fit(1.0), Fit(1.12))
    assert fit_of(text, head=True) == Fit(0.948)


def test_books_are_the_same_each_time_and_one_not_asked_for_long_is_made_anew() -> None:
    book = FontBook(FOLDER)
    first, second = book.set_in("sturdy"), book.set_in("friendly")
    for number in range(MOST_BOOKS - 1):
        book.set_in("warm", head=(own(300 + number),))
        assert book.set_in("sturdy") is first
    again = book.set_in("friendly")
    assert again is not second
    assert again == second, "what was drawn with a book that is gone need not be drawn again"
    assert hash(again) == hash(second)
    assert again != first
    assert second != FontBook(FOLDER).set_in("friendly")


@pytest.mark.parametrize("text", ["[warm]\nhead = 'x'", "[warm", ""])
def test_a_damaged_file_of_pairs_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "pairs.toml").write_text(text)
    if text:
        with pytest.raises(StudioError, match=r"pairs\.toml cannot be read"):
            read_pairs(tmp_path / "pairs.toml")
    else:
        assert read_pairs(tmp_path / "pairs.toml") == {}


def test_a_face_is_in_the_first_folder_that_has_it_else_with_those_of_the_program(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, name in (
        (first, "Extra-500"),
        (second, "Extra-500"),
        (second, "Extra-600"),
        (second, "ArimoNarrow-900"),
    ):
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.ttf").write_bytes((FOLDER / "Arimo-400.ttf").read_bytes())
    book = FontBook(FOLDER).with_first(replace(FONTS.pair, folders=(first, second)))
    found = {name: book.data(name).face for name in ("Extra-500", "Extra-600", "ArimoNarrow-900", "Arimo-400")}
    assert [face.path.parent for face in found.values()] == [first, second, second, FOLDER]
    assert [(face.weight, face.bold, face.family) for face in found.values()] == [
        (500, False, "Arial"), (600, True, "Arial"), (900, True, "Arial Narrow"), (400, False, "Arial"),
    ]  # fmt: skip
    for name in ("Extra", "Extra-50", "Extra-700", "Extra-x00"):
        with pytest.raises(StudioError, match=f"There is no font called {name}"):
            book.data(name)


def test_a_letter_is_in_the_face_itself_else_in_its_stand_in_else_nowhere() -> None:
    names = [found.face.name if (found := FONTS.covering("Text-400", one)) else "" for one in ("a", "ж", "𓀀")]
    assert names == ["PublicSans-400", "Arimo-400", ""]
    assert FONTS.covering("Arimo-400", "𓀀") is None
