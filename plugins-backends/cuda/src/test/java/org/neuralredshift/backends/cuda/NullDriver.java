package org.neuralredshift.backends.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neuralredshift.backends.cuda.driver.Arguments;
import org.neuralredshift.backends.cuda.driver.Device;
import org.neuralredshift.backends.cuda.driver.Driver;
import org.neuralredshift.backends.cuda.driver.DriverException;
import org.neuralredshift.backends.cuda.driver.Memory;

/** A driver that does nothing but keep the books: calls, what is held, and a call that is to fail. */
class NullDriver implements Driver {
    static final Device DEVICE = new Device(0, "no card", 9, 0, 1, 1_000_000, 1 << 30, 227 << 10);

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Integer> held = new TreeMap<>();
    private final Map<Long, Long> sizes = new TreeMap<>();
    private final Map<Long, Double> moments = new TreeMap<>();
    private double now;
    private long free = 1 << 30;
    private long total = 1 << 30;
    private long next = 1 << 20;
    private int failing = -1;
    private long streams;
    private String error = "CUDA_ERROR_UNKNOWN";

    /** Lets call number {@code index} fail. */
    NullDriver failingAt(int index) {
        failing = index;
        return this;
    }

    /** As it, with an error of this name. */
    NullDriver failingAt(int index, String name) {
        error = name;
        return failingAt(index);
    }

    /** Has so many bytes, of which so many are free. */
    NullDriver bytes(long all, long unused) {
        total = all;
        free = unused;
        return this;
    }

    /** Lets the clock show so many milliseconds. */
    NullDriver now(double milliseconds) {
        now = milliseconds;
        return this;
    }

    private double moment(long event) {
        Double moment = moments.get(event);
        if (moment == null) {
            throw new IllegalStateException("nobody created " + event);
        }
        return moment;
    }

    /** The names of all calls. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    /** What is held, and how many of it; nothing that is balanced. */
    Map<String, Integer> held() {
        Map<String, Integer> unbalanced = new TreeMap<>(held);
        unbalanced.values().removeIf(count -> count == 0);
        return unbalanced;
    }

    private void call(String name) {
        calls.add(name);
        if (calls.size() - 1 == failing) {
            throw new DriverException(name, error, "it was told to fail");
        }
    }

    private void count(String thing, int change) {
        held.merge(thing, change, Integer::sum);
    }

    @Override
    public int version() {
        return 13000;
    }

    @Override
    public List<Device> devices() {
        return List.of(DEVICE);
    }

    @Override
    public long retainContext(int ordinal) {
        call("retainContext");
        count("context", 1);
        return 7;
    }

    @Override
    public void releaseContext(int ordinal) {
        count("context", -1);
        call("releaseContext");
    }

    @Override
    public void use(long context) {
        call("use");
    }

    @Override
    public Memory memory() {
        call("memory");
        return new Memory(free, total);
    }

    @Override
    public long allocate(long bytes) {
        call("allocate");
        if (bytes > free) {
            throw new DriverException("allocate", DriverException.OUT_OF_MEMORY, "");
        }
        free -= bytes;
        count("memory", 1);
        sizes.put(next, bytes);
        long address = next;
        next += bytes;
        return address;
    }

    @Override
    public void free(long address) {
        Long bytes = sizes.remove(address);
        if (bytes == null) {
            throw new IllegalStateException("nobody allocated " + address);
        }
        free += bytes;
        count("memory", -1);
        call("free");
    }

    @Override
    public MemorySegment allocateHost(long bytes) {
        call("allocateHost");
        count("memory of the host", 1);
        return Arena.ofAuto().allocate(bytes, 64);
    }

    @Override
    public void freeHost(MemorySegment memory) {
        count("memory of the host", -1);
        call("freeHost");
    }

    @Override
    public void upload(MemorySegment source, long address, long stream) {
        call("upload");
    }

    @Override
    public void download(long address, MemorySegment target, long stream) {
        call("download");
    }

    @Override
    public void clear(long address, long words, long stream) {
        call("clear");
    }

    @Override
    public long createStream() {
        call("createStream");
        count("stream", 1);
        return 11 + streams++;
    }

    @Override
    public void destroyStream(long stream) {
        count("stream", -1);
        call("destroyStream");
    }

    @Override
    public void synchronize(long stream) {
        call("synchronize");
    }

    @Override
    public long createEvent() {
        call("createEvent");
        count("event", 1);
        long event = 17 + moments.size();
        moments.put(event, now);
        return event;
    }

    @Override
    public void destroyEvent(long event) {
        count("event", -1);
        call("destroyEvent");
    }

    @Override
    public void record(long event, long stream) {
        call("record");
        moments.put(event, now);
    }

    @Override
    public void await(long event, long stream) {
        call("await");
        moment(event);
    }

    @Override
    public void finish(long event) {
        call("finish");
        moment(event);
    }

    @Override
    public float milliseconds(long from, long to) {
        call("milliseconds");
        return (float) (moment(to) - moment(from));
    }

    @Override
    public long loadModule(byte[] code) {
        call("loadModule");
        count("module", 1);
        return 13;
    }

    @Override
    public void unloadModule(long module) {
        count("module", -1);
        call("unloadModule");
    }

    @Override
    public long function(long module, String name) {
        call("function");
        return name.hashCode();
    }

    @Override
    public void allowSharedBytes(long function, int bytes) {
        call("allowSharedBytes");
    }

    @Override
    public void launch(
            long function, int columns, int rows, int threads, int sharedBytes, long stream, Arguments arguments) {
        call("launch");
    }
}
