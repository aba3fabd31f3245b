"""What is said of the trees of templates: each mistake once, at its line, and no word about what is right."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from htpm_studio.compose import template_file
from htpm_studio.compose.template import Field, Template, TemplateElement, TemplatePart
from htpm_studio.compose.template_checks import check_part, check_template
from htpm_studio.compose.template_file import read_template_file

STYLES = frozenset({"body", "title"})


def el(
    tag: str = "column", /, *children: TemplateElement, text: str = "", line: int = 4, **attributes: str
) -> TemplateElement:
    given = {key.strip("_").replace("__", ".").replace("_", "-"): value for key, value in attributes.items()}
    return TemplateElement(tag, given, text, children, line)


def said(root: TemplateElement, *parts: TemplatePart, fields: str = "head?", sizes: str = "square story") -> list[str]:
    several = tuple(Field(one.rstrip("?"), not one.endswith("?"), many=False) for one in fields.split())
    template = Template("social/a", "A", tuple(sizes.split()), several, root, "a.xml")
    found = check_template(template, STYLES, {part.name: part for part in parts})
    return [str(one).removeprefix("a.xml:") for one in found]


def part(name: str, *children: TemplateElement, **defaults: str) -> TemplatePart:
    return TemplatePart(name, defaults, children, "parts.xml", 2)


def test_what_is_right_has_no_mistake() -> None:
    box = part("box", el("column", el("text", text="{words} {org.name}"), _if="words"), words="")
    root = el(
        "column", el("text", text="{head|none}", style="title", size__wide="3"), el("box", words="{head}", grow="1"),
        el("for", el("text", text="{item} {index} {number} {first} {last} {next} {suffix}"), each="head"),
        el("for", el("text", text="{row.name}"), each="head", _as="row"),
        el("picture", of="head"), el("icon", of="phone"),
        el("column", _if="head", unless="hotline", when="square"), ground="{head}",
    )  # fmt: skip
    assert said(root, box) == []


@pytest.mark.parametrize(
    ("root", "mistake"),
    [
        (el("texd", line=7), '7: There is no element <texd>; did you mean "text"?'),
        (el("column", paddin="1"), '4: <column> has no attribute "paddin"; did you mean "padding"?'),
        (el("column", width__squar="1"), '4: "squar" in "width.squar" is not a page size; did you mean "square"?'),
        (el("column", width="x"), '4: width="x" is not a number.'),
        (el("text", style="tilte"), '4: style="tilte" is not a text style; did you mean "title"?'),
        (el("text", text="{haed}"), '4: This template has no field "haed"; did you mean "head"?'),
        (el("column", _if="haed"), '4: This template has no field "haed"'),
        (el("column", unless="haed.a"), '4: This template has no field "haed"'),
        (el("for", each="haed"), '4: This template has no field "haed"'),
        (el("picture", of="haed"), '4: This template has no field "haed"'),
        (el("text", text="{item}"), '4: This template has no field "item"'),
        (el("for", el("for", each="x"), el("text", text="{item}"), each="head", _as="one"),
         '4: This template has no field "x"'),
        (el("column", el("for", each="head"), el("text", text="{index2}")), '4: This template has no field "index2"'),
    ],
)  # fmt: skip
def test_a_mistake_is_named_at_its_line(root: TemplateElement, mistake: str) -> None:
    found = said(el("column", root))
    assert found[0].startswith(mistake)


def test_names_of_a_loop_are_known_inside_of_it_alone() -> None:
    loop = el("for", el("text", text="{item}"), each="head")
    assert said(el("column", loop)) == []
    assert said(el("column", loop, el("text", text="{item}", line=9)))[0].startswith("9: This template has no field")
    assert said(el("column", el("for", el("text", text="{item}"), each="head", _as="row")))


def test_a_part_knows_its_parameters_and_what_every_page_knows() -> None:
    def wrong(one: TemplatePart) -> list[str]:
        return [str(found) for found in check_part(one, STYLES, {one.name: one})]

    assert wrong(part("box", el("text", text="{words} {week.title}"), words="")) == []
    assert wrong(part("box", el("text", text="{other}"), words=""))[0].startswith(
        "parts.xml:4: This template has no field"
    )
    assert wrong(part("box", el("column", el("box")))) == [
        'parts.xml:2: The part "box" contains itself. Remove it from its own boxes.'
    ]
    over = {"box": part("box", el("other")), "other": part("other", el("column", el("box")))}
    assert len(list(check_part(over["box"], STYLES, over))) == 1, "also over others"
    assert wrong(part("box", el("column", el("text", text="1-888-373-7889"))))[0].startswith("parts.xml:4:")
    assert said(el("column", el("box", color="x")), part("box"))[0].startswith('4: <box> has no attribute "color"')
    assert said(el("column", el("box", words="{", width="1")), part("box", words="")) == []


def test_a_wrong_number_is_named_at_its_line_also_over_two_boxes() -> None:
    def lines(*words: str) -> list[str]:
        rows = [el("text", text=text, line=10 + at) for at, text in enumerate(words)]
        return [one.partition(":")[0] for one in said(el("column", *rows, line=3))]

    assert lines("Call", "1-888-373-7889") == ["11"]
    assert lines("1-888-373-", "7889") == ["3"]
    assert lines("1-888-373-7889", "1-888-373-7880") == ["10", "11"]
    assert lines("{hotline.number}") == []
    assert said(el("column", el("text", alt="1-888-373-7889", line=7)))[0].startswith("7:")


IF_SUB: dict[str, Any] = {"if": "sub"}


def test_a_field_that_a_page_needs_is_shown_on_each_of_its_sizes() -> None:
    shown = el("text", text="{head}", when="square")
    assert said(el("column", shown), fields="head") == [
        (
            "4: It needs head but does not show it on pages of the size story. "
            "Show head there, or remove those sizes from canvases."
        )
    ]
    assert said(el("column", shown), fields="head", sizes="square") == []
    assert said(el("column", shown), fields="head?") == []
    box = part("box", el("column", el("text", text="{words}")), words="{head}")
    assert said(el("column", el("box", words="{head}")), box, fields="head") == []
    assert said(el("column", el("for", each="head")), fields="head") == []
    one, other = el("text", text="{head}", unless="sub"), el("text", text="{head}", **IF_SUB)
    assert said(el("column", one, other), fields="head sub?") == [], "one of the two always shows"
    assert [line[:43] for line in said(el("column", one), fields="head sub?")] == [
        "4: It needs head, but a condition can hide "
    ]
    assert said(el("column", other, el("text", text="{sub}")), fields="head sub") == [], "sub is always there"
    assert len(said(el("column", shown, el("texd")), fields="head")) == 1, "after a mistake nothing else is looked for"


# ------------------------------------------------------------------ files


def read(
    tmp_path: Path, text: str | bytes, *, own: bool = False
) -> tuple[Template | None, tuple[TemplatePart, ...], list[str]]:
    path = tmp_path / "a.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    template, parts, problems = read_template_file(path, "a.xml", own=own)
    return template, parts, [one.message for one in problems]


def page(root: str = "<column/>", **attributes: str) -> str:
    given = {"id": "social/a", "canvases": "square", "fields": "head sub? items[] more[]?", **attributes}
    said = " ".join(f'{key}="{value}"' for key, value in given.items() if value)
    return f"<template {said}>{root}</template>"


def test_a_file_becomes_a_template(tmp_path: Path) -> None:
    template, parts, problems = read(
        tmp_path, page("<row><text> a\n b </text></row>", title="A", audience="at-risk"), own=True
    )
    assert (parts, problems) == ((), [])
    assert template is not None
    assert template.fields == (
        Field("head", required=True, many=False), Field("sub", required=False, many=False),
        Field("items", required=True, many=True), Field("more", required=False, many=True),
    )  # fmt: skip
    assert (template.title, template.canvases, template.own, template.audience) == ("A", ("square",), True, "at-risk")
    assert (template.root.tag, template.root.children[0].text, template.medium) == ("row", "a b", "social")
    usual = read(tmp_path, page())[0]
    assert usual is not None
    assert (usual.title, usual.own, usual.audience) == ("social/a", False, "public")


def test_a_file_of_parts_has_a_part_for_each_that_has_a_name(tmp_path: Path) -> None:
    text = '<parts><part name="a" wide="3"><row/></part>\n<part name="B"/><row name="c"/><part name="d"/></parts>'
    template, parts, problems = read(tmp_path, text)
    assert template is None
    assert [(one.name, one.defaults, len(one.children), one.line) for one in parts] == [
        ("a", {"wide": "3"}, 1, 1),
        ("d", {}, 0, 2),
    ]
    assert problems == ['Only <part name="..."> is allowed here.'] * 2


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        (page(), ""), (page(title="a" * 60), ""), (page(title="a" * 61), "The title has more than 60 letters."),
        (page(id=""), '<template> needs the attribute "id".'),
        (page(canvases=""), '<template> needs the attribute "canvases".'),
        (page(titel="A"), '<template> has no attribute "titel"; did you mean "title"?'),
        (page(audience="all"), 'audience="all" is not a value'),
        (page("<column/><row/>"), "exactly one <column> or <row>"),
        (page(""), "exactly one <column> or <row>"), (page("<text/>"), "exactly one <column> or <row>"),
        (page(fields="a?b"), '"a?b" is not the name of a field.'),
        (page(fields="a" * 41), "is not the name of a field."),
        (page(fields="a" * 40), ""), ("<row/>", "The file starts with <row>"), ("<template", "not well-formed XML"),
        ("\xff", "not well-formed XML"), (b"\xff", "not UTF-8 text"), ("<!DOCTYPE a>" + page(), "document type"),
        ("<!ENTITY a>" + page(), "document type"),
        (page(f"<column><text>{'a' * 2000}</text></column>"), ""),
        (page(f"<column><text>{'a' * 2001}</text></column>"), "longer than 2000 letters"),
        (page(f'<column name="{"a" * 2001}"/>'), "longer than 2000 letters"),
        (page(f"<column {'a' * 2001}='1'/>"), "longer than 2000 letters"),
        (page("<column>" * 39 + "</column>" * 39), ""),
        (page("<column>" * 40 + "</column>" * 40), "nested more than 40 deep"),
        (page(f"<column>{'<row/>' * 1998}</column>"), ""),
        (page(f"<column>{'<row/>' * 1999}</column>"), "more than 2000 elements"),
    ],
)  # fmt: skip
def test_a_file_is_read_within_its_limits(tmp_path: Path, text: str | bytes, mistake: str) -> None:
    template, _, problems = read(tmp_path, text)
    assert [mistake in one for one in problems] == [True] * bool(mistake)
    if not mistake:
        assert template is not None


def test_a_file_has_a_size_that_it_may_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_file, "MAX_BYTES", len(page()))
    assert read(tmp_path, page())[2] == []
    assert read(tmp_path, page() + " ")[2] == ["The file is larger than 0 kB."]
    _, _, (missing,) = read_template_file(tmp_path / "none.xml", "none.xml", own=False)
    assert missing.message.startswith("The file cannot be read")

    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "open", refused)
    _, _, (shut,) = read_template_file(tmp_path / "none.xml", "none.xml", own=False)
    assert shut.message == "The file cannot be read (you may not read it)."
