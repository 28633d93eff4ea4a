package ${package};

import java.nio.file.Path;
import org.neuralredshift.testkit.ModuleSuite;

class PluginTest extends ModuleSuite {
    @Override
    protected Path location() {
        return locationOf(${className}.class);
    }
}
