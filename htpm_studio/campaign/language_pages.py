"""Addresses of pages in another language, in the place of the usual ones wherever a text in it names them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.post_length import bare_address

T = TypeVar("T")


def with_language_pages(campaign: Campaign) -> Campaign:
    """A campaign with the page in its language of each resource and of the hotline that has one."""
    pages = _pages(campaign)
    if not pages:
        return campaign
    found = re.compile(
        rf"(?<![\w.@/-])(https://)?(?:www\.)?({'|'.join(map(re.escape, sorted(pages, key=len, reverse=True)))})"
        r"/?(?![\w/?#-]|\.\w)"
    )

    def page(match: re.Match[str]) -> str:
        url = pages[match[2]]
        return url if match[1] else bare_address(url)

    def with_pages(value: T) -> T:
        mapped: T = _mapped(value, lambda text: found.sub(page, text) if "." in text else text)
        return mapped

    return replace(campaign, month=with_pages(campaign.month), weeks=with_pages(campaign.weeks))


def _pages(campaign: Campaign) -> dict[str, str]:
    """The usual address, as it is printed, to the one in the language of the campaign."""
    resources = [*campaign.month.resources, *(resource for week in campaign.weeks for resource in week.resources)]
    known = [(resource.url, resource.pages) for resource in resources if resource.linkable]
    hotline = campaign.info.hotline
    known += [(hotline.web, hotline.pages)] if hotline.web else []
    return {bare_address(url): page for url, pages in known for name, page in pages if name == campaign.language}


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A frozen value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_mapped(entry, change) for entry in value)
    if isinstance(value, Mapping):
        return MappingProxyType({name: _mapped(item, change) for name, item in value.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _mapped(getattr(value, field.name), change) for field in fields(value)})
    return value
