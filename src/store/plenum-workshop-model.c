/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workshop for those who show it: its own record and the lists of its rows,
 * each read once and shared. Ballots are counted in the store, never listed. */
#include "plenum-workshop-model.h"

struct _PlenumWorkshopModel
{
  GObject           parent_instance;

  PlenumLibrary    *library;
  char             *id;
  PlenumRecordList *lists[PLENUM_N_TYPES];
};

enum { PROP_0, PROP_WORKSHOP, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumWorkshopModel, plenum_workshop_model, G_TYPE_OBJECT)

static void
workshops_changed_cb (PlenumWorkshopModel *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSHOP]);
}

static void
plenum_workshop_model_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_WORKSHOP:
      g_value_set_object (value, plenum_workshop_model_get_workshop (PLENUM_WORKSHOP_MODEL (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_workshop_model_finalize (GObject *object)
{
  PlenumWorkshopModel *self = PLENUM_WORKSHOP_MODEL (object);

  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    g_clear_object (&self->lists[i]);
  g_clear_object (&self->library);
  g_free (self->id);

  G_OBJECT_CLASS (plenum_workshop_model_parent_class)->finalize (object);
}

static void
plenum_workshop_model_class_init (PlenumWorkshopModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plenum_workshop_model_finalize;
  object_class->get_property = plenum_workshop_model_get_property;

  /**
   * PlenumWorkshopModel:workshop:
   *
   * The workshop's own record; notified when it is read, changed or gone.
   */
  properties[PROP_WORKSHOP] = g_param_spec_object ("workshop", NULL, NULL, PLENUM_TYPE_RECORD,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plenum_workshop_model_init (PlenumWorkshopModel *self)
{
}

/**
 * plenum_workshop_model_new:
 * @id: the workshop's id
 *
 * Returns: (transfer full): the model
 */
PlenumWorkshopModel *
plenum_workshop_model_new (PlenumLibrary *library, const char *id)
{
  PlenumWorkshopModel *self = g_object_new (PLENUM_TYPE_WORKSHOP_MODEL, NULL);

  self->library = g_object_ref (library);
  self->id = g_strdup (id);
  self->lists[PLENUM_WORKSHOP] = plenum_record_list_new (library, PLENUM_WORKSHOP, NULL);
  g_signal_connect_object (self->lists[PLENUM_WORKSHOP], "items-changed",
                           G_CALLBACK (workshops_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

PlenumLibrary *
plenum_workshop_model_get_library (PlenumWorkshopModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_MODEL (self), NULL);

  return self->library;
}

/**
 * plenum_workshop_model_is_read_only:
 *
 * Returns: whether it lies in an old copy of the library, which nothing changes
 */
gboolean
plenum_workshop_model_is_read_only (PlenumWorkshopModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_MODEL (self), FALSE);

  return plenum_library_is_read_only (self->library);
}

const char *
plenum_workshop_model_get_id (PlenumWorkshopModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_MODEL (self), NULL);

  return self->id;
}

/**
 * plenum_workshop_model_get_workshop:
 *
 * Returns: (transfer none) (nullable): its record; %NULL before it is read and
 *   after it was deleted
 */
PlenumRecord *
plenum_workshop_model_get_workshop (PlenumWorkshopModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_MODEL (self), NULL);

  return plenum_record_list_lookup (self->lists[PLENUM_WORKSHOP], self->id);
}

/**
 * plenum_workshop_model_get_list:
 * @type: any type but workshop and ballot
 *
 * Returns: (transfer none): the workshop's rows of that type, live
 */
PlenumRecordList *
plenum_workshop_model_get_list (PlenumWorkshopModel *self, PlenumRecordType type)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_MODEL (self), NULL);
  g_return_val_if_fail (type != PLENUM_WORKSHOP && type != PLENUM_BALLOT, NULL);

  if (self->lists[type] == NULL)
    self->lists[type] = plenum_record_list_new (self->library, type, self->id);

  return self->lists[type];
}
