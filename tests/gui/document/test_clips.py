"""How much memory clips may hold, and what they share."""

from kpvp_gui.document.inputs import Kind


def with_clip(document, engine, photo):
    document.set_photo(photo)
    engine.serve_all()
    return document.clips.current


def test_memory_is_bounded_and_dropped_frames_come_back_when_chosen(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.clips.limit = 5 * first.nbytes
    for _ in range(8):
        document.generate()
        engine.serve_all()
    assert sum(record.nbytes for record in document.clips) <= document.clips.limit
    assert first.frames is None and first.thumbnail is not None
    document.select_clip(first.id)
    assert [request.kind for request in engine.requests] == [Kind.REGENERATE]
    engine.serve_all()
    assert first.finished and first.frames[3, 0, 0, 0] == 24
    assert len(document.clips) == 9


def test_starred_clips_keep_their_frames_longest(document, engine, photo):
    first = with_clip(document, engine, photo)
    document.star(first.id, True)
    document.clips.limit = 3 * first.nbytes
    for _ in range(5):
        document.generate()
        engine.serve_all()
    assert first.frames is not None


def test_clips_of_one_crop_share_their_source(document, engine, photo):
    with_clip(document, engine, photo)
    document.generate()
    engine.serve_all()
    assert document.clips[0].source is document.clips[1].source


def test_deleted_clips_count_until_no_step_of_undo_holds_them(document, engine, photo):
    document.set_photo(photo)
    for seed in range(1, 5):
        document.set_seed(seed)
    engine.serve_all()
    deleted = list(document.clips)[:3]
    document.clips.limit = 4 * deleted[0].nbytes
    document.delete_clips([record.id for record in deleted])
    document.set_seed(9)
    engine.serve_all()
    document.set_seed(10)
    engine.serve_all()
    assert all(record.frames is not None for record in document.clips)  # what was deleted gives way first
    assert all(record.frames is None for record in deleted)
    while deleted[0] not in document.clips:
        document.undo()
    engine.serve_all()
    assert document.clips.current is deleted[0] and deleted[0].frames is not None
