/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     plenum_editable_show      (GtkEditable *editable,
                                    const char  *text);
void     plenum_editable_clear     (GtkEditable *editable);
gboolean plenum_editable_is_typed  (GtkEditable *editable);
void     plenum_editable_pass_undo (GtkEditable *editable);

G_END_DECLS
