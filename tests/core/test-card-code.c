/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-code.h"

#include <string.h>

#include "plenum-card-format.h"

static void
test_round_trip (void)
{
  static const char * const ids[] = {
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "0193593e-7c00-7abc-8def-0123456789ab",
  };
  guint n_formats;

  plenum_card_format_get_table (&n_formats);
  g_assert_cmpuint (n_formats, <=, 18);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint format = 0; format < n_formats; format++)
      {
        PlenumCardCode code = { .format = format, .blank = i % 2 == 1 }, read;
        char text[PLENUM_CARD_CODE_LENGTH + 1];

        g_strlcpy (code.id, ids[i], sizeof code.id);
        plenum_card_code_write (&code, text);
        g_assert_cmpuint (strlen (text), ==, PLENUM_CARD_CODE_LENGTH);
        g_assert_cmpuint (strspn (text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), ==, PLENUM_CARD_CODE_LENGTH);
        g_assert_true (plenum_card_code_read (text, &read));
        g_assert_cmpstr (read.id, ==, ids[i]);
        g_assert_cmpuint (read.format, ==, format);
        g_assert_cmpint (read.blank, ==, code.blank);
      }
}

/* What is printed today must be read for years. */
static void
test_fixed (void)
{
  PlenumCardCode code = { .id = "0193593e-7c00-7abc-8def-0123456789ab", .format = 2, .blank = TRUE };
  char text[PLENUM_CARD_CODE_LENGTH + 1];

  plenum_card_code_write (&code, text);
  g_assert_cmpstr (text, ==, "PL1503CVZISX89PSVLUMWZ75Y9I23");
}

static void
test_others (void)
{
  static const char * const others[] = {
    "", "PL1", "https://example.org/", "PL1503CVZISX89PSVLUMWZ75Y9I2", "PL1503CVZISX89PSVLUMWZ75Y9I230",
    "PL2503CVZISX89PSVLUMWZ75Y9I23", /* another version */
    "PL1Z03CVZISX89PSVLUMWZ75Y9I23", /* an unknown format */
    "PL15ZZZZZZZZZZZZZZZZZZZZZZZZZ", /* more than an id */
    "PL15F5LXX1ZZ5PNORYNQGLHZMSP34", /* one more than the last id */
    "PL1503cvzISX89PSVLUMWZ75Y9I23", "PL15äCVZISX89PSVLUMWZ75Y9I23",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      PlenumCardCode code = { .id = "untouched", .format = 7 };

      g_assert_false (plenum_card_code_read (others[i], &code));
      g_assert_cmpstr (code.id, ==, "untouched");
      g_assert_cmpuint (code.format, ==, 7);
    }
}

static void
test_blank (void)
{
  static const guint numbers[] = { 1, 12, 60, 65535 };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 100; i++)
    for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
      {
        char *id = plenum_card_code_new_blank (numbers[k]);

        g_assert_true (plenum_uuid_is_valid (id));
        g_assert_cmpuint (plenum_card_code_get_number (id), ==, numbers[k]);
        g_assert_true (g_hash_table_add (ids, id));
      }
}

/* Cards lie on their page, beside each other, with their code and its quiet zone. */
static void
test_formats (void)
{
  guint n;
  const PlenumCardFormat *formats = plenum_card_format_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      const PlenumCardFormat *f = &formats[i];

      g_assert_cmpint (plenum_card_format_find (f->id), ==, i);
      g_assert_cmpfloat (f->left + (f->columns - 1) * f->step_x + f->width, <=, f->page_width + 0.01);
      g_assert_cmpfloat (f->top + (f->rows - 1) * f->step_y + f->height, <=, f->page_height + 0.01);
      g_assert_cmpfloat (f->step_x, >=, f->width);
      g_assert_cmpfloat (f->step_y, >=, f->height);
      g_assert_cmpfloat (f->code_edge, >=, 4 * f->code / 25);
      g_assert_cmpfloat (f->code + 2 * f->code_edge, <=, f->height);
      g_assert_cmpfloat (f->code + 2 * f->code_edge, <=, f->width / 2);
    }
  g_assert_cmpint (plenum_card_format_find ("a0"), ==, -1);
  g_assert_cmpint (plenum_card_format_find (NULL), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-code/round-trip", test_round_trip);
  g_test_add_func ("/card-code/fixed", test_fixed);
  g_test_add_func ("/card-code/others", test_others);
  g_test_add_func ("/card-code/blank", test_blank);
  g_test_add_func ("/card-code/formats", test_formats);
  return g_test_run ();
}
