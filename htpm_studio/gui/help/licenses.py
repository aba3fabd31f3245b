"""Every part of the program with its license, and the text of that license."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path, PurePath

from htpm_studio import paths
from htpm_studio.frozen import dataclass

LARGEST = 400_000


@dataclass(frozen=True, slots=True)
class Licensed:
    """A part: its name, license and address, and where the text is: files below the assets, or a Python package."""

    name: str
    license: str
    address: str
    files: tuple[str, ...] = ()
    package: str = ""
    replaceable: bool = False


_GNU = ("licenses/LGPL-3.0.txt", "licenses/GPL-3.0.txt")
_SCRIPTS = "fonts/scripts/OFL-"
LICENSED: tuple[Licensed, ...] = (
    Licensed("HTPM Studio", "MIT", "", ("../LICENSE",), "htpm-studio"),
    Licensed("Qt", "LGPL 3", "https://download.qt.io/official_releases/qt/", _GNU, replaceable=True),
    Licensed(
        "PySide6, Shiboken", "LGPL 3", "https://download.qt.io/official_releases/QtForPython/", _GNU, replaceable=True
    ),
    Licensed("Python", "PSF", "https://docs.python.org/3/license.html", ("licenses/Python.txt",)),
    Licensed("Lucide icons", "ISC", "https://lucide.dev", ("ui-icons/LICENSE.txt",)),
    Licensed("Drawn people and scenes", "CC0 1.0", "", ("illustrations/LICENSE.txt",)),
    Licensed("Public Sans", "OFL 1.1", "https://public-sans.digital.gov", ("fonts/OFL-PublicSans.txt",)),
    Licensed("Fraunces", "OFL 1.1", "https://github.com/undercasetype/Fraunces", ("fonts/OFL-Fraunces.txt",)),
    Licensed("Archivo", "OFL 1.1", "https://github.com/Omnibus-Type/Archivo", ("fonts/OFL-Archivo.txt",)),
    Licensed("Barlow", "OFL 1.1", "https://github.com/jpt/barlow", ("fonts/OFL-Barlow.txt",)),
    Licensed("Bitter", "OFL 1.1", "https://github.com/solmatas/BitterPro", ("fonts/OFL-Bitter.txt",)),
    Licensed(
        "Bricolage Grotesque", "OFL 1.1", "https://github.com/ateliertriay/bricolage", ("fonts/OFL-Bricolage.txt",)
    ),
    Licensed("Nunito", "OFL 1.1", "https://github.com/googlefonts/nunito", ("fonts/OFL-Nunito.txt",)),
    Licensed("Nunito Sans", "OFL 1.1", "https://github.com/Fonthausen/NunitoSans", ("fonts/OFL-NunitoSans.txt",)),
    Licensed("Source Sans", "OFL 1.1", "https://github.com/adobe-fonts/source-sans", ("fonts/OFL-BitterText.txt",)),
    Licensed("Arimo", "OFL 1.1", "https://github.com/googlefonts/Arimo", ("fonts/OFL-Arimo.txt",)),
    Licensed("Gelasio", "OFL 1.1", "https://github.com/SorkinType/Gelasio", ("fonts/OFL-Gelasio.txt",)),
    Licensed(
        "Noto Sans", "OFL 1.1", "https://notofonts.github.io", (f"{_SCRIPTS}NotoSans.txt", f"{_SCRIPTS}NotoSansCJK.txt")
    ),
    Licensed("Vazirmatn", "OFL 1.1", "https://github.com/rastikerdar/vazirmatn", (f"{_SCRIPTS}Vazirmatn.txt",)),
    Licensed("Skia, skia-python", "BSD 3-Clause", "https://github.com/kyamagu/skia-python", (), "skia-python"),
    Licensed("Pillow", "MIT-CMU", "https://python-pillow.github.io", (), "pillow"),
    Licensed(
        "pillow-heif, libheif, x265",
        "BSD 3-Clause, LGPL 3, GPL 2",
        "https://github.com/bigcat88/pillow_heif",
        ("licenses/GPL-2.0.txt", *_GNU),
        "pillow-heif",
        replaceable=True,
    ),
    Licensed("ReportLab", "BSD", "https://www.reportlab.com", (), "reportlab"),
    Licensed("python-pptx", "MIT", "https://github.com/scanny/python-pptx", (), "python-pptx"),
    Licensed("lxml", "BSD 3-Clause", "https://lxml.de", (), "lxml"),
    Licensed("Brotli", "MIT", "https://github.com/google/brotli", (), "brotli"),
    Licensed("deflate", "MIT", "https://github.com/dcwatson/deflate", (), "deflate"),
    Licensed("fontTools", "MIT", "https://github.com/fonttools/fonttools", (), "fonttools"),
    Licensed("HarfBuzz, uharfbuzz", "MIT, Apache 2.0", "https://github.com/harfbuzz/uharfbuzz", (), "uharfbuzz"),
    Licensed(
        "python-bidi", "LGPL 3", "https://github.com/MeirKriheli/python-bidi", _GNU, "python-bidi", replaceable=True
    ),
    Licensed("regex", "Apache 2.0, CNRI", "https://github.com/mrabarnett/mrab-regex", (), "regex"),
    Licensed(
        "resvg, resvg-py", "MPL 2.0 or Apache 2.0, MIT", "https://github.com/baseplate-admin/resvg-py", (), "resvg-py"
    ),
    Licensed("Taffy, stretchable", "MIT", "https://github.com/mortencombat/stretchable", (), "stretchable"),
    Licensed(
        "PDFium, pypdfium2", "BSD 3-Clause, Apache 2.0", "https://github.com/pypdfium2-team/pypdfium2", (), "pypdfium2"
    ),
    Licensed("Segno", "BSD 3-Clause", "https://github.com/heuer/segno", (), "segno"),
    Licensed("Typer", "MIT", "https://typer.tiangolo.com", (), "typer"),
    Licensed("Rich", "MIT", "https://github.com/Textualize/rich", (), "rich"),
    Licensed("Unicode confusables", "Unicode", "https://www.unicode.org/reports/tr39/", ("licenses/Unicode.txt",)),
    Licensed("platformdirs", "MIT", "https://github.com/tox-dev/platformdirs", (), "platformdirs"),
)


def license_text(part: Licensed) -> str:
    """The text of a license; the address of the part where the text is not on this computer."""
    found = [_read(paths.assets() / name) for name in part.files if (paths.assets() / name).is_file()]
    if part.package:
        found = [*(_read(path) for path in _package_files(part.package)), *found]
    texts = "\n\n".join(text for text in found if text)
    return texts or f"{part.license}\n{part.address}"


def _package_files(package: str) -> list[Path]:
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return []
    return [Path(str(file.locate())) for file in files if _is_license(file)]


def _is_license(file: PurePath) -> bool:
    name = file.name.upper()
    inside = any(part.endswith(".dist-info") for part in file.parts)
    return inside and ("licenses" in file.parts or name.startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")))


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(LARGEST)
    except OSError:
        return ""
