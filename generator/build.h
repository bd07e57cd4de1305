/* The conductor: runs the stages in order over a site, up to the finished bytes. Nothing is written
 * to disk. */
#ifndef BUILD_H
#define BUILD_H

#include "model/site.h"

typedef enum BuildStage {
    BUILD_DISCOVER,
    BUILD_SHARED,
    BUILD_READ,
    BUILD_LINK,
    BUILD_RENDER,
    BUILD_SITE,
    BUILD_STAGE_COUNT
} BuildStage;

/* Told before a stage begins and after each page of a stage that goes over pages, from any thread.
 */
typedef struct BuildObserver {
    void (*begin)(struct BuildObserver *observer, BuildStage stage, size_t page_count);
    void (*advance)(struct BuildObserver *observer);
} BuildObserver;

Slice build_stage_name(BuildStage stage);

/* site->options must be set. False when an error stands: the reports say why, and nothing may be
 * written. */
bool build_site(Site *site, Workers *workers, BuildObserver *observer);

/* Only the settings and the list of files, for commands that build nothing. False when site.yaml
 * cannot be used. */
bool build_read_settings(Site *site);

/* Gives back what the site holds outside its own arenas. */
void build_close(Site *site);

/* The report of every part of the site, for printing; returns how many. */
size_t build_reports(const Site *site, Arena *arena, const Report ***ret_reports);

#endif
