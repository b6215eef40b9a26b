"""The shape of the matrix: what a row is, and what each entitlement is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tasman.facts.vocabulary import Person
from tasman.rules.handles import Truth

Rule = Callable[[Person], Truth]


class Row(NamedTuple):
    """One row: entitlement, statuses, first and last day, outcome, law, condition."""

    name: str
    statuses: str
    since: str
    last: str
    result: str
    condition: str
    citation: str
    mark: str = "V"
    source: str = "S16"
    rule: Rule | None = None
    by: str = ""
    known_since: str = ""
    known_until: str = ""


NAMES = {
    "aps_engagement": "a job in the Australian Public Service",
    "ndis": "the National Disability Insurance Scheme",
    "medicare": "Medicare",
    "income_support": "income support",
    "jsp_ya_10yr": "JobSeeker or Youth Allowance after ten years, once",
    "agreement_age_dsp_cp": "Age, Disability or Carer pension under the NZ Agreement",
    "special_benefit": "Special Benefit",
    "parenting_payment": "Parenting Payment",
    "carer_allowance": "Carer Allowance",
    "ftb": "Family Tax Benefit",
    "ftb_a_wait": "a waiting period for Family Tax Benefit Part A",
    "ccs": "Child Care Subsidy",
    "ppl": "Parental Leave Pay",
    "ppl_wait": "a waiting period for Parental Leave Pay",
    "lihcc": "Low Income Health Care Card",
    "help": "a HELP loan for study",
    "csp": "a Commonwealth supported place",
    "disaster_statutory": "statutory disaster payments",
    "disaster_nz": "disaster help for New Zealanders",
    "vote_federal": "the federal vote",
    "adf_entry": "joining the Defence Force",
    "citizenship_pr": "counting as a permanent resident for citizenship",
    "birthright_child": "a child born here being a citizen",
    "cancel_or_remove": "cancellation and removal",
}
"""What each entitlement is in plain words. The last is a liability, not a right."""

SSA, HESA = "Social Security Act 1991 (Cth)", "Higher Education Support Act 2003 (Cth)"
FAA = "A New Tax System (Family Assistance) Act 1999 (Cth)"
PPLA, CEA = (
    "Paid Parental Leave Act 2010 (Cth)",
    "Commonwealth Electoral Act 1918 (Cth)",
)
NDISA = "National Disability Insurance Scheme Act 2013 (Cth)"
PSA = "Public Service Act 1999 (Cth)"
ACA = "Australian Citizenship Act 2007 (Cth)"
OLD = "Australian Citizenship Act 1948 (Cth)"
MA = "Migration Act 1958 (Cth)"
SCVS = "SCV_P|SCV_NP"
HOLDERS = f"{SCVS}|PERM|ABSORBED"
RESIDES = "resides in Australia"
DAY = "2001-02-26"
