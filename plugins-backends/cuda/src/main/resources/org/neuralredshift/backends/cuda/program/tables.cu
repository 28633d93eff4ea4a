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
