"""The mutants of a module: mutmut's own changes, made wherever the module's code runs.

mutmut itself leaves out decorated functions, properties, and what stands in no function, because
its runner puts a switch into each function. Every rule here is decorated and every table is a
class, so its changes are used and its runner is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType
from typing import Any, Final

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT: Final = Path(__file__).parents[2]
MUTATED: Final = ("xl_vsm/rules", "xl_vsm/parameters")

Change = Callable[[Any], Iterable[cst.CSTNode]]


def text_between_braces(node: cst.FormattedStringText) -> Iterable[cst.FormattedStringText]:
    """Change the words of an f-string, which mutmut leaves as they are."""
    yield node.with_changes(value=f"XX{node.value}XX")


CHANGES: Final[tuple[tuple[type, Change], ...]] = (
    *mutation_operators,
    (cst.FormattedStringText, text_between_braces),
)

KINDS: Final = {
    "operator_arg_removal": "argument left out or None",
    "operator_assignment": "assigned None",
    "operator_augmented_assignment": "assigned None",
    "operator_if_exp": "condition always or never",
    "operator_keywords": "comparison or operator",
    "operator_match": "case left out",
    "operator_name": "true and false",
    "operator_number": "number",
    "operator_remove_unary_ops": "comparison or operator",
    "operator_string": "text",
    "operator_swap_op": "comparison or operator",
    "operator_symmetric_string_methods_swap": "method",
    "operator_unsymmetrical_string_methods_swap": "method",
    "operator_lambda": "assigned None",
    "operator_dict_arguments": "argument left out or None",
    "text_between_braces": "text",
}
"""What each change is called where mutants are counted."""

LEFT_OUT: Final = ("len", "isinstance", "ParamSpec", "TypeVar")
"""Calls that are left alone: without its argument either of the first two, which mutmut leaves out
as well, fails wherever it stands; only a type checker reads the names that the others are given."""


@dataclass(frozen=True)
class Mutant:
    """One change to one module."""

    module: str
    path: Path
    number: int
    """Counted in the module, in the order of its lines."""
    kind: str
    function: str
    """The outermost function whose body is changed; empty where what runs on import is."""
    lines: range
    """The lines of the statement changed, by which the tests that run it are found."""
    line: int
    change: tuple[str, str]
    where: tuple[cst.Module, cst.CSTNode, cst.CSTNode]

    @property
    def name(self) -> str:
        """Name it for a person: the module and its number there."""
        return f"{self.module}#{self.number}"

    @property
    def file(self) -> str:
        """The file, from the project's folder."""
        return str(self.path.relative_to(ROOT))

    @property
    def place(self) -> tuple[str, int, str, str]:
        """Which change it is, and where: by this a verdict of another run is found again."""
        return self.file, self.line, *self.change

    @property
    def source(self) -> str:
        """The module's text with the change in it."""
        module, old, new = self.where
        changed = module.deep_replace(old, new)
        assert isinstance(changed, cst.Module)
        return changed.code

    @property
    def code(self) -> CodeType:
        """The module's code with the change in it."""
        return compile(self.source, str(self.path), "exec")


def modules(only: str = "") -> list[Path]:
    """Return the files that are mutated, in order, or those whose path has a text in it."""
    return [
        path
        for folder in MUTATED
        for path in sorted((ROOT / folder).rglob("*.py"))
        if only in str(path.relative_to(ROOT))
    ]


def module_name(path: Path) -> str:
    """Return the name by which a file is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def mutants_of(path: Path) -> list[Mutant]:
    """Return every mutant of a file, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    visitor = _Visitor(path, wrapper.module)
    wrapper.visit(visitor)
    return visitor.made


class _Visitor(cst.CSTVisitor):
    """Goes through a module and makes each change, knowing where it stands."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: Path, module: cst.Module) -> None:
        super().__init__()
        self.path, self.module = path, module
        self.made: list[Mutant] = []
        self._classes: list[str] = []
        self._function = ""
        self._depth = 0
        self._statement: list[cst.CSTNode] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _left_out(node) or (isinstance(node, cst.Annotation) and not self._is_a_bound(node)):
            return False
        if isinstance(node, cst.Call) and _text(node.func) == "cast":
            node.args[-1].visit(self)  # the first is a type
            return False
        if isinstance(node, cst.SimpleStatementLine):
            self._statement.append(node)
        for what, change in CHANGES:
            if isinstance(node, what):
                self._make(node, change)
        if isinstance(node, cst.ClassDef):
            self._classes.append(node.name.value)
        return True

    def _is_a_bound(self, node: cst.Annotation) -> bool:
        """Say whether an annotation is one that a table is held to when a file is read."""
        bounds = ("Annotated[", "Literal[")
        return bool(self._classes) and not self._depth and any(b in _text(node) for b in bounds)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.ClassDef):
            self._classes.pop()
        if self._statement and self._statement[-1] is original_node:
            self._statement.pop()

    def on_visit_attribute(self, node: cst.CSTNode, attribute: str) -> None:
        if isinstance(node, cst.FunctionDef) and attribute == "body":
            if not self._depth:
                self._function = ".".join([*self._classes, node.name.value])
            self._depth += 1

    def on_leave_attribute(self, original_node: cst.CSTNode, attribute: str) -> None:
        if isinstance(original_node, cst.FunctionDef) and attribute == "body":
            self._depth -= 1
            if not self._depth:
                self._function = ""

    def _make(self, node: cst.CSTNode, change: Change) -> None:
        for changed in change(node):
            at = self._at(node)
            self.made.append(
                Mutant(
                    module=module_name(self.path),
                    path=self.path,
                    number=len(self.made) + 1,
                    kind=KINDS[change.__name__],
                    function=self._function,
                    lines=self._lines(node),
                    line=at.start.line,
                    change=(_text(node), _text(changed)),
                    where=(self.module, node, changed),
                )
            )

    def _at(self, node: cst.CSTNode) -> CodeRange:
        found = self.get_metadata(PositionProvider, node)
        assert isinstance(found, CodeRange)
        return found

    def _lines(self, node: cst.CSTNode) -> range:
        at = self._at(self._statement[-1] if self._statement else node)
        return range(at.start.line, at.end.line + 1)


def _left_out(node: cst.CSTNode) -> bool:
    """Leave out what only a type checker reads, and what mutmut leaves out as well."""
    if isinstance(node, cst.Import | cst.ImportFrom):
        return True
    if isinstance(node, cst.If) and _text(node.test) == "TYPE_CHECKING":
        return True
    return (
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Name)
        and node.func.value in LEFT_OUT
    )


def _text(node: cst.CSTNode) -> str:
    node = node.annotation if isinstance(node, cst.Annotation) else node
    return cst.Module([]).code_for_node(node).strip()


def every_mutant(only: str = "") -> Iterator[Mutant]:
    """Yield the mutants of every file, in order."""
    for path in modules(only):
        yield from mutants_of(path)
