"""python -m tests.house: prints what the house promises, and what it measures. Exit status 1 where a promise fails."""

from __future__ import annotations

import sys

from tests.house import facts, imports, names, sizes


def main() -> int:
    folders, files = sizes.files_per_folder(), sizes.lines_per_file()
    fullest, longest = next(iter(folders)), next(iter(files))
    for folder, count in folders.items():
        print(f"{count:4} files  {folder}")
    wrong = 0
    wrong += _line(f"most files in a folder (<= {sizes.MOST_FILES}), {fullest}", folders[fullest], sizes.MOST_FILES)
    wrong += _line(f"longest file (<= {sizes.MOST_LINES}), {longest}", files[longest], sizes.MOST_LINES)
    wrong += _list("import circles", [" - ".join(circle) for circle in imports.circles()])
    wrong += _list("forbidden imports", imports.forbidden())
    wrong += _list("logic by displayed text", facts.steered_by_text())
    wrong += _list(
        "public classes of one name", [f"{name}: {', '.join(at)}" for name, at in names.classes_twice().items()]
    )
    wrong += _list(
        "public functions of one name, called without their module",
        [f"{name}: {', '.join(at)}" for name, at in names.functions_twice().items()],
    )
    wrong += _list("public names that nothing uses", names.unused())
    for fact, places in facts.definitions().items():
        print(f"{len(places):4} definitions of {fact}" + (f": {', '.join(places)}" if len(places) != 1 else ""))
        wrong += len(places) != 1
    return int(wrong > 0)


def _line(what: str, value: int, most: int) -> bool:
    print(f"{value:4} {what}")
    return value > most


def _list(what: str, found: list[str]) -> bool:
    print(f"{len(found):4} {what}")
    for line in found:
        print(f"       {line}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
