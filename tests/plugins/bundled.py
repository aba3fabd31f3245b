"""The program's own files are read once for each process, however often a command or a window asks for them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.compose import family_templates
from htpm_studio.compose import template_library as library_module
from htpm_studio.compose.template import Library, Template, TemplatePart
from htpm_studio.compose.template_file import read_template_file
from htpm_studio.compose.template_library import bundled_mistakes
from htpm_studio.decoding import source
from htpm_studio.errors import Diagnostic
from htpm_studio.export.kit import kit
from htpm_studio.export.kit.kit import Resources, load_resources
from htpm_studio.pieces import declared
from tests.helpers.bundled import PACK, bundled_campaign, bundled_resources
from tests.plugins.everywhere import replace_everywhere

READERS = ("FontBook", "PictureLibrary", "load_icons", "read_networks", "read_phrases", "read_style_sheet")
TEMPLATES = paths.templates()
TemplateFile = tuple[Template | None, tuple[TemplatePart, ...], list[Diagnostic]]
READ = lru_cache(maxsize=200)(tomllib.loads)


@pytest.fixture(autouse=True, scope="session")
def read_once() -> Iterator[None]:
    """The pack, templates, fonts and tables of the program; what a user has is read each time."""
    library = kit.load_library
    bundled = cache(library)

    def load_library(folder: Path, styles: Set[str], own: Path | None = None) -> Library:
        if own is None or not own.exists():
            declared.declare(None)
            return bundled(folder, frozenset(styles))
        return library(folder, styles, own)

    def pack_once(pack: Any, language: str) -> Campaign:
        return bundled_campaign(language) if pack == PACK else read_pack(pack, language)

    def resources_once(folders: paths.Folders) -> Resources:
        ours = (folders.assets, folders.templates) == (paths.assets(), paths.templates())
        own = folders.own_templates
        if ours and (own is None or not own.exists()):
            declared.declare(None)
            return bundled_resources()
        return load_resources(folders)

    @cache
    def ours() -> dict[int, tuple[Diagnostic, ...]]:
        designs = bundled_resources().designs.by_id.values()
        return {id(one.library): tuple(bundled_mistakes(one.library, one.styles.names())) for one in designs}

    parsed = cache(read_template_file)

    def template_once(path: Path, name: str, *, own: bool) -> TemplateFile:
        now, usual = declared.declarations(), declared.bundled()
        if not path.is_relative_to(TEMPLATES) or now.sizes != usual.sizes or now.pieces.titles != usual.pieces.titles:
            return read_template_file(path, name, own=own)
        template, parts, problems = parsed(path, name, own=own)
        return template, parts, [*problems]

    def mistakes_once(library: Library, styles: Iterable[str]) -> Iterable[Diagnostic]:
        return ours()[id(library)] if id(library) in ours() else bundled_mistakes(library, styles)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit, "load_library", load_library)
        patch.setattr(family_templates, "bundled_mistakes", mistakes_once)
        for module in (family_templates, library_module):
            patch.setattr(module, "read_template_file", template_once)
        for name in READERS:
            patch.setattr(kit, name, cache(getattr(kit, name)))
        patch.setattr(source, "tomllib", SimpleNamespace(loads=READ, TOMLDecodeError=tomllib.TOMLDecodeError))
        replace_everywhere(patch, read_pack, pack_once)
        replace_everywhere(patch, load_resources, resources_once)
        yield


@pytest.fixture(autouse=True)
def nothing_declared() -> Iterator[None]:
    """What a test declared is gone for the next one."""
    yield
    declared.use(None)
