/* What is looked up once per site and used on every page. Private to render. */
#ifndef RENDER_PLAN_H
#define RENDER_PLAN_H

#include "model/view.h"
#include "template/run.h"

/* Interface texts that the engine itself writes (templates.md 8). */
#define PLAN_MESSAGES(X)                                                                           \
    X(ALERT_NOTE, "alert.note")                                                                    \
    X(ALERT_TIP, "alert.tip")                                                                      \
    X(ALERT_IMPORTANT, "alert.important")                                                          \
    X(ALERT_WARNING, "alert.warning")                                                              \
    X(ALERT_CAUTION, "alert.caution")                                                              \
    X(FOOTNOTES_TITLE, "footnotes.title")                                                          \
    X(FOOTNOTES_BACK, "footnotes.back")                                                            \
    X(LINK_FILE, "link.file")                                                                      \
    X(TABLE_LABEL, "table.label")                                                                  \
    X(TASK_DONE, "task.done")                                                                      \
    X(TASK_OPEN, "task.open")                                                                      \
    X(REDIRECT_TEXT, "redirect.text")

typedef enum PlanMessage {
#define X(name, key) PLAN_##name,
    PLAN_MESSAGES(X)
#undef X
        PLAN_MESSAGE_COUNT
} PlanMessage;

struct RenderPlan {
    const Component *hooks[HOOK_COUNT];
    const Component *pages[PAGE_TYPE_COUNT];
    const Message **messages;       /* [language][PlanMessage]; NULL: reported */
    const Message **language_names; /* [language][language]: language.CODE */
    int64_t style_size;             /* of the style sheets that stand outside pages */
    Slice *policies;                /* per page type: the content policy */
    Slice server_policy;            /* what all pages need, as a header of the server */
    Slice *titles, *descriptions;   /* of the site, per language, safe for plain text */
    Slice *publishers;              /* its name likewise */
};

/* An interface text in the language of row `row`. */
const Message *plan_message(const Site *site, size_t row, PlanMessage message);

/* Writes an interface text as plain, unescaped text. `values` as text/message wants them; NULL:
 * none. */
void plan_write(const Site *site, size_t row, PlanMessage message, const MessageValue *values,
                Buffer *out);

#endif
