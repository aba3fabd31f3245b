"""Making a kit: every file composed and rendered, checked, and moved into place together."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from htpm_studio.compose.build import Finding
from htpm_studio.errors import BadInput, Saying, say
from htpm_studio.export.catalogue import plan
from htpm_studio.export.edits import lost_templates
from htpm_studio.export.finished import compose
from htpm_studio.export.kept import Kept, merged
from htpm_studio.export.kit import Kit
from htpm_studio.export.manifest import START, manifest
from htpm_studio.export.orders import FileOrder, Made
from htpm_studio.export.photos import large_enough, one_color
from htpm_studio.export.place import check_target, move_into_place, staging, write_file
from htpm_studio.export.preflight.hold import hold_back, without_held
from htpm_studio.export.preflight.report import description_findings, load_tools, make_safe
from htpm_studio.export.replacing import is_untouched
from htpm_studio.export.start_here import start_here
from htpm_studio.export.unmade import make_or_name, without_unmade
from htpm_studio.jobs import JobContext
from htpm_studio.project.consent import REASONS, status, usable
from htpm_studio.render.raster.files import encode_jpeg
from htpm_studio.render.raster.page import render_page

PREVIEW_WIDTH, PREVIEW_BYTES = 480, 28_000
TOO_SMALL = (
    "The photo {name} is only {wide} x {high} pixels; a built-in picture stands in for it. "
    "Use one of at least 1080 pixels."
)
IN_USE = "A file of {name} is open in another program, so the new kit is in {folder}. Close it, then try again."
NOT_ALONE = "The folder {name} was changed while the kit was made, so the new kit is in {folder}."
OWN_LOOK = (
    "{name} lends its design to the PowerPoint decks alone: their PDF, handouts and pictures keep the look of the kit."
)
ONE_COLOR = (
    "The photo {name} is one flat color, or nearly so; it appears only where you put it. Look at its file, or use "
    "another photo."
)
KEPT_OUT = "{reason}; a built-in picture stands in for it. Ask again, or use another photo."


@dataclass(frozen=True, slots=True)
class Result:
    """A finished kit: where it is, its files in order, and everything that wants attention."""

    folder: Path
    files: tuple[Made, ...]
    findings: tuple[tuple[str, Finding], ...]

    @property
    def needs_attention(self) -> bool:
        """Whether something in the kit had to be replaced or does not fit."""
        return any(finding.level == "error" for _, finding in self.findings)


def export_kit(
    kit: Kit,
    out: Path,
    context: JobContext,
    *,
    force: bool = False,
    keeps_touched: bool = False,
    workers: int = 2,
    folder: str = "",
    wanted: Callable[[FileOrder], bool] | None = None,
    kept: Kept | None = None,
) -> Result:
    """Write one kit below `out`; the folder (named after the week unless it has a name) appears complete or not at all.

    `force` replaces a folder that is there; with `keeps_touched` only where nobody touched it while the kit was made.
    `wanted` chooses among the files, those that `kept` holds are taken over as they are. Raises BadInput when the
    folder cannot be used or nothing is wanted, Cancelled when the job was stopped.
    """
    kept = kept or Kept(out)
    target = out / (folder or kit.folder_name)
    check_target(target, force=force)
    with staging(target) as stage:
        tools = load_tools(kit.resources.assets)
        kit, safer = make_safe(kit, tools)
        orders, altered = hold_back(kit, [order for order in plan(kit) if wanted is None or wanted(order)])
        if not orders and not altered:
            lacking = [*missing_media(kit), "Nothing was chosen for the kit."]
            raise BadInput(lacking[0], "Choose at least one piece.")
        fresh, unmade = make_all([order for order in orders if not kept.holds(order)], kit, context, workers)
        made, missing = without_held(merged(orders, kept, fresh))
        told = [*safer, *altered, *missing, *unmade, *general_findings(kit), *description_findings(kit, tools)]
        general = [*_of_now(told, kept), *kept.general()]
        for one in made:
            context.checkpoint()
            write_file(stage, one.order.path, one.data)
        start = start_here(kit, made, general, previews(made, kit, workers))
        write_file(stage, "kit.json", manifest(kit, made, general, start))
        write_file(stage, START, start)
        context.checkpoint()
        replaces = force and (not keeps_touched or is_untouched(target))
        placed = move_into_place(stage, target, replaces=replaces)
    if placed != target and replaces:
        general.append(Finding("error", "in-use", say(IN_USE, name=target.name, folder=placed.name)))
    elif placed != target:
        general.append(Finding("warning", "not-alone", say(NOT_ALONE, name=target.name, folder=placed.name)))
    findings = [("", finding) for finding in general]
    findings += [(one.order.path, finding) for one in made for finding in one.findings]
    return Result(placed, tuple(made), tuple(findings))


def _of_now(found: Sequence[Finding], kept: Kept) -> list[Finding]:
    """What is said of the whole kit and of pieces that were made now."""
    everything = not (kept.files or kept.again)
    return [one for one in found if everything or not one.piece or one.piece in kept.again]


def missing_media(kit: Kit) -> list[Saying]:
    """A sentence for each wanted medium whose texts the campaign does not have in the kit's language."""
    language = kit.campaign.words.language_name
    found: list[Saying] = []
    if "deck" in kit.options.media and not kit.week.decks:
        found.append(say("There are no decks in {language} yet; they were left out.", language=language))
    if "print" in kit.options.media and not kit.week.handouts:
        found.append(say("There are no handouts in {language} yet; they were left out.", language=language))
    return found


def make_all(
    orders: Sequence[FileOrder], kit: Kit, context: JobContext, workers: int
) -> tuple[list[Made], list[Finding]]:
    """Make every file, `workers` at a time, in the order of the plan; what cannot be made is named and left out."""
    total = len(orders)
    with ThreadPoolExecutor(max_workers=max(1, workers), thread_name_prefix="kit") as pool:
        futures: dict[Future[Made | Exception], FileOrder] = {
            pool.submit(make_or_name, order, kit, context): order for order in _long_first(orders)
        }
        waiting = set(futures)
        try:
            while waiting:
                done, waiting = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
                for future in done:
                    future.result()
                    context.report(total - len(waiting), total, futures[future].path)
                context.checkpoint()
        except BaseException:
            context.cancel()
            for future in waiting:
                future.cancel()
            raise
    ready = {order.path: future.result() for future, order in futures.items()}
    return without_unmade([(order, ready[order.path]) for order in orders])


def _long_first(orders: Sequence[FileOrder]) -> list[FileOrder]:
    return sorted(orders, key=lambda order: -len(order.pages))


def general_findings(kit: Kit) -> list[Finding]:
    """What is true of the whole kit: what was left out and why, whose design it has, photos that cannot be shown."""
    findings = [Finding("warning", "other-year", gone.sentence) for gone in kit.left_out]
    findings += [Finding("warning", "no-texts", missing) for missing in missing_media(kit)]
    if kit.options.reference is not None and "deck" in kit.options.media and kit.week.decks:
        message = say(OWN_LOOK, name=kit.options.reference.name)
        findings.append(Finding("warning", "own-look", message))
    for piece, name in lost_templates(kit):
        message = say(
            "The template {name} is not on this computer; a design of the program stands in for it. Copy its file into "
            "your templates folder.", name=name,
        )  # fmt: skip
        findings.append(Finding("warning", "no-template", message, piece=piece))
    for photo in kit.project.photos:
        if not large_enough(photo):
            wide, high = (round(side) for side in photo.source.size)
            message = say(TOO_SMALL, name=photo.name, wide=wide, high=high)
            findings.append(Finding("error", "photo-small", message))
        elif one_color(kit.resources, photo):
            findings.append(Finding("error", "photo-flat", say(ONE_COLOR, name=photo.name)))
        if not usable(photo, kit.today):
            reason = say(REASONS[status(photo, kit.today)], name=photo.name)
            message = say(KEPT_OUT, reason=reason)
            findings.append(Finding("error", "photo-expired", message))
        elif status(photo, kit.today) == "unsaid":
            message = say(
                "The photo {name} has no record of consent. Keep one, or use --photo-record.", name=photo.name
            )
            findings.append(Finding("warning", "photo-record", message))
    return findings


def previews(made: Sequence[Made], kit: Kit, workers: int = 2) -> dict[str, str]:
    """A small picture of the first page of each group, as a data address; `workers` are made at a time."""
    firsts: dict[tuple[str, str], FileOrder] = {}
    for one in made:
        if one.order.pages:
            firsts.setdefault((one.order.medium, one.order.group), one.order)
    with ThreadPoolExecutor(max_workers=max(1, workers), thread_name_prefix="preview") as pool:
        pictures = pool.map(lambda order: _preview(order, kit), firsts.values())
        return {order.path: picture for order, picture in zip(firsts.values(), pictures, strict=True)}


def _preview(order: FileOrder, kit: Kit) -> str:
    page = compose(order.pages[0], kit).page
    image = render_page(page, PREVIEW_WIDTH / page.size.width)
    return "data:image/jpeg;base64," + base64.b64encode(encode_jpeg(image, PREVIEW_BYTES)).decode()
