/* Questions about the whole site. */
#include "model/site.h"

bool site_has_errors(const Site *site)
{
    if (report_has_errors(&site->report) || report_has_errors(&site->link_report) ||
        report_has_errors(&site->output_report))
        return true;
    for (size_t i = 0; i < site->page_count; i++) {
        if (report_has_errors(&site->pages[i]->report))
            return true;
    }
    return false;
}
