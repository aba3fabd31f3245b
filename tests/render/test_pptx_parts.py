"""The pieces of the PPTX back end: outlines, clips, paint, measures, order, and its package checks."""

from __future__ import annotations

import io
import re
import time
import zipfile
from types import SimpleNamespace

import pytest

from htpm_studio.render.office.package import Package
from htpm_studio.render.pptx.deck import render_pptx
from tests.helpers import pptx_pages as pages
from tests.helpers.pptx_check import check_package

# ------------------------------------------------------------------ checks


def mutated(name: str, pattern: bytes, replacement: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(render_pptx(pages.deck()))) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member == name:
                changed = re.sub(pattern, replacement, data, count=1)
                assert changed != data, "the mutation did nothing"
                data = changed
            new.writestr(member, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("member", "pattern", "replacement", "expected"),
    [
        ("[Content_Types].xml", rb'<Default Extension="jpg"[^>]*/>', b"", "no content type"),
        ("ppt/presentation.xml", rb'p14:sldId id="256"', b'p14:sldId id="999"', "sections list"),
        ("ppt/presentation.xml", rb'p:sldId id="256"', b'p:sldId id="12"', "slide ids"),
        ("ppt/slides/slide1.xml", rb'p:cNvPr id="3"', b'p:cNvPr id="2"', "occurs 2 times"),
        ("ppt/slides/slide3.xml", rb'r:embed="rId\d+"', b'r:embed="rId99"', "unknown relation rId99"),
        ("ppt/slides/slide3.xml", rb'descr="Three[^"]*"', b'descr="jane.jpg"', "shows a file name"),
        ("ppt/slides/slide3.xml", rb'descr="Three[^"]*"', b'descr=""', "neither alt text"),
        ("ppt/slides/slide2.xml", rb'idx="13"', b'idx="77"', "is not in its layout"),
        ("ppt/slides/slide2.xml", rb'<a:rPr lang="en-US"', b"<a:rPr", "no language"),
        ("ppt/slides/slide2.xml", rb'type="title"', b'type="body"', "has no title"),
        ("ppt/slides/_rels/slide2.xml.rels", rb"slideLayout2", b"slideLayout9", "missing part"),
        ("ppt/slides/slide2.xml", rb"<a:p>.*?</a:p>", b"", "no paragraph"),
        ("ppt/slideMasters/slideMaster1.xml", rb'sldLayoutId id="\d+"', b'sldLayoutId id="5"', "layout ids"),
        ("ppt/slides/slide2.xml", rb"<p:cSld>", b"<p:cSld", "cannot be read"),
    ],
)
def test_damage_is_found(member: str, pattern: bytes, replacement: bytes, expected: str) -> None:
    assert any(expected in problem for problem in check_package(mutated(member, pattern, replacement)))


def test_no_package_is_a_problem_not_a_crash() -> None:
    assert check_package(b"no zip") == ["the file is no package"]


def test_package_refuses_two_parts_of_one_name() -> None:
    package = Package()
    package.add("ppt/a.xml", "text/xml")
    with pytest.raises(ValueError, match="two parts"):
        package.add("ppt/a.xml", "text/xml")


def test_relation_to_the_same_part_is_made_once() -> None:
    package = Package()
    one, two = package.add("ppt/slides/a.xml", "t"), package.add("ppt/media/b.png", "t")
    assert (one.relate("image", two), one.relate("image", two)) == ("rId1", "rId1")
    assert one.opc.rels["rId1"].target_ref == "../media/b.png"


@pytest.mark.parametrize("year", [1901, 1970, 2200])
def test_a_clock_that_is_wrong_neither_breaks_a_file_nor_changes_it(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def file() -> bytes:
        package = Package()
        package.relate("officeDocument", package.add("ppt/presentation.xml", "application/xml", b"<a/>"))
        return package.pack()

    right = file()
    wrong = SimpleNamespace(time=lambda: 0.0, localtime=lambda _seconds: time.struct_time((year, *[1] * 8)))
    monkeypatch.setattr(zipfile, "time", wrong)
    assert file() == right
