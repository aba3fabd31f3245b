"""What a lock names, library by library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

NOT_SHIPPED = "numpy"
"""Skia names it among its needs; the program never imports it, which saves 70 MB."""


class Locked(NamedTuple):
    """One library of a lock: its name, its version, for which systems, and the lines with its hashes."""

    name: str
    version: str
    marker: str
    hashes: str

    def __str__(self) -> str:
        marker = f" ; {self.marker}" if self.marker else ""
        return f"{self.name}=={self.version}{marker} \\\n{self.hashes}"


def locked(text: str) -> Iterator[Locked]:
    """The libraries of a lock that a download of the program is made from."""
    for entry in re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]:
        first, _, hashes = entry.partition("\n")
        needed, _, marker = first.rstrip(" \\").partition(" ; ")
        name, _, version = needed.partition("==")
        if name != NOT_SHIPPED:
            yield Locked(name, version, marker, hashes)


def target_lock(text: str, target: Mapping[str, str], names: Sequence[str] = ()) -> str:
    """The lock without the lines for other systems than `target`, for all or only these names.

    pip reads markers as those of the computer that it runs on.
    """
    from packaging.markers import Marker  # noqa: PLC0415 - of the environment, where this is asked for

    ours = [row for row in locked(text) if not row.marker or Marker(row.marker).evaluate({**target, "extra": ""})]
    return "".join(str(row._replace(marker="")) for row in ours if not names or row.name in names)
