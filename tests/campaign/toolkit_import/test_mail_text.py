"""Text of a mail: which lines are quoted, and which only a mail has."""

from __future__ import annotations

import pytest

from htpm_studio.campaign.toolkit_import.mail_text import LONGEST_SIGNATURE, without_quotes

HEAD = "From: Ana\nDate: May 1\n"


def of_mail(text: str) -> list[int]:
    return sorted(without_quotes(text)[1])


@pytest.mark.parametrize(
    ("quoted", "plain", "unquoted"), [(3, 7, True), (3, 8, False), (2, 0, False), (3, 0, True), (2, 2, False)]
)
def test_lines_are_quoted_where_three_and_three_of_ten_are(quoted: int, plain: int, *, unquoted: bool) -> None:
    text = "\n".join([*["> Ask."] * quoted, "", *["Ask."] * plain])
    assert without_quotes(text)[0] == (text.replace("> ", "") if unquoted else text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{HEAD}\nAsk.", [1, 2]),
        ("From: Ana\n\nAsk.", []),  # one line is no head
        ("From: Ana\nFrom: Bo\n\nAsk.", []),  # nor are two of a sort
        ("Date: May 1\nTo: Bo\n\nAsk.", []),  # other papers have these, too
        ("Para: Bo\nAsunto: Mayo\n\nAsk.", [1, 2]),
        (f"Ask.\n\n{HEAD}", [3, 4]),
        ("Forwarded message\nAsk.", [1]),
        ("Begin forwarded message\nAsk.\nSent from my phone", [1, 3]),
        ("Ask.\nSent from my phone", []),
        (f"{HEAD}\nAsk.\n--\nAna\nCook", [1, 2, 5, 6, 7]),
        (f"{HEAD}\nOn Friday, May 1, Ana wrote:\n> Ask.\n> More.\n> Much.\nEnd.", [1, 2, 4, 5, 6, 7]),
        (f"{HEAD}\nOn Friday, May 1, Ana\nwrote:\n> Ask.\n> More.\n> Much.\nEnd.", [1, 2, 4, 5, 6, 7, 8]),
    ],
)
def test_heads_signatures_and_earlier_answers_are_lines_of_the_mail(text: str, lines: list[int]) -> None:
    assert of_mail(text) == lines


def test_a_signature_ends_after_some_lines_or_at_the_next_mail() -> None:
    rows = "\n".join(["--", *["Ana"] * 20])
    assert of_mail(f"{HEAD}\n{rows}") == [1, 2, *range(4, 4 + LONGEST_SIGNATURE)]
    assert of_mail(f"{HEAD}\n--\nAna\n{HEAD}Ask.") == [1, 2, 4, 5, 6, 7]
    assert of_mail(f"{HEAD}\n--\nAna\nForwarded message\nAsk.") == [1, 2, 4, 5, 6]
    assert of_mail(f"{HEAD}\n--\nAna") == [1, 2, 4, 5]
