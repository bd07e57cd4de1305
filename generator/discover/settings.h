/* Reads site.yaml: the only settings file (editorial 2). Private to discover. */
#ifndef DISCOVER_SETTINGS_H
#define DISCOVER_SETTINGS_H

#include "model/site.h"

/* False when there is no site.yaml or its languages cannot be used. */
bool settings_read(Site *site);

#endif
