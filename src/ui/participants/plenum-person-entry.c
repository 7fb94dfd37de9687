/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds people: a name and Enter, the next name and Enter. Rows that are pasted
 * from a spreadsheet are people, too. */
#include "plenum-person-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-editable.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-paste.h"
#include "plenum-perform.h"

struct _PlenumPersonEntry
{
  AdwBin               parent_instance;

  PlenumWorkshopModel *model;
  GtkWidget           *entry;
};

enum { ADDED, PASTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPersonEntry, plenum_person_entry, ADW_TYPE_BIN)

static void
added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error == NULL)
    g_signal_emit (data, signals[ADDED], 0, plenum_action_get_result (action));
}

static void
activate_cb (PlenumPersonEntry *self)
{
  g_autoptr (PlenumRecord) person =
    plenum_participant_new_from_line (plenum_workshop_model_get_id (self->model),
                                      gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (person == NULL)
    return;

  plenum_editable_clear (GTK_EDITABLE (self->entry));
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_add_participant (person), NULL, added_cb, self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlenumPersonEntry) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int position;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (strpbrk (text, "\t\n") != NULL)
    {
      g_signal_emit (self, signals[PASTED], 0, text);
      return;
    }

  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
}

static void
paste_cb (GtkWidget *text, PlenumPersonEntry *self)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (text), NULL, read_cb, g_object_ref (self));
}

static gboolean
plenum_person_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLENUM_PERSON_ENTRY (widget)->entry);
}

static void
plenum_person_entry_dispose (GObject *object)
{
  g_clear_object (&PLENUM_PERSON_ENTRY (object)->model);
  G_OBJECT_CLASS (plenum_person_entry_parent_class)->dispose (object);
}

static void
plenum_person_entry_class_init (PlenumPersonEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_person_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = plenum_person_entry_grab_focus;

  /**
   * PlenumPersonEntry::added:
   * @id: who is in the library now
   */
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlenumPersonEntry::pasted:
   * @text: rows from a spreadsheet
   */
  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
plenum_person_entry_init (PlenumPersonEntry *self)
{
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("New person: name; organisation; sector"));
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, "list-add-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("New person"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Type a name and press Enter. Organisation, sector and role may follow, "
                                    "each after a semicolon."), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "paste-clipboard",
                           G_CALLBACK (paste_cb), self, 0);
  plenum_editable_pass_undo (GTK_EDITABLE (self->entry));
  adw_bin_set_child (ADW_BIN (self), self->entry);
}

/**
 * plenum_person_entry_new:
 * @model: the workshop in which people take part
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
plenum_person_entry_new (PlenumWorkshopModel *model)
{
  PlenumPersonEntry *self = g_object_new (PLENUM_TYPE_PERSON_ENTRY, NULL);

  self->model = g_object_ref (model);

  return GTK_WIDGET (self);
}
