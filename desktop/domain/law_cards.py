"""The law cards of mainland China by their ids (domain.md 8, interfaces.md); what each comes to is told elsewhere."""

LAW_CARDS = ("cpl-55", "cpl-24", "cpl-25", "fsl-148", "pen-8", "cpl-18")


def cards_of(country: str) -> tuple[str, ...]:
    """The ids of the cards that are shown in a country (two letters); none outside mainland China."""
    return LAW_CARDS if country == "CN" else ()
