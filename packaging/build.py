"""Make the downloads of HTPM Studio for the system that this runs on; those for Windows also on Linux.

    python3 packaging/build.py             build, try out and pack: everything in dist/SYSTEM, with SHA-256 sums
    python3 packaging/build.py windows     the same for Windows, on Linux with the help of Wine
    python3 packaging/build.py program     only build the program: build/frozen/SYSTEM/htpm-studio

With "thorough" the trial of the Windows program takes longer. The tools and libraries come from
packaging/requirements.lock into an environment of their own (build/env).
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path

from locks import NOT_SHIPPED, locked

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
ENV = BUILD / "env"
SYSTEM = {"linux": "linux", "win32": "windows", "darwin": "mac"}[sys.platform]
LOCK = HERE / "requirements.lock"
EPOCH = "1767225600"
"""The date of all files in the packages, 2026-01-01: the same sources give the same packages."""
WINDOWS_PYTHON = BUILD / "windows" / "python"
"""The folder of the Windows Python on Linux (windows_on_linux.py), which needs no environment of its own."""


def main(words: Sequence[str]) -> int:
    """Build, and pack unless only the program is asked for."""
    if Path(sys.prefix) not in {ENV, WINDOWS_PYTHON}:
        return subprocess.call([str(make_environment()), str(Path(__file__).resolve()), *words], env=calm())
    system = "windows" if "windows" in words else SYSTEM
    if system != SYSTEM:
        freeze_windows_on_linux()
    else:
        freeze()
    if "program" in words:
        return 0
    target = DIST / system
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    pack(system, target)
    if system == SYSTEM:
        run([sys.executable, str(HERE / "smoke.py"), str(start_file()), str(target)])
    if system == "windows":
        run([sys.executable, str(HERE / "smoke_windows.py"), str(target), *({"thorough"} & {*words})])
    if system == "linux":
        run([sys.executable, "-m", "hatchling", "build", "-d", str(target)])
    write_sums(system, target)
    for path in sorted(target.iterdir()):
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path.name}")
    return 0


def calm() -> dict[str, str]:
    """The environment of every step: a fixed date and a fixed order of things."""
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONHASHSEED": "1"}


def run(command: Sequence[str], **more: str) -> None:
    """Run one step in the project's folder and stop if it fails."""
    subprocess.run(list(command), check=True, cwd=ROOT, env={**calm(), **more})


def make_environment() -> Path:
    """The Python with the locked tools and libraries; made anew when the lock has changed."""
    import venv  # noqa: PLC0415 - the Windows Python on Linux has none and needs none

    python = ENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest() + " {}.{}".format(*sys.version_info[:2])
    stamp = ENV / "lock.txt"
    if stamp.is_file() and stamp.read_text() == wanted:
        return python
    venv.create(ENV, clear=True, with_pip=True)
    shipped = ENV / "shipped.lock"
    shipped.write_text("".join(map(str, locked(LOCK.read_text(encoding="utf-8")))), encoding="utf-8")
    words = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    run([str(python), "-m", "pip", "install", *words, "-r", str(shipped)])
    stamp.write_text(wanted)
    return python


def version() -> str:
    """The version of the program."""
    text = (ROOT / "htpm_studio" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if not found:
        raise SystemExit("htpm_studio/__init__.py has no version.")
    return found.group(1)


def machine() -> str:
    """The kind of computer, as packages name it."""
    name = platform.machine().lower()
    return {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(name, name)


def program(system: str = SYSTEM) -> Path:
    """The folder of the program that was built for a system."""
    return BUILD / "frozen" / system / "htpm-studio"


def start_file() -> Path:
    """The file that starts the program from a command line."""
    if SYSTEM == "mac":
        return program().parent / "HTPM Studio.app" / "Contents" / "MacOS" / "htpm-studio"
    return program() / ("htpm-studio.exe" if SYSTEM == "windows" else "htpm-studio")


def freeze() -> None:
    """Draw the icons, collect the program, put license and README beside it."""
    import icons  # noqa: PLC0415 - it needs the libraries of the environment

    icons.write_icons(BUILD / "icons")
    if SYSTEM == "linux":
        need_libraries()
    target = program()
    words = [
        "--distpath",
        str(target.parent),
        "--workpath",
        str(BUILD / "work" / SYSTEM),
        str(HERE / "htpm-studio.spec"),
    ]
    run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *words])
    if SYSTEM == "linux":
        strip_python(target / "_internal")
        remove_links(target)
    write_papers(target)


def freeze_windows_on_linux() -> None:
    """Let Windows' own Python collect the program as it would on Windows, by this very script."""
    import windows_on_linux  # noqa: PLC0415 - it needs the libraries of the environment

    windows_on_linux.prepare()
    windows_on_linux.run_python([windows_on_linux.windows_path(Path(__file__).resolve()), "program"])


def strip_python(folder: Path) -> None:
    """Take the debugging tables out of Python's own libraries; those of others come without."""
    files = [*folder.glob("libpython3*.so*"), *folder.glob("python3*/lib-dynload/*.so")]
    if shutil.which("strip"):
        run(["strip", "--strip-unneeded", *map(str, files)])


def remove_links(folder: Path) -> None:
    """Take out the links to libraries, which are found without: most USB sticks cannot hold links."""
    for path in folder.rglob("*"):
        if path.is_symlink():
            path.unlink()


def need_libraries() -> None:
    """Stop when libraries that come along in the package are not on this computer: they would be left out."""
    folders = list(ENV.glob("lib/python3.*/site-packages/PySide6/Qt/plugins/platforms"))
    listing = subprocess.run(
        ["ldd", *(str(folder / "libqxcb.so") for folder in folders)], capture_output=True, text=True, check=True
    ).stdout
    missing = sorted({line.split()[0] for line in listing.splitlines() if "=> not found" in line})
    if missing:
        sys.path.insert(0, str(ROOT))
        from studio import PACKAGES  # noqa: PLC0415 - it is beside this folder

        names = " ".join(sorted({PACKAGES.get(name, name) for name in missing}))
        raise SystemExit(f"Missing system libraries. Install them first: apt-get install {names}")


def write_papers(folder: Path) -> None:
    """Write README, and the license of every part; on Linux also of the system's libraries that come along."""
    sys.path.insert(0, str(ROOT))
    from htpm_studio.gui.help.about import LICENSED, Licensed, license_text  # noqa: PLC0415 - reads the environment's packages

    target = folder / "licenses"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for part in LICENSED:
        name = re.sub(r"[^A-Za-z0-9.-]+", "-", part.name)
        text = f"{part.name}\n{part.license}\n{part.address}\n\n{license_text(part)}\n"
        (target / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    listed = {part.package for part in LICENSED} | {NOT_SHIPPED}
    for name in sorted({str(row.metadata["Name"]).lower() for row in metadata.distributions()} - listed):
        text = license_text(Licensed(name, "", "", (), name)).strip()
        if text:
            (target / f"{name}.txt").write_text(f"{name}\n\n{text}\n", encoding="utf-8", newline="\n")
    for package, paper in system_papers(folder).items():
        shutil.copyfile(paper, target / f"system-{package}.txt")
    start = {"windows": "HTPM Studio.exe", "mac": "HTPM Studio.app"}.get(SYSTEM, "./htpm-studio")
    libraries = "HTPM Studio.app/Contents/Frameworks" if SYSTEM == "mac" else "_internal"
    words = (HERE / "README.txt").read_text(encoding="utf-8")
    text = words.format(version=version(), start=start, libraries=libraries)
    (folder / "README.txt").write_text(text, encoding="utf-8", newline="\n")


def system_papers(folder: Path) -> Mapping[str, Path]:
    """The copyright files of the Debian packages whose libraries were collected, by package."""
    if not shutil.which("dpkg"):
        return {}
    found = {}
    for path in sorted((folder / "_internal").glob("lib*.so*")):
        if path.is_symlink():
            continue
        told = subprocess.run(["dpkg", "-S", f"*/{path.name}"], capture_output=True, text=True, check=False).stdout
        for package in {line.partition(":")[0] for line in told.splitlines()}:
            paper = Path("/usr/share/doc") / package / "copyright"
            if paper.is_file() and not package.endswith("-dev"):
                found[package] = paper
    return found


def pack(system: str, target: Path) -> None:
    """Make the packages of a system in the folder `target`."""
    if system == "linux":
        import linux_packages as packages  # noqa: PLC0415 - one of three
    elif system == "mac":
        import mac_packages as packages  # noqa: PLC0415
    else:
        import windows_packages as packages  # noqa: PLC0415
    packages.pack(program(system), target, version(), machine())


def write_sums(system: str, target: Path) -> None:
    """Write the SHA-256 sums of the downloads, in the form that `sha256sum -c` reads."""
    packages = [path for path in sorted(target.iterdir()) if path.suffix != ".json"]
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in packages]
    (target / f"SHA256SUMS-{system}.txt").write_text("".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
