"""The table of translators: a variant is one module with its network, one with its fast twin, and one line here.

Modules are named, not imported: networks know nothing of rendering, and what is not used is not loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from torch import nn

from engine.networks.spec import NetworkSpec


@dataclass(frozen=True)
class Variant:
    """`network`: a module with `prepare`, `compose` and `forward` as `networks.translator.Translator` has them;
    `renderer`: its twin, with `prepare` and `render` as `rendering.renderer.Renderer`. Both as "module:class"."""

    network: str
    renderer: str


TRANSLATORS = {
    "drawing": Variant("engine.networks.translator:Translator", "engine.rendering.renderer:Renderer"),
    "moving": Variant(
        "engine.networks.moving_translator:MovingTranslator", "engine.rendering.moving_renderer:MovingRenderer"
    ),
}


def translator_of(spec: NetworkSpec) -> nn.Module:
    """An untrained translator of the variant and sizes that `spec` names."""
    return _named(TRANSLATORS[spec.translator].network)(spec)


def renderer_of(translator: nn.Module, device, precision: str):
    """The fast twin of a translator, which it takes over."""
    return _named(TRANSLATORS[translator.spec.translator].renderer)(translator, device, precision)


def _named(name: str) -> type:
    module, _, kind = name.partition(":")
    return getattr(import_module(module), kind)
