"""Heads in photos that a finished page cuts off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.compose.crop import cuts_face
from htpm_studio.compose.plain_names import listed, size_name
from htpm_studio.errors import msg
from htpm_studio.export.kit.edits import FOCUS, PICTURE, ZOOM, edits_of, pictures_in
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import PageSpec
from htpm_studio.export.preflight.model import Change, Check, Fix, check_id
from htpm_studio.project.duotone import photo_key
from htpm_studio.scene.nodes import Page, Picture
from htpm_studio.scene.walk import walk


def cut_on(page: PageSpec, made: Page) -> Iterator[str]:
    """The keys of the photos of which a finished page cuts off a head."""
    for picture in pictures_in(page.content):
        if picture.faces:
            shown = (node for node in walk(made.nodes) if isinstance(node, Picture))
            own = (node for node in shown if photo_key(node.source.key) == picture.source.key)
            if any(cuts_face(node.crop, picture.faces, node.below) for node in own):
                yield picture.key


def face_check(kit: Kit, piece: str, key: str, sizes: Sequence[str], titles: Mapping[str, str]) -> Check:
    """A head that is cut off: where the user moved the photo, one click shows it again."""
    moved = (name for name in edits_of(kit, piece) if name.startswith((FOCUS, ZOOM)))
    back = tuple(Change(piece, name, None) for name in moved)
    first = Fix(msg("Show the whole head"), back) if back else Fix(msg("Swap the picture"), opens="pictures")
    sentence = msg("A head is cut off: {sizes}.", sizes=listed(map(size_name, dict.fromkeys(sizes))))
    return Check(
        check_id("face-cut", key, piece, *sizes), "look", "face-cut", titles.get(piece, ""), sentence, piece, PICTURE,
        key, fixes=(first, Fix(msg("Keep it"), fine=True)),
    )  # fmt: skip
