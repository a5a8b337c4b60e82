"""Why a worksheet function answers as it does, and what all of them rest on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from inspect import Parameter
from typing import Any

from xl_vsm.excel.definition import ExcelFunction
from xl_vsm.excel.function import REGISTRY
from xl_vsm.excel.view import figures, noting
from xl_vsm.parameters import NotInForce, Parameters
from xl_vsm.parameters.parameters import in_words
from xl_vsm.parameters.standing import standing
from xl_vsm.release import VERSION
from xl_vsm.rules.awards.withhold import decided_terms
from xl_vsm.rules.rule import Explanation, Rule
from xl_vsm.rules.words import squeeze


def explained(function_name: str, arguments: tuple[object, ...]) -> str:
    """Return the reason for an answer, with its sources.

    Args:
        function_name: a worksheet function, however its name is typed.
        arguments: raw cells, in the function's own order.

    Raises:
        ValueError: there is no such function, or its arguments cannot be read.
    """
    definition = _definition(function_name)
    with noting() as asked:
        definition.function(*definition.read(*_given(definition, arguments)))
    if not asked:
        return definition.summary
    rule, facts = asked[0]
    found = rule.explain(*facts)
    p = facts[-1]
    assert isinstance(p, Parameters)
    return f"{found.reason[:1].upper()}{found.reason[1:]}. {_sources(found, rule, p)}"


def _given(definition: ExcelFunction, arguments: tuple[object, ...]) -> tuple[object, ...]:
    """Return the arguments, blanks for those left out, so that each is asked for by its name."""
    kinds = [each.kind for each in definition.signature.parameters.values()]
    takes = len(kinds)
    if Parameter.VAR_POSITIONAL in kinds:
        takes = max(takes - 1, len(arguments))
    if len(arguments) > takes:
        raise ValueError(f"{definition.name} takes {takes} arguments, not {len(arguments)}")
    return arguments + (None,) * (takes - len(arguments))


def status(p: Parameters | None = None) -> str:
    """Return one line on the release and on what cannot be relied on today."""
    view = p or figures(None)
    pending = [] if _is_decided(view) else ["withholding terms"]
    newest = max(
        (each for name in _kinds() for each in view.store.series(name).publication),
        key=lambda each: each.published,
    )
    parts = [
        f"xl_vsm {VERSION}",
        f"newest publication {newest.published_words}",
        standing(view),
        f"pending: {', '.join(pending)}" if pending else "nothing pending",
        f"transcribed: {', '.join(_transcribed(view)) or 'nothing'}",
    ]
    return "; ".join(parts)


def _definition(name: str) -> ExcelFunction:
    typed = name.partition("(")[0]
    for known, definition in REGISTRY.items():
        if squeeze(known) == squeeze(typed):
            return definition
    near = get_close_matches(typed.strip().upper(), REGISTRY, n=1) or sorted(REGISTRY)
    raise ValueError(f"function_name must be a function here, such as {near[0]}, not {name!r}")


def _sources(found: Explanation, rule: Rule[..., Any], p: Parameters) -> str:
    """Name each document with the places in it that the answer rests on."""
    places: dict[str, list[str]] = {}
    for cite in found.cites:
        places.setdefault(cite.source, []).append(cite.locator)
    named = [
        f"{p.store.sources[source].name}, {', '.join(where)}" for source, where in places.items()
    ]
    used = [p.used[name] for name in rule.rests_on if name in p.used]
    marks = []
    if any(each.illustrative for each in used):
        marks.append("illustrative")
    if any(each.transcribed for each in used):
        marks.append("transcribed")
    mark = f" ({', '.join(marks)})" if marks else ""
    return f"Source: {'; '.join(named)}{mark}"


def _is_decided(p: Parameters) -> bool:
    try:
        return decided_terms(p) is not None
    except NotInForce:
        return True  # before the framework nothing awaits a decision


def _kinds() -> Iterable[str]:
    # The shapes of the tables are slow to bring in, and this module comes with every function.
    from xl_vsm.parameters.tables import KINDS  # noqa: PLC0415

    return KINDS


def _transcribed(p: Parameters) -> list[str]:
    names = []
    for name in _kinds():
        try:
            if p.publication(name).transcribed:
                names.append(in_words(name))
        except NotInForce:
            continue
    return names
