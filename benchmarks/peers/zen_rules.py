"""Eleven of the twelve rules as expressions of zen-engine, which has no unknown.

A comparison with null is an error there, so nothing known counts as no. It cannot say
the effective total before 2014-12-11: an inner condition cannot name the outer element,
and nothing adds up spans of days. Its text is left out there and the answer not asked.
`$` stands for what was worked out before; {months} is the threshold of (7)(c).
"""

from __future__ import annotations

GONE = "(#.quashed_on <= on or (#.pardoned_on <= on and #.pardon_erases))"
KINDS = (
    '["gaol", "life", "suspended", "part_suspended", "youth_detention", '
    '"periodic_detention"]'
)
ENDS = 'd(#.start).add(#.m, "M").add(#.d, "d")'
LISTS = {
    "stands": f"filter(sentences, #.happened <= on and not {GONE})",
    "terms": f"filter($.stands, #.kind in {KINDS})",
}
RULES = {
    "(7)(a)": 'some(stands, #.kind == "death")',
    "(7)(b)": 'some(terms, #.kind == "life")',
    "(7)(c)": "some(terms, #.m >= {months} or "
    f'{ENDS}.isSameOrAfter(d(#.start).add({{months}}, "M")))',
    "months": "sum(map(terms, #.m))",
    "days": "sum(map(terms, #.d))",
    "(7)(d)": "new and len(terms) >= 2 and ($.months >= 12 or "
    "$.days >= [366, 337, 306, 276, 245, 215, 184, 153, 123, 92, 62, 31][$.months])",
    "(6)(a)": '$["(7)(a)"] or $["(7)(b)"] or $["(7)(c)"] or $["(7)(d)"]',
    "(6)(b)": "some(findings, #.happened <= on and "
    '#.finding == "association" and #.holds and on < #.ended_on)',
    "(6)(e)": "new and some(offences, #.happened <= on and #.outcome in "
    '["convicted", "proved_without_conviction"] and #.involves_child_sexually)',
    "(6)": '$["(6)(a)"] or $["(6)(b)"] or $["(6)(e)"]',
    "(3A)(b)": 'new and some(custody, #.happened <= on and #.place == "gaol" and '
    '#.basis == "sentence" and #.full_time and #.australian_offence and '
    "on < #.ended_on)",
    "citizen": 'some(citizenships, #.happened <= on and #.country == "australia" '
    "and on < #.ended_on)",
    "(3A)": 'new and not $["citizen"] and ($["(7)(a)"] or $["(7)(b)"] or '
    '$["(7)(c)"] or $["(6)(e)"]) and $["(3A)(b)"]',
}
NAMED = ("months", "days")
