/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes long, as a thin bar below the header: the newest of what is going
 * on in the window, once it has taken longer than a moment. */
#include "plenum-activity-bar.h"

#include "plenum-activity-private.h"

#define MOMENT_MS 500
#define PULSE_MS 80

struct _PlenumActivityBar
{
  AdwBin          parent_instance;

  GtkRevealer    *revealer;
  GtkLabel       *title;
  GtkProgressBar *progress;
  GtkWidget      *cancel;

  GListStore     *activities;
  PlenumActivity *shown;
  guint           moment_source;
  guint           pulse_source;
};

G_DEFINE_FINAL_TYPE (PlenumActivityBar, plenum_activity_bar, ADW_TYPE_BIN)

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (PLENUM_ACTIVITY_BAR (data)->progress);

  return G_SOURCE_CONTINUE;
}

static void
fraction_cb (PlenumActivityBar *self)
{
  double fraction = plenum_activity_get_fraction (self->shown);

  if (fraction >= 0)
    {
      g_clear_handle_id (&self->pulse_source, g_source_remove);
      gtk_progress_bar_set_fraction (self->progress, fraction);
    }
  else if (self->pulse_source == 0)
    {
      self->pulse_source = g_timeout_add (PULSE_MS, pulse_cb, self);
    }
}

static void
set_shown (PlenumActivityBar *self, PlenumActivity *activity)
{
  if (self->shown == activity)
    return;

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_set_object (&self->shown, activity);

  if (activity == NULL)
    {
      g_clear_handle_id (&self->pulse_source, g_source_remove);
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }

  gtk_label_set_label (self->title, plenum_activity_get_title (activity));
  gtk_widget_set_visible (self->cancel, plenum_activity_get_cancellable (activity) != NULL);
  gtk_widget_set_sensitive (self->cancel, TRUE);
  g_signal_connect_object (activity, "notify::fraction", G_CALLBACK (fraction_cb), self,
                           G_CONNECT_SWAPPED);
  fraction_cb (self);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
show_newest (PlenumActivityBar *self)
{
  guint length = g_list_model_get_n_items (G_LIST_MODEL (self->activities));
  g_autoptr (PlenumActivity) newest = NULL;

  if (length > 0)
    newest = g_list_model_get_item (G_LIST_MODEL (self->activities), length - 1);
  set_shown (self, newest);
}

static void
moment_cb (gpointer data)
{
  PlenumActivityBar *self = data;

  self->moment_source = 0;
  show_newest (self);
}

static void
items_changed_cb (PlenumActivityBar *self)
{
  if (self->shown != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->activities)) == 0)
    {
      g_clear_handle_id (&self->moment_source, g_source_remove);
      show_newest (self);
    }
  else if (self->moment_source == 0)
    {
      self->moment_source = g_timeout_add_once (MOMENT_MS, moment_cb, self);
    }
}

static void
cancel_cb (PlenumActivityBar *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (plenum_activity_get_cancellable (self->shown));
}

static void
plenum_activity_bar_root (GtkWidget *widget)
{
  PlenumActivityBar *self = PLENUM_ACTIVITY_BAR (widget);

  GTK_WIDGET_CLASS (plenum_activity_bar_parent_class)->root (widget);

  g_set_object (&self->activities, plenum_activity_list (widget));
  g_signal_connect_object (self->activities, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
plenum_activity_bar_unroot (GtkWidget *widget)
{
  PlenumActivityBar *self = PLENUM_ACTIVITY_BAR (widget);

  g_clear_handle_id (&self->moment_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->activities, self);
  set_shown (self, NULL);
  g_clear_object (&self->activities);

  GTK_WIDGET_CLASS (plenum_activity_bar_parent_class)->unroot (widget);
}

static void
plenum_activity_bar_class_init (PlenumActivityBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->root = plenum_activity_bar_root;
  widget_class->unroot = plenum_activity_bar_unroot;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/plenum-activity-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumActivityBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlenumActivityBar, title);
  gtk_widget_class_bind_template_child (widget_class, PlenumActivityBar, progress);
  gtk_widget_class_bind_template_child (widget_class, PlenumActivityBar, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
plenum_activity_bar_init (PlenumActivityBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
