"""Pieces about images, threats or strangers online: those for teenagers and families name the two lines that help then.

The trafficking hotline is on every piece, and is not who removes an image or answers a thought of suicide. What such a
piece says, and the numbers that it needs, are declared with the language rules, for the topic of the campaign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from htpm_studio.campaign.language.check_wording import load_rules
from htpm_studio.campaign.language.rules import LanguageRule
from htpm_studio.campaign.networks import Network, too_much
from htpm_studio.errors import Message, as_message, msg
from htpm_studio.export.kit.edits import edits_of, piece_id, social_piece
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.model import Change, Check, Fix, check_id
from htpm_studio.export.preflight.passages import BESIDE, PageText, known_of
from htpm_studio.export.texts.articles import newsletter_blocks, web_blocks
from htpm_studio.export.texts.own_words import laid_over
from htpm_studio.export.texts.planned_posts import CAPTION, PlannedPost, network_field, posts_of_week
from htpm_studio.frozen import dataclass
from htpm_studio.pieces.declared import pieces
from htpm_studio.scene.writing import Paragraph

CHECK = "second_lines"
NUMBERS = ("threats", "suicide")
_ROOM = ("sub", "note", "lead")
"""Fields that may take the lines, where a design has them."""
_EDIT = Fix(msg("Edit"), opens="editor")


@dataclass(frozen=True, slots=True)
class Unhelped:
    """A page, a text, or those of a post for some networks, that speak of such harm without both numbers."""

    piece: str
    field: str
    text: str
    networks: tuple[Network, ...] = ()
    page: PageText | None = None
    blocks: tuple[Paragraph, ...] = ()


def second_lines(kit: Kit) -> LanguageRule | None:
    """The rule of the kit's campaign and language; None where its campaign is about something else."""
    known = known_of(kit)
    found = (rule for rule in _rules(kit.resources.assets) if known.has(rule))
    return next((rule for rule in found if rule.language == kit.campaign.language), None)


def unhelped_pages(kit: Kit, pages: Sequence[PageText]) -> tuple[Unhelped, ...]:
    """The pages that need both numbers and lack one; a deck for a screen is read as a whole."""
    rule = second_lines(kit)
    if rule is None:
        return ()
    whole: dict[str, str] = {}
    for page in pages:
        whole[_unit(page.piece)] = f"{whole.get(_unit(page.piece), '')}\n{_said(page)}"
    tones = _teens(kit)
    return tuple(
        Unhelped(page.piece, place, _said(page), page=page)
        for page in pages
        if _unit(page.piece) in tones
        and (place := _about(rule, page, teen=tones[_unit(page.piece)]))
        and _lacking(rule, whole[_unit(page.piece)])
    )


def unhelped_posts(kit: Kit, posts: Sequence[PlannedPost]) -> tuple[Unhelped, ...]:
    """The posts of which a network gets a text that needs both numbers and lacks one."""
    rule = second_lines(kit)
    tones = _teens(kit) if rule is not None else {}
    found = []
    for post in posts:
        if rule is None or post.piece not in tones:
            continue
        lacking = [
            network
            for network in kit.resources.networks.texts
            if _is_about(rule, text := post.text(network), teen=tones[post.piece]) and _lacking(rule, text)
        ]
        if lacking:
            own = dict(post.own)
            single = lacking[0].id in own or post.written
            place = network_field(lacking[0].id) if single else CAPTION
            found.append(Unhelped(post.piece, place, post.text(lacking[0]), tuple(lacking)))
    return tuple(found)


def unhelped_texts(kit: Kit) -> tuple[Unhelped, ...]:
    """The newsletter and the web page, which families read, where they need both numbers and lack one."""
    rule = second_lines(kit) if "copy" in kit.options.media else None
    if rule is None:
        return ()
    found = []
    for group, made in (("newsletter", newsletter_blocks), ("web", web_blocks)):
        piece = piece_id(kit, f"copy/{group}")
        blocks = tuple(laid_over(kit, piece, made(kit)))
        about = next((block for block in blocks if _is_about(rule, block.text, teen=False)), None)
        if about is not None and _lacking(rule, "\n".join(block.text for block in blocks)):
            place = about.fields[0] if about.fields else ""
            found.append(Unhelped(piece, place, about.text, blocks=blocks[blocks.index(about) :]))
    return tuple(found)


def why_left_out(kit: Kit) -> Message | str:
    """Why a piece without the lines is left out; "" in a campaign that has none."""
    rule = second_lines(kit)
    return msg(rule.sentence, suggest=rule.suggest) if rule is not None else ""


def second_line_checks(kit: Kit, pages: Sequence[PageText], titles: Mapping[str, str]) -> Iterator[Check]:
    """One check for each page, post or text that lacks them; the kit does not go out with it."""
    rule = second_lines(kit)
    if rule is None:
        return
    planned = {
        post.piece: post for post in posts_of_week(kit.project, kit.campaign, kit.week, kit.project.edits.to_mapping())
    }
    posts = unhelped_posts(kit, tuple(planned.values()))
    for lacking in (*unhelped_pages(kit, pages), *posts, *unhelped_texts(kit)):
        if lacking.page is not None:
            changes = _on_page(kit, rule, lacking.page)
        elif lacking.blocks:
            changes = _in_paragraphs(kit, rule, lacking)
        else:
            changes = _in_texts(rule, planned[lacking.piece], lacking.networks)
        yield Check(
            id=check_id(rule.id, lacking.piece, lacking.field, lacking.text),
            group="fix",
            code=rule.id,
            title=titles.get(lacking.piece, ""),
            sentence=as_message(why_left_out(kit)),
            piece=lacking.piece,
            field=lacking.field,
            reason=msg(rule.why),
            fixes=(Fix(msg("Add the two lines"), changes), _EDIT) if changes else (_EDIT,),
            safe=changes,
            suggest=rule.suggest,
        )


@lru_cache(maxsize=4)
def _rules(assets: Path) -> tuple[LanguageRule, ...]:
    return tuple(rule for rule in load_rules(assets / "language-rules.toml") if rule.check == CHECK)


def _teens(kit: Kit) -> dict[str, bool]:
    """Every piece that is asked, and whether it is for teenagers; what is for people at work is not."""
    posts = {social_piece(kit.week.number, post): post for post in kit.week.posts}
    found = {piece: post.tone == "teen" for piece, post in posts.items() if post.audience != "professional"}
    found |= {piece_id(kit, f"print/{handout.id}"): handout.tone == "teen" for handout in kit.week.handouts}
    for deck in kit.week.decks:
        if deck.audience != "professional":
            found[piece_id(kit, f"deck/{deck.id}")] = deck.tone == "teen"
    return found


def _unit(piece: str) -> str:
    return piece.rpartition("/")[0] if "/deck/" in piece else piece


def _said(page: PageText) -> str:
    return "\n".join(passage.text for passage in page.passages)


def _about(rule: LanguageRule, page: PageText, *, teen: bool) -> str:
    """The first field that speaks of such harm; "" where none does."""
    return next((passage.field for passage in page.passages if _is_about(rule, passage.text, teen=teen)), "")


def _is_about(rule: LanguageRule, text: str, *, teen: bool) -> bool:
    """Whether a text speaks of such harm; an invitation to an online talk or a contest does not."""
    family = re.compile(rule.values["family"], re.IGNORECASE)
    rest = re.sub(rule.values["harmless"], "", text, flags=re.IGNORECASE)
    return bool(family.search(text) or (teen and rule.pattern and rule.pattern.search(rest)))


def _lacking(rule: LanguageRule, text: str) -> bool:
    return not all(re.search(rule.values[name], text) for name in NUMBERS)


def _on_page(kit: Kit, rule: LanguageRule, page: PageText) -> tuple[Change, ...]:
    """Back to the campaign's words where the user changed them, else the lines where the design has room for them."""
    own = [name for name in edits_of(kit, page.piece) if name[:1] != "@" and name.partition(".")[0] not in BESIDE]
    if own:
        return tuple(Change(page.piece, name, None) for name in own)
    fields = pieces().fields.get(page.page.template, {})
    for name in _ROOM:
        limit = fields[name].limit if name in fields else 0
        before = page.page.content.get(name, "")
        for text in (f"{before} {rule.suggest}", rule.suggest):
            if len(text) <= limit:
                return (Change(page.piece, name, text.strip()),)
    return ()


def _in_texts(rule: LanguageRule, post: PlannedPost, networks: Sequence[Network]) -> tuple[Change, ...]:
    """The lines after the text of each network, or after the short one; none where one of them has no room."""
    changes = []
    for network in networks:
        texts = (f"{text} {rule.suggest}" for text in (post.text(network), post.spare_for(network)))
        fits = next((text for text in texts if not too_much(text, network)), "")
        if not fits:
            return ()
        changes.append(Change(post.piece, network_field(network.id), fits))
    return tuple(changes)


def _in_paragraphs(kit: Kit, rule: LanguageRule, lacking: Unhelped) -> tuple[Change, ...]:
    """The lines as a paragraph of their own, below the first one from there on that can be written over."""
    for block in lacking.blocks:
        if block.kind == "text" and block.fields and not block.piece:
            own = edits_of(kit, lacking.piece).get(block.fields[0], block.text)
            return (Change(lacking.piece, block.fields[0], f"{own}\n{rule.suggest}"),)
    return ()
