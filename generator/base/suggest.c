/* Finds the known word nearest to a misspelt one. */
#include "base/suggest.h"

#include "base/utf8.h"

#define MAX_LENGTH 128 /* code points; nothing longer is compared */
#define NO_DISTANCE UINT32_MAX

typedef struct Folded {
    uint32_t letters[MAX_LENGTH];
    size_t count;
    bool is_too_long;
} Folded;

static uint32_t fold_letter(uint32_t letter)
{
    if (letter >= 'A' && letter <= 'Z')
        return letter - 'A' + 'a';
    if (letter == 0x064A || letter == 0x0649) // ي ى
        return 0x06CC;                        // ی
    if (letter == 0x0643)                     // ك
        return 0x06A9;                        // ک
    return letter;
}

static void fold(Slice word, Folded *ret_folded)
{
    ret_folded->count = 0;
    ret_folded->is_too_long = false;
    for (size_t i = 0; i < word.size;) {
        uint32_t letter = fold_letter(utf8_next(word, &i));
        if (letter == '-' || letter == '_')
            continue;
        if (ret_folded->count == MAX_LENGTH) {
            ret_folded->is_too_long = true;
            return;
        }
        ret_folded->letters[ret_folded->count++] = letter;
    }
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: insert, delete, replace, and swap of neighbours, each at cost one.
 * NO_DISTANCE for more than `limit`, most of which costs little to find out. */
static uint32_t measure(const Folded *a, const Folded *b, uint32_t limit)
{
    size_t gap = a->count > b->count ? a->count - b->count : b->count - a->count;
    if (a->is_too_long || b->is_too_long || gap > limit)
        return NO_DISTANCE;
    uint32_t least_above = 0;
    uint32_t rows[3][MAX_LENGTH + 1]; // two above, above, this one
    for (uint32_t j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a->count; i++) {
        uint32_t *row = rows[i % 3];
        const uint32_t *above = rows[(i + 2) % 3];
        const uint32_t *two_above = rows[(i + 1) % 3];
        row[0] = (uint32_t) i;
        uint32_t least_here = row[0];
        for (size_t j = 1; j <= b->count; j++) {
            uint32_t letter = a->letters[i - 1];
            uint32_t other = b->letters[j - 1];
            uint32_t replaced = above[j - 1] + (letter != other);
            row[j] = least(least(above[j], row[j - 1]) + 1, replaced);
            if (i > 1 && j > 1 && letter == b->letters[j - 2] && a->letters[i - 2] == other)
                row[j] = least(row[j], two_above[j - 2] + 1);
            least_here = least(least_here, row[j]);
        }
        if (least_here > limit && least_above > limit)
            return NO_DISTANCE; // rows only grow from these two
        least_above = least_here;
    }
    return rows[a->count % 3][b->count];
}

Slice suggest_one(Slice word, const Slice *known, size_t count)
{
    Folded wanted;
    fold(word, &wanted);
    if (wanted.count == 0)
        return (Slice){0};
    uint32_t limit = (uint32_t) wanted.count / 3;
    uint32_t best = (limit > 1 ? limit : 1) + 1;
    Slice winner = {0};
    for (size_t i = 0; i < count; i++) {
        Folded candidate;
        fold(known[i], &candidate);
        uint32_t distance = measure(&wanted, &candidate, best);
        if (distance < best) {
            best = distance;
            winner = known[i];
        } else if (distance == best && !slice_equal(winner, known[i])) {
            winner = (Slice){0}; // a tie: only something nearer still can win
        }
    }
    return winner;
}

size_t suggest_nearest(Slice word, const Slice *known, size_t count,
                       Slice ret_nearest[SUGGEST_MAX_NEAREST])
{
    Folded wanted;
    fold(word, &wanted);
    uint32_t distances[SUGGEST_MAX_NEAREST];
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        Folded candidate;
        fold(known[i], &candidate);
        uint32_t distance = measure(&wanted, &candidate, NO_DISTANCE);
        size_t place = found;
        while (place > 0 && distances[place - 1] > distance)
            place--;
        if (place == SUGGEST_MAX_NEAREST)
            continue;
        if (found < SUGGEST_MAX_NEAREST)
            found++;
        for (size_t j = found - 1; j > place; j--) {
            distances[j] = distances[j - 1];
            ret_nearest[j] = ret_nearest[j - 1];
        }
        distances[place] = distance;
        ret_nearest[place] = known[i];
    }
    return found;
}

void suggest_fill(Diagnostic *diagnostic, Slice word, const Slice *known, size_t count,
                  Edit *ret_edit)
{
    diagnostic->suggestion = suggest_one(word, known, count);
    if (diagnostic->suggestion.size == 0) {
        suggest_nearest(word, known, count, diagnostic->suggestions);
        return;
    }
    if (diagnostic->span.source == NULL)
        return;
    *ret_edit = (Edit){diagnostic->span, diagnostic->suggestion};
    diagnostic->edits = ret_edit;
    diagnostic->edit_count = 1;
    diagnostic->is_safe_fix = true;
}
