"""The kits of the ring: every week, language and family, bare and with pictures, and one of each special kind."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PIL import Image

from htpm_studio import paths
from htpm_studio.campaign.pack import read_pack
from htpm_studio.cli.commands import main as command_line
from htpm_studio.export.decks.deck_template_file import open_deck_template
from htpm_studio.export.kit.kit import EXTRAS, Kit, Options, build_kit, load_resources
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.run.exporter import FinishedKit, make_kit
from htpm_studio.export.sources.toolkit_import import import_toolkit
from htpm_studio.pieces.declared import declarations, families, use
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import (
    Brand,
    Consent,
    DrawnPeople,
    Edits,
    Official,
    Partner,
    Photo,
    Project,
    Style,
)
from htpm_studio.project.pictures import load_logo, load_photo
from htpm_studio.scene.nodes import Page
from tests.helpers.bundled import bundled_campaign, bundled_resources
from tests.helpers.own_folder import write_own_folder
from tests.helpers.sweeps import WEEKS
from tests.helpers.toolkits import toolkit_file
from tests.helpers.wild_decks import company
from tests.ring.digests import FILE, PAGE, of_bytes, of_value
from tests.ring.scenes import NOTHING, recorded

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
YEAR, TODAY = 2027, dt.date(2026, 11, 25)
ORGANIZATION = "Riverbend Coalition"
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><circle cx="50" cy="50" r="48" fill="#0F5C5C"/>'
    '<rect x="118" y="20" width="170" height="26" fill="#0F5C5C"/></svg>'
)
SENT_PHOTO, SENT_LOGO = "Maria Quispe 2024.jpg", "zoraida-final.svg"
GPS = 0x8825
FILES = "HTPM_RING_FILES"
LETTER, BOTH = Options(papers=("letter",)), Options()
LANGUAGES, CONTENTS = ("en", "es"), ("bare", "photo")
OWN_FAMILY = "placard"


@dataclass
class MadeKit:
    """The files of a kit: of each its piece, path, scene and bytes, and the pages that were drawn."""

    files: list[tuple[str, str, str, bytes]]
    findings: str = NOTHING
    pages: Mapping[str, tuple[Page, ...]] = field(default_factory=dict)

    def text(self) -> str:
        """A line for each file below its piece, as the ring keeps it."""
        rows: list[str] = []
        for piece, path, scene, data in self.files:
            if (head := piece or "kit") not in rows[-1:] and head != self._last(rows):
                rows.append(head)
            rows.append(f"  {path} {scene} {of_bytes(data, FILE)}")
        return "\n".join([*rows, f"findings {self.findings}"]) + "\n"

    @staticmethod
    def _last(rows: list[str]) -> str:
        return next((row for row in reversed(rows) if not row.startswith(" ")), "")


Make = Callable[[Path], MadeKit]


def photographed(folder: Path, organization: str = ORGANIZATION) -> Project:
    """Week 2 of an organization with a logo and a photo that carries a place and a camera."""
    (folder / SENT_LOGO).write_text(LOGO, encoding="utf-8")
    exif = Image.Exif()
    exif[0x010F] = "Camera of Jane"
    exif.get_ifd(GPS)[2] = (40.0, 26.0, 46.0)
    bands = (Image.radial_gradient("L"), Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90))
    Image.merge("RGB", bands).resize((1600, 1200)).save(folder / SENT_PHOTO, exif=exif)
    brand = Brand(organization, ("#0F5C5C",), load_logo(folder / SENT_LOGO))
    return Project(brand, 2, YEAR, (Photo(load_photo(folder / SENT_PHOTO), SENT_PHOTO, alt="A garden."),))


def edited(folder: Path) -> Project:
    """Week 2 with edits of every kind, own days, own people, a partner row and what else a user may choose."""
    project = photographed(folder)
    edits = json.loads((HERE / "edits.json").read_text(encoding="utf-8"))
    brand = replace(
        project.brand, colors=("#12284C", "#C8102E"), partners=(Partner("Open Door"), Partner("Eastside Clinic")),
        contact="riverbend.example", local_number="804-555-0100", pair="sturdy", name_beside="always",
    )  # fmt: skip
    photo = replace(
        project.photos[0], focus=(0.3, 0.6), credit="Ana", people="staff",
        consent=Consent("Ana and Ben", dt.date(2027, 12, 31), "folder 3", "signed"),
    )  # fmt: skip
    project = replace(
        project, brand=brand, photos=(photo,), edits=Edits.from_mapping(edits), theme="Doors that open.",
        official=Official("Ada Reyes", "Mayor", "City of Riverbend"), wear_blue=(2,), mixes=((2, 3),), saves=4,
        people=DrawnPeople("elders", 2).with_person("family-table", 0, "e05"), saved=dt.datetime(2026, 12, 1, 8, 30),
    )  # fmt: skip
    return project.with_week_dates(2, (dt.date(YEAR, 1, 4), dt.date(YEAR, 1, 10)))


def files() -> str:
    """Which files of kits are made, as a pattern: all of them, or those that `--files` asks for."""
    return os.environ.get(FILES, "*")


def made(kit: Kit) -> MadeKit:
    """All files of a kit with what each was written from."""
    pieces = {spec.path: spec.piece or spec.id for spec in plan(kit)}
    with recorded(files()) as recorder:
        finished = make_kit(kit, JobContext(lambda _progress: None))
    rows = [
        (one.piece or pieces.get(one.path, ""), one.path, recorder.scenes.get(one.path, NOTHING), one.data)
        for one in finished.files
    ]
    return MadeKit(rows, found(finished), recorder.pages)


def found(finished: FinishedKit) -> str:
    """The digest of what a kit says of itself, to its owner too."""
    return of_value((finished.general, finished.findings), PAGE)


# ------------------------------------------------------------------ which kits


def usual(family: str, language: str, week: int, content: str, folder: Path) -> MadeKit:
    """A week in a family, in its styles by turns, on one paper."""
    project = photographed(folder) if content == "photo" else Project(Brand(ORGANIZATION), week, YEAR)
    styles: tuple[Style, ...] = families()[family].spec.styles
    style = styles[(week + LANGUAGES.index(language) + CONTENTS.index(content)) % len(styles)]
    brand = replace(project.brand, family=family, style=style)
    return made(_kit(replace(project, brand=brand, week=week, language=language), LETTER))


def _kit(project: Project, options: Options) -> Kit:
    return build_kit(project, bundled_campaign(project.language), bundled_resources(), options, TODAY)


def paper_kit(folder: Path, organization: str = ORGANIZATION) -> Kit:
    """The kit of both papers, which tests look at more closely."""
    return _kit(photographed(folder, organization), BOTH)


def _edits(folder: Path) -> MadeKit:
    return made(_kit(edited(folder), replace(BOTH, extras=tuple(EXTRAS))))


def _names(folder: Path) -> MadeKit:
    names = ("Ana María López", "Nguyễn Thị Hoa", "Олена Коваль", "Bartholomew Featherstonehaugh-Cholmondeley III")
    return made(_kit(photographed(folder), Options(("print",), names=names)))


def _reference_deck(folder: Path) -> MadeKit:
    (folder / "company.pptx").write_bytes(company())
    template = open_deck_template(folder / "company.pptx")
    return made(_kit(photographed(folder), Options(("deck",), deck_template=template)))


def _imported(folder: Path) -> MadeKit:
    (folder / "toolkit.docx").write_bytes(toolkit_file("doors.docx"))
    import_toolkit(
        folder / "toolkit.docx", folder / "pack", JobContext(lambda _progress: None), assets=paths.assets(), fill="ours"
    )
    campaign = read_pack(folder / "pack", "en")
    project = Project(Brand(ORGANIZATION), 2, 2028)
    return made(build_kit(project, campaign, bundled_resources(), LETTER, TODAY))


def _own_template(folder: Path) -> MadeKit:
    own = write_own_folder(folder / "templates")
    shutil.copytree(DATA / "families" / OWN_FAMILY, own / "families" / OWN_FAMILY)
    with _declarations():
        resources = load_resources(replace(paths.folders(), own_templates=own))
        edits = Edits.from_mapping({"w2/social/w2-rights": {"@template": "social/hello"}})
        project = Project(Brand(ORGANIZATION, family=OWN_FAMILY), 2, YEAR, edits=edits)
        options = replace(LETTER, media=("social", "print", "background"))
        return made(build_kit(project, bundled_campaign(), resources, options, TODAY))


@contextmanager
def _declarations() -> Iterator[None]:
    """What is declared now is declared again afterwards."""
    before = declarations()
    try:
        yield
    finally:
        use(before)


def _partner_row(folder: Path) -> MadeKit:
    """The kits of a list of two, as the command writes them; its files have their sums alone."""
    (folder / SENT_LOGO).write_text(LOGO, encoding="utf-8")
    with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([
            ("organization", "logo", "color", "contact", "phone", "language", "family"),
            ("Harbor House", SENT_LOGO, "#12284C", "harbor.example", "", "es", "quilt"),
            ("Lakeside Clinic", "", "#C8102E", "", "804-555-0101", "", "broadside"),
        ])  # fmt: skip
    words = ["batch", str(folder / "list.csv"), "--year", str(YEAR), "--week", "3"]
    status = command_line([*words, "--only", "background,copy", "--jobs", "1", "--out", str(folder / "out")])
    kits = sorted(path for path in (folder / "out").rglob("*") if path.is_file())
    names = [path.relative_to(folder / "out").as_posix() for path in kits]
    rows = [(name.rpartition("/")[0], name, NOTHING, path.read_bytes()) for name, path in zip(names, kits, strict=True)]
    return MadeKit(rows, str(status))


SPECIAL: Mapping[str, Make] = {
    "both-papers": lambda folder: made(paper_kit(folder)),
    "edits": _edits,
    "names": _names,
    "reference-deck": _reference_deck,
    "imported-campaign": _imported,
    "own-template": _own_template,
    "partner-row": _partner_row,
}


def all_kits() -> Mapping[str, Make]:
    """Every kit of the ring by its name."""
    usual_kits: dict[str, Make] = {
        f"{family}/{language}-week-{week}-{content}": partial(usual, family, language, week, content)
        for family in families()
        for language in LANGUAGES
        for content in CONTENTS
        for week in WEEKS
    }
    return {f"kits/{name}": make for name, make in {**SPECIAL, **usual_kits}.items()}
