"""Workbooks checked by the workers of a Dask cluster, on as many machines as it has.

The cluster is somebody else's: it is started and stopped with Dask's own commands. Scheduler
and workers need this release, and each worker the same figures, and the workbooks at the same path,
as in a shared folder.
"""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from xl_vsm.batch.answers import Lost
from xl_vsm.batch.checked import Checked, not_come_back
from xl_vsm.checks.one_workbook import Question
from xl_vsm.findings import Finding
from xl_vsm.release import VERSION
from xl_vsm.writable import writable

if TYPE_CHECKING:
    from distributed import Client

PATIENCE: Final = 10
"""Seconds for a scheduler to answer."""
FIRST_WORKER: Final = 10
"""Seconds for it to have a worker."""
RELEASE: Final = "xl_vsm.release:VERSION"
SCHEMES: Final = ("tcp", "tls", "ws", "wss")
NOT_THERE: Final = (
    "is not where a worker of the cluster looks for it: each needs the workbooks at the same path,"
    " as in a shared folder"
)
OTHER_RELEASE: Final = "was checked by a worker with another release: install {} on each"

GONE: Final = "the Dask scheduler has gone"

Check = Callable[[Path, Question], Checked]


class ClusterError(Exception):
    """A cluster that cannot be used; the message says why, and what to do."""


class Workers(Executor):
    """The workers of a cluster: each workbook goes to one that is free.

    A worker that ends is no loss: what it had goes to another. A workbook that ends one worker
    after the other is given up by Dask.

    `Client.get_executor` is not used, because what it gives waits for ever where the scheduler
    ends between a workbook's being checked and its result's being fetched.
    """

    def __init__(self, client: Client) -> None:
        """Take the connection to the scheduler."""
        self._client = client

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Have a worker check a workbook: `submit(check_file, path, question)`.

        Returns:
            What will be its result, or `Lost` where the scheduler has gone.
        """
        path, question = args
        answer: Future[Any] = Future()
        if self._client.status != "running":
            answer.set_exception(Lost(GONE))
            return answer
        sent = (fn, path, path.absolute(), path.exists(), question, VERSION)
        # Not pure: the file at a path may change, so that an answer is never one kept from before.
        asked = self._client.submit(there, *sent, **kwargs, pure=False)
        self._client.loop.add_callback(_hand_over, asked, answer)
        answer.add_done_callback(lambda done: asked.release() if done.cancelled() else None)
        return answer


async def _hand_over(asked: Any, answer: Future[Any]) -> None:
    """Give a worker's result to whoever waits for it, and let the cluster forget it."""
    try:
        result = await asked
    except (Exception, CancelledError) as fault:
        if answer.set_running_or_notify_cancel():  # somebody wants it still
            answer.set_exception(fault if asked.status == "error" else Lost(GONE))
    else:
        if answer.set_running_or_notify_cancel():
            answer.set_result(result)
    finally:
        asked.release()


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
    elsewhere, here = writable(absolute), writable(path)
    findings = tuple(_named(each, elsewhere, here) for each in checked.workbook.findings)
    update = {"path": here, "findings": findings}
    return checked.model_copy(update={"workbook": checked.workbook.model_copy(update=update)})


def _named(finding: Finding, absolute: str, path: str) -> Finding:
    """Let what is said of a file name it as whoever asked did."""
    said = {"message": finding.message, "why": finding.why}
    return finding.model_copy(
        update={name: text.replace(absolute, path) for name, text in said.items()}
    )


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
        at_a_time = _at_a_time(client, address)
        with Workers(client) as workers:
            yield workers, at_a_time
    finally:
        client.close()  # whatever was not begun is not begun


def _connected(address: str) -> Client:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to bring in
        from distributed.versions import VersionMismatchWarning  # noqa: PLC0415
    except ImportError as error:
        raise ClusterError(
            f"--scheduler needs Dask: pip install 'xl-vsm[dask]' ({error})"
        ) from error
    _keep_to_an_address(address)
    try:
        with warnings.catch_warnings():
            # What has to be the same is looked at afterwards, and told in words.
            warnings.simplefilter("ignore", VersionMismatchWarning)
            asyncio.run(_greeted(address))
            return Client(address, timeout=PATIENCE, set_as_default=False)
    except OSError as error:
        raise ClusterError(
            f"{address}: no Dask scheduler answered there within {PATIENCE} seconds"
        ) from error


async def _greeted(address: str) -> None:
    """Say good day and be answered: `Client` waits for ever for who takes a call and is silent."""
    from distributed.comm import connect  # noqa: PLC0415 - an extra
    from distributed.security import Security  # noqa: PLC0415

    arguments = Security().get_connection_args("client")
    async with asyncio.timeout(PATIENCE):
        comm = await connect(address, timeout=PATIENCE, **arguments)
    comm.abort()


def _keep_to_an_address(address: str) -> None:
    """Refuse what is no address: Dask would leave a connection behind that is half made."""
    try:
        parts = urlsplit(address if "://" in address else f"tcp://{address}")
        known = parts.scheme in SCHEMES and parts.hostname and parts.port
    except ValueError:
        known = None
    if not known:
        raise ClusterError(
            f"{address!r} is no address of a Dask scheduler, such as tcp://10.0.0.5:8786"
        )


def _at_a_time(client: Client, address: str) -> int:
    """Return how many workbooks the workers can check at a time.

    Raises:
        ClusterError: there is no worker, or one that is not like this process.
    """
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER)
    except TimeoutError as error:
        raise ClusterError(
            f"{address}: the scheduler has no worker; start one with: dask worker {address}"
        ) from error
    _keep_alike(client)
    return sum(client.nthreads().values())


def _keep_alike(client: Client) -> None:
    """Refuse a cluster whose answers could differ, or would not be understood.

    The scheduler is asked too: Dask has it unpack what it passes on.
    """
    said = client.get_versions()
    ours = {"xl-vsm": VERSION, **_versions(said["client"])}
    try:
        release = client.run_on_scheduler(resolve_name, RELEASE)
    except Exception as fault:
        release = fault
    _refuse_unlike("the scheduler", release, said["scheduler"], ours)
    for worker, release in sorted(client.run(resolve_name, RELEASE, on_error="return").items()):
        _refuse_unlike(f"the worker {worker}", release, said["workers"][worker], ours)


def _refuse_unlike(
    whose: str, release: object, said: Mapping[str, Any], ours: dict[str, str]
) -> None:
    if isinstance(release, Exception):
        raise ClusterError(f"{whose} has no xl-vsm: install {VERSION} there")
    for name, version in {"xl-vsm": release, **_versions(said)}.items():
        if version != ours[name]:
            raise ClusterError(
                f"{whose} has {name} {version}, where this machine has {ours[name]}:"
                " install the same on both"
            )


def _versions(said: Mapping[str, Any]) -> dict[str, str]:
    packages = said["packages"]
    python = ".".join(packages["python"].split(".")[:2])
    return {"Python": python, "distributed": packages["distributed"]}
