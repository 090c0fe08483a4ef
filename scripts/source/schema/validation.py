"""Parsed front matter against a schema: a model, or located problems. Pure."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from scripts.source.problems.problem import Problem
from scripts.source.schema.part import choices_of, example_of, has_free_keys, known_keys, label_of
from scripts.source.schema.schema_messages import wording_of
from scripts.source.text.strict_yaml import Value, YamlDocument

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
    except ValidationError as error:
        details = error.errors(include_url=False)
    # pydantic counts only the valid items of a list: "too few" is noise when an item is named already.
    named = {detail["loc"][:depth] for detail in details for depth in range(1, len(detail["loc"]))}
    problems = [
        _problem(model, document, detail)
        for detail in details
        if not (detail["type"] == "too_short" and detail["loc"] in named)
    ]
    return None, sorted([*unknown, *problems])


def validate_sound_keys(model: type[Model], document: YamlDocument, stand_ins: Mapping[str, Value]) -> Model | None:
    """Return ``document`` as a ``model`` after taking ``stand_ins`` for what is wrong or missing.

    So that rules over whole stories can speak in the same run as the schema. ``None`` when
    even that is no ``model``.
    """
    values = document.value if isinstance(document.value, dict) else {}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors(include_url=False) if detail["loc"]}
    try:
        return model.model_validate({**stand_ins, **{key: v for key, v in values.items() if key not in wrong}})
    except ValidationError:
        return None


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
