"""Open fonts for computers that lack those of a deck: as wide as Georgia and Arial, with their licenses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from htpm_studio.errors import msg
from htpm_studio.export.kit.edits import piece_id
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.scene.nodes import Face
from htpm_studio.text.fonts import FontBook

FONTS = "fonts"
FACES = ("OfficeHead", "OfficeText-400", "OfficeText-700")
TITLE = msg("Open fonts for decks")
USE = msg(
    "For computers without {families}, such as many with Linux: install these fonts, and text keeps its lines. "
    "They are free to use and to share under the license beside them."
)


def open_fonts(kit: Kit) -> Iterator[FileSpec]:
    """The files of the faces that decks were measured with, and their licenses; none of a font of the user."""
    faces = _faces(kit.look.fonts)
    families = (
        kit.translated(msg("{first} and {second}")).format(first=faces[0].family, second=faces[-1].family)
        if faces
        else ""
    )
    for path in _files(faces):
        yield FileSpec(
            id=f"deck/{FONTS}/{path.name}", medium="deck", title=kit.translated(TITLE),
            path=f"deck/{FONTS}/{path.name}", format="ttf" if path.suffix == ".ttf" else "txt", pages=(),
            caption=kit.translated(USE).format(families=families), group=FONTS,
            piece=piece_id(kit, f"deck/{FONTS}"), repeats=True,
        )  # fmt: skip


def font_file(spec: FileSpec, fonts: FontBook) -> bytes:
    """The bytes of one of them, as its makers published it."""
    name = Path(spec.path).name
    return next(path for path in _files(_faces(fonts)) if path.name == name).read_bytes()


def _faces(fonts: FontBook) -> list[Face]:
    return [face for face in map(fonts.face, FACES) if not face.held]


def _files(faces: Iterable[Face]) -> Iterable[Path]:
    return dict.fromkeys(found for face in faces for found in (face.path, _license(face.path)))


def _license(face: Path) -> Path:
    return face.with_name(f"OFL-{face.stem.partition('-')[0]}.txt")
