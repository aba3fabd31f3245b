"""Where the placeholders of a foreign layout lie and how their text is set, from as little as a design says of it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from htpm_studio.render.pptx.deck_template.geometry import FAR, A, P, PlaceholderPlace, places_of, whole
from htpm_studio.render.pptx.deck_template.reader import R
from htpm_studio.render.pptx.geometry import EmuFrame

NAMES = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{R[1:-1]}"'
INCH = 914_400
PLACE = '<a:xfrm><a:off x="10" y="20"/><a:ext cx="3657600" cy="914400"/></a:xfrm>'
FRAME = EmuFrame(10, 20, 4 * INCH, INCH)


def xml(text: str) -> Any:
    head, _, rest = text.partition(">")
    close = head.endswith("/")
    return etree.fromstring(f"{head.removesuffix('/')} {NAMES}{'/' if close else ''}>{rest}")


def shape(
    mark: str = 'type="body" idx="1"', place: str = PLACE, level: str = "", body: str = "", words: str = ""
) -> str:
    style = f"<a:lstStyle><a:lvl1pPr{level}</a:lstStyle>" if level else ""
    return (
        f"<p:sp><p:nvSpPr><p:nvPr><p:ph {mark}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody><a:bodyPr{body}/>{style}<a:p>{words}</a:p></p:txBody></p:sp>"
    )


def sheet(*shapes: str, styles: str = "") -> Any:
    return xml(f"<p:x><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld><p:txStyles>{styles}</p:txStyles></p:x>")


def placed(*shapes: str, master: tuple[str, ...] = (), styles: str = "") -> list[PlaceholderPlace]:
    return list(places_of(sheet(*shapes), sheet(*master, styles=styles)))


def only(layout: str, *master: str, styles: str = "") -> PlaceholderPlace:
    (found,) = placed(layout, master=master, styles=styles)
    return found


def test_a_placeholder_says_what_it_is_and_where_and_what_it_leaves_out_is_usual() -> None:
    assert only(shape()) == PlaceholderPlace("body", 1, FRAME, 24.0, inherited=False)
    assert only(shape("")) == PlaceholderPlace("obj", None, FRAME, 24.0, inherited=False)
    assert only(shape('idx="0"')).index == 0
    title = only(shape('type="title"'))
    assert (title.size, title.takes_text) == (32.0, False)
    assert only(shape()).takes_text


def test_a_place_that_a_layout_leaves_out_is_that_of_the_master() -> None:
    bare = shape('type="body" idx="7"', "")
    assert only(bare, shape()).frame == FRAME
    assert placed(bare) == []
    assert only(shape('type="ctrTitle"', ""), shape('type="title"')).frame == FRAME
    assert only(shape('type="ftr"', ""), shape('type="ftr"')).frame == FRAME
    assert placed(shape('type="ftr"', ""), master=(shape(),)) == [], "a footer takes after a footer alone"
    assert only(shape('type="pic" idx="2"', ""), shape()).frame == FRAME


@pytest.mark.parametrize("size", ['cx="0" cy="9"', 'cx="9" cy="0"', 'cx="-1" cy="9"', ""])
def test_a_place_without_an_extent_is_none(size: str) -> None:
    assert placed(shape(place=f'<a:xfrm><a:off x="1" y="2"/><a:ext {size}/></a:xfrm>')) == []
    assert len(placed(shape(place='<a:xfrm><a:off x="1" y="2"/><a:ext cx="1" cy="1"/></a:xfrm>'))) == 1


def test_the_first_of_two_with_one_name_counts_and_one_on_its_side_is_left_out() -> None:
    found = placed(shape('type="body" idx="1"'), shape('type="body" idx="1"'), shape('type="body" idx="2"'))
    assert [one.index for one in found] == [1, 2]
    assert placed(shape('type="body" idx="1" orient="vert"')) == []
    assert len(placed(shape('type="body" idx="1" orient="horz"'))) == 1


def level(inside: str, attributes: str = "") -> str:
    return f"{attributes}>{inside}</a:lvl1pPr>"


def test_a_size_is_that_of_the_layout_else_of_the_master_else_of_the_styles_else_of_the_sample_words() -> None:
    def said(size: int) -> str:
        return level(f'<a:defRPr sz="{size}"/>')

    styles = '<p:bodyStyle><a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr></p:bodyStyle>'
    master = shape(level=said(2200))
    assert only(shape(level=said(2650)), master, styles=styles).size == 26.5
    assert only(shape(), master, styles=styles).size == 22
    assert only(shape(), styles=styles).size == 20
    assert only(shape(), styles=styles).inherited
    words = '<a:r><a:rPr sz="1500"/></a:r>'
    assert (only(shape(words=words)).size, only(shape(words=words)).inherited) == (15, False)
    assert only(shape(words='<a:endParaRPr sz="1600"/>')).size == 16
    assert only(shape('type="title"', words=words)).size == 32, "a title is at least so large"
    assert only(shape('type="title"', words='<a:r><a:rPr sz="4000"/></a:r>')).size == 40


@pytest.mark.parametrize(("said", "size"), [(100, 6.0), (600, 6.0), (700, 7.0), (20_000, 200.0), (30_000, 200.0)])
def test_letters_are_from_6_to_200_points(said: int, size: float) -> None:
    assert only(shape(level=level(f'<a:defRPr sz="{said}"/>'))).size == size


@pytest.mark.parametrize(
    ("space", "pitch"),
    [
        ('<a:spcPct val="90000"/>', 0.9), ('<a:spcPct val="80%"/>', 0.8), ('<a:spcPct val="80.5%"/>', 0.805),
        ('<a:spcPct val="x%"/>', 1.0), ('<a:spcPct/>', 1.0), ('<a:spcPts val="3600"/>', 1.25),
        ('<a:spcPct val="900000"/>', 3.0), ('<a:spcPct val="1"/>', 0.5), ("", 1.0),
    ],
)  # fmt: skip
def test_the_pitch_of_lines_is_a_share_of_the_single_line(space: str, pitch: float) -> None:
    assert only(shape(level=level(f"<a:lnSpc>{space}</a:lnSpc>"))).pitch == pytest.approx(pitch)


@pytest.mark.parametrize(
    ("space", "before"),
    [
        ('<a:spcBef><a:spcPts val="600"/></a:spcBef>', 6), ('<a:spcAft><a:spcPct val="50000"/></a:spcAft>', 12),
        ('<a:spcBef><a:spcPts val="600"/></a:spcBef><a:spcAft><a:spcPts val="300"/></a:spcAft>', 9),
        ('<a:spcBef><a:spcPts val="-600"/></a:spcBef><a:spcAft><a:spcPts val="300"/></a:spcAft>', 3),
        ('<a:spcBef><a:spcPts val="20000"/></a:spcBef>', 100), ("", 0),
    ],
)  # fmt: skip
def test_the_space_between_paragraphs_is_that_above_and_below_together(space: str, before: float) -> None:
    assert only(shape(level=level(space))).before == pytest.approx(before)


@pytest.mark.parametrize(
    ("kind", "before", "gap"), [("body", 1.0, 1.0), ("body", 0.9, 7.0), ("title", 0.9, 0.9), ("body", 30.0, 30.0)]
)
def test_paragraphs_of_a_design_without_a_gap_have_a_little_one(kind: str, before: float, gap: float) -> None:
    assert PlaceholderPlace(kind, 1, FRAME, 20.0, before=before).gap == pytest.approx(gap)


@pytest.mark.parametrize(
    ("inside", "bulleted"),
    [('<a:buChar char="-"/>', True), ('<a:buAutoNum type="x"/>', True), ("<a:buBlip/>", True),
     ("<a:buNone/>", False), ("", True)],
)  # fmt: skip
def test_a_bullet_of_the_layout_counts_before_that_of_the_master(inside: str, bulleted: bool) -> None:
    master = shape(level=level('<a:buChar char="-"/>', ' marL="999"'))
    found = only(shape(level=level(inside, ' marL="342900"')), master)
    assert (found.bulleted, found.indent) == (bulleted, 342_900 if bulleted else 0)


def test_an_indent_is_that_of_the_master_where_the_layout_says_none_and_never_below_zero() -> None:
    master = shape(level=level('<a:buChar char="-"/>', ' marL="999"'))
    assert only(shape(level=level("")), master).indent == 999
    assert only(shape(level=level('<a:buChar char="-"/>', ' marL="-9"'))).indent == 0


@pytest.mark.parametrize(
    ("color", "ink"),
    [
        ('<a:srgbClr val="12ab34"/>', ("srgbClr", "12ab34")), ('<a:srgbClr val="12ab3"/>', ("", "")),
        ('<a:schemeClr val="accent6"/>', ("schemeClr", "accent6")), ('<a:schemeClr val="accent7"/>', ("", "")),
        ('<a:schemeClr val="tx1"><a:tint val="5"/></a:schemeClr>', ("", "")), ('<a:sysClr val="window"/>', ("", "")),
        ("", ("", "")),
    ],
)  # fmt: skip
def test_a_plain_color_is_known_and_any_other_left_open(color: str, ink: tuple[str, str]) -> None:
    assert only(shape(level=level(f"<a:defRPr><a:solidFill>{color}</a:solidFill></a:defRPr>"))).ink == ink


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("-3", -3), ("x", 5), ("", 5), ("9" * 15, FAR), ("-" + "9" * 14, -FAR), ("9" * 16, 5)],
)
def test_a_number_of_an_attribute_is_bounded(text: str, number: int) -> None:
    assert whole(xml(f'<p:x idx="{text}"/>'), "idx", 5) == number
    assert whole(None, "idx", 5) == whole(xml("<p:x/>"), "idx", 5) == 5
