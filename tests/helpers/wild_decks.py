"""Presentations as people have them, in `tests/data/presentations`.

* `office`: PowerPoint's usual design, 4:3, with a slide, notes and properties that are nobody's business.
* `company`: 16:9, a picture on the master, own fonts and colors, a link and hidden tags in a layout.
* `web`: as a web program saves: sizes on the master's placeholders, its own type words, bodies numbered from 1.
* `lone`: one layout on an upright page, white letters on black.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

SECRET = "Jane Roe"
"""A name in slides, notes and properties that must not go into our decks."""


def _presentation(name: str) -> bytes:
    return (Path(__file__).parents[1] / "data" / "presentations" / f"{name}.pptx").read_bytes()


NAMES = ("office", "company", "web", "lone")
office, company, web, lone = (partial(_presentation, name) for name in NAMES)
WILD: Mapping[str, Callable[[], bytes]] = dict(zip(NAMES, (office, company, web, lone), strict=True))


def changed(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """A presentation with one of its parts changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return target.getvalue()
