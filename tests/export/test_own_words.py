"""Own words in texts without pages: each reaches its files, goes back, and cannot take the hotline away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.preflight.report import load_tools, preflight
from htpm_studio.export.texts.editable_texts import WordText, word_texts
from htpm_studio.project.model import Edits
from htpm_studio.scene.writing import Writing
from tests.helpers.copy_kits import RESOURCES, RIGHTS, kit_of

GROUPS = ("posts", "messages", "newsletter", "web", "guide", "proclamation", "calendar")


def piece_of(group: str) -> str:
    return f"w2/copy/{group}"


def with_edits(kit: Kit, edits: Edits) -> Kit:
    return replace(kit, project=replace(kit.project, edits=edits))


@pytest.mark.parametrize("group", GROUPS)
def test_every_text_can_be_changed_and_goes_back(group: str) -> None:
    kit = kit_of()
    before = word_texts(kit, piece_of(group))
    assert before
    assert not any(text.changed for text in before)
    edits = kit.project.edits
    for number, text in enumerate(before):
        for field, words in text.edits(f"Own {number}.").items():
            edits = edits.changed(text.piece, field, words)
    changed = with_edits(kit, edits)
    now = word_texts(changed, piece_of(group))
    assert {text.key: (text.text, text.kit_text) for text in now} == {
        text.key: (f"Own {number}.", text.kit_text) for number, text in enumerate(before)
    }
    said = "\n".join(words for spec in hold_words(changed, group) for words in spec.said)
    # A week that a page names only as a heading of one of its lists says "Own 3." in whatever place it is.
    assert [number for number in range(len(before)) if f"Own {number}." not in said] == []
    # A network whose words were the post's keeps the kit's as its own until the post has them too.
    edits = _reset(edits, now)
    assert _reset(edits, word_texts(with_edits(kit, edits), piece_of(group))) == Edits()


def test_only_a_title_and_what_belongs_to_another_piece_cannot_be_left_out() -> None:
    found = [(text, piece_of(group)) for group in GROUPS for text in word_texts(kit_of(), piece_of(group))]
    needed = {text.key for text, piece in found if text.needed and text.piece == piece}
    assert needed == {text.key for text, piece in found if text.kind == "title" and text.piece == piece} != set()
    others = [text.needed for text, piece in found if text.piece != piece]
    assert others
    assert all(others)
    assert ("w2/copy/newsletter", "paragraphs.0") in {text.key for text, _ in found if not text.needed}


def _reset(edits: Edits, texts: Iterable[WordText]) -> Edits:
    for text in texts:
        for field, words in text.edits(text.kit_text).items():
            edits = edits.changed(text.piece, field, words)
    return edits


def hold_words(kit: Kit, group: str) -> list[Writing]:
    from htpm_studio.export.texts.file_specs import with_words

    specs = [spec for spec in plan(kit) if spec.group == group]
    return [spec.words for spec in with_words(kit, specs) if spec.words is not None]  # type: ignore[misc]


LONG = "Please tell everybody who works nights. " * 9


def test_a_post_that_became_too_long_for_a_network_can_have_a_text_of_its_own_there() -> None:
    edits = Edits.from_mapping({RIGHTS: {"caption": LONG}})
    told = [text for text in word_texts(kit_of(edits=edits, two_forms=True), piece_of("posts")) if text.piece == RIGHTS]
    for_x, for_threads, post = told[:3]
    fields = [text.fields for text in told[:3]]
    assert fields == [("caption.x", "caption.bluesky"), ("caption.threads",), ("caption",)]
    assert {text.breaks for text in told[:3]} == {"within"}
    assert for_threads.text == LONG
    assert (for_x.text, post.text) == (LONG, LONG)
    assert "X allows 280" in for_x.warning
    assert not post.warning
    assert set(for_x.edits(for_x.kit_text).values()) == {for_x.kit_text}
    assert set(for_x.edits(LONG).values()) == {None}


def test_a_text_without_its_hotline_is_named_and_left_out() -> None:
    call = {"call": "Ask anybody.", "idea": "Ours."}
    kit = kit_of(edits=Edits.from_mapping({piece_of("newsletter"): call}))
    checks = [check for check in preflight(kit, load_tools(RESOURCES.assets)).checks if check.blocked]
    assert [check.piece for check in checks] == [piece_of("newsletter")]
    specs, found = block_unsafe(kit, plan(kit))
    assert not [spec for spec in specs if spec.group == "newsletter"]
    assert len(found) == 1


@pytest.mark.parametrize("said", [LONG[:290], LONG, "Call 1-888-373-788."])
def test_a_text_that_is_not_used_as_it_is_keeps_its_place(said: str) -> None:
    before = [text for text in word_texts(kit_of(two_forms=True), piece_of("posts")) if text.piece == RIGHTS]
    short = before[0]
    assert short.fields == ("caption.x", "caption.bluesky")
    edits = Edits()
    for field, words in short.edits(said).items():
        edits = edits.changed(RIGHTS, field, words)
    now = [text for text in word_texts(kit_of(edits=edits, two_forms=True), piece_of("posts")) if text.piece == RIGHTS]
    assert [(text.key, text.under) for text in now] == [(text.key, text.under) for text in before]
    assert (now[0].text, now[0].kit_text) == (said, short.kit_text)
    assert now[0].warning
    assert not any(text.warning for text in before)
