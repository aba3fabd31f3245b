from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.plugins import references
from tests.plugins.references import check_picture

Failed = pytest.fail.Exception


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(references, "FOLDER", tmp_path / "pictures")
    return tmp_path / "pictures"


@pytest.fixture
def updating(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> pytest.FixtureRequest:
    monkeypatch.setattr(request.config.option, "update_references", True, raising=False)
    return request


def write(folder: Path, image: Image.Image) -> None:
    folder.mkdir()
    image.save(folder / "sample.png")


def test_one_changed_pixel_is_noticed(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> None:
    image = Image.new("RGB", (20, 10), (10, 20, 30))
    write(folder, image)
    image.putpixel((3, 3), (10, 21, 30))
    check_picture(request, "sample", image)
    image.putpixel((3, 3), (10, 22, 30))
    with pytest.raises(Failed, match="by up to 2"):
        check_picture(request, "sample", image)
    with Image.open(tmp_path / "sample.png") as strip:
        assert strip.size == (60, 10)


def test_rewriting_a_reference_fails_the_run(updating: pytest.FixtureRequest, folder: Path) -> None:
    with pytest.raises(Failed, match="look at it"):
        check_picture(updating, "sample", Image.new("RGB", (20, 10)))
    assert (folder / "sample.png").is_file()


def test_a_missing_reference_is_not_made_silently(request: pytest.FixtureRequest, folder: Path) -> None:
    with pytest.raises(AssertionError, match="no reference"):
        check_picture(request, "sample", Image.new("RGB", (20, 10)))
    assert not folder.exists()
