package org.neuralredshift.backends.cuda.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.neuralredshift.backends.cuda.host.HostToolkit;

/** What is handed to a driver, whose card is the processor. */
class NativeDriverTest {
    private static final String KERNEL = "extern \"C\" __global__ void twice(float* x) { x[threadIdx.x] *= 2.0f; }";

    /** For a card that the compiler does not know, text (PTX) is made: it is kept without its closing zero, and loaded with it. */
    @Test
    void codeThatIsTextIsLoadedWithAZeroBehindIt() {
        Path folder = HostToolkit.folder();
        NativeDriver driver = new NativeDriver(folder.resolve("libcuda.so.1"));
        Nvrtc compiler = new Nvrtc(folder.resolve("libnvrtc.so.13"), Optional.empty());
        byte[] text = compiler.compile(KERNEL, List.of(), "compute_90");
        assertEquals('\n', text[text.length - 1]);
        assertEquals(8, text.length % 16, "what malloc gives for such a length has its own books behind it");
        driver.use(driver.retainContext(0));
        long module = driver.loadModule(text);
        assertNotEquals(0, driver.function(module, "twice"));
        driver.unloadModule(module);
        text[text.length - 1] = 'x';
        String message = assertThrows(DriverException.class, () -> driver.loadModule(text))
                .getMessage();
        assertEquals("cuModuleLoadData failed with CUDA_ERROR_INVALID_PTX: a PTX JIT compilation failed", message);
        driver.releaseContext(0);
    }
}
