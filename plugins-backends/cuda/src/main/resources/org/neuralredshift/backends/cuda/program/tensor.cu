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
