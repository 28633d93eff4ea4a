#!/usr/bin/env python3
"""Measures the tables of docs/performance.md, row after row, and prints them as Markdown.

    bench/campaign.py evaluation --peer 'PEER --serve'    evaluation alone, also with layer normalisation
    bench/campaign.py sweep --peer 'PEER --serve'         weights, evaluation, metrics, rows written
    bench/campaign.py figure5 --peer 'PEER --serve'       8 panels x 4 architectures of Figure 5, all metrics, rows written
    bench/campaign.py threads                             two threads beside one
    bench/campaign.py stranger                            a third party's activation beside a built-in one
    bench/campaign.py allocation                          bytes of objects made per network

--only WORD measures the rows whose name holds the word; --bursts 1 --seconds 0.2 only shows that a table works. A peer is
measured at its best, which is sought among --variant JSON (repeatable) by one burst each, and, where a table says so, as
programs are published, --published JSON. Both are added to the configuration that the peer is asked. Ratios are medians
of alternating bursts; a row with more foreign load than 0.05 is not worth quoting. --json FILE keeps every record.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

from interleave import CONFIGURATION, OURS, ROOT, NoAnswer, Program, burst, duel, load
from tables import ALLOCATION, EVALUATION, FIGURE5, STRANGER, SWEEP, THREADS

VARIANTS = [dict(variant=variant, batch=batch, procs=2)
            for variant, batch in (("bmm_aug", 1), ("bmm_aug", 2), ("bmm_aug", 4), ("bmm_wp", 1), ("bmm_wp", 4))]
PUBLISHED = dict(variant="loop", style="published", lz="py", procs=1, threads=2)


class Campaign:
    def __init__(self, arguments):
        self.arguments = arguments
        self.records = []
        self.programs = {}

    def program(self, role, command):
        if command is None:
            raise SystemExit("This table compares with a peer: give its command with --peer.")
        return self.programs.setdefault(role, Program(command))

    def ours(self):
        return self.program("ours", self.arguments.ours)

    def close(self):
        for program in self.programs.values():
            program.close()

    def configuration(self, row):
        return dict(CONFIGURATION, seconds=self.arguments.seconds, threads=self.arguments.threads, **row)

    def duel(self, table, name, peer, theirs, ours, mine):
        result = duel(peer, theirs, ours, mine, self.arguments.bursts, self.arguments.foreign_load)
        self.records.append(dict(table=table, row=name, theirs=theirs, ours=mine, **result))
        if self.arguments.json:
            with open(self.arguments.json, "a") as out:
                out.write(json.dumps(self.records[-1]) + "\n")
        return result

    @staticmethod
    def each(rows, cells):
        """Prints row after row; one that a program refuses says why, and the next one follows."""
        for row in rows:
            try:
                line(row["name"], *cells(row))
            except NoAnswer as e:
                line(row["name"], f"not measured: {e}")

    def best(self, peer, configuration):
        """The configuration with the variant that is fastest in one burst."""
        candidates = [dict(configuration, **variant) for variant in self.arguments.variant or VARIANTS]
        for candidate in candidates:
            peer.ask(candidate)
        return max(candidates, key=lambda c: burst(peer, c, self.arguments.foreign_load)["nets_per_s"])

    def against_peer(self, table, rows):
        """Duels with the peer at its best; where a row says so, also as published. Prints totals over all rows."""
        published = any("published" in row for row in rows)
        heading("network", "peer's best, networks/s", "nrs, networks/s", "ratio", "from - to", "foreign load",
                *(["as published", "ratio"] if published else []))
        totals = dict(best=0.0, ours=0.0, published=0.0, ours_again=0.0)
        self.each(rows, lambda row: self.against(table, row, totals))
        if totals["ours"]:
            print(f"\nAll rows, equally many networks of each: {totals['best'] / totals['ours']:.2f} times the peer's best"
                  + (f", {totals['published'] / totals['ours_again']:.0f} times as published" 
                     if totals["ours_again"] else "")
                  + ".", flush=True)

    def against(self, table, row, totals):
        """The cells of one row; adds the seconds that a network takes to the totals."""
        mine, theirs = self.configuration(row["ours"]), self.configuration(row["theirs"])
        peer = self.program("peer", self.arguments.peer)
        bound = row.get("bound", "")
        result = self.duel(table, row["name"], peer, self.best(peer, theirs), self.ours(), mine)
        cells = [rate(result["peer_nets_per_s"]), *ratio_cells(result, bound)]
        if "published" in row:
            loop = self.program("published", self.arguments.peer)
            slow = dict(theirs, **(self.arguments.published or PUBLISHED))
            again = self.duel(table + ", published", row["name"], loop, slow, self.ours(), mine)
            cells += [rate(again["peer_nets_per_s"]), f"{bound}{again['ratio']:.0f}"]
            totals["published"] += 1 / again["peer_nets_per_s"]
            totals["ours_again"] += 1 / again["our_nets_per_s"]
        totals["best"] += 1 / result["peer_nets_per_s"]
        totals["ours"] += 1 / result["our_nets_per_s"]
        return cells

    def threads(self, rows):
        heading("network", "one thread, networks/s", "two, networks/s", "ratio", "from - to", "foreign load")

        def cells(row):
            single = self.program("single", self.arguments.ours)
            one, two = (dict(self.configuration(row["ours"]), threads=threads) for threads in (1, 2))
            result = self.duel("threads", row["name"], single, one, self.ours(), two)
            return rate(result["peer_nets_per_s"]), *ratio_cells(result)

        self.each(rows, cells)

    def stranger(self, rows):
        folder = tempfile.mkdtemp()

        def cells(row):
            built_in, foreign = (self.configuration(dict(row["ours"], act=act)) for act in ("gelu", "strangers-gelu"))
            guest = self.program("stranger", command)
            result = self.duel("stranger", row["name"], self.ours(), built_in, guest, foreign)
            return rate(result["peer_nets_per_s"]), *ratio_cells(result)

        try:
            command = self.arguments.ours.replace(" bench", f" --plugins {build_stranger(folder)} bench", 1)
            heading("network", "built in, networks/s", "third party, networks/s", "ratio", "from - to", "foreign load")
            self.each(rows, cells)
        finally:
            self.close()
            shutil.rmtree(folder)

    def allocation(self, rows):
        heading("network", "bytes per network", "networks per burst", "foreign load")

        def cells(row):
            configuration = self.configuration(row["ours"])
            for _ in range(2):
                self.ours().ask(configuration)
            records = [burst(self.ours(), configuration, 1) for _ in range(self.arguments.bursts)]
            least = min(records, key=lambda record: record["alloc_b_per_net"])
            return f"{least['alloc_b_per_net']:,}", least["networks"], f"{load(least):.3f}"

        self.each(rows, cells)


def build_stranger(folder):
    """Compiles the activation in bench/stranger against the image, as docs/plugins.md tells."""
    image = os.environ.get("NRS", f"{ROOT}/distribution/app/target/nrs")
    tools = os.path.join(os.environ["JAVA_HOME"], "bin") + os.sep if "JAVA_HOME" in os.environ else ""
    source = f"{ROOT}/bench/stranger"
    modules = f"{folder}/plugins/stranger/modules"
    os.makedirs(modules)
    subprocess.run([f"{ROOT}/nrs", "--version"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([f"{tools}javac", "--module-path", f"{image}/lib", "-d", f"{folder}/classes",
                    f"{source}/module-info.java", f"{source}/com/example/stranger/StrangersGelu.java"], check=True)
    subprocess.run([f"{tools}jar", "--create", "--file", f"{modules}/stranger.jar", "-C", f"{folder}/classes", "."], check=True)
    return f"{folder}/plugins"


def rate(networks_per_second):
    return f"{networks_per_second:,.0f}" if networks_per_second >= 100 else f"{networks_per_second:.1f}"


def ratio_cells(result, bound=""):
    return (rate(result["our_nets_per_s"]), f"{bound}{result['ratio']:.2f}",
            f"{result['least_ratio']:.2f} - {result['largest_ratio']:.2f}", f"{result['worst_foreign_load']:.3f}")


def heading(*cells):
    line(*cells)
    line(*("---" for _ in cells))


def line(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", choices=["evaluation", "sweep", "figure5", "threads", "stranger", "allocation"])
    parser.add_argument("--peer", help="command of the other program")
    parser.add_argument("--ours", default=OURS, help="command of ours (default: %(default)s)")
    parser.add_argument("--variant", action="append", type=json.loads, metavar="JSON", help="a way to run the peer")
    parser.add_argument("--published", type=json.loads, metavar="JSON", help="how programs like the peer are published")
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--bursts", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="of a burst (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--foreign-load", type=float, default=0.05)
    parser.add_argument("--json", metavar="FILE", help="append every record to it")
    arguments = parser.parse_args()
    tables = dict(evaluation=EVALUATION, sweep=SWEEP, figure5=FIGURE5, threads=THREADS, stranger=STRANGER,
                  allocation=ALLOCATION)
    rows = [row for row in tables[arguments.table] if arguments.only in row["name"]]
    campaign = Campaign(arguments)
    try:
        if arguments.table in ("evaluation", "sweep", "figure5"):
            campaign.against_peer(arguments.table, rows)
        else:
            getattr(campaign, arguments.table)(rows)
    finally:
        campaign.close()


if __name__ == "__main__":
    sys.exit(main())
