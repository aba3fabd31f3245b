"""The Office theme of a kit."""

from __future__ import annotations

from htpm_studio.export.kit.kit import Kit
from htpm_studio.project.office_colors import theme_roles, theme_slots
from htpm_studio.scene.nodes import OfficeTheme


def theme(kit: Kit) -> OfficeTheme:
    """The Office theme of the kit's palette and deck fonts."""
    palette = kit.look.palette
    styles = kit.look.styles.scales["slide"]
    head, body = (kit.look.fonts.face(styles[name].face).family for name in ("title", "body"))
    name = kit.look.organization or kit.campaign.month.name
    own = (*kit.project.brand.heading_font, *kit.project.brand.text_font)
    kinds = tuple(dict.fromkeys((face.family, face.kind) for face in own if face.kind.strip("0")))
    return OfficeTheme(name, theme_slots(palette), theme_roles(palette), head, body, kinds)
