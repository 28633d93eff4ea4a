// A libnvrtc for tests: it compiles CUDA C with g++ and cuda_on_host.h, COMPILER is the beginning of the command, into an image that
// driver_on_host.cpp loads. What stands for text (PTX) is the same in hexadecimal digits, with a last line that nothing but the closing
// zero follows; its length is such that whoever leaves the zero out finds the books of malloc there, which are not 0.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

namespace {
enum Code { OK = 0, INVALID_OPTION = 5, COMPILATION = 6, INTERNAL = 11 };
struct Program {
    std::string source, image, text, log;
};
std::string read(const std::filesystem::path& path)
{
    std::string bytes(std::filesystem::file_size(path), 0);
    FILE* file = fopen(path.c_str(), "rb");
    bytes.resize(fread(bytes.data(), 1, bytes.size(), file));
    fclose(file);
    return bytes;
}
void write(const std::filesystem::path& path, const std::string& bytes)
{
    FILE* file = fopen(path.c_str(), "wb");
    fwrite(bytes.data(), 1, bytes.size(), file);
    fclose(file);
}
std::string hexadecimal(const std::string& bytes)
{
    std::string text = "//PTX\n";
    for (unsigned char byte : bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    text += '\n';
    while (text.size() % 16 != 2) text += ' ';
    return text + "//END\n";
}
// With the entry of each kernel behind it. A kernel may meet barriers if its text has one, or that of any function before the first.
std::string onHost(std::string source)
{
    const std::string shared = "extern __shared__ float4 dynamicShared[];", begin = "extern \"C\" __global__ void ";
    for (size_t memory; (memory = source.find(shared)) != std::string::npos;) {
        source.replace(memory, shared.size(), "float4* const dynamicShared = (float4*) cuda_on_host::dynamicShared;");
    }
    const size_t first = source.find(begin);
    const bool everywhere = source.substr(0, first).find("__syncthreads") != std::string::npos;
    std::string entries;
    for (size_t here = first, next; here != std::string::npos; here = next) {
        next = source.find(begin, here + 1);
        const std::string text = source.substr(here + begin.size(), next - here - begin.size());
        const size_t bounds = text.rfind("__launch_bounds__(", 0) ? 0 : text.find(") ") + 2;
        const bool synchronises = everywhere || text.find("__syncthreads") != std::string::npos;
        entries += "CUDA_ON_HOST_KERNEL(" + text.substr(bounds, text.find('(', bounds) - bounds) + ", "
            + (synchronises ? "true" : "false") + ")\n";
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
    return *program = new Program{source, "", "", ""}, OK;
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
        if (option != "--std=c++17" && option != "--fmad=false" && option.rfind("--gpu-architecture=sm_", 0)
            && option.rfind("--gpu-architecture=compute_", 0)) {
            program->log = "unknown option " + option;
            return INVALID_OPTION;
        }
    }
    std::string name = (std::filesystem::temp_directory_path() / "cuda-on-host-XXXXXX").string();
    if (!mkdtemp(name.data())) return INTERNAL;
    const std::filesystem::path folder = name;
    write(folder / "kernels.cpp", onHost(program->source));
    const std::string command = COMPILER " -o " + (folder / "kernels.so").string() + " " + (folder / "kernels.cpp").string()
        + " 2> " + (folder / "log").string();
    const int status = system(command.c_str());
    program->log = read(folder / "log");
    if (status == 0) {
        const std::string object = read(folder / "kernels.so");
        const uint64_t length = object.size();
        program->image = std::string("ON-HOST\n") + std::string((const char*) &length, 8) + object;
        program->text = hexadecimal(object);
    }
    std::filesystem::remove_all(folder);
    return status == 0 ? OK : COMPILATION;
}
int nvrtcGetPTXSize(Program* program, size_t* size) { return *size = program->text.size() + 1, OK; }
int nvrtcGetPTX(Program* program, char* text) { return memcpy(text, program->text.c_str(), program->text.size() + 1), OK; }
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
