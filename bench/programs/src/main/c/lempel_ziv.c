/* Lempel-Ziv counts of a function on a grid, quantised to ten levels between its least and its largest value.
   cc -O3 -march=native -ffinite-math-only -fno-signed-zeros -shared -fPIC -o liblempelziv.so lempel_ziv.c */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LEVELS = 10, ROOT = 0, NONE = 0 };

/* A state of the suffix automaton fills one cache line. No transition leads to the root, so 0 is none. */
struct state {
    int32_t next[LEVELS];
    int32_t link;      /* its longest suffix in another state; -1 for the root */
    int32_t length;    /* of its longest string */
    int32_t first_end; /* where its strings end for the first time */
    int32_t unused[3];
};

struct node {
    int32_t next[LEVELS];
};

struct workspace {
    int32_t length;
    uint8_t *symbols;
    struct state *states;
    struct node *nodes;
};

void lempel_ziv_close(struct workspace *workspace) {
    if (workspace != NULL) {
        free(workspace->symbols);
        free(workspace->states);
        free(workspace->nodes);
        free(workspace);
    }
}

/* NULL where memory does not suffice. */
struct workspace *lempel_ziv_open(int32_t length) {
    struct workspace *workspace = calloc(1, sizeof *workspace);
    if (workspace == NULL) {
        return NULL;
    }
    workspace->length = length;
    workspace->symbols = malloc(length);
    workspace->states = aligned_alloc(sizeof(struct state), 2 * ((size_t) length + 1) * sizeof(struct state));
    workspace->nodes = malloc(((size_t) length + 1) * sizeof(struct node));
    if (workspace->symbols == NULL || workspace->states == NULL || workspace->nodes == NULL) {
        lempel_ziv_close(workspace);
        return NULL;
    }
    return workspace;
}

static void quantise(const float *restrict values, int32_t length, uint8_t *restrict symbols) {
    float least = values[0], largest = values[0];
    for (int32_t i = 1; i < length; i++) {
        least = values[i] < least ? values[i] : least;
        largest = values[i] > largest ? values[i] : largest;
    }
    float scale = largest > least ? LEVELS / (largest - least) : 0;
    for (int32_t i = 0; i < length; i++) {
        int32_t level = (int32_t) ((values[i] - least) * scale);
        symbols[i] = (uint8_t) (level < LEVELS - 1 ? level : LEVELS - 1);
    }
}

/* Phrases of LZ78: a phrase ends where it is new; an unfinished one at the end does not count. */
static int32_t lz78(const uint8_t *symbols, int32_t length, struct node *nodes) {
    int32_t count = 0, at = ROOT;
    memset(&nodes[ROOT], 0, sizeof(struct node));
    for (int32_t i = 0; i < length; i++) {
        int32_t *next = &nodes[at].next[symbols[i]];
        at = *next;
        if (at == NONE) {
            *next = ++count;
            memset(&nodes[count], 0, sizeof(struct node));
            at = ROOT;
        }
    }
    return count;
}

/* Blumer's construction, one symbol after the other. */
static void suffix_automaton(const uint8_t *symbols, int32_t length, struct state *states) {
    int32_t count = 1, last = ROOT;
    memset(&states[ROOT], 0, sizeof(struct state));
    states[ROOT].link = -1;
    for (int32_t i = 0; i < length; i++) {
        int symbol = symbols[i];
        int32_t added = count++, at = last;
        memset(&states[added], 0, sizeof(struct state));
        states[added].length = i + 1;
        states[added].first_end = i;
        while (at >= 0 && states[at].next[symbol] == NONE) {
            states[at].next[symbol] = added;
            at = states[at].link;
        }
        if (at >= 0) {
            int32_t found = states[at].next[symbol];
            if (states[at].length + 1 < states[found].length) {
                int32_t copy = count++;
                states[copy] = states[found];
                states[copy].length = states[at].length + 1;
                states[found].link = copy;
                do {
                    states[at].next[symbol] = copy;
                    at = states[at].link;
                } while (at >= 0 && states[at].next[symbol] == found);
                found = copy;
            }
            states[added].link = found;
        }
        last = added;
    }
}

/* Phrases of LZ76: a phrase ends with the first symbol that makes it one that did not end before; the last may be unfinished. */
static int32_t lz76(const uint8_t *symbols, int32_t length, struct state *states) {
    suffix_automaton(symbols, length, states);
    int32_t count = 0, at = ROOT;
    for (int32_t i = 0; i < length; i++) {
        at = states[at].next[symbols[i]];
        if (states[at].first_end == i) {
            count++;
            at = ROOT;
        }
    }
    return count + (at != ROOT);
}

/* Counts of one function: counts[0] LZ76, counts[1] LZ78, each where asked for. */
void lempel_ziv_count(struct workspace *workspace, const float *values, int32_t with_76, int32_t with_78, int32_t *counts) {
    quantise(values, workspace->length, workspace->symbols);
    if (with_76) {
        counts[0] = lz76(workspace->symbols, workspace->length, workspace->states);
    }
    if (with_78) {
        counts[1] = lz78(workspace->symbols, workspace->length, workspace->nodes);
    }
}
