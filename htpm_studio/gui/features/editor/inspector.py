"""The right side of the editor: the blocks that the open piece has, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from htpm_studio.campaign.networks import known_networks
from htpm_studio.export.kit.edits import ALT
from htpm_studio.gui.controllers.editor import CAPTION, EditorController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.features.editor.all_words import AllWords
from htpm_studio.gui.features.editor.medium_blocks import CopiesBlock, LogoBlock, SlideBlock, WorksInBlock
from htpm_studio.gui.features.editor.people import PeopleBlock, PeopleSteps
from htpm_studio.gui.features.editor.picture_block import PictureBlock, SlotsBlock
from htpm_studio.gui.features.editor.post_block import DescriptionBlock, PostBlock
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import PanelSection, kind_label, put_icon, scroll_area, set_theme_icon
from htpm_studio.gui.widgets.kit_fields import OfficialBlock
from htpm_studio.gui.widgets.text_fields import FieldRow

LEAST, WIDTH = 280, 384


class Inspector(QWidget):
    """Head with the lock, blocks that scroll, and the foot."""

    def __init__(
        self,
        controller: EditorController,
        pictures: PicturesController,
        posting: PostingController,
        typing: Typing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST)
        self._controller = controller
        networks = known_networks()
        self.logo = LogoBlock(controller)
        self.official = OfficialBlock(controller.document, self)
        self.words = AllWords(controller, typing)
        self.picture = PictureBlock(controller, pictures)
        self.slots = SlotsBlock(controller, pictures)
        self.people_steps = PeopleSteps(controller, pictures)
        self.people = PeopleBlock(controller, self.people_steps)
        self.description = DescriptionBlock(controller, networks)
        self.post = PostBlock(controller, posting, networks)
        self.slide = SlideBlock(controller)
        self.works_in = WorksInBlock(controller)
        self.copies = CopiesBlock(controller)
        blocks: tuple[PanelSection, ...] = (
            self.copies, self.logo, self.official, self.words, self.picture, self.slots, self.people,
            self.description, self.post, self.slide, self.works_in,
        )  # fmt: skip
        content = QWidget(self)
        column = in_column(inside=content, spacing=0)
        for block in blocks:
            column.addWidget(block)
        column.addStretch(1)
        self._blocks = column
        self.area: QScrollArea = scroll_area(content)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        in_column(self._head(), _rule(), (self.area, 1), inside=self, spacing=0)
        self.words.opened.connect(lambda: self.area.ensureWidgetVisible(self.words))

    def _head(self) -> QHBoxLayout:
        self.lock = QToolButton(self)
        self.lock.setCheckable(True)
        self.lock.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lock.setProperty("kind", "quiet")
        self.lock.clicked.connect(self.toggle_lock)
        self._controller.workspace.theme_changed.connect(self._dress_lock)
        self.picture_button = QToolButton(self)
        self.picture_button.setText(self.tr("Picture"))
        self.picture_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.picture_button.setAccessibleName(self.tr("Show the picture"))
        set_theme_icon(self._controller.workspace, self.picture_button, "arrow-left")
        self.picture_button.hide()
        return in_row(
            self.picture_button, (kind_label(self.tr("Edit"), "title"), 1), self.lock, margins=(16, 8, 8, 8), spacing=8
        )

    # ---------------------------------------------------------------- room

    @property
    def least(self) -> int:
        """How wide it has to be so that nothing in it is cut."""
        content = self._blocks.minimumSize().width() + self.area.verticalScrollBar().sizeHint().width()
        return max(LEAST, content)

    def take(self, notes: QWidget) -> None:
        """Show the notes before all else."""
        self._blocks.insertWidget(0, notes)

    # ---------------------------------------------------------------- content

    def open(self) -> None:
        """Another piece or size was opened."""
        self.words.forget()
        self.picture.open()
        self.people.show_spots(())
        self.area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the open piece as the document has it."""
        controller = self._controller
        self.logo.refresh()
        self.official.show_for(controller.piece)
        self.words.refresh()
        if controller.has("picture"):
            self.picture.refresh()
        else:
            self.picture.hide()
        self.slots.refresh()
        self.people.refresh()
        described = controller.has("description") and controller.has_description
        self.description.setVisible(described)
        if described:
            self.description.refresh()
        self.post.setVisible(controller.has("post"))
        if controller.has("post"):
            self.post.refresh()
        self.slide.refresh()
        self.works_in.refresh()
        self.copies.refresh()
        self._dress_lock()

    def row_beside(self, field: str) -> FieldRow | None:
        """The row of a text that no picture shows, such as "alt"; None when it is not here."""
        beside = {ALT: self.description.row, CAPTION: self.post.row}
        if field.startswith(f"{CAPTION}.") and self.post.isVisibleTo(self):
            self.post.show_network(field.partition(".")[2])
            return self.post.row
        row = beside.get(field)
        return row if row is not None and row.isVisibleTo(self) else None

    def enter(self, row: FieldRow) -> None:
        """Put the cursor into a text that no picture shows."""
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(row)

    # ---------------------------------------------------------------- steps

    def toggle_lock(self) -> None:
        """Lock or unlock the piece."""
        lock = not self._controller.locked
        self._controller.set_lock(self.tr("Lock piece") if lock else self.tr("Unlock piece"), on=lock)

    def _dress_lock(self) -> None:
        locked = self._controller.locked
        self.lock.setChecked(locked)
        self.lock.setText(self.tr("Unlock to edit") if locked else self.tr("Lock"))
        self.lock.setToolTip("" if locked else self.tr("Its words and pictures stay as they are until you unlock it."))
        put_icon(self.lock, self._controller.workspace.icon("lock" if locked else "lock-open"))


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "line")
    return rule
