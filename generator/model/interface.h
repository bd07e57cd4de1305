/* Interface texts that the engine itself writes (templates.md 8): one table of their keys and of
 * the values they get. They are declared before the catalogues are read, so that each language has
 * to have them and none can ask for a value that nobody gives. */
#ifndef MODEL_INTERFACE_H
#define MODEL_INTERFACE_H

#include "model/site.h"

#define INTERFACE_MAX_ARGUMENTS 2

/* Name, key, and the arguments: "n" is a number, all others are texts. */
#define INTERFACE_TEXTS(X)                                                                         \
    X(ALERT_NOTE, "alert.note", "", "")                                                            \
    X(ALERT_TIP, "alert.tip", "", "")                                                              \
    X(ALERT_IMPORTANT, "alert.important", "", "")                                                  \
    X(ALERT_WARNING, "alert.warning", "", "")                                                      \
    X(ALERT_CAUTION, "alert.caution", "", "")                                                      \
    X(ALPHABET_LETTER, "alphabet.letter", "title", "letter")                                       \
    X(ALPHABET_TITLE, "alphabet.title", "", "")                                                    \
    X(FOOTNOTES_BACK, "footnotes.back", "", "")                                                    \
    X(FOOTNOTES_BACK_TO, "footnotes.back-to", "n", "")                                             \
    X(FOOTNOTES_TITLE, "footnotes.title", "", "")                                                  \
    X(LINK_FILE, "link.file", "type", "size")                                                      \
    X(LIST_PAGE, "list.page", "title", "n")                                                        \
    X(NOT_FOUND_TITLE, "not-found.title", "", "")                                                  \
    X(REDIRECT_TEXT, "redirect.text", "", "")                                                      \
    X(TABLE_LABEL, "table.label", "n", "")                                                         \
    X(TASK_DONE, "task.done", "", "")                                                              \
    X(TASK_OPEN, "task.open", "", "")

typedef enum InterfaceText {
#define X(name, key, first, second) INTERFACE_##name,
    INTERFACE_TEXTS(X)
#undef X
        INTERFACE_TEXT_COUNT
} InterfaceText;

/* Makes site->messages and declares these texts and, where there are several languages, their
 * names. */
void interface_declare(Site *site);

/* Writes a text as plain, unescaped text in a language of the site; nothing for one that is
 * missing, which has been reported. `values` in the order of the table; NULL: it has none. */
void interface_write(const Site *site, const Language *language, InterfaceText text,
                     const MessageValue *values, Buffer *out);

/* What a language is called in another one: language.CODE. */
void interface_write_language(const Site *site, const Language *place, const Language *language,
                              Buffer *out);

#endif
