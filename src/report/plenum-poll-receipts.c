/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ballots of a secret poll by their receipts: everybody finds their own and
 * can count all of them again. */
#include "plenum-poll-receipts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballots.h"
#include "plenum-poll-result.h"

typedef struct
{
  PlenumPollForm *form;
  GHashTable     *receipts; /* id of a ballot → its receipt */
  GPtrArray      *rows;
} Listing;

static GStrv
make_header (PlenumPollForm *form)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup (_("Receipt")));
  for (guint i = 0; i < form->options->len; i++)
    g_ptr_array_add (cells, g_strdup (plenum_record_get_text (form->options->pdata[i], PLENUM_OPTION_TEXT)));
  g_ptr_array_add (cells, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

static char *
write_mark (const PlenumSheet *sheet, const char *option)
{
  for (gsize i = 0; i < sheet->n_marks; i++)
    if (g_str_equal (sheet->marks[i].option, option))
      return g_strdup_printf ("%" G_GINT64_FORMAT, sheet->marks[i].value);

  return g_strdup ("");
}

static gboolean
add_row (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  Listing *listing = data;
  const char *receipt = g_hash_table_lookup (listing->receipts, ballot);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup (receipt != NULL ? receipt : ""));
  for (guint i = 0; i < listing->form->options->len; i++)
    g_ptr_array_add (cells, write_mark (sheet, plenum_record_get_id (listing->form->options->pdata[i])));
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (listing->rows, g_ptr_array_free (g_steal_pointer (&cells), FALSE));

  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const GStrv *) a)[0], (*(const GStrv *) b)[0]);
}

static GHashTable *
list_receipts (PlenumStore *store, const char *poll, GError **error)
{
  g_autoptr (GPtrArray) ballots = plenum_store_list (store, PLENUM_BALLOT, PLENUM_BALLOT_POLL, poll, error);
  GHashTable *receipts;

  if (ballots == NULL)
    return NULL;

  receipts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < ballots->len; i++)
    g_hash_table_insert (receipts, g_strdup (plenum_record_get_id (ballots->pdata[i])),
                         g_strdup (plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_RECEIPT)));

  return receipts;
}

/**
 * plenum_poll_receipts_list:
 * @poll: the id of a secret poll whose result was shown
 *
 * Errors: %PLENUM_POLL_RESULT_ERROR_NOT_SECRET unless it is secret, and those of
 * plenum_poll_result_check()
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): the receipt and what the
 *   ballot gives each option, by receipt; the first row says what the columns are
 */
GPtrArray *
plenum_poll_receipts_list (PlenumStore *store, const char *poll, GError **error)
{
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (store, poll, error);
  g_autoptr (GHashTable) receipts = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  Listing listing = { form, NULL, rows };

  if (form == NULL || !plenum_poll_result_check (store, form->poll, error))
    return NULL;
  if (plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR))
    {
      g_set_error_literal (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_NOT_SECRET,
                           _("Only ballots of secret polls have receipts"));
      return NULL;
    }

  receipts = list_receipts (store, poll, error);
  listing.receipts = receipts;
  if (receipts == NULL || !plenum_store_read_ballots (store, poll, add_row, &listing, error))
    return NULL;

  g_ptr_array_sort (rows, compare_rows);
  g_ptr_array_insert (rows, 0, make_header (form));
  return g_steal_pointer (&rows);
}
