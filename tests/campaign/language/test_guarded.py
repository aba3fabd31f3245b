"""No kit is made in a language whose number words and words about harm the program does not know."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.language.guarded import refuse_unguarded
from htpm_studio.campaign.pack import read_pack
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def test_a_copied_language_is_refused_by_name_until_people_are_protected_in_it(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(paths.assets() / "campaigns" / "htpm", pack)
    shutil.copytree(pack / "en", pack / "fr")
    campaign = read_pack(pack, "fr")
    with pytest.raises(InputError, match=r"from the folder fr of the campaign .*number words.*words about harm"):
        build_kit(Project(Brand("Test"), 2, 2027), campaign, bundled_resources(), Options(), dt.date(2026, 12, 1))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_languages_of_the_campaign_are_guarded(language: str) -> None:
    refuse_unguarded(bundled_campaign(language))
