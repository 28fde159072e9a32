"""Alembic's entry: runs on the connection that ``desktop.models.schema`` hands in."""

from alembic import context

from desktop.models import case, figures, history, site, talk, work  # noqa: F401 (they register their tables)
from desktop.models.base import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
