"""Draw the icons of the program and of kit files in all sizes from one drawing, assets/program-icon/program.svg."""

from __future__ import annotations

import io
import re
from pathlib import Path

import resvg_py
from PIL import Image

SOURCE = Path(__file__).resolve().parent.parent / "assets" / "program-icon" / "program.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
SETUP, GROUND = (164, 314), "#CFE9E6"
MAC_MARGIN = 100 / 1024
"""The room around an icon that Apple's guidelines for icons ask for, as a part of its width."""

PAGE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
<title>HTPM Studio kit</title>
<path d="M104 16H300L440 156V464A32 32 0 0 1 408 496H104A32 32 0 0 1 72 464V48A32 32 0 0 1 104 16Z"
 fill="#FBFEFD" stroke="#0E5F5B" stroke-width="14"/>
<path d="M300 16V124A32 32 0 0 0 332 156H440Z" fill="#CFE9E6" stroke="#0E5F5B" stroke-width="14"
 stroke-linejoin="round"/>
<svg x="126" y="184" width="260" height="260" viewBox="0 0 512 512">{drawing}</svg>
</svg>
"""


def program_svg() -> str:
    """The drawing of the program's icon."""
    return SOURCE.read_text(encoding="utf-8")


def document_svg() -> str:
    """A page that carries the program's icon: a kit file."""
    inner = re.sub(r"</?svg[^>]*>|<title>.*?</title>|<!--.*?-->", "", program_svg())
    return PAGE.format(drawing=inner)


def draw(svg: str, size: int) -> Image.Image:
    """A drawing as a picture of `size` by `size` pixels."""
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size)))).convert("RGBA")


def write_icons(folder: Path) -> None:
    """Write SVG and PNG for Linux, .ico for Windows and .icns for Mac."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, svg in {"program": program_svg(), "document": document_svg()}.items():
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")
        for size in SIZES:
            draw(svg, size).save(folder / f"{name}-{size}.png", optimize=True)
        drawn = [draw(svg, size) for size in WINDOWS]
        drawn[-1].save(folder / f"{name}.ico", sizes=[one.size for one in drawn], append_images=drawn[:-1])
        for_mac(svg).save(folder / f"{name}.icns")
    beside_setup().save(folder / "setup.bmp")


def beside_setup() -> Image.Image:
    """The picture at the left of the last page of the Windows installer."""
    picture = Image.new("RGB", SETUP, GROUND)
    icon = draw(program_svg(), SETUP[0] * 2 // 3)
    picture.paste(icon, (SETUP[0] // 6, SETUP[0] // 3), icon)
    return picture


def for_mac(svg: str) -> Image.Image:
    """The picture with room around it, 1024 pixels wide."""
    picture = Image.new("RGBA", (1024, 1024))
    margin = round(1024 * MAC_MARGIN)
    picture.paste(draw(svg, 1024 - 2 * margin), (margin, margin))
    return picture
