package org.neuralredshift.engine.io;

import java.nio.ByteBuffer;
import org.neuralredshift.engine.UserException;

/** Element types of .npy files that can be read, named as NumPy does without the byte order. */
enum NpyType {
    F4(4) {
        @Override
        float read(ByteBuffer data, int offset) {
            return data.getFloat(offset);
        }
    },
    F8(8) {
        @Override
        float read(ByteBuffer data, int offset) {
            return (float) data.getDouble(offset);
        }
    },
    I1(1) {
        @Override
        float read(ByteBuffer data, int offset) {
            return data.get(offset);
        }
    },
    U1(1) {
        @Override
        float read(ByteBuffer data, int offset) {
            return Byte.toUnsignedInt(data.get(offset));
        }
    },
    B1(1) {
        @Override
        float read(ByteBuffer data, int offset) {
            return data.get(offset) == 0 ? 0 : 1;
        }
    },
    I2(2) {
        @Override
        float read(ByteBuffer data, int offset) {
            return data.getShort(offset);
        }
    },
    U2(2) {
        @Override
        float read(ByteBuffer data, int offset) {
            return Short.toUnsignedInt(data.getShort(offset));
        }
    },
    I4(4) {
        @Override
        float read(ByteBuffer data, int offset) {
            return data.getInt(offset);
        }
    },
    U4(4) {
        @Override
        float read(ByteBuffer data, int offset) {
            return Integer.toUnsignedLong(data.getInt(offset));
        }
    },
    I8(8) {
        @Override
        float read(ByteBuffer data, int offset) {
            return data.getLong(offset);
        }
    },
    U8(8) {
        @Override
        float read(ByteBuffer data, int offset) {
            long bits = data.getLong(offset);
            // Halved with its lowest bit kept, so that the rounding to float32 is still right.
            return bits >= 0 ? bits : 2 * (float) (bits >>> 1 | bits & 1);
        }
    };

    private final int bytes;

    NpyType(int bytes) {
        this.bytes = bytes;
    }

    /** The size of one element. */
    int bytes() {
        return bytes;
    }

    /** The element at a byte offset, rounded to float32. */
    abstract float read(ByteBuffer data, int offset);

    /** The type that a header names. */
    static NpyType of(NpyHeader header) {
        String word = header.type();
        for (NpyType type : values()) {
            String name = type.name().toLowerCase(java.util.Locale.ROOT);
            if (word.equals("<" + name) || type.bytes == 1 && word.equals("|" + name)) {
                return type;
            }
        }
        throw new UserException(
                header.file() + " holds elements of type " + word + meaning(word)
                        + "; accepted are <f4, <f8, integers and booleans, little-endian.",
                word.contains("O")
                        ? "Build an array of numbers first: np.save('function.npy', np.array(a.tolist(), '<f4'))"
                        : "Convert it: np.save('function.npy', np.load('"
                                + header.file().getFileName() + "')" + (word.contains("c") ? ".real" : "")
                                + ".astype('<f4'))");
    }

    private static String meaning(String word) {
        if (word.endsWith("f2")) {
            return " (float16)";
        }
        if (word.startsWith(">")) {
            return " (big-endian)";
        }
        if (word.contains("c")) {
            return " (complex)";
        }
        return word.contains("O") ? " (Python objects)" : "";
    }
}
