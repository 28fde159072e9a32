"""A site's edited copies are used once they pass; a bad one never stops the desk."""

import pytest

from desktop.domain.kinds import Property
from desktop.guides.shipped import guides_of, shipped_guides, shipped_text
from tests.guides.example import BANK, GUIDE


@pytest.mark.parametrize("property_", list(Property))
def test_without_copies_the_shipped_guides_are_used(property_):
    guides = shipped_guides(property_)
    assert guides.refused == ()
    assert "default" in guides.guidance.guide.frameworks
    assert guides.guidance.bank.id == f"questions-{property_}"


def test_a_copy_that_passes_is_used():
    guides = guides_of({"conversation.yaml": GUIDE, "questions-hotel.yaml": BANK}, Property.HOTEL)
    assert (guides.guidance.guide.id, guides.guidance.bank.id, guides.refused) == ("small", "questions-small", ())


@pytest.mark.parametrize("bad", ["", "kind: conversation", BANK, GUIDE.replace("steps:", "stops:"), "[" * 1000])
def test_a_copy_that_does_not_pass_is_left_aside_and_said(bad):
    guides = guides_of({"conversation.yaml": bad}, Property.HOTEL)
    assert guides.guidance.guide == shipped_guides(Property.HOTEL).guidance.guide
    assert len(guides.refused) == 1


def test_a_shipped_file_can_be_copied_and_edited():
    edited = shipped_text("apology.yaml").replace("Yours sincerely,", "With kind regards,")
    assert guides_of({"apology.yaml": edited}, Property.RETAIL).apology.texts["closing"].en == "With kind regards,"
