"""Section 5AB: one sentence for several offences (an aggregate sentence).

Three answers, by the day from which the question is asked: as understood until
[2022] FCAFC 203 of 2022-12-22; as that judgment declared the law; and as the Act in
effect from 2023-02-17 made it, for the past as well.
"""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Sentence
from tasman.law.au.migration_act.act import act
from tasman.rules.handles import YES, Truth, unknown


@act.provision(
    "5AB",
    known_until="2022-12-22",
    sources="S26 S27",
    plain="One sentence for several offences counted like any other.",
    citation="Migration Act 1958 (Cth) s 501(7), as understood until 2022-12-22",
    note="The understanding that [2022] FCAFC 203 upset on 2022-12-22.",
)
@act.provision(
    "5AB",
    until="2023-02-17",
    known_since="2023-02-17",
    sources="S27 S27a S27c S28",
    plain="One sentence for several offences counts, for past decisions as well.",
    citation="Migration Amendment (Aggregate Sentences) Act 2023 (Cth) Sch 1 item 4",
    note="Validates what was done earlier on the strength of an aggregate sentence. "
    "Challenges failed in [2023] FCAFC 167 and 168 and, from memory, [2024] HCA 46.",
)
@act.provision(
    "5AB",
    since="2023-02-17",
    known_since="2023-02-17",
    sources="S27 S27a S27c",
    plain="One sentence for several offences counts like a sentence for one.",
    note="Enter the one sentence imposed; indicative sentences recorded with it are "
    "not sentences.",
)
def aggregate_counts(sentence: Sentence) -> Truth:
    """A sentence for two or more offences is treated like a sentence for one."""
    return YES


@act.provision(
    "5AB",
    known_since="2022-12-22",
    known_until="2023-02-17",
    sources="S26 S27b",
    plain="One sentence for several offences did not count.",
    citation="[2022] FCAFC 203",
    note="Decided of s 501(7)(c) and an aggregate of 4 years 3 months under NSW law; "
    "counsel for the Commonwealth accepted that it reached s 501(7) as a whole.",
)
def aggregate_does_not_count(sentence: Sentence) -> Truth:
    """An aggregate sentence is not a term of imprisonment within s 501(7)."""
    return ~sentence.aggregate


@act.provision(
    "5AB other provisions",
    known_until="2022-12-22",
    sources="S27",
    mark="I",
    plain="Outside section 501, one sentence for several offences counted too.",
    citation="Migration Act 1958 (Cth) ss 5(1), 201, as understood until 2022-12-22",
)
@act.provision(
    "5AB other provisions",
    known_since="2023-02-17",
    sources="S27 S27a S27c",
    plain="Outside section 501, one sentence for several offences counts too.",
    citation="Migration Act 1958 (Cth) s 5AB; Act of 2023 Sch 1 item 4",
    note="Reaches s 201, the behaviour concern non-citizen and visa criteria.",
)
def aggregate_counts_elsewhere(sentence: Sentence) -> Truth:
    """Outside s 501, an aggregate sentence is treated like one for one offence."""
    return YES


@act.provision(
    "5AB other provisions",
    known_since="2022-12-22",
    known_until="2023-02-17",
    sources="S26",
    mark="?",
    plain="Whether the 2022 judgment reached other sections was never decided.",
    citation="[2022] FCAFC 203",
    note="The judgment is about s 501(7)(c); the definition and s 201 use other words.",
)
def aggregate_unsettled_elsewhere(sentence: Sentence) -> Truth:
    """Whether [2022] FCAFC 203 reaches ss 5(1) and 201 is unsettled."""
    return ~sentence.aggregate | unknown(
        UNSETTLED, "whether [2022] FCAFC 203 reaches beyond s 501(7)"
    )
