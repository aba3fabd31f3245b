"""Checks of words: the language rules, and how long each post is for each network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.language.check_wording import check_passage, check_wording
from htpm_studio.campaign.language.rules import LanguageRule, RuleContext, RuleMatch, RulePassage
from htpm_studio.campaign.language.special_rules import in_places
from htpm_studio.campaign.networks import Network, Networks, length, too_much
from htpm_studio.errors import Message, as_message, msg
from htpm_studio.export.kit.edits import ALT, edits_of, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.model import Change, Check, Fix, check_id
from htpm_studio.export.preflight.passages import PageText, known_of
from htpm_studio.export.texts.planned_posts import CAPTION, PlannedPost, network_field, posts_of_week
from htpm_studio.export.texts.week_posts import POSTS_ELSEWHERE, TO_FILL_IN, posts_elsewhere
from htpm_studio.frozen import dataclass

MOST_ROUNDS = 20
HOTLINE_RULE = "W15"
_LABELS: Mapping[str, str] = {
    "W9": "Use the safety line", "W20": "Use the safety line", "W24": "Add the digits",
    "W11": "Remove the number", "W12": "Remove it", "W14": "Keep the first two",
    "W15": "Put it back", "D1": "Remove the line",
}  # fmt: skip
_KEEP: Mapping[str, str] = {"D1": "Keep the date"}
EDIT = Fix(msg("Edit"), opens="editor")


@dataclass(frozen=True, slots=True)
class Texts:
    """What the checks of words look at: the pages, every passage, and the pieces that only the campaign can change."""

    pages: Sequence[PageText]
    passages: Sequence[RulePassage]
    titles: Mapping[str, str]
    fixed: frozenset[str]


def wording_checks(kit: Kit, texts: Texts, rules: Sequence[LanguageRule], *, hints: bool = False) -> Iterator[Check]:
    """One check for each rule and piece; what is said in several fields of a piece is one finding.

    With `hints` only what the rules call information, otherwise all but that.
    """
    known = known_of(kit)
    found: dict[tuple[str, str], list[RuleMatch]] = {}
    for advice in check_wording(texts.passages, rules, known):
        if (advice.level == "info") == hints:
            found.setdefault((advice.rule, advice.piece), []).append(advice)
    by_id = {rule.id: rule for rule in rules}
    passages = {(passage.piece, passage.field, passage.text): passage for passage in texts.passages}
    for (name, _), matches in found.items():
        yield _wording_check(kit, texts, by_id[name], matches, _Fixer(kit, rules, known, passages, texts.fixed))


@dataclass(frozen=True, slots=True)
class _Fixer:
    """Works out the better text of a field for one rule."""

    kit: Kit
    rules: Sequence[LanguageRule]
    known: RuleContext
    passages: Mapping[tuple[str, str, str], RulePassage]
    fixed: frozenset[str]

    def changes(self, rule: LanguageRule, matches: Sequence[RuleMatch]) -> tuple[Change, ...]:
        """The edits that put everything right; none when a person has to write something."""
        changes: list[Change] = []
        touched = {(advice.piece, advice.field) for advice in matches}
        for passage in self.passages.values():
            if (passage.piece, passage.field) not in touched or not self._finds(rule, passage):
                continue
            if passage.field == ALT and len(touched) > 1 and ALT not in edits_of(self.kit, passage.piece):
                continue  # It is made of the words, and right when they are.
            text = self._better(rule, passage)
            if text is None or passage.piece in self.fixed or not self._editable(passage):
                return ()
            changes.append(Change(passage.piece, passage.field, text))
        return tuple(changes)

    def safe(self, rule: LanguageRule, matches: Sequence[RuleMatch]) -> tuple[Change, ...]:
        """As `changes`, but a text of the user's goes back to the campaign's where nothing better is left."""
        if changes := self.changes(rule, matches):
            return changes
        own = edits_of(self.kit, matches[0].piece)
        fields = dict.fromkeys(advice.field for advice in matches)
        return tuple(Change(matches[0].piece, field, None) for field in fields) if own.keys() >= fields.keys() else ()

    def _finds(self, rule: LanguageRule, passage: RulePassage) -> bool:
        return any(match.rule == rule.id for match in check_passage(passage, self.rules, self.known))

    def _better(self, rule: LanguageRule, passage: RulePassage) -> str | None:
        text = passage.text
        for _ in range(MOST_ROUNDS):
            current = replace(passage, text=text, block=passage.block.replace(passage.text, text))
            found = [match for match in check_passage(current, self.rules, self.known) if match.rule == rule.id]
            if not found:
                return text or None
            if found[0].better is None:
                return None
            text = found[0].better
        return None

    def _editable(self, passage: RulePassage) -> bool:
        """A number and its unit are read as one text, and the short form belongs to the campaign."""
        return passage.field not in {"number", "short"}


def _wording_check(kit: Kit, texts: Texts, rule: LanguageRule, matches: Sequence[RuleMatch], fixer: _Fixer) -> Check:
    first = matches[0]
    hard = first.level == "error"
    whole_kit = not first.piece
    campaign_only = first.piece == piece_id(kit, "campaign")
    changes = () if whole_kit or campaign_only else fixer.changes(rule, matches)
    fixes = [Fix(_label(rule, len(matches)), changes)] if changes else []
    blocked = rule.id == HOTLINE_RULE and not campaign_only
    if not whole_kit and not campaign_only and (hard or not changes):
        fixes.append(EDIT)
    if not blocked and len(fixes) < 2:
        fixes.append(Fix(msg(_KEEP.get(rule.id, "Keep it")), fine=True))
    safe = (hard or rule.swap_sentence is not None) and kit.campaign.about_trafficking
    return Check(
        id=check_id(rule.id, first.piece, *sorted(f"{match.field}:{match.match}" for match in matches)),
        group="fix" if hard else "look",
        code=rule.id,
        title=texts.titles.get(first.piece, ""),
        sentence=_sentence(rule, matches),
        piece="" if campaign_only else first.piece,
        field=first.field,
        reason=rule.why,
        fixes=tuple(fixes),
        safe=fixer.safe(rule, matches) if safe and not whole_kit and not campaign_only else (),
        blocked=blocked,
        asks_reason=not blocked and rule.id != "D1",
        at=first.start,
        suggest=first.suggest,
        better=first.better or "",
    )


def _sentence(rule: LanguageRule, matches: Sequence[RuleMatch]) -> Message:
    first = matches[0]
    if len(matches) == 1 or rule.check == "hashtags":
        return as_message(first.sentence)
    return msg(rule.sentence, match=first.match, suggest=first.suggest, places=in_places(rule, len(matches)))


def _label(rule: LanguageRule, count: int) -> Message:
    if (name := rule.id.partition("-")[0]) in _LABELS:
        return msg(_LABELS[name])
    return msg("Replace it") if count == 1 else msg("Replace both") if count == 2 else msg("Replace all {n}", n=count)


def network_checks(kit: Kit, networks: Networks) -> Iterator[Check]:
    """A post that a network would refuse, and how many posts are there in their short form."""
    short: set[str] = set()
    names = {network.id: network.name for network in networks.networks}
    for post in posts_of_week(kit.project, kit.campaign, kit.week, kit.project.edits.to_mapping()):
        for network in networks.texts:
            text = post.text(network)
            if places := post.to_fill_in(network):
                yield _to_fill_in(post, network, places)
            if problem := too_much(text, network):
                yield _too_long(post, network.id, network.name, problem, _ways_out(post, network.id, networks))
            elif post.is_short(network) and not post.stands_in(network):
                short.add(post.piece)
        if stand := [network.id for network in networks.networks if post.stands_in(network)]:
            yield _stands_in(post, stand, [names[refused] for refused in stand])
    if (elsewhere := posts_elsewhere(kit)) is not None:
        yield Check(
            check_id(POSTS_ELSEWHERE, elsewhere), "fixed", POSTS_ELSEWHERE, "Posts", elsewhere
        )  # fmt: skip
    if short:
        yield Check(
            check_id("short-form", *sorted(short)), "fixed", "short-form", "Posts",
            msg("{n} posts use their short form where a network takes less.", n=len(short)),
        )  # fmt: skip


def _stands_in(post: PlannedPost, networks: Sequence[str], names: Sequence[str]) -> Check:
    """The user's words are too long for some networks, which get the campaign's instead."""
    sentence = msg(
        (
            "Your post text is too long for {networks}. The kit's short text is used there; it does not include "
            "what you wrote."
        ),
        networks=", ".join(names),
    )
    return Check(
        id=check_id("short-stands-in", post.piece, post.caption, *networks),
        group="look",
        code="short-stands-in",
        title=post.title,
        sentence=sentence,
        piece=post.piece,
        field=network_field(networks[0]),
        fixes=(EDIT,),
    )


def _to_fill_in(post: PlannedPost, network: Network, places: Sequence[str]) -> Check:
    """A text that somebody completes before it goes out."""
    single = network.id in dict(post.own) or not post.caption
    return Check(
        id=check_id(TO_FILL_IN, post.piece, network.id, *places),
        group="look",
        code=TO_FILL_IN,
        title=msg("{title}, {network}", title=post.title.removesuffix("."), network=network.name),
        sentence=msg(
            "Fill in {places}; the text for {network} is not ready.", places=", ".join(places), network=network.name
        ),
        piece=post.piece,
        field=network_field(network.id) if single else CAPTION,
        fixes=(EDIT,),
    )


def _too_long(post: PlannedPost, network: str, name: str, problem: str, ways: tuple[Fix, ...]) -> Check:
    field = network_field(network) if network in dict(post.own) or not post.caption else CAPTION
    return Check(
        id=check_id(f"length-{network}", post.piece, problem),
        group="fix",
        code="too-long-for-network",
        title=f"{post.title.removesuffix('.')}, {name}",
        sentence=as_message(problem),
        piece=post.piece,
        field=field,
        fixes=ways,
        safe=next((way.changes for way in ways if way.changes), ()),
    )


def _ways_out(post: PlannedPost, network: str, networks: Networks) -> tuple[Fix, ...]:
    limits = networks.network(network)
    short = post.spare_for(limits)
    if not short or short == post.text(limits) or too_much(short, limits):
        return (EDIT,)
    label = msg("Use the short one, {n}", n=length(short, limits))
    return Fix(label, (Change(post.piece, network_field(network), short),)), EDIT
