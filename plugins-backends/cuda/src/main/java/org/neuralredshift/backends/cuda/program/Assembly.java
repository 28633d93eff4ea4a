package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.neuralredshift.api.graph.Graph;

/** Puts kernels together to a program: its source with the functions that they call, its launches by section. */
final class Assembly {
    private final Graph graph;
    private final Memory memory;
    private final List<Step> steps;
    private final List<Step> updates;
    private final List<String> indexed;
    private final List<String> notes;
    private final Products products;

    Assembly(
            Graph graph,
            Memory memory,
            List<Step> steps,
            List<Step> updates,
            List<String> indexed,
            List<String> notes,
            Products products) {
        this.graph = graph;
        this.memory = memory;
        List<Step> sorted =
                steps.stream().sorted(Comparator.comparing(Step::section)).toList();
        Sharing sharing =
                new Sharing(Stream.concat(sorted.stream(), updates.stream()).toList());
        this.steps = sorted.stream().map(step -> placed(step, sharing)).toList();
        this.updates = updates.stream().map(step -> placed(step, sharing)).toList();
        this.indexed = indexed;
        this.notes = notes;
        this.products = products;
    }

    private static Step placed(Step step, Sharing sharing) {
        return new Step(step.section(), sharing.placed(step.launch()), step.source(), step.explanation());
    }

    Program program() {
        List<Step> all = Stream.concat(steps.stream(), updates.stream()).toList();
        Set<Buffer> buffers = new LinkedHashSet<>(memory.kept());
        all.forEach(step -> buffers.addAll(step.launch().arguments()));
        return new Program(
                graph,
                source(all),
                new ArrayList<>(buffers),
                launches(Section.SHARED),
                launches(Section.NETWORK),
                launches(Section.STEP),
                updates.stream().map(Step::launch).toList(),
                indexed,
                explanation(all, buffers));
    }

    private List<Launch> launches(Section section) {
        return steps.stream()
                .filter(step -> step.section() == section)
                .map(Step::launch)
                .toList();
    }

    private static String source(List<Step> all) {
        StringBuilder kernels = new StringBuilder();
        all.forEach(step -> kernels.append('\n').append(step.source()));
        List<String> parts = new ArrayList<>();
        parts.add(Texts.FUNCTIONS.text());
        if (kernels.indexOf("row_of(") >= 0) {
            parts.add(Texts.TABLES.text());
        }
        if (kernels.indexOf("new_phrases(") >= 0) {
            parts.add(Texts.PHRASES.text());
        }
        if (kernels.indexOf("philox(") >= 0) {
            parts.add(Texts.DRAW.text());
        }
        if (kernels.indexOf("normal_quantile(") >= 0) {
            parts.add(Texts.NORMAL.text());
        }
        if (kernels.indexOf("multiply_split(") >= 0) {
            parts.add(Texts.TENSOR.text());
        }
        return String.join("\n", parts) + kernels;
    }

    private String explanation(List<Step> all, Set<Buffer> buffers) {
        String beside = products.note().isEmpty() ? "" : products.note() + ", ";
        StringBuilder out = new StringBuilder("cuda: float32, " + beside + all.size() + " kernels\n");
        for (Step step : all) {
            Launch launch = step.launch();
            String when = updates.contains(step)
                    ? "after each step"
                    : switch (step.section()) {
                        case SHARED -> "once a run";
                        case NETWORK -> "once for each network";
                        case STEP -> "each step of each network";
                    };
            out.append(launch.kernel())
                    .append(": ")
                    .append(step.explanation())
                    .append("; ")
                    .append(launch.blocks())
                    .append(launch.blocks() == 1 ? " block" : " blocks")
                    .append(", ")
                    .append(when)
                    .append('\n');
        }
        long own = buffers.stream()
                .filter(Buffer::perNetwork)
                .mapToLong(Buffer::bytes)
                .sum();
        long shared = buffers.stream()
                .filter(buffer -> !buffer.perNetwork())
                .mapToLong(Buffer::bytes)
                .sum();
        out.append("memory: ")
                .append(own)
                .append(" bytes for each network, ")
                .append(shared)
                .append(" bytes shared\n");
        out.append("drawn by the host and copied: weights of Student's t and of a ball\n");
        notes.forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }
}
