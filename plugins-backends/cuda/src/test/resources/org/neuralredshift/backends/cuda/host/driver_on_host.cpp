// A libcuda for tests: its cards are the processor, their memory that of the process, its kernels come from compiler_on_host.cpp. It
// refuses what a driver refuses: a thread without context, what belongs to another card, addresses that nobody allocated, launches that are too large. Memory is
// full of NaN until it is written, and a kernel that writes behind its end is found out when it is freed.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace {
enum Code {
    OK = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NO_DEVICE = 100, INVALID_DEVICE = 101, INVALID_IMAGE = 200, INVALID_CONTEXT = 201,
    INVALID_PTX = 218, INVALID_HANDLE = 400, NOT_FOUND = 500, ILLEGAL_ADDRESS = 700, LAUNCH_FAILED = 719
};
const std::map<int, std::pair<const char*, const char*>> NAMES = {
    {INVALID_VALUE, {"CUDA_ERROR_INVALID_VALUE", "invalid argument"}},
    {OUT_OF_MEMORY, {"CUDA_ERROR_OUT_OF_MEMORY", "out of memory"}},
    {NO_DEVICE, {"CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"}},
    {INVALID_DEVICE, {"CUDA_ERROR_INVALID_DEVICE", "invalid device ordinal"}},
    {INVALID_IMAGE, {"CUDA_ERROR_INVALID_IMAGE", "device kernel image is invalid"}},
    {INVALID_PTX, {"CUDA_ERROR_INVALID_PTX", "a PTX JIT compilation failed"}},
    {INVALID_CONTEXT, {"CUDA_ERROR_INVALID_CONTEXT", "invalid device context"}},
    {INVALID_HANDLE, {"CUDA_ERROR_INVALID_HANDLE", "invalid resource handle"}},
    {NOT_FOUND, {"CUDA_ERROR_NOT_FOUND", "named symbol not found"}},
    {ILLEGAL_ADDRESS, {"CUDA_ERROR_ILLEGAL_ADDRESS", "an illegal memory access was encountered"}},
    {LAUNCH_FAILED, {"CUDA_ERROR_LAUNCH_FAILED", "unspecified launch failure"}}};

const size_t GUARD = 256;
const char AFTER = 0x5a;
const uint64_t CONTEXT = 0xc0;
const int SHARED = 48 * 1024, SHARED_AT_MOST = 227 * 1024;

struct Launch {
    unsigned columns, rows, threads, sharedBytes;
    void** arguments;
};
struct Function {
    uint64_t context;
    int (*start)(const Launch*);
    int sharedBytes;
};
struct Module {
    uint64_t context;
    void* library;
    std::map<std::string, Function> functions;
};

std::mutex lock;
struct Block {
    uint64_t context;
    size_t bytes;
};
std::map<uint64_t, Block> memory, hostMemory;
std::map<uint64_t, Module> modules;
std::map<uint64_t, uint64_t> streams, used;
uint64_t number = 1;
std::map<uint64_t, double> events;
std::map<uint64_t, int> contexts;
thread_local uint64_t context = 0;

uint64_t total()
{
    const char* text = getenv("CUDA_ON_HOST_BYTES");
    return text ? strtoull(text, nullptr, 10) : uint64_t(1) << 30;
}
int cardCount = getenv("CUDA_ON_HOST_CARDS") ? atoi(getenv("CUDA_ON_HOST_CARDS")) : 1;
int cards() { return cardCount; }
std::map<int, uint64_t> launches;
// How many more launches succeed; then the card is lost, and every call fails as this one. Negative: all of them.
long lives = getenv("CUDA_ON_HOST_LAUNCHES") ? atol(getenv("CUDA_ON_HOST_LAUNCHES")) : -1;
bool inside(const std::map<uint64_t, Block>& blocks, uint64_t address, size_t bytes)
{
    auto after = blocks.upper_bound(address);
    if (after == blocks.begin()) return false;
    auto block = std::prev(after);
    return block->second.context == context && address + bytes <= block->first + block->second.bytes;
}
bool owns(uint64_t stream)
{
    auto found = streams.find(stream);
    return found != streams.end() && found->second == context;
}
} // namespace

#define LOCKED                                   \
    std::lock_guard<std::mutex> guard(lock);     \
    if (lives == 0) return LAUNCH_FAILED;        \
    if (contexts[context] == 0) return INVALID_CONTEXT

extern "C" {
// For tests: how many cards there are, all alike, and how many kernels one of them has started.
void cudaOnHostCards(int count) { cardCount = count; }
long cudaOnHostLaunches(int device) { return launches[device]; }
// For tests: lets so many launches succeed, less one; negative for all.
void cudaOnHostLives(long launches)
{
    std::lock_guard<std::mutex> guard(lock);
    lives = launches;
}
int cuInit(unsigned) { return cards() > 0 ? OK : NO_DEVICE; }
int cuDriverGetVersion(int* version) { return *version = 13000, OK; }
int cuDeviceGetCount(int* count) { return *count = cards(), OK; }
int cuDeviceGetName(char* name, int length, int) { return snprintf(name, length, "the processor as a card"), OK; }
int cuDeviceTotalMem_v2(size_t* bytes, int) { return *bytes = total(), OK; }
int cuDeviceGetAttribute(int* value, int attribute, int device)
{
    if (device < 0 || device >= cards()) return INVALID_DEVICE;
    switch (attribute) {
        case 13: *value = 1000000; return OK;
        case 16: *value = 1; return OK;
        case 75: *value = 9; return OK;
        case 76: *value = 0; return OK;
        case 97: *value = SHARED_AT_MOST; return OK;
        default: return INVALID_VALUE;
    }
}
int cuDevicePrimaryCtxRetain(uint64_t* handle, int device)
{
    std::lock_guard<std::mutex> guard(lock);
    if (lives == 0) return LAUNCH_FAILED;
    if (device < 0 || device >= cards()) return INVALID_DEVICE;
    contexts[CONTEXT + device]++;
    return *handle = CONTEXT + device, OK;
}
int cuDevicePrimaryCtxRelease_v2(int device)
{
    std::lock_guard<std::mutex> guard(lock);
    return contexts[CONTEXT + device] == 0 ? INVALID_CONTEXT : (contexts[CONTEXT + device]--, OK);
}
int cuCtxSetCurrent(uint64_t handle)
{
    std::lock_guard<std::mutex> guard(lock);
    if (contexts[handle] == 0) return INVALID_CONTEXT;
    return context = handle, OK;
}
int cuMemGetInfo_v2(size_t* available, size_t* all)
{
    LOCKED;
    *available = total() - used[context];
    return *all = total(), OK;
}
int cuMemAlloc_v2(uint64_t* address, size_t bytes)
{
    LOCKED;
    if (bytes == 0) return INVALID_VALUE;
    if (bytes > total() - used[context]) return OUT_OF_MEMORY;
    const size_t room = (bytes + 255) / 256 * 256;
    char* block = (char*) aligned_alloc(256, room + GUARD);
    if (!block) return OUT_OF_MEMORY;
    memset(block, 0xff, bytes);
    memset(block + bytes, AFTER, room - bytes + GUARD);
    used[context] += bytes;
    memory[(uint64_t) block] = {context, bytes};
    return *address = (uint64_t) block, OK;
}
int cuMemFree_v2(uint64_t address)
{
    LOCKED;
    auto block = memory.find(address);
    if (block == memory.end() || block->second.context != context) return INVALID_VALUE;
    char* end = (char*) address + block->second.bytes;
    const bool intact = std::all_of(end, end + GUARD, [](char c) { return c == AFTER; });
    used[context] -= block->second.bytes;
    memory.erase(block);
    free((void*) address);
    return intact ? OK : ILLEGAL_ADDRESS;
}
int cuMemAllocHost_v2(void** address, size_t bytes)
{
    LOCKED;
    *address = aligned_alloc(64, (bytes + 63) / 64 * 64);
    if (!*address) return OUT_OF_MEMORY;
    hostMemory[(uint64_t) *address] = {context, bytes};
    return OK;
}
int cuMemFreeHost(void* address)
{
    LOCKED;
    if (!hostMemory.erase((uint64_t) address)) return INVALID_VALUE;
    return free(address), OK;
}
int cuMemcpyHtoDAsync_v2(uint64_t target, const void* source, size_t bytes, uint64_t stream)
{
    LOCKED;
    if (!owns(stream)) return INVALID_HANDLE;
    if (!inside(memory, target, bytes) || !inside(hostMemory, (uint64_t) source, bytes)) return INVALID_VALUE;
    return memcpy((void*) target, source, bytes), OK;
}
int cuMemcpyDtoHAsync_v2(void* target, uint64_t source, size_t bytes, uint64_t stream)
{
    LOCKED;
    if (!owns(stream)) return INVALID_HANDLE;
    if (!inside(memory, source, bytes) || !inside(hostMemory, (uint64_t) target, bytes)) return INVALID_VALUE;
    return memcpy(target, (void*) source, bytes), OK;
}
int cuMemsetD32Async(uint64_t target, unsigned word, size_t words, uint64_t stream)
{
    LOCKED;
    if (!owns(stream)) return INVALID_HANDLE;
    if (!inside(memory, target, 4 * words)) return INVALID_VALUE;
    return std::fill_n((unsigned*) target, words, word), OK;
}
int cuStreamCreate(uint64_t* stream, unsigned)
{
    LOCKED;
    streams[*stream = number++] = context;
    return OK;
}
int cuStreamDestroy_v2(uint64_t stream)
{
    LOCKED;
    return owns(stream) && streams.erase(stream) ? OK : INVALID_HANDLE;
}
int cuStreamSynchronize(uint64_t stream)
{
    LOCKED;
    return owns(stream) ? OK : INVALID_HANDLE;
}
int cuEventCreate(uint64_t* event, unsigned)
{
    LOCKED;
    events[*event = number++] = -1;
    return OK;
}
int cuEventDestroy_v2(uint64_t event)
{
    LOCKED;
    return events.erase(event) ? OK : INVALID_HANDLE;
}
int cuEventRecord(uint64_t event, uint64_t stream)
{
    LOCKED;
    if (!owns(stream) || !events.count(event)) return INVALID_HANDLE;
    return events[event] = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(), OK;
}
int cuStreamWaitEvent(uint64_t stream, uint64_t event, unsigned)
{
    LOCKED;
    return owns(stream) && events.count(event) ? OK : INVALID_HANDLE;
}
int cuEventSynchronize(uint64_t event)
{
    LOCKED;
    return events.count(event) ? OK : INVALID_HANDLE;
}
int cuEventElapsedTime(float* milliseconds, uint64_t from, uint64_t to)
{
    LOCKED;
    if (!events.count(from) || !events.count(to) || events[from] < 0 || events[to] < 0) return INVALID_HANDLE;
    return *milliseconds = (float) (events[to] - events[from]), OK;
}
// The image: eight bytes that tell what it is, the length of a shared object, the shared object; or text, which ends with a zero.
int cuModuleLoadData(uint64_t* handle, const void* image)
{
    LOCKED;
    std::string object;
    if (!memcmp(image, "//PTX\n", 6)) {
        const std::string text = (const char*) image;
        if (text.size() < 12 || text.compare(text.size() - 6, 6, "//END\n")) return INVALID_PTX;
        for (const char* digits = text.c_str() + 6; *digits > ' '; digits += 2) {
            object += (char) std::stoi(std::string(digits, 2), nullptr, 16);
        }
    } else if (!memcmp(image, "ON-HOST\n", 8)) {
        uint64_t length;
        memcpy(&length, (const char*) image + 8, 8);
        object.assign((const char*) image + 16, length);
    } else {
        return INVALID_IMAGE;
    }
    const int file = memfd_create("kernels", MFD_CLOEXEC);
    if (write(file, object.data(), object.size()) != (ssize_t) object.size()) return OUT_OF_MEMORY;
    const std::string path = "/proc/self/fd/" + std::to_string(file);
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library) fprintf(stderr, "%s\n", dlerror());
    close(file);
    if (!library) return INVALID_IMAGE;
    modules[number] = {context, library, {}};
    return *handle = number++, OK;
}
int cuModuleUnload(uint64_t handle)
{
    LOCKED;
    auto module = modules.find(handle);
    if (module == modules.end() || module->second.context != context) return INVALID_HANDLE;
    dlclose(module->second.library);
    modules.erase(module);
    return OK;
}
int cuModuleGetFunction(uint64_t* handle, uint64_t module, const char* name)
{
    LOCKED;
    auto found = modules.find(module);
    if (found == modules.end() || found->second.context != context) return INVALID_HANDLE;
    void* symbol = dlsym(found->second.library, (std::string("launch_") + name).c_str());
    if (!symbol) return NOT_FOUND;
    Function& function = found->second.functions[name];
    if (!function.start) function = {context, (int (*)(const Launch*)) symbol, SHARED};
    return *handle = (uint64_t) &function, OK;
}
int cuFuncSetAttribute(uint64_t function, int attribute, int value)
{
    LOCKED;
    if (attribute != 8 || value > SHARED_AT_MOST) return INVALID_VALUE;
    ((Function*) function)->sharedBytes = value;
    return OK;
}
int cuLaunchKernel(
    uint64_t function, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX, unsigned blockY, unsigned blockZ,
    unsigned sharedBytes, uint64_t stream, void** arguments, void**)
{
    LOCKED;
    if (!owns(stream)) return INVALID_HANDLE;
    const Function& kernel = *(Function*) function;
    if (!gridX || !gridY || gridY > 65535 || gridZ != 1 || !blockX || blockX > 1024 || blockY != 1 || blockZ != 1
        || (int) sharedBytes > kernel.sharedBytes || kernel.context != context) {
        return INVALID_VALUE;
    }
    if (lives > 0 && --lives == 0) return LAUNCH_FAILED;
    launches[int(context - CONTEXT)]++;
    const Launch launch = {gridX, gridY, blockX, sharedBytes, arguments};
    return kernel.start(&launch) ? LAUNCH_FAILED : OK;
}
int cuGetErrorName(int code, const char** text)
{
    auto name = NAMES.find(code);
    if (name == NAMES.end()) return INVALID_VALUE;
    return *text = name->second.first, OK;
}
int cuGetErrorString(int code, const char** text)
{
    auto name = NAMES.find(code);
    if (name == NAMES.end()) return INVALID_VALUE;
    return *text = name->second.second, OK;
}
}
