/* Included into every file of ours by the build: a call of one of these does not compile. They
 * write without a bound, depend on the locale or the time zone of the machine, keep hidden state,
 * or start a shell. The headers that declare them come first, so that the names can be taken away
 * afterwards. */
#ifndef BANNED_H
#define BANNED_H

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef __linux__
#    include <alloca.h>
#endif

#define BANNED(function) function##_is_banned_see_style_9

#undef alloca
#undef strcat
#undef strcpy
#undef strncat
#undef strncpy
#undef strtok
#undef strtok_r
#define alloca(size) BANNED(alloca)
#define asctime(time) BANNED(asctime)
#define atoi(text) BANNED(atoi)
#define atol(text) BANNED(atol)
#define ctime(time) BANNED(ctime)
#define gets(text) BANNED(gets)
#define gmtime(time) BANNED(gmtime)
#define localtime(time) BANNED(localtime)
#define mktemp(name) BANNED(mktemp)
#define rand() BANNED(rand)
#define setlocale(category, locale) BANNED(setlocale)
#define sprintf(...) BANNED(sprintf)
#define strcat(target, text) BANNED(strcat)
#define strcpy(target, text) BANNED(strcpy)
#define strncat(target, text, size) BANNED(strncat)
#define strncpy(target, text, size) BANNED(strncpy)
#define strtok(text, borders) BANNED(strtok)
#define strtok_r(text, borders, rest) BANNED(strtok_r)
#define system(command) BANNED(system)
#define tmpnam(name) BANNED(tmpnam)
#define vsprintf(...) BANNED(vsprintf)

#endif
