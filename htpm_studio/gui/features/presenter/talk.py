"""Which deck is shown: its slides as they are now, and the one that says where help is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from htpm_studio.errors import InputError
from htpm_studio.export.decks.duration import minutes_for
from htpm_studio.export.decks.file_specs import deck_specs
from htpm_studio.export.decks.slides import unfilled
from htpm_studio.export.kit.editable import editable_fields, with_left_out
from htpm_studio.export.kit.edits import is_left_out
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec, PageSpec
from htpm_studio.export.pages.catalogue import CATALOGUE, specs_of
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.workspace import Workspace

HEAD, HELP = "head", "deck/help"
"""The layout of slides that say where help is, which each deck of a campaign has to have."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A deck to show: its slides as they are now, and the one to begin with. `help` is for when somebody needs it."""

    title: str
    slides: tuple[PageSpec, ...]
    kit: Kit
    deck: str = ""
    first: int = 0
    help: PageSpec | None = None


@dataclass(frozen=True, slots=True)
class TalkSection:
    """Slides that belong together: the place of the first, the place after the last, and when it ends by the plan."""

    title: str
    first: int
    end: int
    until: int


def selected_talk(workspace: Workspace) -> Talk | None:
    """The deck of the selected slide, from that slide on, else the first deck of the week; None without decks."""
    try:
        kit = workspace.document.kit()
    except InputError:
        return None
    decks = tuple(_decks(kit))
    for deck in decks:
        for index, page in enumerate(deck.pages):
            if page.piece in workspace.selection:
                return _talk(deck, kit, index)
    return _talk(decks[0], kit, 0) if decks else None


def _decks(kit: Kit) -> Iterator[FileSpec]:
    """The decks of a week; nothing else of the kit is made for that."""
    for kind in CATALOGUE:
        for spec in specs_of(kit, kind) if kind.medium == "deck" else ():
            if spec.pages and not spec.repeats and not is_left_out(kit, spec.piece):
                yield spec


def _talk(deck: FileSpec, kit: Kit, first: int) -> Talk:
    """Slides that wait for the user's words are left out, as they are in an export."""
    ready = [not unfilled(kit, page) for page in deck.pages]
    slides = tuple(page for page, good in zip(deck.pages, ready, strict=True) if good)
    place = min(sum(ready[:first]), max(0, len(slides) - 1))
    return Talk(deck.title, slides, kit, deck.piece, place, _help(deck, kit))


def _help(deck: FileSpec, kit: Kit) -> PageSpec | None:
    """Where help is: the slide of this deck, also one that was left out, else that of another deck of the week."""
    whole = tuple(deck_specs(with_left_out(kit)))
    decks = sorted((spec for spec in whole if not spec.repeats), key=lambda spec: spec.piece != deck.piece)
    pages = [page for spec in (deck, *decks) for page in spec.pages]
    return next((page for page in pages if HELP in (page.template, page.usual)), None)


def talk_of(workspace: Workspace, deck: str, week: int) -> Talk | None:
    """A deck of a week as it is now, from its first slide on; None where it is gone."""
    try:
        kit = workspace.document.kit(week)
    except InputError:
        return None
    return next((_talk(spec, kit, 0) for spec in _decks(kit) if spec.piece == deck), None)


def first_text(talk: Talk, page: PageSpec) -> str:
    """The text of a slide that somebody most likely wants to change: its headline, or else the first."""
    paths = [one.path for one in editable_fields(page, page, talk.kit.resources.library)]
    return HEAD if HEAD in paths else next(iter(paths), "")


def minutes_words(seconds: float) -> str:
    """A time as a clock shows it: "2:10"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def planned_minutes(slides: Sequence[PageSpec]) -> tuple[int, ...]:
    """The minutes from the start to the end of each slide, as the notes plan; one in two parts has them once."""
    before = ("", *(slide.piece for slide in slides))
    pairs = zip(before, slides, strict=False)
    return tuple(accumulate(minutes_for(one.info.notes) if one.piece != last else 0 for last, one in pairs))


def sections_of(slides: Sequence[PageSpec]) -> tuple[TalkSection, ...]:
    """The sections of a talk in their order, with the minutes from the start to the end of each."""
    until = planned_minutes(slides)
    found: list[TalkSection] = []
    for index, slide in enumerate(slides):
        name = slide.info.section
        first = found.pop().first if found and found[-1].title == name else index
        found.append(TalkSection(name, first, index + 1, until[index]))
    return tuple(found)
