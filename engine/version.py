"""The versions of this program and of other installed packages, as their metadata says: `pyproject.toml` for ours."""

PACKAGE = "kpvp-studio"


def version() -> str:
    """This program's version, "(not installed)" where it runs from its source alone."""
    return installed_version(PACKAGE) or "(not installed)"


def installed_version(package: str) -> str | None:
    """The version of an installed distribution; None if it is not there."""
    from importlib import metadata  # 20 ms, of which `kpvp --help` has no need

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
