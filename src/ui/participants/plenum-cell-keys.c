/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the cells of a column view behave as those of a spreadsheet: arrows go
 * from cell to cell, Enter edits, Tab goes on while editing and out of the table
 * otherwise, and typing replaces. */
#include "plenum-cell-keys.h"

struct _PlenumCellKeys
{
  GObject         parent_instance;

  GtkColumnView  *view;   /* borrowed: it outlives this */
  GPtrArray      *cells;  /* PlenumParticipantCell, borrowed: those bound now */
  PlenumColumnId  column; /* where the focus was last */
};

enum { LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumCellKeys, plenum_cell_keys, G_TYPE_OBJECT)

static guint
count_rows (PlenumCellKeys *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));
}

/**
 * plenum_cell_keys_is_shown:
 *
 * Returns: whether the column is to be seen
 */
gboolean
plenum_cell_keys_is_shown (PlenumCellKeys *self, PlenumColumnId column)
{
  g_autoptr (GtkColumnViewColumn) there =
    g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  return there != NULL && gtk_column_view_column_get_visible (there);
}

static PlenumParticipantCell *
find_cell (PlenumCellKeys *self, guint position, PlenumColumnId column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      PlenumParticipantCell *cell = g_ptr_array_index (self->cells, i);

      if (plenum_participant_cell_get_column (cell) == column
          && plenum_participant_cell_get_position (cell) == position)
        return cell;
    }

  return NULL;
}

/**
 * plenum_cell_keys_get_focused:
 *
 * Returns: (transfer none) (nullable): the cell that has the focus, edited or not
 */
PlenumParticipantCell *
plenum_cell_keys_get_focused (PlenumCellKeys *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    cell = PLENUM_IS_PARTICIPANT_CELL (focus)
           ? focus : gtk_widget_get_ancestor (focus, PLENUM_TYPE_PARTICIPANT_CELL);

  return cell != NULL ? PLENUM_PARTICIPANT_CELL (cell) : NULL;
}

/**
 * plenum_cell_keys_get_list:
 *
 * Returns: (transfer none): the list inside the column view, which has the actions
 *   that GTK 4.8 gives no function for
 */
GtkWidget *
plenum_cell_keys_get_list (PlenumCellKeys *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/* Brings the row into view, which makes its cells, and goes to one of them. */
static PlenumParticipantCell *
go_to (PlenumCellKeys *self, guint position, PlenumColumnId column, gboolean extend)
{
  GtkWidget *list = plenum_cell_keys_get_list (self);
  PlenumParticipantCell *cell;

  if (position >= count_rows (self))
    return NULL;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", position, FALSE, extend);
  cell = find_cell (self, position, column);
  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  self->column = column;

  return cell;
}

/* The next column to the right or left, with the row's end going on to the next row. */
static gboolean
step (PlenumCellKeys *self, guint *position, PlenumColumnId *column, int by, gboolean wrap)
{
  int next = *column;
  int row = *position;

  do
    {
      next += by;
      if (next < 0 || next >= PLENUM_N_COLUMNS)
        {
          if (!wrap)
            return FALSE;
          row += by;
          next = by > 0 ? 0 : PLENUM_N_COLUMNS - 1;
        }
    }
  while (!plenum_cell_keys_is_shown (self, next));

  if (row < 0 || row >= (int) count_rows (self))
    return FALSE;

  *position = row;
  *column = next;

  return TRUE;
}

/* Keys while a cell is edited. */
static gboolean
edit_key (PlenumCellKeys *self, PlenumParticipantCell *cell, guint key, GdkModifierType state)
{
  guint position = plenum_participant_cell_get_position (cell);
  PlenumColumnId column = plenum_participant_cell_get_column (cell);
  PlenumParticipantCell *next;

  switch (key)
    {
    case GDK_KEY_Escape:
      plenum_participant_cell_stop (cell, FALSE);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      plenum_participant_cell_stop (cell, TRUE);
      go_to (self, position + 1, column, FALSE);
      return TRUE;

    case GDK_KEY_Up:
      plenum_participant_cell_stop (cell, TRUE);
      if (position > 0)
        go_to (self, position - 1, column, FALSE);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      plenum_participant_cell_stop (cell, TRUE);
      if (!step (self, &position, &column, state & GDK_SHIFT_MASK ? -1 : 1, TRUE))
        return TRUE;
      next = go_to (self, position, column, FALSE);
      if (next != NULL && plenum_column_get_kind (column) == PLENUM_COLUMN_TEXT)
        plenum_participant_cell_edit (next);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
move_key (PlenumCellKeys *self, PlenumParticipantCell *cell, guint key, GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self->view)) == GTK_TEXT_DIR_RTL;
  guint n = count_rows (self);
  gboolean all = state & GDK_CONTROL_MASK;
  gint64 row = plenum_participant_cell_get_position (cell);
  guint same = row;
  PlenumColumnId column = plenum_participant_cell_get_column (cell);

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (step (self, &same, &column, (key == GDK_KEY_Right) != rtl ? 1 : -1, FALSE))
        go_to (self, same, column, FALSE);
      return TRUE;

    case GDK_KEY_Up:
      row = all ? 0 : row - 1;
      break;

    case GDK_KEY_Down:
      row = all ? n - 1 : row + 1;
      break;

    case GDK_KEY_Page_Up:
      row -= 10;
      break;

    case GDK_KEY_Page_Down:
      row += 10;
      break;

    case GDK_KEY_Home:
      row = 0;
      break;

    case GDK_KEY_End:
      row = n - 1;
      break;

    default:
      return FALSE;
    }

  go_to (self, CLAMP (row, 0, (gint64) n - 1), column, state & GDK_SHIFT_MASK);

  return TRUE;
}

static gboolean
is_typing (guint key, GdkModifierType state)
{
  guint32 c = gdk_keyval_to_unicode (key);

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0
         && c > 0x20 && c != 0x7f && g_unichar_isprint (c);
}

/* Keys while a cell has the focus and is not edited. */
static gboolean
rest_key (PlenumCellKeys *self,
          PlenumParticipantCell  *cell,
          GtkEventController     *controller,
          guint                   key,
          GdkModifierType         state)
{
  PlenumColumnKind kind = plenum_column_get_kind (plenum_participant_cell_get_column (cell));

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      plenum_participant_cell_edit (cell);
      return TRUE;

    case GDK_KEY_BackSpace:
      plenum_participant_cell_clear (cell);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      g_signal_emit (self, signals[LEAVE], 0, !(state & GDK_SHIFT_MASK));
      return TRUE;

    default:
      break;
    }

  if (is_typing (key, state) && (kind == PLENUM_COLUMN_TEXT || kind == PLENUM_COLUMN_CHOICE))
    {
      plenum_participant_cell_edit_key (cell, controller);
      return TRUE;
    }

  return move_key (self, cell, key, state);
}

static gboolean
key_pressed_cb (GtkEventController     *controller,
                guint                   key,
                guint                   code,
                GdkModifierType         state,
                PlenumCellKeys *self)
{
  PlenumParticipantCell *cell = plenum_cell_keys_get_focused (self);

  if (cell == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->view))),
                               GTK_TYPE_POPOVER) != NULL)
    return FALSE;
  if (plenum_participant_cell_get_editing (cell))
    return edit_key (self, cell, key, state);

  return rest_key (self, cell, controller, key, state);
}

/**
 * plenum_cell_keys_get_row:
 *
 * Returns: the first selected row, or the first of all
 */
guint
plenum_cell_keys_get_row (PlenumCellKeys *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));

  return gtk_bitset_is_empty (bits) ? 0 : gtk_bitset_get_minimum (bits);
}

/**
 * plenum_cell_keys_go_to_row:
 * @row: where to go, to the column where the focus was last; the last row if it is beyond
 *
 * Returns: whether there is any row
 */
gboolean
plenum_cell_keys_go_to_row (PlenumCellKeys *self, guint row)
{
  guint n = count_rows (self);

  return n > 0 && go_to (self, MIN (row, n - 1), self->column, FALSE) != NULL;
}

/**
 * plenum_cell_keys_add:
 * @cell: a cell that shows a row from now on
 */
void
plenum_cell_keys_add (PlenumCellKeys *self, PlenumParticipantCell *cell)
{
  g_ptr_array_add (self->cells, cell);
}

void
plenum_cell_keys_remove (PlenumCellKeys *self, PlenumParticipantCell *cell)
{
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
plenum_cell_keys_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_CELL_KEYS (object)->cells);
  G_OBJECT_CLASS (plenum_cell_keys_parent_class)->finalize (object);
}

static void
plenum_cell_keys_class_init (PlenumCellKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_cell_keys_finalize;

  /**
   * PlenumCellKeys::leave:
   * @forward: whether the focus goes on or back
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
plenum_cell_keys_init (PlenumCellKeys *self)
{
  self->cells = g_ptr_array_new ();
}

/**
 * plenum_cell_keys_new:
 * @view: a column view with the columns of #PlenumColumnId, in their order
 *
 * Returns: (transfer full): its keys
 */
PlenumCellKeys *
plenum_cell_keys_new (GtkColumnView *view)
{
  PlenumCellKeys *self = g_object_new (PLENUM_TYPE_CELL_KEYS, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = view;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);

  return self;
}
