"""The words of the command line: what is asked, and what it ends with."""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from importlib import import_module

from xl_vsm.cli import abouts
from xl_vsm.cli.early import begin_early
from xl_vsm.cli.errors import CommandError
from xl_vsm.cli.terminal import show_what_it_can
from xl_vsm.cli.verbs import VERBS
from xl_vsm.release import VERSION


def run(words: list[str], *, tidy_later: bool = False) -> int:
    """Carry out the words of a command line and return the exit code.

    Args:
        words: the words after the program's name.
        tidy_later: whether looking for what can be thrown away is put off until the verb begins.
    """
    show_what_it_can(sys.stdout)
    show_what_it_can(sys.stderr)
    options = _parser(words).parse_args(words)
    begun = None
    try:
        options.begun = begun = begin_early(options.verb, options)
        verb = _brought_in(options.verb)
        if tidy_later:
            gc.freeze()  # what was brought in stays for good
            gc.enable()
        return verb(options)
    except CommandError as error:
        print(f"xl-vsm: {error}", file=sys.stderr)
        return 2
    except ValueError as error:
        if not _of_a_parameter_file(error):
            raise
        print(f"xl-vsm: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("xl-vsm: stopped", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the output has gone, as `| head` does. There is nobody left to tell.
        sys.stderr.close()
        return 2
    finally:
        if begun is not None:
            begun.give_up()


def _brought_in(verb: str) -> Callable[[Namespace], int]:
    """Return what runs a verb, brought in only now, so that none waits for another's libraries."""
    run_verb: Callable[[Namespace], int]
    run_verb = getattr(import_module(f"xl_vsm.cli.{verb}"), f"run_{verb}")
    return run_verb


def _of_a_parameter_file(error: ValueError) -> bool:
    # Not brought in before it is needed; where the error is one, it has been brought in already.
    from xl_vsm.parameters import ParameterFileError  # noqa: PLC0415

    return isinstance(error, ParameterFileError)


def _parser(words: list[str] | None = None) -> ArgumentParser:
    """Return the parser of the command line, with all verbs or with the one that is asked for."""
    parser = ArgumentParser(
        prog="xl-vsm", description=abouts.ABOUT, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"xl-vsm {VERSION}")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    for name in words[:1] if words and words[0] in VERBS else VERBS:
        verb = VERBS[name]
        made = verbs.add_parser(
            name,
            help=verb.summary,
            description=verb.about,
            formatter_class=RawDescriptionHelpFormatter,
        )
        verb.add(made)
        made.set_defaults(verb=name)
    return parser
