/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the day stands, above the steps: what goes on, how long still, how far from the
 * plan, and the one button that is needed next. */
#include "plenum-agenda-clock.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-format.h"
#include "plenum-window.h"
#include "plenum-wrapped-label.h"

#define MINUTE (60 * 1000)

struct _PlenumAgendaClock
{
  AdwBin             parent_instance;

  PlenumAgendaModel *model;
  gboolean           read_only;

  GtkWidget         *box;
  GtkWidget         *title;
  GtkWidget         *left;
  GtkWidget         *drift;
  GtkWidget         *button;
  GtkWidget         *menu_button;
};

G_DEFINE_FINAL_TYPE (PlenumAgendaClock, plenum_agenda_clock, ADW_TYPE_BIN)

static const char *
get_title (PlenumAgendaClock *self, int i)
{
  return plenum_record_get_text (plenum_agenda_model_get_step (self->model, i), PLENUM_STEP_TITLE);
}

static guint
sum_minutes (PlenumAgendaClock *self)
{
  guint sum = 0;

  for (guint i = 0; i < plenum_agenda_model_get_n (self->model); i++)
    sum += plenum_record_get_integer (plenum_agenda_model_get_step (self->model, i), PLENUM_STEP_MINUTES);

  return sum;
}

static char *
describe_title (PlenumAgendaClock *self, const PlenumAgendaDay *day)
{
  if (day->running >= 0)
    return g_strdup (get_title (self, day->running));
  if (day->drift == PLENUM_AGENDA_NONE)
    return g_strdup (_("Agenda"));
  if (day->next < 0)
    return g_strdup (_("All steps are done"));

  /* Translators: the step of the agenda that comes next. */
  return g_strdup_printf (_("Next: %s"), get_title (self, day->next));
}

static char *
describe_next (PlenumAgendaClock *self, int next)
{
  g_autofree char *clock = plenum_format_time_of_day (plenum_agenda_model_get_time (self->model, next)->expected_start);

  /* Translators: the next step of the agenda, and the time of day at which it is expected to begin. */
  return g_strdup_printf (_("then %s at %s"), get_title (self, next), clock);
}

static char *
describe_left (PlenumAgendaClock *self, const PlenumAgendaDay *day)
{
  g_autofree char *all = plenum_format_minutes (sum_minutes (self));
  g_autofree char *next = day->running >= 0 && day->next >= 0 ? describe_next (self, day->next) : NULL;
  guint minutes = plenum_agenda_model_get_left (self->model);
  g_autofree char *left = NULL;

  if (day->drift == PLENUM_AGENDA_NONE)
    /* Translators: how long all steps of the agenda take together. */
    return g_strdup_printf (_("%s planned"), all);
  if (day->running < 0)
    return g_strdup ("");

  left = minutes > 0 ? g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes)
                     : g_strdup (_("The time of this step is over"));
  /* Translators: how long a step still takes, then what comes next: “12 minutes left, then Lunch at 12:00”. */
  return next != NULL ? g_strdup_printf (_("%s, %s"), left, next) : g_steal_pointer (&left);
}

/* When it is over. */
static char *
describe_end (const PlenumAgendaDay *day, gint64 planned_end)
{
  g_autofree char *end = plenum_format_time_of_day (day->end);
  g_autofree char *planned = planned_end != PLENUM_AGENDA_NONE ? plenum_format_time_of_day (planned_end) : NULL;

  if (day->next < 0 && day->running < 0)
    return g_strdup_printf (_("Ended at %s"), end);
  if (planned == NULL || g_str_equal (end, planned))
    return g_strdup_printf (_("Ends at %s"), end);

  /* Translators: times of day: when the workshop will be over, and when it should be. */
  return g_strdup_printf (_("Ends at about %s instead of %s"), end, planned);
}

/* To the nearest minute. */
static char *
describe_drift (const PlenumAgendaDay *day, gint64 planned_end)
{
  gint64 minutes = day->drift != PLENUM_AGENDA_NONE ? (day->drift + (day->drift < 0 ? -MINUTE : MINUTE) / 2) / MINUTE : 0;
  g_autofree char *amount = plenum_format_minutes (ABS (minutes));
  g_autofree char *end = day->end != PLENUM_AGENDA_NONE ? describe_end (day, planned_end) : NULL;
  g_autofree char *stand = NULL;

  if (end == NULL)
    return g_strdup (_("Say when one of the steps begins, and all have a time."));
  if (day->drift == PLENUM_AGENDA_NONE)
    return g_steal_pointer (&end);

  stand = minutes == 0  ? g_strdup (_("On time"))
          /* Translators: how the workshop stands against its agenda: “10 minutes behind”. */
          : minutes > 0 ? g_strdup_printf (_("%s behind"), amount)
                        : g_strdup_printf (_("%s ahead"), amount);

  /* Translators: how the workshop stands against its agenda, then when it will be over. */
  return g_strdup_printf (_("%s. %s"), stand, end);
}

static void
show_button (PlenumAgendaClock *self, const PlenumAgendaDay *day)
{
  int wanted = day->next >= 0 ? day->next : day->running;
  const char *label = day->drift == PLENUM_AGENDA_NONE ? _("_Begin") : day->next >= 0 ? _("_Next Step") : _("_Finish");
  gboolean urgent = day->running < 0 || plenum_agenda_model_get_left (self->model) == 0;

  gtk_widget_set_visible (self->button, wanted >= 0 && !self->read_only);
  if (wanted < 0)
    return;

  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s",
                                    plenum_record_get_id (plenum_agenda_model_get_step (self->model, wanted)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), day->next >= 0 ? "agenda.start" : "agenda.finish");
  if (urgent)
    gtk_widget_add_css_class (self->button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->button, "suggested-action");
}

static void
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
update (PlenumAgendaClock *self)
{
  const PlenumAgendaDay *day = plenum_agenda_model_get_day (self->model);
  guint n = plenum_agenda_model_get_n (self->model);
  g_autofree char *title = describe_title (self, day);
  g_autofree char *left = describe_left (self, day);
  g_autofree char *drift =
    describe_drift (day, n > 0 ? plenum_agenda_model_get_time (self->model, n - 1)->planned_end : PLENUM_AGENDA_NONE);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  set_line (self->title, title);
  set_line (self->left, left);
  set_line (self->drift, drift);
  if (day->drift != PLENUM_AGENDA_NONE && day->drift >= 5 * MINUTE)
    gtk_widget_add_css_class (self->drift, "step-drift");
  else
    gtk_widget_remove_css_class (self->drift, "step-drift");
  show_button (self, day);
  gtk_widget_set_visible (self->menu_button, day->drift != PLENUM_AGENDA_NONE && !self->read_only);
}

/* Where it is narrow the buttons are below. */
static void
compact_cb (PlenumAgendaClock *self, GParamSpec *pspec, PlenumWindow *window)
{
  gboolean compact;

  g_object_get (window, "compact", &compact, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->button, compact);
  if (compact)
    gtk_widget_remove_css_class (self->button, "pill");
  else
    gtk_widget_add_css_class (self->button, "pill");
}

static void
plenum_agenda_clock_root (GtkWidget *widget)
{
  GtkRoot *root;

  GTK_WIDGET_CLASS (plenum_agenda_clock_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (!PLENUM_IS_WINDOW (root))
    return;

  g_signal_connect_object (root, "notify::compact", G_CALLBACK (compact_cb), widget, G_CONNECT_SWAPPED);
  compact_cb (PLENUM_AGENDA_CLOCK (widget), NULL, PLENUM_WINDOW (root));
}

static void
plenum_agenda_clock_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);

  GTK_WIDGET_CLASS (plenum_agenda_clock_parent_class)->unroot (widget);
}

static void
plenum_agenda_clock_dispose (GObject *object)
{
  g_clear_object (&PLENUM_AGENDA_CLOCK (object)->model);
  G_OBJECT_CLASS (plenum_agenda_clock_parent_class)->dispose (object);
}

static void
plenum_agenda_clock_class_init (PlenumAgendaClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_agenda_clock_dispose;
  GTK_WIDGET_CLASS (klass)->root = plenum_agenda_clock_root;
  GTK_WIDGET_CLASS (klass)->unroot = plenum_agenda_clock_unroot;
}

static GtkWidget *
new_line (GtkWidget *box, const char *style)
{
  GtkWidget *label = plenum_wrapped_label_new (NULL, style);

  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
plenum_agenda_clock_init (PlenumAgendaClock *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GMenu) menu = g_menu_new ();

  self->title = new_line (lines, "title-2");
  self->left = new_line (lines, "numeric");
  self->drift = new_line (lines, "numeric");
  gtk_widget_set_hexpand (lines, TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "pill");
  g_menu_append (menu, _("_Set back to the beginning"), "agenda.rewind");
  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  plenum_accessible_tip (self->menu_button, _("What can be done with the agenda"));
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (buttons), self->menu_button);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (self->box), lines);
  gtk_box_append (GTK_BOX (self->box), buttons);
  gtk_widget_add_css_class (GTK_WIDGET (self), "agenda-clock");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * plenum_agenda_clock_new:
 *
 * Returns: (transfer floating): what stands above the steps of @model
 */
GtkWidget *
plenum_agenda_clock_new (PlenumAgendaModel *model, gboolean read_only)
{
  PlenumAgendaClock *self = g_object_new (PLENUM_TYPE_AGENDA_CLOCK, NULL);

  self->model = g_object_ref (model);
  self->read_only = read_only;
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
