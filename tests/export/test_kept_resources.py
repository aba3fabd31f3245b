"""What serves every kit is read once by a process that makes several, and again after a change of the user's files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.export.sources.kept_resources import kept_resources
from htpm_studio.paths import Folders
from htpm_studio.pieces.declared import page_sizes, use

TEMPLATE = (
    '<template id="social/mine" title="{title}" canvases="square" fields="head">'
    '<column ground="deep"><text style="title" max-lines="5" min="0.6" tag="H1">{{head}}</text></column></template>'
)
SIZE = """
schema = 1
checked = "2026-11-24"

[[size]]
id = "banner"
name = { en = "Banner", es = "Banner" }
medium = "social"
width = 1640
height = 856
unit = 13.2
scale = "social"
shape = "wide"
picture = { photo = "jpg", flat = "png", most = 976_000 }
[size.safe_areas]
safe = [[54, 54, 1586, 802]]
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    own = tmp_path / "templates"
    own.mkdir()
    return replace(paths.folders(), own_templates=own)


def put(folders: Folders, name: str, text: str) -> None:
    assert folders.own_templates is not None
    (folders.own_templates / name).write_text(text, encoding="utf-8")


def test_what_did_not_change_is_the_same_value(folders: Folders) -> None:
    put(folders, "mine.xml", TEMPLATE.format(title="Mine"))
    assert kept_resources(folders) is kept_resources(folders)


def test_a_changed_template_is_read_again(folders: Folders) -> None:
    put(folders, "mine.xml", TEMPLATE.format(title="Mine"))
    assert kept_resources(folders).library.templates["social/mine"].title == "Mine"
    put(folders, "mine.xml", TEMPLATE.format(title="Changed"))
    assert kept_resources(folders).library.templates["social/mine"].title == "Changed"


def test_the_sizes_of_the_user_are_in_use_again_after_another_job_used_others(folders: Folders) -> None:
    put(folders, "sizes.toml", SIZE)
    assert kept_resources(folders).library.problems == ()
    use(None)
    assert "banner" not in page_sizes()
    kept_resources(folders)
    assert "banner" in page_sizes()
    use(None)


def test_a_folder_that_is_gone_is_no_reason_to_keep_what_was_in_it(folders: Folders) -> None:
    put(folders, "mine.xml", TEMPLATE.format(title="Mine"))
    kept_resources(folders)
    assert folders.own_templates is not None
    (folders.own_templates / "mine.xml").unlink()
    assert "social/mine" not in kept_resources(folders).library.templates
