"""How the brand of a kit changes: its main and second color with what the palette made of them, and brand files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from htpm_studio.errors import StudioError
from htpm_studio.export.kit.kit import build_look, colors_of
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.tasks import TaskRunner
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n import explain
from htpm_studio.gui.widgets.files import ask_file, ask_target
from htpm_studio.project.brand_file import SUFFIX, open_brand, save_brand
from htpm_studio.project.logo import colors_from_logo
from htpm_studio.project.model import Brand, Project
from htpm_studio.project.oklch import contrast
from htpm_studio.project.palette import PAIRS, Palette, derive_palette
from htpm_studio.project.palette_styles import in_style

Role = Literal["main", "second"]
ROLES: tuple[Role, Role] = ("main", "second")
SWATCHES = ("panel", "accent-fill", "deep", "surface-alt", "ink")
PROOFS: dict[Role, tuple[tuple[str, str], ...]] = {
    "main": (("on-panel", "panel"), ("primary-text", "surface"), ("on-deep", "deep")),
    "second": (("on-accent", "accent-fill"), ("accent-on-deep", "deep"), ("accent-on-panel", "panel")),
}
LARGE = 3.0


@dataclass(frozen=True, slots=True)
class ContrastProof:
    """One pair of colors used on one another in the kit, with the contrast it has and the one it needs."""

    text: str
    ground: str
    ratio: float
    needed: float

    @property
    def good(self) -> bool:
        """Whether the pair is readable."""
        return self.ratio >= self.needed


def palette_in_force(document: KitDocument) -> Palette:
    """The palette of the kit as it is now."""
    return build_look(document.project, document.resources).palette


def colors_in_force(project: Project) -> tuple[str, str | None]:
    """Main and second color: the brand's, else the logo's, else the campaign's."""
    return colors_of(project.brand)


def with_color(project: Project, role: Role, color: str | None) -> Project:
    """The project with another main or second color; None takes the second one away.

    The campaign's second color does not stay beside a main color of the user's.
    """
    main, second = colors_in_force(project)
    if role == "main":
        main = color or main
        second = second if project.brand.colors or project.brand.logo else None
    else:
        second = color
    colors = (main, second) if second else (main,)
    return replace(project, brand=replace(project.brand, colors=colors))


def with_swapped(project: Project, role: Role, color: str) -> Project:
    """The project with a color for a role; where the other role has that color, the two change places."""
    main, second = colors_in_force(project)
    if second and color == (second if role == "main" else main):
        return replace(project, brand=replace(project.brand, colors=(second, main)))
    return with_color(project, role, color)


def with_usual_colors(project: Project) -> Project:
    """The project with the colors of its logo, or those of the campaign."""
    logo = project.brand.logo
    return replace(project, brand=replace(project.brand, colors=colors_from_logo(logo) if logo else ()))


def contrast_proofs(palette: Palette, role: Role) -> Iterator[ContrastProof]:
    """The pairs that a role takes part in."""
    needed = {(text, ground): ratio for text, ground, ratio in PAIRS}
    for text, ground in PROOFS[role]:
        ratio = contrast(palette[text], palette[ground])
        yield ContrastProof(palette[text], palette[ground], ratio, needed[text, ground])


def palette_notes(project: Project) -> Iterator[str]:
    """Where the palette changed a color so that text stays readable, in sentences."""
    translate = QCoreApplication.translate
    main, second = colors_in_force(project)
    palette = derive_palette(main, second)
    area = in_style(palette, project.brand.style)["panel"]
    if area != main:
        words = translate("Brand", "In filled areas, the main color becomes {color} so that text on it can be read.")
        yield words.format(color=area)
    if palette["primary-text"] not in (main, palette["panel"]):
        words = translate(
            "Brand", ("As text on paper, the main color was too faint ({ratio} : 1). {color} is used there instead.")
        )
        yield words.format(ratio=ratio_words(contrast(main, palette["surface"])), color=palette["primary-text"])
    white = contrast("#FFFFFF", palette["accent-fill"])
    if white < 4.5:
        words = translate("Brand", "White on the second color was too faint ({ratio} : 1). Text there is dark instead.")
        yield words.format(ratio=ratio_words(white))
    if second and palette["accent"] != second:
        words = translate("Brand", "The second color is too faint as an accent. {color} is used instead.")
        yield words.format(color=palette["accent-fill"])


def ratio_words(ratio: float) -> str:
    """A contrast as people write it, cut and never rounded up."""
    return f"{int(ratio * 10) / 10:.1f}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Brand", text)


def choose_brand(workspace: Workspace, reader: TaskRunner, parent: QWidget) -> None:
    """Ask for a brand file (or another kit) and use its brand."""
    kinds = _tr("Brand files (*.htpmbrand *.htpm);;All files (*)")
    path = ask_file(workspace, parent, "brand", _tr("Use a brand file"), kinds)
    if path is not None:
        use_brand(workspace, reader, path)


def use_brand(workspace: Workspace, reader: TaskRunner, path: Path) -> None:
    """Read a brand file in the background and make it the brand of this kit, as one step."""

    def done(brand: Brand) -> None:
        document = workspace.document
        old = document.project.brand
        merged = replace(brand, organization=brand.organization or old.organization)
        document.change(_tr("Use brand file"), replace(document.project, brand=merged))
        workspace.toast(_tr("Brand applied from {name}.").format(name=path.name), undo=True)

    task = reader.start(lambda _context: open_brand(path))
    task.succeeded.connect(done)
    task.failed.connect(lambda error: _tell(workspace, error))


def save_brand_as(workspace: Workspace, reader: TaskRunner, parent: QWidget) -> None:
    """Ask where, and write the brand to a file in the background."""
    brand = workspace.document.project.brand
    kinds = _tr("Brand files (*.htpmbrand)")
    proposal = f"{brand.organization or _tr('Brand')}{SUFFIX}".replace("/", "-")
    path = ask_target(workspace, parent, "brand", _tr("Save as brand file"), proposal, kinds)
    if path is None:
        return
    path = path if path.suffix else path.with_name(path.name + SUFFIX)
    task = reader.start(lambda _context: save_brand(brand, path))
    saved = _tr("Brand saved as {name}.").format(name=path.name)
    task.succeeded.connect(lambda _nothing: workspace.toast(saved))
    task.failed.connect(lambda error: _tell(workspace, error))


def _tell(workspace: Workspace, error: BaseException) -> None:
    known = isinstance(error, StudioError)
    words = _tr("Something unexpected happened. Your kit has not changed.")
    workspace.info(explain(error).splitlines()[0] if known else words)
