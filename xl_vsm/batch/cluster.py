"""Workbooks checked by the workers of a Dask cluster, on as many machines as it has.

The cluster is somebody else's: it is started and stopped with Dask's own commands. Each worker
needs this release, the same figures, and the workbooks at the same path, as in a shared folder.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Final

from xl_vsm.batch.checked import Checked, not_come_back
from xl_vsm.checks.one_workbook import Question
from xl_vsm.release import VERSION

if TYPE_CHECKING:
    from distributed import Client

PATIENCE: Final = 10
"""Seconds for a scheduler to answer, and for a first worker to be there."""
NOT_THERE: Final = (
    "is not where a worker of the cluster looks for it: each needs the workbooks at the same path,"
    " as in a shared folder"
)
OTHER_RELEASE: Final = "was checked by a worker with another release: install {} on each"

Check = Callable[[Path, Question], Checked]


class ClusterError(Exception):
    """A cluster that cannot be used; the message says why, and what to do."""


class Workers(Executor):
    """The workers of a cluster: each workbook goes to one that is free.

    A worker that ends is no loss: what it had goes to another. A workbook that ends one worker
    after the other is given up by Dask.
    """

    def __init__(self, client: Client) -> None:
        """Take the connection to the scheduler."""
        self._client = client
        # Not pure: the file at a path may change, so that an answer is never one kept from before.
        self._executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a worker check a workbook: `submit(check_file, path, question)`."""
        path, question = args
        sent = (fn, path, path.absolute(), path.exists(), question, VERSION)
        asked: Future[Any] = self._executor.submit(there, *sent, **kwargs)
        return asked

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the workers to others; what none has begun is not begun."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def there(
    check: Check, path: Path, absolute: Path, seen: bool, question: Question, release: str
) -> Checked:
    """Check a workbook where this runs, which may be another machine in another folder.

    Args:
        check: what checks it.
        path: as whoever asks names it.
        absolute: where it is.
        seen: whether whoever asks sees a file there.
        question: the days and limits.
        release: the release that asks.
    """
    if release != VERSION:
        return not_come_back(path, question, OTHER_RELEASE.format(release))
    if seen and not absolute.exists():
        return not_come_back(path, question, NOT_THERE)
    checked = check(absolute, question)
    workbook = checked.workbook.model_copy(update={"path": str(path)})
    return checked.model_copy(update={"workbook": workbook})


@contextmanager
def cluster(address: str) -> Iterator[tuple[Workers, int]]:
    """Connect to a Dask scheduler, and let go of it at the end.

    Args:
        address: the scheduler's, such as tcp://10.0.0.5:8786.

    Yields:
        What checks workbooks, and how many it can check at a time.

    Raises:
        ClusterError: Dask is not installed, nobody answers, there is no worker, or a worker
            has another release.
    """
    client = _connected(address)
    try:
        at_a_time = _workers(client, address)
        workers = Workers(client)
        try:
            yield workers, at_a_time
        finally:
            workers.shutdown(cancel_futures=True)
    finally:
        client.close()


def _connected(address: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to bring in
        from distributed.versions import VersionMismatchWarning  # noqa: PLC0415
    except ImportError as error:
        raise ClusterError(
            f"--scheduler needs Dask: pip install 'xl-vsm[dask]' ({error})"
        ) from error
    try:
        with warnings.catch_warnings():
            # What has to be the same is looked at below, and told in words.
            warnings.simplefilter("ignore", VersionMismatchWarning)
            return Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(
            f"{address}: no Dask scheduler answered there within {PATIENCE} seconds; an address is"
            f" as the scheduler prints it, such as tcp://10.0.0.5:8786 ({error})"
        ) from error


def _workers(client: Client, address: str) -> int:
    """Return how many workbooks can be checked at a time.

    Raises:
        ClusterError: there is no worker, or one that is not like this process.
    """
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise ClusterError(
            f"{address}: the scheduler has no worker; start one there with: dask worker {address}"
        ) from error
    _keep_alike(client)
    return sum(client.nthreads().values())


def _keep_alike(client: Client) -> None:
    """Refuse workers whose answers could differ, or would not be understood."""
    here = {"xl-vsm": VERSION, "Python": "{}.{}".format(*sys.version_info)}
    releases = client.run(resolve_name, "xl_vsm.release:VERSION", on_error="return")
    versions = client.run(_python, on_error="return") if False else {}
    for worker, release in releases.items():
        if release != VERSION:
            raise ClusterError(f"{worker} {release} {here} {versions}")
