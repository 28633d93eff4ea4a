package org.neuralredshift.bench.libtorch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The mean frequency: Σ |f̂(k)| |k| / Σ |f̂(k)| over k ≠ 0, from the half plane that a real transform gives. Both sums are one
 * product with two columns.
 */
final class Fourier {
    private final Configuration configuration;
    private final Tensor columns;
    private final Tensor sums;

    Fourier(Configuration configuration) {
        this.configuration = configuration;
        int grid = configuration.grid();
        int half = grid / 2 + 1;
        float[] numbers = new float[2 * grid * half];
        for (int y = 0; y < grid; y++) {
            for (int x = 0; x < half; x++) {
                // What is not its own mirror image stands for two frequencies.
                double weight = x == 0 || 2 * x == grid ? 1 : 2;
                double frequency = Math.hypot(Math.min(y, grid - y), x);
                int at = 2 * (y * half + x);
                numbers[at] = frequency == 0 ? 0 : (float) weight;
                numbers[at + 1] = (float) (weight * frequency);
            }
        }
        columns = torch.empty(new long[] {(long) grid * half, 2});
        columns.data_ptr_float().put(numbers);
        sums = torch.empty(new long[] {configuration.batch(), 2});
    }

    /** Mean frequencies of functions [batch, points]: [batch]. */
    Tensor of(Tensor images) {
        long grid = configuration.grid();
        Tensor spectrum = torch.fft_rfft2(images.view(configuration.batch(), grid, grid));
        torch.mm_out(sums, torch.abs(spectrum).view(configuration.batch(), -1), columns);
        return sums.select(1, 1).div(sums.select(1, 0));
    }
}
