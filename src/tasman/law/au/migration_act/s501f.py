"""Section 501F: other applications are refused and other visas cancelled with it."""

from __future__ import annotations

from tasman.facts.kinds import FACT
from tasman.facts.vocabulary import Decision, Person, Visa, VisaApplication
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import CHARACTER, adverse, stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.rules.handles import NO, Truth, readings, unknown

NOTE = (
    "It falls with the main decision. Whether it was extended to s 501BA in 2017 was "
    "not checked. No other visa was specified in 2013."
)


def _decision(decision: Decision) -> Truth:
    again = readings(
        "whether s 501F extends to s 501BA", decision.power.is_("501BA(2)"), NO
    )
    named = decision.power.is_(*CHARACTER) | again
    return named & adverse(decision) & stands(decision)


@act.provision(
    "501F(2)",
    since="1999-06-01",
    kind="deemed",
    holder="automatic",
    sources="S1 S46",
    plain="Other pending visa applications are refused with it, save for protection.",
    note=NOTE,
)
def other_applications_refused(person: Person) -> Truth:
    """Other applications pending at the decision are taken to have been refused."""

    def pending(application: VisaApplication, decision: Decision) -> Truth:
        return (
            (application.made_on <= decision.made_on)
            & (application.finished_on > decision.made_on)
            & ~application.kind.is_("protection")
        )

    return non_citizen(person) & person.decisions.any(
        lambda decision: (
            _decision(decision)
            & person.applications.any(lambda each: pending(each, decision))
        )
    )


@act.provision(
    "501F(3)",
    since="1999-06-01",
    kind="deemed",
    holder="automatic",
    sources="S1 S46",
    plain="Other visas are cancelled with it, save a protection visa.",
    note=NOTE,
)
def other_visas_cancelled(person: Person) -> Truth:
    """Other visas held at the decision are taken to have been cancelled."""

    def held(visa: Visa, decision: Decision) -> Truth:
        return (visa.granted_on <= decision.made_on) & (
            visa.ceased_on >= decision.made_on
        )

    def another(decision: Decision) -> Truth:
        visas = person.visas.where(lambda visa: held(visa, decision))
        others = visas.where(lambda visa: ~visa.kind.is_("protection"))
        either = unknown(FACT, "which of the visas held the decision cancelled")
        several = (others.count() >= 2) | ((visas.count() >= 2) & either)
        return others.any() & (decision.result.is_("refused") | several)

    return non_citizen(person) & person.decisions.any(
        lambda decision: _decision(decision) & another(decision)
    )
