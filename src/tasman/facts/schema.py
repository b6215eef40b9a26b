"""The JSON Schema of a case file, from models built from the vocabulary.

Pydantic is imported here and nowhere else in the package, and only when asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from tasman.facts.fields import ChoiceField, Field, ListField, NumberField, Record
from tasman.facts.loading import VERSION
from tasman.facts.vocabulary import Person

if TYPE_CHECKING:
    from pydantic import BaseModel

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|never|unknown)$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PART = r"[0-9]{1,9}\s*([ymwdYMWD]|[Yy]ears?|[Mm]onths?|[Ww]eeks?|[Dd]ays?)"
_TERM = rf"^({_PART}(\s*,|\s*and)?\s*)+$|^unknown$"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a case file."""
    schema = case_model(Person).model_json_schema(mode="validation")
    head = {
        "$schema": DIALECT,
        "$id": f"urn:tasman:case:{VERSION}",
        "title": "A Tasman case",
    }
    return head | {key: value for key, value in schema.items() if key != "title"}


def case_model(record: type[Record] = Person) -> type[BaseModel]:
    """Return the Pydantic model of a case file's form.

    It knows the form of each value and not whether the facts are possible: only
    `parse_case` decides that.
    """
    from pydantic import Field as Described

    assumed = {
        name: (_model(of) | None, None) for name, of in _assumable(record).items()
    }
    about = "Free text: where the facts come from, or that the person is made up."
    meta: dict[str, Any] = {
        "tasman_case": (
            Annotated[
                Literal[1], Described(description="Version of the file. Comes first.")
            ],
            ...,
        ),
        "label": _described(str | None, "What you call the case."),
        "about": _described(str | None, about),
        "as_at": _described(
            Annotated[str, Described(pattern=_DAY)] | None,
            "The day on which the facts stood; later ones are left out.",
        ),
        "assume": _described(
            _build("Assumptions", "Values stated of all elements.", assumed) | None,
            "What you state of every element that does not say otherwise, by list.",
        ),
    }
    doc = record.__doc__ or ""
    model: type[BaseModel] = _build("Case", doc, meta | _fields(record))
    return model


def _assumable(record: type[Record]) -> dict[str, type[Record]]:
    from tasman.facts.assumptions import records_by_name

    return records_by_name(record)


def _model(record: type[Record]) -> Any:
    if record not in _MODELS:
        doc = (record.__doc__ or "").strip()
        _MODELS[record] = _build(record.__name__, doc, _fields(record))
    return _MODELS[record]


_MODELS: dict[type[Record], Any] = {}
"""Built once each: two models of one name would be told apart by longer names."""


def _build(name: str, doc: str, fields: dict[str, Any], **extra: Any) -> Any:
    from pydantic import ConfigDict, create_model

    config = ConfigDict(extra="forbid", json_schema_extra=extra)
    return create_model(name, __config__=config, __doc__=doc, **fields)


def _fields(record: type[Record]) -> dict[str, Any]:
    return {
        name: _described(_form(field) | None, _doc(field))
        for name, field in record.fields().items()
    }


def _doc(field: Field[Any]) -> str:
    if isinstance(field, ChoiceField) and field.meanings:
        meanings = "; ".join(f"{word}: {said}" for word, said in field.meanings.items())
        return f"{field.doc} ({meanings}.)"
    return field.doc


def _described(form: Any, doc: str) -> tuple[Any, Any]:
    from pydantic import Field as Described

    return (Annotated[form, Described(description=doc)], None)


def _form(field: Field[Any]) -> Any:
    if isinstance(field, ListField):
        return _list(field)
    if isinstance(field, ChoiceField):
        return _LITERAL[(*field.values, "unknown")] | _LIST[_LITERAL[field.values]]
    if isinstance(field, NumberField):
        return _number(field)
    return _SIMPLE[field.type]()


_LITERAL: Any = Literal
_LIST: Any = list


def _list(field: ListField[Any]) -> Any:
    of = _model(field.of)
    name = f"Other{field.of.__name__}"
    others = _build(name, _OTHERS, {"others": (of, ...)})
    return _LIST[of | others | Literal["..."]] | Literal["unknown"]


_OTHERS = "As a list's last item: what is known of any number of others."


def _truth() -> Any:
    return Literal["yes", "no", "unknown"] | bool


def _date() -> Any:
    from pydantic import Field as Described

    text = Annotated[str, Described(pattern=_DATE)]
    year = Annotated[int, Described(ge=1806, le=2215)]
    return text | year | _range("DateRange", "from", "to", text | year)


def _term() -> Any:
    from pydantic import Field as Described

    text = Annotated[str, Described(pattern=_TERM)]
    return text | _range("TermRange", "at_least", "at_most", text)


def _number(field: NumberField) -> Any:
    from pydantic import Field as Described

    number = Annotated[int, Described(ge=field.least, le=field.most)]
    name = f"{field.record}{field.name.title()}Range".replace("_", "")
    return number | _range(name, "at_least", "at_most", number) | Literal["unknown"]


def _text() -> Any:
    return str


def _range(name: str, low: str, high: str, form: Any) -> Any:
    if name not in _RANGES:
        doc = "Bounds, both included; one of them may be left out."
        bounds = {low: (form | None, None), high: (form | None, None)}
        _RANGES[name] = _build(name, doc, bounds, minProperties=1)
    return _RANGES[name]


_RANGES: dict[str, Any] = {}


_SIMPLE = {"truth": _truth, "date": _date, "term": _term, "text": _text}
