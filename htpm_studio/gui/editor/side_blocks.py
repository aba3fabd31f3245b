"""Texts beside the picture: its description for screen readers and the post that goes with it."""

from __future__ import annotations

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from htpm_studio import paths
from htpm_studio.campaign.networks import Network, Networks, length, read_networks, too_much
from htpm_studio.export.words.posting import PlannedPost, network_field, posts_of_week
from htpm_studio.gui.editor.fields import FieldRow, Lines, clean_notes
from htpm_studio.gui.editor.session import ALT, CAPTION, EditorSession
from htpm_studio.gui.style.icons import show_mark
from htpm_studio.gui.widgets.fields import Section, icon_button, kind_label, link_button, restyle

_OPENING = re.compile(r"^(?:an? |the )?(?:image|picture|photo|graphic)s? (?:of|showing)\b", re.IGNORECASE)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|svg|pdf)$|^IMG_\d+$", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:victims?|survivors?)\b", re.IGNORECASE)
NO_BAR_FROM = 5000


class DescriptionBlock(Section):
    """The description for screen readers, with a counter and advice."""

    def __init__(self, session: EditorSession, networks: Networks) -> None:
        super().__init__("")
        self.heading.hide()
        self._session, self._networks = session, networks
        self._words: tuple[str, ...] = ()
        name = self.tr("Description for screen readers")
        self.row = FieldRow(session.workspace, name, Lines(session.document))
        self.row.label.setProperty("kind", "head")
        self.column.addWidget(self.row)
        self.advice = QVBoxLayout()
        self.column.addLayout(self.advice)
        self.row.edited.connect(self._edit)
        self.row.reset.connect(self._reset)

    def refresh(self, words: tuple[str, ...]) -> None:
        """Show the description; `words` are those in the picture."""
        self._words = words
        session = self._session
        text, kit_text = session.beside(ALT)
        self.row.show_words(text, changed=text != kit_text, locked=session.locked, own=session.is_own)
        self._count()

    def _edit(self, text: str) -> None:
        _, kit_text = self._session.beside(ALT)
        self._session.set_text(self.tr("Change description"), ALT, text, kit_text)
        self._count()

    def _reset(self) -> None:
        self._session.change(self.tr("Kit description"), {ALT: None})

    def _count(self) -> None:
        text, advised, most = self.row.editor.words(), self._networks.alt_advised, self._networks.alt_longest
        sentence = ""
        if len(text) > most:
            sentence = self.tr("{count} characters, {most} are the most.").format(count=len(text), most=f"{most:,}")
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
            show_mark(mark, self._session.workspace.icon(icon, token))
            row.addWidget(mark)
            row.addWidget(kind_label(words, "muted", wrap=True), 1)
            self.advice.addWidget(line)

    def advice_for(self, text: str) -> tuple[tuple[str, str, str], ...]:
        """Rows of icon, color and words about a description."""
        rows: list[tuple[str, str, str]] = []
        said = text.casefold()
        if text and any(word.casefold() in said for word in self._words if word):
            rows.append(("check", "ok", self.tr("Includes the words in the picture")))
        if not text:
            rows.append(("info", "muted", self.tr("Without a description, the words of the piece are read aloud.")))
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


class NetworkLine:
    """One network: name, bar, count, copy button, and the way out when the text is too long."""

    def __init__(self, block: PostBlock, network: Network, grid: QGridLayout, row: int) -> None:
        self.network, self._block = network, block
        self.name = QLabel(network.name)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, network.text_limit)
        self.bar.setAccessibleName(network.name)
        # A bar that never fills says nothing; the space stays, so that the counts stand below each other.
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        if network.text_limit >= NO_BAR_FROM:
            self.bar.hide()
        self.count = kind_label("", "muted")
        words = block.tr("Copy the text for {network}").format(network=network.name)
        self.copy = icon_button(block.session.workspace, "copy", words)
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
        self.bar.setValue(min(count, limit))
        self.bar.setAccessibleDescription(self._block.tr("{count} of {limit}").format(count=count, limit=limit))
        self.count.setText(f"{count:,} / {limit:,}")
        self.count.setProperty("kind", "error" if problem else "muted")
        self.count.setToolTip(problem)
        self.count.setAccessibleDescription(problem)
        restyle(self.count)
        helps = bool(problem) and bool(short) and not too_much(short, self.network)
        self.shorter.setVisible(helps)
        self.shorter.setEnabled(not self._block.session.locked)
        words = self._block.tr("{network}: use the short one, {count}")
        self.shorter.setText(words.format(network=self.network.name, count=length(short, self.network)))


class PostBlock(Section):
    """The text of the post, and how long it is for each network."""

    def __init__(self, session: EditorSession, networks: Networks) -> None:
        super().__init__("")
        self.heading.hide()
        self.session = session
        self.row = FieldRow(session.workspace, self.tr("Post text"), Lines(session.document, clean_notes, least=4))
        self.row.label.setProperty("kind", "head")
        self.column.addWidget(self.row)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(2)
        self.lines = [NetworkLine(self, one, grid, 2 * row) for row, one in enumerate(networks.networks)]
        self.column.addLayout(grid)
        self.own = link_button(self.tr("Use one text for all networks again"))
        self.own.clicked.connect(self._forget_own)
        self.column.addWidget(self.own)
        self.row.edited.connect(self._edit)
        self.row.reset.connect(self._reset)
        self.post: PlannedPost | None = None

    def refresh(self) -> None:
        """Show text and counts."""
        session = self.session
        kit = session.document.kit()
        posts = posts_of_week(kit.project, kit.campaign, kit.week, kit.project.edits.to_mapping())
        self.post = next((post for post in posts if post.piece == session.piece), None)
        text, kit_text = session.beside(CAPTION)
        self.row.show_words(text, changed=text != kit_text, locked=session.locked)
        self._count()

    def text_for(self, network: Network) -> str:
        """What is posted on a network."""
        return self.post.text(network) if self.post else self.row.editor.words()

    def copy_for(self, network: Network) -> None:
        """Put the text for a network on the clipboard."""
        text = self.text_for(network)
        QGuiApplication.clipboard().setText(text)
        words = self.tr("Copied for {network}, {count} characters")
        self.session.workspace.toast(words.format(network=network.name, count=length(text, network)))

    def use_short(self, network: Network) -> None:
        """Let one network have the short text of the kit."""
        if self.post is not None:
            step = self.tr("Short text for {network}").format(network=network.name)
            self.session.change(step, {network_field(network.id): self.post.short})
            self.session.workspace.toast(
                self.tr("{network} has the short text.").format(network=network.name), undo=True
            )

    def _edit(self, text: str) -> None:
        _, kit_text = self.session.beside(CAPTION)
        self.session.set_text(self.tr("Change post text"), CAPTION, text, kit_text)

    def _reset(self) -> None:
        self.session.change(self.tr("Kit post text"), {CAPTION: None})

    def _forget_own(self) -> None:
        names = [name for name in self.session.own() if name.startswith(f"{CAPTION}.")]
        self.session.change(self.tr("One text for all networks"), dict.fromkeys(names))

    def _count(self) -> None:
        short = self.post.short if self.post else ""
        for line in self.lines:
            line.show_text(self.text_for(line.network), short)
        self.row.show_count("", spoken=self.lines[0].count.text(), over=False)
        self.row.counter.hide()
        self.own.setVisible(any(name.startswith(f"{CAPTION}.") for name in self.session.own()))


def networks_here() -> Networks:
    """The networks that come with the program."""
    return read_networks(paths.assets() / "networks.toml")
