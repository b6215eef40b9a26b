"""The twelve rules as an answer-set program for clingo; nothing known counts as no.

The calendar is Python called from the program: clingo has whole numbers and no dates.
"""

from __future__ import annotations

import json
from typing import Any

import clingo
from benchmarks.peers import common
from benchmarks.peers.contender import (
    FEW,
    Both,
    Contender,
    one_after_the_other,
    one_by_one,
)

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
"""
SHOWN = """
#show a/1. #show b/1. #show c/1. #show d/1. #show a6/1. #show b6/1. #show e6/1.
#show test/1. #show inside/1. #show citizen/1. #show must/1.
"""
REFORM = PROGRAM.replace("c(P) :- reaches(P,12).", "c(P) :- reaches(P,24).")
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
        return clingo.Number(common.moved(start.number, months.number, days.number))

    def enough(self, months: Any, days: Any, wanted: Any) -> Any:
        """Whether a total reaches a number of months on every calendar."""
        reached = common.total_reaches(months.number, days.number, wanted.number)
        return clingo.Number(int(reached))


def facts(people: list[dict[str, Any]]) -> str:
    """The people as facts of the program."""
    lines = []
    for p, one in enumerate(people):
        lines.append(f"on({p},{one['on']}). {'new' if one['new'] else 'old'}({p}).")
        for s, x in enumerate(one["sentences"]):
            when = (
                f"{x['starts_on']},{x['happened']},{x['quashed_on']},{x['pardoned_on']}"
            )
            what, erases = f"{x['kind']},{x['m']},{x['d']}", int(x["pardon_erases"])
            lines.append(f"sentence({p},{s},{what},{when},{erases}).")
        for x in one["findings"]:
            what = f"{x['finding']},{int(x['holds'])}"
            lines.append(f"finding({p},{what},{x['happened']},{x['ended_on']}).")
        for x in one["offences"]:
            child = int(x["involves_child_sexually"])
            lines.append(f"offence({p},{x['outcome']},{child},{x['happened']}).")
        for x in one["custody"]:
            whole = f"{int(x['full_time'])},{int(x['australian_offence'])}"
            what = f"{x['place']},{x['basis']},{whole}"
            lines.append(f"custody({p},{what},{x['happened']},{x['ended_on']}).")
        for x in one["citizenships"]:
            when = f"{x['happened']},{x['ended_on']}"
            lines.append(f"citizenship({p},{x['country']},{when}).")
    return "\n".join(lines)


class Asp(Contender):
    """The program, grounded and solved anew for each set of people."""

    name = "clingo"
    packages = ("clingo",)
    rows = FEW
    lines = len((PROGRAM + SHOWN).strip().splitlines())
    reasons = (
        "every atom that holds, intermediate ones included; not which rule gave it "
        "nor from what (grounding leaves facts, no rules), no citation, nothing on "
        "what does not hold"
    )
    reform_by = "an edited text"

    def __init__(self, program: str = PROGRAM) -> None:
        self.program = program

    def prepare(self, batch: Any) -> list[dict[str, Any]]:
        """Return people as plain records."""
        from benchmarks.peers.exact import people

        return people(batch)

    def run(self, people: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the results of each person by rule."""
        found = [dict.fromkeys(NAMES.values(), False) for _ in people]
        for symbol in self._atoms(people, SHOWN):
            found[symbol.arguments[0].number][NAMES[symbol.name]] = True
        return found

    def _atoms(self, people: list[dict[str, Any]], shown: str) -> list[Any]:
        control = clingo.Control(["--warn=none"])
        control.add("base", [], self.program + shown + facts(people))
        control.ground([("base", [])], context=Calendar())
        with control.solve(yield_=True) as models:
            return [x for model in models for x in model.symbols(shown=True)]

    def answers(self, out: Any) -> dict[str, list[int]]:
        """Return the answers by name."""
        return one_by_one(out)

    def texts(self, batch: Any) -> str:
        """Return one JSON text of all people."""
        return json.dumps(self.prepare(batch))

    def run_json(self, texts: str) -> list[dict[str, Any]]:
        """Return the results of each person by rule."""
        return self.run(json.loads(texts))

    def explain_json(self, texts: str) -> tuple[Any, str]:
        """Return one person's results and every atom that holds."""
        atoms = self._atoms(json.loads(texts), "")
        result = dict.fromkeys(NAMES.values(), False)
        result |= {NAMES[x.name]: True for x in atoms if x.name in NAMES}
        return [result], "\n".join(map(str, atoms))

    def with_reform(self) -> Both:
        """Set up the edited program beside this one."""
        return one_after_the_other(self, Asp(REFORM))
