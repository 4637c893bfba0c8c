"""Draws curves.png: what the losses of finished runs did, from their events.

`python -m docs.pictures.curves NAME=RUN...` in the repository; one colour a run, one plot a loss.
"""

import json
import os
import sys
from pathlib import Path

import pyqtgraph
from pyqtgraph.exporters import ImageExporter

from training.runs.history import RunHistory, smoothed

PLOTS = (
    ("keypoints-128", "reconstruction", "128 px: weighted L1"),
    ("keypoints-128", "perceptual", "128 px: perceptual"),
    ("motion", "l1", "motion: 1000 x L1"),
    ("motion", "prior", "motion: surprise of z to the prior"),
)
COLOURS = ("#2a6fdb", "#d9622b", "#3a9b52")
WINDOW = 9  # values that are averaged


def history(run: Path) -> RunHistory:
    """All that the run's events tell."""
    told = RunHistory()
    for line in (run / "events.jsonl").read_text(encoding="utf-8").splitlines():
        told.add(json.loads(line))
    return told


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    runs = {name: history(Path(run)) for name, run in (request.split("=", 1) for request in sys.argv[1:])}
    pyqtgraph.setConfigOptions(background="w", foreground="#333", antialias=True)
    application = pyqtgraph.mkQApp()
    sheet = pyqtgraph.GraphicsLayoutWidget()
    sheet.resize(1100, 560)
    for number, (stage, key, title) in enumerate(PLOTS):
        plot = sheet.ci.addPlot(*divmod(number, 2), title=title)
        plot.setLabel("bottom", "step")
        plot.showGrid(x=True, y=True, alpha=0.15)
        if number == 0:
            plot.addLegend(offset=(-10, 10))
        for (name, told), colour in zip(runs.items(), COLOURS, strict=False):
            if (series := told.stage(stage).curves.get(key)) is None:
                continue
            values = smoothed(series.values, WINDOW)
            shown = series.steps >= 0.04 * series.steps[-1]  # the first steps would fill the plot's height
            plot.plot(series.steps[shown], values[shown], pen=pyqtgraph.mkPen(colour, width=2), name=name)
    sheet.show()
    application.processEvents()
    ImageExporter(sheet.scene()).export(str(Path(__file__).with_name("curves.png")))


if __name__ == "__main__":
    main()
