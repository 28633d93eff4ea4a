"""The rows of the tables that bench/campaign.py measures: what nrs is asked, and the same job in the words of its peer."""

MLP, NORMALISED, GATED, RESIDUAL = "mlp", "mlp+layer-norm", "mlp+gating", "mlp+residual"

# The peer measures Fourier (f), Chebyshev and Legendre fitted on the grid to order 20 (p), LZ76 (7) and LZ78 (8) on ten levels.
PEERS_METRICS = dict(metrics="fp78", lz="c")
SWEEP_METRICS = ("fourier,chebyshev[nodes=grid,orders=20],legendre[nodes=grid,orders=20],"
                 "lz76[quantisation=min-max],lz78[quantisation=min-max]")
ALL_METRICS = ("fourier,chebyshev[nodes=grid],legendre[nodes=grid],hermite[nodes=grid],"
               "lz76,lz78,lzw,total-variation,dirichlet")

PEERS_NAMES = {"sine": "sin", "gaussian": "gauss"}


def network(act, depth, width, grid=64, layers=MLP):
    """Evaluation alone, for both."""
    ours = dict(act=act, depth=depth, width=width, grid=grid, layers=layers)
    theirs = dict(act=PEERS_NAMES.get(act, act), depth=depth, width=width, grid=grid, ln=layers == NORMALISED)
    name = f"{act} {depth} x {width}" + layers[len(MLP):].replace("+", " + ") + (f", {grid} x {grid}" if grid != 64 else "")
    return dict(name=name, ours=ours, theirs=theirs)


def operations(ours):
    """Floating-point operations of the products of one network: two for each multiply-add, none for biases."""
    depth, width = ours["depth"], ours["width"]
    return 2 * ours["grid"] ** 2 * (2 * width + (depth - 1) * width ** 2 + width)


def whole(row, metrics):
    """With metrics, and on our side with rows written."""
    return dict(row, ours=dict(row["ours"], metrics=metrics, rows=True), theirs=dict(row["theirs"], **PEERS_METRICS))


def as_published(row):
    return dict(row, published=True)


EVALUATION = [
    *(network(act, depth, 64) for depth in (3, 8) for act in ("relu", "tanh", "sine", "gelu")),
    network("relu", 3, 16), network("tanh", 3, 16), network("relu", 3, 32), network("relu", 3, 128),
    network("relu", 3, 256), network("tanh", 3, 256), network("relu", 3, 512), network("relu", 3, 1024),
    network("relu", 3, 64, layers=NORMALISED), network("tanh", 3, 64, layers=NORMALISED),
    network("swish", 3, 64), network("gaussian", 3, 64), network("relu", 1, 64), network("relu", 16, 64),
    network("relu", 3, 64, grid=128), network("tanh", 3, 64, grid=256)]

CARD = [network(act, 3, 64) for act in ("relu", "tanh", "sine", "gelu")]

PEAK = [*(network("relu", 3, width) for width in (16, 32, 64, 128, 256, 512, 1024)), network("relu", 8, 64),
        *(network(act, 3, 64) for act in ("tanh", "sine", "gelu"))]

SWEEP = [
    as_published(whole(network("relu", 3, 64), SWEEP_METRICS)),
    *(whole(network(act, 3, 64), SWEEP_METRICS) for act in ("tanh", "sine", "gelu")),
    whole(network("relu", 8, 64), SWEEP_METRICS), whole(network("tanh", 8, 64), SWEEP_METRICS),
    whole(network("relu", 3, 64, grid=256), SWEEP_METRICS), whole(network("tanh", 3, 256), SWEEP_METRICS)]

# The middle of the magnitudes of each panel. The peer has no gating and no residual: there it does the plain network, which
# is less work, so the ratio is a lower bound.
PANELS = dict(relu=5, gelu=5, swish=5, selu=5, tanh=25, gaussian=15, sine=10)


def cell(act, magnitude, layers):
    row = whole(network(act, 3, 64, layers=layers), ALL_METRICS)
    row["ours"]["parameters"] = dict(magnitude=magnitude)
    row["theirs"]["mag"] = magnitude
    return as_published(dict(row, bound=">= " if layers in (GATED, RESIDUAL) else ""))


def unbiased(magnitude, size=32):
    """Half of the lattice of (2 size + 1)^2 frequencies; to the peer, one hidden layer of as many sines."""
    features = ((2 * size + 1) ** 2 - 1) // 2
    parameters = {"encoding": f"fourier-lattice[size={size}]", "magnitude": magnitude}
    ours = dict(act="sine", depth=0, width=64, metrics=ALL_METRICS, rows=True, parameters=parameters)
    theirs = dict(act="sin", depth=1, width=features, mag=magnitude, **PEERS_METRICS)
    return as_published(dict(name=f"unbiased, {features} frequencies", ours=ours, theirs=theirs))


FIGURE5 = [*(cell(act, magnitude, layers) for act, magnitude in PANELS.items()
             for layers in (MLP, GATED, RESIDUAL, NORMALISED)), unbiased(5)]

THREADS = [network("relu", 3, 64), network("tanh", 3, 64), network("relu", 3, 16), network("relu", 3, 256),
           whole(network("relu", 3, 64), SWEEP_METRICS)]
THREADS[-1]["name"] += ", whole sweep"

STRANGER = [network("gelu", 3, 64), network("gelu", 8, 64), network("gelu", 3, 16)]

# What a start costs beside many small plugins: the command, how many, and whether a lock names them.
PLUGINS = [dict(name="plugins list, 50 plugins", words=["plugins", "list"], count=50, locked=False),
           dict(name="plugins list, 50 plugins, locked", words=["plugins", "list"], count=50, locked=True),
           dict(name="list, 20 plugins", words=["list"], count=20, locked=False),
           dict(name="list, 20 plugins, locked", words=["list"], count=20, locked=True)]


def training(act, depth, width, batch, one_hot=False, networks=1, modulus=97):
    """Steps of Adam on addition modulo a number; of one network on one core, or of so many on all cores."""
    job = dict(act=act, depth=depth, width=width, batch=batch, p=modulus, train="adam", **{"one-hot": one_hot})
    name = f"{act} {depth} x {width}, batch {batch}" + (", one-hot" if one_hot else "") + \
        (f", {networks} networks" if networks > 1 else "")
    return dict(name=name, networks=networks, ours=job, theirs=dict(job, act=PEERS_NAMES.get(act, act)))


TRAINING = [*(training("relu", depth, width, batch) for depth in (2, 3) for width in (64, 128) for batch in (64, 256)),
            training("tanh", 3, 128, 256), training("gelu", 3, 128, 256), training("relu", 3, 128, 256, one_hot=True),
            training("relu", 3, 64, 64, networks=130), training("relu", 3, 128, 256, networks=130),
            training("relu", 3, 128, 256, one_hot=True, networks=130)]

ALLOCATION = [network("relu", 3, 64), network("tanh", 3, 64, layers=NORMALISED),
              dict(network("relu", 3, 64), ours=dict(act="relu", metrics="fourier,lz76,lz78,lzw")),
              whole(network("relu", 3, 64), SWEEP_METRICS)]
ALLOCATION[2]["name"] += ", metrics of the grid"
ALLOCATION[3]["name"] += ", whole sweep with rows"
