"""The pictures of a kit: read in the background, taken where they are dropped, and changed where they are used."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from htpm_studio import paths
from htpm_studio.errors import StudioError
from htpm_studio.export.kit.edits import faces_of, is_picture
from htpm_studio.export.kit.photo_placement import one_color
from htpm_studio.export.sources.kit_source import with_records
from htpm_studio.frozen import dataclass
from htpm_studio.gui.controllers.picture_use import (
    Absence,
    PictureUsage,
    absences_of,
    photo_of,
    usage_of,
    waiting_pieces,
    with_picture,
    with_place,
    with_record,
    without_photo,
    without_picture,
)
from htpm_studio.gui.core.dnd import Dropped, sort_of
from htpm_studio.gui.core.picture_thumbnails import PictureThumbnails
from htpm_studio.gui.core.tasks import Task, TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.consent import status, usable
from htpm_studio.project.focus import usual_focus
from htpm_studio.project.model import PEOPLE, Edits, Photo
from htpm_studio.project.photo_names import owner_name
from htpm_studio.project.pictures import load_photo
from htpm_studio.project.records import read_photo_records
from htpm_studio.scene.nodes import PictureSource

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
MOST_FILES = 500
MOST_PHOTOS = 50
NAMING = frozenset(("head", "quote", "number"))
"""The fields of words that pieces are called after."""


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that did not become a picture, and why in a sentence."""

    name: str
    reason: str


class PicturesController(QObject):
    """Adds, uses and removes pictures. `current_changed` names the picture whose details are open.

    `placing` is the picture that the next click on a piece of the board puts there, "" for none; `to_place` are the
    photos of which is asked where they go.
    """

    current_changed = Signal(str)
    reading_changed = Signal()
    placing_changed = Signal()
    asked_changed = Signal()
    _read = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.document = workspace.document
        self.thumbs = PictureThumbnails(self, workspace.renderer.wait_calm)
        self.photo_reader = TaskRunner(self)
        self.logo_reader = TaskRunner(self)
        self.current = self.placing = ""
        self._asked: tuple[str, ...] = ()
        self.to_place: tuple[str, ...] = ()
        self.failures: tuple[FailedFile, ...] = ()
        self.task: Task | None = None
        self.page: QWidget | None = None
        self._batch = self._shown = 0
        self._note = ""
        self._where: tuple[object, tuple[Absence, ...]] | None = None
        self._usage: tuple[object, PictureUsage] | None = None
        self._read.connect(self._take_in, Qt.ConnectionType.QueuedConnection)
        workspace.closing.connect(self._close)
        workspace.files_dropped.connect(self._dropped)

    # ---------------------------------------------------------------- what is

    def usage(self) -> PictureUsage:
        """Who uses what, worked out again only after a change that matters.

        Typing and colors do not, nor does a photo that nobody may use yet, as each one is when it comes in.
        """
        project, day = self.document.project, self.workspace.today
        photos = tuple(
            (photo.source.key, photo.placed, photo.people == "nobody") for photo in project.photos if usable(photo, day)
        )
        edits = tuple(edit for edit in project.edits.items if edit.field.startswith("@") or edit.field in NAMING)
        state = (photos, edits, project.year, project.language, project.people.cast)
        if self._usage is None or self._usage[0] != state:
            self._usage = (state, usage_of(self.document))
        return self._usage[1]

    def absences(self, photo: Photo) -> tuple[Absence, ...]:
        """Why a photo is not in pieces that could show it, in all weeks; worked out again after a change only."""
        usage = self.usage()
        state = (self._usage and self._usage[0], photo)
        if self._where is None or self._where[0] != state:
            self._where = (state, tuple(absences_of(self.document, photo, usage)))
        return self._where[1]

    def photo(self) -> Photo | None:
        """The current picture, when it is one of the user's photos."""
        return photo_of(self.document.project, self.current)

    def set_current(self, picture: str) -> None:
        """Make a picture the current one, by its hash or the name of its scene."""
        if picture != self.current:
            self.current = picture
            self.current_changed.emit(picture)

    # ---------------------------------------------------------------- asking and placing

    def asked(self) -> tuple[Photo, ...]:
        """The photos that came in lately and of which nobody has said who can be recognized."""
        photos = self.document.project.photos
        return tuple(photo for photo in photos if photo.source.key in self._asked and photo.people == "unsure")

    def answer(self, people: str) -> None:
        """Say who can be recognized in all photos that are asked about, as one step.

        Of those that may be shown now and are in no piece yet is asked next where they go.
        """
        project, asked = self.document.project, self.asked()
        known = next((name for name in PEOPLE if name == people), None)
        if not asked or known is None:
            return
        for photo in asked:
            project = with_record(project, replace(photo, people=known))
        words = self.tr("Say who can be recognized")
        self.document.change(words, project)
        keys = (photo.source.key for photo in asked if known == "nobody")
        self.to_place = tuple(key for key in keys if not waiting_pieces(project, key))

    def unplaced(self) -> tuple[str, ...]:
        """The photos that may be shown and are in no piece, as nobody has put them anywhere."""
        project, day = self.document.project, self.workspace.today
        keys = (photo.source.key for photo in project.photos if photo.placed and usable(photo, day))
        return tuple(key for key in keys if not self.usage().of(key))

    def ask_where(self, pictures: Sequence[str]) -> None:
        """Ask, once more, where photos go."""
        self._asked, self.to_place = (), tuple(pictures)
        self.asked_changed.emit()
        self.workspace.card_wanted.emit("who")

    def spread(self) -> None:
        """Let the photos of which is asked be in every piece that takes one, as one step."""
        project, pictures = self.document.project, self.to_place
        for photo in project.photos:
            if photo.source.key in pictures:
                project = with_record(project, replace(photo, placed=False))
        self.document.change(self.tr("Put photos where they fit"), project)
        usage = self.usage()
        pieces = {piece for picture in pictures for piece in usage.of(picture)}
        words = self.tr("In {count} pieces now.") if len(pieces) != 1 else self.tr("In 1 piece now.")
        told = [words.format(count=len(pieces))]
        nowhere = [owner_name(photo) for photo in project.photos
                   if photo.source.key in pictures and not usage.of(photo.source.key)]  # fmt: skip
        if nowhere:
            why = self.tr("Not placed: “{names}”. “About this picture” says why.")
            told.append(why.format(names="”, “".join(nowhere)))
        self.workspace.toast(" ".join(told), undo=True)

    def waiting_in(self, piece: str) -> Photo | None:
        """The photo that was given to a piece but is not shown there yet, as its record is not complete."""
        day = self.workspace.today
        photos = {photo.source.key: photo for photo in self.document.project.photos if status(photo, day) == "missing"}
        if not photos:
            return None
        edits = (edit for edit in self.document.project.edits.items if edit.piece == piece and is_picture(edit.field))
        return next((photos[edit.text] for edit in edits if edit.text in photos), None)

    def ask_about(self, picture: str) -> None:
        """Ask again who can be recognized in a photo."""
        self._asked = (picture,)
        self.asked_changed.emit()
        self.workspace.card_wanted.emit("who")

    def start_placing(self, picture: str) -> None:
        """Let the next clicks on pieces of the board put a picture there."""
        self.placing = picture
        self.workspace.page_wanted.emit("board")
        self.placing_changed.emit()

    def end_placing(self) -> None:
        """Clicks on pieces mean what they always do."""
        if self.placing:
            self.placing = ""
            self.placing_changed.emit()

    # ---------------------------------------------------------------- adding

    def add(self, paths: Sequence[Path], pieces: Sequence[str] = (), note: str = "") -> None:
        """Read files and folders and add their pictures; the first one goes into `pieces` when there are any.

        One step to undo. A new picture is in no file until somebody says who can be recognized, and only where it
        was put, unless it is spread. `note` says why it goes nowhere.
        """
        self._batch += 1
        batch, self.failures, self._note = self._batch, (), note

        def job(context: JobContext) -> None:
            files = list(files_in(paths))
            for number, path in enumerate(files):
                context.report(number, len(files), path.name)
                self._read.emit((batch, path.name, self._read_one(path), tuple(pieces) if number == 0 else ()))
            if not files:
                reason = self.tr("There are no pictures in it. JPG, PNG, WebP and HEIC work.")
                self._read.emit((batch, paths[0].name if paths else "", reason, ()))

        self._start(job)

    def add_image(self, image: QImage, pieces: Sequence[str] = ()) -> None:
        """Add a picture from the clipboard or a browser."""
        self._batch += 1
        batch, self.failures, self._note = self._batch, (), ""
        name = self.tr("Pasted picture {number}.jpg").format(number=len(self.document.project.photos) + 1)

        def job(_context: JobContext) -> None:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "pasted.png"
                image.save(str(path))
                self._read.emit((batch, name, self._read_one(path), tuple(pieces)))

        self._start(job)

    def stop(self) -> None:
        """Stop reading; what was read stays."""
        if self.task is not None:
            self.task.cancel()

    def forget_failures(self) -> None:
        """Take the files that could not be read off the list."""
        self.failures = ()
        self.reading_changed.emit()

    def forget_failure(self, name: str) -> None:
        """Take one file that could not be read off the list."""
        self.failures = tuple(one for one in self.failures if one.name != name)
        self.reading_changed.emit()

    # ---------------------------------------------------------------- using

    def use(self, picture: str, pieces: Sequence[str]) -> None:
        """Put a picture into pieces; locked ones keep theirs."""
        self._put(picture, pieces, self.document.project.edits, 0)

    def _put(self, picture: str, pieces: Sequence[str], edits: Edits, done: int) -> None:
        """Put a picture into the first place of pieces, beside what was `done` with other places already."""
        usage = self.usage()
        free = [piece for piece in pieces if piece not in usage.locked]
        if free or done:
            edits = with_place(self.document.kit(), edits, free)
            changed = replace(self.document.project, edits=with_picture(edits, free, picture, usage))
            self.document.change(self.tr("Swap picture"), changed)
            count = len(free) + done
            words = self.tr("Picture swapped in {count} pieces.") if count > 1 else self.tr("Picture swapped.")
            self.workspace.toast(words.format(count=count), undo=True)
        elif pieces:
            self.workspace.toast(self.tr("These pieces are locked and keep their picture."))

    def swap_everywhere(self, old: str, new: str) -> None:
        """Put `new` wherever `old` is used or was meant to be."""
        usage = self.usage()
        pieces = dict.fromkeys((*usage.of(old), *waiting_pieces(self.document.project, old)))
        free = [piece for piece in pieces if piece not in usage.locked and (old, piece) in usage.places]
        project = self.document.project
        edits = project.edits
        for piece in free:
            edits = edits.changed(piece, usage.places[old, piece], new)
        rest = tuple(piece for piece in pieces if piece not in free)
        self._put(new, rest, edits, len(free))

    def record(self, step: str, photo: Photo, merge: str = "") -> None:
        """Change what is known of a photo; typing in one field merges."""
        key = f"photo {photo.source.key} {merge}" if merge else ""
        self.document.change(step, with_record(self.document.project, photo), key)

    def import_records(self, path: Path) -> None:
        """Read the records of photos from a table, as one step; a row without its photo stops it."""
        project = self.document.project

        def job(_context: JobContext) -> tuple[Photo, ...]:
            return tuple(map(_asked, with_records(project.photos, read_photo_records(path))))

        def done(photos: tuple[Photo, ...]) -> None:
            self.document.change(
                self.tr("Details of photos from {name}").format(name=path.name), replace(project, photos=photos)
            )
            self.workspace.toast(self.tr("Details of photos added from {name}.").format(name=path.name), undo=True)

        task = self.photo_reader.start(job)
        task.succeeded.connect(done)
        task.failed.connect(lambda error: self.workspace.info(explain(error)))

    def withdraw_consent(self, picture: str) -> None:
        """Take a photo out of every piece because the consent was taken back; one step."""
        photo = photo_of(self.document.project, picture)
        if photo is None:
            return
        count = len(self.usage().of(picture))
        project = without_picture(with_record(self.document.project, replace(photo, withdrawn=True)), picture)
        self.document.change(self.tr("Consent was withdrawn"), project)
        self._forget_files(picture)
        words = (
            self.tr("Picture removed from the kit.") if count < 2 else self.tr("Picture removed from {count} pieces.")
        )
        self.workspace.toast(words.format(count=count), undo=True)

    def restore_consent(self, photo: Photo) -> None:
        """Let a photo be used again; whoever is in it agreed once more."""
        self.document.change(
            self.tr("Consent was given again"), with_record(self.document.project, replace(photo, withdrawn=False))
        )

    def remove(self, picture: str) -> None:
        """Take a photo out of the kit; it stays the current one, so that its record comes back with Undo."""
        if photo_of(self.document.project, picture) is None:
            return
        self.document.change(self.tr("Remove picture"), without_photo(self.document.project, picture))
        self._forget_files(picture)
        self.workspace.toast(self.tr("Picture removed from the kit."), undo=True)

    # ---------------------------------------------------------------- inside

    def _forget_files(self, picture: str) -> None:
        """Remove the finished files with a photo that are kept for the next export."""
        from htpm_studio.export.run.file_cache import FileCache

        self.workspace.tasks.start(lambda _context: FileCache(paths.finished()).forget((picture,)))

    def _start(self, job: Callable[[JobContext], None]) -> None:
        task = self.photo_reader.start(job)
        self.task = task
        task.finished.connect(lambda: self._ended(task))
        task.progress.connect(lambda _progress: self.reading_changed.emit())
        self.reading_changed.emit()

    def _ended(self, task: Task) -> None:
        if self.task is task:
            self.task = None
        self.reading_changed.emit()
        if self.failures and not (self.page is not None and self.page.isVisible()):
            count = len(self.failures)
            words = self.tr("{count} files could not be used.").format(count=count)
            words = self.failures[0].reason if count == 1 else words
            self.workspace.info(words, self.tr("Show pictures"), lambda: self.workspace.page_wanted.emit("pictures"))

    def _dropped(self, dropped: object) -> None:
        """Take in pictures and folders that were dropped on the window; the rest is for others."""
        if not isinstance(dropped, Dropped) or not dropped.paths:
            return
        if sort_of(dropped.paths) in ("picture", "folder"):
            self.add(dropped.paths, (dropped.piece,) if dropped.piece else (), dropped.note)

    def _take_in(self, read: tuple[int, str, PictureSource | str, tuple[str, ...]]) -> None:
        batch, name, found, pieces = read
        project = self.document.project
        if isinstance(found, PictureSource) and len(project.photos) >= MOST_PHOTOS:
            found = self.tr("A kit holds {count} pictures. Remove one first.").format(count=MOST_PHOTOS)
        if isinstance(found, str):
            self.failures = (*self.failures, FailedFile(name, found))
            self.reading_changed.emit()
            return
        known = photo_of(project, found.key) is not None
        photo = Photo(found, name, usual_focus(found), people="unsure", placed=True)
        photo = replace(photo, faces=faces_of(self.document.resources, photo))
        changed = project if known else project.with_photo(photo)
        free = [piece for piece in pieces if piece not in self.usage().locked]
        if free:
            edits = with_place(self.document.kit(), changed.edits, free)
            changed = replace(changed, edits=with_picture(edits, free, found.key, self.usage()))
        first = batch != self._shown
        # Whoever follows the document asks about this one too.
        self._shown, self._asked = batch, (*(() if first else self._asked), found.key)
        self.document.change(self.tr("Add pictures"), changed, f"add pictures {batch}")
        if first:
            self.set_current(found.key)
            if free:
                self.workspace.select(tuple(free[:1]))
        if self.asked():
            self.workspace.card_wanted.emit("who")
        self._say(photo, free, known=known, first=first)

    def _say(self, photo: Photo, pieces: Sequence[str], *, known: bool, first: bool) -> None:
        """Where a new picture went, or why it goes nowhere by itself."""
        name = owner_name(photo)
        if one_color(self.document.resources, photo):
            title = self.usage().titles.get(pieces[0], "").rstrip(".") if pieces else ""
            flat = self.tr("“{name}” is one flat color, or nearly so. It appears only where you put it.")
            there = self.tr("“{name}” is one flat color, or nearly so. It appears only in {title}.")
            self.workspace.toast((there if title else flat).format(name=name, title=title), undo=True)
        elif known and not pieces:
            self.workspace.toast(self.tr("“{name}” is already in the kit.").format(name=name))
        elif pieces:
            title = self.usage().titles.get(pieces[0], "").rstrip(".")
            nowhere = self.tr("That piece has no place for a picture. “{name}” is in your pictures.")
            shown = photo_of(self.document.project, photo.source.key)
            if not title:
                self.workspace.toast(nowhere.format(name=name), undo=True)
            elif shown is not None and usable(shown, self.workspace.today):
                words = self.tr("“{name}” is in {title} now.")
                self.workspace.toast(words.format(name=name, title=title), undo=True)
        elif self._note and first:
            words = self.tr("{reason} “{name}” is in your pictures.").format(reason=self._note, name=name)
            self.workspace.toast(words, undo=True)

    def _read_one(self, path: Path) -> PictureSource | str:
        """A picture from a file, or why it is none; its faces, and whether it is one flat color, are found too."""
        found = _photo_or_reason(path)
        if isinstance(found, PictureSource):
            photo = Photo(found, path.name)
            if not one_color(self.document.resources, photo):
                faces_of(self.document.resources, photo)
        return found

    def _close(self) -> None:
        self.photo_reader.shutdown()
        self.logo_reader.shutdown()
        self.thumbs.shutdown()


def _asked(photo: Photo) -> Photo:
    """A photo whose people agreed on paper: nobody is unsure about them any more."""
    return replace(photo, people="") if photo.people == "unsure" and photo.consent is not None else photo


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files themselves, and of folders the pictures inside, sub-folders too; at most 500."""
    count = 0
    for path in paths:
        inside = _pictures_below(path) if path.is_dir() else iter((path,))
        for file in inside:
            if count >= MOST_FILES:
                return
            count += 1
            yield file


def _pictures_below(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield Path(root) / name


def _photo_or_reason(path: Path) -> PictureSource | str:
    try:
        return load_photo(path)
    except StudioError as error:
        return explain(error)
