/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ballots of a secret poll by their receipts, once its result was shown:
 * everybody finds their own, and anybody can count again. */
#include "plenum-poll-receipt-list.h"

#include <glib/gi18n.h>

#include "plenum-ballot-draft.h"
#include "plenum-ballot-words.h"
#include "plenum-csv.h"
#include "plenum-dialogs.h"
#include "plenum-output.h"
#include "plenum-perform.h"
#include "plenum-poll-receipts.h"
#include "plenum-receipt.h"
#include "plenum-wrapped-label.h"

struct _PlenumPollReceiptList
{
  AdwWindow          parent_instance;

  PlenumBallotDraft *ballot; /* an empty one: what its numbers mean */
  GPtrArray         *rows;   /* GStrv: as plenum_poll_receipts_list() gives them */
  GtkStringList     *lines;  /* "K7PM3-XQ9AB\tBike lanes: 2 · Open kitchen: 1" */
  GtkStringFilter   *filter;
  GCancellable      *cancellable;

  GtkWidget         *stack;
  GtkWidget         *view;
  GtkWidget         *save_button;
};

G_DEFINE_FINAL_TYPE (PlenumPollReceiptList, plenum_poll_receipt_list, ADW_TYPE_WINDOW)

/* What a ballot says of an option: nothing but its name where it only chooses. */
static char *
describe_choice (PlenumPollReceiptList *self, const char *option, const char *number)
{
  g_autofree char *word = plenum_ballot_words_name (self->ballot, g_ascii_strtoll (number, NULL, 10));

  if (plenum_ballot_draft_get_kind (self->ballot) == PLENUM_PAPER_SET)
    return g_strdup (option);

  return g_strdup_printf ("%s: %s", option, word != NULL ? word : number);
}

/* The receipt, and after a tab what the ballot says. */
static char *
describe (PlenumPollReceiptList *self, char **header, char **cells)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  for (guint i = 1; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      g_ptr_array_add (choices, describe_choice (self, header[i], cells[i]));
  if (choices->len == 0)
    g_ptr_array_add (choices, g_strdup (C_("ballot", "Blank")));
  g_ptr_array_add (choices, NULL);
  line = g_strjoinv (" · ", (char **) choices->pdata);

  return g_strconcat (cells[0], "\t", line, NULL);
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_poll_receipts_list (store, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPollReceiptList *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL)
    {
      plenum_show_error (self->view, error);
      return;
    }

  self->rows = rows;
  for (guint i = 1; i < rows->len; i++)
    {
      g_autofree char *line = describe (self, rows->pdata[0], rows->pdata[i]);

      gtk_string_list_append (self->lines, line);
    }
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
search_cb (GtkEditable *entry, PlenumPollReceiptList *self)
{
  const char *typed = gtk_editable_get_text (entry);
  g_autofree char *receipt = plenum_receipt_read (typed);

  /* Without its line, or with what looks alike, it is still that receipt. */
  gtk_string_filter_set_search (self->filter, receipt != NULL ? receipt : typed);
}

static void
found_cb (GListModel *found, guint position, guint removed, guint added, PlenumPollReceiptList *self)
{
  gboolean none = g_list_model_get_n_items (found) == 0 && g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), none ? "none" : "found");
}

static void
stop_search_cb (PlenumPollReceiptList *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
write_rows (GPtrArray *rows, const char *path, GError **error)
{
  g_autoptr (PlenumOutput) output = plenum_output_open (path, error);
  g_autoptr (PlenumCsvWriter) writer = NULL;

  if (output == NULL)
    return FALSE;

  writer = plenum_csv_writer_new (plenum_output_get_stream (output), ',');
  for (guint i = 0; i < rows->len; i++)
    {
      for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
        plenum_csv_writer_add_text (writer, *cell);
      if (!plenum_csv_writer_end_record (writer, NULL, error))
        return FALSE;
    }

  return plenum_output_finish (output, NULL, error);
}

static void
chosen_cb (GListModel *files, gpointer data)
{
  PlenumPollReceiptList *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path != NULL && write_rows (self->rows, path, &error))
    plenum_show_message (self->view, _("The list is saved"));
  else if (error != NULL)
    plenum_show_error (self->view, error);
}

static void
save_cb (PlenumPollReceiptList *self)
{
  g_autofree char *clean = g_strdelimit (g_strdup (plenum_ballot_draft_get_question (self->ballot)), "/\\:*?\"<>|\n\t", '-');
  g_autofree char *name = g_strconcat (clean, ".csv", NULL);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = plenum_dialogs_filter (_("CSV tables"), "*.csv");

  g_list_store_append (filters, filter);
  plenum_dialogs_save_file (self->view, _("Save the ballots"), name, G_LIST_MODEL (filters), chosen_cb, self);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *receipt = gtk_label_new (NULL);
  GtkWidget *choices = plenum_wrapped_label_new ("", NULL);

  gtk_label_set_selectable (GTK_LABEL (receipt), TRUE);
  gtk_widget_set_valign (receipt, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (choices, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (receipt, "monospace");
  gtk_widget_add_css_class (box, "receipt-line");
  gtk_box_append (GTK_BOX (box), receipt);
  gtk_box_append (GTK_BOX (box), choices);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringObject *line = gtk_list_item_get_item (item);
  g_auto (GStrv) parts = g_strsplit (gtk_string_object_get_string (line), "\t", 2);
  GtkWidget *receipt = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (receipt), parts[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (receipt)), parts[1]);
}

static GtkWidget *
make_view (PlenumPollReceiptList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GListModel *found;
  GtkWidget *view;

  self->lines = gtk_string_list_new (NULL);
  self->filter = gtk_string_filter_new (text);
  found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->lines)),
                                                   g_object_ref (GTK_FILTER (self->filter))));
  g_signal_connect_object (found, "items-changed", G_CALLBACK (found_cb), self, 0);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (found)), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ballots by their receipts"), -1);

  return view;
}

static GtkWidget *
make_stack (PlenumPollReceiptList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  self->view = make_view (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->view);
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("No ballot has this receipt"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none), _("Look whether it is typed as you noted it, and whether it is from this vote."));

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), scroll, "found");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");

  return self->stack;
}

static GtkWidget *
make_entry (PlenumPollReceiptList *self)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", _("Your receipt"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a receipt"), -1);
  gtk_widget_add_css_class (entry, "paper-entry");
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (search_cb), self, 0);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static void
plenum_poll_receipt_list_dispose (GObject *object)
{
  PlenumPollReceiptList *self = PLENUM_POLL_RECEIPT_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->ballot);
  g_clear_object (&self->lines);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (plenum_poll_receipt_list_parent_class)->dispose (object);
}

static void
plenum_poll_receipt_list_finalize (GObject *object)
{
  PlenumPollReceiptList *self = PLENUM_POLL_RECEIPT_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (plenum_poll_receipt_list_parent_class)->finalize (object);
}

static void
plenum_poll_receipt_list_class_init (PlenumPollReceiptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_poll_receipt_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_poll_receipt_list_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_poll_receipt_list_init (PlenumPollReceiptList *self)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->save_button = gtk_button_new_with_mnemonic (_("_Save…"));
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_widget_set_tooltip_text (self->save_button, _("Save all ballots as a table"));
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);

  gtk_widget_add_css_class (top, "paper-top");
  gtk_box_append (GTK_BOX (top), make_entry (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), make_stack (self));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (self), overlay);
}

/**
 * plenum_poll_receipt_list_show:
 * @library: where the poll is
 * @form: a secret poll whose result was shown
 * @from: the widget that asks
 *
 * Opens the published list over the window of @from.
 */
void
plenum_poll_receipt_list_show (PlenumLibrary *library, PlenumPollForm *form, GtkWidget *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumBallotDraft) ballot = plenum_ballot_draft_new (form, &error);
  PlenumPollReceiptList *self;

  if (ballot == NULL)
    {
      plenum_show_error (from, error);
      return;
    }

  self = g_object_new (PLENUM_TYPE_POLL_RECEIPT_LIST, "title", _("Receipts"), "modal", TRUE, "destroy-with-parent", TRUE,
                       "default-width", 620, "default-height", 620, "width-request", 360, NULL);
  self->ballot = g_steal_pointer (&ballot);
  plenum_library_query_async (library, query, g_strdup (plenum_record_get_id (form->poll)), g_free,
                              (GDestroyNotify) g_ptr_array_unref, self->cancellable, loaded_cb, self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
}
