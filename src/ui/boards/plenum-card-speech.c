/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards and themes in words, for who cannot see them: the same in a column as on the
 * canvas. */
#include "plenum-card-speech.h"

#include <glib/gi18n.h>

#include "plenum-card-kinds.h"

/**
 * plenum_card_speech_dup_inside:
 *
 * Returns: (transfer full): how many cards were merged into it
 */
char *
plenum_card_speech_dup_inside (PlenumBoardEntry *entry)
{
  guint n = plenum_board_entry_get_n_inside (entry);

  /* Translators: a card that was merged from others says how many, as short as possible */
  return g_strdup_printf (ngettext ("from %u card", "from %u cards", n), n);
}

static void
add_part (GPtrArray *parts, char *part)
{
  g_ptr_array_add (parts, part);
}

/* What a card shows beside its text. */
static char *
dup_details (PlenumBoardEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  PlenumBoardEntry *stack = plenum_board_entry_get_stack (entry);
  guint n = plenum_board_entry_get_n_comments (entry);

  add_part (parts, g_strdup (plenum_card_kinds_get_name (plenum_board_entry_get_kind (entry))));
  if (stack != NULL)
    add_part (parts, g_strdup_printf (_("Theme: %s"), plenum_board_entry_get_title (stack)));
  if (*plenum_board_entry_get_themes (entry) != '\0')
    add_part (parts, g_strdup_printf (_("Theme: %s"), plenum_board_entry_get_themes (entry)));
  if (*plenum_board_entry_get_tags (entry) != '\0')
    add_part (parts, g_strdup_printf (_("Tags: %s"), plenum_board_entry_get_tags (entry)));
  if (*plenum_board_entry_get_author (entry) != '\0')
    add_part (parts, g_strdup_printf (_("By %s"), plenum_board_entry_get_author (entry)));
  if (*plenum_board_entry_get_answers (entry) != '\0')
    /* Translators: what became of the idea of a card: “Answer: Funded”. */
    add_part (parts, g_strdup_printf (_("Answer: %s"), plenum_board_entry_get_answers (entry)));
  if (n > 0)
    add_part (parts, g_strdup_printf (ngettext ("%u comment", "%u comments", n), n));
  if (plenum_board_entry_get_n_inside (entry) > 0)
    add_part (parts, plenum_card_speech_dup_inside (entry));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (". ", (char **) parts->pdata);
}

static char *
dup_name (PlenumBoardEntry *entry)
{
  const char *title = plenum_board_entry_get_title (entry), *text = plenum_board_entry_get_text (entry);

  return *title != '\0' && *text != '\0' ? g_strconcat (title, ". ", text, NULL) : g_strconcat (title, text, NULL);
}

/**
 * plenum_card_speech:
 * @place: (nullable): where it is, in words
 * @name: (out) (transfer full): what it is called
 * @description: (out) (transfer full): what else is to be seen of it, and the place
 */
void
plenum_card_speech (PlenumBoardEntry *entry, const char *place, char **name, char **description)
{
  g_autofree char *details = NULL;

  if (plenum_board_entry_is_stack (entry))
    {
      guint n = plenum_board_entry_count_cards (entry);

      *name = g_strdup_printf (_("Theme: %s"), plenum_board_entry_get_title (entry));
      details = g_strdup_printf (ngettext ("%u card", "%u cards", n), n);
    }
  else
    {
      *name = dup_name (entry);
      details = dup_details (entry);
    }

  *description = place != NULL ? g_strconcat (details, ". ", place, NULL) : g_steal_pointer (&details);
}
