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

// uniform weights [12, 20]
extern "C" __global__ void draw_1_uniform(
    float* __restrict__ b0, // weight w, networks x 240
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths w, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 240u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 64u + threadIdx.x;
    if (i >= 60u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 0u, words);
    const float unit = (float) b2[0] * 0x1.0p-31f;
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (int) words[k] * unit;
    }
}

// normal weights [12, 20]
extern "C" __global__ void draw_1_normal(
    float* __restrict__ b0, // weight w, networks x 240
    const unsigned* __restrict__ b1, // seeds, networks x 1
    const double* __restrict__ b2, // half widths w, networks x 1
    unsigned studySeed)
{
    b0 += (unsigned long long) blockIdx.y * 240u;
    b1 += (unsigned long long) blockIdx.y * 1u;
    b2 += (unsigned long long) blockIdx.y * 1u;
    const unsigned i = blockIdx.x * 64u + threadIdx.x;
    if (i >= 60u) return;
    unsigned words[4];
    philox(studySeed, b1[0], i, 0u, words);
    const double deviation = b2[0] / sqrt(3.0);
    #pragma unroll
    for (unsigned k = 0; k < 4u; k++) {
        b0[4u * i + k] = (float) (deviation * normal_quantile(((double) words[k] + 0.5) * 0x1.0p-32));
    }
}

// product [70, 12] x [12, 20] in split TF32 with the map behind it
extern "C" __global__ void product_3(
    const float* __restrict__ b0, // input x, 840
    const float* __restrict__ b1, // weight w, networks x 240
    float* __restrict__ b2, // output f, networks x 1400
    unsigned studySeed)
{
    b1 += (unsigned long long) blockIdx.y * 240u;
    b2 += (unsigned long long) blockIdx.y * 1400u;
    __shared__ float leftHigh[16][136];
    __shared__ float rightHigh[16][40];
    __shared__ float leftLow[16][136];
    __shared__ float rightLow[16][40];
    const unsigned firstRow = blockIdx.x / 1u * 128u;
    const unsigned firstColumn = blockIdx.x % 1u * 32u;
    const unsigned warp = threadIdx.x / 32u, lane = threadIdx.x % 32u;
    const unsigned group = lane / 4u, quad = lane % 4u;
    const unsigned down = warp / 1u * 32u + group;
    const unsigned across = warp % 1u * 32u;
    float sums[2][4][4] = {};
    for (unsigned start = 0; start < 12u; start += 16u) {
        for (unsigned e = threadIdx.x; e < 2048u; e += 128u) {
            const unsigned k = e / 128u, own = e % 128u;
            const unsigned depth = start + k, place = firstRow + own;
            float element = 0.0f;
            if (depth < 12u && place < 70u) {
                const float v0 = b0[place + depth * 70];
                element = v0;
            }
            split(element, leftHigh[k][own], leftLow[k][own]);
        }
        for (unsigned e = threadIdx.x; e < 512u; e += 128u) {
            const unsigned k = e / 32u, own = e % 32u;
            const unsigned depth = start + k, place = firstColumn + own;
            float element = 0.0f;
            if (depth < 12u && place < 20u) {
                const float v1 = b1[place + depth * 20];
                element = v1;
            }
            split(element, rightHigh[k][own], rightLow[k][own]);
        }
        __syncthreads();
        #pragma unroll
        for (unsigned k = 0; k < 16u; k += 8u) {
            float leftPart[2][2][4];
            #pragma unroll
            for (unsigned m = 0; m < 2u; m++) {
                #pragma unroll
                for (unsigned i = 0; i < 4u; i++) {
                    leftPart[m][0][i] = leftHigh[k + quad + i / 2u * 4u][down + m * 16u + i % 2u * 8u];
                    leftPart[m][1][i] = leftLow[k + quad + i / 2u * 4u][down + m * 16u + i % 2u * 8u];
                }
            }
            #pragma unroll
            for (unsigned n = 0; n < 4u; n++) {
                const unsigned own = across + n * 8u + group;
                const float high[2] = {rightHigh[k + quad][own], rightHigh[k + quad + 4u][own]};
                const float low[2] = {rightLow[k + quad][own], rightLow[k + quad + 4u][own]};
                #pragma unroll
                for (unsigned m = 0; m < 2u; m++) {
                    multiply_split(sums[m][n], leftPart[m][0], leftPart[m][1], high, low);
                }
            }
        }
        __syncthreads();
    }
    #pragma unroll
    for (unsigned m = 0; m < 2u; m++) {
        #pragma unroll
        for (unsigned n = 0; n < 4u; n++) {
            #pragma unroll
            for (unsigned i = 0; i < 4u; i++) {
                const unsigned row = firstRow + down + m * 16u + i / 2u * 8u;
                const unsigned column = firstColumn + across + n * 8u + quad * 2u + i % 2u;
                if (row < 70u && column < 20u) {
                    const float sum = sums[m][n][i];
                    const float t2 = sum * sum;
                    b2[column + row * 20] = t2;
                }
            }
        }
    }
}
