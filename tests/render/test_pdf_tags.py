from __future__ import annotations

import pytest

from htpm_studio.render.pdf.tags import AnnotationTarget, ContentMark, Kid, StructureElement, tidy

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
