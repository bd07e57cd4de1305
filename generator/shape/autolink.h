/* Makes links of bare addresses: https://…, www.… and mail (editorial 5). The parser's own way
 * would take the comma behind a Persian sentence into the address. Private to shape. */
#ifndef SHAPE_AUTOLINK_H
#define SHAPE_AUTOLINK_H

#include "markup/node.h"
#include "text/token.h"

/* Links the addresses in a text node that stands in no link. `letters` and `tokens` are scratch. */
void autolink_text(Document *document, NodeId text, Letters *letters, TokenList *tokens);

/* True inside a link: an address there is its text already. */
bool autolink_is_inside_link(const Document *document, NodeId id);

#endif
