"""The Act of 2023 that made aggregate sentences count, and saved past decisions."""

from __future__ import annotations

from tasman.facts.vocabulary import Decision
from tasman.law.au.migration_act.act import SOURCES
from tasman.rules.handles import YES, Truth
from tasman.rules.provisions import Act

act = Act(
    "Migration Amendment (Aggregate Sentences) Act 2023",
    jurisdiction="Cth",
    slug="aggregate-sentences-act-2023",
    unit="Sch 1",
    opens="1999-06-01",
    sources={key: SOURCES[key] for key in ("S26", "S27", "S27a", "S27c", "S28")},
    verified_on="2026-11-21",
)


@act.provision(
    "item 4",
    known_until="2022-12-22",
    kind="status",
    sources="S26",
    plain="Decisions that rest on a single sentence for several offences were "
    "treated as good.",
)
def treated_as_valid(decision: Decision) -> Truth:
    """A decision that counted an aggregate sentence was treated as valid."""
    return YES


@act.provision(
    "item 4",
    known_since="2022-12-22",
    known_until="2023-02-17",
    kind="status",
    sources="S26",
    plain="Decisions that rest only on a single sentence for several offences are bad.",
    note="[2022] FCAFC 203. Where something else also supports the decision, whether "
    "the error mattered is for a court.",
)
def invalid_if_it_rests_on_an_aggregate(decision: Decision) -> Truth:
    """A decision that rests on an aggregate sentence and nothing else is invalid."""
    return ~decision.aggregate_relied_on


@act.provision(
    "item 4",
    known_since="2023-02-17",
    kind="status",
    sources="S27 S27a S27c S28",
    plain="Parliament made those decisions good, as if they had always been so.",
    note="Upheld in [2023] FCAFC 167 and 168 and, from memory, in [2024] HCA 46. "
    "Some periods for review were reopened; which, is not established.",
)
def not_invalid_for_an_aggregate(decision: Decision) -> Truth:
    """A decision is, and always was, valid although it counted an aggregate."""
    return YES
