"""The form of a picture's record: who can be recognized, consent, where the form is kept, until when, credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from htpm_studio.gui.controllers.pictures import PicturesController
from htpm_studio.gui.pickers.picture_model import says_people, who_words
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.fields import SideBySide, buddy, kind_label, labeled_field, restyle
from htpm_studio.gui.widgets.form import Choice, Field, Line, Lines, Source, Tick, bound
from htpm_studio.project.consent import CHILD_SIDE, gaps
from htpm_studio.project.model import CONSENT_KINDS, PEOPLE, Consent

MONTHS, KIND_LETTERS = 24, 11
ADVISED, MOST_ALT = 150, 1000


class RecordForm(QWidget):
    """Edits the record of the controller's current photo; every change is saved at once as a step."""

    def __init__(self, controller: PicturesController) -> None:
        super().__init__()
        self.controller = controller
        self.people: dict[str, QRadioButton] = {}
        self.sides: dict[str, QCheckBox] = {}
        changed = (controller.document.changed, controller.current_changed)
        self._photo = Source(controller.document, controller.photo, controller.record, changed)
        self._agreed = Source(controller.document, self._read_consent, self._keep_consent, changed)
        column = in_column(inside=self, spacing=6)
        self._build_people(column)
        self._build_consent(column)
        self._build_description(column)
        everywhere = Tick(self.tr("In every piece that takes a photo"), inside_out=True)
        placed = Field("placed", "", self.tr("Change the position of a picture"), everywhere)
        self.everywhere = bound(self._photo, placed)
        self.everywhere.setToolTip(self.tr("When this is off, it appears only in the pieces where you placed it."))
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
        consent, kept, credit = self.tr("Consent"), self.tr("Form kept at"), self.tr("Credit")
        words = (
            self.tr("Missing"), self.tr("Signed form"), self.tr("Spoken and written down"), self.tr("License"),
        )  # fmt: skip
        kinds = Choice(dict(zip(CONSENT_KINDS, words, strict=True)), KIND_LETTERS)
        self.kind = bound(self._agreed, Field("kind", consent, self.tr("Change consent"), kinds))
        where = Line(self.tr("Folder or number"))
        self.place = bound(
            self._agreed, Field("record", kept, self.tr("Change where the form is kept"), where, check=self._lacking)
        )
        self.until = QDateEdit()
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat(self.tr("MMM d, yyyy"))
        self.until.dateChanged.connect(self._set_until)
        self.endless = QCheckBox(self.tr("No end"))
        self.endless.setMinimumHeight(26)
        self.endless.clicked.connect(lambda checked: self._set_endless(endless=checked))
        self.consent = QWidget()
        self.end = labeled_field(self.tr("Valid until"), SideBySide(self.until, self.endless))
        self.until.setAccessibleName(self.tr("Valid until"))
        in_column(
            SideBySide(labeled_field(consent, self.kind), labeled_field(kept, self.place), 8),
            self.end,
            inside=self.consent,
        )
        column.addWidget(self.consent)
        named = Field("credit", credit, self.tr("Change credit"), Line(self.tr("Photo: name")))
        self.credit = bound(self._photo, named)
        column.addWidget(buddy(credit, self.credit))
        column.addWidget(self.credit)

    def _build_description(self, column: QVBoxLayout) -> None:
        name = self.tr("Description for screen readers")
        alt = Field("alt", name, self.tr("Change description"), Lines(3, MOST_ALT))
        self.description = bound(self._photo, alt)
        self.counter = QLabel()
        row = in_row((buddy(name, self.description), 1), self.counter)
        column.addLayout(row)
        column.addWidget(self.description)
        advice = self.tr("Say what can be seen. Do not call anyone in the picture a victim or survivor.")
        column.addWidget(kind_label(advice, "muted", wrap=True))

    def _read_consent(self) -> Consent | None:
        photo = self.controller.photo()
        return None if photo is None else photo.consent or Consent(who_words(photo.people))

    def _keep_consent(self, step: str, consent: Consent, run: str) -> None:
        photo = self.controller.photo()
        if photo is None:
            return
        asked_now = consent.kind in ("signed", "spoken") and not (photo.consent and photo.consent.kind)
        if asked_now and consent.until is None:
            consent = replace(consent, until=months_later(self.controller.workspace.today, MONTHS))
        self.controller.record(step, replace(photo, consent=consent), run)

    def _lacking(self, _place: str) -> str:
        photo = self.controller.photo()
        lacking = photo is not None and photo.consent and photo.consent.kind and "record" in gaps(photo)
        return self.tr("Still missing") if lacking else ""

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
        nobody = photo.people == "nobody"
        self.consent.setEnabled(not nobody)
        self.kind.setItemText(0, self.tr("Not needed") if nobody else self.tr("Missing"))
        self._more_of_people.setCurrentIndex({"participant": 1, "child": 2}.get(photo.people, 0))
        for name, box in self.sides.items():
            box.setChecked(name in consent.agreed)
        self._show_end(photo.consent)
        self._count()

    def open_question(self) -> QWidget | None:
        """What the record of the current photo lacks first; None when it is complete."""
        photo = self.controller.photo()
        if photo is None or photo.people == "nobody" or not (lacking := gaps(photo)):
            return None
        parts = {"people": self.people["unsure"], "kind": self.kind, "record": self.place, **self.sides}
        return parts[lacking[0]]

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
        consent = self._read_consent()
        if consent is not None:
            rest = tuple(side for side in consent.agreed if side != name)
            sides = tuple(sorted((*rest, name))) if agreed else rest
            self._keep_consent(self.tr("Change who agrees"), replace(consent, agreed=sides), "")

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


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    later = QDate(day.year, day.month, day.day).addMonths(months)
    return date(later.year(), later.month(), later.day())
