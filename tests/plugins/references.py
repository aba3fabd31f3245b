"""References: pictures and texts that a result must equal, and the option that rewrites them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.helpers.shown_by import Becomes, Rule, Shown

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
FOLDER = GOLDEN / "pictures"
LARGEST = 20 * 1024
WIDEST = 480


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-references",
        action="store_true",
        default=False,
        help="write the reference pictures anew; the run fails, so that this cannot pass unnoticed",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(name, text)`: the text equals tests/golden/<name>.txt; a name may hold folders ("deck/title")."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("update_references", default=False):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            pytest.fail(f"wrote the reference {path.name}: look at it, then run again without --update-references")
        assert path.is_file(), f"there is no reference {path.name}: run with --update-references"
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def becomes(request: pytest.FixtureRequest) -> Becomes:
    """`becomes(rule, made)`: what is made of a document is what its file says; `--update-references` writes it down."""

    def check(rule: Rule, made: Callable[[Shown], Iterable[str]]) -> None:
        found = [tuple(line.strip().replace("\n", " / ") for line in made(shown)) for shown in rule]
        moved = [(shown, lines) for shown, lines in zip(rule, found, strict=True) if lines != shown.lines]
        if request.config.getoption("update_references", default=False) and moved:
            path = rule[0].path
            text = path.read_text(encoding="utf-8")
            for shown, lines in moved:
                text = text.replace(str(shown), str(replace(shown, lines=lines)))
            path.write_text(text, encoding="utf-8", newline="\n")
            pytest.fail(f"wrote it down in {path.name}: look at it, then run again without --update-references")
        for shown, lines in moved:
            assert list(lines) == list(shown.lines), f"{shown.sentence}\n{shown.text}"

    return check


def check_picture(request: pytest.FixtureRequest, name: str, image: Image.Image, tolerance: int = 1) -> None:
    """The image equals the reference `name`; each channel of each pixel may differ by `tolerance`."""
    assert image.width <= WIDEST, "a reference picture is at most 480 pixels wide"
    path = FOLDER / f"{name}.png"
    if request.config.getoption("update_references", default=False):
        FOLDER.mkdir(parents=True, exist_ok=True)
        image.save(path, optimize=True)
        pytest.fail(f"wrote the reference {path.name}: look at it, then run again without --update-references")
    assert path.is_file(), f"there is no reference {path.name}: run with --update-references"
    assert path.stat().st_size <= LARGEST, f"the reference {path.name} is larger than 20 KiB"
    with Image.open(path) as opened:
        expected = opened.convert("RGB")
    assert image.size == expected.size
    difference = ImageChops.difference(image.convert("RGB"), expected)
    worst = max(difference.tobytes())
    if worst > tolerance:
        strip = _strip(request, name, (expected, difference.point(lambda level: min(255, level * 8)), image))
        pytest.fail(
            f"{name} differs from its reference by up to {worst}: expected | difference x 8 | actual in {strip}"
        )


def _strip(request: pytest.FixtureRequest, name: str, images: tuple[Image.Image, ...]) -> Path:
    folder: Path = request.getfixturevalue("tmp_path")
    wide = sum(image.width for image in images)
    strip = Image.new("RGB", (wide, images[0].height))
    left = 0
    for image in images:
        strip.paste(image, (left, 0))
        left += image.width
    path = folder / f"{name}.png"
    strip.save(path)
    return path
