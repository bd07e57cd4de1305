/* The language and direction of a place (templates.md 4): t-lang, and dir written by hand. */
#ifndef TEMPLATE_SPEECH_H
#define TEMPLATE_SPEECH_H

#include "template/compiler.h"

typedef struct SpeechState {
    bool is_open;
    uint16_t slot; /* of the frame, where the old place is kept */
} SpeechState;

/* Changes the place before an element's start tag; closed behind its end tag. */
SpeechState speech_open(Compiler *compiler, const XmlNode *node, const XmlAttribute *lang);
void speech_close(Compiler *compiler, const SpeechState *place);

/* The language of 'en' or 'de ltr'; NULL after a fault. */
const Language *speech_read_language(Compiler *compiler, Slice text, Span span);

#endif
