/**
 * The backend on ND4J. Called by the host only, through the service type.
 *
 * <p>{@code Lowering} turns a graph into a {@code Program}, a list of operations that ND4J has; {@code ExpressionLowering}
 * does so for the expression of a map. {@code MemoryPlan} lets values share memory. A {@code Dl4jSession} owns that memory,
 * lays ND4J's arrays over it, and runs the operations; {@code Nd4jLibrary} is the only one who starts ND4J.
 */
@NullMarked
package org.neuralredshift.backends.dl4j;

import org.jspecify.annotations.NullMarked;
