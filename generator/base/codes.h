/* Every diagnostic there is: name, severity, code, and the sentence in English and in Persian. {0}
 * … {3} are the words the finder gives. A sentence is lower case, has no full stop, says what was
 * found and what was expected, and quotes the word at fault. Codes never change meaning; each has
 * an entry in docs/diagnostics.md and a case that shows it. One list for each group, in
 * alphabetical order of the codes; a code whose sentences differ by case has several rows.
 * long: one row for each sentence. */
#ifndef BASE_CODES_H
#define BASE_CODES_H

// clang-format off
#define CODES_ASSET(X) \
    X(ASSET_FOREIGN, ERROR, "asset/foreign", \
      "style sheet loads “{0}” from another host", \
      "برگهٔ سبک «{0}» را از میزبان دیگری می\u200cخواند") \
    X(ASSET_IMPORT_DEPTH, ERROR, "asset/import-depth", \
      "imports nest at most {0} deep", \
      "@import بیش از {0} لایه نمی\u200cشود") \
    X(ASSET_INLINE_URL, ERROR, "asset/inline-url", \
      "a style sheet inside pages cannot load “{0}”; link the sheet instead", \
      "برگهٔ سبکی که درون صفحه می\u200cنشیند نمی\u200cتواند «{0}» را بخواند؛ آن را پیوند دهید") \
    X(ASSET_MISSING, ERROR, "asset/missing", \
      "there is no file “{0}” beside this style sheet", \
      "کنار این برگهٔ سبک پروندهٔ «{0}» نیست") \
    X(ASSET_NAME, ERROR, "asset/name", \
      "file name “{0}” cannot stand in an address: use a–z, 0–9, hyphens and underscores", \
      "نام پروندهٔ «{0}» در نشانی جا نمی\u200cگیرد: از a تا z، رقم، خط تیره و زیرخط به کار " \
      "ببرید")

#define CODES_BUDGET(X) \
    X(BUDGET_HTML, ERROR, "budget/html", \
      "page has {0} bytes of HTML, site.yaml allows {1}", \
      "صفحه {0} بایت HTML دارد و site.yaml تا {1} اجازه می\u200cدهد") \
    X(BUDGET_HTML_DEFAULT, WARNING, "budget/html-default", \
      "page has {0} bytes of HTML, more than {1}", \
      "صفحه {0} بایت HTML دارد، بیش از {1}") \
    X(BUDGET_PAGE, ERROR, "budget/page", \
      "page loads {0} bytes, site.yaml allows {1}; the heaviest part is {2}", \
      "صفحه {0} بایت می\u200cخواند و site.yaml تا {1} اجازه می\u200cدهد؛ سنگین\u200cترین بخش " \
      "{2} است") \
    X(BUDGET_PAGE_DEFAULT, WARNING, "budget/page-default", \
      "page loads {0} bytes, more than {1}; the heaviest part is {2}", \
      "صفحه {0} بایت می\u200cخواند، بیش از {1}؛ سنگین\u200cترین بخش {2} است")

#define CODES_CONFIG(X) \
    X(CONFIG_BASE, ERROR, "config/base", \
      "base wants an address like https://example.org/ with / at the end, got “{0}”", \
      "base باید نشانی\u200cای مانند https://example.org/ با / در پایان باشد، نه «{0}»") \
    X(CONFIG_CHECK_LOWERED, ERROR, "config/check-lowered", \
      "{0} is an error and cannot be lowered", \
      "{0} خطاست و نمی\u200cتوان آن را سبک\u200cتر کرد") \
    X(CONFIG_CODE, ERROR, "config/code", \
      "there is no diagnostic “{0}”", \
      "پیامی با کد «{0}» نداریم") \
    X(CONFIG_CONTACT, ERROR, "config/contact", \
      "publisher needs at least one contact", \
      "ناشر دست\u200cکم یک راه تماس می\u200cخواهد") \
    X(DIRECTION_DIFFERS, WARNING, "config/direction-differs", \
      "“{0}” is usually written the other way than {1}", \
      "«{0}» معمولاً در جهتی جز {1} نوشته می\u200cشود") \
    X(DIRECTION_MISSING, ERROR, "config/direction-missing", \
      "language “{0}” states no direction; write direction: rtl or direction: ltr", \
      "زبان «{0}» جهت ندارد؛ بنویسید direction: rtl یا direction: ltr") \
    X(CONFIG_EDIT_URL, ERROR, "config/edit-url", \
      "edit_url wants an https address with “path” in braces in it, got “{0}”", \
      "edit_url باید نشانی https با واژهٔ path در آکولاد باشد، نه «{0}»") \
    X(FOLDER_NAME, ERROR, "config/folder-name", \
      "folder “{0}” cannot stand in an address: use a–z, 0–9 and single hyphens", \
      "پوشهٔ «{0}» در نشانی جا نمی\u200cگیرد: از a تا z، رقم و خط تیرهٔ تکی به کار ببرید") \
    X(ICU_DATA, ERROR, "config/icu-data", \
      "ICU's data for these languages is missing on this machine", \
      "دادهٔ ICU برای این زبان\u200cها روی این دستگاه نیست") \
    X(LANGUAGE_LOCALE, ERROR, "config/language-locale", \
      "ICU has no data for the locale “{0}”", \
      "ICU برای «{0}» داده\u200cای ندارد") \
    X(LANGUAGE_NOT_LISTED, ERROR, "config/language-not-listed", \
      "“{0}” is no language of this site; languages are listed in site.yaml", \
      "«{0}» زبان این سایت نیست؛ زبان\u200cها در site.yaml آمده\u200cاند") \
    X(LANGUAGE_TEXT, ERROR, "config/language-text", \
      "“{0}” has no text in “{1}”", \
      "«{0}» در زبان «{1}» متنی ندارد") \
    X(LANGUAGE_UNKNOWN, ERROR, "config/language-unknown", \
      "“{0}” is no language tag that is known", \
      "برچسب زبان «{0}» شناخته نیست") \
    X(CONFIG_MENU_DEPTH, ERROR, "config/menu-depth", \
      "menus nest at most {0} deep", \
      "منو بیش از {0} لایه نمی\u200cشود") \
    X(CONFIG_MENU_ENTRY, ERROR, "config/menu-entry", \
      "a menu entry has either page or url", \
      "هر مورد منو یا page دارد یا url") \
    X(MENU_HELD, WARNING, "config/menu-held", \
      "menu leads to {0}, which is a draft or not due yet; it is left out until then", \
      "منو به {0} می\u200cرسد که پیش\u200cنویس است یا وقتش نرسیده؛ تا آن زمان از منو بیرون " \
      "می\u200cماند") \
    X(MENU_LANGUAGE, NOTE, "config/menu-language", \
      "“{0}” does not exist in “{1}” and is left out of its menu", \
      "«{0}» در زبان «{1}» نیست و از منوی آن بیرون می\u200cماند") \
    X(MENU_PAGE, ERROR, "config/menu-page", \
      "menu leads to “{0}”, but there is no such page", \
      "منو به «{0}» می\u200cرسد، ولی چنین صفحه\u200cای نیست") \
    X(CONFIG_MISSING_KEY, ERROR, "config/missing-key", \
      "“{0}” is missing", \
      "«{0}» نیامده است") \
    X(CONFIG_NAME, ERROR, "config/name", \
      "“{0}” is no name: use a–z, 0–9 and hyphens", \
      "«{0}» نام نیست: از a تا z، رقم و خط تیره به کار ببرید") \
    X(NO_BASE, WARNING, "config/no-base", \
      "no base address: canonical links, alternates, feeds and sitemaps are left out", \
      "نشانی پایه نیست: پیوندهای اصلی، زبان\u200cهای دیگر، خوراک\u200cها و نقشهٔ سایت نوشته " \
      "نمی\u200cشوند") \
    X(HOME_HELD, ERROR, "config/no-home", \
      "the home page of language “{0}” is a draft, or its day has not come", \
      "صفحهٔ نخست زبان «{0}» پیش\u200cنویس است یا روز آن نرسیده است") \
    X(NO_HOME, ERROR, "config/no-home", \
      "language “{0}” has no home page; write this file", \
      "زبان «{0}» صفحهٔ نخست ندارد؛ این پرونده را بنویسید") \
    X(NO_INDEX, ERROR, "config/no-index", \
      "folder {0} has pages but no index.md", \
      "پوشهٔ {0} صفحه دارد ولی index.md ندارد") \
    X(NO_PAGES, ERROR, "config/no-pages", \
      "there are no pages here", \
      "در این پوشه صفحه\u200cای نیست") \
    X(CONFIG_NO_SITE, ERROR, "config/no-site", \
      "there is no site.yaml in this folder", \
      "در این پوشه site.yaml نیست") \
    X(PATH_LENGTH, ERROR, "config/path-length", \
      "path is longer than {0} characters", \
      "مسیر از {0} نویسه بلندتر است") \
    X(CONFIG_RANGE, ERROR, "config/range", \
      "“{0}” must be at least {1}", \
      "«{0}» باید دست\u200cکم {1} باشد") \
    X(CONFIG_SCHEME, ERROR, "config/scheme", \
      "“{0}” may not be allowed in links", \
      "«{0}» را نمی\u200cتوان در پیوندها مجاز کرد") \
    X(SECTION_DEPTH, ERROR, "config/section-depth", \
      "folders nest at most {0} deep", \
      "پوشه\u200cها بیش از {0} لایه نمی\u200cشوند") \
    X(CONFIG_TIMEZONE, ERROR, "config/timezone", \
      "there is no time zone “{0}”", \
      "منطقهٔ زمانی «{0}» وجود ندارد") \
    X(CONFIG_UNKNOWN_KEY, ERROR, "config/unknown-key", \
      "unknown key “{0}”", \
      "کلیدی به نام «{0}» نداریم") \
    X(CONFIG_URL, ERROR, "config/url", \
      "“{0}” is no address that may be linked to", \
      "«{0}» نشانی\u200cای نیست که بتوان به آن پیوند داد") \
    X(WRONG_FOLDER, ERROR, "config/wrong-folder", \
      "a page lies in the folder of its language, one of {0}", \
      "جای هر صفحه پوشهٔ زبان آن است، یکی از {0}")

#define CODES_DATA(X) \
    X(CSV_COLUMN, ERROR, "data/csv-column", \
      "column “{0}” is not described in data/{1}.yaml", \
      "ستون «{0}» در data/{1}.yaml توصیف نشده است") \
    X(CSV_QUOTE, ERROR, "data/csv-quote", \
      "the quote opened here is not closed before the next comma", \
      "گیومه\u200cای که اینجا باز شده پیش از ویرگول بعدی بسته نمی\u200cشود") \
    X(CSV_RAGGED, ERROR, "data/csv-ragged", \
      "row has {0} fields, but there are {1} columns", \
      "این ردیف {0} خانه دارد، ولی جدول {1} ستون دارد") \
    X(DATA_ID, ERROR, "data/id", \
      "“{0}” is no id: use a–z, 0–9, hyphens and underscores", \
      "«{0}» شناسه نیست: از a تا z، رقم، خط تیره و زیرخط به کار ببرید") \
    X(DATA_MISSING_KEY, ERROR, "data/missing-key", \
      "“{0}” is missing in “{1}”", \
      "«{0}» در «{1}» نیامده است") \
    X(DATA_NO_COLUMNS, ERROR, "data/no-columns", \
      "nothing describes this table; write its columns into {0}", \
      "این جدول شرحی ندارد؛ ستون\u200cهایش را در {0} بنویسید") \
    X(DATA_NUMBER, ERROR, "data/number", \
      "column “{0}” wants a number, got “{1}”", \
      "ستون «{0}» عدد می\u200cخواهد، نه «{1}»") \
    X(DATA_ROWS, ERROR, "data/rows", \
      "table “{0}” has no rows: write rows as a list, or a CSV file beside it", \
      "جدول «{0}» ردیفی ندارد: rows را به شکل فهرست بنویسید یا پروندهٔ CSV کنار آن بگذارید") \
    X(DATA_UNIT, ERROR, "data/unit", \
      "column “{0}” is in {2}, got “{1}”", \
      "یکای ستون «{0}» {2} است، نه «{1}»") \
    X(DATA_UNIT_TYPE, ERROR, "data/unit-type", \
      "column “{0}” has a unit, so its type is number", \
      "ستون «{0}» یکا دارد، پس نوع آن number است") \
    X(DATA_UNKNOWN_KEY, ERROR, "data/unknown-key", \
      "unknown key “{0}”", \
      "کلیدی به نام «{0}» نداریم")

#define CODES_FRONT_MATTER(X) \
    X(ARTICLE_DATE, ERROR, "front-matter/article-date", \
      "an article needs a date", \
      "نوشتار تاریخ (date) می\u200cخواهد") \
    X(FIELD_BLANK, ERROR, "front-matter/blank", \
      "“{0}” still holds the … of a new page; write it, or leave the page a draft", \
      "«{0}» هنوز … صفحهٔ تازه را دارد؛ آن را بنویسید یا صفحه را پیش\u200cنویس نگه دارید") \
    X(DATE_ORDER, ERROR, "front-matter/date-order", \
      "“{0}” lies before “{1}”", \
      "«{0}» پیش از «{1}» است") \
    X(FIELD_TYPE, ERROR, "front-matter/field-type", \
      "“{0}” does not belong to pages of type {1}", \
      "«{0}» فیلدِ صفحه\u200cهای نوع {1} نیست") \
    X(FRONT_MATTER_FORM, ERROR, "front-matter/form", \
      "only YAML front matter is read; it starts with ---", \
      "سرآغاز صفحه تنها به YAML خوانده می\u200cشود و با --- آغاز می\u200cشود") \
    X(FRONT_IMAGE_ALT, ERROR, "front-matter/image-alt", \
      "“{0}” has no alt text; describe the picture, or write decorative: true", \
      "«{0}» متن جایگزین ندارد؛ تصویر را توصیف کنید یا بنویسید decorative: true") \
    X(INDEX_TYPE, ERROR, "front-matter/index-type", \
      "type {0} is for index.md", \
      "نوع {0} برای index.md است") \
    X(LONG_DESCRIPTION, WARNING, "front-matter/long-description", \
      "“{0}” is longer than {1} characters and will be cut", \
      "«{0}» از {1} نویسه بلندتر است و بریده می\u200cشود") \
    X(LONG_TITLE, NOTE, "front-matter/long-title", \
      "title is longer than {1} characters and is cut in shared cards; give a shorter one as " \
      "short_title", \
      "عنوان از {1} نویسه بلندتر است و در کارت هم\u200cرسانی بریده می\u200cشود؛ عنوان " \
      "کوتاه\u200cتری در short_title بنویسید") \
    X(FRONT_IMAGE_SRC, ERROR, "front-matter/missing-field", \
      "image has no src; name the file of the picture, such as src: valve.jpg", \
      "image فیلد src ندارد؛ نام پروندهٔ تصویر را بنویسید، مانند src: valve.jpg") \
    X(MISSING_FIELD, ERROR, "front-matter/missing-field", \
      "“{0}” is missing; write a line “{0}: …” between the two lines ---", \
      "«{0}» نیامده است؛ میان دو سطر --- بنویسید «{0}: …»") \
    X(FRONT_MATTER_NEVER_CLOSED, ERROR, "front-matter/never-closed", \
      "front matter opened on line 1 is never closed", \
      "سرآغازی که در سطر 1 باز شده بسته نمی\u200cشود") \
    X(NO_SUCH_FIELD, ERROR, "front-matter/no-such-field", \
      "“{0}” is no field: {1}", \
      "«{0}» فیلد نیست: {1}") \
    X(FIELD_REPEATED, WARNING, "front-matter/repeated", \
      "“{0}” stands twice in “{1}”; take one away", \
      "«{0}» دو بار در «{1}» آمده است؛ یکی را بردارید") \
    X(SILENCE_CODE, ERROR, "front-matter/silence-code", \
      "there is no diagnostic “{0}”", \
      "پیامی با کد «{0}» نداریم") \
    X(SILENCE_ERROR, ERROR, "front-matter/silence-error", \
      "{0} is an error and cannot be silenced", \
      "{0} خطاست و نمی\u200cتوان آن را خاموش کرد") \
    X(SILENCE_REASON, ERROR, "front-matter/silence-reason", \
      "say why {0} does not hold here", \
      "بگویید چرا {0} اینجا درست نیست") \
    X(FRONT_MATTER_SIZE, ERROR, "front-matter/size", \
      "front matter is larger than 64 KiB", \
      "سرآغاز از ۶۴ کیبی\u200cبایت بزرگ\u200cتر است") \
    X(UNKNOWN_FIELD, ERROR, "front-matter/unknown-field", \
      "unknown field “{0}”", \
      "فیلدی به نام «{0}» نداریم") \
    X(MENU_UNKNOWN, ERROR, "front-matter/unknown-menu", \
      "there is no menu “{0}” in site.yaml", \
      "در site.yaml منویی به نام «{0}» نیست") \
    X(TERM_UNKNOWN, ERROR, "front-matter/unknown-term", \
      "“{0}” is not listed in data/{1}.yaml", \
      "«{0}» در data/{1}.yaml نیست")

#define CODES_IMAGE(X) \
    X(IMAGE_ALT, ERROR, "image/alt", \
      "picture has no alt text; describe it, or write - for a decoration", \
      "تصویر متن جایگزین ندارد؛ آن را توصیف کنید یا برای تصویر تزئینی - بنویسید") \
    X(IMAGE_ALT_LENGTH, ERROR, "image/alt-length", \
      "alt text is longer than 1,000 characters; say it in the text", \
      "متن جایگزین از ۱۰۰۰ نویسه بلندتر است؛ آن را در متن بیاورید") \
    X(IMAGE_EXIF, ERROR, "image/exif", \
      "{0} carries EXIF data, which may tell where and by whom it was taken; save it without", \
      "{0} دادهٔ EXIF دارد که جا و عکاس را فاش می\u200cکند؛ بی آن ذخیره کنید") \
    X(IMAGE_FORMAT, ERROR, "image/format", \
      "“{0}” is no picture that browsers show", \
      "«{0}» تصویری نیست که مرورگر نشان دهد") \
    X(IMAGE_MISSING, ERROR, "image/missing", \
      "there is no picture “{0}”; put it beside this page, or in content/_shared as “/…”", \
      "تصویر «{0}» نیست؛ آن را کنار همین صفحه یا با نشانی «/…» در content/_shared بگذارید") \
    X(IMAGE_SCHEME, ERROR, "image/scheme", \
      "a picture cannot come from “{0}:”; put a file beside this page and write its name", \
      "تصویر از «{0}:» خوانده نمی\u200cشود؛ پرونده\u200cای کنار همین صفحه بگذارید و نامش را " \
      "بنویسید") \
    X(IMAGE_SHARE_FORMAT, NOTE, "image/share-format", \
      "shared cards do not show {0} pictures; as the page's image give a PNG or JPEG", \
      "کارت هم\u200cرسانی تصویر {0} را نشان نمی\u200cدهد؛ برای تصویر صفحه PNG یا JPEG بدهید")

#define CODES_LINK(X) \
    X(ADDRESS_TWICE, ERROR, "link/address-twice", \
      "two pages have the address {0}, this one and {1}; give one of them another slug", \
      "دو صفحه نشانی {0} را دارند، این صفحه و {1}؛ به یکی slug دیگری بدهید") \
    X(ALIAS_CYCLE, ERROR, "link/alias-cycle", \
      "aliases name each other's pages in a circle: {0}", \
      "نشانی\u200cهای قدیمی دور خود می\u200cچرخند و به صفحهٔ یکدیگر می\u200cرسند: {0}") \
    X(ALIAS_FORM, ERROR, "link/alias-form", \
      "alias “{0}” must lead from the root to a file or a folder, such as /fa/old.html or " \
      "/fa/old/", \
      "نشانی قدیمی «{0}» باید از ریشه آغاز شود و به پرونده یا پوشه\u200cای برسد، مانند " \
      "/fa/old.html یا /fa/old/") \
    X(ALIAS_LIVE, ERROR, "link/alias-live", \
      "alias “{0}” is the address of {1}", \
      "نشانی قدیمی «{0}» نشانی زندهٔ {1} است") \
    X(ALIAS_TWICE, ERROR, "link/alias-twice", \
      "alias “{0}” is claimed by {1} too", \
      "نشانی قدیمی «{0}» را {1} هم خواسته است") \
    X(LINK_BROKEN, ERROR, "link/broken", \
      "there is no page {1}", \
      "صفحه\u200cای به نام {1} نیست") \
    X(LINK_CHARACTER, ERROR, "link/character", \
      "address holds a character that cannot stand there: {0}", \
      "در نشانی نویسه\u200cای هست که آنجا جا نمی\u200cگیرد: {0}") \
    X(LINK_EMPTY, ERROR, "link/empty", \
      "link leads nowhere", \
      "پیوند به جایی نمی\u200cرسد") \
    X(LINK_FILE, ERROR, "link/file", \
      "there is no file “{0}”; pages are linked by their source, ending in .md", \
      "پروندهٔ «{0}» پیدا نشد؛ به صفحه\u200cها با نام متن آن\u200cها، با پایان .md، پیوند " \
      "دهید") \
    X(FILE_NAME, ERROR, "link/file-name", \
      "“{0}” cannot stand in an address; add slug: {1}", \
      "«{0}» در نشانی جا نمی\u200cگیرد؛ بیفزایید slug: {1}") \
    X(LINK_FRAGMENT, ERROR, "link/fragment", \
      "there is no heading “{0}” on {1}", \
      "در {1} سرتیتری با شناسهٔ «{0}» نیست") \
    X(LINK_HELD, ERROR, "link/held", \
      "{0} is a draft or not due yet; readers would find nothing there", \
      "{0} پیش\u200cنویس است یا وقتش نرسیده؛ خواننده آنجا چیزی نمی\u200cیابد") \
    X(LINK_HOST, ERROR, "link/host", \
      "address has no host in ASCII letters: {0}", \
      "نشانی میزبانی با حروف لاتین ندارد: {0}") \
    X(LINK_HTTP, NOTE, "link/http", \
      "{0} is not encrypted; write https if the host has it", \
      "{0} رمزگذاری نشده است؛ اگر میزبان دارد https بنویسید") \
    X(LINK_OTHER_HOST, ERROR, "link/other-host", \
      "the text shows {0}, but the link leads to {1}", \
      "متن نشانی {0} را نشان می\u200cدهد، ولی پیوند به {1} می\u200cرود") \
    X(LINK_OUTSIDE, ERROR, "link/outside", \
      "“{0}” leaves the content folder", \
      "«{0}» از پوشهٔ content بیرون می\u200cرود") \
    X(RESERVED_NAME, ERROR, "link/reserved-name", \
      "“{0}” is a name that qanat gives to pages it makes; choose another slug", \
      "«{0}» نامی است که قنات به صفحه\u200cهای خود می\u200cدهد؛ slug دیگری برگزینید") \
    X(LINK_SCHEME, ERROR, "link/scheme", \
      "links with “{0}:” are not allowed", \
      "پیوند با «{0}:» مجاز نیست") \
    X(LINK_THIRD_PARTY, ERROR, "link/third-party", \
      "picture loads from another host: {0}; save it beside this page", \
      "تصویر از میزبان دیگری خوانده می\u200cشود: {0}؛ آن را کنار همین صفحه ذخیره کنید")

#define CODES_MARKDOWN(X) \
    X(MARKDOWN_ALERT, WARNING, "markdown/alert", \
      "“{0}” is no kind of alert: NOTE, TIP, IMPORTANT, WARNING, CAUTION", \
      "«{0}» هیچ نوع هشداری نیست: نکته، راهنمایی، مهم، هشدار، احتیاط") \
    X(LINT_BULLET, WARNING, "markdown/bullet", \
      "“{0}” begins no list item; start list items with “- ”", \
      "«{0}» فهرست نمی\u200cسازد؛ موارد فهرست را با «- » آغاز کنید") \
    X(COLUMNS, ERROR, "markdown/columns", \
      "this table has more than {0} columns", \
      "این جدول بیش از {0} ستون دارد") \
    X(DEPTH, ERROR, "markdown/depth", \
      "nested more than {0} levels deep", \
      "تودرتویی از {0} لایه بیشتر است") \
    X(DIRECTIVE_DEPTH, ERROR, "markdown/directive-depth", \
      "more than {0} directives inside each other", \
      "بیش از {0} دستور درون هم آمده\u200cاند") \
    X(DIRECTIVE_NEEDS_BLOCK, ERROR, "markdown/directive-form", \
      "“{0}” has content: write :::{0} and close it with :::", \
      "«{0}» محتوا دارد: آن را با سه دونقطه باز و با سه دونقطه بسته کنید") \
    X(DIRECTIVE_NEEDS_LEAF, ERROR, "markdown/directive-form", \
      "“{0}” stands on one line, without content: write ::{0}", \
      "«{0}» تک\u200cخطی و بی\u200cمحتواست: با دو دونقطه بنویسید") \
    X(DIRECTIVE_REPEAT, ERROR, "markdown/directive-repeat", \
      "“{0}” stands twice in one directive", \
      "«{0}» در یک دستور دو بار آمده است") \
    X(DIRECTIVE_STRAY, ERROR, "markdown/directive-stray", \
      "“{0}” closes nothing: no directive with as many colons is open here", \
      "«{0}» چیزی را نمی\u200cبندد: این\u200cجا دستوری با همین شمار دونقطه باز نیست") \
    X(DIRECTIVE_SYNTAX, ERROR, "markdown/directive-syntax", \
      "found “{0}” in a directive, expected {1}", \
      "در دستور به «{0}» برخوردم؛ باید {1} می\u200cآمد") \
    X(DIRECTIVE_UNCLOSED, ERROR, "markdown/directive-unclosed", \
      "directive “{0}” is never closed; end it with a line of as many colons", \
      "دستور «{0}» بسته نمی\u200cشود؛ سطری با همین شمار دونقطه پس از آن بگذارید") \
    X(DIRECTIVE_UNKNOWN, ERROR, "markdown/directive-unknown", \
      "there is no directive “{0}”", \
      "دستوری به نام «{0}» نداریم") \
    X(FOOTNOTES, ERROR, "markdown/footnotes", \
      "more than {0} footnotes on one page", \
      "بیش از {0} پانویس در یک صفحه") \
    X(HEADING_LEVEL, WARNING, "markdown/heading-level", \
      "heading of level {0} where level {1} is the next", \
      "سرتیتر سطح {0} آمده، ولی نوبت سطح {1} است") \
    X(LINT_HEADING_SPACE, ERROR, "markdown/heading-space", \
      "put a space after “{0}”; without it this is no heading", \
      "پس از «{0}» یک فاصله بگذارید؛ بی فاصله سرتیتر نمی\u200cشود") \
    X(HEADINGS, ERROR, "markdown/headings", \
      "more than {0} headings on one page", \
      "بیش از {0} عنوان در یک صفحه") \
    X(LINT_HIDDEN_START, ERROR, "markdown/hidden-start", \
      "invisible {0} hides the “{1}” behind it; remove it", \
      "نویسهٔ ناپیدای {0} نشانهٔ «{1}» را از کار انداخته است؛ آن را پاک کنید") \
    X(HTML_AFTER_COMMENT, ERROR, "markdown/html", \
      "text behind a comment in the same line would be lost; put it on a line of its own", \
      "متن پس از توضیح در همان سطر از دست می\u200cرود؛ آن را در سطری جدا بنویسید") \
    X(HTML_ATTRIBUTES, ERROR, "markdown/html", \
      "<{0}> has more than {1} attributes", \
      "<{0}> بیش از {1} ویژگی دارد") \
    X(HTML_BARE, ERROR, "markdown/html", \
      "attribute “{0}” needs a value: {0}=\"…\"", \
      "ویژگی «{0}» مقدار می\u200cخواهد: {0}=\"…\"") \
    X(HTML_CASE, ERROR, "markdown/html", \
      "names are in lower case: {1}, not {0}", \
      "نام\u200cها با حرف کوچک\u200cاند: {1}، نه {0}") \
    X(HTML_DEPTH, ERROR, "markdown/html", \
      "elements are more than {0} deep", \
      "عنصرها بیش از {0} لایه\u200cاند") \
    X(HTML_EMPTY, ERROR, "markdown/html", \
      "<{0}/> is not closed in HTML; write {1}", \
      "<{0}/> در HTML بسته نیست؛ بنویسید {1}") \
    X(HTML_END, ERROR, "markdown/html", \
      "</{0}> closes nothing that is open", \
      "</{0}> چیزی را نمی\u200cبندد") \
    X(HTML_ENTITY, ERROR, "markdown/html", \
      "unknown entity “{0}”; write the character itself", \
      "«{0}» را نمی\u200cشناسم؛ خود نویسه را بنویسید") \
    X(HTML_FOREIGN, ERROR, "markdown/html", \
      "“{0}” has no place here", \
      "«{0}» این\u200cجا جایی ندارد") \
    X(HTML_LESS, ERROR, "markdown/html", \
      "“<” begins no tag here; write &lt;", \
      "«<» این\u200cجا برچسبی را آغاز نمی\u200cکند؛ بنویسید &lt;") \
    X(HTML_NAME, ERROR, "markdown/html", \
      "“{0}” is no name of an attribute", \
      "«{0}» نام ویژگی نمی\u200cشود") \
    X(HTML_NEVER_CLOSED, ERROR, "markdown/html", \
      "<{0}> opened on line {1} is never closed", \
      "<{0}> که در سطر {1} باز شده بسته نمی\u200cشود") \
    X(HTML_OPEN, ERROR, "markdown/html", \
      "what begins here with “{0}” never ends", \
      "آنچه این\u200cجا با «{0}» آغاز می\u200cشود پایان نمی\u200cیابد") \
    X(HTML_TAG_NAME, ERROR, "markdown/html", \
      "“{0}” is no name of an element", \
      "«{0}» نام عنصر نمی\u200cشود") \
    X(HTML_TWICE, ERROR, "markdown/html", \
      "attribute “{0}” stands twice", \
      "ویژگی «{0}» دو بار آمده است") \
    X(HTML_UNCLOSED, ERROR, "markdown/html", \
      "<{0}> opened on line {1} is not closed before {2}", \
      "<{0}> که در سطر {1} باز شده پیش از {2} بسته نمی\u200cشود") \
    X(HTML_VALUE, ERROR, "markdown/html", \
      "the value of “{0}” must stand in quotes: {0}=\"…\"", \
      "مقدار «{0}» باید در گیومه بیاید: {0}=\"…\"") \
    X(HTML_VALUE_SIZE, ERROR, "markdown/html", \
      "the value of “{0}” is longer than {1} bytes", \
      "مقدار «{0}» از {1} بایت درازتر است") \
    X(HTML_XML, ERROR, "markdown/html", \
      "this cannot be read: {0}", \
      "این خوانده نمی\u200cشود: {0}") \
    X(RAW_ATTRIBUTE, ERROR, "markdown/html-attribute", \
      "attribute “{0}” is not allowed on <{1}>", \
      "ویژگی «{0}» روی <{1}> مجاز نیست") \
    X(RAW_ELEMENT, ERROR, "markdown/html-element", \
      "<{0}> is not allowed in content; write {1}", \
      "<{0}> در متن مجاز نیست؛ به جای آن بنویسید {1}") \
    X(RAW_NESTING, ERROR, "markdown/html-nesting", \
      "<{0}> cannot stand inside <{1}>", \
      "<{0}> درون <{1}> جا نمی\u200cگیرد") \
    X(COMMENT_UNCLOSED, ERROR, "markdown/html-unclosed", \
      "this comment is never closed and hides all that follows; end it with -->", \
      "این توضیح بسته نشده است و هرچه پس از آن آمده پنهان می\u200cشود؛ با --> ببندیدش") \
    X(RAW_UNCLOSED, ERROR, "markdown/html-unclosed", \
      "<{0}> is not closed in this block", \
      "<{0}> در این بند بسته نشده است") \
    X(RAW_UNOPENED, ERROR, "markdown/html-unopened", \
      "</{0}> closes nothing that is open here", \
      "</{0}> چیزی را که اینجا باز باشد نمی\u200cبندد") \
    X(ID_FORM, ERROR, "markdown/id-form", \
      "id “{0}” must be an ASCII letter, then letters, digits, hyphens", \
      "شناسهٔ «{0}» باید با حرف لاتین آغاز شود و پس از آن حرف لاتین، رقم یا خط تیره بیاید") \
    X(ID_TWICE, ERROR, "markdown/id-twice", \
      "id “{0}” is used twice on this page", \
      "شناسهٔ «{0}» در این صفحه دو بار آمده است") \
    X(LINT_ITEM_SPACE, WARNING, "markdown/item-space", \
      "put a space after the “{0}” of a list item", \
      "پس از «{0}» در آغاز هر مورد فهرست یک فاصله بگذارید") \
    X(LINT_LINK_GAP, ERROR, "markdown/link-gap", \
      "no space between ] and (: without it this is a link", \
      "میان ] و ( فاصله نگذارید تا پیوند شود") \
    X(NOTE_LABEL, ERROR, "markdown/note-label", \
      "the name of footnote “{0}” has a space; write “{1}”", \
      "نام پانویس «{0}» فاصله دارد؛ بنویسید «{1}»") \
    X(NOTE_UNDEFINED, ERROR, "markdown/note-undefined", \
      "footnote “{0}” has no text", \
      "پانویس «{0}» متن ندارد") \
    X(NOTE_UNUSED, WARNING, "markdown/note-unused", \
      "nothing refers to footnote “{0}”", \
      "هیچ جای متن به پانویس «{0}» اشاره نمی\u200cکند") \
    X(LINT_NUMBER_DASH, WARNING, "markdown/number-dash", \
      "“{0}” begins no list item; write “{1}”", \
      "«{0}» فهرست نمی\u200cسازد؛ بنویسید «{1}»") \
    X(PERSIAN_NUMBER, NOTE, "markdown/persian-number", \
      "list marker “{1}” is read as “{0}”", \
      "شمارهٔ «{1}» در فهرست «{0}» خوانده شد") \
    X(PHRASE_DIRECTION, WARNING, "markdown/phrase-direction", \
      "the direction of “{0}” is not known; add ltr or rtl", \
      "جهت نوشتن «{0}» دانسته نیست؛ ltr یا rtl را بیفزایید") \
    X(PHRASE_MARK, WARNING, "markdown/phrase-mark", \
      "“{0}” marks no phrase; write a language or isolate=off, typography=off, digits=latn", \
      "«{0}» نشانهٔ هیچ عبارتی نیست؛ زبان یا isolate=off، typography=off، digits=latn بنویسید") \
    X(LINT_RTL_BLOCK, ERROR, "markdown/rtl-block", \
      "{0} is not needed: the page already runs from right to left", \
      "{0} لازم نیست: صفحه خودش راست به چپ است") \
    X(SECOND_TITLE, WARNING, "markdown/second-title", \
      "the title is the only level 1 heading; start with ##", \
      "تنها سرتیتر سطح یک همان عنوان صفحه است؛ از ## آغاز کنید") \
    X(SILENCE_BLOCK_CODE, ERROR, "markdown/silence", \
      "there is no diagnostic “{0}” to silence", \
      "پیامی با کد «{0}» نداریم که خاموش شود") \
    X(SILENCE_BLOCK_ERROR, ERROR, "markdown/silence", \
      "{0} is an error and cannot be silenced", \
      "{0} خطاست و نمی\u200cتوان آن را خاموش کرد") \
    X(SILENCE_BLOCK_FORM, ERROR, "markdown/silence", \
      "write <!-- qanat: code: reason -->, for example <!-- qanat: text/range: a chemical " \
      "formula -->", \
      "بنویسید <!-- qanat: کد: دلیل -->، مانند <!-- qanat: text/range: فرمول شیمیایی -->") \
    X(SILENCE_BLOCK_MANY, ERROR, "markdown/silence", \
      "more than {0} notes that silence something; use silence: in the front matter", \
      "بیش از {0} یادداشت برای خاموش کردن پیام؛ silence: را در آغاز صفحه به کار ببرید") \
    X(SILENCE_BLOCK_PLACE, ERROR, "markdown/silence", \
      "this silences nothing: it stands on a line of its own, just above the block it is " \
      "about", \
      "این یادداشت چیزی را خاموش نمی\u200cکند: باید در سطری جدا، درست بالای همان بند بیاید") \
    X(SILENCE_BLOCK_REASON, ERROR, "markdown/silence", \
      "say why {0} does not hold here", \
      "بگویید چرا {0} اینجا درست نیست") \
    X(LINT_STRONG_OPEN, WARNING, "markdown/strong-open", \
      "“{0}” has no partner and stays visible", \
      "«{0}» جفت ندارد و خودش دیده می\u200cشود") \
    X(LINT_STRONG_SPACE, WARNING, "markdown/strong-open", \
      "“{0}” stays visible: there is a space just inside of the marks", \
      "«{0}» خودش دیده می\u200cشود: درست درون نشانه\u200cها فاصله افتاده است") \
    X(LINT_STRONG_CLOSE, ERROR, "markdown/strong-quote", \
      "“{0}” does not close after {1} before a letter; put the marks inside of the quotes: " \
      "{2}", \
      "«{0}» پس از {1} و پیش از حرف بسته نمی\u200cشود؛ نشانه\u200cها را درون گیومه ببرید: {2}") \
    X(LINT_STRONG_START, ERROR, "markdown/strong-quote", \
      "“{0}” does not open between a letter and {1}; put the marks inside of the quotes: {2}", \
      "«{0}» میان حرف و {1} باز نمی\u200cشود؛ نشانه\u200cها را درون گیومه ببرید: {2}") \
    X(LINT_SWAPPED_LINK, ERROR, "markdown/swapped-link", \
      "the brackets are swapped; write {0}", \
      "جای کروشه و پرانتز عوض شده است؛ بنویسید {0}") \
    X(LINT_TABLE_HEAD, ERROR, "markdown/table-cells", \
      "cells in the line below the head: {0}, in the head: {1}; this makes no table", \
      "سطر زیر سرستون {0} خانه دارد و سرستون {1} خانه: جدول ساخته نمی\u200cشود") \
    X(LINT_TABLE_ROW, ERROR, "markdown/table-cells", \
      "cells in this row: {0}, in the head: {1}; what stands in the others is lost", \
      "این ردیف {0} خانه دارد و سرستون {1} خانه: آنچه در بقیه است از دست می\u200cرود") \
    X(LINT_TABLE_RULE, WARNING, "markdown/table-cells", \
      "a table needs a line of hyphens below its head: three for each cell", \
      "جدول زیر سرستون خود سطری از خط تیره می\u200cخواهد: برای هر خانه سه تا") \
    X(LINT_TASK_MARK, WARNING, "markdown/task-mark", \
      "“{0}” is no mark of a task; a done task is [x]", \
      "«{0}» نشانهٔ کار نیست؛ کار انجام\u200cشده [x] است") \
    X(LINT_TATWEEL_RULE, WARNING, "markdown/tatweel-rule", \
      "“{0}” draws no line; write ---", \
      "«{0}» خط نمی\u200cکشد؛ بنویسید ---") \
    X(TEXT_SIZE, ERROR, "markdown/text-size", \
      "a paragraph or line of more than {0}", \
      "بند یا سطری بلندتر از {0}") \
    X(LINT_UNDERSCORE, WARNING, "markdown/underscore", \
      "_ does not work inside a word; use *", \
      "نشانهٔ _ درون واژه کار نمی\u200cکند؛ * بگذارید")

#define CODES_MESSAGE(X) \
    X(MESSAGE_ARGUMENT, ERROR, "message/argument", \
      "message “{0}” needs the argument “{1}”", \
      "پیام «{0}» به آرگومان «{1}» نیاز دارد") \
    X(MESSAGE_ARGUMENT_TYPE, ERROR, "message/argument", \
      "argument “{1}” of message “{0}” takes {2}, got {3}", \
      "آرگومان «{1}» از پیام «{0}» {2} می\u200cگیرد، ولی {3} آمده است") \
    X(MESSAGE_ARGUMENT_UNKNOWN, ERROR, "message/argument", \
      "message “{0}” has no argument “{1}”", \
      "پیام «{0}» آرگومانی به نام «{1}» ندارد") \
    X(MESSAGE_GIVEN, ERROR, "message/argument", \
      "message “{0}” gets no value “{1}”; qanat gives it {2}", \
      "پیام «{0}» مقداری به نام «{1}» نمی\u200cگیرد؛ qanat این\u200cها را می\u200cدهد: {2}") \
    X(MESSAGE_GIVEN_NONE, ERROR, "message/argument", \
      "message “{0}” gets no values from qanat; “{1}” would stay empty", \
      "پیام «{0}» مقداری از qanat نمی\u200cگیرد؛ جای «{1}» خالی می\u200cماند") \
    X(MESSAGE_ARGUMENTS, ERROR, "message/arguments", \
      "message “{0}” has more than 16 arguments", \
      "پیام «{0}» بیش از ۱۶ آرگومان دارد") \
    X(MESSAGE_BRACE, ERROR, "message/brace", \
      "“{1}” has no partner in message “{0}”", \
      "در پیام «{0}»، «{1}» جفت ندارد") \
    X(MESSAGE_BRANCH, ERROR, "message/branch", \
      "message “{0}” wants a word and {…} at “{1}”", \
      "پیام «{0}» پس از «{1}» واژه و {…} می\u200cخواهد") \
    X(MESSAGE_BRANCH_MISSING, ERROR, "message/branch-missing", \
      "message “{0}” needs the branch “{1}” in “{2}”", \
      "پیام «{0}» در زبان «{2}» به شاخهٔ «{1}» نیاز دارد") \
    X(MESSAGE_BRANCH_TWICE, ERROR, "message/branch-twice", \
      "message “{0}” has the branch “{1}” twice", \
      "پیام «{0}» شاخهٔ «{1}» را دو بار دارد") \
    X(MESSAGE_DEPTH, ERROR, "message/depth", \
      "message “{0}” is nested deeper than 8", \
      "پیام «{0}» بیش از ۸ لایه دارد") \
    X(MESSAGE_DIFFERS, ERROR, "message/differs", \
      "message “{0}” lacks the argument “{1}” that other languages have", \
      "پیام «{0}» آرگومان «{1}» را، که در زبان\u200cهای دیگر هست، ندارد") \
    X(MESSAGE_LACKS, ERROR, "message/differs", \
      "message “{0}” leaves out the value “{1}” that qanat gives it", \
      "پیام «{0}» مقدار «{1}» را که qanat می\u200cدهد نیاورده است") \
    X(MESSAGE_KINDS, ERROR, "message/kinds", \
      "argument “{1}” of message “{0}” is used as two types", \
      "آرگومان «{1}» در پیام «{0}» با دو نوع آمده است") \
    X(MESSAGE_MISSING, ERROR, "message/missing", \
      "message “{0}” is missing in “{1}”", \
      "پیام «{0}» در زبان «{1}» نوشته نشده است") \
    X(MESSAGE_NAME, ERROR, "message/name", \
      "“{1}” is no name of an argument in message “{0}”", \
      "«{1}» در پیام «{0}» نام آرگومان نیست") \
    X(NO_CATALOGUE, ERROR, "message/no-catalogue", \
      "language “{0}” has no interface texts; write this file", \
      "زبان «{0}» متن رابط ندارد؛ این پرونده را بنویسید") \
    X(MESSAGE_PLURAL_WORD, ERROR, "message/plural-word", \
      "“{1}” in message “{0}” is no plural word of “{2}”", \
      "«{1}» در پیام «{0}» از واژه\u200cهای جمع زبان «{2}» نیست") \
    X(MESSAGE_SIZE, ERROR, "message/size", \
      "message “{0}” is longer than 8 KiB", \
      "پیام «{0}» از ۸ کیبی\u200cبایت درازتر است") \
    X(MESSAGE_STYLE, ERROR, "message/style", \
      "message “{0}” has the unknown style “{1}”", \
      "سبک «{1}» در پیام «{0}» شناخته نیست") \
    X(MESSAGE_TYPE, ERROR, "message/type", \
      "message “{0}” has the unknown type “{1}”, not number, date, plural or select", \
      "نوع «{1}» در پیام «{0}» شناخته نیست؛ number، date، plural یا select بنویسید") \
    X(MESSAGE_UNKNOWN, ERROR, "message/unknown", \
      "there is no message “{0}” in {1}", \
      "پیامی به نام «{0}» در {1} نیست") \
    X(MESSAGE_UNUSED, WARNING, "message/unused", \
      "nothing shows the message “{0}”", \
      "پیام «{0}» جایی نشان داده نمی\u200cشود") \
    X(MESSAGE_VALUE, ERROR, "message/value", \
      "“{0}” must be a text or a map of texts", \
      "«{0}» باید متن یا نگاشتی از متن\u200cها باشد")

#define CODES_OUTPUT(X) \
    X(OUTPUT_FOREIGN, ERROR, "output/foreign-folder", \
      "{0} holds files but no MANIFEST, so qanat did not make it; choose another folder or " \
      "empty it", \
      "{0} پرونده دارد ولی MANIFEST ندارد و ساختهٔ قنات نیست؛ پوشهٔ دیگری برگزینید یا آن را " \
      "خالی کنید") \
    X(OUTPUT_OVERLAP, ERROR, "output/overlap", \
      "{0} would mix the output with the files of the site; choose a folder of its own", \
      "{0} خروجی را با پرونده\u200cهای خود سایت درهم می\u200cکند؛ پوشه\u200cای جدا برگزینید") \
    X(REDIRECT_COUNT, NOTE, "output/redirect-count", \
      "_redirects has {0} lines, but Cloudflare Pages reads only the first {1}", \
      "پروندهٔ _redirects {0} خط دارد، ولی Cloudflare Pages تنها {1} خط نخست را می\u200cخواند")

#define CODES_RENDER(X) \
    X(RENDER_DEPTH, ERROR, "render/depth", \
      "components call each other more than {0} deep", \
      "جزءها بیش از {0} لایه یکدیگر را فرامی\u200cخوانند") \
    X(RENDER_LANGUAGE, ERROR, "render/language", \
      "{0} is in language “{1}”; put an element with t-lang around it", \
      "{0} به زبان «{1}» است؛ عنصری با t-lang گرد آن بگذارید") \
    X(RENDER_SCHEME, ERROR, "render/scheme", \
      "address “{0}” has {1}", \
      "نشانی «{0}» {1} دارد") \
    X(RENDER_SIZE, ERROR, "render/size", \
      "the page is larger than {0}", \
      "صفحه از {0} بزرگ\u200cتر است") \
    X(RENDER_VALUE, ERROR, "render/value", \
      "{0}: “{1}”", \
      "{0}: «{1}»")

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

#define CODES_TEMPLATE(X) \
    X(TEMPLATE_ABSENT, ERROR, "template/absent", \
      "{0} may be absent here; test it with t-if or add “?:”", \
      "{0} شاید این\u200cجا نباشد؛ با t-if بیازمایید یا «?:» بیفزایید") \
    X(TEMPLATE_ARGUMENT, ERROR, "template/argument", \
      "filter “{0}” does not know “{1}”", \
      "صافی «{0}»، «{1}» را نمی\u200cشناسد") \
    X(TEMPLATE_ARGUMENT_MISSING, ERROR, "template/argument", \
      "filter “{0}” needs {1}", \
      "صافی «{0}» به {1} نیاز دارد") \
    X(TEMPLATE_ASSET, ERROR, "template/asset", \
      "there is no file “{0}” in assets/", \
      "پرونده\u200cای به نام «{0}» در assets/ نیست") \
    X(TEMPLATE_ATTRIBUTE, ERROR, "template/attribute", \
      "attribute “{0}” cannot stand in a template", \
      "ویژگی «{0}» در قالب جایی ندارد") \
    X(TEMPLATE_DEFAULT, ERROR, "template/default-page", \
      "every site needs this template, for the page types that have none of their own; write it", \
      "هر سایتی این قالب را برای نوع\u200cهای بی\u200cقالب می\u200cخواهد؛ این پرونده را بنویسید") \
    X(TEMPLATE_DUPLICATE, ERROR, "template/duplicate-name", \
      "name “{0}” is already taken", \
      "نام «{0}» پیش\u200cتر گرفته شده است") \
    X(TEMPLATE_FILL_TWICE, ERROR, "template/duplicate-name", \
      "slot “{0}” is filled twice in one call", \
      "جای «{0}» در یک فراخوانی دو بار پر شده است") \
    X(TEMPLATE_ELSE, ERROR, "template/else", \
      "t-else follows no t-if and no t-for", \
      "پیش از t-else نه t-if هست نه t-for") \
    X(TEMPLATE_ENUM, ERROR, "template/enum-word", \
      "“{0}” is not one of {1}", \
      "«{0}» از این واژه\u200cها نیست: {1}") \
    X(TEMPLATE_EXPRESSION, ERROR, "template/expression", \
      "expected {0}, got “{1}”", \
      "{0} انتظار می\u200cرفت، ولی «{1}» آمده است") \
    X(TEMPLATE_COMPONENT_NAME, ERROR, "template/file-name", \
      "“{0}” is no name of a component; use a–z, 0–9 and “-”", \
      "«{0}» نام جزء نمی\u200cشود؛ a–z و 0–9 و «-» به کار ببرید") \
    X(TEMPLATE_FILE_NAME, ERROR, "template/file-name", \
      "templates/pages/{0}.html names no page type", \
      "templates/pages/{0}.html نام هیچ گونهٔ صفحه\u200cای نیست") \
    X(TEMPLATE_FOR, ERROR, "template/for", \
      "t-for wants “item in list”, got “{0}”", \
      "t-for «item in list» می\u200cخواهد، ولی «{0}» آمده است") \
    X(TEMPLATE_HEAD, ERROR, "template/head", \
      "pages of type {0} do not write page.head", \
      "صفحه\u200cهای گونهٔ {0}، page.head را نمی\u200cنویسند") \
    X(TEMPLATE_HEAD_PLACE, ERROR, "template/head", \
      "page.head stands outside <head>", \
      "page.head بیرون از <head> آمده است") \
    X(TEMPLATE_HEAD_TWICE, ERROR, "template/head", \
      "pages of type {0} write page.head {1} times", \
      "صفحه\u200cهای گونهٔ {0}، page.head را {1} بار می\u200cنویسند") \
    X(TEMPLATE_HOOK_SLOT, ERROR, "template/hook-slot", \
      "hook {0} must contain exactly one <t-slot>, found {1}", \
      "قلاب {0} باید درست یک <t-slot> داشته باشد، ولی {1} تا دارد") \
    X(TEMPLATE_DIR, ERROR, "template/lang", \
      "dir takes ltr or rtl here, got “{0}”", \
      "dir این\u200cجا ltr یا rtl می\u200cپذیرد، نه «{0}»") \
    X(TEMPLATE_LANG, ERROR, "template/lang", \
      "lang is written by t-lang only", \
      "lang را تنها t-lang می\u200cنویسد") \
    X(TEMPLATE_LANG_DIRECTION, ERROR, "template/lang", \
      "language “{0}” is not in site.yaml; add its direction: '{0} ltr'", \
      "زبان «{0}» در site.yaml نیست؛ جهتش را بیفزایید: '{0} ltr'") \
    X(TEMPLATE_LANG_VALUE, ERROR, "template/lang", \
      "t-lang wants a page, a translation, a language or 'de ltr', got {0}", \
      "t-lang صفحه، ترجمه، زبان یا 'de ltr' می\u200cخواهد، ولی {0} آمده است") \
    X(TEMPLATE_LIMIT, ERROR, "template/limit", \
      "{0}: at most {1}", \
      "{0}: دست بالا {1}") \
    X(TEMPLATE_LITERAL_TEXT, WARNING, "template/literal-text", \
      "“{0}” stands directly in a template; make it a message", \
      "«{0}» یکراست در قالب آمده است؛ آن را پیام کنید") \
    X(TEMPLATE_MATCH, ERROR, "template/match", \
      "t-match on {0} misses {1}", \
      "در t-match روی {0} این\u200cها جا مانده است: {1}") \
    X(TEMPLATE_MATCH_CASE, ERROR, "template/match", \
      "t-match holds t-case and t-default only", \
      "درون t-match تنها t-case و t-default می\u200cآید") \
    X(TEMPLATE_MISSING_PARAMETER, ERROR, "template/missing-parameter", \
      "{0} needs the parameter “{1}”", \
      "{0} به پارامتر «{1}» نیاز دارد") \
    X(TEMPLATE_NESTING_ACROSS, ERROR, "template/nesting", \
      "{0} cannot stand inside the <{1}> of {2}; browsers close the <{1}>", \
      "{0} درون <{1}> در {2} نمی\u200cگنجد؛ مرورگر <{1}> را می\u200cبندد") \
    X(TEMPLATE_NESTING_CALLER, ERROR, "template/nesting", \
      "<{0}> cannot stand inside the <{1}> of {2}; it belongs directly inside {3}", \
      "<{0}> درون <{1}> در {2} جایی ندارد؛ باید یکراست درون {3} باشد") \
    X(TEMPLATE_NESTING_INSIDE, ERROR, "template/nesting", \
      "<{0}> cannot stand inside the <{1}> of line {2}; browsers close the <{1}>", \
      "<{0}> درون <{1}>ِ خط {2} نمی\u200cگنجد؛ مرورگر <{1}> را می\u200cبندد") \
    X(TEMPLATE_NESTING_PARENT, ERROR, "template/nesting", \
      "<{0}> cannot stand here; it belongs directly inside {1}", \
      "<{0}> این\u200cجا جایی ندارد؛ باید یکراست درون {1} باشد") \
    X(TEMPLATE_NESTING_TEXT, ERROR, "template/nesting", \
      "text cannot stand directly inside the <{0}> of line {1}; browsers move it", \
      "متن یکراست درون <{0}>ِ خط {1} نمی\u200cآید؛ مرورگر آن را جابه\u200cجا می\u200cکند") \
    X(TEMPLATE_NESTING_TEXT_ACROSS, ERROR, "template/nesting", \
      "text cannot stand directly inside the <{0}> of {2}; browsers move it", \
      "متن یکراست درون <{0}> در {2} نمی\u200cآید؛ مرورگر آن را جابه\u200cجا می\u200cکند") \
    X(TEMPLATE_ORDER, ERROR, "template/order", \
      "{0} and {1} cannot stand on one element", \
      "{0} و {1} با هم روی یک عنصر نمی\u200cآیند") \
    X(TEMPLATE_PARAMETER, ERROR, "template/parameter", \
      "a parameter is written “name: type”, got “{0}”", \
      "پارامتر را به شکل «name: type» می\u200cنویسند، ولی «{0}» آمده است") \
    X(TEMPLATE_PLACE, ERROR, "template/place", \
      "expressions do not work inside <{0}>; use a data- attribute", \
      "عبارت درون <{0}> کار نمی\u200cکند؛ ویژگی data- به کار ببرید") \
    X(TEMPLATE_PLACE_ELEMENT, ERROR, "template/place", \
      "<{0}> cannot stand here; it belongs {1}", \
      "<{0}> این\u200cجا جایی ندارد؛ جایش {1} است") \
    X(TEMPLATE_PLACE_PLAIN, ERROR, "template/place", \
      "<{0}> holds plain text; {1} cannot stand in it", \
      "درون <{0}> تنها متن ساده می\u200cآید؛ {1} در آن نمی\u200cگنجد") \
    X(TEMPLATE_PUBLISHER, ERROR, "template/publisher", \
      "pages of type {0} do not show {1}", \
      "صفحه\u200cهای گونهٔ {0}، {1} را نشان نمی\u200cدهند") \
    X(TEMPLATE_RECURSION, ERROR, "template/recursion", \
      "{0} calls itself without t-if or t-for", \
      "{0} بدون t-if یا t-for خودش را فرامی\u200cخواند") \
    X(TEMPLATE_REFERENCE, ERROR, "template/reference", \
      "there is no {0} “{1}”", \
      "{0}ای به نام «{1}» نیست") \
    X(TEMPLATE_RELATIVE, ERROR, "template/relative-address", \
      "address “{0}” depends on the page it stands on; use ref or asset", \
      "نشانی «{0}» به جای صفحه بسته است؛ ref یا asset به کار ببرید") \
    X(TEMPLATE_ROOT_ADDRESS, ERROR, "template/root-address", \
      "address “{0}” starts at the server's root; use ref or asset", \
      "نشانی «{0}» از ریشهٔ کارساز آغاز می\u200cشود؛ ref یا asset به کار ببرید") \
    X(TEMPLATE_ADDRESS, ERROR, "template/scheme", \
      "address “{0}” has {1}", \
      "نشانی «{0}» {1} دارد") \
    X(TEMPLATE_SCHEME, ERROR, "template/scheme", \
      "address “{0}” has the scheme “{1}”", \
      "نشانی «{0}» با طرح «{1}» است") \
    X(TEMPLATE_SPACE, WARNING, "template/space", \
      "white space just inside <{0}> is swallowed on one side; put it outside", \
      "مرورگر فاصلهٔ لبهٔ <{0}> را یک\u200cسو می\u200cخورد؛ آن را بیرون بگذارید") \
    X(TEMPLATE_SYNTAX_ATTRIBUTES, ERROR, "template/syntax", \
      "<{0}> has more than {1} attributes", \
      "<{0}> بیش از {1} ویژگی دارد") \
    X(TEMPLATE_SYNTAX_BARE, ERROR, "template/syntax", \
      "attribute “{0}” needs a value: {0}=\"…\"", \
      "ویژگی «{0}» مقدار می\u200cخواهد: {0}=\"…\"") \
    X(TEMPLATE_SYNTAX_CASE, ERROR, "template/syntax", \
      "names are in lower case: {1}, not {0}", \
      "نام\u200cها با حرف کوچک\u200cاند: {1}، نه {0}") \
    X(TEMPLATE_SYNTAX_DEPTH, ERROR, "template/syntax", \
      "elements are more than {0} deep", \
      "عنصرها بیش از {0} لایه\u200cاند") \
    X(TEMPLATE_SYNTAX_EMPTY, ERROR, "template/syntax", \
      "<{0}/> is not closed in HTML; write {1}", \
      "<{0}/> در HTML بسته نیست؛ بنویسید {1}") \
    X(TEMPLATE_SYNTAX_END, ERROR, "template/syntax", \
      "</{0}> closes nothing that is open", \
      "</{0}> چیزی را نمی\u200cبندد") \
    X(TEMPLATE_SYNTAX_ENTITY, ERROR, "template/syntax", \
      "unknown entity “{0}”; write the character itself", \
      "«{0}» را نمی\u200cشناسم؛ خود نویسه را بنویسید") \
    X(TEMPLATE_SYNTAX_FOREIGN, ERROR, "template/syntax", \
      "“{0}” has no place here", \
      "«{0}» این\u200cجا جایی ندارد") \
    X(TEMPLATE_SYNTAX_LESS, ERROR, "template/syntax", \
      "“<” begins no tag here; write &lt;", \
      "«<» این\u200cجا برچسبی را آغاز نمی\u200cکند؛ بنویسید &lt;") \
    X(TEMPLATE_SYNTAX_NAME, ERROR, "template/syntax", \
      "“{0}” is no name of an attribute", \
      "«{0}» نام ویژگی نمی\u200cشود") \
    X(TEMPLATE_SYNTAX_NEVER_CLOSED, ERROR, "template/syntax", \
      "<{0}> opened on line {1} is never closed", \
      "<{0}> که در سطر {1} باز شده بسته نمی\u200cشود") \
    X(TEMPLATE_SYNTAX_OPEN, ERROR, "template/syntax", \
      "what begins here with “{0}” never ends", \
      "آنچه این\u200cجا با «{0}» آغاز می\u200cشود پایان نمی\u200cیابد") \
    X(TEMPLATE_SYNTAX_TAG_NAME, ERROR, "template/syntax", \
      "“{0}” is no name of an element", \
      "«{0}» نام عنصر نمی\u200cشود") \
    X(TEMPLATE_SYNTAX_TWICE, ERROR, "template/syntax", \
      "attribute “{0}” stands twice", \
      "ویژگی «{0}» دو بار آمده است") \
    X(TEMPLATE_SYNTAX_UNCLOSED, ERROR, "template/syntax", \
      "<{0}> opened on line {1} is not closed before {2}", \
      "<{0}> که در سطر {1} باز شده پیش از {2} بسته نمی\u200cشود") \
    X(TEMPLATE_SYNTAX_VALUE, ERROR, "template/syntax", \
      "the value of “{0}” must stand in quotes: {0}=\"…\"", \
      "مقدار «{0}» باید در گیومه بیاید: {0}=\"…\"") \
    X(TEMPLATE_SYNTAX_VALUE_SIZE, ERROR, "template/syntax", \
      "the value of “{0}” is longer than {1} bytes", \
      "مقدار «{0}» از {1} بایت درازتر است") \
    X(TEMPLATE_SYNTAX_XML, ERROR, "template/syntax", \
      "this cannot be read: {0}", \
      "این خوانده نمی\u200cشود: {0}") \
    X(TEMPLATE_THIRD_PARTY, ERROR, "template/third-party", \
      "{0} loads from another host: {1}", \
      "{0} از میزبانی دیگر بار می\u200cکند: {1}") \
    X(TEMPLATE_TYPE_COMPARE, ERROR, "template/type", \
      "cannot compare {0} with {1}", \
      "{0} را نمی\u200cتوان با {1} سنجید") \
    X(TEMPLATE_TYPE_FILTER, ERROR, "template/type", \
      "filter “{0}” takes {1}, got {2}", \
      "صافی «{0}» {1} می\u200cگیرد، ولی {2} آمده است") \
    X(TEMPLATE_TYPE_PLACE, ERROR, "template/type", \
      "{0} is {1} and cannot stand in {2}", \
      "{0} از گونهٔ {1} است و در {2} جا ندارد") \
    X(TEMPLATE_TYPE_PLACE_USE, ERROR, "template/type", \
      "{0} is {1} and cannot stand in {2}; use “| {3}”", \
      "{0} از گونهٔ {1} است و در {2} جا ندارد؛ «| {3}» به کار ببرید") \
    X(TEMPLATE_TYPE_TEST, ERROR, "template/type", \
      "t-if cannot test {0}; compare it, for example “{1}”", \
      "t-if نمی\u200cتواند {0} را بیازماید؛ آن را بسنجید، مانند «{1}»") \
    X(TEMPLATE_TYPE_WANTED, ERROR, "template/type", \
      "{0} takes {1}, got {2}", \
      "{0} {1} می\u200cگیرد، ولی {2} آمده است") \
    X(TEMPLATE_UNKNOWN_ATTRIBUTE, ERROR, "template/unknown-attribute", \
      "unknown attribute “{0}”", \
      "ویژگی «{0}» را نمی\u200cشناسم") \
    X(TEMPLATE_UNKNOWN_COMPONENT, ERROR, "template/unknown-component", \
      "there is no component “{0}”", \
      "جزئی به نام «{0}» نداریم") \
    X(TEMPLATE_UNKNOWN_ELEMENT, ERROR, "template/unknown-element", \
      "unknown element <{0}>", \
      "عنصر <{0}> را نمی\u200cشناسم") \
    X(TEMPLATE_UNKNOWN_FILTER, ERROR, "template/unknown-filter", \
      "there is no filter “{0}”", \
      "صافی\u200cای به نام «{0}» نداریم") \
    X(TEMPLATE_UNKNOWN_FIELD, ERROR, "template/unknown-name", \
      "{0} has no “{1}”", \
      "{0}، «{1}» ندارد") \
    X(TEMPLATE_UNKNOWN_NAME, ERROR, "template/unknown-name", \
      "unknown name “{0}”", \
      "نام «{0}» را نمی\u200cشناسم") \
    X(TEMPLATE_UNKNOWN_PARAMETER, ERROR, "template/unknown-parameter", \
      "{0} has no parameter “{1}”", \
      "{0} پارامتری به نام «{1}» ندارد") \
    X(TEMPLATE_UNKNOWN_SLOT, ERROR, "template/unknown-slot", \
      "{0} has no slot “{1}”", \
      "{0} جایی به نام «{1}» ندارد") \
    X(TEMPLATE_UNKNOWN_TYPE, ERROR, "template/unknown-type", \
      "unknown type “{0}”", \
      "گونهٔ «{0}» را نمی\u200cشناسم") \
    X(TEMPLATE_WRONG_FOLDER, ERROR, "template/wrong-folder", \
      "nothing reads this file; templates lie in templates/pages and templates/components", \
      "کسی این پرونده را نمی\u200cخواند؛ جای قالب\u200cها templates/pages و " \
      "templates/components است")

#define CODES_TEXT(X) \
    X(TEXT_ARABIC_DIGITS, ERROR, "text/arabic-digits", \
      "“{0}” ({2}) is written with Arabic digits; in Persian write “{1}”", \
      "«{0}» ({2}) با رقم\u200cهای عربی است؛ در فارسی بنویسید «{1}»") \
    X(TEXT_ARABIC_LETTERS, WARNING, "text/arabic-letters", \
      "“{0}” ({2}) has an Arabic form; in this language write “{1}”", \
      "«{0}» ({2}) شکل عربی دارد؛ در این زبان بنویسید «{1}»") \
    X(BIDI_CONTROL, ERROR, "text/bidi-control", \
      "{0} changes the direction of what follows and hides it; remove it", \
      "نویسهٔ {0} جهت متن پس از خود را پنهانی برمی\u200cگرداند؛ آن را پاک کنید") \
    X(CONTROL, ERROR, "text/control", \
      "control character {0}; remove it", \
      "نویسهٔ کنترلی {0}؛ آن را پاک کنید") \
    X(TEXT_CROSSES_MARKUP, WARNING, "text/crosses-markup", \
      "“{0}” begins or ends inside an element and cannot be isolated; move the marks around " \
      "all of it", \
      "«{0}» از درون یک عنصر آغاز می\u200cشود یا به درون آن می\u200cرسد و جدا نمی\u200cشود؛ " \
      "نشانه\u200cها را دور همهٔ آن بگذارید") \
    X(TEXT_DASH, NOTE, "text/dash", \
      "a dash between words is “–”, not a hyphen", \
      "خط تیرهٔ میان واژه\u200cها «–» است، نه «-»") \
    X(TEXT_DECIMAL, NOTE, "text/decimal", \
      "“{0}” may be a section, a version or a decimal; a decimal is written “{1}”", \
      "«{0}» شمارهٔ بخش است یا عدد اعشاری؟ عدد اعشاری را بنویسید «{1}»") \
    X(ENCODING, ERROR, "text/encoding", \
      "byte 0x{0} is not UTF-8; save the file as UTF-8", \
      "بایت 0x{0} با UTF-8 نمی\u200cخواند؛ پرونده را با رمزگذاری UTF-8 ذخیره کنید") \
    X(TEXT_EZAFE, NOTE, "text/ezafe", \
      "this page writes both “هٔ” and “ه\u200cی”; choose one", \
      "این صفحه هم «هٔ» دارد و هم «ه\u200cی»؛ یکی را برگزینید") \
    X(TEXT_FOREIGN_LETTER, NOTE, "text/foreign-letter", \
      "“{0}” is not a letter of this language; mark words of another one, as in [{1}]{ckb}", \
      "«{0}» از حروف این زبان نیست؛ واژه\u200cهای زبان دیگر را نشان بزنید، مانند [{1}]{ckb}") \
    X(TEXT_FOREIGN_QUOTE, NOTE, "text/foreign-quote", \
      "this looks Arabic; mark it, as in […]{ar}", \
      "این نوشته عربی می\u200cنماید؛ آن را نشان بزنید، مانند […]{ar}") \
    X(TEXT_HEH_YEH, ERROR, "text/heh-yeh", \
      "“ۀ” is an old form; write “هٔ”", \
      "«ۀ» شکل کهنه است؛ بنویسید «هٔ»") \
    X(TEXT_HIDDEN, WARNING, "text/hidden", \
      "hidden character {0} in the text", \
      "نویسهٔ ناپیدای {0} در متن") \
    X(TEXT_HIDDEN_CODE, WARNING, "text/hidden", \
      "hidden character {0} in code", \
      "نویسهٔ ناپیدای {0} در کد") \
    X(TEXT_HIDDEN_SPACE, WARNING, "text/hidden", \
      "{0} in code looks like a space and is none", \
      "نویسهٔ {0} در کد مانند فاصله است، ولی فاصله نیست") \
    X(HIDDEN_NAME, ERROR, "text/hidden-name", \
      "invisible character {0} in a name; remove it", \
      "نویسهٔ ناپیدای {0} در نام؛ آن را پاک کنید") \
    X(TEXT_JOINER_EDGE, WARNING, "text/joiner-edge", \
      "a joiner at the edge of a word or doubled does nothing; remove it", \
      "نیم\u200cفاصله در لبهٔ واژه یا دو بار پشت سر هم کاری نمی\u200cکند؛ آن را پاک کنید") \
    X(TEXT_JOINER_SPACE, WARNING, "text/joiner-space", \
      "“{0}” and “{1}” are one word; put U+200C between them", \
      "«{0}» و «{1}» یک واژه\u200cاند؛ میانشان نیم\u200cفاصله بگذارید") \
    X(TEXT_LATIN_MARK, NOTE, "text/latin-mark", \
      "the mark after “{0}” is read as part of the sentence, not of the name", \
      "نشانهٔ پس از «{0}» از جمله به شمار می\u200cآید، نه از نام") \
    X(TEXT_LATIN_NUMBER, NOTE, "text/latin-number", \
      "the number at the end of “{0}” is read as part of the name", \
      "عدد پایان «{0}» پاره\u200cای از نام به شمار می\u200cآید") \
    X(TEXT_LOOKALIKE, WARNING, "text/look-alike", \
      "“{0}” holds letters or digits that look like others: {1}", \
      "در «{0}» نویسه\u200cهایی هست که به نویسه\u200cهای دیگر می\u200cمانند: {1}") \
    X(TEXT_MIXED_DIGITS, ERROR, "text/mixed-digits", \
      "“{0}” mixes two kinds of digits ({2}); write “{1}”", \
      "در «{0}» دو گونه رقم آمده است ({2})؛ بنویسید «{1}»") \
    X(TEXT_PUNCTUATION, NOTE, "text/punctuation", \
      "“{0}” after Persian is written “{1}”", \
      "«{0}» پس از فارسی «{1}» نوشته می\u200cشود") \
    X(TEXT_QUOTES, NOTE, "text/quotes", \
      "quotation marks in Persian are « and », in pairs; found {0}", \
      "گیومه در فارسی « و » است و جفت می\u200cآید؛ اینجا {0} آمده است") \
    X(TEXT_RANGE, WARNING, "text/range", \
      "the order of “{0}” depends on what stands before it; write “{1}”", \
      "ترتیب «{0}» به پیش از خود بستگی دارد؛ بنویسید «{1}»") \
    X(TEXT_REPEATED_MARK, NOTE, "text/repeated-mark", \
      "one “{0}” is enough", \
      "یک «{0}» بس است") \
    X(TEXT_STRAY_ISOLATE, WARNING, "text/stray-isolate", \
      "direction is kept by the program; remove {0} and its partner", \
      "جهت متن را خود برنامه نگه می\u200cدارد؛ {0} و جفت آن را پاک کنید") \
    X(TEXT_TATWEEL, WARNING, "text/tatweel", \
      "a stretched letter (U+0640) outside of verse; remove it", \
      "کشیده (U+0640) بیرون از شعر آمده است؛ آن را پاک کنید")

#define CODES_TRANSLATION(X) \
    X(IDS_DIFFER, WARNING, "translation/ids-differ", \
      "heading id “{0}” is “{1}” in the original {2}", \
      "شناسهٔ «{0}» در متن اصلی {2} «{1}» است") \
    X(IDS_EXTRA, WARNING, "translation/ids-extra", \
      "heading id “{0}” is not in the original {1}", \
      "شناسهٔ «{0}» در متن اصلی {1} نیست") \
    X(IDS_MISSING, WARNING, "translation/ids-missing", \
      "heading ids of the original {1} are missing here: {0}", \
      "این شناسه\u200cهای متن اصلی {1} اینجا نیست: {0}") \
    X(KEY_TWICE, ERROR, "translation/key-twice", \
      "two pages of one language have the key “{0}”; the other is {1}", \
      "دو صفحهٔ یک زبان کلید «{0}» دارند؛ دیگری {1} است") \
    X(ORIGINALS_DIFFER, ERROR, "translation/originals-differ", \
      "original is “{0}” here and “{1}” in {2}; the languages of a page have one original", \
      "زبان اصلی اینجا «{0}» است و در {2} «{1}»؛ همهٔ زبان\u200cهای یک صفحه یک متن اصلی دارند") \
    X(SHARED_DIFFERS, WARNING, "translation/shared-differs", \
      "“{0}” differs from the original {1}; it is shared, leave it out here", \
      "«{0}» با متن اصلی {1} فرق دارد؛ این فیلد مشترک است، اینجا نیاورید") \
    X(TWO_ORIGINALS, ERROR, "translation/two-originals", \
      "its key joins this page to {0} and its path to {1}; it can translate one", \
      "این صفحه با key به {0} و با نام پرونده به {1} می\u200cپیوندد؛ فقط ترجمهٔ یکی " \
      "می\u200cتواند باشد")

#define CODES_YAML(X) \
    X(YAML_AFTER_QUOTE, ERROR, "yaml/after-quote", \
      "text after the closing mark; put all of it in quotes: {1}", \
      "پس از نشان پایانی باز متن آمده است؛ همهٔ آن را در گیومه بگذارید: {1}") \
    X(YAML_ALIAS, ERROR, "yaml/alias", \
      "“{0}” is an alias of YAML; write the value itself, or put stars in quotes", \
      "«{0}» ارجاع YAML است؛ خود مقدار را بنویسید یا ستاره\u200cها را در گیومه بگذارید") \
    X(YAML_ANCHOR, ERROR, "yaml/anchor", \
      "“{0}” is an anchor of YAML; put a value that starts with & in quotes", \
      "«{0}» لنگر YAML است؛ مقداری را که با & آغاز می\u200cشود در گیومه بگذارید") \
    X(YAML_BLOCK_MARK, ERROR, "yaml/block-mark", \
      "{0} must stand alone; put the value in quotes: {1}", \
      "{0} باید تنها بیاید؛ مقدار را در گیومه بگذارید: {1}") \
    X(YAML_BOOL, ERROR, "yaml/bool", \
      "“{0}” wants true or false, got “{1}”", \
      "«{0}» باید true یا false باشد، نه «{1}»") \
    X(YAML_BRACES, ERROR, "yaml/braces", \
      "braces make a map; put the value in quotes: {1}", \
      "آکولاد یعنی نگاشت؛ مقدار را در گیومه بگذارید: {1}") \
    X(YAML_COLON_IN_VALUE, ERROR, "yaml/colon-in-value", \
      "a value with \": \" needs quotes: {0}", \
      "مقداری که «: » دارد باید در گیومه بیاید: {0}") \
    X(YAML_COLON_SPACE, ERROR, "yaml/colon-space", \
      "put a space after the colon", \
      "پس از دونقطه یک فاصله بگذارید") \
    X(YAML_COMMENT, ERROR, "yaml/comment", \
      "the rest is a comment; put the value in quotes: {1}", \
      "از # به بعد توضیح شمرده می\u200cشود؛ مقدار را در گیومه بگذارید: {1}") \
    X(YAML_DATE, ERROR, "yaml/date", \
      "“{0}” wants a date such as 2026-05-01 or ۱۴۰۵/۰۲/۱۱, got “{1}”", \
      "«{0}» باید تاریخی مانند ۱۴۰۵/۰۲/۱۱ یا 2026-05-01 باشد، نه «{1}»") \
    X(YAML_DATE_DAY, ERROR, "yaml/date-day", \
      "there is no {0}: the month has {1} days", \
      "{0} وجود ندارد: این ماه {1} روز دارد") \
    X(YAML_DATE_SOLAR, ERROR, "yaml/date-solar", \
      "{0} is a Solar Hijri date, but site.yaml turns solar_input off", \
      "{0} تاریخ هجری خورشیدی است، ولی site.yaml گزینهٔ solar_input را خاموش کرده است") \
    X(YAML_DATE_YEAR, ERROR, "yaml/date-year", \
      "the year of {0} is neither 1300–1500 (Solar Hijri) nor 1900–2200 (Gregorian)", \
      "سال {0} نه از ۱۳۰۰ تا ۱۵۰۰ (خورشیدی) است و نه از ۱۹۰۰ تا ۲۲۰۰ (میلادی)") \
    X(YAML_DEPTH, ERROR, "yaml/depth", \
      "lists and maps are more than {0} deep", \
      "فهرست\u200cها و نگاشت\u200cها بیش از {0} لایه\u200cاند") \
    X(YAML_DURATION, ERROR, "yaml/duration", \
      "“{0}” wants a duration such as 30m, 1h 30m or 2d, got “{1}”", \
      "«{0}» باید مدتی مانند «۳۰ دقیقه» یا 1h 30m باشد، نه «{1}»") \
    X(YAML_ESCAPE, ERROR, "yaml/escape", \
      "a backslash in double quotes has a meaning of its own; write \\\\", \
      "خط کج وارونه در گیومهٔ دوتایی معنای دیگری دارد؛ بنویسید \\\\") \
    X(YAML_FOREIGN_COMMA, ERROR, "yaml/foreign-comma", \
      "“{0}” does not separate items; use ,", \
      "«{0}» موارد را از هم جدا نمی\u200cکند؛ , بگذارید") \
    X(YAML_FOREIGN_MARK, ERROR, "yaml/foreign-mark", \
      "“{0}” ({1}) has no meaning in YAML here; write {2}", \
      "«{0}» ({1}) این\u200cجا در YAML معنایی ندارد؛ بنویسید {2}") \
    X(YAML_INDENTATION, ERROR, "yaml/indentation", \
      "this line does not fit the lines above it; look at how far it is indented", \
      "این سطر با سطرهای بالا جور نیست؛ تورفتگی آن را ببینید") \
    X(YAML_INT, ERROR, "yaml/int", \
      "“{0}” wants a whole number, got “{1}”", \
      "«{0}» باید عدد صحیح باشد، نه «{1}»") \
    X(YAML_KEY, ERROR, "yaml/key", \
      "a key must be a word, got “{0}”", \
      "کلید باید یک واژه باشد، ولی «{0}» آمده است") \
    X(YAML_KEY_SIZE, ERROR, "yaml/key-size", \
      "key is longer than {0} bytes", \
      "کلید از {0} بایت درازتر است") \
    X(YAML_LIST, ERROR, "yaml/list", \
      "“{0}” wants a list, got a map", \
      "«{0}» باید فهرست باشد، نه نگاشت") \
    X(YAML_LIST_START, ERROR, "yaml/list-start", \
      "start the list on the next line, or quote the value: {1}", \
      "فهرست را از سطر بعد آغاز کنید، یا مقدار را در گیومه بگذارید: {1}") \
    X(YAML_MAP, ERROR, "yaml/map", \
      "“{0}” wants a map of names and values", \
      "«{0}» باید نگاشتی از نام و مقدار باشد") \
    X(YAML_MERGE, ERROR, "yaml/merge-key", \
      "“<<” is not read; write the values themselves", \
      "«<<» خوانده نمی\u200cشود؛ خود مقدارها را بنویسید") \
    X(YAML_NODES, ERROR, "yaml/nodes", \
      "more than {0} keys and values in one file", \
      "بیش از {0} کلید و مقدار در یک پرونده") \
    X(YAML_OPEN_BRACKET, ERROR, "yaml/open-bracket", \
      "the {0} opened here is never closed", \
      "{0} که این\u200cجا باز شده بسته نمی\u200cشود") \
    X(YAML_OPEN_QUOTE, ERROR, "yaml/open-quote", \
      "the quote opened here is never closed", \
      "گیومه\u200cای که این\u200cجا باز شده بسته نمی\u200cشود") \
    X(YAML_PER_LANGUAGE, ERROR, "yaml/per-language", \
      "“{0}” wants a text for each language, such as {fa: …, en: …}", \
      "«{0}» برای هر زبان متنی می\u200cخواهد، مانند {fa: …, en: …}") \
    X(YAML_PERCENT_LINE, ERROR, "yaml/percent-line", \
      "a line cannot start with %", \
      "سطر نمی\u200cتواند با % آغاز شود") \
    X(YAML_REPEATED_KEY, ERROR, "yaml/repeated-key", \
      "key “{0}” is already given on line {1}", \
      "کلید «{0}» پیش\u200cتر در سطر {1} آمده است") \
    X(YAML_ROOT, ERROR, "yaml/root", \
      "a list stands where lines of the form “key: value” were expected", \
      "به\u200cجای سطرهایی مانند «کلید: مقدار» یک فهرست آمده است") \
    X(YAML_SECOND_DOCUMENT, ERROR, "yaml/second-document", \
      "a second document begins here; one file holds one", \
      "این\u200cجا سند دومی آغاز می\u200cشود؛ هر پرونده یک سند دارد") \
    X(YAML_SIZE, ERROR, "yaml/size", \
      "YAML is larger than {0} KiB", \
      "YAML از {0} کیبی\u200cبایت بزرگ\u200cتر است") \
    X(YAML_SLUG, ERROR, "yaml/slug", \
      "“{0}” cannot stand in an address: use a–z, 0–9 and single hyphens, at most 60 " \
      "characters", \
      "«{0}» در نشانی جا نمی\u200cگیرد: از a تا z، رقم و خط تیرهٔ تکی به کار ببرید، دست بالا " \
      "۶۰ نویسه") \
    X(YAML_STAR, ERROR, "yaml/star", \
      "stars need quotes here: {1}", \
      "ستاره این\u200cجا باید در گیومه باشد: {1}") \
    X(YAML_START, ERROR, "yaml/start-character", \
      "a value cannot start with {0}; put it in quotes: {1}", \
      "مقدار نمی\u200cتواند با {0} آغاز شود؛ آن را در گیومه بگذارید: {1}") \
    X(YAML_SYNTAX, ERROR, "yaml/syntax", \
      "expected “key: value”, got “{0}”", \
      "«کلید: مقدار» انتظار می\u200cرفت، ولی «{0}» آمده است") \
    X(YAML_TAB, ERROR, "yaml/tab", \
      "line {0} starts with a tab; indent with spaces", \
      "سطر {0} با جهش (Tab) آغاز می\u200cشود؛ تورفتگی را با فاصله بنویسید") \
    X(YAML_TAG, ERROR, "yaml/tag", \
      "“{0}” is a tag of YAML; put a value that starts with ! in quotes", \
      "«{0}» برچسب YAML است؛ مقداری را که با ! آغاز می\u200cشود در گیومه بگذارید") \
    X(YAML_TEXT, ERROR, "yaml/text", \
      "“{0}” wants a single value, got a list or map", \
      "«{0}» یک مقدار تکی می\u200cخواهد، نه فهرست یا نگاشت") \
    X(YAML_TOO_LONG, ERROR, "yaml/too-long", \
      "“{0}” is longer than {1} characters", \
      "«{0}» از {1} نویسه بلندتر است") \
    X(YAML_TOO_MANY, ERROR, "yaml/too-many", \
      "“{0}” has more than {1} entries", \
      "«{0}» بیش از {1} مورد دارد") \
    X(YAML_WORD, ERROR, "yaml/word", \
      "“{0}” is none of {1}", \
      "«{0}» هیچ\u200cیک از این\u200cها نیست: {1}")

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
