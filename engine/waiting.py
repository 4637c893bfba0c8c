"""How threads that compute together wait for each other: asleep, in every process of ours.

Left alone, torch's threads spin for a while at the end of every operation. Beside one other busy program each operation
then waits for the thread that lost its core, and the waiting takes the core from it. Known before torch is imported, or
not at all; nothing here imports it.
"""

import os

# Of GNU's and LLVM's OpenMP, and of Intel's and LLVM's.
PASSIVE = {"OMP_WAIT_POLICY": "PASSIVE", "KMP_BLOCKTIME": "0"}


def wait_passively() -> None:
    """For this process and its children, unless the environment says otherwise."""
    for name, value in PASSIVE.items():
        os.environ.setdefault(name, value)
