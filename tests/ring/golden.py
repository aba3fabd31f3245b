"""The references of the ring in tests/golden/ring: reading, writing, and what moved between two of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "golden" / "ring"
CAUSES = FOLDER / "causes.txt"
FOLLOWERS = frozenset(("START-HERE.html", "kit.json", "review.txt"))
"""Files that show or list the others of their kit: they move with them."""

PAGE_LETTERS = 4
_USUAL = re.compile(r"kits/([a-z0-9-]+)/([a-z]+)-week-(\d+)-([a-z]+)")
_NUMBERED = re.compile(r"(?<=/)\d\d-")


@dataclass(frozen=True)
class Move:
    """A line that is not as it was: the group, the piece or thing, its file ("" for none), and what of it moved."""

    group: str
    piece: str
    file: str
    how: str


def path_of(name: str, folder: Path = FOLDER) -> Path:
    """The file that keeps a group."""
    return folder.joinpath(*f"{name}.txt".split("/"))


def kept(name: str, folder: Path = FOLDER) -> str:
    """What is kept of a group; nothing of one that is new."""
    path = path_of(name, folder)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def keep(name: str, text: str, folder: Path = FOLDER) -> None:
    """Write a group."""
    path = path_of(name, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def lines_of(text: str) -> dict[tuple[str, str], str]:
    """The lines of a group by piece and file; of groups that are no kits by what they begin with."""
    found: dict[tuple[str, str], str] = {}
    piece = ""
    for line in text.splitlines():
        if line.startswith("  "):
            path, _, rest = line.strip().partition(" ")
            found[piece, path] = rest
        elif " => " in line:
            command, _, rest = line.rpartition(" => ")
            found[command + " " * sum(key[0].rstrip() == command for key in found), ""] = rest
        elif re.match(r"(?:-|[\d,-]+#[0-9a-f]+|[0-9a-f]{8}) ", line):
            verdict, _, rest = line.partition(" ")
            found[rest, ""] = verdict
        elif " " in line:
            words = re.split(r" (?=[0-9a-f]{4,8}(?: [0-9a-f]{8})*$)", line, maxsplit=1)
            found[words[0], ""] = words[-1]
        else:
            piece = line
    return found


def matching(text: str, pattern: str) -> str:
    """The lines of the files of a kit that match a pattern, below their pieces."""
    rows, piece = [], ""
    for line in text.splitlines(keepends=True):
        if not line.startswith("  "):
            piece = line
        elif fnmatch(line.split()[0], pattern) and line.split()[0] not in FOLLOWERS:
            rows += [line] if not piece else [piece, line]
            piece = ""
    return "".join(rows)


def moves(name: str, old: str, new: str) -> Iterator[Move]:
    """What of a group is not as it was; files that only follow the others are named where nothing else moved."""
    if old == new:
        return
    before, after = lines_of(old), lines_of(new)
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    own = [key for key in changed if key[1] not in FOLLOWERS and key != ("findings", "")] or changed
    for piece, file in own:
        old_line, new_line = before.get((piece, file)), after.get((piece, file))
        how = _how if file else _what
        yield Move(name, piece, file, how(old_line, new_line))
    if not changed:
        yield Move(name, "order of the files", "", "moved")


def _how(old: str | None, new: str | None) -> str:
    if old is None or new is None:
        return "new" if old is None else "gone"
    (scene, _, was), (other, _, now) = old.rpartition(" "), new.rpartition(" ")
    if not scene or not other:
        return "moved"
    if scene == other:
        return "bytes"
    pages = _pages(scene, other)
    return pages if was != now else f"{pages}, same bytes"


def _what(old: str | None, new: str | None) -> str:
    """What of a command or another thing moved."""
    if old is None or new is None:
        return "new" if old is None else "gone"
    names, both = ("status", "output", "errors", "files"), (old.split(), new.split())
    if len(both[0]) != len(names) or len(both[1]) != len(names):
        return "moved"
    return ", ".join(name for name, was, now in zip(names, *both, strict=True) if was != now)


def _pages(old: str, new: str) -> str:
    """Which pages, layouts or other facts of a document are not the same."""
    both = [text.split("/") for text in (old, new)]
    if len(both[0]) != len(both[1]):
        return "scene"
    found: list[str] = []
    names = ("page", "layout", "document") if len(both[0]) == 3 else ("page", "document")
    for name, was, now in zip(names, *both, strict=False):
        if was == now:
            continue
        if name == "document" or len(was) != len(now):
            found.append(name if name == "document" else f"{name}s ({len(was) // PAGE_LETTERS} → {len(now) // 4})")
        elif len(was) == PAGE_LETTERS:
            found.append(name)
        else:
            places = range(0, len(was), PAGE_LETTERS)
            numbers = [at // 4 + 1 for at in places if was[at : at + 4] != now[at : at + 4]]
            found.append(f"{name} {', '.join(map(str, numbers[:6]))}{' …' if len(numbers) > 6 else ''}")
    return ", ".join(found)


# ------------------------------------------------------------------ telling


def told(found: Sequence[Move]) -> list[str]:
    """A line for each piece: in which weeks, languages and families it moved, and which of its files how."""
    by_piece: dict[tuple[str, str], list[Move]] = defaultdict(list)
    for move in found:
        usual = _USUAL.fullmatch(move.group)
        by_piece["" if usual else move.group, move.piece].append(move)
    return [f"{piece}: {group or where(rows)}: {_files(rows)}" for (group, piece), rows in by_piece.items()]


def where(rows: Iterable[Move]) -> str:
    """The weeks, languages, families and contents of usual kits in few words."""
    parts = [found.groups() for row in rows if (found := _USUAL.fullmatch(row.group))]
    families, languages, weeks, contents = ([*dict.fromkeys(column)] for column in zip(*parts, strict=True))
    return f"week {', '.join(weeks)} · {', '.join(languages)} · {', '.join(families)} · {', '.join(contents)}"


def _files(rows: Iterable[Move]) -> str:
    by_how: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        by_how[row.how].setdefault(_NUMBERED.sub("", row.file))
    said = []
    for how, files in by_how.items():
        names = [name for name in files if name]
        said.append(f"{', '.join(names[:3])}{f' and {len(names) - 3} more' if len(names) > 3 else ''} {how}".strip())
    return "; ".join(said[:4]) + (f"; {len(said) - 4} other changes" if len(said) > 4 else "")


def cause_of(cause: str, found: Sequence[Move]) -> str:
    """A cause as the log keeps it: the sentence, then the groups that moved with how many pieces of each."""
    pieces: dict[str, set[str]] = defaultdict(set)
    for move in found:
        usual = _USUAL.fullmatch(move.group)
        pieces[f"kits/{usual[1]}" if usual else move.group].add(move.piece)
    return "\n  ".join([cause, *(f"{group}: {_counted(names)}" for group, names in pieces.items())]) + "\n"


def _counted(names: set[str]) -> str:
    shown = ", ".join(sorted(names)[:3])
    return shown if len(names) <= 3 else f"{len(names)} things, such as {shown}"


def add_cause(cause: str, found: Sequence[Move], file: Path = CAUSES) -> None:
    """Add a cause to the log; the last one is at its end."""
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + cause_of(cause, found), encoding="utf-8", newline="\n")


def stale(names: Iterable[str], folder: Path = FOLDER) -> list[Path]:
    """The files of groups that there are no more."""
    wanted: Mapping[Path, None] = dict.fromkeys(path_of(name, folder) for name in names)
    return sorted(path for path in folder.rglob("*.txt") if path not in wanted and path.name != CAUSES.name)
