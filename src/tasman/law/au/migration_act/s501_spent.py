"""What is spent: no second cancellation on the same facts.

What [2021] HCA 1 and [2022] FCAFC 6 declared is taken to have always been the law; as
understood on a day before them, the point was open.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Decision, Offence, Person, Sentence
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import mandatory_cancellation, stands, undone
from tasman.law.au.migration_act.s501_sentences import (
    conviction_disregarded,
    counted,
    finding_invisible,
    reaches,
    standing,
    term_counted,
)
from tasman.rules.handles import NO, Date, Duration, Truth, months, readings


def _spent(person: Person) -> Truth:
    return person.decisions.any(
        lambda decision: (
            mandatory_cancellation(decision)
            & undone(decision)
            & decision.undone_by.is_("delegate", "minister", "tribunal")
            & ~readings(
                "fresh since the cancellation, or since its revocation",
                _fresh_ground(person, decision.made_on),
                _fresh_ground(person, decision.undone_on),
            )
        )
    )


def _fresh_ground(person: Person, day: Date) -> Truth:
    sentence = person.sentences.any(
        lambda each: (each.imposed_on > day) & mandatory_sentence(each)
    )
    return sentence | person.offences.any(
        lambda each: (each.found_on > day) & _child_sex_offence(each)
    )


def _child_sex_offence(offence: Offence) -> Truth:
    return (
        offence.involves_child_sexually
        & offence.outcome.is_("convicted", "proved_without_conviction")
        & ~conviction_disregarded(offence)
        & ~finding_invisible(offence)
    )


def _tribunal_spent(person: Person) -> Truth:
    return person.decisions.any(
        lambda decision: (
            (_left_alone(decision) & ~_new_facts(person, decision.made_on))
            | (_set_aside(decision) & ~_new_facts(person, decision.undone_on))
        )
    )


def _left_alone(decision: Decision) -> Truth:
    return (
        decision.power.is_("501(2)")
        & decision.result.is_("not_cancelled")
        & decision.made_by.is_("tribunal")
        & stands(decision)
    )


def _set_aside(decision: Decision) -> Truth:
    return (
        decision.power.is_("501(2)")
        & decision.result.is_("cancelled")
        & undone(decision)
        & decision.undone_by.is_("tribunal")
    )


def _new_facts(person: Person, day: Date) -> Truth:
    return (
        person.sentences.any(lambda each: each.imposed_on > day)
        | person.offences.any(lambda each: each.found_on > day)
        | person.findings.any(lambda each: (each.made_on > day) & each.holds)
    )


@act.provision(
    "501(3A) fresh sentence",
    since="2014-12-11",
    mark="I",
    sources="S20",
    citation="Migration Act 1958 (Cth) s 501(3A)(a)(i)",
    plain="A sentence that makes cancellation mandatory.",
)
def mandatory_sentence(
    sentence: Sentence, *, threshold: Duration = months(12)
) -> Truth:
    """A sentence within (7)(a), (b) or (c): death, life, or 12 months or more."""
    long = reaches(term_counted(sentence), threshold, sentence.starts_on)
    death = sentence.kind.is_("death") & standing(sentence)
    return death | (counted(sentence) & (sentence.kind.is_("life") | long))


@act.provision(
    "501(3A) second use",
    since="2014-12-11",
    known_since="2022-02-03",
    sources="S20",
    citation="Migration Act 1958 (Cth) s 501(3A); [2022] FCAFC 6",
    plain="A mandatory cancellation that was undone cannot be repeated on the same "
    "record.",
    note="A fresh sentence of a year or more is a fresh basis: [2023] FCA 390. A new "
    "short one is not. Whether a sentence between cancellation and revocation is fresh "
    "is taken as unsettled.",
)
def mandatory_ground_spent(person: Person) -> Truth:
    """A s 501(3A) cancellation was revoked and nothing within (a) is new since."""
    return _spent(person)


@act.provision(
    "501(3A) second use",
    since="2014-12-11",
    known_until="2022-02-03",
    mark="?",
    sources="S20",
    citation="Migration Act 1958 (Cth) s 501(3A)",
    plain="Whether a mandatory cancellation that was undone could be repeated.",
    note="The point was decided on 2022-02-03, in [2022] FCAFC 6.",
)
def mandatory_ground_perhaps_spent(person: Person) -> Truth:
    """Before [2022] FCAFC 6 it was open whether the duty could be used again."""
    return readings("not yet decided", _spent(person), NO)


@act.provision(
    "501(2) after a revocation",
    since="2014-12-11",
    sources="S20 S21",
    mark="?",
    citation="Migration Act 1958 (Cth) s 501(2); [2021] HCA 1; [2022] FCAFC 6",
    plain="Whether facts for which a mandatory cancellation was undone can support "
    "another cancellation.",
    note="[2022] FCAFC 6 decided it of s 501(3A). New facts reopen s 501(2) "
    "(inference); without any, no authority was found.",
)
def facts_perhaps_answered(person: Person) -> Truth:
    """A s 501(3A) cancellation was revoked and nothing is new: unsettled."""
    answered = person.decisions.any(
        lambda decision: (
            mandatory_cancellation(decision)
            & undone(decision)
            & decision.undone_by.is_("delegate", "minister", "tribunal")
            & ~_new_facts(person, decision.undone_on)
        )
    )
    return readings("whether s 501(2) may rest on the same facts", answered, NO)


@act.provision(
    "501(2) second use",
    since="1999-06-01",
    known_since="2021-02-03",
    sources="S21",
    citation="Migration Act 1958 (Cth) s 501(2); [2021] HCA 1",
    plain="Once the Tribunal has left a visa alone, it cannot be cancelled on the same "
    "facts.",
    note="New facts reopen the power. Those looked for here: a sentence, an offence "
    "charged or found, or a finding, later than the Tribunal's decision.",
)
def tribunal_left_the_visa(person: Person) -> Truth:
    """The Tribunal decided not to cancel under s 501(2), and no fact is new since."""
    return _tribunal_spent(person)


@act.provision(
    "501(2) second use",
    since="1999-06-01",
    known_until="2021-02-03",
    mark="?",
    sources="S21",
    citation="Migration Act 1958 (Cth) s 501(2)",
    plain="Whether a visa that the Tribunal left alone could be cancelled on the same "
    "facts.",
    note="The point was decided on 2021-02-03, in [2021] HCA 1.",
)
def tribunal_perhaps_left_the_visa(person: Person) -> Truth:
    """Before [2021] HCA 1 it was open whether the power could be used again."""
    return readings("not yet decided", _tribunal_spent(person), NO)
