#!/usr/bin/env python3
"""Compares the networks per second of nrs with those of another program, in turns on the same machine.

    bench/interleave.py --peer 'python3 my_peer.py --serve' --act relu --depth 3 --width 64 [--metrics fourier] ...

Both programs stay alive and answer one JSON configuration per line with one JSON record that holds `nets_per_s` and
`ext`, the share of the machine that other processes took. Bursts alternate: peer, ours, peer, ours; records with too much
foreign load are repeated. What is printed, and worth quoting, is the median ratio. bench/campaign.py does whole tables.
"""
import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OURS = f"{shlex.quote(f'{ROOT}/nrs')} bench --serve"
CONFIGURATION = dict(act="relu", depth=3, width=64, grid=64, metrics="", threads=2, seconds=1.0)


class NoAnswer(Exception):
    """A program answered with an error, or ended."""


class Program:
    """A program that answers configurations; started at the first, ended by close, and started anew if it ended by itself."""

    def __init__(self, command):
        self.command = command
        self.process = None

    def ask(self, configuration):
        if self.process is None:
            self.process = subprocess.Popen(
                self.command, shell=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            self.process.stdin.write(json.dumps(configuration) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:  # its last words may yet say why
            pass
        for line in self.process.stdout:
            if line.startswith("{"):
                record = json.loads(line)
                if record.get("error"):
                    raise NoAnswer(f"{self.command}: {record['error']}; asked: {json.dumps(configuration)}")
                if "ready" not in record:
                    return record
        self.close()
        raise NoAnswer(f"{self.command} ended without an answer to {configuration}")

    def close(self):
        if self.process is not None:
            self.process.communicate()
            self.process = None


def load(record):
    """The foreign load, 0 where a program cannot tell."""
    return record.get("ext") or 0


def burst(program, configuration, limit):
    """The first of at most five records that other processes left alone, else the one that they disturbed least."""
    records = []
    for _ in range(5):
        records.append(program.ask(configuration))
        if load(records[-1]) <= limit:
            break
    return min(records, key=load)


def rounds(sides, bursts, limit):
    """Rounds of bursts: in each round one record of every side, a program with the configuration that it is asked, warm."""
    for program, configuration in sides:
        for _ in range(2):
            program.ask(configuration)
    return [[burst(program, configuration, limit) for program, configuration in sides] for _ in range(bursts)]


def duel(peer, theirs, ours, mine, bursts, limit):
    """Alternating bursts of two programs, each with its configuration: medians, and the ratio ours to theirs."""
    pairs = rounds([(peer, theirs), (ours, mine)], bursts, limit)
    ratios = [our["nets_per_s"] / their["nets_per_s"] for their, our in pairs]
    return dict(
        peer=pairs[0][0].get("peer", peer.command),
        peer_nets_per_s=statistics.median(their["nets_per_s"] for their, _ in pairs),
        our_nets_per_s=statistics.median(our["nets_per_s"] for _, our in pairs),
        ratio=statistics.median(ratios),
        least_ratio=min(ratios),
        largest_ratio=max(ratios),
        worst_foreign_load=max(max(load(their), load(our)) for their, our in pairs))


def value(text):
    """A JSON value, or the text itself."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def pairs(texts):
    return {key: value(text) for key, text in (entry.split("=", 1) for entry in texts)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", required=True, help="command of the other program")
    parser.add_argument("--peer-set", action="append", default=[], metavar="KEY=VALUE", help="only for the peer; JSON value")
    parser.add_argument("--ours", default=OURS, help="command of ours (default: %(default)s)")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="only for ours, as magnitude=5")
    parser.add_argument("--layers", default="mlp", help="of ours, as mlp+gating (default: %(default)s)")
    parser.add_argument("--rows", action="store_true", help="ours runs whole studies and writes their rows")
    parser.add_argument("--bursts", type=int, default=5)
    parser.add_argument("--foreign-load", type=float, default=0.05)
    for name, initial in CONFIGURATION.items():
        parser.add_argument("--" + name, type=type(initial), default=initial)
    arguments = parser.parse_args()
    configuration = {name: getattr(arguments, name) for name in CONFIGURATION}
    theirs = dict(configuration, **pairs(arguments.peer_set))
    ours = dict(configuration, rows=arguments.rows, layers=arguments.layers, parameters=pairs(arguments.set))
    programs = Program(arguments.peer), Program(arguments.ours)
    try:
        result = duel(programs[0], theirs, programs[1], ours, arguments.bursts, arguments.foreign_load)
    except NoAnswer as e:
        raise SystemExit(str(e))
    finally:
        for program in programs:
            program.close()
    print(json.dumps(dict(ours, **result)))


if __name__ == "__main__":
    sys.exit(main())
