/* What spans, directives and raw elements say about the words inside of them. */
#include "shape/environment.h"

#include "shape/flatten.h"

static const Language *find_language(const EnvironmentReader *reader, Slice tag)
{
    const Languages *languages = reader->settings->languages;
    const Language *language = languages == NULL ? NULL : languages_find(languages, tag);
    return language != NULL ? language : language_new(reader->document->arena, tag, DIRECTION_NONE);
}

static void read_language(const EnvironmentReader *reader, Slice tag, Environment *environment)
{
    if (tag.size == 0 || environment->language != NULL)
        return;
    environment->language = find_language(reader, tag);
    if (environment->stated == DIRECTION_NONE)
        environment->stated = environment->language->direction;
}

static bool is_off(const DirectiveAttribute *attribute, Slice key)
{
    return slice_equal(attribute->key, key) && slice_equal(attribute->value, SLICE("off"));
}

static void read_directive(const EnvironmentReader *reader, const DirectiveDetail *directive,
                           Environment *environment)
{
    environment->rules.typography.is_verse |= slice_equal(directive->name, SLICE("verse"));
    for (uint32_t i = 0; i < directive->attribute_count; i++) {
        const DirectiveAttribute *attribute = &directive->attributes[i];
        environment->rules.no_isolation |= is_off(attribute, SLICE("isolate"));
        environment->rules.no_typography |= is_off(attribute, SLICE("typography"));
        if (slice_equal(attribute->key, SLICE("lang")))
            read_language(reader, attribute->value, environment);
    }
}

static void read_node(const EnvironmentReader *reader, const Node *node, Environment *environment)
{
    if (environment->stated == DIRECTION_NONE && (node->flags & (NODE_LTR | NODE_RTL)))
        environment->stated = (node->flags & NODE_LTR) ? DIRECTION_LTR : DIRECTION_RTL;
    if (node->kind == NODE_SPAN) {
        environment->rules.no_isolation |= node->span->no_isolation;
        environment->rules.no_typography |= node->span->no_typography;
        environment->latin_digits |= node->span->latin_digits;
        read_language(reader, node->span->language, environment);
    } else if (node->kind == NODE_DIRECTIVE)
        read_directive(reader, node->directive, environment);
    else if (node->kind == NODE_ELEMENT) {
        Direction direction = DIRECTION_NONE;
        if (environment->stated == DIRECTION_NONE &&
            direction_find(flatten_attribute(node, SLICE("dir")), &direction))
            environment->stated = direction;
        read_language(reader, flatten_attribute(node, SLICE("lang")), environment);
    }
}

/* The rules of what has been read from the elements. */
static Environment settle(const EnvironmentReader *reader, Environment read)
{
    Environment environment = read;
    if (environment.language == NULL)
        environment.language = reader->settings->language;
    polish_rules_init(&environment.rules, environment.language);
    environment.rules.no_isolation = read.rules.no_isolation || reader->settings->no_isolation;
    environment.rules.no_typography = read.rules.no_typography || reader->settings->no_typography;
    environment.rules.typography.is_verse = read.rules.typography.is_verse;
    environment.rules.typography.keeps_digits |= environment.latin_digits;
    if (environment.stated != DIRECTION_NONE && environment.stated != environment.rules.base)
        polish_rules_turn(&environment.rules, environment.stated);
    return environment;
}

void environment_init(EnvironmentReader *reader, const Document *document,
                      const ProseSettings *settings)
{
    *reader = (EnvironmentReader){.document = document, .settings = settings};
    reader->plain = settle(reader, (Environment){0});
}

static bool says_something(const Node *node)
{
    return node->kind == NODE_SPAN || node->kind == NODE_DIRECTIVE || node->kind == NODE_ELEMENT ||
           (node->flags & (NODE_LTR | NODE_RTL));
}

Environment environment_of(const EnvironmentReader *reader, NodeId id)
{
    Environment read = {0};
    bool is_plain = true;
    for (; id != NODE_NONE; id = node_at(reader->document, id)->parent) {
        const Node *node = node_at(reader->document, id);
        if (!says_something(node))
            continue;
        read_node(reader, node, &read);
        is_plain = false;
    }
    return is_plain ? reader->plain : settle(reader, read);
}
