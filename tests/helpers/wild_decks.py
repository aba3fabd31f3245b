"""Presentations as people have them, made here: PowerPoint's own design, a company's, a web program's, one layout."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pptx
from lxml import etree
from PIL import Image
from pptx.util import Emu

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}"'
SECRET = "Jane Roe"
"""A name in slides, notes and properties that must not go into our decks."""


def office() -> bytes:
    """PowerPoint's usual design, 4:3, with a slide, notes and properties that are nobody's business."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = f"Salaries, by {SECRET}"
    slide.notes_slide.notes_text_frame.text = SECRET
    deck.core_properties.author = SECRET
    return _saved(deck)


def company() -> bytes:
    """A company's design, 16:9: picture on the master, own fonts and colors, a link and hidden tags in a layout."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Emu(12_192_000), Emu(6_858_000)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for place in sheet._element.iter(f"{{{A}}}xfrm"):
            for at, key in ((place.find(f"{{{A}}}off"), "x"), (place.find(f"{{{A}}}ext"), "cx")):
                if at is not None:
                    at.set(key, str(int(at.get(key)) * 4 // 3))
    picture = io.BytesIO()
    Image.new("RGB", (80, 40), "#7A1F4B").save(picture, "PNG")
    master = deck.slide_master
    master.part.get_or_add_image_part(picture)
    _, key = master.part.get_or_add_image_part(picture)
    tree = master.shapes._spTree
    tree.insert(2, _picture(key, 11_000_000, 200_000))
    layout = deck.slide_layouts[1]
    link = layout.part.relate_to("https://intranet.example/jane-roe", f"{R}/hyperlink", is_external=True)
    layout.shapes._spTree.append(_linked(link))
    data = _saved(deck)
    return changed(
        data,
        "ppt/theme/theme1.xml",
        lambda xml: xml.replace(b'typeface="Calibri"', b'typeface="Verdana"').replace(b"4F81BD", b"7A1F4B"),
    )


def web() -> bytes:
    """As a web program saves: sizes on the master's placeholders, its own type words, bodies numbered from 1."""
    size = (9_144_000, 5_143_500)
    title = _holder("title", None, (311_700, 445_025, 8_520_600, 572_700), 2800)
    body = _holder("body", 1, (311_700, 1_152_475, 8_520_600, 3_416_400), 1800, bullet=True)
    layouts = {
        "TITLE": ("title", [_holder("ctrTitle", None, (311_708, 744_575, 8_520_600, 2_052_600), 5200),
                            _holder("subTitle", 1, (311_700, 2_834_125, 8_520_600, 792_600), 2800)]),
        "SECTION_HEADER": ("secHead", [_holder("title", None, (311_700, 2_150_850, 8_520_600, 841_800), 3600)]),
        "TITLE_AND_BODY": ("tx", [_holder("title"), _holder("body", 1)]),
        "TITLE_AND_TWO_COLUMNS": ("twoColTx", [
            _holder("title"), _holder("body", 1, (311_700, 1_152_475, 3_999_900, 3_416_400), 1400),
            _holder("body", 2, (4_832_400, 1_152_475, 3_999_900, 3_416_400), 1400)]),
        "TITLE_ONLY": ("titleOnly", [_holder("title")]),
        "BLANK": ("blank", []),
    }  # fmt: skip
    return _built(size, [title, body], layouts)


def lone() -> bytes:
    """One layout on an upright page, white letters on black."""
    size = (7_560_000, 10_692_000)
    title = _holder("title", None, (500_000, 500_000, 6_560_000, 1_600_000), 3200)
    body = _holder("body", 1, (500_000, 2_400_000, 6_560_000, 7_200_000), 2000)
    layouts = {"Everything": ("obj", [_holder("title"), _holder("obj", 7, (500_000, 2_400_000, 6_560_000, 7_200_000))])}
    return _built(size, [title, body], layouts, dark=True)


WILD: Mapping[str, Callable[[], bytes]] = {"office": office, "company": company, "web": web, "lone": lone}


# ------------------------------------------------------------------ parts


def _saved(deck: object) -> bytes:
    target = io.BytesIO()
    deck.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def changed(data: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == member else old.read(name))
    return target.getvalue()


def _picture(key: str, x: int, y: int) -> object:
    return etree.fromstring(
        f'<p:pic {SPACES}><p:nvPicPr><p:cNvPr id="900" name="Mark"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="{x}" '
        f'y="{y}"/><a:ext cx="800000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        "</p:pic>"
    )


def _linked(key: str) -> object:
    return etree.fromstring(
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="901" name="Link"><a:hlinkClick r:id="{key}"/></p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr><p:custDataLst><p:tags r:id="rId77"/></p:custDataLst></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off '
        f'x="200000" y="6400000"/><a:ext cx="400000" cy="200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></p:spPr></p:sp>"
    )


def _holder(
    kind: str,
    index: int | None = None,
    place: tuple[int, int, int, int] | None = None,
    size: int = 0,
    *,
    bullet: bool = False,
) -> str:
    number = "" if index is None else f' idx="{index}"'
    where, style = "", ""
    if place is not None:
        x, y, wide, high = place
        where = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
    if size:
        mark = '<a:buFont typeface="Arial"/><a:buChar char="●"/>' if bullet else "<a:buNone/>"
        style = (
            f'<a:lvl1pPr marL="{457200 * bullet}" indent="{-342900 * bullet}">{mark}<a:defRPr sz="{size}"/></a:lvl1pPr>'
        )
    name = kind if index is None else f"{kind} {index}"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{{id}}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{kind}"{number}/></p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>'
        f'{style}</a:lstStyle><a:p><a:endParaRPr lang="en"/></a:p></p:txBody></p:sp>'
    )


def _tree(shapes: list[str], name: str = "") -> str:
    given = f' name="{name}"' if name else ""
    written = "".join(shape.replace("{id}", str(number)) for number, shape in enumerate(shapes, 2))
    return (
        f'<p:cSld{given}><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{written}</p:spTree></p:cSld>"
    )


def _built(
    size: tuple[int, int], master: list[str], layouts: Mapping[str, tuple[str, list[str]]], *, dark: bool = False
) -> bytes:
    """A package from nothing but a master and its layouts."""
    light, ink = ("dk1", "lt1") if dark else ("lt1", "dk1")
    colors = f'bg1="{light}" tx1="{ink}" bg2="lt2" tx2="dk2" ' + " ".join(
        f'{name}="{name}"' for name in (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    )
    back = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 2}"/>' for n in range(len(layouts)))
    parts = {
        "ppt/presentation.xml": f'<p:presentation {SPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        f'r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="{size[0]}" cy="{size[1]}"/><p:notesSz cx="6858000" '
        'cy="9144000"/></p:presentation>',
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {SPACES}>"
        + _tree(master).replace("<p:cSld>", f"<p:cSld>{back}")
        + f"<p:clrMap {colors}/><p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst></p:sldMaster>",
        "ppt/theme/theme1.xml": _theme(),
    }
    rels = {"_rels/.rels": [("officeDocument", "ppt/presentation.xml")]}
    rels["ppt/_rels/presentation.xml.rels"] = [("slideMaster", "slideMasters/slideMaster1.xml")]
    rows = [("theme", "../theme/theme1.xml")]
    for number, (name, (kind, shapes)) in enumerate(layouts.items(), 1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = (
            f'<p:sldLayout {SPACES} type="{kind}">{_tree(shapes, name)}</p:sldLayout>'
        )
        rels[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = [
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ]
        rows.append(("slideLayout", f"../slideLayouts/slideLayout{number}.xml"))
    rels["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = rows
    return _zipped(parts, rels)


def _theme() -> str:
    colors = dict(zip(
        ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"),
        ("111111", "FFFFFF", "334455", "EEEEEE", "4285F4", "212121", "78909C", "FFAB40", "0097A7", "EEFF41", "0097A7",
         "0097A7"),
        strict=True,
    ))  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line, effect = f'<a:ln w="9525">{fill}</a:ln>', "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{A}" name="Wild"><a:themeElements><a:clrScheme name="Wild">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Wild"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Wild"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _zipped(parts: Mapping[str, str], rels: Mapping[str, list[tuple[str, str]]]) -> bytes:
    kinds = {
        "presentation.xml": "presentation.main",
        "slideMaster": "slideMaster",
        "slideLayout": "slideLayout",
    }
    office = "application/vnd.openxmlformats-officedocument"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{office}.'
        + next((f"presentationml.{kind}" for mark, kind in kinds.items() if mark in name), "theme")
        + '+xml"/>'
        for name in parts
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, entries in rels.items():
            rows = "".join(
                f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target_name}"/>'
                for number, (kind, target_name) in enumerate(entries, 1)
            )
            space = "http://schemas.openxmlformats.org/package/2006/relationships"
            archive.writestr(name, f'<Relationships xmlns="{space}">{rows}</Relationships>')
    return target.getvalue()
