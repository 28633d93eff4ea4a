package org.neuralredshift.tasks.learning.data;

import java.util.List;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.testkit.DatasetSuite;
import org.neuralredshift.testkit.Provided;

class EveryDatasetTest extends DatasetSuite {
    @Override
    protected List<Dataset> extensions() {
        return Provided.by(ModuloAddition.class, Dataset.class);
    }
}
