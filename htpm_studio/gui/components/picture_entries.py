"""The pictures of a kit in a list: photos, drawn scenes and files that could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
)

from htpm_studio.export.kit import Kit
from htpm_studio.export.photos import large_enough, one_color
from htpm_studio.gui.components.picture_kinds import PHOTOS, in_kind, kind_of, plain
from htpm_studio.gui.components.picture_use import photo_of, ready_kits
from htpm_studio.gui.components.pictures_controller import FailedFile, PicturesController
from htpm_studio.gui.i18n.translation import language_in_use
from htpm_studio.project.consent import Status, ends_soon, status
from htpm_studio.project.model import PEOPLE, Photo
from htpm_studio.project.photo_names import owner_name
from htpm_studio.scene.nodes import PictureSource


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pictures", text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what it is, what to call it, and its mark (icon, color token, words)."""

    key: str
    title: str
    icon: str
    token: str
    words: str
    uses: int = 0
    source: PictureSource | None = None
    photo: Photo | None = None
    state: Status | None = None
    soon: bool = False
    kind: str = ""
    found_by: str = ""

    @property
    def failed(self) -> bool:
        """Whether this is a file that could not be read."""
        return self.source is None

    @property
    def kept_out(self) -> bool:
        """Whether another picture replaces this one."""
        return self.state in ("missing", "ended", "withdrawn")


def is_found(entry: Entry, kind: str, words: Sequence[str]) -> bool:
    """Whether a row is of that kind ("" for all) and every word begins one of its own; failed files always show."""
    if entry.failed:
        return True
    known = entry.found_by.split()
    return in_kind(entry.kind, kind) and all(any(own.startswith(word) for own in known) for word in words)


def title_of(photo: Photo) -> str:
    """A photo's name for people: its file name without the ending."""
    return owner_name(photo)


def who_words(people: str) -> str:
    """Who can be recognised, in words."""
    return {
        "nobody": _tr("Nobody"),
        "staff": _tr("Staff or volunteer"),
        "model": _tr("A licensed model"),
        "participant": _tr("Participant or client"),
        "child": _tr("A child"),
        "unsure": _tr("Not sure"),
    }.get(people, "")


def says_people(who: str) -> bool:
    """Whether words are only what `who_words` says, and no name."""
    return who in {who_words(people) for people in PEOPLE}


def mark_of(photo: Photo, day: date) -> tuple[str, str, str]:
    """The mark of a photo: icon, color token and words."""
    state = status(photo, day)
    if state == "ready" and ends_soon(photo, day):
        return "clock", "warn", _tr("Consent ends soon")
    if photo.people == "nobody" and state == "ready":
        return "circle-check", "ok", _tr("No people")
    return {
        "ready": ("shield-check", "ok", _tr("Consent on file")),
        "unsaid": ("shield-alert", "warn", _tr("No record yet")),
        "missing": ("shield-alert", "error", _tr("Consent missing")),
        "ended": ("clock", "error", _tr("Consent ended")),
        "withdrawn": ("ban", "error", _tr("Consent withdrawn")),
    }[state]


def entries(desk: PicturesController) -> Iterator[Entry]:
    """All rows: files that could not be read first, then photos, then scenes."""
    document, usage, day = desk.document, desk.usage(), desk.workspace.today
    kit = next(ready_kits(document), None)
    yield from (_failed(failure) for failure in desk.failures)
    for photo in document.project.photos:
        key = photo.source.key
        icon, token, words = mark_of(photo, day)
        if token != "error" and one_color(document.resources, photo):
            icon, token, words = "triangle-alert", "warn", _tr("One flat color")
        elif token != "error" and kit is not None and not large_enough(kit, photo):
            icon, token, words = "triangle-alert", "warn", _tr("Too small")
        yield Entry(
            key, title_of(photo), icon, token, words, len(usage.of(key)), photo.source, photo, status(photo, day),
            ends_soon(photo, day), PHOTOS, plain(f"{title_of(photo)} {photo.alt} {photo.credit}"),
        )  # fmt: skip
    if kit is not None:
        words = _tr("Drawn scene")
        for name, ref in kit.scenes.items():
            scene = kit.resources.pictures.scene(name)
            title = scene_name(kit, name)
            yield Entry(
                name, title, "circle-check", "ok", words, len(usage.of(name)), ref.source,
                kind=kind_of(scene), found_by=plain(f"{title} {kit.resources.pictures.about(name, language_in_use())}"),
            )  # fmt: skip


def scene_name(kit: Kit, name: str) -> str:
    """What a drawn scene is called in the language of the window."""
    return kit.resources.pictures.title(name, language_in_use())


def name_of(kit: Kit, picture: str) -> str:
    """What a picture of a kit is called: a photo by its file, a scene by what it shows."""
    photo = photo_of(kit.project, picture)
    if photo is not None:
        return title_of(photo)
    return scene_name(kit, picture) if picture in kit.scenes else _tr("Picture")


def _failed(failure: FailedFile) -> Entry:
    return Entry(f"failed {failure.name}", failure.name, "circle-alert", "error", failure.reason)


def spoken(entry: Entry) -> str:
    """A row as a screen reader says it."""
    uses = _tr("used in 1 piece") if entry.uses == 1 else _tr("used in {count} pieces").format(count=entry.uses)
    kept = _tr("not included in the kit")
    return ", ".join([entry.title, entry.words, *([kept] if entry.kept_out else []), *([] if entry.failed else [uses])])
