/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-board-picture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "action-fixture.h"
#include "plenum-area-actions.h"
#include "plenum-board-actions.h"
#include "plenum-card-look.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-merge-actions.h"
#include "plenum-poster.h"
#include "plenum-theme-actions.h"

static gboolean
set (PlenumEdit *edit, gpointer data, GError **error)
{
  return plenum_edit_update (edit, data, error);
}

/* Writes a record as it shall be, whatever it is. */
static void
write_record (Room *room, PlenumRecord *record)
{
  room_do (room, plenum_action_new (plenum_label_new ("Edit"), set, g_object_ref (record), g_object_unref));
}

static void
set_layout (Room *room, const char *layout)
{
  g_autoptr (PlenumRecord) board = room_get (room, PLENUM_BOARD, room->board);

  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, layout);
  plenum_record_set_text (board, PLENUM_BOARD_X_AXIS, "Aufwand");
  plenum_record_set_text (board, PLENUM_BOARD_Y_AXIS, "Wirkung");
  write_record (room, board);
}

static void
set_integers (Room *room, PlenumRecordType type, const char *id, guint field, gint64 a, guint other, gint64 b)
{
  g_autoptr (PlenumRecord) record = room_get (room, type, id);

  plenum_record_set_integer (record, field, a);
  plenum_record_set_integer (record, other, b);
  write_record (room, record);
}

static char *
draw (Room *room, double *width, double *height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumDrawing) picture = plenum_board_picture_new (room->base.store, room->board, &error);

  g_assert_no_error (error);
  if (width != NULL)
    {
      *width = plenum_drawing_get_width (picture);
      *height = plenum_drawing_get_height (picture);
    }
  return plenum_drawing_to_svg (picture, "Titel", "de");
}

static void
assert_order (const char *svg, const char *first, const char *second)
{
  const char *a = strstr (svg, first), *b = strstr (svg, second);

  g_assert_nonnull (a);
  g_assert_nonnull (b);
  g_assert_true (a < b);
}

static void
test_columns (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "Erste");
  g_autofree char *b = room_add_card (room, room->left, "Zweite");
  g_autofree char *c = room_add_card (room, room->right, "Dritte");
  g_autofree char *d = room_add_card (room, room->left, "Verborgen");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (b), "Thema"));
  g_autofree char *svg = draw (room, NULL, NULL);
  g_autofree char *hidden = NULL;

  assert_order (svg, ">Erste<", ">Thema<");
  assert_order (svg, ">Thema<", ">Zweite<");
  assert_order (svg, ">Zweite<", ">Right<");
  assert_order (svg, ">Right<", ">Dritte<");

  /* What the room must not see yet is in no picture, nor what lies under another card. */
  set_integers (room, PLENUM_AREA, room->right, PLENUM_AREA_HIDDEN, 1, PLENUM_AREA_X, 0);
  {
    g_autoptr (PlenumRecord) merged = room_get (room, PLENUM_IDEA, d);

    plenum_record_set_text (merged, PLENUM_IDEA_FACE, a);
    write_record (room, merged);
  }
  hidden = draw (room, NULL, NULL);
  g_assert_null (strstr (hidden, "Right"));
  g_assert_null (strstr (hidden, "Dritte"));
  g_assert_null (strstr (hidden, "Verborgen"));
  g_assert_nonnull (strstr (hidden, "Erste"));
}

/* A place on the canvas is one in the picture; what has none lies in its area. */
static void
test_canvas (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "Links");
  g_autofree char *b = room_add_card (room, room->left, "Rechts");
  g_autofree char *c = room_add_card (room, room->right, "Ohne Ort");
  double width, height;
  g_autofree char *svg = NULL;

  set_layout (room, "canvas");
  set_integers (room, PLENUM_IDEA, a, PLENUM_IDEA_X, -1000, PLENUM_IDEA_Y, -500);
  set_integers (room, PLENUM_IDEA, b, PLENUM_IDEA_X, 1000, PLENUM_IDEA_Y, 500);
  svg = draw (room, &width, &height);
  g_assert_nonnull (strstr (svg, ">Links<"));
  g_assert_nonnull (strstr (svg, ">Ohne Ort<"));
  g_assert_cmpfloat (width, >=, 2200 + 64);
  g_assert_cmpfloat (width, <, 2200 + 200);
  g_assert_cmpfloat (height, >, 1120);
  g_assert_cmpfloat (height, <, 1400);
}

/* Nobody placed anything: side by side the areas, with their themes and links. */
static void
test_unplaced (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "Eins");
  g_autofree char *b = room_add_card (room, room->left, "Zwei");
  g_autofree char *c = room_add_card (room, room->right, "Drei");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a, b), "Zusammen"));
  g_autofree char *plain = NULL, *linked = NULL, *folded = NULL;
  double width, height, folded_height;

  set_layout (room, "canvas");
  plain = draw (room, &width, &height);
  assert_order (plain, ">Ideas<", ">Zusammen<");
  assert_order (plain, ">Zusammen<", ">Eins<");
  assert_order (plain, ">Eins<", ">Zwei<");
  assert_order (plain, ">Zwei<", ">Right<");
  assert_order (plain, ">Right<", ">Drei<");
  g_assert_cmpfloat (width, >, 2 * 460);
  g_assert_cmpfloat (height, >, 340);

  room_do (room, plenum_action_link_ideas (IDS (c), a, "builds-on"));
  linked = draw (room, NULL, NULL);
  g_assert_cmpuint (strlen (linked), >, strlen (plain));

  /* Folded, both are titles with the number of their cards. */
  room_do (room, plenum_action_fold_area (room->left, TRUE));
  room_do (room, plenum_action_fold_area (room->right, TRUE));
  folded = draw (room, NULL, &folded_height);
  g_assert_nonnull (strstr (folded, ">Ideas · 2<"));
  g_assert_nonnull (strstr (folded, ">Right · 1<"));
  g_assert_null (strstr (folded, "Eins"));
  g_assert_null (strstr (folded, "Zusammen"));
  g_assert_cmpfloat (folded_height, <, height - 200);
  set_layout (room, "columns");
  g_free (folded);
  folded = draw (room, NULL, NULL);
  g_assert_nonnull (strstr (folded, ">Ideas · 2<"));
  g_assert_null (strstr (folded, "Eins"));
}

/* A card of its own colour is in it, and one that others were merged into looks like more. */
static void
test_paper (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "Eins");
  g_autofree char *b = room_add_card (room, room->left, "Zwei");
  g_autofree char *before = draw (room, NULL, NULL);
  g_autofree char *red = NULL, *merged = NULL;

  room_do (room, plenum_action_set_ideas_text (IDS (a), PLENUM_IDEA_COLOUR, "red"));
  red = draw (room, NULL, NULL);
  g_assert_cmpstr (red, !=, before);
  room_do (room, plenum_action_merge_ideas (IDS (a, b)));
  merged = draw (room, NULL, NULL);
  g_assert_nonnull (strstr (merged, "Zwei"));
  g_assert_true (plenum_card_look_find_paper ("need", "blue") != plenum_card_look_find_paper ("need", "white"));
  g_assert_true (plenum_card_look_find_paper ("need", "made-up") == &plenum_card_look_find ("need")->paper);
}

static void
test_matrix (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "Leicht");
  g_autofree char *svg = NULL;

  set_layout (room, "matrix");
  set_integers (room, PLENUM_IDEA, a, PLENUM_IDEA_ACROSS, 10000, PLENUM_IDEA_UP, 0);
  svg = draw (room, NULL, NULL);
  g_assert_nonnull (strstr (svg, ">Aufwand →<"));
  g_assert_nonnull (strstr (svg, ">↑ Wirkung<"));
  g_assert_nonnull (strstr (svg, ">Leicht<"));
}

static void
test_empty (Room *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  double width, height;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *svg = NULL;

      set_layout (room, i == 0 ? "columns" : i == 1 ? "canvas" : "matrix");
      svg = draw (room, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (height, >, 0);
    }
  g_assert_null (plenum_board_picture_new (room->base.store, room->left, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_files (Room *room, gconstpointer data)
{
  static const char * const starts[] = { "\x89PNG", "<?xml", "%PDF-1." };
  static const char * const names[] = { "picture.png", "picture.SVG", "picture.pdf" };
  g_autofree char *folder = g_dir_make_tmp ("plenum-XXXXXX", NULL);
  g_autofree char *a = room_add_card (room, room->left, "Karte");
  g_autoptr (PlenumDrawing) picture = plenum_board_picture_new (room->base.store, room->board, NULL);
  g_autoptr (GError) error = NULL;
  PlenumPictureFormat format = PLENUM_PICTURE_PDF;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *contents = NULL;

      g_assert_true (plenum_board_picture_find_format (path, &format));
      g_assert_cmpint (format, ==, i);
      g_assert_true (plenum_board_picture_write (picture, path, format, "Titel", "de", &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, starts[i]));
      g_unlink (path);
    }
  g_rmdir (folder);

  g_assert_false (plenum_board_picture_find_format ("picture.gif", &format));
  g_assert_cmpint (format, ==, PLENUM_PICTURE_PDF);
  g_assert_false (plenum_board_picture_write (picture, "/nowhere/picture.svg", PLENUM_PICTURE_SVG, "", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* All of it is on some sheet, and neighbours have a strip in common. */
static void
test_poster (void)
{
  static const struct { double width, height; guint across, pages; } cases[] = {
    { 800, 500, 1, 1 }, { 800, 500, 2, 4 }, { 800, 100, 3, 3 }, { 100, 2000, 1, 15 }, { 10, 10, 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumDrawing) picture = plenum_drawing_new (cases[i].width, cases[i].height);
      g_autoptr (GPtrArray) pages = plenum_poster_new (picture, cases[i].across);
      g_autofree char *svg = plenum_drawing_to_svg (pages->pdata[pages->len - 1], "", NULL);
      g_autofree char *last = g_strdup_printf ("Row %u, column %u of %u × %u", pages->len / cases[i].across, cases[i].across,
                                               pages->len / cases[i].across, cases[i].across);

      g_test_message ("%g × %g: %u", cases[i].width, cases[i].height, pages->len);
      g_assert_cmpuint (pages->len % cases[i].across, ==, 0);
      g_assert_cmpuint (pages->len, <=, cases[i].pages);
      g_assert_nonnull (strstr (svg, last));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/board-picture/columns", test_columns);
  room_add_test ("/board-picture/canvas", test_canvas);
  room_add_test ("/board-picture/unplaced", test_unplaced);
  room_add_test ("/board-picture/paper", test_paper);
  room_add_test ("/board-picture/matrix", test_matrix);
  room_add_test ("/board-picture/empty", test_empty);
  room_add_test ("/board-picture/files", test_files);
  g_test_add_func ("/board-picture/poster", test_poster);
  return g_test_run ();
}
