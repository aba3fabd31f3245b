"""The autosave log of one open kit: every step as a line on disk soon after it was made, pictures once by their hash.

A line is a check sum and a JSON object. The first one holds the project as it was opened, each later one what changed
since. A line that was cut short by the end of the process does not check and is left out, so that everything before
it counts. Writing happens on a thread of its own, and on another one the disk is asked to really keep it: that may take
seconds on a busy disk, and only matters when the power fails.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from htpm_studio.files.private_files import make_private_folder, open_private
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import History
from htpm_studio.project.codec import encode_project, members_of
from htpm_studio.project.file_forms import member_of
from htpm_studio.project.migrations import VERSION, Document
from htpm_studio.project.model import Project
from htpm_studio.project.store import APP

FORMAT = "htpm-studio-journal"
SUFFIX = ".journal"
COMPACT_BYTES = 4_000_000
LARGEST = 64_000_000

Diff = dict[str, Any]
Stamp = tuple[int, int]
"""Time and size of a file: what shows that it was changed."""


@dataclass(frozen=True, slots=True)
class AutosaveState:
    """What is to be kept: the steps, the kit's file ("" for none), its stamp, and the pictures that lie in it."""

    history: History
    path: str
    stamp: Stamp | None = None
    in_file: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AutosaveEntries:
    """What a autosave log holds: the kit's file and stamp, JSON documents (the base first), the words of the steps."""

    path: str
    stamp: Stamp | None
    documents: tuple[Document, ...]
    texts: tuple[str, ...]
    index: int
    week: int
    at: datetime


def difference(old: Document, new: Document) -> Diff:
    """What turns one JSON object into another: `set` new values, `in` differences of objects, `gone` keys."""
    diff: Diff = {}
    gone = sorted(set(old) - set(new))
    if gone:
        diff["gone"] = gone
    for key, value in new.items():
        if key in old and old[key] == value:
            continue
        if isinstance(value, dict) and isinstance(old.get(key), dict):
            diff.setdefault("in", {})[key] = difference(old[key], value)
        else:
            diff.setdefault("set", {})[key] = value
    return diff


def patched(old: Document, diff: Diff) -> Document:
    """The object that `difference` started from, changed; raises KeyError or TypeError for one that does not fit."""
    new = {key: value for key, value in old.items() if key not in diff.get("gone", ())}
    new |= diff.get("set", {})
    for key, inner in diff.get("in", {}).items():
        new[key] = patched(new[key], inner)
    return new


class AutosaveLog:
    """Writes the newest state that was posted; in-between states that it has no time for are left out."""

    def __init__(
        self, path: Path, pictures: Path, now: Callable[[], datetime], told: Callable[[datetime | None], None]
    ) -> None:
        self.path = path
        self._pictures, self._now, self._told = pictures, now, told
        self._wake = threading.Condition()
        self._state: AutosaveState | None = None
        self._busy = self._closed = False
        self.failed = False
        self._file: IO[bytes] | None = None
        self._size = 0
        self._kept: AutosaveState | None = None
        self._documents: list[Document] = []
        self._unsynced: set[Path] = set()
        self._syncing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal-sync")
        self._thread = threading.Thread(target=self._run, name="journal")
        self._thread.start()

    def post(self, state: AutosaveState) -> None:
        """Keep this state next; returns at once.

        `told` is called on the autosave log's thread with the time when it was done (None: it was not).
        """
        with self._wake:
            self._state = state
            self._wake.notify_all()

    def flush(self, seconds: float) -> bool:
        """Wait until everything posted was dealt with; False when that took too long."""
        with self._wake:
            return self._wake.wait_for(lambda: self._state is None and not self._busy, seconds)

    def close(self) -> None:
        """Write what was posted and end the thread; the file stays."""
        with self._wake:
            self._closed = True
            self._wake.notify_all()
        self._thread.join()
        self._syncing.shutdown(wait=True)
        if self._file is not None:
            self._file.close()
            self._file = None

    # ---------------------------------------------------------------- the thread

    def _run(self) -> None:
        while (state := self._next()) is not None:
            try:
                self._keep(state)
                self._kept = state
                at: datetime | None = self._now()
            except OSError:
                self._start_anew()
                at = None
            with self._wake:
                self._busy, self.failed = False, at is None
                self._wake.notify_all()
            self._told(at)

    def _next(self) -> AutosaveState | None:
        with self._wake:
            self._wake.wait_for(lambda: self._state is not None or self._closed)
            state, self._state = self._state, None
            self._busy = state is not None
            return state

    def _start_anew(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file, self._kept = None, None

    def _keep(self, state: AutosaveState) -> None:
        history = state.history
        self._keep_pictures([history.base, *(project for _, project in history.steps)], state.in_file)
        place = _continues(self._kept, state) if self._file is not None else None
        if place is None:
            row, self._documents = _whole(state)
            if self._file is None:
                self._begin(row)
            else:
                self._append(row)
        else:
            self._add(state, *place)
        if self._size > COMPACT_BYTES:
            row, self._documents = _whole(state)
            self._begin(row)

    def _add(self, state: AutosaveState, drop: int, keep: int) -> None:
        """Append what is new; nothing when nothing is."""
        documents = self._documents[drop : drop + keep + 1]
        added = []
        for text, project in state.history.steps[keep:]:
            document = encode_project(project, APP)
            added.append([text, difference(documents[-1], document)])
            documents.append(document)
        kept = self._kept
        if kept is None or drop or added or keep < len(kept.history.steps) - drop or _place(kept) != _place(state):
            self._append({"drop": drop, "keep": keep, "add": added, **_place(state)})
        self._documents = documents

    def _begin(self, row: dict[str, Any]) -> None:
        """Start the file with a line that holds everything; an older one is replaced in one go."""
        self._start_anew()
        make_private_folder(self.path.parent)
        data = _line({**row, "at": self._now().isoformat()})
        if self.path.exists():
            self._syncing.submit(lambda: None).result()  # Windows replaces no file that is open, and there it may be.
            write_whole(self.path, data)
            self._file = open_private(self.path, "ab")
        else:
            self._file = open_private(self.path, "ab")
            self._file.write(data)
            self._file.flush()
            self._sync_soon(self.path)
        self._size = len(data)

    def _append(self, row: dict[str, Any]) -> None:
        file = self._file
        if file is None:
            raise OSError("the journal is closed")
        data = _line({**row, "at": self._now().isoformat()})
        file.write(data)
        file.flush()
        self._sync_soon(self.path)
        self._size += len(data)

    def _keep_pictures(self, projects: Iterable[Project], in_file: frozenset[str]) -> None:
        wanted = {member_of(source): source for project in projects for source in members_of(project)}
        for name, source in wanted.items():
            path = self._pictures / name.rpartition("/")[2]
            if name not in in_file and keep_picture(path, source.data):
                self._sync_soon(path)

    def _sync_soon(self, path: Path) -> None:
        with self._wake:
            if path in self._unsynced:
                return
            self._unsynced.add(path)
        self._syncing.submit(self._sync, path)

    def _sync(self, path: Path) -> None:
        with self._wake:
            self._unsynced.discard(path)
        with contextlib.suppress(OSError), path.open("rb+") as file:
            os.fsync(file.fileno())


def _place(state: AutosaveState) -> dict[str, Any]:
    """What a line tells besides the steps."""
    stamp = list(state.stamp) if state.stamp else None
    return {"index": state.history.index, "week": state.history.week, "path": state.path, "stamp": stamp}


def _whole(state: AutosaveState) -> tuple[dict[str, Any], list[Document]]:
    """A line that holds everything, and the documents in it."""
    documents = [encode_project(state.history.base, APP)]
    added = []
    for text, project in state.history.steps:
        document = encode_project(project, APP)
        added.append([text, difference(documents[-1], document)])
        documents.append(document)
    head = {"format": FORMAT, "version": VERSION, "base": documents[0]}
    return {**head, "drop": 0, "keep": 0, "add": added, **_place(state)}, documents


def _continues(kept: AutosaveState | None, state: AutosaveState) -> tuple[int, int] | None:
    """How many kept steps are forgotten at the front and how many stay after that; None if it is another history."""
    if kept is None:
        return None
    old, new = kept.history.steps, state.history.steps
    drop = 0
    if new and kept.history.base is not state.history.base:
        drop = next((row for row, (_, project) in enumerate(old) if project is new[0][1]), -1)
    if drop < 0 or (not new and kept.history.base is not state.history.base):
        return None
    keep = 0
    while keep < min(len(old) - drop, len(new)) and _same(old[drop + keep], new[keep]):
        keep += 1
    return drop, keep


def _same(one: tuple[str, Project], other: tuple[str, Project]) -> bool:
    return one[0] == other[0] and one[1] is other[1]


# ------------------------------------------------------------------ files


def write_whole(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Write a file in one go: it holds everything or is as it was; raises OSError."""
    temporary = path.with_name(f"{path.name}.part")
    try:
        with open_private(temporary, "wb") as file:
            file.write(data)
            file.flush()
            if sync:
                os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def keep_picture(path: Path, data: bytes) -> bool:
    """Write a picture that is not there yet, or make it young again, so that no other window tidies it away.

    The answer says whether it was written. Raises OSError.
    """
    with contextlib.suppress(FileNotFoundError):
        os.utime(path)
        return False
    make_private_folder(path.parent)
    write_whole(path, data, sync=False)
    return True


def read_entries(path: Path) -> AutosaveEntries | None:
    """What a autosave log holds up to the first line that does not check; None when there is no good line at all."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return None
    rows = []
    for line in data.split(b"\n"):
        row = _checked(line)
        if row is None:
            break
        rows.append(row)
    try:
        return _replayed(rows)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return None


def _replayed(rows: Sequence[Mapping[str, Any]]) -> AutosaveEntries | None:
    if not rows or rows[0].get("format") != FORMAT or rows[0].get("version") != VERSION:
        return None
    documents: list[Document] = []
    texts: list[str] = []
    for row in rows:
        if "base" in row:
            documents, texts = [row["base"]], []
        drop, keep = int(row["drop"]), int(row["keep"])
        documents = documents[drop : drop + keep + 1]
        texts = texts[drop : drop + keep]
        for text, diff in row["add"]:
            documents.append(patched(documents[-1], diff))
            texts.append(str(text))
    last = rows[-1]
    index = min(max(0, int(last["index"])), len(texts))
    when = datetime.fromisoformat(str(last["at"]))
    stamp = None if last["stamp"] is None else (int(last["stamp"][0]), int(last["stamp"][1]))
    return AutosaveEntries(str(last["path"]), stamp, tuple(documents), tuple(texts), index, int(last["week"]), when)


def _line(row: Mapping[str, Any]) -> bytes:
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    data = text.encode("utf-8", "surrogatepass")
    return b"%08x %s\n" % (zlib.crc32(data), data)


def _checked(line: bytes) -> dict[str, Any] | None:
    try:
        if int(line[:8], 16) != zlib.crc32(line[9:]):
            return None
        row = json.loads(line[9:].decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
