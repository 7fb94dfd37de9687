/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beamer and the time in the facilitator's window, below everything, while
 * there is either. The window for the beamer follows what is worked on, or stands
 * still. Both it and the timer belong to the main window: they stay when this bar
 * goes with its page, and are found again by the next. */
#include "plenum-presenter-bar.h"

#include <glib/gi18n.h>

#include "plenum-application.h"
#include "plenum-presenter-miniature.h"
#include "plenum-presenter-monitor.h"
#include "plenum-timer-controls.h"
#include "plenum-timer-sound.h"

#define WINDOW "plenum-presenter"
#define TIMER "plenum-timer"

struct _PlenumPresenterBar
{
  GtkWidget               parent_instance;

  PlenumWorkshopModel    *model;
  PlenumTimer            *timer;   /* from when there is a main window */
  PlenumPresenterContent  content; /* what is worked on */
  char                   *id;
  graphene_rect_t         look;    /* the part of a wall; empty: all of it */
  gboolean                asked;   /* for the timer, which is not running yet */

  GtkWidget              *beamer_box;
  GtkWidget              *miniature;
  GtkWidget              *state_label;
  GtkWidget              *freeze_button;
  GtkWidget              *timer_controls;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterBar, plenum_presenter_bar, GTK_TYPE_WIDGET)

static GtkWindow *
get_main (PlenumPresenterBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static PlenumPresenterWindow *
get_window (PlenumPresenterBar *self)
{
  GtkWindow *main = get_main (self);

  return main != NULL ? g_object_get_data (G_OBJECT (main), WINDOW) : NULL;
}

static void
update (PlenumPresenterBar *self)
{
  PlenumPresenterWindow *window = get_window (self);
  gboolean frozen = window != NULL && plenum_presenter_window_get_frozen (window);
  gboolean timed = self->timer != NULL && plenum_timer_get_state (self->timer) != PLENUM_TIMER_OFF;

  gtk_widget_set_visible (self->beamer_box, window != NULL);
  gtk_widget_set_halign (self->timer_controls, window != NULL ? GTK_ALIGN_FILL : GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->timer_controls, window == NULL);
  plenum_presenter_miniature_set_window (PLENUM_PRESENTER_MINIATURE (self->miniature), window);
  gtk_label_set_label (GTK_LABEL (self->state_label),
                       frozen ? _("The beamer is frozen") : _("The beamer shows what you work on"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->freeze_button), frozen);
  gtk_widget_set_visible (GTK_WIDGET (self), window != NULL || timed || self->asked);
}

static void
timer_changed_cb (PlenumPresenterBar *self)
{
  gboolean timed = plenum_timer_get_state (self->timer) != PLENUM_TIMER_OFF;

  /* Stopped: it goes, as it came. */
  if (!timed && !gtk_widget_get_visible (self->beamer_box))
    self->asked = FALSE;
  if (timed != gtk_widget_get_visible (GTK_WIDGET (self)))
    update (self);
}

static gboolean
closed_cb (GtkWindow *window, GtkWindow *main)
{
  g_object_set_data (G_OBJECT (main), WINDOW, NULL);

  return FALSE;
}

static gboolean
window_closed_cb (GtkWindow *window, PlenumPresenterBar *self)
{
  update (self);

  return FALSE;
}

/* After closed_cb(), which the window got when it was made. */
static void
watch (PlenumPresenterBar *self, PlenumPresenterWindow *window)
{
  g_signal_connect_object (window, "close-request", G_CALLBACK (window_closed_cb), self, 0);
}

static void
show_content (PlenumPresenterBar *self)
{
  PlenumPresenterWindow *window = get_window (self);

  if (window == NULL)
    return;

  plenum_presenter_window_show (window, self->content, self->id);
  plenum_presenter_window_look_at (window, self->look.size.width > 0 ? &self->look : NULL);
}

static void
freeze_cb (PlenumPresenterBar *self)
{
  PlenumPresenterWindow *window = get_window (self);
  gboolean frozen = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->freeze_button));

  if (window == NULL || frozen == plenum_presenter_window_get_frozen (window))
    return;

  plenum_presenter_window_set_frozen (window, frozen);
  show_content (self);
  update (self);
}

static void
close_cb (PlenumPresenterBar *self)
{
  PlenumPresenterWindow *window = get_window (self);

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
}

static PlenumPresenterWindow *
make_window (PlenumPresenterBar *self, GtkWindow *main)
{
  PlenumPresenterWindow *window = plenum_presenter_window_new (self->model, self->timer);
  GtkApplication *application = gtk_window_get_application (main);

  g_object_set_data (G_OBJECT (main), WINDOW, window);
  g_signal_connect_object (window, "close-request", G_CALLBACK (closed_cb), main, 0);
  g_signal_connect_object (main, "destroy", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
  plenum_presenter_monitor_choose (GTK_WINDOW (window), main,
                                   plenum_application_get_settings (PLENUM_APPLICATION (application)));
  watch (self, window);

  return window;
}

static void
plenum_presenter_bar_root (GtkWidget *widget)
{
  PlenumPresenterBar *self = PLENUM_PRESENTER_BAR (widget);
  GtkWindow *main;

  GTK_WIDGET_CLASS (plenum_presenter_bar_parent_class)->root (widget);

  main = get_main (self);
  if (self->timer != NULL || main == NULL || gtk_window_get_application (main) == NULL)
    return;

  self->timer = g_object_get_data (G_OBJECT (main), TIMER);
  if (self->timer == NULL)
    {
      self->timer = plenum_timer_new ();
      plenum_timer_sound_follow (self->timer, plenum_application_get_settings (PLENUM_APPLICATION (gtk_window_get_application (main))),
                                 plenum_timer_sound_play, GTK_WIDGET (main));
      g_object_set_data_full (G_OBJECT (main), TIMER, self->timer, g_object_unref);
    }
  g_object_ref (self->timer);
  plenum_timer_controls_set_timer (PLENUM_TIMER_CONTROLS (self->timer_controls), self->timer,
                                   plenum_application_get_settings (PLENUM_APPLICATION (gtk_window_get_application (main))));
  g_signal_connect_object (self->timer, "changed", G_CALLBACK (timer_changed_cb), self, G_CONNECT_SWAPPED);
  if (get_window (self) != NULL)
    watch (self, get_window (self));
  update (self);
}

static void
plenum_presenter_bar_dispose (GObject *object)
{
  PlenumPresenterBar *self = PLENUM_PRESENTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->timer);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_presenter_bar_parent_class)->dispose (object);
}

static void
plenum_presenter_bar_finalize (GObject *object)
{
  g_free (PLENUM_PRESENTER_BAR (object)->id);
  G_OBJECT_CLASS (plenum_presenter_bar_parent_class)->finalize (object);
}

static void
plenum_presenter_bar_class_init (PlenumPresenterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_presenter_bar_finalize;
  widget_class->root = plenum_presenter_bar_root;

  g_type_ensure (PLENUM_TYPE_PRESENTER_MINIATURE);
  g_type_ensure (PLENUM_TYPE_TIMER_CONTROLS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/presenter/plenum-presenter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPresenterBar, beamer_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumPresenterBar, miniature);
  gtk_widget_class_bind_template_child (widget_class, PlenumPresenterBar, state_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumPresenterBar, freeze_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPresenterBar, timer_controls);
  gtk_widget_class_bind_template_callback (widget_class, freeze_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
plenum_presenter_bar_init (PlenumPresenterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plenum_presenter_bar_set_model (PlenumPresenterBar *self, PlenumWorkshopModel *model)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  g_set_object (&self->model, model);
}

/**
 * plenum_presenter_bar_follow:
 * @id: (nullable): of what is worked on in the main window now
 *
 * The beamer shows the same, while there is one that is not frozen.
 */
void
plenum_presenter_bar_follow (PlenumPresenterBar *self, PlenumPresenterContent content, const char *id)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  if (content == self->content && g_strcmp0 (self->id, id) == 0)
    return;

  self->content = content;
  g_free (self->id);
  self->id = g_strdup (id);
  self->look = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  show_content (self);
}

/**
 * plenum_presenter_bar_look_at:
 * @part: of the wall that is worked on; an empty one for all of it
 *
 * The beamer shows the same part.
 */
void
plenum_presenter_bar_look_at (PlenumPresenterBar *self, const graphene_rect_t *part)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  if (graphene_rect_equal (&self->look, part))
    return;

  self->look = *part;
  if (get_window (self) != NULL)
    plenum_presenter_window_look_at (get_window (self), part->size.width > 0 ? part : NULL);
}

/**
 * plenum_presenter_bar_present:
 *
 * Opens the window for the beamer, or brings it to the front.
 */
void
plenum_presenter_bar_present (PlenumPresenterBar *self)
{
  GtkWindow *main;
  PlenumPresenterWindow *window;

  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  main = get_main (self);
  window = get_window (self);
  if (window != NULL && plenum_presenter_window_get_model (window) != self->model)
    {
      gtk_window_close (GTK_WINDOW (window));
      window = NULL;
    }
  if (window == NULL)
    window = make_window (self, main);

  show_content (self);
  update (self);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * plenum_presenter_bar_turn:
 * @by: 1 for the next page on the beamer, or the next round of a count; -1 for the one before
 */
void
plenum_presenter_bar_turn (PlenumPresenterBar *self, int by)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  if (get_window (self) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (get_window (self)), "presenter.turn", "i", by);
}

/**
 * plenum_presenter_bar_show_idea:
 * @idea: an idea's id
 *
 * Shows it alone, until something else is worked on.
 */
void
plenum_presenter_bar_show_idea (PlenumPresenterBar *self, const char *idea)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  if (get_window (self) == NULL)
    plenum_presenter_bar_present (self);
  plenum_presenter_window_show (get_window (self), PLENUM_SHOW_IDEA, idea);
}

/**
 * plenum_presenter_bar_show_timer:
 *
 * Asks for how long.
 */
void
plenum_presenter_bar_show_timer (PlenumPresenterBar *self)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  self->asked = TRUE;
  update (self);
  plenum_timer_controls_pop_up (PLENUM_TIMER_CONTROLS (self->timer_controls));
}

/**
 * plenum_presenter_bar_start_timer:
 *
 * Starts the time anew.
 */
void
plenum_presenter_bar_start_timer (PlenumPresenterBar *self, guint seconds)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  if (self->timer != NULL)
    plenum_timer_start (self->timer, seconds);
}

/**
 * plenum_presenter_bar_turn_timer:
 *
 * Fills the beamer with the time that runs, or shows it small again.
 */
void
plenum_presenter_bar_turn_timer (PlenumPresenterBar *self)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BAR (self));

  if (self->timer != NULL)
    plenum_timer_set_large (self->timer, !plenum_timer_get_large (self->timer));
}
