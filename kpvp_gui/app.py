"""Starting the studio in this order: crash log, theme, window on screen; then torch, in the engine thread.

`main` is what `kpvp` without a sub-command calls.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from engine.models.library import BrokenModel, scan
from engine.projects.project import SUFFIX
from kpvp_gui import translation
from kpvp_gui.background import crash_log, jobs, startup_times
from kpvp_gui.background.garbage import GarbageCollector
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.connection import connect_engine
from kpvp_gui.document.document import Document
from kpvp_gui.document.engine_thread import EngineThread
from kpvp_gui.main_window import MainWindow
from kpvp_gui.projects.kept_clips import KeptClips
from kpvp_gui.translation import tr, translated
from kpvp_gui.widgets import mark
from kpvp_gui.widgets.theme import Theme

SWITCH_INTERVAL = 0.001  # s between threads wanting the interpreter: the window waits a fifth of the usual


def main(argv: list[str]) -> int:
    """Open the studio, with the photo or project at `argv[0]` if there is one. Returns the exit status."""
    startup_times.mark("python")
    # Qt has no use for our arguments, and stumbles over a name that is not UTF-8.
    application = QApplication.instance() or QApplication(["kpvp"])
    assert isinstance(application, QApplication)
    application.setApplicationName("KPVP Studio")
    application.setOrganizationName("kpvp")
    application.setWindowIcon(mark.program_icon())
    sys.setswitchinterval(SWITCH_INTERVAL)
    garbage = GarbageCollector(application)
    remembered = Remembered()
    translation.choose(remembered.language)
    document = Document()
    crash_log.install(document.report_recorded)
    theme = Theme(application, remembered.appearance)
    window = MainWindow(document, remembered)
    window.appearance_chosen.connect(theme.set_appearance)
    models, broken = scan()
    document.set_models(models, preferred=remembered.model)
    engine = EngineThread(document.model_entry, remembered.device)
    session = window.session
    kept = KeptClips(document, session.autosave, engine.submit)
    connect_engine(document, engine, kept.submit, kept.finish)
    engine.model_loaded.connect(window.engine_ready)
    engine.done.connect(lambda _id, _clip, seconds: window.clip_took(seconds))
    engine.model_loaded.connect(lambda _: startup_times.mark("engine ready"))
    for over in (engine.model_loaded, engine.trouble):
        over.connect(garbage.begin)
    window.painted.connect(lambda: startup_times.mark("painted"))
    window.painted.connect(engine.start)
    if not argv:
        window.painted.connect(window.helping.offer_tour)
    window.show()
    wanted = Path(argv[0]) if argv else None
    if wanted is not None and wanted.suffix.lower() == SUFFIX:
        session.start(wanted)
    else:
        session.start(with_photo=wanted is not None)
        if wanted is not None:
            document.open_photo(wanted)
    _tell_of_broken(broken, document)
    _let_interrupts_through(application)
    status = application.exec()
    if document.model_entry is not None:
        remembered.model = document.model_entry.name
    engine.shut_down()
    session.end()
    jobs.wait_for_all()
    return status


def _tell_of_broken(broken: list[BrokenModel], document: Document) -> None:
    """Say which model file is not used, and why: else one that was copied badly would just be missing."""
    if broken:
        more = tr(" Nor are %n more files in the models folders.", "", len(broken) - 1) if len(broken) > 1 else ""
        first = broken[0]
        what = tr(
            "The model file {name} is not used. {what}{more}",
            name=first.path.name,
            what=translated(first.error.what),
            more=more,
        )
        document.message.emit(what, translated(first.error.remedy))


def _let_interrupts_through(application: QApplication) -> None:
    """Ctrl+C in the terminal, or the end of the desktop's session, closes the window in good order.

    Python needs a moment now and then to notice it.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.closeAllWindows())
    beat = QTimer(application)
    beat.start(500)
    beat.timeout.connect(lambda: None)
