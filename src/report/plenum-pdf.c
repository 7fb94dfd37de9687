/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings as a PDF file: tagged, with its title and, by an update of its catalogue
 * (ISO 32000-1, 7.5.6), the language, which cairo cannot say. */
#include "plenum-pdf.h"

#include <cairo-pdf.h>
#include <string.h>

static cairo_status_t
write_cb (void *closure, const guint8 *data, unsigned length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Among bytes, some of which are 0. */
static const char *
find_last (GByteArray *pdf, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = pdf->len; i >= length; i--)
    if (memcmp (pdf->data + i - length, word, length) == 0)
      return (const char *) pdf->data + i - length;

  return NULL;
}

static gboolean
is_language (const char *language)
{
  return language != NULL && *language != '\0'
         && strspn (language, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == strlen (language);
}

static guint64
read_number (const char *trailer, const char *key)
{
  const char *there = trailer != NULL ? strstr (trailer, key) : NULL;

  return there != NULL ? g_ascii_strtoull (there + strlen (key), NULL, 10) : 0;
}

/* The text of an object, without the end of its dictionary. */
static char *
find_object (GByteArray *pdf, guint64 number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n", number);
  const char *object = find_last (pdf, head);
  const char *end = object != NULL ? strstr (object, "\nendobj") : NULL;

  if (end == NULL)
    return NULL;
  while (end > object && strncmp (end, ">>", 2) != 0)
    end--;

  return g_strndup (object + 1, end - object - 1);
}

/* Writes the catalogue once more, with what cairo left out, and a table that says so. */
static void
add_language (GByteArray *pdf, const char *language)
{
  const char *trailer = find_last (pdf, "trailer");
  guint64 root = read_number (trailer, "/Root "), size = read_number (trailer, "/Size ");
  guint64 info = read_number (trailer, "/Info "), start = read_number (trailer, "startxref");
  g_autofree char *catalogue = root != 0 ? find_object (pdf, root) : NULL;
  g_autofree char *object = NULL, *table = NULL;
  gsize place = pdf->len;

  g_return_if_fail (catalogue != NULL && size != 0 && info != 0 && start != 0);

  object = g_strdup_printf ("%s   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                            catalogue, language);
  table = g_strdup_printf ("xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \ntrailer\n"
                           "<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT " 0 R\n   /Info %" G_GUINT64_FORMAT
                           " 0 R\n   /Prev %" G_GUINT64_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                           root, place, size, root, info, start, place + strlen (object));
  g_byte_array_append (pdf, (const guint8 *) object, strlen (object));
  g_byte_array_append (pdf, (const guint8 *) table, strlen (table));
}

/**
 * plenum_pdf_new:
 * @pages: (element-type PlenumDrawing): at least one
 * @scale: how many points a unit of the drawings is
 * @title: what the document is called
 * @language: (nullable): what it is written in, as "de"
 *
 * Equal drawings make equal files: none says when it was made.
 *
 * Errors: %G_IO_ERROR_FAILED if cairo cannot write it
 *
 * Returns: (transfer full) (nullable): a PDF file
 */
GBytes *
plenum_pdf_new (GPtrArray *pages, double scale, const char *title, const char *language, GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, 1, 1);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Plenum");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  for (guint i = 0; i < pages->len; i++)
    {
      PlenumDrawing *page = pages->pdata[i];

      cairo_pdf_surface_set_size (surface, plenum_drawing_get_width (page) * scale, plenum_drawing_get_height (page) * scale);
      if (i == 0)
        cairo_tag_begin (cr, "Document", NULL);
      cairo_save (cr);
      cairo_scale (cr, scale, scale);
      plenum_drawing_paint (page, cr);
      cairo_restore (cr);
      if (i == pages->len - 1)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }

  if (is_language (language))
    {
      /* So that it can be searched as text: strings end. */
      g_byte_array_append (pdf, (const guint8 *) "", 1);
      g_byte_array_set_size (pdf, pdf->len - 1);
      add_language (pdf, language);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}
