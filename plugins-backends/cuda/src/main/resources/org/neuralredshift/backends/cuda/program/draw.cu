// Philox4x32-10: four words of the stream of a weight. Key: study seed and network seed; counter: number of the block, ordinal.
__device__ __noinline__ void philox(unsigned key0, unsigned key1, unsigned number, unsigned ordinal, unsigned* words)
{
    unsigned x0 = number, x1 = 0u, x2 = ordinal, x3 = 0u;
    for (int round = 0; round < 10; round++) {
        const unsigned long long p0 = x0 * 0xD2511F53ull;
        const unsigned long long p1 = x2 * 0xCD9E8D57ull;
        x0 = (unsigned) (p1 >> 32) ^ x1 ^ key0;
        x1 = (unsigned) p1;
        x2 = (unsigned) (p0 >> 32) ^ x3 ^ key1;
        x3 = (unsigned) p0;
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
    words[0] = x0;
    words[1] = x1;
    words[2] = x2;
    words[3] = x3;
}
