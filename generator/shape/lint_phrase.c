/* Marks inside of a line that Markdown takes for text: stars, underscores, swapped brackets. Each
 * rule looks for its one byte first, which most pages do not hold outside of real marks. */
#include "base/utf8.h"
#include "shape/lint_part.h"
#include "text/class.h"

#define MAX_STARS 3          /* more are a decoration or a password */
#define MAX_LOOK_AROUND 2000 /* bytes of a link's text or address */

/* A run of stars that stands as text. */
typedef struct Run {
    size_t start, end;
    NodeId block; /* 0: no run */
} Run;

typedef struct Marks {
    uint32_t opener, closer;
} Marks;

static const Marks marks[] = {{0xAB, 0xBB},     {'(', ')'},       {'[', ']'}, {0x201C, 0x201D},
                              {0x2018, 0x2019}, {0x2039, 0x203A}, {'"', '"'}, {'\'', '\''}};

/* The mark that ends what `code` begins; 0: it begins nothing. */
static uint32_t closer_of(uint32_t code)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (marks[i].opener == code)
            return marks[i].closer;
    return 0;
}

static bool is_closer(uint32_t code)
{
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (marks[i].closer == code)
            return true;
    return false;
}

static Slice text_of(const Lint *lint, const Run *run)
{
    return slice_part(lint->bytes, run->start, run->end);
}

static size_t next_offset(const Lint *lint, size_t offset)
{
    utf8_next(lint->bytes, &offset);
    return offset;
}

static size_t previous_offset(const Lint *lint, size_t offset)
{
    utf8_previous(lint->bytes, &offset);
    return offset;
}

/* `**«x»**`, with a letter outside: the stars change places with the quotation marks. */
static void report_quote(const Lint *lint, DiagnosticCode code, const Run *open, const Run *close)
{
    const size_t inner = next_offset(lint, open->end);
    const size_t outer = previous_offset(lint, close->start);
    const Slice opener = slice_part(lint->bytes, open->end, inner);
    const Slice closer = slice_part(lint->bytes, outer, close->start);
    const Slice stars = text_of(lint, open);
    const Slice before[] = {opener, stars}, after[] = {stars, closer};
    const Edit edits[] = {
        lint_edit(lint, open->start, inner, slice_join(lint->scratch, before, 2, SLICE(""))),
        lint_edit(lint, outer, close->end, slice_join(lint->scratch, after, 2, SLICE(""))),
    };
    const Slice mended[] = {edits[0].text, slice_part(lint->bytes, inner, outer), edits[1].text};
    Diagnostic fault = lint_fault(lint, code, open->start, close->end);
    fault.words[0] = stars;
    fault.words[1] = code == DIAGNOSTIC_LINT_STRONG_CLOSE ? closer : opener;
    fault.words[2] = slice_join(lint->scratch, mended, 3, SLICE(""));
    fault.edits = edits;
    fault.edit_count = 2;
    fault.is_safe_fix = true;
    report_add(lint->report, &fault);
}

/* `**x «y»**z`: the last mark goes outside. Where it goes is the editor's choice. */
static void report_close(const Lint *lint, const Run *open, const Run *close)
{
    const size_t outer = previous_offset(lint, close->start);
    const Slice closer = slice_part(lint->bytes, outer, close->start);
    const Slice after[] = {text_of(lint, close), closer};
    const Edit edit =
        lint_edit(lint, outer, close->end, slice_join(lint->scratch, after, 2, SLICE("")));
    const Slice mended[] = {slice_part(lint->bytes, open->start, outer), edit.text};
    Diagnostic fault = lint_fault(lint, DIAGNOSTIC_LINT_STRONG_CLOSE, open->start, close->end);
    fault.words[0] = text_of(lint, close);
    fault.words[1] = closer;
    fault.words[2] = slice_join(lint->scratch, mended, 2, SLICE(""));
    fault.edits = &edit;
    fault.edit_count = 1;
    report_add(lint->report, &fault);
}

/* A number is no word: `2** 3` is a power. */
static bool touches_letter(const Lint *lint, const Run *run)
{
    const uint32_t sides[] = {lint_before(lint, run->start), lint_after(lint, run->end)};
    for (size_t i = 0; i < 2; i++)
        if (lint_is_letter(sides[i]) && !(class_of(sides[i]) & CLASS_DIGIT))
            return true;
    return false;
}

/* `** x **`: what is blank inside goes outside, where a letter would stick to the marks. */
static void report_space(const Lint *lint, const Run *open, const Run *close)
{
    size_t inner = open->end, outer = close->start;
    while (inner < outer && lint_is_blank(lint_after(lint, inner)))
        inner = next_offset(lint, inner);
    while (outer > inner && lint_is_blank(lint_before(lint, outer)))
        outer = previous_offset(lint, outer);
    const Slice stars = text_of(lint, open);
    const bool glued_before = inner > open->end && lint_is_letter(lint_before(lint, open->start));
    const bool glued_after = outer < close->start && lint_is_letter(lint_after(lint, close->end));
    const Slice before[] = {glued_before ? SLICE(" ") : SLICE(""), stars};
    const Slice after[] = {stars, glued_after ? SLICE(" ") : SLICE("")};
    const Edit edits[] = {
        lint_edit(lint, open->start, inner, slice_join(lint->scratch, before, 2, SLICE(""))),
        lint_edit(lint, outer, close->end, slice_join(lint->scratch, after, 2, SLICE(""))),
    };
    Diagnostic fault = lint_fault(lint, DIAGNOSTIC_LINT_STRONG_SPACE, open->start, close->end);
    fault.words[0] = stars;
    fault.edits = edits;
    fault.edit_count = 2;
    // Two that stand free may be operators: `x ** 2 + y ** 2`.
    fault.is_safe_fix = touches_letter(lint, open) || touches_letter(lint, close);
    report_add(lint->report, &fault);
}

/* True, and reported, when the two runs were meant as a pair. */
static bool judge_pair(const Lint *lint, const Run *open, const Run *close)
{
    const uint32_t inner = lint_after(lint, open->end);
    const uint32_t outer = lint_before(lint, close->start);
    const bool is_quoted = closer_of(inner) != 0 && closer_of(inner) == outer &&
                           next_offset(lint, open->end) < close->start;
    if (is_quoted && lint_is_letter(lint_after(lint, close->end))) {
        report_quote(lint, DIAGNOSTIC_LINT_STRONG_CLOSE, open, close);
        return true;
    }
    if (is_quoted && lint_is_letter(lint_before(lint, open->start))) {
        report_quote(lint, DIAGNOSTIC_LINT_STRONG_START, open, close);
        return true;
    }
    const bool is_strong = open->end - open->start > 1;
    if (is_strong && is_closer(outer) && !lint_is_blank(inner) &&
        lint_is_letter(lint_after(lint, close->end))) {
        report_close(lint, open, close);
        return true;
    }
    if (!is_strong || (!lint_is_blank(inner) && !lint_is_blank(outer)))
        return false;
    report_space(lint, open, close);
    return true;
}

/* Stars that touch no word were not meant to mark one, and `2**20` is a power. */
static bool touches_word(const Lint *lint, const Run *run)
{
    const uint32_t before = lint_before(lint, run->start), after = lint_after(lint, run->end);
    const bool is_power = (class_of(before) & class_of(after) & CLASS_DIGIT) != 0;
    return (lint_is_letter(before) || lint_is_letter(after)) && !is_power;
}

static void report_lonely(const Lint *lint, Run *run)
{
    if (run->block != NODE_NONE && run->end - run->start > 1 && touches_word(lint, run)) {
        Diagnostic fault = lint_fault(lint, DIAGNOSTIC_LINT_STRONG_OPEN, run->start, run->end);
        fault.words[0] = text_of(lint, run);
        report_add(lint->report, &fault);
    }
    *run = (Run){0};
}

/* `open`: by number of stars, the run that waits for its partner. */
static void judge_run(const Lint *lint, Run open[MAX_STARS + 1], const Run *run)
{
    for (size_t i = 1; i <= MAX_STARS; i++)
        if (open[i].block != run->block)
            report_lonely(lint, &open[i]);
    Run *partner = &open[run->end - run->start];
    if (partner->block != NODE_NONE && judge_pair(lint, partner, run)) {
        *partner = (Run){0};
        return;
    }
    report_lonely(lint, partner);
    *partner = *run;
}

void lint_stars(Lint *lint)
{
    Run open[MAX_STARS + 1] = {{0}};
    size_t found = 0;
    for (size_t at = 0; slice_find_byte(slice_from(lint->bytes, at), '*', &found);) {
        Run run = {.start = at + found, .end = at + found};
        while (run.end < lint->bytes.size && lint->bytes.at[run.end] == '*')
            run.end++;
        at = run.end;
        if (run.end - run.start > MAX_STARS || !lint_is_text(lint, run.start) ||
            lint_leaf(lint, run.end - 1) == NULL)
            continue;
        run.block = lint_leaf(lint, run.start)->block;
        judge_run(lint, open, &run);
    }
    for (size_t i = 1; i <= MAX_STARS; i++)
        report_lonely(lint, &open[i]);
}

/* True for what may stand in a word that is no address, name or hashtag. */
static bool is_word(uint32_t code)
{
    return code == '_' || code == 0x200C || (class_of(code) & (CLASS_ARABIC | CLASS_NSM)) != 0;
}

/* `آب_مهم_تر`: two underscores between Persian letters, not both at the edges of the word. */
static void judge_word(Lint *lint, size_t start, size_t end)
{
    size_t found[2] = {0}, count = 0;
    for (size_t i = start; i < end; i++)
        if (lint->bytes.at[i] == '_') {
            if (count == 2)
                return;
            found[count++] = i;
        }
    const bool is_between = count == 2 && found[1] > found[0] + 1;
    if (!is_between || (found[0] == start && found[1] == end - 1) ||
        !lint_is_text(lint, found[0]) || !lint_is_text(lint, found[1]))
        return;
    const Edit edits[] = {lint_edit(lint, found[0], found[0] + 1, SLICE("*")),
                          lint_edit(lint, found[1], found[1] + 1, SLICE("*"))};
    Diagnostic fault = lint_fault(lint, DIAGNOSTIC_LINT_UNDERSCORE, start, end);
    fault.edits = edits;
    fault.edit_count = 2;
    report_add(lint->report, &fault);
}

void lint_underscores(Lint *lint)
{
    size_t found = 0;
    for (size_t at = 0; slice_find_byte(slice_from(lint->bytes, at), '_', &found);) {
        size_t start = at + found, end = start;
        const size_t floor = at;
        while (start > floor && is_word(lint_before(lint, start)))
            start = previous_offset(lint, start);
        while (end < lint->bytes.size && is_word(lint_after(lint, end)))
            end = next_offset(lint, end);
        at = end;
        const uint32_t before = lint_before(lint, start), after = lint_after(lint, end);
        const bool is_free = (lint_is_blank(before) || closer_of(before) != 0) &&
                             (lint_is_blank(after) || is_closer(after) || after == 0x60C ||
                              after == 0x61B || after == 0x61F || after == '.' || after == '!');
        if (is_free)
            judge_word(lint, start, end);
    }
}

/* The bracket before `offset` that the one at `offset` closes; false where there is none near. */
static bool find_opener(const Lint *lint, size_t offset, char opener, size_t *ret_start)
{
    const char closer = lint->bytes.at[offset];
    size_t depth = 0;
    const size_t floor = offset > MAX_LOOK_AROUND ? offset - MAX_LOOK_AROUND : 0;
    for (size_t at = offset; at > floor; at--) {
        const char byte = lint->bytes.at[at - 1];
        if (byte == '\n')
            return false;
        if (byte == opener && depth-- == 0) {
            *ret_start = at - 1;
            return at < offset;
        }
        depth += byte == closer;
    }
    return false;
}

/* What stands behind `start` up to `closer`, when it is an address. */
static bool find_address(const Lint *lint, size_t start, char closer, size_t *ret_end)
{
    size_t found = 0;
    const Slice rest = slice_part(lint->bytes, start, start + MAX_LOOK_AROUND);
    if (!slice_find_byte(rest, closer, &found) || !lint_is_address(slice_to(rest, found)))
        return false;
    *ret_end = start + found;
    return true;
}

/* `(text)[address]`; `at` is the `[`. */
static void judge_swapped(Lint *lint, size_t at)
{
    size_t start = 0, end = 0;
    if (!lint_is_text(lint, at) || !find_address(lint, at + 1, ']', &end) ||
        !lint_is_text(lint, at - 1) || !find_opener(lint, at - 1, '(', &start) ||
        !lint_is_text(lint, start) || lint_after(lint, end + 1) == '(')
        return;
    const Edit edits[] = {lint_edit(lint, start, start + 1, SLICE("[")),
                          lint_edit(lint, at - 1, at + 1, SLICE("](")),
                          lint_edit(lint, end, end + 1, SLICE(")"))};
    Diagnostic fault = lint_fault(lint, DIAGNOSTIC_LINT_SWAPPED_LINK, start, end + 1);
    fault.words[0] = slice_print(lint->scratch, "[%.*s](%.*s)",
                                 SLICE_FORMAT(slice_part(lint->bytes, start + 1, at - 1)),
                                 SLICE_FORMAT(slice_part(lint->bytes, at + 1, end)));
    fault.edits = edits;
    fault.edit_count = 3;
    fault.is_safe_fix = true;
    report_add(lint->report, &fault);
}

/* `[text] (address)`; `at` is the `]`. */
static void judge_gap(Lint *lint, size_t at)
{
    size_t next = at + 1, start = 0, end = 0;
    while (next < lint->bytes.size && lint->bytes.at[next] == ' ')
        next++;
    if (next == at + 1 || next >= lint->bytes.size || lint->bytes.at[next] != '(' ||
        !find_address(lint, next + 1, ')', &end) || !lint_is_text(lint, at) ||
        !find_opener(lint, at, '[', &start) || !lint_is_text(lint, start))
        return;
    const Edit edit = lint_edit(lint, at + 1, next, SLICE(""));
    Diagnostic fault = lint_fault(lint, DIAGNOSTIC_LINT_LINK_GAP, start, end + 1);
    fault.edits = &edit;
    fault.edit_count = 1;
    fault.is_safe_fix = true;
    report_add(lint->report, &fault);
}

void lint_brackets(Lint *lint)
{
    size_t found = 0;
    for (size_t at = 0; slice_find_byte(slice_from(lint->bytes, at), '[', &found); at += found + 1)
        if (at + found > 0 && lint->bytes.at[at + found - 1] == ')')
            judge_swapped(lint, at + found);
    for (size_t at = 0; slice_find_byte(slice_from(lint->bytes, at), ']', &found); at += found + 1)
        judge_gap(lint, at + found);
}
