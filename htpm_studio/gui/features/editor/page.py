"""The editor page: header, stage, other sizes and templates, notes, and the inspector beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from htpm_studio.compose.compose_page import CONTINUED, SIMPLIFIED, TOO_LONG
from htpm_studio.compose.frames import PictureRef
from htpm_studio.export.kit.edits import without_size
from htpm_studio.gui.controllers.editor import EditorController
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.controllers.piece_commands import piece_menu
from htpm_studio.gui.controllers.posting import PostingController
from htpm_studio.gui.core.render_service import Preview, PreviewRequest, PreviewResult
from htpm_studio.gui.core.shell_interface import CenterPage
from htpm_studio.gui.features.editor.crop import Framing, framing
from htpm_studio.gui.features.editor.gallery import Gallery, size_cards, variant_cards, variant_key
from htpm_studio.gui.features.editor.header import SIZES_WIDE, Header, SizesBox, ViewRow, WarnLine
from htpm_studio.gui.features.editor.inspector import LEAST, WIDTH, Inspector
from htpm_studio.gui.features.editor.medium_blocks import NotesPane
from htpm_studio.gui.features.editor.object_bar import ObjectBar
from htpm_studio.gui.features.editor.overlays import legend, too_long
from htpm_studio.gui.features.editor.people import spots_of
from htpm_studio.gui.features.editor.piece_list import PieceList
from htpm_studio.gui.features.editor.preview_pane import CloseUp, OwnView
from htpm_studio.gui.features.editor.spoken_texts import SpokenTexts
from htpm_studio.gui.features.editor.stage import Stage
from htpm_studio.gui.features.editor.text_bar import TextBar
from htpm_studio.gui.features.editor.text_menu import show_text_menu
from htpm_studio.gui.features.editor.typing import Typing
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import kind_label
from htpm_studio.gui.widgets.layouts import TwoPanes
from htpm_studio.gui.widgets.text_fields import PAUSE_MS, LinesField
from htpm_studio.pieces.declared import page_sizes
from htpm_studio.units import Size

OTHERS_MS, SHARPER_MS, DRAFT_WIDE = 60, 120, 720
STACKED_BELOW, STAGE_LEAST, SIZES_FROM, LOW, LOWEST, LIST_FROM = 640, 240, 620, 640, 420, 980
SHEET_WIDE, ROOMY = 440, 680
VARIANT_HIGH = 62
SAME_SHAPE = 0.02
"""How much the shape of a tile may differ from that of the page that it stands for."""


class EditorPage(CenterPage):
    """Everything of one piece in the middle of the window, with the list of its sisters at the left."""

    def __init__(
        self,
        controller: EditorController,
        pictures: PicturesController,
        posting: PostingController,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        workspace = controller.workspace
        self.workspace, self.controller, self.pictures = workspace, controller, pictures
        self.setProperty("pane", "board")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.preview = Preview(workspace.renderer, self)
        self.header = Header(self.controller, self)
        self.stage = Stage(workspace, self)
        self.typing = self.stage.text = Typing(controller, self.stage)
        self.text_bar = TextBar(self.typing, self.stage.viewport())
        self.sizes = Gallery(workspace, "sizes", across=False, extent=SIZES_WIDE, parent=self)
        self.variants = Gallery(workspace, "variants", across=True, extent=VARIANT_HIGH, parent=self)
        self.close_up = CloseUp(self.controller, self)
        self.own_view = OwnView(self.controller, self)
        self.notes = NotesPane(self.controller, self)
        self.warning = WarnLine(workspace, self)
        self.view_row = ViewRow(workspace, self.stage, self)
        self.inspector = Inspector(controller, pictures, posting, self.typing, self)
        self.object_bar = ObjectBar(self.stage, self.inspector.picture, self.inspector.people_steps)
        self.spoken = SpokenTexts(self.stage, self.typing, self.inspector.words)
        self.piece_list = PieceList(controller, self)
        self.shown: PreviewResult | None = None
        self._dragging, self._least = False, 0
        self._lay_out()
        self._timers()
        self._connect()
        self.setFocusProxy(self.stage)
        if self.controller.now is not None:
            self._opened()

    # ---------------------------------------------------------------- building

    def _lay_out(self) -> None:
        self.legend = kind_label("", "muted", wrap=True)
        self.legend.setContentsMargins(16, 0, 16, 4)
        self._sizes_box = SizesBox(self.sizes, self)
        self.variants.setAccessibleName(self.tr("Templates"))
        middle = in_row((self.stage, 1), self._sizes_box, self.close_up, spacing=0)
        left = QWidget(self)
        column = in_column(
            self.header,
            self.warning,
            (middle, 1),
            self.legend,
            self.own_view,
            self.view_row,
            self.variants,
            self.notes,
            inside=left,
            spacing=0,
        )
        self._column = column
        self.panes = TwoPanes(left, self.inspector, self)
        self.panes.turned.connect(self._turned)
        in_row(self.piece_list, (self.panes, 1), inside=self, spacing=0)

    def _timers(self) -> None:
        def timer(ms: int) -> QTimer:
            return QTimer(self, singleShot=True, interval=ms)

        self._others, self.sharper, self.nudging = timer(OTHERS_MS), timer(SHARPER_MS), timer(PAUSE_MS)
        self._others.timeout.connect(self.show_others)
        self.sharper.timeout.connect(self.ask)
        self.nudging.timeout.connect(self.controller.document.end_merge)

    def _connect(self) -> None:
        controller, workspace = self.controller, self.workspace
        controller.opened.connect(self._opened)
        controller.view_changed.connect(self._view_changed)
        controller.refreshed.connect(self.refresh)
        self.header.view_chosen.connect(controller.show_view)
        self.header.overlays_changed.connect(lambda _names: self._show_overlays())
        self.header.mirror_changed.connect(lambda _on: self._mirror())
        self.header.gray_changed.connect(self._set_gray)
        self.header.notes_changed.connect(lambda _on: self.notes.refresh())
        self.stage.cropped.connect(self._crop)
        self.stage.let_go.connect(self._let_go)
        self.stage.nudged.connect(self._nudge)
        self.stage.people_asked.connect(self._ask_about_people)
        for moved_on in (self.stage.pressed, self.typing.placed, controller.opened, controller.view_changed):
            moved_on.connect(self.object_bar.hide)
        self.stage.person_clicked.connect(lambda number: self.object_bar.show_person(self.stage.people[number]))
        self.stage.picture_clicked.connect(self._show_picture_bar)
        self.stage.beside_clicked.connect(self.object_bar.show_fixed)
        self.inspector.words.judge.judged.connect(self.typing.judge)
        self.inspector.people.pointed.connect(self.stage.point_at)
        self.stage.zoom_turned.connect(self.inspector.picture.zoom_by)
        self.inspector.picture.zooming.connect(self._draft)
        self.inspector.picture.zoomed.connect(self._let_go)
        self.stage.sharpness_wanted.connect(self._zoomed)
        self.sizes.chosen.connect(controller.show_view)
        self.variants.chosen.connect(self.use_template)
        self.preview.drawn.connect(self._drawn)
        self.preview.failed.connect(self.warning.show_sentence)
        self.header.words.clicked.connect(lambda: self.turn_to_words(True))
        self.inspector.picture_button.clicked.connect(lambda: self.turn_to_words(False))
        self.header.more.clicked.connect(lambda: self._ask_menu(self._below_more()))
        self.stage.menu_asked.connect(self._ask_menu)
        for asked in (self.stage.words_asked, self.typing.mirror.menu_asked):
            asked.connect(partial(show_text_menu, self.typing, self.text_bar))
        workspace.theme_changed.connect(self.stage.restyle)
        self.pictures.thumbs.ready.connect(lambda _key: self._show_waiting())
        workspace.settings_changed.connect(self._arrange)

    def command_slots(self) -> Mapping[str, Callable[[], object]]:
        """What the editor does for the commands of the window, by their names."""
        return {
            "next_piece": lambda: self._step(1),
            "previous_piece": lambda: self._step(-1),
            "all_words": lambda: self.turn_to_words(True) if self.isVisible() else None,
        }

    def _step(self, by: int) -> None:
        if self.isVisible():
            self.controller.step(by)

    # ---------------------------------------------------------------- content

    def _opened(self) -> None:
        self.shown = None
        self._show_meanwhile()
        self.stage.set_people(())
        self.stage.set_framing(None, movable=False)
        self.inspector.open()
        self.refresh()
        if self.inspector.least > self.inspector.minimumWidth() or self.panes.alone:
            self._arrange()
        self.show_others()
        # All is in its place when it is painted first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._enter_wanted()

    def _show_meanwhile(self) -> None:
        """The picture of the piece's tile, until its page is drawn."""
        now, size = self.controller.now, self.page_size()
        image = (
            self.workspace.renderer.picture(now.tile.key) if now is not None and not self.controller.on_sheet else None
        )
        if image is not None and abs(image.width() / image.height() - size.width / size.height) > SAME_SHAPE:
            image = None
        self.stage.show_meanwhile(image, size)

    def _enter_wanted(self) -> None:
        """Put the caret into the text that somebody asked for, once: on the picture, when that is drawn, or beside."""
        (piece, wanted), spot = self.workspace.text_wanted, self.workspace.spot_wanted
        if piece != self.controller.piece or not self.isVisible():
            return
        field = without_size(wanted)
        row = self.notes.row if field == self.notes.FIELD else self.inspector.row_beside(field)
        if row is None and self.shown is None:
            return
        self.workspace.forget_wanted()
        if row is None:
            self.panes.turn_to(second=False)
            if spot is not None and not self.controller.on_sheet:
                self.typing.press(*spot, times=2)
            elif not self.typing.enter(field) and not self.typing.go_elsewhere(field):
                self.panes.turn_to(second=True)
                self.inspector.words.open(field)
        else:
            self.header.set_notes(on=self.controller.notes_shown or row is self.notes.row)
            self.panes.turn_to(second=True)
            self.inspector.enter(row)

    def _view_changed(self) -> None:
        self.inspector.picture.open()
        self.refresh()

    def refresh(self) -> None:
        """Show the piece as the document has it; a piece that is gone leads back to the board."""
        if not self.controller.piece or not self.isVisible():
            return
        if self.controller.now is None:
            self.controller.back()
            return
        self.ask()
        self.header.refresh()
        self.inspector.refresh()
        self.notes.refresh()
        if self.shown is not None and not self._dragging:
            self._show_framing(self.shown)
        self._tell()
        self._show_overlays()
        self._others.start()

    def ask(self) -> None:
        """Ask for a picture of the piece as it is now, as sharp as the stage shows it."""
        now = self.controller.now
        if now is not None and not self._dragging:
            spec = now.spec if self.controller.on_sheet else None
            width, side = self._width(), self.controller.side
            self.preview.ask(PreviewRequest(now.tile.key, now.tile.page, self.controller.kit(), width, spec, part=side))

    def _width(self) -> int:
        size = self.page_size()
        if self.stage.page is not None and self.stage.page.size == size:
            return self.stage.pixels_wanted
        return round(size.width * self.stage.scale_for(size.width, size.height) * self.devicePixelRatioF())

    def page_size(self) -> Size:
        """Width and height of the page that is edited."""
        now = self.controller.now
        if now is None:
            return Size(100, 100)
        return page_sizes()[self.controller.canvas].size

    def _drawn(self, shown: PreviewResult) -> None:
        now, request = self.controller.now, shown.request
        if now is None or request.key != now.tile.key or request.part != self.controller.side:
            return
        if self.typing.outdated(request):
            return
        self.shown = shown
        self.stage.show_page(shown.image, shown.page, self.controller.page_size)
        unfit = (finding.text for finding in shown.findings if finding.code == TOO_LONG)
        self.stage.set_too_long(too_long(shown.page, unfit) if shown.request.sheet is None else ())
        self._show_own_view()
        self._mirror()
        self._show_framing(shown)
        self._show_people(shown)
        self.object_bar.follow(self.stage.framing, self.stage.people)
        self._show_waiting()
        if not shown.request.draft:
            self.typing.take(shown.findings)
            self.inspector.words.show_drawn()
            self.spoken.refresh()
            self._tell()
            self._enter_wanted()

    def _tell(self) -> None:
        """What is shown in another way than it is meant."""
        findings = self.shown.findings if self.shown is not None else ()
        told = [translate(one.message) for one in findings if one.code in (SIMPLIFIED, CONTINUED)]
        self.warning.show_sentence(" ".join(filter(None, (self.inspector.picture.stand_in(), *told))))

    def _show_framing(self, shown: PreviewResult) -> None:
        ref = shown.request.spec.content.get("picture")
        found: Framing | None = None
        if isinstance(ref, PictureRef) and shown.request.sheet is None and self.controller.has("picture"):
            found = framing(shown.page, ref)
        self.stage.set_framing(found, movable=found is not None and not self.controller.locked)
        now = self.controller.now
        if not shown.request.draft and now is not None and shown.request.spec == now.tile.page:
            self.inspector.picture.show_framing(found)

    def _show_people(self, shown: PreviewResult) -> None:
        """Let the drawn people be clicked, unless the piece keeps its picture or whole sheets are shown."""
        spots = tuple(spots_of(shown.page, self.controller.kit())) if shown.request.sheet is None else ()
        self.stage.set_people(() if self.controller.locked else spots)
        if not shown.request.draft:
            self.inspector.people.show_spots(spots)

    def _show_picture_bar(self) -> None:
        if self.stage.framing is not None:
            self.object_bar.show_picture(self.stage.framing)

    def _show_waiting(self) -> None:
        photo = self.pictures.waiting_in(self.controller.piece)
        self.stage.set_waiting(self.pictures.thumbs.image(photo.source) if photo is not None else None)

    def _ask_about_people(self, numbers: tuple[int, ...], place: QPoint) -> None:
        steps, people = self.inspector.people_steps, self.stage.people
        spots = [people[number] for number in numbers]
        menu = steps.menu(spots[0], self) if len(spots) == 1 else steps.menu_of_all(spots, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_overlays(self) -> None:
        names = self.header.overlays
        self.stage.set_overlays(names)
        hints = [] if self._low else legend(names)
        if self.controller.page_size.mirrored and not self._has_room:
            hints.insert(0, self.tr("Your own view is mirrored. The file is not: do not flip it."))
        self.legend.setText("\u00a0\u00a0\u00a0 ".join(hints))
        self.legend.setVisible(bool(hints))

    @property
    def _low(self) -> bool:
        """Whether there is room for little more than the stage."""
        return self.height() < LOWEST * self.workspace.settings.text_scale / 100

    @property
    def _has_room(self) -> bool:
        """Whether there is room for a second picture below the stage."""
        return self.height() >= ROOMY * self.workspace.settings.text_scale / 100

    def _show_own_view(self) -> None:
        self.own_view.show_image(self.shown.image if self.shown is not None and self._has_room else None)

    def _mirror(self) -> None:
        mirrored = self.controller.page_size.mirrored and self.header.mirrored
        if mirrored != self.stage.mirrored:
            self.stage.set_mirrored(mirrored)

    def _set_gray(self, on: bool) -> None:
        self.stage.gray = on
        if self.shown is not None:
            self._drawn(self.shown)

    def _zoomed(self) -> None:
        self.view_row.refresh()
        self.sharper.start()

    def show_others(self) -> None:
        """The other sizes, and the same piece with other templates."""
        now = self.controller.now
        if now is None or not self.isVisible():
            return
        if self.inspector.least != self._least:
            self._arrange()
        sizes, others = size_cards(self.controller), variant_cards(self.controller)
        beside = (one.width() for one in (self._sizes_box, self.close_up) if one.isVisibleTo(self))
        room = self.stage.width() + sum(beside)
        shown = bool(sizes) and room >= SIZES_FROM and not self._low
        self._sizes_box.setVisible(shown)
        self.sizes.show_cards(sizes if shown else (), "")
        self.close_up.show_in(room - SHEET_WIDE, self.stage.height())
        self._show_own_view()
        self._show_overlays()
        self.variants.setVisible(bool(others) and not self._low)
        self.variants.setEnabled(not self.controller.locked)
        self.variants.show_cards(others, variant_key(now.tile.key, now.tile.page.template))

    # ---------------------------------------------------------------- steps

    def _crop(self, focus: tuple[float, float], done: bool) -> None:
        now, place = self.controller.now, self.stage.framing
        if now is None or place is None:
            return
        if done:
            self._dragging = False
            size = self.inspector.picture.crop_size
            self.controller.set_crop(self.tr("Move picture"), focus, place.zoom, size)
            self.ask()
        else:
            self._draft(focus, place.zoom)

    def _draft(self, focus: tuple[float, float], zoom: float) -> None:
        """Show at once what a crop would look like, while the hand is still on it."""
        self._dragging = True
        now = self.controller.now
        ref = now.tile.page.content.get("picture") if now is not None else None
        if now is not None and isinstance(ref, PictureRef):
            content = {**now.tile.page.content, "picture": replace(ref, focus=focus, zoom=zoom, moved=True)}
            page = replace(now.tile.page, content=content)
            wide = min(DRAFT_WIDE, self.stage.pixels_wanted)
            self.preview.ask(PreviewRequest(now.tile.key, page, self.controller.kit(), wide, draft=True))

    def _let_go(self) -> None:
        self._dragging = False
        self.ask()

    def _nudge(self, dx: float, dy: float) -> None:
        place = self.stage.framing
        if place is not None and not self.controller.locked:
            size = self.inspector.picture.crop_size
            merge = f"{self.controller.piece}/nudge{size}"
            self.controller.set_crop(self.tr("Move picture"), place.nudged(dx, dy), place.zoom, size, merge)
            self.nudging.start()

    def use_template(self, key: str) -> None:
        """Draw the piece with another template."""
        template = key.rpartition("|")[2]
        now = self.controller.now
        if now is not None and template != now.tile.page.template:
            self.controller.set_template(self.tr("Change template"), template)

    def menu(self) -> QMenu | None:
        """What can be done with the open piece; None while there is none."""
        now = self.controller.now
        return piece_menu(self.workspace, [now.tile], self) if now is not None else None

    def _ask_menu(self, spot: QPoint) -> None:
        if (menu := self.menu()) is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(spot)

    def _below_more(self) -> QPoint:
        return self.header.more.mapToGlobal(self.header.more.rect().bottomLeft())

    # ---------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts away what lies over the picture, leaves a field, or leads back to the board."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.object_bar.isVisible() or self.typing.says_why_fixed:
            self.object_bar.hide()
            self.typing.leave()
        elif isinstance(self.focusWidget(), LinesField):
            self.stage.setFocus()
        else:
            self.controller.back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may need another arrangement."""
        super().resizeEvent(event)
        if self.width():
            self._arrange()

    def _arrange(self) -> None:
        """Where the page is narrow, the inspector goes below the stage, or one of them shows at a time."""
        scale = self.workspace.settings.text_scale / 100
        least = self._least = self.inspector.least
        self.piece_list.setVisible(self.width() >= LIST_FROM * scale)
        narrow = self.width() < max(STACKED_BELOW * scale, least + STAGE_LEAST * scale)
        self.inspector.setMinimumWidth(LEAST if narrow else least)
        if not narrow:
            side = max(least, min(round(WIDTH * scale), self.width() * 2 // 5))
            self.panes.show_both(Qt.Orientation.Horizontal, (self.width() - side, side))
        elif self.height() > self.width():
            self.panes.show_both(Qt.Orientation.Vertical, (self.height() // 2, self.height() // 2))
        else:
            self.panes.show_one()
        rest = self.height() - self.header.heightForWidth(self.width()) - self.stage.minimumHeight()
        self.view_row.setVisible(not self.panes.alone or rest >= self.view_row.sizeHint().height())
        self.notes.set_low(self.height() < LOW * scale)
        self._others.start()

    def _turned(self) -> None:
        """One of stage and inspector came or went: each has the way to the other, and notes are with the words."""
        alone = self.panes.alone
        self.header.set_alone(alone)
        self.inspector.picture_button.setVisible(alone)
        self.notes.with_words = alone
        if alone:
            self.inspector.take(self.notes)
        else:
            self._column.addWidget(self.notes)
        self.notes.refresh()

    def turn_to_words(self, on: bool) -> None:
        """Let the list of all words have the keys, or the stage; where one of them shows, let it be that."""
        self.panes.turn_to(second=on)
        if on:
            self.inspector.words.open()
        else:
            self.stage.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was in front."""
        super().showEvent(event)
        if not event.spontaneous():
            self.panes.turn_to(second=False)
        self.controller.in_front = True
        self.controller.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front."""
        super().hideEvent(event)
        self.typing.leave()
        self.controller.in_front = event.spontaneous()
