// The smaller one: NaN if either is NaN, and -0 below +0, which fminf does not promise.
__device__ inline float minimum(float a, float b)
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
    float least;
    asm("min.NaN.f32 %0, %1, %2;" : "=f"(least) : "f"(a), "f"(b));
    return least;
#else
    if (a == b) return __int_as_float(__float_as_int(a) | __float_as_int(b));
    return a < b ? a : b < a ? b : a + b;
#endif
}

// The larger one, likewise.
__device__ inline float maximum(float a, float b)
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 800
    float largest;
    asm("max.NaN.f32 %0, %1, %2;" : "=f"(largest) : "f"(a), "f"(b));
    return largest;
#else
    if (a == b) return __int_as_float(__float_as_int(a) & __float_as_int(b));
    return a > b ? a : b > a ? b : a + b;
#endif
}

// 1 / (1 + e^-x) without overflow: where e^-x would overflow, the result is e^x.
__device__ inline float sigmoid(float x)
{
    const float small = expf(-fabsf(x));
    return (x < 0.0f ? small : 1.0f) / (1.0f + small);
}

// Two numbers in ascending or in descending order.
__device__ __forceinline__ void order_two(float* first, float* second, bool ascending)
{
    const float a = *first, b = *second;
    if ((a > b) == ascending) {
        *first = b;
        *second = a;
    }
}

// How many of some numbers in ascending order are below x.
__device__ __forceinline__ unsigned numbers_below(const float* numbers, unsigned count, float x)
{
    unsigned low = 0u;
    while (count > 0u) {
        const unsigned half = count / 2u;
        const bool below = numbers[low + half] < x;
        low = below ? low + half + 1u : low;
        count = below ? count - half - 1u : half;
    }
    return low;
}

// What a sample must be above to be a 1: the median; if nothing is above it, the largest number that is less.
__device__ __forceinline__ float median_threshold(const float* numbers, unsigned count)
{
    const float median = numbers[(count - 1u) / 2u];
    if (numbers[count - 1u] > median) return median;
    const unsigned below = numbers_below(numbers, count, median);
    return below > 0u ? numbers[below - 1u] : __int_as_float(0xff800000);
}

// The level of equal width that a sample lies in.
__device__ __forceinline__ unsigned level_of(float x, double low, double range, int levels)
{
    const double level = levels * ((double) x - low) / range;
    return level >= levels - 1 ? levels - 1 : level >= 1.0 ? (unsigned) level : 0u;
}

#define NO_PHRASE 0xffffffffu

// Cuts more symbols into phrases that have not occurred; the new ones. A node is the place where the table keeps the node before it and
// the symbol between them, of 2^bits; the root, the node of no symbol, has the first number behind all places.
__device__ __forceinline__ unsigned new_phrases(
    unsigned* table, unsigned bits, unsigned levels, const unsigned char* symbols, unsigned count, unsigned* node)
{
    const unsigned root = 1u << bits;
    unsigned at = *node, phrases = 0u;
    for (unsigned i = 0u; i < count; i++) {
        const unsigned key = at * levels + symbols[i];
        unsigned place = key * 0x9e3779b1u >> (32u - bits);
        unsigned found = table[place];
        while (found != key && found != NO_PHRASE) {
            place = (place + 1u) & (root - 1u);
            found = table[place];
        }
        if (found == NO_PHRASE) {
            table[place] = key;
            phrases++;
        }
        at = found == NO_PHRASE ? root : place;
    }
    *node = at;
    return phrases;
}

// weights [100, 1] that are 1.0
extern "C" __global__ void draw_0_constant(
    float* __restrict__ b0, // weight f, networks x 100
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 100u;
    const unsigned i = blockIdx.x * 128u + threadIdx.x;
    if (i >= 100u) return;
    b0[i] = 1.0f;
}

// lz78 phrases of 100 samples, median, 2 symbols
extern "C" __global__ void phrases_2(
    const float* __restrict__ b0, // weight f, networks x 100
    float* __restrict__ b1, // output median, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 100u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    extern __shared__ float4 dynamicShared[];
    float* const shared = (float*) dynamicShared;
    float* const sorted = shared;
    float* const thresholds = shared + 128;
    unsigned char* const symbols = (unsigned char*) (shared + 128 + 1);
    for (unsigned i = threadIdx.x; i < 100u; i += 128u) {
        const float v0 = b0[i];
        sorted[i] = v0;
    }
    for (unsigned i = 100u + threadIdx.x; i < 128u; i += 128u) {
        sorted[i] = __int_as_float(0x7f800000);
    }
    for (unsigned width = 2u; width <= 128u; width *= 2u) {
        for (unsigned step = width / 2u; step > 0u; step /= 2u) {
            __syncthreads();
            for (unsigned i = threadIdx.x; i < 64u; i += 128u) {
                const unsigned low = 2u * i - (i & (step - 1u));
                order_two(sorted + low, sorted + low + step, (low & width) == 0u);
            }
        }
    }
    __syncthreads();
    if (threadIdx.x == 0u) thresholds[0] = median_threshold(sorted, 100u);
    __syncthreads();
    unsigned* const tree = (unsigned*) sorted;
    for (unsigned i = threadIdx.x; i < 64u; i += 128u) {
        tree[i] = NO_PHRASE;
    }
    unsigned node = 64u, count = 0u;
    for (unsigned first = 0u; first < 100u; first += 128u) {
        const unsigned end = min(first + 128u, 100u);
        for (unsigned i = first + threadIdx.x; i < end; i += 128u) {
            const float v1 = b0[i];
            symbols[i - first] = (unsigned char) numbers_below(thresholds, 1u, v1);
        }
        __syncthreads();
        if (threadIdx.x == 0u) count += new_phrases(tree, 6u, 2u, symbols, end - first, &node);
        __syncthreads();
    }
    if (threadIdx.x == 0u) b1[0] = (float) count;
}

// lz78 phrases of 100 samples, rank, 10 symbols
extern "C" __global__ void phrases_3(
    const float* __restrict__ b0, // weight f, networks x 100
    float* __restrict__ b1, // output rank, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 100u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    extern __shared__ float4 dynamicShared[];
    float* const shared = (float*) dynamicShared;
    float* const sorted = shared;
    float* const thresholds = shared + 128;
    unsigned char* const symbols = (unsigned char*) (shared + 128 + 9);
    for (unsigned i = threadIdx.x; i < 100u; i += 128u) {
        const float v0 = b0[i];
        sorted[i] = v0;
    }
    for (unsigned i = 100u + threadIdx.x; i < 128u; i += 128u) {
        sorted[i] = __int_as_float(0x7f800000);
    }
    for (unsigned width = 2u; width <= 128u; width *= 2u) {
        for (unsigned step = width / 2u; step > 0u; step /= 2u) {
            __syncthreads();
            for (unsigned i = threadIdx.x; i < 64u; i += 128u) {
                const unsigned low = 2u * i - (i & (step - 1u));
                order_two(sorted + low, sorted + low + step, (low & width) == 0u);
            }
        }
    }
    __syncthreads();
    for (unsigned i = threadIdx.x; i < 9u; i += 128u) {
        const unsigned rank = (100u * (i + 1u) + 9u) / 10u - 1u;
        thresholds[i] = sorted[rank];
    }
    __syncthreads();
    unsigned* const tree = (unsigned*) sorted;
    for (unsigned i = threadIdx.x; i < 128u; i += 128u) {
        tree[i] = NO_PHRASE;
    }
    unsigned node = 128u, count = 0u;
    for (unsigned first = 0u; first < 100u; first += 128u) {
        const unsigned end = min(first + 128u, 100u);
        for (unsigned i = first + threadIdx.x; i < end; i += 128u) {
            const float v1 = b0[i];
            symbols[i - first] = (unsigned char) numbers_below(thresholds, 9u, v1);
        }
        __syncthreads();
        if (threadIdx.x == 0u) count += new_phrases(tree, 7u, 10u, symbols, end - first, &node);
        __syncthreads();
    }
    if (threadIdx.x == 0u) b1[0] = (float) count;
}

// lz78 phrases of 100 samples, range, 10 symbols
extern "C" __global__ void phrases_4(
    const float* __restrict__ b0, // weight f, networks x 100
    float* __restrict__ b1, // output min-max, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 100u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    extern __shared__ float4 dynamicShared[];
    float* const shared = (float*) dynamicShared;
    float* const sorted = shared;
    float* const thresholds = shared + 128;
    unsigned char* const symbols = (unsigned char*) (shared + 128 + 0);
    for (unsigned i = threadIdx.x; i < 100u; i += 128u) {
        const float v0 = b0[i];
        sorted[i] = v0;
    }
    for (unsigned i = 100u + threadIdx.x; i < 128u; i += 128u) {
        sorted[i] = __int_as_float(0x7f800000);
    }
    for (unsigned width = 2u; width <= 128u; width *= 2u) {
        for (unsigned step = width / 2u; step > 0u; step /= 2u) {
            __syncthreads();
            for (unsigned i = threadIdx.x; i < 64u; i += 128u) {
                const unsigned low = 2u * i - (i & (step - 1u));
                order_two(sorted + low, sorted + low + step, (low & width) == 0u);
            }
        }
    }
    __syncthreads();
    const double low = sorted[0];
    const double range = (double) sorted[99] - low;
    __syncthreads();
    unsigned* const tree = (unsigned*) sorted;
    for (unsigned i = threadIdx.x; i < 128u; i += 128u) {
        tree[i] = NO_PHRASE;
    }
    unsigned node = 128u, count = 0u;
    for (unsigned first = 0u; first < 100u; first += 128u) {
        const unsigned end = min(first + 128u, 100u);
        for (unsigned i = first + threadIdx.x; i < end; i += 128u) {
            const float v1 = b0[i];
            symbols[i - first] = (unsigned char) level_of(v1, low, range, 10);
        }
        __syncthreads();
        if (threadIdx.x == 0u) count += new_phrases(tree, 7u, 10u, symbols, end - first, &node);
        __syncthreads();
    }
    if (threadIdx.x == 0u) b1[0] = (float) count;
}
