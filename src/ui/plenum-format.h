/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plenum_format_number      (gint64      number);
char *plenum_format_date        (const char *date);
char *plenum_format_date_range  (const char *date,
                                 const char *end_date);
char *plenum_format_day         (gint64      time,
                                 gint64      now);
char *plenum_format_time        (gint64      time);
char *plenum_format_long_day    (gint64      time);
char *plenum_format_short_time  (gint64      time);
char *plenum_format_time_of_day (gint64      time);
char *plenum_format_minutes     (guint       minutes);

G_END_DECLS
