/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time in the facilitator's window: how much is left, and all that can be done
 * with it. It says the last minute and the end to those who cannot see it. */
#include "plenum-timer-controls.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"

struct _PlenumTimerControls
{
  GtkWidget    parent_instance;

  PlenumTimer *timer;
  GSettings   *settings;

  GtkWidget   *said_label;
  GtkWidget   *left_label;
  GtkWidget   *pause_button;
  GtkWidget   *large_button;
  GtkWidget   *extend_button;
  GtkWidget   *stop_button;
  GtkWidget   *menu_button;
  GtkWidget   *popover;
  GtkWidget   *presets;
  GtkWidget   *minutes_spin;
  GtkWidget   *sound_switch;
};

static const guint presets[] = { 1, 2, 3, 5, 10, 15, 20, 30 };

G_DEFINE_FINAL_TYPE (PlenumTimerControls, plenum_timer_controls, GTK_TYPE_WIDGET)

static void
update (PlenumTimerControls *self)
{
  PlenumTimerState state = plenum_timer_get_state (self->timer);
  gboolean paused = state == PLENUM_TIMER_PAUSED;
  g_autofree char *left = plenum_timer_format_left (self->timer);
  g_autofree char *description = plenum_timer_describe_left (self->timer);
  const char *deed = paused ? _("Go on with the timer") : _("Pause the timer");

  gtk_label_set_label (GTK_LABEL (self->left_label), left);
  plenum_accessible_name (self->left_label, description);
  gtk_widget_set_visible (self->left_label, state != PLENUM_TIMER_OFF);
  if (state == PLENUM_TIMER_OVER)
    gtk_widget_add_css_class (self->left_label, "timer-over");
  else
    gtk_widget_remove_css_class (self->left_label, "timer-over");

  gtk_button_set_icon_name (GTK_BUTTON (self->pause_button),
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  plenum_accessible_tip (self->pause_button, deed);
  gtk_widget_set_visible (self->pause_button, paused || state == PLENUM_TIMER_RUNNING);
  gtk_widget_set_visible (self->large_button, state != PLENUM_TIMER_OFF);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->large_button), plenum_timer_get_large (self->timer));
  gtk_widget_set_visible (self->extend_button, state != PLENUM_TIMER_OFF);
  gtk_widget_set_visible (self->stop_button, state != PLENUM_TIMER_OFF);
  if (plenum_timer_get_left (self->timer) > 60 || state == PLENUM_TIMER_OFF)
    gtk_widget_hide (self->said_label);
}

static void
said_cb (PlenumTimer *timer, const char *sentence, PlenumTimerControls *self)
{
  gtk_label_set_label (GTK_LABEL (self->said_label), sentence);
  plenum_accessible_name (self->said_label, sentence);
  gtk_widget_show (self->said_label);
}

static void
start (PlenumTimerControls *self, guint minutes)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->menu_button));
  g_settings_set_int (self->settings, "timer-minutes", minutes);
  plenum_timer_start (self->timer, minutes * 60);
}

static void
start_cb (PlenumTimerControls *self)
{
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->minutes_spin));
  start (self, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes_spin)));
}

static void
preset_cb (GtkWidget *button, PlenumTimerControls *self)
{
  start (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "minutes")));
}

static void
pause_cb (PlenumTimerControls *self)
{
  if (plenum_timer_get_state (self->timer) == PLENUM_TIMER_PAUSED)
    plenum_timer_resume (self->timer);
  else
    plenum_timer_pause (self->timer);
}

static void
extend_cb (PlenumTimerControls *self)
{
  plenum_timer_extend (self->timer, 60);
}

static void
large_cb (PlenumTimerControls *self)
{
  plenum_timer_set_large (self->timer, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->large_button)));
}

static void
stop_cb (PlenumTimerControls *self)
{
  plenum_timer_stop (self->timer);
}

static void
plenum_timer_controls_dispose (GObject *object)
{
  PlenumTimerControls *self = PLENUM_TIMER_CONTROLS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->timer);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (plenum_timer_controls_parent_class)->dispose (object);
}

static void
plenum_timer_controls_class_init (PlenumTimerControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_timer_controls_dispose;
  gtk_widget_class_set_css_name (widget_class, "timercontrols");

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/presenter/plenum-timer-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, said_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, left_label);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, pause_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, large_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, extend_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, stop_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, popover);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, presets);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, minutes_spin);
  gtk_widget_class_bind_template_child (widget_class, PlenumTimerControls, sound_switch);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, large_cb);
  gtk_widget_class_bind_template_callback (widget_class, extend_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
plenum_timer_controls_init (PlenumTimerControls *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_accessible_name (self->menu_button, _("Timer"));
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->minutes_spin)), "activate",
                           G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", presets[i]);
      g_autofree char *label = g_strdup_printf (ngettext ("%u minute", "%u minutes", presets[i]), presets[i]);
      GtkWidget *button = gtk_button_new ();

      /* A button's own label would be its name: the bare number. */
      gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (text));
      plenum_accessible_tip (button, label);
      g_object_set_data (G_OBJECT (button), "minutes", GUINT_TO_POINTER (presets[i]));
      g_signal_connect_object (button, "clicked", G_CALLBACK (preset_cb), self, 0);
      gtk_box_append (GTK_BOX (self->presets), button);
    }
}

/**
 * plenum_timer_controls_set_timer:
 * @timer: what it shows and controls
 * @settings: those of the application, where sound and minutes are kept
 */
void
plenum_timer_controls_set_timer (PlenumTimerControls *self, PlenumTimer *timer, GSettings *settings)
{
  g_return_if_fail (PLENUM_IS_TIMER_CONTROLS (self));
  g_return_if_fail (self->timer == NULL);

  self->timer = g_object_ref (timer);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "timer-sound", self->sound_switch, "active", G_SETTINGS_BIND_DEFAULT);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes_spin), g_settings_get_int (settings, "timer-minutes"));
  g_signal_connect_object (timer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timer, "said", G_CALLBACK (said_cb), self, 0);
  update (self);
}

/**
 * plenum_timer_controls_pop_up:
 *
 * Asks for how long.
 */
void
plenum_timer_controls_pop_up (PlenumTimerControls *self)
{
  g_return_if_fail (PLENUM_IS_TIMER_CONTROLS (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
  gtk_widget_grab_focus (self->minutes_spin);
}
