#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the sources of a compilation database, some of them together: tools/tidy.py BUILD_FOLDER [PATH...]

Most of clang-tidy's time goes into headers that every source includes. Sources of one target are therefore read as one
file that includes several of them, which takes a fifth of the time of reading each. Sources whose own names would clash (those in
unnamed namespaces) go into different groups; what still does not compile together is read in halves. PATHs (folders or
files) limit the run; without any, all of FOLDERS is read. Exit 1 where something was found.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("accuracy", "app", "core", "detect", "net", "ui")
CLANG_TIDY = os.environ.get("CLANG_TIDY", "clang-tidy-14")
MOST = 16  # sources in a group: more save little and leave the last core alone with the last group
HEADERS = rf"^{re.escape(str(ROOT))}/({'|'.join(FOLDERS)})/[^.]*\.(h|cpp)$"

# Names that a source may have for itself: what two sources of a group both have is a clash. Too many are no harm.
OWN_NAMES = re.compile(
    r"^(?:constexpr|const|static|inline|thread_local)\b[^=(;{]*?\b(\w+)\s*(?:\[[^\]]*\])?\s*[={(;]"
    r"|^(?:template\s*<.*>\s*)?(?:struct|class|union|enum(?:\s+class)?)\s+(\w+)"
    r"|^using\s+(\w+)\s*="
    r"|^(?:\[\[\w+\]\]\s*)?[A-Za-z_][\w:<>,&*\s]*?[\s&*](\w+)\(",
    re.MULTILINE,
)


def own_names(source):
    return {name for match in OWN_NAMES.findall(source.read_text()) for name in match if name}


def read_database(build, wanted):
    """The sources by the options that they are compiled with."""
    by_options = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if not source.is_relative_to(ROOT) or source.is_relative_to(build):
            continue
        relative = source.relative_to(ROOT)
        if not any(relative.is_relative_to(path) for path in wanted):
            continue
        words = shlex.split(entry["command"])
        output = words.index("-o")
        options = tuple(word for i, word in enumerate(words) if i not in (output, output + 1) and word not in ("-c", entry["file"]))
        by_options.setdefault((entry["directory"], options), []).append(source)
    return by_options


def make_groups(sources):
    groups = []
    for source in sorted(sources):
        names = own_names(source)
        place = next((group for group in groups if len(group[0]) < MOST and not group[1] & names), None)
        if place is None:
            groups.append(([source], set(names)))
        else:
            place[0].append(source)
            place[1].update(names)
    return [group for group, _ in groups]


class Group:
    """Sources with the same options; a folder of its own with the file that includes them and a database for it."""

    def __init__(self, folder, directory, options, sources):
        self.folder, self.directory, self.options, self.sources = folder, directory, options, sources

    def file(self):
        # The analyzer looks into included sources only where the including one is called that.
        file = self.folder / "UnifiedSource.cpp"
        self.folder.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f'#include "{source}" // NOLINT(bugprone-suspicious-include)\n' for source in self.sources))
        # Shadowing of what another source declares is no fault of either.
        words = [*self.options, "-Wno-shadow", "-c", str(file), "-o", f"{file}.o"]
        entry = {"directory": self.directory, "file": str(file), "command": shlex.join(words)}
        (self.folder / "compile_commands.json").write_text(json.dumps([entry], indent=1))
        return file

    def halves(self):
        middle = len(self.sources) // 2
        for name, part in (("a", self.sources[:middle]), ("b", self.sources[middle:])):
            yield Group(self.folder / name, self.directory, self.options, part)


def all_groups(build, by_options):
    groups = []
    for (directory, options), sources in by_options.items():
        for group in make_groups(sources):
            groups.append(Group(build / "groups" / f"{len(groups):03}", directory, options, group))
    return groups


def clang_tidy(database, file):
    command = [CLANG_TIDY, "-quiet", f"--config-file={ROOT / '.clang-tidy'}", f"--header-filter={HEADERS}", "-p", str(database), str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return done.returncode, done.stdout


def check_group(build, group):
    """Returns what was found and how many sources were read one by one."""
    if len(group.sources) == 1:
        code, output = clang_tidy(build, group.sources[0])
        return (output if code != 0 else ""), 1
    code, output = clang_tidy(group.folder, group.file())
    if "clang-diagnostic-error" not in output:
        return (output if code != 0 else ""), 0
    parts = [check_group(build, half) for half in group.halves()]
    return "".join(text for text, _ in parts), sum(single for _, single in parts)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build = pathlib.Path(sys.argv[1]).resolve()
    wanted = [pathlib.Path(path).resolve().relative_to(ROOT) for path in sys.argv[2:]] or [pathlib.Path(name) for name in FOLDERS]
    groups = all_groups(build, read_database(build, wanted))
    found = []
    apart = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for output, single in pool.map(lambda group: check_group(build, group), groups):
            apart += single
            if output:
                found.append(output)
    # A header's finding comes with every group that includes it.
    lines = dict.fromkeys(line for output in found for line in output.splitlines())
    print("\n".join(lines))
    print(f"{sum(len(group.sources) for group in groups)} sources in {len(groups)} groups, {apart} of them read one by one: "
          f"{'findings above' if found else 'nothing found'}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
