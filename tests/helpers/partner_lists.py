"""Lists of organizations as they are pasted."""

from __future__ import annotations

from pathlib import Path

from htpm_studio.export.sources.partner_columns import match_columns, partners_of, pasted_list
from htpm_studio.export.sources.partners import PartnerList


def partners_in(text: str, folder: Path) -> PartnerList:
    """The organizations of a table that was pasted, its columns taken for what they were found to be."""
    table = pasted_list(text, folder)
    return partners_of(table, match_columns(table))
