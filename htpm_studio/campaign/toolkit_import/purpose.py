"""What a toolkit is for, as a value: the observance, its month, day and helpline, and what is still asked about it."""

from __future__ import annotations

import re
from typing import Literal

from htpm_studio.campaign.model import Hotline
from htpm_studio.campaign.toolkit_import.helplines import FoundHelpline
from htpm_studio.errors import Message
from htpm_studio.frozen import dataclass

TRAFFICKED = re.compile(
    r"\btraffick(?:ing|ers?|ed)\b|\b(?:la|de|contra) trata\b|\btr[aá]fico de personas\b|\bforced labor\b"
    r"|\btrabajo forzoso\b",
    re.IGNORECASE,
)
"""Words of the built-in campaign's cause."""

_DAY_WORD = re.compile(r"\b(?:Day|D[i\u00ed]a)\b")


def is_day_name(name: str) -> bool:
    """Whether a name is that of one day rather than of a month or week."""
    return _DAY_WORD.search(name) is not None


@dataclass(frozen=True, slots=True)
class Answers:
    """What the user says about a toolkit; empty where nobody was asked. `helpline` may be "Name=number"."""

    name: str = ""
    month: int = 0
    helpline: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the document does not say clearly; `choices` are the answers that it suggests."""

    about: Literal["name", "month", "helpline"]
    sentence: Message
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a toolkit is for. `ours` says that it is the observance of the built-in campaign (`of_campaign`).

    `day` is the day that people take part in (0: none), `day_name` what it is called, `day_text` the sentence that says
    so. `emergency` is the number for emergencies that the document gives. `questions` are still open.
    """

    ours: bool
    name: str
    month: int
    day: int = 0
    day_name: str = ""
    day_text: str = ""
    helpline: FoundHelpline | None = None
    others: tuple[Hotline, ...] = ()
    emergency: str = ""
    about: str = ""
    questions: tuple[Question, ...] = ()

    @property
    def is_day(self) -> bool:
        """Whether the observance is one day rather than a month or week."""
        return is_day_name(self.name)


BUILT_IN = Setting(ours=True, name="", month=1)
"""The setting of a document that was not looked at yet."""
