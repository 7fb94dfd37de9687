/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that takes a while: what it is, how far it is, and how to stop it.
 * The window below its widget shows it when it takes longer than a moment. */
#include "plenum-activity.h"

#include "plenum-activity-private.h"

struct _PlenumActivity
{
  GObject       parent_instance;

  char         *title;
  GCancellable *cancellable; /* nullable: it cannot be stopped */
  GWeakRef      store;       /* the window's list that it is in */
  double        fraction;    /* negative: nobody knows */
  int           told;        /* atomic: thousandths, by the thread that works */
  int           waiting;     /* atomic: whether they are going to be shown */
};

/* How often what a thread tells is shown; it may tell thousands of times a second. */
#define TICK_MS 100

enum { PROP_0, PROP_FRACTION, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumActivity, plenum_activity, G_TYPE_OBJECT)

static void
plenum_activity_finalize (GObject *object)
{
  PlenumActivity *self = PLENUM_ACTIVITY (object);

  g_free (self->title);
  g_clear_object (&self->cancellable);
  g_weak_ref_clear (&self->store);

  G_OBJECT_CLASS (plenum_activity_parent_class)->finalize (object);
}

static void
plenum_activity_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumActivity *self = PLENUM_ACTIVITY (object);

  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_activity_class_init (PlenumActivityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plenum_activity_finalize;
  object_class->get_property = plenum_activity_get_property;

  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plenum_activity_init (PlenumActivity *self)
{
  self->fraction = -1;
  g_weak_ref_init (&self->store, NULL);
}

/*
 * plenum_activity_list:
 * @widget: a widget of a window
 *
 * Returns: (transfer none): what is going on in the window, or in the one that
 *   it is a dialog of
 */
GListStore *
plenum_activity_list (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GListStore *store;

  while (GTK_IS_WINDOW (root) && gtk_window_get_transient_for (GTK_WINDOW (root)) != NULL)
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
  if (root == NULL)
    root = GTK_ROOT (widget);

  store = g_object_get_data (G_OBJECT (root), "plenum-activities");
  if (store == NULL)
    {
      store = g_list_store_new (PLENUM_TYPE_ACTIVITY);
      g_object_set_data_full (G_OBJECT (root), "plenum-activities", store, g_object_unref);
    }

  return store;
}

/**
 * plenum_activity_start:
 * @from: a widget of the window it is about, inside that window
 * @title: what is being done, for example "Importing…"
 * @cancellable: (nullable): what stops it
 *
 * Returns: (transfer full): an activity, which the window shows until
 *   plenum_activity_finish()
 */
PlenumActivity *
plenum_activity_start (GtkWidget *from, const char *title, GCancellable *cancellable)
{
  PlenumActivity *self = g_object_new (PLENUM_TYPE_ACTIVITY, NULL);
  GListStore *store = plenum_activity_list (from);

  self->title = g_strdup (title);
  g_set_object (&self->cancellable, cancellable);
  g_weak_ref_set (&self->store, store);
  g_list_store_append (store, self);

  return self;
}

/**
 * plenum_activity_set_fraction:
 * @fraction: how much is done, from 0 to 1, or negative if nobody knows
 *
 * To be called on the main thread.
 */
void
plenum_activity_set_fraction (PlenumActivity *self, double fraction)
{
  g_return_if_fail (PLENUM_IS_ACTIVITY (self));

  self->fraction = fraction < 0 ? -1 : MIN (fraction, 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static gboolean
show_told_cb (gpointer data)
{
  PlenumActivity *self = data;

  g_atomic_int_set (&self->waiting, FALSE);
  plenum_activity_set_fraction (self, g_atomic_int_get (&self->told) / 1000.0);

  return G_SOURCE_REMOVE;
}

/**
 * plenum_activity_report:
 * @fraction: how much is done, from 0 to 1
 * @activity: a #PlenumActivity
 *
 * A #PlenumProgressFunc, to be called on any thread, as often as one likes.
 */
void
plenum_activity_report (double fraction, gpointer activity)
{
  PlenumActivity *self = activity;

  g_atomic_int_set (&self->told, (int) (CLAMP (fraction, 0, 1) * 1000));
  if (g_atomic_int_compare_and_exchange (&self->waiting, FALSE, TRUE))
    g_timeout_add_full (G_PRIORITY_DEFAULT, TICK_MS, show_told_cb, g_object_ref (self), g_object_unref);
}

/**
 * plenum_activity_finish:
 *
 * It is over, however it went. Calling it again does nothing.
 */
void
plenum_activity_finish (PlenumActivity *self)
{
  g_autoptr (GListStore) store = NULL;
  guint position;

  g_return_if_fail (PLENUM_IS_ACTIVITY (self));

  store = g_weak_ref_get (&self->store);
  if (store != NULL && g_list_store_find (store, self, &position))
    g_list_store_remove (store, position);
}

const char *
plenum_activity_get_title (PlenumActivity *self)
{
  g_return_val_if_fail (PLENUM_IS_ACTIVITY (self), NULL);

  return self->title;
}

/**
 * plenum_activity_get_fraction:
 *
 * Returns: from 0 to 1, or -1 if nobody knows
 */
double
plenum_activity_get_fraction (PlenumActivity *self)
{
  g_return_val_if_fail (PLENUM_IS_ACTIVITY (self), -1);

  return self->fraction;
}

/**
 * plenum_activity_get_cancellable:
 *
 * Returns: (transfer none) (nullable): what stops it
 */
GCancellable *
plenum_activity_get_cancellable (PlenumActivity *self)
{
  g_return_val_if_fail (PLENUM_IS_ACTIVITY (self), NULL);

  return self->cancellable;
}
