/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards go over the clipboard as cards within the program, with all that belongs
 * to them, and as lines of text to and from others. */
#include "plenum-card-clipboard.h"

#include <glib/gi18n.h>

#include "plenum-copy-actions.h"

static char **
list_tags (PlenumBoardModel *model, const char *idea)
{
  GListModel *tags = G_LIST_MODEL (plenum_workshop_model_get_list (plenum_board_model_get_workshop (model), PLENUM_TAG));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (PlenumRecord) tag = g_list_model_get_item (tags, i);

      if (g_strcmp0 (plenum_record_get_text (tag, PLENUM_TAG_IDEA), idea) == 0)
        g_strv_builder_add (names, plenum_record_get_text (tag, PLENUM_TAG_NAME));
    }

  return g_strv_builder_end (names);
}

/**
 * plenum_card_clipboard_copy:
 * @widget: whose clipboard
 *
 * Copies what is selected, the cards of stacks included.
 */
void
plenum_card_clipboard_copy (PlenumBoardDesk *desk, GtkWidget *widget)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (desk);
  g_autoptr (GPtrArray) cards = plenum_card_selection_list_cards (plenum_board_desk_get_selection (desk),
                                                                  plenum_board_desk_get_current (desk));
  g_autoptr (PlenumCardClip) clip = plenum_card_clip_new ();
  g_autoptr (GdkContentProvider) all = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  GdkContentProvider *both[2];

  if (cards->len == 0)
    return;

  for (guint i = 0; i < cards->len; i++)
    {
      PlenumBoardEntry *entry = cards->pdata[i];
      PlenumBoardEntry *stack = plenum_board_entry_get_stack (entry);
      g_auto (GStrv) tags = list_tags (model, plenum_board_entry_get_id (entry));

      plenum_card_clip_add (clip, plenum_board_entry_get_record (entry), (const char *const *) tags,
                            stack != NULL ? plenum_board_entry_get_title (stack) : NULL);
    }
  text = plenum_card_clip_to_text (clip);
  both[0] = gdk_content_provider_new_typed (PLENUM_TYPE_CARD_CLIP, clip);
  both[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);

  sentence = g_strdup_printf (ngettext ("%u card copied", "%u cards copied", cards->len), cards->len);
  plenum_board_desk_say (desk, sentence);
}

/* Behind the current card, or else on top of the first area of the board. */
static void
paste (PlenumBoardDesk *desk, PlenumCardClip *clip)
{
  PlenumBoardModel *model = plenum_board_desk_get_model (desk);
  PlenumBoardEntry *current = plenum_board_desk_get_current (desk);
  PlenumBoardEntry *stack = current != NULL ? plenum_board_entry_get_stack (current) : NULL;
  PlenumBoardArea *area = current != NULL ? plenum_board_model_area_of (model, current) : NULL;
  g_autoptr (PlenumBoardEntry) before = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));
  int position = 0;

  if (plenum_card_clip_get_length (clip) == 0)
    {
      plenum_board_desk_say (desk, _("There is nothing to paste. Copy cards or lines of text first."));
      return;
    }

  if (area != NULL && plenum_board_area_get_id (area) != NULL)
    position = plenum_board_area_find (area, stack != NULL ? stack : current) + 1;
  else
    area = NULL;
  for (guint i = 0; area == NULL && i < n; i++)
    {
      g_autoptr (PlenumBoardArea) candidate = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (plenum_board_area_get_id (candidate) != NULL)
        area = candidate; /* the model keeps it */
    }
  if (area == NULL)
    return;

  /* Not into a stack that is open. */
  while ((before = g_list_model_get_item (G_LIST_MODEL (area), position)) != NULL && plenum_board_entry_get_stack (before) != NULL)
    {
      g_clear_object (&before);
      position++;
    }
  plenum_board_desk_perform (desk, plenum_action_paste_cards (plenum_board_area_get_id (area),
                                                              before != NULL ? plenum_board_entry_get_id (before) : NULL, clip),
                             NULL, PLENUM_BOARD_FOCUS);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumBoardDesk) desk = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (PlenumCardClip) clip = plenum_card_clip_new_from_text (text != NULL ? text : "");

  paste (desk, clip);
}

/**
 * plenum_card_clipboard_paste:
 * @widget: whose clipboard
 *
 * Adds the cards on the clipboard, or a card for each line of its text.
 */
void
plenum_card_clipboard_paste (PlenumBoardDesk *desk, GtkWidget *widget)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  /* There is a content only if it is this program's. */
  g_value_init (&value, PLENUM_TYPE_CARD_CLIP);
  if (content != NULL && gdk_content_provider_get_value (content, &value, NULL))
    paste (desk, g_value_get_boxed (&value));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_cb, g_object_ref (desk));
}
