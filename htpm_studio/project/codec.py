"""A project as plain JSON data and back; every mistake in the data is reported with its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

from htpm_studio.decoding.decode import Decoder
from htpm_studio.decoding.shape import encode, shape_of
from htpm_studio.decoding.source import KeyPlace, Report, json_place
from htpm_studio.errors import Diagnostic, InputError, msg
from htpm_studio.frozen import dataclass
from htpm_studio.project.file_forms import member_of
from htpm_studio.project.migrations import FORMAT, VERSION, Document
from htpm_studio.project.missing_pictures import still_lost
from htpm_studio.project.model import (
    MOST_LOST,
    Brand,
    Consent,
    Edits,
    LostKind,
    LostPicture,
    Photo,
    Project,
    WeekDates,
    check_week_dates,
    saves_until,
)
from htpm_studio.scene.nodes import FontSource, PictureSource

MAX_EDITS = 5_000
_HEAD = frozenset(("format", "version", "app"))
_LATER: Mapping[type, frozenset[str]] = {
    Brand: frozenset(("evaluation", "style", "pair", "heading_font", "text_font", "name_beside", "family")),
    Consent: frozenset(("kind", "agreed")),
    Photo: frozenset(("people", "withdrawn", "placed", "faces")),
    Project: frozenset((
        "theme", "week_dates", "wear_blue", "official", "people", "mixes", "pack", "saved", "saves", "lost",
        "rehearsals", "replaced",
    )),
}  # fmt: skip
"""What the first files did not have: it is written only where it is not as usual, so that theirs stay the same."""

Loader = Callable[[str], PictureSource | FontSource | None]
"""Gives the picture or font of a member name, or None when it is not there or is damaged."""


@dataclass(frozen=True, slots=True)
class DecodedProject:
    """The project of a document, None where it has `problems`; `lost` are pictures that could not be loaded."""

    project: Project | None
    problems: tuple[Diagnostic, ...] = ()
    lost: tuple[LostPicture, ...] = ()


def encode_project(project: Project, app: str) -> Document:
    """The project as JSON data; `app` names the program that writes it."""
    written = replace(project, lost=still_lost(project), replaced=())
    return {
        **{key: json.loads(text) for key, text in project.extra},
        "format": FORMAT,
        "version": VERSION,
        "app": app,
        **encode(Project, written, lambda kind, name: name in _LATER.get(kind, ())),
    }


def decode_project(file: str, document: Document, load: Loader) -> DecodedProject:
    """The project of JSON data from a file, or all its mistakes, with JSON paths such as $.photos[2].name.

    Pictures are loaded when all else is right. One that is not there leaves its photo out.
    """
    report = Report()
    project = _DECODER.table(Project, document, json_place(file, report))
    if project is None or report.problems:
        return DecodedProject(None, tuple(report.problems))
    project, lost = _with_pictures(_in_order(project), load)
    lost = tuple(dict.fromkeys(lost))
    # Files from before saves were counted go on from the time of their last one.
    counted = saves_until(project.saved, project.year) if project.saved and "saves" not in document else project.saves
    extra = tuple(
        (key, json.dumps(value, ensure_ascii=False, sort_keys=True))
        for key, value in sorted(document.items())
        if key not in _HEAD and key not in shape_of(Project).fields
    )
    known = tuple(dict.fromkeys((*project.lost, *lost)))[:MOST_LOST]
    project = replace(project, saves=counted, extra=extra, lost=known)
    return DecodedProject(replace(project, lost=still_lost(project)), lost=lost)


def members_of(project: Project) -> tuple[PictureSource | FontSource, ...]:
    """All pictures and fonts of a project, each once, in the order of their names inside the file."""
    brand = project.brand
    found = (
        brand.logo, *(partner.logo for partner in brand.partners), *(photo.source for photo in project.photos),
        *brand.heading_font, *brand.text_font,
    )  # fmt: skip
    by_name = {member_of(source): source for source in found if source is not None}
    return tuple(by_name[name] for name in sorted(by_name))


def _in_order(project: Project) -> Project:
    """The project with what a file may say in any order, or twice, as it is kept: what is said last counts."""
    days = {(dates.week, dates.first.year): dates for dates in project.week_dates}
    people = {(fixed.scene, fixed.place): fixed for fixed in project.people.fixed}
    mixes = {week: number for week, number in project.mixes if number}
    return replace(
        project,
        brand=replace(project.brand, colors=tuple(color for color in project.brand.colors if color)),
        week_dates=tuple(sorted(days.values())),
        wear_blue=tuple(sorted(set(project.wear_blue))),
        people=replace(project.people, fixed=tuple(sorted(people.values()))),
        mixes=tuple(sorted(mixes.items())),
    )


def _with_pictures(project: Project, load: Loader) -> tuple[Project, tuple[LostPicture, ...]]:
    """The project with what its file holds of the pictures and fonts that it names, and what is lost of them."""
    lost: list[LostPicture] = []

    def picture(named: PictureSource | None, kind: LostKind, name: str = "") -> PictureSource | None:
        found = load(member_of(named)) if named else None
        if named and not isinstance(found, PictureSource):
            lost.append(LostPicture(kind, name))
        return found if isinstance(found, PictureSource) else None

    def font(named: tuple[FontSource, ...], name: str) -> tuple[FontSource, ...]:
        """None where a face is missing, as a font without its bold is another font."""
        found = [face for one in named if isinstance(face := load(member_of(one)), FontSource)]
        if len(found) < len(named):
            lost.append(LostPicture("font", name))
        return tuple(found) if len(found) == len(named) else ()

    brand = project.brand
    brand = replace(
        brand,
        logo=picture(brand.logo, "logo"),
        partners=tuple(replace(one, logo=picture(one.logo, "partner", one.name)) for one in brand.partners),
        heading_font=font(brand.heading_font, "heading"),
        text_font=font(brand.text_font, "text"),
    )
    found = ((photo, picture(photo.source, "photo", photo.name)) for photo in project.photos)
    photos = tuple(replace(photo, source=source) for photo, source in found if source)
    return replace(project, brand=brand, photos=photos), tuple(lost)


def _check_text(text: str, place: KeyPlace) -> None:
    if any(char < " " and char not in "\n\t" for char in text):
        place.wrong(msg("{what} has characters that cannot be shown.", what=place.label))


def _check_edits(edits: Edits, place: KeyPlace) -> None:
    if len(edits.items) > MAX_EDITS:
        place.wrong(msg("{what} has more than {most} texts.", what=place.label, most=f"{MAX_EDITS:,}"))


def _check_dates(dates: WeekDates, place: KeyPlace) -> None:
    try:
        check_week_dates(dates)
    except InputError as error:
        place.wrong(msg("{what} cannot be used: {reason}", what=place.label, reason=error.message))


_DECODER = Decoder({Edits: _check_edits, WeekDates: _check_dates}, _check_text, strict=False, filled=False)
