/* The door to cmark-gfm: parses, turns its tree into ours, lets nothing of it out. */
#include "markup/markdown.h"

#include "base/arena.h"
#include "base/report.h"
#include "base/utf8.h"
#include "markup/assembly.h"
#include "markup/directive.h"
#include "markup/guard.h"
#include "markup/note.h"

#define CMARK_NO_SHORT_NAMES // they are our names
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <assert.h>
#include <pthread.h>
#include <string.h>

#define MAX_INDENT 3         /* blanks before a mark; four begin code */
#define NOTE_INDENT 4        /* of what belongs to a footnote */
#define LAST_RAW_HTML_TYPE 5 /* script, comment and the like go on past blank lines */
#define BYTES_PER_NODE 8     /* less than any text that is not made of marks */

/* Set by markdown_setup and only read afterwards: the library keeps its extensions by pointer. */
static cmark_syntax_extension *directive_extension;
static cmark_syntax_extension *table_extension;
static cmark_syntax_extension *task_extension;
static cmark_syntax_extension *strike_extension;
static cmark_node_type directive_type;

/* Strikethrough switches tables of the whole process while a page is parsed. */
static pthread_mutex_t strike_lock = PTHREAD_MUTEX_INITIALIZER;

/* The allocator and the block hooks of the library have no context of their own. */
static _Thread_local struct {
    Arena *arena;
    Guard guard;
} parsing;

/* What the parser keeps about a directive. */
typedef struct Fence {
    uint32_t colons;
    uint32_t close_line; /* 0: open */
    bool is_leaf;
} Fence;

/* Memory: every piece remembers its size, because realloc is not told. */
typedef union Piece {
    size_t size;
    max_align_t align;
} Piece;

static void *take_piece(size_t count, size_t size)
{
    if (count != 1 && size != 0 && count > (SIZE_MAX - sizeof(Piece)) / size)
        arena_out_of_memory(SIZE_MAX);
    Piece *piece = arena_take(parsing.arena, sizeof(Piece) + count * size, _Alignof(Piece));
    piece->size = count * size;
    return piece + 1;
}

static void *resize_piece(void *old, size_t size)
{
    Piece *piece = old != NULL ? (Piece *) old - 1 : NULL;
    const size_t old_size = piece != NULL ? sizeof(Piece) + piece->size : 0;
    if (sizeof(Piece) + size <= old_size)
        return old;
    piece = arena_extend_raw(parsing.arena, piece, old_size, sizeof(Piece) + size, _Alignof(Piece));
    piece->size = size;
    return piece + 1;
}

static void leave_piece(void *piece)
{
    (void) piece;
}

static cmark_mem memory = {take_piece, resize_piece, leave_piece};

/* Steps from an open block into its last child as the line would; false where it cannot follow.
 * *indent is what is left of the line's indentation. */
static bool line_enters(const cmark_node *child, int *indent)
{
    int needed = 0;
    if (child->type == CMARK_NODE_ITEM)
        needed = child->as.list.marker_offset + child->as.list.padding;
    else if (child->type == CMARK_NODE_FOOTNOTE_DEFINITION)
        needed = NOTE_INDENT;
    else if (child->type != CMARK_NODE_LIST && child->type != directive_type)
        return false;
    *indent -= needed;
    return *indent >= 0;
}

/* Lines of an open code fence or script are not ours. */
static bool is_verbatim(const cmark_node *node)
{
    return (node->type == CMARK_NODE_CODE_BLOCK && node->as.code.fenced) ||
           (node->type == CMARK_NODE_HTML_BLOCK && node->as.html_block_type <= LAST_RAW_HTML_TYPE);
}

/* The innermost open directive of `colons` colons that the line reaches from `outer` on. */
static const cmark_node *find_closed(const cmark_node *outer, uint32_t colons, int indent)
{
    const cmark_node *found = NULL;
    const cmark_node *node = outer;
    for (;;) {
        const Fence *fence = node->type == directive_type ? node->user_data : NULL;
        if (fence != NULL && fence->colons == colons && fence->close_line == 0 &&
            indent <= MAX_INDENT)
            found = node;
        node = node->last_child;
        if (node == NULL || !(node->flags & CMARK_NODE__OPEN))
            return found;
        if (is_verbatim(node))
            return NULL;
        if (!line_enters(node, &indent))
            return found;
    }
}

static Slice line_from(const unsigned char *input, int len, int start)
{
    return slice_trim_end((Slice){(const char *) input + start, (size_t) (len - start)});
}

static Slice content_of(const cmark_node *node)
{
    return (Slice){(const char *) node->content.ptr, (size_t) node->content.size};
}

/* Everything up to the line break, which must stay: without it an empty paragraph begins there. */
static void consume_line(cmark_parser *parser, unsigned char *input, int len)
{
    const int offset = cmark_parser_get_offset(parser);
    cmark_parser_advance_offset(parser, (const char *) input, len - 1 - offset, 0);
}

static int match_directive(cmark_syntax_extension *extension, cmark_parser *parser,
                           unsigned char *input, int len, cmark_node *container)
{
    (void) extension;
    Fence *fence = container->user_data;
    // The closing line itself is matched, or it would be read as more of a paragraph inside.
    if (fence->is_leaf || fence->close_line != 0)
        return 0;
    const int start = cmark_parser_get_first_nonspace(parser);
    uint32_t colons = 0;
    if (input[start] != ':' ||
        directive_probe(line_from(input, len, start), &colons) != DIRECTIVE_CLOSE)
        return 1;
    if (find_closed(container, colons, cmark_parser_get_indent(parser)) == container) {
        fence->close_line = (uint32_t) cmark_parser_get_line_number(parser);
        consume_line(parser, input, len);
    }
    return 1;
}

static cmark_node *open_directive(cmark_syntax_extension *extension, int indented,
                                  cmark_parser *parser, cmark_node *parent, unsigned char *input,
                                  int len)
{
    const int start = cmark_parser_get_first_nonspace(parser);
    const Slice line = line_from(input, len, start);
    if (indented || line.size == 0)
        return NULL;
    const uint32_t number = (uint32_t) cmark_parser_get_line_number(parser);
    // Answering "paragraph" keeps the table extension from being asked.
    if (parent->type == CMARK_NODE_PARAGRAPH &&
        guard_refuses_row(&parsing.guard, content_of(parent), line, number))
        return parent;
    if (parser->current->type == CMARK_NODE_PARAGRAPH &&
        guard_refuses_text(&parsing.guard, content_of(parser->current).size, number)) {
        consume_line(parser, input, len);
        return NULL;
    }
    uint32_t colons = 0;
    const DirectiveLine kind = directive_probe(line, &colons);
    if (kind != DIRECTIVE_OPEN && kind != DIRECTIVE_LEAF)
        return NULL;
    cmark_node *node = cmark_parser_add_child(parser, parent, directive_type, start + 1);
    Fence *fence = take_piece(1, sizeof(Fence));
    *fence = (Fence){.colons = colons, .is_leaf = kind == DIRECTIVE_LEAF};
    node->extension = extension;
    node->user_data = fence;
    consume_line(parser, input, len);
    return node;
}

static int directive_holds(cmark_syntax_extension *extension, cmark_node *node,
                           cmark_node_type child)
{
    (void) extension;
    (void) node;
    return CMARK_NODE_TYPE_BLOCK_P(child) && child != CMARK_NODE_ITEM;
}

void markdown_setup(void)
{
    if (directive_extension != NULL)
        return;
    cmark_gfm_core_extensions_ensure_registered();
    table_extension = cmark_find_syntax_extension("table");
    task_extension = cmark_find_syntax_extension("tasklist");
    strike_extension = cmark_find_syntax_extension("strikethrough");
    directive_type = cmark_syntax_extension_add_node(0);
    directive_extension = cmark_syntax_extension_new("directive");
    cmark_syntax_extension_set_match_block_func(directive_extension, match_directive);
    cmark_syntax_extension_set_open_block_func(directive_extension, open_directive);
    cmark_syntax_extension_set_can_contain_func(directive_extension, directive_holds);
}

/* The parser writes &#xFFFE; and &#xFFFF; as single bytes that are no text. Only chunks with bytes
 * of their own can hold such: the others are views into the source, which has been checked. */
static Slice slice_of_chunk(const cmark_chunk *chunk)
{
    const Slice text = {(const char *) chunk->data, (size_t) chunk->len};
    return chunk->alloc ? utf8_mend(parsing.arena, text) : text;
}

static AssemblySpot spot_of(const cmark_node *node)
{
    return (AssemblySpot){(uint32_t) node->start_line, (uint32_t) node->start_column};
}

static size_t read_entity(Slice after, char ret_bytes[PHRASE_ENTITY_MAX_SIZE], size_t *ret_size)
{
    cmark_strbuf out;
    cmark_strbuf_init(&memory, &out, PHRASE_ENTITY_MAX_SIZE);
    const bufsize_t size =
        houdini_unescape_ent(&out, (const uint8_t *) after.at, (bufsize_t) after.size);
    if (size <= 0 || out.size > PHRASE_ENTITY_MAX_SIZE)
        return 0;
    const Slice letter = utf8_mend(parsing.arena, (Slice){(char *) out.ptr, (size_t) out.size});
    memcpy(ret_bytes, letter.at, letter.size);
    *ret_size = letter.size;
    return (size_t) size;
}

static bool enter_paragraph(Assembly *assembly, const cmark_node *node)
{
    AssemblyLines lines = {content_of(node), (uint32_t) node->start_line,
                           (uint32_t) node->end_line};
    // Lines above a table that belong to no row have no place of their own.
    if (node->start_line == 0 && node->next != NULL) {
        lines.first = (uint32_t) node->next->start_line;
        lines.last = lines.first + block_count_lines(lines.content) - 1;
    }
    return assembly_paragraph(assembly, &lines);
}

static bool enter_heading(Assembly *assembly, const cmark_node *node)
{
    const uint8_t level = (uint8_t) node->as.heading.level;
    const Slice content = content_of(node);
    if (!node->as.heading.setext)
        return assembly_heading(assembly, content, spot_of(node), level,
                                (uint32_t) node->internal_offset);
    const AssemblyLines lines = {content, (uint32_t) node->start_line, (uint32_t) node->end_line};
    return assembly_setext_heading(assembly, &lines, level);
}

static bool enter_list(Assembly *assembly, const cmark_node *node)
{
    const AssemblyList list = {.is_ordered = node->as.list.list_type == CMARK_ORDERED_LIST,
                               .is_tight = node->as.list.tight,
                               .has_parenthesis = node->as.list.delimiter == CMARK_PAREN_DELIM,
                               .start = node->as.list.start};
    return assembly_list(assembly, spot_of(node), &list);
}

static bool enter_footnote(Assembly *assembly, const cmark_node *node)
{
    // The parser puts the start behind the label.
    AssemblySpot spot = spot_of(node);
    spot.column -= (uint32_t) node->internal_offset;
    return assembly_footnote(assembly, spot, (size_t) node->as.literal.len);
}

static bool enter_table(Assembly *assembly, cmark_node *node)
{
    const cmark_node *row = node->first_child;
    const bool has_row_headers =
        row != NULL && row->first_child != NULL && content_of(row->first_child).size == 0;
    return assembly_table(assembly, spot_of(node), cmark_gfm_extensions_get_table_columns(node),
                          has_row_headers);
}

static bool enter_row(Assembly *assembly, const cmark_node *node)
{
    const cmark_node *above = node->parent->prev;
    uint32_t line = (uint32_t) node->start_line;
    // The first row counts from the paragraph that the parser has cut off above it.
    if (node->prev == NULL && above != NULL && above->type == CMARK_NODE_PARAGRAPH &&
        above->start_line == 0)
        line += block_count_lines(content_of(above));
    return assembly_row(assembly, line, node->prev == NULL);
}

/* Their kinds are numbered at run time, but no table stands in a table. */
static bool enter_table_part(Assembly *assembly, cmark_node *node)
{
    if (node->parent->extension != table_extension)
        return enter_table(assembly, node);
    cmark_node *table = node->parent->parent;
    if (table->extension != table_extension)
        return enter_row(assembly, node);
    return assembly_cell(assembly, content_of(node),
                         cmark_gfm_extensions_get_table_alignments(table));
}

static void add_code(Assembly *assembly, const cmark_node *node)
{
    const BlockCode code = {.info = slice_of_chunk(&node->as.code.info),
                            .literal = slice_of_chunk(&node->as.code.literal),
                            .line = (uint32_t) node->start_line,
                            .fence = node->as.code.fenced ? (char) node->as.code.fence_char : 0};
    assembly_code(assembly, spot_of(node), &code);
}

static void add_mark(Assembly *assembly, const cmark_node *node)
{
    int64_t number = 0;
    slice_to_int(slice_of_chunk(&node->as.literal), &number);
    phrase_mark(&assembly->phrase,
                &(MarkDetail){.label = slice_of_chunk(&node->parent_footnote_def->as.literal),
                              .number = (uint32_t) number});
}

static bool enter_extension(Assembly *assembly, cmark_node *node)
{
    if (node->extension == table_extension)
        return enter_table_part(assembly, node);
    if (node->extension == strike_extension)
        return assembly_inline(assembly, NODE_STRIKE);
    const Fence *fence = node->user_data;
    return assembly_directive(assembly, spot_of(node), fence->is_leaf,
                              fence->is_leaf || fence->close_line != 0);
}

static bool enter_block(Assembly *assembly, cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_BLOCK_QUOTE:
        return assembly_container(assembly, NODE_QUOTE, spot_of(node));
    case CMARK_NODE_LIST:
        return enter_list(assembly, node);
    case CMARK_NODE_ITEM:
        return assembly_item(assembly, spot_of(node), node->extension == task_extension);
    case CMARK_NODE_PARAGRAPH:
        return enter_paragraph(assembly, node);
    case CMARK_NODE_HEADING:
        return enter_heading(assembly, node);
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return enter_footnote(assembly, node);
    case CMARK_NODE_CODE_BLOCK:
        add_code(assembly, node);
        return false;
    case CMARK_NODE_HTML_BLOCK:
        assembly_html(assembly, spot_of(node), slice_of_chunk(&node->as.literal));
        return false;
    case CMARK_NODE_THEMATIC_BREAK:
        assembly_rule(assembly, spot_of(node));
        return false;
    default: // kinds of extensions are numbered at run time
        return enter_extension(assembly, node);
    }
}

static bool enter_inline(Assembly *assembly, cmark_node *node)
{
    switch (node->type) {
    case CMARK_NODE_TEXT:
        phrase_text(&assembly->phrase, slice_of_chunk(&node->as.literal));
        return false;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        phrase_break(&assembly->phrase, node->type == CMARK_NODE_LINEBREAK);
        return false;
    case CMARK_NODE_CODE:
        phrase_code(&assembly->phrase, slice_of_chunk(&node->as.literal));
        return false;
    case CMARK_NODE_HTML_INLINE:
        phrase_html(&assembly->phrase, slice_of_chunk(&node->as.literal));
        return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        add_mark(assembly, node);
        return false;
    case CMARK_NODE_EMPH:
        return assembly_inline(assembly, NODE_EMPHASIS);
    case CMARK_NODE_STRONG:
        return assembly_inline(assembly, NODE_STRONG);
    case CMARK_NODE_LINK:
        return assembly_inline(assembly, NODE_LINK);
    case CMARK_NODE_IMAGE:
        return assembly_inline(assembly, NODE_IMAGE);
    default: // kinds of extensions are numbered at run time
        return enter_extension(assembly, node);
    }
}

static void leave(Assembly *assembly, const cmark_node *node)
{
    const bool is_link = node->type == CMARK_NODE_LINK || node->type == CMARK_NODE_IMAGE;
    const Fence *fence = node->type == directive_type ? node->user_data : NULL;
    assembly_close(assembly, is_link ? slice_of_chunk(&node->as.link.url) : (Slice){0},
                   is_link ? slice_of_chunk(&node->as.link.title) : (Slice){0},
                   fence != NULL ? fence->close_line : 0);
}

static void assemble(Assembly *assembly, cmark_node *root)
{
    cmark_node *node = root->first_child;
    while (node != NULL) {
        const bool is_open =
            CMARK_NODE_BLOCK_P(node) ? enter_block(assembly, node) : enter_inline(assembly, node);
        if (is_open && node->first_child != NULL) {
            node = node->first_child;
            continue;
        }
        if (is_open)
            leave(assembly, node);
        while (node->next == NULL && node->parent != root) {
            node = node->parent;
            leave(assembly, node);
        }
        node = node->next;
    }
}

static cmark_node *finish(cmark_parser *parser, bool has_strike)
{
    if (!has_strike)
        return cmark_parser_finish(parser);
    cmark_parser_attach_syntax_extension(parser, strike_extension);
    pthread_mutex_lock(&strike_lock);
    cmark_node *root = cmark_parser_finish(parser);
    pthread_mutex_unlock(&strike_lock);
    return root;
}

/* Lays each line where the parser keeps an unfinished one: it seeks their ends byte by byte. */
static void feed_lines(cmark_parser *parser, const Typing *typing)
{
    for (uint32_t line = 1; line <= typing->line_count; line++) {
        const Slice text = typing_line(typing, line);
        cmark_strbuf_put(&parser->linebuf, (const uint8_t *) text.at, (bufsize_t) text.size);
        cmark_parser_feed(parser, "\n", 1);
    }
}

/* Positions come from the bytes, so the parser need not count columns (CMARK_OPT_SOURCEPOS). */
static cmark_node *parse(const Typing *typing)
{
    // With footnotes each line is asked for one, and the whole tree is walked once more.
    const int notes = slice_find_byte(typing->text, '^', &(size_t){0}) ? CMARK_OPT_FOOTNOTES : 0;
    const int options = CMARK_OPT_UNSAFE | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | notes;
    cmark_parser *parser = cmark_parser_new_with_mem(options, &memory);
    // Table answers for every line of a paragraph: extensions behind it are never asked.
    cmark_parser_attach_syntax_extension(parser, directive_extension);
    cmark_parser_attach_syntax_extension(parser, table_extension);
    cmark_parser_attach_syntax_extension(parser, task_extension);
    feed_lines(parser, typing);
    return finish(parser, slice_find_byte(typing->text, '~', &(size_t){0}));
}

static void read_document(Document *document, Arena *scratch, const Typing *typing, Report *report)
{
    Assembly *assembly = ARENA_NEW(scratch, Assembly);
    *assembly = (Assembly){document, scratch, report, typing, .read_entity = read_entity};
    builder_init(&assembly->builder, document);
    parsing.arena = scratch;
    parsing.guard = (Guard){0};
    assemble(assembly, parse(typing));
    parsing.arena = NULL;
    guard_report(&parsing.guard, typing, report);
    note_count_uses(document, scratch, report);
    note_check_definitions(document, typing, report);
}

Document *markdown_parse(Arena *arena, Arena *scratch, const Source *source, uint32_t body_offset,
                         Report *report)
{
    assert(directive_extension != NULL);
    const Span body = {source, body_offset, (uint32_t) source->bytes.size};
    Document *document = document_new(arena, scratch, source, body.end / BYTES_PER_NODE);
    const ArenaMark mark = arena_mark(scratch);
    *node_at(document, 0) = (Node){.kind = NODE_DOCUMENT, .start = body.start, .end = body.end};
    Typing *typing = ARENA_NEW(scratch, Typing);
    typing_prepare(typing, scratch, body);
    if (guard_admits(typing, report))
        read_document(document, scratch, typing, report);
    arena_rewind(scratch, mark);
    return document;
}
