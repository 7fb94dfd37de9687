/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One round of a count, large: what happens in it, and who has how many votes then. */
#include "plenum-presenter-round.h"

#include <glib/gi18n.h>

#include "plenum-presenter-page.h"
#include "plenum-segment-bar.h"
#include "plenum-wrapped-label.h"

static int
compare_votes (gconstpointer a, gconstpointer b, gpointer data)
{
  PlenumRational **votes = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  int order = plenum_rational_compare (votes[other], votes[one]);

  return order != 0 ? order : (one > other) - (one < other);
}

/* Those that are still there, the most votes first. */
static GArray *
list_options (const PlenumTransferRound *round, guint n, gboolean first)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    if (round->votes[i] != NULL && (first || plenum_rational_sign (round->votes[i]) > 0))
      g_array_append_val (options, i);
  g_array_sort_with_data (options, compare_votes, round->votes);

  return options;
}

/* Leaves @most of them, but never without one that drops out: the round is about it. */
static void
shorten (GArray *options, const PlenumTransferRound *round, guint most)
{
  guint out = options->len;

  if (options->len <= most || most == 0)
    {
      g_array_set_size (options, MIN (options->len, most));
      return;
    }

  for (guint i = options->len; i-- > most;)
    if (plenum_transfer_round_drops (round, g_array_index (options, guint, i)))
      out = i;
  if (out < options->len)
    g_array_index (options, guint, most - 1) = g_array_index (options, guint, out);
  g_array_set_size (options, most);
}

static GtkWidget *
make_row (PlenumTransfers *transfers, const PlenumTransferRound *round, guint option, double most, GtkSizeGroup *numbers)
{
  gboolean elected = plenum_transfer_round_elects (round, option);
  g_autofree char *number = plenum_rational_to_display (round->votes[option], 2);
  g_autofree char *marked = NULL;
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bar = plenum_segment_bar_new ();
  GtkWidget *label;

  marked = elected ? g_strdup_printf ("%s ✓", number)
           : plenum_transfer_round_drops (round, option) ? g_strdup_printf ("%s ✕", number) : g_strdup (number);
  label = plenum_wrapped_label_new (marked, "numeric");
  gtk_size_group_add_widget (numbers, label);
  gtk_widget_add_css_class (bar, "thick");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  plenum_segment_bar_append (PLENUM_SEGMENT_BAR (bar), elected ? "result-winner" : "result-other",
                             plenum_rational_to_double (round->votes[option]));
  plenum_segment_bar_set (PLENUM_SEGMENT_BAR (bar), most, marked);
  gtk_box_append (GTK_BOX (bottom), bar);
  gtk_box_append (GTK_BOX (bottom), label);
  gtk_box_append (GTK_BOX (row), plenum_presenter_page_new_label (plenum_tally_get_option_text (transfers->tally, option),
                                                                  elected ? "result-winner-text" : "result-text", 1));
  gtk_box_append (GTK_BOX (row), bottom);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plenum_tally_get_option_text (transfers->tally, option), -1);

  return row;
}

/* Which round it is; where there is no room for all options, that some are missing. */
static GtkWidget *
make_title (PlenumTransfers *transfers, guint round, guint shown, guint all)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *label;
  g_autofree char *missing = NULL;
  g_autofree char *title = NULL;

  title = g_strdup_printf (transfers->stages
                           /* Translators: which stage of a count is shown, and how many there are. */
                           ? _("Stage %u of %u")
                           /* Translators: which round of a count is shown, and how many there are. */
                           : _("Round %u of %u"), round + 1, transfers->rounds->len);
  label = plenum_presenter_page_new_label (title, "result-winner-text", 1);
  gtk_box_append (GTK_BOX (line), label);
  if (shown < all)
    {
      gtk_widget_set_hexpand (label, FALSE);
      /* Translators: how many options of a count there is room for on the beamer; the plural is that of %2$u. */
      missing = g_strdup_printf (ngettext ("%1$u of %2$u option is shown", "%1$u of %2$u options are shown", all), shown, all);
      label = plenum_presenter_page_new_label (missing, "result-text", 1);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_append (GTK_BOX (line), label);
    }

  return line;
}

/**
 * plenum_presenter_round_new:
 * @round: from 0
 * @most: how many options at most
 *
 * Returns: (transfer floating): what happens in that round, and the votes in it
 */
GtkWidget *
plenum_presenter_round_new (PlenumTransfers *transfers, guint round, guint most)
{
  const PlenumTransferRound *shown = g_ptr_array_index (transfers->rounds, round);
  g_autoptr (GArray) options = list_options (shown, plenum_tally_get_n_options (transfers->tally), round == 0);
  g_autoptr (GtkSizeGroup) numbers = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autofree char *text = plenum_transfers_describe (transfers, round);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  guint all = options->len;
  double longest = options->len > 0 ? plenum_rational_to_double (shown->votes[g_array_index (options, guint, 0)]) : 1;

  shorten (options, shown, most);
  gtk_widget_add_css_class (box, "slide-round");
  gtk_box_append (GTK_BOX (box), make_title (transfers, round, options->len, all));
  gtk_box_append (GTK_BOX (box), plenum_presenter_page_new_label (text, "slide-round-text", 5));
  for (guint i = 0; i < options->len; i++)
    gtk_box_append (GTK_BOX (box), make_row (transfers, shown, g_array_index (options, guint, i), MAX (longest, 1), numbers));

  return box;
}
