import platform

import pytest

from training.running.allocation import keep_freed_memory


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can keep freed memory")
def test_glibc_takes_the_settings_and_memory_still_works():
    assert keep_freed_memory()
    assert sum(len(bytearray(40 << 20)) for _ in range(4)) == 160 << 20


def test_other_libraries_are_left_alone(monkeypatch):
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    assert not keep_freed_memory()
