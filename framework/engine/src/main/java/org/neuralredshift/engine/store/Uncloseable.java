package org.neuralredshift.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** A channel that stays open when Arrow's writer closes it, so that it can still be flushed to the disk. */
final class Uncloseable implements WritableByteChannel {
    private final FileChannel channel;

    Uncloseable(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return channel.write(bytes);
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {}
}
