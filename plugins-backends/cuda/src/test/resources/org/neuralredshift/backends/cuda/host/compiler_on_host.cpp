// A libnvrtc for tests: it compiles CUDA C with g++ and cuda_on_host.h, HEADER says where that lies, into an image that
// driver_on_host.cpp loads.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <unistd.h>
#include <vector>

namespace {
enum Code { OK = 0, INVALID_OPTION = 5, COMPILATION = 6, INTERNAL = 11 };
struct Program {
    std::string source, image, log;
};
std::string read(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}
// With the entry of each kernel behind it. A kernel may meet barriers if its text has one, or that of any function before it.
std::string onHost(std::string source)
{
    source = std::regex_replace(
        source, std::regex("extern\\s+__shared__\\s+(?:__align__\\(\\d+\\)\\s+)?(\\w+)\\s+(\\w+)\\[\\];"),
        "$1* $2 = reinterpret_cast<$1*>(cuda_on_host::dynamicShared);");
    const std::regex kernel("extern\\s+\"C\"\\s+__global__\\s+void\\s+(?:__launch_bounds__\\([^)]*\\)\\s*)?(\\w+)\\s*\\(");
    std::string entries;
    bool everywhere = false;
    size_t end = 0;
    std::vector<std::pair<std::string, size_t>> kernels;
    for (std::sregex_iterator it(source.begin(), source.end(), kernel), last; it != last; ++it) {
        if (kernels.empty()) everywhere = source.substr(0, it->position()).find("__syncthreads") != std::string::npos;
        kernels.emplace_back((*it)[1], it->position());
    }
    for (size_t i = 0; i < kernels.size(); i++) {
        end = i + 1 < kernels.size() ? kernels[i + 1].second : source.size();
        const std::string text = source.substr(kernels[i].second, end - kernels[i].second);
        const bool synchronises = everywhere || text.find("__syncthreads") != std::string::npos;
        entries += "CUDA_ON_HOST_KERNEL(" + kernels[i].first + ", " + (synchronises ? "true" : "false") + ")\n";
    }
    return source + "\n" + entries;
}
} // namespace

extern "C" {
int nvrtcVersion(int* major, int* minor) { return *major = 13, *minor = 0, OK; }
int nvrtcGetNumSupportedArchs(int* count) { return *count = 4, OK; }
int nvrtcGetSupportedArchs(int* known)
{
    for (int capability : {75, 80, 90, 100}) *known++ = capability;
    return OK;
}
int nvrtcCreateProgram(Program** program, const char* source, const char*, int, const char* const*, const char* const*)
{
    return *program = new Program{source, "", ""}, OK;
}
int nvrtcDestroyProgram(Program** program)
{
    delete *program;
    return *program = nullptr, OK;
}
int nvrtcCompileProgram(Program* program, int count, const char* const* options)
{
    for (int i = 0; i < count; i++) {
        const std::string option = options[i];
        if (option != "--std=c++17" && option != "--fmad=false" && option.rfind("--gpu-architecture=sm_", 0)) {
            program->log = "unknown option " + option;
            return INVALID_OPTION;
        }
    }
    char name[] = "/tmp/cuda-on-host-XXXXXX";
    if (!mkdtemp(name)) return INTERNAL;
    const std::filesystem::path folder = name;
    std::ofstream(folder / "kernels.cpp") << onHost(program->source);
    const std::string command = "g++ -std=c++20 -O1 -w -fPIC -shared -ffp-contract=off -include " HEADER " -o " + (folder / "kernels.so").string()
        + " " + (folder / "kernels.cpp").string() + " 2> " + (folder / "log").string();
    const int status = system(command.c_str());
    program->log = read(folder / "log");
    if (status == 0) {
        const std::string object = read(folder / "kernels.so");
        const uint64_t length = object.size();
        program->image = std::string("ON-HOST\n") + std::string((const char*) &length, 8) + object;
    }
    std::filesystem::remove_all(folder);
    return status == 0 ? OK : COMPILATION;
}
int nvrtcGetPTXSize(Program*, size_t* size) { return *size = 0, INTERNAL; }
int nvrtcGetPTX(Program*, char*) { return INTERNAL; }
int nvrtcGetCUBINSize(Program* program, size_t* size) { return *size = program->image.size(), OK; }
int nvrtcGetCUBIN(Program* program, char* code) { return memcpy(code, program->image.data(), program->image.size()), OK; }
int nvrtcGetProgramLogSize(Program* program, size_t* size) { return *size = program->log.size() + 1, OK; }
int nvrtcGetProgramLog(Program* program, char* log) { return memcpy(log, program->log.c_str(), program->log.size() + 1), OK; }
const char* nvrtcGetErrorString(int code)
{
    switch (code) {
        case OK: return "NVRTC_SUCCESS";
        case INVALID_OPTION: return "NVRTC_ERROR_INVALID_OPTION";
        case COMPILATION: return "NVRTC_ERROR_COMPILATION";
        default: return "NVRTC_ERROR_INTERNAL_ERROR";
    }
}
}
