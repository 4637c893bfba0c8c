"""Pictures of the real window: empty, with a clip, with overlays, and its export dialog; light, dark and at 2x.

`python -m tests.bench.screenshots FOLDER [--photo FILE]`. Each look is a process of its own, in a virtual X screen if
xvfb-run is there and no display is.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench import studio

ROOT = Path(__file__).parents[2]
LOOKS = {"light": ("light", "1"), "dark": ("dark", "1"), "light-2x": ("light", "2"), "dark-2x": ("dark", "2")}


def script(folder: Path, look: str, photo: Path | None):
    """The steps, for `studio.run`."""

    def steps(window):
        document = window.document
        from kpvp_gui.dialogs.export import ExportDialog

        def grab(name: str, widget=window) -> None:
            widget.grab().save(str(folder / f"{look}-{name}.png"))

        window.resize(1280, 720)
        yield lambda: studio.engine_is_ready(window)
        yield 0.5
        grab("empty")
        wanted = photo or next(iter(window.samples()), None) or studio.make_photo(folder / "photo.jpg", 1200, 900)
        document.open_photo(wanted)
        yield lambda: document.clips.current is not None and not document.making.busy
        for _ in range(2):
            document.generate()
            yield 0.1
        for number in (4, 8, 2):
            window.choose_action(number)
            yield lambda: not document.making.busy
        document.generate()
        yield lambda: not document.making.busy
        document.star(document.clips[1].id, True)
        document.playback.pause()
        document.playback.set_playhead(13)
        yield 0.7
        grab("clip")
        document.set_overlays(("frame", "keypoints", "trails"))
        document.select_keypoints({3, 7})
        yield 0.7
        grab("overlays")
        window.exports.export_current()
        dialog = next(child for child in window.children() if isinstance(child, ExportDialog))
        yield 0.5
        grab("export", dialog)
        dialog.name.setText(str(folder / f"{look}.gif"))
        dialog.start()
        yield dialog.show_button.isVisible
        yield 0.2
        grab("exported", dialog)
        dialog.reject()

    return steps


def main() -> int:
    """Run the looks asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photo", type=Path)
    parser.add_argument("--look", choices=LOOKS, help="this one only, in this process")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.look is None:
        return max(_in_own_process(look, arguments) for look in LOOKS)
    appearance, scale = LOOKS[arguments.look]
    os.environ["QT_SCALE_FACTOR"] = scale
    studio.prepare(appearance)
    return studio.run(script(arguments.folder.resolve(), arguments.look, arguments.photo))


def _in_own_process(look: str, arguments: argparse.Namespace) -> int:
    command = [sys.executable, "-m", "tests.bench.screenshots", str(arguments.folder.resolve()), "--look", look]
    if arguments.photo:
        command += ["--photo", str(arguments.photo.resolve())]
    environment = dict(os.environ)
    if "DISPLAY" not in environment and shutil.which("xvfb-run"):
        environment["QT_QPA_PLATFORM"] = "xcb"
        command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 2560x1440x24", *command]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
