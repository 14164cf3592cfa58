#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that includes only point down the list of layers (docs/architecture.md).

Prints "file:line: what is wrong" for each fault; exit status 1 when there is one.
"""

import re
import sys
from pathlib import Path

# From top to bottom. A layer may include itself and everything below it.
LAYERS = [
    "accuracy",
    "app",
    "ui",
    "net",
    "detect",
    "core/advice",
    "core/report",
    "core/speed",
    "core/placement",
    "core/memory",
    "core/runtime",
    "core/scenario",
    "core/source",
    "core/catalog",
    "core/format",
    "core/hardware",
    "core/model",
    "core/units",
]
# Made by the build, each for the layers named.
GENERATED = {"vram_version.h": ("app", "ui", "core"), "embedded_files.h": ("core/catalog",)}
# Layers that stand beside each other although the list orders them.
FORBIDDEN = {
    ("ui", "net"),
    ("ui", "detect"),
    ("net", "detect"),
    ("accuracy", "app"),
    ("accuracy", "ui"),
    ("accuracy", "net"),
    ("accuracy", "detect"),
}
SOURCES = {".h", ".hpp", ".cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
QT_HEADER = re.compile(r"^(Q[A-Z]|Qt|qt|q[a-z]+\.h)")
GUI_HEADER = re.compile(r"^(Qt)?(Gui|Widgets|Charts)|^Q(Widget|Application|GuiApplication|Chart|Painter|Pixmap|Image)")


def layer_of(path):
    """The layer of a path relative to the root, or None."""
    for layer in LAYERS:
        if path.startswith(layer + "/"):
            return layer
    return None


def fault_of(path, quoted, angled):
    """What is wrong with one include of the file `path`, or None."""
    layer = layer_of(path)
    if layer is None:
        return f"{path.rsplit('/', 1)[0]}/ is not in the list of layers"
    if angled is not None:
        if layer.startswith(("core/", "accuracy")) and QT_HEADER.match(angled):
            return f"the core includes no Qt: <{angled}>"
        if layer == "net" and GUI_HEADER.match(angled):
            return f"net/ uses Qt Core and Network only: <{angled}>"
        if layer == "detect" and (GUI_HEADER.match(angled) or angled.startswith("QNetwork")):
            return f"detect/ uses Qt Core only: <{angled}>"
        if path == "app/cli.cpp" and GUI_HEADER.match(angled):
            return f"the command line works without Gui: <{angled}>"
        if layer_of(angled):
            return f'a header of the project is included with quotes: "{angled}"'
        return None
    if quoted.startswith("moc_") and quoted.endswith(".cpp") and layer.startswith("ui"):  # the class's own moc output
        return None
    if quoted in GENERATED:
        if any(layer == allowed or layer.startswith(allowed + "/") for allowed in GENERATED[quoted]):
            return None
        return f'"{quoted}" is not for {layer}/'
    if quoted.endswith(".moc") and layer in ("ui", "app", "net"):
        return None
    target = layer_of(quoted)
    if target is None:
        return f'"{quoted}" is not a path from the root in one of the layers'
    if LAYERS.index(target) < LAYERS.index(layer):
        return f'{layer}/ must not include {target}/ above it: "{quoted}"'
    if (layer, target) in FORBIDDEN:
        return f'{layer}/ must not include {target}/: "{quoted}"'
    if path == "app/cli.cpp" and target == "ui":
        return f'the command line works without the window: "{quoted}"'
    return None


def main():
    root = Path(__file__).resolve().parent.parent
    count = 0
    for top in ("accuracy", "app", "ui", "net", "detect", "core"):
        for source in sorted((root / top).rglob("*")):
            if source.suffix not in SOURCES:
                continue
            path = source.relative_to(root).as_posix()
            for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
                include = INCLUDE.match(line)
                fault = include and fault_of(path, include[1], include[2])
                if fault:
                    print(f"{path}:{number}: {fault}")
                    count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
