"""The networks of a stage that trains on smaller pictures than the model's: the resolution schedule of step 1."""

from __future__ import annotations

from dataclasses import replace

from engine.networks.spec import NetworkSpec


def at_size(spec: NetworkSpec, size: int) -> NetworkSpec:
    """The same networks for smaller pictures: without the finest levels of image encoder and translator."""
    levels, side = 0, spec.image_size
    while side > size:
        side, levels = side // 2, levels + 1
    if levels == 0:
        return spec
    widths = spec.translator_widths[:-levels]
    return replace(
        spec,
        image_size=size,
        detector_size=min(spec.detector_size, size),
        image_encoder=spec.image_encoder[levels:],
        translator_widths=widths,
        translator_depths=spec.translator_depths[:-levels],
        gaussian_stages=min(spec.gaussian_stages, len(widths)),
        carried_stages=min(spec.carried_stages, len(widths)),
    )
