"""The table of translators: a variant is one module with its network, one with its fast twin, and one line here.

Modules are named, not imported: this knows no torch, networks know nothing of rendering, and what is not used is not
loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Variant:
    """A kind of translator; what it is in a few words, and where it is, as "module:class".

    network   made from a `NetworkSpec`; has `prepare`, `compose` and `forward` as `networks.translator.Translator`
    renderer  made from that network, a device and a precision, which take it over; has `wide`, `frame_bytes`,
              `prepare`, `render`, `at_size` and `full_size` as `rendering.renderer.Renderer`
    moves     whether a frame's pixels are the photo's own, and so gain by the photo's own size
    """

    help: str
    network: str
    renderer: str
    moves: bool = False

    def network_class(self) -> type:
        return _named(self.network)

    def renderer_class(self) -> Any:
        return _named(self.renderer)


TRANSLATORS = {
    "drawing": Variant(
        "the paper's, which draws the whole figure",
        "engine.networks.translator:Translator",
        "engine.rendering.renderer:Renderer",
    ),
    "moving": Variant(
        "moves the photo's own pixels, and draws what they lack",
        "engine.networks.moving_translator:MovingTranslator",
        "engine.rendering.moving_renderer:MovingRenderer",
        moves=True,
    ),
}


def _named(name: str) -> type:
    module, _, kind = name.partition(":")
    return getattr(import_module(module), kind)
