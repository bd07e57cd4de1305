/* The conductor: runs the stages in order over a site, up to the finished bytes. Nothing is written
 * to disk here; who calls may give a sink for what is made. */
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

/* Takes what is made while it is made: faults may still be found, and whether any of it may stay is
 * known when build_site returns. */
typedef struct BuildSink {
    void (*open)(struct BuildSink *sink, Site *site,
                 Workers *workers); /* before the first page is rendered */
    /* In the thread that rendered the page: page->output.html ends with the call. */
    void (*take)(struct BuildSink *sink, Worker *worker, const Page *page);
} BuildSink;

Slice build_stage_name(BuildStage stage);

/* site->options must be set. False when an error stands: the reports say why, and the output must
 * stay as it was. `sink` may be NULL. */
bool build_site(Site *site, Workers *workers, BuildObserver *observer, BuildSink *sink);

/* Only the settings and the list of files, for commands that build nothing. False when site.yaml
 * cannot be used. */
bool build_read_settings(Site *site, Workers *workers);

/* Ends the life of all that the site holds. */
void build_close(Site *site, Workers *workers);

/* The report of every part of the site, for printing; returns how many. */
size_t build_reports(const Site *site, Arena *arena, const Report ***ret_reports);

#endif
