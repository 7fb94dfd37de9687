/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags of cards. */
#include <glib/gi18n-lib.h>

#include "plenum-idea-actions.h"
#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-tags.h"
#include "plenum-uuid.h"

/**
 * plenum_tag_id:
 *
 * The same tag put on the same card on two laptops is one tag when they meet,
 * also if one wrote it in capitals.
 *
 * Returns: (transfer full): the id of the tag @name on @idea
 */
char *
plenum_tag_id (const char *idea, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *key = g_strdup_printf ("%s\n%s", idea, normal);

  return plenum_uuid_from_name ("tag", key);
}

/**
 * plenum_tags_put:
 *
 * Puts a tag on a card, unless the card has it already.
 */
gboolean
plenum_tags_put (PlenumEdit *edit, PlenumRecord *idea, const char *name, GError **error)
{
  g_autofree char *id = plenum_tag_id (plenum_record_get_id (idea), name);
  g_autoptr (PlenumRecord) there = plenum_store_get (plenum_edit_get_store (edit), PLENUM_TAG, id, NULL);
  g_autoptr (PlenumRecord) tag = NULL;

  if (there != NULL)
    return TRUE;

  tag = plenum_record_new (PLENUM_TAG, id);
  plenum_record_set_text (tag, PLENUM_TAG_WORKSHOP, plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP));
  plenum_record_set_text (tag, PLENUM_TAG_IDEA, plenum_record_get_id (idea));
  plenum_record_set_text (tag, PLENUM_TAG_NAME, name);
  return plenum_edit_insert (edit, tag, error);
}

static gboolean
take_away (PlenumEdit *edit, const char *idea, const char *name, GError **error)
{
  g_autofree char *id = plenum_tag_id (idea, name);
  g_autoptr (PlenumRecord) there = plenum_store_get (plenum_edit_get_store (edit), PLENUM_TAG, id, NULL);

  return there == NULL || plenum_edit_delete (edit, PLENUM_TAG, id, error);
}

static gboolean
add_tag (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  if (!plenum_request_needs_text (request->text, _("A tag needs a name"), error))
    return FALSE;

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_store_get (plenum_edit_get_store (edit), PLENUM_IDEA, request->ids[i], error);

      if (idea == NULL || !plenum_tags_put (edit, idea, request->text, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_add_tag:
 *
 * Cards that have the tag already keep it as it is.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_add_tag (const char * const *ids, const char *name)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->text = g_strstrip (g_strdup (name));
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Tag card “{name}”", "Tag {count} cards “{name}”",
                                                           g_strv_length (request->ids), request->text),
                                   add_tag);
}

static gboolean
remove_tag (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!take_away (edit, request->ids[i], request->text, error))
      return FALSE;

  return TRUE;
}

PlenumAction *
plenum_action_remove_tag (const char * const *ids, const char *name)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->text = g_strstrip (g_strdup (name));
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Remove tag “{name}”", "Remove tag “{name}” from {count} cards",
                                                           g_strv_length (request->ids), request->text),
                                   remove_tag);
}

static gboolean
change_tags (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (char **name = request->more; *name != NULL; name++)
    if (!plenum_request_needs_text (*name, _("A tag needs a name"), error))
      return FALSE;

  for (guint i = 0; request->ids[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_store_get (plenum_edit_get_store (edit), PLENUM_IDEA, request->ids[i], error);

      if (idea == NULL)
        return FALSE;
      for (char **name = request->less; *name != NULL; name++)
        if (!take_away (edit, request->ids[i], *name, error))
          return FALSE;
      for (char **name = request->more; *name != NULL; name++)
        if (!plenum_tags_put (edit, idea, *name, error))
          return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_change_tags:
 * @ids: (array zero-terminated): cards
 * @added: (array zero-terminated): tags that all of them have afterwards
 * @removed: (array zero-terminated): tags that none of them has afterwards
 *
 * Returns: (transfer full): the action, one step
 */
PlenumAction *
plenum_action_change_tags (const char * const *ids, const char * const *added, const char * const *removed)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->more = g_strdupv ((char **) added);
  request->less = g_strdupv ((char **) removed);
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Change tags of card", "Change tags of {count} cards",
                                                           g_strv_length (request->ids), NULL),
                                   change_tags);
}
