"""New complaint: one form beside the guest, saved as a case or kept as a draft.

The shell makes an ``IntakeScreen`` of ``Functions`` and a ``Site`` and listens to its signals.
"""

from desktop.ui.intake.doors import Functions
from desktop.ui.intake.screen import IntakeScreen
from desktop.ui.intake.surroundings import Site

__all__ = ["Functions", "IntakeScreen", "Site"]
