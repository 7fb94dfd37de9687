/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing on a wall: in the place of a card, as large as can be read. */
#include <glib/gi18n.h>
#include <math.h>

#include "plenum-board-commands.h"
#include "plenum-canvas-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-note-entry.h"
#include "plenum-perform.h"
#include "plenum-wall-arrange.h"
#include "plenum-wall-private.h"

static void open_new_editor (PlenumWall *self);

/* What was typed must not be lost because the disk is full. */
static void
type_again (PlenumWall *self, const char *text)
{
  g_autofree char *now = self->editor != NULL ? plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->editor)) : NULL;

  if (self->editor == NULL)
    {
      self->edited = NULL;
      open_new_editor (self);
    }
  if (self->edited == NULL && (now == NULL || *now == '\0'))
    plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->editor), text);
}

static void
added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumWall *self = data;
  PlenumBoardEntry *entry = plenum_board_model_lookup (self->board, plenum_action_get_result (action));
  PlenumBoardArea *area = entry != NULL ? plenum_board_model_area_of (self->board, entry) : NULL;
  PlenumRecord *record = area != NULL ? plenum_board_area_get_record (area) : NULL;
  g_autofree char *sentence = NULL;

  if (error != NULL)
    type_again (self, g_object_get_data (G_OBJECT (action), "plenum-typed"));
  if (error != NULL || record == NULL)
    return;

  /* Who stops typing goes on from there. */
  plenum_card_selection_set_current (plenum_board_desk_get_selection (self->desk), entry);
  /* Translators: said when a card was typed: "Card 3 in “Ideas”" */
  sentence = g_strdup_printf (_("Card %u in “%s”"), plenum_board_area_count_cards (area), plenum_record_get_text (record, PLENUM_AREA_TITLE));
  plenum_board_desk_say (self->desk, sentence);
}

static void
add_card (PlenumWall *self, const char *text)
{
  PlenumWorkshopModel *model = plenum_board_model_get_workshop (self->board);
  const char *workshop = plenum_workshop_model_get_id (model);
  PlenumAction *action;

  if (!self->edit_placed)
    action = plenum_action_add_idea (workshop, self->edit_area, NULL, text, NULL, FALSE);
  else
    action = plenum_action_add_idea_at (workshop, self->edit_area, text, round (self->edit_at.origin.x), round (self->edit_at.origin.y));
  g_object_set_data_full (G_OBJECT (action), "plenum-typed", g_strdup (text), g_free);
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (model), action, NULL, added_cb, self);
}

/* Stores what was typed, or not. */
static void
finish (PlenumWall *self, gboolean keep)
{
  /* Letting go of the editor takes its focus, which would finish it again. */
  GtkWidget *editor = g_steal_pointer (&self->editor);
  g_autofree char *text = NULL;

  if (editor == NULL)
    return;

  text = g_strstrip (plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (editor)));
  gtk_widget_unparent (editor);
  if (keep && *text != '\0' && self->edited != NULL)
    plenum_board_desk_set_text (self->desk, self->edited, text);
  else if (keep && *text != '\0')
    add_card (self, text);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
focus_again (PlenumWall *self)
{
  int current = plenum_wall_get_current (self);

  if (current >= 0)
    plenum_wall_focus_item (self, current);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
plenum_wall_end_edit (PlenumWall *self, gboolean keep)
{
  finish (self, keep);
}

static void
submit_cb (PlenumWall *self)
{
  g_autofree char *text = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->editor));

  /* The next card is typed at once, until nothing is typed. */
  if (self->edited == NULL && *g_strstrip (text) != '\0')
    {
      add_card (self, text);
      plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->editor), "");
      if (self->edit_placed)
        self->edit_at.origin.y += self->edit_at.size.height + PLENUM_WALL_GAP;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      return;
    }

  finish (self, TRUE);
  focus_again (self);
}

static gboolean
cancel_cb (PlenumWall *self)
{
  finish (self, FALSE);
  focus_again (self);

  return TRUE;
}

static void
left_cb (PlenumWall *self)
{
  finish (self, TRUE);
}

static void
open_editor (PlenumWall *self, const char *label, const char *placeholder, const char *text)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer;
  GtkTextIter end;

  self->editor = plenum_note_entry_new (label, placeholder);
  plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->editor), text);
  gtk_widget_add_css_class (self->editor, "wall-editor");
  gtk_widget_insert_before (self->editor, GTK_WIDGET (self), self->controls);
  g_signal_connect_swapped (self->editor, "submit", G_CALLBACK (submit_cb), self);
  g_signal_connect_swapped (self->editor, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->editor, focus);
  gtk_widget_grab_focus (self->editor);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
open_new_editor (PlenumWall *self)
{
  open_editor (self, _("New idea"), _("New idea"), "");
}

/* Lets the text of a card or the name of a theme be typed in its place. */
void
plenum_wall_edit (PlenumWall *self, guint item)
{
  PlenumBoardEntry *entry = plenum_wall_model_get_item (self->model, item)->entry;
  gboolean stack = plenum_board_entry_is_stack (entry);
  const char *text = plenum_board_entry_get_text (entry);

  finish (self, TRUE);
  plenum_card_selection_set_current (plenum_board_desk_get_selection (self->desk), entry);
  self->edited = entry;
  self->edit_at = *plenum_wall_model_get_rect (self->model, item);
  if (plenum_wall_view_reveal (&self->view, &self->edit_at))
    plenum_wall_changed (self);
  open_editor (self, stack ? _("Name of the theme") : _("Text of the card"), NULL,
               *text != '\0' ? text : plenum_board_entry_get_title (entry));
}

/* The first area that takes cards, if @zone does not. */
static int
find_taker (PlenumWall *self, int zone)
{
  int n = plenum_wall_model_n_zones (self->model);

  for (int i = -1; i < n; i++)
    {
      int candidate = i < 0 ? zone : i;
      PlenumBoardArea *area = candidate >= 0 && candidate < n ? plenum_wall_model_get_zone (self->model, candidate)->area : NULL;

      if (area != NULL && plenum_board_area_get_id (area) != NULL)
        return candidate;
    }

  return -1;
}

/* A matrix shows no areas: a new card comes into the first, or into that of the current one. */
static const char *
find_area_of_matrix (PlenumWall *self)
{
  PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
  const char *id = current != NULL ? plenum_board_entry_get_area_id (current) : NULL;

  for (guint i = 0; id == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->board)); i++)
    {
      g_autoptr (PlenumBoardArea) area = g_list_model_get_item (G_LIST_MODEL (self->board), i);

      id = plenum_board_area_get_id (area);
    }

  return id;
}

/**
 * plenum_wall_type_card:
 * @zone: where the card belongs
 * @at: (nullable): where it shall lie on the wall, or %NULL: wherever there is room
 *
 * Lets new cards be typed, one after the other.
 */
void
plenum_wall_type_card (PlenumWall *self, int zone, const graphene_point_t *at)
{
  gboolean matrix = plenum_wall_model_is_matrix (self->model);
  graphene_size_t size = plenum_wall_card_size (NULL, PLENUM_FORM_RECTANGLE, FALSE);
  int taker = matrix ? 0 : find_taker (self, zone);
  const graphene_rect_t *rect;

  finish (self, TRUE);
  if (taker < 0 || taker >= (int) plenum_wall_model_n_zones (self->model))
    {
      plenum_board_desk_say (self->desk, _("This board has no area yet. Add one to collect ideas."));
      return;
    }

  if (!matrix && plenum_wall_model_get_zone (self->model, taker)->folded)
    plenum_board_commands_fold_area (self->desk, plenum_board_area_get_id (plenum_wall_model_get_zone (self->model, taker)->area));
  rect = &plenum_wall_model_get_zone (self->model, taker)->rect;
  g_free (self->edit_area);
  self->edit_area = g_strdup (matrix ? find_area_of_matrix (self)
                                     : plenum_board_area_get_id (plenum_wall_model_get_zone (self->model, taker)->area));
  self->edited = NULL;
  self->edit_placed = at != NULL && !matrix && plenum_wall_model_get_zone (self->model, taker)->stored;
  self->edit_at.size = size;
  self->edit_at.origin = self->edit_placed ? *at
                       : GRAPHENE_POINT_INIT (rect->origin.x + PLENUM_WALL_PAD, rect->origin.y + PLENUM_WALL_HEAD);
  if (plenum_wall_view_reveal (&self->view, &self->edit_at))
    plenum_wall_changed (self);
  open_new_editor (self);
}
