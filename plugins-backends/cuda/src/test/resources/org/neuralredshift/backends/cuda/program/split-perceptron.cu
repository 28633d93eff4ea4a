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

// Natural logarithm of 0 < x < 0.5 with the bits of fdlibm's: x = 2^k (1 + f), log(1 + f) by s = f / (2 + f).
__device__ __noinline__ double exact_log(double x)
{
    const long long bits = __double_as_longlong(x);
    const int high = (int) (bits >> 32);
    const int fraction = high & 0x000fffff;
    const int carry = (fraction + 0x95f64) & 0x100000;
    const double k = (double) ((high >> 20) - 1023 + (carry >> 20));
    const int exponent = carry ^ 0x3ff00000;
    const long long scaled = ((long long) (fraction | exponent) << 32) | (bits & 0xffffffffll);
    const double f = __longlong_as_double(scaled) - 1.0;
    const double kHigh = k * 6.93147180369123816490e-01;
    const double kLow = k * 1.90821492927058770002e-10;
    if ((0x000fffff & (2 + fraction)) < 3) {
        if (f == 0.0) return kHigh + kLow;
        const double r = f * f * (0.5 - 0.33333333333333333 * f);
        return kHigh - ((r - kLow) - f);
    }
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double w = z * z;
    const double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const double odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01
        + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
    const double r = odd + even;
    if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
        const double half = 0.5 * f * f;
        return kHigh - ((half - (s * (half + r) + kLow)) - f);
    }
    return kHigh - ((s * (f - r) - kLow) - f);
}

// Quantile of the standard normal distribution (Wichura, AS 241), 0 < p < 1.
__device__ __noinline__ double normal_quantile(double p)
{
    const double q = p - 0.5;
    if (fabs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        const double above = ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r
            + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r
            + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080e0;
        const double below = ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r
            + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r
            + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1.0;
        return q * above / below;
    }
    const double r = sqrt(-exact_log(p < 0.5 ? p : 1.0 - p));
    double above, below;
    if (r <= 5.0) {
        const double x = r - 1.6;
        above = ((((((7.74545014278341407640e-4 * x + 2.27238449892691845833e-2) * x
            + 2.41780725177450611770e-1) * x + 1.27045825245236838258e0) * x + 3.64784832476320460504e0) * x
            + 5.76949722146069140550e0) * x + 4.63033784615654529590e0) * x + 1.42343711074968357734e0;
        below = ((((((1.05075007164441684324e-9 * x + 5.47593808499534494600e-4) * x
            + 1.51986665636164571966e-2) * x + 1.48103976427480074590e-1) * x + 6.89767334985100004550e-1) * x
            + 1.67638483018380384940e0) * x + 2.05319162663775882187e0) * x + 1.0;
    } else {
        const double x = r - 5.0;
        above = ((((((2.01033439929228813265e-7 * x + 2.71155556874348757815e-5) * x
            + 1.24266094738807843860e-3) * x + 2.65321895265761230930e-2) * x + 2.96560571828504891230e-1) * x
            + 1.78482653991729133580e0) * x + 5.46378491116411436990e0) * x + 6.65790464350110377720e0;
        below = ((((((2.04426310338993978564e-15 * x + 1.42151175831644588870e-7) * x
            + 1.84631831751005468180e-5) * x + 7.86869131145613259100e-4) * x + 1.48753612908506148525e-2) * x
            + 1.36929880922735805310e-1) * x + 5.99832206555887937690e-1) * x + 1.0;
    }
    return q < 0.0 ? -(above / below) : above / below;
}

// What only CUDA has; tests that run kernels on the processor bring both functions.
#ifdef __CUDACC__
// To 11 bits, the nearest; of two the one farther from 0.
__device__ inline float tf32(float x)
{
    unsigned bits;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(x));
    return __uint_as_float(bits);
}

// sums += left right, of a whole warp: 16 x 8 sums, 8 terms each.
__device__ inline void multiply(float (&sums)[4], const float (&left)[4], const float (&right)[2])
{
    asm volatile(
        "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};"
        : "+f"(sums[0]), "+f"(sums[1]), "+f"(sums[2]), "+f"(sums[3])
        : "r"(__float_as_uint(left[0])), "r"(__float_as_uint(left[1])), "r"(__float_as_uint(left[2])),
          "r"(__float_as_uint(left[3])), "r"(__float_as_uint(right[0])), "r"(__float_as_uint(right[1])));
}
#endif

// x as two numbers of 11 bits: |x - high - low| <= 2^-23 |x|. What would round to an infinity is the largest number instead. An
// infinity or NaN is the lower part of 1 or -1: so no product of parts is 0 times infinity, or has another sign than the whole.
__device__ inline void split(float x, float& high, float& low)
{
    high = tf32(x);
    if (!(fabsf(high) <= 0x1.ffcp+127f)) high = copysignf(fabsf(x) <= 0x1.fffffep+127f ? 0x1.ffcp+127f : 1.0f, x);
    low = tf32(x - high);
}

// sums += left right, of a whole warp, in split numbers: the small products first, and the sum of 8 terms is rounded to nearest.
__device__ inline void multiply_split(
    float (&sums)[4], const float (&leftHigh)[4], const float (&leftLow)[4], const float (&rightHigh)[2],
    const float (&rightLow)[2])
{
    float terms[4] = {};
    multiply(terms, leftLow, rightHigh);
    multiply(terms, leftHigh, rightLow);
    multiply(terms, leftHigh, rightHigh);
#pragma unroll
    for (unsigned i = 0; i < 4u; i++) sums[i] += terms[i];
}

// uniform weights [16, 2]
extern "C" __global__ void draw_1_uniform(
    float* __restrict__ b0, // weight hidden1.weight, networks x 32
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden1.weight, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 32u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 8u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 0u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [16, 2]
extern "C" __global__ void draw_1_normal(
    float* __restrict__ b0, // weight hidden1.weight, networks x 32
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden1.weight, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 32u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 8u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 0u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// uniform weights [16]
extern "C" __global__ void draw_2_uniform(
    float* __restrict__ b0, // weight hidden1.bias, networks x 16
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden1.bias, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 16u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 4u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 1u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [16]
extern "C" __global__ void draw_2_normal(
    float* __restrict__ b0, // weight hidden1.bias, networks x 16
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden1.bias, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 16u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 4u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 1u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// uniform weights [16, 16]
extern "C" __global__ void draw_7_uniform(
    float* __restrict__ b0, // weight hidden2.weight, networks x 256
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden2.weight, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 256u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 64u + threadIdx.x;
    if (i >= 64u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 2u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [16, 16]
extern "C" __global__ void draw_7_normal(
    float* __restrict__ b0, // weight hidden2.weight, networks x 256
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden2.weight, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 256u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 64u + threadIdx.x;
    if (i >= 64u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 2u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// uniform weights [16]
extern "C" __global__ void draw_8_uniform(
    float* __restrict__ b0, // weight hidden2.bias, networks x 16
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden2.bias, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 16u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 4u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 3u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [16]
extern "C" __global__ void draw_8_normal(
    float* __restrict__ b0, // weight hidden2.bias, networks x 16
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths hidden2.bias, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 16u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 4u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 3u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// uniform weights [1, 16]
extern "C" __global__ void draw_13_uniform(
    float* __restrict__ b0, // weight output.weight, networks x 16
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths output.weight, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 16u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 4u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 4u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [1, 16]
extern "C" __global__ void draw_13_normal(
    float* __restrict__ b0, // weight output.weight, networks x 16
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths output.weight, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 16u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 4u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 4u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// uniform weights [1]
extern "C" __global__ void draw_14_uniform(
    float* __restrict__ b0, // weight output.bias, networks x 1
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths output.bias, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 1u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 1u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 5u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        if (4u * i + k < 1u) b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [1]
extern "C" __global__ void draw_14_normal(
    float* __restrict__ b0, // weight output.bias, networks x 1
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths output.bias, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 1u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 32u + threadIdx.x;
    if (i >= 1u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 5u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        if (4u * i + k < 1u) b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// chain of 3 layers, 2 inputs, widths [16, 16, 1], 1 of them in split TF32, 100 points
extern "C" __global__ void __launch_bounds__(128, 3) chain_17(
    const float* __restrict__ b0, // weight hidden1.weight, networks x 32
    const float* __restrict__ b1, // weight hidden2.weight, networks x 256
    const float* __restrict__ b2, // weight output.weight, networks x 16
    const float* __restrict__ b3, // input x, 200
    const float* __restrict__ b4, // weight hidden1.bias, networks x 16
    const float* __restrict__ b5, // weight hidden2.bias, networks x 16
    const float* __restrict__ b6, // weight output.bias, networks x 1
    float* __restrict__ b7, // output f, networks x 100
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 32u;
    b1 += (unsigned long long) blockIdx.y * 256u;
    b2 += (unsigned long long) blockIdx.y * 16u;
    b4 += (unsigned long long) blockIdx.y * 16u;
    b5 += (unsigned long long) blockIdx.y * 16u;
    b6 += (unsigned long long) blockIdx.y * 1u;
    b7 += (unsigned long long) blockIdx.y * 100u;
    extern __shared__ float4 dynamicShared[];
    float* const shared = (float*) dynamicShared;
    float* const values = shared + 824;
    for (unsigned e = threadIdx.x; e < 32u; e += 128u) {
        const unsigned depth = e % 2u, column = e / 2u;
        float weight = 0.0f;
        {
            const float v0 = b0[depth + column * 2];
            weight = v0;
        }
        shared[0u + depth * 20u + column] = weight;
    }
    for (unsigned e = threadIdx.x; e < 256u; e += 128u) {
        const unsigned depth = e % 16u, column = e / 16u;
        float weight = 0.0f;
        if (depth < 16u && column < 16u) {
            const float v1 = b1[depth + column * 16];
            weight = v1;
        }
        float* const target = shared + 40u + depth * 24u + column;
        split(weight, target[0], target[384]);
    }
    for (unsigned e = threadIdx.x; e < 16u; e += 128u) {
        const unsigned depth = e % 16u, column = e / 16u;
        float weight = 0.0f;
        {
            const float v2 = b2[depth];
            weight = v2;
        }
        shared[808u + depth * 1u + column] = weight;
    }
    const unsigned start = blockIdx.x * 128u;
    for (unsigned first = start; first < 100u && first < start + 128u; first += 128u) {
        __syncthreads();
        for (unsigned e = threadIdx.x; e < 256u; e += 128u) {
            const unsigned point = e % 128u, depth = e / 128u;
            const unsigned row = first + point < 100u ? first + point : 99u;
            const float v3 = b3[depth + row * 2];
            values[depth * 136u + point] = v3;
        }
        __syncthreads();
        {
            const unsigned group = threadIdx.x % 64u, lot = threadIdx.x / 64u;
            float sums[8][2] = {};
            {
                const float* const weight = shared + 0 + lot * 8;
                const float* const value = values + group * 1;
                #pragma unroll 4
                for (unsigned k = 0; k < 2u; k++) {
                    float w[8], x[2];
                    const float4 w4_0 = *(const float4*) (weight + k * 20 + 0);
                    w[0] = w4_0.x;
                    w[1] = w4_0.y;
                    w[2] = w4_0.z;
                    w[3] = w4_0.w;
                    const float4 w4_1 = *(const float4*) (weight + k * 20 + 4);
                    w[4] = w4_1.x;
                    w[5] = w4_1.y;
                    w[6] = w4_1.z;
                    w[7] = w4_1.w;
                    x[0] = (value + k * 136)[0];
                    x[1] = (value + k * 136)[64];
                    #pragma unroll
                    for (unsigned c = 0; c < 8u; c++) {
                        #pragma unroll
                        for (unsigned r = 0; r < 2u; r++) {
                            sums[c][r] = fmaf(x[r], w[c], sums[c][r]);
                        }
                    }
                }
            }
            __syncthreads();
            {
                #pragma unroll
                for (unsigned c = 0; c < 8u; c++) {
                    const unsigned column = lot * 8u + c;
                    {
                        float done[2];
                        #pragma unroll
                        for (unsigned r = 0; r < 2u; r++) {
                            const unsigned point = group + r * 64u;
                            const unsigned row = first + point < 100u ? first + point : 99u;
                            const float sum = sums[c][r];
                            const float v4 = b4[column];
                            const float t5 = sum + v4;
                            const float t6 = tanhf(t5);
                            done[r] = t6;
                        }
                        (values + column * 136u + group)[0] = done[0];
                        (values + column * 136u + group)[64] = done[1];
                    }
                }
            }
        }
        __syncthreads();
        {
            const unsigned warp = threadIdx.x / 32u, lane = threadIdx.x % 32u;
            const unsigned group = lane / 4u, quad = lane % 4u;
            const unsigned down = warp % 4u * 32u + group;
            const unsigned across = warp / 4u * 16u;
            float sums[2][2][4] = {};
            {
                const float* const weight = shared + 40 + across + group;
                const float* const value = values + down;
                for (unsigned k = 0; k < 16u; k += 8u) {
                    float part[2][2][4];
                    #pragma unroll
                    for (unsigned m = 0; m < 2u; m++) {
                        #pragma unroll
                        for (unsigned i = 0; i < 4u; i++) {
                            const unsigned depth = k + quad + i / 2u * 4u;
                            const float x = value[depth * 136u + m * 16u + i % 2u * 8u];
                            split(x, part[m][0][i], part[m][1][i]);
                        }
                    }
                    #pragma unroll
                    for (unsigned n = 0; n < 2u; n++) {
                        const float* const own = weight + (k + quad) * 24u + n * 8u;
                        const float high[2] = {own[0], own[96]};
                        const float low[2] = {own[384], own[480]};
                        #pragma unroll
                        for (unsigned m = 0; m < 2u; m++) {
                            multiply_split(sums[m][n], part[m][0], part[m][1], high, low);
                        }
                    }
                }
            }
            __syncthreads();
            {
                #pragma unroll
                for (unsigned n = 0; n < 2u; n++) {
                    #pragma unroll
                    for (unsigned m = 0; m < 2u; m++) {
                        #pragma unroll
                        for (unsigned i = 0; i < 4u; i++) {
                            const unsigned column = across + n * 8u + quad * 2u + i % 2u;
                            {
                                const unsigned point = down + m * 16u + i / 2u * 8u;
                                const unsigned row = first + point < 100u ? first + point : 99u;
                                const float sum = sums[m][n][i];
                                const float v7 = b5[column];
                                const float t8 = sum + v7;
                                const float t9 = tanhf(t8);
                                values[column * 136u + point] = t9;
                            }
                        }
                    }
                }
            }
        }
        __syncthreads();
        {
            const unsigned group = threadIdx.x % 128u, lot = threadIdx.x / 128u;
            float sums[1][1] = {};
            {
                const float* const weight = shared + 808 + lot * 1;
                const float* const value = values + group * 1;
                #pragma unroll 4
                for (unsigned k = 0; k < 16u; k++) {
                    float w[1], x[1];
                    w[0] = (weight + k * 1)[0];
                    x[0] = (value + k * 136)[0];
                    #pragma unroll
                    for (unsigned c = 0; c < 1u; c++) {
                        #pragma unroll
                        for (unsigned r = 0; r < 1u; r++) {
                            sums[c][r] = fmaf(x[r], w[c], sums[c][r]);
                        }
                    }
                }
            }
            {
                #pragma unroll
                for (unsigned c = 0; c < 1u; c++) {
                    const unsigned column = lot * 1u + c;
                    {
                        float done[1];
                        #pragma unroll
                        for (unsigned r = 0; r < 1u; r++) {
                            const unsigned point = group;
                            const unsigned row = first + point < 100u ? first + point : 99u;
                            const float sum = sums[c][r];
                            const float v10 = b6[0];
                            const float t11 = sum + v10;
                            done[r] = t11;
                            if (first + point < 100u) b7[row] = done[r];
                        }
                    }
                }
            }
        }
    }
}
