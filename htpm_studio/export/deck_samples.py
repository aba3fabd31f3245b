"""Sample fields for each slide layout: the prompts that "New Slide" shows in PowerPoint."""

from __future__ import annotations

from collections.abc import Mapping

from htpm_studio.campaign.model import Fields

SAMPLES: Mapping[str, Fields] = {
    "deck/title": {"eyebrow": "Eyebrow", "head": "Title of the talk", "sub": "What it is about", "presenter": "Presenter", "date": "Date"},
    "deck/section": {"head": "Title of the section", "sub": "What comes next"},
    "deck/notice": {
        "eyebrow": "Eyebrow", "head": "Before we begin", "lead": "What the talk touches on", "picture": "dawn",
        "rules": ({"icon": "quiet", "text": "First ground rule"}, {"icon": "hand", "text": "Second ground rule"}, {"icon": "phone", "text": "Third ground rule"}),
    },
    "deck/agenda": {"head": "Today", "sub": "How long", "rows": tuple({"time": f"{9 + n}:00", "text": f"Part {n + 1}"} for n in range(6))},
    "deck/bullets": {"eyebrow": "Eyebrow", "head": "Title of the slide", "items": ("First point", "Second point", "Third point", "Fourth point")},
    "deck/two_columns": {
        "eyebrow": "Eyebrow", "head": "Title of the slide", "left": {"icon": "info", "head": "One side", "items": ("First point", "Second point")},
        "right": {"icon": "people", "head": "The other side", "items": ("First point", "Second point")},
    },
    "deck/checklist": {"eyebrow": "Eyebrow", "head": "Title of the slide", "items": tuple(f"Step {n}" for n in range(1, 7))},
    "deck/statistic": {"eyebrow": "Eyebrow", "number": "00", "unit": "Title: what is counted", "text": "What it means", "source": "Source: who, year"},
    "deck/quote": {"quote": "Title: the words", "who": "Who said it", "picture": "connect"},
    "deck/photo_text": {"eyebrow": "Eyebrow", "head": "Title of the slide", "text": "Text beside the picture", "note": "A note", "picture": "workplace"},
    "deck/full_photo": {"eyebrow": "Eyebrow", "head": "Title over the picture", "picture": "neighborhood"},
    "deck/resources": {
        "eyebrow": "Eyebrow", "head": "Title of the slide",
        "items": tuple({"title": f"Resource {n}", "text": "What it offers", "url": "https://humantraffickinghotline.org"} for n in (1, 2, 3)),
    },
    "deck/discussion": {"head": "Talk it over", "items": ("First question", "Second question", "Third question"), "note": "How long, in which groups"},
    "deck/help": {"eyebrow": "Eyebrow", "head": "Where help is", "lead": "What people can expect", "warning": "What to keep in mind"},
    "deck/closing": {"head": "Thank you", "lead": "Where to find more", "credit": "Credits"},
}  # fmt: skip
