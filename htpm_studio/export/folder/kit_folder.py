"""A kit folder looked at again: whether its files are still what was written, and what was noted then."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from htpm_studio.campaign.language.check_wording import check_passage
from htpm_studio.campaign.language.rules import LanguageRule, RuleContext, RuleMatch, RulePassage
from htpm_studio.errors import InputError, as_message, msg
from htpm_studio.export.folder.kit_texts import pages_of
from htpm_studio.export.folder.manifest import FORMAT, VERSION, digest_of
from htpm_studio.export.preflight.findings import place_words
from htpm_studio.export.preflight.model import Check, CheckReport, Group, check_id
from htpm_studio.hotline.helpline import helpline
from htpm_studio.project.migrations import newer_version

MANIFEST = "kit.json"
LARGEST = 16 * 1024 * 1024
LARGEST_FILE = 500 * 1024 * 1024
MOST_KITS, MOST_FILES, MOST_LINES = 60, 5_000, 50


def kit_folders(folder: Path) -> tuple[Path, ...]:
    """The kits in a folder: itself, or the folders directly in it; raises InputError when there is none."""
    if (folder / MANIFEST).is_file():
        return (folder,)
    found = tuple(sorted(path.parent for path in folder.glob(f"*/{MANIFEST}")))[:MOST_KITS]
    if not found:
        raise InputError(
            msg("{folder} is not a kit: it has no {manifest}.", folder=folder, manifest=MANIFEST),
            "Name the folder of a kit, or a .htpm file.",
        )
    return found


def check_folder(folder: Path, rules: Sequence[LanguageRule] = (), today: date = date.max) -> CheckReport:
    """The notes from when the kit was made, missing and changed files, and findings in the words of changed ones.

    Raises InputError when the manifest cannot be read or is of a newer program.
    """
    document = read_manifest(folder)
    rows = [row for row in document.get("files", []) if isinstance(row, dict)]
    checks = [*_noted(document, "The kit"), *(check for row in rows for check in _noted(row, str(row.get("path", ""))))]
    known = _known(document, today)
    for row in rows:
        changed = list(_file(folder, row))
        checks += changed
        if any(check.code == "changed" for check in changed):
            checks += _words(folder.joinpath(*str(row["path"]).split("/")), str(row["path"]), rules, known)
    return CheckReport(tuple(sorted(dict.fromkeys(checks), key=lambda check: check.group != "fix")))


def _known(document: Mapping[str, Any], today: date) -> RuleContext:
    """What the rules compare with, as far as the list has it; that of an older kit has no topics and no helplines."""
    known = RuleContext(language=str(document.get("language", "en")), today=today)
    topics, lines = document.get("topics"), document.get("helplines")
    if isinstance(topics, list):
        known = replace(known, topics=tuple(str(topic)[:60] for topic in topics[:MOST_LINES]))
    if isinstance(lines, list):
        rows = [row for row in lines[:MOST_LINES] if isinstance(row, dict) and row.get("number")]
        names = ("number", "text", "keyword", "web")
        watched = tuple(helpline(*(str(row.get(name, ""))[:200] for name in names)) for row in rows)
        known = replace(known, helplines=watched or known.helplines)
    return known


def read_manifest(folder: Path) -> dict[str, Any]:
    """The list of a kit's files as it was written; raises InputError when it is not there, damaged or too new."""
    path = folder / MANIFEST
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        document = json.loads(data.decode("utf-8")) if len(data) <= LARGEST else None
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(msg("{path} is damaged.", path=path), "Export the kit again.") from error
    if not isinstance(document, dict):
        document = {}
    if document.get("format") != FORMAT or not isinstance(document.get("files"), list):
        raise InputError(msg("{path} is not the list of a kit.", path=path), "Name a folder that HTPM Studio made.")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        sentence = msg("{name} is damaged: it has no usable version number.", name=str(path))
        raise InputError(sentence, "Export the kit again.")
    if version > VERSION:
        raise newer_version(str(path), document.get("app"))
    return document


def _noted(row: dict[str, Any], title: str) -> Iterator[Check]:
    findings = row.get("findings", [])
    for finding in findings if isinstance(findings, list) else ():
        if isinstance(finding, dict):
            files = finding.get("files")
            name = place_words([str(file) for file in files][:MOST_FILES] if isinstance(files, list) else ()) or title
            message, code = str(finding.get("message", ""))[:1000], str(finding.get("code", ""))[:60]
            group: Group = "fix" if finding.get("level") == "error" else "look"
            yield Check(check_id(code, name, message), group, code, name, as_message(message))


def _words(path: Path, name: str, rules: Sequence[LanguageRule], known: RuleContext) -> Iterator[Check]:
    """What the language rules find in a changed file, each thing once; the others were read when they were made."""
    found: dict[tuple[str, str], RuleMatch] = {}
    for page in dict.fromkeys(pages_of(path) if rules else ()):
        for row in page.split("\n"):
            for match in check_passage(RulePassage("", "", row, block=page), rules, known):
                found.setdefault((match.rule, match.match), match)
    for match in found.values():
        if match.level != "info":
            yield Check(
                check_id(match.rule, name, match.match), "fix" if match.level == "error" else "look", match.rule, name,
                as_message(match.sentence), reason=match.reason, suggest=match.suggest, better=match.better or "",
            )  # fmt: skip


def _file(folder: Path, row: dict[str, Any]) -> Iterator[Check]:
    name = str(row.get("path", ""))
    path = folder.joinpath(*name.split("/"))
    if not name or ".." in name.split("/") or not path.resolve().is_relative_to(folder.resolve()):
        yield Check(check_id("path", name), "fix", "path", name[:80], msg("This file does not belong to the kit."))
    elif not path.is_file():
        yield Check(check_id("gone", name), "fix", "gone", name, msg("The file is missing. Export the kit again."))
    elif path.stat().st_size > LARGEST_FILE or digest_of(path) != row.get("sha256"):
        yield Check(check_id("changed", name), "look", "changed", name, msg("The file was changed after the export."))
