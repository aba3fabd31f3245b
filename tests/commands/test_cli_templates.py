"""The commands that list templates and families: what they say is there can be used."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from htpm_studio import paths
from htpm_studio.cli.templates import templates_app
from tests.helpers.own_family import write_family


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of templates, with a family in it."""
    write_family(tmp_path)
    folders = replace(paths.folders(), own_templates=tmp_path)
    monkeypatch.setattr(paths, "folders", lambda: folders)
    return tmp_path


def said(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(templates_app, list(words))
    return result.exit_code, result.output


def test_a_family_with_a_mistake_is_not_among_those_that_can_be_used(own: Path) -> None:
    _, before = said("families")
    assert "\nplacard " in before
    (own / "families" / "placard" / "parts.xml").write_text('<parts><part name="a"><colum/></part></parts>')
    code, after = said("families")
    assert code == 1
    assert "families/placard/parts.xml:1" in after
    assert not any(line.startswith("placard ") for line in after.splitlines())
    assert "\nquilt " in after


def test_the_list_of_templates_ends_in_a_whole_sentence_about_the_own_folder(own: Path) -> None:
    code, listed = said()
    assert code == 0
    assert "".join(listed.splitlines()[-2:]).endswith(f"None of them is in your templates folder, {own}.")
