"""Regulation 5.15A: New Zealanders for whom no other visa would do (s 32(2)(c))."""

from __future__ import annotations

from tasman.facts.kinds import FACT
from tasman.facts.vocabulary import Person, Sentence
from tasman.law.au.migration_act.decided import mandatory_cancellation, stands, undone
from tasman.law.au.migration_act.s5 import (
    concern_excluded,
    concern_one_sentence,
    concern_removed,
    concern_several_sentences,
    concern_unsound_mind,
)
from tasman.law.au.migration_act.s5_imprisonment import (
    sentence_to_imprisonment,
    sentenced_for,
)
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.law.au.migration_regulations.reg_2_52 import made_within_twenty_eight_days
from tasman.rules.handles import NO, Date, Truth, months, readings, unknown


def _given_back(person: Person) -> Truth:
    not_cancelled_again = ~person.decisions.any(
        lambda decision: decision.power.is_("501BA(2)") & stands(decision)
    )
    return (
        not_cancelled_again
        & _no_other_removal(person)
        & _no_later_exclusion(person)
        & person.decisions.any(
            lambda decision: (
                mandatory_cancellation(decision)
                & undone(decision)
                & decision.undone_by.is_("delegate", "minister", "tribunal")
                & made_within_twenty_eight_days(decision)
                & ~_new_sentence(person, decision.representations_on)
                & ~_new_unsoundness(person, decision.representations_on)
            )
        )
    )


def _no_other_removal(person: Person) -> Truth:
    return ~concern_removed(person) | person.removed_only_after_revoked_501_3a


def _no_later_exclusion(person: Person) -> Truth:
    return ~concern_excluded(person) | unknown(
        FACT, "whether the other country's exclusion came before the representations"
    )


def _new_unsoundness(person: Person, day: Date) -> Truth:
    """Whether a finding of unsound mind since the day makes a new ground of concern."""
    later = person.offences.any(
        lambda offence: (
            (offence.found_on > day)
            & offence.outcome.is_("acquitted_unsound_mind", "found_unfit")
        )
    )
    return concern_unsound_mind(person) & later


def _new_sentence(person: Person, day: Date) -> Truth:
    """Whether sentences since the day make, or may make, a new ground of concern."""

    def since(sentence: Sentence) -> Truth:
        return sentence.imposed_on > day

    long = person.sentences.any(lambda s: since(s) & sentenced_for(s, months(12)))
    short = person.sentences.any(lambda s: since(s) & sentence_to_imprisonment(s))
    adds_up = readings(
        "whether a short sentence that joins older ones is a new ground",
        concern_several_sentences(person),
        NO,
    )
    return long | (short & adds_up)


@regulations.provision(
    "5.15A(2)",
    kind="ground",
    sources="S51",
    plain="Shut out of another country, in a way the Minister sets aside.",
    note="Rescues from limb (e) of the definition only, never from (d).",
)
def excluded_without_weight(person: Person) -> Truth:
    """Of behaviour concern only for an exclusion that need not count in Australia."""
    otherwise = (
        concern_one_sentence(person)
        | concern_several_sentences(person)
        | concern_unsound_mind(person)
        | concern_removed(person)
    )
    return concern_excluded(person) & ~otherwise & person.excluded_without_weight


@regulations.provision(
    "5.15A(3)",
    since="2015-10-17",
    kind="ground",
    sources="S49 S51 C169",
    plain="A mandatory cancellation was undone, and nothing new stands in the way.",
    note="SLI No. 169 of 2015, in force 2015-10-17 (the compilation's first day). "
    "Not for someone removed after a cancellation under s 501(2), s 501(3) or "
    "s 116: removal makes them of behaviour concern, and this does not rescue them "
    "(inference).",
)
def mandatory_cancellation_revoked(person: Person) -> Truth:
    """Cancelled under s 501(3A), revoked on representations, nothing new since."""
    return _given_back(person)
