package org.neuralredshift.backends.cuda.program;

import java.util.ArrayList;
import java.util.List;
import org.neuralredshift.api.graph.Shape;
import org.neuralredshift.api.graph.Tensor;

/**
 * Writes what an element of a tensor is: a read of memory, or the expression that computes it from what lies in memory. A view
 * changes the place that is read.
 */
final class Reading {
    private final Plan plan;
    private final Kernel kernel;

    Reading(Plan plan, Kernel kernel) {
        this.plan = plan;
        this.kernel = kernel;
    }

    /** The element of a place, written to the kernel's code as far as it is computed; what holds it. */
    String value(Tensor tensor, List<Index> place) {
        String known = kernel.code().find(tensor, place);
        if (known != null) {
            return known;
        }
        if (plan.isStored(tensor)) {
            return read(tensor, place);
        }
        return computed(tensor, place);
    }

    /** The element of a place of a tensor whose own memory is being written. */
    String computed(Tensor tensor, List<Index> place) {
        return switch (tensor) {
            case Tensor.Constant t -> Numbers.text((float) t.values()[0]);
            case Tensor.Map t -> map(t, place);
            case Tensor.Expand t -> value(t.operand(), shrunk(place, t.operand().shape()));
            case Tensor.Reshape t ->
                value(t.operand(), unflat(flat(place, t.shape()), t.operand().shape()));
            case Tensor.Transpose t -> value(t.operand(), permuted(t, place));
            case Tensor.Slice t ->
                value(t.operand(), changed(place, t.axis(), place.get(t.axis()).plus(t.from())));
            case Tensor.Pad t -> padded(t, place);
            case Tensor.Input t -> read(t, place);
            case Tensor.Weight t -> read(t, place);
            case Tensor.NetworkScalar t -> read(t, place);
            case Tensor.State t -> read(t, place);
            case Tensor.MatrixProduct t -> read(t, place);
            case Tensor.Reduce t -> read(t, place);
            case Tensor.Gather t -> read(t, place);
            case Tensor.ScatterAdd t -> read(t, place);
            case Tensor.Kernel t -> read(t, place);
        };
    }

    private String read(Tensor tensor, List<Index> place) {
        String name = kernel.code().fresh("v");
        String address =
                kernel.input(tensor) + "[" + flat(place, tensor.shape()).text() + "]";
        kernel.code().line("const float " + name + " = " + address + ";");
        kernel.code().remember(tensor, place, name);
        return name;
    }

    private String map(Tensor.Map map, List<Index> place) {
        List<String> inputs = new ArrayList<>();
        for (Tensor operand : map.operands()) {
            inputs.add(value(operand, shrunk(place, operand.shape())));
        }
        String value = ScalarCode.write(kernel.code(), map.expression(), inputs);
        kernel.code().remember(map, place, value);
        return value;
    }

    private String padded(Tensor.Pad pad, List<Index> place) {
        Code code = kernel.code();
        int extent = pad.operand().shape().extent(pad.axis());
        if (extent == 0) {
            return Numbers.text(0);
        }
        String name = code.fresh("v");
        String inner = code.fresh("p");
        code.line("float " + name + " = 0.0f;");
        code.line("const unsigned " + inner + " = " + place.get(pad.axis()).text() + " - " + pad.before() + ";");
        code.open("if (" + inner + " < " + extent + ")");
        String value = value(pad.operand(), changed(place, pad.axis(), Index.variable(inner, extent)));
        code.line(name + " = " + value + ";").close();
        code.remember(pad, place, name);
        return name;
    }

    private static List<Index> permuted(Tensor.Transpose t, List<Index> place) {
        List<Index> inner = new ArrayList<>(place);
        for (int axis = 0; axis < place.size(); axis++) {
            inner.set(t.order().get(axis), place.get(axis));
        }
        return inner;
    }

    private static List<Index> changed(List<Index> place, int axis, Index index) {
        List<Index> changed = new ArrayList<>(place);
        changed.set(axis, index);
        return changed;
    }

    /** The place in an operand that is stretched: without the axes in front, and 0 where its extent is 1. */
    static List<Index> shrunk(List<Index> place, Shape shape) {
        List<Index> inner = new ArrayList<>();
        for (int axis = 0; axis < shape.rank(); axis++) {
            inner.add(shape.extent(axis) == 1 ? Index.ZERO : place.get(place.size() - shape.rank() + axis));
        }
        return inner;
    }

    /** The number of an element in row-major order. */
    static Index flat(List<Index> place, Shape shape) {
        Index sum = Index.ZERO;
        long stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            sum = sum.plus(place.get(axis).times(stride));
            stride *= shape.extent(axis);
        }
        return sum;
    }

    /** The place of the element of that number. */
    static List<Index> unflat(Index number, Shape shape) {
        List<Index> place = new ArrayList<>();
        Index rest = number;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            int extent = shape.extent(axis);
            place.addFirst(axis == 0 ? rest : rest.remainder(extent));
            rest = rest.divided(extent);
        }
        return place;
    }
}
