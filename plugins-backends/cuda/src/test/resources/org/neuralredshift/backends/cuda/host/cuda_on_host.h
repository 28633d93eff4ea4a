// CUDA C as C++20 on the processor: what a kernel sees of CUDA, and a loop over the blocks and threads of a launch. A kernel that
// calls __syncthreads has a stack of its own for each thread of a block, and runs from barrier to barrier; one launch at a time.
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

static ucontext_t scheduler, fibers[MOST_THREADS];
static bool done[MOST_THREADS];
static char* stacks;
static unsigned current;
static void (*body)(void**);
static void** arguments;
alignas(16) static char dynamicShared[MOST_SHARED];

static void enter()
{
    body(arguments);
    done[current] = true;
}

static inline void synchronise() { swapcontext(&fibers[current], &scheduler); }

// One block, from barrier to barrier: forwards and backwards in turns, so that a barrier that is missing is noticed. False if some
// threads wait at a barrier while others are at their end.
static inline bool block(unsigned threads)
{
    if (!stacks) stacks = (char*) malloc(MOST_THREADS * STACK);
    for (unsigned t = 0; t < threads; t++) {
        done[t] = false;
        getcontext(&fibers[t]);
        fibers[t].uc_stack.ss_sp = stacks + t * STACK;
        fibers[t].uc_stack.ss_size = STACK;
        fibers[t].uc_link = &scheduler;
        makecontext(&fibers[t], enter, 0);
    }
    for (unsigned round = 0; ; round++) {
        unsigned ended = 0;
        for (unsigned i = 0; i < threads; i++) {
            current = round & 1 ? threads - 1 - i : i;
            threadIdx.x = current;
            swapcontext(&scheduler, &fibers[current]);
            ended += done[current];
        }
        if (ended) return ended == threads;
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

static inline void __syncthreads() { cuda_on_host::synchronise(); }

// What a driver starts: 0, or 1 if the threads of a block part at a barrier.
#define CUDA_ON_HOST_KERNEL(name, synchronises)                                                            \
    extern "C" int launch_##name(const cuda_on_host::Launch* launch)                                       \
    {                                                                                                      \
        return cuda_on_host::run(launch, [](void** values) { cuda_on_host::call(name, values); }, synchronises); \
    }
