"""Between tokens and Qt's palette, so that widgets without a rule in the style sheet look right too."""

from PySide6.QtGui import QColor, QPalette

from desktop.ui.theme.tokens import Tokens


def palette_from(tokens: Tokens) -> QPalette:
    """A palette in the theme's colours, with paler text for what is disabled."""
    role = QPalette.ColorRole
    palette = QPalette()
    for where, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.canvas),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.ink3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.p1),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.ink),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.hover),
        (role.Mid, tokens.line2),
        (role.Dark, tokens.ctl),
        (role.Shadow, tokens.ctl),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.ink3))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(tokens.sunken))
    return palette


def colours_of(palette: QPalette) -> dict[str, str]:
    """The system's few colours for ``tokens.high_contrast``."""
    role = QPalette.ColorRole
    return {
        "window": palette.color(role.Window).name(),
        "text": palette.color(role.WindowText).name(),
        "disabled": palette.color(QPalette.ColorGroup.Disabled, role.WindowText).name(),
        "highlight": palette.color(role.Highlight).name(),
        "on_highlight": palette.color(role.HighlightedText).name(),
    }
