/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of the day: how it stands, its steps, an entry that adds one, and the
 * details of a step beside them. */
#include "plenum-agenda-view.h"

#include <glib/gi18n.h>

#include "plenum-agenda-clock.h"
#include "plenum-editable.h"
#include "plenum-keys.h"
#include "plenum-list-stop.h"
#include "plenum-perform.h"
#include "plenum-side-pane.h"
#include "plenum-step-actions.h"
#include "plenum-step-details.h"
#include "plenum-step-list.h"
#include "plenum-workshop-page.h"

#define USUAL_MINUTES 30

struct _PlenumAgendaView
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  PlenumAgendaModel   *agenda;
  char                *running; /* the step that went on when this was last looked at */
  char                *before; /* the step that what is typed goes before; NULL: to the end */

  PlenumSidePane      *pane;
  GtkStack            *stack;
  GtkBox              *column;
  GtkListBox          *list;
  GtkWidget           *entry;
  PlenumStepDetails   *details;
  GtkSizeGroup        *clocks; /* of all rows are as wide as the widest */
};

enum { PROP_0, PROP_SHOWN, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumAgendaView, plenum_agenda_view, GTK_TYPE_WIDGET)

/* Who goes on with the day looks at the step that goes on. */
static void
select_running (PlenumAgendaView *self)
{
  int i = plenum_agenda_model_get_day (self->agenda)->running;
  const char *id = i >= 0 ? plenum_record_get_id (plenum_agenda_model_get_step (self->agenda, i)) : NULL;
  gboolean focused = gtk_list_box_get_selected_row (self->list) != NULL
                     && gtk_widget_has_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));

  if (g_strcmp0 (id, self->running) == 0)
    return;

  g_free (self->running);
  self->running = g_strdup (id);
  if (id != NULL && focused)
    plenum_step_list_focus (self->list, id);
  else if (id != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (plenum_step_list_find (self->list, id)));
}

static void
update (PlenumAgendaView *self)
{
  gboolean loaded = plenum_record_list_get_loaded (plenum_workshop_model_get_list (self->model, PLENUM_STEP));

  plenum_step_list_sync (self->list, self->agenda, self->clocks, plenum_workshop_model_is_read_only (self->model));
  select_running (self);
  gtk_list_box_invalidate_headers (self->list);
  gtk_stack_set_visible_child_name (self->stack, plenum_agenda_model_get_n (self->agenda) > 0 || !loaded ? "steps" : "empty");
}

static void
perform (PlenumAgendaView *self, PlenumAction *action, const char *toast)
{
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model), action, toast, NULL, NULL);
}

static void
added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumAgendaView *self = data;
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW)));

  /* Typed one after the other, what was added last is to be seen. */
  if (error == NULL && self->before == NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
add_cb (PlenumAgendaView *self)
{
  g_autofree char *start = NULL;
  guint minutes = USUAL_MINUTES;
  g_autofree char *title = plenum_agenda_parse_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &start, &minutes);

  if (title == NULL)
    return;

  plenum_editable_clear (GTK_EDITABLE (self->entry));
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_add_step (plenum_workshop_model_get_id (self->model), title, start, minutes, self->before),
                  NULL, added_cb, self);
}

static void
set_before (PlenumAgendaView *self, const char *id)
{
  int i = plenum_agenda_model_find (self->agenda, id);
  g_autofree char *hint = NULL;

  g_free (self->before);
  self->before = i >= 0 ? g_strdup (id) : NULL;
  if (i >= 0)
    /* Translators: what stands in the empty entry that adds a step above the one that is named. */
    hint = g_strdup_printf (_("New step above “%s”"), plenum_record_get_text (plenum_agenda_model_get_step (self->agenda, i), PLENUM_STEP_TITLE));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint != NULL ? hint : _("New step: 9:30 Arrival; 30"));
}

/* Whoever leaves it has inserted what was to be inserted. */
static void
left_cb (PlenumAgendaView *self)
{
  set_before (self, NULL);
}

/* The step an action is about: the one named, or else the one that is chosen. */
static const char *
get_target (PlenumAgendaView *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (*id != '\0')
    return id;

  return row != NULL ? plenum_step_row_get_id (PLENUM_STEP_ROW (row)) : NULL;
}

static void
start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);
  const char *id = get_target (self, parameter);

  if (id != NULL)
    perform (self, plenum_action_start_step (id, g_get_real_time () / 1000), NULL);
}

static void
finish_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);
  const char *id = get_target (self, parameter);

  if (id != NULL)
    perform (self, plenum_action_finish_step (id, g_get_real_time () / 1000), NULL);
}

static void
move (PlenumAgendaView *self, GVariant *parameter, int by)
{
  const char *id = get_target (self, parameter);
  int i = plenum_agenda_model_find (self->agenda, id);
  int n = plenum_agenda_model_get_n (self->agenda);
  int before = by < 0 ? i - 1 : i + 2;

  if (i < 0 || i + by < 0 || i + by >= n)
    return;

  perform (self, plenum_action_move_step (id, before < n ? plenum_record_get_id (plenum_agenda_model_get_step (self->agenda, before)) : NULL),
           NULL);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (PLENUM_AGENDA_VIEW (widget), parameter, -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (PLENUM_AGENDA_VIEW (widget), parameter, 1);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);
  const char *id = get_target (self, parameter);
  int i = plenum_agenda_model_find (self->agenda, id);
  int n = plenum_agenda_model_get_n (self->agenda);

  if (i < 0)
    return;

  /* The keyboard goes on at the neighbour. */
  if (n > 1)
    plenum_step_list_focus (self->list, plenum_record_get_id (plenum_agenda_model_get_step (self->agenda, i + 1 < n ? i + 1 : i - 1)));
  else
    gtk_widget_grab_focus (self->entry);
  perform (self, plenum_action_delete_step (id), _("The step was deleted."));
}

static void
insert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);

  gtk_widget_grab_focus (self->entry);
  set_before (self, get_target (self, parameter));
}

static void
show_details (PlenumAgendaView *self, const char *id)
{
  plenum_side_pane_set_open (self->pane, id != NULL);
  plenum_step_details_set_step (self->details, id);
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);

  show_details (self, get_target (self, parameter));
}

static void
close_details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);
  g_autofree char *id = g_strdup (plenum_step_details_get_step (self->details));

  show_details (self, NULL);
  plenum_step_list_focus (self->list, id);
}

static void
activated_cb (PlenumAgendaView *self, GtkListBoxRow *row)
{
  show_details (self, plenum_step_row_get_id (PLENUM_STEP_ROW (row)));
}

static void
go_to (PlenumAgendaView *self, GVariant *parameter, guint field, const char *view)
{
  int i = plenum_agenda_model_find (self->agenda, get_target (self, parameter));
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), PLENUM_TYPE_WORKSHOP_PAGE);
  const char *id = i >= 0 ? plenum_record_get_text (plenum_agenda_model_get_step (self->agenda, i), field) : NULL;

  if (id != NULL && page != NULL)
    plenum_workshop_page_show (PLENUM_WORKSHOP_PAGE (page), view, id);
}

static void
go_to_board_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (PLENUM_AGENDA_VIEW (widget), parameter, PLENUM_STEP_BOARD, "boards");
}

static void
go_to_poll_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (PLENUM_AGENDA_VIEW (widget), parameter, PLENUM_STEP_POLL, "voting");
}

/* What is over has no rest; then all of it is meant. */
static void
timer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);
  int i = plenum_agenda_model_find (self->agenda, get_target (self, parameter));
  guint minutes = plenum_agenda_model_get_left (self->agenda);

  if (i < 0)
    return;
  if (minutes == 0)
    minutes = plenum_record_get_integer (plenum_agenda_model_get_step (self->agenda, i), PLENUM_STEP_MINUTES);
  gtk_widget_activate_action (widget, "workshop.start-timer", "u", minutes * 60);
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (PLENUM_AGENDA_VIEW (widget)->list);

  if (row != NULL)
    plenum_step_row_pop_up (PLENUM_STEP_ROW (row));
}

static void
rewind_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);

  perform (self, plenum_action_rewind_agenda (plenum_workshop_model_get_id (self->model)),
           _("The agenda is at its beginning again."));
}

static gboolean
plenum_agenda_view_grab_focus (GtkWidget *widget)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (widget);
  const PlenumAgendaDay *day = plenum_agenda_model_get_day (self->agenda);
  int i = day->running >= 0 ? day->running : day->next;

  if (i < 0 || plenum_agenda_model_get_n (self->agenda) == 0)
    return gtk_widget_grab_focus (self->entry);

  plenum_step_list_focus (self->list, plenum_record_get_id (plenum_agenda_model_get_step (self->agenda, i)));
  return TRUE;
}

static void
plenum_agenda_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, plenum_workshop_model_get_id (PLENUM_AGENDA_VIEW (object)->model));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_agenda_view_dispose (GObject *object)
{
  PlenumAgendaView *self = PLENUM_AGENDA_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->running, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_object (&self->clocks);
  g_clear_object (&self->agenda);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_agenda_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "agenda.start", start_cb }, { "agenda.finish", finish_cb }, { "agenda.move-up", move_up_cb },
    { "agenda.move-down", move_down_cb }, { "agenda.delete", delete_cb }, { "agenda.insert", insert_cb },
    { "agenda.details", details_cb }, { "agenda.go-to-board", go_to_board_cb }, { "agenda.go-to-poll", go_to_poll_cb },
    { "agenda.timer", timer_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "s", actions[i].activate);
  gtk_widget_class_install_action (widget_class, "agenda.close-details", NULL, close_details_cb);
  gtk_widget_class_install_action (widget_class, "agenda.rewind", NULL, rewind_cb);
  gtk_widget_class_install_action (widget_class, "agenda.menu", NULL, menu_cb);
  plenum_keys_bind (widget_class, "agenda.");
}

static void
plenum_agenda_view_class_init (PlenumAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_agenda_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = plenum_agenda_view_get_property;
  widget_class->grab_focus = plenum_agenda_view_grab_focus;

  /**
   * PlenumAgendaView:shown:
   *
   * What the beamer is to show: the workshop's id, since a workshop has one agenda.
   */
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  g_type_ensure (PLENUM_TYPE_SIDE_PANE);
  g_type_ensure (PLENUM_TYPE_STEP_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/agenda/plenum-agenda-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumAgendaView, pane);
  gtk_widget_class_bind_template_child (widget_class, PlenumAgendaView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumAgendaView, column);
  gtk_widget_class_bind_template_child (widget_class, PlenumAgendaView, list);
  gtk_widget_class_bind_template_child (widget_class, PlenumAgendaView, entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumAgendaView, details);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  install_actions (widget_class);
}

static void
plenum_agenda_view_init (PlenumAgendaView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->clocks = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New step"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Type a name and press Enter. A time of day may stand before it, and minutes after a semicolon."), -1);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  plenum_editable_pass_undo (GTK_EDITABLE (self->entry));
}

/* In a copy that stays as it is the agenda is read. */
static void
lock (PlenumAgendaView *self)
{
  static const char * const changing[] = { "agenda.start", "agenda.finish", "agenda.move-up", "agenda.move-down",
                                           "agenda.delete", "agenda.insert", "agenda.rewind" };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], FALSE);
  gtk_widget_set_visible (self->entry, FALSE);
}

/**
 * plenum_agenda_view_new:
 * @model: the workshop
 *
 * Returns: (transfer floating): its agenda
 */
GtkWidget *
plenum_agenda_view_new (PlenumWorkshopModel *model)
{
  PlenumAgendaView *self = g_object_new (PLENUM_TYPE_AGENDA_VIEW, NULL);

  self->model = g_object_ref (model);
  self->agenda = plenum_agenda_model_new (model);
  gtk_list_box_set_header_func (self->list, plenum_step_list_header_func, self->agenda, NULL);
  plenum_step_details_set_model (self->details, self->agenda);
  gtk_box_prepend (self->column, plenum_agenda_clock_new (self->agenda, plenum_workshop_model_is_read_only (model)));
  if (plenum_workshop_model_is_read_only (model))
    lock (self);
  g_signal_connect_object (self->agenda, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
