#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a string of translations/*.ts is unfinished, empty, or loses a placeholder such as %1.

English needs only its plural forms. Prints file and source text of each fault; exit status 1 when there is one.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PLACEHOLDER = re.compile(r"%L?\d+|%n")


def faults(path):
    """Yields (context, source, what is wrong) for each fault of one .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source = message.findtext("source", "")
            translation = message.find("translation")
            if translation is None:
                yield name, source, "no translation"
                continue
            kind = translation.get("type", "")
            if kind in ("vanished", "obsolete"):
                continue
            if kind:
                yield name, source, kind
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = forms or [translation.text or ""]
            wanted = set(PLACEHOLDER.findall(source)) - {"%n"}
            for text in texts:
                if not text.strip() and source.strip():
                    yield name, source, "empty"
                elif missing := wanted - set(PLACEHOLDER.findall(text)):
                    yield name, source, "lost " + " ".join(sorted(missing))


def main():
    folder = Path(__file__).resolve().parent.parent / "translations"
    files = sorted(folder.glob("*.ts"))
    if len(files) < 3:
        print(f"{folder}: expected a .ts file for each language")
        return 1
    count = 0
    for path in files:
        for context, source, fault in faults(path):
            print(f"{path.name}: {context}: {source!r}: {fault}")
            count += 1
    # A string that one Chinese file has and the other lacks was collected for one language only.
    sources = {
        path.name: {
            (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            for context in ElementTree.parse(path).getroot().iter("context")
            for message in context.iter("message")
        }
        for path in files
        if not path.stem.endswith("_en")
    }
    every = set().union(*sources.values())
    for name, known in sources.items():
        for context, source, _ in sorted(every - known, key=str):
            print(f"{name}: {context}: {source!r}: not in this file")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
