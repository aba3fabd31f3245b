"""The Office theme of a kit."""

from __future__ import annotations

from htpm_studio.compose.theme import PageTheme
from htpm_studio.project.model import Brand
from htpm_studio.project.office_colors import color_maps, theme_roles, theme_slots
from htpm_studio.scene.nodes import OfficeTheme


def office_theme(look: PageTheme, brand: Brand, month: str) -> OfficeTheme:
    """The Office theme of a palette and its deck fonts; without an organization it is called after the month."""
    styles = look.styles.scales["slide"]
    head, body = (look.fonts.face(styles[name].face).family for name in ("title", "body"))
    own = (*brand.heading_font, *brand.text_font)
    kinds = tuple(dict.fromkeys((face.family, face.kind) for face in own if face.kind.strip("0")))
    name = look.organization or month
    palette = look.palette
    return OfficeTheme(name, theme_slots(palette), theme_roles(palette), head, body, kinds, color_maps(palette))
