#!/usr/bin/env python3
"""The workspace's version, as the stores want it.

Usage: version.py name|code
The code grows with the version: 1.2.3 gives 1002003. Google Play takes at most 2100000000.
"""
import re
import sys
from pathlib import Path

MANIFEST = Path(__file__).resolve().parents[2] / "Cargo.toml"


def name():
    section = MANIFEST.read_text(encoding="utf-8").split("[workspace.package]")[1]
    return re.search(r'^version = "(\d+\.\d+\.\d+)"$', section, re.M)[1]


def code(version):
    major, minor, patch = (int(part) for part in version.split("."))
    if minor > 999 or patch > 999 or major > 2099:
        raise ValueError(f"{version} has no version code")
    return major * 1_000_000 + minor * 1_000 + patch


if __name__ == "__main__":
    print(name() if sys.argv[1] == "name" else code(name()))
