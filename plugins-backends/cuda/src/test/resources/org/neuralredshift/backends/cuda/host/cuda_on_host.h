// CUDA C as C++20 on the processor: what a kernel sees of CUDA, and a loop over the blocks and threads of a launch. A kernel that
// calls __syncthreads has a stack of its own for each thread of a block, and runs from barrier to barrier, of the block or of a warp;
// one launch at a time.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <math.h>
#include <type_traits>
#include <ucontext.h>
#include <utility>

#define __global__
#define __device__
#define __host__
#define __constant__ static
#define __forceinline__ inline
#define __noinline__
#define __shared__ static
#define __restrict__ __restrict
#define __launch_bounds__(...)

struct dim3 {
    unsigned x = 1, y = 1, z = 1;
};
struct float2 {
    float x, y;
};
struct alignas(16) float4 {
    float x, y, z, w;
};
static inline float2 make_float2(float x, float y) { return {x, y}; }
static inline float4 make_float4(float x, float y, float z, float w) { return {x, y, z, w}; }

static dim3 threadIdx, blockIdx, blockDim, gridDim;
static const int warpSize = 32;

template <class To, class From>
static inline To cuda_on_host_bits(From from)
{
    static_assert(sizeof(To) == sizeof(From));
    To to;
    memcpy(&to, &from, sizeof to);
    return to;
}
static inline float __int_as_float(int x) { return cuda_on_host_bits<float>(x); }
static inline float __uint_as_float(unsigned x) { return cuda_on_host_bits<float>(x); }
static inline int __float_as_int(float x) { return cuda_on_host_bits<int>(x); }
static inline unsigned __float_as_uint(float x) { return cuda_on_host_bits<unsigned>(x); }
static inline double __longlong_as_double(long long x) { return cuda_on_host_bits<double>(x); }
static inline long long __double_as_longlong(double x) { return cuda_on_host_bits<long long>(x); }
static inline float __fadd_rn(float a, float b) { return a + b; }
static inline float __fsub_rn(float a, float b) { return a - b; }
static inline float __fmul_rn(float a, float b) { return a * b; }
static inline float __fdiv_rn(float a, float b) { return a / b; }
static inline float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }
static inline float __fsqrt_rn(float a) { return sqrtf(a); }
static inline double __dadd_rn(double a, double b) { return a + b; }
static inline double __dmul_rn(double a, double b) { return a * b; }
static inline double __ddiv_rn(double a, double b) { return a / b; }
static inline double __fma_rn(double a, double b, double c) { return fma(a, b, c); }
static inline unsigned __umulhi(unsigned a, unsigned b) { return (unsigned) ((unsigned long long) a * b >> 32); }
static inline float __int2float_rn(int x) { return (float) x; }
static inline float __double2float_rn(double x) { return (float) x; }
template <class T>
static inline T __ldg(const T* address) { return *address; }
template <class T>
static inline T atomicCAS(T* address, T compare, T value)
{
    const T old = *address;
    if (old == compare) *address = value;
    return old;
}
template <class T>
static inline T atomicExch(T* address, T value) { return std::exchange(*address, value); }
template <class T>
static inline T atomicOr(T* address, T value) { return std::exchange(*address, *address | value); }
static inline int min(int a, int b) { return a < b ? a : b; }
static inline int max(int a, int b) { return a > b ? a : b; }
static inline unsigned min(unsigned a, unsigned b) { return a < b ? a : b; }
static inline unsigned max(unsigned a, unsigned b) { return a > b ? a : b; }

namespace cuda_on_host {
constexpr unsigned MOST_THREADS = 1024;
constexpr size_t STACK = 128 * 1024;
constexpr size_t MOST_SHARED = 228 * 1024;

struct Launch {
    unsigned columns, rows, threads, sharedBytes;
    void** arguments;
};

enum class State { READY, AT_WARP, AT_BLOCK, DONE };

static ucontext_t scheduler, fibers[MOST_THREADS];
static State states[MOST_THREADS];
static char* stacks;
static unsigned current;
static void (*body)(void**);
static void** arguments;
alignas(16) static char dynamicShared[MOST_SHARED];

static void enter()
{
    body(arguments);
    states[current] = State::DONE;
}

static inline void wait(State at)
{
    states[current] = at;
    swapcontext(&fibers[current], &scheduler);
}

static inline bool all(unsigned begin, unsigned end, State state)
{
    for (unsigned t = begin; t < end; t++) {
        if (states[t] != state) return false;
    }
    return true;
}

// Lets those go on that have met all of their warp. False if there are none.
static inline bool releaseWarps(unsigned threads)
{
    bool released = false;
    for (unsigned begin = 0; begin < threads; begin += warpSize) {
        const unsigned end = begin + warpSize;
        if (end <= threads && all(begin, end, State::AT_WARP)) {
            for (unsigned t = begin; t < end; t++) states[t] = State::READY;
            released = true;
        }
    }
    return released;
}

// One block, from barrier to barrier: forwards and backwards in turns, so that a barrier that is missing is noticed. False if some
// threads wait at a barrier while others are at another, or at their end.
static inline bool block(unsigned threads)
{
    if (!stacks) stacks = (char*) malloc(MOST_THREADS * STACK);
    for (unsigned t = 0; t < threads; t++) {
        states[t] = State::READY;
        getcontext(&fibers[t]);
        fibers[t].uc_stack.ss_sp = stacks + t * STACK;
        fibers[t].uc_stack.ss_size = STACK;
        fibers[t].uc_link = &scheduler;
        makecontext(&fibers[t], enter, 0);
    }
    for (unsigned round = 0; ; round++) {
        for (unsigned i = 0; i < threads; i++) {
            current = round & 1 ? threads - 1 - i : i;
            if (states[current] != State::READY) continue;
            threadIdx.x = current;
            swapcontext(&scheduler, &fibers[current]);
        }
        if (releaseWarps(threads)) continue;
        if (!all(0, threads, State::AT_BLOCK)) return all(0, threads, State::DONE);
        for (unsigned t = 0; t < threads; t++) states[t] = State::READY;
    }
}

template <class... Parameters, size_t... I>
static inline void call(void (*kernel)(Parameters...), void** values, std::index_sequence<I...>)
{
    kernel(*static_cast<std::remove_cv_t<Parameters>*>(values[I])...);
}

template <class... Parameters>
static inline void call(void (*kernel)(Parameters...), void** values)
{
    call(kernel, values, std::index_sequence_for<Parameters...>());
}

static inline int run(const Launch* launch, void (*kernel)(void**), bool synchronises)
{
    body = kernel;
    arguments = launch->arguments;
    gridDim = {launch->columns, launch->rows, 1};
    blockDim = {launch->threads, 1, 1};
    threadIdx = {0, 0, 0};
    for (unsigned y = 0; y < launch->rows; y++) {
        for (unsigned x = 0; x < launch->columns; x++) {
            blockIdx = {x, y, 0};
            if (synchronises) {
                if (!block(launch->threads)) return 1;
            } else {
                for (threadIdx.x = 0; threadIdx.x < launch->threads; threadIdx.x++) kernel(arguments);
            }
        }
    }
    return 0;
}
} // namespace cuda_on_host

static inline void __syncthreads() { cuda_on_host::wait(cuda_on_host::State::AT_BLOCK); }

// Tensor cores. What NVIDIA leaves open is done as badly as it may be.
namespace cuda_on_host {
struct Fragments {
    float left[4], right[2];
};
// Of two products in turns: nobody comes to the next but one before all have read this one.
static Fragments fragments[2][MOST_THREADS];
static bool turns[MOST_THREADS];

// Only the upper 19 bits of a number are read, and no subnormal ones.
static inline float operand(float x)
{
    const float upper = __uint_as_float(__float_as_uint(x) & 0xffffe000u);
    return fabsf(upper) < 0x1p-126f ? copysignf(0.0f, upper) : upper;
}

// The sum of nine numbers, each cut off behind the 24th bit of the largest, and again at 24 bits of its own.
static inline float sum(const double (&numbers)[9])
{
    double largest = 0, plain = 0;
    for (double number : numbers) {
        largest = fabs(number) > largest ? fabs(number) : largest;
        plain += number;
    }
    if (!(fabs(plain) <= std::numeric_limits<double>::max())) return (float) plain;
    if (largest == 0) return 0.0f;
    const int exponent = ilogb(largest) - 23;
    double whole = 0;
    for (double number : numbers) whole += trunc(scalbn(number, -exponent));
    const double exact = scalbn(whole, exponent);
    float cut = (float) exact;
    if (fabs((double) cut) > fabs(exact) && fabsf(cut) <= std::numeric_limits<float>::max()) cut = nextafterf(cut, 0.0f);
    return fabsf(cut) < 0x1p-126f ? 0.0f : cut;
}
} // namespace cuda_on_host

// cvt.rna.tf32.f32
static inline float tf32(float x)
{
    if (x != x) return __int_as_float(0x7fffffff);
    return __uint_as_float((__float_as_uint(x) + 0x1000u) & 0xffffe000u);
}

// mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32, where a thread has of each matrix what the PTX ISA says.
static inline void multiply(float (&sums)[4], const float (&left)[4], const float (&right)[2])
{
    using namespace cuda_on_host;
    const unsigned thread = threadIdx.x, warp = thread / 32 * 32, group = thread % 32 / 4, quad = thread % 4;
    Fragments* const posted = fragments[turns[thread]];
    turns[thread] = !turns[thread];
    memcpy(posted[thread].left, left, sizeof left);
    memcpy(posted[thread].right, right, sizeof right);
    wait(State::AT_WARP);
    for (unsigned i = 0; i < 4; i++) {
        const unsigned row = group + (i < 2 ? 0 : 8), column = 2 * quad + i % 2;
        double numbers[9] = {sums[i]};
        for (unsigned k = 0; k < 8; k++) {
            const float a = posted[warp + row % 8 * 4 + k % 4].left[row / 8 + k / 4 * 2];
            const float b = posted[warp + column * 4 + k % 4].right[k / 4];
            numbers[k + 1] = (double) operand(a) * operand(b);
        }
        sums[i] = sum(numbers);
    }
}

// What a driver starts: 0, or 1 if the threads of a block part at a barrier.
#define CUDA_ON_HOST_KERNEL(name, synchronises)                                                            \
    extern "C" int launch_##name(const cuda_on_host::Launch* launch)                                       \
    {                                                                                                      \
        return cuda_on_host::run(launch, [](void** values) { cuda_on_host::call(name, values); }, synchronises); \
    }
