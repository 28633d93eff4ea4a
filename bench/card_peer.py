#!/usr/bin/env python3
"""What PyTorch makes of the same job on the same card: random perceptrons R^2 -> R on a grid, many at once.

    bench/card_peer.py                  the version of torch and the card; exit code 3 and one sentence if there is none
    bench/card_peer.py --variants       the variants that this torch and this card can do, one JSON object per line
    bench/card_peer.py --serve          answers one JSON configuration per line, as `nrs bench --serve` does

A configuration: act, depth, width, grid, batch (networks at once), seconds, and
  variant  eager    baddbmm and the activation in place, layer after layer
           compile  the same through torch.compile(mode="max-autotune-no-cudagraphs")
           graph    eager, recorded once as a CUDA graph and replayed
           both     compiled and recorded
  home     whether results are copied to pinned memory of the host, as those of nrs are; else they stay on the card
  tf32     whether products may be TF32; float32 unless asked
Every step draws fresh weights on the card, because a sweep needs them. The clock stops when the card has done all.
"""
import json
import math
import sys
import time

try:
    import torch
except ImportError:
    print("python3 has no torch, so there is no peer: pip install torch", file=sys.stderr)
    sys.exit(3)

ACTIVATIONS = {
    "relu": lambda h: h.relu_(),
    "tanh": lambda h: h.tanh_(),
    "sin": lambda h: h.sin_(),
    "gelu": torch.nn.functional.gelu,
}


def grid_points(side):
    axis = torch.linspace(-1, 1, side, device="cuda")
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    return torch.stack([x.reshape(-1), y.reshape(-1)])


def evaluation(configuration):
    """A function without arguments: draws weights, gives [batch, points]."""
    batch, width = configuration["batch"], configuration["width"]
    activate = ACTIVATIONS[configuration["act"]]
    sizes = [2] + [width] * configuration["depth"] + [1]
    points = grid_points(configuration["grid"]).expand(batch, 2, -1)
    layers = list(zip(sizes, sizes[1:]))
    drawn = torch.empty(batch * sum(after * (before + 1) for before, after in layers), device="cuda")

    def forward(numbers):
        values, begin = points, 0
        for index, (before, after) in enumerate(layers):
            limit = math.sqrt(6 / (before + after))
            weight = numbers[begin:begin + batch * after * before].view(batch, after, before) * limit
            begin += batch * after * before
            bias = numbers[begin:begin + batch * after].view(batch, after, 1) * limit
            begin += batch * after
            values = torch.baddbmm(bias, weight, values)
            if index < len(layers) - 1:
                values = activate(values)
        return values.view(batch, -1)

    variant = configuration.get("variant", "eager")
    if variant in ("compile", "both"):
        forward = torch.compile(forward, mode="max-autotune-no-cudagraphs", dynamic=False)

    def step():
        return forward(drawn.uniform_(-1, 1))

    return recorded(step) if variant in ("graph", "both") else step


def recorded(step):
    """The same, as one CUDA graph; its random numbers go on from replay to replay."""
    stream = torch.cuda.Stream()
    with torch.cuda.stream(stream):
        for _ in range(3):
            step()
    stream.synchronize()
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        result = step()

    def replay():
        graph.replay()
        return result

    return replay


def job(configuration):
    step = evaluation(configuration)
    if not configuration.get("home"):
        return step
    shape = (configuration["batch"], configuration["grid"] ** 2)
    here = torch.empty(shape, pin_memory=True)
    return lambda: here.copy_(step(), non_blocking=True)


def measure(run, networks, seconds):
    """Networks per second; the card is asked for enough at once that the host does not wait for it."""
    for _ in range(3):
        run()
    torch.cuda.synchronize()
    steps, done, start = 1, 0, time.perf_counter()
    while True:
        begin = time.perf_counter()
        for _ in range(steps):
            run()
        torch.cuda.synchronize()
        end = time.perf_counter()
        done += steps
        if end - start >= seconds:
            return done * networks / (end - start)
        if end - begin < seconds / 10:
            steps *= 2


def serve():
    kept, known = None, None
    print(json.dumps(dict(ready=True)), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if asked.get("quit"):
            return
        record = dict(asked, peer=f"torch-{torch.__version__}")
        try:
            key = {name: value for name, value in asked.items() if name != "seconds"}
            if key != known:
                kept, known = None, None
                torch.cuda.empty_cache()
                torch.backends.cuda.matmul.allow_tf32 = bool(asked.get("tf32"))
                kept, known = job(asked), key
            record["nets_per_s"] = measure(kept, asked["batch"], asked.get("seconds", 1.0))
        except Exception as e:  # a variant that this torch or this card cannot do is no end of the others
            record["error"] = f"{type(e).__name__}: {e}".splitlines()[0]
        print(json.dumps(record), flush=True)


def variants():
    """Those that work; why another does not goes to standard error."""
    for variant in ("eager", "compile", "graph", "both"):
        small = dict(act="relu", depth=2, width=8, grid=8, batch=2, variant=variant)
        try:
            measure(job(small), 2, 0.1)
        except Exception as e:
            print(f"no variant {variant}: {type(e).__name__}: {e}".splitlines()[0], file=sys.stderr)
            continue
        for batch in (16, 64, 256, 1024):
            print(json.dumps(dict(variant=variant, batch=batch)))


def main():
    if not torch.cuda.is_available():
        print("torch finds no card, so there is no peer: see torch.version.cuda and nvidia-smi", file=sys.stderr)
        return 3
    if "--serve" in sys.argv or "--variants" in sys.argv:
        with torch.inference_mode():
            serve() if "--serve" in sys.argv else variants()
    else:
        print(f"torch {torch.__version__}, CUDA {torch.version.cuda}, {torch.cuda.get_device_name()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
