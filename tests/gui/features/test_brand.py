from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from htpm_studio.export.kit.kit import DEFAULT_COLORS
from htpm_studio.gui.controllers.brand import (
    ROLES,
    colors_in_force,
    contrast_proofs,
    palette_in_force,
    palette_notes,
    ratio_words,
)
from htpm_studio.gui.core.dnd import Dropped
from htpm_studio.gui.core.document import KitDocument
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.features.brand.colors_card import ColorsCard
from htpm_studio.gui.features.brand.design_card import DesignCard
from htpm_studio.gui.features.brand.kit_cards import LinesCard, form_note
from htpm_studio.gui.features.brand.logo_card import LogoCard
from htpm_studio.project.brand_file import save_brand
from htpm_studio.project.model import Brand, Style
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.palette_styles import in_style
from htpm_studio.project.pictures import load_logo
from tests.gui.parts import controllers_of, edit_commands, restart
from tests.gui.pictures_fixtures import Stage, write_logo
from tests.helpers.lettered import letters


@pytest.fixture
def document(document: KitDocument) -> KitDocument:
    restart(document, replace(document.project, brand=Brand("")))
    return document


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> Stage:
    stage = Stage(workspace)
    qtbot.addWidget(stage)
    stage.show()
    return stage


@pytest.fixture
def logo_file(tmp_path: Path) -> Path:
    return write_logo(tmp_path / "logo.png")


@pytest.fixture
def colors(window: Stage) -> ColorsCard:
    made = window.open_card("colors")
    assert isinstance(made, ColorsCard)
    return made


@pytest.fixture
def logo(window: Stage) -> LogoCard:
    made = window.open_card("logo")
    assert isinstance(made, LogoCard)
    return made


@pytest.fixture
def design(window: Stage) -> DesignCard:
    made = window.open_card("design")
    assert isinstance(made, DesignCard)
    return made


@pytest.fixture
def lines(window: Stage) -> LinesCard:
    made = window.open_card("lines")
    assert isinstance(made, LinesCard)
    return made


def with_logo(document: KitDocument, path: Path) -> None:
    brand = replace(document.project.brand, logo=load_logo(path))
    document.change("Use logo", replace(document.project, brand=brand))


def test_a_color_is_typed_in_its_popup_as_one_step(qtbot: QtBot, colors: ColorsCard, document: KitDocument) -> None:
    qtbot.mouseClick(colors.rows["main"].swatch, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(colors.popup.hex, "#802040")
    assert document.project.brand.colors == ("#802040",)
    qtbot.keyClick(colors.popup.hex, Qt.Key.Key_Return)
    assert not colors.popup.isVisible()
    assert (document.stack.count(), document.stack.undo_text()) == (1, "Change main color")
    document.stack.undo()
    assert not document.project.brand.colors


def test_a_drag_in_the_square_is_one_step_and_the_next_one_another(
    qtbot: QtBot, colors: ColorsCard, document: KitDocument
) -> None:
    for times in (1, 2):
        colors.pick("main")
        square = colors.popup.square
        qtbot.mousePress(square, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        for place in (40, 80, 120):
            qtbot.mouseMove(square, QPoint(place, place // times))
        qtbot.mouseRelease(square, Qt.MouseButton.LeftButton, pos=QPoint(120, 100))
        qtbot.keyClick(colors.popup, Qt.Key.Key_Escape)
        assert document.stack.count() == times
    assert document.project.brand.colors[0] in colors.recent


def test_the_popup_works_with_keys(qtbot: QtBot, colors: ColorsCard, document: KitDocument) -> None:
    colors.pick("main")
    before = colors.popup.color()
    qtbot.keyClick(colors.popup.strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    hue = colors.popup.color()
    assert hue != before
    qtbot.keyClick(colors.popup.square, Qt.Key.Key_Up)
    assert colors.popup.color() not in (hue, before)
    assert document.project.brand.colors == (colors.popup.color(),)
    colors.popup.hex.clear()
    qtbot.keyClicks(colors.popup.hex, "#12")
    qtbot.keyClick(colors.popup.hex, Qt.Key.Key_Return)
    assert colors.popup.isVisible()
    assert "is not a color" in colors.popup.sentence.text()
    colors.popup.close()


def test_hex_fields_take_colors_and_say_what_is_wrong(qtbot: QtBot, colors: ColorsCard, document: KitDocument) -> None:
    row = colors.rows["main"]
    row.hex.selectAll()
    qtbot.keyClicks(row.hex, "#zzz")
    qtbot.keyClick(row.hex, Qt.Key.Key_Return)
    assert "is not a color" in row.sentence.text()
    assert document.stack.count() == 0
    row.hex.selectAll()
    qtbot.keyClicks(row.hex, "#3a7")
    qtbot.keyClick(row.hex, Qt.Key.Key_Return)
    assert document.project.brand.colors == ("#33AA77",)
    assert row.sentence.isHidden()


def test_leaving_a_field_alone_is_no_step(qtbot: QtBot, colors: ColorsCard, document: KitDocument) -> None:
    colors.rows["main"].hex.setFocus()
    colors.rows["second"].hex.setFocus()
    qtbot.keyClick(colors.rows["main"].hex, Qt.Key.Key_Return)
    assert document.stack.count() == 0


def test_the_second_color_of_the_campaign_does_not_stay_beside_a_main_color_of_ones_own(
    qtbot: QtBot, colors: ColorsCard, document: KitDocument
) -> None:
    assert colors_in_force(document.project) == DEFAULT_COLORS
    row = colors.rows["main"]
    row.hex.selectAll()
    qtbot.keyClicks(row.hex, "#6D1A36")
    assert document.project.brand.colors == ("#6D1A36",)
    assert colors.rows["second"].hex.text() == ""


def test_the_second_color_comes_and_goes(qtbot: QtBot, colors: ColorsCard, document: KitDocument) -> None:
    row = colors.rows["second"]
    row.hex.selectAll()
    qtbot.keyClicks(row.hex, "#F2A541")
    main, second = colors_in_force(document.project)
    assert (document.project.brand.colors, second) == ((main, "#F2A541"), "#F2A541")
    row.hex.selectAll()
    qtbot.keyClick(row.hex, Qt.Key.Key_Delete)
    qtbot.keyClick(row.hex, Qt.Key.Key_Return)
    assert document.project.brand.colors == (main,)


def test_colors_of_the_logo_go_to_roles_by_key_and_drop(
    qtbot: QtBot, colors: ColorsCard, document: KitDocument, logo_file: Path
) -> None:
    assert colors.found.isHidden()
    with_logo(document, logo_file)
    assert not colors.found.isHidden()
    swatches = [swatch for swatch in colors.swatches if not swatch.isHidden()]
    assert [swatch.color for swatch in swatches] == ["#124E66", "#F2A541"]
    qtbot.keyClick(swatches[1], Qt.Key.Key_1)
    assert colors_in_force(document.project) == ("#F2A541", "#124E66")
    data = QMimeData()
    data.setColorData(QColor("#124E66"))
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    colors.rows["main"].dropEvent(event)
    assert colors_in_force(document.project) == ("#124E66", "#F2A541")
    colors.rows["second"].apply("#AA0000")
    qtbot.mouseClick(colors.over, Qt.MouseButton.LeftButton)
    assert document.project.brand.colors == ("#124E66", "#F2A541")
    document.stack.undo()
    assert document.stack.redo_text() == "Start over with colors"


def test_keys_give_a_color_its_role_in_the_menu_of_a_click_too(
    qtbot: QtBot, colors: ColorsCard, document: KitDocument, logo_file: Path
) -> None:
    with_logo(document, logo_file)
    swatches = [swatch for swatch in colors.swatches if not swatch.isHidden()]
    colors.show()
    qtbot.mouseClick(swatches[1], Qt.MouseButton.LeftButton)
    menu = colors.findChild(QMenu)
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_1)
    assert colors_in_force(document.project) == ("#F2A541", "#124E66")


def test_the_question_about_the_name_is_asked_for_a_symbol_until_it_is_answered(
    qtbot: QtBot, logo: LogoCard, document: KitDocument, tmp_path: Path
) -> None:
    asked = logo.name_beside
    assert not asked.isVisible()
    image = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, 190, 190), outline="#12284C", width=40)
    image.save(tmp_path / "symbol.png")
    document.change("Name", replace(document.project, brand=replace(document.project.brand, organization="Harbor")))
    with_logo(document, tmp_path / "symbol.png")
    assert asked.question.isVisible()
    assert "wherever the logo appears" in asked.meaning.text()
    qtbot.mouseClick(asked.logo_only, Qt.MouseButton.LeftButton)
    assert document.project.brand.name_beside == "never"
    assert not asked.question.isVisible()
    assert asked.choice.currentData() == "never"
    assert "small letters" in asked.meaning.text()
    document.stack.undo()
    assert asked.choice.currentData() == "auto"
    assert asked.question.isVisible()


def test_a_wide_logo_is_not_asked_about_and_the_name_can_be_wanted_still(
    qtbot: QtBot, logo: LogoCard, document: KitDocument, tmp_path: Path
) -> None:
    Image.linear_gradient("L").resize((400, 100)).convert("RGB").save(tmp_path / "wide.png")
    with_logo(document, tmp_path / "wide.png")
    asked = logo.name_beside
    assert asked.isVisible()
    assert not asked.question.isVisible()
    asked.choice.setFocus()
    qtbot.keyClick(asked.choice, Qt.Key.Key_Down)
    assert document.project.brand.name_beside == "always"


def test_a_logo_that_spells_the_name_says_that_it_is_not_repeated(
    logo: LogoCard, document: KitDocument, tmp_path: Path
) -> None:
    body = letters("VOLT YOUTH", 4, 70, 60)
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 100">{body}</svg>'
    (tmp_path / "logo.svg").write_text(drawn, encoding="utf-8")
    document.change("Name", replace(document.project, brand=replace(document.project.brand, organization="Volt Youth")))
    with_logo(document, tmp_path / "logo.svg")
    assert "isn't repeated" in logo.name_beside.meaning.text()
    document.change("Name", replace(document.project, brand=replace(document.project.brand, organization="Harbor Aid")))
    assert "small letters" in logo.name_beside.meaning.text()


def test_all_colors_of_a_logo_are_offered_and_those_in_use_are_marked(
    colors: ColorsCard, document: KitDocument, tmp_path: Path
) -> None:
    stripes = zip(("#124E66", "#F2A541", "#B3261E", "#2F6B2F"), (55, 30, 10, 5), strict=True)
    image, left = Image.new("RGB", (200, 100)), 0
    for color, share in stripes:
        image.paste(color, (left, 0, left + 2 * share, 100))
        left += 2 * share
    image.save(tmp_path / "stripes.png")
    with_logo(document, tmp_path / "stripes.png")
    swatches = [swatch for swatch in colors.swatches if not swatch.isHidden()]
    assert {swatch.color for swatch in swatches} == {"#124E66", "#F2A541", "#B3261E", "#2F6B2F"}
    assert tuple(swatch.color for swatch in swatches if swatch.used) == colors_in_force(document.project)
    assert swatches[0].accessibleDescription() == "In use as main color"
    colors.give(swatches[3].color, "main")
    assert [swatch.used for swatch in swatches] == [False, True, False, True]


@pytest.mark.parametrize("color", ["#FFE600", "#124E66", "#FF0040", "#777777", "#F2A541"])
def test_every_proof_is_readable_and_notes_name_what_was_adjusted(document: KitDocument, color: str) -> None:
    brand = replace(document.project.brand, colors=(color,))
    document.change("Change main color", replace(document.project, brand=brand))
    palette = palette_in_force(document)
    assert all(proof.good for role in ROLES for proof in contrast_proofs(palette, role))
    said = " ".join(palette_notes(document.project))
    assert (palette["panel"] in said) == (palette["panel"] != color)


def test_ratios_are_never_rounded_up() -> None:
    assert ratio_words(4.4999) == "4.4"


def test_the_proof_is_shown_in_words(colors: ColorsCard) -> None:
    shown = colors.rows["main"].proofs
    first = shown.itemAt(0)
    assert first is not None
    assert "readable" in first.widget().accessibleName()  # type: ignore[union-attr]


def test_a_style_is_chosen_by_click_and_arrow_as_a_step(
    qtbot: QtBot, design: DesignCard, document: KitDocument
) -> None:
    cards = design.styles.cards
    assert [style for style, card in cards.items() if card.isChecked()] == ["classic"]
    before = palette_in_force(document)
    qtbot.mouseClick(cards["calm"], Qt.MouseButton.LeftButton)
    assert (document.project.brand.style, document.stack.undo_text()) == ("calm", "Change style")
    calm = in_style(derive_palette(*colors_in_force(document.project)), "calm")
    assert set(calm.items()) <= set(palette_in_force(document).items()) != set(before.items())
    qtbot.keyClick(cards["calm"], Qt.Key.Key_Left)
    assert document.project.brand.style == "classic"
    document.stack.undo()
    document.stack.undo()
    assert palette_in_force(document) == before
    assert cards["classic"].isChecked()
    assert all(card.accessibleName() and card.accessibleDescription() for card in cards.values())


def test_the_cards_of_styles_are_painted_in_their_colors(design: DesignCard, document: KitDocument) -> None:
    for style, card in design.styles.cards.items():
        card.resize(card.sizeHint())
        image = card.grab().toImage()
        seen = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
        palette = in_style(palette_in_force(document), style)
        assert {palette["deep"], palette["panel"], palette["surface"]} <= seen, style


def test_notes_speak_of_the_areas_of_the_style(document: KitDocument) -> None:
    def about_areas(style: Style) -> list[str]:
        brand = replace(document.project.brand, colors=("#3D8BFF",), style=style)
        return [note for note in palette_notes(replace(document.project, brand=brand)) if "areas" in note]

    assert "#2E77FC" not in "".join(about_areas("classic"))
    assert len(about_areas("classic")) == len(about_areas("calm")) == 1


def test_a_brand_file_is_saved_and_used_from_its_card(
    qtbot: QtBot, lines: LinesCard, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = workspace.document
    brand = replace(document.project.brand, organization="Riverbend", colors=("#802040",))
    document.change("Change", replace(document.project, brand=brand))
    path = tmp_path / "own"
    said: list[str] = []
    workspace.toast_wanted.connect(lambda text, _undo: said.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    lines.save_brand.click()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Brand saved as own.htpmbrand."]
    document.stack.undo()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (f"{path}.htpmbrand", ""))
    lines.use_brand.click()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert document.project.brand == brand
    assert document.stack.undo_text() == "Use brand file"


def test_a_brand_file_that_cannot_be_used_says_so_and_cancel_is_quiet(
    qtbot: QtBot, lines: LinesCard, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.htpmbrand"
    bad.write_bytes(b"no")
    told: list[str] = []
    workspace.info_wanted.connect(lambda text, _button, _act: told.append(text))
    answers = ["", str(bad)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (answers.pop(0), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "b.htpmbrand"), ""))
    lines.use_brand.click()
    lines.use_brand.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("bad.htpmbrand")
    lines.save_brand.click()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert workspace.document.stack.count() == 0


def test_a_dropped_brand_file_is_used_once(qtbot: QtBot, window: Stage, workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "riverbend.htpmbrand"
    save_brand(Brand("Riverbend", ("#802040",)), path)
    edit_commands(window)
    window.open_card("lines")
    workspace.files_dropped.emit(Dropped((path,), ""))
    qtbot.waitUntil(lambda: workspace.document.project.brand.organization == "Riverbend", timeout=3000)
    assert workspace.document.stack.count() == 1


# ------------------------------------------------------------------ partners


def test_partners_are_added_named_and_taken_away_as_undoable_steps(
    qtbot: QtBot, logo: LogoCard, document: KitDocument, logo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = logo.partners
    picked = ([str(logo_file), str(logo_file)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: picked)
    section.add_logo.click()
    qtbot.waitUntil(lambda: len(document.project.brand.partners) == 2)
    assert [partner.name for partner in document.project.brand.partners] == ["Logo", "Logo"]
    assert all(partner.logo is not None for partner in document.project.brand.partners)
    section.add_name.click()
    line = section.rows[2].name
    qtbot.keyClicks(line, "Open Door Shelter")
    assert document.project.brand.partners[2].name == "Open Door Shelter"
    section.rows[0].away.click()
    assert len(document.project.brand.partners) == 2
    assert not section.rows[2].isVisible()
    assert document.stack.undo_text() == "Remove partner"
    document.stack.undo()
    assert len(document.project.brand.partners) == 3


def test_a_picture_that_is_drawn_after_the_page_is_gone_troubles_nobody(qtbot: QtBot, workspace: Workspace) -> None:
    logo = LogoCard(workspace, controllers_of(workspace).pictures)
    thumbs = logo.partners.rows[0].view.controller.thumbs
    logo.deleteLater()
    QApplication.sendPostedEvents(logo, int(QEvent.Type.DeferredDelete.value))
    assert not isValid(logo)
    with qtbot.captureExceptions() as raised:
        thumbs.ready.emit("logo")
    assert not raised


def test_four_partners_are_the_most_and_a_bad_logo_is_reported(
    qtbot: QtBot, logo: LogoCard, document: KitDocument, tmp_path: Path
) -> None:
    section = logo.partners
    for _ in range(4):
        section.add_name.click()
    assert not section.add_logo.isEnabled()
    assert "four" in section.add_name.toolTip()
    document.stack.undo()
    assert section.add_logo.isEnabled()
    bad = tmp_path / "bad.png"
    bad.write_text("no picture")
    section.take(bad)
    qtbot.waitUntil(lambda: "bad.png" in section.sentence.text())
    assert len(document.project.brand.partners) == 3


def test_a_light_logo_is_seen_in_its_box_while_that_has_the_focus(
    qtbot: QtBot, logo: LogoCard, document: KitDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "light.png"
    Image.new("RGBA", (300, 300), "#FFC400").save(path)
    with_logo(document, path)
    qtbot.waitUntil(lambda: logo.drop.controller.thumbs.image(load_logo(path)) is not None)
    monkeypatch.setattr(logo.drop, "hasFocus", lambda: True)
    shown = logo.drop.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 3).name() == "#ffc400"


def test_the_evaluation_form_is_one_step_and_what_is_no_address_is_said(
    qtbot: QtBot, lines: LinesCard, workspace: Workspace
) -> None:
    document = workspace.document
    qtbot.keyClicks(lines.evaluation, "forms.example.org/a1")
    assert document.project.brand.evaluation == "forms.example.org/a1"
    assert document.stack.undo_text() == "Change evaluation form"
    document.stack.undo()
    assert document.project.brand.evaluation == ""
    assert form_note("on paper").startswith("This is no web address")
    assert form_note("forms.example.org/a1") == form_note("  ") == ""
