/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person as a row: who it is, and whether they are here. Large for the
 * tablet at the door, where the whole row is one check; small where the window
 * is too narrow for a table. */
#include "plenum-participant-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-participant-column.h"
#include "plenum-sector-chooser.h"
#include "plenum-sector.h"
#include "plenum-wrapped-label.h"

struct _PlenumParticipantRow
{
  GtkWidget     parent_instance;

  PlenumRecord *record;
  GtkWidget    *content;
  GtkWidget    *dot;
  GtkWidget    *name;
  GtkWidget    *detail;
  GtkWidget    *toggle; /* nullable: a check button around everything, or a switch at the end */
  guint         updating : 1;
};

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumParticipantRow, plenum_participant_row, GTK_TYPE_WIDGET)

static char *
get_detail (PlenumRecord *record)
{
  const char *organisation = plenum_record_get_text (record, PLENUM_PARTICIPANT_ORGANISATION);
  const char *sector = plenum_sector_get_name (plenum_record_get_text (record, PLENUM_PARTICIPANT_SECTOR));

  if (organisation != NULL && *sector != '\0')
    /* Translators: an organisation and its sector. */
    return g_strdup_printf (C_("participant", "%s · %s"), organisation, sector);

  return g_strdup (organisation != NULL ? organisation : sector);
}

static void
update (PlenumParticipantRow *self)
{
  g_autofree char *detail = get_detail (self->record);
  const char *name = plenum_participant_name (self->record);
  g_autofree char *label = NULL;

  if (*detail != '\0')
    /* Translators: a person and where they come from, as a screen reader says it. */
    label = g_strdup_printf (C_("participant", "%s, %s"), name, detail);

  self->updating = TRUE;
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, *detail != '\0');
  plenum_sector_dot_set (self->dot, plenum_record_get_text (self->record, PLENUM_PARTICIPANT_SECTOR));
  if (self->toggle != NULL)
    {
      g_object_set (self->toggle, "active",
                    (gboolean) plenum_record_get_integer (self->record, PLENUM_PARTICIPANT_PRESENT), NULL);
      plenum_accessible_name (self->toggle, label != NULL ? label : name);
    }
  /* What has the focus is the list's own row, which knows no text. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    plenum_accessible_name (gtk_widget_get_parent (GTK_WIDGET (self)), label != NULL ? label : name);
  self->updating = FALSE;
}

static void
toggled_cb (GObject *toggle, GParamSpec *pspec, PlenumParticipantRow *self)
{
  gboolean active;

  if (self->updating || self->record == NULL)
    return;

  g_object_get (toggle, "active", &active, NULL);
  g_signal_emit (self, signals[TOGGLED], 0, active);
}

/**
 * plenum_participant_row_set_record:
 * @record: (nullable): whom it shows from now on
 */
void
plenum_participant_row_set_record (PlenumParticipantRow *self, PlenumRecord *record)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_ROW (self));

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, update, self);
  g_set_object (&self->record, record);
  if (record == NULL)
    return;

  g_signal_connect_object (record, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

PlenumRecord *
plenum_participant_row_get_record (PlenumParticipantRow *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_ROW (self), NULL);

  return self->record;
}

static void
plenum_participant_row_dispose (GObject *object)
{
  PlenumParticipantRow *self = PLENUM_PARTICIPANT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (plenum_participant_row_parent_class)->dispose (object);
}

static void
plenum_participant_row_class_init (PlenumParticipantRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_participant_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "participantrow");

  /**
   * PlenumParticipantRow::toggled:
   * @present: whether they are to be here
   */
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
plenum_participant_row_init (PlenumParticipantRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->dot = plenum_sector_dot_new (NULL);
  self->name = plenum_wrapped_label_new (NULL, "person-name");
  self->detail = plenum_wrapped_label_new (NULL, "dim-label");
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->detail);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->content), self->dot);
  gtk_box_append (GTK_BOX (self->content), texts);
  gtk_widget_set_hexpand (self->content, TRUE);
}

/**
 * plenum_participant_row_new:
 * @kind: what it can do
 *
 * Returns: (transfer floating): a row that shows nobody yet
 */
GtkWidget *
plenum_participant_row_new (PlenumParticipantRowKind kind)
{
  PlenumParticipantRow *self = g_object_new (PLENUM_TYPE_PARTICIPANT_ROW, NULL);

  if (kind == PLENUM_PARTICIPANT_ROW_LARGE)
    {
      self->toggle = gtk_check_button_new ();
      gtk_check_button_set_child (GTK_CHECK_BUTTON (self->toggle), self->content);
      gtk_widget_set_hexpand (self->toggle, TRUE);
      gtk_widget_set_parent (self->toggle, GTK_WIDGET (self));
      gtk_widget_add_css_class (GTK_WIDGET (self), "large");
    }
  else
    gtk_widget_set_parent (self->content, GTK_WIDGET (self));

  if (kind == PLENUM_PARTICIPANT_ROW_SWITCH)
    {
      self->toggle = gtk_switch_new ();
      gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (self->toggle, _("Present"));
      gtk_box_append (GTK_BOX (self->content), self->toggle);
    }
  if (self->toggle != NULL)
    g_signal_connect_object (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self, 0);

  return GTK_WIDGET (self);
}

/**
 * plenum_participant_row_lock:
 *
 * From now on it can only be looked at.
 */
void
plenum_participant_row_lock (PlenumParticipantRow *self)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_ROW (self));

  if (self->toggle != NULL)
    gtk_widget_set_sensitive (self->toggle, FALSE);
}
