"""Which project is open: beginning, opening, saving and leaving one, and what is there again at the next start.

All that touches the disk is done by jobs; what is open stays as it is until they have succeeded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.errors import KpvpError
from engine.media.photo import Photo
from engine.projects import kept
from engine.projects.kept import KeptWork
from engine.projects.project import SUFFIX
from kpvp_gui.background.jobs import Job
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import CANVAS_LAYERS, Document
from kpvp_gui.document.inputs import Inputs
from kpvp_gui.document.playback import LOOP_MODES, SPEEDS
from kpvp_gui.projects import opening
from kpvp_gui.projects.autosave import Autosave
from kpvp_gui.projects.keeper import Keeper
from kpvp_gui.projects.opening import OpenedWork
from kpvp_gui.projects.photo_memory import PhotoMemory
from kpvp_gui.projects.snapshot import document_state
from kpvp_gui.translation import tr

MOST_RECENT = 8

_Opening = Callable[[], OpenedWork | None]


class ProjectSession(QObject):
    """Keeps nothing before `start`. `path` is the file of the open project, None for work without one."""

    changed = Signal()  # name, modified or what may be opened
    left_open = Signal(object)  # KeptWork of a studio that ended before it could close it
    busy_changed = Signal(bool)

    def __init__(self, document: Document, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._remembered = document, remembered
        self._root = kept.root()
        self.autosave = Autosave(document, self)
        self.photo_memory = PhotoMemory(document, parent=self)
        self.autosave.kept.connect(self.photo_memory.look)
        self.path: Path | None = None
        self.elsewhere: Path | None = None  # the file that another window has open, of which this is a copy
        self.works: list[KeptWork] = []  # others that are kept without a file, or with more than it has
        self._job: Job | None = None
        self.autosave.failed.connect(document.report)
        self.autosave.modified_changed.connect(self.changed)

    @property
    def name(self) -> str:
        """As the title has it; "" for work without a file."""
        if self.elsewhere is not None:
            return tr("{name} (read-only)", name=self.elsewhere.name)
        return self.path.name if self.path is not None else ""

    @property
    def modified(self) -> bool:
        return self.path is not None and self.autosave.modified

    @property
    def recent(self) -> list[Path]:
        return [Path(line) for line in self._remembered.recent_projects.splitlines() if line]

    @property
    def photos(self) -> list[Photo]:
        """Every photo of the project, in the order in which clips were made of them."""
        found = [record.inputs.photo for record in self._document.clips] + [self._document.photo]
        return list(dict.fromkeys(photo for photo in found if photo is not None))

    # Beginning

    def start(self, project: Path | None = None, with_photo: bool = False) -> None:
        """Begin to keep things: in `project`, else where the last start left off.

        with_photo: one is being opened already; it goes on with work that has no file, and leaves a project alone.
        """
        last = self._remembered.last_work

        def begin() -> tuple[list[KeptWork], list[KeptWork], OpenedWork | None, Exception | None]:
            works, left = opening.survey(self._root)
            try:
                return works, left, self._first(project, last, with_photo), None
            except KpvpError as error:
                return works, left, None, error

        self._run(Job(begin), self._begun)

    def _first(self, project: Path | None, last: str, with_photo: bool) -> OpenedWork | None:
        models = self._document.models
        if project is not None:
            return opening.open_file(self._root, project, models)
        if not last:
            return None
        if Path(last).is_absolute():
            return None if with_photo or not Path(last).exists() else opening.open_file(self._root, Path(last), models)
        return opening.go_on(self._root, self._root / Path(last).name, models)

    def _begun(self, outcome: tuple) -> None:
        self.works, left, opened, error = outcome
        document = self._document
        fresh = document.photo is None and not len(document.clips)
        if opened is not None and (fresh or opened.path is None):
            self._take(opened, beneath=not fresh)
        else:
            self.autosave.begin(Keeper(self._root))
            if opened is not None:
                self._leave(opened.keeper)
        if error is not None:
            document.report(error)
        self._list_works()
        if left:
            self.left_open.emit(left[0])

    # Opening another

    def new(self) -> None:
        """Begin without photo and clips. What was there is kept."""
        self._open(lambda: None)

    def open(self, path: Path) -> None:
        self._remembered.project_folder = str(path.parent)
        if self.path is not None and path.resolve() == self.path:
            self._document.message.emit(tr("{name} is open already.", name=path.name), "")
            return
        self._open(lambda: opening.open_file(self._root, path, self._document.models))

    def open_kept(self, work: KeptWork) -> None:
        """Work without a file, or with more than its file has. After a crash a copy of it is opened."""
        models = self._document.models
        if work.state.closed:
            self._open(lambda: opening.go_on(self._root, work.folder, models))
        else:
            self._open(lambda: opening.recover(self._root, work.folder, models))

    def discard(self, work: KeptWork) -> None:
        """Delete what was kept and is not wanted back."""
        self._run(Job(opening.discard, work.folder), lambda _: self._list_works())

    def _open(self, read: _Opening) -> None:
        keeper, state, modified = self.autosave.keeper, document_state(self._document), self.autosave.modified

        def prepare() -> OpenedWork | None:
            while keeper is not None and keeper.write(state, modified):
                pass  # what cannot be kept is not left
            return read()

        self._run(Job(prepare), self._change_to)

    def _change_to(self, opened: OpenedWork | None) -> None:
        before = self.autosave.keeper
        if before is not None:
            self._leave(before, keep=True)
        if opened is not None:
            self._take(opened)
        else:
            model = self._document.model_entry
            nothing = Inputs() if model is None else Inputs().with_model(model)

            def empty() -> None:
                self._document.open_work((), nothing)
                self._document.marks.from_json({})

            self.autosave.begin(Keeper(self._root), empty)
            self._set_path(None)

    def _leave(self, keeper: Keeper, keep: bool = False) -> None:
        """keep: what is there now is that keeper's, still."""
        state = document_state(self._document) if keep else None
        job = Job(keeper.leave, state, self.autosave.modified)
        job.finished.connect(lambda _: self._list_works())
        job.failed.connect(self._document.report)
        job.start()

    def _take(self, opened: OpenedWork, beneath: bool = False) -> None:
        """beneath: there are clips already; they stay, and so do the inputs."""
        document, restored = self._document, opened.restored
        view = restored.project.view
        if beneath:
            records = [*restored.records, *document.clips]
            self.autosave.begin(opened.keeper, lambda: document.clips.replace(records), opened.modified)
        else:
            locked, shown = restored.project.inputs.get("seed_locked") is True, str(view.get("clip"))

            def fill() -> None:
                document.open_work(restored.records, restored.inputs, shown, locked)
                document.marks.from_json(restored.project.keypoints)
                self._show(view)

            self.autosave.begin(opened.keeper, fill, opened.modified)
        self._set_path(opened.path, opened.elsewhere)
        if opened.elsewhere is not None:
            what = tr("{name} is open in another window, so it is read-only here.", name=opened.elsewhere.name)
            document.message.emit(what, tr("What you make here is kept; save it as another file."))
        elif restored.lost or opened.damaged:
            what = tr("%n parts of this project are damaged and were left out.", "", restored.lost + opened.damaged)
            document.message.emit(what, tr("A backup beside the file may have them."))
        self.photo_memory.fetch(restored.photos)

    def _show(self, view: Mapping) -> None:
        """As it was looked at; what cannot be understood stays as it is."""
        document, playback = self._document, self._document.playback
        playback.pause()
        if isinstance(view.get("overlays"), list):
            document.set_overlays(name for name in view["overlays"] if name in CANVAS_LAYERS)
        if view.get("speed") in SPEEDS:
            playback.set_speed(view["speed"])
        if view.get("loop") in LOOP_MODES:
            playback.set_loop_mode(view["loop"])
        if type(view.get("playhead")) is int:
            playback.set_playhead(view["playhead"])
        count = document.clips.current.keypoints.shape[1] if document.clips.current is not None else 0
        if isinstance(view.get("keypoints"), list):
            document.select_keypoints(k for k in view["keypoints"] if type(k) is int and 0 <= k < count)

    # Saving

    def save(self, path: Path) -> None:
        """Write everything to a project file, which is the open one from then on."""
        path = path if path.name.lower().endswith(SUFFIX) else path.with_name(path.name + SUFFIX)
        path = path.resolve()
        keeper, revision = self.autosave.keeper, self.autosave.revision
        if keeper is None:
            return

        def saved(_: object) -> None:
            if keeper is self.autosave.keeper:
                self.autosave.set_modified(self.autosave.revision != revision)
                self._set_path(path)

        self._remembered.project_folder = str(path.parent)
        self._run(Job(keeper.save, document_state(self._document), path, path == self.path), saved)

    # Ending

    def settle(self) -> Exception | None:
        """Keep everything there is now, at once; why it cannot be kept, if so. For the moment before the end."""
        keeper = self.autosave.keeper
        try:
            state = document_state(self._document)
            while keeper is not None and keeper.write(state, self.autosave.modified):
                pass
        except KpvpError as error:
            return error
        return None

    def end(self) -> None:
        """The studio ends in good order: what was open is there at the next start."""
        keeper, self.autosave.keeper = self.autosave.keeper, None
        if keeper is None:
            return
        try:
            folder = keeper.leave(document_state(self._document), self.autosave.modified)
        except KpvpError:  # asked about before the window closed
            folder = keeper.folder
        if self.path is not None and folder is None:
            self._remembered.last_work = str(self.path)
        else:
            self._remembered.last_work = folder.name if folder is not None else ""

    # Within

    def _run(self, job: Job, then: Callable) -> None:
        """One at a time: what is asked for while another is opened or saved waits for nothing and is not done."""
        if self._job is not None:
            self._document.message.emit(tr("A project is being opened or saved."), tr("Try again in a moment."))
            return
        self._job = job
        job.finished.connect(lambda result: (self._done(), then(result)))
        job.failed.connect(lambda error: (self._done(), self._document.report(error)))
        job.stopped.connect(self._done)
        self.busy_changed.emit(True)
        job.start()

    def _done(self) -> None:
        self._job = None
        self.busy_changed.emit(False)

    def _set_path(self, path: Path | None, elsewhere: Path | None = None) -> None:
        self.path, self.elsewhere = path, elsewhere
        if path is not None:
            rest = [other for other in self.recent if other != path]
            self._remembered.recent_projects = "\n".join(map(str, [path, *rest][:MOST_RECENT]))
        self.changed.emit()

    def _list_works(self) -> None:
        job = Job(kept.kept_work, self._root)
        job.finished.connect(self._listed)
        job.start()

    def _listed(self, works: list[KeptWork]) -> None:
        self.works = [work for work in works if work.worth_keeping]
        self.changed.emit()
