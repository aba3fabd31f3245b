"""The reference of templates in the guide names each element, attribute, value and drawing, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from htpm_studio.compose.decorations import DECORATIONS
from htpm_studio.compose.motif import EMBLEMS
from htpm_studio.compose.schema import BOX, CONTAINER, ELEMENTS, GROUNDS, Attribute

TEXT = (Path(__file__).parents[2] / "docs/guide/16-template-reference.md").read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`")


def _section(heading: str) -> str:
    return TEXT.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def _rows(heading: str, about: str = "") -> dict[str, str]:
    """The value column by the attributes of a section's tables, those about one element only where it is named."""
    rows: dict[str, str] = {}
    for line in _section(heading).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if not line.startswith("| ") or len(cells) != 3 or not (about in cells[0] if about else ":" not in cells[0]):
            continue
        rows.update(dict.fromkeys(CODE.findall(cells[0]), cells[1]))
    return rows


def _own(tag: str) -> dict[str, Attribute]:
    """The attributes of an element that not every element has."""
    return {name: one for name, one in ELEMENTS[tag].items() if name not in BOX}


def _fits(value: str, attribute: Attribute) -> bool:
    """Whether a value of the table names the same words, or the same bounds, as the schema."""
    match attribute.kind:
        case "choice":
            return value == "one of these" or tuple(value.split(", ")) == attribute.choices
        case "number" if (attribute.low, attribute.high) == (-400, 400):
            return value == "number"
        case "number":
            return f"{attribute.low:g} to {attribute.high:g}" in value
        case "flag":
            return value == "true, false"
        case "insets":
            return value == "1, 2 or 4 numbers"
        case "color" | "names":
            return "color" in value
        case _:
            return bool(value)


def test_the_reference_has_each_attribute_that_every_element_takes() -> None:
    rows = _rows("Every element")
    assert set(rows) == set(BOX)
    assert [name for name, value in rows.items() if not _fits(value, BOX[name])] == []


def test_the_reference_has_each_attribute_of_boxes() -> None:
    rows = _rows("`<column>` and `<row>`")
    assert set(rows) == set(CONTAINER) - set(BOX)
    assert [name for name, value in rows.items() if not _fits(value, CONTAINER[name])] == []


@pytest.mark.parametrize(
    ("heading", "tag"),
    [
        ("`<text>`", "text"),
        ("`<picture>`, `<scrim>`", "picture"),
        ("`<logo>`, `<partners>`", "logo"),
        ("`<drawing>`", "drawing"),
    ],
)
def test_the_reference_has_each_attribute_of_an_element(heading: str, tag: str) -> None:
    rows = {name: value for name, value in _rows(heading).items() if name not in DECORATIONS or name in _own(tag)}
    assert set(rows) == set(_own(tag))
    assert [name for name, value in rows.items() if not _fits(value, _own(tag)[name])] == []


@pytest.mark.parametrize("tag", ["icon", "qr", "field", "for"])
def test_the_reference_has_each_attribute_of_a_small_element(tag: str) -> None:
    rows = _rows("`<icon>`, `<qr>`, `<field>`, `<for>`", f"{tag}:")
    own = {name: one for name, one in _own(tag).items() if tag != "for" or name != "when"}
    assert set(rows) == set(own)
    wrong = [name for name, value in rows.items() if value != "as in texts" and not _fits(value, own[name])]
    assert wrong == []


@pytest.mark.parametrize(
    ("heading", "tag"), [("`<picture>`, `<scrim>`", "scrim"), ("`<logo>`, `<partners>`", "partners")]
)
def test_the_reference_has_each_attribute_of_elements_that_it_tells_in_a_sentence(heading: str, tag: str) -> None:
    sentence = next(line for line in _section(heading).splitlines() if line.startswith(f"`<{tag}>`"))
    for name, one in _own(tag).items():
        bounds = "a color" if one.kind == "color" else f"{one.low:g} to {one.high:g}"
        assert re.search(rf"`{name}` (of its width and gone at )?\({bounds}\)", sentence), name


def test_the_reference_has_each_element() -> None:
    assert set(re.findall(r"`<([a-z]+)>`", TEXT)) == set(ELEMENTS)


def test_the_reference_has_each_drawing_and_attributes_that_drawings_take() -> None:
    table = [line.split(" | ") for line in _section("`<drawing>`").splitlines() if line.startswith("| `")]
    rows = {CODE.findall(cells[0])[0]: cells[2] for cells in table if len(CODE.findall(cells[0])) == 1}
    recipes = {name: takes for name, takes in rows.items() if name in DECORATIONS}
    assert set(recipes) == set(DECORATIONS)
    taken = {name.partition("=")[0] for takes in recipes.values() for name in CODE.findall(takes)}
    assert taken <= set(_own("drawing"))


def test_the_reference_has_each_ground_each_name_on_it_and_each_emblem() -> None:
    assert set(GROUNDS) <= set(CODE.findall(_section("Colors")))
    assert set(GROUNDS["deep"]) <= set(CODE.findall(_section("Colors")))
    line = next(line for line in TEXT.splitlines() if line.startswith("| `emblem`"))
    assert set(CODE.findall(line)) - {"emblem"} == set(EMBLEMS)
