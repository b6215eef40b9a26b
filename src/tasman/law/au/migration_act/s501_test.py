"""Section 501(6): the character test. Yes means that the person does not pass.

A limb left to someone's judgment is unknown unless the case states the finding, so a
pass is never certain while such a limb is open; failing one limb is enough to fail.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Offence, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s501_judgment import (
    interpol_notice,
    not_of_good_character,
    risk_in_australia,
    suspected_association,
    suspected_of_hate_or_extremism,
    suspected_of_serious_conduct,
)
from tasman.law.au.migration_act.s501_record import (
    acquitted_and_detained,
    sentenced_to_death,
    sentenced_to_life,
    sentenced_to_twelve_months,
    terms_totalling_twelve_months,
    unfit_and_detained,
)
from tasman.law.au.migration_act.s501_sentences import (
    conviction_disregarded,
    finding_invisible,
)
from tasman.law.au.migration_act.stated import recorded
from tasman.rules.handles import Truth


def _visible(offence: Offence) -> Truth:
    return ~conviction_disregarded(offence) & ~finding_invisible(offence)


@act.provision(
    "501(6)(a)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="Has a substantial criminal record.",
)
def substantial_criminal_record(person: Person) -> Truth:
    """Has a substantial criminal record, as (7) defines it."""
    return (
        sentenced_to_death(person)
        | sentenced_to_life(person)
        | sentenced_to_twelve_months(person)
        | terms_totalling_twelve_months(person)
        | acquitted_and_detained(person)
        | unfit_and_detained(person)
    )


@act.provision(
    "501(6)(aa)",
    since="2011-04-26",
    kind="ground",
    sources="S1 S7",
    plain="Convicted of an offence committed in immigration detention or in escaping.",
    note="No least penalty. Reaches earlier convictions: debated so, but the Act's own "
    "application item was not seen. Assent came only in July 2011 (from memory).",
)
def offended_in_immigration_detention(person: Person) -> Truth:
    """Convicted of an offence committed in immigration detention or while escaped."""
    return person.offences.any(
        lambda o: o.outcome.is_("convicted") & o.in_immigration_detention & _visible(o)
    )


@act.provision(
    "501(6)(ab)",
    since="2011-04-26",
    kind="ground",
    sources="S1",
    plain="Convicted of escaping from immigration detention.",
)
def escaped_from_immigration_detention(person: Person) -> Truth:
    """Convicted of an offence against s 197A."""
    return person.offences.any(
        lambda o: o.outcome.is_("convicted") & o.is_detention_escape & _visible(o)
    )


@act.provision(
    "501(6)(e)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Convicted or found guilty, anywhere, of a sexual offence involving a child.",
    note="Also where the charge was found proved and no conviction recorded; but a "
    "finding that State law says never was is invisible: [2023] HCA 17.",
)
def child_sex_offence(person: Person) -> Truth:
    """A court convicted, or found proved, a sexual offence involving a child."""
    return person.offences.any(
        lambda o: (
            o.outcome.is_("convicted", "proved_without_conviction")
            & o.involves_child_sexually
            & _visible(o)
        )
    )


@act.provision(
    "501(6)(f)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Charged, anywhere, with a crime of serious international concern.",
    note="A charge is enough, whatever came of it (inference from the text).",
)
def charged_with_international_crime(person: Person) -> Truth:
    """Charged with or indicted for genocide, a war crime, torture, slavery or such."""
    return person.offences.any(lambda o: o.international_crime & ~finding_invisible(o))


@act.provision(
    "501(6)(g)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Assessed by ASIO as a risk to security.",
    note="An assessment is a fact of record: where the case lists all findings and "
    "none is this one, the answer is no.",
)
def assessed_as_security_risk(person: Person) -> Truth:
    """Assessed by ASIO to be directly or indirectly a risk to security."""
    return recorded(person, "security_risk")


# ---- the test -----------------------------------------------------------------------
@act.provision(
    "501(6) objective limbs",
    since="1999-06-01",
    kind="status",
    sources="S1",
    plain="Fails the character test on the record alone.",
    citation="Migration Act 1958 (Cth) s 501(6)(a), (aa), (ab), (e), (f), (g)",
    note="A limb not yet in force on the law date is not failed.",
)
def fails_objective_limb(person: Person) -> Truth:
    """Fails a limb that facts of record decide: (a), (aa), (ab), (e), (f) or (g)."""
    return (
        substantial_criminal_record(person)
        | offended_in_immigration_detention(person)
        | escaped_from_immigration_detention(person)
        | child_sex_offence(person)
        | charged_with_international_crime(person)
        | assessed_as_security_risk(person)
    )


def _first_limbs(person: Person) -> Truth:
    return (
        substantial_criminal_record(person)
        | suspected_association(person)
        | not_of_good_character(person)
        | risk_in_australia(person)
    )


def _limbs_of_2011(person: Person) -> Truth:
    return (
        offended_in_immigration_detention(person)
        | escaped_from_immigration_detention(person)
        | _first_limbs(person)
    )


def limbs_of_2014(person: Person) -> Truth:
    """Return whether a limb of the test of 2014 applies: (a) to (h)."""
    return (
        child_sex_offence(person)
        | charged_with_international_crime(person)
        | assessed_as_security_risk(person)
        | _limbs_of_2011(person)
        | suspected_of_serious_conduct(person)
        | interpol_notice(person)
    )


@act.provision(
    "501(6)",
    since="1999-06-01",
    until="2011-04-26",
    kind="status",
    sources="S1 S5",
    plain="Does not pass the character test, if one of four limbs applies.",
    note="Act of 1998. A person passes unless a limb applies.",
)
def fails_character_test_of_1999(person: Person) -> Truth:
    """Does not pass the character test: limbs (a), (b), (c), (d)."""
    return _first_limbs(person)


@act.provision(
    "501(6)",
    since="2011-04-26",
    until="2014-12-11",
    kind="status",
    sources="S1 S7",
    plain="Does not pass the character test, if one of six limbs applies.",
    note="Act of 2011: (aa) and (ab) added, for decisions from this day.",
)
def fails_character_test_of_2011(person: Person) -> Truth:
    """Does not pass the character test: limbs (a), (aa), (ab), (b), (c), (d)."""
    return _limbs_of_2011(person)


@act.provision(
    "501(6)",
    since="2014-12-11",
    until="2026-01-22",
    kind="status",
    sources="S1 S3 S4",
    plain="Does not pass the character test, if any one of its limbs applies.",
    note="Act No. 129 of 2014: (b) and (d) rewritten, (ba) and (e) to (h) added.",
)
def fails_character_test_of_2014(person: Person) -> Truth:
    """Does not pass the character test: any limb from (a) to (h)."""
    return limbs_of_2014(person)


@act.provision(
    "501(6)",
    since="2026-01-22",
    kind="status",
    sources="S1 S33 S34",
    plain="Does not pass the character test, if any one of its limbs applies.",
    note="Act No. 2 of 2026 added the ground of hatred and extremism. No other "
    "amendment was found to 2026-11-21, which does not prove that there is none.",
)
def fails_character_test(person: Person) -> Truth:
    """Does not pass the character test: any of (a) to (h), or the hate ground."""
    return limbs_of_2014(person) | suspected_of_hate_or_extremism(person)
