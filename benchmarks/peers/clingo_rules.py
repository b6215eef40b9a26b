"""The twelve rules as an answer-set program for clingo; nothing known counts as no.

The calendar is Python called from the program: clingo has whole numbers and no dates.
"""

from __future__ import annotations

from typing import Any

import clingo

from tasman.rules import calendar

PROGRAM = """
stands(P,S) :- sentence(P,S,K,M,D,F,H,Q,R,E), on(P,O), H <= O, Q > O, not gone(P,S).
gone(P,S) :- sentence(P,S,K,M,D,F,H,Q,R,1), on(P,O), R <= O.
kept(gaol; life; suspended; part_suspended; youth_detention; periodic_detention).
term(P,S,M,D,F,@ends(F,M,D)) :- stands(P,S), sentence(P,S,K,M,D,F,H,Q,R,E), kept(K).
a(P) :- stands(P,S), sentence(P,S,death,_,_,_,_,_,_,_).
b(P) :- term(P,S,_,_,_,_), sentence(P,S,life,_,_,_,_,_,_,_).
reaches(P,12) :- term(P,S,M,D,F,E), E >= @ends(F,12,0).
reaches(P,24) :- term(P,S,M,D,F,E), E >= @ends(F,24,0).
c(P) :- reaches(P,12).
several(P) :- on(P,_), 2 <= #count { S : term(P,S,_,_,_,_) }.
months(P,T) :- several(P), T = #sum { M,S : term(P,S,M,_,_,_) }.
days(P,T) :- several(P), T = #sum { D,S : term(P,S,_,D,_,_) }.
nominal(P,W) :- months(P,M), days(P,D), W = (12; 24), @enough(M,D,W) = 1.
overlap(P) :- term(P,A,_,_,F,E), term(P,B,_,_,G,H), A < B, F < H, G < E.
day(P,X) :- old(P), overlap(P), term(P,_,_,_,F,E), X = F..E-1.
served(P) :- overlap(P), old(P), 731 <= #count { X : day(P,X) }.
effective(P) :- reaches(P,24).
effective(P) :- served(P).
effective(P) :- on(P,_), not overlap(P).
d(P) :- old(P), nominal(P,24), effective(P).
d(P) :- new(P), nominal(P,12).
a6(P) :- a(P). a6(P) :- b(P). a6(P) :- c(P). a6(P) :- d(P).
b6(P) :- finding(P,association,1,H,E), on(P,O), H <= O, O < E.
e6(P) :- new(P), offence(P,convicted,1,H), on(P,O), H <= O.
e6(P) :- new(P), offence(P,proved_without_conviction,1,H), on(P,O), H <= O.
test(P) :- a6(P). test(P) :- b6(P). test(P) :- e6(P).
inside(P) :- new(P), custody(P,gaol,sentence,1,1,H,E), on(P,O), H <= O, O < E.
citizen(P) :- citizenship(P,australia,H,E), on(P,O), H <= O, O < E.
ground(P) :- a(P). ground(P) :- b(P). ground(P) :- c(P). ground(P) :- e6(P).
must(P) :- new(P), ground(P), inside(P), not citizen(P).
#show a/1. #show b/1. #show c/1. #show d/1. #show a6/1. #show b6/1. #show e6/1.
#show test/1. #show inside/1. #show citizen/1. #show must/1.
"""
NAMES = {
    "a": "(7)(a)",
    "b": "(7)(b)",
    "c": "(7)(c)",
    "d": "(7)(d)",
    "a6": "(6)(a)",
    "b6": "(6)(b)",
    "e6": "(6)(e)",
    "test": "(6)",
    "inside": "(3A)(b)",
    "citizen": "citizen",
    "must": "(3A)",
}


class Calendar:
    """What the program asks of Python."""

    def ends(self, start: Any, months: Any, days: Any) -> Any:
        """The day a term ends."""
        day = calendar.add_term(start.number, months.number, days.number)
        return clingo.Number(day)

    def enough(self, months: Any, days: Any, wanted: Any) -> Any:
        """Whether a total reaches a number of months on every calendar."""
        total, threshold = (months.number, days.number), (wanted.number, 0)
        truth = calendar.term_at_least(*total, threshold, (0, 1), False)
        return clingo.Number(int(truth == 2))


def facts(people: list[dict[str, Any]]) -> str:
    """The people as facts of the program."""
    lines = []
    for p, one in enumerate(people):
        lines.append(f"on({p},{one['on']}). {'new' if one['new'] else 'old'}({p}).")
        for s, x in enumerate(one["sentences"]):
            when = (
                f"{x['starts_on']},{x['happened']},{x['quashed_on']},{x['pardoned_on']}"
            )
            kind = x["kind"] or "none"
            erases = int(x["pardon_erases"])
            lines.append(f"sentence({p},{s},{kind},{x['m']},{x['d']},{when},{erases}).")
        for x in one["findings"]:
            what = f"{x['finding'] or 'none'},{int(x['holds'])}"
            lines.append(f"finding({p},{what},{x['happened']},{x['ended_on']}).")
        for x in one["offences"]:
            child = int(x["involves_child_sexually"])
            lines.append(
                f"offence({p},{x['outcome'] or 'none'},{child},{x['happened']})."
            )
        for x in one["custody"]:
            what = f"{x['place'] or 'none'},{x['basis'] or 'none'}"
            whole = f"{int(x['full_time'])},{int(x['australian_offence'])}"
            lines.append(
                f"custody({p},{what},{whole},{x['happened']},{x['ended_on']})."
            )
        for x in one["citizenships"]:
            country = x["country"] or "none"
            lines.append(f"citizenship({p},{country},{x['happened']},{x['ended_on']}).")
    return "\n".join(lines)


class Asp:
    """The program, grounded and solved anew for each set of people."""

    carries_unknowns = False
    lines = len(PROGRAM.strip().splitlines())

    def run(self, people: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the results of each person by rule."""
        control = clingo.Control(["--warn=none"])
        control.add("base", [], PROGRAM + facts(people))
        control.ground([("base", [])], context=Calendar())
        found = [dict.fromkeys(NAMES.values(), False) for _ in people]
        with control.solve(yield_=True) as models:
            for model in models:
                for symbol in model.symbols(shown=True):
                    found[symbol.arguments[0].number][NAMES[symbol.name]] = True
        return found
