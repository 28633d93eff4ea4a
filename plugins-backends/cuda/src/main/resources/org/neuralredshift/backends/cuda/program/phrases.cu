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
