/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One row of the table of keys, which feeds the keys themselves, the window
 * that shows them, and the test that both agree. */
typedef struct
{
  const char *section; /* untranslated: what it belongs to */
  const char *title;   /* untranslated: what it does */
  const char *action;  /* "win.undo", or "board.add-card" of a view's class */
  const char *target;  /* nullable: its parameter, as GVariant text */
  const char *keys;    /* accelerators, separated by spaces */
} PlenumKey;

const PlenumKey *plenum_keys_get_table (guint          *length);
void             plenum_keys_apply     (GtkApplication *application);
void             plenum_keys_bind      (GtkWidgetClass *widget_class,
                                        const char     *prefix);
void             plenum_keys_bind_everywhere (GtkWidget   *widget,
                                              const char  *prefix);
GtkWidget       *plenum_keys_window    (void);

G_END_DECLS
