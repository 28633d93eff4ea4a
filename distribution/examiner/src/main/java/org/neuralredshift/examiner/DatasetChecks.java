package org.neuralredshift.examiner;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.api.learning.Dataset;
import org.neuralredshift.testkit.DatasetSuite;

/** What an author of a dataset inherits. */
final class DatasetChecks extends DatasetSuite {
    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected List<Dataset> extensions() {
        return examination.extensions(Dataset.class);
    }
}
