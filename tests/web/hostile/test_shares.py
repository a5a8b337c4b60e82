"""No address has all of the memory, of the processes or of the queue: others are answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from tests.web.hostile.wire import END, FORM, PART, SOMEBODY_ELSE
from tests.web.inside import apart, browser
from xl_vsm.web.refusals import Refusal
from xl_vsm.web.turns import Turns
from xl_vsm.web.uploads import Held


async def held(asker: httpx.AsyncClient, number: int, end: asyncio.Event, who: str = "") -> None:
    """Have the application hold so many bytes of an upload until it may end."""

    async def body() -> AsyncIterator[bytes]:
        yield PART + b"x" * number
        await end.wait()
        yield END

    kind = {"Content-Type": FORM.partition(": ")[2], **({"X-Forwarded-For": who} if who else {})}
    await asker.post("/api/check", headers=kind, content=body())


async def status(asker: httpx.AsyncClient, **headers: str) -> tuple[int, str]:
    """Send an upload with a field that there is not, which is seen once it was taken whole."""
    parts = {"files": {"workbook": bytes(700_000)}, "data": {"none": "x"}}
    answer = await asker.post("/api/check", headers=headers, **parts)
    assert (answer.status_code == 422) != answer.headers.get("retry-after", "").isdigit()
    return answer.status_code, answer.json()["code"]


def test_one_address_holds_a_share_and_another_is_answered() -> None:
    async def day() -> None:
        async with browser(held_bytes=3_000_000, behind_proxy="127.0.0.1") as asker:
            end = asyncio.Event()
            first = asyncio.create_task(held(asker, 1_200_000, end))
            await becomes(asker, (429, "too-much"))
            assert await status(asker, **SOMEBODY_ELSE) == (422, "asked-wrongly")
            second = asyncio.create_task(held(asker, 1_200_000, end, "192.0.2.1"))
            await becomes(asker, (503, "busy"), **SOMEBODY_ELSE)
            first.cancel()  # whoever it was goes away
            second.cancel()
            await asyncio.gather(first, second, return_exceptions=True)
            assert await status(asker) == (422, "asked-wrongly")

    apart(day())


def test_what_is_given_back_can_be_taken_again() -> None:
    room = Held(100)
    room.take("a", 50)
    with pytest.raises(Refusal, match="as much from your address"):
        room.take("a", 1)
    room.take("b", 50)
    with pytest.raises(Refusal, match="busy"):
        room.take("c", 1)
    room.give("a", 50)
    room.take("c", 50)


async def becomes(asker: httpx.AsyncClient, expected: tuple[int, str], **headers: str) -> None:
    """Wait until an upload is answered so: what another has sent by then is soon counted."""
    async with asyncio.timeout(20):
        while await status(asker, **headers) != expected:
            await asyncio.sleep(0.05)


async def settled() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


def turns(places: int = 2, waiting: int = 8) -> Turns[int]:
    made: Turns[int] = Turns(places, waiting)
    for place in range(places):
        made.ready(place)
    return made


def test_the_last_place_is_for_another_address() -> None:
    async def day() -> None:
        at = turns()
        await at.take("slow")
        second = asyncio.create_task(at.take("slow"))
        await settled()
        assert not second.done()
        other = await asyncio.wait_for(at.take("other"), 1)
        at.give_up("other")
        at.ready(other)
        await settled()
        assert not second.done()
        at.give_up("slow")
        at.ready(0)
        assert await asyncio.wait_for(second, 1) in {0, 1}

    apart(day())


def test_each_address_has_a_turn_before_any_has_a_second() -> None:
    async def day() -> list[str]:
        at, order = turns(places=2), []
        first = await at.take("x"), await at.take("y")

        async def work(asker: str) -> None:
            place = await at.take(asker)
            order.append(asker)
            at.give_up(asker)
            at.ready(place)

        tasks = [asyncio.create_task(work(asker)) for asker in "aaabbc"]
        await settled()
        for asker, place in zip("xy", first, strict=True):
            at.give_up(asker)
            at.ready(place)
        await asyncio.gather(*tasks)
        return order

    order = apart(day())
    assert sorted(order) == list("aaabbc")
    assert set(order[:3]) == set("abc")
    assert order[-1] == "a"


def test_the_queue_has_room_for_others_too() -> None:
    at = turns(places=2, waiting=8)
    for _ in range(5):
        at.enter("many")
    with pytest.raises(Refusal, match="as much from your address"):
        at.enter("many")
    for number in range(5):
        at.enter(f"other {number}")
    with pytest.raises(Refusal, match="busy"):
        at.enter("late")
    at.leave("many")
    at.enter("late")


def test_whoever_goes_away_leaves_a_place_to_the_next() -> None:
    async def day() -> None:
        at = turns(places=1)
        place = await at.take("a")
        gone, stays = (asyncio.create_task(at.take(asker)) for asker in "bc")
        await settled()
        gone.cancel()
        await settled()
        at.give_up("a")
        at.ready(place)
        stays.cancel()  # its turn has come, and it has not seen it yet
        assert await asyncio.wait_for(at.take("d"), 1) == place

    apart(day())
