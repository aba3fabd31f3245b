"""Every part of the PowerPoint files of all weeks, in the judgment of the schemas of ISO/IEC 29500 (transitional).

`HTPM_OOXML` is a folder with them: `pml.xsd`, `dml-main.xsd`, `dml-chart.xsd`, `sml.xsd`, `wml.xsd`,
`shared-documentPropertiesExtended.xsd`, `opc-contentTypes.xsd`, `opc-relationships.xsd` and what those import. The
repository python-openxml/python-docx has them in `ref/xsd`, the last two in `ref/xsd/opc-xsd`.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from htpm_studio.export.kit.kit import Options, build_kit
from htpm_studio.export.pages.catalogue import plan
from htpm_studio.export.run.render_file import render_file
from htpm_studio.pieces.declared import families
from htpm_studio.processes.jobs import JobContext
from htpm_studio.project.model import Brand, Project
from tests.helpers.bundled import bundled_campaign, bundled_resources

SCHEMAS = os.environ.get("HTPM_OOXML", "")
OFFICE = "http://schemas.openxmlformats.org"
FILES = {
    f"{OFFICE}/presentationml/2006/main": "pml.xsd",
    f"{OFFICE}/drawingml/2006/main": "dml-main.xsd",
    f"{OFFICE}/drawingml/2006/chart": "dml-chart.xsd",
    f"{OFFICE}/spreadsheetml/2006/main": "sml.xsd",
    f"{OFFICE}/wordprocessingml/2006/main": "wml.xsd",
    f"{OFFICE}/officeDocument/2006/extended-properties": "shared-documentPropertiesExtended.xsd",
    f"{OFFICE}/package/2006/content-types": "opc-contentTypes.xsd",
    f"{OFFICE}/package/2006/relationships": "opc-relationships.xsd",
}
ELSEWHERE = {
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",  # imports schemas from the web
    "http://www.w3.org/2000/svg",
}
XML = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xsd:attribute name="space" type="xsd:string"/><xsd:attribute name="lang" type="xsd:string"/></xsd:schema>"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (SCHEMAS and os.environ.get("HTPM_SLOW")), reason="needs HTPM_OOXML and HTPM_SLOW=1"),
]


class _InOneFolder(etree.Resolver):  # type: ignore[misc]
    """Looks for each schema by its name alone: in the folder, or in one below it. None comes from the web."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        name = system_url.rpartition("/")[2]
        found = next(Path(SCHEMAS).rglob(name), None) if name.endswith(".xsd") else None
        text = XML if name == "xml.xsd" else found.read_text("utf-8") if found else None
        return None if text is None else self.resolve_string(with_xml(text), context, base_url=system_url)


def with_xml(schema: str) -> str:
    """A schema that says where the attributes xml:space and xml:lang are declared, which those of ISO leave out."""
    bare = 'namespace="http://www.w3.org/XML/1998/namespace"/>'
    return schema.partition("?>")[2].replace(bare, bare[:-2] + ' schemaLocation="xml.xsd"/>')


@cache
def schema_of(namespace: str) -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_InOneFolder())
    path = next(Path(SCHEMAS).rglob(FILES[namespace]))
    return etree.XMLSchema(etree.fromstring(with_xml(path.read_text("utf-8")), parser, base_url=str(path)))


def faults(data: bytes, name: str) -> Iterator[str]:
    """What the schemas say about the parts of a package, and of those inside it; each part is judged by one."""
    judged = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            content = archive.read(part)
            if part.endswith((".xlsx", ".docx")):
                yield from faults(content, f"{name}: {part}")
            if not part.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(content)
            namespace = etree.QName(root).namespace
            if namespace in ELSEWHERE:
                continue
            schema, judged = schema_of(namespace), judged + 1
            if not schema.validate(root):
                yield from (f"{name}: {part}: {error.message}" for error in schema.error_log)
    assert judged > 3


@pytest.mark.parametrize("family", sorted(families()))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("week", [1, 2, 3, 4, 5])
def test_the_schemas_find_nothing(week: int, language: str, family: str) -> None:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",), family=family), week, 2027, language=language)
    options = Options(extras=("plain",), papers=("letter",))
    kit = build_kit(project, bundled_campaign(language), bundled_resources(), options, dt.date(2026, 11, 25))
    specs = [spec for spec in plan(kit) if spec.format in ("pptx", "potx")]
    assert len(specs) >= 7
    found = [fault for spec in specs for fault in faults(render_file(spec, kit.inputs, JobContext()).data, spec.path)]
    assert found == []


def test_the_schemas_find_a_fault() -> None:
    project = Project(Brand("Riverbend Coalition", ("#0F5C5C",)), 2, 2027)
    kit = build_kit(project, bundled_campaign("en"), bundled_resources(), Options(), dt.date(2026, 11, 25))
    spec = next(spec for spec in plan(kit) if spec.format == "potx")
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(render_file(spec, kit.inputs, JobContext()).data)) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b'anchor="b"', b'anchor="foot"'))
    assert any("anchor" in fault for fault in faults(made.getvalue(), "wrong"))
