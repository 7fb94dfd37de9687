/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-links.h"

#include <glib/gi18n.h>

#define CAME_FROM "plenum-came-from"

/* The other ends of its links: first what it builds on or answers, then what builds on it. */
static GPtrArray *
list_ends (PlenumBoardDesk *desk, PlenumBoardEntry *entry)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (desk);
  GListModel *links = G_LIST_MODEL (plenum_workshop_model_get_list (plenum_board_model_get_workshop (model), PLENUM_LINK));
  const char *id = plenum_board_entry_get_id (entry);
  GPtrArray *ends = g_ptr_array_new_with_free_func (g_free);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (links); i++)
      {
        g_autoptr (PlenumRecord) link = g_list_model_get_item (links, i);
        const char *here = plenum_record_get_text (link, pass == 0 ? PLENUM_LINK_IDEA : PLENUM_LINK_TARGET);
        const char *there = plenum_record_get_text (link, pass == 0 ? PLENUM_LINK_TARGET : PLENUM_LINK_IDEA);

        if (g_strcmp0 (here, id) == 0 && plenum_board_model_lookup (model, there) != NULL)
          g_ptr_array_add (ends, g_strdup (there));
      }

  return ends;
}

/**
 * plenum_card_links_has:
 *
 * Returns: whether there is a link to follow from @entry
 */
gboolean
plenum_card_links_has (PlenumBoardDesk *desk, PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) ends = list_ends (desk, entry);

  return ends->len > 0;
}

/**
 * plenum_card_links_go:
 * @idea: a card of any board
 *
 * Goes to a card, wherever it is.
 */
void
plenum_card_links_go (PlenumBoardDesk *desk, const char *idea)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (desk);
  PlenumBoardEntry *entry = plenum_board_model_lookup (model, idea);
  PlenumBoardArea *area = entry != NULL ? plenum_board_model_area_of (model, entry) : NULL;
  PlenumRecord *record = area != NULL ? plenum_board_area_get_record (area) : NULL;

  if (entry == NULL)
    return;

  plenum_board_model_set_query (model, "");
  if (record != NULL)
    plenum_board_model_set_board (model, plenum_record_get_text (record, PLENUM_AREA_BOARD));
  if (plenum_board_entry_get_stack (entry) != NULL)
    plenum_board_model_set_open (model, plenum_board_entry_get_stack (entry), TRUE);
  plenum_board_desk_show (desk, idea, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_card_links_follow:
 *
 * Goes from the current card to the one it is linked to; from there on, and from a
 * card with several links to one after the other. Who goes on comes to all of them.
 */
void
plenum_card_links_follow (PlenumBoardDesk *desk)
{
  PlenumBoardEntry *entry = plenum_board_desk_get_current (desk);
  const char *came_from = g_object_get_data (G_OBJECT (desk), CAME_FROM);
  g_autoptr (GPtrArray) ends = NULL;
  guint next = 0;

  if (entry == NULL || plenum_board_entry_is_stack (entry))
    return;

  ends = list_ends (desk, entry);
  if (ends->len == 0)
    {
      plenum_board_desk_say (desk, _("This card is linked to no other."));
      return;
    }

  for (guint i = 0; i < ends->len; i++)
    if (g_strcmp0 (ends->pdata[i], came_from) == 0)
      next = (i + 1) % ends->len;
  g_object_set_data_full (G_OBJECT (desk), CAME_FROM, g_strdup (plenum_board_entry_get_id (entry)), g_free);
  plenum_card_links_go (desk, ends->pdata[next]);
}
