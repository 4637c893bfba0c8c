"""A decoded picture of any mode, bit depth and colour profile becomes 8-bit sRGB without alpha.

Knows Pillow's modes; nothing of files or sizes. `media.photo` calls it strip by strip.
"""

import io

import numpy as np
from PIL import Image, ImageCms

_WIDE_GREY = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
_PROFILED_MODES = ("L", "RGB", "CMYK", "LAB")


class Converter:
    """Converts strips of one picture, with what must be the same for all of them found once."""

    def __init__(self, image: Image.Image) -> None:
        """`image` is loaded. A profile that is broken or does not fit the picture's mode is ignored."""
        self._alpha = image.has_transparency_data
        self._grey_range = _grey_range(image) if image.mode in _WIDE_GREY else None
        mode = "RGBA" if self._alpha else image.mode
        if mode in ("P", "1", "RGBX", "YCbCr", "HSV", "PA", "La", "LA", "RGBA", "RGBa"):
            mode = "RGB" if image.mode not in ("LA", "La", "1") else "L"
        elif self._grey_range:
            mode = "L"
        self._mode = mode if mode in _PROFILED_MODES else "RGB"
        self._transform = _transform_to_srgb(image.info.get("icc_profile"), self._mode)

    def __call__(self, strip: Image.Image) -> np.ndarray:
        """A strip of the picture as uint8 [H, W, 3]; what is transparent lies on white."""
        if self._grey_range is not None:
            low, high = self._grey_range
            scaled = (np.asarray(strip).astype(np.float32) - low) * (256 / (high - low))
            strip = Image.fromarray(np.clip(np.nan_to_num(scaled), 0, 255).astype(np.uint8))
        alpha = None
        if self._alpha:
            strip = strip.convert("RGBA")
            alpha = np.asarray(strip.getchannel("A"))
        if strip.mode != self._mode:
            strip = strip.convert(self._mode)
        if self._transform is not None:
            strip = ImageCms.applyTransform(strip, self._transform) or strip
        colour = np.asarray(strip.convert("RGB"))
        return colour if alpha is None else _on_white(colour, alpha)


def _on_white(colour: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    alpha = alpha[..., None].astype(np.uint16)
    return ((colour * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)


def _grey_range(image: Image.Image) -> tuple[float, float]:
    """(black, white + 1 step) of a picture with more than 8 bits. Sixteen bits lose their lower eight."""
    low, high = image.getextrema()
    assert not isinstance(low, tuple) and not isinstance(high, tuple)  # one band, as all modes with more bits have
    if image.mode == "F":
        if low >= 0 and high <= 1:
            return 0.0, 256 / 255
        if low >= 0 and high <= 255:
            return 0.0, 256.0
    elif low >= 0 and high < 65536:
        return 0.0, 65536.0
    return float(low), float(max(high, low + 1)) + (high - low) / 255


def _transform_to_srgb(profile: bytes | None, mode: str) -> ImageCms.ImageCmsTransform | None:
    if mode == "LAB":
        return ImageCms.buildTransform(ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB")
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode == "RGB" and "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
