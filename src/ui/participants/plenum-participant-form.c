/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of one person, the address included that the table keeps out
 * of sight. What was changed is kept when the window closes, as one step to undo. */
#include "plenum-participant-form.h"

#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-column.h"
#include "plenum-perform.h"
#include "plenum-sector-chooser.h"
#include "plenum-sector.h"

struct _PlenumParticipantForm
{
  AdwWindow            parent_instance;

  PlenumWorkshopModel *model;
  PlenumRecord        *participant;
  GtkWidget           *from; /* in the window below, where errors are shown */

  GtkWidget           *name_row;
  GtkWidget           *pseudonym_row;
  GtkWidget           *organisation_row;
  GtkWidget           *sector_row;
  GtkWidget           *sector_button;
  GtkWidget           *role_row;
  GtkWidget           *offers_row;
  GtkWidget           *seeks_row;
  GtkWidget           *email_row;
  GtkWidget           *weight_row;
  GtkWidget           *present_switch;
  GtkWidget           *consent_switch;
  GtkWidget           *consent_row;
};

G_DEFINE_FINAL_TYPE (PlenumParticipantForm, plenum_participant_form, ADW_TYPE_WINDOW)

typedef struct
{
  GtkWidget *row;
  guint      field;
} TextRow;

#define N_TEXT_ROWS 8

static void
list_text_rows (PlenumParticipantForm *self, TextRow rows[N_TEXT_ROWS])
{
  rows[0] = (TextRow) { self->name_row, PLENUM_PARTICIPANT_NAME };
  rows[1] = (TextRow) { self->pseudonym_row, PLENUM_PARTICIPANT_PSEUDONYM };
  rows[2] = (TextRow) { self->organisation_row, PLENUM_PARTICIPANT_ORGANISATION };
  rows[3] = (TextRow) { self->role_row, PLENUM_PARTICIPANT_ROLE };
  rows[4] = (TextRow) { self->offers_row, PLENUM_PARTICIPANT_OFFERS };
  rows[5] = (TextRow) { self->seeks_row, PLENUM_PARTICIPANT_SEEKS };
  rows[6] = (TextRow) { self->email_row, PLENUM_PARTICIPANT_EMAIL };
  rows[7] = (TextRow) { self->weight_row, PLENUM_PARTICIPANT_WEIGHT };
}

static void
set_text (PlenumRecord *record, guint field, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  plenum_record_set_text (record, field, *stripped != '\0' ? stripped : NULL);
}

static PlenumRecord *
read_form (PlenumParticipantForm *self)
{
  PlenumRecord *copy = plenum_record_copy (self->participant,
                                           plenum_record_get_id (self->participant));
  gboolean consent = gtk_switch_get_active (GTK_SWITCH (self->consent_switch));
  TextRow rows[N_TEXT_ROWS];
  g_autofree char *sector = NULL;

  list_text_rows (self, rows);
  for (guint i = 0; i < N_TEXT_ROWS; i++)
    set_text (copy, rows[i].field, gtk_editable_get_text (GTK_EDITABLE (rows[i].row)));

  sector = plenum_sector_parse (gtk_editable_get_text (GTK_EDITABLE (self->sector_row)));
  plenum_record_set_text (copy, PLENUM_PARTICIPANT_SECTOR, sector);
  plenum_record_set_integer (copy, PLENUM_PARTICIPANT_PRESENT,
                             gtk_switch_get_active (GTK_SWITCH (self->present_switch)));
  if (!consent)
    plenum_record_set_null (copy, PLENUM_PARTICIPANT_CONSENT);
  else if (plenum_record_is_null (copy, PLENUM_PARTICIPANT_CONSENT))
    plenum_record_set_integer (copy, PLENUM_PARTICIPANT_CONSENT, g_get_real_time () / 1000);

  return copy;
}

static gboolean
differ (PlenumRecord *a, PlenumRecord *b)
{
  for (guint i = 0; i < plenum_type_get_info (PLENUM_PARTICIPANT)->n_fields; i++)
    if (!plenum_record_field_equal (a, b, i))
      return TRUE;

  return FALSE;
}

static gboolean
plenum_participant_form_close_request (GtkWindow *window)
{
  PlenumParticipantForm *self = PLENUM_PARTICIPANT_FORM (window);
  g_autoptr (PlenumRecord) copy = read_form (self);

  if (differ (copy, self->participant))
    plenum_perform (self->from, plenum_workshop_model_get_library (self->model),
                    plenum_action_edit_participant (copy), NULL, NULL, NULL);

  return GTK_WINDOW_CLASS (plenum_participant_form_parent_class)->close_request (window);
}

static void
chosen_cb (GtkWidget *chooser, const char *sector, PlenumParticipantForm *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->sector_row), plenum_sector_get_name (sector));
}

static void
choose_sector_cb (PlenumParticipantForm *self)
{
  g_autofree char *sector = plenum_sector_parse (gtk_editable_get_text (GTK_EDITABLE (self->sector_row)));
  GtkWidget *chooser = plenum_sector_chooser_new (sector);

  gtk_widget_set_parent (chooser, self->sector_button);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect (chooser, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (chooser));
}

static void
show_consent (PlenumParticipantForm *self)
{
  gboolean active = gtk_switch_get_active (GTK_SWITCH (self->consent_switch));
  gint64 time = plenum_record_is_null (self->participant, PLENUM_PARTICIPANT_CONSENT)
                ? g_get_real_time () / 1000
                : plenum_record_get_integer (self->participant, PLENUM_PARTICIPANT_CONSENT);
  g_autofree char *date = plenum_format_time (time);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->consent_row),
                               active ? date : _("No consent is recorded"));
}

static void
fill_form (PlenumParticipantForm *self)
{
  TextRow rows[N_TEXT_ROWS];

  list_text_rows (self, rows);
  for (guint i = 0; i < N_TEXT_ROWS; i++)
    {
      const char *text = plenum_record_get_text (self->participant, rows[i].field);

      gtk_editable_set_text (GTK_EDITABLE (rows[i].row), text != NULL ? text : "");
    }
  gtk_editable_set_text (GTK_EDITABLE (self->sector_row),
                         plenum_sector_get_name (plenum_record_get_text (self->participant,
                                                                         PLENUM_PARTICIPANT_SECTOR)));
  gtk_switch_set_active (GTK_SWITCH (self->present_switch),
                         plenum_record_get_integer (self->participant, PLENUM_PARTICIPANT_PRESENT));
  gtk_switch_set_active (GTK_SWITCH (self->consent_switch),
                         !plenum_record_is_null (self->participant, PLENUM_PARTICIPANT_CONSENT));
  g_signal_connect_object (self->consent_switch, "notify::active", G_CALLBACK (show_consent),
                           self, G_CONNECT_SWAPPED);
  show_consent (self);
}

static void
plenum_participant_form_dispose (GObject *object)
{
  PlenumParticipantForm *self = PLENUM_PARTICIPANT_FORM (object);

  g_clear_object (&self->from);
  g_clear_object (&self->model);
  g_clear_object (&self->participant);

  G_OBJECT_CLASS (plenum_participant_form_parent_class)->dispose (object);
}

static void
plenum_participant_form_class_init (PlenumParticipantFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_participant_form_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = plenum_participant_form_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plenum/Plenum/participants/plenum-participant-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, pseudonym_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, sector_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, sector_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, role_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, offers_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, seeks_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, email_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, weight_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, present_switch);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, consent_switch);
  gtk_widget_class_bind_template_child (widget_class, PlenumParticipantForm, consent_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_sector_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_participant_form_init (PlenumParticipantForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plenum_participant_form_show:
 * @model: the workshop
 * @participant: whose details
 * @from: the widget that asks
 *
 * Opens the form over the window of @from.
 */
void
plenum_participant_form_show (PlenumWorkshopModel *model, PlenumRecord *participant, GtkWidget *from)
{
  PlenumParticipantForm *self = g_object_new (PLENUM_TYPE_PARTICIPANT_FORM, NULL);

  self->model = g_object_ref (model);
  self->participant = g_object_ref (participant);
  self->from = g_object_ref (from);
  fill_form (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
}
