"""A question in plain words: what a worker on another machine needs to ask it anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from tasman.law import current_law
from tasman.population.dimensions import dimensions
from tasman.population.regimes import PROVISIONS, regimes_of
from tasman.population.simulate import Question


@dataclass(frozen=True)
class Ask:
    """The days, laws, provisions and dimensions of a question, by name.

    Made-up people need no small cells hidden: for them `linked` may be left out.
    """

    as_at: int | str
    known_at: int
    laws: tuple[str, ...] = ()
    reforms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    provisions: tuple[str, ...] = field(default=PROVISIONS)
    by: tuple[str, ...] = ()
    linked: bool = True

    def question(self) -> Question:
        """Return the question, made once in each process.

        Raises UnknownProvision or BadValue for a name that there is not.
        """
        return _question(self)


@lru_cache(maxsize=4)
def _question(ask: Ask) -> Question:
    regimes = regimes_of(
        current_law(),
        ask.as_at,
        ask.laws,
        ask.reforms,
        ask.countries,
        ask.provisions,
    )
    by = dimensions(list(ask.by))
    return Question(regimes, ask.as_at, ask.known_at, by, linked=ask.linked)
