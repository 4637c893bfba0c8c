"""FVD (Unterthiner et al. 2018): the Frechet distance of clips in the 400 logits of I3D, trained on Kinetics-400.

The network is a TorchScript file that the user has and points to; no package carries it. A TorchScript file is a
program: its source, which lies readable in it, is looked through before any of it runs.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from engine.errors import TrainingError
from engine.files import content_of
from engine.pixels import signed

LOGITS = 400
SIDE = 224
FEWEST_FRAMES = 10  # its pooling leaves nothing of fewer
_LARGEST_BYTES = 512 * 1024**2
_AT_ONCE = 4  # clips
_REMEDY = "Give a TorchScript file of I3D with its 400 Kinetics logits, as i3d_torchscript.pt of StyleGAN-V."
# What a network computes is arithmetic: nothing that reads or writes files, or leaves TorchScript.
_REFUSED = re.compile(r"\b(torch\.(save|load|from_file|classes|ops\.(?!aten|prim))|open|__import__|from_file)\b")


class I3D:
    """The network in a file. name: what it is called beside a figure; sha256: of the file."""

    def __init__(self, path: str | Path) -> None:
        """Raises `TrainingError` for a file that is none, or does more than compute."""
        path = Path(path)
        content = _checked(path)
        self.sha256 = hashlib.sha256(content).hexdigest()
        try:
            self._network = torch.jit.load(io.BytesIO(content), map_location="cpu").eval()
        except Exception as error:  # torch raises a dozen kinds for a damaged file
            raise TrainingError(f"{path.name} is no TorchScript file that can be read.", _REMEDY) from error
        arguments = {argument.name for argument in self._network.forward.schema.arguments}
        known = {"rescale": False, "resize": False, "return_features": True}
        self._options = {name: value for name, value in known.items() if name in arguments}

    @torch.inference_mode()
    def logits(self, clips: list[np.ndarray]) -> np.ndarray:
        """float32 [N, 400] of clips uint8 [T, S, S, 3], all of one T: stretched to 224 x 224, in [-1, 1].

        Raises `TrainingError` for clips too short for it, or a network with another answer.
        """
        if len(clips[0]) < FEWEST_FRAMES:
            raise TrainingError(
                f"FVD needs clips of {FEWEST_FRAMES} frames or more; these have {len(clips[0])}.", "Leave --i3d out."
            )
        batches = [self._of(np.stack(clips[i : i + _AT_ONCE])) for i in range(0, len(clips), _AT_ONCE)]
        return torch.cat(batches).numpy()

    def _of(self, clips: np.ndarray) -> torch.Tensor:
        pictures = signed(torch.from_numpy(clips).flatten(0, 1).permute(0, 3, 1, 2))
        pictures = F.interpolate(pictures, (SIDE, SIDE), mode="bilinear", align_corners=False)
        videos = pictures.unflatten(0, clips.shape[:2]).transpose(1, 2).contiguous()  # [N, 3, T, H, W]
        try:
            answer = self._network(videos, **self._options)
        except RuntimeError as error:
            raise TrainingError("The network in the I3D file does not take clips.", _REMEDY) from error
        if not isinstance(answer, torch.Tensor) or answer.shape != (len(clips), LOGITS):
            shape = list(answer.shape) if isinstance(answer, torch.Tensor) else type(answer).__name__
            raise TrainingError(f"The network in the I3D file answers with {shape}, not 400 logits a clip.", _REMEDY)
        return answer.float()


def _checked(path: Path) -> bytes:
    """What is in a file that only computes. Raises `TrainingError`."""
    try:
        content = content_of(path, _LARGEST_BYTES)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if "/code/" in entry.filename]
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_BYTES:
                raise TrainingError(f"{path.name} unpacks to more than 512 MiB.", _REMEDY)
            if archive.testzip() is not None:  # some damage ends the whole process within torch
                raise zipfile.BadZipFile
            sources = {entry.filename: archive.read(entry) for entry in entries if entry.filename.endswith(".py")}
    except OSError as error:
        raise TrainingError(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, EOFError, NotImplementedError, ValueError) as error:
        raise TrainingError(f"{path.name} is no TorchScript file.", _REMEDY) from error
    if not sources:
        raise TrainingError(f"{path.name} is no TorchScript file.", _REMEDY)
    for name, source in sources.items():
        found = _REFUSED.search(source.decode("utf-8", "replace"))
        if found:
            raise TrainingError(f"{path.name} is not used: its {name} asks for {found[0]}.", _REMEDY)
    return content
