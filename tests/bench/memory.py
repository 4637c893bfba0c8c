"""How much memory a long sitting takes: 200 clips and 100 edits in one studio, and whether the later half takes more.

`python -m tests.bench.memory [--json] [CLIPS]`. Every second clip is edited; there are stars, comparisons, scrubbing,
exports and saved projects in between, as in use. The bars: at most 1.5 GB, and no growth over the later half.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from tests.bench import stalls, studio
from tests.soak.vitals import growth, vitals

CLIPS = 200
BAR_MIB, GROWTH_BAR = 1430, 2.0  # 1.5 GB; percent, as noise
_REST = 25  # clips from one export, saving and comparison to the next


def script(seen: list, home: Path, clips: int):
    """The steps, for `studio.run`. seen: is filled with the vitals after every clip."""

    def steps(window):
        document, autosave = window.document, window.session.autosave

        def idle() -> bool:
            return not document.making.busy and autosave._job is None

        yield lambda: studio.engine_is_ready(window)
        photos = [studio.make_photo(home / f"photo {n}.jpg", 1600, 1200) for n in range(4)]
        while len(seen) < clips:
            number, tiles = len(seen), len(document.clips)
            if number % _REST == 0:
                document.open_photo(photos[number // _REST % len(photos)])
            else:
                document.generate()
            yield lambda tiles=tiles: len(document.clips) > tiles and idle()
            document.playback.pause()
            for frame in range(0, 32, 4):
                document.playback.set_playhead(frame)
                yield 0.01
            if number % 2:
                yield from _edit(document)
                yield idle
            document.star(document.clips.current.id, number % 10 == 0)
            if number % _REST == _REST - 1:
                yield from _share(window, home, number)
                yield idle
            seen.append(vitals())

    return steps


def _edit(document):
    document.editing.begin({0, 1})
    for step in range(4):
        document.editing.move(np.array([0.01 * (step + 1), -0.01]))
        yield 0.02
    document.editing.finish()


def _share(window, home: Path, number: int):
    """What is done with clips once there are some."""
    window.middle.show_comparison(window.document.clips[-2].id)
    yield 0.3
    window.middle.canvas_action.setChecked(True)
    window.session.save(home / "sitting.kpvp")
    yield lambda: window.session._job is None
    yield from stalls.export(window, home / f"clip {number}.gif")


def main() -> int:
    """The status tells whether the studio came through, not whether it kept the bars."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", nargs="?", type=int, default=CLIPS)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    home = studio.prepare()
    seen: list = []
    status = studio.run(script(seen, home, asked.clips))
    if len(seen) < asked.clips:
        return status or 1
    most, grown = max(each.memory for each in seen), growth(seen, 0.5)
    figures = {
        "clips": len(seen),
        "most_mib": round(most),
        "grown_percent": round(grown.memory, 1),
        "grown_files": grown.files,
        "grown_threads": grown.threads,
        "course_mib": [round(each.memory) for each in seen[:: max(1, len(seen) // 20)]],
    }
    if asked.json:
        print(json.dumps(figures))
        return status
    print(f"{len(seen)} clips, {len(seen) // 2} edits: at most {most:.0f} MiB   bar {BAR_MIB} MiB")
    print(f"later half: {grown.memory:+.1f} % memory, {grown.files:+d} files, {grown.threads:+d} threads", end="")
    print(f"   bar {GROWTH_BAR:.0f} %")
    print("course in MiB:", *figures["course_mib"])
    return status


if __name__ == "__main__":
    sys.exit(main())
