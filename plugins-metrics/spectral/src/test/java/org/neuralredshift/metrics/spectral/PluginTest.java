package org.neuralredshift.metrics.spectral;

import java.nio.file.Path;
import org.neuralredshift.testkit.ModuleSuite;

class PluginTest extends ModuleSuite {
    @Override
    protected Path location() {
        return locationOf(FourierMetric.class);
    }
}
