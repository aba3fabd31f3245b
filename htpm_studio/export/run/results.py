"""What came of an export: finished kits on the disk, without the bytes of their files."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from htpm_studio.compose.compose_page import MISSING_LETTERS
from htpm_studio.errors import Diagnostic
from htpm_studio.export.folder.manifest import REVIEW
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.frozen import dataclass

State = Literal["made", "there", "failed"]


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file of a finished kit; `medium` and `form` ("print/letter") are "" for what belongs to the whole kit."""

    path: Path
    title: str
    medium: str
    size: int
    form: str = ""
    piece: str = ""

    @property
    def is_review(self) -> bool:
        """Whether it is the list of what to look at, which a kit has only where something was found."""
        return not self.medium and self.path.name == REVIEW


@dataclass(frozen=True, slots=True)
class KitResult:
    """A finished kit: where it is, its files in order, and what wants attention (file or "", finding)."""

    folder: Path
    files: tuple[ExportedFile, ...]
    findings: tuple[tuple[str, Diagnostic], ...]

    @property
    def count(self) -> int:
        """How many files it has, as they are counted before an export; the list to review comes on top of them."""
        return sum(not file.is_review for file in self.files)

    @property
    def has_review(self) -> bool:
        """Whether it has a list of what to look at."""
        return self.count < len(self.files)

    @property
    def needs_attention(self) -> bool:
        """Whether something in the kit had to be replaced, does not fit or cannot be drawn."""
        return any(finding.severity == "error" or finding.code == MISSING_LETTERS for _, finding in self.findings)


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The kits of a request, or of one organization of a list, and how long they took.

    `notes` say what was left out and why. Of a list: the `partner`, whether its kits were made now, and its folder or
    what is wrong with its row.
    """

    kits: tuple[KitResult, ...] = ()
    notes: tuple[str, ...] = ()
    seconds: float = 0.0
    partner: PartnerRow | None = None
    state: State = "made"
    folder: Path | None = None
    mistakes: tuple[Diagnostic, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of the kits."""
        return tuple(kit.folder for kit in self.kits)

    @property
    def files(self) -> tuple[ExportedFile, ...]:
        """The files of all kits."""
        return tuple(file for kit in self.kits for file in kit.files)

    @property
    def count(self) -> int:
        """How many files all kits have, as they are counted before an export."""
        return sum(kit.count for kit in self.kits)

    @property
    def findings(self) -> tuple[tuple[str, Diagnostic], ...]:
        """What wants attention in all kits."""
        return tuple(one for kit in self.kits for one in kit.findings)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def needs_attention(self) -> bool:
        """Whether something was not made, was left out or was replaced."""
        return self.state == "failed" or bool(self.notes) or any(kit.needs_attention for kit in self.kits)
