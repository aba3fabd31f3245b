"""How long a post is for each network, by the network's own counting."""

from __future__ import annotations

from pathlib import Path

import pytest

from htpm_studio import paths
from htpm_studio.campaign.networks import Networks, length, read_networks, too_much
from htpm_studio.errors import Problems
from htpm_studio.scene.graphemes import graphemes

NETWORKS: Networks = read_networks(paths.assets() / "networks.toml")
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
URL = "https://www.acf.hhs.gov/otip/look/help"

COUNTS = [
    ("Hello", {"x": 5, "bluesky": 5, "threads": 5, "mastodon": 5, "instagram": 5, "linkedin": 5, "facebook": 5}),
    (FAMILY, {"x": 2, "bluesky": 1, "threads": 25, "mastodon": 1, "instagram": 1}),
    (f"a {URL}", {"x": 25, "bluesky": 2 + len(URL), "threads": 2 + len(URL), "mastodon": 25, "facebook": 2 + len(URL)}),
    ("e\u0301", {"x": 1, "bluesky": 1, "instagram": 2}),
    ("한국어", {"x": 6, "bluesky": 3, "instagram": 3}),
    ("\U0001f1fa\U0001f1f8\U0001f1f2\U0001f1fd", {"x": 4, "bluesky": 2, "threads": 16, "mastodon": 2}),
    ("…•€", {"x": 6, "bluesky": 3}),
    ("", {"x": 0, "bluesky": 0, "threads": 0, "mastodon": 0}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), COUNTS, ids=range(len(COUNTS)))
def test_each_network_counts_its_own_way(text: str, counts: dict[str, int]) -> None:
    assert {name: length(text, NETWORKS.network(name)) for name in counts} == counts


@pytest.mark.parametrize("network", NETWORKS.networks, ids=lambda network: network.id)
def test_the_limit_itself_fits_and_one_more_does_not(network: object) -> None:
    one = next(known for known in NETWORKS.networks if known is network)
    assert too_much("a" * one.text_limit, one) == ""
    assert too_much("a" * (one.text_limit + 1), one) == (
        f"{one.text_limit + 1:,} characters, {one.name} allows {one.text_limit:,}."
    )


def test_bytes_links_and_hashtags_have_limits_too() -> None:
    assert too_much(FAMILY * 200, NETWORKS.network("bluesky")) == "5,000 bytes, Bluesky allows 3,000."
    links = " ".join(f"site{number}.org" for number in range(6))
    assert too_much(links, NETWORKS.network("threads")) == "6 addresses, Threads allows 5."
    tags = " ".join(f"#Tag{letter}" for letter in "abcdef")
    assert too_much(tags, NETWORKS.network("instagram")) == "6 hashtags, Instagram allows 5."
    assert too_much("#Same " * 9, NETWORKS.network("instagram")) == ""
    bluesky = NETWORKS.network("bluesky")
    assert bluesky.byte_limit == 3_000
    assert too_much(FAMILY * 119 + "a" * 25, bluesky) == ""  # 3,000 bytes in 144 characters
    assert too_much(FAMILY * 119 + "a" * 26, bluesky) == "3,001 bytes, Bluesky allows 3,000."
    assert too_much(links.rpartition(" ")[0], NETWORKS.network("threads")) == ""
    assert too_much(tags.rpartition(" ")[0], NETWORKS.network("instagram")) == ""


def test_clusters_are_what_a_reader_sees() -> None:
    text = f"a\r\n{FAMILY}e\u0301\U0001f44d\U0001f3fd\u1112\u1161\u11ab\U0001f1fa\U0001f1f8\U0001f1f2"
    assert list(graphemes(text)) == [
        "a", "\r\n", FAMILY, "e\u0301", "\U0001f44d\U0001f3fd", "\u1112\u1161\u11ab", "\U0001f1fa\U0001f1f8",
        "\U0001f1f2",
    ]  # fmt: skip
    assert "".join(graphemes(text)) == text
    assert list(graphemes("")) == []


def test_the_seven_networks_are_there_with_their_source() -> None:
    names = [network.name for network in NETWORKS.networks]
    assert names == ["X", "Bluesky", "Threads", "Mastodon", "Instagram", "LinkedIn", "Facebook"]
    assert all(network.source and network.confidence for network in NETWORKS.networks)
    assert (NETWORKS.alt_advised, NETWORKS.alt_longest) == (150, 1000)
    with pytest.raises(KeyError):
        NETWORKS.network("none")


@pytest.mark.parametrize("text", ["", "x = [", '[alt]\nadvised=1\nlongest=2\n[[network]]\nid="a"\ncounting="dots"'])
def test_a_broken_list_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "networks.toml"
    path.write_text(text)
    with pytest.raises(Problems):
        read_networks(path)


def test_every_mistake_is_named_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    text = (paths.assets() / "networks.toml").read_text(encoding="utf-8")
    path = tmp_path / "networks.toml"
    path.write_text(text.replace('counting = "sms"', 'counting = "sns"').replace("advised = 150", "advise = 150"))
    with pytest.raises(Problems) as raised:
        read_networks(path)
    lines = [
        number for number, line in enumerate(path.read_text().splitlines(), 1) if "sns" in line or "advise =" in line
    ]
    told = [(one.line, one.message, one.hint) for one in raised.value.problems]
    assert [row for row in told if row[0] == lines[1]] == [(lines[1], 'counting cannot be "sns".', "Did you mean sms?")]
    assert (lines[0], 'There is no key "advise" here.', "Did you mean advised?") in told
