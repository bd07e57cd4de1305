/* What every unit test stands on: cmocka in the order of headers it needs, and comparisons of
 * Slices that show both sides. A test folder names its cases by sentences about behaviour. */
#ifndef UNIT_TEST_H
#define UNIT_TEST_H

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on

#include "base/arena.h"
#include "base/slice.h"

#include <stdio.h>

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Fails unless the slice holds the bytes of the string. */
#define assert_slice(actual, expected) assert_slices((actual), slice_of_string(expected))
#define assert_slices(actual, expected)                                                            \
    test_compare_slices((actual), (expected), __FILE__, __LINE__)

static inline void test_compare_slices(Slice actual, Slice expected, const char *file, int line)
{
    if (slice_equal(actual, expected))
        return;
    print_error("is:     “%.*s”\nwanted: “%.*s”\n", SLICE_FORMAT(actual), SLICE_FORMAT(expected));
    _fail(file, line);
}

#endif
