"""The case file: everything that is known of one case, on A4."""

from collections.abc import Mapping
from datetime import datetime

from desktop.domain.case_file import CaseFile
from desktop.reports.case_end import end
from desktop.reports.case_head import head
from desktop.reports.case_talk import conversation
from desktop.reports.case_work import work
from desktop.reports.imprint import Imprint
from desktop.reports.page import A4, Progress, quiet, render


def case_paper(
    file: CaseFile,
    imprint: Imprint,
    at: datetime,
    pictures: Mapping[int, bytes] | None = None,
    progress: Progress = quiet,
) -> bytes:
    """The case file as PDF, judged at ``at``. ``pictures``: the bytes of attached pictures to print, by place."""
    blocks = [
        *head(file, imprint, at),
        *conversation(file, imprint),
        *work(file, imprint, at),
        *end(file, imprint, pictures or {}),
    ]
    title = f"{imprint.word('case_file')} · {file.view.row.number}"
    return render(A4, blocks, imprint.frame(title, imprint.word("internal")), progress)
