"""What is made for people without Python: icons, archives, and the files that tell a desktop about the program."""

from __future__ import annotations

import configparser
import re
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio.__main__ import FILES
from tests.packaging_script import PACKAGING, script

ROOT = Path(__file__).resolve().parent.parent


def _pins(path: Path) -> set[tuple[str, str]]:
    return set(re.findall(r"^([a-z0-9-]+==\S+)(.*)\\$", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_downloads_are_made_with_the_libraries_that_are_tested() -> None:
    tested, packed = _pins(ROOT / "requirements.lock"), _pins(PACKAGING / "requirements.lock")
    names = {pin.partition("==")[0] for pin, _ in tested}
    common = {row for row in packed if row[0].partition("==")[0] in names}
    assert len(common) > 20
    assert common - tested == set()
    assert any(pin.startswith("pyinstaller==") for pin, _ in packed)


def test_icons_are_drawn_in_all_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    icons = script("icons", monkeypatch)
    icons.write_icons(tmp_path)
    for kind in ("program", "document"):
        for size in icons.SIZES:
            with Image.open(tmp_path / f"{kind}-{size}.png") as drawn:
                assert drawn.size == (size, size)
                assert len(drawn.convert("RGBA").getcolors(size * size) or ()) > 8, "strands, dots and a ground"
        with Image.open(tmp_path / f"{kind}.ico") as windows:
            assert windows.info["sizes"] == {(size, size) for size in icons.WINDOWS}
        with Image.open(tmp_path / f"{kind}.icns") as mac:
            assert mac.size[0] >= 512


def test_an_archive_says_nothing_of_who_packed_it_and_when(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script("icons", monkeypatch)
    packages = script("linux_packages", monkeypatch)
    made = []
    for name in ("one", "two"):
        program = tmp_path / name
        (program / "_internal").mkdir(parents=True)
        (program / "htpm-studio").write_bytes(b"program")
        (program / "htpm-studio").chmod(0o700)
        (program / "_internal" / "library").write_bytes(b"\x7fELF\0GLIBC_2.9\0GLIBC_2.35\0GLIBC_PRIVATE\0")
        packages.make_tar(program, tmp_path / f"{name}.tar.gz", "htpm-studio-1")
        made.append((tmp_path / f"{name}.tar.gz").read_bytes())
    assert made[0] == made[1]
    with tarfile.open(tmp_path / "one.tar.gz") as archive:
        rows = {row.name: (row.mode, row.uid, row.uname) for row in archive.getmembers()}
    assert rows["htpm-studio-1/htpm-studio"] == (0o755, 0, "")
    assert rows["htpm-studio-1/_internal/library"] == (0o644, 0, "")
    assert packages.needed_libc(tmp_path / "one") == "2.35"


def test_a_stick_that_knows_no_links_can_hold_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "library.so").touch()
    (tmp_path / "library.so").symlink_to("lib/library.so")
    script("build", monkeypatch).remove_links(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["lib", "library.so"]
    assert (tmp_path / "lib" / "library.so").is_file()


def test_kits_that_are_not_the_same_are_told_by_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    smoke = script("smoke", monkeypatch)
    for name, text in (("one", "a"), ("two", "b")):
        (tmp_path / name / "deck").mkdir(parents=True)
        (tmp_path / name / "same.txt").write_text("same")
        (tmp_path / name / "deck" / "words.txt").write_text(text)
        (tmp_path / name / f"only-{name}.txt").touch()
    assert smoke.differences(tmp_path / "one", tmp_path / "one") == []
    assert smoke.differences(tmp_path / "one", tmp_path / "two") == ["only-one.txt", "only-two.txt", "deck/words.txt"]


def test_the_desktop_learns_the_same_file_types_from_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
    script("icons", monkeypatch)
    packages = script("linux_packages", monkeypatch)
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / "htpm-studio.desktop", encoding="utf-8")
    kinds = entry["Desktop Entry"]["MimeType"].rstrip(";").split(";")
    assert kinds[0].replace("/", "-") == packages.MIME
    assert entry["Desktop Entry"]["Exec"] == "htpm-studio %f"
    mime = ET.parse(PACKAGING / "linux" / "htpm-studio.mime.xml").getroot()
    spaces = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert [one.get("type") for one in mime.iterfind("m:mime-type", spaces)] == kinds
    assert [one.get("pattern") for one in mime.iterfind(".//m:glob", spaces)] == [f"*{ending}" for ending in FILES]
    assert [one.get("name") for one in mime.iterfind(".//m:icon", spaces)] == [packages.MIME]
    about = ET.parse(PACKAGING / "linux" / "htpm-studio.metainfo.xml").getroot()
    assert [one.text for one in about.iterfind("provides/mediatype")] == kinds
    assert about.findtext("launchable") == "htpm-studio.desktop"


def test_windows_is_told_what_a_program_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = script("windows_version", monkeypatch)
    text = version.write_version(tmp_path, "HTPM Studio", "1.2.3rc4").read_text(encoding="utf-8")
    kinds = ("FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct")
    shown = {kind: lambda *words, **named: [*words, named] for kind in ("VSVersionInfo", *kinds)}
    found = eval(text, shown)[0]  # PyInstaller reads it so
    assert found["ffi"][0]["filevers"] == (1, 2, 3, 4)
    assert ["OriginalFilename", "HTPM Studio.exe", {}] in found["kids"][0][0][0][1]


def test_windows_and_macs_open_the_same_files() -> None:
    setup = (PACKAGING / "windows" / "htpm-studio.iss").read_text(encoding="utf-8")
    spec = (PACKAGING / "htpm-studio.spec").read_text(encoding="utf-8")
    for ending in FILES:
        assert f'"Software\\Classes\\{ending}"' in setup
        assert f'"{ending[1:]}"' in spec


def test_the_installer_gets_every_value_that_it_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script("windows_version", monkeypatch)
    packages = script("windows_packages", monkeypatch)
    program = tmp_path / "htpm-studio"
    program.mkdir()
    (program / "HTPM Studio.exe").touch()
    asked: list[list[str]] = []
    monkeypatch.setattr(packages, "compiler", lambda: "iscc")
    monkeypatch.setattr(packages.subprocess, "run", lambda words, **_more: asked.append(words))
    packages.pack(program, tmp_path, "1.2rc3", "x64")
    given = dict(word[2:].split("=", 1) for word in asked[0] if word.startswith("/D"))
    setup = (PACKAGING / "windows" / "htpm-studio.iss").read_text(encoding="utf-8")
    assert set(re.findall(r"\{#(\w+)\}", setup)) == set(given)
    assert given["Numbers"] == "1.2.3.0"
    with zipfile.ZipFile(tmp_path / "htpm-studio-1.2rc3-windows-x64-portable.zip") as archive:
        names = set(archive.namelist())
    top = "htpm-studio-1.2rc3-windows-x64-portable"
    assert {f"{top}/HTPM Studio.exe", f"{top}/portable.txt"} <= names
