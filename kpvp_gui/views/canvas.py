"""The middle of the window: the invitation, or the photo with its crop beside the clip made of it.

Over it the banners of what went wrong, above it what is said of a photo unlike what the model knows, under it the
overlay switches.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from kpvp_gui.background import crash_log
from kpvp_gui.background.remembered import Remembered
from kpvp_gui.document.document import CANVAS_LAYERS, EDITING_LAYERS, Document
from kpvp_gui.editing.strip import EditStrip
from kpvp_gui.shown import capitalized
from kpvp_gui.translation import marked, tr
from kpvp_gui.views.clip_view import ClipView
from kpvp_gui.views.photo_crop import PhotoCrop
from kpvp_gui.views.samples import Samples, sample_paths
from kpvp_gui.views.ways_out import WaysOut
from kpvp_gui.widgets.banner import Banner
from kpvp_gui.widgets.controls import action, icon_button, labelled_button, segmented, set_wordless
from kpvp_gui.widgets.elided_label import ElidedLabel
from kpvp_gui.widgets.icons import icon
from kpvp_gui.widgets.narrowing import NarrowingRow
from kpvp_gui.widgets.overlaid import Overlaid

_ZOOM_STEP = 1.5  # times larger with every press of a key
_OVERLAY_TIPS = {
    "keypoints": marked("Keypoints of the frame"),
    "trails": marked("Where the keypoints came from"),
    "mask": marked("Background mask: tinted where the photo is kept"),
    "synthesized": marked("The synthesized foreground instead of the frame"),
    "frame": marked("The predicted frame"),
    "skeleton": marked("Lines between keypoints that move together"),
    "onion": marked("Onion skin: the figure a few frames before and after"),
}


class Canvas(QWidget):
    """Draws the Document's photo and current clip. `open_wanted` asks for the file dialog."""

    open_wanted = Signal()

    def __init__(self, document: Document, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._remembered = document, remembered
        self.samples = Samples()
        # A sample is the beginning of the action it is named after.
        self.samples.chosen.connect(lambda path: document.open_photo(path, action=path.stem))
        self.samples.open_wanted.connect(self.open_wanted)
        self.photo_crop = PhotoCrop(document)
        self.clip_view = ClipView(document)
        self.strip = EditStrip(document, remembered)
        self.error_banner = Banner("warning")
        self.familiarity_banner = WaysOut(document, lambda: self.photo_crop.held)
        self.overlay_actions = {name: self._overlay_action(name, i + 1) for i, name in enumerate(CANVAS_LAYERS)}
        self.crop_action = action(
            self, marked("C&rop"), icon("crop"), "C", tr("Photo and crop beside the clip"), checkable=True
        )
        self.whole_action = action(
            self,
            marked("&Whole photo"),
            icon("whole"),
            "W",
            tr("The whole photo moves, not the crop alone"),
            checkable=True,
        )
        self.fit_action = action(self, marked("Fi&t"), icon("fit"), "Ctrl+0", tr("Fit into the view"))
        self.actual_size_action = action(
            self, marked("&Actual size"), None, "Ctrl+1", tr("100 %: one screen pixel per pixel"), checkable=True
        )
        self.actual_size_action.setIconText("1:1")
        self.closer_action = action(self, marked("&Zoom in"), None, "Ctrl++")
        self.closer_action.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.farther_action = action(self, marked("Zoom &out"), None, "Ctrl+-")
        self.smooth_action = action(
            self, marked("S&mooth"), icon("smooth"), "M", tr("Smooth enlargement"), checkable=True
        )
        self.full_size_action = action(
            self,
            marked("F&ull size"),
            None,
            "F",
            tr("The photo's own pixels, where the model moves them"),
            checkable=True,
        )
        self.clip_commands: list[QAction] = []  # what the context menu offers for the clip, beside how it is shown
        self.photo_commands: list[QAction] = []
        self._lay_out()
        self._connect()

    def add_banner(self, banner: Banner) -> None:
        """Put another one over the pictures, before those that there are."""
        self._banners.add(banner, first=True)

    def action_groups(self) -> list[list[QAction]]:
        """For the View menu, which also gives them their shortcuts: what is drawn, and how."""
        how = [self.crop_action, self.whole_action, self.full_size_action, self.smooth_action]
        zoom = [self.fit_action, self.actual_size_action, self.closer_action, self.farther_action]
        return [list(self.overlay_actions.values()), how, zoom]

    def context_menu(self, clip: bool) -> QMenu:
        """What can be done with the clip, or else with the photo."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = [self.clip_commands, *self.action_groups()] if clip else [self.photo_commands, [self.crop_action]]
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            menu.addActions(group)
        return menu

    def contextMenuEvent(self, event) -> None:
        if self._document.photo is not None:
            over_photo = self.photo_crop.isVisible() and self.photo_crop.rect().contains(
                self.photo_crop.mapFrom(self, event.pos())
            )
            self.context_menu(clip=not over_photo).popup(event.globalPos())

    def _overlay_action(self, name: str, number: int) -> QAction:
        act = action(self, capitalized(name), icon(name), str(number), tr(_OVERLAY_TIPS[name]), checkable=True)
        act.setObjectName(name)
        act.setData(act.toolTip())
        act.setChecked(name in self._document.overlays)
        act.toggled.connect(lambda on: self._document.set_overlays(self._overlays(name, on)))
        return act

    def _overlays(self, name: str, on: bool) -> frozenset[str]:
        return self._document.overlays | {name} if on else self._document.overlays - {name}

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        pictures = QWidget()
        self._pictures = QHBoxLayout(pictures)
        self._pictures.setContentsMargins(16, 8, 16, 8)
        self._pictures.setSpacing(16)
        self._photo_caption, self._clip_caption = _caption(), _caption()
        self.photo_side = _captioned(self._photo_caption, self.photo_crop)
        self._pictures.addWidget(self.photo_side, 1)
        self._pictures.addWidget(_captioned(self._clip_caption, self.clip_view), 1)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(8)
        shown = [act for name, act in self.overlay_actions.items() if name not in EDITING_LAYERS]
        overlay_buttons = [labelled_button(act) for act in shown]
        row.addWidget(segmented(overlay_buttons))
        row.addStretch(1)
        row.addWidget(segmented([labelled_button(self.strip.edit_action)]))
        whole_button = labelled_button(self.whole_action)
        row.addWidget(segmented([whole_button]))
        row.addWidget(
            segmented(icon_button(a) for a in (self.crop_action, self.smooth_action, self.actual_size_action))
        )
        working = QWidget()
        column = QVBoxLayout(working)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(16, 8, 16, 0)
        above.addWidget(self.familiarity_banner)
        column.addLayout(above)
        column.addWidget(pictures, 1)
        column.addWidget(self.strip)
        steps = (lambda on, some=some: set_wordless(some, on) for some in (overlay_buttons, [whole_button]))
        column.addWidget(NarrowingRow(row, *steps))
        self._stack = QStackedLayout()
        self._stack.addWidget(self.samples)
        self._stack.addWidget(working)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._stack, 1)
        self._banners = Overlaid(self)
        self._banners.add(self.error_banner)

    def _show_samples(self) -> None:
        self.samples.show_samples(sample_paths(self._document.model_entry))

    def _connect(self) -> None:
        document = self._document
        document.model_changed.connect(self._show_samples)
        self._show_samples()
        document.photo_changed.connect(self._photo_changed)
        document.clips.current_changed.connect(self._describe)
        document.clips.keypoints_changed.connect(self._describe)
        document.clips.current_changed.connect(self._grey_overlays)
        document.model_changed.connect(self._grey_overlays)
        self._grey_overlays()
        document.full_size.side_changed.connect(self._describe)
        document.full_size.whole_changed.connect(self._describe)
        document.overlays_changed.connect(self._overlays_changed)
        document.familiarity_changed.connect(self._describe_photo)
        document.finding.changed.connect(self._describe_photo)
        document.message.connect(self.error_banner.say)
        document.bug_recorded.connect(self._offer_details)
        document.message_cleared.connect(self.error_banner.hide)
        self.crop_action.toggled.connect(self._show_crop)
        self.smooth_action.toggled.connect(self._set_smooth)
        self.actual_size_action.toggled.connect(self._set_actual_size)
        self.clip_view.zoom_changed.connect(self._zoom_changed)
        self.crop_action.setChecked(self._remembered.crop_shown)
        self.smooth_action.setChecked(self._remembered.smooth)
        self.full_size_action.setChecked(self._remembered.full_size)
        document.full_size.set_enabled(self._remembered.full_size)
        self.whole_action.setChecked(self._remembered.whole_photo)
        document.full_size.set_whole(self._remembered.whole_photo)
        self.whole_action.toggled.connect(self._set_whole)
        self.fit_action.triggered.connect(lambda: self.clip_view.set_zoom(0))
        self.closer_action.triggered.connect(lambda: self.clip_view.zoom_by(_ZOOM_STEP))
        self.farther_action.triggered.connect(lambda: self.clip_view.zoom_by(1 / _ZOOM_STEP))
        self.full_size_action.toggled.connect(self._set_full_size)
        self.photo_side.setVisible(self.crop_action.isChecked())
        self.clip_view.set_smooth(self.smooth_action.isChecked())

    # The Document changed

    def _offer_details(self) -> None:
        copy = {tr("Copy details"): lambda: QGuiApplication.clipboard().setText(crash_log.latest())}
        self.error_banner.offer(self.error_banner.text, copy)

    def _photo_changed(self) -> None:
        photo = self._document.photo
        self._stack.setCurrentIndex(0 if photo is None else 1)
        self._describe_photo()

    def _describe_photo(self) -> None:
        """Its name and size, and what is known of who is in it."""
        photo, finding, verdict = self._document.photo, self._document.finding, self._document.familiarity
        words = [photo.name, f"{photo.width} × {photo.height}"] if photo else []
        if photo and finding.searching:
            words.append(tr("looking for figures…"))
        elif photo and verdict is not None and verdict.familiar is False:
            words.append(tr("unfamiliar"))
        elif photo and len(finding.figures) > 1:
            words.append(tr("%n figures: click one", "", len(finding.figures)))
        elif photo and verdict is not None:
            words.append(tr("familiar") if verdict.familiar else tr("familiarity unknown"))
        self._photo_caption.setText(" · ".join(words))

    def _describe(self, *_: object) -> None:
        record, full_size = self._document.clips.current, self._document.full_size
        text = f"{record.action_label} · {record.seed_label}" if record else ""
        self.clip_view.setAccessibleName(tr("Clip: {what}", what=text) if text else tr("Clip"))
        words = [text] if text else []
        if record is not None and full_size.side:
            words.append(f"{full_size.side} px")
        if record is not None and self.clip_view.zoom:
            words.append(f"{self.clip_view.percent()} %")
        self._clip_caption.setText(" · ".join(words))

    def _overlays_changed(self) -> None:
        for name, act in self.overlay_actions.items():
            act.setChecked(name in self._document.overlays)

    def _grey_overlays(self, *_: object) -> None:
        """Those that the clip does not have, saying why; without a clip, those that the model's clips do not have."""
        record, model = self._document.clips.current, self._document.model_entry
        for name, act in self.overlay_actions.items():
            why = record.lacking(name) if record else model.card.lacking(name) if model else ""
            act.setEnabled(not why)
            act.setToolTip(why or act.data())
        why = self.overlay_actions["keypoints"].toolTip() if not self.overlay_actions["keypoints"].isEnabled() else ""
        self.strip.grey(why)

    # The row under the pictures

    def _show_crop(self, on: bool) -> None:
        self.photo_side.setVisible(on)
        self._remembered.crop_shown = on

    def _set_smooth(self, on: bool) -> None:
        self.clip_view.set_smooth(on)
        self._remembered.smooth = on

    def _set_full_size(self, on: bool) -> None:
        self._document.full_size.set_enabled(on)
        self._remembered.full_size = on

    def _set_whole(self, on: bool) -> None:
        self._document.full_size.set_whole(on)
        self._remembered.whole_photo = on

    def _set_actual_size(self, on: bool) -> None:
        if on != self._is_actual_size():
            self.clip_view.set_zoom(1 / self.devicePixelRatio() if on else 0)

    def _is_actual_size(self) -> bool:
        return abs(self.clip_view.zoom * self.devicePixelRatio() - 1) < 1e-6

    def _zoom_changed(self) -> None:
        self.actual_size_action.setChecked(self._is_actual_size())
        self._describe()


def _caption() -> QLabel:
    label = ElidedLabel()
    label.setProperty("role", "secondary")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long name does not widen the window
    return label


def _captioned(caption: QLabel, picture: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(caption)
    column.addWidget(picture, 1)
    return whole
