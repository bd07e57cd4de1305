/* What holds for a block by the elements around it: its language, its direction, and which rules
 * are off. Most blocks stand in elements that say nothing, so what holds for the page is worked out
 * once. Private to shape. */
#ifndef SHAPE_ENVIRONMENT_H
#define SHAPE_ENVIRONMENT_H

#include "markup/node.h"
#include "shape/prose.h"
#include "text/polish.h"

typedef struct Environment {
    PolishRules rules;
    const Language *language;
    Direction stated; /* by an element between the block and the page; none: DIRECTION_NONE */
    bool latin_digits;
} Environment;

typedef struct EnvironmentReader {
    const Document *document;
    const ProseSettings *settings;
    Environment plain; /* where no element says anything */
} EnvironmentReader;

void environment_init(EnvironmentReader *reader, const Document *document,
                      const ProseSettings *settings);

/* What holds below `id`. */
Environment environment_of(const EnvironmentReader *reader, NodeId id);

#endif
