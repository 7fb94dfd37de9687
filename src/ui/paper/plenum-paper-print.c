/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-paper-print.h"

#include "plenum-card-sheets.h"
#include "plenum-pdf.h"

/* In millimetres: what is longer is A4. */
#define LONGEST_A6 250

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GPtrArray *pages)
{
  plenum_drawing_paint (pages->pdata[page], gtk_print_context_get_cairo_context (context));
}

static void
unref_pages (gpointer pages, GClosure *closure)
{
  g_ptr_array_unref (pages);
}

/**
 * plenum_paper_print_new:
 * @pages: (element-type PlenumDrawing): at least one, all of one size, in points
 * @title: what the printer calls it
 *
 * The sheets have their own margins, and the size of their paper.
 *
 * Returns: (transfer full): an operation that prints them
 */
GtkPrintOperation *
plenum_paper_print_new (GPtrArray *pages, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  double width = plenum_drawing_get_width (pages->pdata[0]), height = plenum_drawing_get_height (pages->pdata[0]);
  gboolean lying = width > height;
  double shorter = MIN (width, height) / PLENUM_POINTS_PER_MM, longer = MAX (width, height) / PLENUM_POINTS_PER_MM;
  GtkPaperSize *paper = longer > LONGEST_A6 ? gtk_paper_size_new (GTK_PAPER_NAME_A4)
                                            : gtk_paper_size_new_custom ("plenum-a6", "A6", shorter, longer, GTK_UNIT_MM);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_page_setup_set_orientation (setup, lying ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_n_pages (operation, pages->len);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_ptr_array_ref (pages), unref_pages, 0);

  return operation;
}
