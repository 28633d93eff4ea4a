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

// The row that an index is; if it is none, row 0, and the flag tells the operation, the position and the index.
__device__ __noinline__ unsigned row_of(float index, unsigned rows, int operation, unsigned position, int* flag)
{
    if (index >= 0.0f && index < (float) rows && index == truncf(index)) return (unsigned) index;
    if (atomicCAS(flag, 0, operation + 1) == 0) {
        flag[1] = (int) position;
        flag[2] = __float_as_int(index);
    }
    return 0u;
}

// gather [70, 3] from [100, 3]
extern "C" __global__ void gather_4(
    const float* __restrict__ b0, // state order, networks x 70
    int* __restrict__ b1, // flag, 4
    const float* __restrict__ b2, // input x, 300
    float* __restrict__ b3, // scratch 4, networks x 210
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 70u;
    b3 += (unsigned long long) blockIdx.y * 210u;
    const unsigned i = blockIdx.x * 256u + threadIdx.x;
    if (i >= 210u) return;
    const float v0 = b0[(i / 3)];
    const unsigned row1 = row_of(v0, 100u, 0, (i / 3), b1);
    const float v2 = b2[(i % 3) + row1 * 3];
    b3[i] = v2;
}

// gather [70, 1] from [100, 1]
extern "C" __global__ void gather_6(
    const float* __restrict__ b0, // state order, networks x 70
    int* __restrict__ b1, // flag, 4
    const float* __restrict__ b2, // input y, 100
    float* __restrict__ b3, // scratch 6, networks x 70
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 70u;
    b3 += (unsigned long long) blockIdx.y * 70u;
    const unsigned i = blockIdx.x * 128u + threadIdx.x;
    if (i >= 70u) return;
    const float v0 = b0[i];
    const unsigned row1 = row_of(v0, 100u, 1, i, b1);
    const float v2 = b2[row1];
    b3[i] = v2;
}

// product [70, 3] x [3, 1] with the map behind it
extern "C" __global__ void product_8(
    const float* __restrict__ b0, // scratch 4, networks x 210
    const float* __restrict__ b1, // state weight, networks x 3
    const float* __restrict__ b2, // scratch 6, networks x 70
    float* __restrict__ b3, // scratch 9, networks x 70
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 210u;
    b1 += (unsigned long long) blockIdx.y * 3u;
    b2 += (unsigned long long) blockIdx.y * 70u;
    b3 += (unsigned long long) blockIdx.y * 70u;
    __shared__ float left[4][128];
    __shared__ float right[4][1];
    const unsigned firstRow = blockIdx.x / 1u * 128u;
    const unsigned firstColumn = blockIdx.x % 1u * 1u;
    const unsigned down = threadIdx.x / 1u * 2u;
    const unsigned across = threadIdx.x % 1u * 1u;
    float sums[2][1] = {};
    for (unsigned start = 0; start < 3u; start += 4u) {
        for (unsigned e = threadIdx.x; e < 512u; e += 64u) {
            const unsigned k = e % 4u, own = e / 4u;
            const unsigned depth = start + k, place = firstRow + own;
            float element = 0.0f;
            if (depth < 3u && place < 70u) {
                const float v0 = b0[depth + place * 3];
                element = v0;
            }
            left[k][own] = element;
        }
        for (unsigned e = threadIdx.x; e < 4u; e += 64u) {
            const unsigned k = e % 4u, own = e / 4u;
            const unsigned depth = start + k, place = firstColumn + own;
            float element = 0.0f;
            if (depth < 3u && place < 1u) {
                const float v1 = b1[depth];
                element = v1;
            }
            right[k][own] = element;
        }
        __syncthreads();
        #pragma unroll
        for (unsigned k = 0; k < 4u; k++) {
            #pragma unroll
            for (unsigned r = 0; r < 2u; r++) {
                #pragma unroll
                for (unsigned c = 0; c < 1u; c++) {
                    sums[r][c] = fmaf(left[k][down + r], right[k][across + c], sums[r][c]);
                }
            }
        }
        __syncthreads();
    }
    #pragma unroll
    for (unsigned r = 0; r < 2u; r++) {
        #pragma unroll
        for (unsigned c = 0; c < 1u; c++) {
            const unsigned row = firstRow + down + r, column = firstColumn + across + c;
            if (row < 70u && column < 1u) {
                const float sum = sums[r][c];
                const float v2 = b2[row];
                const float t3 = sum - v2;
                b3[row] = t3;
            }
        }
    }
}

// product [1, 70] x [70, 3] with the map behind it
extern "C" __global__ void product_11(
    const float* __restrict__ b0, // scratch 9, networks x 70
    const float* __restrict__ b1, // scratch 4, networks x 210
    const float* __restrict__ b2, // state weight, networks x 3
    const float* __restrict__ b3, // scalar rate, networks x 1
    float* __restrict__ b4, // scratch 13, networks x 3
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 70u;
    b1 += (unsigned long long) blockIdx.y * 210u;
    b2 += (unsigned long long) blockIdx.y * 3u;
    b3 += (unsigned long long) blockIdx.y * 1u;
    b4 += (unsigned long long) blockIdx.y * 3u;
    __shared__ float left[16][1];
    __shared__ float right[16][4];
    const unsigned firstRow = blockIdx.x / 1u * 1u;
    const unsigned firstColumn = blockIdx.x % 1u * 4u;
    const unsigned down = threadIdx.x / 4u * 1u;
    const unsigned across = threadIdx.x % 4u * 1u;
    float sums[1][1] = {};
    for (unsigned start = 0; start < 70u; start += 16u) {
        for (unsigned e = threadIdx.x; e < 16u; e += 4u) {
            const unsigned k = e / 1u, own = e % 1u;
            const unsigned depth = start + k, place = firstRow + own;
            float element = 0.0f;
            if (depth < 70u && place < 1u) {
                const float v0 = b0[depth];
                element = v0;
            }
            left[k][own] = element;
        }
        for (unsigned e = threadIdx.x; e < 64u; e += 4u) {
            const unsigned k = e / 4u, own = e % 4u;
            const unsigned depth = start + k, place = firstColumn + own;
            float element = 0.0f;
            if (depth < 70u && place < 3u) {
                const float v1 = b1[place + depth * 3];
                element = v1;
            }
            right[k][own] = element;
        }
        __syncthreads();
        #pragma unroll
        for (unsigned k = 0; k < 16u; k++) {
            #pragma unroll
            for (unsigned r = 0; r < 1u; r++) {
                #pragma unroll
                for (unsigned c = 0; c < 1u; c++) {
                    sums[r][c] = fmaf(left[k][down + r], right[k][across + c], sums[r][c]);
                }
            }
        }
        __syncthreads();
    }
    #pragma unroll
    for (unsigned r = 0; r < 1u; r++) {
        #pragma unroll
        for (unsigned c = 0; c < 1u; c++) {
            const unsigned row = firstRow + down + r, column = firstColumn + across + c;
            if (row < 1u && column < 3u) {
                const float sum = sums[r][c];
                const float v2 = b2[column];
                const float v3 = b3[0];
                const float t4 = v3 * sum;
                const float t5 = v2 - t4;
                b4[column] = t5;
            }
        }
    }
}

// sum of [70, 1] over axis 0
extern "C" __global__ void reduce_15(
    const float* __restrict__ b0, // scratch 9, networks x 70
    float* __restrict__ b1, // output loss, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 70u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    __shared__ float partial[64];
    const unsigned lane = threadIdx.x % 1u, first = threadIdx.x / 1u;
    const unsigned outer = blockIdx.x / 1u;
    const unsigned column = blockIdx.x % 1u * 1u + lane;
    float result = 0.0f;
    for (unsigned k = first; k < 70u; k += 64u) {
        const float v0 = b0[k];
        const float t1 = v0 * v0;
        result = result + t1;
    }
    partial[threadIdx.x] = result;
    for (unsigned half = 32u; half > 0u; half /= 2u) {
        __syncthreads();
        if (first < half) partial[threadIdx.x] = partial[threadIdx.x] + partial[threadIdx.x + half * 1u];
    }
    if (first == 0u) b1[outer * 1u + column] = partial[lane];
}

// new value [1, 3]
extern "C" __global__ void copy_5_0(
    const float* __restrict__ b0, // state weight, networks x 3
    float* __restrict__ b1, // scratch new before, networks x 3
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 3u;
    b1 += (unsigned long long) blockIdx.y * 3u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 3u) return;
    const float v0 = b0[i];
    b1[i] = v0;
}

// update of 2 states
extern "C" __global__ void update_0(
    float* __restrict__ b0, // state weight, networks x 3
    const float* __restrict__ b1, // scratch 13, networks x 3
    float* __restrict__ b2, // state before, networks x 3
    const float* __restrict__ b3, // scratch new before, networks x 3
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 3u;
    b1 += (unsigned long long) blockIdx.y * 3u;
    b2 += (unsigned long long) blockIdx.y * 3u;
    b3 += (unsigned long long) blockIdx.y * 3u;
    unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i < 3u) {
        b0[i] = b1[i];
        return;
    }
    i -= 3u;
    if (i < 3u) {
        b2[i] = b3[i];
        return;
    }
    i -= 3u;
}
