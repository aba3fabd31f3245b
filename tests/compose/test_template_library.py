"""Which files of a user's folder are read, what their templates become, and how many mistakes of a file are named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio.compose import template_library
from htpm_studio.compose.template import Field, Library, Template, TemplateElement, TemplatePart, nearest
from htpm_studio.compose.template_library import MOST_PROBLEMS, at_most, misfits, own_files, with_slots
from htpm_studio.errors import Diagnostic, Problems, in_file


def mistakes(count: int) -> list[Diagnostic]:
    return [in_file("a.xml", line, f"Mistake {line}.") for line in range(1, count + 1)]


def test_all_mistakes_of_a_file_are_named_while_they_are_few() -> None:
    assert at_most("a.xml", mistakes(MOST_PROBLEMS)) == mistakes(MOST_PROBLEMS)


def test_of_many_mistakes_the_first_are_named_and_the_rest_are_counted_where_they_begin() -> None:
    *named, rest = at_most("a.xml", mistakes(MOST_PROBLEMS + 3))
    assert named == mistakes(MOST_PROBLEMS)
    assert rest == in_file("a.xml", MOST_PROBLEMS + 1, "And 3 more mistakes.")


# ------------------------------------------------------------------ files


def listed(folder: Path, *names: str) -> list[str]:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return [path.relative_to(folder).as_posix() for path in own_files(folder)[0]]


def test_templates_declarations_and_files_of_families_are_read_and_nothing_else(tmp_path: Path) -> None:
    read = [
        "A.XML", "b/a.xml", "b/piece.toml", "families/f/family.toml", "families/f/fonts/a.ttf", "families/f/page.xml",
        "families/f/styles.toml", "families/f/tiles/a.svg", "sizes.toml",
    ]  # fmt: skip
    others = [
        ".a.xml", ".git/a.xml", "b/sizes.toml", "b/a.svg", "a.ttf", "b/family.toml", "styles.toml", "a.txt",
        "families/family.toml", "families/f/g/family.toml", "families/f/piece.toml", "families/f/.a.xml",
    ]  # fmt: skip
    assert listed(tmp_path, *read, *others) == read
    assert own_files(tmp_path / "nowhere") == ([], [])


def test_folders_are_read_four_deep(tmp_path: Path) -> None:
    assert listed(tmp_path, "1/2/3/4/a.xml", "1/2/3/4/5/a.xml") == ["1/2/3/4/a.xml"]


@pytest.mark.parametrize(("most", "seen", "complains"), [(3, 6, False), (2, 6, True), (3, 5, True)])
def test_too_many_templates_or_files_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, seen: int, complains: bool
) -> None:
    monkeypatch.setattr(template_library, "MOST_FILES", most)
    monkeypatch.setattr(template_library, "MOST_SEEN", seen)
    names = listed(tmp_path, "a.xml", "b.xml", "c.xml", "1.txt", "2.txt", "3.txt")
    assert names == ["a.xml", "b.xml", "c.xml"][:most]
    assert bool(own_files(tmp_path)[1]) == complains


# ------------------------------------------------------------------ values


def el(tag: str = "column", /, *children: TemplateElement, text: str = "", **attributes: str) -> TemplateElement:
    return TemplateElement(tag, {key.replace("_", "-"): value for key, value in attributes.items()}, text, children, 4)


def template(name: str = "social/a", *sizes: str, root: TemplateElement | None = None, fields: str = "") -> Template:
    several = tuple(Field(one.rstrip("?"), not one.endswith("?"), many=False) for one in fields.split())
    return Template(name, name, sizes or ("square",), several, root or el(), f"{name}.xml")


def slots(root: TemplateElement) -> list[tuple[str, str]]:
    found = with_slots(template(root=root)).root
    return [(one.text or one.tag, one.attributes["slot"]) for one in found.walk() if "slot" in one.attributes]


def test_the_texts_of_a_template_without_slots_get_some() -> None:
    sub, head = el("text", text="{sub}"), el("text", text="{head}", tag="H1")
    note, both = el("text", text="{note}"), el("text", text="{a} {b}")
    assert slots(el("column", sub, head, note, both, el("picture"))) == [
        ("{sub}", "body"), ("{head}", "title"), ("{note}", "body-2"), ("picture", "picture"),
    ]  # fmt: skip
    assert slots(el("column", sub, note)) == [("{sub}", "title"), ("{note}", "body")]
    assert slots(el("column", sub, el("for", note, each="rows"))) == [("{sub}", "title")]
    assert slots(el("column", sub, sub, note)) == [("{sub}", "title"), ("{sub}", "title"), ("{note}", "body")]
    assert slots(el("column", el("text", text="{sub}", slot="own"), note)) == [("{sub}", "own")]
    assert slots(el("column", both, el("picture"))) == []


def said(one: Template, *bundled: Template, found: tuple[Template, ...] = ()) -> list[str]:
    library = Library({other.id: other for other in bundled}, {})
    return [wrong.message for wrong in misfits(one, library, {other.id: other for other in found})]


def test_a_new_template_has_an_id_of_its_own_and_sizes_of_its_medium() -> None:
    assert said(template()) == []
    assert said(template("Social/a")) == ['"Social/a" cannot be the id of a template.']
    assert said(template("other/a")) == ['"other/a" cannot be the id of a template.']
    assert said(template(), found=(template(),)) == ["social/a.xml already has the id social/a."]
    (wrong,) = said(template("social/a", "square", "letter"))
    assert wrong.startswith("social/ has no pages of the size letter")


def test_a_template_in_the_place_of_the_programs_covers_its_shapes_with_its_fields_and_boxes() -> None:
    usual = template("print/a", "letter", "a4", fields="head sub?", root=el("column", el("row", name="rows")))
    whole = replace(usual, file="b.xml")
    assert said(whole, usual) == []
    assert said(replace(whole, canvases=("letter",)), usual) == [], "of the same shape"
    assert said(replace(whole, fields=(Field("sub", required=True, many=False),)), usual) == [
        "print/a does not have sub everywhere."
    ]
    assert said(replace(whole, fields=(Field("head", required=True, many=False),)), usual) == []
    assert said(replace(whole, root=el()), usual) == ["To replace print/a, it needs boxes with these names: rows."]
    assert said(replace(whole, root=el("column", name="rows")), usual) == []
    social = template("social/a", "square", "story")
    (wrong,) = said(replace(social, canvases=("square",)), social)
    assert wrong == "To replace the program's social/a, it must also cover story."


# ------------------------------------------------------------------ which template draws a page


def test_an_unknown_template_is_named_with_the_nearest() -> None:
    library = Library({"social/a": template()}, {})
    assert library.template("social/a").id == "social/a"
    with pytest.raises(Problems, match=r'There is no template social/b; did you mean "social/a"\?'):
        library.template("social/b")
    assert [str(nearest("x", names)) for names in (["aaaa"], [], [f"a{at}" for at in range(13)])] == [
        "; write one of aaaa.", ".", ".",
    ]  # fmt: skip
    assert str(nearest("x", [f"b{at:02}" for at in range(12)])).startswith("; write one of b00, ")


def test_the_programs_template_draws_the_sizes_that_the_users_in_its_place_has_not() -> None:
    usual, own = template("social/a", "square", "story"), replace(template("social/a", "square"), own=True)
    library = Library({"social/a": own}, {}, {}, {"social/a": usual})
    assert (library.drawn("social/a", "square"), library.drawn("social/a", "story")) == (own, usual)
    assert library.drawn("social/a", "landscape") is own, "neither is for that size"
    assert Library({"social/a": own}, {}).drawn("social/a", "story") is own
    assert Library({"social/a": replace(own, own=False)}, {}, {}, {"social/a": usual}).drawn(
        "social/a", "story"
    ).canvases == ("square",)


def test_another_template_of_the_program_stands_in_for_one_of_the_users() -> None:
    own = replace(template("social/new", "square"), own=True)
    few, many = template("social/few", "square", fields="a b?"), template("social/many", "square", fields="a b")
    other, small = template("print/a", "square"), template("social/small", "story")
    bundled = {one.id: one for one in (other, small, many, few)}
    library = Library({"social/new": own}, {}, {}, bundled)
    assert library.instead(own, "square") == (few, library)
    assert library.instead(own, "square", "social/many") == (many, library)
    assert library.instead(own, "square", "social/small") == (few, library)
    assert library.instead(own, "landscape") is None
    assert library.instead(few, "square") is None
    assert library.stand_in(replace(own, id="social/many"), "square", "social/few") == many


def test_a_family_of_the_users_is_drawn_as_its_base_where_it_fails() -> None:
    part, mine = (TemplatePart("box", {}, (), file, 1) for file in ("parts.xml", "own.xml"))
    page = template()
    base = Library({page.id: page}, {"box": part})
    family = Library({page.id: page}, {"box": part}, {"box": mine}, below=base)
    assert family.instead(page, "square") == (page, base)
    assert (family.is_own(page), base.is_own(page), base.is_own(replace(page, own=True))) == (True, False, True)
    assert (family.parts_for(page)["box"], base.parts_for(page)["box"]) == (mine, part)
