"""What the headings of posts say that the posts are for, and the line of the month in a title."""

from __future__ import annotations

import re

from htpm_studio.campaign.model import PostSection
from htpm_studio.campaign.toolkit_import.printed_dates import YEAR, without_dates
from htpm_studio.campaign.toolkit_import.vocabulary import area_of, vocabulary

_SECTIONS: tuple[tuple[PostSection, str], ...] = (
    ("voices", r"voices of freedom|oral history"),
    ("awareness-day", r"awareness day|wear ?blue|\b1/11\b|january 11\b"),
    ("online", r"online|digital|internet|technolog"),
    ("training", r"\btrain|\bcourse"),
    ("violence", r"violence|abuse|partner"),
    ("practice", r"workplace|labor|supply|business|employ|procure|polic(y|ies)"),
    ("economic", r"economic|financ|income|housing|money"),
    ("connection", r"connect|famil|relationship|mentor|youth|child"),
    ("access", r"emergenc|disaster|access|transition|service|homeless"),
    ("awareness", r"awareness|outreach|public|basics|introduc|general|recogni"),
)  # fmt: skip
_NAMED = r"\b(?:month|week|day|season|year|mes|semana|d\u00eda)\b"
_TITLE = re.compile(
    rf"^(?P<name>.{{0,80}}{_NAMED}.{{0,60}}?)(?:,? ?20\d\d)?"
    r"\s*(?::|\s[\u2013\u2014-]\s|\u2013|\u2014)\s*(?P<theme>.{8,160})$",
    re.IGNORECASE,
)
_NO_THEME = re.compile(r"\b(?:toolkit|guide|kit|handbook|campaign|gu\u00eda|manual)\b", re.IGNORECASE)
_OBSERVANCE = re.compile(_NAMED, re.IGNORECASE)


def section_of(text: str) -> PostSection | None:
    """The section of posts that a heading names; None when it names none of them."""
    return next((section for section, pattern in _SECTIONS if re.search(pattern, text, re.IGNORECASE)), None)


def theme_in_title(text: str) -> str:
    """The line of the month after its name ("Prevention Month 2028: Doors that open"); "" where there is none."""
    found = _TITLE.match(text)
    theme = found.group("theme").strip(' .\u201c\u201d"') if found else ""
    full = found.group("theme").strip(' \u201c\u201d"') if found else ""
    is_theme = theme and theme[0].isupper() and not _NO_THEME.search(theme) and area_of(theme) in (None, "connecting")
    return full if is_theme and not YEAR.search(theme) else ""


def observance_in(text: str) -> str:
    """The name of the month, week or day that a title names, without its year and its line; "" for none."""
    found = _TITLE.match(text)
    name = found.group("name") if found and theme_in_title(text) else text
    name = without_dates(name)
    months = "|".join(vocabulary().months)
    name = re.sub(rf"\s+(?:toolkit|campaign|guide)$|,\s*(?:{months})(?: del?)?$", "", name, flags=re.IGNORECASE)
    return name if _OBSERVANCE.search(name) and 3 <= len(name.split()) <= 10 else ""
