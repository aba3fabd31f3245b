"""The kit of one organization as a piece of work that any process can do, also on another computer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

from htpm_studio.errors import Cancelled, StudioError, msg
from htpm_studio.export.batch.partner_batch import SharedContent
from htpm_studio.export.batch.partner_plans import WantedKit
from htpm_studio.export.pages.selection import of_files
from htpm_studio.export.run.executors import Sendable
from htpm_studio.export.run.exporter import FinishedKit, make_kit
from htpm_studio.export.sources.partners import PartnerRow
from htpm_studio.processes.jobs import JobContext
from htpm_studio.processes.worker_process import Parcel
from htpm_studio.project.model import Brand

LOG = logging.getLogger(__name__)
FILE_WEIGHT = 1.5
"""How much work a file usually is, in pages."""


class KitTask(Sendable):
    """A kit of an organization: what is shared is in the parcel, its brand goes along, finished files come back.

    Its weight is that of all kits of the list that are still to come.
    """

    def __init__(
        self, parcel: Parcel, row: PartnerRow, brand: Brand, wanted: WantedKit, context: JobContext, weight: float
    ) -> None:
        self.parcel, self.context, self.weight = parcel, context, weight
        self._asked = row, brand, wanted

    def __call__(self) -> FinishedKit | StudioError:
        """Make the kit here."""
        return make_partner_kit(self.parcel.value, self.context, *self._asked)

    def remote(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """How another process makes the kit."""
        return make_partner_kit, self._asked

    def failed(self, error: StudioError) -> StudioError:
        """The kit is one that cannot be made."""
        return error


def make_partner_kit(
    shared: SharedContent,
    context: JobContext,
    row: PartnerRow,
    brand: Brand,
    wanted: WantedKit,
    executor: Executor | None = None,
) -> FinishedKit | StudioError:
    """The files of a kit, or why there is none; what nobody expected goes to the log as well. Raises Cancelled."""
    try:
        kit = of_files(shared.kit(row, brand, wanted.week, wanted.options), wanted.files)
        return make_kit(kit, context, executor, lambda spec: spec.path in wanted.files)
    except Cancelled:
        raise
    except StudioError as error:
        return error
    except Exception as error:
        LOG.exception("the kit of line %s could not be made", row.line)
        return StudioError(msg("The kit could not be made ({kind}).", kind=type(error).__name__))
