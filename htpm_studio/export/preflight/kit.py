"""Checks of what the whole kit rests on: its sender, photos and their records, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from htpm_studio.campaign.language.check_wording import check_passage
from htpm_studio.campaign.language.rules import LanguageRule, RuleMatch, RulePassage
from htpm_studio.campaign.model import LinkStatus
from htpm_studio.campaign.networks import COMMENT
from htpm_studio.campaign.post_length import ADDRESS, bare_address
from htpm_studio.compose.plain_names import listed, size_name
from htpm_studio.errors import Message, as_message, msg
from htpm_studio.export.kit.edits import (
    FINE,
    PICTURE,
    edits_of,
    is_in_week,
    partly_chosen,
    social_piece,
)
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.photo_placement import chosen_against, large_enough, one_color
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.preflight.missing_letters import names_finding
from htpm_studio.export.preflight.model import Check, Fix, Opens, WebAddress, check_id
from htpm_studio.export.preflight.passages import PageText, known_of, strings
from htpm_studio.export.preflight.texts import EDIT
from htpm_studio.export.texts.planned_posts import CAPTION, network_field
from htpm_studio.project.consent import ends_soon, status
from htpm_studio.project.logo import logo_flaw
from htpm_studio.project.missing_pictures import ADD, lost_sentence, still_lost
from htpm_studio.project.model import Photo

SHOWN_ADDRESSES = 20
PICTURE_LOST, LOGO_POOR = "picture-lost", "logo-poor"
_MARKS = re.compile(r"[\W_]+")
_CONSENT: Mapping[str, Message] = {
    "missing": msg("A person can be recognized, but consent is missing. A drawing is used instead."),
    "ended": msg("Consent has ended. A drawing is used instead."),
    "withdrawn": msg("Consent was withdrawn. A drawing is used instead."),
}
LOST_IN: Mapping[str, Opens] = {"photo": "pictures", "font": "design"}
"""What opens where a lost picture or font can be given again; all else is a logo."""


def sender_checks(kit: Kit) -> Iterator[Check]:
    """The name that is on every piece, and what cannot be drawn of it and of those beside it."""
    if not kit.project.brand.organization.strip():
        yield Check(
            check_id("name-missing"), "look", "name-missing", "Your organization", msg("The name is missing."),
            fixes=(Fix(msg("Write the name"), opens="name"),),
        )  # fmt: skip
    if lost := names_finding(kit.project, kit.look.fonts):
        yield Check(
            check_id(lost.code, lost.message), "fix", lost.code, "Your organization", as_message(lost.message),
            fixes=(Fix(msg("Change the name"), opens="name"), Fix(msg("Keep it"), fine=True)),
        )  # fmt: skip


def template_checks(kit: Kit, specs: Sequence[FileSpec], titles: Mapping[str, str]) -> Iterator[Check]:
    """The user's templates that serve only some sizes of the piece that they were chosen for."""
    pages = ((page.piece or spec.piece, page.template, page.canvas) for spec in specs for page in spec.pages)
    for piece, template, sizes in partly_chosen(kit, pages):
        sentence = msg(
            "Your template “{title}” is for {own}; these sizes keep the design of the kit: {sizes}.",
            title=template.title, own=listed(map(size_name, template.canvases)), sizes=listed(map(size_name, sizes)),
        )  # fmt: skip
        yield Check(
            check_id("partly-chosen", piece, template.id, *sizes), "look", "partly-chosen", titles.get(piece, ""),
            sentence, piece, fixes=(EDIT, Fix(msg("Keep it"), fine=True)),
        )  # fmt: skip


def lost_checks(kit: Kit) -> Iterator[Check]:
    """Pictures that were damaged or missing in the file of the kit."""
    for lost in still_lost(kit.project):
        opens = LOST_IN.get(lost.kind, "logo")
        title = lost.name or msg("Your organization")
        yield Check(
            check_id(PICTURE_LOST, lost.kind, lost.name), "fix", PICTURE_LOST, title, lost_sentence(lost),
            fixes=(Fix(ADD[lost.kind], opens=opens), Fix(msg("Continue without it"), fine=True)),
        )  # fmt: skip


def logo_checks(kit: Kit) -> Iterator[Check]:
    """A logo that will not look like one."""
    logo = kit.project.brand.logo
    flaw = logo_flaw(logo) if logo is not None else None
    if logo is not None and flaw is not None:
        yield Check(
            check_id(LOGO_POOR, logo.key), "look", LOGO_POOR, msg("Your organization"), flaw,
            fixes=(Fix(msg("Choose another logo"), opens="logo"), Fix(msg("Keep it"), fine=True)),
        )  # fmt: skip


def photo_checks(kit: Kit) -> Iterator[Check]:
    """Photos that may not or should not be used, and what was done to all of them."""
    for photo in kit.project.photos:
        yield from _photo(kit, photo)
    if count := len(kit.project.photos):
        yield Check(
            check_id("place-data", str(count)), "fixed", "place-data", "Pictures",
            msg("Location and camera data were removed from every photo ({n}).", n=count),
        )  # fmt: skip


def _photo(kit: Kit, photo: Photo) -> Iterator[Check]:
    piece = next(
        (candidate for candidate in _pieces(kit) if edits_of(kit, candidate).get(PICTURE) == photo.source.key), ""
    )
    record = Fix(msg("Say who can be recognized"), opens="record")
    state = status(photo, kit.today)
    if state in _CONSENT:
        keep = Fix(msg("Keep the drawn picture"), fine=True)
        yield _of_photo("consent", "fix", photo, piece, _CONSENT[state], (record, keep))
    elif state == "unsaid":
        sentence = msg("Nobody has said who can be recognized in this photo.")
        yield _of_photo(
            "consent-unsaid", "look", photo, piece, sentence, (record, Fix(msg("Use it as it is"), fine=True))
        )
    elif ends_soon(photo, kit.today) and photo.consent is not None:
        sentence = msg("The consent ends on {day}.", day=photo.consent.until)
        yield _of_photo("consent-soon", "look", photo, piece, sentence, (record, Fix(msg("Keep it"), fine=True)))
    if state in ("ready", "unsaid"):
        yield from _beside(kit, photo)
    if not large_enough(kit, photo):
        wide, high = (round(side) for side in photo.source.size)
        sentence = msg(
            "{wide} x {high} pixels are too few. A drawing is used instead.", wide=f"{wide:,}", high=f"{high:,}"
        )
        yield _of_photo(
            "photo-small", "look", photo, piece, sentence, (Fix(msg("Swap the picture"), opens="pictures"),)
        )
    elif one_color(kit.resources, photo):
        sentence = msg("This photo is one flat color, or nearly so. It appears only where you put it.")
        swap = Fix(msg("Swap the picture"), opens="pictures")
        yield _of_photo("photo-flat", "look", photo, piece, sentence, (swap, Fix(msg("Keep it"), fine=True)))


_AGAINST: Mapping[str, Message] = {
    "harm": msg("People may be recognized in this photo, and it is beside words about harm."),
    "quote": msg("This photo is beside somebody's words, as if somebody in it said them."),
    "camera": msg("The people in this photo are behind whoever speaks."),
}


def _beside(kit: Kit, photo: Photo) -> Iterator[Check]:
    """A photo of people that the user put where it could harm them."""
    for piece, reason in chosen_against(kit, photo):
        fixes = (Fix(msg("Swap the picture"), opens="pictures"), Fix(msg("Keep it"), fine=True))
        yield Check(
            check_id("photo-beside", photo.source.key, piece), "look", "photo-beside", photo.name, _AGAINST[reason],
            piece, PICTURE, photo.source.key, fixes=fixes,
        )  # fmt: skip


def _of_photo(code: str, group: str, photo: Photo, piece: str, sentence: Message, fixes: tuple[Fix, ...]) -> Check:
    return Check(
        check_id(code, photo.source.key, sentence), "fix" if group == "fix" else "look", code, photo.name,
        sentence, piece, PICTURE if piece else "", photo.source.key, fixes=fixes,
    )  # fmt: skip


def picture_word_checks(kit: Kit, rules: Sequence[LanguageRule]) -> Iterator[Check]:
    """What the name and the description of each photo say about what it shows."""
    known = known_of(kit)
    for photo in kit.project.photos:
        name = _MARKS.sub(" ", photo.name)
        for passage in (RulePassage("", "name", name, "file"), RulePassage("", "alt", photo.alt, "alt")):
            for advice in check_passage(passage, rules, known):
                if advice.level != "info":
                    yield _picture_words(photo, advice)


def _picture_words(photo: Photo, advice: RuleMatch) -> Check:
    swap = Fix(msg("Swap the picture"), opens="pictures")
    record = Fix(msg("Say who can be recognized"), opens="record")
    return Check(
        check_id(advice.rule, photo.source.key, advice.field, advice.match),
        "fix" if advice.level == "error" else "look", advice.rule, photo.name,
        as_message(advice.sentence), target=photo.source.key, reason=advice.reason,
        fixes=(record if advice.field == "alt" else swap, Fix(msg("Keep it"), fine=True)), asks_reason=True,
        suggest=advice.suggest, better=advice.better or "",
    )  # fmt: skip


def _pieces(kit: Kit) -> Iterable[str]:
    return (piece for piece in kit.project.edits.to_mapping() if is_in_week(kit, piece))


def link_checks(
    kit: Kit, pages: Sequence[PageText], passages: Sequence[RulePassage], titles: Mapping[str, str]
) -> Iterator[Check]:
    """Addresses that moved or were never opened; those of the campaign that wait for a look are one finding.

    Those of a campaign wait from the day on which they are due, a year after somebody looked for them. Each has a mark
    of its own, so that one is opened and ticked off after the other, once for all weeks.
    """
    known = _known(kit)
    waiting: dict[str, WebAddress] = {}
    done: set[tuple[str, str]] = set()
    for piece, field, address in _addresses(kit, pages, passages):
        state, url = known.get(address.casefold(), (None, f"https://{address}"))
        if state == "verified" or (piece, address) in done:
            continue
        done.add((piece, address))
        if state == "likely" and kit.today < kit.campaign.info.addresses_due:
            continue
        if state == "likely":
            waiting[address] = WebAddress(address, url, check_id("opened", address))
        else:
            yield _link(piece, field, WebAddress(address, url), state == "moved", titles)
    marks = {edit.field.removeprefix(FINE) for edit in kit.project.edits.items}
    for opened in (False, True):
        links = tuple(link for link in waiting.values() if (link.mark in marks) is opened)
        if links:
            yield addresses_waiting(links, "links-opened" if opened else "links-waiting")


def addresses_waiting(links: tuple[WebAddress, ...], code: str) -> Check:
    """The check that asks to open these addresses, or that says they were opened."""
    shown = ", ".join(link.address for link in links[:SHOWN_ADDRESSES])
    rest = len(links) - SHOWN_ADDRESSES
    tail = msg(" and {rest} more", rest=rest) if rest > 0 else ""
    sentence = msg("Nobody has opened {n} addresses yet: {shown}{tail}.", n=len(links), shown=shown, tail=tail)
    if len(links) == 1:
        sentence = msg("Nobody has opened {address} yet.", address=shown)
    label = msg("Mark as checked") if len(links) == 1 else msg("Mark all as checked")
    return Check(
        check_id(code), "look", code, msg("Web addresses"), sentence,
        reason="Once a year, somebody has to see that each one still opens.", fixes=(Fix(label, fine=True),),
        links=links,
    )  # fmt: skip


def _link(piece: str, field: str, link: WebAddress, moved: bool, titles: Mapping[str, str]) -> Check:
    sentence = msg("{address} has moved.", address=link.address)
    if not moved:
        sentence = msg("{address} has not been tested.", address=link.address)
    return Check(
        check_id("link", piece, link.address), "look", "link", titles.get(piece, ""), sentence, piece, field,
        fixes=(Fix(msg("Mark as checked"), fine=True), EDIT), links=(link,),
    )  # fmt: skip


def _addresses(kit: Kit, pages: Sequence[PageText], passages: Sequence[RulePassage]) -> Iterator[tuple[str, str, str]]:
    for post in kit.week.posts:
        if post.url:
            field = network_field(COMMENT) if post.networks else CAPTION
            yield social_piece(kit.week.number, post), field, bare_address(post.url)
    for page_text in pages:
        for path, text in strings({name: value for name, value in page_text.page.content.items() if name != "hotline"}):
            if path.rpartition(".")[2] == "url" and text:
                yield page_text.piece, path, bare_address(text)
    for passage in passages:
        if passage.role in ("post", "text", "article"):
            for found in ADDRESS.finditer(passage.text):
                yield passage.piece, passage.field, bare_address(found.group())


def _known(kit: Kit) -> Mapping[str, tuple[LinkStatus, str]]:
    """State and whole address of each address of the campaign; what was opened counts before what is only likely."""
    month, hotline = kit.campaign.month, kit.campaign.hotline
    rows: list[tuple[str, LinkStatus]] = [(month.newsletter.url, "likely"), (month.web.url, "likely")]
    rows += [(month.voices.url, month.voices.status)] if month.voices is not None else []
    rows += [*((event.url, event.status) for event in month.events)]
    resources = [*month.resources]
    for week in kit.campaign.weeks:
        rows += [(post.url, post.status) for post in week.posts]
        resources += week.resources
    rows += [(resource.url, resource.status) for resource in resources]
    rows += [(f"https://{resource.search}", "likely") for resource in resources if resource.search]
    rows += [(hotline.web, "verified"), (hotline.chat, "verified")]
    ranks = ("unknown", "moved", "likely", "verified")
    known: dict[str, tuple[LinkStatus, str]] = {}
    for url, state in sorted(rows, key=lambda row: ranks.index(row[1])):
        if url:
            known[bare_address(url).casefold()] = state, url
    return known
