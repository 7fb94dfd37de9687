/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ideas as cards on sheets of paper, each with the code that finds it again. All
 * drawings here are in points. */
#include "plenum-card-sheets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-card-code.h"
#include "plenum-card-kinds.h"
#include "plenum-card-look.h"
#include "plenum-qr.h"

#define MM PLENUM_POINTS_PER_MM

static const PlenumInk black = { 0, 0, 0 };
static const PlenumInk grey = { 0.35, 0.35, 0.35 };
static const PlenumInk pale = { 0.75, 0.75, 0.75 };

/**
 * plenum_print_card_new_idea:
 *
 * Returns: (transfer full): the idea's card
 */
PlenumPrintCard *
plenum_print_card_new_idea (PlenumRecord *idea)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);
  const char *text = plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
  PlenumPrintCard *self = g_new0 (PlenumPrintCard, 1);

  self->id = g_strdup (plenum_record_get_id (idea));
  self->kind = g_strdup (plenum_record_get_text (idea, PLENUM_IDEA_KIND));
  self->heading = g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_FORM), "strip") == 0;
  self->bold = title != NULL ? strlen (title) : 0;
  self->text = g_strconcat (self->bold > 0 ? title : "", self->bold > 0 && text != NULL && *text != '\0' ? "\n" : "", text, NULL);

  return self;
}

/**
 * plenum_print_card_new_blank:
 * @number: what it is called by as long as nobody has typed it, from 1
 *
 * Returns: (transfer full): a card to write on, with an id of its own
 */
PlenumPrintCard *
plenum_print_card_new_blank (guint number)
{
  PlenumPrintCard *self = g_new0 (PlenumPrintCard, 1);

  self->id = plenum_card_code_new_blank (number);
  self->text = g_strdup ("");
  self->blank = TRUE;

  return self;
}

void
plenum_print_card_free (PlenumPrintCard *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->kind);
  g_free (self);
}

static void
draw_code (PlenumDrawing *drawing, const PlenumPrintCard *card, const PlenumCardFormat *format, guint number)
{
  PlenumCardCode code = { .format = number, .blank = card->blank };
  g_autofree char *path = NULL;

  g_strlcpy (code.id, card->id, sizeof code.id);
  path = plenum_qr_trace (&code);
  plenum_drawing_begin (drawing, "Figure");
  plenum_drawing_path (drawing, path, (format->width - format->code_edge - format->code) * MM,
                       (format->height - format->code_edge - format->code) * MM,
                       format->code / PLENUM_QR_MODULES * MM, &black);
  plenum_drawing_end (drawing);
}

/* What it is: the symbol with its name, or a blank card's number. */
static double
draw_foot (PlenumDrawing *drawing, const PlenumPrintCard *card, const PlenumCardFormat *format)
{
  const PlenumCardLook *look = plenum_card_look_find (card->kind);
  double edge = format->code_edge * 0.8 * MM, height = MAX (format->height * 0.055, 2.6) * MM;
  double top = format->height * MM - edge - height, left = edge;
  PlenumTextStyle style = { .size = height * 0.72, .least = height * 0.5, .ink = grey };
  g_autofree char *number = NULL;
  cairo_rectangle_t area;

  if (card->blank)
    {
      /* Translators: the number printed on a blank card */
      number = g_strdup_printf (_("No. %u"), plenum_card_code_get_number (card->id));
    }
  else
    {
      plenum_drawing_path (drawing, look->symbol, left, top, height / PLENUM_SYMBOL_SIZE, &grey);
      left += height * 1.4;
    }
  area = (cairo_rectangle_t) { left, top, format->width * MM - (format->code + 2 * format->code_edge) * MM - left, height };
  plenum_drawing_text (drawing, "P", number != NULL ? number : plenum_card_kinds_get_name (look->kind), &area, &style);

  return height + edge;
}

/* Beside the code or above it, wherever the letters are larger. */
static void
draw_text (PlenumDrawing *drawing, const PlenumPrintCard *card, const PlenumCardFormat *format, double foot)
{
  double edge = format->code_edge * 0.8 * MM, code = (format->code + 2 * format->code_edge) * MM;
  double width = format->width * MM, height = format->height * MM;
  cairo_rectangle_t beside = { edge, edge, width - edge - code, height - edge - foot - 2 };
  cairo_rectangle_t above = { edge, edge, width - 2 * edge, height - edge - code };
  PlenumTextStyle style = {
    .size = format->height * 0.15 * MM, .least = MAX (format->height * 0.045, 2.4) * MM, .ink = black,
    .bold = card->heading ? -1 : card->bold,
  };
  double size_beside = plenum_drawing_fit_text (card->text, beside.width, beside.height, &style);
  double size_above = above.height > 0 ? plenum_drawing_fit_text (card->text, above.width, above.height, &style) : 0;
  gboolean fits = plenum_drawing_measure_text (card->text, above.width, &(PlenumTextStyle) { .size = size_above, .bold = style.bold })
                  <= above.height;

  plenum_drawing_text (drawing, "P", card->text, size_above > size_beside && fits ? &above : &beside, &style);
}

/**
 * plenum_card_sheets_draw:
 * @format: a row of the table of card formats
 *
 * Returns: (transfer full): one card
 */
PlenumDrawing *
plenum_card_sheets_draw (const PlenumPrintCard *card, guint format)
{
  guint n_formats;
  const PlenumCardFormat *f = &plenum_card_format_get_table (&n_formats)[format];
  PlenumDrawing *drawing = plenum_drawing_new (f->width * MM, f->height * MM);
  const PlenumCardLook *look = plenum_card_look_find (card->kind);
  double foot;

  g_return_val_if_fail (format < n_formats, drawing);

  plenum_drawing_begin (drawing, "Sect");
  if (!card->blank)
    {
      /* A bar saves ink, and leaves the code its white ground. */
      cairo_rectangle_t bar = { 0, 0, f->width * MM, f->code_edge * 0.45 * MM };

      plenum_drawing_shape (drawing, PLENUM_SHAPE_RECTANGLE, &bar, &look->paper, NULL);
    }
  if (card->text[0] != '\0')
    draw_text (drawing, card, f, MAX (f->height * 0.055, 2.6) * MM + f->code_edge * 0.8 * MM);
  foot = draw_foot (drawing, card, f);
  if (card->heading || (card->blank && f->heading))
    {
      double edge = f->code_edge * 0.8 * MM, y = f->height * MM - foot - 4;

      plenum_drawing_line (drawing, edge, y, f->width * MM - (f->code + 2 * f->code_edge) * MM, y, 2, &black);
    }
  draw_code (drawing, card, f, format);
  plenum_drawing_end (drawing);

  return drawing;
}

/* Short strokes where scissors begin, and crosses where four cards meet. */
static void
draw_cut_marks (PlenumDrawing *page, const PlenumCardFormat *f)
{
  double stroke = 5 * MM, width = f->page_width * MM, height = f->page_height * MM;

  for (guint i = 0; i <= f->columns; i++)
    {
      double x = (f->left + i * f->step_x) * MM;

      if (x <= 1 || x >= width - 1)
        continue;
      plenum_drawing_line (page, x, 0, x, MIN (stroke, MAX (f->top, 4) * MM), 0.5, &grey);
      plenum_drawing_line (page, x, height - MIN (stroke, MAX (f->top, 4) * MM), x, height, 0.5, &grey);
    }
  for (guint i = 0; i <= f->rows; i++)
    {
      double y = (f->top + i * f->step_y) * MM;

      if (y <= 1 || y >= height - 1)
        continue;
      plenum_drawing_line (page, 0, y, MAX (f->left, 4) * MM, y, 0.5, &grey);
      plenum_drawing_line (page, width - MAX (f->left, 4) * MM, y, width, y, 0.5, &grey);
      for (guint k = 0; k <= f->columns; k++)
        {
          double x = (f->left + k * f->step_x) * MM;

          plenum_drawing_line (page, x - 2 * MM, y, x + 2 * MM, y, 0.5, &pale);
          plenum_drawing_line (page, x, y - 2 * MM, x, y + 2 * MM, 0.5, &pale);
        }
    }
}

/**
 * plenum_card_sheets_new:
 * @cards: (element-type PlenumPrintCard): in the order they shall have
 * @format: a row of the table of card formats
 *
 * Returns: (transfer full) (element-type PlenumDrawing): the pages
 */
GPtrArray *
plenum_card_sheets_new (GPtrArray *cards, guint format)
{
  guint n_formats, each;
  const PlenumCardFormat *f = &plenum_card_format_get_table (&n_formats)[format];
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_drawing_unref);

  g_return_val_if_fail (format < n_formats, pages);

  each = f->columns * f->rows;
  for (guint i = 0; i < cards->len; i++)
    {
      g_autoptr (PlenumDrawing) card = plenum_card_sheets_draw (cards->pdata[i], format);
      guint place = i % each;

      if (place == 0)
        g_ptr_array_add (pages, plenum_drawing_new (f->page_width * MM, f->page_height * MM));
      plenum_drawing_part (pages->pdata[pages->len - 1], card, (f->left + place % f->columns * f->step_x) * MM,
                           (f->top + place / f->columns * f->step_y) * MM, 1, NULL);
    }
  for (guint i = 0; i < pages->len && f->cut; i++)
    draw_cut_marks (pages->pdata[i], f);

  return pages;
}
