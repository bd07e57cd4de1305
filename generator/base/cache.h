/* What is asked of the caches of the processor. Nothing here changes what a program computes. */
#ifndef BASE_CACHE_H
#define BASE_CACHE_H

#include <stddef.h>

#define CACHE_LINE_SIZE 64
#define CACHE_PREFETCH_MAX_SIZE ((size_t) 64 * 1024) /* more would drive out what is worked on */

/* Asks for memory to be at hand soon, while other work is done. */
static inline void cache_prefetch(const void *at, size_t size)
{
    if (size > CACHE_PREFETCH_MAX_SIZE)
        size = CACHE_PREFETCH_MAX_SIZE;
    for (size_t i = 0; i < size; i += CACHE_LINE_SIZE)
        __builtin_prefetch((const char *) at + i);
}

#endif
