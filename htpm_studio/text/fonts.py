"""The faces of a kit, what each covers, and which one replaces a missing letter."""

from __future__ import annotations

import json
import re
import threading
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from htpm_studio.errors import StudioError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.scene.nodes import Face, FontSource

SCRIPT_FACES: dict[str, tuple[str, ...]] = {
    "Arab": ("Arabic-600",),
    "Armn": ("Armenian-600",),
    "Beng": ("Bengali-600",),
    "Deva": ("Devanagari-600",),
    "Ethi": ("Ethiopic-600",),
    "Geor": ("Georgian-600",),
    "Gujr": ("Gujarati-600",),
    "Guru": ("Gurmukhi-600",),
    "Hang": ("Korean-600",),
    "Hani": ("HanSimplified-600", "HanTraditional-600", "Japanese-600"),
    "Hira": ("Japanese-600",),
    "Kana": ("Japanese-600",),
    "Khmr": ("Khmer-600",),
    "Laoo": ("Lao-600",),
    "Mymr": ("Myanmar-600",),
    "Taml": ("Tamil-600",),
    "Telu": ("Telugu-600",),
    "Thai": ("Thai-600",),
}
"""Faces for names in other scripts, by the code of the script (ISO 15924); Arimo has Hebrew. They come in one weight,
that of most names, because two would not be worth their size."""

_SCRIPT_NAMES = frozenset(name for names in SCRIPT_FACES.values() for name in names)

HEAD_WEIGHT, _BOLD = 700, 600
USUAL_HEAD, USUAL_TEXT = 0.49, 0.517
"""How high the small letters of Fraunces and Public Sans are, in em."""

MOST_BOOKS = 16
WIDER, WIDER_UNITS = "wider-faces.json", 2048
"""Where Georgia and Arial are missing, a deck is shown in another face. The file has the widths of its letters, in
1/2048 em, for the widest of the usual ones: DejaVu Serif Bold, DejaVu Sans and DejaVu Sans Bold."""


_SERIFS = frozenset(("Fraunces", "Gelasio", "Bitter"))
_OFFICE = "Office"
_OFFICE_NAMES = {"ArimoNarrow": "Arial Narrow"}

ROLES = frozenset((
    "Head", "Head-2", "Head-3", "Head-4", "HeadSmall", "Second", "OfficeHead", "OfficeText-400", "OfficeText-700",
    *(f"Text-{n}" for n in range(400, 801, 100)),
))  # fmt: skip
"""What the type sheet calls faces: which file each is depends on the pair of fonts of the kit.

Text of the faces for Office is set again there, in a box of its width. "Head-2" to "Head-4" are the other faces of
headlines that a design family has, the last of them where it has fewer; "Second" is what speaks beside headlines."""

_WEIGHT = re.compile(r"\d{3}$")

PAIRS_FILE, FIRST_PAIR = "pairs.toml", "warm"


@dataclass(frozen=True, slots=True)
class Fit:
    """How to set a face beside the first pair: factors of `size` and `leading`, and an added `tracking` (em)."""

    size: float = 1.0
    leading: float = 1.0
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class FontPair:
    """A face for headlines and a family for text; `office` is the face that headlines of decks are measured with.

    `more_heads` are other faces for headlines, `second` is what speaks beside them. A face is in the first of the
    `folders` that has it, else in that of the program's fonts; `own` are faces that a user has brought for a family.
    """

    head: str
    text: str
    office: str
    small: str = ""
    head_fit: Fit = Fit()
    text_fit: Fit = Fit()
    more_heads: tuple[str, ...] = ()
    second: str = ""
    folders: tuple[Path, ...] = ()
    own: tuple[FontSource, ...] = ()


@dataclass(frozen=True, slots=True)
class FaceData:
    """A face opened for shaping. `ascent` and `descent` are fractions of the em, both positive."""

    face: Face
    font: hb.Font
    upem: int
    coverage: frozenset[int]
    ascent: float
    descent: float
    cap_height: float
    stand_in: str
    latin: bool
    serif: bool


class FontBook:
    """The faces of one pair, or of the user's own fonts, opened when first used; safe to share between threads.

    Books of the same fonts from the same folder are equal.
    """

    def __init__(
        self,
        folder: Path,
        pair: str = FIRST_PAIR,
        head: tuple[FontSource, ...] = (),
        text: tuple[FontSource, ...] = (),
        *,
        first: FontPair | None = None,
        shelf: _Shelf | None = None,
    ) -> None:
        self._shelf = shelf or _Shelf(folder)
        usual = self._shelf.pair(pair)
        self.pair, self._pair_name, self._first = first if first and pair == FIRST_PAIR else usual, pair, first
        self._own = {own_name(source): source for source in (*self.pair.own, *head, *text)}
        self._names = _names(self.pair, head, text)
        self._head, self._text = head, text
        self._key = _book_key(pair, head, text, first)
        self._hash = hash(self._key)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, FontBook) and self._shelf is other._shelf and self._key == other._key

    def __hash__(self) -> int:
        return self._hash

    @property
    def faces_by(self) -> tuple[object, ...]:
        """What its faces follow from, beside the program's own: the pair, the user's fonts, those of the family."""
        return self._pair_name, self._head, self._text, self._first

    def __reduce__(self) -> tuple[object, ...]:
        """In another process the faces are opened again; books that share them still do."""
        return self._shelf.book, self.faces_by

    def set_in(self, pair: str, head: tuple[FontSource, ...] = (), text: tuple[FontSource, ...] = ()) -> FontBook:
        """The book of another pair or of own fonts; the same one each time, as what was measured is kept by book."""
        return self._shelf.book(pair, head, text, self._first)

    def with_first(self, first: FontPair | None) -> FontBook:
        """The book in which a design family has its own fonts in place of the first pair."""
        return self._shelf.book(self._pair_name, self._head, self._text, first)

    def first_pair(self) -> FontPair:
        """The pair that is used without a choice: that of the design family, else the program's first one."""
        return self._first or self._shelf.pair(FIRST_PAIR)

    def head_roles(self) -> tuple[str, ...]:
        """The roles of the faces that headlines can be in, the usual one first."""
        more = () if self._head else self.pair.more_heads
        return ("Head", *(f"Head-{number}" for number in range(2, len(more) + 2)))

    def data(self, name: str) -> FaceData:
        """The face of a role or of that name; raises StudioError when its file is missing or broken."""
        name = self._names.get(name, name)
        return self._shelf.data(name, self._own.get(name), self.pair.folders)

    def face(self, name: str) -> Face:
        """The scene's description of a face."""
        return self.data(name).face

    def form_face(self, name: str) -> Face:
        """A face for fields that people fill in: one that may be given on for that."""
        own = self._own.get(self._names.get(name, name))
        if own is None or own.editable:
            return self.face(name)
        return self._shelf.data(_names(self.pair, (), ())[name], None, self.pair.folders).face

    def fit(self, name: str) -> Fit:
        """How the face of a role is set; those that stand in for an Office font are as the type sheet says."""
        head = name.startswith(("Head", f"{_OFFICE}Head"))
        own = self._head if head else self._text
        if own:
            return fit_of(self.data(name), head=head)
        if name.startswith(_OFFICE):
            return Fit()
        return self.pair.head_fit if head else self.pair.text_fit

    def versions(self) -> dict[str, str]:
        """The version of each bundled face of this book, as its file says it."""
        bundled = sorted(set(self._names.values()) - set(self._own))
        found = {name: self.data(name).font.face.get_name(hb.OTNameIdPredefined.VERSION_STRING) for name in bundled}
        return {name: (text or "").removeprefix("Version ").partition(";")[0] for name, text in found.items()}

    def wider(self, name: str) -> Mapping[str, float]:
        """The widths of letters, in em, in the widest face that may replace this one at a venue."""
        name = self._names.get(name, name)
        return self._shelf.wider(name, self._own.get(name))

    def covering(self, name: str, character: str) -> FaceData | None:
        """The face itself or its stand-in, whichever has the letter; None when neither has it."""
        data = self.data(name)
        if ord(character) in data.coverage:
            return data
        if data.stand_in:
            other = self.data(data.stand_in)
            if ord(character) in other.coverage:
                return other
        return None


def is_for_office(role: str) -> bool:
    """Whether text of a role is typed again by Office, and so breaks at a width."""
    return role.startswith(_OFFICE)


def _book_key(
    pair: str, head: tuple[FontSource, ...], text: tuple[FontSource, ...], first: FontPair | None
) -> tuple[object, ...]:
    return (pair, first, "head", *(face.key for face in head), "text", *(face.key for face in text))


class _Shelf:
    """What the books of one folder share: opened faces, pairs, and the books themselves."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[tuple[str, tuple[Path, ...]], FaceData] = {}
        self._wider: dict[str, Mapping[str, float]] = {}
        self._pairs: Mapping[str, FontPair] = {}
        self._books: dict[tuple[object, ...], FontBook] = {}
        self._lock = threading.RLock()

    def __reduce__(self) -> tuple[object, ...]:
        return _Shelf, (self._folder,)

    def book(
        self, pair: str, head: tuple[FontSource, ...], text: tuple[FontSource, ...], first: FontPair | None = None
    ) -> FontBook:
        key = _book_key(pair, head, text, first)
        with self._lock:
            book = self._books.pop(key, None) or FontBook(self._folder, pair, head, text, first=first, shelf=self)
            while len(self._books) >= MOST_BOOKS:
                del self._books[next(iter(self._books))]
            self._books[key] = book  # the last one that was asked for is the last to go
            return book

    def pair(self, name: str) -> FontPair:
        with self._lock:
            self._pairs = self._pairs or read_pairs(self._folder / PAIRS_FILE)
            return self._pairs[name]

    def data(self, name: str, own: FontSource | None, folders: tuple[Path, ...] = ()) -> FaceData:
        """A face by name: the user's own, that of a design family's folders, or one of the program."""
        key = (name, folders)
        with self._lock:
            if key not in self._open:
                self._open[key] = _open_own(name, own) if own else _open_face(self._folder, name, folders)
            return self._open[key]

    def wider(self, name: str, own: FontSource | None) -> Mapping[str, float]:
        with self._lock:
            if not self._wider:
                self._wider = _read_wider(self._folder / WIDER)
            if own is not None and name not in self._wider:
                usual = self._wider["Arimo-700" if own.weight >= _BOLD else "Arimo-400"]
                self._wider[name] = _at_least(self.data(name, own), usual)
            return self._wider[name]


def read_pairs(path: Path) -> Mapping[str, FontPair]:
    """The pairs of a file, by name; raises StudioError where it is missing or damaged."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: _pair(row) for name, row in raw.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StudioError(
            msg("The font file {name} cannot be read.", name=path.name), "Install HTPM Studio again."
        ) from error


def _pair(row: Mapping[str, Any]) -> FontPair:
    head, text = (
        Fit(row.get(f"{kind}-size", 1.0), row.get(f"{kind}-leading", 1.0), row.get(f"{kind}-tracking", 0.0))
        for kind in ("head", "text")
    )
    return FontPair(row["head"], row["text"], row["office"], row.get("small", row["head"]), head, text)


def _names(pair: FontPair, head: Sequence[FontSource], text: Sequence[FontSource]) -> dict[str, str]:
    """The face of each role."""
    found = {"Head": pair.head, "HeadSmall": pair.small, "OfficeHead": pair.office}
    heads = (pair.head, *pair.more_heads)
    found |= {f"Head-{number}": heads[min(number, len(heads)) - 1] for number in (2, 3, 4)}
    found |= {f"Text-{weight}": f"{pair.text}-{weight}" for weight in range(400, 801, 100)}
    found |= {f"OfficeText-{weight}": f"Arimo-{weight}" for weight in (400, 700)}
    found["Second"] = pair.second or found["Text-700"]
    if head:
        roles = (role for role in found if "Head" in role)
        found |= dict.fromkeys(tuple(roles), own_name(nearest(head, HEAD_WEIGHT)))
    if text:
        roles = (role for role in found if "Text-" in role)
        found |= {role: own_name(nearest(text, int(role.rpartition("-")[2]))) for role in tuple(roles)}
        found["Second"] = found["Text-700"]
    return found


def nearest(faces: Sequence[FontSource], weight: int) -> FontSource:
    """The face whose weight is nearest to the wanted one; of two equally near, the bolder for what is bold."""
    return min(faces, key=lambda face: (abs(face.weight - weight), -face.weight if weight >= _BOLD else face.weight))


def fit_of(data: FaceData, *, head: bool) -> Fit:
    """How to set an untested face so that it looks about as large as the first pair.

    Text never becomes smaller than the type sheet says, as its sizes are the least that can be read well.
    """
    height = _x_height(data)
    usual = USUAL_HEAD if head else USUAL_TEXT
    least, most = (0.85, 1.15) if head else (1.0, 1.12)
    return Fit(round(min(max(usual / height, least), most), 3) if height else 1.0)


def _x_height(data: FaceData) -> float:
    extents = data.font.get_glyph_extents(data.font.get_nominal_glyph(ord("x")) or 0)
    return extents.y_bearing / data.upem if extents else 0.0


def own_name(own: FontSource) -> str:
    """What a face that a user has brought is called here."""
    return f"Own-{own.key[:16]}"


def _at_least(data: FaceData, usual: Mapping[str, float]) -> Mapping[str, float]:
    """The widths of letters, with at least those of the faces that usually replace a missing one."""

    def own(letter: str) -> float:
        glyph = data.font.get_nominal_glyph(ord(letter))
        return data.font.get_glyph_h_advance(glyph) / data.upem if glyph else 0.0

    return {letter: max(width, own(letter)) for letter, width in usual.items()}


def _read_wider(path: Path) -> dict[str, Mapping[str, float]]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StudioError(
            msg("The font file {name} cannot be read.", name=path.name), "Install HTPM Studio again."
        ) from error
    return {
        name: {letter: int(width) / WIDER_UNITS for width, letters in rows.items() for letter in letters}
        for name, rows in raw.items()
    }


def _open_face(folder: Path, name: str, folders: Sequence[Path] = ()) -> FaceData:
    script = name in _SCRIPT_NAMES
    file = f"{name}.ttf"
    usual = (folder / "scripts" if script else folder) / file
    path = next((place / file for place in folders if (place / file).is_file()), usual)
    family, _, style = name.partition("-")
    found = _WEIGHT.search(style)
    weight = int(found.group()) if found else 0
    if not weight or not path.is_file():
        raise StudioError(msg("There is no font called {name}.", name=name), "Install HTPM Studio again.")
    bold, serif = weight >= _BOLD, family in _SERIFS
    stand_in = "" if script or family == "Arimo" else "Arimo-700" if bold else "Arimo-400"
    face = Face(name, path, "Georgia" if serif else _OFFICE_NAMES.get(family, "Arial"), bold, weight)
    return _opened(face, stand_in, latin=not script, serif=serif)


def _open_own(name: str, own: FontSource) -> FaceData:
    face = Face(name, Path(f"{own.family}.ttf"), own.family, own.bold, own.weight, own.data)
    return _opened(face, "Arimo-700" if own.weight >= _BOLD else "Arimo-400", serif=own.serif)


def _opened(face: Face, stand_in: str, *, latin: bool = True, serif: bool = False) -> FaceData:
    try:
        opened = hb.Face(hb.Blob(face.read()))
    except OSError as error:
        raise StudioError(
            msg("The font file {name} cannot be read.", name=face.path.name), "Install HTPM Studio again."
        ) from error
    font = hb.Font(opened)
    extents = font.get_font_extents("ltr")
    upem = opened.upem
    cap = font.get_glyph_extents(font.get_nominal_glyph(ord("H")) or 0)
    return FaceData(
        face=face,
        font=font,
        upem=upem,
        coverage=frozenset(opened.unicodes),
        ascent=extents.ascender / upem,
        descent=-extents.descender / upem,
        cap_height=(cap.y_bearing / upem) if cap else 0.7,
        stand_in=stand_in,
        latin=latin,
        serif=serif,
    )
