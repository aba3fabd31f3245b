"""A whole kit: every file opens, is safe, is named well, and comes out the same twice."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

from htpm_studio import __version__
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.pages.page_builder import compose
from htpm_studio.export.pages.selection import estimated_bytes
from htpm_studio.export.run.exporter import export_kit
from htpm_studio.export.run.results import KitResult
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.processes.jobs import JobContext
from htpm_studio.scene.walk import texts
from tests.helpers.pptx_check import check_package
from tests.ring.digests import of_bytes
from tests.ring.golden import kept, lines_of
from tests.ring.kits import SENT_PHOTO
from tests.ring.kits import paper_kit as make_kit
from tests.ring.scenes import NOTHING, recorded

ROOT = Path(__file__).parents[2]
HOTLINE = "1-888-373-7888"


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> tuple[KitResult, dict[str, str]]:
    """The kit, and what each of its files was written from."""
    folder = tmp_path_factory.mktemp("kit")
    with recorded() as recorder:
        return export_kit(make_kit(folder), folder / "out", JobContext()), recorder.scenes


@pytest.fixture(scope="module")
def result(export: tuple[KitResult, dict[str, str]]) -> KitResult:
    return export[0]


def files(result: KitResult, pattern: str) -> list[Path]:
    found = sorted(result.folder.glob(pattern))
    assert found, pattern
    return found


def test_nothing_in_a_plain_kit_needs_attention(result: KitResult) -> None:
    assert [finding.message for _, finding in result.findings if finding.severity == "error"] == []


def test_a_kit_has_the_same_pages_and_bytes_on_every_system(export: tuple[KitResult, dict[str, str]]) -> None:
    """It holds with the libraries of the lock, on each system and Python; `references --all` compares all kits."""
    result, scenes = export
    found = {
        path.relative_to(result.folder).as_posix(): of_bytes(path.read_bytes())
        for path in result.folder.rglob("*")
        if path.is_file()
    }
    lines = lines_of(kept("kits/both-papers"))
    assert {path: f"{scenes.get(path, NOTHING)} {data}" for path, data in found.items()} == {
        file: line for (_, file), line in lines.items() if file
    }


def test_the_size_that_is_announced_is_near_that_of_the_kit(result: KitResult, tmp_path: Path) -> None:
    announced = estimated_bytes(plan(make_kit(tmp_path)), {})
    assert announced == pytest.approx(sum(one.stat().st_size for one in files(result, "**/*.*")), rel=0.1)


def test_a_kit_records_the_versions_that_made_it(result: KitResult) -> None:
    said = json.loads((result.folder / "kit.json").read_text(encoding="utf-8"))
    assert said["app"] == f"HTPM Studio {__version__}"
    assert said["libraries"]["skia-python"] == metadata.version("skia-python")
    assert {"deflate", "lxml", "pillow", "reportlab"} <= said["libraries"].keys()
    assert said["fonts"]["PublicSans-400"] == "2.001"


def test_names_are_short_plain_and_unique(result: KitResult) -> None:
    names = [path.relative_to(result.folder).as_posix() for path in result.folder.rglob("*") if path.is_file()]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        base = name.rpartition("/")[2]
        assert len(base) <= 60
        assert base in {"START-HERE.html", "kit.json", "review.txt"} or re.fullmatch(r"[a-z0-9-]+\.[a-z0-9]+", base)


def everything_in(data: bytes) -> Iterator[bytes]:
    """The bytes of a file, of all that is packed in it, and of all that is deflated in a PDF."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from everything_in(archive.read(name))
    if data.startswith(b"%PDF"):
        for found in re.finditer(rb"stream\r?\n", data):
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj().decompress(data[found.end() :])


def test_no_file_says_what_the_photo_and_the_logo_were_called(result: KitResult) -> None:
    """The name of a photo's file may be that of the person in it. What only its owner sees may name it."""
    assert any(SENT_PHOTO in finding.message for _, finding in result.findings)
    words = [stem.encode(code) for stem in ("Quispe", "zoraida") for code in ("utf-8", "utf-16-le", "utf-16-be")]
    words += [base64.b64encode(stem.encode()).rstrip(b"=")[:-1] for stem in ("Maria Quispe", "zoraida-final")]
    assert b"Photo 1 has no record of consent" in (result.folder / "review.txt").read_bytes()
    assert b"no record of consent" not in page_of(result)
    for path in files(result, "**/*"):
        if path.is_file():
            for part in everything_in(path.read_bytes()):
                assert not [word for word in words if word.lower() in part.lower()], path


def page_of(result: KitResult) -> bytes:
    return (result.folder / "START-HERE.html").read_bytes()


def test_pictures_have_their_size_and_stay_small(result: KitResult) -> None:
    sizes = {one.id: (one.size.width, one.size.height) for one in page_sizes().of("social")}
    for path in files(result, "social/*/*.[jp][pn]g"):
        with Image.open(path) as picture:
            assert picture.size == sizes[path.parent.name]
            assert not picture.getexif()
        assert path.stat().st_size <= 976_000
    for path in files(result, "backgrounds/*"):
        with Image.open(path) as picture:
            assert (picture.size, picture.format) == ((1920, 1080), "JPEG")
        assert path.stat().st_size <= 1_000_000


def test_every_pdf_passes_pdf_ua(result: KitResult) -> None:
    page_validation = pytest.importorskip("page")
    for path in files(result, "**/*.pdf"):
        checked = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
        assert checked.is_compliant, (path.name, [failure.rule_id for failure in checked.failures])


def test_every_deck_opens_without_repair(result: KitResult) -> None:
    for path in files(result, "deck/*.pptx"):
        assert check_package(path.read_bytes()) == []
        deck = Presentation(str(path))
        titles = [slide.shapes.title.text for slide in deck.slides]
        assert len(set(titles)) == len(titles)
        assert all(slide.has_notes_slide for slide in deck.slides) or "loop" in path.name
        layouts = {slide.slide_layout.name for slide in deck.slides}
        assert len(layouts) >= min(6, len(titles) - 1)


def test_nothing_private_leaks(result: KitResult) -> None:
    for path in result.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for secret in (b"Camera of Jane", SENT_PHOTO.encode(), b"Steve Canny", b"anonymous", str(ROOT).encode()):
                assert secret not in data, (path.name, secret)


def test_the_manifest_says_the_truth(result: KitResult) -> None:
    manifest = json.loads((result.folder / "kit.json").read_text())
    listed = {entry["path"]: entry for entry in manifest["files"]}
    there = {path.relative_to(result.folder).as_posix() for path in result.folder.rglob("*") if path.is_file()}
    own = {"START-HERE.html", "post.html", "review.txt"}
    assert set(listed) == there - {"kit.json", *own}
    listed |= {name: manifest[name] | {"alt": ""} for name in own}
    for name, entry in listed.items():
        data = (result.folder / name).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        if name.endswith((".png", ".jpg")):
            assert entry["alt"]


def test_start_here_links_every_file_and_needs_no_network(result: KitResult) -> None:
    page = (result.folder / "START-HERE.html").read_text()
    for file in result.files:
        path = file.path.relative_to(result.folder).as_posix()
        assert f'href="{path}"' in page or not file.medium
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    assert HOTLINE in page
    assert len(page) < 1_500_000


def test_public_pieces_show_the_hotline(result: KitResult) -> None:
    kit = make_kit(result.folder.parent)
    for spec in plan(kit):
        if spec.medium in {"social", "print"} and not spec.sheet and spec.group != "certificate":
            for one in spec.pages:
                words = " ".join(text.text for text in texts(compose(one, kit.page_inputs).page))
                assert HOTLINE in words, spec.path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.usefixtures("composed_anew")
def test_the_same_input_gives_the_same_kit(result: KitResult, tmp_path: Path) -> None:
    again = export_kit(make_kit(tmp_path), tmp_path / "other place", JobContext())
    first, second = bytes_of(result.folder), bytes_of(again.folder)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
