package org.neuralredshift.backends.cpu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;
import org.neuralredshift.backends.cpu.MatrixStep.At;
import org.neuralredshift.backends.cpu.WorkOrder.Ordered;

/** Lowers a graph to a {@link MatrixProgram}: each pass becomes a kernel on padded row-major matrices. */
final class MatrixLowering {
    private final MatrixKernels kernels;
    private final MatrixCopies copies;
    private final StepLists steps = new StepLists();
    private final Places places;

    private MatrixLowering(MatrixKernels kernels, Rates rates) {
        this.kernels = kernels;
        this.copies = new MatrixCopies(kernels);
        this.places = new Places(rates, copies, steps);
    }

    static MatrixProgram lower(Graph graph, MatrixKernels kernels) {
        Graph simple = Simplification.of(graph);
        Rates rates = new Rates(simple);
        WorkOrder.Result order = WorkOrder.order(simple, rates, WorkFusion.fuse(simple, rates));
        return new MatrixLowering(kernels, rates).lower(graph, simple, order);
    }

    /** @param asked the graph before simplification, which may leave out what tells that there is one output per network */
    private MatrixProgram lower(Graph asked, Graph graph, WorkOrder.Result order) {
        graph.tensors().stream().filter(tensor -> tensor.operands().isEmpty()).forEach(places::take);
        order.passes().forEach(this::lower);
        Map<String, Place> outputs = new LinkedHashMap<>();
        order.outputs().forEach((name, tensor) -> {
            Place place = places.of(tensor, false);
            outputs.put(name, MatrixView.of(place.view()) == null ? places.dense(tensor, false) : place);
        });
        return MatrixMemory.program(asked, graph, places, outputs, steps);
    }

    private void lower(Ordered pass) {
        switch (pass.work()) {
            case Work.Mapping map -> map(pass, map);
            case Work.Product product ->
                new ProductLowering(kernels, places, pass).lower(product).forEach(step -> add(pass, step));
            case Work.Reduction reduction -> reduce(pass, reduction);
            case Work.Moving moving -> move(pass, moving.result());
        }
    }

    private void add(Ordered pass, MatrixStep step) {
        steps.of(pass.rate()).add(step);
    }

    private void map(Ordered pass, Work.Mapping map) {
        List<At> at = new ArrayList<>();
        for (Tensor result : map.results()) {
            Tensor.State state = pass.inPlace().get(result);
            at.add((state == null ? places.take(result) : places.share(result, state)).at());
        }
        Shape shape = map.shape();
        List<Strides> strides = new ArrayList<>();
        for (Tensor operand : map.operands()) {
            Place place = operand(pass, operand, shape);
            at.add(place.at());
            strides.add(strides(place, shape));
        }
        // What lies contiguously, a column too, is one row.
        boolean column = MatrixView.columns(shape) == 1;
        int rows = column ? 1 : MatrixView.rows(shape);
        int columns = column ? MatrixView.rows(shape) : MatrixView.columns(shape);
        int row = ParameterView.padded(columns);
        if (rows > 1 && strides.stream().allMatch(s -> s.equals(Strides.NUMBER) || s.equals(new Strides(row, 1)))) {
            columns = Math.multiplyExact(rows, row);
            rows = 1;
            strides.replaceAll(s -> new Strides(0, s.column()));
        }
        ExpressionCode code = ExpressionCode.of(map.expressions());
        int results = map.results().size();
        List<Integer> distances = Collections.nCopies(results, rows == 1 ? 0 : row);
        TileKernel kernel = kernels.map(new MatrixMapShape(code, strides, distances, columns));
        String text = shape + " map: " + code.summary() + states(pass);
        add(pass, new MatrixStep(kernel, at, rows, pass.last(), text));
    }

    private static String states(Ordered pass) {
        List<String> names = pass.inPlace().values().stream()
                .map(Tensor.State::name)
                .sorted()
                .toList();
        return names.isEmpty() ? "" : ", new " + String.join(", ", names);
    }

    /** An operand as a loop over that shape may read it. */
    private Place operand(Ordered pass, Tensor tensor, Shape shape) {
        Place place = places.of(tensor, pass.last());
        if (isReadable(place, shape)) {
            return place;
        }
        Place dense = places.dense(tensor, pass.last());
        return isReadable(dense, shape) ? dense : places.wide(tensor, shape, pass);
    }

    private static boolean isReadable(Place place, Shape shape) {
        MatrixView matrix = MatrixView.of(place.view().expanded(shape));
        if (matrix == null) {
            return false;
        }
        int along = matrix.columns() == 1
                ? matrix.strides().row()
                : matrix.strides().column();
        return along == 0 || along == 1;
    }

    private static Strides strides(Place operand, Shape shape) {
        Strides strides = operand.expanded(shape).matrix().strides();
        return MatrixView.columns(shape) == 1 ? new Strides(0, strides.row()) : strides;
    }

    private void reduce(Ordered pass, Work.Reduction reduction) {
        Tensor.Reduce reduce = reduction.result();
        Shape shape = reduce.operand().shape();
        String text = shape + " reduce over axis " + reduce.axis() + ": ";
        Place out = places.take(reduce);
        boolean last = reduce.axis() == shape.rank() - 1;
        boolean first = reduce.axis() == 0 && shape.rank() == 2;
        if (!last && !first) {
            Place in = places.dense(reduce.operand(), pass.last());
            List<At> at = List.of(out.at(), in.at());
            add(pass, new MatrixStep(AxisReduction.of(reduce), at, 1, pass.last(), text + reduce.reduction()));
            return;
        }
        List<At> at = new ArrayList<>(List.of(out.at()));
        List<Strides> strides = new ArrayList<>();
        for (Tensor operand : reduction.formula().operands()) {
            Place place = operand(pass, operand, shape);
            at.add(place.at());
            strides.add(last ? place.expanded(shape).matrix().strides() : strides(place, shape));
        }
        boolean column = first && shape.extent(1) == 1;
        int rows = column ? 1 : MatrixView.rows(shape);
        int columns = column ? shape.extent(0) : MatrixView.columns(shape);
        ExpressionCode code = ExpressionCode.of(reduction.formula().expression());
        MatrixReduceShape literals =
                new MatrixReduceShape(reduce.reduction(), code, strides, columns, last || column ? 1 : 0);
        String summary = text + code.summary() + " [" + reduce.reduction() + "]";
        add(pass, new MatrixStep(kernels.reduce(literals), at, rows, pass.last(), summary));
    }

    private void move(Ordered pass, Tensor result) {
        switch (result) {
            case Tensor.Gather gather -> table(pass, result, gather.table(), gather.indices(), gather.table());
            case Tensor.ScatterAdd scatter -> table(pass, result, scatter.values(), scatter.indices(), scatter);
            case Tensor.Pad pad -> {
                Place out = places.take(pad);
                Place in = places.of(pad.operand(), pass.last());
                ZeroFill zeros = new ZeroFill(out.buffer().floats());
                add(pass, new MatrixStep(zeros, List.of(out.at()), 1, pass.last(), pad.shape() + " zeros"));
                Place part = out.sliced(pad.axis(), pad.before(), pad.operand().shape());
                add(pass, copies.exactly(in, part, pass.last()));
            }
            default ->
                throw new IllegalStateException(
                        "no pass for a " + result.getClass().getSimpleName());
        }
    }

    private void table(Ordered pass, Tensor result, Tensor read, Tensor indices, Tensor table) {
        Place out = places.take(result);
        Place in = places.of(read, pass.last());
        int columns = read.shape().extent(1);
        if (columns > 1 && in.matrix().strides().column() != 1) {
            in = places.dense(read, pass.last());
        }
        Place index = places.of(indices, pass.last());
        boolean scatter = table == result;
        int from = in.matrix().strides().row();
        int to = out.matrix().strides().row();
        GatherShape shape = new GatherShape(
                columns,
                table.shape().extent(0),
                scatter ? to : from,
                scatter ? from : to,
                index.view().strides().getFirst());
        TileKernel kernel = scatter ? kernels.scatterAdd(shape) : kernels.gather(shape);
        int count = indices.shape().extent(0);
        String text = count + (scatter ? " rows added to " : " rows of ") + table.shape();
        add(pass, new MatrixStep(kernel, List.of(out.at(), in.at(), index.at()), count, pass.last(), text));
    }
}
