"""Parsed front matter against a schema: a model, or located problems. Pure."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from scripts.source.problems.problem import Problem
from scripts.source.schema.every_error import errors_of
from scripts.source.schema.part import choices_of, example_of, has_free_keys, known_keys, label_of
from scripts.source.schema.schema_messages import wording_of
from scripts.source.text.strict_yaml import YamlDocument

_SAID_AT_THE_KEY = frozenset({"missing", "extra_forbidden", "too_short", "too_long", "tuple_type"})
Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: YamlDocument) -> tuple[Model | None, list[Problem]]:
    """Return ``document`` as a ``model`` (or ``None``) and every problem, each at its place.

    A wrong key is located at the key, a missing key at the item that lacks it, a wrong value
    at the value.
    """
    unknown = _unknown_empty_keys(model, document)
    try:
        return model.model_validate(document.value), unknown
    except ValidationError:
        details = errors_of(model, document.value)
    # pydantic counts only the valid items of a list: "too few" is noise when an item is named already.
    named = {detail["loc"][:depth] for detail in details for depth in range(1, len(detail["loc"]))}
    problems = [
        _problem(model, document, detail)
        for detail in details
        if not (detail["type"] == "too_short" and detail["loc"] in named)
    ]
    return None, sorted([*unknown, *problems])


def _unknown_empty_keys(model: type[BaseModel], document: YamlDocument) -> list[Problem]:
    """A key without a value never reaches the model: a misspelt one is a problem all the same, so is no reading."""
    return [
        _problem(model, document, {"type": "string_pattern_mismatch", "loc": location, "input": ""})
        for location in document.empty
        if has_free_keys(model, location[:-1])
    ] + [
        _problem(model, document, {"type": "extra_forbidden", "loc": location})
        for location in document.empty
        if not has_free_keys(model, location[:-1])
        and location[-1] not in known_keys(model, location[:-1])
        and all(
            isinstance(step, int) or step in known_keys(model, location[:depth])
            for depth, step in enumerate(location[:-1])
        )
    ]


def _problem(model: type[BaseModel], document: YamlDocument, detail: Any) -> Problem:
    location = detail["loc"]
    code, values = wording_of(
        detail,
        label_of(model, location),
        known_keys(model, location[:-1]),
        example_of(model, location),
        choices_of(model, location),
    )
    at_key = detail["type"] in _SAID_AT_THE_KEY
    return document.problem_at_key(location, code, **values) if at_key else document.problem(location, code, **values)
