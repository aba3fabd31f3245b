"""Style sheets of a drawing become attributes, in the order of the CSS cascade."""

from __future__ import annotations

import pytest
from lxml import etree

from htpm_studio.errors import InputError
from htpm_studio.project.svg_styles import inline_styles, local_name

BODY = '<g id="a" class="x y"><rect class="x"/><g><path id="p" class="y"/></g></g>'
KNOWN = frozenset(("fill", "stroke"))


def fills(css: str, body: str = BODY, *, keys: frozenset[str] = KNOWN) -> dict[str, dict[str, str]]:
    """What each element says after its sheets are inlined, without ids and classes."""
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg"><style>{css}</style>{body}</svg>')
    inline_styles("logo.svg", root, keys)
    assert not list(root.iter("{*}style"))
    return {
        f"{local_name(one)}{at}": {key: value for key, value in one.attrib.items() if key not in ("id", "class")}
        for at, one in enumerate(root.iter("{*}*"))
    }


def said(css: str, body: str = BODY) -> str:
    """The fills of g, rect, g, path."""
    return " ".join(one.get("fill", "-") for name, one in fills(css, body).items() if name != "svg0")


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("rect{fill:red}", "- red - -"), (".x{fill:red}", "red red - -"), ("#p{fill:red}", "- - - red"),
        ("g{fill:red}", "red - red -"), (".x.y{fill:red}", "red - - -"), ("g.x{fill:red}", "red - - -"),
        ("rect,path{fill:red}", "- red - red"), ("g path{fill:red}", "- - - red"), ("g > path{fill:red}", "- - - red"),
        ("#a > path{fill:red}", "- - - -"), ("#a path{fill:red}", "- - - red"), ("#a>g>path{fill:red}", "- - - red"),
        ("svg > rect{fill:red}", "- - - -"), ("g g{fill:red}", "- - red -"), ("rect:hover{fill:red}", "- - - -"),
        ("{fill:red}", "- - - -"), ("a path{fill:red}", "- - - -"), (".y path{fill:red}", "- - - red"),
        ("#a.x rect{fill:red}", "- red - -"), ("> rect{fill:red}", "- red - -"), (">{fill:red}", "- - - -"),
        ("*{fill:red}", "red red red red"), ("*.x{fill:red}", "red red - -"),
    ],
)  # fmt: skip
def test_a_rule_is_for_the_elements_that_its_selector_names(css: str, found: str) -> None:
    assert said(css) == found


@pytest.mark.parametrize(
    ("css", "fill"),
    [
        ("path{fill:a}path{fill:b}", "b"), (".y{fill:a}path{fill:b}", "a"), ("#p{fill:a}.y{fill:b}", "a"),
        ("#p{fill:a}g .y.y{fill:b}path{fill:c}", "a"), ("path{fill:a !important}#p{fill:b}", "a"),
        ("path{fill:a ! IMPORTANT}", "a"), ("path{fill:a!soon}#p{fill:b}", "b"), ("g path{fill:a}path{fill:b}", "a"),
        ("path.y{fill:a}.y{fill:b}", "a"), ("path{fill:a;fill:b}", "b"), ("path{FILL: a ;}", "a"),
        ("path{fill:;stroke:x}", "-"), ("path{fill}", "-"), ("path{/* fill:a; */fill:b}", "b"),
        ("path{fill:a}/* open", "a"),
        ("@media print{path{fill:a}}path{fill:b}", "b"), ("@media print{path{fill:a}}", "-"),
        ("@charset 'x';path{fill:a}", "a"), ("<![CDATA[<!-- path{fill:a} -->]]>", "a"), ("path{fill:a", "a"),
    ],
)  # fmt: skip
def test_of_several_rules_the_more_precise_and_then_the_later_one_counts(css: str, fill: str) -> None:
    assert said(css).split()[-1] == fill


def test_a_style_of_the_element_itself_counts_before_all_but_what_is_important() -> None:
    own = '<path id="p" style="fill:own;stroke:s;other:1"/>'
    assert fills("#p{fill:a}", own)["path1"] == {"fill": "own", "stroke": "s"}
    assert fills("path{fill:a !important}", own)["path1"] == {"fill": "a", "stroke": "s"}
    assert fills("", '<path style="fill:own" fill="old"/>')["path1"] == {"fill": "own"}
    assert fills("path{fill:a}", '<path fill="old"/>')["path1"] == {"fill": "a"}
    assert fills("path{d:none;fill:a}", "<path/>", keys=frozenset(("fill",)))["path1"] == {"fill": "a"}


@pytest.mark.parametrize(
    "css",
    ["@import 'a.css';", "path{fill:\\\\61}", "path{width:expression (1)}", "path{fill:url(JavaScript:x)}",
     "path[d]{fill:a}", "path~g{fill:a}"],
)  # fmt: skip
def test_what_loads_hides_or_cannot_be_followed_is_refused(css: str) -> None:
    with pytest.raises(InputError, match=r"logo\.svg has"):
        said(css)
    with pytest.raises(InputError, match=r"logo\.svg has"):
        said("", '<path style="fill:\\\\61"/>')
