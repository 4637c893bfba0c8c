"""What the engine thread does next."""

import threading

from kpvp_gui.document.inputs import Inputs, Kind, Request
from kpvp_gui.document.mailbox import Mailbox


def request(name: str, kind: Kind) -> Request:
    return Request(name, kind, Inputs())


def taken(box: Mailbox) -> str:
    request = box.take()
    assert request is not None
    return request.id


def test_of_waiting_previews_only_the_last_is_kept():
    box = Mailbox()
    for name in "abc":
        box.put(request(name, Kind.PREVIEW))
    assert taken(box) == "c"


def test_requests_for_tiles_keep_their_order_and_go_before_previews():
    box = Mailbox()
    box.put(request("a", Kind.GENERATE))
    box.put(request("b", Kind.GENERATE))
    box.put(request("p", Kind.PREVIEW))
    assert [taken(box) for _ in range(3)] == ["a", "b", "p"]


def test_a_preview_being_made_is_stale_as_soon_as_anything_else_is_asked():
    box = Mailbox()
    box.put(request("p", Kind.PREVIEW))
    box.take()
    assert not box.is_stale()
    box.put(request("q", Kind.PREVIEW))
    assert box.is_stale()
    box.take()
    assert not box.is_stale()


def test_a_tile_being_made_is_not_given_up_for_a_preview():
    box = Mailbox()
    box.put(request("a", Kind.GENERATE))
    box.take()
    box.put(request("p", Kind.PREVIEW))
    assert not box.is_stale()


def test_closing_wakes_who_waits():
    box = Mailbox()
    taken = []
    thread = threading.Thread(target=lambda: taken.append(box.take()))
    thread.start()
    box.close()
    thread.join(2)
    assert taken == [None]


def test_a_search_gives_way_to_clips_and_goes_before_the_photos_size():
    box = Mailbox()
    for name, kind in (("e", Kind.ENLARGE), ("s", Kind.SEARCH), ("t", Kind.SEARCH), ("a", Kind.GENERATE)):
        box.put(request(name, kind))
    assert [taken(box) for _ in range(3)] == ["a", "t", "e"]


def test_a_search_is_given_up_for_the_next_but_not_for_a_clip():
    box = Mailbox()
    box.put(request("s", Kind.SEARCH))
    box.take()
    box.put(request("a", Kind.GENERATE))
    assert not box.is_stale()
    box.put(request("t", Kind.SEARCH))
    assert box.is_stale()
