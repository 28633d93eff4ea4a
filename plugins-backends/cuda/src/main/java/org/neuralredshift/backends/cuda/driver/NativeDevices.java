package org.neuralredshift.backends.cuda.driver;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The cards that a driver knows. */
final class NativeDevices {
    private static final int LONGEST_NAME = 256;
    /** The numbers that libcuda gives to attributes of a card. */
    private static final int KILOHERTZ = 13;

    private static final int MULTIPROCESSORS = 16;

    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;
    private static final int SHARED_BYTES_PER_BLOCK = 97;

    private final DriverCalls calls;

    NativeDevices(DriverCalls calls) {
        this.calls = calls;
    }

    int version() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_INT);
            calls.check("cuDriverGetVersion", (int) calls.driverVersion.invokeExact(word));
            return word.get(JAVA_INT, 0);
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    List<Device> all() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = arena.allocate(JAVA_LONG);
            calls.check("cuDeviceGetCount", (int) calls.deviceCount.invokeExact(word));
            int count = word.get(JAVA_INT, 0);
            List<Device> devices = new ArrayList<>();
            for (int ordinal = 0; ordinal < count; ordinal++) {
                devices.add(device(ordinal, arena, word));
            }
            return devices;
        } catch (Throwable e) {
            throw Unexpected.of(e);
        }
    }

    private Device device(int ordinal, Arena arena, MemorySegment word) throws Throwable {
        MemorySegment name = arena.allocate(LONGEST_NAME);
        calls.check("cuDeviceGetName", (int) calls.deviceName.invokeExact(name, LONGEST_NAME, ordinal));
        calls.check("cuDeviceTotalMem", (int) calls.deviceMemory.invokeExact(word, ordinal));
        long bytes = word.get(JAVA_LONG, 0);
        return new Device(
                ordinal,
                name.getString(0),
                attribute(CAPABILITY_MAJOR, ordinal, word),
                attribute(CAPABILITY_MINOR, ordinal, word),
                attribute(MULTIPROCESSORS, ordinal, word),
                attribute(KILOHERTZ, ordinal, word),
                bytes,
                attribute(SHARED_BYTES_PER_BLOCK, ordinal, word));
    }

    private int attribute(int attribute, int ordinal, MemorySegment word) throws Throwable {
        calls.check("cuDeviceGetAttribute", (int) calls.deviceAttribute.invokeExact(word, attribute, ordinal));
        return word.get(JAVA_INT, 0);
    }
}
