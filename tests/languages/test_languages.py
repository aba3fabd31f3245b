"""A language is a folder: nothing else names it, and one in which nobody would be protected is refused."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.errors import Problems
from htpm_studio.languages.declared import languages, list_words, read_languages, toolkit_words

FRENCH = Path(__file__).parents[1] / "data" / "languages" / "fr"
RIGHT = "Appelez le un-huit-huit-huit-trois-sept-trois-sept-huit-huit-huit"
WRONG = "Appelez le un-huit-huit-huit-trois-sept-trois-sept-huit-huit-neuf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The program's languages and French."""
    made = tmp_path / "languages"
    shutil.copytree(paths.assets() / "languages", made)
    shutil.copytree(FRENCH, made / "fr")
    return made


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "fr" / "language.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def without(folder: Path, table: str) -> None:
    """Take out a table, or a list, of French."""
    file = folder / "fr" / "language.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf"(?ms)^\[{table}\].*?(?=^\[|\Z)|^{table} = \[.*?^\]\n", "", text), encoding="utf-8")


def test_the_languages_are_the_folders_that_are_there_english_first(folder: Path) -> None:
    assert list(languages()) == ["en", "es"] == list(toolkit_words()) == list(list_words())
    read = read_languages(folder)
    assert list(read) == ["en", "es", "fr"]
    french = read["fr"]
    assert (french.id, french.tag, french.called["en"], french.notes.say) == ("fr", "fr-US", "French", "Dites")
    assert french.prompts == read["en"].prompts, "what nobody has said is said in English"


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        ("numbers", "a wrong hotline number in words would not be found"),
        ("harm", "photos of people would come beside them"),
        ("lines", "a wrong one beside its name would not be found"),
    ],
)
def test_a_folder_that_protects_nobody_is_refused_with_file_and_line(folder: Path, table: str, hint: str) -> None:
    without(folder, table)
    with pytest.raises(Problems, match=rf"languages/fr/language.toml:1: The key {table} is missing. .*{hint}"):
        read_languages(folder)


@pytest.mark.parametrize("table", ["numbers", "harm"])
def test_words_that_are_still_those_of_english_are_refused(folder: Path, table: str) -> None:
    """A folder begins as a copy of English: what nobody translated would find nothing in the texts."""
    part = re.compile(rf"(?ms)^(\[{table}\].*?^(?=\[)|{table} = \[.*?^\]\n)")
    english = part.search((paths.assets() / "languages" / "en" / "language.toml").read_text(encoding="utf-8"))
    assert english is not None
    file = folder / "fr" / "language.toml"
    file.write_text(part.sub(lambda _: english[0], file.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    with pytest.raises(Problems, match=rf"languages/fr/language.toml: The words of {table} are those of en\."):
        read_languages(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("harm = [", "harms = [", "There is no key “?\"?harms.*Did you mean harm"),
        ('"zero", "un"', '"zéro", "un"', "count must be in small letters without accents, not"),
        ('"quinze", "seize", "dix-sept"', '"quinze", "Seize", "dix-sept"', "must be in small letters without"),
        ('"décembre",\n', "", "There must be twelve months"),
        ("{day} {month}", "{day}", "A day is written with"),
        ("'lignes?'", "'lignes(?'", "The pattern cannot be read"),
        ("leading = [", "leeding = [", "There is no key \"leeding\" here. Did you mean leading"),
        ('schema = 1', 'schema = 2', "schema must be 1"),
        ('called = { en =', 'called = { de =', "called must be a table with words in English"),
        ("[breaks]", '[prompts]\ntitel = "Titre"\n\n[breaks]', "There is no key \"titel\" here. Did you mean title"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_the_nearest_name(folder: Path, old: str, new: str, said: str) -> None:
    change(folder, old, new)
    text = (folder / "fr" / "language.toml").read_text(encoding="utf-8")
    with pytest.raises(Problems, match=rf"(?s)languages/fr/language.toml:\d+: .*{said}") as found:
        read_languages(folder)
    lines = [problem.line for problem in found.value.problems]
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with one folder more, and a campaign whose French is a copy of its English."""
    home = tmp_path_factory.mktemp("program")
    shutil.copytree(Path(paths.__file__).parent, home / "htpm_studio", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(paths.templates(), home / "templates")
    shutil.copytree(paths.assets(), home / "assets", ignore=shutil.ignore_patterns("translations", "observance"))
    (home / "assets" / "translations").mkdir()
    shutil.copytree(FRENCH, home / "assets" / "languages" / "fr")
    shutil.copytree(home / "assets" / "campaigns" / "htpm" / "en", home / "assets" / "campaigns" / "htpm" / "fr")
    return home


def export(program: Path, said: str) -> subprocess.CompletedProcess[str]:
    """A kit in French, with one sentence about the hotline changed."""
    words = program / "assets" / "campaigns" / "htpm" / "fr" / "words.toml"
    text = words.read_text(encoding="utf-8")
    words.write_text(re.sub(r'(?m)^help_head = ".*"', f'help_head = "{said}"', text), encoding="utf-8")
    command = [
        "export",
        "--week",
        "2",
        "--org",
        "Test",
        "--lang",
        "fr",
        "--only",
        "copy",
        "--out",
        str(program / "kit"),
        "--force",
    ]
    return subprocess.run(
        [sys.executable, "-m", "htpm_studio", *command],
        cwd=program, env={**os.environ, "PYTHONPATH": str(program)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_one_folder_makes_a_language_and_guards_its_numbers_in_words(program: Path) -> None:
    stopped = export(program, WRONG)
    assert stopped.returncode == 2
    assert re.search(r"fr/words\.toml:\d+: .*huit-huit-neuf", stopped.stdout + stopped.stderr)
    assert not (program / "kit").exists()
    made = export(program, RIGHT)
    assert made.returncode in (0, 1), made.stdout + made.stderr
    assert any(RIGHT in page.read_text(encoding="utf-8") for page in (program / "kit").rglob("*.html"))
