/* YAML as far as content needs it, read strictly: maps, lists and scalars that stay text. Aliases,
 * anchors, tags, merge keys, second documents, repeated keys and keys that are not words are
 * refused by name, so no file can grow in memory beyond its own size. Every fault is reported with
 * bytes of the file; words of libyaml never reach anybody (markup/doctor explains what it meant).
 * This module is the only user of libyaml. */
#ifndef MARKUP_YAML_H
#define MARKUP_YAML_H

#include "base/report.h"
#include "base/value.h"

#define YAML_MAX_DEPTH 12 /* of lists and maps below the file's own map */
#define YAML_MAX_KEY_SIZE 64

typedef struct YamlLimits {
    uint32_t max_size;  /* bytes */
    uint32_t max_nodes; /* keys and values */
} YamlLimits;

extern const YamlLimits YAML_FRONT_MATTER; /* 64 KiB, 4,096 nodes */
extern const YamlLimits YAML_SETTINGS;     /* 256 KiB, 4,096 nodes: site.yaml, messages */
extern const YamlLimits YAML_DATA;         /* 64 MiB, 65,536 nodes: data/ */

/* Reads the part as one map; an empty part is an empty map. Lists and maps lie in `tree`, which may
 * be `arena`. Keys and texts are views into part.source where they stand there as they are meant,
 * else they lie in `arena`; spans point into part.source. False when anything was reported;
 * *ret_value then holds nothing. */
bool yaml_read(Arena *arena, Arena *tree, Span part, const YamlLimits *limits, Report *report,
               Value *ret_value);

/* The whole file, without its byte order mark. */
bool yaml_read_file(Arena *arena, const Source *source, const YamlLimits *limits, Report *report,
                    Value *ret_value);

typedef struct FrontMatterBlock {
    bool is_present;
    uint32_t start, end; /* what stands between the two "---" lines */
    uint32_t body_start; /* the first byte of the text: behind the closing line, else behind the
                            byte order mark */
} FrontMatterBlock;

/* Finds the block at the top of a page. False and reported: a block that is never closed, that is
 * larger than 64 KiB, or that begins with "+++" or "{". *ret_block is set even then. */
bool yaml_find_front_matter(const Source *source, Report *report, FrontMatterBlock *ret_block);

#endif
