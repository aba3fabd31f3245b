"""One START-HERE.html for several kits beside each other: it leads to the start page of each, in the kit's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from htpm_studio.export.folder.manifest import START
from htpm_studio.frozen import dataclass

_LARGEST = 16 * 1024 * 1024
_PAGE = re.compile(
    r'<html lang="(?P<language>[^"]*)">.*?<title>(?P<title>[^<]*)</title>(?P<style><style>.*?</style>)'
    r'.*?<header class="top"><div class="w">(?P<sender>.*?)<small>(?P<when>[^<]*)</small>.*?<h1>(?P<head>[^<]*)</h1>'
    r".*(?P<footer><footer>.*</footer>)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _KitStart:
    folder: str
    language: str
    title: str
    style: str
    sender: str
    when: str
    head: str
    footer: str


def start_of_kits(folders: Sequence[Path]) -> bytes:
    """The page as UTF-8, in the look of the first kit; b"" where fewer than two of the folders have a start page.

    It takes every word from the kits' own start pages, so it works for kits in different languages.
    """
    starts = [start for folder in folders if (start := _read(folder)) is not None]
    if len(starts) < 2:
        return b""
    first = starts[0]
    shared = len({start.sender for start in starts}) == 1
    name = first.title.rpartition(": ")[0] or first.title
    steps = "".join(_step(number, start, name, named=not shared) for number, start in enumerate(starts, 1))
    page = (
        f'<!doctype html>\n<html lang="{first.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{name}</title>{first.style}</head><body>'
        f'<header class="top"><div class="w">{first.sender if shared else ""}</div></header>'
        f'<main><div class="hero"><div class="w"><h1>{name}</h1></div></div><ol class="first w">{steps}</ol></main>'
        f"{first.footer}</body></html>\n"
    )
    return page.encode()


def _step(number: int, start: _KitStart, name: str, *, named: bool) -> str:
    """A kit among the others; what all of them are called is said above them."""
    where, label = f"{quote(start.folder)}/{START}", start.title.removeprefix(f"{name}: ")
    sender = f"<div>{start.sender}</div>" if named else ""
    return (
        f'<li class="step" lang="{start.language}"><span class="k">{number}</span>{sender}<h2>{start.head}</h2>'
        f'<p>{start.when.removeprefix(f"{start.title}, ")}</p><div><a class="b m" href="{where}">{label}</a></div></li>'
    )


def _read(folder: Path) -> _KitStart | None:
    """What a kit's own start page says; None where there is none, or one that was changed."""
    try:
        with (folder / START).open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return None
    found = _PAGE.search(text)
    return _KitStart(folder.name, **found.groupdict()) if found else None
