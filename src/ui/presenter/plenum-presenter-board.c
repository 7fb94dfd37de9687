/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board on the beamer: its areas side by side with their cards, as large as text
 * has to be there; what does not fit is on the next page. Areas that are not
 * revealed are left out, and nobody's name is ever read for it. */
#include "plenum-presenter-board.h"

#include <glib/gi18n.h>

#include "plenum-card-kinds.h"

/* The text's height as a share of the window's. */
#define TEXT_SHARE 30
#define MOST_COLUMNS 4

/* A column is never narrower than this many times the size of the text. */
#define NARROWEST 11

struct _PlenumPresenterBoard
{
  PlenumPresenterPage parent_instance;

  PlenumBoardModel *model;
  char             *board;
  guint             column;  /* the first on the page */
  GArray           *starts;  /* guint: where each column on the page begins */
  GArray           *ends;    /* guint: where it ends */
  GPtrArray        *before;  /* GArray: column and starts of the pages before */

  GtkWidget        *title;
  GtkWidget        *columns;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterBoard, plenum_presenter_board, PLENUM_TYPE_PRESENTER_PAGE)

/* Those that may be seen. */
static GPtrArray *
list_areas (PlenumPresenterBoard *self)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (PlenumBoardArea) area = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (plenum_board_area_is_public (area))
        g_ptr_array_add (areas, g_steal_pointer (&area));
    }

  return areas;
}

static GtkWidget *
make_strip (PlenumBoardEntry *entry)
{
  g_autofree char *text = g_strdup_printf ("%s (%u)", plenum_board_entry_get_title (entry),
                                           plenum_board_entry_count_cards (entry));

  return plenum_presenter_page_new_label (text, "wall-strip", 2);
}

/* Paper as on the wall, without the line at its foot, which has initials. */
static GtkWidget *
make_card (PlenumBoardEntry *entry)
{
  const PlenumCardKind *kind = plenum_card_kinds_find (plenum_board_entry_get_kind (entry));
  const char *title = plenum_board_entry_get_title (entry);
  GtkWidget *paper = g_object_new (GTK_TYPE_BOX, "css-name", "paper",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (kind->icon);

  gtk_widget_add_css_class (paper, kind->id);
  gtk_widget_add_css_class (icon, "kind");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (paper), icon);
  gtk_box_append (GTK_BOX (paper), plenum_presenter_page_new_label (*title != '\0' ? title : plenum_board_entry_get_text (entry), NULL, 4));
  if (plenum_board_entry_get_stack (entry) != NULL)
    gtk_widget_add_css_class (paper, "in-theme");

  return paper;
}

static char *
describe_rest (guint n)
{
  return g_strdup_printf (ngettext ("%u more card", "%u more cards", n), n);
}

/* Closed stacks are opened on the beamer: what is in a theme is what is talked of. */
static void
append_entry (GPtrArray *entries, PlenumBoardEntry *entry)
{
  g_ptr_array_add (entries, g_object_ref (entry));
  if (plenum_board_entry_is_stack (entry) && !plenum_board_entry_get_open (entry))
    {
      g_autoptr (GPtrArray) cards = plenum_board_entry_list_cards (entry);

      for (guint i = 0; i < cards->len; i++)
        g_ptr_array_add (entries, g_object_ref (g_ptr_array_index (cards, i)));
    }
}

static GPtrArray *
list_entries (PlenumBoardArea *area)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (area)); i++)
    {
      g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (G_LIST_MODEL (area), i);

      append_entry (entries, entry);
    }

  return entries;
}

/* As many cards as fit from @start on; at least one. Returns where the next page begins. */
static guint
fill_column (PlenumPresenterBoard *self, PlenumBoardArea *area, guint start, int width, int left)
{
  g_autoptr (GPtrArray) entries = list_entries (area);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *rest;
  g_autofree char *more = NULL;
  guint i = start;

  gtk_widget_add_css_class (column, "wall-column");
  gtk_box_append (GTK_BOX (self->columns), column);
  gtk_box_append (GTK_BOX (column),
                  plenum_presenter_page_new_label (plenum_record_get_text (plenum_board_area_get_record (area), PLENUM_AREA_TITLE),
                              "wall-area", 2));
  rest = plenum_presenter_page_new_label ("", "wall-rest", 1);
  gtk_box_append (GTK_BOX (column), rest);
  left -= plenum_presenter_page_need_height (column, width);

  for (; i < entries->len; i++)
    {
      PlenumBoardEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *child = plenum_board_entry_is_stack (entry) ? make_strip (entry) : make_card (entry);

      gtk_box_insert_child_after (GTK_BOX (column), child, gtk_widget_get_prev_sibling (rest));
      left -= plenum_presenter_page_need_height (child, width);
      if (left < 0 && i > start)
        {
          gtk_box_remove (GTK_BOX (column), child);
          break;
        }
    }

  more = describe_rest (entries->len - i);
  gtk_label_set_label (GTK_LABEL (rest), i < entries->len ? more : "");
  gtk_widget_set_visible (rest, i < entries->len);

  return i < entries->len ? i : G_MAXUINT;
}

static guint
count_columns (PlenumPresenterBoard *self)
{
  int narrowest = NARROWEST * plenum_presenter_page_get_height (PLENUM_PRESENTER_PAGE (self)) / TEXT_SHARE;

  return CLAMP (plenum_presenter_page_get_width (PLENUM_PRESENTER_PAGE (self)) / MAX (narrowest, 1), 1, MOST_COLUMNS);
}

static void
clear_columns (PlenumPresenterBoard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->columns)) != NULL)
    gtk_box_remove (GTK_BOX (self->columns), child);
}

/* Cards may come to an area after the area itself. */
static void
follow (PlenumPresenterBoard *self, GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    {
      GObject *area = g_ptr_array_index (areas, i);

      g_signal_handlers_disconnect_by_func (area, plenum_presenter_page_queue_fill, self);
      g_signal_connect_object (area, "items-changed", G_CALLBACK (plenum_presenter_page_queue_fill), self, G_CONNECT_SWAPPED);
    }
}

static void
plenum_presenter_board_fill (PlenumPresenterPage *page)
{
  PlenumPresenterBoard *self = PLENUM_PRESENTER_BOARD (page);
  g_autoptr (GPtrArray) areas = list_areas (self);
  int height = plenum_presenter_page_get_height (page);
  int em = height / TEXT_SHARE;
  int room = plenum_presenter_page_get_width (page) - 2 * em;
  guint n = count_columns (self);
  int width, left;

  if (self->board == NULL)
    return;

  if (self->column >= areas->len)
    {
      self->column = 0;
      g_array_set_size (self->starts, 0);
      g_ptr_array_set_size (self->before, 0);
    }
  n = MIN (n, areas->len - self->column);
  follow (self, areas);
  width = room / MAX (n, 1) - em;
  left = height - 3 * em - plenum_presenter_page_need_height (self->title, room);

  clear_columns (self);
  g_array_set_size (self->starts, n);
  g_array_set_size (self->ends, 0);
  for (guint i = 0; i < n; i++)
    {
      guint start = g_array_index (self->starts, guint, i);
      guint end = fill_column (self, g_ptr_array_index (areas, self->column + i), start, width, left);

      g_array_append_val (self->ends, end);
    }
}

static gboolean
go_on (PlenumPresenterBoard *self)
{
  g_autoptr (GPtrArray) areas = list_areas (self);
  guint n = self->ends->len;
  gboolean more = FALSE;

  for (guint i = 0; i < n; i++)
    more |= g_array_index (self->ends, guint, i) != G_MAXUINT;

  if (more)
    {
      /* A column that has ended stays empty, so that the others keep their places. */
      for (guint i = 0; i < n; i++)
        g_array_index (self->starts, guint, i) = g_array_index (self->ends, guint, i);
      return TRUE;
    }

  if (self->column + n >= areas->len)
    return FALSE;

  self->column += n;
  g_array_set_size (self->starts, 0);
  return TRUE;
}

/**
 * plenum_presenter_board_turn:
 * @by: 1 for the next page, -1 for the one before; nothing happens at the ends
 */
void
plenum_presenter_board_turn (PlenumPresenterBoard *self, int by)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BOARD (self));

  if (by > 0)
    {
      g_autoptr (GArray) page = g_array_copy (self->starts);

      g_array_append_val (page, self->column);
      if (!go_on (self))
        return;
      g_ptr_array_add (self->before, g_steal_pointer (&page));
    }
  else if (self->before->len > 0)
    {
      g_autoptr (GArray) page = g_ptr_array_steal_index (self->before, self->before->len - 1);

      self->column = g_array_index (page, guint, page->len - 1);
      g_array_set_size (page, page->len - 1);
      g_clear_pointer (&self->starts, g_array_unref);
      self->starts = g_array_copy (page);
    }
  else
    return;

  plenum_presenter_board_fill (PLENUM_PRESENTER_PAGE (self));
}

/**
 * plenum_presenter_board_set_board:
 * @board: the id of a board
 * @title: its title or question
 */
void
plenum_presenter_board_set_board (PlenumPresenterBoard *self, const char *board, const char *title)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_BOARD (self));

  plenum_presenter_page_set_title (self->title, title);
  if (g_strcmp0 (self->board, board) != 0)
    {
      g_free (self->board);
      self->board = g_strdup (board);
      self->column = 0;
      g_array_set_size (self->starts, 0);
      g_ptr_array_set_size (self->before, 0);
      plenum_board_model_set_board (self->model, board);
    }
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

static void
plenum_presenter_board_dispose (GObject *object)
{
  PlenumPresenterBoard *self = PLENUM_PRESENTER_BOARD (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_presenter_board_parent_class)->dispose (object);
}

static void
plenum_presenter_board_finalize (GObject *object)
{
  PlenumPresenterBoard *self = PLENUM_PRESENTER_BOARD (object);

  g_free (self->board);
  g_array_unref (self->starts);
  g_array_unref (self->ends);
  g_ptr_array_unref (self->before);

  G_OBJECT_CLASS (plenum_presenter_board_parent_class)->finalize (object);
}

static void
plenum_presenter_board_class_init (PlenumPresenterBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_board_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_presenter_board_finalize;
  PLENUM_PRESENTER_PAGE_CLASS (klass)->fill = plenum_presenter_board_fill;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "presenterboard");
}

static void
plenum_presenter_board_init (PlenumPresenterBoard *self)
{
  GtkWidget *box = plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self));

  plenum_presenter_page_set_up (PLENUM_PRESENTER_PAGE (self), "wall", TEXT_SHARE);
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->ends = g_array_new (FALSE, TRUE, sizeof (guint));
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->title = plenum_presenter_page_new_label ("", "wall-title", 2);
  gtk_box_append (GTK_BOX (box), self->title);
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), TRUE);
  gtk_widget_set_vexpand (self->columns, TRUE);
  gtk_box_append (GTK_BOX (box), self->columns);
}

static void
records_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumPresenterBoard *self)
{
  static const PlenumRecordType types[] = {
    PLENUM_AREA, PLENUM_IDEA, PLENUM_THEME, PLENUM_MEMBERSHIP, PLENUM_BOARD,
  };
  gboolean concerned = plenum_changes_get_everything (changes);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    concerned |= plenum_changes_touch (changes, types[i]);
  if (concerned)
    plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/**
 * plenum_presenter_board_new:
 * @workshop: the workshop
 *
 * Returns: (transfer floating): a widget that shows no board yet
 */
GtkWidget *
plenum_presenter_board_new (PlenumWorkshopModel *workshop)
{
  PlenumPresenterBoard *self = g_object_new (PLENUM_TYPE_PRESENTER_BOARD, NULL);

  self->model = plenum_board_model_new (workshop);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (plenum_presenter_page_queue_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plenum_workshop_model_get_library (workshop), "changed",
                           G_CALLBACK (records_changed_cb), self, G_CONNECT_AFTER);

  return GTK_WIDGET (self);
}
