"""A toolkit document read and written down as a campaign pack, for the window and the command alike."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from htpm_studio.campaign.dates import check_year
from htpm_studio.campaign.model import Campaign
from htpm_studio.campaign.pack import languages, read_pack
from htpm_studio.campaign.pack_files import HEAD, PackTexts, pack_texts
from htpm_studio.campaign.toolkit_import.base_pack import base_pack
from htpm_studio.campaign.toolkit_import.languages import refuse_other_language
from htpm_studio.campaign.toolkit_import.make_pack import MadePack, make_pack, refuse_without_year
from htpm_studio.campaign.toolkit_import.missing import Fill, filled, missing_parts
from htpm_studio.campaign.toolkit_import.observance import find_setting, other_helpline, refuse_open
from htpm_studio.campaign.toolkit_import.purpose import Answers
from htpm_studio.campaign.toolkit_import.reading import read_document
from htpm_studio.campaign.toolkit_import.recognize import recognize
from htpm_studio.campaign.toolkit_import.report import refuse_without_posts, report_text
from htpm_studio.campaign.toolkit_import.results import RecognizedToolkit
from htpm_studio.campaign.toolkit_import.shape import in_weeks
from htpm_studio.errors import InputError, msg
from htpm_studio.export.disk.atomic_output import check_target, move_into_place, staging, write_file
from htpm_studio.export.sources.campaigns import pack_for
from htpm_studio.frozen import dataclass
from htpm_studio.processes.jobs import JobContext

REPORT = "import-report.txt"


@dataclass(frozen=True, slots=True)
class Imported:
    """What was found and the pack that was made of it; `folder` is where it was written."""

    findings: RecognizedToolkit
    made: MadePack
    folder: Path


def read_toolkit(
    path: Path,
    context: JobContext,
    assets: Path,
    year: int | None = None,
    answers: Answers = Answers(),  # noqa: B008
) -> RecognizedToolkit:
    """What a toolkit file says, and what it is for; raises InputError for a file that cannot be read.

    `answers` are what the user says where the document does not. Raises Cancelled when stopped.
    """
    if year is not None:
        check_year(year)
    context.report(0, 2, f"Reading {path.name}")
    context.checkpoint()
    document = read_document(path, context)
    refuse_other_language(document.name, document.blocks)
    context.report(1, 2, "Looking for weeks, posts and resources")
    context.checkpoint()
    found = in_weeks(recognize(document, year))
    context.checkpoint()
    ours = built_in(assets, found.language)
    setting = find_setting(document.blocks, ours, answers)
    notes = (*found.notes, *other_helpline(document.blocks, setting, answers.helpline))
    found = replace(found, setting=setting, notes=notes)
    return replace(found, missing=missing_parts(found, ours))


def pack_of(findings: RecognizedToolkit, assets: Path) -> MadePack:
    """The campaign pack of what was found; InputError as `make_pack`, or while something about it is open.

    What is missing comes from the built-in campaign where it is for the same observance, else from neutral words.
    """
    our_texts = pack_texts(assets / "campaigns" / "htpm")
    if findings.setting.ours:
        return make_pack(findings, built_in(assets, findings.language), our_texts)
    refuse_without_posts(findings)
    refuse_without_year(findings)
    refuse_open(findings.setting, findings.name)
    base, texts = base_pack(
        findings.setting, findings.year, our_texts, assets, findings.language, single=findings.single
    )
    return make_pack(findings, base, texts)


def built_in(assets: Path, language: str = "en") -> Campaign:
    """The built-in campaign in a language that it has, else in English."""
    folder = assets / "campaigns" / "htpm"
    return read_pack(folder, language if language in languages(folder) else "en")


def import_toolkit(
    path: Path, out: Path, context: JobContext, *, assets: Path, year: int | None = None, force: bool = False,
    answers: Answers = Answers(),  # noqa: B008
    fill: Fill = "none", keep: Collection[str] = (),
) -> Imported:  # fmt: skip
    """Read a toolkit and write its pack to the folder `out`, whole or not at all.

    `fill` and `keep` say what of the built-in campaign is in the place of what the toolkit lacks (`filled`).
    Raises InputError before anything is written when the file or the folder cannot be used; `force` replaces a pack.
    """
    out = out.absolute()
    check_target(out, force=force)
    if out.is_dir() and any(out.iterdir()) and not (out / HEAD).is_file():
        raise InputError(
            msg("{out} contains files that are not part of a campaign pack.", out=out),
            "Choose another folder with --out.",
        )
    findings = filled(read_toolkit(path, context, assets, year, answers), fill, keep)
    made = pack_of(findings, assets)
    context.report(2, 2, "Writing the pack")
    write_pack((*made.texts, (REPORT, report_text(findings, made.notes))), out, context, force=force)
    return Imported(findings, made, out)


def write_pack(texts: PackTexts, out: Path, context: JobContext, *, force: bool = False) -> None:
    """Write the files of a pack to a folder, whole or not at all; raises StudioError when the disk refuses."""
    with staging(out, context) as stage:
        check_target(out, force=force)
        for name, text in texts:
            context.checkpoint()
            write_file(stage, name, text.encode())
        move_into_place(stage, out)


def read_folder(folder: Path, assets: Path) -> PackTexts:
    """The files of a campaign's folder, ready for a project to carry; raises StudioError with all of its mistakes."""
    found = pack_for(folder, None, assets)
    texts = pack_texts(found) if isinstance(found, Path) else found
    for language in languages(texts):
        read_pack(texts, language)
    return texts
