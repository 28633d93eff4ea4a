"""python3 -m unittest discover -s bench"""
import argparse
import contextlib
import io
import os
import unittest
from unittest import mock

from campaign import Campaign, main
from guest import java_home
from interleave import NoAnswer, Program, burst, duel, rounds
from starts import added, start
from tables import operations

LOG = []
ECHO = """python3 -c 'import json, sys
print(json.dumps(dict(ready=True)), flush=True)
for line in sys.stdin: print(json.dumps(dict(nets_per_s=SPEED * json.loads(line)["batch"], ext=0)), flush=True)'"""


class Scripted:
    """Answers with one prepared record after the other, or with a refusal."""

    def __init__(self, name, *records):
        self.command = name
        self.records = list(records)

    def ask(self, configuration):
        LOG.append((self.command, configuration))
        record = self.records.pop(0)
        if isinstance(record, NoAnswer):
            raise record
        return record


def speed(networks_per_second, foreign=0.0):
    return dict(nets_per_s=networks_per_second, ext=foreign)


class CampaignTest(unittest.TestCase):
    def setUp(self):
        LOG.clear()

    def test_bursts_alternate_and_the_two_warm_ones_do_not_count(self):
        peer = Scripted("peer", *map(speed, (1, 1, 100, 200, 400)))
        ours = Scripted("ours", *map(speed, (9, 9, 300, 400, 400)))
        result = duel(peer, "a", ours, "b", 3, 0.05)
        self.assertEqual([name for name, _ in LOG], ["peer"] * 2 + ["ours"] * 2 + ["peer", "ours"] * 3)
        self.assertEqual(result["ratio"], 2)
        self.assertEqual((result["least_ratio"], result["largest_ratio"]), (1, 3))
        self.assertEqual((result["peer_nets_per_s"], result["our_nets_per_s"]), (200, 400))

    def test_a_disturbed_burst_is_repeated_and_the_least_disturbed_kept(self):
        self.assertEqual(burst(Scripted("p", speed(1, 0.3), speed(2, 0.01)), {}, 0.05)["nets_per_s"], 2)
        loads = (0.5, 0.4, 0.2, 0.3, 0.6)
        self.assertEqual(burst(Scripted("p", *(speed(0, each) for each in loads)), {}, 0.05)["ext"], 0.2)

    def test_rounds_ask_every_side_in_turn(self):
        sides = [(Scripted(name, *map(speed, range(4))), name) for name in "abc"]
        self.assertEqual([[each["nets_per_s"] for each in record] for record in rounds(sides, 2, 1)], [[2] * 3, [3] * 3])

    def test_the_best_is_sought_among_programs_and_variants(self):
        slow, fast = (ECHO.replace("SPEED", text) for text in ("2", "3"))
        variants = [dict(batch=4), dict(batch=1)]
        campaign = Campaign(argparse.Namespace(peer=[slow, fast], variant=variants, foreign_load=0.05))
        try:
            peer, configuration = campaign.best(dict(act="relu"))
        finally:
            campaign.close()
        self.assertEqual((peer.command, configuration), (fast, dict(act="relu", batch=4)))

    def test_a_variant_that_fails_is_told_and_left_out(self):
        campaign = Campaign(argparse.Namespace(foreign_load=0.05))
        late = Scripted("late", speed(9), NoAnswer("lost"))
        candidates = [(Scripted("a", speed(1), speed(4)), "a"), (Scripted("b", NoAnswer("out of memory")), "b"), (late, "c"),
                      (Scripted("d", speed(1), speed(5)), "d")]
        told = io.StringIO()
        with contextlib.redirect_stderr(told):
            self.assertEqual(campaign.best_of(candidates)[1], "d")
        self.assertEqual(told.getvalue(), "left out: out of memory\nleft out: lost\n")

    def test_a_row_without_any_variant_is_not_measured_and_the_exit_code_tells(self):
        refusing = """python3 -c 'import sys
for line in sys.stdin: print("{\\"error\\": \\"no card\\"}", flush=True)'"""
        words = ["campaign.py", "card", "--peer", refusing, "--ours", "false", "--variant", "{}", "--only", "relu"]
        out, told = io.StringIO(), io.StringIO()
        with mock.patch("sys.argv", words), contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
            self.assertEqual(main(), 1)
        self.assertIn("not measured: none of 1 ways to run the peer answered", out.getvalue())
        self.assertIn("left out: ", told.getvalue())

    def test_a_plugin_costs_the_difference_of_the_medians(self):
        def starts(*seconds):
            return [dict(seconds=each, cpu=2 * each, ext=each / 10) for each in seconds]

        result = added(starts(1, 0.5, 0.6), starts(0.8, 3, 0.7), 20)
        self.assertAlmostEqual(result["each_ms"], 10)
        self.assertAlmostEqual(result["each_cpu_ms"], 20)
        self.assertEqual((result["without"], result["more"], result["least"], result["largest"]), (0.6, 0.8, 0.7, 3))
        self.assertEqual(result["worst_foreign_load"], 0.3)

    def test_a_start_tells_its_time_and_a_failed_one_why(self):
        record = start(["sh", "-c", "sleep 0.1; echo $WORD"], dict(WORD="done"))
        self.assertEqual(record["out"], "done\n")
        self.assertTrue(0.1 <= record["seconds"] < 10 and record["cpu"] < record["seconds"], record)
        with self.assertRaisesRegex(SystemExit, "ended with 3: no luck"):
            start(["sh", "-c", "echo no luck >&2; exit 3"])

    def test_operations_are_two_per_multiply_add(self):
        # 4096 points, 2·64 + 64·64 + 64·64 + 64·1 multiply-adds each.
        self.assertEqual(operations(dict(depth=3, width=64, grid=64)), 68_681_728)

    def test_an_error_names_the_program_and_the_question(self):
        program = Program("""python3 -c 'input(); print("{\\"error\\": \\"no such activation\\"}")'""")
        with self.assertRaisesRegex(NoAnswer, "no such activation; asked: .*cosine"):
            program.ask(dict(act="cosine"))
        program.close()

    def test_a_program_that_ended_is_started_anew(self):
        program = Program(ECHO.replace("SPEED", "(1 if json.loads(line)[\"batch\"] else sys.exit(3))"))
        with self.assertRaisesRegex(NoAnswer, "ended without an answer to .*'batch': 0"):
            program.ask(dict(batch=0))
        self.assertEqual(program.ask(dict(batch=3))["nets_per_s"], 3)
        program.close()

    def test_a_refused_row_says_why_and_the_next_follows(self):
        def cells(row):
            if row["name"] == "b":
                raise NoAnswer("too wide")
            return [1]

        out, campaign = io.StringIO(), Campaign(argparse.Namespace())
        with contextlib.redirect_stdout(out):
            campaign.each([dict(name=name) for name in "abc"], cells)
        self.assertEqual(campaign.refused, 1)
        self.assertEqual(out.getvalue(), "| a | 1 |\n| b | not measured: too wide |\n| c | 1 |\n")

    def test_a_jdk_is_found_without_java_home(self):
        with mock.patch.dict(os.environ):
            os.environ.pop("JAVA_HOME", None)
            self.assertTrue(os.access(f"{java_home()}/bin/javac", os.X_OK))


if __name__ == "__main__":
    unittest.main()
