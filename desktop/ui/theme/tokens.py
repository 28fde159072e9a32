"""The colour tokens of both themes (design.md 2). No colour is written anywhere else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as ``#RRGGBB``. Names are those of design.md 2."""

    dark: bool  #: whether the theme is dark, for what colours alone can't say
    canvas: str  #: window, table header
    surface: str  #: cards, rail, bars, inputs
    sunken: str  #: disabled fill, dial segments
    hover: str  #: hover of rows and ghost buttons
    line: str  #: card edges, row separators, bar track
    line2: str  #: button edges, tags, empty mood bars
    ctl: str  #: edges of inputs, check boxes and radios
    ink: str  #: text
    ink2: str  #: secondary text, labels
    ink3: str  #: hints, placeholders, timestamps
    accent: str  #: primary, selection, focus, links, done
    accent_hover: str
    accent_pressed: str
    on_accent: str  #: text on accent
    tint: str  #: selected row, active nav, chosen segment
    tint_line: str  #: accent tag edge, quote bar
    p1: str  #: P1, overdue, risk, error
    p1_tint: str
    p1_line: str
    p2: str  #: P2, due soon, warning, VIP
    p2_tint: str
    p2_line: str
    p3: str  #: P3, second evidence mark
    p3_tint: str
    p4: str  #: P4
    on_p1: str  #: the "!" in the P1 mark, badge number
    bar: str  #: normal time bar
    heat: tuple[str, str, str, str, str, str]  #: heat map, levels 0 to 5


LIGHT = Tokens(
    dark=False,
    canvas="#F5F7F7",
    surface="#FFFFFF",
    sunken="#EDF1F1",
    hover="#F2F6F5",
    line="#DCE3E2",
    line2="#C2CCCA",
    ctl="#808C88",
    ink="#15201F",
    ink2="#47544F",
    ink3="#5F6B68",
    accent="#0B6B70",
    accent_hover="#095A5E",
    accent_pressed="#074A4D",
    on_accent="#FFFFFF",
    tint="#E2F0EF",
    tint_line="#A9D0CE",
    p1="#B3162F",
    p1_tint="#FCEBED",
    p1_line="#E9B4BB",
    p2="#9C5700",
    p2_tint="#FBF0DF",
    p2_line="#E2C08C",
    p3="#1E5BB8",
    p3_tint="#E6EEFA",
    p4="#5A6663",
    on_p1="#FFFFFF",
    bar="#74827F",
    heat=("#F3F7F7", "#DCEBEA", "#B9D9D7", "#84BAB8", "#2F7F80", "#0B6B70"),
)

DARK = Tokens(
    dark=True,
    canvas="#121615",
    surface="#191F1E",
    sunken="#212827",
    hover="#1F2625",
    line="#2C3534",
    line2="#414D4B",
    ctl="#6F7D7A",
    ink="#E9EEED",
    ink2="#B4C0BD",
    ink3="#97A4A1",
    accent="#5AC4BE",
    accent_hover="#74D2CD",
    accent_pressed="#48B3AD",
    on_accent="#05211F",
    tint="#15393A",
    tint_line="#2B6563",
    p1="#FF8C97",
    p1_tint="#3A1D21",
    p1_line="#7A3A43",
    p2="#EDB45F",
    p2_tint="#362812",
    p2_line="#6E5426",
    p3="#8DB8FF",
    p3_tint="#1B2A42",
    p4="#A6B2AF",
    on_p1="#1A0B0D",
    bar="#8C9A97",
    heat=("#1F2625", "#1B3435", "#1E4A4A", "#2A6A69", "#3C9792", "#5AC4BE"),
)


def high_contrast(colour: dict[str, str], dark: bool) -> Tokens:
    """The system's own few colours in the tokens' places; shapes and words carry what colour said (design.md 13).

    ``colour`` holds ``window``, ``text``, ``disabled``, ``highlight`` and ``on_highlight`` as ``#RRGGBB``.
    """
    window, text, disabled = colour["window"], colour["text"], colour["disabled"]
    accent, on_accent = colour["highlight"], colour["on_highlight"]
    return Tokens(
        dark=dark,
        canvas=window,
        surface=window,
        sunken=window,
        hover=window,
        line=text,
        line2=text,
        ctl=text,
        ink=text,
        ink2=text,
        ink3=disabled,
        accent=accent,
        accent_hover=accent,
        accent_pressed=accent,
        on_accent=on_accent,
        tint=window,
        tint_line=text,
        p1=text,
        p1_tint=window,
        p1_line=text,
        p2=text,
        p2_tint=window,
        p2_line=text,
        p3=text,
        p3_tint=window,
        p4=text,
        on_p1=window,
        bar=text,
        heat=(window, window, window, window, accent, accent),
    )
