"""The list of posts says for each text where it goes, and how long it is where that is close to a limit."""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.campaign.networks import Network
from htpm_studio.export.texts.week_posts import Version, counted, names_of

X = Network("x", "X", "letters", 280, "characters", "", "")
LONG = replace(X, id="f", name="Facebook", text_limit=10_000)
NEARLY = replace(X, id="l", name="LinkedIn", text_limit=9_999)


def test_letters_are_counted_where_a_network_takes_fewer_than_ten_thousand() -> None:
    assert counted(Version("Ask a cook.", (X, LONG, NEARLY))) == "X (11 / 280), Facebook, LinkedIn (11 / 9,999)"
    assert counted(Version("Ask a cook.", ())) == ""


def test_networks_are_named_in_their_order() -> None:
    assert names_of((LONG, X)) == "Facebook, X"
