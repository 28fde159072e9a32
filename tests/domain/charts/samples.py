"""Charts to lay out: those of the design's pictures, and whatever people and months may bring."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from desktop.domain.charts.scene import Gauge, Item, Label, Marker, Picture, Polyline, Rect, Scene
from desktop.domain.figures.report_shapes import ControlChart, HeatCell, MonthPoint, WeekPoint
from desktop.domain.figures.shapes import CategoryCount, Month
from desktop.domain.kinds import Language, Property
from desktop.words import charts, load_words

EN, ZH = load_words(Language.EN), load_words(Language.ZH)

#: Every letter is 6 wide: layouts must hold for any measure, and this one can be reckoned by hand.
GAUGE = Gauge(measure=lambda text, _role: 6.0 * len(text), label_line=14, text_line=18)

WEEKS = (17, 21, 15, 19, 22, 18, 14, 20, 16, 23, 19, 17, 21, 15, 18, 20, 17, 22, 19, 16, 21, 24, 23, 27, 29, 34)
ROWS = (
    ("Room · Air-con", 24),
    ("Noise · Neighbours", 17),
    ("Service · No response", 14),
    ("Billing · Errors", 11),
    ("Food · Late", 9),
    ("Room · Wi-Fi", 7),
    ("Facilities · Pool", 5),
    ("Other matters", 9),
)
SHIFTS = (("night", "Night"), ("day", "Day"), ("evening", "Evening"))
HEAT = {"night": (3, 2, 2, 3, 5, 6, 4), "day": (5, 4, 5, 6, 8, 9, 6), "evening": (7, 5, 6, 9, 14, 12, 7)}
CELLS = [HeatCell(day, shift, count) for shift, counts in HEAT.items() for day, count in enumerate(counts)]

HOSTILE = ("<b>Room</b> & <img src=x>", "\u202egnp.exe", "a" * 200, "空调" * 100, "שלום · מזגן", "\u200b\n\t", "&amp;")

LAST_MONDAY = date(2026, 11, 9)


def monday(place: int, count: int) -> date:
    """The Monday of a week of so many, the last of which is week 46 of 2026."""
    return LAST_MONDAY - timedelta(weeks=count - 1 - place)


def weeks(counts=WEEKS, limits=("5.55", "18.42", "31.29"), *, running=False, run=(), beyond=None, rated=False):
    """A control chart with the same limits every week, or none; ``run`` names places, from 0, in a run."""
    lower, centre, upper = map(Decimal, limits) if limits else (None, None, None)
    points = []
    for place, count in enumerate(counts):
        above = upper is not None and count > upper if beyond is None else place in beyond
        complete = not (running and place == len(counts) - 1)
        value = Decimal(count) / 10 if rated else Decimal(count)
        day = monday(place, len(counts))
        points.append(WeekPoint(day, count, value, complete, centre, lower, upper, above, place in run))
    return ControlChart(tuple(points), rated, 12 if limits else 3, None, None)


def category_counts(rows=ROWS):
    """Rows whose code is their place."""
    return [CategoryCount(str(place), count, None, None) for place, (_, count) in enumerate(rows)]


def control(chart=None, words=EN):
    return charts.control_chart(chart or weeks(), words, Property.HOTEL)


def pareto(rows=ROWS, words=EN, **more):
    return charts.pareto(category_counts(rows), lambda code: rows[int(code)][0], words, **more)


def heat(cells=CELLS, words=EN, shifts=SHIFTS):
    return charts.heat_map(cells, shifts, words)


def months(counts, rates=()):
    """Thirteen months or fewer up to October 2026; a rate as text or None."""
    rates = [*rates, *[None] * (len(counts) - len(rates))]
    first = Month(2026, 10).plus(1 - len(counts))
    return [
        MonthPoint(first.plus(n), count, Decimal(rate) if rate else None, None)
        for n, (count, rate) in enumerate(zip(counts, rates, strict=True))
    ]


def trend(points=None, words=EN, goal=None):
    known = ("1.4", "1.6", None, "1.8", "1.7", "2.0", "1.9", None, None, "2.0", "1.9", "1.8", "2.2")
    points = months((61, 70, 66, 81, 77, 90, 84, 79, 88, 92, 85, 81, 104), known) if points is None else points
    return charts.trend(points, words, Property.HOTEL, goal=goal)


def spark(values=(3, 3, 4, 6, 9), *, risen=False, words=EN):
    return charts.sparkline(values, words, name="Floor 12", risen=risen)


def labels(scene: Scene) -> list[Label]:
    return [item for item in scene.items if isinstance(item, Label)]


def texts(scene: Scene) -> list[str]:
    return [label.text for label in labels(scene)]


def only(scene: Scene, kind: type[Item]) -> list:
    return [item for item in scene.items if isinstance(item, kind)]


def box(item: Item) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what an item covers; half a line's width aside."""
    match item:
        case Polyline(points=points):
            xs, ys = zip(*points, strict=True)
            return min(xs), min(ys), max(xs), max(ys)
        case Rect(x=x, y=y, width=width, height=height):
            return x, y, x + width, y + height
        case Marker(x=x, y=y, radius=radius):
            return x - radius, y - radius, x + radius, y + radius
        case Label():
            return item.left, item.top, item.left + item.width, item.top + item.height


COUNTS = st.one_of(st.integers(0, 60), st.sampled_from((0, 999, 1_000_000, 987_654_321)))
NAMES = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE))
LANGUAGES = st.sampled_from((EN, ZH))


@st.composite
def control_pictures(draw: st.DrawFn) -> Picture:
    """Weeks with limits of their own, some without, in counts or rates."""
    rated, count = draw(st.booleans()), draw(st.integers(0, 26))
    points = []
    for place in range(count):
        number = draw(COUNTS)
        value = Decimal(number) / 7 if rated else Decimal(number)
        limits: tuple[Decimal | None, ...] = (None, None, None)
        if draw(st.booleans()):
            centre = Decimal(draw(COUNTS)) / 3
            spread = 3 * centre.sqrt()
            limits = (centre, max(Decimal(0), centre - spread), centre + spread)
        beyond = limits[2] is not None and value > limits[2]
        complete = place < count - 1 or draw(st.booleans())
        points.append(WeekPoint(monday(place, count), number, value, complete, *limits, beyond, draw(st.booleans())))
    chart = ControlChart(tuple(points), rated, 12, None, None)
    return charts.control_chart(chart, draw(LANGUAGES), draw(st.sampled_from(Property)))


@st.composite
def pareto_pictures(draw: st.DrawFn) -> Picture:
    """Up to 60 categories by any name, the most frequent first."""
    rows = draw(st.lists(st.tuples(NAMES, COUNTS), max_size=60))
    rows.sort(key=lambda row: -row[1])
    return pareto(rows, draw(LANGUAGES), most=draw(st.sampled_from((0, 1, 8))))


@st.composite
def heat_pictures(draw: st.DrawFn) -> Picture:
    """Up to five shifts by any name, and cells of shifts that nobody named."""
    names = draw(st.lists(NAMES, max_size=5))
    shifts = [(str(place), name) for place, name in enumerate(names)]
    codes = st.sampled_from([*(code for code, _ in shifts), "", "gone"])
    keys = draw(st.sets(st.tuples(st.integers(0, 6), codes), max_size=30))
    return heat([HeatCell(day, code, draw(COUNTS)) for day, code in sorted(keys)], draw(LANGUAGES), shifts)


@st.composite
def trend_pictures(draw: st.DrawFn) -> Picture:
    """Up to 13 months, rates known or not, with a goal or without."""
    counts = draw(st.lists(COUNTS, max_size=13))
    rate = st.one_of(st.none(), st.sampled_from(("0.00", "0.01", "1.93", "24.30", "1000.00")))
    rates = [draw(rate) for _ in counts]
    goal = draw(st.sampled_from((None, Decimal("1.90"), Decimal(0))))
    return trend(months(counts, rates), draw(LANGUAGES), goal)


@st.composite
def spark_pictures(draw: st.DrawFn) -> Picture:
    """A few spans."""
    return spark(draw(st.lists(COUNTS, max_size=6)), risen=draw(st.booleans()))


PICTURES = st.one_of(control_pictures(), pareto_pictures(), heat_pictures(), trend_pictures(), spark_pictures())
