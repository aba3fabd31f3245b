"""The structure tree of a PDF: what is mended in it, and how pages and annotations find their elements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.pdf.tags import AnnotationTarget, ContentMark, Kid, StructureElement, tidy
from htpm_studio.scene.nodes import Group, Link
from htpm_studio.units import Box
from tests.helpers.pdf_reading import elements, opened
from tests.helpers.scene_pages import document, page, text

Spec = str | tuple[str, list["Spec"]]


def tree(spec: Spec, counter: list[int] | None = None) -> Kid:
    """`("L", ["LI", …])` as elements; "*" is a mark, "@" the target of a link; a bare role holds one mark."""
    counter = [0] if counter is None else counter
    match spec:
        case "*":
            counter[0] += 1
            return ContentMark(0, counter[0])
        case "@":
            return AnnotationTarget(0, 0)
        case str(role):
            return tree((role, ["*"]), counter)
        case (role, kids):
            return StructureElement(role, [tree(kid, counter) for kid in kids], alt="told" if role == "Figure" else "")


def say(kid: Kid) -> str:
    match kid:
        case ContentMark():
            return "*"
        case AnnotationTarget():
            return "@"
        case StructureElement(role, kids):
            inner = " ".join(say(each) for each in kids)
            return role if inner == "*" else f"{role}({inner})"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("L", [("LI", ["LBody"])])], "L(LI(LBody))"),
        ([("L", [("LI", ["Lbl", "P", "P"])])], "L(LI(Lbl LBody(P P)))"),
        ([("L", [("LI", ["LBody", "P"])])], "L(LI(LBody(P P)))"),
        ([("L", ["Lbl", "LBody", "Lbl", "LBody"])], "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ([("L", ["LBody", "LBody"])], "L(LI(LBody) LI(LBody))"),
        ([("L", ["P", "P"])], "L(LI(LBody(P)) LI(LBody(P)))"),
        ([("L", [("LI", ["P"]), ("L", [("LI", ["LBody"])])])], "L(LI(LBody(P)) L(LI(LBody)))"),
        ([("LI", ["LBody"]), ("LI", ["LBody"]), "P"], "L(LI(LBody) LI(LBody)) P"),
        (["Lbl", "LBody"], "P P"),
        ([("LI", [("LBody", ["H2", "P"])])], "L(LI(LBody(H1 P)))"),
    ],
)
def test_lists_nest_as_the_standard_wants(given: list[Spec], expected: str) -> None:
    assert say(tidy(_document(given))) == f"Document({expected})"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["H2", "H3", "H3", "H2"], "H1 H2 H2 H1"),
        (["H1", "H3", "H1", "H2"], "H1 H2 H1 H2"),
        (["H2", "H1", "H3", "H2"], "H1 H1 H2 H2"),
        ([("Sect", ["H1", "H2"]), ("Sect", ["H3"])], "Sect(H1 H2) Sect(H3)"),
    ],
)
def test_headings_start_at_the_top_and_skip_no_level(given: list[Spec], expected: str) -> None:
    assert say(tidy(_document(given))) == f"Document({expected})"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("P", ["P", "P"])], "P(* *)"),
        ([("Link", ["P", "@"])], "P(Link(* @))"),
        ([("Link", ["H1", "@"])], "H1(Link(* @))"),
        ([("L", [("LI", [("Link", ["LBody", "@"])])])], "L(LI(LBody(Link(* @))))"),
        ([("Link", ["Figure", "@"])], "P(Link(Figure @))"),
        ([("BlockQuote", ["*"])], "BlockQuote(P)"),
        ([("P", ["*", ("Link", ["P", "@"])])], "P(* Link(* @))"),
        (["Caption"], "P"),
        ([("Figure", ["*", "Caption"])], "Figure(* Caption)"),
    ],
)
def test_words_are_in_paragraphs_and_paragraphs_never_in_words(given: list[Spec], expected: str) -> None:
    assert say(tidy(_document(given))) == f"Document({expected})"


def test_nothing_empty_is_left() -> None:
    assert say(tidy(_document([("L", [("LI", [])]), ("Sect", [("P", [])]), "P"]))) == "Document(P)"


def test_a_figure_takes_the_text_of_the_picture_inside_it() -> None:
    outer = StructureElement(
        "Figure",
        [
            StructureElement("Figure", [ContentMark(0, 0)], alt="A bridge"),
            StructureElement("Caption", [ContentMark(0, 1)]),
        ],
    )
    (figure,) = tidy(StructureElement("Document", [outer])).kids
    assert isinstance(figure, StructureElement)
    assert (figure.alt, say(figure)) == ("A bridge", "Figure(* Caption)")


def test_marks_keep_their_order() -> None:
    given = _document([("L", ["Lbl", "P", ("LI", ["P", "LBody"])]), ("P", ["P", ("Link", ["P", "@"])])])
    assert list(_marks(tidy(given))) == list(_marks(given))


def _document(given: list[Spec]) -> StructureElement:
    made = tree(("Document", given))
    assert isinstance(made, StructureElement)
    return made


def _marks(element: StructureElement) -> list[ContentMark]:
    found: list[ContentMark] = []
    for kid in element.kids:
        found += [kid] if isinstance(kid, ContentMark) else _marks(kid) if isinstance(kid, StructureElement) else []
    return found


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("TR", [("TH", []), ("TD", []), "TD"])], "TR(TH() TD() TD(P))"),
        ([("LI", ["Lbl"])], "L(LI(Lbl))"),
        ([("L", ["Lbl", "Lbl"])], "L(LI(Lbl) LI(Lbl))"),
        ([("L", ["Lbl", "P", "P"])], "L(LI(Lbl LBody(P)) LI(LBody(P)))"),
        ([("L", ["Lbl", ("L", [("LI", ["P"])])])], "L(LI(Lbl) L(LI(LBody(P))))"),
        ([("L", ["*", "*"])], "L(LI(LBody) LI(LBody))"),
        ([("L", ["P", "Lbl"])], "L(LI(LBody(P)) LI(Lbl))"),
        (["P", "LI", "P", "LI", "LI"], "P L(LI(LBody)) P L(LI(LBody) LI(LBody))"),
        ([("LI", [("LBody", ["*", "P"])])], "L(LI(LBody(P P)))"),
        ([("LI", [("LBody", ["*", ("Link", ["*", "@"])])])], "L(LI(LBody(* Link(* @))))"),
        ([("LI", [("LBody", ["Caption", "Lbl"])])], "L(LI(LBody(P P)))"),
        ([("LI", [("P", ["*"]), ("LBody", ["P"])])], "L(LI(LBody(P P)))"),
        ([("Link", ["H1", "P", "@"])], "P(Link(* * @))"),
        ([("Link", ["H1", "H2", "@"])], "P(Link(* * @))"),
        ([("Link", ["*", "H1", "@"])], "P(Link(* * @))"),
        ([("Link", ["@"])], "P(Link(@))"),
        ([("Sect", ["*", "Caption", "Lbl", "LBody", "@"])], "Sect(P P P P P(@))"),
        ([("BlockQuote", ["P", ("Link", ["*", "@"])])], "BlockQuote(P P(Link(* @)))"),
        ([("P", [("Span", ["*"]), "Figure", ("Sect", ["*", "*"])])], "P(Span Figure * *)"),
    ],
)
def test_a_tree_is_mended_as_little_as_it_takes(given: list[Spec], expected: str) -> None:
    assert say(tidy(_document(given))) == f"Document({expected})"


def test_words_in_another_language_or_said_otherwise_stay_apart_inside_a_paragraph() -> None:
    mark = ContentMark(0, 0)
    for inner in (StructureElement("P", [mark], language="es"), StructureElement("P", [mark], actual="Uno")):
        (outer,) = tidy(StructureElement("Document", [StructureElement("P", [inner, ContentMark(0, 1)])])).kids
        assert isinstance(outer, StructureElement)
        assert say(outer) == "P(Span *)"
        assert outer.kids[0] == replace(inner, role="Span")


def test_a_figure_without_words_is_a_part_and_one_with_words_keeps_them() -> None:
    inside = StructureElement("Figure", [ContentMark(0, 0)], alt="A bridge", rect=(1, 2, 3, 4))
    silent = tidy(StructureElement("Document", [StructureElement("Figure", [ContentMark(0, 0)])]))
    assert say(silent) == "Document(Sect(P))"
    told = StructureElement("Figure", [inside], alt="A card", rect=(0, 0, 9, 9))
    (figure,) = tidy(StructureElement("Document", [told])).kids
    assert isinstance(figure, StructureElement)
    assert (figure.alt, figure.rect, say(figure)) == ("A card", (0, 0, 9, 9), "Figure(Figure)")
    (taken,) = tidy(StructureElement("Document", [replace(told, alt="", kids=[ContentMark(0, 1), inside])])).kids
    assert isinstance(taken, StructureElement)
    assert (taken.alt, taken.rect, taken.kids) == ("A bridge", (1, 2, 3, 4), [ContentMark(0, 0), ContentMark(0, 1)])


def test_marks_and_annotations_of_all_pages_find_their_elements() -> None:
    """ISO 32000-1, 14.7.4.4: a page's number leads to the owners of its marks, an annotation's to its own one."""

    def link(y: float) -> Link:
        return Link("l", Box(12, y, 90, 14), "https://example.org", "", (text("here", 12, y + 10),))

    first = page(text("One", 12, 20), link(30), link(50))
    second = page(link(30), Group("q", Box(0, 0, 9, 9), (text("Quoted", 12, 70),), tag="BlockQuote"))
    with opened(render_pdf(document(first, second))) as pdf:
        root = pdf.Root.StructTreeRoot
        rows = list(root.ParentTree.Nums)
        assert [int(key) for key in rows[0::2]] == [0, 1, 2, 3, 4]
        assert int(root.ParentTreeNextKey) == 5
        owners = dict(zip(map(int, rows[0::2]), rows[1::2], strict=True))
        for number, sheet in enumerate(pdf.pages):
            for mark, owner in enumerate(owners[int(sheet.StructParents)]):
                (kid,) = (one for one in owner.K if one.get("/MCID") == mark and one.Pg.objgen == sheet.obj.objgen)
                assert str(kid.Type) == "/MCR"
            keys = [int(one.StructParent) for one in sheet.Annots]
            assert keys == ([2, 3], [4])[number]
            for key, annotation in zip(keys, sheet.Annots, strict=True):
                (kid,) = (one for one in owners[key].K if "/Obj" in one)
                assert kid.Obj.objgen == annotation.objgen
                assert kid.Pg.objgen == sheet.obj.objgen
        assert [len(owners[number]) for number in (0, 1)] == [3, 2]
        for element in elements(pdf):
            for kid in element.K:
                if "/S" in kid:
                    assert kid.P.objgen == element.objgen
        assert str(pdf.Root.MarkInfo.Marked) == "True"


def test_the_head_of_a_column_says_that_it_is_one() -> None:
    cells = (text("Time", 12, 20, tag="TH"), text("9:00", 90, 20, tag="TD"))
    table = Group("t", Box(0, 0, 200, 20), (Group("r", Box(0, 0, 200, 20), cells, tag="TR"),), tag="Table")
    with opened(render_pdf(document(page(table)))) as pdf:
        told = {str(one.S): str(one.A.get("/Scope")) for one in elements(pdf) if "/A" in one}
    assert told == {"/TH": "/Column"}
