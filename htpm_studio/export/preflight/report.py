"""Everything that is looked at before a kit goes out, as one report; pure functions over a kit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from htpm_studio.campaign.language.check_wording import load_rules
from htpm_studio.campaign.language.rules import LanguageRule
from htpm_studio.campaign.networks import Networks, read_networks
from htpm_studio.errors import Diagnostic, Message, msg
from htpm_studio.export.kit.edits import FINE, LEFT_OUT, piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import PageBuilder
from htpm_studio.export.preflight.brand import brand_checks
from htpm_studio.export.preflight.facts import FACT_OLD, fact_checks
from htpm_studio.export.preflight.kit import (
    link_checks,
    logo_checks,
    lost_checks,
    photo_checks,
    picture_word_checks,
    sender_checks,
    template_checks,
)
from htpm_studio.export.preflight.model import GROUPS, Check, CheckReport, applied
from htpm_studio.export.preflight.pages import (
    UNDESCRIBED,
    description_checks,
    hotline_checks,
    page_checks,
    undescribed_photos,
)
from htpm_studio.export.preflight.passages import kit_passages, page_texts
from htpm_studio.export.preflight.second_lines import second_line_checks
from htpm_studio.export.preflight.slides import slide_checks
from htpm_studio.export.preflight.texts import HOTLINE_RULE, Texts, network_checks, wording_checks
from htpm_studio.export.texts.planned_posts import posts_of_week
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.guard import wrong_one
from htpm_studio.processes.jobs import JobContext

WHOLE_KIT = "kit"


@dataclass(frozen=True, slots=True)
class Tools:
    """The language rules and the networks that checks use, read once."""

    rules: tuple[LanguageRule, ...]
    networks: Networks


@lru_cache(maxsize=4)
def load_tools(assets: Path) -> Tools:
    """The language rules and networks that come with the program, read once; Problems when a file is not right."""
    return Tools(load_rules(assets / "language-rules.toml"), read_networks(assets / "networks.toml"))


def preflight(
    kit: Kit, tools: Tools, builder: PageBuilder | None = None, context: JobContext | None = None
) -> CheckReport:
    """All checks of a kit. With the `builder` of the last run only changed pages are composed again.

    Raises Cancelled when the job was stopped.
    """
    specs = [spec for spec in plan(kit) if not spec.repeats]
    texts = gather(kit, specs)
    found = [
        *page_checks(kit, specs, texts.titles, builder or PageBuilder(), context or JobContext()),
        *lost_checks(kit),
        *logo_checks(kit),
        *photo_checks(kit),
        *template_checks(kit, specs, texts.titles),
        *hotline_checks(kit, specs, texts.titles),
        *text_checks(kit, tools, texts),
        *described_checks(kit, tools, texts),
        *link_checks(kit, texts.pages, texts.passages, texts.titles),
        *sender_checks(kit),
        *brand_checks(kit.project, kit.campaign.helplines),
    ]
    return report(kit, specs, found)


def gather(kit: Kit, specs: Sequence[FileSpec]) -> Texts:
    """Every text of the kit, and what its pieces are called."""
    pages = page_texts(kit, specs)
    names: dict[str, set[str]] = {}
    for page in pages:
        if page.page.piece and page.page.whole is None:
            names.setdefault(page.piece, set()).add(page.page.info.name)
    # A list that goes on to further slides is one piece with several pages: its fields have no single text.
    split = frozenset(piece for piece, shown in names.items() if len(shown) > 1)
    return Texts(pages, kit_passages(kit, pages), titles_of(kit, specs), split)


def titles_of(kit: Kit, specs: Sequence[FileSpec]) -> Mapping[str, str]:
    """What people call each piece."""
    titles: dict[str, str] = {piece_id(kit, "campaign"): msg("Campaign texts")}
    for post in posts_of_week(kit.project, kit.campaign, kit.week, kit.project.edits.to_mapping()):
        titles[post.piece] = post.title
    for spec in specs:
        titles.setdefault(spec.piece, spec.title)
        for page in spec.pages:
            if page.piece:
                number = page.info.name.rpartition(" ")[2]
                titles.setdefault(page.piece, msg("Slide {n}, {title}", n=number, title=page.info.title))
    return titles


def text_checks(kit: Kit, tools: Tools, texts: Texts) -> list[Check]:
    """The checks that need no finished page."""
    return [
        *wording_checks(kit, texts, tools.rules),
        *second_line_checks(kit, texts.pages, texts.titles),
        *picture_word_checks(kit, tools.rules),
        *(network_checks(kit, tools.networks) if "copy" in kit.options.media else ()),
        *slide_checks(kit, texts.pages, texts.titles),
        *fact_checks(kit, texts.passages, texts.titles),
    ]


def described_checks(kit: Kit, tools: Tools, texts: Texts) -> list[Check]:
    """The checks of what is said to those who cannot see a picture."""
    return [
        *undescribed_photos(kit, texts.pages, texts.titles),
        *description_checks(kit, texts.pages, texts.titles, tools.networks),
    ]


def description_findings(kit: Kit, tools: Tools) -> list[Diagnostic]:
    """The same checks as an export says them; a photo is called after the pieces that it is in, not after its file."""
    specs = [spec for spec in plan(kit) if not spec.repeats]
    found: list[Diagnostic] = []
    for check in report(kit, specs, described_checks(kit, tools, gather(kit, specs))).checks:
        named = msg("{title}: {sentence}", title=check.title, sentence=check.sentence)
        words = named if check.piece else check.sentence
        photo = check.target if check.code == UNDESCRIBED else ""
        found.append(Diagnostic("warning", check.code, words, check.field, check.piece, photo=photo))
    return found


def hints(kit: Kit, tools: Tools) -> tuple[Check, ...]:
    """What could still be better in the words: reading level, the order of hashtags."""
    return tuple(wording_checks(kit, gather(kit, plan(kit)), tools.rules, hints=True))


def report(kit: Kit, specs: Sequence[FileSpec], found: Sequence[Check]) -> CheckReport:
    """The checks sorted by group and by place in the kit, those called fine apart."""
    places = {piece: index for index, piece in enumerate(_pieces(specs))}
    ordered = sorted(
        dict.fromkeys(found),
        key=lambda check: (
            GROUPS.index(check.group),
            not check.blocked,
            places.get(check.piece, len(places)),
            check.at,
        ),
    )
    marks = {edit.field.removeprefix(FINE) for edit in kit.project.edits.items if edit.field.startswith(FINE)}
    fine = tuple(check for check in ordered if marks.issuperset(check.marks) and not check.blocked)
    return CheckReport(tuple(check for check in ordered if check not in fine), fine)


PHOTO = msg("A word in the name or the description of a photo needs a look.")
"""The sentence in the kit itself, without the photo's name: it may be that of the person in it."""


def make_safe(kit: Kit, tools: Tools) -> tuple[Kit, list[Diagnostic]]:
    """The kit with its unsafe texts in their safe version, and a sentence for each.

    A number without a source or a date that is over is left out, and who would ask people to step in asks them to
    call instead. What the user called fine stays as it is.
    """
    specs = [spec for spec in plan(kit) if not spec.repeats]
    checks = report(kit, specs, text_checks(kit, tools, gather(kit, specs))).checks
    unsafe = [check for check in checks if check.group == "fix" or check.safe]
    project = kit.project
    findings = [Diagnostic("warning", check.code, check.sentence) for check in checks if check.code == FACT_OLD]
    for check in unsafe:
        if check.blocked:
            continue
        project = applied(project, check.safe)
        words = _left_out(check, specs) or msg(
            "{title}: {sentence} The kit’s own words were used." if check.safe else "{title}: {sentence}",
            title=check.title, sentence=check.sentence,
        )  # fmt: skip
        shared: Message | str = PHOTO if any(photo.source.key == check.target for photo in kit.project.photos) else ""
        if check.code == HOTLINE_RULE:
            sentence = wrong_one(msg("number"), check.suggest)
            shared = msg("{title}: {sentence}", title=check.title, sentence=sentence)
        findings.append(Diagnostic("error", check.code, words, check.field, check.piece, shared=shared))
    return (kit if project == kit.project else replace(kit, project=project)), findings


def _left_out(check: Check, specs: Sequence[FileSpec]) -> Message | None:
    """The finding for a slide or piece that an export leaves out because of a check; None for any other."""
    if not any(change.field == LEFT_OUT for change in check.safe):
        return None
    for spec in specs:
        numbers = [number for number, page in enumerate(spec.pages, 1) if page.piece == check.piece]
        if spec.medium == "deck" and numbers:
            pattern = "Slide {number} of “{title}” was left out. {sentence}"
            return msg(pattern, number=numbers[0], title=spec.title, sentence=check.sentence)
    return msg("“{title}” was left out. {sentence}", title=check.title, sentence=check.sentence)


def kit_place(kit: Kit) -> str:
    """The piece that keeps the marks of checks about the whole kit."""
    return piece_id(kit, WHOLE_KIT)


def _pieces(specs: Sequence[FileSpec]) -> list[str]:
    found: dict[str, None] = {}
    for spec in specs:
        found.setdefault(spec.piece)
        for page in spec.pages:
            if page.piece:
                found.setdefault(page.piece)
    return list(found)
