#!/usr/bin/env python3
"""Keeps FEATURES.md to what ran.

  features.py write <directory>   makes FEATURES.md from integration-tests/features.tsv and the evidence kept below <directory>
  features.py check <directory>   fails when FEATURES.md names a test class or a peer that did not pass there

<directory> is what `report.py save` kept, .ci/out for instance.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from report import ROOT, Run, rows

PAGE = ROOT / "FEATURES.md"

HEAD = """# Features

What the client and the embedded router have, with the tests that showed it and the foreign peers they spoke with. This page is made by
`rig/features.py` from the evidence that executed tests wrote; `.ci/run` fails when it names a test or a peer that did not pass. What is
not here is not there: an option that the router does not have yet is refused with `wamp.error.option_not_allowed`.

| feature | client | router | tests | foreign peers |
|---|---|---|---|---|
"""


def evidence(directory):
    runs = [Run(path) for path in sorted(directory.iterdir()) if path.is_dir()]
    return [row for run in runs for row in run.evidence if row["status"] == "passed"]


def test_class(row):
    return re.sub(r"[#$].*", "", row["test"]).rsplit(".", 1)[-1]


def marks(row):
    return set(row["tags"].split(",")) | set(row["feature"].split(","))


def peers(passed):
    serializers = defaultdict(set)
    for row in passed:
        if row["peer"] and row["side"] != "rig":
            serializers[row["peer"]].add(row["serializer"])
    return "; ".join(f"{peer} ({', '.join(sorted(filter(None, found)))})" for peer, found in sorted(serializers.items()))


def page(passed):
    lines = []
    for feature in rows(ROOT / "integration-tests" / "features.tsv"):
        wanted = set(feature["shown"].split(","))
        shown = [row for row in passed if marks(row) & wanted and row["side"] != "rig"]
        if not shown:
            raise SystemExit(f"no passed test shows: {feature['feature']}")
        named = {mark for mark in wanted if not re.fullmatch(r"[ER]-\d+", mark)}
        spoken = [row for row in shown if set(row["feature"].split(",")) & named]
        tests = ", ".join(f"`{name}`" for name in sorted({test_class(row) for row in shown}))
        cells = (feature["feature"], feature["client"] or "–", feature["router"] or "–", tests, peers(spoken) or "–")
        lines.append("| " + " | ".join(cells) + " |\n")
    versions = sorted({f"{row['peer']} {row['version']}" for row in passed if row["peer"] and row["version"] and row["side"] != "rig"})
    return HEAD + "".join(lines) + "\nPeers and versions of the last run that made this page: " + ", ".join(versions) + ".\n"


def unproved(text, passed):
    classes = {test_class(row) for row in passed}
    spoken = {row["peer"] for row in passed}
    problems = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("| ") else []
        if len(cells) != 5 or cells[0] == "feature":
            continue
        problems += [f"FEATURES.md, {cells[0]}: {name} did not pass" for name in re.findall(r"`(\w+)`", cells[3]) if name not in classes]
        problems += [f"FEATURES.md, {cells[0]}: peer {peer} was not spoken with" for peer in re.findall(r"([\w-]+) \(", cells[4]) if peer not in spoken]
    return problems


def main(arguments):
    match arguments:
        case ["write", directory]:
            PAGE.write_text(page(evidence(Path(directory))), encoding="utf-8")
        case ["check", directory]:
            problems = unproved(PAGE.read_text(encoding="utf-8"), evidence(Path(directory)))
            for problem in problems:
                print(problem)
            return 1 if problems else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
