"""Logos of any shape."""

from __future__ import annotations

from htpm_studio.project.pictures import read_picture
from htpm_studio.scene.nodes import PictureSource


def mark(wide: int, high: int, color: str = "#000") -> PictureSource:
    drawn = f'<rect width="{wide}" height="{high}" fill="{color}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">{drawn}</svg>'
    return read_picture("logo.svg", svg.encode())
