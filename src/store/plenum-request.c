/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the actions have in common: arguments that survive the way to the store's
 * thread, and the small rules that several of them share. */
#include "plenum-request.h"

#include "plenum-store.h"

static void
plenum_request_free (gpointer data)
{
  PlenumRequest *self = data;

  g_clear_object (&self->record);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_strfreev (self->ids);
  g_strfreev (self->more);
  g_strfreev (self->less);
  g_free (self->id);
  g_free (self->target);
  g_free (self->before);
  g_free (self->text);
  g_free (self);
}

PlenumRequest *
plenum_request_new (void)
{
  return g_new0 (PlenumRequest, 1);
}

PlenumRequest *
plenum_request_new_ids (const char * const *ids)
{
  PlenumRequest *self = plenum_request_new ();

  self->ids = g_strdupv ((char **) ids);
  return self;
}

PlenumRequest *
plenum_request_new_id (const char *id)
{
  PlenumRequest *self = plenum_request_new ();

  self->id = g_strdup (id);
  return self;
}

PlenumRequest *
plenum_request_new_record (PlenumRecord *record)
{
  PlenumRequest *self = plenum_request_new ();

  self->record = plenum_record_copy (record, plenum_record_get_id (record));
  return self;
}

/**
 * plenum_request_copy_records:
 * @records: (nullable) (element-type PlenumRecord): rows of the caller's thread
 *
 * Returns: (transfer full) (nullable): copies with the same ids
 */
GPtrArray *
plenum_request_copy_records (GPtrArray *records)
{
  GPtrArray *copies;

  if (records == NULL)
    return NULL;

  copies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, plenum_record_copy (records->pdata[i], plenum_record_get_id (records->pdata[i])));

  return copies;
}

/**
 * plenum_request_to_action:
 * @self: (transfer full): given to @func
 * @label: (transfer full): what the history calls it
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_request_to_action (PlenumRequest *self, PlenumLabel *label, PlenumActionFunc func)
{
  self->action = plenum_action_new (label, func, self, plenum_request_free);

  return self->action;
}

void
plenum_request_set_label (PlenumRequest *self, PlenumLabel *label)
{
  plenum_action_set_label (self->action, label);
}

/**
 * plenum_request_needs_text:
 * @text: (nullable): what a person wrote
 * @message: (nullable): what to say if it is blank
 */
gboolean
plenum_request_needs_text (const char *text, const char *message, GError **error)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, message);
  return FALSE;
}

/**
 * plenum_request_clear_where:
 * @field: a reference that may be null
 *
 * Takes the reference out of every row that points at @id.
 */
gboolean
plenum_request_clear_where (PlenumEdit *edit, PlenumRecordType type, guint field, const char *id, GError **error)
{
  g_autoptr (GPtrArray) records = plenum_store_list (plenum_edit_get_store (edit), type, field, id, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (!plenum_edit_set_text (edit, type, plenum_record_get_id (records->pdata[i]), field, NULL, error))
      return FALSE;

  return TRUE;
}
