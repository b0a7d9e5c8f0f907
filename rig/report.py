#!/usr/bin/env python3
"""Judges test runs by what they left behind.

  report.py forget              removes what earlier runs left
  report.py save <directory>    keeps the reports and the evidence of the run that just ended
  report.py judge <directory>   prints what was proved by the runs kept below it; fails on anything skipped, flaky or missing

Reports are the XML files of Surefire and Failsafe; the evidence is target/evidence.tsv of each module, written by the
listener of test-support. What must have been proved stands in integration-tests/matrix.tsv and integration-tests/tags.tsv.
"""

import csv
import itertools
import re
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT_DIRECTORIES = ("surefire-reports", "failsafe-reports")
CELL = ("side", "peer", "transport", "serializer", "feature")


def builds():
    return [pom.parent / "target" for pom in sorted(ROOT.glob("*/pom.xml"))]


def forget():
    for build in builds():
        for name in REPORT_DIRECTORIES:
            shutil.rmtree(build / name, ignore_errors=True)
        (build / "evidence.tsv").unlink(missing_ok=True)


def save(target):
    for build in builds():
        kept = target / build.parent.name
        for name in REPORT_DIRECTORIES:
            for report in (build / name).glob("TEST-*.xml"):
                (kept / name).mkdir(parents=True, exist_ok=True)
                shutil.copy2(report, kept / name)
        if (build / "evidence.tsv").exists():
            kept.mkdir(parents=True, exist_ok=True)
            shutil.copy2(build / "evidence.tsv", kept)


class Run:
    """One Maven run: the counts of its reports and the rows of its evidence."""

    def __init__(self, directory):
        self.name = directory.name
        self.counts = Counter()
        self.by_module = defaultdict(Counter)
        self.failed = []
        self.skipped = []
        self.flaky = []
        self.evidence = []
        for module in sorted(path for path in directory.iterdir() if path.is_dir()):
            for report in sorted(itertools.chain.from_iterable(module.glob(name + "/*.xml") for name in REPORT_DIRECTORIES)):
                self._read_report(module.name, report)
            self.evidence += rows(module / "evidence.tsv", module=module.name)

    def _read_report(self, module, report):
        for case in ElementTree.parse(report).getroot().iter("testcase"):
            name = f"{case.get('classname')}.{case.get('name')}"
            outcome = "passed"
            if case.find("failure") is not None or case.find("error") is not None:
                outcome = "failed"
                self.failed.append(name)
            elif (reason := case.find("skipped")) is not None:
                outcome = "skipped"
                self.skipped.append(f"{name}: {reason.get('message') or 'no reason given'}")
            if any(case.find(kind) is not None for kind in ("flakyFailure", "flakyError", "rerunFailure", "rerunError")):
                self.flaky.append(name)
            self.counts[outcome] += 1
            self.by_module[module][outcome] += 1

    def problems(self):
        found = [f"failed: {name}" for name in self.failed]
        found += [f"skipped: {name}" for name in self.skipped]
        found += [f"flaky: {name}" for name in self.flaky]
        silent = [module for module in self.by_module if not any(row["module"] == module for row in self.evidence)]
        found += [f"module {module} has test reports and no evidence: is test-support missing in its test scope?" for module in silent]
        return [f"{self.name}: {problem}" for problem in found]


def rows(path, **more):
    """The rows of a table with a heading; lines that start with # are comments."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        table = csv.DictReader((line for line in lines if line.strip() and not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{**row, **more} for row in table]


def proved_cells(evidence):
    for row in evidence:
        for feature in row["feature"].split(","):
            yield (row["side"], row["peer"], row["transport"], row["serializer"], feature)


def wanted_cells(matrix):
    for row in rows(matrix):
        yield from itertools.product(*(row[column].split(",") for column in CELL))


def missing(evidence, tables):
    """What the two tables ask for and no passed test showed."""
    passed = [row for row in evidence if row["status"] == "passed"]
    cells = set(proved_cells(passed))
    found = [f"empty cell: {' / '.join(cell)}" for cell in wanted_cells(tables / "matrix.tsv") if cell not in cells]
    classes = defaultdict(set)
    for row in passed:
        for tag in row["tags"].split(","):
            classes[tag].add(re.sub("[#$].*", "", row["test"]))
    for row in rows(tables / "tags.tsv"):
        tests = classes[row["number"]]
        if not tests:
            found.append(f"no executed test: {row['number']}")
        elif row["where"] == "wire" and not any(test.endswith("IT") for test in tests):
            found.append(f"no executed test across the wire: {row['number']}")
    return found


def print_run(run):
    print(f"\n{run.name}: {sentence(run.counts)}")
    width = max(map(len, run.by_module), default=0)
    for module, counts in run.by_module.items():
        print(f"  {module:{width}}  {sentence(counts)}")


def print_pivot(evidence):
    """Each foreign peer by transport, serializer and side: how many passed tests, and which features they showed."""
    tests = Counter()
    features = defaultdict(set)
    for row in evidence:
        if row["peer"] and row["status"] == "passed":
            key = (f"{row['peer']} {row['version']}".strip(), row["transport"], row["serializer"], row["authmethod"], row["side"])
            tests[key] += 1
            features[key].update(filter(None, row["feature"].split(",")))
    table = [("peer", "transport", "serializer", "authentication", "side", "tests", "features")]
    table += [(*key, str(tests[key]), " ".join(sorted(features[key]))) for key in sorted(tests)]
    widths = [max(len(line[column]) for line in table) for column in range(6)]
    print()
    for line in table:
        print("  ".join(f"{cell or '-':{width}}" for cell, width in zip(line, widths)) + "  " + line[6])


def print_tags(evidence):
    numbers = {tag for row in evidence if row["status"] == "passed" for tag in row["tags"].split(",") if re.fullmatch(r"[ER]-\d+", tag)}
    ordered = sorted(numbers, key=lambda tag: (tag[0], int(tag[2:])))
    print(f"\n{len(ordered)} numbers of the protocol notes have a passed test: {' '.join(ordered)}")


def sentence(counts):
    return f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"


def judge(directory, tables=ROOT / "integration-tests"):
    runs = [Run(path) for path in sorted(directory.iterdir()) if path.is_dir()] if directory.is_dir() else []
    evidence = [row for run in runs for row in run.evidence]
    for run in runs:
        print_run(run)
    print_pivot(evidence)
    print_tags(evidence)
    problems = [problem for run in runs for problem in run.problems()] + missing(evidence, tables)
    total = sum((run.counts for run in runs), Counter())
    if not total["passed"]:
        problems.append("no test ran")
    print()
    for problem in problems:
        print(problem)
    print(sentence(total))
    return 1 if problems else 0


def main(arguments):
    match arguments:
        case ["forget"]:
            forget()
        case ["save", directory]:
            save(Path(directory))
        case ["judge", directory]:
            return judge(Path(directory))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
