"""All services of one open workspace, put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from desktop.services.activity import ActivityService
from desktop.services.allowances import AllowanceService
from desktop.services.attachment_store import AttachmentStore
from desktop.services.attachments import AttachmentService
from desktop.services.backups import BackupService
from desktop.services.case_reading import CaseReader
from desktop.services.cases import CaseService
from desktop.services.counter import CounterService
from desktop.services.drafts import DraftService
from desktop.services.exporting import ExportService
from desktop.services.figure_files import FigureFileService
from desktop.services.figures import FiguresService
from desktop.services.finding import Finder
from desktop.services.goals import GoalsService
from desktop.services.guests import GuestService
from desktop.services.guide_settings import GuideService
from desktop.services.health import HealthService
from desktop.services.importing import ImportService
from desktop.services.indexing import ensure_current
from desktop.services.journal import Journal
from desktop.services.letters import LetterService
from desktop.services.month_reports import MonthReports, Sources
from desktop.services.past_help import PastHelpService
from desktop.services.queue import QueueService
from desktop.services.settings import SettingsService, make_settings
from desktop.services.settings_work import SettingsBook
from desktop.services.site import Rules, SiteService
from desktop.services.staff import StaffService
from desktop.services.warnings import WarningsService
from desktop.workspace import Workspace

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The present moment (UTC), in whole seconds, as everything is stored."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the window and the command line work with. Services are safe to use from several threads."""

    workspace: Workspace
    now: Clock
    site: SiteService
    staff: StaffService
    cases: CaseService
    counter: CounterService
    queue: QueueService
    reader: CaseReader
    finder: Finder
    guests: GuestService
    attachments: AttachmentService
    allowances: AllowanceService
    drafts: DraftService
    settings: SettingsService
    journal: Journal
    backups: BackupService
    health: HealthService
    importing: ImportService
    exporting: ExportService
    activity: ActivityService
    goals: GoalsService
    guides: GuideService
    past_help: PastHelpService
    letters: LetterService
    warnings: WarningsService
    figures: FiguresService
    figure_files: FigureFileService
    reports: MonthReports

    def close(self) -> None:
        """Closes the workspace."""
        self.workspace.close()


def open_desk(workspace: Workspace, now: Clock) -> Desk:
    """Puts the services of a workspace together. ``now`` gives the present moment (aware UTC)."""
    database, rules = workspace.database, Rules()
    ensure_current(database)
    journal = Journal(workspace.key)
    site = SiteService(database, rules)
    facts = site.facts()
    queue = QueueService(database, facts.zone)
    backups = BackupService(workspace, journal, facts.zone, now)
    activity = ActivityService(database, journal, now)
    reader = CaseReader(database, queue, facts.zone, facts.currency, rules)
    staff = StaffService(database, journal, facts.training, now)
    figures = FiguresService(database, site, activity.of)
    warnings = WarningsService(database, site, journal, now)
    book = SettingsBook(database, site, journal, now)
    goals, settings = GoalsService(book), make_settings(database, site, journal, now)
    guides = GuideService(workspace.folder, book, lambda: site.facts().property)
    cases = CaseService(database, site, rules, journal, now)
    return Desk(
        workspace=workspace,
        now=now,
        site=site,
        staff=staff,
        cases=cases,
        counter=CounterService(cases, site),
        queue=queue,
        reader=reader,
        finder=Finder(database),
        guests=GuestService(database, journal, now),
        attachments=AttachmentService(AttachmentStore(workspace.folder)),
        allowances=AllowanceService(database, site, rules, now),
        drafts=DraftService(database, now),
        settings=settings,
        journal=journal,
        backups=backups,
        health=HealthService(workspace, journal, backups),
        importing=ImportService(database, site, rules, journal, now, backups.make_if_changed),
        exporting=ExportService(database, site, queue, reader, now),
        activity=activity,
        goals=goals,
        guides=guides,
        past_help=PastHelpService(database),
        letters=LetterService(
            database,
            site,
            staff,
            reader,
            journal,
            duty_card=lambda: settings.duty_card.card().value,
            guides=guides.guides,
            now=now,
        ),
        warnings=warnings,
        figures=figures,
        figure_files=FigureFileService(database, site, figures, goals),
        reports=MonthReports(database, journal, Sources(site, staff, figures, warnings, goals), now),
    )
