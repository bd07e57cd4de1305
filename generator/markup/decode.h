/* The text side of markup/tidy: text as typed becomes text as meant, escaped for XML, while shifts
 * remember where every byte of it stands in the file. One run is open at a time: between two tags,
 * or inside one attribute value. */
#ifndef MARKUP_DECODE_H
#define MARKUP_DECODE_H

#include "base/buffer.h"
#include "markup/tidy.h"

typedef struct Decoder {
    Arena *arena;
    const TidyInput *input;
    Tidied *tidied; /* shifts are added here */
    Buffer *xml;
    bool is_contiguous;     /* the text is a view into the file */
    uint32_t *line_texts;   /* otherwise: where each line starts in the text … */
    uint32_t *line_sources; /* … and in the file */
    size_t line_count;
    TidyRun run;
    bool is_shifted; /* the next byte needs a shift */
} Decoder;

void decode_init(Decoder *decoder, Arena *arena, const TidyInput *input, Tidied *tidied,
                 Buffer *xml);

/* The byte of the file where byte `at` of the text stands. */
uint32_t decode_place(const Decoder *decoder, size_t at);
Span decode_span(const Decoder *decoder, size_t start, size_t end);

void decode_start_run(Decoder *decoder, size_t at);
TidyRun decode_end_run(Decoder *decoder, size_t at);

/* Takes text over as it stands; carriage returns are left out. */
void decode_text(Decoder *decoder, size_t start, size_t end);

/* Something that leaves no text (a comment) ends here. */
void decode_skip(Decoder *decoder);

typedef enum DecodeResult {
    DECODE_FINE,
    DECODE_NOT_ENTITY, /* a mere "&": text */
    DECODE_UNKNOWN,    /* a name or number nobody may write */
} DecodeResult;

/* The entity at `at`, where an "&" stands; *ret_end is behind its ";". In templates a brace comes
 * out doubled, because it was not meant as an expression. */
DecodeResult decode_entity(Decoder *decoder, size_t at, size_t limit, size_t *ret_end);

#endif
