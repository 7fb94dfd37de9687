/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of one step. What is typed is stored when the focus leaves it, when Enter is
 * pressed, and when another step is shown. */
#include "plenum-step-details.h"

#include <glib/gi18n.h>

#include "plenum-editable.h"
#include "plenum-note-entry.h"
#include "plenum-perform.h"
#include "plenum-step-actions.h"

struct _PlenumStepDetails
{
  AdwBin             parent_instance;

  PlenumAgendaModel *model;
  char              *id;      /* nullable */
  PlenumRecord      *shown;   /* as it was shown last */
  gboolean           showing; /* the rows are being set, not chosen */

  GtkEditable       *title_row;
  GtkSpinButton     *minutes_spin;
  GtkEditable       *start_row;
  GtkEditable       *method_row;
  GtkEditable       *material_row;
  GtkEditable       *lead_row;
  AdwComboRow       *board_row;
  AdwComboRow       *authors_row;
  AdwComboRow       *poll_row;
  GtkBox            *note_box;
  GtkWidget         *note;
};

G_DEFINE_FINAL_TYPE (PlenumStepDetails, plenum_step_details, ADW_TYPE_BIN)

static PlenumRecord *
get_step (PlenumStepDetails *self)
{
  int i = self->model != NULL ? plenum_agenda_model_find (self->model, self->id) : -1;

  return i >= 0 ? plenum_agenda_model_get_step (self->model, i) : NULL;
}

static PlenumRecordList *
get_list (PlenumStepDetails *self, PlenumRecordType type)
{
  return plenum_workshop_model_get_list (plenum_agenda_model_get_workshop (self->model), type);
}

static void
take_text (PlenumRecord *record, guint field, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  plenum_record_set_text (record, field, *stripped != '\0' ? stripped : NULL);
}

/* The ids are those of the choices, of which the first is none. */
static void
take_choice (PlenumRecord *record, guint field, AdwComboRow *row)
{
  GStrv ids = g_object_get_data (G_OBJECT (row), "ids");
  guint chosen = adw_combo_row_get_selected (row);

  if (ids != NULL && chosen != GTK_INVALID_LIST_POSITION)
    plenum_record_set_text (record, field, chosen > 0 ? ids[chosen - 1] : NULL);
}

/* As the choices stand: the board stays as it is, shows authors, hides them. */
static guint
get_authors (PlenumRecord *step)
{
  if (plenum_record_is_null (step, PLENUM_STEP_ANONYMOUS))
    return 0;

  return plenum_record_get_integer (step, PLENUM_STEP_ANONYMOUS) != 0 ? 2 : 1;
}

static void
take_authors (PlenumRecord *step, guint chosen)
{
  if (chosen == 1 || chosen == 2)
    plenum_record_set_integer (step, PLENUM_STEP_ANONYMOUS, chosen == 2);
  else
    plenum_record_set_null (step, PLENUM_STEP_ANONYMOUS);
}

static gboolean
is_same (PlenumRecord *a, PlenumRecord *b)
{
  for (guint i = PLENUM_STEP_TITLE; i <= PLENUM_STEP_POLL; i++)
    if (i == PLENUM_STEP_MINUTES ? plenum_record_get_integer (a, i) != plenum_record_get_integer (b, i)
                                 : g_strcmp0 (plenum_record_get_text (a, i), plenum_record_get_text (b, i)) != 0)
      return FALSE;

  return get_authors (a) == get_authors (b);
}

static void show (PlenumStepDetails *self);

/* What was refused is not kept where it could be taken for what is stored. */
static void
saved_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumStepDetails *self = data;

  if (error != NULL && get_step (self) != NULL)
    {
      plenum_editable_clear (self->start_row);
      show (self);
    }
}

static void
save (PlenumStepDetails *self)
{
  PlenumRecord *step = get_step (self);
  g_autoptr (PlenumRecord) changed = NULL;
  g_autofree char *note = NULL;

  if (step == NULL || self->showing)
    return;

  changed = plenum_record_copy (step, self->id);
  note = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->note));
  /* A step without a name keeps the one it had. */
  if (*gtk_editable_get_text (self->title_row) != '\0')
    take_text (changed, PLENUM_STEP_TITLE, gtk_editable_get_text (self->title_row));
  gtk_spin_button_update (self->minutes_spin);
  plenum_record_set_integer (changed, PLENUM_STEP_MINUTES, gtk_spin_button_get_value_as_int (self->minutes_spin));
  take_text (changed, PLENUM_STEP_START, gtk_editable_get_text (self->start_row));
  take_text (changed, PLENUM_STEP_METHOD, gtk_editable_get_text (self->method_row));
  take_text (changed, PLENUM_STEP_MATERIAL, gtk_editable_get_text (self->material_row));
  take_text (changed, PLENUM_STEP_LEAD, gtk_editable_get_text (self->lead_row));
  take_text (changed, PLENUM_STEP_NOTE, note);
  take_choice (changed, PLENUM_STEP_BOARD, self->board_row);
  take_choice (changed, PLENUM_STEP_POLL, self->poll_row);
  take_authors (changed, adw_combo_row_get_selected (self->authors_row));
  if (is_same (step, changed))
    return;

  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (plenum_agenda_model_get_workshop (self->model)),
                  plenum_action_edit_step (changed), NULL, saved_cb, self);
}

static void
save_cb (PlenumStepDetails *self)
{
  save (self);
}

static void
show_choices (PlenumStepDetails *self, AdwComboRow *row, PlenumRecordType type, guint title, const char *chosen, const char *none)
{
  GListModel *records = G_LIST_MODEL (get_list (self, type));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint selected = 0;

  gtk_string_list_append (names, none);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (records, i);

      gtk_string_list_append (names, plenum_record_get_text (record, title));
      g_strv_builder_add (ids, plenum_record_get_id (record));
      if (g_strcmp0 (plenum_record_get_id (record), chosen) == 0)
        selected = i + 1;
    }
  g_object_set_data_full (G_OBJECT (row), "ids", g_strv_builder_end (ids), (GDestroyNotify) g_strfreev);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
  /* A row with choices makes itself sensitive. */
  gtk_widget_set_sensitive (GTK_WIDGET (row), !plenum_workshop_model_is_read_only (plenum_agenda_model_get_workshop (self->model)));
}

/* What is being typed is not replaced; it will be what is stored. */
static void
show_text (GtkEditable *row, const char *text)
{
  if (!plenum_editable_is_typed (row))
    plenum_editable_show (row, text != NULL ? text : "");
}

static void
show_note (PlenumStepDetails *self, const char *note)
{
  g_autofree char *typed = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->note));

  if (!gtk_widget_has_focus (self->note) && g_strcmp0 (typed, note != NULL ? note : "") != 0)
    plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->note), note != NULL ? note : "");
}

static void
show (PlenumStepDetails *self)
{
  PlenumRecord *step = get_step (self);

  if (step == NULL)
    {
      if (self->id != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "agenda.close-details", NULL);
      return;
    }

  self->showing = TRUE;
  g_clear_object (&self->shown);
  self->shown = plenum_record_copy (step, self->id);
  show_text (self->title_row, plenum_record_get_text (step, PLENUM_STEP_TITLE));
  gtk_spin_button_set_value (self->minutes_spin, plenum_record_get_integer (step, PLENUM_STEP_MINUTES));
  show_text (self->start_row, plenum_record_get_text (step, PLENUM_STEP_START));
  show_text (self->method_row, plenum_record_get_text (step, PLENUM_STEP_METHOD));
  show_text (self->material_row, plenum_record_get_text (step, PLENUM_STEP_MATERIAL));
  show_text (self->lead_row, plenum_record_get_text (step, PLENUM_STEP_LEAD));
  show_note (self, plenum_record_get_text (step, PLENUM_STEP_NOTE));
  /* Translators: no board belongs to this step of the agenda. */
  show_choices (self, self->board_row, PLENUM_BOARD, PLENUM_BOARD_TITLE, plenum_record_get_text (step, PLENUM_STEP_BOARD),
                C_("board of a step", "None"));
  /* Translators: no vote belongs to this step of the agenda. */
  show_choices (self, self->poll_row, PLENUM_POLL, PLENUM_POLL_QUESTION, plenum_record_get_text (step, PLENUM_STEP_POLL),
                C_("vote of a step", "None"));
  adw_combo_row_set_selected (self->authors_row, get_authors (step));
  gtk_widget_set_visible (GTK_WIDGET (self->authors_row), !plenum_record_is_null (step, PLENUM_STEP_BOARD));
  self->showing = FALSE;
}

/* From minute to minute only times change; an open list of choices stays open. */
static void
changed_cb (PlenumStepDetails *self)
{
  PlenumRecord *step = get_step (self);

  if (step == NULL || self->shown == NULL || !is_same (step, self->shown))
    show (self);
}

static void
plenum_step_details_dispose (GObject *object)
{
  PlenumStepDetails *self = PLENUM_STEP_DETAILS (object);

  /* Rows that go tell of it. */
  self->showing = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), PLENUM_TYPE_STEP_DETAILS);
  g_clear_object (&self->shown);
  g_clear_object (&self->model);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (plenum_step_details_parent_class)->dispose (object);
}

static void
plenum_step_details_class_init (PlenumStepDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_step_details_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/agenda/plenum-step-details.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, start_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, method_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, material_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, lead_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, board_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, authors_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, poll_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumStepDetails, note_box);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "agenda.close-details", NULL);
}

static void
save_on_leave (PlenumStepDetails *self, gpointer widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save_cb), self);
  gtk_widget_add_controller (widget, focus);
}

static void
plenum_step_details_init (PlenumStepDetails *self)
{
  gpointer typed[6];
  /* Translators: whether a board shows who wrote a card while a step of the agenda goes on. */
  const char *authors[] = { C_("authors", "As the board says"), C_("authors", "Shown"), C_("authors", "Hidden"), NULL };
  g_autoptr (GtkStringList) choices = gtk_string_list_new (authors);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->authors_row, G_LIST_MODEL (choices));
  self->note = plenum_note_entry_new (_("Note"), _("What you want to remember in this step"));
  gtk_box_append (self->note_box, self->note);
  g_signal_connect_swapped (self->note, "submit", G_CALLBACK (save_cb), self);
  typed[0] = self->note;
  typed[1] = self->title_row;
  typed[2] = self->start_row;
  typed[3] = self->method_row;
  typed[4] = self->material_row;
  typed[5] = self->lead_row;
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    save_on_leave (self, typed[i]);
  for (guint i = 1; i < G_N_ELEMENTS (typed); i++)
    plenum_editable_pass_undo (typed[i]);
  /* A number is set by clicks as well, each of which is to be stored. */
  g_signal_connect_swapped (self->minutes_spin, "value-changed", G_CALLBACK (save_cb), self);
  self->showing = FALSE;
}

static void
lock (PlenumStepDetails *self)
{
  gpointer rows[] = { self->title_row, self->minutes_spin, self->start_row, self->method_row, self->material_row, self->lead_row,
                      self->authors_row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_set_sensitive (rows[i], FALSE);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->note), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->note), FALSE);
}

/**
 * plenum_step_details_set_model:
 * @model: the agenda; said once
 */
void
plenum_step_details_set_model (PlenumStepDetails *self, PlenumAgendaModel *model)
{
  g_return_if_fail (PLENUM_IS_STEP_DETAILS (self) && self->model == NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (plenum_workshop_model_is_read_only (plenum_agenda_model_get_workshop (model)))
    lock (self);
}

/**
 * plenum_step_details_set_step:
 * @id: (nullable): of a step, or %NULL for none
 *
 * Stores what was typed about the step before.
 */
void
plenum_step_details_set_step (PlenumStepDetails *self, const char *id)
{
  g_return_if_fail (PLENUM_IS_STEP_DETAILS (self));

  save (self);
  g_free (self->id);
  self->id = g_strdup (id);
  if (id == NULL)
    return;

  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

/**
 * plenum_step_details_get_step:
 *
 * Returns: (transfer none) (nullable): the id of the step that is shown
 */
const char *
plenum_step_details_get_step (PlenumStepDetails *self)
{
  g_return_val_if_fail (PLENUM_IS_STEP_DETAILS (self), NULL);

  return self->id;
}
