"""kit.json: every file of a kit with its size, hash, alt text and templates, what to review, and the posts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from htpm_studio import __version__
from htpm_studio.campaign.model import Hotline
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import RenderedFile
from htpm_studio.export.preflight.findings import GroupedDiagnostic
from htpm_studio.export.texts.week_posts import ReadyPost, ready_posts

FORMAT, VERSION = "htpm-studio-kit", 1
START, POSTS, REVIEW = "START-HERE.html", "post.html", "review.txt"


def manifest(
    kit: Kit, made: Sequence[RenderedFile], notes: Sequence[GroupedDiagnostic], own: Mapping[str, bytes]
) -> bytes:
    """The manifest as JSON with sorted keys; no dates and nothing about the machine.

    `notes` are those of review.txt, in the language of the kit; `own` are the files that the kit has beside its pieces.
    """
    from htpm_studio.export.kit.fingerprint import versions_of_libraries

    document = {
        "format": FORMAT,
        "version": VERSION,
        "app": f"HTPM Studio {__version__}",
        "libraries": versions_of_libraries(),
        "fonts": kit.look.fonts.versions(),
        "organisation": kit.look.organization,
        "campaign": kit.campaign.info.name,
        "topics": list(kit.campaign.observance.topics),
        "helplines": [_line(line) for line in (kit.campaign.hotline, *kit.campaign.info.helplines)],
        "week": kit.week.number,
        "year": kit.year,
        "language": kit.project.language,
        "palette": dict(kit.look.palette.items()),
        "findings": [_note(note, kit) for note in notes],
        "files": [_file(one) for one in made],
        "posts": [_post(post) for post in _posts(kit, made)],
        **{name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in own.items()},
    }
    return (json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def digest_of(path: Path) -> str:
    """The hash of a file as the manifest has it; "" when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _file(made: RenderedFile) -> dict[str, Any]:
    spec = made.spec
    return {
        "path": spec.path,
        "title": spec.title,
        "medium": spec.medium,
        "bytes": len(made.data),
        "sha256": hashlib.sha256(made.data).hexdigest(),
        "alt": spec.alt,
        "templates": sorted({page.template for page in spec.pages}),
        "pages": made.pages,
    }


def _line(line: Hotline) -> dict[str, str]:
    return {"number": line.number, "text": line.text_number, "keyword": line.text_keyword, "web": line.web}


def _posts(kit: Kit, made: Sequence[RenderedFile]) -> Sequence[ReadyPost]:
    specs = [one.spec for one in made]
    return ready_posts(kit, specs) if any(spec.medium == "copy" for spec in specs) else ()


def _post(ready: ReadyPost) -> dict[str, Any]:
    return {
        "title": ready.post.title,
        "day": ready.post.day.isoformat() if ready.post.day else "",
        "texts": {network.id: version.text for version in ready.versions for network in version.networks}
        | dict(ready.beside),
        "pictures": list(ready.pictures),
        "alt": ready.alt,
    }


def _note(note: GroupedDiagnostic, kit: Kit) -> dict[str, Any]:
    one, message = note.diagnostic, kit.translated(note.diagnostic.message)
    return {"level": one.severity, "code": one.code, "message": message, "field": one.field, "files": list(note.files)}
