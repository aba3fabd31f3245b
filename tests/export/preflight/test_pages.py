"""What composing every page shows: each finding once for all sizes, each piece without its hotline once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest

from htpm_studio.compose.compose_page import LEFT_OUT, MISSING_LETTERS, TOO_LONG, PageInfo
from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit.edits import ALT, DESCRIBED
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.preflight import pages
from htpm_studio.export.preflight.hotline_gate import ALTERED
from htpm_studio.export.preflight.model import Check
from htpm_studio.export.preflight.pages import (
    SHOWN,
    description_checks,
    hotline_checks,
    page_checks,
    undescribed_photos,
)
from htpm_studio.export.preflight.passages import PageText
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

PIECE, OTHER = "w2/social/a", "w2/social/b"
NETWORKS = bundled_tools().networks
LOST = "𓀀"


@cache
def plain(name: str = "Riverbend") -> Kit:
    project = Project(Brand(name), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))


def kit_with(own: Mapping[str, str], piece: str = PIECE, *photos: Photo) -> Kit:
    project = replace(plain().project, edits=Edits.from_mapping({piece: dict(own)}), photos=photos)
    return replace(plain(), project=project)


def page(canvas: str = "square", template: str = "social/statement", **more: Any) -> PageSpec:
    return PageSpec(template, canvas, more.pop("content", {}), PageInfo("a", "A", 2), **more)


def spec(*shown: PageSpec, piece: str = PIECE, medium: Any = "social", **more: Any) -> FileSpec:
    return FileSpec("a", medium, "The title", "social/a.png", "png", shown or (page(),), piece=piece, **more)


class Builder:
    """Composes a page into what is found on it; without, nothing is."""

    def __init__(self, **found: list[Diagnostic]) -> None:
        self.found = found

    def compose(self, one: PageSpec, _kit: Kit) -> Any:
        return SimpleNamespace(page=one.canvas, findings=self.found.get(one.canvas, []))


def checks(*specs: FileSpec, kit: Kit | None = None, **found: list[Diagnostic]) -> list[Check]:
    titles = {PIECE: "The first"}
    return list(page_checks(kit or plain(), specs, titles, Builder(**found), JobContext()))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is wrong with the hotline of any page."""
    monkeypatch.setattr(pages, "painted_near_miss", lambda _made, _lines: "")
    monkeypatch.setattr(pages, "lacks_hotline", lambda *_all: False)
    monkeypatch.setattr(pages, "altered", lambda *_all: "")


def finding(code: str, text: str = "Ask a cook", field: str = "head", letters: str = "") -> Diagnostic:
    return Diagnostic("error", code, f"No font has {text}.", field, text=text, letters=letters)


def test_the_same_words_in_several_sizes_are_one_check_and_other_words_another() -> None:
    long, out, letters = finding(TOO_LONG), finding(LEFT_OUT, field="sub"), finding(MISSING_LETTERS, letters="x")
    found = checks(spec(page("square"), page("story")), square=[long, out, letters], story=[long])
    assert [(one.code, one.piece, one.field) for one in found] == [
        (TOO_LONG, PIECE, "head"), (LEFT_OUT, PIECE, "sub"), (MISSING_LETTERS, PIECE, "head"),
    ]  # fmt: skip
    assert str(found[0].sentence) == "“Ask a cook” does not fit: Square, Story."
    assert str(found[1].sentence).startswith("“Ask a cook” is left out")
    assert str(found[2].sentence) == "No font has Ask a cook."


@pytest.mark.parametrize(
    ("code", "own", "group", "labels"),
    [
        (TOO_LONG, {}, "fix", ["Edit"]),
        (TOO_LONG, {"head": "Ask a cook"}, "fix", ["Back to the kit's text", "Edit"]),
        (TOO_LONG, {"sub": "Else"}, "fix", ["Edit"]),
        (LEFT_OUT, {}, "look", ["Edit", "Leave it out"]),
        (LEFT_OUT, {"head": "Ask a cook"}, "look", ["Edit", "Back to the kit's text", "Leave it out"]),
    ],
)
def test_own_words_that_do_not_fit_can_follow_the_kit_again_and_those_left_out_may_stay_so(
    code: str, own: dict[str, str], group: str, labels: list[str]
) -> None:
    (check,) = checks(spec(), kit=kit_with(own), square=[finding(code)])
    assert (check.group, [str(fix.label) for fix in check.fixes]) == (group, labels)
    assert [fix.fine for fix in check.fixes] == [label == "Leave it out" for label in labels]


def test_forty_letters_are_shown_whole_and_of_more_the_first_forty() -> None:
    for text, said in (("x" * 40, "x" * 40), ("x" * 41, "x" * 40 + "…"), ("x" * 39 + " yz", "x" * 39 + "…")):
        (check,) = checks(spec(), square=[finding(TOO_LONG, text)])
        assert f"“{said}”" in str(check.sentence)


def test_a_finding_is_of_the_piece_of_its_page_and_of_its_part_there() -> None:
    long = [finding(TOO_LONG), finding(TOO_LONG, field="")]
    assert [one.piece for one in checks(spec(page(piece=OTHER)), square=long[:1])] == [OTHER]
    assert [one.field for one in checks(spec(page(part="en")), square=long)] == ["en.head", ""]
    assert [one.field for one in checks(spec(), square=long)] == ["head", ""]


def test_letters_that_names_lack_are_not_said_of_each_page() -> None:
    lost, more = finding(MISSING_LETTERS, letters=LOST), finding(MISSING_LETTERS, letters=f"{LOST}𓁀")
    kit = plain(f"Hope {LOST}")
    assert checks(spec(), kit=kit, square=[lost]) == []
    assert len(checks(spec(), kit=kit, square=[more])) == len(checks(spec(), kit=kit, square=[finding(TOO_LONG)])) == 1
    assert len(checks(spec(), square=[lost])) == 1


def test_a_wrong_number_is_said_once_of_a_piece_and_not_where_the_block_is_altered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "painted_near_miss", lambda made, _lines: "Wrong." if made == "story" else "")
    twice = spec(page("square"), page("story"), page("story"))
    (check,) = checks(twice)
    assert (check.piece, check.title, check.blocked) == (PIECE, "The first", True)
    assert str(check.sentence).startswith("Wrong.")
    assert [one.title for one in checks(spec(page("story"), piece=OTHER))] == ["The title"]
    assert len(checks(twice, spec(page("story"), piece=OTHER))) == 2
    monkeypatch.setattr(pages, "altered", lambda *_all: ALTERED)
    assert checks(twice) == []


def test_a_file_without_the_hotline_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "lacks_hotline", lambda _lines, medium, *_all: medium == "print")
    assert [one.piece for one in checks(spec(), spec(medium="print", piece=OTHER))] == [OTHER]


def test_a_piece_whose_hotline_block_was_changed_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "altered", lambda _kit, one: {"story": ALTERED, "letter": "else"}.get(one.canvas, ""))

    def named(*specs: FileSpec) -> list[tuple[str, str]]:
        return [(one.piece, one.title) for one in hotline_checks(plain(), specs, {PIECE: "The first"})]

    assert named(spec(page("square"), page("letter"))) == []
    assert named(spec(page("story"), page("story")), spec(page("story"))) == [(PIECE, "The first")]
    assert named(spec(page("story", piece=OTHER))) == [(OTHER, "The title")]


def test_own_words_that_took_the_hotline_out_of_a_text_are_named_and_the_campaigns_are_not() -> None:
    piece, call = "w2/copy/newsletter", plain().campaign.hotline.number

    def named(own: Mapping[str, str], name: str = "newsletter.txt", **more: Any) -> list[str]:
        made = spec(**{"medium": "copy", "piece": piece, "group": "newsletter", **more})
        made = replace(made, pages=(), id=f"copy/{name}")
        return [one.piece for one in hotline_checks(kit_with(own, piece), (made, made), {})]

    lost = {"call": "Write to us."}
    assert named(lost) == [piece]
    assert named({}) == named({"call": f"Call {call}."}) == named({"@picture": "none"}) == []
    assert named(lost, medium="print") == named(lost, group="guide") == named(lost, piece="w2/copy/web") == []
    assert named(lost, "no such file.txt") == []


# ------------------------------------------------------------------ descriptions


def described(one: FileSpec, kit: Kit | None = None, **content: Value) -> list[tuple[str, str]]:
    """What is found of the description of a file that shows this; by code and first button."""
    shown = page(template="social/photo", content=content)
    text = PageText(one.piece, one, shown, ())
    found = description_checks(kit or plain(), (text, text), {}, NETWORKS)
    return [(check.code, str(check.fixes[0].label)) for check in found]


LINE = "People nearby notice trouble sooner"
SCENE = next(iter(plain().scenes.values()))
SILENT = replace(SCENE, alt=" ")


def test_a_graphic_without_a_description_takes_its_words_or_is_called_decoration() -> None:
    assert described(spec(alt=" "), head=LINE) == [("alt-missing", "Use its own text")]
    assert described(spec(alt=" ", medium="background")) == [("alt-missing", "Edit")]
    assert described(spec(alt=f"{LINE}."), head=LINE) == []


@pytest.mark.parametrize(
    ("letters", "values", "found"),
    [
        (NETWORKS.alt_advised, 0, []),
        (NETWORKS.alt_advised + 1, 0, [("alt-long", "look")]),
        (NETWORKS.alt_longest, 0, [("alt-long", "look")]),
        (NETWORKS.alt_longest + 1, 0, [("alt-long", "fix")]),
        (NETWORKS.alt_advised, NETWORKS.alt_longest - NETWORKS.alt_advised, []),
        (NETWORKS.alt_advised, NETWORKS.alt_longest - NETWORKS.alt_advised + 1, [("alt-long", "fix")]),
    ],
)
def test_a_long_description_is_worth_a_look_and_one_that_networks_refuse_has_to_be_mended(
    letters: int, values: int, found: list[tuple[str, str]]
) -> None:
    """The values of a chart at its end do not count while networks take them."""
    one = spec(alt="x" * letters + "y" * values)
    content: dict[str, Value] = {"chart": {"alt": "y" * values}} if values else {}
    text = PageText(PIECE, one, page(template="social/photo", content=content), ())
    assert [(one.code, one.group) for one in description_checks(plain(), (text,), {}, NETWORKS)] == found


def test_words_that_are_in_the_picture_alone_are_named_for_posts() -> None:
    found = [("W19", "Add it to the description")]
    assert described(spec(alt="A field."), head=LINE) == found
    assert described(spec(alt="A field.", caption=f"{LINE}."), head=LINE) == []
    assert described(spec(alt="A field.", medium="background"), head=LINE) == []
    room = NETWORKS.alt_longest - len(f" {LINE}.") - 1
    assert ("W19", "Add it to the description") in described(spec(alt="x" * room + "."), head=LINE)
    assert ("W19", "Edit") in described(spec(alt="x" * (room + 1) + "."), head=LINE)


def test_a_picture_beside_words_needs_a_description_where_nothing_else_says_it() -> None:
    slide = {"medium": "deck", "piece": "w2/deck/a"}
    assert described(spec(**slide), picture=SILENT) == [("alt-missing", "Edit")]  # type: ignore[arg-type]
    assert described(spec(**slide), picture=SCENE) == described(spec(**slide)) == []  # type: ignore[arg-type]
    assert described(spec(alt="A field.", **slide), picture=SILENT) == []  # type: ignore[arg-type]


def test_a_description_of_another_picture_is_shown_shortened_and_can_stay() -> None:
    def outdated(words: str, about: str = "another") -> list[Check]:
        kit = kit_with({ALT: words, DESCRIBED: about})
        one = spec(alt=words, medium="deck")
        text = PageText(PIECE, one, page(template="social/photo", content={"picture": SCENE}), ())
        return [check for check in description_checks(kit, (text,), {}, NETWORKS) if check.code == "alt-outdated"]

    (check,) = outdated("x" * SHOWN)
    assert str(check.sentence).endswith(f"“{'x' * SHOWN}”")
    assert [str(fix.label) for fix in check.fixes] == ["Edit", "It still fits", "Back to the kit's text"]
    (long,) = outdated("x" * (SHOWN - 1) + " y")
    assert str(long.sentence).endswith(f"“{'x' * (SHOWN - 1)}…”")
    assert outdated("A field.", SCENE.key) == []


def test_a_photo_without_words_is_named_with_the_pieces_that_show_it_and_do_not_describe_it() -> None:
    photo = Photo(PictureSource("key", "jpeg", b"", (9, 9)), "a.jpg")
    shown, other = PictureRef(photo.source), SCENE

    def places(one: Photo, own: Mapping[str, str], *pictures: PictureRef | None) -> list[str]:
        texts = [
            PageText(
                f"w2/{at}", spec(piece=f"w2/{at}"), page(template="social/photo", content={"picture": picture}), ()
            )
            for at, picture in enumerate(pictures)
        ]
        titles = {f"w2/{at}": f"Place {at}" for at in range(len(pictures))}
        return [str(check.sentence) for check in undescribed_photos(kit_with(own, "w2/0", one), texts, titles)]

    (said,) = places(photo, {}, shown, other, None, shown, shown)
    assert said.endswith("Place 0; Place 3; Place 4.")
    assert places(photo, {}, other, None) == places(photo, {ALT: "A field."}, shown) == []
    assert places(replace(photo, alt="A field."), {}, shown) == []
    assert len(places(replace(photo, alt=" "), {}, shown)) == 1
