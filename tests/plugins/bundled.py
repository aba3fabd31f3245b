"""The program's own files are read once for each process, however often a command or a window asks for them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace

import pytest

from htpm_studio.compose.template import Library
from htpm_studio.export import kit
from htpm_studio.toml import source

READERS = ("FontBook", "load_icons", "read_networks", "read_phrases", "read_style_sheet")
READ = lru_cache(maxsize=200)(tomllib.loads)


@pytest.fixture(autouse=True, scope="session")
def read_once() -> Iterator[None]:
    """Texts of packs, templates, fonts and tables; the templates of a user are read each time."""
    library = kit.load_library
    bundled = cache(library)

    def load_library(folder: Path, styles: Set[str], own: Path | None = None) -> Library:
        return bundled(folder, frozenset(styles)) if own is None or not own.exists() else library(folder, styles, own)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit, "load_library", load_library)
        for name in READERS:
            patch.setattr(kit, name, cache(getattr(kit, name)))
        patch.setattr(source, "tomllib", SimpleNamespace(loads=READ, TOMLDecodeError=tomllib.TOMLDecodeError))
        yield
