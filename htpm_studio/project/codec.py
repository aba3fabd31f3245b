"""A project as plain JSON data and back; every mistake in the data is reported with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar

from htpm_studio.errors import Diagnostic, InputError, in_file, msg
from htpm_studio.languages.declared import SOURCE, languages
from htpm_studio.pieces.families import BASE, is_family_id
from htpm_studio.project.migrations import FORMAT, VERSION, Document
from htpm_studio.project.missing_pictures import still_lost
from htpm_studio.project.model import (
    CENTER,
    CONSENT_KINDS,
    FIRST_YEAR,
    LAST_YEAR,
    LOST_KINDS,
    MAX_NAME,
    MOST_FACES,
    MOST_PARTNERS,
    MOST_SAVES,
    MOST_SEED,
    NAMES_BESIDE,
    PAIRS,
    PEOPLE,
    STYLES,
    Brand,
    Consent,
    DrawnPeople,
    Edits,
    FixedPerson,
    LostKind,
    LostPicture,
    Official,
    Partner,
    Photo,
    Project,
    WeekDates,
    check_week_dates,
    clean_organization,
    saves_until,
)
from htpm_studio.project.palette import parse_color
from htpm_studio.scene.nodes import FontSource, PictureSource
from htpm_studio.weeks import MOST_WEEKS

MAX_PHOTOS = 100
MAX_EDITS = 5_000
MAX_TEXT = 20_000
MAX_PACK_FILES = 100
MAX_PACK_TEXT = 500_000
MAX_WEEK_DATES = 500
MAX_FIXED = 500
MAX_LOST = 3 + MOST_PARTNERS + MAX_PHOTOS

_KEYS = frozenset(
    (
        "format", "version", "app", "brand", "photos", "week", "year", "language", "edits", "theme", "pack", "saved",
        "saves", "lost", "week_dates", "wear_blue", "official", "people", "mixes",
    )
)  # fmt: skip
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_ENDINGS = {"jpeg": "jpg", "png": "png", "svg": "svg"}
_PACK_FILE = re.compile(r"(?:pack|facts)\.toml|[a-z]{2,3}(?:-[A-Za-z]{2,4})?/[a-z0-9-]{1,40}\.toml")
_MEMBER = re.compile(r"pictures/[0-9a-f]{64}\.(?:jpg|png|svg)")
FONTS = "fonts/"
_FONT = re.compile(r"fonts/[0-9a-f]{64}\.ttf")

_T = TypeVar("_T")


def member_of(source: PictureSource | FontSource) -> str:
    """The name of a picture or a font inside a project file: its SHA-256 and its kind."""
    if isinstance(source, FontSource):
        return f"{FONTS}{source.key}.ttf"
    return f"pictures/{source.key}.{_ENDINGS[source.kind]}"


def is_member(name: str) -> bool:
    """Whether a name is one of a picture inside a project file."""
    return _MEMBER.fullmatch(name) is not None


# ------------------------------------------------------------------ to JSON


def encode_project(project: Project, app: str) -> Document:
    """The project as JSON data; `app` names the program that writes it."""
    brand, lost = project.brand, still_lost(project)
    return {
        **{key: json.loads(text) for key, text in project.extra},
        "format": FORMAT,
        "version": VERSION,
        "app": app,
        "brand": {
            "organisation": brand.organization,
            "colors": list(brand.colors),
            "logo": brand.logo and member_of(brand.logo),
            "partners": [{"name": one.name, "logo": one.logo and member_of(one.logo)} for one in brand.partners],
            "contact": brand.contact,
            "local_number": brand.local_number,
            **({"style": brand.style} if brand.style != "classic" else {}),
            **({"pair": brand.pair} if brand.pair != PAIRS[0] else {}),
            **_encode_fonts("heading_font", brand.heading_font),
            **_encode_fonts("text_font", brand.text_font),
            **({"name_beside": brand.name_beside} if brand.name_beside != "auto" else {}),
            **({"family": brand.family} if brand.family != BASE else {}),
        },
        "photos": [_encode_photo(photo) for photo in project.photos],
        "week": project.week,
        "year": project.year,
        "language": project.language,
        "edits": project.edits.to_mapping(),
        **({"theme": project.theme} if project.theme else {}),
        **({"week_dates": [_encode_dates(one) for one in project.week_dates]} if project.week_dates else {}),
        **({"wear_blue": list(project.wear_blue)} if project.wear_blue else {}),
        **({"official": _encode_official(project.official)} if project.official != Official() else {}),
        **({"people": _encode_people(project.people)} if project.people != DrawnPeople() else {}),
        **({"mixes": [list(one) for one in project.mixes]} if project.mixes else {}),
        **({"pack": dict(project.pack)} if project.pack else {}),
        **({"saved": f"{project.saved:{_MOMENT}}"} if project.saved else {}),
        **({"saves": project.saves} if project.saves else {}),
        **({"lost": [{"what": one.kind, "name": one.name} for one in lost]} if lost else {}),
    }


def _encode_fonts(key: str, faces: tuple[FontSource, ...]) -> Document:
    return {key: [member_of(one) for one in faces]} if faces else {}


def _encode_dates(dates: WeekDates) -> Document:
    return {"week": dates.week, "first": dates.first.isoformat(), "last": dates.last.isoformat()}


def _encode_official(official: Official) -> Document:
    return {"name": official.name, "office": official.office, "jurisdiction": official.jurisdiction}


def _encode_people(people: DrawnPeople) -> Document:
    fixed = [[one.scene, one.place, one.person] for one in people.fixed]
    return {"cast": people.cast, "seed": people.seed, "fixed": fixed}


def _encode_photo(photo: Photo) -> Document:
    consent = photo.consent
    return {
        "picture": member_of(photo.source),
        "name": photo.name,
        "focus": list(photo.focus),
        "alt": photo.alt,
        "credit": photo.credit,
        "consent": consent
        and {
            "who": consent.who,
            "until": consent.until and consent.until.isoformat(),
            "record": consent.record,
            **({"kind": consent.kind} if consent.kind else {}),
            **({"agreed": list(consent.agreed)} if consent.agreed else {}),
        },
        **({"people": photo.people} if photo.people else {}),
        **({"withdrawn": True} if photo.withdrawn else {}),
        **({"placed": True} if photo.placed else {}),
    }


def members_of(project: Project) -> tuple[PictureSource | FontSource, ...]:
    """All pictures and fonts of a project, each once, in the order of their names inside the file."""
    brand = project.brand
    found = (
        brand.logo, *(partner.logo for partner in brand.partners), *(photo.source for photo in project.photos),
        *brand.heading_font, *brand.text_font,
    )  # fmt: skip
    by_name = {member_of(source): source for source in found if source is not None}
    return tuple(by_name[name] for name in sorted(by_name))


# ------------------------------------------------------------------ from JSON

Loader = Callable[[str], PictureSource | FontSource | None]
"""Gives the picture or font of a member name, or None when it is not there or is damaged."""


class JsonDecoder:
    """Reads the JSON data of one file and collects what is wrong with it, with JSON paths such as $.photos[2].name.

    `lost` are the pictures that the file names and that could not be loaded.
    """

    def __init__(self, file: str, load: Loader) -> None:
        self._file = file
        self._load = load
        self.problems: list[Diagnostic] = []
        self.lost: list[LostPicture] = []

    def project(self, document: Document) -> Project | None:
        """The project; None when there are problems. A picture that is not there leaves its photo out."""
        brand = self._brand(document.get("brand"))
        photos = self._list(document.get("photos", []), "$.photos", MAX_PHOTOS, self._photo)
        week = self._integer(document.get("week"), "$.week", 1, MOST_WEEKS)
        year = self._integer(document.get("year"), "$.year", FIRST_YEAR, LAST_YEAR)
        language = document.get("language", SOURCE)
        if not isinstance(language, str) or language not in languages():
            self._wrong("$.language", f"must be one of {', '.join(languages())}")
        edits = self._edits(document.get("edits", {}))
        theme = self._text(document.get("theme", ""), "$.theme")
        pack = self._pack(document.get("pack", {}))
        saved = self._moment(document.get("saved"), "$.saved")
        # Files from before saves were counted go on from the time of their last one.
        counted = saves_until(saved, year) if saved is not None and not self.problems else 0
        saves = self._integer(document.get("saves", counted), "$.saves", 0, MOST_SAVES)
        before = self._list(document.get("lost", []), "$.lost", MAX_LOST, self._lost)
        dates = self._list(document.get("week_dates", []), "$.week_dates", MAX_WEEK_DATES, self._week_dates)
        blue = self._list(document.get("wear_blue", []), "$.wear_blue", MOST_WEEKS, self._week)
        official = self._official(document.get("official", {}))
        people = self._people(document.get("people", {}))
        mixes = self._list(document.get("mixes", []), "$.mixes", MOST_WEEKS, self._mix)
        extra = tuple(
            (key, json.dumps(value, ensure_ascii=False, sort_keys=True))
            for key, value in sorted(document.items())
            if key not in _KEYS
        )
        if self.problems:
            return None
        kept = tuple(photo for photo in photos if photo is not None)
        lost = tuple(dict.fromkeys((*before, *self.lost)))[:MAX_LOST]
        own = {(one.week, one.first.year): one for one in dates if one is not None}
        project = Project(
            brand, week, year, kept, str(language), edits, extra, theme, pack, saved, lost,
            tuple(sorted(own.values())), tuple(sorted(set(blue))), official, people,
            tuple(sorted({week: number for week, number in mixes if number}.items())), saves,
        )  # fmt: skip
        return replace(project, lost=still_lost(project))

    def _week(self, value: object, place: str) -> int:
        return self._integer(value, place, 1, MOST_WEEKS)

    def _week_dates(self, value: object, place: str) -> WeekDates | None:
        data = self._mapping(value, place)
        week = self._week(data.get("week"), f"{place}.week")
        days = [
            self._try(f"{place}.{key}", date.fromisoformat, self._text(data.get(key), f"{place}.{key}"))
            for key in ("first", "last")
        ]
        if None in days:
            return None
        try:
            return check_week_dates(WeekDates(week, *days))
        except InputError as error:
            self._wrong(place, f"cannot be used: {error.message}".rstrip("."))
            return None

    def _official(self, value: object) -> Official:
        data = self._mapping(value, "$.official")
        keys = ("name", "office", "jurisdiction")
        return Official(*(self._text(data.get(key, ""), f"$.official.{key}", MAX_NAME) for key in keys))

    def _people(self, value: object) -> DrawnPeople:
        data = self._mapping(value, "$.people")
        fixed = self._list(data.get("fixed", []), "$.people.fixed", MAX_FIXED, self._fixed_person)
        own = {(one.scene, one.place): one for one in fixed}
        return DrawnPeople(
            self._text(data.get("cast", "mixed"), "$.people.cast", MAX_NAME),
            self._integer(data.get("seed", 0), "$.people.seed", 0, MOST_SEED),
            tuple(sorted(own.values())),
        )

    def _mix(self, value: object, place: str) -> tuple[int, int]:
        pair = value if isinstance(value, list) and len(value) == 2 else []
        if not pair:
            self._wrong(place, "must be a week and the number of a mix")
            return 1, 0
        return self._week(pair[0], f"{place}[0]"), self._integer(pair[1], f"{place}[1]", 0, MOST_SEED)

    def _fixed_person(self, value: object, place: str) -> FixedPerson:
        scene, number, person = value if isinstance(value, list) and len(value) == 3 else ("", -1, "")
        if not isinstance(value, list) or len(value) != 3:
            self._wrong(place, "must be a scene, a place and a person")
            return FixedPerson("", 0, "")
        return FixedPerson(
            self._text(scene, f"{place}[0]", MAX_NAME),
            self._integer(number, f"{place}[1]", 0, MAX_FIXED),
            self._text(person, f"{place}[2]", MAX_NAME),
        )

    def _moment(self, value: object, place: str) -> datetime | None:
        if value is None:
            return None
        try:
            moment = datetime.strptime(str(value), _MOMENT)
        except ValueError:
            moment = datetime.min
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            self._wrong(place, "must be a time such as 2027-01-03T10:00:00Z")
        return moment

    def _wrong(self, place: str, message: str) -> None:
        self.problems.append(in_file(self._file, 0, msg("{place} {message}.", place=place, message=message)))

    def _brand(self, value: object) -> Brand:
        data = self._mapping(value, "$.brand")
        organization = self._text(data.get("organisation"), "$.brand.organisation")
        colors = self._list(data.get("colors", []), "$.brand.colors", 2, self._color)
        return Brand(
            self._try("$.brand.organisation", clean_organization, organization) if organization else "",
            tuple(color for color in colors if color),
            self._picture(data.get("logo"), "$.brand.logo", "logo"),
            tuple(self._list(data.get("partners", []), "$.brand.partners", MOST_PARTNERS, self._partner)),
            self._text(data.get("contact", ""), "$.brand.contact"),
            self._text(data.get("local_number", ""), "$.brand.local_number"),
            self._one_of(data.get("style", "classic"), "$.brand.style", STYLES),
            self._one_of(data.get("pair", PAIRS[0]), "$.brand.pair", PAIRS),
            self._font(data.get("heading_font", []), "$.brand.heading_font", "heading"),
            self._font(data.get("text_font", []), "$.brand.text_font", "text"),
            self._one_of(data.get("name_beside", "auto"), "$.brand.name_beside", NAMES_BESIDE),
            self._family(data.get("family", BASE)),
        )

    def _family(self, value: object) -> str:
        """The id of a family of designs, which need not be on this computer."""
        if isinstance(value, str) and is_family_id(value):
            return value
        self._wrong("$.brand.family", "must be the id of a family of designs")
        return BASE

    def _font(self, value: object, place: str, name: str) -> tuple[FontSource, ...]:
        """The faces of a font; none where one of them is missing, as a font without its bold is another font."""
        faces = self._list(value, place, MOST_FACES, self._face)
        if None in faces:
            self.lost.append(LostPicture("font", name))
            return ()
        return tuple(face for face in faces if face is not None)

    def _face(self, value: object, place: str) -> FontSource | None:
        if not isinstance(value, str) or _FONT.fullmatch(value) is None:
            self._wrong(place, "must be the name of a font in this file")
            return None
        source = self._load(value)
        return source if isinstance(source, FontSource) else None

    def _partner(self, value: object, place: str) -> Partner:
        data = self._mapping(value, place)
        name = self._text(data.get("name"), f"{place}.name")
        return Partner(name, self._picture(data.get("logo"), f"{place}.logo", "partner", name))

    def _lost(self, value: object, place: str) -> LostPicture:
        data = self._mapping(value, place)
        return LostPicture(
            self._one_of(data.get("what"), f"{place}.what", LOST_KINDS), self._text(data.get("name"), f"{place}.name")
        )

    def _photo(self, value: object, place: str) -> Photo | None:
        data = self._mapping(value, place)
        name = self._text(data.get("name"), f"{place}.name")
        focus = self._focus(data.get("focus", list(CENTER)), f"{place}.focus")
        alt = self._text(data.get("alt", ""), f"{place}.alt")
        credit = self._text(data.get("credit", ""), f"{place}.credit")
        consent = self._consent(data.get("consent"), f"{place}.consent")
        if data.get("picture") is None:
            self._wrong(f"{place}.picture", "is missing")
        source = self._picture(data.get("picture"), f"{place}.picture", "photo", name)
        people = self._one_of(data.get("people", ""), f"{place}.people", PEOPLE)
        withdrawn, placed = (self._yes(data.get(key, False), f"{place}.{key}") for key in ("withdrawn", "placed"))
        return None if source is None else Photo(source, name, focus, alt, credit, consent, people, withdrawn, placed)

    def _yes(self, value: object, place: str) -> bool:
        if not isinstance(value, bool):
            self._wrong(place, "must be true or false")
        return value is True

    def _consent(self, value: object, place: str) -> Consent | None:
        if value is None:
            return None
        data = self._mapping(value, place)
        until = data.get("until")
        day = None
        if until is not None:
            day = self._try(f"{place}.until", date.fromisoformat, self._text(until, f"{place}.until"))
        return Consent(
            self._text(data.get("who"), f"{place}.who"),
            day,
            self._text(data.get("record", ""), f"{place}.record"),
            self._one_of(data.get("kind", ""), f"{place}.kind", CONSENT_KINDS),
            tuple(self._list(data.get("agreed", []), f"{place}.agreed", 10, self._text)),
        )

    def _focus(self, value: object, place: str) -> tuple[float, float]:
        numbers = value if isinstance(value, list) else []
        good = [float(n) for n in numbers if isinstance(n, int | float) and not isinstance(n, bool) and 0 <= n <= 1]
        if len(numbers) != 2 or len(good) != 2:
            self._wrong(place, "must be two numbers from 0 to 1")
            return CENTER
        return good[0], good[1]

    def _edits(self, value: object) -> Edits:
        pieces: dict[str, dict[str, str]] = {}
        count = 0
        for piece, fields in self._mapping(value, "$.edits").items():
            rows = self._mapping(fields, f"$.edits[{piece[:40]!r}]")
            count += len(rows)
            pieces[piece] = {
                field: self._text(text, f"$.edits[{piece[:40]!r}][{field[:40]!r}]") for field, text in rows.items()
            }
        if count > MAX_EDITS:
            self._wrong("$.edits", f"has more than {MAX_EDITS:,} texts")
        return Edits.from_mapping(pieces)

    def _pack(self, value: object) -> tuple[tuple[str, str], ...]:
        files = self._mapping(value, "$.pack")
        if len(files) > MAX_PACK_FILES or any(_PACK_FILE.fullmatch(name) is None for name in files):
            self._wrong("$.pack", "holds something that does not belong in a campaign pack")
            return ()
        return tuple(
            (name, self._text(text, f"$.pack[{name!r}]", MAX_PACK_TEXT)) for name, text in sorted(files.items())
        )

    # -------------------------------------------------------------- parts

    def _mapping(self, value: object, place: str) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        self._wrong(place, "must be an object")
        return {}

    def _list(self, value: object, place: str, most: int, read: Callable[[object, str], _T]) -> list[_T]:
        if not isinstance(value, list):
            self._wrong(place, "must be a list")
            return []
        if len(value) > most:
            self._wrong(place, f"has {len(value):,} entries, more than {most}")
        return [read(entry, f"{place}[{number}]") for number, entry in enumerate(value[:most])]

    def _one_of(self, value: object, place: str, allowed: tuple[_T, ...]) -> _T:
        for known in allowed:
            if value == known:
                return known
        self._wrong(place, f"must be one of {', '.join(str(known) or 'an empty text' for known in allowed)}")
        return allowed[0]

    def _text(self, value: object, place: str, most: int = MAX_TEXT) -> str:
        if not isinstance(value, str):
            self._wrong(place, "must be a text")
            return ""
        if any(char < " " and char not in "\n\t" for char in value):
            self._wrong(place, "has characters that cannot be shown")
        if len(value) > most:
            self._wrong(place, f"is longer than {most:,} characters")
        return value

    def _integer(self, value: object, place: str, low: int, high: int) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self._wrong(place, f"must be a whole number from {low} to {high}")
        return low

    def _color(self, value: object, place: str) -> str:
        text = self._text(value, place)
        return (self._try(place, parse_color, text) or "") if text else ""

    def _picture(self, value: object, place: str, kind: LostKind, name: str = "") -> PictureSource | None:
        if value is None:
            return None
        if not isinstance(value, str) or not is_member(value):
            self._wrong(place, "must be the name of a picture in this file")
            return None
        source = self._load(value)
        if not isinstance(source, PictureSource):
            self.lost.append(LostPicture(kind, name))
            return None
        return source

    def _try(self, place: str, read: Callable[[str], _T], text: str) -> Any:
        try:
            return read(text)
        except (InputError, ValueError) as error:
            self._wrong(
                place, f"cannot be used: {error.message if isinstance(error, InputError) else error}".rstrip(".")
            )
            return None
