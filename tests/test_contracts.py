from __future__ import annotations

import ast
import copy
from functools import cache
from pathlib import Path

import grimp
import pytest
from importlinter import Contract, configuration
from importlinter.application import use_cases
from importlinter.application.user_options import UserOptions
from importlinter.domain.contract import registry

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "htpm_studio"

# One import that must not be, for each contract: importer, imported.
BREAKS = [
    ("Layers", "htpm_studio.units", "htpm_studio.settings"),
    ("Layers", "htpm_studio.scene.nodes", "htpm_studio.text.fonts"),
    ("Layers", "htpm_studio.campaign.pack", "htpm_studio.project.model"),
    ("Layers", "htpm_studio.toml.decode", "htpm_studio.campaign.model"),
    ("Layers", "htpm_studio.toml.decode", "htpm_studio.pieces.sizes"),
    ("Layers", "htpm_studio.pieces.sizes", "htpm_studio.campaign.model"),
    ("Layers", "htpm_studio.pieces.sizes", "htpm_studio.compose.look"),
    ("Layers", "htpm_studio.campaign.fields", "htpm_studio.illustrations.library"),
    ("Layers", "htpm_studio.illustrations.arrange", "htpm_studio.compose.frames"),
    ("Layers", "htpm_studio.compose.build", "htpm_studio.render.raster.page"),
    ("Layers", "htpm_studio.export.exporter", "htpm_studio.cli"),
    ("Layers", "htpm_studio.console", "htpm_studio.cli_check"),
    ("Layers", "htpm_studio.gui.app", "htpm_studio.cli"),
    ("Layers", "htpm_studio.extra", "htpm_studio.errors"),  # a new module that has no layer
    ("Renderers know only the scene", "htpm_studio.render.pptx.deck", "htpm_studio.project.model"),
    ("Renderers know only the scene", "htpm_studio.render.raster.page", "htpm_studio.text.fonts"),
    ("Renderers know only the scene", "htpm_studio.render.pdf.document", "htpm_studio.paths"),
    ("Back ends do not know each other", "htpm_studio.render.pdf.document", "htpm_studio.render.raster.page"),
    ("Back ends do not know each other", "htpm_studio.render.pptx.deck", "htpm_studio.render.pdf.document"),
    ("Back ends do not know each other", "htpm_studio.render.writing.docx", "htpm_studio.render.pptx.deck"),
    ("Back ends do not know each other", "htpm_studio.render.pdf.tags", "htpm_studio.render.pptx.text"),
    ("Back ends do not know each other", "htpm_studio.render.office.theme", "htpm_studio.render.pptx.deck"),
    ("Back ends do not know each other", "htpm_studio.render.bitmaps", "htpm_studio.render.raster.files"),
    ("Back ends do not know each other", "htpm_studio.render.extra", "htpm_studio.units"),
    ("Kinds of writing do not know each other", "htpm_studio.render.writing.mail", "htpm_studio.render.writing.web"),
    ("Kinds of writing do not know each other", "htpm_studio.render.writing.docx", "htpm_studio.render.writing.plain"),
    ("The project file is opened from above", "htpm_studio.project.model", "htpm_studio.project.store"),
    ("The project file is opened from above", "htpm_studio.compose.build", "htpm_studio.project.store"),
    ("The export pipeline has one direction", "htpm_studio.export.specs", "htpm_studio.export.page_builder"),
    ("The export pipeline has one direction", "htpm_studio.export.render_file", "htpm_studio.export.request"),
    ("Qt only in the window", "htpm_studio.export.exporter", "PySide6"),
    ("Qt only in the window", "htpm_studio.__main__", "PySide6"),
    ("Output libraries only in the renderers", "htpm_studio.compose.build", "skia"),
    ("Output libraries only in the renderers", "htpm_studio.export.exporter", "pptx"),
    ("Output libraries only in the renderers", "htpm_studio.text.shaping", "reportlab"),
    ("Picture libraries only where pictures come in and go out", "htpm_studio.export.exporter", "PIL"),
    ("Picture libraries only where pictures come in and go out", "htpm_studio.compose.build", "resvg_py"),
    ("PDF files are read in one place", "htpm_studio.campaign.toolkit.docx_reader", "pypdfium2"),
    ("No network", "htpm_studio.project.model", "socket"),
    ("No network", "htpm_studio.render.pdf.document", "ssl"),
    ("No network", "htpm_studio.cli", "http"),
    (
        "The window: features know no other feature and not the shell",
        "htpm_studio.gui.features.board.page",
        "htpm_studio.gui.shell.main_window",
    ),
    (
        "The window: features know no other feature and not the shell",
        "htpm_studio.gui.core.workspace",
        "htpm_studio.gui.components.exporter",
    ),
    ("The window: features know no other feature and not the shell", "htpm_studio.gui.extra", "htpm_studio.units"),
    ("Features know no other feature", "htpm_studio.gui.features.board.page", "htpm_studio.gui.features.editor.page"),
]


@cache
def _options() -> UserOptions:
    configuration.configure()
    use_cases._register_built_in_contract_types()
    return use_cases.read_user_options(str(ROOT / "pyproject.toml"))


@cache
def _real_graph() -> grimp.ImportGraph:
    return grimp.build_graph("htpm_studio", include_external_packages=True, cache_dir=None)


def _contracts() -> dict[str, Contract]:
    options = _options()
    made = {}
    for row in options.contracts_options:
        kind = registry.get_contract_class(row["type"])
        made[row["name"]] = kind(row["name"], options.session_options, row)
    return made


def _kept(contract: str, graph: grimp.ImportGraph) -> bool:
    # Checking takes ignored imports out of the graph, so each check gets its own.
    return _contracts()[contract].check(copy.deepcopy(graph), verbose=False).kept


@pytest.mark.parametrize("contract", list(_contracts()))
def test_the_program_keeps_its_contracts(contract: str) -> None:
    assert _kept(contract, _real_graph())


@pytest.mark.parametrize(("contract", "importer", "imported"), BREAKS)
def test_each_contract_is_broken_by_one_wrong_import(contract: str, importer: str, imported: str) -> None:
    graph = copy.deepcopy(_real_graph())
    for module in (importer, imported):
        if module not in graph.modules:
            graph.add_module(module, is_squashed=not module.startswith("htpm_studio"))
    graph.add_import(importer=importer, imported=imported)
    assert not _kept(contract, graph)


def test_each_contract_has_been_seen_to_fail() -> None:
    assert set(_contracts()) == {contract for contract, _, _ in BREAKS}


@pytest.mark.parametrize(
    ("contract", "importer", "imported"),
    [
        ("Qt only in the window", "htpm_studio.gui.window", "PySide6"),
        ("Output libraries only in the renderers", "htpm_studio.render.pptx.deck", "pptx"),
        ("Picture libraries only where pictures come in and go out", "htpm_studio.project.pictures", "PIL"),
        ("The project file is opened from above", "htpm_studio.export.exporter", "htpm_studio.project.store"),
    ],
)
def test_a_contract_lets_in_whom_it_should(contract: str, importer: str, imported: str) -> None:
    graph = copy.deepcopy(_real_graph())
    for module in (importer, imported):
        if module not in graph.modules:
            graph.add_module(module, is_squashed=not module.startswith("htpm_studio"))
    graph.add_import(importer=importer, imported=imported)
    assert _kept(contract, graph)


# ---------------------------------------------------------------- what the import graph cannot see

NETWORK = ("urllib.request", "urllib.error", "urllib.robotparser", "PySide6.QtNetwork", "PySide6.QtWebSockets")


def network_imports(source: str) -> list[str]:
    """The modules of `NETWORK` that a source file imports, at any depth and in either form."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return [name for name in names if name in NETWORK or name.startswith(tuple(f"{module}." for module in NETWORK))]


@pytest.mark.parametrize(
    "line",
    [
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "def f():\n import urllib.error",
    ],
)
def test_a_network_import_is_found(line: str) -> None:
    assert network_imports(line)


def test_parsing_an_address_is_no_network() -> None:
    assert not network_imports("from urllib.parse import quote\nfrom PySide6.QtCore import QUrl")


def test_no_module_of_the_program_can_reach_the_network() -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in sorted(PACKAGE.rglob("*.py"))
        if (names := network_imports(path.read_text(encoding="utf-8")))
    }
    assert found == {}
