"""Numbers of a kit that a newer one has overtaken, as checks and as findings of an export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from htpm_studio.campaign.facts import overdue, says
from htpm_studio.campaign.language.rules import RulePassage
from htpm_studio.campaign.model import Fact
from htpm_studio.errors import Message, msg
from htpm_studio.export.kit.kit import Kit
from htpm_studio.export.preflight.model import Check, Fix, check_id

FACT_OLD = "fact-old"


def fact_checks(kit: Kit, passages: Sequence[RulePassage], titles: Mapping[str, str]) -> Iterator[Check]:
    """One check for each number in the kit of which a newer one was expected by the day of the kit."""
    for fact in overdue(kit.campaign.facts, kit.today):
        places = [passage for passage in passages if says(fact, passage.text)]
        if places:
            pieces = dict.fromkeys(titles.get(passage.piece, passage.piece) for passage in places)
            yield Check(
                check_id(FACT_OLD, fact.id, fact.due), "look", FACT_OLD, msg("Numbers"), _sentence(fact),
                reason=msg("It appears in: {pieces}.", pieces=", ".join(pieces)),
                fixes=(Fix(msg("Keep it"), fine=True),),
            )  # fmt: skip


def _sentence(fact: Fact) -> Message:
    return msg(
        "“{value}” is for {period}. A newer number was expected by {due}. Look at: {successor}.",
        value=fact.value, period=fact.period, due=fact.due, successor=fact.successor,
    )  # fmt: skip
