"""What a rule that finds something in the words of a kit asks for: which buttons, which better words, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from htpm_studio.campaign.language.rules import LanguageRule, RulePassage
from htpm_studio.campaign.networks import Network, Networks
from htpm_studio.export.kit.kit import Kit, Options, build_kit
from htpm_studio.export.preflight.model import Change, Check
from htpm_studio.export.preflight.texts import Texts, network_checks, wording_checks
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources, bundled_tools

PIECE, OTHER, CAMPAIGN = "w2/social/a", "w2/social/b", "w2/campaign"


@cache
def plain() -> Kit:
    project = Project(Brand("Riverbend"), 2, 2027)
    return build_kit(project, bundled_campaign(), bundled_resources(), Options(), date(2026, 11, 28))


def kit_with(edits: Mapping[str, Mapping[str, str]]) -> Kit:
    project = replace(plain().project, edits=Edits.from_mapping({piece: dict(own) for piece, own in edits.items()}))
    return replace(plain(), project=project)


def rule(name: str, pattern: str, swap: str | None = None, **more: Any) -> LanguageRule:
    given: dict[str, Any] = {
        "level": "warning", "title": "", "why": "A reason.", "suggest": swap or "", "source": "",
        "sentence": "“{match}” is not said {places} here.", "swap": {} if swap is None else {"*": swap},
    }  # fmt: skip
    return LanguageRule(id=name, kind="pattern", pattern=re.compile(pattern), **{**given, **more})


CAT, ALWAYS = rule("C1", r"\bcat\b", "dog"), rule("C2", r"\bbird\b")
HARD, HINT = rule("C3", r"\bwolf\b", "dog", level="error"), rule("C4", r"\bowl\b", level="info")


def said(text: str, piece: str = PIECE, field: str = "head", **more: Any) -> RulePassage:
    return RulePassage(piece, field, text, **more)


def checks(
    rules: Sequence[LanguageRule] | LanguageRule,
    *passages: RulePassage,
    fixed: frozenset[str] = frozenset(),
    kit: Kit | None = None,
    hints: bool = False,
) -> list[Check]:
    texts = Texts((), passages, {PIECE: "The first"}, fixed)
    rules = [rules] if isinstance(rules, LanguageRule) else rules
    return list(wording_checks(kit or plain(), texts, rules, hints=hints))


def buttons(check: Check) -> list[str]:
    return [str(fix.label) for fix in check.fixes]


def changed(check: Check) -> dict[str, str | None]:
    return {one.field: one.text for one in check.fixes[0].changes}


def test_what_a_rule_finds_in_several_fields_of_a_piece_is_one_check() -> None:
    passages = (said("A cat"), said("No cat", field="sub"), said("A cat", OTHER), said("A dog", field="note"))
    first, second = checks(CAT, *passages)
    assert (first.piece, first.title, second.piece, second.title) == (PIECE, "The first", OTHER, "")
    assert changed(first) == {"head": "A dog", "sub": "No dog"}
    assert changed(second) == {"head": "A dog"}
    assert (first.at, first.field, first.better, first.reason) == (2, "head", "A dog", "A reason.")
    assert (first.group, first.code, first.suggest) == ("look", "C1", "dog")
    assert len(checks([CAT, ALWAYS], said("A cat and a bird"))) == 2


def test_a_field_with_another_text_that_is_right_keeps_it() -> None:
    (check,) = checks(CAT, said("A cat"), said("Fine as it is"))
    assert [one.text for one in check.fixes[0].changes] == ["A dog"]


def test_hints_are_apart_from_all_else() -> None:
    passages = said("A cat and an owl"), said("owl", OTHER)
    assert [one.code for one in checks([CAT, HINT], *passages)] == ["C1"]
    assert [(one.code, one.piece) for one in checks([CAT, HINT], *passages, hints=True)] == [
        ("C4", PIECE), ("C4", OTHER),
    ]  # fmt: skip


def test_the_buttons_put_it_right_lead_to_the_words_or_leave_them() -> None:
    one = said("A cat, a bird and a wolf")
    soft, open_, hard = checks([CAT, ALWAYS, HARD], one)
    assert (soft.group, buttons(soft)) == ("look", ["Replace it", "Keep it"])
    assert (open_.group, buttons(open_)) == ("look", ["Edit", "Keep it"])
    assert (hard.group, buttons(hard)) == ("fix", ["Replace it", "Edit"])
    (helpless,) = checks(rule("C5", "wolf", level="error"), one)
    assert (helpless.group, buttons(helpless)) == ("fix", ["Edit", "Keep it"])
    assert [fix.fine for fix in soft.fixes] == [False, True]
    assert soft.asks_reason
    assert not soft.blocked


def test_a_wrong_number_is_never_kept_and_a_date_is_kept_without_a_reason() -> None:
    (number,) = checks(rule("W15", "cat", "dog", level="error"), said("cat"))
    assert (number.blocked, number.asks_reason, buttons(number)) == (True, False, ["Put it back", "Edit"])
    (without,) = checks(rule("W15", "cat", level="error"), said("cat"))
    assert buttons(without) == ["Edit"]
    (day,) = checks(rule("D1", "cat", "dog"), said("cat"))
    assert (day.blocked, day.asks_reason, buttons(day)) == (False, False, ["Remove the line", "Keep the date"])
    (theirs,) = checks(rule("W15", "cat", level="error"), said("cat", CAMPAIGN))
    assert (theirs.blocked, theirs.asks_reason, buttons(theirs)) == (False, True, ["Keep it"])


@pytest.mark.parametrize("field", ["number", "short"])
def test_nothing_is_replaced_where_the_text_cannot_be_changed_by_itself(field: str) -> None:
    assert buttons(checks(CAT, said("A cat", field=field))[0]) == ["Edit", "Keep it"]
    assert buttons(checks(CAT, said("A cat"), said("A cat", field=field))[0]) == ["Edit", "Keep it"]
    assert buttons(checks(CAT, said("A cat"), fixed=frozenset({PIECE}))[0]) == ["Edit", "Keep it"]
    assert buttons(checks(CAT, said("A cat"), fixed=frozenset({OTHER}))[0]) == ["Replace it", "Keep it"]


def test_what_is_about_the_whole_kit_or_in_the_campaign_can_only_be_kept() -> None:
    for piece in ("", CAMPAIGN):
        for one in checks([CAT, HARD], said("A cat and a wolf", piece)):
            assert (one.piece, buttons(one), one.safe) == ("", ["Keep it"], ())


def test_every_place_is_put_right_while_that_ends() -> None:
    (check,) = checks(CAT, said("A cat, a cat, a cat"))
    assert (changed(check), buttons(check)[0]) == ({"head": "A dog, a dog, a dog"}, "Replace all 3")
    assert buttons(checks(CAT, said("A cat, a cat"))[0])[0] == "Replace both"
    assert buttons(checks(rule("W9-es", "cat", "dog"), said("A cat, a cat"))[0])[0] == "Use the safety line"
    assert str(check.sentence) == "“cat” is not said in 3 places here."
    (once,) = checks(CAT, said("A cat"))
    assert "places" not in str(once.sentence)
    assert buttons(checks(rule("C6", "cat", "cat cat"), said("cat"))[0]) == ["Edit", "Keep it"]
    assert buttons(checks(rule("C7", "cat", ""), said("cat"))[0]) == ["Edit", "Keep it"], "no text would be left"
    partly = replace(rule("C8", "cat|Cats"), swap={"cat": "dog"})
    assert buttons(checks(partly, said("cat and Cats"))[0]) == ["Edit", "Keep it"]


def test_what_has_to_be_mended_is_safe_in_better_words_or_in_those_of_the_campaign() -> None:
    wolf = said("A wolf")
    assert checks(HARD, wolf)[0].safe == (Change(PIECE, "head", "A dog"),)
    assert checks(CAT, said("A cat"))[0].safe == ()
    gone = rule("C9", "cat", swap_sentence="")
    assert checks(gone, said("One is here. A cat.", field="sub"))[0].safe == (Change(PIECE, "sub", "One is here."),)
    helpless = rule("C5", "wolf", level="error")
    assert checks(helpless, wolf)[0].safe == ()
    own = kit_with({PIECE: {"head": "A wolf", "sub": "Else"}})
    assert checks(helpless, wolf, kit=own)[0].safe == (Change(PIECE, "head", None),)
    assert checks(helpless, wolf, said("A wolf", field="note"), kit=own)[0].safe == ()
    assert checks(helpless, wolf, kit=kit_with({PIECE: {"head": "A wolf"}}))[0].safe


def test_too_many_hashtags_are_said_as_of_the_first_text() -> None:
    tags = "#Partner2Prevent #EndTrafficking #WearBlueDay"
    posts = said(tags, field="caption", role="post"), said(f"Come. {tags}", field="caption.x", role="post")
    (both,) = (one for one in checks(bundled_tools().rules, *posts) if one.code == "W14")
    (first,) = (one for one in checks(bundled_tools().rules, posts[0]) if one.code == "W14")
    assert both.sentence == first.sentence
    assert len(both.fixes[0].changes) == 2


# ------------------------------------------------------------------ networks

LONG, SHORT = "Long words for a post", "Short words"


def network(most: int, name: str = "x") -> Network:
    return Network(name, "letters", most, "characters", "", "", name=name.upper())


def posted(*networks: Network, short: str = SHORT, **own: str) -> list[Check]:
    """What is said of one post, whose own words are in `own` ("caption", or "caption_x" for one network)."""
    week = plain().week
    post = replace(week.posts[0], id="a", text=LONG, short=short, networks=None, hashtags=(), url="", only_day=None)
    edits = {PIECE: {field.replace("_", "."): text for field, text in own.items()}} if own else {}
    kit = replace(kit_with(edits), week=replace(week, posts=(post,)))
    return list(network_checks(kit, Networks(networks, 100, 200)))


def test_a_post_that_fits_everywhere_is_not_mentioned_and_one_in_its_short_form_is_counted() -> None:
    assert posted(network(len(LONG))) == []
    (short,) = posted(network(len(LONG) - 1), network(len(SHORT), "y"))
    assert (short.group, short.code, str(short.sentence)[:24]) == ("fixed", "short-form", "1 posts use their short ")
    assert posted(network(len(LONG)), short=LONG) == [], "its long form is as short"


def test_own_words_that_are_too_long_for_some_networks_are_named_with_them() -> None:
    small = network(len(SHORT)), network(len(SHORT), "y"), network(99, "z")
    (stands,) = posted(*small, caption=LONG + "!")
    assert (stands.group, stands.code, stands.piece, stands.field) == ("look", "short-stands-in", PIECE, "caption.x")
    assert str(stands.sentence).startswith("Your post text is too long for X, Y.")
    assert posted(network(99), caption=LONG + "!") == []


def test_a_text_for_one_network_that_it_refuses_can_be_the_short_one_where_that_fits() -> None:
    (long,) = posted(network(len(SHORT)), caption_x=LONG)
    assert (long.group, long.code, long.field, long.piece) == ("fix", "too-long-for-network", "caption.x", PIECE)
    assert buttons(long) == [f"Use the short one, {len(SHORT)}", "Edit"]
    assert long.safe == (Change(PIECE, "caption.x", SHORT),)
    (never,) = posted(network(len(SHORT) - 1), caption_x=LONG)
    assert (buttons(never), never.safe) == (["Edit"], ())
    (usual,) = posted(network(len(SHORT) - 1))
    assert (usual.field, buttons(usual)) == ("caption", ["Edit"])
    assert usual.title.endswith(", X")
    assert posted(network(99), caption_x=SHORT) == []
