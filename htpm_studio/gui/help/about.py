"""About the program: version, every part of it with its license, where its facts come from, where its files are."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from pathlib import Path, PurePath

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from htpm_studio import paths
from htpm_studio.campaign.year_filter import left_out
from htpm_studio.frozen import dataclass
from htpm_studio.gui.core.appearance import list_style
from htpm_studio.gui.core.shell_interface import Shell
from htpm_studio.gui.core.workspace import Workspace
from htpm_studio.gui.help.topics import TabsDialog
from htpm_studio.gui.i18n import translate
from htpm_studio.gui.kit_file.session import KitSession
from htpm_studio.gui.widgets.arrange import in_column, in_row
from htpm_studio.gui.widgets.dialogs import system_line
from htpm_studio.gui.widgets.fields import kind_label, scroll_area
from htpm_studio.gui.widgets.files import open_folder

LARGEST = 400_000


@dataclass(frozen=True, slots=True)
class Licensed:
    """A part: its name, license and address, and where the text is: files below the assets, or a Python package."""

    name: str
    license: str
    address: str
    files: tuple[str, ...] = ()
    package: str = ""
    replaceable: bool = False


_GNU = ("licenses/LGPL-3.0.txt", "licenses/GPL-3.0.txt")
_SCRIPTS = "fonts/scripts/OFL-"
LICENSED: tuple[Licensed, ...] = (
    Licensed("HTPM Studio", "MIT", "", ("../LICENSE",), "htpm-studio"),
    Licensed("Qt", "LGPL 3", "https://download.qt.io/official_releases/qt/", _GNU, replaceable=True),
    Licensed(
        "PySide6, Shiboken", "LGPL 3", "https://download.qt.io/official_releases/QtForPython/", _GNU, replaceable=True
    ),
    Licensed("Python", "PSF", "https://docs.python.org/3/license.html", ("licenses/Python.txt",)),
    Licensed("Lucide icons", "ISC", "https://lucide.dev", ("ui-icons/LICENSE.txt",)),
    Licensed("Drawn people and scenes", "CC0 1.0", "", ("illustrations/LICENSE.txt",)),
    Licensed("Rooms", "CC0 1.0", "", ("rooms/LICENSE.txt",)),
    Licensed(
        "YuNet, libfacedetection", "BSD 3-Clause", "https://github.com/ShiqiYu/libfacedetection", ("faces/LICENSE.txt",)
    ),
    Licensed("Public Sans", "OFL 1.1", "https://public-sans.digital.gov", ("fonts/OFL-PublicSans.txt",)),
    Licensed("Fraunces", "OFL 1.1", "https://github.com/undercasetype/Fraunces", ("fonts/OFL-Fraunces.txt",)),
    Licensed("Archivo", "OFL 1.1", "https://github.com/Omnibus-Type/Archivo", ("fonts/OFL-Archivo.txt",)),
    Licensed("Barlow", "OFL 1.1", "https://github.com/jpt/barlow", ("fonts/OFL-Barlow.txt",)),
    Licensed("Bitter", "OFL 1.1", "https://github.com/solmatas/BitterPro", ("fonts/OFL-Bitter.txt",)),
    Licensed(
        "Bricolage Grotesque", "OFL 1.1", "https://github.com/ateliertriay/bricolage", ("fonts/OFL-Bricolage.txt",)
    ),
    Licensed("Nunito", "OFL 1.1", "https://github.com/googlefonts/nunito", ("fonts/OFL-Nunito.txt",)),
    Licensed("Nunito Sans", "OFL 1.1", "https://github.com/Fonthausen/NunitoSans", ("fonts/OFL-NunitoSans.txt",)),
    Licensed("Source Sans", "OFL 1.1", "https://github.com/adobe-fonts/source-sans", ("fonts/OFL-BitterText.txt",)),
    Licensed("Arimo", "OFL 1.1", "https://github.com/googlefonts/Arimo", ("fonts/OFL-Arimo.txt",)),
    Licensed("Gelasio", "OFL 1.1", "https://github.com/SorkinType/Gelasio", ("fonts/OFL-Gelasio.txt",)),
    Licensed(
        "Noto Sans", "OFL 1.1", "https://notofonts.github.io", (f"{_SCRIPTS}NotoSans.txt", f"{_SCRIPTS}NotoSansCJK.txt")
    ),
    Licensed("Vazirmatn", "OFL 1.1", "https://github.com/rastikerdar/vazirmatn", (f"{_SCRIPTS}Vazirmatn.txt",)),
    Licensed("Skia, skia-python", "BSD 3-Clause", "https://github.com/kyamagu/skia-python", (), "skia-python"),
    Licensed("Pillow", "MIT-CMU", "https://python-pillow.github.io", (), "pillow"),
    Licensed(
        "pillow-heif, libheif, x265",
        "BSD 3-Clause, LGPL 3, GPL 2",
        "https://github.com/bigcat88/pillow_heif",
        ("licenses/GPL-2.0.txt", *_GNU),
        "pillow-heif",
        replaceable=True,
    ),
    Licensed("ReportLab", "BSD", "https://www.reportlab.com", (), "reportlab"),
    Licensed("python-pptx", "MIT", "https://github.com/scanny/python-pptx", (), "python-pptx"),
    Licensed("lxml", "BSD 3-Clause", "https://lxml.de", (), "lxml"),
    Licensed("Brotli", "MIT", "https://github.com/google/brotli", (), "brotli"),
    Licensed("deflate", "MIT", "https://github.com/dcwatson/deflate", (), "deflate"),
    Licensed("fontTools", "MIT", "https://github.com/fonttools/fonttools", (), "fonttools"),
    Licensed("HarfBuzz, uharfbuzz", "MIT, Apache 2.0", "https://github.com/harfbuzz/uharfbuzz", (), "uharfbuzz"),
    Licensed(
        "python-bidi", "LGPL 3", "https://github.com/MeirKriheli/python-bidi", _GNU, "python-bidi", replaceable=True
    ),
    Licensed("regex", "Apache 2.0, CNRI", "https://github.com/mrabarnett/mrab-regex", (), "regex"),
    Licensed(
        "resvg, resvg-py", "MPL 2.0 or Apache 2.0, MIT", "https://github.com/baseplate-admin/resvg-py", (), "resvg-py"
    ),
    Licensed("Taffy, stretchable", "MIT", "https://github.com/mortencombat/stretchable", (), "stretchable"),
    Licensed(
        "PDFium, pypdfium2", "BSD 3-Clause, Apache 2.0", "https://github.com/pypdfium2-team/pypdfium2", (), "pypdfium2"
    ),
    Licensed("Segno", "BSD 3-Clause", "https://github.com/heuer/segno", (), "segno"),
    Licensed("Typer", "MIT", "https://typer.tiangolo.com", (), "typer"),
    Licensed("Rich", "MIT", "https://github.com/Textualize/rich", (), "rich"),
    Licensed("Unicode confusables", "Unicode", "https://www.unicode.org/reports/tr39/", ("licenses/Unicode.txt",)),
    Licensed("platformdirs", "MIT", "https://github.com/tox-dev/platformdirs", (), "platformdirs"),
)


def license_text(part: Licensed) -> str:
    """The text of a license; the address of the part where the text is not on this computer."""
    found = [_read(paths.assets() / name) for name in part.files if (paths.assets() / name).is_file()]
    if part.package:
        found = [*(_read(path) for path in _package_files(part.package)), *found]
    texts = "\n\n".join(text for text in found if text)
    return texts or f"{part.license}\n{part.address}"


def _package_files(package: str) -> list[Path]:
    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        return []
    return [Path(str(file.locate())) for file in files if _is_license(file)]


def _is_license(file: PurePath) -> bool:
    name = file.name.upper()
    inside = any(part.endswith(".dist-info") for part in file.parts)
    return inside and ("licenses" in file.parts or name.startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")))


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(LARGEST)
    except OSError:
        return ""


class About(TabsDialog):
    """Four tabs; nothing in it goes online."""

    letters, lines = 104, 28

    def __init__(self, window: Shell, session: KitSession) -> None:
        super().__init__(window, window.tr("About HTPM Studio"))
        self._session, self._workspace = session, window.workspace
        self.tabs.addTab(scroll_area(self._about()), self.tr("About"))
        self.tabs.addTab(self._licenses(), self.tr("Licenses"))
        self.tabs.addTab(scroll_area(self._sources()), self.tr("Sources"))
        self.tabs.addTab(scroll_area(self._data()), self.tr("Data"))
        self.finish()
        self._workspace.theme_changed.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take over the colors."""
        self.parts.setStyleSheet(list_style(self._workspace.theme))

    def _about(self) -> QWidget:
        page, column = _page()
        title = kind_label(self.tr("HTPM Studio"), "title")
        column.addWidget(title)
        column.addWidget(_text(system_line()))
        for words in (
            self.tr("Makes a kit for Human Trafficking Prevention Month in the colors of your organization."),
            self.tr("It works offline. It sends nothing and does not check for updates."),
            self.tr("For a newer version, ask whoever gave you the program or check where you downloaded it."),
            self.tr("HTPM Studio is free software under the MIT license."),
        ):
            column.addWidget(_text(words))
        column.addStretch(1)
        return page

    def _licenses(self) -> QWidget:
        page, column = _page()
        column.addWidget(_text(self.tr("Everything that is part of HTPM Studio, with its license.")))
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts of HTPM Studio"))
        for part in LICENSED:
            self.parts.addItem(self.tr("{name}: {license}").format(name=part.name, license=part.license))
            self.parts.item(self.parts.count() - 1).setToolTip(part.license)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.license = QPlainTextEdit()
        self.license.setReadOnly(True)
        self.license.setTabChangesFocus(True)
        self.license.setAccessibleName(self.tr("Text of the license"))
        row = in_row((self.parts, 2), (self.license, 3))
        column.addLayout(row, 1)
        self.parts.currentRowChanged.connect(lambda number: self._show_license(LICENSED[number]))
        self.parts.setCurrentRow(0)
        return page

    def _show_license(self, part: Licensed) -> None:
        text = license_text(part)
        if part.replaceable:
            how = self.tr(
                "You may replace {name} with your own build: install it in place of the one here. Its source "
                "code is at the address below."
            )
            text = f"{how.format(name=part.name)}\n{part.address}\n\n{text}"
        self.license.setPlainText(text)

    def _sources(self) -> QWidget:
        page, column = _page()
        for words in (
            self.tr(
                "Weeks, themes, facts and resources of the campaign follow the public toolkit for Human Trafficking "
                "Prevention Month of the United States Department of Health and Human Services."
            ),
            self._year(),
            self.tr("The texts of the kits are our own. Every number in a kit names who counted it, and when."),
            self.tr("No agency has endorsed HTPM Studio or the kits made with it."),
        ):
            column.addWidget(_text(words))
        column.addStretch(1)
        return page

    def _year(self) -> str:
        """Of which year the toolkit is, and what of it the open kit does without."""
        document = self._workspace.document
        words = self.tr("The toolkit that they follow is that of {year}; all dates are those of your kit, {own}.")
        gone = [translate(sentence) for sentence in left_out(document.campaign, document.project.year)]
        return " ".join([words.format(year=document.campaign.info.year, own=document.project.year), *gone])

    def _data(self) -> QWidget:
        page, column = _page()
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        path = self._session.path
        places: tuple[tuple[str, Path], ...] = (
            (self.tr("This kit"), path.parent if path else paths.user_documents()),
            (self.tr("New kits"), paths.user_documents()),
            (self.tr("Settings and recovery"), paths.user_data()),
            (self.tr("Safety copies"), self._session.recovery.copies.folder_of_all),
            (self.tr("Finished files"), paths.finished()),
        )
        for row, (words, folder) in enumerate(places):
            label = _text(QDir.toNativeSeparators(str(folder)))
            button = QPushButton(self.tr("Open"))
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Open the folder: {what}").format(what=words))
            button.clicked.connect(_opener(self._workspace, folder))
            head = kind_label(words, "head")
            grid.addWidget(head, row, 0)
            grid.addWidget(label, row, 1)
            grid.addWidget(button, row, 2)
        column.addLayout(grid)
        for words in (
            self.tr(
                "The program looks for faces in your photos, on this computer, so that it cuts off no head. It says "
                "where a face is, never whose. The places are kept in your kit's file and go into no exported file."
            ),
            self.tr(
                "It can miss faces, above all in profile, from behind or far away. It was not measured with head "
                "coverings such as a hijab, a niqab or a turban. Look at each photo, and click the faces that it "
                "missed."
            ),
        ):
            column.addWidget(_text(words))
        column.addStretch(1)
        return page


def _opener(workspace: Workspace, folder: Path) -> Callable[[], None]:
    return lambda: open_folder(workspace, folder)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QFrame()
    page.setProperty("pane", "true")
    column = in_column(inside=page, margins=(16, 16, 16, 16), spacing=12)
    return page, column


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
