"""A look becomes a palette and a style sheet. No widget names a colour of its own."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from atlas.ui.kit.theme import Look, Theme

_Role = QPalette.ColorRole


def dress(application: QApplication, look: Look) -> None:
    """Put a look on the whole program, before the first paint or at any later time."""
    ground(application, look)
    application.setStyleSheet(sheet(look))


def ground(application: QApplication, look: Look) -> None:
    """The part of a look that widgets take on when they are made: font and palette."""
    application.setFont(look.font(13))
    application.setPalette(palette(look.theme))


def restyle(widget: QWidget) -> None:
    """Let the style sheet see a property of a widget that has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def palette(theme: Theme) -> QPalette:
    """What Qt paints by itself: text, links, selections, tooltips."""
    colours = {
        _Role.Window: theme.chrome,
        _Role.WindowText: theme.text,
        _Role.Base: theme.panel,
        _Role.AlternateBase: theme.raised,
        _Role.Text: theme.text,
        _Role.Button: theme.raised,
        _Role.ButtonText: theme.text,
        _Role.BrightText: theme.strong,
        _Role.PlaceholderText: theme.faint,
        _Role.Highlight: theme.accent,
        _Role.HighlightedText: theme.background,
        _Role.Link: theme.link,
        _Role.LinkVisited: theme.link,
        _Role.ToolTipBase: theme.raised,
        _Role.ToolTipText: theme.text,
        _Role.Accent: theme.accent,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return made


def sheet(look: Look) -> str:
    """The style sheet of the program in a look."""
    tokens = {name: getattr(look.theme, name) for name in _COLOURS}
    sizes = {f"px{size}": f"{look.px(size)}px" for size in _SIZES}
    text = _SHEET
    for name, value in sorted((tokens | sizes).items(), key=lambda item: -len(item[0])):
        text = text.replace(f"@{name}", value)
    return text


_COLOURS = (
    "background", "chrome", "panel", "raised", "field", "hairline", "text", "strong",
    "muted", "faint", "selection", "accent", "link", "highlight", "danger",
)  # fmt: skip
_SIZES = (11, 12, 13, 17, 24, 26, 28, 30)

_SHEET = """
QMainWindow, QDialog, QMessageBox { background: @chrome; }
QToolTip {
    background: @raised; color: @text; border: 1px solid @hairline; padding: 4px 6px;
    font-size: @px12;
}
QLabel[quiet="true"] { color: @muted; font-size: @px12; }
QLabel[name="true"] { font-size: @px17; font-weight: 600; color: @strong; }
QLabel[head="true"] { color: @muted; font-size: @px11; font-weight: 600; }

#topBar { background: @chrome; border-bottom: 1px solid @hairline; }
#statusLine { background: @chrome; border-top: 1px solid @hairline; }
#statusLine QLabel, #statusLine QToolButton { color: @muted; font-size: @px12; }
#noticeStrip { background: @raised; border-bottom: 1px solid @hairline; }
#contents, #contents QStackedWidget { background: @chrome; }
#contents[drawer="true"] { border-right: 1px solid @hairline; }
#features, #pageText, #findBar { background: @panel; }
#findBar { border-bottom: 1px solid @hairline; }
#pageText { selection-background-color: @accent; selection-color: @background; }

QSplitter::handle { background: @hairline; }
QSplitter::handle:hover { background: @accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QLineEdit, QAbstractSpinBox {
    background: @field; color: @strong; border: 1px solid @hairline; border-radius: 5px;
    padding: 0 10px; min-height: @px28; selection-background-color: @accent;
    selection-color: @background;
}
QLineEdit:focus, QAbstractSpinBox:focus {
    border: 2px solid @accent; padding: 0 9px; min-height: @px26;
}
#searchBox { min-height: @px30; font-size: @px13; }
#searchBox:focus { min-height: @px28; }

QToolButton {
    background: transparent; border: 2px solid transparent; border-radius: 5px; padding: 2px;
    min-width: 24px; min-height: @px24; color: @text;
}
QToolButton:hover { background: @raised; }
QToolButton:pressed, QToolButton:checked { background: @selection; color: @strong; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[inside="true"] { min-width: 0; min-height: 0; border: 0; padding: 0; }
QToolButton[inside="true"]:hover { background: transparent; }
QToolButton[link="true"] { color: @link; border-width: 2px; padding: 0 4px; min-width: 8px; }
QToolButton[chip="true"] {
    color: @muted; border: 1px solid @hairline; border-radius: @px11; padding: 0 8px;
    min-width: 8px; min-height: 0; font-size: @px12;
}
QToolButton[chip="true"]:hover { color: @text; background: @selection; }
QToolButton[chip="true"]:checked { color: @strong; border-color: @accent; background: transparent; }
QToolButton[chip="true"]:focus { border: 2px solid @accent; padding: 0 7px; }
QToolButton[crumb="true"] { color: @muted; padding: 0 3px; min-width: 8px; }
QToolButton[crumb="true"]:hover { color: @link; background: transparent; }
QLabel[crumb="here"] { color: @strong; font-weight: 600; }
QLabel[crumb="between"] { color: @muted; }

QPushButton {
    background: @raised; color: @text; border: 1px solid @hairline; border-radius: 5px;
    padding: 0 14px; min-height: @px28;
}
QPushButton { outline: 0; }
#noticeStrip QPushButton { background: @chrome; border-color: @muted; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover { color: @strong; border-color: @muted; }
QPushButton:focus { border: 2px solid @accent; padding: 0 13px; min-height: @px26; }
QPushButton:default { color: @strong; border-color: @accent; }

QTreeView, QListView, QTableView {
    background: transparent; border: 0; outline: 0; selection-background-color: transparent;
}
QTreeView::branch { image: none; border-image: none; background: transparent; }
QTreeView::item, QListView::item { background: transparent; border: 0; }
QTextBrowser { border: 2px solid transparent; }
QTextBrowser[ring="true"] { border-color: @accent; }
QHeaderView::section { background: @chrome; color: @muted; border: 0; padding: 4px; }

QMenu { background: @chrome; border: 1px solid @hairline; padding: 5px 0; }
QMenu::item { padding: 5px 28px 5px 26px; color: @text; }
QMenu::item:selected { background: @selection; color: @strong; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairline; margin: 5px 0; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 6px; height: 6px; left: 10px; border-radius: 3px; }
QMenu::indicator:checked { background: @accent; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @hairline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

#palette { background: @chrome; border: 1px solid @hairline; border-radius: 8px; }
QPlainTextEdit {
    background: @field; color: @text; border: 1px solid @hairline; border-radius: 5px;
    padding: 6px;
}
"""
