"""Where things are, and readers of Rust, Java and XML that the tests share."""
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLASSES = Path(os.environ.get("SATCHEL_CLASSES", ROOT / "target/mobile/classes"))
ANDROID = "{http://schemas.android.com/apk/res/android}"
RUST = ROOT / "shared/devices/src/android"
JAVA = ROOT / "android/java"


def text(path):
    return Path(path).read_text(encoding="utf-8")


def rust():
    """All Rust that speaks to Java, without comments."""
    files = sorted(RUST.glob("*.rs"))
    return "\n".join(re.sub(r"//.*", "", text(file)) for file in files)


def java_sources():
    return {file.stem: text(file) for file in JAVA.rglob("*.java")}


def members(name):
    """The members of a compiled class: {(name, descriptor): modifiers}, and its integer constants."""
    listing = subprocess.run(
        ["javap", "-p", "-s", "-constants", "-cp", str(CLASSES), name], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found, constants = {}, {}
    for line, after in zip(listing, listing[1:]):
        descriptor = re.match(r"\s*descriptor: (\S+)", after)
        if descriptor:
            declared = re.match(r"\s*(.*?)([\w$.<>]+)(?:\(.*)?(?: = (-?\d+))?;", line)
            if declared is None:
                # A static initialiser has no name.
                continue
            simple = declared[2].rsplit(".", 1)[-1]
            found[(simple, descriptor[1])] = declared[1].split()
            if declared[3] is not None:
                constants[simple] = int(declared[3])
    return found, constants


def manifest():
    return ElementTree.parse(ROOT / "android/AndroidManifest.xml").getroot()
