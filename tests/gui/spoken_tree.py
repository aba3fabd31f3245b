"""What a screen reader finds in a widget: everything that can be reached or pressed needs a name and a role."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QKeySequenceEdit, QTabWidget, QWidget

ROLE = QAccessible.Role
PRESSED = {
    ROLE.Button, ROLE.ButtonMenu, ROLE.ButtonDropDown, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox,
    ROLE.EditableText, ROLE.Slider, ROLE.SpinBox, ROLE.List, ROLE.Table, ROLE.Tree, ROLE.Link, ROLE.PageTab,
    ROLE.ListItem, ROLE.ProgressBar,
}  # fmt: skip
VAGUE = {ROLE.NoRole, ROLE.Client, ROLE.Border, ROLE.Pane, ROLE.LayeredPane, ROLE.Grouping}
"""Roles that say nothing of what a control is; good enough for what only holds or scrolls others."""
MOST = 60


def faults(widget: QWidget) -> list[str]:
    """What has no name, or a role that says nothing, each with the way to it; only what can be seen counts."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return list(_faults(found, ""))


def names(widget: QWidget, role: QAccessible.Role) -> list[str]:
    """The names of all that have a role."""
    found = QAccessible.queryAccessibleInterface(widget)
    return [one.text(QAccessible.Text.Name) for one in _all(found) if one.role() == role]


def _faults(one: QAccessibleInterface, way: str) -> Iterator[str]:
    thing = one.object()
    way = f"{way}/{type(thing).__name__ if thing is not None else 'item'}"
    name, role, reached = one.text(QAccessible.Text.Name).strip(), one.role(), bool(one.state().focusable)
    if not name and (role in PRESSED or reached):
        yield f"no name: {role.name} {way}"
    if reached and role in VAGUE and not _holds(thing):
        yield f"{role.name} says nothing: {name} {way}"
    for child in _below(one):
        yield from _faults(child, way)


def _holds(thing: object) -> bool:
    """Whether something scrolls others, or gives the focus to what is inside."""
    return isinstance(thing, QAbstractScrollArea | QKeySequenceEdit | QTabWidget)


def _all(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    for child in _below(one):
        yield from _all(child)


def _below(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(min(one.childCount(), MOST)):
        child = one.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
