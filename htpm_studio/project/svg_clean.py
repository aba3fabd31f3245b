"""A drawing reduced to shapes, gradients, clips and masks; whatever could act, load or tell is refused or dropped."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from lxml import etree

from htpm_studio.errors import InputError, msg
from htpm_studio.project.image_format import kind_of, take_apart
from htpm_studio.project.image_normalize import decode, encode_png
from htpm_studio.project.svg_styles import inline_styles, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
MAX_BYTES = 10_000_000
MAX_ELEMENTS = 10_000
MAX_DEPTH = 64
MAX_IMAGES = 8
MAX_IMAGE_SIDE = 2400
MAX_NUMBER = 1_000_000

_AS_PNG = "Save the logo as PNG and use that, or save it again as plain SVG."
_OUTLINES = msg(
    'In the drawing program, convert the text to outlines (also called "paths" or "curves") and save it again.'
)

_GROUPS = frozenset(
    ("svg", "g", "a", "defs", "symbol", "use", "switch", "clipPath", "mask", "linearGradient", "radialGradient")
)
_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "stop"))
_TEXTS = frozenset(("text", "tspan", "textPath", "tref", "flowRoot", "flowPara", "flowRegion", "altGlyph"))
_ACTIVE = frozenset(
    ("script", "foreignObject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "canvas")
)
_EFFECTS = {
    "filter": msg("a filter effect (shadow, blur or glow)"),
    "pattern": msg("a pattern fill"),
    "marker": msg("arrow heads"),
}
_HIDEABLE = frozenset(("g", "svg", "use", "switch", "symbol", *_SHAPES - {"stop"}, *_TEXTS))

_NUMERIC = frozenset(
    (
        *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height", "d"),
        *("points", "viewBox", "transform", "gradientTransform", "transform-origin", "offset"),
        *("stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit"),
    )
)
_WORDS = frozenset(
    (
        *("id", "preserveAspectRatio", "gradientUnits", "spreadMethod", "clipPathUnits", "maskUnits"),
        *("maskContentUnits", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-opacity", "stroke-linecap"),
        *("stroke-linejoin", "opacity", "color", "clip-path", "clip-rule", "mask", "mask-type", "stop-color"),
        *("stop-opacity", "display", "visibility", "paint-order", "overflow", "image-rendering", "systemLanguage"),
        *("color-interpolation", "vector-effect", "mix-blend-mode", "isolation", "filter"),
        *("marker-start", "marker-mid", "marker-end", "marker"),
    )
)
_WORD = re.compile(r"[a-z-]+")
_STYLE_ONLY = ("mix-blend-mode", "isolation")
_PROPERTIES = (_WORDS - {"id", "preserveAspectRatio", "systemLanguage"}) | frozenset(
    ("transform", "stroke-width", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit", "transform-origin")
)
_REFERENCE = re.compile(r"""url\(\s*["']?\s*([^)"']*?)\s*["']?\s*\)""", re.IGNORECASE)
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def parse_svg(name: str, data: bytes) -> Element:
    """The tree of an SVG file, read without entities, document types or the network; raises InputError otherwise."""
    if len(data) > MAX_BYTES:
        raise InputError(msg("{name} is larger than 10 MB.", name=name), _AS_PNG)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if re.search(rb"<!\s*(?:ENTITY|ATTLIST|ELEMENT|NOTATION)", data.replace(b"\0", b""), re.IGNORECASE):
        raise InputError(msg("{name} declares XML entities, which are not allowed.", name=name), _AS_PNG)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            msg("{name} is not a complete SVG drawing.", name=name), "Save it again from the drawing program."
        ) from error
    internal = root.getroottree().docinfo.internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise InputError(msg("{name} declares XML entities, which are not allowed.", name=name), _AS_PNG)
    if root.tag != f"{{{SVG}}}svg":
        raise InputError(msg("{name} is not an SVG drawing.", name=name), "Save it again as SVG, or as PNG.")
    return root


def clean_svg(name: str, root: Element) -> None:
    """Reduce the tree to what draws; raises InputError, which names the file, for what is refused.

    Left are known elements and attributes, inner references, and PNG or JPEG pictures without metadata.
    Style sheets become attributes; hidden parts, names, notes and animations go.
    """
    _check_shape(name, root)
    _refuse_active(name, root)
    inline_styles(name, root, _PROPERTIES)
    _drop_hidden(root)
    _refuse_text(name, root)
    kinds = {str(element.get("id")): local_name(element) for element in root.iter() if element.get("id")}
    _clean_element(name, root, kinds)
    if sum(1 for _ in root.iter(f"{{{SVG}}}image")) > MAX_IMAGES:
        raise InputError(
            msg("{name} has more than {max_images} embedded pictures.", name=name, max_images=MAX_IMAGES), _AS_PNG
        )
    _rename_ids(root)
    etree.cleanup_namespaces(root, top_nsmap={None: SVG, "xlink": XLINK})


def _check_shape(name: str, root: Element) -> None:
    """Bound the number of elements and their depth before anything walks the tree recursively."""
    depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if count > MAX_ELEMENTS or depth > MAX_DEPTH:
            raise InputError(
                msg(
                    "{name} is too complicated: over {max_elements} parts, or nested too deep.",
                    name=name,
                    max_elements=f"{MAX_ELEMENTS:,}",
                ),
                _AS_PNG,
            )


def _refuse_active(name: str, root: Element) -> None:
    for element in root.iter():
        if not isinstance(element.tag, str):
            raise InputError(msg("{name} uses XML entities, which are not allowed.", name=name), _AS_PNG)
        tag = local_name(element)
        if tag.lower() in {active.lower() for active in _ACTIVE}:
            what = "a script" if tag.lower() in ("script", "handler", "listener") else f"embedded content ({tag})"
            raise InputError(msg("{name} contains {what}, which is not allowed.", name=name, what=what), _AS_PNG)
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2].lower().startswith("on"):
                raise InputError(
                    msg("{name} contains a script ({key}), which is not allowed.", name=name, key=key), _AS_PNG
                )
            if re.match(r"\s*(?:javascript|vbscript)\s*:", str(value), re.IGNORECASE):
                raise InputError(msg("{name} contains a script, which is not allowed.", name=name), _AS_PNG)


def _drop_hidden(root: Element) -> None:
    for element in list(root.iter(f"{{{SVG}}}*")):
        if element.get("display", "").strip() == "none" and local_name(element) in _HIDEABLE and element is not root:
            _remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


# ------------------------------------------------------------------ elements and attributes


def _clean_element(name: str, element: Element, kinds: Mapping[str, str]) -> None:
    """Clean one element and all in it; `kinds` has the tag behind each id."""
    element.text = element.tail = None
    if local_name(element) == "a":
        element.tag = f"{{{SVG}}}g"
        for key in ("href", f"{{{XLINK}}}href"):
            element.attrib.pop(key, None)
    _clean_attributes(name, element, kinds)
    for child in list(element):
        if _draws(child):
            _clean_element(name, child, kinds)
        else:
            element.remove(child)


def _draws(element: Element) -> bool:
    known = local_name(element) in _GROUPS or local_name(element) in _SHAPES
    return known and etree.QName(element).namespace == SVG and not element.get("requiredExtensions")


def _clean_attributes(name: str, element: Element, kinds: Mapping[str, str]) -> None:
    attributes = {str(key): str(value).strip() for key, value in element.attrib.items()}
    link = attributes.pop("href", None) or attributes.pop(f"{{{XLINK}}}href", None)
    element.attrib.clear()
    for key, value in attributes.items():
        if key in _NUMERIC:
            _check_numbers(name, value)
        elif key not in _WORDS:
            continue
        _check_references(name, key, value, kinds)
        if key not in _STYLE_ONLY and not key.startswith(("marker", "filter")):
            element.set(key, value)
    style = ";".join(f"{key}:{attributes[key]}" for key in _STYLE_ONLY if _WORD.fullmatch(attributes.get(key, "")))
    if style:
        element.set("style", style)
    if link:
        _set_link(name, element, link)


def _check_numbers(name: str, value: str) -> None:
    if re.search(r"nan|inf", value, re.IGNORECASE):
        raise InputError(msg("{name} has invalid numbers.", name=name), _AS_PNG)
    for number in NUMBER.findall(value):
        if abs(float(number)) > MAX_NUMBER:
            raise InputError(
                msg("{name} has coordinates beyond {max_number}.", name=name, max_number=f"{MAX_NUMBER:,}"), _AS_PNG
            )


def _check_references(name: str, key: str, value: str, kinds: Mapping[str, str]) -> None:
    """Refuse references out of the file, and those to effects that a flat logo must not have."""
    for target in _REFERENCE.findall(value):
        if not target.startswith("#"):
            raise _external(name, target)
        effect = _EFFECTS.get(kinds.get(target[1:], ""))
        if effect:
            raise InputError(
                msg("{name} uses {effect}, which looks different in print and on slides.", name=name, effect=effect),
                _AS_PNG,
            )
    if "url" in value.lower() and not _REFERENCE.search(value):
        raise _external(name, value)
    if key == "filter" and value not in ("none", "") and not _REFERENCE.search(value):
        raise InputError(
            msg(
                "{name} uses {effects}, which look different in print and on slides.",
                name=name,
                effects=_EFFECTS["filter"],
            ),
            _AS_PNG,
        )


def _external(name: str, target: str) -> InputError:
    return InputError(
        msg('{name} refers to something outside itself ("{target}").', name=name, target=target[:60]),
        "Embed linked pictures and save it again, or save the logo as PNG and use that.",
    )


def _set_link(name: str, element: Element, link: str) -> None:
    tag = local_name(element)
    if tag == "image":
        element.set(f"{{{XLINK}}}href", _clean_image(name, link))
    elif tag in ("use", "linearGradient", "radialGradient"):
        if not link.startswith("#"):
            raise _external(name, link)
        element.set(f"{{{XLINK}}}href", link)
    elif not link.startswith("#"):
        raise _external(name, link)


def _clean_image(name: str, link: str) -> str:
    """The data URI of an embedded PNG or JPEG, without metadata; one that is clean already stays as it is."""
    if not link[:5].lower() == "data:":
        raise _external(name, link)
    head, _, body = link.partition(",")
    try:
        data = base64.b64decode("".join(body.split()) + "==") if ";base64" in head.lower() else unquote_to_bytes(body)
    except (binascii.Error, ValueError) as error:
        raise InputError(msg("{name} has an embedded picture that is damaged.", name=name), _AS_PNG) from error
    kind = kind_of(data)
    if kind not in ("png", "jpeg"):
        raise InputError(msg("{name} has an embedded picture that is neither PNG nor JPEG.", name=name), _AS_PNG)
    within = msg("A picture inside {name}", name=name)
    container = take_apart(within, kind, data)
    image = decode(within, kind, data, MAX_IMAGE_SIDE)
    clean = container.data == data and container.orientation == 1 and not container.icc
    if not clean or max(container.size) > MAX_IMAGE_SIDE:
        kind, data = "png", encode_png(image)
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _refuse_text(name: str, root: Element) -> None:
    """Raise InputError when the drawing writes letters: without its fonts they would be lost."""
    for element in root.iter(*(f"{{{SVG}}}{tag}" for tag in _TEXTS)):
        if "".join(str(text) for text in element.itertext()).strip():
            raise InputError(msg("{name} contains text that needs a font.", name=name), _OUTLINES)


# ------------------------------------------------------------------ names


def _rename_ids(root: Element) -> None:
    """Give what is referred to short names, and take all others off: they often name files, layers and people."""
    used: dict[str, str] = {}
    for element in root.iter():
        for key, value in element.attrib.items():
            targets = _REFERENCE.findall(str(value)) if key != f"{{{XLINK}}}href" else [str(value)]
            for target in targets:
                if target.startswith("#"):
                    used.setdefault(target[1:], f"i{len(used) + 1}")
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == f"{{{XLINK}}}href" and str(value).startswith("#"):
                element.set(key, f"#{used[str(value)[1:]]}")
            elif "url" in str(value):
                element.set(key, _REFERENCE.sub(lambda match: f"url(#{used[match.group(1)[1:]]})", str(value)))
        own = element.attrib.pop("id", None)
        if own is not None and str(own) in used:
            element.set("id", used[str(own)])
