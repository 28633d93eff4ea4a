#!/usr/bin/env python3
"""Compares the networks per second of nrs with those of another program, in turns on the same machine.

    bench/interleave.py --peer 'python3 my_peer.py --serve' --act relu --depth 3 --width 64 [--metrics f8] ...

Both programs stay alive and answer one JSON configuration per line with one JSON record that holds `nets_per_s` and
`ext`, the share of the machine that other processes took. Bursts alternate: peer, ours, peer, ours; records with too much
foreign load are discarded and repeated. What is printed, and worth quoting, is the median ratio.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OPTIONS = ("act", "depth", "width", "grid", "metrics", "threads", "seconds")


class Program:
    def __init__(self, command):
        self.process = subprocess.Popen(command, shell=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, configuration):
        self.process.stdin.write(json.dumps(configuration) + "\n")
        self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith("{"):
                record = json.loads(line)
                if record.get("error"):
                    raise SystemExit(f"{self.process.args}: {record['error']}")
                if "nets_per_s" in record:
                    return record
        raise SystemExit(f"{self.process.args} ended without an answer to {configuration}")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def burst(program, configuration, limit):
    """The first of at most five records that other processes left alone, else the one that they disturbed least."""
    records = []
    for _ in range(5):
        records.append(program.ask(configuration))
        if records[-1].get("ext", 0) <= limit:
            break
    return min(records, key=lambda record: record.get("ext", 0))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", required=True, help="command of the other program")
    parser.add_argument("--peer-set", action="append", default=[], metavar="KEY=VALUE", help="only for the peer; JSON value")
    parser.add_argument("--ours", default=f"{ROOT}/nrs bench --serve", help="command of ours (default: %(default)s)")
    parser.add_argument("--bursts", type=int, default=5)
    parser.add_argument("--foreign-load", type=float, default=0.05)
    for name, value in dict(act="relu", depth=3, width=64, grid=64, metrics="", threads=2, seconds=1.0).items():
        parser.add_argument("--" + name, type=type(value), default=value)
    arguments = parser.parse_args()
    configuration = {name: getattr(arguments, name) for name in OPTIONS}
    theirs = dict(configuration)
    for setting in arguments.peer_set:
        key, value = setting.split("=", 1)
        try:
            theirs[key] = json.loads(value)
        except json.JSONDecodeError:
            theirs[key] = value
    peer, ours = Program(arguments.peer), Program(arguments.ours)
    try:
        for program, warm in ((peer, theirs), (ours, configuration)):
            for _ in range(2):
                program.ask(warm)
        pairs = []
        for _ in range(arguments.bursts):
            pairs.append((burst(peer, theirs, arguments.foreign_load), burst(ours, configuration, arguments.foreign_load)))
    finally:
        peer.close()
        ours.close()
    print(json.dumps(dict(
        configuration,
        peer=pairs[0][0].get("peer", arguments.peer),
        peer_nets_per_s=round(statistics.median(p["nets_per_s"] for p, _ in pairs), 1),
        our_nets_per_s=round(statistics.median(o["nets_per_s"] for _, o in pairs), 1),
        ratio=round(statistics.median(o["nets_per_s"] / p["nets_per_s"] for p, o in pairs), 3),
        worst_foreign_load=max(max(p.get("ext", 0), o.get("ext", 0)) for p, o in pairs))))


if __name__ == "__main__":
    sys.exit(main())
