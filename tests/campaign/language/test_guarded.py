"""No kit is made in a language whose number words and words about harm the program does not know."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.language.guarded import refuse_unguarded
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.errors import InputError
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_campaign_is_refused_by_name_for_a_folder_in_a_language_in_which_nobody_is_protected(
    tmp_path: Path, language: str
) -> None:
    """Cards have the words of other languages, too, so that a kit in English is refused with it."""
    pack = tmp_path / "pack"
    shutil.copytree(paths.assets() / "campaigns" / "htpm", pack)
    shutil.copytree(pack / "en", pack / "fr")
    campaign = read_pack(pack, language)
    with pytest.raises(
        InputError, match=r"its folder fr\. .*wrong hotline number.*words about harm.*Take that folder out"
    ):
        build_kit(Project(Brand("Test"), 2, 2027), campaign, bundled_resources(), Options(), dt.date(2026, 12, 1))


def test_each_language_of_the_campaign_is_guarded() -> None:
    for language in languages(paths.assets() / "campaigns" / "htpm"):
        refuse_unguarded(bundled_campaign(language))
