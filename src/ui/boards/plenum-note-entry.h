/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_NOTE_ENTRY (plenum_note_entry_get_type ())
G_DECLARE_FINAL_TYPE (PlenumNoteEntry, plenum_note_entry, PLENUM, NOTE_ENTRY, GtkTextView)

GtkWidget *plenum_note_entry_new      (const char      *label,
                                       const char      *placeholder);
char      *plenum_note_entry_dup_text (PlenumNoteEntry *self);
void       plenum_note_entry_set_text (PlenumNoteEntry *self,
                                       const char      *text);

G_END_DECLS
