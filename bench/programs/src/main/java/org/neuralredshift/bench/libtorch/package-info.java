/** The peer: PyTorch's C++ library, called as a well-tuned PyTorch program would call it. */
package org.neuralredshift.bench.libtorch;
