"""What becomes of the user's own work when a kit speaks from another campaign, piece by piece.

Work on a piece that the new campaign has too is kept. Work on one that it does not have is named, so that somebody can
decide about it; a post can be taken along into the new campaign.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeAlias

from htpm_studio.campaign.model import Campaign, Deck, Post
from htpm_studio.compose.compose_page import BLUE
from htpm_studio.errors import InputError, Message, join_messages, msg
from htpm_studio.export.kit.edits import (
    ADDED,
    DAY,
    FINE,
    FOCUS,
    LEFT_OUT,
    LOCKED,
    LOGO,
    NOTES,
    ORDER,
    PICTURE,
    POSTED,
    SIDE,
    TEMPLATE,
    TIME,
    TONE,
    ZOOM,
    social_piece,
    without_size,
)  # fmt: skip
from htpm_studio.export.kit.feed_mix import compositions_of
from htpm_studio.export.kit.kit import Kit, Options, Resources, build_kit
from htpm_studio.export.kit.kit_cast import PEOPLE
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.pages.catalogue import CATALOGUE, specs_of
from htpm_studio.export.preflight.passages import page_texts
from htpm_studio.export.preflight.report import titles_of
from htpm_studio.export.texts.editable_texts import word_texts
from htpm_studio.export.texts.planned_posts import CAPTION, posts_of_week
from htpm_studio.frozen import dataclass
from htpm_studio.project.model import Edit, Edits, Project
from htpm_studio.weeks import WEEK_NUMBERS

_Said: TypeAlias = "Mapping[str, tuple[str, ...]]"
Fate = Literal["stays", "over", "lost"]
_KINDS: Mapping[str, Message] = {
    PICTURE: msg("picture"), FOCUS: msg("crop"), ZOOM: msg("crop"), TONE: msg("colors of the photo"),
    TEMPLATE: msg("design"), LEFT_OUT: msg("left out"), LOCKED: msg("lock"), DAY: msg("day"), TIME: msg("time"),
    POSTED: msg("mark as posted"), ORDER: msg("order of slides"), LOGO: msg("size of the logo"),
    SIDE: msg("side of the logo"), CAPTION: msg("post text"), "alt": msg("description"), NOTES: msg("speaker notes"),
    "head": msg("headline"),
}  # fmt: skip
_WORDS = msg("words")
_CHOSEN = frozenset({"ground", BLUE, "week.number"})
"""What a page has of its neighbors, its composition and its day, beside its words."""


@dataclass(frozen=True, slots=True)
class OwnWork:
    """The user's work on one piece. `what` names it ("headline", "picture"), `fate` says what becomes of it.

    "stays": the piece says what it said; "over": the new campaign has other words for the piece, and the user's would
    replaces them; "lost": the piece is not there any more. A post can be taken along (`post`).
    """

    piece: str
    title: str
    week: int
    what: tuple[Message, ...]
    fate: Fate
    post: Post | None = None

    @property
    def place(self) -> Message:
        """The piece and what was done to it."""
        kinds = join_messages(self.what, ", ")
        return msg("Week {week}, {title}: {what}", week=self.week, title=self.title, what=kinds)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The edits with those of slides moved to where the slides are now, and the work that there is."""

    edits: Edits
    works: tuple[OwnWork, ...]

    def of(self, fate: Fate) -> tuple[OwnWork, ...]:
        """The work with one fate."""
        return tuple(work for work in self.works if work.fate == fate)

    def without(self, pieces: Sequence[str]) -> Edits:
        """The edits without the work on some pieces."""
        return Edits(tuple(edit for edit in self.edits.items if edit.piece not in pieces))


@dataclass(frozen=True, slots=True)
class _Sides:
    """One week before and after; each None where the week cannot be made. `own` has the user's work, others none."""

    own: Kit | None
    before: Kit | None
    after: Kit | None


def carried_over(
    project: Project, before: Campaign, after: Campaign, resources: Resources, today: date, year: int | None = None
) -> CarriedOver:
    """What becomes of the own work of a project that speaks from `before` when it speaks from `after`.

    `year` is the one that it is made for then. Nothing is asked about work that the program can keep by itself.
    """
    works: list[OwnWork] = []
    edits = list(project.edits.items)
    for week in (one.number for one in before.weeks):
        own = [edit for edit in project.edits.items if edit.piece.startswith(f"w{week}/")]
        if not any(_is_work(edit) for edit in own):
            continue
        plain = replace(project, edits=Edits(), photos=(), year=year or project.year)
        sides = _Sides(
            _kit(project, before, resources, today, week),
            _kit(plain, before, resources, today, week),
            _kit(plain, after, resources, today, week),
        )
        moved = _moved_slides(sides)
        works += _works(own, sides, moved, week)
        edits = [edit for edit in edits if edit not in own] + [one for edit in own for one in _placed(edit, moved)]
    return CarriedOver(Edits(tuple(sorted(edits))), tuple(works))


def notes_about(carried: CarriedOver, weeks: Sequence[int]) -> tuple[Message, ...]:
    """A sentence for each piece of some weeks whose own work is not in the kit, or replaces other words."""
    lost = "{place}: your work is not in this kit because the campaign does not have this piece."
    over = "{place}: your work is kept; the campaign has different text there."
    return tuple(
        msg(lost if work.fate == "lost" else over, place=work.place)
        for work in carried.works
        if work.fate != "stays" and work.week in weeks
    )


def _is_work(edit: Edit) -> bool:
    return edit.field != PEOPLE and not edit.field.startswith(FINE)


def _kit(project: Project, campaign: Campaign, resources: Resources, today: date, week: int) -> Kit | None:
    try:
        # With Wear Blue Day, so that the post of that day has its place in its home week, whichever week has it.
        return build_kit(replace(project, week=week, wear_blue=WEEK_NUMBERS), campaign, resources, Options(), today)
    except InputError:
        return None


def _specs(kit: Kit | None) -> tuple[FileSpec, ...]:
    if kit is None:
        return ()
    return tuple(spec for piece in CATALOGUE for spec in specs_of(kit, piece) if not spec.repeats)


def _works(own: Sequence[Edit], sides: _Sides, moved: Mapping[str, str | None], week: int) -> Iterator[OwnWork]:
    titles = titles_of(sides.own, _specs(sides.own)) if sides.own else {}
    had, has = _said(sides.before), _said(sides.after)
    posts = {social_piece(week, post): post for post in (sides.before.week.posts if sides.before else ())}
    for piece in dict.fromkeys(edit.piece for edit in own if _is_work(edit)):
        if piece not in had and _parent(piece) not in had:
            continue  # It had no place before either.
        now = moved.get(piece, piece)
        there = now is not None and (now in has or (piece not in had and _parent(now) in has))
        fate: Fate = "lost"
        if there and now is not None:
            fate = "stays" if _same(piece, now, had, has, sides) else "over"
        fields = [edit.field for edit in own if edit.piece == piece and _is_work(edit)]
        what = tuple(dict.fromkeys(_kind(field) for field in fields))
        title = titles.get(piece, piece.partition("/")[2])
        yield OwnWork(piece, title, week, what, fate, posts.get(piece) if fate == "lost" else None)


def _kind(field: str) -> Message:
    name = without_size(field).partition(".")[0]
    return _KINDS.get(name, _KINDS.get(field, _WORDS))


def _parent(piece: str) -> str:
    return piece.rpartition("/")[0]


def _same(piece: str, now: str, had: _Said, has: _Said, sides: _Sides) -> bool:
    """Whether the campaigns say the same in a piece; pieces of words are read where they have no pages."""
    if had.get(piece) != has.get(now):
        return False
    if "/copy/" not in piece or sides.before is None or sides.after is None:
        return True
    old, new = (tuple(text.kit_text for text in word_texts(kit, piece)) for kit in (sides.before, sides.after))
    return old == new


def _said(kit: Kit | None) -> dict[str, tuple[str, ...]]:
    """What the campaign says in each piece of a kit."""
    found: dict[str, tuple[str, ...]] = {}
    specs = _specs(kit)
    for spec in specs:
        beside = (spec.caption, spec.alt) if spec.medium == "social" else ()
        found[spec.piece] = (*found.get(spec.piece, ()), *beside)
    for post in posts_of_week(kit.project, kit.campaign, kit.week, {}) if kit is not None else ():
        found[post.piece] = (*found.get(post.piece, ()), *(text for _, text in post.written))
    for one in page_texts(kit, specs) if kit is not None else ():
        words = (passage.text for passage in one.passages if passage.field not in _CHOSEN)
        found[one.piece] = (
            *found.get(one.piece, ()),
            compositions_of(one.page.template)[0],
            one.page.info.notes,
            *words,
        )
    return found


def _moved_slides(sides: _Sides) -> dict[str, str | None]:
    """Where each slide of a deck is in the new campaign, by its title; None for one that is not there."""
    moved: dict[str, str | None] = {}
    if sides.before is None:
        return moved
    decks = {deck.id: deck for deck in (sides.after.week.decks if sides.after else ())}
    for deck in sides.before.week.decks:
        start = f"w{sides.before.week.number}/deck/{deck.id}"
        for name, place in zip(deck.named, _places(deck, decks.get(deck.id)), strict=True):
            moved[f"{start}/{name}"] = f"{start}/{place}" if place else None
    return moved


def _places(deck: Deck, other: Deck | None) -> list[str]:
    """For each slide of a deck its name in the other one; "" for one that is not there."""
    if other is None:
        return [""] * len(deck.slides)
    if [slide.layout for slide in deck.slides] == [slide.layout for slide in other.slides]:
        return list(other.named)
    names = {slide.title: name for name, slide in other.named.items()}
    return [names.get(slide.title, "") for slide in deck.slides]


def _placed(edit: Edit, moved: Mapping[str, str | None]) -> Iterator[Edit]:
    """An edit where its slide is now; that of a slide which is gone would lie over another one, and goes."""
    now = moved.get(edit.piece, edit.piece)
    if now is None:
        return
    text = edit.text
    if edit.field == ORDER:
        text = " ".join(name for old in text.split() if (name := _name(f"{edit.piece}/{old}", moved)))
    elif edit.field == ADDED and text.isdigit():
        origin = _name(f"{_parent(edit.piece)}/{text}", moved)
        text = origin or text
    yield Edit(now, edit.field, text)


def _name(piece: str, moved: Mapping[str, str | None]) -> str:
    now = moved.get(piece, piece)
    return now.rpartition("/")[2] if now else ""
