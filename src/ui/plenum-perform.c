/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing what was asked, and saying so: every view changes the library through
 * here, so that an error is always shown and undo is always offered the same way. */
#include "plenum-perform.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define UNDO_TOAST "plenum-undo-toast"

typedef struct
{
  GWeakRef             from;
  GWeakRef             overlay;
  PlenumAction        *action;
  char                *toast;
  PlenumPerformedFunc  done;
  gpointer             data;
} Performance;

static void
performance_free (Performance *self)
{
  g_weak_ref_clear (&self->from);
  g_weak_ref_clear (&self->overlay);
  g_object_unref (self->action);
  g_free (self->toast);
  g_free (self);
}

static GtkWidget *
find_overlay (GtkWidget *from)
{
  GtkWidget *overlay;
  GtkRoot *root;

  overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
  if (overlay != NULL)
    return overlay;

  /* A dialog has no place of its own for them: they go to the window below. */
  root = gtk_widget_get_root (from);
  while (GTK_IS_WINDOW (root))
    {
      GtkWidget *content = NULL;

      if (ADW_IS_APPLICATION_WINDOW (root))
        content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
      else if (ADW_IS_WINDOW (root))
        content = adw_window_get_content (ADW_WINDOW (root));
      if (ADW_IS_TOAST_OVERLAY (content))
        return content;
      root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
    }

  return NULL;
}

static void
hide_undo (GtkWidget *overlay)
{
  GWeakRef *last = g_object_get_data (G_OBJECT (overlay), UNDO_TOAST);
  g_autoptr (AdwToast) toast = last != NULL ? g_weak_ref_get (last) : NULL;

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
add_toast (GtkWidget *overlay, const char *sentence, gboolean undo, gboolean stays)
{
  /* The title is read as markup, and what people write is not. */
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (title);

  hide_undo (overlay);
  if (undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  if (stays)
    {
      adw_toast_set_timeout (toast, 0);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
    }
  else
    {
      GWeakRef *last = g_new0 (GWeakRef, 1);

      g_weak_ref_init (last, toast);
      g_object_set_data_full (G_OBJECT (overlay), UNDO_TOAST, last, weak_ref_free);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
show (GtkWidget *from, const char *sentence, gboolean undo, gboolean stays)
{
  GtkWidget *overlay = find_overlay (from);

  if (overlay != NULL)
    add_toast (overlay, sentence, undo, stays);
  else
    g_message ("%s", sentence);
}

/**
 * plenum_show_message:
 * @from: the widget it is about
 * @sentence: what happened, as plain text
 *
 * Shows a toast in the window of @from for a few seconds.
 */
void
plenum_show_message (GtkWidget *from, const char *sentence)
{
  show (from, sentence, FALSE, FALSE);
}

/**
 * plenum_show_undo:
 * @from: the widget it is about
 * @sentence: what was done, as plain text
 *
 * Shows a toast with a button that undoes the last action of what the window
 * shows. It goes when anything else is done, so that it never undoes another.
 */
void
plenum_show_undo (GtkWidget *from, const char *sentence)
{
  show (from, sentence, TRUE, FALSE);
}

/**
 * plenum_show_error:
 * @from: the widget it is about
 * @error: what went wrong; nothing is shown when it was cancelled
 *
 * Shows a toast that stays until it is closed.
 */
void
plenum_show_error (GtkWidget *from, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show (from, error->message, FALSE, TRUE);
}

/**
 * plenum_hide_undo:
 * @from: a widget of the window
 *
 * Takes back an offer to undo: the window is about to show something else.
 */
void
plenum_hide_undo (GtkWidget *from)
{
  GtkWidget *overlay = find_overlay (from);

  if (overlay != NULL)
    hide_undo (overlay);
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Performance *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GtkWidget) overlay = g_weak_ref_get (&self->overlay);
  g_autoptr (GError) error = NULL;

  plenum_library_perform_finish (PLENUM_LIBRARY (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (overlay != NULL)
        add_toast (overlay, error->message, FALSE, TRUE);
      else
        g_message ("%s", error->message);
    }
  else if (error == NULL && overlay != NULL)
    {
      if (self->toast != NULL)
        add_toast (overlay, self->toast, TRUE, FALSE);
      else
        hide_undo (overlay);
    }

  if (from != NULL && self->done != NULL)
    self->done (self->action, error, self->data);

  performance_free (self);
}

/**
 * plenum_perform:
 * @from: the widget that asks
 * @library: where
 * @action: (transfer full): what to do
 * @toast: (nullable): a sentence that says what was done and gets an *Undo*
 *   button, or %NULL where the change can be seen
 * @done: (nullable): called on the main thread when it was done or failed,
 *   unless @from has gone by then
 * @data: for @done; usually @from itself
 *
 * Runs @action on the library's thread. An error is shown in the window.
 */
void
plenum_perform (GtkWidget           *from,
                PlenumLibrary       *library,
                PlenumAction        *action,
                const char          *toast,
                PlenumPerformedFunc  done,
                gpointer             data)
{
  Performance *self = g_new0 (Performance, 1);

  g_weak_ref_init (&self->from, from);
  g_weak_ref_init (&self->overlay, find_overlay (from));
  self->action = action;
  self->toast = g_strdup (toast);
  self->done = done;
  self->data = data;
  plenum_library_perform_async (library, action, NULL, performed_cb, self);
}

typedef struct
{
  GWeakRef from;
  gboolean undo;
} Turn;

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Turn *turn = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&turn->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = plenum_library_undo_finish (PLENUM_LIBRARY (source), result, &error);
  /* Translators: %s is what was undone, for example "Add “More trees”". */
  g_autofree char *sentence = label == NULL ? NULL : turn->undo ? g_strdup_printf (_("Undone: %s"), label)
                              /* Translators: %s is what was done again, for example "Add “More trees”". */
                              : g_strdup_printf (_("Done again: %s"), label);

  if (from != NULL && error != NULL)
    plenum_show_error (from, error);
  else if (from != NULL)
    plenum_show_message (from, sentence);

  g_weak_ref_clear (&turn->from);
  g_free (turn);
}

static Turn *
turn_new (GtkWidget *from, gboolean undo)
{
  Turn *turn = g_new0 (Turn, 1);

  g_weak_ref_init (&turn->from, from);
  turn->undo = undo;

  return turn;
}

/**
 * plenum_perform_undo:
 * @from: the widget that asks
 * @workshop: (nullable): where, or %NULL for the last action of the library
 *
 * Undoes the last action, and says what it was.
 */
void
plenum_perform_undo (GtkWidget *from, PlenumLibrary *library, const char *workshop)
{
  plenum_library_undo_async (library, workshop, turned_cb, turn_new (from, TRUE));
}

/**
 * plenum_perform_redo:
 * @from: the widget that asks
 * @workshop: (nullable): where, or %NULL for the action of the library that was undone last
 *
 * Does again what was undone last, and says what it was.
 */
void
plenum_perform_redo (GtkWidget *from, PlenumLibrary *library, const char *workshop)
{
  plenum_library_redo_async (library, workshop, turned_cb, turn_new (from, FALSE));
}
