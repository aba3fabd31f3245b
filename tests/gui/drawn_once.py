"""Pages that many windows show are composed and drawn once for all tests of a process: each test shows the same kit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

import pytest

from htpm_studio.compose.build import Composed
from htpm_studio.compose.look import Look
from htpm_studio.compose.template import Library
from htpm_studio.export import page_builder
from htpm_studio.gui.core import render_service

MOST = 600
MOST_PICTURES = 300


class PageBook:
    """Composed pages with everything that they were made of; the oldest are forgotten."""

    def __init__(self) -> None:
        self._real = page_builder.compose_page
        self._pages: OrderedDict[Hashable, list[tuple[tuple[Any, ...], Composed]]] = OrderedDict()

    def compose_page(
        self,
        template: str,
        canvas: str,
        content: Mapping[str, Any],
        look: Look,
        library: Library,
        info: Any,
        usual: str = "",
    ) -> Composed:
        """What the real function answers."""
        key, asked = (template, canvas, usual, look.organisation, info), (content, look, library)
        known = self._pages.setdefault(key, [])
        for before, made in list(known):
            if before[2] is library and before == asked:
                return made
        made = self._real(template, canvas, content, look, library, info, usual)
        known.append((asked, made))
        while len(self._pages) > MOST:
            self._pages.popitem(last=False)
        return made


def draw_once(patch: pytest.MonkeyPatch) -> None:
    """Let the windows of this process share what they show."""
    patch.setattr(page_builder, "compose_page", PageBook().compose_page)
    patch.setattr(render_service, "page_image", lru_cache(MOST_PICTURES)(render_service.page_image))
