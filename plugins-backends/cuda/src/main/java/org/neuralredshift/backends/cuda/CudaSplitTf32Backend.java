package org.neuralredshift.backends.cuda;

import java.util.List;
import org.neuralredshift.api.Description;
import org.neuralredshift.backends.cuda.driver.Device;
import org.neuralredshift.backends.cuda.driver.Installation;
import org.neuralredshift.backends.cuda.program.Products;

/**
 * The backend {@code cuda} with large products on tensor cores, see {@link Products#SPLIT_TF32} for what they may be off. A backend of
 * its own, for its rows have other last digits: so every row tells it, and no run goes on with the other one.
 */
public final class CudaSplitTf32Backend extends CudaBackend {
    private static final int AMPERE = 8;
    private static final List<String> FINDINGS = List.of("what the backend cuda found, see there");

    /** For the service loader. */
    public CudaSplitTf32Backend() {
        this(new Surroundings.OfProcess());
    }

    /** @param surroundings are asked for a card once */
    CudaSplitTf32Backend(Surroundings surroundings) {
        super(surroundings, Products.SPLIT_TF32);
    }

    @Override
    public String id() {
        return "cuda:split-tf32";
    }

    @Override
    public Description description() {
        return Description.of(
                "as cuda, with products of matrices on tensor cores: each number is split into two of TF32, and a sum of"
                        + " n products is off by at most (13 + n/16) 2^-23 of the sum of their sizes");
    }

    /** TF32 came with compute capability 8.0. What was looked for stands with the backend {@code cuda}. */
    @Override
    Installation suited(Installation found) {
        return switch (found) {
            case Installation.Missing missing -> new Installation.Missing(missing.reason(), FINDINGS);
            case Installation.Present present ->
                suited(present, present.devices().getFirst());
        };
    }

    private static Installation suited(Installation.Present present, Device device) {
        if (device.major() < AMPERE) {
            return new Installation.Missing(
                    device.name() + " has compute capability " + device.major() + "." + device.minor()
                            + ", and tensor cores compute in TF32 from 8.0 on: use the backend cuda",
                    FINDINGS);
        }
        return new Installation.Present(
                present.driver(), present.compiler(), present.devices(), present.architecture(), FINDINGS);
    }
}
