from __future__ import annotations

import datetime
import threading
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
import reportlab
from PIL import Image

from htpm_studio.errors import StudioError
from htpm_studio.render.pdf.document import render_pdf
from htpm_studio.render.pdf.file import PdfFile, array, check_reportlab
from htpm_studio.scene.nodes import Crop, Document, Ellipse, Group, Link, Picture, Rectangle, Shape, TextBlock
from htpm_studio.units import Box
from tests.helpers.pdf_reading import elements, extracted, opened, structure
from tests.helpers.raster_pages import FADE, LEAF, shapes_page, text_page
from tests.helpers.scene_pages import BLUE, BOLD, HEAD, INK, document, page, photo, run, source, svg, text


def items() -> Group:
    first = Group(
        "one",
        Box(12, 90, 200, 16),
        (Shape("dot", Box(12, 94, 6, 6), Ellipse(), BLUE), text("Look for fear", 24, 100, tag="LBody")),
        tag="LI",
    )
    second = Group(
        "two",
        Box(12, 106, 200, 16),
        (text("2.", 12, 116, tag="Lbl"), text("Call or text, day or night", 24, 116, tag="LBody")),
        tag="LI",
    )
    return Group("list", Box(12, 90, 200, 40), (first, second), tag="L")


def kit() -> Document:
    link = Link(
        "site", Box(12, 140, 80, 14), "https://example.org/a(b)", "The example site", (text("example.org", 12, 150),)
    )
    first = page(
        Shape("fade", Box(0, 0, 240, 60), Rectangle(), FADE),
        text("Prevention starts here", 12, 36, rows=("Prevention", "starts here"), face=HEAD, size=16, tag="H1"),
        Picture("photo", Box(160, 10, 60, 45), source(photo(), "jpeg"), alt="A field of colours"),
        Picture("leaf", Box(160, 60, 60, 40), svg(LEAF, 60, 40), alt="A leaf"),
        items(),
        link,
        title="First page",
    )
    return document(first, replace(shapes_page(), title="Shapes"), replace(text_page(), title="Words"))


def check_accessible(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "checked.pdf"
    path.write_bytes(data)
    result = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert result.is_compliant, [(failure.rule_id, failure.message) for failure in result.failures]
    assert result.rules.total >= 100


def test_every_rule_of_pdf_ua_holds(tmp_path: Path) -> None:
    check_accessible(render_pdf(kit()), tmp_path)


def test_the_tree_says_what_the_scene_says() -> None:
    assert structure(render_pdf(document(kit().pages[0]))) == (
        "Document(H1 Figure Figure L(LI(LBody) LI(Lbl LBody)) P(Link))"
    )


def test_lines_join_to_sentences() -> None:
    data = render_pdf(kit())
    read = extracted(data)
    assert "Prevention starts here" in read
    assert read.index("Look for fear") < read.index("2. Call or text, day or night") < read.index("example.org")


def test_tracked_capitals_stay_words() -> None:
    assert extracted(render_pdf(document(page(text("WEEK ONE", 12, 40, face=BOLD, size=11, tracking=2))))) == "WEEK ONE"


@pytest.mark.parametrize(
    "said", ["naïve façade ñandú “quoted” \u2013 1-888-373-7888", "no\u00a0break", "a \U0001d538 \U0001f600 b"]
)
def test_every_character_is_read_back(said: str, tmp_path: Path) -> None:
    data = render_pdf(document(page(text(said, 12, 40))))
    with opened(data) as pdf:
        maps = b"".join(font.ToUnicode.read_bytes() for font in pdf.pages[0].Resources.Font.values()).decode()
    for character in said:
        assert f"<{character.encode('utf-16-be').hex().upper()}>" in maps
    check_accessible(data, tmp_path)


def test_half_characters_and_control_codes_do_no_harm(tmp_path: Path) -> None:
    glyphs, width = run(HEAD, "ab", 12, 12)
    block = text("ab", 12, 40, face=HEAD)
    odd = replace(block.lines[0], text="a\ud83d", runs=(replace(glyphs, text="a\ud83d"),), width=width)
    kit_ = Document("Bell\x07 & <b>", "\ud83d", "en-US", (page(replace(block, text="a\ud83d", lines=(odd,))),))
    check_accessible(render_pdf(kit_), tmp_path)


def test_an_address_is_ascii() -> None:
    link = Link("l", Box(12, 30, 80, 14), "https://example.org/niño?a=1%20b", "", (text("here", 12, 40),))
    pdf = opened(render_pdf(document(page(link))))
    assert str(pdf.pages[0].Annots[0].A.URI) == "https://example.org/ni%C3%B1o?a=1%20b"


def test_links_in_other_places_keep_every_rule(tmp_path: Path) -> None:
    code = Picture("code", Box(150, 100, 40, 40), source(photo().convert("1")), alt="QR code: example.org")
    head = Link("head", Box(12, 20, 90, 20), "https://example.org", "", (text("A head", 12, 36, tag="H1"),))
    seal = Group(
        "seal",
        Box(150, 10, 80, 60),
        (
            Shape("s", Box(150, 10, 80, 60), Ellipse(), BLUE),
            Link("in", Box(150, 10, 80, 60), "https://example.org", "", ()),
        ),
        alt="Seal of the example",
    )
    mixed = Group(
        "p",
        Box(12, 70, 200, 20),
        (text("See", 12, 80), Link("l", Box(40, 70, 60, 14), "tel:1", "", (text("this", 40, 80),))),
        tag="P",
    )
    data = render_pdf(document(page(head, seal, mixed, Link("qr", code.box, "https://example.org", "", (code,)))))
    assert structure(data) == "Document(H1(Link) Figure(Link) P(Link) P(Link(Figure)))"
    check_accessible(data, tmp_path)


def test_a_described_group_is_one_figure(tmp_path: Path) -> None:
    group = Group(
        "g", Box(20, 20, 80, 60), (*shapes_page().nodes[:3], text("inside", 30, 50)), alt="A drawing", turn=15
    )
    data = render_pdf(document(page(text("Head", 12, 14, tag="H1"), group)))
    assert structure(data) == "Document(H1 Figure)"
    pdf = opened(data)
    figure = next(element for element in elements(pdf) if element.S == "/Figure")
    assert str(figure.Alt) == "A drawing"
    left, bottom, right, top = (float(value) for value in figure.A.BBox)
    assert (left < 20, right > 100) == (True, True)
    assert (bottom < 80, top > 140) == (True, True)
    check_accessible(data, tmp_path)


def test_metadata_says_who_and_when_it_was_saved_and_never_with_what() -> None:
    data = render_pdf(replace(kit(), date=datetime.datetime(2019, 12, 24, 8, 15)))
    pdf = opened(data)
    assert {key: str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": "Sample kit",
        "/Author": "Example Organization",
        "/Subject": "A test",
        "/Keywords": "prevention, January",
        "/Creator": "HTPM Studio",
        "/CreationDate": "D:20191224081500Z",
        "/ModDate": "D:20191224081500Z",
    }
    with pdf.open_metadata() as packet:
        assert packet["dc:title"] == "Sample kit"
        assert packet["dc:creator"] == ["Example Organization"]
        assert packet["dc:description"] == "A test"
        assert packet["xmp:CreateDate"] == packet["xmp:ModifyDate"] == "2019-12-24T08:15:00Z"
        assert packet["pdfuaid:part"] == "1"
    assert str(pdf.Root.ViewerPreferences.DisplayDocTitle) == "True"
    assert pdf.pdf_version == "1.7"
    assert b"ReportLab" not in data
    assert str(datetime.datetime.now(tz=datetime.UTC).year).encode() not in data.split(b"stream")[0]


def test_the_same_document_gives_the_same_bytes_also_in_threads() -> None:
    expected = render_pdf(kit())
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(render_pdf(kit()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 3


def test_the_environment_does_not_change_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render_pdf(kit())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert render_pdf(kit()) == before


def test_fonts_are_embedded_subsets() -> None:
    pdf = opened(render_pdf(kit()))
    for font in pdf.pages[0].Resources.Font.values():
        inner = font.DescendantFonts[0]
        assert str(inner.BaseFont)[7] == "+"
        assert len(inner.FontDescriptor.FontFile2.read_bytes()) < 30_000


# ------------------------------------------------------------------ pictures


@dataclass(frozen=True)
class Embedded:
    size: tuple[int, int]
    space: str
    masked: bool
    data: bytes
    pixels: Image.Image


def embedded(*nodes: Picture) -> list[Embedded]:
    """The pictures in the file of two equal pages."""
    found = []
    with opened(render_pdf(document(page(*nodes), page(*nodes)))) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                pixels = pikepdf.PdfImage(thing).as_pil_image().copy()
                raw, masked = thing.read_raw_bytes(), "/SMask" in thing
                found.append(Embedded(pixels.size, str(thing.ColorSpace), masked, raw, pixels))
    return found


def test_a_fitting_photo_is_embedded_as_it_came() -> None:
    sun = source(photo(), "jpeg")
    (image,) = embedded(Picture("p", Box(0, 0, 240, 160), sun, alt="Sun"))
    assert image.data.rstrip(b"\n") == sun.data.rstrip(b"\n")


def test_a_large_photo_is_brought_to_300_dpi() -> None:
    (image,) = embedded(Picture("p", Box(0, 0, 72, 54), source(photo(1200, 900), "jpeg"), alt="Sun"))
    assert image.size == (300, 225)


def test_one_picture_used_twice_is_embedded_once_at_the_larger_size() -> None:
    sun = source(photo(1200, 900), "jpeg")
    small, large = Picture("a", Box(0, 0, 72, 54), sun, alt="A"), Picture("b", Box(80, 0, 144, 108), sun, alt="B")
    (image,) = embedded(small, large)
    assert image.size == (600, 450)


def test_what_a_crop_hides_is_not_in_the_file() -> None:
    sun = source(photo(400, 300), "jpeg")
    (image,) = embedded(Picture("p", Box(0, 0, 144, 144), sun, Crop(0.5, 0.0, 0.0, 1 / 3), alt="Part"))
    assert image.size == (200, 200)


def test_alpha_becomes_a_soft_mask_without_dark_rims() -> None:
    body = '<circle cx="20" cy="20" r="12" fill="#fff" opacity="0.999"/>'
    images = embedded(Picture("p", Box(0, 0, 40, 40), svg(body, 40, 40), alt="Dot"))
    (color,) = [image for image in images if image.masked]
    (mask,) = [image for image in images if image.space == "/DeviceGray"]
    middle = mask.size[1] // 2
    edge = next(x for x in range(mask.size[0]) if mask.pixels.getpixel((x, middle)))
    assert color.pixels.convert("RGB").getpixel((edge - 1, middle)) == (255, 255, 255)


def test_grey_photos_stay_grey() -> None:
    (image,) = embedded(Picture("p", Box(0, 0, 240, 160), source(photo().convert("L"), "jpeg"), alt="Grey"))
    assert image.space == "/DeviceGray"


def test_a_photo_in_inks_is_made_rgb_because_a_pdf_would_show_it_inverted() -> None:
    (image,) = embedded(Picture("p", Box(0, 0, 240, 160), source(photo().convert("CMYK"), "jpeg"), alt="Inks"))
    assert (image.space, image.size) == ("/DeviceRGB", (320, 240))
    assert image.pixels.mode == "RGB"


@pytest.mark.parametrize(
    ("size", "shown"),
    [((344, 300), (344, 300)), ((300, 344), (300, 344)), ((346, 300), (300, 300)), ((300, 346), (300, 300))],
)
def test_a_photo_may_be_15_percent_finer_than_print_needs_in_width_and_in_height(
    size: tuple[int, int], shown: tuple[int, int]
) -> None:
    (image,) = embedded(Picture("p", Box(0, 0, 72, 72), source(photo(*size), "jpeg"), alt="An inch"))
    assert image.size == shown


# ------------------------------------------------------------------ ReportLab


def test_a_soft_drawing_has_600_dots_an_inch_while_that_is_small_and_fewer_where_it_is_large() -> None:
    soft = svg('<circle cx="20" cy="20" r="12" fill="#fff" opacity="0.999"/>', 40, 40)
    for inches, pixels in ((1, 600), (3, 1415)):
        found = embedded(Picture("p", Box(0, 0, 72 * inches, 72 * inches), soft, alt="Dot"))
        assert {image.size for image in found} == {(pixels, pixels)}


def test_an_untested_reportlab_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    check_reportlab()
    monkeypatch.setattr(reportlab, "__version__", "6.0")
    with pytest.raises(StudioError, match=r"6\.0"):
        check_reportlab()


def test_empty_texts_leave_no_element() -> None:
    empty: TextBlock = replace(text("x", 12, 40), text="", lines=())
    assert structure(render_pdf(document(page(empty, text("Read", 12, 60, color=INK))))) == "Document(P)"


def test_no_stream_ends_in_what_could_be_a_line_end() -> None:
    plain = [zlib.compress(b"a" * number, 9) for number in range(600)]
    assert any(data.endswith((b"\r", b"\n")) for data in plain)
    file = PdfFile("en")
    file.catalog.Parts = array([file.add_stream({}, b"a" * number) for number in range(600)])
    file.catalog.__NoDefault__ = (*file.catalog.__NoDefault__, "Parts")
    file.add_page({"MediaBox": array([0, 0, 9, 9])})
    with opened(file.to_bytes()) as pdf:
        for number, part in enumerate(pdf.Root.Parts):
            assert not part.read_raw_bytes().endswith((b"\r", b"\n"))
            assert part.read_bytes() == b"a" * number
