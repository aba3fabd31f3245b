"""Kits of words alone, and every file of words as text."""

from __future__ import annotations

import datetime as dt

from htpm_studio.export.catalogue import plan
from htpm_studio.export.kit import Kit, Options, build_kit
from htpm_studio.export.preflight.hotline_gate import block_unsafe
from htpm_studio.export.render_file import render_file
from htpm_studio.jobs import JobContext
from htpm_studio.project.model import Brand, Edits, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.text_file_readers import paragraphs

CAMPAIGN = bundled_campaign()
RESOURCES = bundled_resources()
WORDS_ONLY, WITH_PICTURES = Options(("copy",)), Options(("social", "copy"))
RIGHTS = "w2/social/w2-rights"


def kit_of(
    week: int = 2, year: int = 2027, edits: Edits | None = None, options: Options = WORDS_ONLY, name: str = "Riverbend"
) -> Kit:
    project = Project(Brand(name), week, year, edits=edits or Edits())
    return build_kit(project, CAMPAIGN, RESOURCES, options, dt.date(2026, 11, 25))


def texts(kit: Kit) -> dict[str, str]:
    """Every file of words, as text; Word files by their paragraphs."""
    orders, _ = block_unsafe(kit, plan(kit))
    made = [render_file(order, kit, JobContext()) for order in orders if order.medium == "copy"]
    return {
        one.order.path: "\n".join(text for _, text in paragraphs(one.data))
        if one.order.format == "docx"
        else one.data.decode("utf-8-sig")
        for one in made
    }
