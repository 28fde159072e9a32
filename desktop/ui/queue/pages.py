"""Pages of the queue in hand: fetched as one scrolls, by key, and let go of when they are far away (performance.md)."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.domain.rows import QueueKey, QueuePage, QueueRow

PAGE_ROWS = 200
MOST_PAGES = 10  #: held at once: 2,000 rows

PageAfter = Callable[[QueueKey | None], QueuePage]


@dataclass(frozen=True, slots=True)
class Window:
    """What of a long list is held: ``rows`` begin at place ``first`` of ``known`` places; ``more`` follow behind."""

    rows: tuple[QueueRow, ...] = ()
    first: int = 0
    known: int = 0
    more: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether every row of the list is held."""
        return len(self.rows) == self.known and not self.more

    def at(self, place: int) -> QueueRow | None:
        """The row at a place of the list; None where it isn't held."""
        held = place - self.first
        return self.rows[held] if 0 <= held < len(self.rows) else None

    def find(self, number: str) -> QueueRow | None:
        """The row of a case, or None where it isn't held."""
        return next((row for row in self.rows if row.number == number), None)

    def place_of(self, number: str) -> int | None:
        """The place of a case in the list, or None where it isn't held."""
        return next((self.first + n for n, row in enumerate(self.rows) if row.number == number), None)


def whole(rows: tuple[QueueRow, ...]) -> Window:
    """A window on a list that is held from end to end."""
    return Window(rows, 0, len(rows), more=False)


@dataclass(frozen=True, slots=True)
class Book:
    """All pages known so far, a few of them held. Every change gives a new book."""

    starts: tuple[QueueKey | None, ...] = ()  #: the key after which each known page begins
    offsets: tuple[int, ...] = (0,)  #: the place of each page's first row, and at the end the number of known rows
    first: int = 0  #: the first page held
    pages: tuple[tuple[QueueRow, ...], ...] = ()
    after: QueueKey | None = None  #: where the next unknown page begins; None at the end of the queue

    @property
    def window(self) -> Window:
        """The rows held, and where they stand."""
        rows = tuple(row for page in self.pages for row in page)
        return Window(rows, self.offsets[self.first], self.offsets[-1], self.after is not None)

    @property
    def last(self) -> int:
        """The last page held; -1 in an empty book."""
        return self.first + len(self.pages) - 1

    def page_at(self, place: int) -> int:
        """The page that a known place is on; the next one where the place lies behind all that is known."""
        return min(bisect_right(self.offsets, place) - 1, len(self.starts))

    def holds(self, page: int) -> bool:
        """Whether a page's rows are held."""
        return self.first <= page <= self.last


def with_page(book: Book, page: int, fetch: PageAfter) -> Book:
    """The book with one more page held, the farthest let go of where there are too many.

    ``page`` is a known page or the next one. Where the queue has changed since, what came after it is forgotten.
    """
    is_known = page < len(book.starts)
    if not is_known and book.starts and book.after is None:
        return book
    start = book.starts[page] if is_known else book.after
    fetched = fetch(start)
    book = _noted(book, page, start, fetched)
    if page == book.last + 1 and book.pages:
        held = (*book.pages, fetched.rows)[-MOST_PAGES:]
        return replace(book, first=page + 1 - len(held), pages=held)
    if page == book.first - 1:
        return replace(book, first=page, pages=(fetched.rows, *book.pages)[:MOST_PAGES])
    return replace(book, first=page, pages=(fetched.rows,))


def _noted(book: Book, page: int, start: QueueKey | None, fetched: QueuePage) -> Book:
    """The book's knowledge of where pages begin, after one was fetched (again)."""
    end = book.offsets[page] + len(fetched.rows)
    follows = book.starts[page + 1] if page + 1 < len(book.starts) else book.after
    if page < len(book.starts) and (book.offsets[page + 1], follows) == (end, fetched.next):
        return book
    kept = max(0, min(len(book.pages), page - book.first))
    return replace(
        book,
        starts=(*book.starts[:page], start),
        offsets=(*book.offsets[: page + 1], end),
        first=min(book.first, page),
        pages=book.pages[:kept],
        after=fetched.next,
    )


def read_again(fetch: PageAfter, first: int = 0, last: int = 0) -> Book:
    """A new book read from the top up to page ``last`` or the end, holding at most the pages from ``first`` on."""
    book = with_page(Book(), 0, fetch)
    while book.after is not None and len(book.starts) <= last:
        book = with_page(book, len(book.starts), fetch)
    surplus = min(first - book.first, len(book.pages) - 1)
    return replace(book, first=book.first + surplus, pages=book.pages[surplus:]) if surplus > 0 else book


def read_to_the_end(fetch: PageAfter) -> Book:
    """A new book with all pages known and the last ones held."""
    book = with_page(Book(), 0, fetch)
    while book.after is not None:
        book = with_page(book, len(book.starts), fetch)
    return book
