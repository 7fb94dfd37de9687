/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-sheets.h"

#include <string.h>

#include "plenum-pdf.h"

static PlenumPrintCard *
make_card (const char *title, const char *text)
{
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);

  plenum_record_set_text (idea, PLENUM_IDEA_TITLE, title);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, text);
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, "need");
  return plenum_print_card_new_idea (idea);
}

static void
test_pages (void)
{
  static const struct { const char *format; guint cards, pages; } cases[] = {
    { "a6-sheet", 4, 1 }, { "a6-sheet", 5, 2 }, { "a6", 5, 5 }, { "card-sheet", 7, 3 }, { "label-24", 24, 1 },
    { "label-21", 22, 2 }, { "label-8", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);
      g_autoptr (GPtrArray) pages = NULL;
      int format = plenum_card_format_find (cases[i].format);
      guint n;

      for (guint k = 0; k < cases[i].cards; k++)
        g_ptr_array_add (cards, make_card (NULL, "Werkstatt"));
      pages = plenum_card_sheets_new (cards, format);
      g_assert_cmpuint (pages->len, ==, cases[i].pages);
      if (pages->len > 0)
        g_assert_cmpfloat_with_epsilon (plenum_drawing_get_width (pages->pdata[0]),
                                        plenum_card_format_get_table (&n)[format].page_width * PLENUM_POINTS_PER_MM, 0.001);
    }
}

/* Text is text, what it is is said by a word too, and what is no XML does not get in. */
static void
test_svg (void)
{
  g_autoptr (PlenumPrintCard) card = make_card ("A & <Z>", "Ein Ort\nfür alle\x01");
  g_autoptr (PlenumDrawing) drawing = plenum_card_sheets_draw (card, 0);
  g_autofree char *svg = plenum_drawing_to_svg (drawing, "Titel", "de");

  g_assert_nonnull (strstr (svg, ">A &amp; &lt;Z&gt;</tspan>"));
  g_assert_nonnull (strstr (svg, ">für alle</tspan>"));
  g_assert_nonnull (strstr (svg, ">Need</tspan>"));
  g_assert_nonnull (strstr (svg, "font-weight=\"bold\""));
  g_assert_nonnull (strstr (svg, "<title>Titel</title>"));
  g_assert_nonnull (strstr (svg, "xml:lang=\"de\""));
  g_assert_null (strchr (svg, '\x01'));
  g_assert_null (strstr (svg, "&#"));
}

/* Short texts are large, long ones small, and longer ones end in time. */
static void
test_fit (void)
{
  const PlenumTextStyle style = { .size = 40, .least = 10 };
  g_autoptr (GString) text = g_string_new ("Werkstatt");
  double last;

  g_assert_cmpfloat (plenum_drawing_fit_text (text->str, 300, 150, &style), ==, 40);
  last = 40;
  for (guint i = 0; i < 7; i++)
    {
      double size;

      for (guint k = 0; k < 1u << i; k++)
        g_string_append (text, " und noch mehr davon");
      size = plenum_drawing_fit_text (text->str, 300, 150, &style);
      g_assert_cmpfloat (size, <=, last);
      g_assert_cmpfloat (size, >=, 10);
      last = size;
    }
  g_assert_cmpfloat (last, ==, 10);

  {
    g_autoptr (PlenumDrawing) drawing = plenum_drawing_new (300, 150);
    g_autofree char *svg = NULL;

    plenum_drawing_text (drawing, "P", text->str, &(cairo_rectangle_t) { 0, 0, 300, 150 }, &style);
    svg = plenum_drawing_to_svg (drawing, "", NULL);
    g_assert_nonnull (strstr (svg, "…</tspan>"));
  }

  /* A word is not broken while it can be smaller. */
  g_assert_cmpfloat (plenum_drawing_fit_text ("Donaudampfschifffahrt", 200, 150, &style), <, 30);
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
test_pdf (void)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) other = NULL;

  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (cards, make_card ("Titel", "Text"));
  pages = plenum_card_sheets_new (cards, 0);
  pdf = plenum_pdf_new (pages, 1, "Karten der Werkstatt", "de", &error);
  g_assert_no_error (error);
  g_assert_true (contains (pdf, "/Lang (de)"));
  g_assert_true (contains (pdf, "/DisplayDocTitle true"));
  g_assert_true (contains (pdf, "/StructTreeRoot"));
  g_assert_true (contains (pdf, "/Title (Karten der Werkstatt)"));
  g_assert_true (contains (pdf, "/Count 2"));

  again = plenum_pdf_new (pages, 1, "Karten der Werkstatt", "de", NULL);
  g_assert_true (g_bytes_equal (pdf, again));

  /* What is no language tag gets nowhere. */
  other = plenum_pdf_new (pages, 1, "Karten", "de) /Evil (", NULL);
  g_assert_false (contains (other, "/Lang"));
}

static void
test_headings_and_blanks (void)
{
  g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);
  g_autoptr (PlenumPrintCard) heading = NULL;
  g_autoptr (PlenumPrintCard) blank = plenum_print_card_new_blank (17);
  g_autoptr (PlenumDrawing) drawing = NULL;
  g_autofree char *svg = NULL;

  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "Mobilität");
  plenum_record_set_text (idea, PLENUM_IDEA_FORM, "strip");
  heading = plenum_print_card_new_idea (idea);
  g_assert_true (heading->heading);
  drawing = plenum_card_sheets_draw (heading, plenum_card_format_find ("heading-sheet"));
  svg = plenum_drawing_to_svg (drawing, "", NULL);
  g_assert_nonnull (strstr (svg, "font-weight=\"bold\">Mobilität<"));

  g_clear_pointer (&drawing, plenum_drawing_unref);
  g_clear_pointer (&svg, g_free);
  drawing = plenum_card_sheets_draw (blank, 0);
  svg = plenum_drawing_to_svg (drawing, "", NULL);
  g_assert_nonnull (strstr (svg, ">No. 17</tspan>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card-sheets/pages", test_pages);
  g_test_add_func ("/card-sheets/svg", test_svg);
  g_test_add_func ("/card-sheets/fit", test_fit);
  g_test_add_func ("/card-sheets/pdf", test_pdf);
  g_test_add_func ("/card-sheets/headings-and-blanks", test_headings_and_blanks);
  return g_test_run ();
}
