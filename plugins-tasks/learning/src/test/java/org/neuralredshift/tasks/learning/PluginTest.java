package org.neuralredshift.tasks.learning;

import java.nio.file.Path;
import org.neuralredshift.tasks.learning.data.ModuloAddition;
import org.neuralredshift.testkit.ModuleSuite;

class PluginTest extends ModuleSuite {
    @Override
    protected Path location() {
        return locationOf(ModuloAddition.class);
    }
}
