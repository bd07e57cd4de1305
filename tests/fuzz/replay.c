/* Runs a fuzz target over a corpus without a fuzzing compiler: each input as it is, every beginning
 * of it, and with each byte replaced by a few hostile ones. One TAP point for each input. A target
 * that finds a fault aborts. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_INPUT_SIZE 65536
/* Longer inputs are run as they are: their variants would take minutes. */
#define MAX_VARIED_SIZE 512

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A copy of exactly its size, so that AddressSanitizer sees a read past the end. */
static void run(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size > 0 ? size : 1);
    if (copy == NULL)
        abort();
    if (size > 0)
        memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

static void run_variants(uint8_t *data, size_t size)
{
    static const uint8_t hostile[] = {0x00, '\n', '{', '"', ':', 0x80, 0xe2};
    for (size_t end = 0; end < size; end++)
        run(data, end);
    for (size_t i = 0; i < size; i++) {
        uint8_t kept = data[i];
        for (size_t k = 0; k < sizeof(hostile); k++) {
            data[i] = hostile[k];
            run(data, size);
        }
        data[i] = kept;
    }
}

static int replay(const char *folder, const char *name)
{
    static uint8_t data[MAX_INPUT_SIZE];
    char path[4096];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return -1;
    size_t size = fread(data, 1, sizeof(data), file);
    fclose(file);
    run(data, size);
    if (size <= MAX_VARIED_SIZE)
        run_variants(data, size);
    return 0;
}

static int is_input(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int main(int argc, char *argv[])
{
    struct dirent **entries;
    int count = argc == 2 ? scandir(argv[1], &entries, is_input, alphasort) : -1;
    if (count <= 0) {
        fprintf(stderr, "usage: %s FOLDER-WITH-INPUTS\n", argv[0]);
        return 2;
    }
    int failed = 0;
    printf("TAP version 13\n1..%d\n", count);
    for (int i = 0; i < count; i++) {
        int fault = replay(argv[1], entries[i]->d_name);
        failed += fault != 0;
        printf("%s %d - %s\n", fault == 0 ? "ok" : "not ok", i + 1, entries[i]->d_name);
        fflush(stdout);
        free(entries[i]);
    }
    free(entries);
    return failed > 0;
}
