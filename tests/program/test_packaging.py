"""What is made for people without Python: icons, archives, and the files that tell a desktop about the program."""

from __future__ import annotations

import configparser
import importlib.util
import json
import plistlib
import re
import sys
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from htpm_studio import __version__
from htpm_studio.__main__ import FILES
from tests.helpers.packaging_script import PACKAGING, script

ROOT = Path(__file__).resolve().parents[2]


def _pins(path: Path) -> set[tuple[str, str]]:
    return set(re.findall(r"^([a-z0-9-]+==\S+)(.*)\\$", path.read_text(encoding="utf-8"), re.MULTILINE))


def test_the_downloads_are_made_with_the_libraries_that_are_tested() -> None:
    tested, packed = _pins(ROOT / "requirements.lock"), _pins(PACKAGING / "requirements.lock")
    names = {pin.partition("==")[0] for pin, _ in tested}
    common = {row for row in packed if row[0].partition("==")[0] in names}
    assert len(common) > 20
    assert common - tested == set()
    assert any(pin.startswith("pyinstaller==") for pin, _ in packed)


@pytest.mark.slow
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
    with Image.open(tmp_path / "setup.bmp") as beside:
        assert beside.size == (164, 314)  # what NSIS wants


def test_an_archive_says_nothing_of_who_packed_it_and_when(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_the_desktop_learns_the_same_file_types_from_all_files(monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_windows_and_macs_open_the_same_files(monkeypatch: pytest.MonkeyPatch) -> None:
    setup = (PACKAGING / "windows" / "setup.nsi").read_text(encoding="utf-8")
    told = [row["public.filename-extension"] for row in _tags(_mac_bundle(monkeypatch))]
    for ending in FILES:
        assert f'"${{CLASSES}}\\{ending}"' in setup
        assert [ending[1:]] in told


def _tags(bundle: dict[str, Any]) -> list[dict[str, list[str]]]:
    return [row["UTTypeTagSpecification"] for row in bundle["info_plist"]["UTExportedTypeDeclarations"]]


def _mac_bundle(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the description of the packaged program asks PyInstaller for on a Mac."""
    asked: dict[str, Any] = {}
    made = SimpleNamespace(binaries=[], datas=[], pure=[], scripts=[])
    hooks = ModuleType("PyInstaller.utils.hooks")
    hooks.copy_metadata = lambda _name: []
    for name in ("PyInstaller", "PyInstaller.utils"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.utils.hooks", hooks)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "path", [*sys.path])
    spec = PACKAGING / "htpm-studio.spec"
    tools = {name: lambda *_words, **_named: None for name in ("PYZ", "EXE", "COLLECT")}
    values = {"SPECPATH": str(PACKAGING), "Analysis": lambda *_words, **_named: made, **tools}
    exec(
        compile(spec.read_text(encoding="utf-8"), spec, "exec"),
        values | {"BUNDLE": lambda _, **named: asked.update(named)},
    )
    return asked


def test_the_app_declares_to_macos_all_that_it_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = _mac_bundle(monkeypatch)
    told = plistlib.loads(plistlib.dumps(bundle["info_plist"]))
    assert bundle["name"] == "HTPM Studio.app"
    assert bundle["version"] == __version__
    identifiers = [
        bundle["bundle_identifier"],
        *(row["UTTypeIdentifier"] for row in told["UTExportedTypeDeclarations"]),
    ]
    assert all(re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+){2,}", one) for one in identifiers)
    for kind in told["CFBundleDocumentTypes"]:
        assert set(kind["LSItemContentTypes"]) <= set(identifiers)
        assert kind["CFBundleTypeRole"] in {"Editor", "Viewer"}
        assert kind["CFBundleTypeIconFile"] == "document.icns"
    assert [tag["public.filename-extension"] for tag in _tags(bundle)] == [[ending[1:]] for ending in FILES]
    assert told["LSMinimumSystemVersion"] == "14.0"
    assert "document.icns" in (PACKAGING / "mac_packages.py").read_text(encoding="utf-8")


def _windows_program(folder: Path) -> Path:
    """A folder like that of the program for Windows, with next to nothing in it."""
    program = folder / "htpm-studio"
    pinned = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (PACKAGING / "requirements.lock").read_text(), re.MULTILINE))
    names = [
        "HTPM Studio.exe", "htpm-studio.exe", "README.txt", "licenses/Qt.txt", "licenses/HTPM-Studio.txt",
        f"_internal/skia_python-{pinned['skia-python']}.dist-info/METADATA", "_internal/skia.pyd",
    ]  # fmt: skip
    for name in names:
        (program / name).parent.mkdir(parents=True, exist_ok=True)
        (program / name).write_text(name)
    return program


def test_the_installer_gets_every_value_that_it_asks_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = script("windows_packages", monkeypatch)
    asked: list[list[str]] = []
    monkeypatch.setattr(packages, "compiler", lambda: "makensis")
    monkeypatch.setattr(packages.subprocess, "run", lambda words, **_more: asked.append(words))
    packages.pack(_windows_program(tmp_path), tmp_path, "1.2rc3", "x64")
    given = dict(word[2:].split("=", 1) for word in asked[0] if word.startswith("-D"))
    setup = (PACKAGING / "windows" / "setup.nsi").read_text(encoding="utf-8")
    defined = set(re.findall(r"!define (\w+)", setup))
    assert set(re.findall(r"\$\{([A-Z]+)\}", setup)) - defined == {*given, "SIGN"}
    assert given["NUMBERS"] == "1.2.3.0"
    with zipfile.ZipFile(tmp_path / "htpm-studio-1.2rc3-windows-x64-portable.zip") as archive:
        names = set(archive.namelist())
    top = "htpm-studio-1.2rc3-windows-x64-portable"
    assert {f"{top}/HTPM Studio.exe", f"{top}/portable.txt"} <= names


def test_programs_and_installer_are_signed_where_a_command_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    packages = script("windows_packages", monkeypatch)
    asked: list[list[str]] = []
    monkeypatch.setattr(packages, "compiler", lambda: "makensis")
    monkeypatch.setattr(packages.subprocess, "run", lambda words, **_more: asked.append(words))
    program = _windows_program(tmp_path)
    packages.pack(program, tmp_path, "1.2", "x64")
    assert "not signed" in capsys.readouterr().out
    assert [words[0] for words in asked] == ["makensis"]
    asked.clear()
    monkeypatch.setenv(packages.SIGNER, "signer --key 1")
    packages.pack(program, tmp_path, "1.2", "x64")
    assert asked[:2] == [
        ["signer", "--key", "1", str(program / name)] for name in ("HTPM Studio.exe", "htpm-studio.exe")
    ]
    assert "-DSIGN=signer --key 1" in asked[2]


def test_the_app_is_signed_and_notarized_where_a_certificate_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    packages = script("mac_packages", monkeypatch)
    assert packages.signature({}) == ["--sign", "-"]
    assert packages.notarization({}, Path("kit.dmg")) == []
    names = {packages.CERTIFICATE: "Developer ID Application: Riverbend", packages.PROFILE: "release"}
    words = packages.signature(names)
    assert words[:4] == ["--sign", "Developer ID Application: Riverbend", "--options", "runtime"]
    assert plistlib.loads(Path(words[-1]).read_bytes()) == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True
    }
    assert [row[0] for row in packages.notarization(names, Path("kit.dmg"))] == ["codesign", "xcrun", "xcrun"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("_internal/icuuc.dll", "icuuc"),
        ("_internal/numpy/core.pyd", "numpy"),
        ("_internal/Qt6Core.pdb", "pdb"),
        ("_internal/lxml/tests/test_one.py", "tests"),
        ("_internal/pillow-1.0.dist-info/METADATA", "pillow 1.0 and not"),
    ],
)
def test_what_does_not_ship_is_found_in_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    packages = script("windows_packages", monkeypatch)
    program = _windows_program(tmp_path)
    packages.make_zip(program, tmp_path / "good.zip", "top")
    assert packages.problems(tmp_path / "good.zip", PACKAGING / "requirements.lock") == []
    (program / name).parent.mkdir(parents=True, exist_ok=True)
    (program / name).touch()
    packages.make_zip(program, tmp_path / "bad.zip", "top")
    (problem,) = packages.problems(tmp_path / "bad.zip", PACKAGING / "requirements.lock")
    assert words in problem


def test_a_lock_for_windows_has_its_libraries_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("packaging.markers")
    locks = script("locks", monkeypatch)
    text = (PACKAGING / "requirements.lock").read_text(encoding="utf-8")
    shared = {"platform_machine": "x86_64", "python_version": "3.13", "python_full_version": "3.13.2"}
    windows = locks.target_lock(text, {**shared, "sys_platform": "win32", "platform_system": "Windows"})
    names = {row.name for row in locks.locked(windows)}
    assert {"pillow", "skia-python", "pywin32-ctypes"} <= names
    assert not names & {"numpy", "macholib"}
    assert windows.count("==") == len(names)
    assert "; " not in windows


def test_the_readme_says_what_the_trials_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_tried", ROOT / "docs" / "make_tried.py")
    assert spec is not None
    assert spec.loader is not None
    tried = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tried)
    records = json.loads((PACKAGING / "tried.json").read_text(encoding="utf-8"))
    assert {"windows", "linux"} <= records.keys()
    (found,) = tried.PLACE.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found == tried.table(records)


def test_the_command_of_a_file_type_is_read_from_the_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    trials = script("smoke_windows", monkeypatch)
    classes = "HKEY_CURRENT_USER\\Software\\Classes"
    registry = (
        f'[{classes}\\.htpm]\n@="Kit.Type"\n\n'
        f'[{classes}\\Kit.Type\\shell\\open\\command]\n@="\\"C:\\\\My programs\\\\studio.exe\\" \\"%1\\""\n'
    )
    assert trials.registered_command(registry, ".htpm") == ["C:\\My programs\\studio.exe", "%1"]
    assert trials.registered_command(registry, ".txt") == []
