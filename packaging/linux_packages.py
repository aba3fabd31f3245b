"""The packages for Linux: a .tar.gz that runs from any folder, and a .deb with menu entry and file type."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import icons

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))
MIME = "application-x-htpm-studio-kit"
# What stays with the system: C library, graphics drivers, and the font settings that say where fonts are.
DEPENDS = ("libc6 (>= {libc})", "libegl1", "libgl1", "fontconfig-config")
RECOMMENDS = ("xdg-utils", "shared-mime-info", "desktop-file-utils", "libcups2t64 | libcups2")
CONTROL = """\
Package: htpm-studio
Version: {version}
Architecture: {architecture}
Maintainer: HTPM Studio contributors <htpm-studio@localhost>
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: graphics
Priority: optional
Description: branded kits for Human Trafficking Prevention Month
 Pick a week, add a logo and pictures, and export training decks, video-call
 backgrounds, social graphics, handouts and the words that go with them.
 Everything is made on your computer, without the internet.
"""


def pack(program: Path, dist: Path, version: str, machine: str) -> None:
    """Make both packages of the program in the folder `program`."""
    make_tar(program, dist / f"htpm-studio-{version}-linux-{machine}.tar.gz", f"htpm-studio-{version}")
    make_deb(program, dist, version)


def make_tar(program: Path, target: Path, top: str) -> None:
    """Pack the folder under the name `top`; owners and dates are left out."""
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=EPOCH) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for path in [program, *sorted(program.rglob("*"))]:
            archive.add(path, Path(top, path.relative_to(program)).as_posix(), recursive=False, filter=_plain)


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = EPOCH
    member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return member


def make_deb(program: Path, dist: Path, version: str) -> None:
    """Lay the files out as they will be installed and let dpkg-deb pack them."""
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    home, share = tree / "usr" / "lib" / "htpm-studio", tree / "usr" / "share"
    shutil.copytree(program, home, symlinks=True)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "htpm-studio").symlink_to("../lib/htpm-studio/htpm-studio")
    _desktop(share)
    _papers(share / "doc" / "htpm-studio", home)
    architecture = subprocess.check_output(["dpkg", "--print-architecture"], text=True).strip()
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    control = CONTROL.format(
        version=version,
        architecture=architecture,
        size=size,
        depends=", ".join(DEPENDS).format(libc=needed_libc(program)),
        recommends=", ".join(RECOMMENDS),
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
            os.utime(path, (EPOCH, EPOCH))
    name = f"htpm-studio_{version}_{architecture}.deb"
    words = ["--root-owner-group", "-Zxz", "--build", str(tree), str(dist / name)]
    subprocess.run(["dpkg-deb", *words], check=True, stdout=subprocess.DEVNULL)


def _desktop(share: Path) -> None:
    places = {
        "htpm-studio.desktop": "applications/htpm-studio.desktop",
        "htpm-studio.metainfo.xml": "metainfo/org.htpmstudio.HTPMStudio.metainfo.xml",
        "htpm-studio.mime.xml": "mime/packages/htpm-studio.xml",
    }
    for name, place in places.items():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "linux" / name, share / place)
    for kind, folder, name in (("program", "apps", "htpm-studio"), ("document", "mimetypes", MIME)):
        drawings = {f"{size}x{size}": f"{kind}-{size}.png" for size in icons.SIZES} | {"scalable": f"{kind}.svg"}
        for size, drawing in drawings.items():
            target = share / "icons" / "hicolor" / size / folder / f"{name}{Path(drawing).suffix}"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / "build" / "icons" / drawing, target)


def _papers(doc: Path, home: Path) -> None:
    doc.mkdir(parents=True)
    words = "The license of each part is in /usr/lib/htpm-studio/licenses. HTPM Studio itself:\n\n"
    (doc / "copyright").write_text(words + (ROOT / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    with gzip.GzipFile(doc / "changelog.gz", "wb", 9, mtime=EPOCH) as packed:
        packed.write((ROOT / "CHANGELOG.md").read_bytes())
    (home / "README.txt").rename(doc / "README.txt")


def needed_libc(program: Path) -> str:
    """The oldest C library that all collected files run with, as "2.34"."""
    newest = (2, 17)
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            data = path.read_bytes()
            if data[:4] == b"\x7fELF":
                found = re.findall(rb"\0GLIBC_(\d+)\.(\d+)(?:\.\d+)?(?=\0)", data)
                newest = max([newest, *((int(major), int(minor)) for major, minor in found)])
    return "{}.{}".format(*newest)
