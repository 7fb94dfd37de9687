/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Neither is called once the widget that asked has gone. */
typedef void (*PlenumFilesFunc)   (GListModel *files,
                                   gpointer    data);
typedef void (*PlenumConfirmFunc) (gpointer    data);

void plenum_dialogs_open_files (GtkWidget         *from,
                                const char        *title,
                                const char        *accept,
                                gboolean           multiple,
                                GListModel        *filters,
                                PlenumFilesFunc    chosen,
                                gpointer           data);
void plenum_dialogs_save_file  (GtkWidget         *from,
                                const char        *title,
                                const char        *name,
                                GListModel        *filters,
                                PlenumFilesFunc    chosen,
                                gpointer           data);
void plenum_dialogs_confirm    (GtkWidget         *from,
                                const char        *heading,
                                const char        *body,
                                const char        *confirm,
                                gboolean           destructive,
                                PlenumConfirmFunc  confirmed,
                                gpointer           data);
void plenum_dialogs_tell       (GtkWidget         *from,
                                const char        *heading,
                                const char        *body);

GtkFileFilter *plenum_dialogs_filter (const char *name,
                                      const char *patterns);

G_END_DECLS
