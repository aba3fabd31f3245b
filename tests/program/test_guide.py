"""The guide is built from its chapters, its pictures are there, and what it tells people to type works."""

from __future__ import annotations

import importlib.util
import re
import textwrap
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from htpm_studio.cli.commands import COMMANDS, loaded
from htpm_studio.cli.commands import main as run
from htpm_studio.gui.shell.actions import MENUS, SPECS
from htpm_studio.pieces.declared import phrases

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_guide", ROOT / "docs" / "make_guide.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md")))


def test_the_page_is_the_one_that_the_chapters_make(maker: ModuleType) -> None:
    """When this fails, run `python docs/make_guide.py`."""
    assert (GUIDE / "index.html").read_text(encoding="utf-8") == maker.build()


def test_a_page_is_built_from_chapters(tmp_path: Path, maker: ModuleType) -> None:
    (tmp_path / "1-a.md").write_text(
        "# First's steps\n\nSee [more](#more).\n\n## More\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    page = maker.build(tmp_path)
    assert '<li><a href="#firsts-steps">' in page
    assert '<h2 id="firsts-steps">' in page
    assert '<h3 id="more">' in page
    assert "<td>2</td>" in page


def test_links_and_pictures_lead_somewhere_and_every_picture_is_described() -> None:
    page = (GUIDE / "index.html").read_text(encoding="utf-8")
    places = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= places
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]*)"', page)
    assert {name for name, _ in pictures} == {f"pictures/{path.name}" for path in (GUIDE / "pictures").iterdir()}
    assert [name for name, alt in pictures if len(alt) < 20] == []
    assert re.findall(r'(?:src|href)="https?:', page) == []


def test_the_commands_in_the_guide_are_those_of_the_program(text: str) -> None:
    commands = {name: loaded(name) for name in COMMANDS}
    found = re.findall(r"^    htpm-studio (\S+)(.*)$", text, re.MULTILINE)
    assert {name for name, _ in found} == {name for name, command in commands.items() if not command.hidden}
    for name, rest in found:
        known = {option for parameter in commands[name].params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, name


def test_the_template_in_the_guide_has_no_mistake(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = re.search(r"^ +<template.*?</template>$", text, re.MULTILINE | re.DOTALL)
    assert lines is not None
    (tmp_path / "social").mkdir()
    (tmp_path / "social" / "hello.xml").write_text(textwrap.dedent(lines.group()), encoding="utf-8")
    assert run(["templates", "--lint", str(tmp_path)]) == 0
    assert "social/hello" in capsys.readouterr().out


def test_every_command_that_is_named_is_in_that_menu(text: str) -> None:
    titles = {spec.name: spec.text for spec in SPECS}
    menus = {menu.replace("&", ""): [titles[name] for name in names if name in titles] for menu, names in MENUS.items()}
    words = " ".join((text + (ROOT / "README.md").read_text(encoding="utf-8")).split())
    named = re.findall(rf"\b({'|'.join(menus)}) > (.{{3,40}})", words)
    assert len(named) > 15
    lost = [f"{menu} > {rest}" for menu, rest in named if not any(rest.startswith(one) for one in menus[menu])]
    assert not lost


OTHER_LABELS = {"OK", "Español"}
"""Labels that are Qt's own, or the same in every language."""


def test_bold_words_inside_a_sentence_are_labels_of_the_window(text: str) -> None:
    """Bold words at the start of a paragraph or of an item may be a small heading."""
    sources = {word.text or "" for word in ET.parse(ROOT / "assets" / "translations" / "htpm_es.ts").iter("source")}
    sources |= set(phrases("es"))
    shown = {re.sub(r"&(?=\S)", "", word) for word in sources} | OTHER_LABELS | set(re.findall(r' title="(\w+)"', text))
    counting = [re.sub(r"\\{\w+\\}", r"\\d+", re.escape(word)) for word in shown if "{count}" in word]
    sentences = re.sub(r"^ *([*]|\d+\.) +", "\n", text, flags=re.MULTILINE)
    bold = re.findall(r"(?<=[^\s*])(?: |\n *)\*\*([^*]+)\*\*", sentences)
    labels = [part for words in bold for part in " ".join(words.split()).split(" > ")]
    assert len(labels) > 60
    lost = [
        label
        for label in labels
        if not {label, f"{label}…"} & shown
        and not any(re.fullmatch(f"{pattern}|{pattern.partition(',')[0]}", label) for pattern in counting)
        and not re.fullmatch(r"[\d-]+", label)
    ]
    assert lost == []


def test_every_chapter_says_first_what_one_will_have(text: str) -> None:
    chapters = re.findall(r"^# (.+)\n\n(.+)", text, re.MULTILINE)
    assert len(chapters) > 12
    assert [title for title, first in chapters if not first.startswith("In this chapter, ")] == [
        "If someone needs help"
    ]
