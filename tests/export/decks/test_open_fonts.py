"""The open fonts beside a deck: each face with its license once, as its makers published them."""

from __future__ import annotations

import datetime as dt

from htpm_studio.export.decks.open_fonts import FACES, font_file, open_fonts
from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources


def test_each_face_and_each_license_is_a_file_once_with_the_bytes_of_its_maker() -> None:
    project = Project(Brand("Riverbend Coalition"), 2, 2027)
    kit = build_kit(project, bundled_campaign(), bundled_resources(), Options(), dt.date(2026, 11, 25))
    specs = list(open_fonts(kit))
    faces = [kit.look.fonts.face(name) for name in FACES]
    assert [spec.path for spec in specs if spec.format == "ttf"] == [f"deck/fonts/{one.path.name}" for one in faces]
    licenses = [spec.path.rpartition("/")[2] for spec in specs if spec.format == "txt"]
    assert licenses == sorted(set(licenses), key=licenses.index)
    assert all(name.startswith("OFL-") and name.endswith(".txt") for name in licenses)
    assert [font_file(spec, kit) for spec in specs if spec.format == "ttf"] == [one.read() for one in faces]
    assert all(b"SIL OPEN FONT LICENSE" in font_file(spec, kit) for spec in specs if spec.format == "txt")
    assert faces[0].family in specs[0].caption
    assert faces[-1].family in specs[0].caption
