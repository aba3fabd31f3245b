"""Files of words as bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from htpm_studio.render.writing.csv_table import render_csv
from htpm_studio.render.writing.docx import render_docx
from htpm_studio.render.writing.email_html import render_mail
from htpm_studio.render.writing.ics import render_ics
from htpm_studio.render.writing.plain import render_txt
from htpm_studio.render.writing.web_html import render_web
from htpm_studio.scene.writing import EventCalendar, Table, Words, Writing

TEXT_WRITERS: Mapping[str, Callable[[Writing], bytes]] = {
    "txt": render_txt, "docx": render_docx, "html": render_web,
}  # fmt: skip


def written(words: Words, kind: str) -> bytes:
    """Words as a file; running text as "txt", "docx" or "html". Raises StudioError when a link is none."""
    if isinstance(words, Table):
        return render_csv(words)
    if isinstance(words, EventCalendar):
        return render_ics(words)
    return render_mail(words) if kind == "html" and words.for_mail else TEXT_WRITERS[kind](words)
