package org.neuralredshift.backends.cuda.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neuralredshift.api.graph.Tensor;

/** Kernels with one thread for each element of the result: maps, copies, rows of tables, new values of states. */
final class ElementKernels {
    private final Plan plan;
    private final Memory memory;

    ElementKernels(Plan plan, Memory memory) {
        this.plan = plan;
        this.memory = memory;
    }

    /** A map with all that is computed on the way, or a copy of what is seen of other memory. */
    Optional<Step> elements(String name, Tensor tensor, Buffer target, String what) {
        long size = tensor.shape().size();
        if (size == 0) {
            return Optional.empty();
        }
        Kernel kernel = new Kernel(name, memory, plan.perNetwork(tensor));
        Index number = kernel.eachElement(size);
        List<Index> place = Reading.unflat(number, tensor.shape());
        Reading reading = new Reading(plan, kernel);
        boolean isOwn = tensor instanceof Tensor.Map;
        String value = isOwn ? reading.computed(tensor, place) : reading.value(tensor, place);
        kernel.code().line(kernel.argument(target, true) + "[i] = " + value + ";");
        return Optional.of(step(kernel, plan.section(tensor), size, what + " " + tensor.shape()));
    }

    /** Rows of a table. */
    Optional<Step> gather(String name, Tensor.Gather gather, int operation) {
        long size = gather.shape().size();
        if (size == 0) {
            return check(name, gather.indices(), gather.table().shape().extent(0), operation, plan.section(gather));
        }
        Kernel kernel = new Kernel(name, memory, plan.perNetwork(gather));
        List<Index> place = Reading.unflat(kernel.eachElement(size), gather.shape());
        Reading reading = new Reading(plan, kernel);
        int rows = gather.table().shape().extent(0);
        String row = row(kernel, reading, gather.indices(), place.get(0), rows, operation);
        if (rows == 0) {
            return Optional.of(step(kernel, plan.section(gather), size, "gather from no row"));
        }
        String value = reading.value(gather.table(), List.of(Index.variable(row, rows), place.get(1)));
        kernel.code().line(kernel.argument(memory.of(gather), true) + "[i] = " + value + ";");
        return Optional.of(step(
                kernel,
                plan.section(gather),
                size,
                "gather " + gather.shape() + " from " + gather.table().shape()));
    }

    /** One thread for each element of the table, which looks at all indices in their order: no two threads add to one number. */
    Optional<Step> scatterAdd(String name, Tensor.ScatterAdd scatter, int operation) {
        long size = scatter.shape().size();
        int rows = scatter.shape().extent(0);
        if (size == 0) {
            return check(name, scatter.indices(), rows, operation, plan.section(scatter));
        }
        Kernel kernel = new Kernel(name, memory, plan.perNetwork(scatter));
        List<Index> place = Reading.unflat(kernel.eachElement(size), scatter.shape());
        Code code = kernel.code();
        code.line("float sum = 0.0f;");
        int count = scatter.indices().shape().extent(0);
        code.open("for (unsigned k = 0; k < " + count + "u; k++)");
        Reading reading = new Reading(plan, kernel);
        Index position = Index.variable("k", count);
        String row = row(kernel, reading, scatter.indices(), position, rows, operation);
        code.open("if (" + row + " == " + place.get(0).text() + ")");
        code.line("sum = sum + " + reading.value(scatter.values(), List.of(position, place.get(1))) + ";");
        code.close().close();
        code.line(kernel.argument(memory.of(scatter), true) + "[i] = sum;");
        return Optional.of(
                step(kernel, plan.section(scatter), size, "scatter-add of " + count + " rows to " + scatter.shape()));
    }

    /** Indices whose rows nobody reads must be rows nevertheless. */
    private Optional<Step> check(String name, Tensor indices, int rows, int operation, Section section) {
        long size = indices.shape().size();
        if (size == 0) {
            return Optional.empty();
        }
        Kernel kernel = new Kernel(name, memory, section != Section.SHARED);
        Index number = kernel.eachElement(size);
        row(kernel, new Reading(plan, kernel), indices, number, rows, operation);
        return Optional.of(step(kernel, section, size, "check of " + size + " indices"));
    }

    private String row(Kernel kernel, Reading reading, Tensor indices, Index position, int rows, int operation) {
        String index = reading.value(indices, List.of(position));
        String row = kernel.code().fresh("row");
        kernel.code()
                .line("const unsigned " + row + " = row_of(" + index + ", " + rows + "u, " + operation + ", "
                        + position.text() + ", " + kernel.argument(memory.flag(), true) + ");");
        return row;
    }

    /** So many states take their new values, which lie elsewhere. */
    Optional<Step> update(String name, List<Map.Entry<Tensor.State, Buffer>> values) {
        long size = values.stream()
                .mapToLong(update -> update.getKey().shape().size())
                .sum();
        if (size == 0) {
            return Optional.empty();
        }
        Kernel kernel = new Kernel(name, memory, true);
        kernel.code().line("unsigned i = blockIdx.x * " + Kernel.threads(size) + "u + threadIdx.x;");
        for (Map.Entry<Tensor.State, Buffer> update : values) {
            long elements = update.getKey().shape().size();
            String target = kernel.argument(memory.of(update.getKey()), true);
            String source = kernel.argument(update.getValue(), false);
            kernel.code()
                    .open("if (i < " + elements + "u)")
                    .line(target + "[i] = " + source + "[i];")
                    .line("return;")
                    .close()
                    .line("i -= " + elements + "u;");
        }
        String what = "update of " + values.size() + (values.size() == 1 ? " state" : " states");
        return Optional.of(step(kernel, Section.STEP, size, what));
    }

    private static Step step(Kernel kernel, Section section, long size, String what) {
        Launch launch = kernel.launch(size);
        return new Step(section, launch, kernel.source(what), what + ", one thread for each element");
    }
}
