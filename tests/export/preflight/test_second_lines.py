"""Pieces about images, threats or strangers online carry the two lines that help then, or they do not go out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import cast

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.networks import too_much
from htpm_studio.campaign.pack import read_pack
from htpm_studio.compose.compose_page import compose_page
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.model import Check
from htpm_studio.export.preflight.passages import page_texts
from htpm_studio.export.preflight.report import make_safe, preflight
from htpm_studio.export.preflight.second_lines import second_line_checks, unhelped_texts
from htpm_studio.export.sources.toolkit_import import import_toolkit
from htpm_studio.export.texts.planned_posts import posts_of_week
from htpm_studio.export.texts.week_posts import ready_posts
from htpm_studio.pieces.sizes import Medium
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from htpm_studio.scene.walk import texts as texts_of
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools
from tests.helpers.sweeps import WEEKS, sampled

THREATS, SUICIDE = "1-800-843-5678", "988"
POST, QUESTION, POSTER, SLIDE = (
    "w4/social/w4-take-it-down", "w4/social/w4-never-met", "w4/print/poster", "w4/deck/loop/4",
)  # fmt: skip
TOOLKIT = """# Human Trafficking Prevention Month Toolkit 2027

## Week 4: January 19-25, 2027 - Safe online

### Posts

Is a nude image of you online? You have options. Learn more: https://takeitdown.ncmec.org #EndTrafficking

Cook one meal with somebody who lives alone this week, and ask how they are. #EndTrafficking
"""


def kit_of(campaign: Campaign, edits: dict[str, dict[str, str]] | None = None, *media: Medium) -> Kit:
    language = campaign.language
    project = Project(Brand("Riverbend"), 4, 2027, language=language, edits=Edits.from_mapping(edits or {}))
    options = Options((*media, "copy"), papers=("letter",)) if media else Options()
    return build_kit(project, campaign, bundled_resources(), options, dt.date(2026, 12, 1))


@cache
def ours(language: str) -> Kit:
    return kit_of(bundled_campaign(language))


def found(kit: Kit) -> list[Check]:
    return list(second_line_checks(kit, page_texts(kit, [spec for spec in plan(kit) if not spec.repeats]), {}))


def left_out(kit: Kit) -> set[str]:
    return {one.piece for one in block_unsafe(kit, plan(kit))[1]}


def both(text: str) -> bool:
    return THREATS in text and SUICIDE in text


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_text_of_a_post_for_teenagers_about_such_harm_names_both(language: str) -> None:
    kit = ours(language)
    teens = {f"w4/social/{post.id}" for post in kit.week.posts if post.tone == "teen"}
    posts = [post for post in posts_of_week(kit.project, kit.campaign, kit.week, {}) if post.piece in teens]
    said = {(post.piece, one.id): post.text(one) for post in posts for one in kit.resources.networks.networks}
    assert len(posts) == 3
    assert [place for place, text in said.items() if not both(text)] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_picture_print_and_screen_for_teenagers_shows_both(language: str) -> None:
    kit = ours(language)
    teens = [f"w4/social/{post.id}" for post in kit.week.posts if post.tone == "teen"]
    teens += [POSTER, "w4/print/hotline-cards", "w4/print/bookmark"]
    shown: dict[str, str] = {}
    for spec in plan(kit):
        for page in spec.pages:
            piece = "w4/deck/loop" if page.piece.startswith("w4/deck/loop/") else page.piece or spec.piece
            if piece in (*teens, "w4/deck/loop"):
                library = kit.resources.library
                made = compose_page(page.template, page.canvas, page.content, kit.look, library, page.info)
                name = piece if piece.startswith(("w4/deck", "w4/print/h", "w4/print/b")) else f"{piece} {page.canvas}"
                words = " ".join(" ".join(block.text.split()) for block in texts_of(made.page))
                shown[name] = f"{shown.get(name, '')} {words}"
    assert {name.split()[0] for name in shown} == {*teens, "w4/deck/loop"}
    assert [name for name, text in shown.items() if not both(text)] == []


@pytest.mark.parametrize(
    ("piece", "field"),
    [(POST, "caption.x"), (QUESTION, "sub"), (POSTER, "sub"), (SLIDE, "text")],
)
def test_what_the_user_wrote_without_them_is_to_be_fixed_and_does_not_go_out(piece: str, field: str) -> None:
    medium = cast("Medium", piece.split("/")[1])
    kit = kit_of(bundled_campaign(), {piece: {field: "Somebody threatens to share a picture? Tell an adult."}}, medium)
    if piece == SLIDE:  # its deck says them on other slides
        others = {"w4/deck/loop/3": {"items.2": "A picture", "items.3": "Threats"}, "w4/deck/loop/5": {"lead": "Hi."}}
        kit = kit_of(bundled_campaign(), {**kit.project.edits.to_mapping(), **others}, medium)
    assert {(check.code, check.group) for check in found(kit) if check.piece == piece} == {("H1", "fix")}
    assert piece in left_out(kit)
    safe, _ = make_safe(kit, bundled_tools())
    assert left_out(safe) == set()


def test_a_post_that_is_left_out_is_in_no_list_of_posts() -> None:
    kit = kit_of(bundled_campaign(), {POST: {"caption": "Someone has a picture of you? Breathe."}})
    assert POST not in {one.post.piece for one in ready_posts(kit, plan(kit))}
    assert POST in {one.post.piece for one in ready_posts(ours("en"), plan(ours("en")))}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_campaign_about_something_else_is_not_asked(language: str) -> None:
    campaign = bundled_campaign(language)
    info = replace(campaign.info, observance=replace(campaign.observance, topics=("suicide",)))
    edits = {POST: {"caption": "A threat with a photo.", "sub": "Una foto."}}
    kit = kit_of(replace(campaign, info=info), edits, "social")
    assert found(kit) == []
    assert POST not in left_out(kit)


def test_a_post_of_an_imported_toolkit_of_this_month_gets_the_lines(tmp_path: Path) -> None:
    toolkit = tmp_path / "toolkit.md"
    toolkit.write_text(TOOLKIT, encoding="utf-8")
    made = import_toolkit(toolkit, tmp_path / "pack", JobContext(), assets=paths.assets())
    kit = kit_of(read_pack(made.folder, "en"))
    asked = {check.piece for check in found(kit)}
    assert len([piece for piece in asked if piece.startswith("w4/social/")]) == 1
    safe, findings = make_safe(kit, bundled_tools())
    assert any(one.code == "H1" for one in findings)
    assert {piece for piece in left_out(safe) if not piece.startswith("w4/deck/loop/")} == set()
    post = next(one for one in posts_of_week(safe.project, safe.campaign, safe.week, safe.project.edits.to_mapping())
                if one.piece in asked)  # fmt: skip
    for network in safe.resources.networks.networks:
        assert both(post.text(network))
        assert not too_much(post.text(network), network)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He says he will post your pics if you don't pay. It is not your fault."),
        ("en", "Never meet somebody you only know from Snapchat on your own."),
        ("en", "Your son may get a message like this: pay me or everyone sees it."),
        ("es", "Un desconocido te escribe por Instagram y pregunta dónde vives."),
        ("es", "¿Te amenazan con difundir lo que mandaste? Deja de contestar y dile a alguien."),
    ],
)
def test_a_post_for_families_about_such_harm_does_not_go_out_without_them(language: str, text: str) -> None:
    assert "w4/social/w4-media-plan" in left_out(
        kit_of(bundled_campaign(language), {"w4/social/w4-media-plan": {"caption": text}})
    )


@pytest.mark.parametrize(
    "text",
    [
        "Post a photo of your class in blue on January 11.",
        "Join our online talk for parents on Thursday at 6 p.m.",
        "Our poster contest is open to all students. Send your image by January 20.",
    ],
)
def test_an_invitation_to_teenagers_needs_no_line_about_suicide(text: str) -> None:
    assert POST not in {check.piece for check in found(kit_of(bundled_campaign(), {POST: {"caption": text}}))}


@pytest.mark.parametrize(("week", "language"), sampled(product(WEEKS, ("en", "es")), (4, "en"), (2, "es")))
def test_the_campaigns_own_newsletter_and_web_page_need_no_more(week: int, language: str) -> None:
    project = Project(Brand("Riverbend"), week, 2027, language=language)
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(), dt.date(2026, 12, 1))
    assert [one.piece for one in unhelped_texts(kit)] == []


@pytest.mark.parametrize(
    ("group", "language", "text"),
    [
        ("newsletter", "en", "Your daughter only talks to a stranger who messages her every night? Ask her about it."),
        ("web", "es", "¿Te amenazan con difundir lo que mandaste? Deja de contestar y dile a alguien."),
    ],
)
def test_a_newsletter_or_web_page_with_such_words_gets_the_lines(group: str, language: str, text: str) -> None:
    piece = f"w2/copy/{group}"
    project = Project(
        Brand("Riverbend"), 2, 2027, language=language, edits=Edits.from_mapping({piece: {"paragraphs.0": text}})
    )
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), Options(("copy",)), dt.date(2026, 12, 1))
    (check,) = [check for check in preflight(kit, bundled_tools()).checks if check.code.startswith("H1")]
    assert (check.piece, check.field, check.group) == (piece, "paragraphs.0", "fix")
    assert {one.piece for one in block_unsafe(kit, plan(kit))[1]} == {piece}
    safe, findings = make_safe(kit, bundled_tools())
    assert [one.piece for one in findings if one.code.startswith("H1")] == [piece]
    ready, stopped = block_unsafe(safe, plan(safe))
    said = ["\n".join(spec.words.said) for spec in ready if spec.piece == piece and spec.words is not None]
    assert stopped == []
    assert len(said) == 2
    assert all(text in words and both(words) for words in said)


def test_a_newsletter_that_says_both_numbers_itself_is_not_asked() -> None:
    text = "A stranger asks your son for more photos? 1-800-843-5678. Thinking of suicide? 988."
    project = Project(
        Brand("Riverbend"), 2, 2027, edits=Edits.from_mapping({"w2/copy/newsletter": {"paragraphs.0": text}})
    )
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 12, 1))
    assert unhelped_texts(kit) == ()
