"""Pages that many windows show are drawn once for all tests of a process: each test shows the same kit."""

from __future__ import annotations

from functools import lru_cache

import pytest

from htpm_studio.gui.core import render_service

MOST_PICTURES = 300


def draw_once(patch: pytest.MonkeyPatch) -> None:
    """Let the windows of this process share what they show."""
    patch.setattr(render_service, "page_image", lru_cache(MOST_PICTURES)(render_service.page_image))
