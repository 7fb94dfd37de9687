/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one card has to do with another. */
#include "plenum-link-actions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-request.h"
#include "plenum-store.h"
#include "plenum-uuid.h"

static const char * const kinds[] = { "builds-on", "answers-need", NULL };

/**
 * plenum_link_id:
 *
 * The same link drawn on two laptops is one link when they meet.
 *
 * Returns: (transfer full): the id of the link from @idea to @target
 */
char *
plenum_link_id (const char *idea, const char *target, const char *kind)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", idea, target, kind);

  return plenum_uuid_from_name ("link", key);
}

/**
 * plenum_links_put:
 *
 * Links two cards, unless they are already.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID for a card
 * and itself, and for cards of two workshops
 */
gboolean
plenum_links_put (PlenumEdit *edit, const char *idea_id, const char *target_id, const char *kind, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, idea_id, error);
  g_autoptr (PlenumRecord) target = idea != NULL ? plenum_store_get (store, PLENUM_IDEA, target_id, error) : NULL;
  const char *workshop = target != NULL ? plenum_record_get_text (target, PLENUM_IDEA_WORKSHOP) : NULL;
  g_autofree char *id = plenum_link_id (idea_id, target_id, kind);
  g_autoptr (PlenumRecord) there = plenum_store_get (store, PLENUM_LINK, id, NULL);
  g_autoptr (PlenumRecord) link = plenum_record_new (PLENUM_LINK, id);

  if (target == NULL)
    return FALSE;
  if (strcmp (idea_id, target_id) == 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("A card cannot be linked to itself. Choose another card."));
      return FALSE;
    }
  if (strcmp (plenum_record_get_text (idea, PLENUM_IDEA_WORKSHOP), workshop) != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("Cards of two workshops cannot be linked. Copy one of them into the other workshop first."));
      return FALSE;
    }
  if (there != NULL)
    return TRUE;

  plenum_record_set_text (link, PLENUM_LINK_WORKSHOP, workshop);
  plenum_record_set_text (link, PLENUM_LINK_IDEA, idea_id);
  plenum_record_set_text (link, PLENUM_LINK_TARGET, target_id);
  plenum_record_set_text (link, PLENUM_LINK_KIND, kind);
  return plenum_edit_insert (edit, link, error);
}

static gboolean
link_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  if (!g_strv_contains (kinds, request->text))
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("There is no such kind of link. There are builds-on and answers-need."));
      return FALSE;
    }

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!plenum_links_put (edit, request->ids[i], request->target, request->text, error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_link_ideas:
 * @ids: the cards that build on another, or answer it
 * @target: that other card
 * @kind: "builds-on" or "answers-need"
 *
 * A link that is there already stays as it is.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, or %PLENUM_STORE_ERROR_INVALID for a
 * card and itself, cards of two workshops, or another kind
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_link_ideas (const char * const *ids, const char *target, const char *kind)
{
  PlenumRequest *request = plenum_request_new_ids (ids);

  request->target = g_strdup (target);
  request->text = g_strdup (kind);
  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Link card", "Link {count} cards", g_strv_length (request->ids), NULL),
                                   link_ideas);
}

static gboolean
unlink_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumRequest *request = data;

  for (guint i = 0; request->ids[i] != NULL; i++)
    if (!plenum_edit_delete (edit, PLENUM_LINK, request->ids[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_unlink_ideas:
 * @links: ids of links
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_unlink_ideas (const char * const *links)
{
  PlenumRequest *request = plenum_request_new_ids (links);

  return plenum_request_to_action (request,
                                   plenum_label_new_count ("Remove link", "Remove {count} links", g_strv_length (request->ids), NULL),
                                   unlink_ideas);
}
