"""The design of plain decks: white, large dark letters, placeholders only, for readers and rules that want no art.

It follows what agencies ask of slides under Section 508: no pictures behind text, all words in placeholders so that
the outline shows them, faces that every computer has (hhs.gov, PowerPoint checklist of 2013).
"""

from __future__ import annotations

from dataclasses import replace

from htpm_studio.export.kit.render_inputs import RenderInputs
from htpm_studio.languages.declared import known_language
from htpm_studio.render.pptx.deck import render_potx
from htpm_studio.render.pptx.deck_template.reader import DeckTemplate, read_deck_template
from htpm_studio.scene.nodes import Color, Document, Page, Picture, TextBlock, TextStyle
from htpm_studio.scene.nodes import Node as SceneNode
from htpm_studio.units import Box, Size

SIZE = Size(960, 540)
EDGE, TOP, BODY_TOP, FOOT = 48.0, 32.0, 132.0, 496.0
WHITE = Color("#FFFFFF")
TITLE, TEXT, SMALL = 34.0, 24.0, 14.0


def plain_deck_template(inputs: RenderInputs) -> DeckTemplate:
    """The plain design in the ink of the inputs, with the sender's name at the foot."""
    body = inputs.pages.look.fonts.face("Arimo-400").family
    layouts = (
        _page(inputs, "title", "Title", _text(inputs, "title", "title", 44, Box(EDGE, 140, 864, 130)),
              _text(inputs, "subtitle", "lead", TEXT, Box(EDGE, 280, 864, 180))),
        _page(inputs, "text", "Title and text", _head(inputs), _body(inputs, "body", Box(EDGE, BODY_TOP, 864, 344))),
        _page(inputs, "columns", "Two columns", _head(inputs), _body(inputs, "body", Box(EDGE, BODY_TOP, 416, 344)),
              _body(inputs, "body-2", Box(496, BODY_TOP, 416, 344))),
        _page(inputs, "picture", "Picture and text", _head(inputs),
              _body(inputs, "body", Box(EDGE, BODY_TOP, 416, 344)),
              _picture(inputs, Box(496, BODY_TOP, 416, 344))),
    )  # fmt: skip
    plain = replace(inputs.document.theme, heading_font=body, body_font=body)
    spoken = known_language(inputs.pages.language)
    document = Document(
        "Plain", inputs.pages.look.organization, spoken.tag, (), layouts=layouts, theme=plain, prompts=spoken.prompts
    )
    return read_deck_template("plain.potx", render_potx(document))


def _page(inputs: RenderInputs, name: str, title: str, *nodes: SceneNode) -> Page:
    foot = _text(inputs, "", "foot", SMALL, Box(EDGE, FOOT, 700, 20), inputs.pages.look.organization)
    number = _text(inputs, "number", "foot", SMALL, Box(812, FOOT, 100, 20), "0")
    foot, number = replace(foot, fixed=True), replace(number, align="right")
    return Page(name, title, SIZE, WHITE, (*nodes, foot, number), layout=f"plain/{name}", layout_title=title)


def _head(inputs: RenderInputs) -> TextBlock:
    return _text(inputs, "title", "title", TITLE, Box(EDGE, TOP, 864, 88))


def _body(inputs: RenderInputs, slot: str, box: Box) -> TextBlock:
    return _text(inputs, slot, "lead", TEXT, box)


def _text(inputs: RenderInputs, slot: str, name: str, size: float, box: Box, words: str = "Text") -> TextBlock:
    face = inputs.pages.look.fonts.face("Arimo-700" if name == "title" else "Arimo-400")
    style = TextStyle(name, face, size, size * 1.25, 0.0, "major" if name == "title" else "minor")
    return TextBlock(slot or "sender", box, words, style, inputs.pages.look.color("ink"), (), box.width, slot=slot)


def _picture(inputs: RenderInputs, box: Box) -> Picture:
    source = inputs.document.sample.source
    return Picture("Picture", box, source, slot="picture", alt="Picture")
