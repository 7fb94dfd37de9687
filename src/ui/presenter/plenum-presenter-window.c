/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second window, for the beamer: the question, what can be chosen, how many
 * have voted, and the result once the vote is closed. Nothing about persons and
 * nothing about a vote that runs is ever read for it. */
#include "plenum-presenter-window.h"

#include <glib/gi18n.h>

#include "plenum-ballots.h"
#include "plenum-poll-progress.h"
#include "plenum-poll-result.h"
#include "plenum-presenter-slide.h"

#define OF_WINDOW "plenum-presenter"

struct _PlenumPresenterWindow
{
  AdwWindow              parent_instance;

  PlenumWorkshopModel   *model;
  char                  *poll;     /* nullable: the workshop itself is shown */
  PlenumPollProgress    *progress; /* of a vote that is open */
  GCancellable          *cancellable;
  PlenumPresenterSlide  *slide;
};

/* What is shown of a poll: its form, and its result if it is closed. */
typedef struct
{
  PlenumPollForm *form;
  PlenumTally    *tally;
} Content;

G_DEFINE_FINAL_TYPE (PlenumPresenterWindow, plenum_presenter_window, ADW_TYPE_WINDOW)

static void
content_free (gpointer data)
{
  Content *content = data;

  plenum_poll_form_free (content->form);
  g_clear_pointer (&content->tally, plenum_tally_unref);
  g_free (content);
}

static gboolean
is_state (PlenumRecord *poll, const char *state)
{
  return g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), state) == 0;
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Content *content = g_new0 (Content, 1);

  content->form = plenum_store_get_poll_form (store, data, error);
  if (content->form == NULL)
    {
      g_free (content);
      return NULL;
    }

  if (is_state (content->form->poll, "closed"))
    content->tally = plenum_poll_result_count (store, data, cancellable, NULL);

  return content;
}

static void
show_workshop (PlenumPresenterWindow *self)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (self->model);

  g_clear_object (&self->progress);
  if (workshop != NULL)
    plenum_presenter_slide_set_text (self->slide, plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE),
                                     plenum_record_get_text (workshop, PLENUM_WORKSHOP_QUESTION));
}

static void
progress_cb (PlenumPresenterWindow *self)
{
  plenum_presenter_slide_set_progress (self->slide, plenum_poll_progress_get_voted (self->progress),
                                       plenum_poll_progress_get_expected (self->progress));
}

static void
show_options (PlenumPresenterWindow *self, PlenumPollForm *form)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < form->options->len; i++)
    g_ptr_array_add (texts, g_strdup (plenum_record_get_text (g_ptr_array_index (form->options, i),
                                                              PLENUM_OPTION_TEXT)));
  plenum_presenter_slide_set_options (self->slide, plenum_record_get_text (form->poll, PLENUM_POLL_QUESTION), texts);
  g_clear_object (&self->progress);
  if (!is_state (form->poll, "open"))
    return;

  self->progress = plenum_poll_progress_new (self->model, form->poll);
  g_signal_connect_object (self->progress, "changed", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  progress_cb (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Content *content = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPresenterWindow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (content == NULL)
    {
      show_workshop (self);
      return;
    }

  if (content->tally != NULL)
    {
      g_clear_object (&self->progress);
      plenum_presenter_slide_set_result (self->slide,
                                         plenum_record_get_text (content->form->poll, PLENUM_POLL_QUESTION),
                                         content->tally);
    }
  else
    show_options (self, content->form);
  content_free (content);
}

static void
load (PlenumPresenterWindow *self)
{
  if (self->poll == NULL)
    {
      show_workshop (self);
      return;
    }

  plenum_library_query_async (plenum_workshop_model_get_library (self->model), query,
                              g_strdup (self->poll), g_free, content_free, self->cancellable, loaded_cb, self);
}

static void
library_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumPresenterWindow *self)
{
  gboolean asked = plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_POLL)
                   || plenum_changes_touch (changes, PLENUM_OPTION);

  if (asked)
    load (self);
}

/**
 * plenum_presenter_window_show_poll:
 * @poll: (nullable): the id of a poll, or %NULL for the workshop's title and question
 */
void
plenum_presenter_window_show_poll (PlenumPresenterWindow *self, const char *poll)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_WINDOW (self));

  if (g_strcmp0 (self->poll, poll) == 0)
    return;

  g_free (self->poll);
  self->poll = g_strdup (poll);
  load (self);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_slide_turn (PLENUM_PRESENTER_WINDOW (widget)->slide, g_variant_get_int32 (parameter));
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* First out of the full screen, then away. */
static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
set_dark (PlenumPresenterWindow *self, gboolean dark)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), dark ? "presenter-light" : "presenter-dark");
  gtk_widget_add_css_class (GTK_WIDGET (self), dark ? "presenter-dark" : "presenter-light");
}

/* Light or dark by the room, whatever the rest of the program is. */
static void
ground_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_dark (PLENUM_PRESENTER_WINDOW (widget), !gtk_widget_has_css_class (widget, "presenter-dark"));
}

static void
plenum_presenter_window_dispose (GObject *object)
{
  PlenumPresenterWindow *self = PLENUM_PRESENTER_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->progress);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_presenter_window_parent_class)->dispose (object);
}

static void
plenum_presenter_window_finalize (GObject *object)
{
  g_free (PLENUM_PRESENTER_WINDOW (object)->poll);
  G_OBJECT_CLASS (plenum_presenter_window_parent_class)->finalize (object);
}

static void
plenum_presenter_window_class_init (PlenumPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_presenter_window_finalize;

  gtk_widget_class_install_action (widget_class, "presenter.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "presenter.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "presenter.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "presenter.ground", NULL, ground_cb);
}

static void
plenum_presenter_window_init (PlenumPresenterWindow *self)
{
  GtkWidget *handle = gtk_window_handle_new ();

  self->cancellable = g_cancellable_new ();
  self->slide = PLENUM_PRESENTER_SLIDE (plenum_presenter_slide_new ());
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), GTK_WIDGET (self->slide));
  adw_window_set_content (ADW_WINDOW (self), handle);
  gtk_window_set_title (GTK_WINDOW (self), _("Beamer"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter");
  set_dark (self, adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

/**
 * plenum_presenter_window_new:
 * @model: the workshop
 *
 * Returns: (transfer none): a window with its title and question
 */
PlenumPresenterWindow *
plenum_presenter_window_new (PlenumWorkshopModel *model)
{
  PlenumPresenterWindow *self = g_object_new (PLENUM_TYPE_PRESENTER_WINDOW, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (plenum_workshop_model_get_library (model), "changed",
                           G_CALLBACK (library_changed_cb), self, 0);
  g_signal_connect_object (model, "notify::workshop", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * plenum_presenter_window_find:
 * @main: a window that may have opened one for the beamer
 *
 * Returns: (transfer none) (nullable): that one, while it is open
 */
PlenumPresenterWindow *
plenum_presenter_window_find (GtkWindow *main)
{
  return main != NULL ? g_object_get_data (G_OBJECT (main), OF_WINDOW) : NULL;
}

static gboolean
closed_cb (GtkWindow *window, GtkWindow *main)
{
  g_object_set_data (G_OBJECT (main), OF_WINDOW, NULL);

  return FALSE;
}

/* Onto the beamer, if there is one: a screen that the main window is not on. */
static void
choose_monitor (PlenumPresenterWindow *self, GtkWindow *main)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (main));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (main));
  GdkMonitor *here = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (here != NULL && monitor != here)
        {
          gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
          return;
        }
    }
}

/**
 * plenum_presenter_window_present_for:
 * @model: the workshop
 * @poll: (nullable): what to show
 * @main: the window that asks, which has one window for the beamer at most
 *
 * Opens the window for the beamer, or brings it to the front, with @poll.
 */
void
plenum_presenter_window_present_for (PlenumWorkshopModel *model, const char *poll, GtkWindow *main)
{
  PlenumPresenterWindow *self = plenum_presenter_window_find (main);

  if (self != NULL && self->model != model)
    {
      gtk_window_close (GTK_WINDOW (self));
      self = NULL;
    }

  if (self == NULL)
    {
      self = plenum_presenter_window_new (model);
      g_object_set_data (G_OBJECT (main), OF_WINDOW, self);
      g_signal_connect_object (self, "close-request", G_CALLBACK (closed_cb), main, 0);
      g_signal_connect_object (main, "destroy", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
      choose_monitor (self, main);
    }

  plenum_presenter_window_show_poll (self, poll);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->slide));
}
