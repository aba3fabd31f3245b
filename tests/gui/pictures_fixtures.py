"""What tests of pictures and brand share: photos and logos as files, and the pages of both side by side."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QHBoxLayout, QWidget

from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.shell.panes import PageStack
from tests.gui.bare_shell import BareShell
from tests.gui.parts import pages_of


def write_photo(path: Path, size: tuple[int, int] = (1200, 800)) -> Path:
    """A small photo; each name gives another picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    seed = sum(path.name.encode())
    image = Image.new("RGB", size, (seed * 3 % 200, seed * 5 % 200, seed * 7 % 200))
    ImageDraw.Draw(image).ellipse((20, 20, 300, 300), fill="white")
    image.save(path)
    return path


def write_logo(path: Path) -> Path:
    """A wide logo in dark blue with an orange bar."""
    image = Image.new("RGB", (900, 300), "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((10, 10, 290, 290), fill="#124E66")
    draw.rectangle((320, 120, 560, 180), fill="#F2A541")
    image.save(path)
    return path


class Stage(BareShell):
    """The pages, panels and cards of this area side by side, without the rest of the window."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        made = pages_of(workspace)
        self.cards = PageStack({name: card for name, card in made.card.items() if name != "hide"})
        self.center = PageStack({"pictures": made.center["pictures"]})
        self.right = PageStack({"record": made.right["record"]})
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        for pages, width in ((self.cards, 384), (self.center, 600), (self.right, 392)):
            pages.setMinimumWidth(width)
            row.addWidget(pages)
        self.setCentralWidget(middle)
        self.resize(1440, 900)
        workspace.card_wanted.connect(self.open_card)
        workspace.page_wanted.connect(self.center.show_page)
        workspace.panel_wanted.connect(self.right.show_page)

    def open_card(self, name: str) -> QWidget | None:
        return self.cards.show_page(name)

    @property
    def center_area(self) -> QWidget:
        return self.center
