"""Parsed front matter against a schema: a model, or located problems. Pure."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from scripts.source.problem import Problem, problem_at
from scripts.source.schema import example_of, known_keys, label_of
from scripts.source.strict_yaml import Document
from scripts.source.wording import wording_of

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: Document, path: str) -> tuple[Model | None, list[Problem]]:
    """Return ``document`` as a ``model`` (or ``None``) and every problem, each at its place.

    A wrong key is located at the key, a missing key at the item that lacks it, a wrong value
    at the value.
    """
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    # pydantic counts only the valid items of a list: "too few" is noise when an item is named already.
    named = {detail["loc"][:depth] for detail in details for depth in range(1, len(detail["loc"]))}
    problems = [
        _problem(model, document, path, detail)
        for detail in details
        if not (detail["type"] == "too_short" and detail["loc"] in named)
    ]
    return None, sorted(problems)


def _problem(model: type[BaseModel], document: Document, path: str, detail: Any) -> Problem:
    location = detail["loc"]
    code, message = wording_of(
        detail,
        label_of(model, location),
        known_keys(model, location[:-1]),
        example_of(model, location),
    )
    where = location[:-1] if detail["type"] == "missing" else location
    mark = document.mark(where, key=detail["type"] in ("extra_forbidden", "too_short", "too_long", "tuple_type"))
    return problem_at(path, mark, code, message)
