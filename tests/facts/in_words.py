"""Facts in words, as a table of a user's own would hold them."""

from tasman.facts.fields import ChoiceField, ListField, TextField
from tasman.facts.plain import plain_value

BOUNDS = ("at_least", "at_most")


def worded(record, facts):
    """A record in words, each kind of fact in the one shape a column can have."""
    found = {}
    for name, field in record.fields().items():
        if name not in facts or isinstance(field, TextField):
            continue
        value = facts[name]
        if isinstance(field, ListField):
            found[name] = [{"others": False} | worded(field.of, e) for e in value.items]
            if value.rest is not None:
                found[name].append({"others": True} | worded(field.of, value.rest))
        elif isinstance(field, ChoiceField):
            words = plain_value(field, value)
            found[name] = [words] if isinstance(words, str) else words
        elif field.type == "truth":
            found[name] = plain_value(field, value)
        else:
            low, high = ("from", "to") if field.type == "date" else BOUNDS
            plain = plain_value(field, value)
            found[name] = (
                plain if isinstance(plain, dict) else {low: plain, high: plain}
            )
            found[name] = {end: str(each) for end, each in found[name].items()}
    return found
