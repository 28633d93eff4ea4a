package org.neuralredshift.engine.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run ran on. */
public final class Machine {
    private Machine() {}

    /** Java, its arguments, operating system, processor, memory. */
    public static ObjectNode describe() {
        ObjectNode node = Json.object();
        node.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        node.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        node.put("architecture", System.getProperty("os.arch"));
        node.put("processor", processor());
        node.put("processors", Runtime.getRuntime().availableProcessors());
        node.put("heap-bytes", Runtime.getRuntime().maxMemory());
        ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(node.putArray("jvm-arguments")::add);
        return node;
    }

    /** The processor's name, as far as the system tells; else its architecture. */
    public static String processor() {
        Path linux = Path.of("/proc/cpuinfo");
        if (Files.isReadable(linux)) {
            try (Stream<String> lines = Files.lines(linux)) {
                Optional<String> model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
                if (model.isPresent()) {
                    return model.get();
                }
            } catch (IOException e) {
                return "unknown (" + linux + ": " + e + ")";
            }
        }
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return windows == null ? System.getProperty("os.arch") : windows;
    }
}
