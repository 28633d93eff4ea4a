package org.neuralredshift.tasks.learning;

import java.util.List;
import org.neuralredshift.activations.Relu;
import org.neuralredshift.activations.Sine;
import org.neuralredshift.activations.Tanh;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.api.network.Activation;
import org.neuralredshift.api.network.Layer;
import org.neuralredshift.api.task.Extensions;
import org.neuralredshift.layers.Dense;
import org.neuralredshift.layers.FourierLattice;
import org.neuralredshift.layers.LayerNorm;
import org.neuralredshift.tasks.learning.data.ImageFitting;
import org.neuralredshift.tasks.learning.data.ModuloAddition;
import org.neuralredshift.tasks.learning.data.Parity;

/** Some of what ships. */
final class Shipped implements Extensions {
    static final List<Activation> ACTIVATIONS = List.of(new Relu(), new Tanh(), new Sine());
    static final List<Layer> LAYERS = List.of(new Dense(), new LayerNorm(), new FourierLattice());
    static final List<Dataset> DATASETS = List.of(new ModuloAddition(), new Parity(), new ImageFitting());

    @Override
    public Activation activation(String id) {
        return named(ACTIVATIONS, id);
    }

    @Override
    public Layer layer(String id) {
        return named(LAYERS, id);
    }

    @Override
    public Dataset dataset(String id) {
        return named(DATASETS, id);
    }

    private static <E extends Extension> E named(List<E> extensions, String id) {
        return extensions.stream()
                .filter(extension -> extension.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
