"""Two ways of putting a mutant in force: in what runs already, or in what is imported anew."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from functools import _lru_cache_wrapper
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, FunctionType, ModuleType

from tests.mutation.mutants import Mutant


class Running:
    """The functions and what they have kept, in a process that has imported everything."""

    def __init__(self) -> None:
        self._functions: dict[tuple[str, str], list[FunctionType]] = {}
        self._kept: list[_lru_cache_wrapper[object]] = []
        for each in gc.get_objects():
            if isinstance(each, FunctionType):
                key = (each.__code__.co_filename, each.__code__.co_qualname)
                self._functions.setdefault(key, []).append(each)
            elif isinstance(each, _lru_cache_wrapper) and _is_ours(each):
                self._kept.append(each)

    def change(self, mutant: Mutant, *, files: bool) -> bool:
        """Give the functions that run already the mutant's code.

        Args:
            mutant: the change.
            files: whether the files of figures have been read by what is changed.

        Returns:
            Whether that could be done; where it could not, only importing it anew will do.
        """
        live = self._functions.get((str(mutant.path), mutant.function), [])
        new = list(_functions_in(mutant))
        if len(new) != 1 or not live:
            return False
        try:
            for each in live:
                each.__code__ = new[0]
        except ValueError:  # it holds on to other variables around it than before
            return False
        self.forget(files=files)
        return True

    def forget(self, *, files: bool = False) -> None:
        """Let what was kept when it was first worked out be worked out again.

        Args:
            files: whether the files of figures are read again as well, which takes its time.
        """
        for each in self._kept:
            if files or each.__name__ != "shipped":
                each.cache_clear()


def _is_ours(kept: object) -> bool:
    return str(getattr(kept, "__module__", "")).startswith("xl_vsm.")


def _functions_in(mutant: Mutant) -> Iterator[CodeType]:
    waiting = [mutant.code]
    while waiting:
        inside = [each for each in waiting.pop().co_consts if isinstance(each, CodeType)]
        yield from (each for each in inside if each.co_qualname == mutant.function)
        waiting += inside


class _Loader(SourceFileLoader):
    mutant: Mutant

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - as importlib asks
        return self.mutant.code


class Importing(MetaPathFinder):
    """Gives the mutant to whoever imports its module. To be put first in `sys.meta_path`."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the mutant's module, and no other."""
        if fullname != self.mutant.module:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        assert spec is not None
        loader = _Loader(fullname, str(self.mutant.path))
        loader.mutant = self.mutant
        spec.loader = loader
        return spec

    def begin(self) -> None:
        """Answer for imports from now on, before anything of the package has been imported."""
        assert not [name for name in sys.modules if name.partition(".")[0] in ("xl_vsm", "udfs")]
        sys.meta_path.insert(0, self)
