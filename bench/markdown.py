"""Tables in Markdown, printed row after row as they are measured."""


def heading(*cells):
    line(*cells)
    line(*("---" for _ in cells))


def line(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def rate(networks_per_second):
    return f"{networks_per_second:,.0f}" if networks_per_second >= 100 else f"{networks_per_second:.1f}"


def span(values):
    return f"{min(values):.2f} - {max(values):.2f}"


def ratio_cells(result, bound=""):
    return (rate(result["our_nets_per_s"]), f"{bound}{result['ratio']:.2f}",
            span([result["least_ratio"], result["largest_ratio"]]), f"{result['worst_foreign_load']:.3f}")
