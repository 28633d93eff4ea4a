package org.neuralredshift.cli.command;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import org.neuralredshift.cli.console.Quantity;

/** The JVM and the hardware under it. */
final class Machine {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Machine() {}

    /** Properties by name, for {@code nrs doctor}. */
    static Map<String, Object> describe(Host host) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("version", Version.number());
        machine.put("command", host.command().orElse("nrs"));
        machine.put("home", host.home().map(Object::toString).orElse("none: run without an installed image"));
        machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put("java-home", System.getProperty("java.home"));
        machine.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        machine.put("flags", flags());
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("memory", memory());
        machine.put("heap-limit", Quantity.bytes(Runtime.getRuntime().maxMemory()));
        machine.put("vector", vector());
        return machine;
    }

    private static List<String> flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("--module-path=") && !flag.startsWith("-Djdk.module."))
                .toList();
    }

    private static String memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system == null
                ? "not known"
                : Quantity.bytes(system.getTotalMemorySize()) + ", " + Quantity.bytes(system.getFreeMemorySize())
                        + " free";
    }

    private static String vector() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return "the module " + VECTOR_MODULE
                    + " is missing, so kernels run without SIMD: launch with --add-modules " + VECTOR_MODULE;
        }
        return FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits, " + FloatVector.SPECIES_PREFERRED.length()
                + " floats at once";
    }
}
