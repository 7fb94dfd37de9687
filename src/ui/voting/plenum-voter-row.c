/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who can vote here, and whether they have. */
#include "plenum-voter-row.h"

#include <glib/gi18n.h>

#include "plenum-participant-row.h"

struct _PlenumVoterRow
{
  GtkWidget  parent_instance;

  GtkWidget *person;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (PlenumVoterRow, plenum_voter_row, GTK_TYPE_WIDGET)

/**
 * plenum_voter_row_set_record:
 * @record: (nullable): whom it shows from now on
 */
void
plenum_voter_row_set_record (PlenumVoterRow *self, PlenumRecord *record)
{
  g_return_if_fail (PLENUM_IS_VOTER_ROW (self));

  plenum_participant_row_set_record (PLENUM_PARTICIPANT_ROW (self->person), record);
}

PlenumRecord *
plenum_voter_row_get_record (PlenumVoterRow *self)
{
  g_return_val_if_fail (PLENUM_IS_VOTER_ROW (self), NULL);

  return plenum_participant_row_get_record (PLENUM_PARTICIPANT_ROW (self->person));
}

void
plenum_voter_row_set_voted (PlenumVoterRow *self, gboolean voted)
{
  g_return_if_fail (PLENUM_IS_VOTER_ROW (self));

  gtk_widget_set_visible (self->mark, voted);
  if (voted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "voted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "voted");
}

static void
plenum_voter_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plenum_voter_row_parent_class)->dispose (object);
}

static void
plenum_voter_row_class_init (PlenumVoterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_voter_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "voterrow");
}

static void
plenum_voter_row_init (PlenumVoterRow *self)
{
  GtkWidget *voted = gtk_label_new (_("Has voted"));

  self->person = plenum_participant_row_new (PLENUM_PARTICIPANT_ROW_PLAIN);
  gtk_widget_set_hexpand (self->person, TRUE);
  gtk_widget_set_parent (self->person, GTK_WIDGET (self));

  self->mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->mark), gtk_image_new_from_icon_name ("emblem-ok-symbolic"));
  gtk_label_set_wrap (GTK_LABEL (voted), TRUE);
  gtk_box_append (GTK_BOX (self->mark), voted);
  gtk_widget_add_css_class (self->mark, "voted-mark");
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
}

GtkWidget *
plenum_voter_row_new (void)
{
  return g_object_new (PLENUM_TYPE_VOTER_ROW, NULL);
}
