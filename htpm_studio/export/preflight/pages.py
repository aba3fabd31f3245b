"""Checks of finished pages: words that do not fit, missing letters, the hotline, and descriptions of pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.networks import Networks
from htpm_studio.compose.compose_page import LEFT_OUT, TOO_LONG
from htpm_studio.compose.plain_names import listed, size_name
from htpm_studio.errors import Diagnostic, as_message, join_messages, msg
from htpm_studio.export.kit.descriptions import is_outdated, message_lines, shown_picture, unsaid, written_for
from htpm_studio.export.kit.edits import ALT, edits_of, in_size, own_size, picture_name
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.sentences import joined, photo_words
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.page_builder import PageBuilder, pages_of
from htpm_studio.export.preflight.faces import cut_on, face_check
from htpm_studio.export.preflight.hotline import MISSING, lacks_hotline, text_lacks_hotline
from htpm_studio.export.preflight.hotline_gate import ALTERED, altered
from htpm_studio.export.preflight.missing_letters import names_finding
from htpm_studio.export.preflight.model import Change, Check, Fix, check_id
from htpm_studio.export.preflight.painted import painted_near_miss
from htpm_studio.export.preflight.passages import PageText
from htpm_studio.export.preflight.texts import EDIT
from htpm_studio.export.texts.file_specs import with_words
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Photo
from htpm_studio.scene.nodes import Page

SHOWN, SHOWN_PLACES = 40, 3
DESCRIBED = ("social", "background")
UNDESCRIBED = "photo-words"
NO_DESCRIPTION = "A photo without a description: screen readers say “{words}” It appears in: {places}."


@dataclass(frozen=True, slots=True)
class _Seen:
    """One finding on one page."""

    piece: str
    page: PageSpec
    finding: Diagnostic


def page_checks(
    kit: Kit, specs: Sequence[FileSpec], titles: Mapping[str, str], builder: PageBuilder, context: JobContext
) -> Iterator[Check]:
    """The checks that need composed pages; the same words in several sizes are one finding."""
    found: dict[tuple[str, str, str], list[_Seen]] = {}
    cut: dict[tuple[str, str], list[str]] = {}
    split: set[str] = set()
    names = names_finding(kit.project, kit.look.fonts)
    known = set(names.letters) if names else set()
    for spec in specs:
        pages: list[Page] = []
        for page in pages_of(spec, kit.page_inputs):
            context.checkpoint()
            piece = page.piece or spec.piece
            composed = builder.compose(page, kit.page_inputs)
            made = composed.page
            pages.append(made)
            for key in cut_on(page, made):
                cut.setdefault((piece, key), []).append(page.canvas)
            if (
                piece not in split
                and (near_miss := painted_near_miss(made, kit.helplines))
                and not altered(kit, page, spec.alt, spec.caption)
            ):
                split.add(piece)
                yield hotline_check(kit, piece, titles.get(piece, spec.title), near_miss)
            for finding in composed.findings:
                if finding.letters and known.issuperset(finding.letters):
                    continue  # reported once, of the names
                name = f"{page.part}.{finding.field}" if page.part and finding.field else finding.field
                name = in_size(name, own_size(edits_of(kit, piece), name, page.canvas)) if name else ""
                found.setdefault((piece, finding.code, name), []).append(_Seen(piece, page, finding))
        if lacks_hotline(
            kit.campaign.helplines, spec.medium, (page.template for page in spec.pages), pages, spec.caption
        ):
            yield hotline_check(kit, spec.piece, titles.get(spec.piece, spec.title), MISSING)
    for (piece, key), sizes in cut.items():
        yield face_check(kit, piece, key, sizes, titles)
    for (piece, code, name), seen in found.items():
        room = code in (TOO_LONG, LEFT_OUT)
        yield _room(kit, piece, name, seen, titles) if room else _letters(piece, seen, titles)


def hotline_check(kit: Kit, piece: str, title: str, sentence: str) -> Check:
    """The hard stop, with the way back: every text of the piece that the user changed follows the kit again."""
    own = [name for name in edits_of(kit, piece) if not name.startswith("@")]
    back = Fix(msg("Put it back"), tuple(Change(piece, name, None) for name in own))
    return Check(
        id=check_id("hotline", piece, sentence), group="fix", code="hotline", title=title,
        sentence=msg("{words} This piece is left out until it is restored.", words=sentence), piece=piece,
        reason="A wrong number leaves somebody without help.", fixes=(back, EDIT) if own else (EDIT,), blocked=True,
    )  # fmt: skip


def hotline_checks(kit: Kit, specs: Sequence[FileSpec], titles: Mapping[str, str]) -> Iterator[Check]:
    """Pieces whose hotline block was altered; near misses in running text are a language rule."""
    done: set[str] = set()
    for spec in specs:
        for page in spec.pages:
            piece = page.piece or spec.piece
            if piece not in done and altered(kit, page) == ALTERED:
                done.add(piece)
                yield hotline_check(kit, piece, titles.get(piece, spec.title), ALTERED)
        if spec.medium == "copy" and spec.piece not in done and _lost_hotline(kit, spec):
            done.add(spec.piece)
            yield hotline_check(kit, spec.piece, titles.get(spec.piece, spec.title), MISSING)


def _lost_hotline(kit: Kit, spec: FileSpec) -> bool:
    """Whether own words took the hotline number out of a text; a campaign is checked when it is read."""
    if not edits_of(kit, spec.piece):
        return False
    words = next(iter(with_words(kit, (spec,)))).words
    return words is not None and text_lacks_hotline(kit.campaign.helplines, spec.group, words.said)


def _room(kit: Kit, piece: str, name: str, seen: Sequence[_Seen], titles: Mapping[str, str]) -> Check:
    """Words that do not fit, or that are left out so that the others fit, with every size where that is so."""
    sizes = list(dict.fromkeys(place.page.canvas for place in seen))
    finding = seen[0].finding
    over = finding.code == TOO_LONG
    text = finding.text if len(finding.text) <= SHOWN else finding.text[:SHOWN].rstrip() + "…"
    pattern = "“{text}” does not fit: {sizes}." if over else "“{text}” is left out for lack of room: {sizes}."
    sentence = msg(pattern, text=text, sizes=listed(map(size_name, sizes)))
    changed = name in edits_of(kit, piece)
    back = (Fix(msg("Back to the kit's text"), (Change(piece, name, None),)),) if changed else ()
    return Check(
        id=check_id(finding.code, piece, name, text, *sizes), group="fix" if over else "look", code=finding.code,
        title=titles.get(piece, ""), sentence=sentence, piece=piece, field=name,
        reason="" if over else msg("Shorter text is shown again."),
        fixes=(*back, EDIT) if over else (EDIT, *back, Fix(msg("Leave it out"), fine=True)),
    )  # fmt: skip


def _letters(piece: str, seen: Sequence[_Seen], titles: Mapping[str, str]) -> Check:
    finding = seen[0].finding
    return Check(
        id=check_id(finding.code, piece, finding.message), group="fix" if finding.severity == "error" else "look",
        code=finding.code, title=titles.get(piece, ""), sentence=as_message(finding.message), piece=piece,
        field=finding.field, fixes=(EDIT, Fix(msg("Keep it"), fine=True)),
    )  # fmt: skip


def description_checks(
    kit: Kit, pages: Sequence[PageText], titles: Mapping[str, str], networks: Networks
) -> Iterator[Check]:
    """Pictures without a description, too long ones, and words that appear only in the picture."""
    done: set[str] = set()
    for page_text in pages:
        if page_text.piece in done:
            continue
        done.add(page_text.piece)
        title = titles.get(page_text.piece, page_text.spec.title)
        if page_text.spec.medium in DESCRIBED:
            yield from _described(kit, page_text, title, networks)
        elif _silent_picture(kit, page_text):
            yield _missing(kit, page_text, title, "")
        yield from _outdated(kit, page_text, title)


def _silent_picture(kit: Kit, page_text: PageText) -> bool:
    picture = shown_picture(kit, page_text.page)
    return picture is not None and not picture.alt.strip() and not page_text.spec.alt.strip()


def _described(kit: Kit, page_text: PageText, title: str, networks: Networks) -> Iterator[Check]:
    spec = page_text.spec
    lines = message_lines(kit, page_text.page)
    if not spec.alt.strip():
        yield _missing(kit, page_text, title, joined(*lines)[: networks.alt_longest])
        return
    yield from _long_description(page_text, title, networks)
    if spec.medium == "social":
        yield from _only_in_picture(kit, page_text, title, unsaid(lines, spec.alt, spec.caption), networks)


def _only_in_picture(
    kit: Kit, page_text: PageText, title: str, lost: Sequence[str], networks: Networks
) -> Iterator[Check]:
    if not lost:
        return
    more = joined(page_text.spec.alt, *lost)
    fix = Fix(msg("Add it to the description"), _describing(kit, page_text, more))
    sentence = msg("“{line}” appears only in the picture.", line=lost[0])
    yield Check(
        check_id("W19", page_text.piece, *lost), "look", "W19", title, sentence, page_text.piece, ALT,
        reason="People who cannot see the picture would miss it.",
        fixes=(fix, EDIT) if len(more) <= networks.alt_longest else (EDIT,),
    )  # fmt: skip


def _outdated(kit: Kit, page_text: PageText, title: str) -> Iterator[Check]:
    if not is_outdated(kit, page_text.page, page_text.piece):
        return
    own = edits_of(kit, page_text.piece)[ALT]
    shown = own if len(own) <= SHOWN else own[:SHOWN].rstrip() + "…"
    yield Check(
        check_id("alt-outdated", page_text.piece, own, picture_name(page_text.page.content.get("picture"))),
        "look", "alt-outdated", title,
        msg("You described a different picture from the one there now: “{text}”", text=shown), page_text.piece, ALT,
        reason="People who cannot see the picture would hear a description of something else.",
        fixes=(
            EDIT, Fix(msg("It still fits"), _describing(kit, page_text, own)),
            Fix(msg("Back to the kit's text"), _describing(kit, page_text, None)),
        ),
    )  # fmt: skip


def _describing(kit: Kit, page_text: PageText, text: str | None) -> tuple[Change, ...]:
    return tuple(Change(page_text.piece, name, to) for name, to in written_for(kit, page_text.page, text).items())


def _long_description(page_text: PageText, title: str, networks: Networks) -> Iterator[Check]:
    alt, advised, longest = page_text.spec.alt, networks.alt_advised, networks.alt_longest
    chart = page_text.page.content.get("chart")
    values = str(chart["alt"]) if isinstance(chart, Mapping) else ""
    if len(alt.removesuffix(values)) <= advised and len(alt) <= longest:
        return  # The values of a chart are heard one by one.
    sentence = msg("The description has {n} characters; up to {most} are easy to listen to.", n=len(alt), most=advised)
    if hard := len(alt) > longest:
        sentence = msg("The description has {n} characters; some networks allow {most}.", n=len(alt), most=longest)
    yield Check(
        check_id("alt-long", page_text.piece, alt), "fix" if hard else "look", "alt-long", title, sentence,
        page_text.piece, "alt", fixes=(EDIT,) if hard else (EDIT, Fix(msg("Keep it"), fine=True)),
    )  # fmt: skip


def _missing(kit: Kit, page_text: PageText, title: str, words: str) -> Check:
    own = (Fix(msg("Use its own text"), _describing(kit, page_text, words)),) if words.strip() else ()
    return Check(
        check_id("alt-missing", page_text.piece), "look", "alt-missing", title,
        msg("No description for screen readers."), page_text.piece, ALT,
        fixes=(*own, EDIT) if own else (EDIT, Fix(msg("Decoration only"), fine=True)),
        safe=own[0].changes if own else (),
    )  # fmt: skip


def undescribed_photos(kit: Kit, pages: Sequence[PageText], titles: Mapping[str, str]) -> Iterator[Check]:
    """Photos that appear somewhere without saying what they show: who cannot see them learns who chose them, no more.

    A piece that has a description of its own needs none of its photo.
    """
    for photo in kit.project.photos:
        places = {
            page_text.piece: titles.get(page_text.piece, page_text.spec.title)
            for page_text in pages
            if ALT not in edits_of(kit, page_text.piece)
            and (picture := shown_picture(kit, page_text.page)) is not None
            and picture.source.key == photo.source.key
        }
        if places and not photo.alt.strip():
            yield _undescribed(kit, photo, list(dict.fromkeys(places.values())))


def _undescribed(kit: Kit, photo: Photo, places: Sequence[str]) -> Check:
    shown, rest = join_messages(places[:SHOWN_PLACES], "; "), len(places) - SHOWN_PLACES
    where = msg("{places} and {n} more", places=shown, n=rest) if rest > 0 else shown
    return Check(
        check_id(UNDESCRIBED, photo.source.key), "fix", UNDESCRIBED, photo.name,
        msg(NO_DESCRIPTION, words=photo_words(kit, photo), places=where), target=photo.source.key,
        reason="People who cannot see the photo do not know what it shows.",
        fixes=(Fix(msg("Describe it"), opens="record"), Fix(msg("Keep this text"), fine=True)),
    )  # fmt: skip
