"""A Document whose requests a running engine thread answers, with a real (random) model."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from engine.models.library import ModelEntry
from engine.predictor import load_model
from kpvp_gui.document.connection import connect_engine
from kpvp_gui.document.document import Document
from kpvp_gui.document.engine_thread import EngineThread


@contextmanager
def answered(model: Path, name: str = "tiny") -> Generator[tuple[Document, EngineThread]]:
    """The Document, with that model alone, and the thread, which ends with the block."""
    document = Document()
    entry = ModelEntry(name, model, load_model(model).card)
    document.set_models([entry])
    engine = EngineThread(entry, "cpu")
    connect_engine(document, engine)
    engine.start()
    try:
        yield document, engine
    finally:
        engine.shut_down()
