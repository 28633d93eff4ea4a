package org.neuralredshift.api.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The bytes of a checkpoint, little-endian: a mark, the checksum of what follows, the checksum of what is trained, the step, then
 * the numbers of every state in the order of the program.
 *
 * @param identity what is trained, as text
 * @param step number of steps done
 * @param states by name, in order
 */
record Checkpoint(String identity, int step, Map<String, float[]> states) {
    private static final int MARK = 0x314B434E; // NCK1
    private static final int HEADER = 4 * Integer.BYTES;

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(size(states)).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MARK)
                .putInt(0)
                .putInt(checksum(identity.getBytes(StandardCharsets.UTF_8), 0))
                .putInt(step);
        for (float[] values : states.values()) {
            for (float value : values) {
                out.putFloat(value);
            }
        }
        return out.putInt(Integer.BYTES, checksum(out.array(), 2 * Integer.BYTES))
                .array();
    }

    private static int size(Map<String, float[]> states) {
        int numbers = states.values().stream().mapToInt(values -> values.length).reduce(0, Math::addExact);
        return Math.addExact(HEADER, Math.multiplyExact(numbers, Float.BYTES));
    }

    private static int checksum(byte[] bytes, int from) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, bytes.length - from);
        return (int) crc.getValue();
    }

    /**
     * Reads a checkpoint into the arrays of the states.
     *
     * @return the number of steps done
     * @throws IllegalArgumentException if it is none, is damaged, or is one of something else
     */
    static int read(byte[] bytes, String identity, Map<String, float[]> states) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || in.getInt() != MARK || in.getInt() != checksum(bytes, 2 * Integer.BYTES)) {
            throw new IllegalArgumentException("these " + bytes.length
                    + " bytes are no checkpoint of a training, or are damaged: delete them and start again");
        }
        if (in.getInt() != checksum(identity.getBytes(StandardCharsets.UTF_8), 0) || bytes.length != size(states)) {
            throw new IllegalArgumentException("the checkpoint is one of another training: of other networks, rows,"
                    + " optimiser or program. Delete it and start again");
        }
        int step = in.getInt();
        for (float[] values : states.values()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.getFloat();
            }
        }
        return step;
    }
}
