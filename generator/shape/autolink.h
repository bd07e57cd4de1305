/* Makes links of bare addresses: https://…, www.… and mail (editorial 5). The parser's own way
 * would take the comma behind a Persian sentence into the address. Private to shape. */
#ifndef SHAPE_AUTOLINK_H
#define SHAPE_AUTOLINK_H

#include "markup/node.h"
#include "text/token.h"

typedef struct Autolink {
    Document *document;
    Letters *letters; /* scratch */
    TokenList *tokens;
    Slice searched; /* a stretch of the source; whether it holds anything of an address: */
    bool has_address;
} Autolink;

void autolink_init(Autolink *autolink, Document *document, Letters *letters, TokenList *tokens);

/* Links the addresses in the texts from `first` up to the first block; those in links stay. */
void autolink_run(Autolink *autolink, NodeId first);

#endif
