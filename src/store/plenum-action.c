/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing a person does: a labelled transaction that has not run yet. It may
 * be made on any thread and is run once, on the store's. */
#include "plenum-action.h"

struct _PlenumAction
{
  GObject           parent_instance;

  PlenumLabel      *label;
  PlenumActionFunc  func;
  gpointer          data;
  GDestroyNotify    destroy;
  char             *result;
  char             *place;
  guint             import : 1;
};

G_DEFINE_FINAL_TYPE (PlenumAction, plenum_action, G_TYPE_OBJECT)

static void
plenum_action_finalize (GObject *object)
{
  PlenumAction *self = PLENUM_ACTION (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  plenum_label_free (self->label);
  g_free (self->result);
  g_free (self->place);

  G_OBJECT_CLASS (plenum_action_parent_class)->finalize (object);
}

static void
plenum_action_class_init (PlenumActionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_action_finalize;
}

static void
plenum_action_init (PlenumAction *self)
{
}

/**
 * plenum_action_new:
 * @label: (transfer full): what the history calls it
 * @func: edits the library
 * @data: for @func
 * @destroy: (nullable): frees @data
 *
 * Returns: (transfer full): an action that can be undone; fields that it changes
 *   get the stamp of the moment it runs
 */
PlenumAction *
plenum_action_new (PlenumLabel *label, PlenumActionFunc func, gpointer data, GDestroyNotify destroy)
{
  PlenumAction *self = g_object_new (PLENUM_TYPE_ACTION, NULL);

  self->label = label;
  self->func = func;
  self->data = data;
  self->destroy = destroy;

  return self;
}

/**
 * plenum_action_new_import:
 *
 * Like plenum_action_new() for what was changed elsewhere: it brings its own
 * stamps, and undoing it restores the stamps from before, so that the same
 * bundle can be imported again.
 *
 * Returns: (transfer full): an action
 */
PlenumAction *
plenum_action_new_import (PlenumLabel *label, PlenumActionFunc func, gpointer data, GDestroyNotify destroy)
{
  PlenumAction *self = plenum_action_new (label, func, data, destroy);

  self->import = TRUE;
  return self;
}

/**
 * plenum_action_set_label:
 * @label: (transfer full): a better one, found while it ran
 */
void
plenum_action_set_label (PlenumAction *self, PlenumLabel *label)
{
  plenum_label_free (self->label);
  self->label = label;
}

PlenumLabel *
plenum_action_get_label (PlenumAction *self)
{
  g_return_val_if_fail (PLENUM_IS_ACTION (self), NULL);

  return self->label;
}

gboolean
plenum_action_is_import (PlenumAction *self)
{
  return self->import;
}

/**
 * plenum_action_run:
 *
 * For the store, inside its transaction.
 */
gboolean
plenum_action_run (PlenumAction *self, PlenumEdit *edit, GError **error)
{
  return self->func (edit, self->data, error);
}

/**
 * plenum_action_set_result:
 * @id: what the action made, for who asked for it
 */
void
plenum_action_set_result (PlenumAction *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->result);
  self->result = copy;
}

/**
 * plenum_action_get_result:
 *
 * Returns: (transfer none) (nullable): the id of what was made, known already
 *   when the action is constructed where the constructor says so
 */
const char *
plenum_action_get_result (PlenumAction *self)
{
  g_return_val_if_fail (PLENUM_IS_ACTION (self), NULL);

  return self->result;
}

/**
 * plenum_action_set_place:
 * @workshop: where it is done, if it changes others only
 *
 * It stands in the history of that workshop too, and can be undone there.
 */
void
plenum_action_set_place (PlenumAction *self, const char *workshop)
{
  g_return_if_fail (PLENUM_IS_ACTION (self));

  g_free (self->place);
  self->place = g_strdup (workshop);
}

/**
 * plenum_action_get_place:
 *
 * Returns: (transfer none) (nullable): see plenum_action_set_place()
 */
const char *
plenum_action_get_place (PlenumAction *self)
{
  g_return_val_if_fail (PLENUM_IS_ACTION (self), NULL);

  return self->place;
}
