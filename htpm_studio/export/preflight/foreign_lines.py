"""The hotline of this program's own cause in a kit of another one: no such kit is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from htpm_studio.errors import InputError, msg
from htpm_studio.export.kit.content import shared_values
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.kit.specs import FileSpec
from htpm_studio.export.preflight.passages import strings
from htpm_studio.hotline.guard import names_line
from htpm_studio.hotline.helpline import NATIONAL


def refuse_foreign(kit: Kit, specs: Sequence[FileSpec]) -> None:
    """Raise InputError naming the first file that shows the national hotline in a kit of another cause.

    A campaign that names it itself, or a user who wrote it, means it.
    """
    if _is_meant(kit):
        return
    shared = "\n".join(text for _, text in strings(shared_values(kit)))
    for spec in specs:
        if names_line("\n".join((shared if spec.pages else "", *_said(kit, spec))), NATIONAL):
            raise _refused(kit, spec.path)


def refuse_foreign_text(kit: Kit, files: Iterable[tuple[str, bytes]]) -> None:
    """The same for finished texts about the kit itself."""
    for path, data in () if _is_meant(kit) else files:
        if names_line(data.decode("utf-8", "replace"), NATIONAL):
            raise _refused(kit, path)


def _refused(kit: Kit, path: str) -> InputError:
    return InputError(
        msg(
            "No kit was made: {file} shows the hotline {number}, which is not a helpline of {campaign}.",
            file=path, number=NATIONAL.printed, campaign=kit.campaign.month.name,
        ),
        msg("Take it out of that text, or list it among the helplines of the campaign."),
    )  # fmt: skip


def _said(kit: Kit, spec: FileSpec) -> Iterator[str]:
    shared = shared_values(kit)
    yield from (spec.title, spec.alt, spec.caption)
    for page in spec.pages:
        own = {name: value for name, value in page.content.items() if name not in shared or shared[name] != value}
        yield from (page.info.title, page.info.notes, *(text for _, text in strings(own)))
    if spec.words is not None:
        yield from (*spec.words.said, *spec.words.beside)


def _is_meant(kit: Kit) -> bool:
    return kit.cached("foreign line is meant", lambda: _names_it(kit))


def _names_it(kit: Kit) -> bool:
    campaign = kit.campaign
    if campaign.about_trafficking or NATIONAL in campaign.helplines:
        return True
    brand = kit.project.brand
    own = (brand.organization, brand.contact, brand.local_number, kit.project.theme)
    edits = (edit.text for edit in kit.project.edits.items)
    return names_line("\n".join((*own, *map(str, edits), repr(campaign.month), repr(campaign.weeks))), NATIONAL)
