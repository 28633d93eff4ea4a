#!/usr/bin/env python3
"""Measures the tables of docs/performance.md, row after row, and prints them as Markdown.

    bench/campaign.py evaluation --peer 'PEER --serve'    evaluation alone, also with layer normalisation
    bench/campaign.py sweep --peer 'PEER --serve'         weights, evaluation, metrics, rows written
    bench/campaign.py figure5 --peer 'PEER --serve'       8 panels x 4 architectures of Figure 5, all metrics, rows written
    bench/campaign.py peak [--peer 'PEER --serve']        the share of what the cores give at most, ours and the peer's
    bench/campaign.py training --peer 'PEER --serve'      optimisation steps: one network, and 130 on all cores
    bench/campaign.py card --peer 'PEER --serve'          evaluation alone, the few rows that bench/cuda measures on a card
    bench/campaign.py threads                             two threads beside one
    bench/campaign.py stranger                            a third party's activation beside a built-in one
    bench/campaign.py allocation                          bytes of objects made per network
    bench/campaign.py plugins                             what many plugins add to the start of a command

--only WORD measures the rows whose name holds the word; --bursts 1 --seconds 0.2 only shows that a table works. A peer is
measured at its best, which is sought by one burst each among the commands --peer and the variants --variant JSON (both
repeatable). What programs are published runs besides where a table says so and --published-peer names its command, asked
with --published JSON. Variants are added to the configuration that a peer is asked. Ratios are medians of alternating
bursts; a row with more foreign load than 0.05 is not worth quoting. --json FILE keeps every record.
Exit code: 0 every row was measured, 1 one was not, which its line says.
"""
import argparse
import json
import shlex
import shutil
import statistics
import sys
import tempfile

from guest import build_small, build_stranger, image
from interleave import CONFIGURATION, OURS, ROOT, NoAnswer, Program, burst, duel, load, rounds
from markdown import heading, line, rate, ratio_cells, span
from starts import added, start, turns
from tables import ALLOCATION, CARD, EVALUATION, FIGURE5, PEAK, PLUGINS, STRANGER, SWEEP, THREADS, TRAINING, operations

LOOP = f"{shlex.quote(f'{ROOT}/bench/peak')} --serve"
VARIANTS = [dict(variant="bmm_aug", procs=2, **way)
            for way in (*(dict(batch=batch) for batch in (1, 2, 4)), *(dict(batch=1, tile=tile) for tile in (512, 1024, 2048)))]
TABLES = dict(evaluation=EVALUATION, sweep=SWEEP, figure5=FIGURE5, peak=PEAK, threads=THREADS, stranger=STRANGER,
              allocation=ALLOCATION, plugins=PLUGINS, training=TRAINING, card=CARD)
PUBLISHED = dict(variant="loop", style="published", lz="py", procs=1, threads=2)


class Campaign:
    def __init__(self, arguments):
        self.arguments = arguments
        self.programs = {}
        self.refused = 0

    def program(self, role, command):
        return self.programs.setdefault(role, Program(command))

    def peers(self):
        if not self.arguments.peer:
            raise SystemExit("This table compares with a peer: give its command with --peer.")
        return [self.program(command, command) for command in self.arguments.peer]

    def ours(self):
        return self.program("ours", self.arguments.ours)

    def close(self):
        for program in self.programs.values():
            program.close()

    def configuration(self, row):
        return dict(CONFIGURATION, seconds=self.arguments.seconds, threads=self.arguments.threads, **row)

    def duel(self, table, name, peer, theirs, ours, mine):
        result = duel(peer, theirs, ours, mine, self.arguments.bursts, self.arguments.foreign_load)
        self.keep(dict(table=table, row=name, theirs=theirs, ours=mine, **result))
        return result

    def keep(self, record):
        if self.arguments.json:
            with open(self.arguments.json, "a") as out:
                out.write(json.dumps(record) + "\n")

    def each(self, rows, cells):
        """Prints row after row; one that a program refuses says why, and the next one follows."""
        for row in rows:
            try:
                line(row["name"], *cells(row))
            except NoAnswer as e:
                self.refused += 1
                line(row["name"], f"not measured: {e}")

    def best(self, configuration):
        """The peer, and the configuration with the variant, that is fastest in one burst."""
        return self.best_of([(peer, dict(configuration, **variant))
                             for peer in self.peers() for variant in self.arguments.variant or VARIANTS])

    def best_of(self, candidates):
        """The fastest of those that answer; why another does not goes to standard error."""
        able = self.answered(candidates, lambda peer, candidate: peer.ask(candidate))
        timed = self.answered([pair for pair, _ in able], lambda *pair: burst(*pair, self.arguments.foreign_load))
        return max(timed, key=lambda answer: answer[1]["nets_per_s"])[0]

    @staticmethod
    def answered(candidates, ask):
        """Pairs of a candidate and its answer, one at least."""
        answers, refusals = [], []
        for pair in candidates:
            try:
                answers.append((pair, ask(*pair)))
            except NoAnswer as e:
                refusals.append(str(e))
                print(f"left out: {e}", file=sys.stderr)
        if not answers:
            raise NoAnswer(f"none of {len(refusals)} ways to run the peer answered, the last: {refusals[-1]}")
        return answers

    def against_peer(self, table, rows):
        """Duels with the peer at its best; where asked for, also as published. Prints totals over all rows."""
        published = self.arguments.published_peer and any("published" in row for row in rows)
        heading("network", "peer's best, networks/s", "nrs, networks/s", "ratio", "from - to", "foreign load",
                *(["as published", "ratio"] if published else []))
        totals = dict(best=0.0, ours=0.0, published=0.0, ours_again=0.0)
        self.each(rows, lambda row: self.against(table, row, totals))
        if totals["ours"]:
            print(f"\nAll {'measured ' if self.refused else ''}rows, equally many networks of each: "
                  + f"{totals['best'] / totals['ours']:.2f} times the peer's best"
                  + (f", {totals['published'] / totals['ours_again']:.0f} times as published"
                     if totals["ours_again"] else "")
                  + ".", flush=True)

    def against(self, table, row, totals):
        """The cells of one row; adds the seconds that a network takes to the totals."""
        mine, theirs = self.configuration(row["ours"]), self.configuration(row["theirs"])
        bound = row.get("bound", "")
        result = self.duel(table, row["name"], *self.best(theirs), self.ours(), mine)
        cells = [rate(result["peer_nets_per_s"]), *ratio_cells(result, bound)]
        totals["best"] += 1 / result["peer_nets_per_s"]
        totals["ours"] += 1 / result["our_nets_per_s"]
        if self.arguments.published_peer and "published" in row:
            loop = self.program("published", self.arguments.published_peer)
            slow = dict(theirs, **(self.arguments.published or PUBLISHED))
            again = self.duel(table + ", published", row["name"], loop, slow, self.ours(), mine)
            cells += [rate(again["peer_nets_per_s"]), f"{bound}{again['ratio']:.0f}"]
            totals["published"] += 1 / again["peer_nets_per_s"]
            totals["ours_again"] += 1 / again["our_nets_per_s"]
        return cells

    def training(self, rows):
        """One network on one core, beside the peer on one or two; or many on all cores, together, in groups or alone."""
        heading("training", "peer's best, steps/s", "its way", "nrs, steps/s", "ratio", "from - to", "step in forward passes",
                "foreign load")

        def cells(row):
            cores, networks = self.arguments.threads, row["networks"]
            alone = networks == 1
            mine = self.configuration(row["ours"])
            mine.update(nets=1 if alone else -(-networks // cores), threads=1 if alone else cores)
            ways = [dict(nets=1, procs=1, threads=threads) for threads in (1, cores)] if alone else [
                dict(nets=networks, procs=1, threads=cores),
                *(dict(nets=size, procs=cores, threads=1) for size in (-(-networks // cores), 10, 1))]
            theirs = self.configuration(row["theirs"])
            peer, best = self.best_of([(peer, dict(theirs, **way)) for peer in self.peers()
                                       for way in self.arguments.variant or ways])
            forward = dict(mine, train="forward", nets=1, threads=1)
            single = self.program("forward", self.arguments.ours)
            sides = [(peer, best), (self.ours(), mine)] + ([(single, forward)] if alone else [])
            records = rounds(sides, self.arguments.bursts, self.arguments.foreign_load)
            self.keep(dict(table="training", row=row["name"], theirs=best, ours=mine, rounds=records))
            rates = [[record["nets_per_s"] for record in each] for each in records]
            ratios = [each[1] / each[0] for each in rates]
            way = f"{best['nets']} together, {best['procs']} x {best['threads']} threads"
            passes = f"{statistics.median(each[2] / each[1] for each in rates):.2f}" if alone else ""
            return (rate(statistics.median(each[0] for each in rates)), way, rate(statistics.median(each[1] for each in rates)),
                    f"{statistics.median(ratios):.2f}", span(ratios), passes,
                    f"{max(load(record) for each in records for record in each):.3f}")

        self.each(rows, cells)

    def peak(self, rows):
        """Operations of the products per second, as a share of those of an fma loop that runs in turns with them."""
        names = ["nrs"] + (["peer's best"] if self.arguments.peer else [])
        heading("network", "fma loop, GFLOP/s", *(cell for name in names for cell in (f"{name}, GFLOP/s", "share", "from - to")),
                "foreign load")

        def cells(row):
            loop = self.program("loop", LOOP)
            mine = self.configuration(row["ours"])
            sides = [(loop, mine), (self.ours(), mine)]
            if self.arguments.peer:
                sides.append(self.best(self.configuration(row["theirs"])))
            records = rounds(sides, self.arguments.bursts, self.arguments.foreign_load)
            most = [first["gflops"] for first, *_ in records]
            found = [f"{statistics.median(most):.0f}"]
            for side in range(1, len(sides)):
                speeds = [record[side]["nets_per_s"] * operations(row["ours"]) / 1e9 for record in records]
                shares = [speed / peak for speed, peak in zip(speeds, most)]
                found += [f"{statistics.median(speeds):.0f}", f"{statistics.median(shares):.2f}", span(shares)]
            self.keep(dict(table="peak", row=row["name"], operations=operations(row["ours"]), rounds=records))
            return *found, f"{max(load(record) for each in records for record in each):.3f}"

        self.each(rows, cells)

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

    def plugins(self, rows):
        """Whole processes beside no plugin and beside many, in turns; the JVM tells how many classes of theirs it loaded."""
        heading("command", "without, s", "with them, s", "from - to", "ms per plugin", "of the processor", "classes loaded",
                "foreign load")
        nrs = f"{image()}/bin/nrs"

        def cells(row):
            with tempfile.TemporaryDirectory() as folder:
                plugins = build_small(folder, row["count"])
                more = [nrs, *row["words"], "--plugins", plugins]
                if row["locked"]:
                    start([nrs, "plugins", "trust", plugins, "--plugins", plugins])
                log = start(more, dict(NRS_JAVA_OPTIONS="-Xlog:class+load:stdout"))["out"]
                classes = log.count(".Small source:")
                result = added(*turns([[nrs, *row["words"]], more], self.arguments.bursts), row["count"])
            self.keep(dict(table="plugins", row=row["name"], classes=classes, **result))
            return (f"{result['without']:.2f}", f"{result['more']:.2f}", span([result["least"], result["largest"]]),
                    f"{result['each_ms']:.1f}", f"{result['each_cpu_ms']:.1f}", classes,
                    f"{result['worst_foreign_load']:.2f}")

        self.each(rows, cells)

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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", choices=sorted(TABLES))
    parser.add_argument("--peer", action="append", metavar="COMMAND", help="of another program; the best of several counts")
    parser.add_argument("--ours", default=OURS, help="command of ours (default: %(default)s)")
    parser.add_argument("--variant", action="append", type=json.loads, metavar="JSON", help="a way to run the peer")
    parser.add_argument("--published-peer", metavar="COMMAND", help="of a program that works as published ones do")
    parser.add_argument("--published", type=json.loads, metavar="JSON", help="how it is asked to do so")
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--bursts", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=1.0, help="of a burst (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--foreign-load", type=float, default=0.05)
    parser.add_argument("--json", metavar="FILE", help="append every record to it")
    arguments = parser.parse_args()
    rows = [row for row in TABLES[arguments.table] if arguments.only in row["name"]]
    campaign = Campaign(arguments)
    try:
        if arguments.table in ("evaluation", "sweep", "figure5", "card"):
            campaign.against_peer(arguments.table, rows)
        else:
            getattr(campaign, arguments.table)(rows)
    finally:
        campaign.close()
    return 1 if campaign.refused else 0


if __name__ == "__main__":
    sys.exit(main())
