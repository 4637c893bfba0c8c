"""`kpvp doctor`: what is installed, where models run, and what is wrong, for a person who asks for help.

Every finding is gathered on its own, so that one broken part does not hide the others. Knows of Qt only what the
package list and the environment say; never imports it.
"""

import argparse
import os
import sys
from typing import Any

from engine.commands.arguments import add_json
from engine.commands.command import Report
from engine.version import PACKAGE, installed_version

HELP = "what is installed, and what is wrong with it"
PACKAGES = ("torch", "torchvision", "numpy", "PySide6", "pyqtgraph", "opencv-python", "imageio-ffmpeg", "pillow")
OPTIONAL = ("pillow-heif", "superqt", "safetensors", "accelerate", "scipy")
# OpenCV comes under four names, of which one should be installed: all put their files into one folder.
_OPENCVS = ("opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless")
_OTHER_QTS = ("PyQt5", "PyQt6", "PySide2")
_PLUGIN_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_PLUGIN_PATH")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--licences", action="store_true", help="list every part of this program with its licence")
    add_json(parser)


def run(args: argparse.Namespace) -> Report:
    if args.licences:
        from engine import licences

        return Report({"parts": [part._asdict() for part in licences.parts()]}, licences.as_text())
    findings = examine()
    return Report(findings, as_text(findings), 2 if findings["problems"] else 0)


def examine() -> dict[str, Any]:
    """The findings of `kpvp doctor --json`; `problems` is empty when all is well."""
    import platform

    problems: list[str] = []
    return {
        "program": installed_version(PACKAGE),
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": _packages(problems),
        "qt": _qt(problems),
        "runtime": _runtime(problems),
        "ffmpeg": _ffmpeg(problems),
        "models": _models(problems),
        "problems": problems,
    }


def as_text(findings: dict[str, Any]) -> str:
    """The findings for a terminal."""
    packages = ", ".join(f"{name} {version}" for name, version in findings["packages"].items() if version)
    runtime = findings["runtime"]
    devices = ", ".join(f"{name} {'yes' if works else 'no'}" for name, works in runtime.get("devices", {}).items())
    lines = [
        f"kpvp {findings['program']}, Python {findings['python']}, {findings['system']}",
        f"packages: {packages}",
        f"device: {runtime.get('device')} {runtime.get('precision')}, {runtime.get('threads')} threads ({devices})",
        f"ffmpeg: {findings['ffmpeg']}",
        f"window: {findings['qt']['platform'] or 'no display, only commands'}",
        f"models: {', '.join(findings['models']) or 'none'}",
    ]
    return "\n".join(lines + ([f"PROBLEM: {problem}" for problem in findings["problems"]] or ["No problems found."]))


def _packages(problems: list[str]) -> dict[str, str | None]:
    versions = {name: installed_version(name) for name in (*PACKAGES, *OPTIONAL)}
    opencvs = {name: found for name in _OPENCVS if (found := installed_version(name))}
    versions |= opencvs
    if len(opencvs) > 1:
        problems.append(f"{' and '.join(opencvs)} overwrite each other. Uninstall both, and install one of them again.")
    missing = [name for name in PACKAGES if versions[name] is None and not (name in _OPENCVS and opencvs)]
    if missing:
        problems.append(f"Not installed: {', '.join(missing)}. Install the program again.")
    return versions


def _qt(problems: list[str]) -> dict[str, Any]:
    """Two Qts in one process, and plugin folders that belong to another Qt."""
    import importlib.util

    others = [name for name in _OTHER_QTS if installed_version(name)]
    if os.environ.get("QT_API", "pyside6").lower() != "pyside6":
        problems.append(f"QT_API is {os.environ['QT_API']!r}. Unset it: this program uses PySide6.")
    spec = importlib.util.find_spec("PySide6")
    own = os.path.dirname(spec.origin) if spec and spec.origin else ""
    opencv = _opencv_folder()
    plugins = os.path.join(opencv, "qt", "plugins") if opencv else ""
    variables = {name: os.environ[name] for name in _PLUGIN_VARIABLES if os.environ.get(name)}
    for name, folder in variables.items():
        # OpenCV sets it when it is imported. By then this process has found the plugins of its own Qt.
        if "cv2" in sys.modules and opencv and _within(folder, opencv):
            continue
        if not own or not _within(folder, own):
            whose = "OpenCV's own Qt" if "cv2" in folder.replace("\\", "/").split("/") else "another Qt"
            problems.append(f"{name} points to the plugins of {whose} ({folder}). Unset it before starting.")
    return {
        "other_bindings": others,
        "plugin_variables": variables,
        "other_plugins": [plugins] if os.path.isdir(plugins) else [],
        "platform": os.environ.get("QT_QPA_PLATFORM") or _platform(),
    }


def _platform() -> str:
    """What Qt will draw with here: its own choice follows the same variables."""
    if sys.platform != "linux":
        return {"win32": "windows", "darwin": "cocoa"}.get(sys.platform, "")
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def _opencv_folder() -> str:
    """Where OpenCV is installed, without importing it; "" if it is not."""
    import importlib.util

    spec = importlib.util.find_spec("cv2")
    return os.path.dirname(spec.origin) if spec and spec.origin else ""


def _within(path: str, folder: str) -> bool:
    inner, outer = (os.path.normcase(os.path.realpath(each)) for each in (path, folder))
    return inner == outer or inner.startswith(outer + os.sep)


def _runtime(problems: list[str]) -> dict[str, Any]:
    try:
        import torch

        from engine.runtime import choose_device, choose_precision, probe

        device = choose_device()
        return {
            "device": str(device),
            "precision": choose_precision(device),
            "threads": torch.get_num_threads(),
            "devices": {kind: probe(kind) is None for kind in ("cuda", "mps", "cpu")},
            "cpu": torch.backends.cpu.get_cpu_capability(),
        }
    except Exception as error:  # a broken torch is a finding too
        problems.append(f"torch does not work: {error}. Install torch again.")
        return {}


def _ffmpeg(problems: list[str]) -> str | None:
    try:
        import imageio_ffmpeg

        return f"{imageio_ffmpeg.get_ffmpeg_version()} at {imageio_ffmpeg.get_ffmpeg_exe()}"
    except Exception as error:
        problems.append(f"ffmpeg was not found: {error}. Install imageio-ffmpeg again.")
        return None


def _models(problems: list[str]) -> list[str]:
    from engine.models.library import DEFAULT_MODEL, scan

    entries, broken = scan()
    problems.extend(f"{model.path.name}: {model.error}" for model in broken)
    if all(entry.name != DEFAULT_MODEL for entry in entries):
        problems.append(f"The bundled model {DEFAULT_MODEL!r} is missing. Install the program again.")
    return [entry.name for entry in entries]
