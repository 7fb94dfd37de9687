/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row: an id and the values of its type's fields. A record belongs to one
 * thread at a time; the store makes them on its own thread and hands them over. */
#include "plenum-record.h"

#include "plenum-uuid.h"

typedef struct
{
  char   *text;
  gint64  integer;
  guint   set : 1;
} Value;

struct _PlenumRecord
{
  GObject           parent_instance;

  PlenumRecordType  type;
  char             *id;
  Value            *values; /* by field number */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumRecord, plenum_record, G_TYPE_OBJECT)

static void
clear_values (PlenumRecord *self)
{
  for (guint i = 0; i < plenum_type_get_info (self->type)->n_fields; i++)
    g_free (self->values[i].text);
  g_clear_pointer (&self->values, g_free);
}

static void
plenum_record_finalize (GObject *object)
{
  PlenumRecord *self = PLENUM_RECORD (object);

  clear_values (self);
  g_free (self->id);

  G_OBJECT_CLASS (plenum_record_parent_class)->finalize (object);
}

static void
plenum_record_class_init (PlenumRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_record_finalize;

  /**
   * PlenumRecord::changed:
   *
   * The values were replaced by newer ones of the same row.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_record_init (PlenumRecord *self)
{
}

/**
 * plenum_record_new:
 * @type: what it is
 * @id: (nullable): its id, or %NULL for a new one
 *
 * Returns: (transfer full): a record whose fields are all null
 */
PlenumRecord *
plenum_record_new (PlenumRecordType type, const char *id)
{
  PlenumRecord *self = g_object_new (PLENUM_TYPE_RECORD, NULL);

  self->type = type;
  self->id = id != NULL ? g_strdup (id) : plenum_uuid_new ();
  self->values = g_new0 (Value, plenum_type_get_info (type)->n_fields);

  return self;
}

/**
 * plenum_record_copy:
 * @id: (nullable): the copy's id, or %NULL for a new one
 *
 * Returns: (transfer full): a record with the same values
 */
PlenumRecord *
plenum_record_copy (PlenumRecord *self, const char *id)
{
  PlenumRecord *copy = plenum_record_new (self->type, id);

  for (guint i = 0; i < plenum_type_get_info (self->type)->n_fields; i++)
    {
      copy->values[i] = self->values[i];
      copy->values[i].text = g_strdup (self->values[i].text);
    }

  return copy;
}

PlenumRecordType
plenum_record_get_record_type (PlenumRecord *self)
{
  g_return_val_if_fail (PLENUM_IS_RECORD (self), PLENUM_N_TYPES);

  return self->type;
}

const char *
plenum_record_get_id (PlenumRecord *self)
{
  g_return_val_if_fail (PLENUM_IS_RECORD (self), NULL);

  return self->id;
}

static Value *
get_value (PlenumRecord *self, guint field)
{
  g_return_val_if_fail (PLENUM_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < plenum_type_get_info (self->type)->n_fields, NULL);

  return &self->values[field];
}

static gboolean
is_integer (PlenumRecord *self, guint field)
{
  PlenumFieldKind kind = plenum_type_get_info (self->type)->fields[field].kind;

  return kind == PLENUM_FIELD_INTEGER || kind == PLENUM_FIELD_BOOLEAN || kind == PLENUM_FIELD_TIME;
}

gboolean
plenum_record_is_null (PlenumRecord *self, guint field)
{
  return !get_value (self, field)->set;
}

/**
 * plenum_record_get_text:
 * @field: a field that holds text, a reference or JSON
 *
 * Returns: (transfer none) (nullable): the value, valid until it is set anew
 */
const char *
plenum_record_get_text (PlenumRecord *self, guint field)
{
  return get_value (self, field)->text;
}

/**
 * plenum_record_get_integer:
 * @field: a field that holds a number, a truth value or a time
 *
 * Returns: the value, 0 if it is null
 */
gint64
plenum_record_get_integer (PlenumRecord *self, guint field)
{
  return get_value (self, field)->integer;
}

/**
 * plenum_record_set_text:
 * @text: (nullable): the value, or %NULL for null
 */
void
plenum_record_set_text (PlenumRecord *self, guint field, const char *text)
{
  Value *value = get_value (self, field);
  char *copy = g_strdup (text); /* @text may be the value itself */

  g_return_if_fail (!is_integer (self, field));

  g_free (value->text);
  value->text = copy;
  value->set = text != NULL;
}

/**
 * plenum_record_take_text:
 * @text: (transfer full) (nullable): the value, or %NULL for null
 *
 * As plenum_record_set_text(), for a text that nobody else needs.
 */
void
plenum_record_take_text (PlenumRecord *self, guint field, char *text)
{
  Value *value = get_value (self, field);

  g_return_if_fail (!is_integer (self, field));

  g_free (value->text);
  value->text = text;
  value->set = text != NULL;
}

void
plenum_record_set_integer (PlenumRecord *self, guint field, gint64 integer)
{
  Value *value = get_value (self, field);

  g_return_if_fail (is_integer (self, field));

  value->integer = integer;
  value->set = TRUE;
}

void
plenum_record_set_null (PlenumRecord *self, guint field)
{
  Value *value = get_value (self, field);

  g_clear_pointer (&value->text, g_free);
  value->integer = 0;
  value->set = FALSE;
}

/**
 * plenum_record_field_equal:
 * @other: a record of the same type
 *
 * Returns: whether both have the same value there
 */
gboolean
plenum_record_field_equal (PlenumRecord *self, PlenumRecord *other, guint field)
{
  Value *a = get_value (self, field);
  Value *b = get_value (other, field);

  return a->set == b->set && a->integer == b->integer && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * plenum_record_take_values:
 * @other: newer values of the same row
 *
 * Copies the values and emits #PlenumRecord::changed if any differ.
 */
void
plenum_record_take_values (PlenumRecord *self, PlenumRecord *other)
{
  gboolean changed = FALSE;

  g_return_if_fail (PLENUM_IS_RECORD (self) && PLENUM_IS_RECORD (other));
  g_return_if_fail (self->type == other->type);

  for (guint i = 0; i < plenum_type_get_info (self->type)->n_fields; i++)
    if (!plenum_record_field_equal (self, other, i))
      {
        g_free (self->values[i].text);
        self->values[i] = other->values[i];
        self->values[i].text = g_strdup (other->values[i].text);
        changed = TRUE;
      }

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}
