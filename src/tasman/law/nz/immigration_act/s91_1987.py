"""Immigration Act 1987 s 91: the rule until 2010-11-29, by Ministerial order."""

from __future__ import annotations

from tasman.facts.vocabulary import Offence, Person
from tasman.law.nz.citizenship_act.act import REALM
from tasman.law.nz.immigration_act.act import immigration_1987
from tasman.law.nz.immigration_act.s161 import (
    START,
    could_get,
    sentenced_to,
    within_years,
)
from tasman.rules.handles import Truth, as_at, months, years


@immigration_1987.provision(
    "91(1)",
    until=START,
    kind="power",
    holder="minister",
    sources="S32",
    plain="A resident who offended could be deported by the Minister's order.",
    note="Not automatic. That prison and absences ran the clock as they do now is "
    "taken "
    "over from the later Act, unread in this one.",
)
def could_be_ordered_out(person: Person) -> Truth:
    """Within two, five or ten years of residence, by seriousness; not a citizen.

    Or, where three months could be imposed, while there unlawfully or for a time.
    """

    def early(offence: Offence, least: int, within: int) -> Truth:
        window = within_years(person, offence.committed_on, years(within))
        return could_get(offence, months(least)) & window

    def while_temporary(offence: Offence) -> Truth:
        return could_get(offence, months(3)) & offence.while_temporary_or_unlawful

    def sentenced(least: int, within: int) -> Truth:
        return person.sentences.any(
            lambda sentence: (
                sentenced_to(sentence, months(least))
                & within_years(person, sentence.committed_on, years(within))
            )
        )

    twice = person.offences.where(lambda offence: early(offence, 12, 5)).count() >= 2
    grounds = (
        person.offences.any(lambda offence: early(offence, 3, 2))
        | person.offences.any(while_temporary)
        | twice
        | sentenced(12, 5)
        | sentenced(60, 10)
    )
    return grounds & ~person.citizenships.any(
        lambda held: held.country.is_(*REALM) & (held.ended_on > as_at)
    )
