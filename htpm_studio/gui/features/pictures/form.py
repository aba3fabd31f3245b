"""The form of a picture's record: who can be recognized, consent, where the form is kept, until when, credit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.gui.controllers.picture_use import photo_of, with_record
from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.pickers.picture_model import says_people, who_words
from htpm_studio.gui.widgets.fields import BoundLine, BoundText, SideBySide, buddy, kind_label, labeled_field, restyle
from htpm_studio.project.consent import CHILD_SIDE, gaps
from htpm_studio.project.model import CONSENT_KINDS, PEOPLE, Consent, ConsentKind, Photo, Project

MONTHS, KIND_LETTERS = 24, 11
ADVISED, MOST_ALT = 150, 1000


class RecordForm(QWidget):
    """Edits the record of the controller's current photo; every change is saved at once as a step."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self.controller = controller
        self.people: dict[str, QRadioButton] = {}
        self.sides: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._build_people(column)
        self._build_consent(column)
        self._build_description(column)
        self.everywhere = QCheckBox(self.tr("In every piece that takes a photo"))
        self.everywhere.setToolTip(self.tr("When this is off, it appears only in the pieces where you placed it."))
        self.everywhere.setMinimumHeight(26)
        self.everywhere.clicked.connect(lambda checked: self._set_placed(placed=not checked))
        column.addWidget(self.everywhere)

    # ---------------------------------------------------------------- building

    def _build_people(self, column: QVBoxLayout) -> None:
        head = kind_label(self.tr("Who can be recognized?"), "muted")
        column.addWidget(head)
        group = QButtonGroup(self)
        group.setExclusive(True)
        order = ("nobody", "model", "staff", "participant", "child", "unsure")
        for name in order:
            radio = QRadioButton(who_words(name))
            radio.setMinimumHeight(26)
            radio.setAccessibleDescription(head.text())
            radio.clicked.connect(lambda _checked, name=name: self._set_people(name))
            group.addButton(radio)
            self.people[name] = radio
        self._group = group
        radios = list(self.people.values())
        for left, right in zip(radios[::2], radios[1::2], strict=True):
            column.addWidget(SideBySide(left, right))
        self.reminder = kind_label(self.tr("Services never depend on this."), "muted", wrap=True)
        agreed = QWidget()
        row = QHBoxLayout(agreed)
        row.setContentsMargins(0, 0, 0, 0)
        # Each answer has its own line here, of the same height: nothing below moves when another one is given.
        self._more_of_people = QStackedWidget()
        for part in (QWidget(), self.reminder, agreed):
            self._more_of_people.addWidget(part)
        self._more_of_people.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self._more_of_people)
        words = {"guardian": self.tr("A guardian agrees"), "child": self.tr("The child agrees")}
        for name in CHILD_SIDE:
            box = QCheckBox(words[name])
            box.setMinimumHeight(26)
            box.clicked.connect(lambda checked, name=name: self._set_side(name, agreed=checked))
            row.addWidget(box)
            self.sides[name] = box

    def _build_consent(self, column: QVBoxLayout) -> None:
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(KIND_LETTERS)
        for kind, words in zip(CONSENT_KINDS, self._kind_words(), strict=True):
            self.kind.addItem(words, kind)
        self.kind.activated.connect(lambda _index: self._set_kind(self.kind.currentData()))
        self.place = self._line(self.tr("Change where the form is kept"), _record_of, _with_place)
        self.place.setPlaceholderText(self.tr("Folder or number"))
        self.until = QDateEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat(self.tr("MMM d, yyyy"))
        self.until.dateChanged.connect(self._set_until)
        self.endless = QCheckBox(self.tr("No end"))
        self.endless.setMinimumHeight(26)
        self.endless.clicked.connect(lambda checked: self._set_endless(endless=checked))
        self.credit = self._line(
            self.tr("Change credit"), lambda photo: photo.credit, lambda p, t: replace(p, credit=t)
        )
        self.credit.setPlaceholderText(self.tr("Photo: name"))
        self.consent = QWidget()
        inside = QVBoxLayout(self.consent)
        inside.setContentsMargins(0, 0, 0, 0)
        consent, kept = self.tr("Consent"), self.tr("Form kept at")
        inside.addWidget(SideBySide(labeled_field(consent, self.kind), labeled_field(kept, self.place), 8))
        self.end = labeled_field(self.tr("Valid until"), SideBySide(self.until, self.endless))
        self.until.setAccessibleName(self.tr("Valid until"))
        inside.addWidget(self.end)
        column.addWidget(self.consent)
        column.addWidget(buddy(self.tr("Credit"), self.credit))
        column.addWidget(self.credit)

    def _kind_words(self) -> tuple[str, ...]:
        return (
            self.tr("Missing"), self.tr("Signed form"), self.tr("Spoken and written down"), self.tr("License"),
        )  # fmt: skip

    def _build_description(self, column: QVBoxLayout) -> None:
        self.description = BoundText(self.controller.document, self._alt, self._set_alt)
        lines = 3 * self.description.fontMetrics().lineSpacing() + 20
        self.description.setFixedHeight(lines)
        row = QHBoxLayout()
        row.addWidget(buddy(self.tr("Description for screen readers"), self.description), 1)
        self.counter = QLabel()
        row.addWidget(self.counter)
        column.addLayout(row)
        column.addWidget(self.description)
        advice = self.tr("Say what can be seen. Do not call anyone in the picture a victim or survivor.")
        column.addWidget(kind_label(advice, "muted", wrap=True))

    def _line(self, step: str, read: Callable[[Photo], str], write: Callable[[Photo, str], Photo]) -> BoundLine:
        def text(project: Project) -> str:
            photo = photo_of(project, self.controller.current)
            return read(photo) if photo else ""

        def put(project: Project, words: str) -> Project:
            photo = photo_of(project, self.controller.current)
            return with_record(project, write(photo, words)) if photo else project

        return BoundLine(self.controller.document, step, text, put)

    # ---------------------------------------------------------------- showing

    def refresh(self) -> None:
        """Show the record of the current photo."""
        photo = self.controller.photo()
        if photo is None:
            return
        consent = photo.consent or Consent("")
        self._group.setExclusive(False)
        for name, radio in self.people.items():
            radio.setChecked(photo.people == name)
        self._group.setExclusive(True)
        self.consent.setEnabled(photo.people != "nobody")
        self._more_of_people.setCurrentIndex({"participant": 1, "child": 2}.get(photo.people, 0))
        for name, box in self.sides.items():
            box.setChecked(name in consent.agreed)
        self.kind.setCurrentIndex(self.kind.findData(consent.kind))
        self._show_end(photo.consent)
        for line in (self.place, self.credit):
            line.refresh()
        lacking = "record" in gaps(photo) and bool(consent.kind)
        if (self.place.property("state") == "warn") != lacking:
            self.place.setProperty("state", "warn" if lacking else "")
            restyle(self.place)
        self.place.setAccessibleDescription(self.tr("Still missing") if lacking else "")
        self.description.refresh()
        self.everywhere.setChecked(not photo.placed)
        self._count()

    def _show_end(self, consent: Consent | None) -> None:
        until = consent.until if consent else None
        self.until.setEnabled(until is not None)
        self.endless.setEnabled(consent is not None)
        self.endless.setChecked(consent is not None and until is None)
        shown = until or months_later(self.controller.workspace.today, MONTHS)
        with QSignalBlocker(self.until):
            self.until.setDate(QDate(shown.year, shown.month, shown.day))

    def _count(self) -> None:
        count = len(self.description.toPlainText())
        self.counter.setText(f"{count} / {ADVISED}")
        self.counter.setProperty("kind", "warn" if count > ADVISED else ("ok" if count else "muted"))
        restyle(self.counter)
        words = self.tr("{count} of {most} characters").format(count=count, most=ADVISED)
        self.description.setAccessibleDescription(words)

    # ---------------------------------------------------------------- changing

    def _set_people(self, name: str) -> None:
        photo = self.controller.photo()
        people = next((known for known in PEOPLE if known == name), None)
        if photo is not None and people is not None:
            consent = photo.consent
            if consent is not None and (not consent.who or says_people(consent.who)):
                consent = replace(consent, who=who_words(name))
            self.controller.record(self.tr("Say who can be recognized"), replace(photo, people=people, consent=consent))

    def _set_side(self, name: str, *, agreed: bool) -> None:
        photo = self.controller.photo()
        if photo is not None:
            consent = photo.consent or Consent(who_words(photo.people))
            rest = tuple(side for side in consent.agreed if side != name)
            sides = tuple(sorted((*rest, name))) if agreed else rest
            self.controller.record(self.tr("Change who agrees"), replace(photo, consent=replace(consent, agreed=sides)))

    def _set_kind(self, kind: ConsentKind) -> None:
        photo = self.controller.photo()
        if photo is None:
            return
        if photo.consent is None and not kind:
            return
        consent = photo.consent or Consent(who_words(photo.people))
        until = consent.until
        if not consent.kind and until is None and kind in ("signed", "spoken"):
            until = months_later(self.controller.workspace.today, MONTHS)
        changed = replace(photo, consent=replace(consent, kind=kind, until=until))
        self.controller.record(self.tr("Change consent"), changed)

    def _set_placed(self, *, placed: bool) -> None:
        photo = self.controller.photo()
        if photo is not None:
            self.controller.record(self.tr("Change the position of a picture"), replace(photo, placed=placed))

    def _set_until(self, day: QDate) -> None:
        photo = self.controller.photo()
        if photo is not None and photo.consent is not None and photo.consent.until is not None:
            consent = replace(photo.consent, until=date(day.year(), day.month(), day.day()))
            self.controller.record(self.tr("Change the end of the consent"), replace(photo, consent=consent), "until")

    def _set_endless(self, *, endless: bool) -> None:
        photo = self.controller.photo()
        if photo is not None and photo.consent is not None:
            until = None if endless else months_later(self.controller.workspace.today, MONTHS)
            changed = replace(photo, consent=replace(photo.consent, until=until))
            self.controller.record(self.tr("Change the end of the consent"), changed)

    def _alt(self) -> str:
        photo = self.controller.photo()
        return photo.alt if photo else ""

    def _set_alt(self, text: str) -> None:
        photo = self.controller.photo()
        if photo is not None:
            self.controller.record(self.tr("Change description"), replace(photo, alt=text[:MOST_ALT]), "alt")
            self._count()


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    later = QDate(day.year, day.month, day.day).addMonths(months)
    return date(later.year(), later.month(), later.day())


def _record_of(photo: Photo) -> str:
    return photo.consent.record if photo.consent else ""


def _with_place(photo: Photo, text: str) -> Photo:
    if photo.consent is None and not text:
        return photo
    consent = photo.consent or Consent(who_words(photo.people))
    return replace(photo, consent=replace(consent, record=text))
