"""Letters that no font has: refused where nothing is left of a name, and otherwise said once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from htpm_studio.compose.compose_page import MISSING_LETTERS
from htpm_studio.errors import Diagnostic, InputError
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, RenderedFile
from htpm_studio.export.preflight.missing_letters import (
    is_undrawable,
    lost_letters,
    names_finding,
    refuse_undrawable,
    with_letters_once,
    without_names,
)
from htpm_studio.project.model import Brand, Partner, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.marks import mark

FONTS = bundled_resources().fonts
LOST, OTHER = "𓀀", "𓁀"
"""Letters of an old script, which no font of the program has."""


def test_a_name_is_undrawable_where_only_signs_are_left_of_it() -> None:
    assert lost_letters(f"A{LOST}b{LOST}", FONTS) == LOST
    for name, lost in (
        (LOST, True),
        (f"{LOST} - !", True),
        (f"{LOST} a", False),
        (f"{LOST} 7", False),
        ("Hope", False),
    ):
        assert is_undrawable(name, FONTS) is lost, name
    assert not is_undrawable("- !", FONTS), "nothing of it is lost"


def test_a_sender_needs_letters_or_a_logo() -> None:
    with pytest.raises(InputError, match="cannot be drawn"):
        refuse_undrawable(Brand(LOST), FONTS)
    refuse_undrawable(Brand(LOST, logo=mark(10, 10)), FONTS)
    refuse_undrawable(Brand("Hope"), FONTS)


def words(brand: Brand, theme: str = "") -> str:
    found = names_finding(Project(brand, 2, 2027, theme=theme), FONTS)
    return "" if found is None else str(found.message)


def test_each_name_of_a_kit_that_loses_letters_is_named_and_each_letter_once() -> None:
    assert words(Brand("Hope", partners=(Partner("Harbor"),), contact="a@b.org"), "Ask") == ""
    assert "the name of your organization" in words(Brand(f"Hope {LOST}"))
    assert f"the partner “Sea {LOST}”" in words(Brand("Hope", partners=(Partner(f"Sea {LOST}"),)))
    assert words(Brand("Hope", partners=(Partner(f"Sea {LOST}", mark(9, 9)),))) == "", "its logo says it"
    assert "your contact line" in words(Brand("Hope", contact=LOST))
    assert "your contact line" in words(Brand("Hope", local_number=LOST))
    assert "your theme line" in words(Brand("Hope"), LOST)
    found = names_finding(Project(Brand(f"{LOST}{OTHER}", contact=LOST), 2, 2027), FONTS)
    assert found is not None
    assert found.letters == LOST + OTHER


@cache
def kit(name: str) -> Kit:
    project = Project(Brand(name), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))


def finding(letters: str, code: str = MISSING_LETTERS) -> Diagnostic:
    return Diagnostic("error", code, f"No font has {letters}.", letters=letters)


def file(*findings: Diagnostic) -> RenderedFile:
    return RenderedFile(FileSpec("a", "social", "A", "a.png", "png", ()), b"", findings)


def test_what_is_only_said_of_names_is_said_once_and_not_of_each_file() -> None:
    both, other = finding(LOST + OTHER), Diagnostic("warning", "too-long", "Too long.")
    made = [file(finding(LOST), other), file(other), file(both), file(finding(LOST))]
    quiet, once = without_names(kit(f"Hope {LOST}"), made)
    assert [one.findings for one in quiet] == [(other,), (other,), (both,), ()]
    assert [one.letters for one in once] == [LOST]
    assert without_names(kit("Hope"), made) == (made, [])
    unnamed = replace(finding(""), letters="")
    assert without_names(kit(f"Hope {LOST}"), [file(unnamed)])[0][0].findings == (unnamed,)


def test_letters_that_are_missing_in_files_are_one_sentence_that_names_the_first_file() -> None:
    other = Diagnostic("warning", "too-long", "Too long.")
    whole = finding(OTHER)
    rows = [("b.pdf", finding(LOST)), ("c.pdf", other), ("a.pdf", finding(OTHER + LOST)), ("", whole)]
    *kept, (place, said) = with_letters_once(rows)
    assert kept == [("c.pdf", other), ("", whole)], "what is said of the kit stays"
    assert (place, said.letters) == ("", LOST + OTHER)
    assert "(first in b.pdf)" in said.message
    assert with_letters_once(rows[1:2]) == rows[1:2]
