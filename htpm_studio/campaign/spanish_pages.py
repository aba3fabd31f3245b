"""Addresses of pages in Spanish, in the place of those in English wherever a Spanish text names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.post_length import bare_address

SPANISH = "es"
T = TypeVar("T")


def with_spanish_pages(campaign: Campaign) -> Campaign:
    """A campaign in Spanish with the Spanish page of each resource and of the hotline; any other one as it is."""
    pages = _pages(campaign) if campaign.language == SPANISH else {}
    if not pages:
        return campaign
    found = re.compile(
        rf"(?<![\w.@/-])(https://)?(?:www\.)?({'|'.join(map(re.escape, sorted(pages, key=len, reverse=True)))})"
        r"/?(?![\w/?#-]|\.\w)"
    )

    def page(match: re.Match[str]) -> str:
        url = pages[match[2]]
        return url if match[1] else bare_address(url)

    def said(value: T) -> T:
        mapped: T = _mapped(value, lambda text: found.sub(page, text) if "." in text else text)
        return mapped

    return replace(campaign, month=said(campaign.month), weeks=said(campaign.weeks))


def _pages(campaign: Campaign) -> dict[str, str]:
    """The address in English, as it is printed, to the one in Spanish."""
    resources = [*campaign.month.resources, *(resource for week in campaign.weeks for resource in week.resources)]
    pages = {
        bare_address(resource.url): resource.url_es for resource in resources if resource.linkable and resource.url_es
    }
    hotline = campaign.info.hotline
    return pages | ({bare_address(hotline.web): hotline.web_es} if hotline.web and hotline.web_es else {})


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A frozen value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(entry, change) for entry in value)
    if isinstance(value, Mapping):
        return MappingProxyType({name: _mapped(one, change) for name, one in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _mapped(getattr(value, field.name), change) for field in fields(value)})
    return value
