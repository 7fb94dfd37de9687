/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be said about a workshop before it begins; the same to change it. */
#include "plenum-workshop-form.h"

#include <glib/gi18n.h>

#include "plenum-date-row.h"
#include "plenum-perform.h"
#include "plenum-template-card.h"
#include "plenum-workshop-actions.h"

struct _PlenumWorkshopForm
{
  AdwWindow      parent_instance;

  GtkWidget     *done;
  AdwEntryRow   *title_row;
  AdwEntryRow   *question_row;
  AdwEntryRow   *place_row;
  PlenumDateRow *date_row;
  AdwComboRow   *state_row;
  GtkWidget     *templates;
  GtkFlowBox    *flow;

  PlenumLibrary *library;
  PlenumRecord  *workshop; /* nullable: a new one */
  GtkWidget     *from;     /* weak: what asked */
};

G_DEFINE_FINAL_TYPE (PlenumWorkshopForm, plenum_workshop_form, ADW_TYPE_WINDOW)

static const char * const states[] = { "planned", "running", "finished" };

/* A new workshop with what the form says about it, as one step of the history. */
typedef struct
{
  PlenumAction *base;
  char         *question;
  char         *place;
  char         *date;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->base);
  g_free (making->question);
  g_free (making->place);
  g_free (making->date);
  g_free (making);
}

static gboolean
set_if_said (PlenumEdit *edit, const char *id, guint field, const char *text, GError **error)
{
  return text == NULL || plenum_edit_set_text (edit, PLENUM_WORKSHOP, id, field, text, error);
}

/* On the library's thread. */
static gboolean
make_workshop (PlenumEdit *edit, gpointer data, GError **error)
{
  Making *making = data;
  const char *id;

  if (!plenum_action_run (making->base, edit, error))
    return FALSE;

  id = plenum_action_get_result (making->base);

  return set_if_said (edit, id, PLENUM_WORKSHOP_QUESTION, making->question, error)
         && set_if_said (edit, id, PLENUM_WORKSHOP_PLACE, making->place, error)
         && set_if_said (edit, id, PLENUM_WORKSHOP_DATE, making->date, error);
}

/* What was typed without the blanks around it, or NULL for nothing. */
static char *
read_row (AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* The language of the new workshop's boards: "de", whatever country's. */
static char *
get_language (void)
{
  const char *language = pango_language_to_string (gtk_get_default_language ());
  g_autofree char *base = g_strndup (language, strcspn (language, "_-.@"));

  return g_str_equal (base, "c") ? g_strdup ("en") : g_steal_pointer (&base);
}

static PlenumAction *
make_action (PlenumWorkshopForm *self, const char *title)
{
  g_autoptr (GList) chosen = gtk_flow_box_get_selected_children (self->flow);
  PlenumTemplate *template =
    chosen != NULL ? plenum_template_card_get_template (PLENUM_TEMPLATE_CARD (chosen->data)) : NULL;
  g_autofree char *language = get_language ();
  Making *making = g_new0 (Making, 1);
  PlenumAction *action;

  making->base = template != NULL ? plenum_template_make_action (template, title, language)
                                  : plenum_action_add_workshop (title, language);
  making->question = read_row (self->question_row);
  making->place = read_row (self->place_row);
  making->date = g_strdup (plenum_date_row_get_date (self->date_row));

  action = plenum_action_new (plenum_label_copy (plenum_action_get_label (making->base)),
                              make_workshop, making, making_free);
  plenum_action_set_result (action, plenum_action_get_result (making->base));

  return action;
}

static void
made_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error == NULL)
    gtk_widget_activate_action (data, "win.open-workshop", "s", plenum_action_get_result (action));
}

static void
set_or_clear (PlenumRecord *record, guint field, const char *text)
{
  if (text != NULL)
    plenum_record_set_text (record, field, text);
  else
    plenum_record_set_null (record, field);
}

static void
save_changes (PlenumWorkshopForm *self, const char *title)
{
  g_autoptr (PlenumRecord) changed =
    plenum_record_copy (self->workshop, plenum_record_get_id (self->workshop));
  g_autofree char *question = read_row (self->question_row);
  g_autofree char *place = read_row (self->place_row);

  plenum_record_set_text (changed, PLENUM_WORKSHOP_TITLE, title);
  set_or_clear (changed, PLENUM_WORKSHOP_QUESTION, question);
  set_or_clear (changed, PLENUM_WORKSHOP_PLACE, place);
  set_or_clear (changed, PLENUM_WORKSHOP_DATE, plenum_date_row_get_date (self->date_row));
  plenum_record_set_text (changed, PLENUM_WORKSHOP_STATE, states[adw_combo_row_get_selected (self->state_row)]);
  plenum_perform (self->from, self->library, plenum_action_edit_workshop (changed), NULL, NULL, NULL);
}

static void
done_cb (PlenumWorkshopForm *self)
{
  g_autofree char *title = read_row (self->title_row);

  if (title == NULL || self->from == NULL)
    return;

  if (self->workshop != NULL)
    save_changes (self, title);
  else
    plenum_perform (self->from, self->library, make_action (self, title), NULL, made_cb, self->from);
  gtk_window_close (GTK_WINDOW (self));
}

static void
changed_cb (PlenumWorkshopForm *self)
{
  g_autofree char *title = read_row (self->title_row);

  gtk_widget_set_sensitive (self->done, title != NULL);
}

static void
plenum_workshop_form_dispose (GObject *object)
{
  PlenumWorkshopForm *self = PLENUM_WORKSHOP_FORM (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->library);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (plenum_workshop_form_parent_class)->dispose (object);
}

static void
plenum_workshop_form_class_init (PlenumWorkshopFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_workshop_form_dispose;

  g_type_ensure (PLENUM_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/library/plenum-workshop-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, done);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, question_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, date_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, state_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, templates);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopForm, flow);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_workshop_form_init (PlenumWorkshopForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static PlenumWorkshopForm *
show_form (GtkWidget *from, PlenumLibrary *library)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (from));
  PlenumWorkshopForm *self = g_object_new (PLENUM_TYPE_WORKSHOP_FORM, "transient-for", parent, NULL);
  int width, height;

  g_set_weak_pointer (&self->from, from);
  self->library = g_object_ref (library);
  /* On a small screen it covers the window below, and no more. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));

  return self;
}

static void
select_template (PlenumWorkshopForm *self, const char *id)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->flow, i)) != NULL; i++)
    {
      PlenumTemplate *template = plenum_template_card_get_template (PLENUM_TEMPLATE_CARD (child));

      if (template != NULL ? g_strcmp0 (plenum_template_get_id (template), id) == 0 : id == NULL)
        gtk_flow_box_select_child (self->flow, child);
    }
}

/**
 * plenum_workshop_form_show_new:
 * @from: the widget that asks
 * @template: (nullable): the id of the template that is chosen at first
 *
 * Asks for a new workshop and opens it when it is made.
 */
void
plenum_workshop_form_show_new (GtkWidget *from, PlenumLibrary *library, const char *template)
{
  PlenumWorkshopForm *self = show_form (from, library);

  gtk_window_set_title (GTK_WINDOW (self), _("New Workshop"));
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), FALSE);
  plenum_template_card_fill (self->flow, TRUE);
  select_template (self, template);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
fill_row (AdwEntryRow *row, PlenumRecord *workshop, guint field)
{
  const char *text = plenum_record_get_text (workshop, field);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/**
 * plenum_workshop_form_show_edit:
 * @from: the widget that asks
 * @workshop: what is to be changed
 */
void
plenum_workshop_form_show_edit (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop)
{
  PlenumWorkshopForm *self = show_form (from, library);
  const char *names[] = { _("Planned"), _("Running"), _("Finished"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  const char *state = plenum_record_get_text (workshop, PLENUM_WORKSHOP_STATE);

  self->workshop = g_object_ref (workshop);
  gtk_window_set_title (GTK_WINDOW (self), _("Edit Workshop"));
  gtk_window_set_default_size (GTK_WINDOW (self), MIN (540, gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (from)))), -1);
  gtk_button_set_label (GTK_BUTTON (self->done), _("_Save"));
  gtk_widget_set_visible (self->templates, FALSE);
  fill_row (self->title_row, workshop, PLENUM_WORKSHOP_TITLE);
  fill_row (self->question_row, workshop, PLENUM_WORKSHOP_QUESTION);
  fill_row (self->place_row, workshop, PLENUM_WORKSHOP_PLACE);
  plenum_date_row_set_date (self->date_row, plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE));
  adw_combo_row_set_model (self->state_row, G_LIST_MODEL (list));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (state, states[i]) == 0)
      adw_combo_row_set_selected (self->state_row, i);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
