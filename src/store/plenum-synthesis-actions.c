/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workshops are read together. */
#include "plenum-synthesis-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-uuid.h"

/**
 * plenum_source_id:
 *
 * Returns: (transfer full): the id of the record that @source is read in @synthesis
 */
char *
plenum_source_id (const char *synthesis, const char *source)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", synthesis, source);

  return plenum_uuid_from_name ("source", key);
}

/**
 * plenum_synthesis_check:
 * @id: of a workshop
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID unless it is a synthesis
 */
gboolean
plenum_synthesis_check (PlenumStore *store, const char *id, GError **error)
{
  g_autoptr (PlenumRecord) workshop = plenum_store_get (store, PLENUM_WORKSHOP, id, error);

  if (workshop == NULL)
    return FALSE;
  if (g_strcmp0 (plenum_record_get_text (workshop, PLENUM_WORKSHOP_KIND), "synthesis") == 0)
    return TRUE;

  g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
               _("“%s” is a workshop and no synthesis. Its own cards are put into themes on its boards."),
               plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
  return FALSE;
}

static gboolean
add_source (PlenumEdit *edit, const char *synthesis, const char *source, GError **error)
{
  g_autoptr (PlenumRecord) workshop = plenum_store_get (plenum_edit_get_store (edit), PLENUM_WORKSHOP, source, error);
  g_autofree char *id = plenum_source_id (synthesis, source);
  g_autoptr (PlenumRecord) record = plenum_record_new (PLENUM_SOURCE, id);

  if (workshop == NULL)
    return FALSE;
  if (!plenum_record_is_null (workshop, PLENUM_WORKSHOP_KIND))
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                   _("“%s” is a synthesis itself. Choose the workshops that are read in it."),
                   plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
      return FALSE;
    }

  plenum_record_set_text (record, PLENUM_SOURCE_WORKSHOP, synthesis);
  plenum_record_set_text (record, PLENUM_SOURCE_SOURCE, source);
  return plenum_edit_insert (edit, record, error);
}

static gboolean
add_synthesis (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  const char *id = plenum_record_get_id (request->record);

  if (!plenum_request_needs_text (plenum_record_get_text (request->record, PLENUM_WORKSHOP_TITLE),
                                  _("A synthesis needs a title"), error)
      || !plenum_edit_insert (edit, request->record, error))
    return FALSE;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!add_source (edit, id, request->ids[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_add_synthesis:
 * @language: (nullable): the language of what is read, "de"
 * @sources: ids of the workshops that are read together
 *
 * The result is its id, known at once.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID without a title
 * or where a source is a synthesis itself
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_synthesis (const char *title, const char *language, const char * const *sources)
{
  PlenumRequest *request = plenum_request_new_ids (sources);
  PlenumAction *action;

  request->record = plenum_record_new (PLENUM_WORKSHOP, NULL);
  plenum_record_set_text (request->record, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (request->record, PLENUM_WORKSHOP_LANGUAGE, language);
  plenum_record_set_text (request->record, PLENUM_WORKSHOP_STATE, "running");
  plenum_record_set_text (request->record, PLENUM_WORKSHOP_KIND, "synthesis");
  plenum_record_set_integer (request->record, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (request->record, PLENUM_WORKSHOP_CREATED, g_get_real_time () / 1000);
  action = plenum_request_to_action (request, plenum_label_new_named ("Add synthesis “{name}”", title), add_synthesis);
  plenum_action_set_result (action, plenum_record_get_id (request->record));

  return action;
}

static gboolean
choose_sources (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  if (!plenum_synthesis_check (store, request->id, error)
      || (there = plenum_store_list (store, PLENUM_SOURCE, PLENUM_SOURCE_WORKSHOP, request->id, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < there->len; i++)
    {
      const char *source = plenum_record_get_text (there->pdata[i], PLENUM_SOURCE_SOURCE);

      if (g_strv_contains ((const char * const *) request->ids, source))
        g_hash_table_add (kept, (gpointer) source);
      else if (!plenum_edit_delete (edit, PLENUM_SOURCE, plenum_record_get_id (there->pdata[i]), error))
        return FALSE;
    }
  for (guint i = 0; request->ids[i] != NULL; i++)
    if (g_hash_table_add (kept, request->ids[i]) && !add_source (edit, request->id, request->ids[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_choose_sources:
 * @sources: ids of all workshops that are read in the synthesis from now on
 *
 * What was decided about the cards of one that is left out is kept for when it
 * comes back.
 *
 * Errors: as for plenum_action_add_synthesis(), and %PLENUM_STORE_ERROR_INVALID for
 * a workshop that is no synthesis
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_choose_sources (const char *synthesis, const char * const *sources)
{
  PlenumRequest *request = plenum_request_new_ids (sources);

  request->id = g_strdup (synthesis);
  return plenum_request_to_action (request, plenum_label_new ("Choose workshops"), choose_sources);
}
