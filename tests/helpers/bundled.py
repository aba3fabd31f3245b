"""The program's own campaign, templates and rules, read once for all tests of a process; nobody changes them."""

from __future__ import annotations

from functools import cache

from htpm_studio import paths
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import read_pack
from htpm_studio.export.kit.kit import Resources, load_resources
from htpm_studio.export.preflight.report import Tools, load_tools
from htpm_studio.export.run.template_sheet import read_sample_brands
from htpm_studio.project.model import Brand

PACK = paths.assets() / "campaigns" / "htpm"


@cache
def bundled_campaign(language: str = "en") -> Campaign:
    """The campaign of the program."""
    return read_pack(PACK, language)


@cache
def bundled_resources() -> Resources:
    """The templates, fonts and tables of the program, without templates of a user."""
    return load_resources(paths.folders())


@cache
def bundled_brands() -> tuple[Brand, ...]:
    """The sample brands of the program, with their logos."""
    return read_sample_brands(paths.assets() / "sample-brands")


@cache
def bundled_tools() -> Tools:
    """The language rules and networks of the program."""
    return load_tools(paths.assets())
