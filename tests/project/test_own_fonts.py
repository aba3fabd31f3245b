"""Fonts that users bring: what is taken, what is refused and why, and that nothing they hold can do harm."""

from __future__ import annotations

import contextlib
import io
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from htpm_studio.errors import InputError
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.brand_file import open_brand, save_brand
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.own_fonts import load_font, needed_letters, reread_font
from htpm_studio.project.store import read_project, save_project
from htpm_studio.scene.nodes import FontSource
from tests.helpers.font_files import changed, open_type, read, true_type, variable

# ------------------------------------------------------------------ what is taken


def test_a_font_file_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "acme.ttf"
    path.write_bytes(true_type())
    (face,) = load_font((path,), "heading", JobContext()).faces
    assert (face.family, face.weight) == ("Acme Display", 800)


@pytest.mark.parametrize("make", [true_type, open_type, variable])
def test_every_kind_of_font_becomes_plain_outlines_that_are_the_same_each_time(make: Callable[[], bytes]) -> None:
    (face,) = read(make()).faces
    assert read.__wrapped__(make()).faces == (face,)
    font = TTFont(io.BytesIO(face.data))
    assert "glyf" in font
    assert not {"fvar", "CFF ", "fpgm", "prep"} & set(font.keys())
    assert set(map(ord, needed_letters())) <= set(font.getBestCmap())
    assert reread_font("again", face.data) == face


def test_outlines_of_an_otf_keep_their_shape() -> None:
    drawn = [hb.Font(hb.Face(hb.Blob(read(make()).faces[0].data))) for make in (true_type, open_type)]
    for letter in "OQag8&ñ":
        one, two = (font.get_glyph_extents(font.get_nominal_glyph(ord(letter))) for font in drawn)
        assert abs(one.width - two.width) <= 4
        assert abs(one.y_bearing - two.y_bearing) <= 4


def test_a_variable_font_gives_the_weights_that_text_has() -> None:
    font = read(variable(), "text")
    assert [(face.weight, face.bold) for face in font.faces] == [(400, False), (500, False), (600, True), (700, True)]
    assert len({face.key for face in font.faces}) == 4
    assert font.notes == ()


def test_several_files_give_one_weight_each() -> None:
    light, heavy = (true_type(f"Archivo-{weight}", family="Acme Text") for weight in (400, 800))
    assert [face.weight for face in read(light, "text", "", heavy).faces] == [400, 800]
    with pytest.raises(InputError, match="same weight"):
        read(light, "text", "", light)
    with pytest.raises(InputError, match="different families"):
        read(light, "text", "", true_type(family="Other Display"))


def test_text_of_one_weight_is_never_made_bold_by_force() -> None:
    font = read(true_type("Archivo-400", family="Acme Text"), "text")
    assert not any(face.bold for face in font.faces)
    assert "nothing is bold" in font.notes[0]


def test_a_compressed_web_font_is_read() -> None:
    pytest.importorskip("brotli")

    def pack(font: TTFont) -> None:
        font.flavor = "woff2"

    assert read(changed(true_type(), pack)).faces[0].family == "Acme Display"


def test_letters_that_another_font_draws_are_named() -> None:
    (note,) = read(true_type(), names="Łódź Network").notes
    assert "Ł ź" in note or "Ł" in note
    assert read(true_type()).notes == ()


# ------------------------------------------------------------------ what is refused


def fs_type(value: int) -> bytes:
    def change(font: TTFont) -> None:
        font["OS/2"].fsType = value

    return changed(true_type(), change)


@pytest.mark.parametrize(("value", "sentence"), [
    (0x0002, "does not allow it to be embedded"), (0x0100, "a part of it"), (0x0200, "a part of it"),
])  # fmt: skip
def test_a_font_that_may_not_be_embedded_is_refused(value: int, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read(fs_type(value))


def test_a_font_for_viewing_and_printing_is_not_given_on_in_forms() -> None:
    font = read(fs_type(0x0004))
    assert not font.faces[0].editable
    assert "viewing and printing" in font.notes[-1]
    assert read(fs_type(0x0008)).faces[0].editable


def test_missing_letters_are_named() -> None:
    with pytest.raises(InputError, match="Á É") as refused:
        read(true_type(letters="".join(letter for letter in needed_letters() if letter.isascii())))
    assert "ñ" in str(refused.value)


def blank(font: TTFont) -> None:
    for name in font.getGlyphOrder():
        font["glyf"][name] = type(font["glyf"][name])()


def tiny(font: TTFont) -> None:
    font["head"].unitsPerEm = 16384


@pytest.mark.parametrize("spoil", [blank, tiny])
def test_letters_that_are_blank_or_tiny_are_refused(spoil: Callable[[TTFont], object]) -> None:
    with pytest.raises(InputError, match="blank or of a size"):
        read(changed(true_type(), spoil))


@pytest.mark.parametrize(("data", "sentence"), [
    (b"ttcf\0\1\0\0", "collection"), (b"GIF89a....", "not a font"), (b"", "not a font"),
    (b"wOF2" + bytes(12) + b"\xff" * 8, "larger than"),
])  # fmt: skip
def test_what_is_no_font_is_refused_before_it_is_read(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "acme.ttf"
    path.write_bytes(data)
    with pytest.raises(InputError, match=sentence):
        load_font((path,), "text", JobContext())


def test_a_font_without_outlines_is_refused() -> None:
    def bare(font: TTFont) -> None:
        del font["glyf"], font["loca"]

    with pytest.raises(InputError, match="no outlines"):
        read(changed(true_type(), bare))


def test_damaged_fonts_give_a_sentence_and_nothing_else() -> None:
    dice = random.Random(7)
    for source in (true_type(), open_type(), variable()):
        for _ in range(4):
            data = bytearray(source)
            for _ in range(dice.choice((1, 4, 30))):
                data[dice.randrange(len(data))] = dice.randrange(256)
            spoiled = bytes(data[: dice.choice((len(data), len(data) // 2, 40))])
            with contextlib.suppress(InputError):
                assert read(spoiled).faces


# ------------------------------------------------------------------ files that carry fonts


def kit_with_fonts() -> Project:
    brand = Brand("Acme", heading_font=read(open_type()).faces, text_font=read(variable(), "text").faces, pair="sturdy")
    return Project(brand, 2, 2027)


def test_kit_and_brand_files_carry_the_fonts(tmp_path: Path) -> None:
    project = kit_with_fonts()
    save_project(project, tmp_path / "kit.htpm")
    assert read_project(tmp_path / "kit.htpm").project == project
    first = (tmp_path / "kit.htpm").read_bytes()
    save_project(project, tmp_path / "kit.htpm")
    assert (tmp_path / "kit.htpm").read_bytes() == first
    save_brand(project.brand, tmp_path / "acme.htpmbrand")
    assert open_brand(tmp_path / "acme.htpmbrand") == project.brand


def test_a_font_that_a_kit_file_lost_is_said_and_the_pair_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "kit.htpm"
    save_project(kit_with_fonts(), path)
    data = path.read_bytes()
    key = kit_with_fonts().brand.heading_font[0].data[200:240]
    path.write_bytes(data.replace(key, bytes(40)))
    opened = read_project(path)
    assert opened.project.brand.heading_font == ()
    assert opened.project.brand.text_font
    (problem,) = opened.problems
    assert "font for headlines is damaged" in problem.message
    again = replace(opened.project, brand=replace(opened.project.brand, heading_font=read(open_type()).faces))
    save_project(again, path)
    assert read_project(path).problems == ()


@pytest.mark.parametrize("spoil", [
    lambda data: data[:-400], lambda data: b"OTTO" + data[4:], lambda data: data[:4] + b"\xff\xff" + data[6:],
    lambda data: data.replace(b"glyf", b"evil", 1), lambda data: b"",
])  # fmt: skip
def test_a_face_that_this_program_did_not_make_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(InputError, match="usable font"):
        reread_font("fonts/1.ttf", spoil(read(true_type()).faces[0].data))


def test_a_font_that_forbids_it_does_not_come_in_through_a_kit_file() -> None:
    def forbid(font: TTFont) -> None:
        font["OS/2"].fsType = 2

    with pytest.raises(InputError, match="usable font"):
        reread_font("fonts/1.ttf", changed(read(true_type()).faces[0].data, forbid))


def test_a_saved_face_has_a_weight_and_rights_that_this_program_writes() -> None:
    face = read(true_type(), "heading").faces[0]

    def reread(weight: int, rights: int) -> FontSource:
        def spoil(font: TTFont) -> None:
            font["OS/2"].usWeightClass, font["OS/2"].fsType = weight, rights

        return reread_font("a", changed(face.data, spoil))

    for weight in (1, 1000):
        assert reread(weight, 0).weight == weight
    for weight in (0, 1001):
        with pytest.raises(InputError, match="usable font"):
            reread(weight, 0)
    assert [reread(400, rights).editable for rights in (0, 4, 8, 12)] == [True, False, True, True]
    with pytest.raises(InputError, match="usable font"):
        reread(400, 2)


def test_a_font_has_from_one_to_six_files_one_for_each_weight(tmp_path: Path) -> None:
    def asked(count: int) -> str:
        with pytest.raises(InputError) as caught:
            load_font([tmp_path / f"{at}.ttf" for at in range(count)], "text", JobContext())
        return caught.value.message

    assert asked(0) == "0 font files were given."
    assert asked(7) == "7 font files were given."
    for count in (1, 6):
        assert "0.ttf" in asked(count), "that many are looked for"
