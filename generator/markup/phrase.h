/* Adds the inlines of one block to a Document and finds out where each stands. The parser gives
 * kinds and texts in order; a cursor follows them through the content of the block, so the places
 * come from the bytes and not from the parser's columns, which are wrong where a continuation line
 * is indented. Where the bytes are not what they should be, nodes get an empty span until the two
 * meet again. */
#ifndef MARKUP_PHRASE_H
#define MARKUP_PHRASE_H

#include "markup/builder.h"
#include "markup/place.h"

#define PHRASE_ENTITY_MAX_SIZE 8

/* Reads an entity behind its "&": writes what it stands for and returns its size in the text, 0
 * where there is none. Only the parser has the table. */
typedef size_t (*PhraseEntityReader)(Slice after, char ret_bytes[PHRASE_ENTITY_MAX_SIZE],
                                     size_t *ret_size);

typedef struct Phrase {
    Builder *builder;
    Report *report;
    PhraseEntityReader read_entity;
    Place place;
    uint32_t cursor; /* in the content */
    bool is_lost;
} Phrase;

/* `phrase->place` is set by then. */
void phrase_begin(Phrase *phrase, Builder *builder, Report *report, PhraseEntityReader read_entity);

/* `literal` may be a view into the content. */
void phrase_text(Phrase *phrase, Slice literal);
void phrase_break(Phrase *phrase, bool is_hard);
void phrase_code(Phrase *phrase, Slice literal);
void phrase_html(Phrase *phrase, Slice literal);
void phrase_mark(Phrase *phrase, const MarkDetail *mark);

/* Emphasis, strong, strike, link or image; NODE_NONE where the tree is too deep. */
NodeId phrase_open(Phrase *phrase, NodeKind kind);

/* `address` and `title` are those of a link or image. */
void phrase_close(Phrase *phrase, Slice address, Slice title);

#endif
