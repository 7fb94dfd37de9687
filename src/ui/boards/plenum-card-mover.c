/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving cards without a mouse: M takes them up, the arrows show where they
 * would land, Enter puts them there, Esc leaves them where they were. Nothing
 * is stored before, and every step is said. */
#include "plenum-card-mover.h"

#include <glib/gi18n.h>

struct _PlenumCardMover
{
  PlenumBoardDesk *desk;    /* unowned */
  GPtrArray       *columns; /* of PlenumBoardColumn, unowned: the surface's */
  guint            column;
  int              position; /* the row before which it lands */
  gboolean         moving;
};

PlenumCardMover *
plenum_card_mover_new (PlenumBoardDesk *desk, GPtrArray *columns)
{
  PlenumCardMover *self = g_new0 (PlenumCardMover, 1);

  self->desk = desk;
  self->columns = columns;

  return self;
}

void
plenum_card_mover_free (PlenumCardMover *self)
{
  g_free (self);
}

static PlenumBoardColumn *
get_column (PlenumCardMover *self)
{
  return self->column < self->columns->len ? self->columns->pdata[self->column] : NULL;
}

static GListModel *
get_area (PlenumCardMover *self)
{
  return G_LIST_MODEL (plenum_board_column_get_area (get_column (self)));
}

static gboolean
takes_cards (PlenumCardMover *self, guint column)
{
  return plenum_board_area_get_id (plenum_board_column_get_area (self->columns->pdata[column])) != NULL;
}

/* A place beside what is carried itself would change nothing. */
static gboolean
is_carried_at (PlenumCardMover *self, int position)
{
  g_autoptr (PlenumBoardEntry) entry = position >= 0 ? g_list_model_get_item (get_area (self), position) : NULL;

  return entry != NULL && plenum_board_desk_is_carried (self->desk, entry);
}

static guint
count_carried_before (PlenumCardMover *self, int position)
{
  guint n = 0;

  for (int i = 0; i < position; i++)
    n += is_carried_at (self, i);

  return n;
}

static void
show (PlenumCardMover *self)
{
  int n = g_list_model_get_n_items (get_area (self));
  PlenumRecord *record = plenum_board_area_get_record (plenum_board_column_get_area (get_column (self)));
  guint before = count_carried_before (self, self->position);
  guint others = n - count_carried_before (self, n);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    plenum_board_column_set_drop (self->columns->pdata[i], i == self->column ? self->position : -1, FALSE);
  if (n > 0)
    {
      g_autoptr (PlenumBoardEntry) near = g_list_model_get_item (get_area (self), MIN (self->position, n - 1));

      plenum_board_column_reveal (get_column (self), near);
    }

  /* Translators: said at each step while cards are moved by keys: where they would land */
  sentence = g_strdup_printf (_("%s, place %u of %u. Enter drops, Esc cancels."),
                              record != NULL ? plenum_record_get_text (record, PLENUM_AREA_TITLE) : "",
                              self->position - before + 1, others + 1);
  plenum_board_desk_say (self->desk, sentence);
}

static void
finish (PlenumCardMover *self)
{
  self->moving = FALSE;
  for (guint i = 0; i < self->columns->len; i++)
    plenum_board_column_set_drop (self->columns->pdata[i], -1, FALSE);
  plenum_board_desk_put_down (self->desk);
}

/**
 * plenum_card_mover_pick_up:
 *
 * Takes up the current card or stack, with all that is selected if it is.
 */
void
plenum_card_mover_pick_up (PlenumCardMover *self)
{
  PlenumBoardEntry *entry = plenum_board_desk_get_current (self->desk);
  g_autofree char *sentence = NULL;
  guint n;

  if (entry == NULL || self->moving)
    return;

  for (guint i = 0; i < self->columns->len; i++)
    {
      int position = plenum_board_area_find (plenum_board_column_get_area (self->columns->pdata[i]), entry);

      if (position < 0)
        continue;
      plenum_board_desk_carry (self->desk, entry);
      self->moving = TRUE;
      self->column = i;
      self->position = position;
    }
  if (!self->moving)
    return;

  n = g_strv_length ((char **) plenum_board_desk_get_carried (self->desk));
  sentence = g_strdup_printf (ngettext ("%u card picked up. The arrow keys move it, Enter drops, Esc cancels.",
                                        "%u cards picked up. The arrow keys move them, Enter drops, Esc cancels.", n), n);
  plenum_board_column_set_drop (get_column (self), self->position, FALSE);
  plenum_board_desk_say (self->desk, sentence);
}

static void
step (PlenumCardMover *self, int by)
{
  int n = g_list_model_get_n_items (get_area (self));
  int position = self->position + by;

  /* Before or behind what is carried is the same place. */
  while (position > 0 && position < n && is_carried_at (self, position - (by > 0 ? 1 : 0)))
    position += by;
  if (by > 0 && position == n && is_carried_at (self, self->position) && self->position == n - 1)
    position = self->position;
  self->position = CLAMP (position, 0, n);
  show (self);
}

static void
step_column (PlenumCardMover *self, int by)
{
  for (int i = (int) self->column + by; i >= 0 && i < (int) self->columns->len; i += by)
    if (takes_cards (self, i))
      {
        self->column = i;
        self->position = MIN (self->position, (int) g_list_model_get_n_items (get_area (self)));
        break;
      }
  show (self);
}

static void
drop (PlenumCardMover *self)
{
  PlenumBoardArea *area = plenum_board_column_get_area (get_column (self));
  g_auto (GStrv) ids = g_strdupv ((char **) plenum_board_desk_get_carried (self->desk));
  int position = self->position;
  g_autoptr (PlenumBoardEntry) before = NULL;
  g_autofree char *sentence = NULL;
  PlenumRecord *record = plenum_board_area_get_record (area);

  while (is_carried_at (self, position))
    position++;
  before = g_list_model_get_item (G_LIST_MODEL (area), position);
  finish (self);
  plenum_board_desk_move (self->desk, (const char *const *) ids, area, before);
  sentence = g_strdup_printf (_("Dropped in %s."), record != NULL ? plenum_record_get_text (record, PLENUM_AREA_TITLE) : "");
  plenum_board_desk_say (self->desk, sentence);
}

/**
 * plenum_card_mover_cancel:
 *
 * Leaves what was taken up where it was.
 */
void
plenum_card_mover_cancel (PlenumCardMover *self)
{
  PlenumBoardEntry *entry = plenum_board_desk_get_current (self->desk);

  if (!self->moving)
    return;

  finish (self);
  if (entry != NULL)
    plenum_board_desk_show (self->desk, plenum_board_entry_get_id (entry), PLENUM_BOARD_FOCUS);
  plenum_board_desk_say (self->desk, _("Not moved."));
}

/**
 * plenum_card_mover_key:
 *
 * Returns: whether the key was meant for the move: all are while something is carried
 */
gboolean
plenum_card_mover_key (PlenumCardMover *self, guint keyval)
{
  if (!self->moving)
    return FALSE;

  /* The areas may have changed since the last key. */
  if (get_column (self) == NULL || plenum_board_desk_get_carried (self->desk) == NULL)
    {
      finish (self);
      return FALSE;
    }
  self->position = MIN (self->position, (int) g_list_model_get_n_items (get_area (self)));

  switch (keyval)
    {
    case GDK_KEY_Up:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Left:
      step_column (self, -1);
      return TRUE;
    case GDK_KEY_Right:
      step_column (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      drop (self);
      return TRUE;
    case GDK_KEY_Escape:
      plenum_card_mover_cancel (self);
      return TRUE;
    default:
      return !(keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R);
    }
}
