"""Whether the libraries of the lock have ready-made files for Macs with either processor; this needs the network.

build/env/bin/python packaging/mac_wheels.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from locks import target_lock

LOCK = Path(__file__).resolve().parent / "requirements.lock"
OLDEST = "macosx_14_0"
PYTHON = "3.13"
PROCESSORS = ("arm64", "x86_64")


def main() -> int:
    """Ask for both processors; exit status 1 when files are missing."""
    return max([_resolves(processor) for processor in PROCESSORS])


def _resolves(processor: str) -> int:
    target = {
        "implementation_name": "cpython", "os_name": "posix", "platform_system": "Darwin", "sys_platform": "darwin",
        "platform_machine": processor, "platform_python_implementation": "CPython", "python_version": PYTHON,
        "python_full_version": f"{PYTHON}.0",
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        wish = Path(folder) / "mac.lock"
        wish.write_text(target_lock(LOCK.read_text(encoding="utf-8"), target), encoding="utf-8")
        words = ["--quiet", "--dry-run", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--target", folder]
        system = ["--platform", f"{OLDEST}_{processor}", "--python-version", PYTHON, "--implementation", "cp"]
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", *words, *system]
        code = subprocess.call([*pip, "-r", str(wish)])
    print(f"macOS 14, {processor}: {'some libraries have no files' if code else 'every library has its file'}.")
    return code


if __name__ == "__main__":
    sys.exit(main())
