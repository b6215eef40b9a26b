"""No mandatory cancellation of parents of Australian children.

A reform in Python: one function that takes the law and returns another. It runs with
all your rights, so run only what you have read.
"""

from tasman.facts.vocabulary import Child, Person
from tasman.rules.handles import Truth
from tasman.rules.law import Law


def australian_child(child: Child) -> Truth:
    """The person's own child, and an Australian citizen."""
    return child.own_child & child.australian_citizen


def parent(person: Person) -> Truth:
    """Has an Australian child."""
    return person.children.any(australian_child)


def apply(law: Law) -> Law:
    """Return the law in which s 501(3A) does not reach parents."""
    return law.amend("501(3A)", unless=parent, reason="Not parents of Australians.")
