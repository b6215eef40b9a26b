"""Section 501(12): which orders of a court are imprisonment."""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Sentence
from tasman.law.au.migration_act.act import act
from tasman.rules.handles import Truth, unknown


@act.provision(
    "501(12) indefinite term",
    since="1999-06-01",
    sources="S1",
    mark="?",
    plain="A sentence without a fixed end counts by its nominal term.",
    citation="Migration Act 1958 (Cth) s 501(7), (12)",
    note="Inference; no authority was found. Only life itself is paragraph (b).",
)
def indefinite_term(sentence: Sentence) -> Truth:
    """An indefinite sentence counts through its nominal term."""
    return sentence.kind.is_("indefinite")


@act.provision(
    "501(12) intensive correction",
    since="1999-06-01",
    sources="S12a S12b",
    mark="?",
    plain="An intensive correction order counts at the term the court fixed.",
    citation="Migration Act 1958 (Cth) s 501(12)",
    note="State law has the court sentence to imprisonment first and then direct how "
    "it is served; no authority on s 501(7) was found.",
)
def intensive_correction(sentence: Sentence) -> Truth:
    """An intensive correction order is imprisonment for the term fixed."""
    return sentence.kind.is_("intensive_correction")


@act.provision(
    "501(12) home detention",
    since="1999-06-01",
    sources="S1",
    mark="?",
    plain="Home detention counts where it is a way of serving a prison term.",
    citation="Migration Act 1958 (Cth) s 501(12)",
    note="Of an order that stands alone, the words 'facility or institution' point "
    "against counting it; no authority was found.",
)
def home_detention(sentence: Sentence) -> Truth:
    """Home detention is imprisonment where it serves a term that the court fixed."""
    return sentence.kind.is_("home_detention") & sentence.serves_term


@act.provision(
    "501(12) fine default",
    since="1999-06-01",
    sources="S1",
    mark="?",
    plain="Prison in place of an unpaid fine counts if ordered as the punishment; "
    "otherwise nobody has decided.",
    citation="Migration Act 1958 (Cth) s 501(12)",
    note="No authority was found either way.",
)
def fine_default(sentence: Sentence) -> Truth:
    """A default term counts if itself ordered as punishment; otherwise unsettled."""
    itself = sentence.ordered_as_punishment | unknown(
        UNSETTLED, "whether time in default of a fine is a sentence for the offence"
    )
    return sentence.kind.is_("fine_default") & itself


PLAINLY_IMPRISONMENT = (
    "gaol",
    "life",
    "suspended",
    "part_suspended",
    "youth_detention",
)


@act.provision(
    "501(12)",
    since="1999-06-01",
    until="2014-12-11",
    sources="S1 S12 S16",
    mark="M",
    plain="Imprisonment is any punitive detention in a facility or institution.",
    note="The text before 2014-12-11 was not seen; no change is known.",
)
@act.provision(
    "501(12)",
    since="2014-12-11",
    sources="S1 S12 S9 S16",
    plain="Imprisonment is any punitive detention in a facility or institution.",
    note="A suspended term counts: [2019] FCAFC 93. A community order, bond, "
    "discharge or fine does not (inference from the text).",
)
def imprisonment(sentence: Sentence) -> Truth:
    """Imprisonment: any form of punitive detention in a facility or institution."""
    plain = sentence.kind.is_(
        *PLAINLY_IMPRISONMENT, "periodic_detention", "residential_program"
    )
    doubtful = intensive_correction(sentence) | home_detention(sentence)
    return plain | indefinite_term(sentence) | doubtful | fine_default(sentence)
