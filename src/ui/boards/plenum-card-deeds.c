/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The actions that make cards from cards, and that tie them together. */
#include <glib/gi18n.h>

#include "plenum-board-desk.h"
#include "plenum-copy-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-merge-actions.h"

static const char *const *
constant (GStrv ids)
{
  return (const char *const *) ids;
}

/**
 * plenum_board_desk_merge:
 *
 * Makes one card of those that are selected.
 */
void
plenum_board_desk_merge (PlenumBoardDesk *self)
{
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self);
  g_autofree char *toast = NULL;
  guint n = g_strv_length (ids);

  if (n < 2)
    {
      plenum_board_desk_say (self, _("Select at least two cards to merge them."));
      return;
    }

  toast = g_strdup_printf (ngettext ("%u card is one now. What it said is in the details.",
                                     "%u cards are one now. What they said is in its details.", n), n);
  plenum_board_desk_perform (self, plenum_action_merge_ideas (constant (ids)), toast, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_desk_split:
 *
 * Takes apart the selected cards that others were merged into.
 */
void
plenum_board_desk_split (PlenumBoardDesk *self)
{
  g_autoptr (GPtrArray) cards = plenum_card_selection_list_cards (plenum_board_desk_get_selection (self),
                                                                  plenum_board_desk_get_current (self));
  g_autoptr (GPtrArray) faces = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    if (plenum_board_entry_get_n_inside (cards->pdata[i]) > 0)
      g_ptr_array_add (faces, (gpointer) plenum_board_entry_get_id (cards->pdata[i]));
  if (faces->len == 0)
    {
      plenum_board_desk_say (self, _("No other card was merged into this one."));
      return;
    }

  g_ptr_array_add (faces, NULL);
  plenum_board_desk_perform (self, plenum_action_split_ideas ((const char *const *) faces->pdata),
                             _("The cards are what they were before."), PLENUM_BOARD_FOCUS);
}

void
plenum_board_desk_duplicate (PlenumBoardDesk *self)
{
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self);

  if (ids[0] != NULL)
    plenum_board_desk_perform (self, plenum_action_duplicate_ideas (constant (ids)), NULL, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_desk_set_colour:
 * @colour: a colour's name, or empty for the kind's own
 */
void
plenum_board_desk_set_colour (PlenumBoardDesk *self, const char *colour)
{
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self);

  if (ids[0] != NULL)
    plenum_board_desk_perform_for (self, plenum_action_set_ideas_text (constant (ids), PLENUM_IDEA_COLOUR,
                                                                       *colour != '\0' ? colour : NULL), NULL, NULL, 0);
}

/**
 * plenum_board_desk_move_to:
 * @area: an area of any board of the workshop
 *
 * Moves what is selected to its end.
 */
void
plenum_board_desk_move_to (PlenumBoardDesk *self, const char *area)
{
  g_auto (GStrv) ids = plenum_board_desk_dup_ids (self);
  PlenumBoardArea *target = plenum_board_model_get_area (plenum_board_desk_get_model (self), area);
  PlenumRecord *record = target != NULL ? plenum_board_area_get_record (target) : NULL;
  g_autofree char *toast = NULL;
  guint n = g_strv_length (ids);

  if (n == 0 || record == NULL)
    return;

  toast = g_strdup_printf (ngettext ("%u card is in “%s” now.", "%u cards are in “%s” now.", n), n,
                           plenum_record_get_text (record, PLENUM_AREA_TITLE));
  plenum_board_desk_perform_for (self, plenum_action_move_ideas (constant (ids), area, NULL), toast, ids[0], PLENUM_BOARD_FOCUS);
}

void
plenum_board_desk_change_tags (PlenumBoardDesk *self, const char *const *added, const char *const *removed)
{
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self);

  if (ids[0] != NULL && (added[0] != NULL || removed[0] != NULL))
    plenum_board_desk_perform_for (self, plenum_action_change_tags (constant (ids), added, removed), NULL, NULL, 0);
}

/**
 * plenum_board_desk_link:
 * @target: the card that those that are selected build on or answer
 * @kind: a kind of link
 */
void
plenum_board_desk_link (PlenumBoardDesk *self, const char *target, const char *kind)
{
  g_auto (GStrv) ids = plenum_board_desk_dup_card_ids (self);

  if (ids[0] != NULL)
    plenum_board_desk_perform_for (self, plenum_action_link_ideas (constant (ids), target, kind), _("The cards are linked."), NULL, 0);
}

/**
 * plenum_board_desk_add_lesson:
 *
 * Adds a lesson to the current card and lets it be typed.
 */
void
plenum_board_desk_add_lesson (PlenumBoardDesk *self)
{
  PlenumBoardEntry *entry = plenum_board_desk_get_current (self);

  /* Translators: what a new card of the kind lesson says until something is typed */
  if (entry != NULL && !plenum_board_entry_is_stack (entry))
    plenum_board_desk_perform (self, plenum_action_add_lesson (plenum_board_entry_get_id (entry), _("What did this teach us?")),
                               NULL, PLENUM_BOARD_REPLACE);
}
