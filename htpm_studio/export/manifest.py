"""kit.json: every file of a kit with its size, hash, alt text, template and findings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from htpm_studio import __version__
from htpm_studio.compose.build import Finding
from htpm_studio.export.kit import Kit
from htpm_studio.export.orders import Made

FORMAT, VERSION = "htpm-studio-kit", 1
START = "START-HERE.html"


def manifest(kit: Kit, made: Sequence[Made], general: Sequence[Finding], start: bytes) -> bytes:
    """The manifest as JSON with sorted keys; no dates and nothing about the machine. `start` is START-HERE.html."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "app": f"HTPM Studio {__version__}",
        "organisation": kit.look.organisation,
        "campaign": kit.campaign.info.name,
        "week": kit.week.number,
        "year": kit.year,
        "language": kit.project.language,
        "palette": dict(kit.look.palette.items()),
        "findings": [_finding(finding) for finding in general],
        "files": [_file(one) for one in made],
        START: {"bytes": len(start), "sha256": hashlib.sha256(start).hexdigest()},
    }
    return (json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def digest_of(path: Path) -> str:
    """The hash of a file as the manifest has it; "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _file(made: Made) -> dict[str, Any]:
    order = made.order
    return {
        "path": order.path,
        "title": order.title,
        "medium": order.medium,
        "bytes": len(made.data),
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "alt": order.alt,
        "templates": sorted({page.template for page in order.pages}),
        "pages": 2 if order.sheet else len(order.pages),
        "findings": [_finding(finding) for finding in made.findings],
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {"level": finding.level, "code": finding.code, "message": finding.message, "field": finding.field}
