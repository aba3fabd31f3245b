"""A campaign pack from what was found in a toolkit; what is missing is neutral, or ours where the user keeps that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from htpm_studio.campaign.model import Campaign, Deck, PackInfo, PieceTexts, Post, Resource, Slide, Week
from htpm_studio.campaign.pack import PARTS
from htpm_studio.campaign.pack_files import PackTexts
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import bare_address
from htpm_studio.campaign.strings import Strings
from htpm_studio.campaign.toolkit_import.base_pack import base_pack
from htpm_studio.campaign.toolkit_import.blanks import without_blanks
from htpm_studio.campaign.toolkit_import.make_decks import make_decks, make_handouts
from htpm_studio.campaign.toolkit_import.make_month import make_info, make_month
from htpm_studio.campaign.toolkit_import.make_posts import PostSetting, make_posts
from htpm_studio.campaign.toolkit_import.make_week import (
    day_names,
    make_week,
    needed_resources,
    topic_of,
    week_like,
    with_linked,
)
from htpm_studio.campaign.toolkit_import.missing import left_out, weeks_to_make
from htpm_studio.campaign.toolkit_import.observance import MONTHS, of_campaign
from htpm_studio.campaign.toolkit_import.refused_parts import read_with_what_fits
from htpm_studio.campaign.toolkit_import.report import refuse_without_posts
from htpm_studio.campaign.toolkit_import.results import MissingPart, RecognizedToolkit
from htpm_studio.campaign.toolkit_import.toml_text import file_text, plain
from htpm_studio.decoding.values import Fields, FieldValue
from htpm_studio.errors import InputError, Problems, msg
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.paths import assets


@dataclass(frozen=True, slots=True)
class MadePack:
    """The texts of a pack, the campaign that they are read as, and what was changed or filled in on the way."""

    texts: PackTexts
    campaign: Campaign
    notes: tuple[str, ...]


def refuse_without_year(findings: RecognizedToolkit) -> None:
    """Raise InputError for a document that does not say its year."""
    if not findings.year:
        raise InputError(
            msg("{name} does not say for which year it is.", name=findings.name), "Say it with --year 2028."
        )


def make_pack(findings: RecognizedToolkit, ours: Campaign, our_texts: PackTexts) -> MadePack:
    """The pack; raises InputError when the document has no post, or names no year.

    `ours` is the built-in campaign in the language of the toolkit, or else in English, and `our_texts` its files: fixed
    words and neutral pieces come from it.
    """
    refuse_without_posts(findings)
    refuse_without_year(findings)
    findings, blank = without_blanks(findings)
    neutral = _neutral(findings, ours, our_texts)
    info = make_info(findings, ours.info, neutral.info)
    findings, wrong = _without_near_misses(findings, info)
    month, notes = make_month(findings, ours, neutral.month)
    notes += [*blank, *wrong]
    ours = replace(ours, info=info, month=ours.month if findings.setting.ours else month)
    notes += _without_a_week(findings)
    taken: set[str] = {resource.id for resource in month.resources} | {statistic.id for statistic in month.statistics}
    files = {
        "pack.toml": file_text(f"Made from {findings.name}.", plain(info)),
        f"{ours.language}/campaign.toml": file_text("The month as a whole.", plain(month)),
        **{name: text for name, text in our_texts if name.endswith("/words.toml")},
    }
    addresses = {bare_address(resource.url) for resource in month.resources}
    addresses |= {bare_address(url) for url in (info.hotline.web, info.hotline.chat)}
    for number in weeks_to_make(findings):
        week, told = _week(findings, number, ours, neutral, info, month.resources, addresses, taken)
        notes += told
        files |= _week_files(week, ours.language)
    texts = tuple(sorted(files.items()))
    try:
        texts, campaign, told = read_with_what_fits(texts, ours.language, _usual(neutral, ours.language))
        return MadePack(texts, campaign, (*_setting(findings), *findings.notes, *notes, *told))
    except Problems as error:
        first = error.problems[0]
        raise InputError(
            msg("No campaign could be made from {name}: {reason}", name=findings.name, reason=first.message),
            msg("It is in {file}.", file=first.file),
        ) from error


def _neutral(findings: RecognizedToolkit, ours: Campaign, our_texts: PackTexts) -> Campaign:
    """The campaign in neutral words, for what the toolkit does not say."""
    if not findings.setting.ours:
        return ours
    return base_pack(of_campaign(ours), findings.year, our_texts, assets(), ours.language)[0]


def _without_near_misses(findings: RecognizedToolkit, info: PackInfo) -> tuple[RecognizedToolkit, list[str]]:
    """The findings without what names a number that is almost one of the toolkit's own helplines, and what that was."""
    lines = tuple(line.watched for line in (info.hotline, *info.helplines))
    items, notes = [], []
    for item in findings.items:
        texts = (item.text, item.head, item.about, *(text for link in item.links for text in (link.text, link.target)))
        sentence = first_near_miss(*texts, lines=lines, beside=False) if item.use else ""
        items.append(replace(item, use=False) if sentence else item)
        notes += [f"The {item.kind} at {item.place} was left out. {sentence}"] if sentence else []
    return replace(findings, items=tuple(items)), notes


def _usual(neutral: Campaign, language: str) -> PackTexts:
    """The month in neutral words, for a field that the toolkit's own words may not have."""
    return ((f"{language}/campaign.toml", file_text("The month as a whole.", plain(neutral.month))),)


def _without_a_week(findings: RecognizedToolkit) -> list[str]:
    """What is for a week and was given to none."""
    rows = [item for kind in ("post", "action", "passage") for item in findings.of(kind, 0)]
    return [f"The {item.kind} at {item.place} belongs to no week, so it was left out." for item in rows]


def _week(
    findings: RecognizedToolkit,
    number: int,
    ours: Campaign,
    neutral: Campaign,
    info: PackInfo,
    shared: Sequence[Resource],
    addresses: set[str],
    taken: set[str],
) -> tuple[Week, list[str]]:
    items = findings.of("post", number)
    if not items and not findings.of("action", number):
        if MissingPart("week", number) not in findings.keeps:
            return left_out(number, ours.words), [f"Week {number} was left out: the toolkit has nothing for it."]
        built_in = ours.announced_week(number)
        built_in = _without(built_in, taken)
        for parts in (built_in.posts, built_in.resources, built_in.actions, built_in.statistics):
            taken |= {part.id for part in parts}
        built_in = with_linked(built_in, shared, ours, taken)
        lent = needed_resources(built_in, ours, addresses, taken)
        built_in = replace(built_in, resources=built_in.resources + lent)
        return built_in, [f"Week {number} comes from the built-in campaign: the toolkit has nothing for it."]
    kept = {part.name for part in findings.keeps if part.week == number}
    like = week_like(findings, number, ours.weeks) if "decks" in kept else None
    like = like if like is None or like.number == number else renumbered(like, number, ours.words)
    made = make_week(findings, number, like, ours, shared, taken)
    made = replace(made, statistics=tuple(statistic for statistic in made.statistics if statistic.id not in taken))
    taken |= {statistic.id for statistic in made.statistics}
    topic = topic_of(findings, number, "connect") or topic_of(findings, number, "strengthen")
    setting = PostSetting(
        number,
        made.title,
        made.eyebrow,
        findings.year,
        info.primary_hashtag,
        like,
        topic,
        info.observance,
        ours.words.months[ours.observance.month - 1],
        day_names(ours),
        findings.week_words(number),
    )
    posts, notes = make_posts(items, setting, taken)
    if not posts and "posts" in kept:
        posts = _without(ours.announced_week(number), taken).posts
        taken |= {post.id for post in posts}
        notes.append(f"The posts of week {number} come from the built-in campaign: the toolkit has none for it.")
    if like is not None:
        made = replace(made, posts=posts, decks=like.decks, handouts=like.handouts, scenarios=like.scenarios)
        made = replace(made, session=like.session)
        notes.append(
            f"Week {number} has the topic of a built-in week: its decks and handouts, the pictures of posts with the "
            "same address and the short forms of the same actions come from the built-in campaign."
        )
    else:
        first = neutral.announced_week(1)
        theme = next((item.text for item in findings.of("theme") if item.group == "title"), "")
        made = replace(made, posts=posts)
        decks = make_decks(made, first, neutral.words, setting.month)
        made = replace(made, decks=decks, handouts=make_handouts(made, first, neutral.words, theme))
        notes.append(
            f"The decks and handouts of {findings.week_words(number)} combine the toolkit's text with neutral text."
        )
    lent = needed_resources(made, ours, addresses, taken) if kept else ()
    if lent:
        notes.append(
            f"Week {number} also lists {len(lent)} resources of the built-in campaign that appear on its slides."
        )
    return replace(made, resources=made.resources + lent), notes


def _without(week: Week, taken: set[str]) -> Week:
    """A week of ours without what an earlier week has already, because the toolkit gave that week its topic."""
    return replace(
        week,
        posts=tuple(post for post in week.posts if post.id not in taken),
        resources=tuple(resource for resource in week.resources if resource.id not in taken),
        statistics=tuple(statistic for statistic in week.statistics if statistic.id not in taken),
        actions=tuple(
            replace(action, resources=tuple(name for name in action.resources if name not in taken))
            for action in week.actions
            if action.id not in taken
        ),
    )


def _setting(findings: RecognizedToolkit) -> list[str]:
    """What a toolkit of another observance is for."""
    setting = findings.setting
    if setting.ours or setting.helpline is None:
        return []
    day = f", with a day on {MONTHS[setting.month]} {setting.day}" if setting.day else ""
    is_for = f"The toolkit is for {setting.name} in {MONTHS[setting.month]}{day}."
    return [f"{is_for} Every piece shows its helpline, {setting.helpline.label}."]


def with_posts(
    texts: PackTexts, campaign: Campaign, before: Campaign, posts: Mapping[int, Sequence[Post]]
) -> PackTexts:
    """The texts of a pack with posts of the campaign before it at the end of their weeks (by number).

    `campaign` is what the texts are read as. Resources of `before` come along whose addresses are on their graphics.
    """
    files = dict(texts)
    addresses = {bare_address(resource.url) for resource in campaign.month.resources if resource.linkable}
    addresses |= {bare_address(url) for url in (campaign.hotline.web, campaign.hotline.chat)}
    taken = {resource.id for resource in campaign.month.resources}
    for week in campaign.weeks:
        taken |= {resource.id for resource in week.resources} | {post.id for post in week.posts}
    for week in campaign.weeks:
        addresses |= {bare_address(resource.url) for resource in week.resources if resource.linkable}
    for number, more in posts.items():
        week = campaign.announced_week(number)
        week = replace(week, posts=(*week.posts, *(post for post in more if post.id not in taken)))
        lent = needed_resources(week, before, addresses, taken)
        files |= _week_files(replace(week, resources=week.resources + lent), campaign.language)
    return tuple(sorted(files.items()))


def renumbered(week: Week, number: int, words: Strings) -> Week:
    """A week of ours for another number: its slides and graphics say "Week 3" where they said "Week 2"."""
    old, new = (fill(words.week_label, {"n": str(week_number)}) for week_number in (week.number, number))

    def changed(value: FieldValue) -> FieldValue:
        if isinstance(value, str):
            return re.sub(rf"\b{re.escape(old)}\b", new, value)
        if isinstance(value, tuple):
            return tuple(changed(item) for item in value)
        return {name: changed(item) for name, item in value.items()}

    def all_of(fields: Fields) -> Fields:
        return {name: changed(item) for name, item in fields.items()}

    def slides(deck: Deck) -> tuple[Slide, ...]:
        return tuple(replace(slide, fields=all_of(slide.fields)) for slide in deck.slides)

    def graphic(piece: PieceTexts) -> PieceTexts:
        return replace(piece, fields=all_of(piece.fields))

    return replace(
        week,
        number=number,
        eyebrow=str(changed(week.eyebrow)),
        posts=tuple(replace(post, graphic=graphic(post.graphic)) for post in week.posts),
        decks=tuple(replace(deck, slides=slides(deck)) for deck in week.decks),
        handouts=tuple(replace(handout, fields=all_of(handout.fields)) for handout in week.handouts),
    )


def _week_files(week: Week, language: str) -> dict[str, str]:
    """The week's own file and one for each of its parts."""
    rows = plain(week)
    name = f"{language}/week-{week.number}"
    files = {f"{name}.toml": {key: value for key, value in rows.items() if key not in PARTS}}
    files |= {f"{name}-{part}.toml": {part: rows[part]} for part in PARTS if rows.get(part)}
    return {file: file_text(f"Week {week.number}.", values) for file, values in files.items()}
