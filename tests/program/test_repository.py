from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MADE = {
    ".git", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache",
    "__pycache__", "build", "dist", "sample-kit",
}  # fmt: skip
TEXT = {
    "", ".cfg", ".css", ".csv", ".html", ".in", ".js", ".json", ".lock", ".md", ".py", ".sh", ".svg", ".toml", ".txt",
    ".xml", ".yml", ".yaml",
}  # fmt: skip
LARGEST = 2 * 1024 * 1024

UNWANTED = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:tmp|work|farm|root)/[A-Za-z0-9_.-]+"),
    "a package registry": re.compile(r"(?:pypi|pythonhosted|npmjs|debian)[.]org"),
    "an index of packages": re.compile(r"--(?:extra-)?index-url\s+\S|--find-links\s+\S|--trusted-host"),
}


def _files() -> Iterator[Path]:
    stack = [ROOT]
    while stack:
        for path in sorted(stack.pop().iterdir()):
            if path.name in MADE or path.suffix == ".egg-info":
                continue
            if path.is_dir():
                stack.append(path)
            else:
                yield path


def _texts() -> Iterator[tuple[str, str]]:
    for path in _files():
        if path.suffix in TEXT and path != Path(__file__).resolve():
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def unwanted(text: str) -> list[str]:
    """What is in a text that belongs in no file of the project: its kind and the words."""
    return [f"{kind}: {found.group()}" for kind, rule in UNWANTED.items() for found in rule.finditer(text)]


@pytest.mark.parametrize(
    "text",
    ["see {0}work{0}main", "open {0}root{0}kit", "https:{0}{0}pypi.{1}{0}simple"],
)
def test_what_is_unwanted_is_found(text: str) -> None:
    assert unwanted(text.format("/", "org"))


@pytest.mark.parametrize("text", ["home/work", "bin/python", "/tmp"])
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert unwanted(text) == []


def test_nothing_unwanted_is_in_the_repository() -> None:
    found = {name: words for name, text in _texts() if (words := unwanted(text))}
    assert found == {}


def test_files_are_not_too_large() -> None:
    assert [str(path.relative_to(ROOT)) for path in _files() if path.stat().st_size > LARGEST] == []


def test_links_in_the_documents_lead_somewhere() -> None:
    links = [
        (path.name, target)
        for path in sorted(ROOT.glob("*.md"))
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", path.read_text(encoding="utf-8"))
        if "://" not in target
    ]
    assert len(links) > 5
    assert [(name, target) for name, target in links if not (ROOT / name).parent.joinpath(target).exists()] == []


def test_commands_in_the_readme_are_commands_of_the_script() -> None:
    script = (ROOT / "studio.py").read_text(encoding="utf-8")
    words = re.findall(r"python3 studio\.py (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert "test" in words
    assert [word for word in words if f'"{word}"' not in script] == []


def test_every_folder_of_pictures_and_fonts_has_a_licence() -> None:
    folders = {path.parent for path in (ROOT / "assets").rglob("*") if path.suffix in {".svg", ".ttf", ".png", ".jpg"}}
    assert len(folders) >= 3
    libraries = [ROOT / "assets" / name for name in ("illustrations", "rooms")]  # one license for all their parts
    beside = {folder: next((one for one in libraries if one in folder.parents), folder) for folder in folders}
    assert [str(one) for one, at in beside.items() if not [*at.glob("LICENSE*"), *at.glob("OFL-*")]] == []


def test_every_font_is_explained_and_has_its_licence() -> None:
    folder = ROOT / "assets" / "fonts"
    explained = (folder / "README.md").read_text(encoding="utf-8")
    for font in folder.glob("*.ttf"):
        family = font.stem.partition("-")[0]
        assert family in explained
        assert "SIL Open Font License" in (folder / f"OFL-{family}.txt").read_text(encoding="utf-8")
    rows = [row for row in explained.splitlines() if row.startswith("| `")]
    for font in (folder / "scripts").glob("*.ttf"):
        (row,) = (row for row in rows if f"`{font.name}`" in row)
        licence = row.rpartition("`OFL-")[2].partition("`")[0]
        assert "SIL Open Font License" in (folder / "scripts" / f"OFL-{licence}").read_text(encoding="utf-8")


def _pinned() -> dict[str, str]:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE))


def test_the_lock_holds_every_library_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=!~; ]", entry)[0].lower().replace("_", "-") for entry in wanted}
    assert names - _pinned().keys() == set()


def test_every_file_in_the_lock_has_a_hash() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(entries) > 30
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.slow
def test_the_wheel_holds_the_program_and_its_files(tmp_path: Path) -> None:
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(tmp_path / done.stdout.split()[-1]) as wheel:
        names = set(wheel.namelist())
    for folder in ("assets", "templates"):
        here = {path.relative_to(ROOT).as_posix() for path in _files() if path.is_relative_to(ROOT / folder)}
        assert {f"htpm_studio/{name}" for name in here} <= names
    assert {"htpm_studio/__main__.py", "htpm_studio/gui/app.py"} <= names
    assert [name for name in names if name.partition("/")[0] not in {"htpm_studio"} and ".dist-info/" not in name] == []
    assert [name for name in names if name.endswith("/entry_points.txt")]
