"""Text styles: the face of a weight, and sizes for faces that are set in another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from htpm_studio.compose.styles import StyleSheet, StyleSpec, face_of_weight, read_family_styles, read_style_sheet
from htpm_studio.decoding.source import Report
from htpm_studio.errors import Problems, StudioError
from htpm_studio.text.fonts import Fit


@pytest.mark.parametrize(
    ("face", "weight", "head", "found"),
    [
        ("Text-500", "700", False, "Text-700"), ("Text-500", None, False, "Text-500"),
        ("Text-500", "700", True, "Text-500"), ("Head", "700", False, "Head"),
        ("OfficeText-400", "600", False, "OfficeText-700"), ("OfficeText-700", "599", False, "OfficeText-400"),
    ],
)  # fmt: skip
def test_a_style_has_the_weights_of_its_family_and_a_headline_one(
    face: str, weight: str | None, head: bool, found: str
) -> None:
    assert face_of_weight(StyleSpec("text", face, 4, 1.2, head=head), weight) == found


def test_a_face_that_is_set_larger_gets_more_room_but_figures_stay_as_they_are() -> None:
    fit = Fit(size=1.5, leading=2.0, tracking=0.25)
    made = StyleSpec("text", "Head", 4, 1.5, 0.125).set_in(fit)
    assert (made.size, made.leading, made.tracking, made.fit) == (6, 3, 0.375, fit)
    assert made.set_in(fit) == made
    figures = StyleSpec("number", "Head", 4, 1.5, figures=True)
    assert figures.set_in(fit) == figures


# ------------------------------------------------------------------ the files

SHEET = """[social]
body = { face = "Text-500", size = 3.5, leading = 1.3, floor = 27 }
title = { face = "Head", size = 6, leading = 1.1, tracking = -0.01, floor = 40, head = true }
[social-live]
body = { face = "OfficeText-400", size = 3.5, leading = 1.3, floor = 27 }
title = { face = "OfficeHead", size = 6, leading = 1.1, floor = 40, head = true }
[page]
micro = { face = "Text-500", size = 2, leading = 1.2, floor = 9 }
"""


def sheet(folder: Path, text: str = SHEET) -> StyleSheet:
    (folder / "styles.toml").write_text(text, encoding="utf-8")
    return read_style_sheet(folder / "styles.toml")


def test_a_sheet_has_its_styles_by_scale_and_name(tmp_path: Path) -> None:
    found = sheet(tmp_path)
    assert found.style("social", "title") == StyleSpec("title", "Head", 6, 1.1, -0.01, 40, head=True)
    assert found.names() == ("body", "micro", "title")
    with pytest.raises(StudioError, match='There is no text style "micro"') as caught:
        found.style("social", "micro")
    assert "body, title" in caught.value.hint
    live = found.with_system_fonts()
    assert live.style("social", "title").face == "OfficeHead"
    assert live.style("page", "micro").face == "Text-500"
    assert (live.retyped, found.retyped) == (frozenset({"slide", "social"}), frozenset({"slide"}))


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("size = 3.5", "size = 0.5", ""), ("size = 3.5", "size = 60", ""),
        ("size = 3.5", "size = 0.49", "size must be"),
        ("size = 3.5", "size = 60.1", "size must be a number from 0.5 to 60"),
        ("leading = 1.3", "leading = 0.79", "leading must be"),
        ("floor = 27", "floor = 400", ""), ("floor = 27", "floor = 401", "floor must be"),
        ("floor = 27", "floor = -1", "floor must be"),
        ("tracking = -0.01", "tracking = 0.6", "tracking must be a number from -0.2 to 0.5"),
        ('"Head"', '"Haed"', 'face cannot be "Haed". Did you mean Head?'),
        ("size = 2, ", "", "The key size is missing"),
        ('face = "Text-500", size = 2', "size = 2", "The key face is missing"),
        ("leading = 1.2, ", "", "The key leading is missing"),
        ("floor = 9", "flor = 9", "flor"), ("[page]", "[page", "TOML"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_sheet_is_named(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    text = SHEET.replace(old, new, 1)
    assert text != SHEET
    if not mistake:
        sheet(tmp_path, text)
        return
    with pytest.raises(Problems) as caught:
        sheet(tmp_path, text)
    assert mistake in str(caught.value)


def family(folder: Path, text: str) -> tuple[StyleSheet | None, list[str]]:
    report, path = Report(), folder / "family.toml"
    path.write_text(text, encoding="utf-8")
    found = read_family_styles(path, "family.toml", sheet(folder), report)
    return found, [str(one) for one in report.problems]


def test_a_family_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    found, problems = family(
        tmp_path, '[social]\nbody = { size = 5 }\n[page]\nnote = { face = "Head", size = 3, leading = 1, floor = 9 }'
    )
    assert problems == []
    assert found is not None
    assert found.style("social", "body") == StyleSpec("body", "Text-500", 5, 1.3, floor=27)
    assert found.style("social", "title") == sheet(tmp_path).style("social", "title")
    assert set(found.scales["page"]) == {"micro", "note"}
    base = sheet(tmp_path)
    assert read_family_styles(tmp_path / "none.toml", "none.toml", base, Report()) is base


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("[socal]\nbody = { size = 5 }", ['family.toml:1: There is no type scale "socal". Did you mean social?']),
        ("[social]\nbody = { floor = 27 }", []),
        ("[social]\nbody = { floor = 26 }", ["family.toml:2: The floor of body is below 27 points, the least there."]),
        ('[social]\nnew = { face = "Head", size = 3, leading = 1, floor = 40 }', ["[social-live] has no style new"]),
        ('[social-live]\nnew = { face = "Head", size = 3, leading = 1, floor = 40 }', []),
        ("[page]\nmicro = { floor = 8 }\n[social]\nbody = { floor = 1 }", ["micro is below 9", "body is below 27"]),
        ("[social]\nnew = { size = 3 }", ["The key face is missing", "The key leading is missing"]),
    ],
)  # fmt: skip
def test_a_mistake_in_the_sheet_of_a_family_is_named(tmp_path: Path, text: str, mistakes: list[str]) -> None:
    found, problems = family(tmp_path, text)
    assert (found is None) == bool(mistakes)
    assert len(problems) == len(mistakes)
    assert all(any(mistake in problem for problem in problems) for mistake in mistakes), problems
