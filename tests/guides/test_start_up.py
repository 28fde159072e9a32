"""What reads guides is loaded with the first conversation: a desk opens without it."""

import subprocess
import sys

HEAVY = ("conversation", "loading", "reading", "shape", "structure", "yaml_tree", "card", "script")


def loaded_by(statement: str) -> set[str]:
    """The modules of a fresh interpreter after a statement."""
    told = f"{statement}\nimport sys\nprint(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split())


def test_a_desk_opens_without_what_reads_guides():
    modules = loaded_by("import desktop.services.desk")
    assert "desktop.services.guide_settings" in modules
    assert modules & {"yaml", *(f"desktop.guides.{name}" for name in HEAVY)} == set()


def test_the_first_conversation_loads_what_it_needs():
    modules = loaded_by(
        "from desktop.domain.kinds import Property\n"
        "from desktop.guides.shipped import shipped_guides\n"
        "shipped_guides(Property.HOTEL)"
    )
    assert modules >= {"yaml", *(f"desktop.guides.{name}" for name in HEAVY)}
