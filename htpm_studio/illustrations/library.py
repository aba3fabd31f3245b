"""The whole library: its parts, people, casts, scenes and words, each read once, and finished drawings kept."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from htpm_studio.decoding.source import nearest, short
from htpm_studio.errors import InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.illustrations.alt_text import AltWords, long_alt, named, read_words, short_alt, title_of
from htpm_studio.illustrations.arrange import Arranged, arranged
from htpm_studio.illustrations.crop import NOMINAL, Opening, fitted, stage
from htpm_studio.illustrations.figure import Figure
from htpm_studio.illustrations.parts import PartBook
from htpm_studio.illustrations.people import CastPreset, Person, read_cast, read_presets
from htpm_studio.illustrations.scene_file import Scene, read_scene, scene_names
from htpm_studio.illustrations.svg import svg_of
from htpm_studio.languages.declared import SOURCE, drawn_languages
from htpm_studio.scene.nodes import Crop, PictureSource
from htpm_studio.units import Box

T = TypeVar("T")
Colors = tuple[tuple[str, str], ...]
ROOM = 1.3
"""How much more of a scene is drawn than a frame shows, so that its user can move and enlarge it."""

MOST_KEPT = 260
_NOMINAL = Opening(NOMINAL.width / NOMINAL.height)


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person in a frame: their place in the scene, and where their head is, in shares of the frame."""

    place: int
    person: Person
    head: Box


@dataclass(frozen=True, slots=True)
class Framed:
    """A drawing made for a frame: the picture, the part of it that shows, what it shows in words, and who is where."""

    source: PictureSource
    crop: Crop
    alt: str
    people: tuple[ShownPerson, ...] = ()


class PictureLibrary:
    """The library below a folder. Safe to share between threads; what it drew last is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parts = PartBook(folder)
        self.names = scene_names(folder)
        self._read: dict[Hashable, Any] = {}
        self._drawn: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.RLock()

    def __reduce__(self) -> tuple[object, ...]:
        """Another process reads the library again."""
        return PictureLibrary, (self.folder,)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """The cast by their ids."""
        return read_cast(self.folder, self.parts)

    @cached_property
    def presets(self) -> Mapping[str, CastPreset]:
        """The casts to pick, by name."""
        return read_presets(self.folder, frozenset(self.names))

    def scene(self, name: str) -> Scene:
        """A scene by its name; raises InputError for one that is not there, Problems for one with mistakes."""
        if name not in self.names:
            raise InputError(msg("There is no picture {value}.", value=short(name)), nearest(name, self.names))
        return self._once(("scene", name), lambda: read_scene(self.folder, name, self.parts, self.people))

    def words(self, language: str) -> AltWords:
        """The words of a language, or else of English."""
        return self._once(("words", language), lambda: read_words(language))

    def title(self, name: str, language: str) -> str:
        """What a scene is called in a language, or else in English; a name that is not there stays as it is."""
        spoken = spoken_language(language)
        return title_of(self.scene(name), self.words(spoken), spoken) if name in self.names else name

    def about(self, name: str, language: str) -> str:
        """What those in a scene do, in a language or else in English."""
        spoken = spoken_language(language)
        return " ".join(seat.does[spoken] for seat in self.scene(name).seats)

    def person_words(self, name: str, place: int, person: str, language: str) -> str:
        """Who a person in a place of a scene is and what they do there, in a language or else in English."""
        spoken = spoken_language(language)
        figure = Figure(self.people[person], self.scene(name).seats[place], self.parts)
        sentence = f"{named(figure, self.words(spoken))} {figure.seat.does[spoken]}"
        return f"{sentence[:1].upper()}{sentence[1:]}"

    def drawn(self, key: Hashable, make: Callable[[], T]) -> T:
        """A finished drawing that was made before, or a new one; the oldest are dropped beyond `MOST_KEPT`."""
        with self._lock:
            if key not in self._drawn:
                self._drawn[key] = make()
                while len(self._drawn) > MOST_KEPT:
                    self._drawn.popitem(last=False)
            self._drawn.move_to_end(key)
            found: T = self._drawn[key]
            return found

    def _once(self, key: Hashable, read: Callable[[], T]) -> T:
        with self._lock:
            if key not in self._read:
                self._read[key] = read()
            found: T = self._read[key]
            return found


@dataclass(frozen=True, eq=False)
class Drawing:
    """A scene with its people, in the colors of a brand: it makes the picture that a frame asks for.

    `colors` says by the color around the frame which color each role has.
    """

    library: PictureLibrary
    scene: Scene
    people: tuple[Person, ...]
    colors: Callable[[str], Colors]
    language: str

    def __eq__(self, other: object) -> bool:
        """Whether it draws the same."""
        return isinstance(other, Drawing) and self._what == other._what

    def __hash__(self) -> int:
        return hash(self._what)

    @property
    def drawn_by(self) -> tuple[Hashable, ...]:
        """What it draws, beside the library itself: the scene, its people, the language and the colors."""
        return self._what[1:]

    def __reduce__(self) -> tuple[object, ...]:
        """What it drew is not sent along."""
        return Drawing, (self.library, self.scene, self.people, self.colors, self.language)

    @cached_property
    def _what(self) -> tuple[Hashable, ...]:
        """Everything that decides a finished picture besides its frame."""
        people = tuple(person.id for person in self.people)
        return self.library.folder, self.scene.name, people, self.language, self.colors("")

    @property
    def is_close(self) -> bool:
        """Whether it is one person alone on the ground of the page, with no edge of its own."""
        return self.scene.close

    @cached_property
    def alt(self) -> str:
        """One sentence about it that is true in every frame."""
        return short_alt(self.scene, self._words, self._spoken)

    @cached_property
    def whole(self) -> PictureSource:
        """The picture where no frame asks, such as in a list."""
        return self._made(("whole",), lambda: _source(self._arranged(_NOMINAL), NOMINAL, self.colors("")))

    def framed(self, opening: Opening, around: str = "") -> Framed:
        """The picture for a frame of that shape on a ground of that color ("#RRGGBB", "" for white)."""
        colors = self.colors(around)
        return self._made((opening, colors), lambda: self._framed(opening, colors))

    def _framed(self, opening: Opening, colors: Colors) -> Framed:
        shown, window = fitted(self._arranged(opening), opening)
        whole = stage(window, ROOM)
        alt = long_alt(shown, self._words, self._spoken)
        return Framed(_source(shown, whole, colors), _crop(window, whole), alt, self._shown(shown, window))

    def _shown(self, shown: Arranged, window: Box) -> tuple[ShownPerson, ...]:
        places = self.scene.story if len(shown.people) < len(self.people) else tuple(range(len(self.people)))
        return tuple(
            ShownPerson(place, person, _share(head, window))
            for place, person, head in zip(places, shown.people, shown.heads, strict=True)
        )

    def _arranged(self, opening: Opening) -> Arranged:
        return arranged(self.scene, self.people, self.library.parts, opening.free_ratio, round_=opening.is_round)

    def _made(self, what: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        return self.library.drawn((*self._what, *what), make)

    @property
    def _spoken(self) -> str:
        return spoken_language(self.language)

    @property
    def _words(self) -> AltWords:
        return self.library.words(self._spoken)


def _source(shown: Arranged, window: Box, colors: Colors) -> PictureSource:
    data = svg_of(shown, window, dict(colors))
    return PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, (window.width, window.height))


def _share(box: Box, window: Box) -> Box:
    return Box(
        (box.x - window.x) / window.width, (box.y - window.y) / window.height,
        box.width / window.width, box.height / window.height,
    )  # fmt: skip


def _crop(window: Box, whole: Box) -> Crop:
    return Crop(
        (window.x - whole.x) / whole.width, (window.y - whole.y) / whole.height,
        max(0.0, whole.right - window.right) / whole.width, max(0.0, whole.bottom - window.bottom) / whole.height,
    )  # fmt: skip


def spoken_language(language: str) -> str:
    """The language that the library has words for: the one given, or else English."""
    return language if language in drawn_languages() else SOURCE


def titles(presets: Mapping[str, CastPreset], language: str) -> Sequence[tuple[str, str, str]]:
    """Name, title and sentence of each cast in a language, or else in English."""
    spoken = spoken_language(language)
    return [(one.name, one.said(spoken).title, one.said(spoken).about) for one in presets.values()]
