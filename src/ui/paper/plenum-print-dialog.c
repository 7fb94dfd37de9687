/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on paper, and on which. */
#include "plenum-print-dialog.h"

#include <glib/gi18n.h>

#include "plenum-application.h"
#include "plenum-blank-numbers.h"
#include "plenum-card-format.h"
#include "plenum-dialogs.h"

struct _PlenumPrintDialog
{
  AdwWindow            parent_instance;

  AdwComboRow         *kind_row;
  AdwComboRow         *format_row;
  AdwActionRow        *count_row;
  AdwActionRow        *first_row;
  AdwActionRow        *across_row;
  GtkSpinButton       *count;
  GtkSpinButton       *first;
  GtkSpinButton       *across;
  GtkLabel            *summary;
  GtkWidget           *print_button;
  GtkWidget           *save_button;

  GtkWidget           *from; /* weak: what asked */
  PlenumLibrary       *library;
  char                *workshop;
  char                *board;
  char                *title;
  char                *language;
  guint                n_cards;
};

G_DEFINE_FINAL_TYPE (PlenumPrintDialog, plenum_print_dialog, ADW_TYPE_WINDOW)

/* In the order of the table of formats. */
static const char * const format_names[] = {
  N_("A4 with four A6 cards"),
  N_("A6, one card a sheet"),
  N_("A4 with three long cards"),
  N_("A4 with four headings"),
  N_("Labels 99 × 68 mm, 8 a sheet"),
  N_("Labels 105 × 57 mm, 10 a sheet"),
  N_("Labels 64 × 38 mm, 21 a sheet"),
  N_("Labels 70 × 37 mm, 24 a sheet"),
};

static PlenumPaperOrder
get_order (PlenumPrintDialog *self)
{
  return (PlenumPaperOrder) {
    .workshop = self->workshop, .board = self->board, .title = self->title, .language = self->language,
    .kind = adw_combo_row_get_selected (self->kind_row), .format = adw_combo_row_get_selected (self->format_row),
    .count = gtk_spin_button_get_value_as_int (self->count), .first = gtk_spin_button_get_value_as_int (self->first),
    .across = gtk_spin_button_get_value_as_int (self->across),
  };
}

static void
update (PlenumPrintDialog *self)
{
  PlenumPaperOrder order = get_order (self);
  gboolean poster = order.kind == PLENUM_PAPER_POSTER;
  guint n_formats, cards = order.kind == PLENUM_PAPER_BLANK ? order.count : self->n_cards;
  const PlenumCardFormat *format = &plenum_card_format_get_table (&n_formats)[MIN (order.format, G_N_ELEMENTS (format_names) - 1)];
  guint each = format->columns * format->rows, pages = (cards + each - 1) / each;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->format_row), !poster);
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), order.kind == PLENUM_PAPER_BLANK);
  gtk_widget_set_visible (GTK_WIDGET (self->first_row), order.kind == PLENUM_PAPER_BLANK);
  gtk_widget_set_visible (GTK_WIDGET (self->across_row), poster);
  if (poster)
    sentence = g_strdup (_("Sheets of A4 overlap by one centimetre; small marks show where to glue."));
  else if (cards == 0)
    sentence = g_strdup (_("This board has no cards yet."));
  else
    sentence = g_strdup_printf (ngettext ("%u page. The code on each card finds it again on a photo of the wall.",
                                          "%u pages. The code on each card finds it again on a photo of the wall.", pages),
                                pages);
  gtk_label_set_label (self->summary, sentence);
  gtk_widget_set_sensitive (self->print_button, poster || cards > 0);
  gtk_widget_set_sensitive (self->save_button, poster || cards > 0);
}

static void
print_cb (PlenumPrintDialog *self)
{
  PlenumPaperOrder order = get_order (self);

  if (self->from != NULL)
    plenum_paper_job_start (self->from, self->library, &order, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
chosen_cb (GListModel *files, gpointer data)
{
  PlenumPrintDialog *self = data;
  PlenumPaperOrder order = get_order (self);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);

  if (self->from != NULL && path != NULL)
    plenum_paper_job_start (self->from, self->library, &order, path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (PlenumPrintDialog *self)
{
  g_autofree char *clean = g_strdelimit (g_strdup (self->title), "/\\:*?\"<>|\n\t", '-');
  g_autofree char *name = g_strconcat (clean, ".pdf", NULL);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = plenum_dialogs_filter (_("PDF documents"), "*.pdf");

  g_list_store_append (filters, filter);
  plenum_dialogs_save_file (GTK_WIDGET (self), _("Save as PDF"), name, G_LIST_MODEL (filters), chosen_cb, self);
}

static void
plenum_print_dialog_dispose (GObject *object)
{
  PlenumPrintDialog *self = PLENUM_PRINT_DIALOG (object);

  g_clear_weak_pointer (&self->from);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_print_dialog_parent_class)->dispose (object);
}

static void
plenum_print_dialog_finalize (GObject *object)
{
  PlenumPrintDialog *self = PLENUM_PRINT_DIALOG (object);

  g_free (self->workshop);
  g_free (self->board);
  g_free (self->title);
  g_free (self->language);

  G_OBJECT_CLASS (plenum_print_dialog_parent_class)->finalize (object);
}

static void
plenum_print_dialog_class_init (PlenumPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_print_dialog_dispose;
  object_class->finalize = plenum_print_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/paper/plenum-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, count_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, across_row);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, count);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, first);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, across);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, print_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumPrintDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_print_dialog_init (PlenumPrintDialog *self)
{
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (format_names); i++)
    gtk_string_list_append (formats, _(format_names[i]));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (formats));
}

/* No number is offered that is on paper already. */
static void
limit_numbers (PlenumPrintDialog *self, GtkApplication *application)
{
  guint next = plenum_blank_numbers_next (plenum_application_get_settings (PLENUM_APPLICATION (application)), self->workshop);

  gtk_spin_button_set_range (self->first, next, PLENUM_LAST_BLANK_NUMBER - gtk_adjustment_get_upper (gtk_spin_button_get_adjustment (self->count)));
  gtk_spin_button_set_value (self->first, next);
}

/**
 * plenum_print_dialog_show:
 * @from: the widget that asks
 * @order: the board, and in its count how many cards there are
 *
 * Lets cards, blank cards or a poster be printed or saved.
 */
void
plenum_print_dialog_show (GtkWidget *from, PlenumLibrary *library, const PlenumPaperOrder *order)
{
  PlenumPrintDialog *self = g_object_new (PLENUM_TYPE_PRINT_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);

  g_set_weak_pointer (&self->from, from);
  self->library = g_object_ref (library);
  self->workshop = g_strdup (order->workshop);
  self->board = g_strdup (order->board);
  self->title = g_strdup (order->title);
  self->language = g_strdup (order->language);
  self->n_cards = order->count;
  if (self->n_cards == 0)
    adw_combo_row_set_selected (self->kind_row, PLENUM_PAPER_BLANK);
  limit_numbers (self, gtk_window_get_application (GTK_WINDOW (gtk_widget_get_root (from))));
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->kind_row));
  gtk_window_present (GTK_WINDOW (self));
}
