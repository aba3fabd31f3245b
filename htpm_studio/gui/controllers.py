"""The controllers of a window: each made once, with the ones that it uses; that of toolkits when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from htpm_studio.frozen import dataclass
from htpm_studio.gui.components.exporter import ExportChoice, Exporter
from htpm_studio.gui.components.pictures_controller import PicturesController
from htpm_studio.gui.components.piece_editor import EditorSession
from htpm_studio.gui.components.posting_controller import PostingController
from htpm_studio.gui.core.dnd import Dropped, sort_of
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.checks.runner import CheckRunner
from htpm_studio.gui.features.partners.controller import PartnersController
from htpm_studio.gui.kit_file.session import Session

if TYPE_CHECKING:
    from htpm_studio.gui.features.toolkit_import.controller import ImportController


@dataclass(frozen=True)
class Controllers:
    """What `app.py` and `pages.py` hand out; no page, panel or command is given more of it than it uses."""

    workspace: Workspace
    session: Session
    pictures: PicturesController
    editor: EditorSession
    posting: PostingController
    exporter: Exporter
    export_choice: ExportChoice
    checks: CheckRunner
    partners: PartnersController

    @cached_property
    def toolkit(self) -> ImportController:
        """What reads toolkits; a start that reads none does without the readers."""
        from htpm_studio.gui.features.toolkit_import.controller import ImportController

        return ImportController(self.workspace)

    def take(self, dropped: Dropped) -> None:
        """Read a toolkit that was dropped."""
        if sort_of(dropped.paths) == "document":
            self.toolkit.take(dropped.paths[0])


def make_controllers(workspace: Workspace, session: Session) -> Controllers:
    """The controllers of a workspace; from here on they follow its document and what is dropped."""
    exporter = Exporter(workspace, session)
    export_choice = ExportChoice(workspace, exporter)
    has = Controllers(
        workspace,
        session,
        PicturesController(workspace),
        EditorSession(workspace),
        PostingController(workspace),
        exporter,
        export_choice,
        CheckRunner(workspace),
        PartnersController(workspace, exporter, export_choice),
    )
    workspace.files_dropped.connect(has.take)
    return has
