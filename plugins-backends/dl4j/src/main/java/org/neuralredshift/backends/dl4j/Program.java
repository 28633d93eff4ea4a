package org.neuralredshift.backends.dl4j;

import java.util.List;
import java.util.Map;
import org.neuralredshift.api.graph.Graph;
import org.neuralredshift.api.graph.Tensor;

/**
 * A graph in operations of ND4J.
 *
 * @param graph that it computes
 * @param constants numbers of the program
 * @param inputs that networks share
 * @param scalars one number per network
 * @param weights of each network
 * @param states those that are read; a session loads them before each step
 * @param instructions in order; those of shared results run once, the others for each network
 * @param outputs by name
 * @param updates what states are in the next step
 */
record Program(
        Graph graph,
        Map<Value, float[]> constants,
        Map<Tensor.Input, Value> inputs,
        Map<Tensor.NetworkScalar, Value> scalars,
        Map<Tensor.Weight, Value> weights,
        Map<Tensor.State, Value> states,
        List<Instruction> instructions,
        Map<String, Value> outputs,
        Map<Tensor.State, Value> updates) {}
