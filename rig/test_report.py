"""python3 -m unittest discover rig"""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import report

HEADING = "test\tstatus\ttags\tjava\tpeer\tversion\ttransport\tserializer\tauthmethod\tside\tfeature\n"
PLAIN = "a.OneTests#works\tpassed\tE-1\t17\t\t\t\t\t\t\t\n"
PEER = "a.TwoIT#calls [1]\tpassed\tE-1,E-2\t17\tcrossbar\t26\twebsocket\tcbor\t\tclient\tjoin,call\n"


class JudgeTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.runs = Path(temporary.name, "runs")
        self.tables = Path(temporary.name, "tables")
        self.tables.mkdir()

    def write_run(self, cases, evidence=PLAIN + PEER):
        reports = self.runs / "1" / "module" / "surefire-reports"
        reports.mkdir(parents=True)
        (reports / "TEST-a.xml").write_text(f"<testsuite>{cases}</testsuite>")
        if evidence:
            (self.runs / "1" / "module" / "evidence.tsv").write_text("# build now\n" + HEADING + evidence)

    def judge(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            status = report.judge(self.runs, self.tables)
        return status, out.getvalue()

    def case(self, inside="", name="works"):
        return f'<testcase classname="a.OneTests" name="{name}">{inside}</testcase>'

    def assert_fails_with(self, line):
        status, out = self.judge()
        self.assertEqual(1, status)
        self.assertIn(line, out)

    def test_passes_when_everything_passed(self):
        self.write_run(self.case() + self.case(name="calls"))
        status, out = self.judge()
        self.assertEqual(0, status)
        self.assertEqual("2 passed, 0 failed, 0 skipped", out.splitlines()[-1])

    def test_fails_on_a_failed_test_and_still_counts(self):
        self.write_run(self.case() + self.case("<failure/>", "breaks") + self.case("<error/>", "dies"))
        self.assert_fails_with("1: failed: a.OneTests.breaks\n")
        self.assertEqual("1 passed, 2 failed, 0 skipped", self.judge()[1].splitlines()[-1])

    def test_fails_on_a_skipped_test(self):
        self.write_run(self.case() + self.case('<skipped message="no peer"/>', "waits"))
        self.assert_fails_with("1: skipped: a.OneTests.waits: no peer\n")

    def test_fails_on_a_flaky_test(self):
        self.write_run(self.case("<flakyFailure/>"))
        self.assert_fails_with("1: flaky: a.OneTests.works\n")

    def test_fails_when_a_module_has_no_evidence(self):
        self.write_run(self.case(), evidence="")
        self.assert_fails_with("1: module module has test reports and no evidence")

    def test_fails_when_nothing_ran(self):
        self.assert_fails_with("no test ran\n0 passed, 0 failed, 0 skipped")

    def test_each_cell_of_the_matrix_needs_a_passed_test(self):
        (self.tables / "matrix.tsv").write_text("side\tpeer\ttransport\tserializer\tfeature\nclient\tcrossbar\twebsocket\tcbor,json\tcall\n")
        self.write_run(self.case())
        self.assert_fails_with("empty cell: client / crossbar / websocket / json / call\n")
        self.assertNotIn("websocket / cbor", self.judge()[1])

    def test_each_number_needs_a_passed_test(self):
        (self.tables / "tags.tsv").write_text("number\twhere\nE-1\tany\nE-2\twire\nE-3\tany\n")
        self.write_run(self.case())
        self.assert_fails_with("no executed test: E-3\n")
        self.assertNotIn("E-2\n", self.judge()[1].split("no executed")[1])

    def test_a_number_across_the_wire_needs_a_test_with_sockets(self):
        (self.tables / "tags.tsv").write_text("number\twhere\nE-1\twire\n")
        self.write_run(self.case(), evidence=PLAIN)
        self.assert_fails_with("no executed test across the wire: E-1\n")

    def test_a_failed_test_proves_nothing(self):
        (self.tables / "tags.tsv").write_text("number\twhere\nE-1\tany\n")
        self.write_run(self.case(), evidence=PLAIN.replace("passed", "failed"))
        self.assert_fails_with("no executed test: E-1\n")


if __name__ == "__main__":
    unittest.main()
