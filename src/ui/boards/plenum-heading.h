/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of an area, which is edited where it stands. GtkEditableLabel does that
 * too, but while it is edited GTK 4.8 tells no screen reader of it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_HEADING (plenum_heading_get_type ())
G_DECLARE_FINAL_TYPE (PlenumHeading, plenum_heading, PLENUM, HEADING, GtkWidget)

GtkWidget *plenum_heading_new          (void);
void       plenum_heading_set_text     (PlenumHeading *self,
                                        const char    *text);
void       plenum_heading_set_editable (PlenumHeading *self,
                                        gboolean       editable);
gboolean   plenum_heading_is_editing   (PlenumHeading *self);
void       plenum_heading_edit         (PlenumHeading *self);

G_END_DECLS
