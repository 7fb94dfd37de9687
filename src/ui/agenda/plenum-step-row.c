/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step in the list: when it begins, what it is, how it stands. */
#include "plenum-step-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-format.h"
#include "plenum-wrapped-label.h"

struct _PlenumStepRow
{
  GtkListBoxRow      parent_instance;

  PlenumAgendaModel *model;
  char              *id;
  gboolean           read_only;

  GtkWidget         *planned;
  GtkWidget         *expected;
  GtkWidget         *title;
  GtkWidget         *note;
  GtkWidget         *state;
  GtkWidget         *menu_button;
};

G_DEFINE_FINAL_TYPE (PlenumStepRow, plenum_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static const char *
get_name (PlenumStepRow *self, PlenumRecord *step, guint field, PlenumRecordType type, guint title)
{
  const char *id = plenum_record_get_text (step, field);
  PlenumRecord *record =
    id != NULL ? plenum_record_list_lookup (plenum_workshop_model_get_list (plenum_agenda_model_get_workshop (self->model), type), id)
               : NULL;

  return record != NULL ? plenum_record_get_text (record, title) : NULL;
}

/* "45 minutes · World Café · Ideas" */
static char *
describe (PlenumStepRow *self, PlenumRecord *step)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *minutes = plenum_format_minutes (plenum_record_get_integer (step, PLENUM_STEP_MINUTES));
  const char *more[] = { plenum_record_get_text (step, PLENUM_STEP_METHOD), plenum_record_get_text (step, PLENUM_STEP_LEAD),
                         get_name (self, step, PLENUM_STEP_BOARD, PLENUM_BOARD, PLENUM_BOARD_TITLE),
                         get_name (self, step, PLENUM_STEP_POLL, PLENUM_POLL, PLENUM_POLL_QUESTION) };

  g_ptr_array_add (parts, minutes);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL && *more[i] != '\0')
      g_ptr_array_add (parts, (gpointer) more[i]);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_times (PlenumStepRow *self, const PlenumAgendaTime *time)
{
  gint64 planned = time->planned_start;
  g_autofree char *clock = planned != PLENUM_AGENDA_NONE ? plenum_format_time_of_day (planned) : g_strdup ("");
  g_autofree char *other = time->expected_start != PLENUM_AGENDA_NONE ? plenum_format_time_of_day (time->expected_start) : g_strdup ("");
  gboolean differs = planned != PLENUM_AGENDA_NONE && *other != '\0' && !g_str_equal (clock, other);
  /* Translators: the time of day at which a step of the agenda really begins, below the planned one. */
  g_autofree char *shown = g_strdup_printf (C_("agenda", "now %s"), other);

  gtk_label_set_label (GTK_LABEL (self->planned), clock);
  gtk_label_set_label (GTK_LABEL (self->expected), differs && time->state != PLENUM_STEP_DONE ? shown : other);
  gtk_widget_set_visible (gtk_widget_get_parent (self->planned), *clock != '\0');
  gtk_widget_set_visible (self->expected, differs);
}

/* One sentence for those who hear it. */
static void
show_name (PlenumStepRow *self, PlenumRecord *step, const char *note)
{
  const char *clock = gtk_label_get_label (GTK_LABEL (self->planned));
  const char *state = gtk_label_get_label (GTK_LABEL (self->state));
  const char *title = plenum_record_get_text (step, PLENUM_STEP_TITLE);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *name = NULL;

  if (*clock != '\0')
    g_ptr_array_add (parts, (gpointer) clock);
  g_ptr_array_add (parts, (gpointer) title);
  g_ptr_array_add (parts, (gpointer) note);
  if (*state != '\0')
    g_ptr_array_add (parts, (gpointer) state);
  g_ptr_array_add (parts, NULL);
  name = g_strjoinv (", ", (char **) parts->pdata);
  plenum_accessible_name (GTK_WIDGET (self), name);
}

static char *
describe_state (const PlenumAgendaTime *time)
{
  gint64 overlap = -time->slack / (60 * 1000);
  g_autofree char *minutes = overlap > 0 ? plenum_format_minutes (overlap) : NULL;

  switch (time->state)
    {
    case PLENUM_STEP_RUNNING:
      return g_strdup (C_("step", "Running"));

    case PLENUM_STEP_DONE:
      return g_strdup (C_("step", "Done"));

    case PLENUM_STEP_SKIPPED:
      return g_strdup (C_("step", "Skipped"));

    case PLENUM_STEP_PENDING:
    default:
      /* Translators: a step of the agenda is to begin before the one above it is over, by so many minutes. */
      return overlap > 0 ? g_strdup_printf (_("%s too early"), minutes) : g_strdup ("");
    }
}

/**
 * plenum_step_row_update:
 *
 * Shows what the step and its times are now.
 */
void
plenum_step_row_update (PlenumStepRow *self)
{
  int i = plenum_agenda_model_find (self->model, self->id);
  const PlenumAgendaTime *time;
  PlenumRecord *step;
  g_autofree char *note = NULL;
  g_autofree char *state = NULL;

  if (i < 0)
    return;

  step = plenum_agenda_model_get_step (self->model, i);
  time = plenum_agenda_model_get_time (self->model, i);
  note = describe (self, step);
  state = describe_state (time);
  gtk_label_set_label (GTK_LABEL (self->title), plenum_record_get_text (step, PLENUM_STEP_TITLE));
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_widget_set_visible (self->state, *state != '\0');
  set_class (self->state, "running", time->state == PLENUM_STEP_RUNNING);
  set_class (self->state, "warning", time->state == PLENUM_STEP_PENDING);
  set_class (GTK_WIDGET (self), "running", time->state == PLENUM_STEP_RUNNING);
  set_class (GTK_WIDGET (self), "over", time->state == PLENUM_STEP_DONE || time->state == PLENUM_STEP_SKIPPED);
  show_times (self, time);
  show_name (self, step, note);
}

static void
add_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Made when it is opened, for how the step stands then. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  PlenumStepRow *self = data;
  int i = plenum_agenda_model_find (self->model, self->id);
  PlenumRecord *step = i >= 0 ? plenum_agenda_model_get_step (self->model, i) : NULL;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) go = g_menu_new ();
  g_autoptr (GMenu) run = g_menu_new ();
  g_autoptr (GMenu) plan = g_menu_new ();

  if (step == NULL)
    return;

  if (!plenum_record_is_null (step, PLENUM_STEP_BOARD))
    add_item (go, _("Go to the _board"), "agenda.go-to-board", self->id);
  if (!plenum_record_is_null (step, PLENUM_STEP_POLL))
    add_item (go, _("Go to the _vote"), "agenda.go-to-poll", self->id);
  add_item (plan, _("_Details…"), "agenda.details", self->id);
  if (!self->read_only)
    {
      if (plenum_agenda_model_get_day (self->model)->running == i)
        {
          add_item (run, _("_Finish"), "agenda.finish", self->id);
          add_item (run, _("Start a _timer for the rest"), "agenda.timer", self->id);
        }
      else
        {
          add_item (run, _("_Start now"), "agenda.start", self->id);
        }
      add_item (plan, _("_Insert a step above"), "agenda.insert", self->id);
      add_item (plan, _("Move _up"), "agenda.move-up", self->id);
      add_item (plan, _("Move d_own"), "agenda.move-down", self->id);
      add_item (plan, _("D_elete"), "agenda.delete", self->id);
    }
  add_section (menu, go);
  add_section (menu, run);
  add_section (menu, plan);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
pressed_cb (PlenumStepRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plenum_step_row_pop_up (self);
}

static void
long_pressed_cb (PlenumStepRow *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plenum_step_row_pop_up (self);
}

static void
plenum_step_row_dispose (GObject *object)
{
  g_clear_object (&PLENUM_STEP_ROW (object)->model);
  G_OBJECT_CLASS (plenum_step_row_parent_class)->dispose (object);
}

static void
plenum_step_row_finalize (GObject *object)
{
  g_free (PLENUM_STEP_ROW (object)->id);
  G_OBJECT_CLASS (plenum_step_row_parent_class)->finalize (object);
}

static void
plenum_step_row_class_init (PlenumStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_step_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_step_row_finalize;
}

/* In one line, whatever it says. */
static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_clock (PlenumStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->planned = new_label ("numeric");
  gtk_widget_add_css_class (self->planned, "step-clock");
  self->expected = new_label ("numeric");
  gtk_widget_add_css_class (self->expected, "caption");
  gtk_widget_add_css_class (self->expected, "step-drift");
  gtk_box_append (GTK_BOX (box), self->planned);
  gtk_box_append (GTK_BOX (box), self->expected);
  gtk_widget_add_css_class (box, "step-times");

  return box;
}

static GtkWidget *
make_words (PlenumStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = plenum_wrapped_label_new (NULL, "step-title");
  self->note = plenum_wrapped_label_new (NULL, "dim-label");
  self->state = new_label ("state-pill");
  gtk_widget_set_halign (self->state, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static void
make_button (PlenumStepRow *self, GtkWidget *box)
{
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), make_menu_cb, self, NULL);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  plenum_accessible_tip (self->menu_button, _("What can be done with this step"));
  gtk_box_append (GTK_BOX (box), self->menu_button);
}

static void
plenum_step_row_init (PlenumStepRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_box_append (GTK_BOX (box), make_clock (self));
  gtk_box_append (GTK_BOX (box), make_words (self));
  make_button (self, box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/**
 * plenum_step_row_new:
 * @id: of a step of @model
 * @clocks: makes the times of all rows as wide as the widest
 *
 * Returns: (transfer floating): a row for a list
 */
GtkWidget *
plenum_step_row_new (PlenumAgendaModel *model, const char *id, GtkSizeGroup *clocks, gboolean read_only)
{
  PlenumStepRow *self = g_object_new (PLENUM_TYPE_STEP_ROW, NULL);

  self->model = g_object_ref (model);
  self->id = g_strdup (id);
  self->read_only = read_only;
  gtk_size_group_add_widget (clocks, gtk_widget_get_parent (self->planned));
  plenum_step_row_update (self);

  return GTK_WIDGET (self);
}

const char *
plenum_step_row_get_id (PlenumStepRow *self)
{
  g_return_val_if_fail (PLENUM_IS_STEP_ROW (self), NULL);

  return self->id;
}

/**
 * plenum_step_row_pop_up:
 *
 * Opens its menu.
 */
void
plenum_step_row_pop_up (PlenumStepRow *self)
{
  g_return_if_fail (PLENUM_IS_STEP_ROW (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}
