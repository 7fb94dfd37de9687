/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card in the list in which cards are read: its text, and where it comes from. */
#include "plenum-synthesis-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-format.h"
#include "plenum-sector.h"
#include "plenum-wrapped-label.h"

#define LINES 6

struct _PlenumSynthesisRow
{
  AdwBin                parent_instance;

  PlenumSynthesisModel *model;
  PlenumSynthesisCard  *card; /* nullable */
  GtkWidget            *text;
  GtkWidget            *origin;
  GtkWidget            *theme;
  gboolean              mixed; /* cards of several themes are listed */
};

G_DEFINE_FINAL_TYPE (PlenumSynthesisRow, plenum_synthesis_row, ADW_TYPE_BIN)

/**
 * plenum_synthesis_row_describe:
 *
 * Returns: (transfer full): where the card comes from, in one line
 */
char *
plenum_synthesis_row_describe (PlenumSynthesisCard *card)
{
  PlenumRecord *workshop = plenum_synthesis_card_get_workshop (card);
  const char *sector = plenum_synthesis_card_get_sector (card);
  g_autofree char *date = plenum_format_date_range (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE),
                                                    plenum_record_get_text (workshop, PLENUM_WORKSHOP_END_DATE));
  const char *parts[4] = { plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE) };
  guint n = 1;

  if (date != NULL)
    parts[n++] = date;
  if (sector != NULL && *sector != '\0')
    parts[n++] = plenum_sector_get_name (sector);

  return g_strjoinv (" · ", (char **) parts);
}

static void
show_theme (PlenumSynthesisRow *self)
{
  const char *id = plenum_synthesis_card_get_theme (self->card);
  PlenumRecord *theme = id != NULL ? plenum_synthesis_model_find_theme (self->model, id) : NULL;

  gtk_label_set_label (GTK_LABEL (self->theme), theme != NULL ? plenum_record_get_text (theme, PLENUM_THEME_TITLE) : "");
  gtk_widget_set_visible (self->theme, theme != NULL && self->mixed);
}

static void
show_card (PlenumSynthesisRow *self)
{
  g_autofree char *text = plenum_synthesis_card_dup_text (self->card);
  g_autofree char *origin = plenum_synthesis_row_describe (self->card);
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_label_set_label (GTK_LABEL (self->origin), origin);
  show_theme (self);
  /* What has the focus is the cell around the row, which knows no text. */
  if (cell != NULL)
    plenum_accessible_name (cell, text);
}

static void
plenum_synthesis_row_dispose (GObject *object)
{
  PlenumSynthesisRow *self = PLENUM_SYNTHESIS_ROW (object);

  plenum_synthesis_row_set_card (self, NULL);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_synthesis_row_parent_class)->dispose (object);
}

static void
plenum_synthesis_row_class_init (PlenumSynthesisRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_synthesis_row_dispose;
}

static GtkWidget *
new_note (GtkWidget *box, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
plenum_synthesis_row_init (PlenumSynthesisRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->text = plenum_wrapped_label_new (NULL, "reading-text");
  gtk_label_set_lines (GTK_LABEL (self->text), LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->text);
  self->origin = new_note (foot, TRUE);
  gtk_widget_add_css_class (self->origin, "dim-label");
  self->theme = new_note (foot, FALSE);
  gtk_widget_add_css_class (self->theme, "theme-pill");
  gtk_box_append (GTK_BOX (box), foot);
  gtk_widget_add_css_class (box, "reading-row");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * plenum_synthesis_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
plenum_synthesis_row_new (PlenumSynthesisModel *model)
{
  PlenumSynthesisRow *self = g_object_new (PLENUM_TYPE_SYNTHESIS_ROW, NULL);

  self->model = g_object_ref (model);

  return GTK_WIDGET (self);
}

/**
 * plenum_synthesis_row_set_card:
 * @card: (nullable): what it shows and follows from now on
 */
void
plenum_synthesis_row_set_card (PlenumSynthesisRow *self, PlenumSynthesisCard *card)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_ROW (self));

  if (self->card != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->card, self);
      g_signal_handlers_disconnect_by_data (self->model, self);
    }
  g_set_object (&self->card, card);
  if (card == NULL)
    return;

  g_signal_connect_swapped (card, "changed", G_CALLBACK (show_card), self);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (show_theme), self);
  show_card (self);
}

/**
 * plenum_synthesis_row_set_mixed:
 * @mixed: whether cards of several themes are listed, so that the row says its own
 */
void
plenum_synthesis_row_set_mixed (PlenumSynthesisRow *self, gboolean mixed)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_ROW (self));

  self->mixed = mixed;
}

/**
 * plenum_synthesis_row_get_card:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PlenumSynthesisCard *
plenum_synthesis_row_get_card (PlenumSynthesisRow *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_ROW (self), NULL);

  return self->card;
}
