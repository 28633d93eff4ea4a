package org.neuralredshift.examiner;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.neuralredshift.testkit.ModuleSuite;

/** What the module of a plugin must be. */
final class ModuleChecks extends ModuleSuite {
    private final Examination examination = Examination.current();

    @RegisterExtension
    final Patience patience = examination.patience();

    @Override
    protected Path location() {
        return examination.jar();
    }

    @Override
    protected List<Path> libraries() {
        return examination.libraries();
    }

    @Override
    protected void prepare(ModuleLayer.Controller layer) {
        examination.subject().plugin().nativeAccess().accept(layer);
    }
}
