"""What the ring holds besides kits: declarations, the hotline guard, saved projects, the command line."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from types import SimpleNamespace
from unittest.mock import patch

from htpm_studio import __version__, paths
from htpm_studio.campaign.networks import known_networks
from htpm_studio.cli.commands import main
from htpm_studio.export.preflight.report import load_tools
from htpm_studio.hotline.guard import find_near_misses
from htpm_studio.pieces.declared import families, page_sizes, pieces
from htpm_studio.project.codec import encode_project
from htpm_studio.project.store import open_project, save_project
from tests.helpers import hotline_disguises
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.hotline_disguises import sentences
from tests.helpers.toolkits import toolkit_file
from tests.ring.digests import FILE, PAGE, of_bytes, of_value
from tests.ring.kits import DATA, HERE, LANGUAGES, TODAY, edited


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


# ------------------------------------------------------------------ declarations


def declarations(_folder: Path) -> str:
    """Each declared thing with the digest of its decoded value."""
    return _lines(f"{kind} {name} {of_value(value)}" for kind, name, value in _declared())


def _declared() -> Iterator[tuple[str, str, object]]:
    resources, networks = bundled_resources(), known_networks()
    yield from (("size", one.id, one) for one in page_sizes())
    yield from (("piece", name, one) for name, one in sorted(pieces().by_id.items()))
    yield from (("sheet", name, one) for name, one in sorted(pieces().sheets.sheets.items()))
    yield from (("family", name, one) for name, one in families().items())
    yield from (("network", one.id, one) for one in networks.texts)
    yield from (("rule", one.id, one) for one in load_tools(paths.assets()).rules)
    for family in families():
        design = resources.designs.by_id[family]
        yield "styles", family, design.styles
        yield from (
            ("template", f"{family} {name}", one)
            for name, one in sorted(design.library.templates.items())
            if family == resources.family.id or one is not resources.library.templates.get(name)
        )
    for language in LANGUAGES:
        campaign = bundled_campaign(language)
        yield from (("week", f"{language} {week.number}", week) for week in campaign.weeks)


# ------------------------------------------------------------------ hotline guard


def guard(_folder: Path) -> str:
    """Sentences with what the guard finds in them, written ones each by itself, made ones by their pattern."""
    said = [row for name in ("wrong", "right", "calm") for row in sentences(name)]
    rows = [f"{_verdict(text)} {text}" for pattern, text in said if pattern == "written"]
    for pattern in dict.fromkeys(pattern for pattern, _ in said if pattern != "written"):
        found = [_verdict(text) for other, text in said if other == pattern]
        rows.append(f"{of_value(found)} {pattern}: {sum(one != '-' for one in found)} of {len(found)}")
    for number, make in enumerate((hotline_disguises.number, hotline_disguises.text_number, hotline_disguises.address)):
        random = Random(number)
        found = [_verdict(make(random)) for _ in range(40)]
        rows.append(f"{of_value(found)} disguised {make.__name__}: {sum(one != '-' for one in found)} of {len(found)}")
    return _lines(row.replace("\t", "\\t") for row in rows)


def _verdict(text: str) -> str:
    found = find_near_misses(text)
    spans = ",".join(f"{one.start}-{one.end}" for one in found)
    return f"{spans}#{of_value([one.sentence for one in found], PAGE)}" if found else "-"


# ------------------------------------------------------------------ saved projects


def projects(folder: Path) -> str:
    """Each saved project as it is opened and written again, and one with every kind of edit."""
    saved = sorted((DATA / "projects").glob("v*/*.htpm"))
    rows = [f"{path.parent.name} {path.stem} {_opened(path)}" for path in saved]
    save_project(edited(folder), folder / "edited.htpm")
    return _lines([*rows, f"now edited {_opened(folder / 'edited.htpm')}"])


def _opened(path: Path) -> str:
    """The digests of the project in a file: as a value, and as it would be written."""
    project = open_project(path)
    document = json.dumps(encode_project(project, ""), sort_keys=True, ensure_ascii=False)
    return f"{of_value(project)} {of_bytes(document.encode(), FILE)}"


# ------------------------------------------------------------------ command line


class _Day(dt.date):
    """A clock that stands still."""

    @classmethod
    def today(cls) -> dt.date:  # type: ignore[override]
        return TODAY


def commands(folder: Path) -> str:
    """Each command of commands.txt with its exit status and the digests of what it says and writes."""
    edits = folder / "edits"
    edits.mkdir()
    save_project(edited(edits), folder / "kit.htpm")
    (folder / "toolkit.md").write_bytes(toolkit_file("doors.md"))
    (folder / "list.csv").write_text("organization,color\n,blue\n", encoding="utf-8")
    given = [line for line in (HERE / "commands.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    with _still(folder):
        return _lines(f"{line} => {_told(line)}" for line in given)


def _told(line: str) -> str:
    """What a command ends with: status, what it says to the reader and of mistakes, the files below `out`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(shlex.split(line))
    said = [of_bytes(_plain(text.getvalue()).encode(), FILE) if text.getvalue() else "-" for text in (out, err)]
    files = sorted(path for path in Path("out").rglob("*") if path.is_file())
    sums = [(path.as_posix(), path.read_bytes()) for path in files]
    return f"{status} {' '.join(said)} {of_value(sums) if sums else '-'}"


def _plain(text: str) -> str:
    """What is said without what differs between computers: times, versions, folders, slashes, ends of lines."""
    text = text.replace(__version__, "…").replace("\\\\", "/").replace("\\", "/")
    for folder in (Path.cwd(), Path(os.environ["HTPM_STUDIO_HOME"]), paths.assets()):
        text = text.replace(folder.as_posix(), "…")
    text = re.sub(r"\d+(?:\.\d+)? s\b", "… s", text)
    return _lines(line.rstrip() for line in text.splitlines())


@contextmanager
def _still(folder: Path) -> Iterator[None]:
    """The same day, folder and width of the screen everywhere."""
    clock = SimpleNamespace(**{**vars(dt), "date": _Day})
    before = Path.cwd()
    with ExitStack() as held:
        for name in ("export", "batch", "check", "print_plan", "templates", "facts"):
            module = __import__(f"htpm_studio.cli.{name}", fromlist=["dt"])
            held.enter_context(patch.object(module, "dt", clock))
        held.enter_context(
            patch.dict(os.environ, {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "TERM": "dumb"})
        )
        # Click names the program after what was started.
        held.enter_context(patch.object(sys, "argv", ["htpm-studio"]))
        held.enter_context(patch.object(sys.modules["__main__"], "__package__", "", create=True))
        held.callback(os.chdir, before)
        os.chdir(folder)
        yield


SMALL: Mapping[str, Callable[[Path], str]] = {
    "declarations": declarations,
    "guard": guard,
    "projects": projects,
    "commands": commands,
}
