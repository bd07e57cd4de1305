/* The table of hooks. */
#include "template/hook.h"

#include "template/set.h"

// clang-format off
static const HookForm forms[HOOK_COUNT] = {
    [HOOK_HEADING] = {SLICE_INIT("md-heading"), true,
        {{SLICE_INIT("level"), SLICE_INIT("int")}, {SLICE_INIT("id"), SLICE_INIT("text")}}},
    [HOOK_LINK] = {SLICE_INIT("md-link"), true,
        {{SLICE_INIT("href"), SLICE_INIT("url")},
         {SLICE_INIT("kind"), SLICE_INIT("page|heading|file|external|mail|phone")},
         {SLICE_INIT("target"), SLICE_INIT("page?")}, {SLICE_INIT("file"), SLICE_INIT("file?")},
         {SLICE_INIT("title"), SLICE_INIT("text?")}}},
    [HOOK_IMAGE] = {SLICE_INIT("md-image"), false,
        {{SLICE_INIT("image"), SLICE_INIT("image")}, {SLICE_INIT("title"), SLICE_INIT("text?")}}},
    [HOOK_FIGURE] = {SLICE_INIT("md-figure"), true,
        {{SLICE_INIT("image"), SLICE_INIT("image")}}},
    [HOOK_TABLE] = {SLICE_INIT("md-table"), true,
        {{SLICE_INIT("caption"), SLICE_INIT("inline?")},
         {SLICE_INIT("columns"), SLICE_INIT("int")}}},
    [HOOK_CODE] = {SLICE_INIT("md-code"), false,
        {{SLICE_INIT("language"), SLICE_INIT("text?")}, {SLICE_INIT("title"), SLICE_INIT("text?")},
         {SLICE_INIT("text"), SLICE_INIT("text")}}},
    [HOOK_QUOTE] = {SLICE_INIT("md-quote"), true, {{{0}, {0}}}},
    [HOOK_ALERT] = {SLICE_INIT("md-alert"), true,
        {{SLICE_INIT("kind"), SLICE_INIT("note|tip|important|warning|caution")},
         {SLICE_INIT("title"), SLICE_INIT("text")}}},
    [HOOK_LIST] = {SLICE_INIT("md-list"), true,
        {{SLICE_INIT("ordered"), SLICE_INIT("bool")}, {SLICE_INIT("start"), SLICE_INIT("int")},
         {SLICE_INIT("tasks"), SLICE_INIT("bool")}}},
    [HOOK_FOOTNOTE_REF] = {SLICE_INIT("md-footnote-ref"), false,
        {{SLICE_INIT("number"), SLICE_INIT("int")}, {SLICE_INIT("id"), SLICE_INIT("text")},
         {SLICE_INIT("href"), SLICE_INIT("url")}}},
    [HOOK_FOOTNOTES] = {SLICE_INIT("md-footnotes"), false,
        {{SLICE_INIT("notes"), SLICE_INIT("list of footnote")}}},
};
// clang-format on

const HookForm *hook_form(Hook hook)
{
    return &forms[hook];
}

const HookForm *hook_find(Slice name, Hook *ret_hook)
{
    for (size_t i = 0; i < HOOK_COUNT; i++) {
        if (slice_equal(forms[i].name, name)) {
            *ret_hook = (Hook) i;
            return &forms[i];
        }
    }
    return NULL;
}

const Component *template_find_hook(const TemplateSet *set, Hook hook)
{
    return set->hooks[hook];
}
