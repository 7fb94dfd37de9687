/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workshop from an old copy of the library into the library: read there, looked
 * for here, and inserted in one step that can be undone. */
#include "plenum-bring-back.h"

#include <glib/gi18n.h>

#include "plenum-dialogs.h"
#include "plenum-format.h"
#include "plenum-perform.h"
#include "plenum-window.h"
#include "plenum-workshop-actions.h"

#define PENDING "plenum-bring-back"

typedef struct
{
  GWeakRef           from;
  PlenumApplication *application;
  char              *workshop;
  gint64             made;
  GPtrArray         *records; /* of PlenumRecord, the workshop first */
} Return;

static void
return_free (gpointer data)
{
  Return *self = data;

  g_weak_ref_clear (&self->from);
  g_object_unref (self->application);
  g_free (self->workshop);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

static const char *
get_title (Return *self)
{
  return plenum_record_get_text (self->records->pdata[0], PLENUM_WORKSHOP_TITLE);
}

static void
done_cb (PlenumAction *action, const GError *error, gpointer data)
{
  GtkWidget *window = data;

  if (error != NULL)
    return;

  plenum_window_open_workshop (PLENUM_WINDOW (window), plenum_action_get_result (action));
  plenum_show_undo (window, _("The workshop is back in your library"));
}

static void
insert (Return *self, const char *title)
{
  GtkWindow *window = plenum_application_show_main (self->application);

  plenum_perform (GTK_WIDGET (window), plenum_application_get_library (self->application),
                  plenum_action_bring_back_workshop (self->records, title), NULL, done_cb, window);
}

static char *
make_title (Return *self)
{
  g_autofree char *day = plenum_format_long_day (self->made);

  /* Translators: the title of a workshop that was brought back from an old copy and is
   * there already; the second is a day. */
  return g_strdup_printf (_("%s (copy of %s)"), get_title (self), day);
}

static void
confirmed_cb (gpointer data)
{
  GtkWidget *from = data;
  Return *self = g_object_get_data (G_OBJECT (from), PENDING);
  g_autofree char *title = make_title (self);

  insert (self, title);
  g_object_set_data (G_OBJECT (from), PENDING, NULL);
}

static void
offer_second (GtkWidget *from, Return *self)
{
  g_autofree char *title = make_title (self);
  g_autofree char *body =
    g_strdup_printf (_("Your library has a workshop “%s”, which stays as it is. The old one comes as a second workshop, “%s”."),
                     get_title (self), title);

  g_object_set_data_full (G_OBJECT (from), PENDING, self, return_free);
  plenum_dialogs_confirm (from, _("Bring Back as a Second Workshop?"), body, _("_Bring Back"), FALSE, confirmed_cb, from);
}

/* On the thread of the library. */
static gpointer
find (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Return *self = data;
  gint64 n = plenum_store_count (store, PLENUM_WORKSHOP, PLENUM_WORKSHOP_TITLE, get_title (self));
  g_autoptr (PlenumRecord) same = plenum_store_get (store, PLENUM_WORKSHOP, self->workshop, NULL);

  return GINT_TO_POINTER (n > 0 || same != NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Return *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  gboolean there = GPOINTER_TO_INT (plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error));

  if (from != NULL && error != NULL)
    plenum_show_error (from, error);
  else if (from != NULL && there)
    offer_second (from, g_steal_pointer (&self));
  else if (error == NULL)
    insert (self, NULL);

  g_clear_pointer (&self, return_free);
}

/* On the thread of the copy. */
static gpointer
read_workshop (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_store_read_workshop (store, data, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Return *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;

  self->records = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  if (self->records != NULL)
    {
      plenum_library_query_async (plenum_application_get_library (self->application), find, self, NULL, NULL, NULL, found_cb, self);
      return;
    }

  if (from != NULL)
    plenum_show_error (from, error);
  return_free (self);
}

/**
 * plenum_bring_back:
 * @from: the widget that asks
 * @copy: an old copy of the library
 * @workshop: one in it
 * @made: when the copy was made, in milliseconds since 1970
 *
 * Inserts the workshop into the library and opens it there. If there is one of that
 * name already, it says so and offers to bring the old one back beside it.
 */
void
plenum_bring_back (GtkWidget *from, PlenumApplication *application, PlenumLibrary *copy, const char *workshop, gint64 made)
{
  Return *self = g_new0 (Return, 1);

  g_weak_ref_init (&self->from, from);
  self->application = g_object_ref (application);
  self->workshop = g_strdup (workshop);
  self->made = made;
  plenum_library_query_async (copy, read_workshop, self->workshop, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, self);
}
