"""Times whole processes: from the start of a command to its end, with the processor time that it took."""
import os
import resource
import statistics
import subprocess
import time


def busy():
    """Processor seconds that the whole machine has spent; 0 where it does not tell."""
    try:
        with open("/proc/stat") as file:
            ticks = [int(each) for each in file.readline().split()[1:]]
    except FileNotFoundError:
        return 0.0
    idle = ticks[3] + ticks[4]
    return (sum(ticks[:8]) - idle) / os.sysconf("SC_CLK_TCK")


def start(command, environment=None):
    """Seconds, processor seconds, and the share of the machine that others took meanwhile; an error is one of the caller."""
    machine, own, begin = busy(), processor(), time.perf_counter()
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                            env=dict(os.environ, **(environment or {})))
    seconds, cpu = time.perf_counter() - begin, processor() - own
    if result.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {result.returncode}: {result.stderr}")
    foreign = max(0.0, busy() - machine - cpu) / (seconds * os.cpu_count())
    return dict(seconds=seconds, cpu=cpu, ext=foreign, out=result.stdout)


def processor():
    """Processor seconds of all children that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def turns(commands, count):
    """Starts of each command in turns, after one of each that does not count."""
    for command in commands:
        start(command)
    return list(zip(*([start(command) for command in commands] for _ in range(count))))


def added(without, more, plugins):
    """What plugins cost: medians of whole starts, and milliseconds for each plugin, of time and of the processor."""
    def median(records, key):
        return statistics.median(record[key] for record in records)

    return dict(
        without=median(without, "seconds"), more=median(more, "seconds"),
        least=min(record["seconds"] for record in more), largest=max(record["seconds"] for record in more),
        each_ms=(median(more, "seconds") - median(without, "seconds")) / plugins * 1000,
        each_cpu_ms=(median(more, "cpu") - median(without, "cpu")) / plugins * 1000,
        worst_foreign_load=max(record["ext"] for record in (*without, *more)))
