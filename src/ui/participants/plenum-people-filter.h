/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_PEOPLE_FILTER (plenum_people_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPeopleFilter, plenum_people_filter, PLENUM, PEOPLE_FILTER, GtkFilter)

GtkFilter *plenum_people_filter_new       (void);
void       plenum_people_filter_set_query (PlenumPeopleFilter *self,
                                           const char         *query);

G_END_DECLS
