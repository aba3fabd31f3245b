"""Files of the picture library that people write: every mistake is named with file, line and the nearest right name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from htpm_studio.decoding.declaration_file import MAX_BYTES
from htpm_studio.errors import InputError, Problems, StudioError
from htpm_studio.illustrations.library import PictureLibrary
from htpm_studio.illustrations.parts import PartBook

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "illustrations"
SCENE = """setting = "workplace"
group = "coworkers"
action = "talk"
place = "at work"

[es]
group = "colegas"
action = "conversan"
place = "en el trabajo"

[[people]]
who = "adult"
body = "bust-cup"
at = [320, 800]
face = "talk"
wear = []
colors = { top = "accent" }
does = "talks"
does_es = "habla"

[[people]]
who = "elder"
body = "bust-shirt"
at = [900, 800]
flip = true
wear = ["badge"]
does = "listens"
does_es = "escucha"

[[props]]
name = "cup"
at = [600, 812]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of its own, with the parts of the real one."""
    home = tmp_path / "library"
    home.mkdir()
    for name in ("parts", "props", "settings", "words"):
        (home / name).symlink_to(FOLDER / name, target_is_directory=True)
    for name in ("cast.toml", "casts.toml"):
        shutil.copy(FOLDER / name, home / name)
    (home / "scenes").mkdir()
    return home


def library(folder: Path, text: str = SCENE) -> PictureLibrary:
    (folder / "scenes" / "mine.toml").write_text(text, encoding="utf-8")
    return PictureLibrary(folder)


def test_one_more_scene_is_one_file(folder: Path) -> None:
    mine = library(folder)
    assert mine.names == ("mine",)
    assert [seat.body for seat in mine.scene("mine").seats] == ["bust-cup", "bust-shirt"]
    assert mine.title("mine", "es") == "Colegas conversan en el trabajo"


MISTAKES = [
    ('setting = "workplace"', 'setting = "workplaec"', 1, "Did you mean workplace?"),
    ('setting = "workplace"', 'seting = "workplace"', 1, "Did you mean setting?"),
    ('body = "bust-cup"', 'body = "bust-cupp"', 13, "Did you mean bust-cup?"),
    ('who = "elder"', 'who = "elders"', 22, "Did you mean elder?"),
    ('face = "talk"', 'face = "fear"', 15, "face cannot be"),
    ('top = "accent"', 'top = "acent"', 17, "Did you mean accent?"),
    ('top = "accent"', 'tops = "accent"', 17, "Did you mean top?"),
    ('wear = ["badge"]', 'wear = ["bagde"]', 26, "Did you mean badge?"),
    ("wear = []", 'wear = ["badge"]', 16, "bust-cup has no"),
    ('name = "cup"', 'name = "cpu"', 31, "Did you mean cup?"),
    ("at = [320, 800]", 'at = [320, "800"]', 14, "at must be a number from"),
    ("at = [320, 800]", "at = [320, 1e99]", 14, "at must be a number from"),
    ("at = [320, 800]", "at = [320, nan]", 14, "at must be a number from"),
    ("flip = true", 'flip = "yes"', 25, "true or false"),
    ('does = "talks"', "", 11, "The key does is missing."),
    ('does_es = "habla"', "", 11, "The key does_es is missing."),
    ('does = "talks"', 'does = "talks\\nloud"', 18, "one line"),
    ('place = "at work"', "story = [0, 5]", 4, "story lists places"),
    ('place = "at work"', 'about = "a desk"', 4, "without people"),
    ('[es]\ngroup = "colegas"', "[es]", 6, "The key group is missing."),
    ("at = [600, 812]", "at = [600]", 32, "two numbers in square brackets, not [600]"),
    ('[es]\ngroup = "colegas"', '[fr]\ngroup = "colegas"', 6, "There is no key"),
    ('[es]\ngroup = "colegas"', '[fr]\ngroup = "colegas"', 1, "The key es is missing."),
    ('does_es = "habla"', 'does_es = "habla"\ndoes_fr = "parle"', 20, "There is no key"),
    ("at = [600, 812]", "at = [600, 812]\nscale = 99", 33, "scale must be a number"),
    ("at = [600, 812]", "at = [600, 812]\nscale = nan", 33, "scale must be a number"),
    ("flip = true", "flip = true\nflip = true", 26, "appears twice"),
]


@pytest.mark.parametrize(("old", "new", "line", "part"), MISTAKES)
def test_a_mistake_in_a_scene_is_named_with_its_line(folder: Path, old: str, new: str, line: int, part: str) -> None:
    assert old in SCENE
    with pytest.raises(Problems) as raised:
        library(folder, SCENE.replace(old, new, 1)).scene("mine")
    found = [problem for problem in raised.value.problems if part in f"{problem.message} {problem.hint}"]
    assert [(one.file, one.line) for one in found] == [("scenes/mine.toml", line)], raised.value


def test_all_mistakes_are_named_at_once(folder: Path) -> None:
    text = SCENE.replace("workplace", "workplaec").replace("bust-cup", "bust-cupp").replace('"cup"', '"cpu"')
    with pytest.raises(Problems) as raised:
        library(folder, text).scene("mine")
    assert len(raised.value.problems) == 3


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe", b"[" * 5000, b"a = " + b"[" * 900, b"x" * (MAX_BYTES + 1), b"people = 3",
        b"[[people]]\n" * 40,
        b"setting = 1", SCENE.encode() + b"[[props]]\n" * 200,
    ],
)  # fmt: skip
def test_a_hostile_scene_file_is_reported_and_nothing_else(folder: Path, data: bytes) -> None:
    mine = library(folder)
    (folder / "scenes" / "mine.toml").write_bytes(data)
    with pytest.raises(StudioError):
        mine.scene("mine")


def test_a_person_who_cannot_be_read_makes_no_mistake_of_the_story(folder: Path) -> None:
    text = SCENE.replace('place = "at work"', 'place = "at work"\nstory = [1]').replace("flip = true", "flip = 1")
    with pytest.raises(Problems) as raised:
        library(folder, text).scene("mine")
    assert [one.message for one in raised.value.problems] == ["flip must be true or false, not 1."]


def test_a_name_without_a_file_is_named(folder: Path) -> None:
    with pytest.raises(InputError, match="Did you mean mine"):
        library(folder).scene("mnie")


PARTS: list[tuple[str, str]] = [
    ("<svg", "not complete XML"),
    ('<svg xmlns="http://www.w3.org/2000/svg"/>', "viewBox"),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image/></svg>', "no <"),
    (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="tpo" d="M0 0"/></svg>',
        "Did you mean top",
    ),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="top" d="m0 0"/></svg>', "M, L, C"),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="top" d="M0 0" style="x"/></svg>', "style"),
    ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="top-s" d="M0 0"/></svg>', "stroke-width"),
    ('<!DOCTYPE a [<!ENTITY b "c">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">&b;</svg>', ""),
]


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_a_damaged_part_is_named(tmp_path: Path, text: str, part: str) -> None:
    (tmp_path / "props").mkdir()
    (tmp_path / "props" / "cup.svg").write_text(text, encoding="utf-8")
    with pytest.raises(StudioError, match=r"props/cup\.svg") as raised:
        PartBook(tmp_path).prop("cup")
    assert part in str(raised.value)


def test_a_missing_part_is_an_error(folder: Path) -> None:
    mine = library(folder)
    with pytest.raises(StudioError, match=r"props/cpu\.svg is missing.*Did you mean cup"):
        mine.parts.prop("cpu")


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("cast.toml", "skin = 5", "skin = 9", "skin must be a whole number from 1 to 8"),
        ("cast.toml", 'hair = "hijab"', 'hair = "hijba"', "Did you mean hijab?"),
        ("casts.toml", '"porch-talk"', '"proch-talk"', "There is no picture"),
        ("casts.toml", 'title = "Mixed"\n', "", "The key title is missing."),
        ("casts.toml", 'adult = "elder"', 'adult = "eldest"', "Did you mean elder?"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_casts_is_named(folder: Path, file: str, old: str, new: str, part: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    mine = library(folder)
    read: Callable[[], object] = (lambda: mine.people) if file == "cast.toml" else (lambda: mine.presets)
    with pytest.raises(Problems) as raised:
        read()
    assert part in str(raised.value)
    assert all(problem.line for problem in raised.value.problems)
