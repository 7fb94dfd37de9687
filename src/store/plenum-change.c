/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The announcement of one commit. It is made on the store's thread, then only read. */
#include "plenum-change.h"

struct _PlenumChanges
{
  gatomicrefcount  references;
  GArray          *changes;
  gboolean         everything;
};

G_DEFINE_BOXED_TYPE (PlenumChanges, plenum_changes, plenum_changes_ref, plenum_changes_unref)

static void
clear_change (gpointer data)
{
  PlenumChange *change = data;

  g_free (change->id);
  g_clear_object (&change->record);
}

/**
 * plenum_changes_new:
 *
 * Returns: (transfer full): an empty announcement
 */
PlenumChanges *
plenum_changes_new (void)
{
  PlenumChanges *self = g_new0 (PlenumChanges, 1);

  g_atomic_ref_count_init (&self->references);
  self->changes = g_array_new (FALSE, FALSE, sizeof (PlenumChange));
  g_array_set_clear_func (self->changes, clear_change);

  return self;
}

PlenumChanges *
plenum_changes_ref (PlenumChanges *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plenum_changes_unref (PlenumChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->changes);
  g_free (self);
}

/**
 * plenum_changes_add:
 * @record: (transfer full) (nullable): the row as it is now, or %NULL if it is gone
 */
void
plenum_changes_add (PlenumChanges *self, PlenumRecordType type, const char *id, PlenumRecord *record)
{
  PlenumChange change = { type, g_strdup (id), record };

  g_array_append_val (self->changes, change);
}

/**
 * plenum_changes_set_everything:
 *
 * Says that what is known of the library has to be read anew.
 */
void
plenum_changes_set_everything (PlenumChanges *self)
{
  self->everything = TRUE;
}

gboolean
plenum_changes_get_everything (PlenumChanges *self)
{
  return self->everything;
}

guint
plenum_changes_get_length (PlenumChanges *self)
{
  return self->changes->len;
}

/**
 * plenum_changes_get:
 *
 * Returns: (transfer none): one change. Its record is shared by all who listen:
 *   take values from it, do not keep and change it.
 */
const PlenumChange *
plenum_changes_get (PlenumChanges *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, PlenumChange, index);
}

/**
 * plenum_changes_touch:
 *
 * Returns: whether a row of @type may be different now
 */
gboolean
plenum_changes_touch (PlenumChanges *self, PlenumRecordType type)
{
  if (self->everything)
    return TRUE;

  for (guint i = 0; i < self->changes->len; i++)
    if (plenum_changes_get (self, i)->type == type)
      return TRUE;

  return FALSE;
}
