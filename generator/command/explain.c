/* qanat explain: prints the entry of docs/diagnostics.md for a code, or what the registry knows of
 * a field. */
#include "base/report.h"
#include "base/suggest.h"
#include "command/option.h"
#include "command/part.h"
#include "command/reference.h"
#include "model/registry.h"

#include <stdio.h>

static void print_types(const Field *field)
{
    if (field->types == 0) {
        puts("  pages    all types");
        return;
    }
    printf("  pages   ");
    for (PageType type = PAGE_HOME; type <= PAGE_GUIDE; type++) {
        if (field->types & PAGE_TYPE_BIT(type))
            printf(" %.*s", SLICE_FORMAT(page_type_words[type]));
    }
    putchar('\n');
}

static void print_words(const Field *field)
{
    if (field->word_count == 0)
        return;
    printf("  one of  ");
    for (uint32_t i = 0; i < field->word_count; i++)
        printf(" %.*s", SLICE_FORMAT(field->words[i]));
    putchar('\n');
}

static void print_field(const Field *field)
{
    printf("%.*s\n  %.*s\n  %.*s\n", SLICE_FORMAT(field->name), SLICE_FORMAT(field->english),
           SLICE_FORMAT(field->persian));
    print_types(field);
    print_words(field);
    if (field->fallback.size > 0)
        printf("  default  %.*s\n", SLICE_FORMAT(field->fallback));
    printf("  %s\n", field->is_required ? "required"
                     : field->is_shared ? "shared: a translation takes it from its original"
                                        : "written per language");
}

/* A field may be named with its type: guide.time. */
static const Field *find_field(Slice name)
{
    Slice type, rest;
    size_t index;
    if (slice_cut(name, '.', &type, &rest))
        name = rest;
    return registry_find(name, &index);
}

static int tell_unknown(Slice name)
{
    Slice names[DIAGNOSTIC_CODE_COUNT + FRONT_MATTER_MAX_FIELDS];
    size_t count = registry_names(names);
    for (size_t i = 0; i < DIAGNOSTIC_CODE_COUNT; i++)
        names[count++] = diagnostic_name((DiagnosticCode) i);
    Slice nearest = suggest_one(name, names, count);
    fprintf(stderr, "qanat: there is no diagnostic and no field “%.*s”", SLICE_FORMAT(name));
    if (nearest.size > 0)
        fprintf(stderr, "; did you mean “%.*s”?", SLICE_FORMAT(nearest));
    fputc('\n', stderr);
    return EXIT_TROUBLE;
}

static int explain(Slice name)
{
    Slice entry = reference_entry(name);
    const Field *field = find_field(name);
    if (entry.size > 0)
        printf("%.*s\n", SLICE_FORMAT(slice_trim(entry)));
    else if (field)
        print_field(field);
    else
        return tell_unknown(name);
    return EXIT_DONE;
}

static void print_help(const Option *options, size_t count)
{
    puts(
        "usage: qanat explain CODE\n       qanat explain --all\n\nCODE is the code of a diagnostic "
        "(link/broken) or a front-matter field (guide.time).\n");
    option_print_help(options, count);
}

int command_explain(int argc, char *const argv[])
{
    Slice word;
    bool wants_all = false;
    const Option options[] = {
        {.name = SLICE_INIT("all"),
         .help = SLICE_INIT("print all fields, filters and diagnostics as JSON"),
         .flag = &wants_all},
    };
    OptionReader reader = {options, 1, .arguments = &word, .argument_max = 1};
    if (!option_read(&reader, argc, argv))
        return EXIT_TROUBLE;
    if (reader.wants_help) {
        print_help(options, 1);
        return EXIT_DONE;
    }
    if (wants_all == (reader.argument_count > 0)) {
        fputs("qanat: explain wants a code or a field, such as: qanat explain link/broken\n",
              stderr);
        return EXIT_TROUBLE;
    }
    if (!wants_all)
        return explain(word);
    reference_print();
    return EXIT_DONE;
}
