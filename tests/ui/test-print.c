/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printer gets: exported by the same operation, and read again. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-card-format.h"
#include "plenum-card-sheets.h"
#include "plenum-paper-print.h"
#include "plenum-poster.h"

static char *
run (const char *program, const char *option, const char *path)
{
  g_autofree char *command = g_strdup_printf ("%s %s %s %s", program, option, path, g_str_equal (program, "pdftotext") ? "-" : "");
  char *output = NULL;
  int status = 0;

  g_assert_true (g_spawn_command_line_sync (command, &output, NULL, &status, NULL));
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

static void
export (GPtrArray *pages, const char *path)
{
  g_autoptr (GtkPrintOperation) operation = plenum_paper_print_new (pages, "Sammeln");
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

static GPtrArray *
make_cards (guint n)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);
      g_autofree char *text = g_strdup_printf ("Bänke für %u Menschen", i + 1);

      plenum_record_set_text (idea, PLENUM_IDEA_TEXT, text);
      plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
      g_ptr_array_add (cards, plenum_print_card_new_idea (idea));
    }

  return cards;
}

static void
assert_printed (GPtrArray *pages, const char *size, const char *const *words)
{
  g_autofree char *folder = g_dir_make_tmp ("plenum-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *n = g_strdup_printf ("Pages:           %u\n", pages->len);
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;

  export (pages, path);
  text = run ("pdftotext", "-raw", path);
  info = run ("pdfinfo", "", path);
  g_unlink (path);
  g_rmdir (folder);
  /* Lines break where there is no more room. */
  g_strdelimit (text, "\n\f", ' ');
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (info, n));
  g_assert_nonnull (strstr (info, size));
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_nonnull (strstr (text, words[i]));
}

static void
test_sheets (void)
{
  g_autoptr (GPtrArray) cards = make_cards (5);
  g_autoptr (GPtrArray) pages = plenum_card_sheets_new (cards, plenum_card_format_find ("a6-sheet"));
  const char *const words[] = { "Bänke für 1 Menschen", "Bänke für 5 Menschen", NULL };

  assert_printed (pages, "(A4)", words);
}

/* One card a sheet, which lies: the printer is told so, and no other paper. */
static void
test_single_cards (void)
{
  g_autoptr (GPtrArray) cards = make_cards (2);
  g_autoptr (GPtrArray) pages = plenum_card_sheets_new (cards, plenum_card_format_find ("a6"));
  const char *const words[] = { "Bänke für 2 Menschen", NULL };

  assert_printed (pages, "297.6", words);
}

static void
test_blank (void)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);
  g_autoptr (GPtrArray) pages = NULL;
  const char *const words[] = { "No. 41", "No. 42", NULL };

  g_ptr_array_add (cards, plenum_print_card_new_blank (41));
  g_ptr_array_add (cards, plenum_print_card_new_blank (42));
  pages = plenum_card_sheets_new (cards, plenum_card_format_find ("a6-sheet"));
  assert_printed (pages, "(A4)", words);
}

static void
test_poster (void)
{
  const PlenumTextStyle style = { .size = 20, .least = 10, .ink = { 0, 0, 0 } };
  const cairo_rectangle_t area = { 20, 20, 500, 60 };
  g_autoptr (PlenumDrawing) wall = plenum_drawing_new (2000, 900);
  g_autoptr (GPtrArray) pages = NULL;
  const char *const words[] = { "Zukunftswerkstatt", NULL };

  plenum_drawing_text (wall, "P", "Zukunftswerkstatt", &area, &style);
  pages = plenum_poster_new (wall, 2);
  g_assert_cmpuint (pages->len, >=, 2);
  assert_printed (pages, "(A4)", words);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/print/sheets", test_sheets);
  g_test_add_func ("/print/single-cards", test_single_cards);
  g_test_add_func ("/print/blank", test_blank);
  g_test_add_func ("/print/poster", test_poster);

  return g_test_run ();
}
