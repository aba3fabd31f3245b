"""Texts beside the picture: its description for screen readers and the post that goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.campaign.networks import Network, Networks, counts, length, numbered, too_much
from htpm_studio.export.kit.edits import ALT
from htpm_studio.export.texts.planned_posts import PlannedPost, network_field, posts_of_week
from htpm_studio.gui.controllers.editor import CAPTION, EditorController
from htpm_studio.gui.controllers.posting import PostingController, time_label
from htpm_studio.gui.i18n import spoken_day, translate
from htpm_studio.gui.style import show_mark
from htpm_studio.gui.widgets.fields import Chip, PanelSection, icon_button, kind_label, link_button, put_icon, restyle
from htpm_studio.gui.widgets.layouts import FlowRow
from htpm_studio.gui.widgets.text_fields import FieldRow, LinesField, clean_notes

_OPENING = re.compile(r"^(?:an? |the )?(?:image|picture|photo|graphic)s? (?:of|showing)\b", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|svg|pdf)$|^IMG_\d+$", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:victims?|survivors?)\b", re.IGNORECASE)
NO_BAR_FROM = 5000


class DescriptionBlock(PanelSection):
    """The description for screen readers, with a counter and advice."""

    def __init__(self, controller: EditorController, networks: Networks) -> None:
        super().__init__("")
        self.heading.hide()
        self._controller, self._networks = controller, networks
        name = self.tr("Description for screen readers")
        self.row = FieldRow(controller.workspace, name, LinesField(controller.document))
        self.row.label.setProperty("kind", "head")
        self.column.addWidget(self.row)
        self.advice = QVBoxLayout()
        self.column.addLayout(self.advice)
        self.fits = link_button(self.tr("It still fits"))
        self.fits.clicked.connect(lambda: self._controller.keep_description(self.tr("Keep the description")))
        self.column.addWidget(self.fits, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.edited.connect(self._edit)
        self.row.reset.connect(self._reset)

    def refresh(self) -> None:
        """Show the description."""
        controller = self._controller
        text, kit_text = controller.beside(ALT)
        self.row.show_words(text, changed=text != kit_text, locked=controller.locked, own=controller.is_own)
        self.fits.setVisible(controller.outdated and not controller.locked)
        self._count()

    def _edit(self, text: str) -> None:
        self._controller.set_description(self.tr("Change description"), text)
        self._count()

    def _reset(self) -> None:
        self._controller.follow_description(self.tr("Kit description"))

    def _count(self) -> None:
        text, advised, most = self.row.editor.words(), self._networks.alt_advised, self._networks.alt_longest
        sentence = ""
        if len(text) > most:
            sentence = self.tr("{count} of {most} characters allowed.").format(count=len(text), most=f"{most:,}")
        spoken = self.tr("{count} of {limit}").format(count=len(text), limit=advised)
        self.row.show_count(f"{len(text)} / {advised}", spoken=spoken, over=len(text) > most, sentence=sentence)
        self._advise(text)

    def _advise(self, text: str) -> None:
        while item := self.advice.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for icon, token, words in self.advice_for(text):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            mark = QLabel(line)
            show_mark(mark, self._controller.workspace.icon(icon, token))
            row.addWidget(mark)
            row.addWidget(kind_label(words, "muted", wrap=True), 1)
            self.advice.addWidget(line)

    def advice_for(self, text: str) -> tuple[tuple[str, str, str], ...]:
        """Rows of icon, color and words about a description."""
        rows: list[tuple[str, str, str]] = []
        if self._controller.outdated:
            words = self.tr("The picture was changed after this was written. Does it still fit?")
            rows.append(("info", "warn", words))
        if text:
            rows += self._on_words(text)
        if not text:
            rows.append(("info", "muted", self.tr("Without a description, the text of the piece is read aloud.")))
        advised = self._networks.alt_advised
        if len(text) > advised:
            words = self.tr("Up to {advised} characters are easy to listen to.").format(advised=advised)
            rows.append(("info", "warn", words))
        if _OPENING.search(text):
            rows.append(("info", "warn", self.tr("Say what is there. “Image of” is read aloud already.")))
        if _FILE.search(text):
            rows.append(("info", "warn", self.tr("This looks like a file name. Say what is there.")))
        if _LABEL.search(text):
            rows.append(("info", "warn", self.tr("Name nobody in a picture a victim or survivor.")))
        return tuple(rows)

    def _on_words(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Where the words in the picture are said to those who cannot see it."""
        here, nowhere = self._controller.unsaid(text)
        if nowhere:
            words = self.tr("“{line}” appears only in the picture.").format(line=nowhere[0])
            yield "info", "warn", words
        elif here:
            yield "check", "ok", self.tr("The post text says the words in the picture")
        elif self._controller.has("post"):
            yield "check", "ok", self.tr("Includes the text in the picture")


class NetworkLine:
    """One network: name, bar, count, copy button, and the way out when the text is too long."""

    def __init__(self, block: PostBlock, network: Network, grid: QGridLayout, row: int) -> None:
        self.network, self._block = network, block
        named = translate(network.name)
        self.name = QLabel(named)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, network.text_limit)
        self.bar.setAccessibleName(named)
        # A bar that never fills says nothing; the space stays, so that the counts are below each other.
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        if network.text_limit >= NO_BAR_FROM:
            self.bar.hide()
        self.count = kind_label("", "muted")
        words = block.tr("Copy the text for {network}").format(network=named)
        self.copy = icon_button(block.controller.workspace, "copy", words)
        self.copy.setMinimumSize(28, 28)
        self.copy.clicked.connect(lambda: block.copy_for(network))
        self.shorter = QPushButton()
        self.shorter.clicked.connect(lambda: block.use_short(network))
        for column, widget in enumerate((self.name, self.bar, self.count, self.copy)):
            grid.addWidget(widget, row, column)
        grid.addWidget(self.shorter, row + 1, 0, 1, 4)
        self.shorter.hide()

    def show_text(self, text: str, short: str) -> None:
        """Count a text as this network does."""
        count, limit = length(text, self.network), self.network.text_limit
        problem = too_much(text, self.network)
        self.bar.setUpdatesEnabled(False)  # or it would paint the window at once, with the page half changed
        self.bar.setValue(min(count, limit))
        self.bar.setUpdatesEnabled(True)
        self.bar.setAccessibleDescription(self._block.tr("{count} of {limit}").format(count=count, limit=limit))
        self.count.setText(counts(text, self.network))
        self.count.setProperty("kind", "error" if problem else "muted")
        self.count.setToolTip(translate(problem))
        self.count.setAccessibleDescription(translate(problem))
        restyle(self.count)
        helps = bool(problem) and bool(short) and not too_much(short, self.network)
        self.shorter.setVisible(helps)
        self.shorter.setEnabled(not self._block.controller.locked)
        words = self._block.tr("{network}: use the short one, {count}")
        self.shorter.setText(words.format(network=translate(self.network.name), count=length(short, self.network)))


class PostBlock(PanelSection):
    """The text of the post for each network and for what goes beside; one for all where the campaign or user has it."""

    def __init__(self, controller: EditorController, posting: PostingController, networks: Networks) -> None:
        super().__init__("")
        self.heading.hide()
        self.controller, self._posting = controller, posting
        self._networks = {one.id: one for one in networks.texts}
        self.post: PlannedPost | None = None
        self.shown = ""
        self._tabs = QWidget(self)
        flow = FlowRow(self._tabs)
        flow.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Chip] = {}
        for name, words in (("", self.tr("All networks")), *((one.id, translate(one.name)) for one in networks.texts)):
            self.tabs[name] = self._tab(name, words)
            flow.addWidget(self.tabs[name])
        self.row = FieldRow(
            controller.workspace, self.tr("Post text"), LinesField(controller.document, clean_notes, least=4)
        )
        self.row.label.setProperty("kind", "head")
        self.column.addWidget(self.row)
        self.column.insertWidget(self.column.indexOf(self.row), self._tabs)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(2)
        self.lines = [NetworkLine(self, one, grid, 2 * row) for row, one in enumerate(networks.texts)]
        self.column.addLayout(grid)
        self.own = link_button(self.tr("Use one text for all networks again"))
        self.own.clicked.connect(self._forget_own)
        self.column.addWidget(self.own)
        self.when = link_button("")
        self.when.setToolTip(self.tr("Show the post in the calendar, where its day and time can be changed"))
        self.when.clicked.connect(self._show_day)
        self.column.addWidget(self.when)
        self.row.edited.connect(self._edit)
        self.row.reset.connect(self._reset)

    def _tab(self, name: str, words: str) -> Chip:
        tab = Chip(words, self._tabs)
        tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tab.setChecked(name == self.shown)
        tab.setAccessibleName(self.tr("Text for {network}").format(network=words))
        tab.clicked.connect(lambda: self.show_network(name))
        self._group.addButton(tab)
        return tab

    def show_network(self, name: str) -> None:
        """Show what one network says, or with "" what all say."""
        self.shown = name if name in self._networks else ""
        self.tabs[self.shown].setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Show text and counts."""
        controller = self.controller
        kit = controller.document.kit()
        posts = posts_of_week(kit.project, kit.campaign, kit.week, kit.project.edits.to_mapping())
        before, self.post = self.post, next((post for post in posts if post.piece == controller.piece), None)
        if (before.piece if before else "") != (self.post.piece if self.post else ""):
            self.shown = self._usual_tab()
            self.tabs[self.shown].setChecked(True)
        self._tabs.setVisible(self.post is not None)
        network = self._networks.get(self.shown)
        said = translate(network.name) if network else ""
        name = self.tr("Post text for {network}").format(network=said) if said else self.tr("Post text")
        name = said if network and network.beside else name
        self.row.label.setText(name)
        self.row.editor.setAccessibleName(name)
        text, kit_text = self._texts()
        self.row.show_words(text, changed=text != kit_text, locked=controller.locked)
        own = {} if self.post is None else dict(self.post.own)
        for key, tab in self.tabs.items():
            put_icon(tab, controller.workspace.icon("pencil", "accent")) if key in own else tab.setIcon(QIcon())
            tab.setToolTip(self.tr("It has its own text.") if key in own else "")
        self._count()
        self.when.setVisible(self.post is not None)
        self.when.setText(self._day())

    def _usual_tab(self) -> str:
        """Where a post opens: at its first network if the campaign has a text for each, else at the text for all."""
        single = self.post is not None and self.post.written and not self.post.edited
        return next(iter(self._networks)) if single else ""

    def _texts(self) -> tuple[str, str]:
        """The text that is shown, and what it would be without the user's own for that network."""
        network = self._networks.get(self.shown)
        if network is None and self.post is not None and self.post.written:
            return self.post.caption, ""
        if network is None or self.post is None:
            return self.controller.beside(CAPTION)
        return self.post.text(network), self.post.usual(network)

    def _day(self) -> str:
        if self.post is None:
            return ""
        if self.post.day is None:
            return self.tr("No day yet. Plan it in the calendar.")
        words = self.tr("{day}, {time}: show it in the calendar")
        return words.format(day=spoken_day(self.post.day), time=time_label(self.post.time))

    def _show_day(self) -> None:
        if self.post is not None:
            posting, workspace = self._posting, self.controller.workspace
            posting.open_day(self.post.day or posting.day, self.post.piece)
            workspace.page_wanted.emit("calendar")
            workspace.panel_wanted.emit("day")

    def text_for(self, network: Network) -> str:
        """What is posted on a network."""
        return self.post.text(network) if self.post else self.row.editor.words()

    def copy_for(self, network: Network) -> None:
        """Put the text for a network on the clipboard, each part of a thread with its number."""
        text = self.text_for(network)
        QGuiApplication.clipboard().setText(numbered(text))
        words = self.tr("Copied for {network}, {count} characters")
        self.controller.workspace.toast(words.format(network=translate(network.name), count=length(text, network)))

    def use_short(self, network: Network) -> None:
        """Let one network have the kit's text that fits it."""
        if self.post is not None:
            name = translate(network.name)
            step = self.tr("Short text for {network}").format(network=name)
            self.controller.change(step, {network_field(network.id): self.post.spare_for(network)})
            self.controller.workspace.toast(self.tr("{network} uses the short text.").format(network=name), undo=True)

    def _edit(self, text: str) -> None:
        network, kit_text = self._networks.get(self.shown), self._texts()[1]
        if network is None:
            self.controller.set_text(self.tr("Change post text"), CAPTION, text, kit_text)
        else:
            step = self.tr("Change post text for {network}").format(network=translate(network.name))
            self.controller.set_text(step, network_field(network.id), text, kit_text)

    def _reset(self) -> None:
        self.controller.change(self.tr("Kit post text"), {network_field(self.shown) if self.shown else CAPTION: None})

    def _forget_own(self) -> None:
        names = [name for name in self.controller.own() if name.startswith(f"{CAPTION}.")]
        single = self.post is not None and self.post.written
        step = self.tr("Kit post text") if single else self.tr("One text for all networks")
        self.controller.change(step, dict.fromkeys(names))

    def _count(self) -> None:
        for line in self.lines:
            line.show_text(self.text_for(line.network), self.post.spare_for(line.network) if self.post else "")
        shown = next((line for line in self.lines if line.network.id == self.shown), None)
        if shown is None:
            self.row.show_count("", spoken=self.lines[0].count.text(), over=False, sentence=self._stand_in_words())
        else:
            problem = too_much(self.row.editor.words(), shown.network)
            words = shown.count.text()
            self.row.show_count("", spoken=words, over=bool(problem), sentence=translate(problem) or self._source())
        single = self.post is not None and self.post.written
        back = self.tr("Use the kit's text for every network again")
        self.own.setText(back if single else self.tr("Use one text for all networks again"))
        self.own.setVisible(any(name.startswith(f"{CAPTION}.") for name in self.controller.own()))

    def _stand_in_words(self) -> str:
        """Which networks do not say what the user wrote, because it is too long for them, or that each has its own."""
        post = self.post
        if post is not None and post.written and not post.edited:
            return self.tr("The kit has a text for each network. What you write here replaces all of them.")
        names = [] if post is None else [one.name for one in self._networks.values() if post.stands_in(one)]
        words = self.tr(
            "Too long for {networks}, which will use the kit's short text. You can change it under the network's name."
        )
        return words.format(networks=", ".join(names)) if names else ""

    def _source(self) -> str:
        """Where the text of the shown network comes from, when that is worth a word."""
        network = self._networks.get(self.shown)
        if network is not None and self.post is not None and (places := self.post.to_fill_in(network)):
            return self.tr("Fill in {places} before this goes out.").format(places=", ".join(places))
        if network is None or self.post is None or network.id in dict(self.post.own):
            return ""
        if self.post.stands_in(network):
            return self.tr(
                "The kit's short text is used because yours is too long here. It does not include what you wrote."
            )
        return ""
