"""A line of text that ends in an ellipsis."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from htpm_studio.gui.widgets.labels import ElidedLabel


def test_a_line_is_cut_by_an_ellipsis_and_says_all_of_itself(qtbot: QtBot) -> None:
    label = ElidedLabel("title")
    qtbot.addWidget(label)
    label.show_text("Fair work keeps people safe, 5 of 19, about 60 minutes in all")
    label.resize(label.sizeHint())
    assert label.shown == label.text()
    full = label.grab().toImage()
    label.resize(120, label.height())
    assert label.shown.endswith("…")
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < 120
    assert label.grab().toImage() != full.copy(0, 0, 120, label.height())
