"""The program's version grows with each format of a file and each fact of the campaign."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from htpm_studio import __version__, paths
from htpm_studio.campaign import validate_pack
from htpm_studio.export.folder import manifest
from htpm_studio.project import migrations
from tests.plugins.references import GOLDEN


def test_a_format_or_a_fact_that_changed_has_a_version_of_its_own(golden: Callable[[str, str], None]) -> None:
    facts = hashlib.sha256((paths.assets() / "campaigns" / "htpm" / "facts.toml").read_bytes()).hexdigest()
    formats = (
        f"kit file {migrations.VERSION}\nkit.json {manifest.VERSION}\npack {validate_pack.SCHEMA}\nfacts {facts}\n"
    )
    version, _, before = (GOLDEN / "version.txt").read_text(encoding="utf-8").partition("\n")
    if formats != before:
        assert version != __version__, "a format or a fact changed: let the version in htpm_studio/__init__.py grow"
    golden("version", f"{__version__}\n{formats}")
