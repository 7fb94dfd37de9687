/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

/* @error is NULL when it was done; it has been shown already when it was not. */
typedef void (*PlenumPerformedFunc) (PlenumAction *action,
                                     const GError *error,
                                     gpointer      data);

void plenum_perform      (GtkWidget           *from,
                          PlenumLibrary       *library,
                          PlenumAction        *action,
                          const char          *toast,
                          PlenumPerformedFunc  done,
                          gpointer             data);
void plenum_perform_undo (GtkWidget           *from,
                          PlenumLibrary       *library,
                          const char          *workshop);
void plenum_perform_redo (GtkWidget           *from,
                          PlenumLibrary       *library,
                          const char          *workshop);
void plenum_show_message (GtkWidget           *from,
                          const char          *sentence);
void plenum_show_undo    (GtkWidget           *from,
                          const char          *sentence);
void plenum_show_error   (GtkWidget           *from,
                          const GError        *error);
void plenum_hide_undo    (GtkWidget           *from);

G_END_DECLS
