/* Every diagnostic there is: name, severity, code, and the sentence in English and in Persian. {0}
 * … {3} are the words the finder gives. A sentence is lower case, has no full stop, says what was
 * found and what was expected, and quotes the word at fault. Codes never change meaning; each has
 * an entry in docs/diagnostics.md and a case that shows it. One list for each group, in
 * alphabetical order of the codes. */
#ifndef BASE_CODES_H
#define BASE_CODES_H

// clang-format off
#define CODES_ASSET(X)

#define CODES_BUDGET(X)

#define CODES_CONFIG(X)

#define CODES_DATA(X)

#define CODES_FRONT_MATTER(X) \
    X(UNKNOWN_FIELD, ERROR, "front-matter/unknown-field", \
      "unknown field “{0}”", \
      "فیلدی به نام «{0}» نداریم")

#define CODES_IMAGE(X)

#define CODES_LINK(X)

#define CODES_MARKDOWN(X)

#define CODES_MESSAGE(X)

#define CODES_OUTPUT(X)

#define CODES_RENDER(X)

#define CODES_SYSTEM(X) \
    X(READ, ERROR, "system/read", \
      "cannot read: {0}", \
      "خوانده نمی\u200cشود: {0}") \
    X(SIZE, ERROR, "system/size", \
      "file is larger than {0}", \
      "پرونده از {0} بزرگ\u200cتر است") \
    X(SPACE, ERROR, "system/space", \
      "no space left to write", \
      "جایی برای نوشتن نمانده است") \
    X(WRITE, ERROR, "system/write", \
      "cannot write: {0}", \
      "نوشته نمی\u200cشود: {0}")

#define CODES_TEMPLATE(X)

#define CODES_TEXT(X) \
    X(BIDI_CONTROL, ERROR, "text/bidi-control", \
      "{0} changes the direction of what follows and hides it; remove it", \
      "نویسهٔ {0} جهت متن پس از خود را پنهانی برمی\u200cگرداند؛ آن را پاک کنید") \
    X(CONTROL, ERROR, "text/control", \
      "control character {0}; remove it", \
      "نویسهٔ کنترلی {0}؛ آن را پاک کنید") \
    X(ENCODING, ERROR, "text/encoding", \
      "byte 0x{0} is not UTF-8; save the file as UTF-8", \
      "بایت 0x{0} با UTF-8 نمی\u200cخواند؛ پرونده را با رمزگذاری UTF-8 ذخیره کنید")

#define CODES_TRANSLATION(X)

#define CODES_YAML(X)

#define DIAGNOSTIC_CODES(X) \
    CODES_ASSET(X) \
    CODES_BUDGET(X) \
    CODES_CONFIG(X) \
    CODES_DATA(X) \
    CODES_FRONT_MATTER(X) \
    CODES_IMAGE(X) \
    CODES_LINK(X) \
    CODES_MARKDOWN(X) \
    CODES_MESSAGE(X) \
    CODES_OUTPUT(X) \
    CODES_RENDER(X) \
    CODES_SYSTEM(X) \
    CODES_TEMPLATE(X) \
    CODES_TEXT(X) \
    CODES_TRANSLATION(X) \
    CODES_YAML(X)
// clang-format on

#endif
