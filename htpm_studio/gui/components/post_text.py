"""Another text for a post, dropped on it or pasted: what all networks get."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData

from htpm_studio.errors import StudioError
from htpm_studio.export.edits import LOCKED, YES
from htpm_studio.export.texts.posting import PlannedPost, planned_posts, rewritten
from htpm_studio.gui.components.text_fields import clean_notes
from htpm_studio.gui.core.dnd_text import words_in
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.i18n.translate import told


def _tr(text: str) -> str:
    return QCoreApplication.translate("PostWords", text)


def post_of(document: KitDocument, piece: str) -> PlannedPost | None:
    """The post that a piece belongs to."""
    posts = planned_posts(document.project, document.campaign)
    return next((post for post in posts if post.piece == piece), None)


def says(post: PlannedPost) -> str:
    """What words do that are dropped on a post."""
    return _tr("Replace the post text of “{title}”").format(title=post.title.rstrip("."))


def rewrite(workspace: Workspace, post: PlannedPost, words: str) -> None:
    """Let a post say something else on all networks that take it, as one step that can be taken back."""
    document = workspace.document
    step = _tr("Post text of “{title}”").format(title=post.title.rstrip("."))
    document.change(step, rewritten(document.project, post, clean_notes(words)))
    sentence = _tr("New post text for “{title}”.").format(title=post.title.rstrip("."))
    written = post_of(document, post.piece)
    networks = document.resources.networks.networks
    if written is not None and (short := [one.name for one in networks if written.stands_in(one)]):
        stays = _tr("Too long for {networks}, which will use the kit's short text.")
        sentence = f"{sentence} {stays.format(networks=', '.join(short))}"
    workspace.toast(sentence, undo=True)


def paste_words(workspace: Workspace, data: QMimeData, piece: str) -> None:
    """Let the post of a piece say what was copied; without one, tell how."""
    document = workspace.document
    post = post_of(document, piece)
    if post is None:
        workspace.toast(_tr("To paste text, select one social graphic or click the field it is for."))
    elif document.project.edits.text(post.piece, LOCKED) == YES:
        workspace.toast(_tr("“{title}” is locked.").format(title=post.title.rstrip(".")))
    else:
        try:
            rewrite(workspace, post, words_in(data))
        except StudioError as error:
            workspace.toast(told(error))
