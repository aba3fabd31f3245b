"""Fonts that users bring: read in a process of their own, checked, and made into plain faces of single weights."""

from __future__ import annotations

import hashlib
import io
import logging
import re
import struct
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from htpm_studio.errors import InputError, Message, msg
from htpm_studio.files.input_file import read_bounded
from htpm_studio.frozen import dataclass
from htpm_studio.languages.declared import languages
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Bounds, run_in_process
from htpm_studio.project.model import MOST_FACES, FontUse, clean_text
from htpm_studio.scene.nodes import FontSource

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

MAX_BYTES, MAX_UNPACKED, MAX_FACE = 20_000_000, 60_000_000, 8_000_000
MAX_MEMORY, MAX_SECONDS = 1_200_000_000, 120.0
LONGEST_NAME = 60

WEIGHTS: dict[FontUse, tuple[int, ...]] = {"heading": (700,), "text": (400, 500, 600, 700)}
"""The weights that a variable font is drawn in; static ones are taken as they are."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?()-'\"/%&"

SIGNS = "“”‘’–—…•·©®™@#*+="
"""What is drawn with another font where this one lacks it."""

_FORMS = {b"\0\1\0\0": "ttf", b"true": "ttf", b"OTTO": "otf", b"wOFF": "woff", b"wOF2": "woff2", b"ttcf": "collection"}
_NEEDED = ("head", "hhea", "maxp", "hmtx", "cmap", "name", "OS/2")
PLAIN_TABLES = frozenset((
    "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post", "GDEF", "GPOS", "GSUB",
))  # fmt: skip
"""All tables that a face may have which this program made."""

_ANOTHER = msg("Choose another file of the font.")
_CHOOSE, _SMALLER = msg("Choose one font file."), msg("Choose a file of one style of the font.")
_UNSAFE_NAME = re.compile(r"[^\w .&'+-]")


@dataclass(frozen=True, slots=True)
class OwnFont:
    """The faces of a font, and what the user should know about it."""

    faces: tuple[FontSource, ...]
    notes: tuple[Message, ...] = ()


def load_font(paths: Sequence[Path], use: FontUse, context: JobContext, names: str = "") -> OwnFont:
    """The font in one or several TTF, OTF, WOFF or WOFF2 files, one for each weight; one variable file has all.

    `names` are those of the kit, whose letters it should have. Raises InputError, which names the file, for one that is
    missing, too large, damaged, no font, a collection, may not be embedded, or lacks letters that every text needs.
    """
    if not 1 <= len(paths) <= MOST_FACES:
        raise InputError(msg("{count} font files were given.", count=len(paths)),
                       msg("Give from 1 to {most}, one for each weight.", most=MOST_FACES))  # fmt: skip
    files = tuple((path.name, read_bounded(path, MAX_BYTES, _CHOOSE, _SMALLER)) for path in paths)
    for name, data in files:
        _check_form(name, data)
    error = InputError(msg("{name} is damaged, or takes much more memory or time than a font should.",
                           name=files[0][0]),
                     _ANOTHER)  # fmt: skip
    read: OwnFont = run_in_process(
        partial(read_sent, files, use, names),
        context,
        lambda _told: None,
        Bounds(MAX_MEMORY, MAX_SECONDS, error),
    )
    return read


def _check_form(name: str, data: bytes) -> str:
    """The form of a file by its first bytes; raises InputError for what is no font or several."""
    form = _FORMS.get(data[:4])
    if form is None:
        raise InputError(
            msg("{name} is not a font file.", name=name), "Choose a file that ends in .ttf, .otf or .woff2."
        )
    if form == "collection":
        raise InputError(
            msg("{name} is a collection of several fonts.", name=name),
            "Choose a file with one font.",
        )
    unpacked = int.from_bytes(data[16:20], "big") if form.startswith("woff") else 0
    if unpacked > MAX_UNPACKED:
        raise InputError(msg("{name} is larger than {most} MB.", name=name, most=MAX_UNPACKED // 1_000_000), _SMALLER)
    return form


def read_sent(
    files: tuple[tuple[str, bytes], ...], use: FontUse, names: str, context: JobContext, _tell: Any
) -> OwnFont:
    """The font in the bytes of files: the work of `load_font`, in whatever process."""
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # What is odd about a font is said in sentences here.
    faces: list[FontSource] = []
    notes: dict[Message, None] = {}
    for name, data in files:
        context.checkpoint()
        try:
            made, remarks = _faces(name, data, use, names)
        except InputError:
            raise
        except Exception as error:
            raise _broken(name) from error
        faces += made
        notes |= dict.fromkeys(remarks)
    by_weight = {face.weight: face for face in faces}
    if len(by_weight) < len(faces):
        raise InputError("Two of the font files have the same weight.", "Give one file for each weight.")
    if len({face.family.split()[0] for face in faces}) > 1:
        raise InputError("The font files are of different families.", "Give the files of one family.")
    if use == "text" and len(by_weight) == 1:
        notes[msg("{family} has one weight here, so nothing is bold in its text.", family=faces[0].family)] = None
    return OwnFont(tuple(by_weight[weight] for weight in sorted(by_weight)), tuple(notes))


def _broken(name: str) -> InputError:
    return InputError(msg("{name} is damaged, or not a usable font.", name=name), _ANOTHER)


def _faces(name: str, data: bytes, use: FontUse, names: str) -> tuple[list[FontSource], list[Message]]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only a font that somebody brings needs it

    from htpm_studio.project.font_faces import ALPHABETS, plain_face, trimmed, weights_of  # noqa: PLC0415

    if data.startswith(b"wOF2"):
        import brotli  # noqa: F401, PLC0415 - fontTools unpacks these files with it
    font = TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
    if any(tag not in font for tag in _NEEDED) or not any(tag in font for tag in ("glyf", "CFF ", "CFF2")):
        raise InputError(msg("{name} has no outlines of letters.", name=name), _ANOTHER)
    family = _name(font, 1) or _name(font, 16) or "Font"
    editable = _check_rights(name, family, int(font["OS/2"].fsType))
    notes = _check_letters(name, font, names)
    if not editable:
        notes.append(msg("{family} may be embedded for viewing and printing, so fields to fill in use another font.",
                         family=family))  # fmt: skip
    span = weights_of(font)
    static = _static_weight(font)
    trim = trimmed(font, ALPHABETS)
    if span:
        weights = sorted({round(min(max(weight, span[0]), span[1])) for weight in WEIGHTS[use]})
        family = _name(font, 16) or family
    else:
        weights = [static]
    made = []
    plain_family = re.sub(r"[^A-Za-z0-9]", "", family) or "Font"
    for weight in weights:
        bold = weight >= 600 if span else _is_bold(font)
        names_of = (family, "Bold" if bold else "Regular", f"{plain_family}-{weight}")
        tabular = use == "text" and weight == weights[-1]
        place = {"wght": float(weight)}
        face = plain_face(trim, place, names_of, weight, tables=PLAIN_TABLES, tabular=tabular)
        made.append(reread_font(name, face))
    _check_metrics(name, made[0])
    return made, notes


# ------------------------------------------------------------------ what a font says of itself


def _name(font: TTFont, number: int) -> str:
    text = clean_text(font["name"].getDebugName(number) or "")
    return _UNSAFE_NAME.sub("", text).strip()[:LONGEST_NAME].strip()


def _is_bold(font: TTFont) -> bool:
    return bool(font["OS/2"].fsSelection & 0b100000)


def _static_weight(font: TTFont) -> int:
    weight = int(font["OS/2"].usWeightClass)
    weight = weight * 100 if weight < 10 else weight
    usual = 700 if _is_bold(font) else 400
    return weight if 100 <= weight <= 1000 else usual


def _check_rights(name: str, family: str, rights: int) -> bool:
    """Whether the font may go into a form, too; raises InputError where it may not be embedded at all."""
    level = rights & 0b1110
    if level == 0b0010:
        raise InputError(
            msg("The maker of {family} does not allow it to be embedded in files ({name}).", family=family, name=name),
            "Ask the maker for a license for documents, or choose another font.",
        )
    if rights & 0x0300:
        raise InputError(
            msg(
                "The maker of {family} does not allow a part of it to be embedded ({name}).",
                family=family,
                name=name,
            ),
            "Ask the maker for a license for documents, or choose another font.",
        )
    return level == 0 or bool(level & 0b1000)


def needed_letters() -> str:
    """What no text can do without, in any language of kits."""
    return "".join((_LETTERS, *(language.letters for language in languages().values())))


def _check_letters(name: str, font: TTFont, names: str) -> list[Message]:
    cmap = font.getBestCmap() or {}
    missing = [letter for letter in needed_letters() if ord(letter) not in cmap]
    if missing:
        raise InputError(
            msg("{name} lacks letters that every text needs: {letters}", name=name, letters=_listed(missing)),
            "Choose another font, or a fuller version of this one.",
        )
    wanted = dict.fromkeys(SIGNS + "".join(letter for letter in names if letter.isalpha() and letter < "\u0530"))
    drawn_otherwise = [letter for letter in wanted if ord(letter) not in cmap]
    if not drawn_otherwise:
        return []
    return [msg("The font lacks {letters}; another font draws what it lacks.", letters=_listed(drawn_otherwise))]


def _listed(letters: Sequence[str]) -> str:
    shown = " ".join(letters[:20])
    return f"{shown} …" if len(letters) > 20 else shown


def _check_metrics(name: str, face: FontSource) -> None:
    """Raise InputError for letters that are blank, tiny, huge or of no width."""
    font = hb.Font(hb.Face(hb.Blob(face.data)))
    upem = font.face.upem
    for letter, least, most in (("H", 0.35, 1.2), ("x", 0.2, 1.0), ("0", 0.2, 1.2)):
        glyph = font.get_nominal_glyph(ord(letter)) or 0
        extents = font.get_glyph_extents(glyph)
        high = extents.y_bearing / upem if extents else 0.0
        wide = font.get_glyph_h_advance(glyph) / upem
        if not (least <= high <= most and 0.08 <= wide <= 2.5):
            raise InputError(
                msg("The letters of {name} are blank or of a size that cannot be set.", name=name), _ANOTHER
            )


# ------------------------------------------------------------------ what this program made


def reread_font(name: str, data: bytes) -> FontSource:
    """A face that this program made, from a saved project, checked as if anybody had made it.

    Raises InputError when it is damaged, or another kind of font than this program saves.
    """
    try:
        tables = _tables(data)
        family, bold = _names(tables[b"name"])
        os2 = tables[b"OS/2"]
        weight, rights = struct.unpack_from(">4xHxxH", os2)
        font = hb.Font(hb.Face(hb.Blob(data)))
        usable = 16 <= font.face.upem <= 16384 and font.face.glyph_count and {0x41, 0x61} <= set(font.face.unicodes)
    except (struct.error, ValueError, KeyError, IndexError) as error:
        raise _broken(name) from error
    level = rights & 0b1110
    if not (usable and family and 1 <= weight <= 1000) or level == 0b0010:
        raise _broken(name)
    editable, kind = level == 0 or bool(level & 0b1000), os2[32:42].hex().upper()
    return FontSource(hashlib.sha256(data).hexdigest(), data, family, bold, weight, editable, kind)


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of a plain TrueType file; raises ValueError for any other."""
    if len(data) > MAX_FACE or data[:4] != b"\0\1\0\0":
        raise ValueError("not a plain face")
    (count,) = struct.unpack_from(">H", data, 4)
    found: dict[bytes, bytes] = {}
    for row in range(min(count, 32)):
        tag, _sum, at, length = struct.unpack_from(">4sIII", data, 12 + 16 * row)
        if tag.decode("latin-1") not in PLAIN_TABLES or tag in found or at + length > len(data):
            raise ValueError("not a plain face")
        found[tag] = data[at : at + length]
    if not {b"head", b"hhea", b"maxp", b"hmtx", b"cmap", b"glyf", b"loca", b"name", b"OS/2"} <= found.keys():
        raise ValueError("not a plain face")
    return found


def _names(table: bytes) -> tuple[str, bool]:
    """The family and whether the face is its bold, as the face says."""
    count, at = struct.unpack_from(">HH", table, 2)
    texts: dict[int, str] = {}
    for row in range(min(count, 32)):
        platform, _encoding, _language, number, length, start = struct.unpack_from(">6H", table, 6 + 12 * row)
        if platform == 3:
            texts[number] = table[at + start : at + start + length].decode("utf-16-be")
    family = _UNSAFE_NAME.sub("", clean_text(texts[1])).strip()[:LONGEST_NAME]
    return family, texts[2] == "Bold"
