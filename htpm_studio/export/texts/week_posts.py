"""The posts of a week as they go out: each text with the networks it is for, its pictures, its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from htpm_studio.campaign.dates import date_text
from htpm_studio.campaign.holidays import holiday_on
from htpm_studio.campaign.networks import COMMENT, SMS, Network, Networks, counts, open_places, parts_of, too_much
from htpm_studio.campaign.placeholders import fill
from htpm_studio.campaign.post_length import ADDRESS
from htpm_studio.errors import Diagnostic, Message, msg
from htpm_studio.export.kit.edits import social_piece
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.social import social_specs
from htpm_studio.export.preflight.hotline import blocked_file
from htpm_studio.export.preflight.second_lines import unhelped_posts, why_left_out
from htpm_studio.export.texts.own_words import HEAD
from htpm_studio.export.texts.planned_posts import ALT, CAPTION, PlannedPost, network_field, posts_of_week
from htpm_studio.frozen import dataclass
from htpm_studio.hotline.guard import first_near_miss
from htpm_studio.scene.writing import Paragraph, Span, Table, plain

POSTS_ELSEWHERE = "posts-elsewhere"
TO_FILL_IN = "to-fill-in"
COUNTED_UP_TO = 10_000
"""The limit of a network from which lengths are not shown."""


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a post, and the networks that get it."""

    text: str
    networks: tuple[Network, ...]


@dataclass(frozen=True, slots=True)
class ReadyPost:
    """A post with everything that is published with it; `refused` networks take none of its texts.

    A text with a place that somebody has to fill in is `unfilled`, and not among the ready `versions`. `note` is for
    whoever publishes it, `beside` are the first comment and the text message by their ids.
    """

    post: PlannedPost
    url: str
    versions: tuple[Version, ...]
    refused: tuple[Network, ...]
    unfilled: tuple[Version, ...]
    beside: Mapping[str, str]
    pictures: tuple[str, ...]
    alt: str
    note: str = ""

    def text(self, network: Network) -> str:
        """The text that is ready for a network; "" where none is."""
        found = (version.text for version in self.versions if network in version.networks)
        return next(found, self.beside.get(network.id, ""))


def ready_posts(kit: Kit, specs: Sequence[FileSpec]) -> tuple[ReadyPost, ...]:
    """The posts of the kit's week by day, those without a day last.

    `specs` are the files of the kit: their pictures are named. A post whose hotline number was altered is not there,
    nor one that lacks the lines that help with images and threats.
    """
    alts = _alts(kit)
    urls = {post.id: post.url for post in kit.week.posts}
    stopped = {post.piece for post in altered_posts(kit)}
    planned = [post for post in _posts(kit) if post.piece not in stopped]
    planned.sort(key=lambda post: (post.day or date.max, post.time))
    networks = kit.resources.networks
    notes = {social_piece(kit.week.number, post): post.note for post in kit.week.posts}
    ready = (_ready(post, networks, specs, alts, urls.get(post.piece.rpartition("/")[2], "")) for post in planned)
    return tuple(replace(planned, note=notes.get(planned.post.piece, "")) for planned in ready)


def altered_posts(kit: Kit) -> list[Diagnostic]:
    """A sentence for every post that is left out, because of its hotline number or of lines that it lacks."""
    alts = _alts(kit)
    posts = _posts(kit)
    unhelped = {lacking.piece for lacking in unhelped_posts(kit, posts)}
    return [
        blocked_file(post.title, sentence, post.piece)
        for post in posts
        if (sentence := _near_miss(kit, post, alts) or (why_left_out(kit) if post.piece in unhelped else ""))
    ]


def _alts(kit: Kit) -> dict[str, str]:
    """What the pictures of each post show; of one whose sizes show several things, the first size."""
    return {spec.piece: spec.alt for spec in reversed(social_specs(kit))}


def posts_elsewhere(kit: Kit) -> Message | None:
    """A sentence for the posts that have no place in their own week, with the days they go out on; None for none."""
    if kit.campaign.observance.single:  # Its posts lead up to it.
        return None
    posts = [post for post in _posts(kit) if not post.fixed]
    away = [
        post for post in posts if post.day is not None and post.day == post.suggested and not kit.dates.holds(post.day)
    ]
    waiting = [post for post in posts if not post.placed and post.day is None]
    if not away and not waiting:
        return None
    away.sort(key=lambda post: (post.day or date.max, post.time))
    named = [f"{post.title.rstrip('.')} ({_day_within(kit, post.day)})" for post in (*away, *waiting)]
    return msg(
        "There is no room in week {n} for {count} of its posts: at most two go out on a day, and those for "
        "professionals from Tuesday to Thursday. They have other days: {posts}.",
        n=kit.week.number,
        count=len(named),
        posts="; ".join(named),
    )


def _posts(kit: Kit) -> list[PlannedPost]:
    return posts_of_week(kit.project, kit.campaign, kit.week, kit.project.edits.to_mapping())


def _near_miss(kit: Kit, post: PlannedPost, alts: Mapping[str, str]) -> str:
    texts = (post.title, post.caption, post.short, alts.get(post.piece, post.alt))
    single = (text for _, text in (*post.written, *post.own))
    return first_near_miss(*texts, *single, lines=kit.helplines)


def _ready(
    post: PlannedPost, networks: Networks, specs: Sequence[FileSpec], alts: Mapping[str, str], url: str
) -> ReadyPost:
    texts: dict[str, list[Network]] = {}
    refused: list[Network] = []
    for network in networks.networks:
        text = post.text(network)
        if not text.strip() or too_much(text, network):
            refused.append(network)
        else:
            texts.setdefault(text, []).append(network)
    versions = [Version(text, tuple(found)) for text, found in texts.items()]
    beside = {network.id: text for network in networks.beside if not too_much(text := post.text(network), network)}
    return ReadyPost(
        post=post,
        url=url,
        versions=tuple(version for version in versions if not open_places(version.text)),
        refused=tuple(refused),
        unfilled=tuple(version for version in versions if open_places(version.text)),
        beside={name: text for name, text in beside.items() if text.strip() and not open_places(text)},
        pictures=tuple(spec.path for spec in specs if spec.medium == "social" and spec.piece == post.piece),
        alt=alts.get(post.piece, post.alt),
    )


def names_of(networks: Sequence[Network]) -> str:
    """The names of networks, such as "X, Bluesky"."""
    return ", ".join(network.name for network in networks)


def counted(version: Version) -> str:
    """The networks of a text with its length on each, such as "X (226 / 280), Facebook"."""
    return ", ".join(
        f"{network.name} ({counts(version.text, network)})" if network.text_limit < COUNTED_UP_TO else network.name
        for network in version.networks
    )


def to_fill_in(kit: Kit, version: Version) -> str:
    """The sentence that a text is not ready, with the places that are to be filled in first."""
    sentence = kit.translated(msg("Not ready for {names}: fill in {places} first"))
    return sentence.format(names=names_of(version.networks), places=", ".join(open_places(version.text)))


def posts_to_fill_in(kit: Kit) -> Message | None:
    """A sentence for the posts that have a place to fill in, with their networks; None for none."""
    networks = kit.resources.networks.texts
    posts = ((post, [network.name for network in networks if post.to_fill_in(network)]) for post in _posts(kit))
    found = "; ".join(f"{post.title.rstrip('.')} ({', '.join(names)})" for post, names in posts if names)
    sentence = "These posts have places in square brackets to fill in before they are ready: {posts}."
    return msg(sentence, posts=found) if found else None


def day_of(kit: Kit, day: date | None) -> str:
    """A day in words with its weekday, or that there is none yet."""
    text = _day_within(kit, day)
    return f"{text[:1].upper()}{text[1:]}"


def _day_within(kit: Kit, day: date | None) -> str:
    """A day in words as it stands within a sentence: weekdays are lower case in Spanish."""
    words = kit.campaign.words
    if day is None:
        return words.copy.no_day
    text = f"{words.weekdays[day.weekday()]}, {date_text(day, words, words.date)}"
    return f"{text} ({note})" if (note := holiday_note(kit, day)) else text


def holiday_note(kit: Kit, day: date) -> str:
    """That a day is a federal holiday and which one, in the language of the kit; "" where it is none."""
    holiday = holiday_on(day)
    if holiday is None:
        return ""
    return kit.translated(msg("federal holiday, federal offices are closed: {name}")).format(
        name=kit.translated(holiday.name)
    )


def posts_blocks(kit: Kit, posts: Sequence[ReadyPost], *, shown: bool = False) -> tuple[Paragraph, ...]:
    """Everything about the posts as running text; where their pictures can be `shown`, these instead of their paths."""
    words = kit.campaign.words.copy
    title = fill(words.posts, {"n": str(kit.week.number), "title": kit.week.title})
    start = [
        plain("title", title, HEAD), plain("lead", kit.values["week_dates"]), plain("text", words.posts_how, "how"),
    ]  # fmt: skip
    return (
        *start,
        *(block for post in posts for block in _post_blocks(kit, post, shown=shown)),
        plain("note", kit.values["credit"]),
    )


def _post_blocks(kit: Kit, ready: ReadyPost, *, shown: bool) -> Iterator[Paragraph]:
    words = kit.campaign.words.copy
    yield plain("head", ready.post.title)
    yield plain("when", day_of(kit, ready.post.day))
    if shown and ready.pictures:
        yield plain("picture", ready.alt)
    for version in ready.versions:
        yield plain("label", fill(words.for_networks, {"title": counted(version)}))
        yield plain("text", version.text, *_fields(kit, ready.post, version.text), piece=ready.post.piece)
    if ready.refused:
        yield plain("call", fill(words.too_long_for, {"title": names_of(ready.refused)}))
    for version in ready.unfilled:
        yield plain("label", to_fill_in(kit, version))
        yield plain("text", version.text, *_fields(kit, ready.post, version.text), piece=ready.post.piece)
    if comment := ready.beside.get(COMMENT):
        yield plain("label", kit.translated(msg("First comment")))
        yield plain("text", comment, network_field(COMMENT), piece=ready.post.piece)
    if ready.note:
        yield plain("call", ready.note)
    if ready.alt:
        yield plain("label", words.description)
        yield plain("text", ready.alt, ALT, piece=ready.post.piece)
    if ready.pictures:
        yield plain("label", words.pictures)
        if shown:
            yield plain("text", _folders(ready.pictures))
        else:
            yield from (plain("item", path) for path in ready.pictures)


def _folders(pictures: Sequence[str]) -> str:
    """Where the pictures of a post are: its file name once, and the folders that have it."""
    folders = ", ".join(path.rpartition("/")[0] for path in pictures)
    return f"{pictures[0].rpartition('/')[2].rpartition('.')[0]}: {folders}"


def linked(block: Paragraph) -> Paragraph:
    """The block with its addresses as links."""
    return replace(block, spans=tuple(part for span in block.spans for part in _linked(span)))


def _linked(span: Span) -> Iterator[Span]:
    if span.url or span.blank:
        yield span
        return
    end = 0
    for found in ADDRESS.finditer(span.text):
        if found.start() > end:
            yield replace(span, text=span.text[end : found.start()])
        address, end = found.group(), found.end()
        yield replace(span, text=address, url=address if address.startswith("http") else f"https://{address}")
    if end < len(span.text) or not span.text:
        yield replace(span, text=span.text[end:])


def _fields(kit: Kit, post: PlannedPost, text: str) -> tuple[str, ...]:
    """The fields of edits that a text is kept in: the post's own, or one for each network that has another.

    A network that refuses the text is among them: one text stays one, however long it becomes while it is written.
    """
    own = dict(post.own)
    same = [network.id for network in kit.resources.networks.networks if post.text(network) == text]
    if text == post.caption and not any(network in own for network in same):
        return (CAPTION,)
    return tuple(network_field(network) for network in same)


def posts_sheet(kit: Kit, posts: Sequence[ReadyPost]) -> Table:
    """One row for each post, one column for each network and for what goes beside.

    A cell is empty where no text is ready. The parts of a thread and the pictures are in one cell each, divided by
    lines.
    """
    words, networks = kit.campaign.words.copy, kit.resources.networks.texts
    head = (
        words.day, words.time, words.post, *(kit.translated(network.name) for network in networks), words.description,
        words.pictures, words.address,
    )  # fmt: skip
    rows = [
        (
            ready.post.day.isoformat() if ready.post.day else "",
            f"{ready.post.time:%H:%M}" if ready.post.day else "",
            ready.post.title,
            *(ready.text(network) for network in networks),
            ready.alt,
            "\n".join(ready.pictures),
            ready.url,
        )
        for ready in posts
    ]
    messages = frozenset(place for place, network in enumerate(networks, 3) if network.id == SMS)
    return Table(head, tuple(rows), as_written=messages)


def buffer_sheet(posts: Sequence[ReadyPost], network: Network) -> Table:
    """The sheet for Buffer's bulk upload to one channel: posts with a day that did not go out yet, and no threads.

    Its columns are fixed and their names are too; a picture must lie at a public address, so that column stays empty
    (support.buffer.com, article 926).
    """
    rows = [
        (text, "", "", f"{ready.post.day.isoformat()} {ready.post.time:%H:%M}")
        for ready in posts
        if ready.post.day is not None and not ready.post.posted
        if (text := ready.text(network)) and len(parts_of(text, network)) == 1
    ]
    return Table(("Text", "Image URL", "Tags", "Posting Time"), tuple(rows), for_people=False)


def messages_blocks(kit: Kit, posts: Sequence[ReadyPost]) -> tuple[Paragraph, ...]:
    """The text messages of a week, each ready to send."""
    head = kit.translated(msg("Text messages for week {n}: {title}")).format(n=kit.week.number, title=kit.week.title)
    how = kit.translated(
        msg(
            "Each one is a single text message: at most {n} letters, none that makes it longer on the way. Send them "
            "only to people who asked for them, and say who you are."
        )
    )
    network = kit.resources.networks.network(SMS)
    start = (
        plain("title", head, HEAD), plain("lead", kit.values["week_dates"]),
        plain("text", how.format(n=network.text_limit), "how"),
    )  # fmt: skip
    return (*start, *(block for ready in posts for block in _message_blocks(kit, ready, network)))


def _message_blocks(kit: Kit, ready: ReadyPost, network: Network) -> Iterator[Paragraph]:
    text = ready.text(network)
    if text:
        yield plain("head", ready.post.title)
        yield plain("when", f"{day_of(kit, ready.post.day)} ({counts(text, network)})")
        yield plain("text", text, network_field(SMS), piece=ready.post.piece)
