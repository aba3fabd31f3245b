from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from PIL import Image

from htpm_studio.errors import InputError
from htpm_studio.project.pictures import load_logo, pixels, read_picture
from htpm_studio.project.svg import draw_svg, read_svg, reread_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50"'


def svg(body: str, attributes: str = "") -> bytes:
    return f"{HEAD} {attributes}>{body}</svg>".encode()


def clean(body: str, attributes: str = "") -> str:
    return read_svg("logo.svg", svg(body, attributes))[0].decode()


def color_at(body: str, x: float, y: float) -> tuple[int, ...]:
    """The color that the cleaned drawing has at a place of the 100 x 50 canvas, which a frame keeps whole."""
    frame = '<path d="M0 0h100v50h-100z" fill="none" stroke="#000"/>'
    image = draw_svg("logo.svg", clean(body + frame).encode(), 200)
    pixel = image.getpixel((int(x * 2), int(y * 2)))
    assert isinstance(pixel, tuple)
    return pixel


def png(size: tuple[int, int] = (4, 4), **options: object) -> str:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#00C000").save(buffer, "PNG", **options)
    return base64.b64encode(buffer.getvalue()).decode()


# ------------------------------------------------------------------ what comes in


def test_a_drawing_is_trimmed_to_its_ink_and_keeps_its_units(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(svg('<rect x="20" y="10" width="30" height="20" fill="#0F5C5C"/>'))
    source = load_logo(path)
    assert source.kind == "svg"
    assert source.size == pytest.approx((30, 20), rel=0.02)
    image = pixels(source, 300)
    assert image.width == 300
    assert image.getpixel((150, 100)) == (0x0F, 0x5C, 0x5C, 255)
    assert load_logo(path) == source


def test_cleaning_twice_changes_nothing() -> None:
    body = (
        "<style>.a{fill:#f00;mix-blend-mode:multiply}</style>"
        '<defs><linearGradient id="Name of a person"><stop offset="0" style="stop-color:#123"/></linearGradient></defs>'
        '<g opacity=".5"><rect class="a" x="20" y="10" width="30" height="20"/></g>'
        '<clipPath id="c"><circle r="9"/></clipPath>'
        '<rect clip-path="url(#c)" fill="url(#Name of a person)" width="9" height="9"/>'
        f'<image width="5" height="5" href="data:image/png;base64,{png()}"/>'
    )
    data, size = read_svg("logo.svg", svg(body))
    assert reread_svg("logo.svg", data) == (data, size)
    assert read_picture("logo.svg", data).size == size


def test_names_notes_and_foreign_parts_do_not_come_in() -> None:
    text = clean(
        "<title>SECRET</title><desc>SECRET</desc><metadata><x>SECRET</x></metadata><!-- SECRET -->"
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi" docname="C:/Users/SECRET"/>'
        '<g id="SECRET" class="SECRET" data-name="SECRET" aria-label="SECRET" xmlns:i="http://i" i:label="SECRET">'
        '<rect width="9" height="9"/><text display="none">SECRET</text></g>'
        '<?xml-stylesheet href="SECRET.css"?>'
    )
    assert "SECRET" not in text
    assert "sodipodi" not in text


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="96" height="48"', (96, 48)),
        ('width="1in" height="24pt"', (96, 32)),
        ('width="25.4mm" height="1in"', (96, 96)),
    ],
)
def test_a_size_stands_in_for_a_viewbox(attributes: str, size: tuple[int, int]) -> None:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><rect width="500" height="500"/></svg>'
    assert read_svg("logo.svg", head.encode())[1] == pytest.approx(size, rel=0.02)


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + svg('<rect width="9" height="9"/>').decode()
    (tmp_path / "a.svg").write_bytes(text.encode("utf-16"))
    assert load_logo(tmp_path / "a.svg").kind == "svg"


# ------------------------------------------------------------------ style sheets


@pytest.mark.parametrize(
    ("sheet", "element", "color"),
    [
        (".a{fill:#ff0000}", '<rect class="a b"', (255, 0, 0)),
        ("rect{fill:#ff0000} .b{fill:#00ff00}", '<rect class="b"', (0, 255, 0)),
        (".b{fill:#00ff00} rect{fill:#ff0000}", '<rect class="b"', (0, 255, 0)),
        ("#x{fill:#0000ff} .b{fill:#00ff00}", '<rect id="x" class="b"', (0, 0, 255)),
        (".b{fill:#00ff00}", '<rect class="b" fill="#ff0000"', (0, 255, 0)),
        (".b{fill:#00ff00}", '<rect class="b" style="fill:#ff0000"', (255, 0, 0)),
        (".b{fill:#00ff00 !important}", '<rect class="b" style="fill:#ff0000"', (0, 255, 0)),
        ("g .b{fill:#00ff00}", '<rect class="b" fill="#ff0000"', (0, 255, 0)),
        ("svg > .b{fill:#00ff00}", '<rect class="b" fill="#ff0000"', (255, 0, 0)),
        ("g > rect.b, .z{fill:#00ff00}", '<rect class="b" fill="#ff0000"', (0, 255, 0)),
        (".b:hover{fill:#00ff00}", '<rect class="b" fill="#ff0000"', (255, 0, 0)),
        ("/* x */ @font-face{font-family:a} .b/**/{fill:#00ff00", '<rect class="b"', (0, 255, 0)),
        ("@media print{.b{fill:#00ff00}} .c{fill:#0000ff}", '<rect class="b c"', (0, 0, 255)),
        ("@charset 'x'; .b{fill:#00ff00}", '<rect class="b"', (0, 255, 0)),
    ],
)
def test_style_sheets_become_attributes(sheet: str, element: str, color: tuple[int, ...]) -> None:
    body = f'<style>{sheet}</style><g>{element} width="100" height="50"/></g>'.replace("svg >", "svg &gt;")
    assert color_at(body.replace("g > rect", "g &gt; rect"), 50, 25)[:3] == color
    assert "style" not in clean(body)


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<script>alert(1)</script>", "a script"),
        ("<SCRIPT/>", "a script"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "a script"),
        ('<rect width="9" height="9" onclick="x()"/>', "a script"),
        ('<rect width="9" height="9" ONLOAD="x()"/>', "a script"),
        ('<a href=" javascript:x()"><rect width="9" height="9"/></a>', "a script"),
        ("<foreignObject/>", "embedded content"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "embedded content"),
        ('<image href="http://example.org/a.png"/>', "outside itself"),
        ('<image href="a.png"/>', "outside itself"),
        ('<image href="file:///etc/passwd"/>', "outside itself"),
        ('<use xlink:href="other.svg#a"/>', "outside itself"),
        ('<rect fill="url(http://example.org/a#b)"/>', "outside itself"),
        ("<rect style=\"fill:url( 'a.svg#b' )\"/>", "outside itself"),
        ('<rect style="fill:url(data:image/png;base64,AAAA)"/>', "outside itself"),
        ('<style>rect{fill:url("a.svg#b")}</style><rect/>', "outside itself"),
        ('<linearGradient id="a" href="b.svg#c"/>', "outside itself"),
        ('<style>@import "a.css";</style>', "loads or hides"),
        (r'<style>@\69mport "a.css";</style>', "loads or hides"),
        ('<rect style="fill:\\75rl(a)"/>', "loads or hides"),
        ("<style>a[b]{fill:red}</style>", "not supported"),
        ("<text>Riverbend</text>", "contains text"),
        ("<g><text><tspan>Riverbend</tspan></text></g>", "contains text"),
        ("<flowRoot><flowPara>Riverbend</flowPara></flowRoot>", "contains text"),
        ('<filter id="f"/><rect filter="url(#f)"/>', "filter effect"),
        ('<rect style="filter:blur(3px)"/>', "filter effect"),
        ('<pattern id="p"/><rect fill="url(#p)"/>', "pattern fill"),
        ('<marker id="m"/><path marker-end="url(#m)"/>', "arrow heads"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "neither PNG nor JPEG"),
        ('<image href="data:image/gif;base64,R0lGODlh"/>', "neither PNG nor JPEG"),
        ('<image href="data:image/png;base64,iVBORw0KGgo="/>', "damaged"),
        ('<rect width="1e12"/>', "coordinates beyond"),
        ('<rect width="1e999"/>', "coordinates beyond"),
        ('<rect width="nan"/>', "invalid numbers"),
        ('<g transform="scale(1e5) scale(1e5)"><rect width="9" height="9"/></g>', "far outside"),
        ('<path d="M0 0L900000 9"/>', "far outside"),
        ("", "draws nothing"),
        ('<rect x="200" width="9" height="9"/>', "draws nothing"),
        ('<rect width="9" height="9" display="none"/>', "draws nothing"),
        ('<rect width="9" height="9" opacity="0"/>', "draws nothing"),
    ],
)
def test_drawings_that_act_load_or_lose_are_refused(tmp_path: Path, body: str, words: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(svg(body))
    with pytest.raises(InputError, match=words) as caught:
        load_logo(path)
    assert "logo.svg" in caught.value.message
    assert caught.value.hint.endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        '<g id="a"><use xlink:href="#a"/></g>',
        '<use id="a" href="#b"/><use id="b" href="#a"/>',
        '<clipPath id="c"><rect clip-path="url(#c)" width="9" height="9"/></clipPath><rect clip-path="url(#c)"/>',
        '<mask id="m" mask="url(#m)"><rect/></mask><rect mask="url(#m)"/>',
        '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/><rect fill="url(#a)"/>',
        '<symbol id="s"><use href="#s"/></symbol><use href="#s"/>',
        "<style>rect{mask:url(#m)}</style><mask id='m'><rect/></mask><rect/>",
    ],
)
def test_drawings_that_contain_themselves_are_refused(body: str) -> None:
    with pytest.raises(InputError, match="refers to itself"):
        read_svg("logo.svg", svg(body))


def test_repetitions_of_repetitions_are_counted_not_painted() -> None:
    tens = ""
    for number in range(40):
        tens += f'<g id="a{number + 1}">' + f'<use href="#a{number}"/>' * 10 + "</g>"
    with pytest.raises(InputError, match="too complicated"):
        read_svg("logo.svg", svg('<g id="a0"><rect width="1" height="1"/></g>' + tens))
    chain = "".join(f'<use id="u{number}" href="#u{number + 1}"/>' for number in range(3_000))
    with pytest.raises(InputError, match="never end"):
        read_svg("logo.svg", svg(chain + '<rect id="u3000" width="9" height="9"/>'))


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("<desc>&b;</desc>"),
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<desc>&x;</desc>"),
        b'<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]>' + svg("<g/>"),
        (b"\xff\xfe" + ('<!DOCTYPE svg [<!ENTITY a "a">]>' + svg("<g/>").decode()).encode("utf-16-le")),
    ],
)
def test_entities_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="entities"):
        read_svg("logo.svg", data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (svg("<g>")[:-6], "not a complete SVG"),
        (b"<svg", "not a complete SVG"),
        (b"<html><svg/></html>", "not an SVG drawing"),
        (b"<svg/>", "not an SVG drawing"),
        (svg("&undefined;"), "not a complete SVG"),
        (svg("<g/>").replace(b"0 0 100 50", b"0 0 0 50"), "how large"),
        (svg("<g/>").replace(b"0 0 100 50", b"0 0 -9 50"), "how large"),
        (svg("<g/>").replace(b"0 0 100 50", b"0 0 90000 1"), "unusable size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="9"><g/></svg>', "how large"),
        (b" " * 10_000_001, "larger than 10 MB"),
        (svg("<g>" * 5_000 + "</g>" * 5_000), "not a complete SVG|too complicated"),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_svg("logo.svg", data)


def test_embedded_pictures_lose_their_metadata_and_keep_their_pixels() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SECRET"
    body = f'<image width="100" height="50" preserveAspectRatio="none" href="data:image/png;base64,{png(exif=exif)}"/>'
    text = clean(body)
    data = base64.b64decode(text.partition("base64,")[2].partition('"')[0])
    assert b"SECRET" not in data
    assert color_at(body, 50, 25) == (0, 0xC0, 0, 255)


def test_unused_effects_do_no_harm() -> None:
    text = clean('<filter id="f"><feTurbulence numOctaves="99"/></filter><pattern id="p"/><rect width="9" height="9"/>')
    assert "feTurbulence" not in text
    assert "pattern" not in text


def test_links_are_dropped_and_what_they_hold_stays() -> None:
    body = '<a href="http://example.org"><rect width="100" height="50" fill="#0f0"/></a>'
    assert color_at(body, 50, 25) == (0, 255, 0, 255)
    assert "example.org" not in clean(body)


def test_a_failure_in_the_painter_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def fail(**_: object) -> bytes:
        raise PanicException("called `Option::unwrap()` on a `None` value")

    monkeypatch.setattr("htpm_studio.project.svg.resvg_py.svg_to_bytes", fail)
    with pytest.raises(InputError, match="cannot be drawn"):
        draw_svg("logo.svg", svg("<g/>"), 64)


PAGE = 'width="200" height="100" viewBox="0 0 100 100"'


@pytest.mark.parametrize(
    ("attributes", "body", "ratio"),
    [
        ('viewBox="0 0 100 50"', '<rect x="10%" y="10%" width="60%" height="60%" fill="red"/>', 2.0),
        (f'{PAGE} preserveAspectRatio="none"', '<circle cx="50" cy="50" r="40"/>', 2.0),
        (f'{PAGE} preserveAspectRatio="xMinYMin slice"', '<path d="M0 0h99v99H0z"/>', 2.0),
        (PAGE, '<path d="M0 0h100v100H0z"/>', 1.0),
    ],
)  # fmt: skip
def test_drawings_that_measure_or_stretch_to_their_page_keep_their_shape(
    attributes: str, body: str, ratio: float
) -> None:
    """Cutting the margins off must not move what is measured in parts of the page: such a logo came out empty."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'.encode()
    drawing, size = read_svg("a.svg", data)
    assert size[0] / size[1] == pytest.approx(ratio, rel=0.03)
    image = draw_svg("a.svg", drawing, 200)
    assert image.getpixel((image.width // 2, image.height // 2))[3] == 255  # type: ignore[index]
    assert reread_svg("a.svg", drawing) == (drawing, size)


def test_a_drawing_of_an_older_kit_that_measures_its_page_stays_as_it_is() -> None:
    """Its name in the kit's file is made of its bytes."""
    old = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><path d="M0 0h9v9z"/>'
    old += b'<rect width="50%" height="50%"/></svg>'
    once = reread_svg("a.svg", old)
    assert reread_svg("a.svg", once[0]) == once
    assert once[0].count(b"<svg") == 1
