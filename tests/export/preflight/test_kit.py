"""Checks of what a whole kit rests on: its sender, its photos and their records, and the addresses in its texts."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from PIL import Image, ImageDraw

from htpm_studio.campaign.language.rules import RulePassage
from htpm_studio.compose.compose_page import PageInfo
from htpm_studio.export.kit.edits import PICTURE
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.preflight.kit import (
    link_checks,
    logo_checks,
    lost_checks,
    photo_checks,
    picture_word_checks,
    sender_checks,
    template_checks,
)
from htpm_studio.export.preflight.model import Check, called_fine, check_id
from htpm_studio.export.preflight.passages import PageText
from htpm_studio.export.run.exporter import general_findings
from htpm_studio.project.model import Brand, Consent, Edits, LostPicture, Photo, Project
from htpm_studio.scene.nodes import PictureSource
from tests.helpers.bundled import bundled_resources, bundled_tools
from tests.helpers.marks import mark
from tests.helpers.two_forms import campaign_in_two_forms

TODAY, DAY_BEFORE = date(2026, 11, 28), date(2026, 11, 27)
POST = "w2/social/w2-rights"


def kit(
    *photos: Photo, own: Mapping[str, Mapping[str, str]] | None = None, brand: Brand | None = None, **more: Any
) -> Kit:
    edits = Edits.from_mapping({piece: dict(fields) for piece, fields in (own or {}).items()})
    project = Project(brand or Brand("Riverbend"), 2, 2027, photos, edits=edits, **more)
    return build_kit(project, campaign_in_two_forms(), bundled_resources(), Options(), TODAY)


@cache
def drawn(flat: bool = False) -> bytes:
    data = io.BytesIO()
    picture = Image.new("L", (64, 64), 128) if flat else Image.radial_gradient("L").resize((64, 64))
    picture.save(data, "JPEG")
    return data.getvalue()


def photo(key: str = "key", size: tuple[int, int] = (2400, 1600), flat: bool = False, **more: Any) -> Photo:
    source = PictureSource("flat" if flat else key, "jpeg", drawn(flat), size)
    return replace(Photo(source, "garden.jpg"), **more)


def said(checks: Any) -> list[tuple[str, str]]:
    return [(one.group, one.code) for one in checks]


def buttons(check: Check) -> list[str]:
    return [str(fix.label) for fix in check.fixes]


# ------------------------------------------------------------------ photos


RECORD = Consent("Ana", date(2027, 12, 31), "Folder 1", "signed")
STATES: list[tuple[dict[str, Any], list[tuple[str, str]], list[str]]] = [
    ({"people": "nobody"}, [], []),
    ({}, [("look", "consent-unsaid")], ["photo-record"]),
    ({"people": "staff"}, [("fix", "consent")], ["photo-expired"]),
    ({"people": "staff", "consent": RECORD}, [], []),
    ({"people": "staff", "consent": replace(RECORD, until=TODAY)}, [("look", "consent-soon")], []),
    ({"people": "staff", "consent": replace(RECORD, until=DAY_BEFORE)}, [("fix", "consent")], ["photo-expired"]),
    ({"people": "nobody", "withdrawn": True}, [("fix", "consent")], ["photo-expired"]),
    ({"people": "nobody", "size": (300, 200)}, [("look", "photo-small")], ["photo-small"]),
    ({"people": "nobody", "flat": True}, [("look", "photo-flat")], ["photo-flat"]),
    ({"people": "nobody", "flat": True, "size": (300, 200)}, [("look", "photo-small")], ["photo-small"]),
    ({"size": (300, 200)}, [("look", "consent-unsaid"), ("look", "photo-small")], ["photo-small", "photo-record"]),
]  # fmt: skip


@pytest.mark.parametrize(("more", "checks", "findings"), STATES)
def test_a_photo_is_named_for_its_record_its_size_and_its_one_color(
    more: dict[str, Any], checks: list[tuple[str, str]], findings: list[str]
) -> None:
    made = kit(photo(**more))
    assert said(photo_checks(made)) == [*checks, ("fixed", "place-data")]
    codes = [finding.code for finding in general_findings(made)]
    assert [code for code in codes if code != "photo-few"] == findings


def test_a_photo_says_where_it_is_and_how_many_lost_their_data() -> None:
    first = photo(people="staff")
    made = kit(first, photo("other", people="nobody"), own={POST: {PICTURE: "key"}, "w3/social/a": {PICTURE: "key"}})
    consent, data = photo_checks(made)
    assert (consent.piece, consent.field, consent.target, consent.title) == (POST, PICTURE, "key", "garden.jpg")
    assert buttons(consent) == ["Say who can be recognized", "Keep the drawn picture"]
    assert str(data.sentence).endswith("(2).")
    (elsewhere, _) = photo_checks(kit(first, own={"w3/social/a": {PICTURE: "key"}}))
    assert (elsewhere.piece, elsewhere.field) == ("", "")
    assert list(photo_checks(kit())) == []


def test_a_photo_that_may_not_be_shown_is_not_said_to_be_beside_anything() -> None:
    own = {"w2/background/photo-wall": {PICTURE: "key"}}
    assert ("look", "photo-beside") in said(photo_checks(kit(photo(), own=own)))
    assert ("look", "photo-beside") in said(photo_checks(kit(photo(people="staff", consent=RECORD), own=own)))
    assert ("look", "photo-beside") not in said(photo_checks(kit(photo(people="staff"), own=own)))


def test_what_the_name_and_the_description_of_a_photo_say_is_read() -> None:
    rules = bundled_tools().rules
    (name,) = picture_word_checks(kit(photo(name="handcuffed_girl.jpg", people="nobody")), rules)
    assert (buttons(name)[0], name.asks_reason, name.target) == ("Swap the picture", True, "key")
    assert name.group == next("fix" if rule.level == "error" else "look" for rule in rules if rule.id == name.code)
    found = list(picture_word_checks(kit(photo(alt="A handcuffed girl.", people="nobody")), rules))
    assert found
    assert buttons(found[0])[0] == "Say who can be recognized"
    assert list(picture_word_checks(kit(photo(alt="A field.", people="nobody")), rules)) == []


# ------------------------------------------------------------------ addresses


def linked(*addresses: str, role: Any = "text", marks: tuple[str, ...] = (), **statuses: str) -> list[Check]:
    """What is said of addresses in a text; the campaign has resources at "likely.org", "moved.org" and so on."""
    made = kit(own={"w2/kit": {f"@fine.{check_id('opened', mark)}": "yes" for mark in marks}} if marks else None)
    month = made.campaign.month
    rows = tuple(
        replace(month.resources[0], id=name, status=state, url=f"https://{name}.org/", search="")  # type: ignore[arg-type]
        for name, state in statuses.items()
    )
    weeks = tuple(replace(week, posts=(), resources=()) for week in made.campaign.weeks)
    due = replace(made.campaign.info, addresses_checked="")
    campaign = replace(made.campaign, info=due, month=replace(month, resources=rows), weeks=weeks)
    made = replace(made, campaign=campaign, week=replace(made.week, posts=()))
    passages = [RulePassage(POST, "sub", f"Go to {one} today.", role) for one in addresses]
    return list(link_checks(made, (), passages, {POST: "Rights"}))


def test_an_address_that_nobody_knows_or_that_moved_is_named_once_in_each_piece() -> None:
    unknown, moved = linked("nobody.org", "moved.org", "nobody.org", moved="moved")
    assert (unknown.piece, unknown.field, unknown.title, unknown.code) == (POST, "sub", "Rights", "link")
    assert str(unknown.sentence) == "nobody.org has not been tested."
    assert str(moved.sentence) == "moved.org has moved."
    assert buttons(moved) == ["Mark as checked", "Edit"]
    assert [fix.fine for fix in moved.fixes] == [True, False]
    assert linked("known.org", "Known.org", known="verified") == []
    assert linked("nobody.org", role="notes") == []
    for role in ("post", "article"):
        assert len(linked("nobody.org", role=role)) == 1


def test_addresses_that_wait_for_a_look_are_one_check_and_the_opened_ones_another() -> None:
    (one,) = linked("a.org", a="likely")
    assert (one.code, str(one.sentence), buttons(one)) == (
        "links-waiting", "Nobody has opened a.org yet.", ["Mark as checked"],
    )  # fmt: skip
    (both,) = linked("a.org", "b.org", "a.org", a="likely", b="likely")
    assert str(both.sentence) == "Nobody has opened 2 addresses yet: a.org, b.org."
    assert buttons(both) == ["Mark all as checked"]
    waiting, opened = linked("a.org", "b.org", a="likely", b="likely", marks=("a.org",))
    assert [link.address for link in waiting.links] == ["b.org"]
    assert (opened.code, [link.url for link in opened.links]) == ("links-opened", ["https://a.org/"])


@pytest.mark.parametrize(("count", "end"), [(20, "a19.org."), (21, "a19.org and 1 more.")])
def test_the_first_twenty_addresses_are_named(count: int, end: str) -> None:
    names = [f"a{at}" for at in range(count)]
    (found,) = linked(*(f"{name}.org" for name in names), **dict.fromkeys(names, "likely"))  # type: ignore[arg-type]
    assert str(found.sentence).endswith(end)


def test_addresses_of_pages_and_posts_are_looked_at_but_not_those_of_the_hotline() -> None:
    made = kit()
    content: dict[str, Any] = {
        "items": ({"url": "https://nobody.org/a"}, {"url": ""}),
        "hotline": {"url": "https://x.org"},
    }
    page = PageSpec("deck/resources", "slide", content, PageInfo("a", "A", 2))
    spec = FileSpec("a", "deck", "A", "deck/a.pptx", "pptx", (page,))
    post = replace(made.week.posts[0], url="https://www.else.org/b")
    made = replace(made, week=replace(made.week, posts=(post, replace(post, url=""))))
    found = [
        (one.piece, one.field, one.links[0].address)
        for one in link_checks(made, [PageText("w2/deck/a/1", spec, page, ())], (), {})
    ]
    assert found == [(f"w2/social/{post.id}", "caption", "else.org/b"), ("w2/deck/a/1", "items.0.url", "nobody.org/a")]


# ------------------------------------------------------------------ sender, logo, pictures that are lost


def test_a_name_that_is_missing_or_cannot_be_drawn_is_named() -> None:
    assert list(sender_checks(kit())) == []
    assert said(sender_checks(kit(brand=Brand(" ", logo=mark(30, 10))))) == [("look", "name-missing")]
    (lost,) = sender_checks(kit(brand=Brand("Hope 𓀀")))
    assert (lost.group, buttons(lost)) == ("fix", ["Change the name", "Keep it"])


def test_a_logo_is_named_where_it_will_not_look_like_one_until_that_is_called_fine() -> None:
    assert list(logo_checks(kit())) == []

    def marked(side: int) -> Brand:
        data, picture = io.BytesIO(), Image.new("RGBA", (side, side))
        ImageDraw.Draw(picture).ellipse((0, 0, side // 2, side - 1), fill="#204080")
        picture.save(data, "PNG")
        return Brand("Riverbend", logo=PictureSource(f"logo {side}", "png", data.getvalue(), (side, side)))

    assert list(logo_checks(kit(brand=marked(400)))) == []
    poor = marked(12)
    (check,) = logo_checks(kit(brand=poor))
    assert (check.group, check.code) == ("look", "logo-poor")
    made = kit(brand=poor)
    assert [one.code for one in general_findings(made)] == ["logo-poor"]
    assert general_findings(replace(made, project=called_fine(made.project, check, "w2/kit"))) == []


def test_lost_pictures_are_named_until_that_is_called_fine() -> None:
    lost = LostPicture("photo", "a.jpg"), LostPicture("partner", "Harbor"), LostPicture("logo")
    made = kit(lost=lost, brand=Brand("Riverbend"))
    checks = list(lost_checks(made))
    assert [(one.title, one.fixes[0].opens) for one in checks if one.title == "a.jpg"] == [("a.jpg", "pictures")]
    assert {one.fixes[0].opens for one in checks if one.title != "a.jpg"} <= {"logo", "design"}
    told = [one.code for one in general_findings(made)]
    assert told == ["picture-lost"] * len(checks)
    fine = replace(made, project=called_fine(made.project, checks[0], "w2/kit"))
    assert len(general_findings(fine)) == len(checks) - 1


def test_a_template_of_the_user_for_some_sizes_is_named_with_those_that_keep_the_design() -> None:
    made = kit(own={POST: {"@template": "social/mine"}})
    library = made.resources.library
    own = replace(library.templates["social/photo"], id="social/mine", title="Mine", canvases=("square",), own=True)
    library = replace(library, templates={**library.templates, own.id: own})
    made = replace(made, resources=replace(made.resources, library=library))

    def page(canvas: str, piece: str = "") -> PageSpec:
        return PageSpec("social/photo", canvas, {}, PageInfo("a", "A", 2), piece)

    def spec(*pages: PageSpec, piece: str = POST) -> FileSpec:
        return FileSpec("a", "social", "A", "social/a.png", "png", pages, piece=piece)

    def found(*specs: FileSpec) -> list[tuple[str, str, str]]:
        return [
            (one.piece, one.title, str(one.sentence).rpartition(": ")[2])
            for one in template_checks(made, specs, {POST: "Rights"})
        ]

    assert found(spec(page("square"))) == []
    assert found(spec(page("square"), page("story"), page("story"), page("portrait"))) == [
        (POST, "Rights", "Story, Portrait.")
    ]
    assert found(spec(page("story", POST), piece="w2/deck/a")) == [(POST, "Rights", "Story.")]
    assert found(spec(page("story"), piece="w2/social/other")) == []
    bundled = replace(library, templates={**library.templates, own.id: replace(own, own=False)})
    theirs = replace(made, resources=replace(made.resources, library=bundled))
    assert list(template_checks(theirs, [spec(page("story"))], {})) == []
