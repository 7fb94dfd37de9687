/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-value.h"

#include <glib/gi18n.h>

#include "plenum-card-kinds.h"
#include "plenum-format.h"

static const char *const titles[PLENUM_CARD_N_VALUES] = {
  N_("Text"), N_("Kind"), N_("Area"), N_("Theme"), N_("Tags"), N_("Author"), N_("Written"),
};

const char *
plenum_card_value_get_title (PlenumCardValue value)
{
  return _(titles[value]);
}

/**
 * plenum_card_value_dup:
 *
 * Returns: (transfer full): what a list says of a card; empty if there is nothing to say
 */
char *
plenum_card_value_dup (PlenumBoardModel *model, PlenumBoardEntry *entry, PlenumCardValue value)
{
  PlenumBoardArea *area = plenum_board_model_area_of (model, entry);
  PlenumBoardEntry *stack = plenum_board_entry_get_stack (entry);

  switch (value)
    {
    case PLENUM_CARD_TEXT:
      return plenum_board_entry_dup_name (entry);
    case PLENUM_CARD_KIND:
      return g_strdup (plenum_card_kinds_get_name (plenum_board_entry_get_kind (entry)));
    case PLENUM_CARD_AREA:
      return g_strdup (area != NULL && plenum_board_area_get_record (area) != NULL
                       ? plenum_record_get_text (plenum_board_area_get_record (area), PLENUM_AREA_TITLE) : "");
    case PLENUM_CARD_THEME:
      return g_strdup (stack != NULL ? plenum_board_entry_get_title (stack) : plenum_board_entry_get_themes (entry));
    case PLENUM_CARD_TAGS:
      return g_strdup (plenum_board_entry_get_tags (entry));
    case PLENUM_CARD_AUTHOR:
      return g_strdup (plenum_board_entry_get_author (entry));
    case PLENUM_CARD_CREATED:
      return plenum_format_short_time (plenum_record_get_integer (plenum_board_entry_get_record (entry),
                                                                  PLENUM_IDEA_CREATED));
    case PLENUM_CARD_N_VALUES:
    default:
      g_assert_not_reached ();
    }
}

/**
 * plenum_card_value_compare:
 *
 * Returns: less than, equal to or greater than 0, as a list is sorted by @value
 */
int
plenum_card_value_compare (PlenumBoardModel *model, PlenumBoardEntry *left, PlenumBoardEntry *right, PlenumCardValue value)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (value == PLENUM_CARD_CREATED)
    {
      gint64 one = plenum_record_get_integer (plenum_board_entry_get_record (left), PLENUM_IDEA_CREATED);
      gint64 other = plenum_record_get_integer (plenum_board_entry_get_record (right), PLENUM_IDEA_CREATED);

      return (one > other) - (one < other);
    }

  first = plenum_card_value_dup (model, left, value);
  second = plenum_card_value_dup (model, right, value);
  return g_utf8_collate (first, second);
}
