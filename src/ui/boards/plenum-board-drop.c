/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dropping into a column: between two cards, or onto one, which makes a theme. */
#include "plenum-board-drop.h"

#include "plenum-board-row.h"

/* The part of a card's height, above and below, where it is dropped beside it. */
#define EDGE 0.3

struct _PlenumBoardDrop
{
  PlenumBoardDesk   *desk;   /* unowned, as all of these: the column owns this */
  PlenumBoardColumn *column;
  GtkWidget         *list;
  GPtrArray         *rows;
  int                position;
  gboolean           onto;
};

static gboolean
takes_theme (PlenumBoardDrop *self, PlenumBoardEntry *onto)
{
  const char *const *ids = plenum_board_desk_get_carried (self->desk);

  /* A theme is not put into another, and a card not onto itself. */
  return !plenum_board_desk_has_stack (self->desk, ids) && !plenum_board_desk_is_carried (self->desk, onto)
         && plenum_board_entry_get_stack (onto) == NULL;
}

/* Where what is carried would land at the height @y of the column. */
static void
locate (PlenumBoardDrop *self, double y)
{
  PlenumBoardArea *area = plenum_board_column_get_area (self->column);
  graphene_rect_t bounds;
  int nearest = g_list_model_get_n_items (G_LIST_MODEL (area));

  self->onto = FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      PlenumBoardEntry *entry = plenum_board_row_get_entry (PLENUM_BOARD_ROW (row));
      int position = plenum_board_area_find (area, entry);
      float top, height;

      if (position < 0 || !gtk_widget_get_mapped (row)
          || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->column), &bounds))
        continue;

      top = bounds.origin.y;
      height = bounds.size.height;
      if (y >= top + EDGE * height && y < top + (1 - EDGE) * height && takes_theme (self, entry))
        {
          self->position = position;
          self->onto = TRUE;
          return;
        }
      if (y < top + height / 2)
        nearest = MIN (nearest, position);
    }
  self->position = nearest;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, PlenumBoardDrop *self)
{
  PlenumBoardArea *area = plenum_board_column_get_area (self->column);

  if (plenum_board_desk_get_carried (self->desk) == NULL || plenum_board_area_get_id (area) == NULL)
    return 0;

  locate (self, y);
  plenum_board_column_set_drop (self->column, self->position, self->onto);

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, PlenumBoardDrop *self)
{
  plenum_board_column_set_drop (self->column, -1, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, PlenumBoardDrop *self)
{
  const char *const *ids = plenum_board_desk_get_carried (self->desk);
  PlenumBoardArea *area = plenum_board_column_get_area (self->column);
  g_autoptr (PlenumBoardEntry) entry = NULL;

  /* Cards of another window are of another workshop or shown by another desk. */
  if (g_value_get_object (value) != self->desk || ids == NULL)
    return FALSE;

  locate (self, y);
  plenum_board_column_set_drop (self->column, -1, FALSE);
  entry = g_list_model_get_item (G_LIST_MODEL (area), self->position);
  if (self->onto)
    plenum_board_desk_drop_onto (self->desk, ids, entry);
  else if (entry == NULL || !plenum_board_desk_is_carried (self->desk, entry))
    plenum_board_desk_move (self->desk, ids, area, entry);

  return TRUE;
}

/**
 * plenum_board_drop_new:
 * @list: the list in @column
 * @rows: (element-type PlenumBoardRow): its rows that show something
 *
 * Returns: (transfer full): what lets cards be dropped into @column, which keeps it
 */
PlenumBoardDrop *
plenum_board_drop_new (PlenumBoardDesk *desk, PlenumBoardColumn *column, GtkWidget *list, GPtrArray *rows)
{
  PlenumBoardDrop *self = g_new0 (PlenumBoardDrop, 1);
  GtkDropTarget *target = gtk_drop_target_new (PLENUM_TYPE_BOARD_DESK, GDK_ACTION_MOVE);

  self->desk = desk;
  self->column = column;
  self->list = list;
  self->rows = rows;
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (column), GTK_EVENT_CONTROLLER (target));

  return self;
}

void
plenum_board_drop_free (PlenumBoardDrop *self)
{
  g_free (self);
}
