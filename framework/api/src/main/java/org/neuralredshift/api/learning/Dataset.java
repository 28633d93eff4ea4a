package org.neuralredshift.api.learning;

import static org.neuralredshift.api.annotation.Api.Stability.INCUBATING;

import java.util.List;
import org.neuralredshift.api.Extension;
import org.neuralredshift.api.annotation.Api;
import org.neuralredshift.api.parameter.Parameters;

/** Examples to learn from, made or read, with their split into training and test sets. */
@Api(INCUBATING)
public interface Dataset extends Extension {
    /**
     * The examples of one network. Equal arguments give equal bits, on any machine and from any thread. May be called for
     * each network of a study: where the inputs and labels are the same for all seeds, give the same arrays, so that they lie
     * in memory once.
     *
     * @param parameters resolved against {@link #parameters()}
     * @param studySeed of all networks of the study, 0 to 2^32 - 1
     * @param seed of the network, 0 to 2^32 - 1: networks of equal seeds see the same examples
     * @throws org.neuralredshift.api.parameter.InvalidParameterException naming the parameter to change, if the parameters
     *     do not fit each other, if nothing is left to train on, or if a file cannot be read
     */
    Examples examples(Parameters parameters, long studySeed, long seed);

    /**
     * The names of the test sets that its examples have, in order: what networks reach on them is called {@code NAME-accuracy} and
     * {@code NAME-loss} in studies, figures and claims. One, {@code test}, by default.
     *
     * @param parameters as for {@link #examples}, whatever the seeds
     */
    default List<String> tests(Parameters parameters) {
        return List.of("test");
    }
}
