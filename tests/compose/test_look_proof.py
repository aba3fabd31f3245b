"""Proof of the look: any brand, fonts, name, logo, text and picture through every social graphic and background.

What does not fit is named. Else no text leaves its box or the safe area, touches another or a strand, is too small, or
fails to stand out from the pixels painted under it. The default run takes a sample, HTPM_SLOW=1 10,000 brands.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from PIL import Image

from htpm_studio.compose.context import Value
from htpm_studio.compose.frames import PictureRef
from htpm_studio.compose.theme import Logo, PageTheme
from htpm_studio.export.kit.feed_mix import grounds_of
from htpm_studio.pieces.declared import pieces
from htpm_studio.pieces.model import FieldSpec
from htpm_studio.project.model import PAIRS, Pair, Style
from htpm_studio.project.model import STYLES as KIT_STYLES
from htpm_studio.project.palette import derive_palette
from htpm_studio.project.palette_styles import in_style
from htpm_studio.scene.nodes import Page, Picture, PictureSource, TextBlock
from htpm_studio.scene.walk import texts, walk
from tests.helpers.alphabet_words import WORDS, words_of
from tests.helpers.deck_slides import FONTS, SCENES, STYLES, TEAL, crossing, line_boxes, motif_and_paper, near, weakest
from tests.helpers.social_pages import (
    BACKGROUNDS,  # fmt: skip
    ENGLISH,
    LOGO_BOXES,
    POSTS,
    SIZES,
    SPANISH,
    WORD_BOXES,
    Content,
    cut_heads,
    faults,
    logo_box,
    made,
)
from tests.helpers.sweeps import SLOW, broad, in_turn

pytestmark = broad
PARTS = range(3 if SLOW else 1)
CASES = 32 if SLOW else 2
"""So many brands for each size of each graphic in a part: more than 10,000 in all, or two each."""

HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
# Large text in the sense of WCAG 1.4.3: from 24 px, or 18.66 px where it is bold, as seen when 1080 px are 360 wide.
LARGE = {"plain": 72.0, "bold": 56.0}


def photo(wide: int, high: int, light: int) -> PictureRef:
    data = io.BytesIO()
    Image.radial_gradient("L").resize((wide, high)).point(lambda v: min(255, v // 3 + light)).convert("RGB").save(
        data, "JPEG"
    )
    source = PictureSource(hashlib.sha256(data.getvalue()).hexdigest(), "jpeg", data.getvalue(), (wide, high))
    return PictureRef(source, (0.3, 0.7), "A photo")


PICTURES: dict[str, PictureRef | None] = {
    "none": None, **SCENES, "tall": photo(90, 1200, 255), "flat": photo(1600, 90, 0), "grey": photo(1300, 1300, 128),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sender:
    """A brand in few words, so that a failing case can be read."""

    primary: str
    secondary: str | None
    name: str
    logo_ratio: float | None
    logo_contrasts: tuple[float, float, float, float]
    style: Style = "classic"
    pair: Pair = "warm"

    def look(self) -> PageTheme:
        logo = None
        if self.logo_ratio is not None:
            size = (100 * self.logo_ratio, 100.0)
            data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g} 100"/>'.encode()
            source = PictureSource(hashlib.sha256(data).hexdigest(), "svg", data, size)
            logo = Logo(
                source, dict(zip(("surface", "surface-alt", "panel", "deep"), self.logo_contrasts, strict=True))
            )
        palette = in_style(derive_palette(self.primary, self.secondary), self.style)
        fonts = FONTS.set_in(self.pair)
        styles = STYLES.fitted(fonts)
        return replace(TEAL, palette=palette, organization=self.name, logo=logo, fonts=fonts, styles=styles)


@st.composite
def senders(draw: st.DrawFn) -> Sender:
    """A brand of any colors with any name, and any logo or none."""
    name = words_of(draw(st.sampled_from(sorted(WORDS))), draw(st.integers(1, 90)), draw(st.integers(0, 30)))
    name = name.upper() if draw(st.booleans()) else name
    ratio = draw(st.none() | st.sampled_from([0.12, 0.5, 1.0, 1.39, 3.0, 5.9, 6.1, 12.0]))
    contrasts = draw(st.tuples(*[st.sampled_from([1.1, 8.0])] * 4))
    style, pair = draw(st.sampled_from(KIT_STYLES)), draw(st.sampled_from(PAIRS))
    return Sender(draw(HEX), draw(st.none() | HEX), name, ratio, contrasts, style, pair)


def filled(name: str, spec: FieldSpec, share: float, alphabet: str, start: int) -> Value:
    match spec.kind:
        case "list":
            return [
                words_of(alphabet, max(1, int(spec.limit * share)), start + n) for n in range(1 + start % spec.most)
            ]
        case "rows":
            short = max(1, int(16 * min(1.0, share)))
            return [{"icon": "clock", "text": words_of(alphabet, short, start + n)} for n in range(spec.most)]
        case "address":
            return ("acf.hhs.gov/otip/" + "resource/" * 9)[: max(5, int(60 * min(1.0, share)))]
        case _ if name == "number":
            return ("10,000", "27.6", "7", "100%", "1 in 3")[start % 5]
        case _:
            return words_of(alphabet, max(1, int(spec.limit * share)), start)


@st.composite
def contents(draw: st.DrawFn, template: str) -> tuple[Content, bool]:
    """Fields up to 30 % over their limits, with or without those that may be missing; whether all must fit."""
    alphabet, share = draw(st.sampled_from(sorted(WORDS))), draw(st.floats(0.02, 1.3))
    content: Content = {}
    for name, spec in pieces().fields[template].items():
        if spec.kind == "scene":
            content[name] = draw(st.sampled_from(sorted(PICTURES)))
        elif spec.needed or draw(st.booleans()):
            content[name] = filled(name, spec, share, alphabet, draw(st.integers(0, 40)))
    if "month" in pieces().fields[template]:
        content |= {"month": "September", "day": "28", "weekday": "Wednesday"}
        content |= {"tag": "#HumanTraffickingDay"} if content.get("tag") else {}
    content["ground"] = draw(st.sampled_from(grounds_of(template)))
    content["words"] = draw(st.sampled_from(["en", "es"]))
    return content, alphabet == "latin" and share <= 1.0


def resolved(content: Content) -> Content:
    """The content with its pictures and fixed words in place of their names."""
    done = content | {"words": ENGLISH if content["words"] == "en" else SPANISH}
    return done | {"picture": PICTURES[str(content["picture"])]} if "picture" in content else done


def large(block: TextBlock) -> bool:
    return block.style.size >= LARGE["bold" if block.style.face.bold else "plain"]


def hard_to_read(page: Page) -> dict[str, float]:
    """Texts that do not stand out enough from the pixels painted under them."""
    least = {f"{block.name}: {block.text}": 3.0 if large(block) else 4.5 for block in texts(page)}
    return {name: ratio for name, ratio in weakest(page).items() if ratio < least[name]}


CHECKED = settings(
    max_examples=CASES, deadline=None, database=None, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)  # fmt: skip


@pytest.mark.parametrize(("template", "canvas"), in_turn(POSTS, SIZES, 1))
@pytest.mark.parametrize("part", PARTS)
def test_any_brand_text_and_picture_make_a_sound_graphic(template: str, canvas: str, part: int) -> None:
    @seed(part)
    @CHECKED
    @given(senders(), contents(template), st.integers(1, 5))
    def check(sender: Sender, content: tuple[Content, bool], week: int) -> None:
        fields, must_fit = resolved(content[0]), content[1]
        composed = made(template, canvas, fields, sender.look(), week)
        found = {finding.code for finding in composed.findings} - {"soft-picture", "left-out"}
        assert found <= {"too-long"}
        if must_fit:
            assert found == set(), [finding.message for finding in composed.findings]
        if not found:
            assert faults(composed.page, canvas) == []
            assert list(cut_heads(composed.page)) == []
            assert hard_to_read(composed.page) == {}
        if isinstance(photo := fields.get("picture"), PictureRef) and photo.source.kind == "jpeg":
            assert ("soft-picture" in {finding.code for finding in composed.findings}) == (min(photo.source.size) < 100)

    check()


@pytest.mark.parametrize("template", BACKGROUNDS)
@pytest.mark.parametrize("part", PARTS)
def test_any_brand_makes_a_sound_background(template: str, part: int) -> None:
    @seed(part)
    @CHECKED
    @given(senders(), st.sampled_from(sorted(LOGO_BOXES)), st.integers(1, 5), st.integers(0, 3))
    def check(sender: Sender, side: str, week: int, pictures: int) -> None:
        of, shown = sender.look(), next(iter(SCENES.values())) if pictures else None
        content: Content = {"head": "Connecting the dots", "text": "Human Trafficking Prevention Month"}
        composed = made(template, "background", content | {"picture": shown, "right": side == "right"}, of, week)
        assert composed.findings == ()
        page = composed.page
        logos = [node for node in walk(page.nodes) if isinstance(node, Picture) and node.name == "logo"]
        assert len(logos) == (of.logo is not None)
        room_of_logo = logo_box(side, of, template)
        assert all(room_of_logo.contains(node.box, 0.5) for node in logos)
        points, _ = motif_and_paper(page)
        for block in texts(page):
            room = room_of_logo if block.name == "org" else WORD_BOXES[side]
            assert all(room.contains(box, 1.0) for box in line_boxes(block)), block.name
            assert not any(near(box, point, 20) for point in points for box in line_boxes(block)), block.name
            assert block.style.size >= STYLES.style("background", block.style.name).floor - 0.01
        assert crossing(page) == []
        assert hard_to_read(page) == {}

    check()
