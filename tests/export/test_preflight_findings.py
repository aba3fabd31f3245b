"""What a single finding says: how its words are shortened, what its buttons do, and when it has to be mended."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.preflight.model import (
    Change,
    Check,
    CheckReport,
    Fix,
    WebAddress,
    applied,
    called_fine,
    called_open,
)
from htpm_studio.export.preflight.pages import (
    hotline_check,
)
from htpm_studio.export.preflight.passages import strings
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

PIECE = "w2/social/w2-rights"


def kit_with(**edits: str) -> Kit:
    project = Project(Brand("Riverbend Coalition"), 2, 2027, edits=Edits.from_mapping({PIECE: edits} if edits else {}))
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))


def labels(check: Check) -> list[str]:
    return [str(fix.label) for fix in check.fixes]


def test_a_piece_without_its_hotline_is_left_out_and_follows_the_kit_again_but_for_its_choices() -> None:
    kit = kit_with(**{"head": "Ask", "hotline.number": "1", "@picture": "none"})
    check = hotline_check(kit, PIECE, "Rights", "The number is wrong.")
    assert (check.group, check.code, check.blocked) == ("fix", "hotline", True)
    assert str(check.sentence) == "The number is wrong. This piece is left out until it is restored."
    assert [one.field for one in check.fixes[0].changes] == ["head", "hotline.number"]
    assert labels(check) == ["Put it back", "Edit"]
    assert labels(hotline_check(kit_with(), PIECE, "Rights", "It is wrong.")) == ["Edit"]


def test_texts_inside_a_value_have_their_paths() -> None:
    value = {"head": "A", "items": ("B", {"text": "C", "more": {"x": "D"}}), "count": 3}
    assert list(strings(cast("Any", value))) == [
        ("head", "A"), ("items.0", "B"), ("items.1.text", "C"), ("items.1.more.x", "D"),
    ]  # fmt: skip


def check(name: str, group: str = "look", piece: str = "", **more: Any) -> Check:
    return Check(name, cast("Any", group), name, name, cast("Any", name), piece, **more)


def test_what_was_fixed_wants_nobody() -> None:
    report = CheckReport((check("a"), check("b", "fixed", "p"), check("c", piece="p"), check("d", piece="p")))
    assert report.count == 3
    assert not report.must_fix
    assert CheckReport((check("a", "fix"),)).must_fix
    assert {piece: [one.id for one in some] for piece, some in report.pieces().items()} == {"p": ["c", "d"]}
    assert [one.id for one in report.group("fixed")] == ["b"]


def test_a_check_is_simple_where_its_first_button_changes_something() -> None:
    change = Fix(cast("Any", "Do it"), (Change("p", "f", "x"),))
    assert check("a", fixes=(change,)).simple
    assert not check("a", fixes=(Fix(cast("Any", "Edit")), change)).simple
    assert not check("a").simple


def test_marks_are_those_of_the_addresses_where_there_are_any() -> None:
    assert check("a").marks == ("a",)
    links = (WebAddress("a.org", "https://a.org", "m1"), WebAddress("b.org", "https://b.org"))
    assert check("a", links=links).marks == ("m1",)
    assert check("a", links=links[1:]).marks == ("a",)


def test_what_is_called_fine_is_kept_at_its_piece_with_the_reason_until_it_is_called_open() -> None:
    project = Project(Brand("Riverbend Coalition"), 2, 2027)
    seen = called_fine(called_fine(project, check("a", piece="p"), "kit", " ok "), check("b"), "kit")
    assert {(one.piece, one.field, one.text) for one in seen.edits.items} == {
        ("p", "@fine.a", "ok"), ("kit", "@fine.b", "yes"),
    }  # fmt: skip
    again = called_open(seen, [check("a")])
    assert [(one.piece, one.field) for one in again.edits.items] == [("kit", "@fine.b")]
    assert applied(project, (Change("p", "f", "x"), Change("p", "f", None))).edits == project.edits
