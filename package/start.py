"""Where the packaged program starts: what a Python beside it would do, it does itself.

The studio trains and looks at data in children of its own, `python -m MODULE ...`. A package has no Python to ask, so
its one program understands the same arguments for the modules in CHILDREN, and is the worker of `multiprocessing`, too.
"""

import multiprocessing
import os
import runpy
import sys

CHILDREN = ("main", "training", "training.layouts.penn_labels")


def prepare() -> None:
    """Before anything of ours is imported."""
    from engine.folders import user_cache

    # Compiled functions are kept with the user: their sources are not there to be kept beside.
    os.environ.setdefault("NUMBA_CACHE_DIR", str(user_cache() / "compiled"))
    # The loader's path is for this program alone; the browser or file manager that it opens wants its own libraries.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


def main() -> int:
    prepare()
    if sys.argv[1:2] == ["-m"]:
        module = "".join(sys.argv[2:3])
        if module not in CHILDREN:
            print(f"kpvp: there is no module {module!r} to run (see kpvp --help)", file=sys.stderr)
            return 2
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    from main import main as program

    return program()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
