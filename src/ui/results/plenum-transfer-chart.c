/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds from left to right, and the votes that flow between them: bands are as wide as
 * the votes are many. What counts for nobody any more flows to the bottom. */
#include "plenum-transfer-chart.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-chart-pen.h"
#include "plenum-figure-table.h"
#include "plenum-result-chart.h"

#define HEADER 28     /* height of the rounds' names */
#define LINE 21       /* every option has room for a line of text */
#define NODE 12       /* width of what stands for an option in a round */
#define LEAST_GAP 116 /* between two rounds */
#define LEAST_MARGIN 112
#define MOST_MARGIN 240

/* What an option has in a round: where it is, and how far it is used up by bands. */
typedef struct
{
  double y;
  double height;
  double left;  /* bands that came */
  double right; /* bands that go */
  gboolean shown;
} Node;

struct _PlenumTransferChart
{
  GtkWidget        parent_instance;

  PlenumTransfers *transfers; /* not owned: it belongs to what shows the result */
  guint            n;         /* options, and one for nobody */
  GArray          *order;     /* of the options, best first */
  Node            *nodes;     /* [round × n + option] */
  double           scale;     /* pixels a vote */
  int              height;
};

G_DEFINE_FINAL_TYPE (PlenumTransferChart, plenum_transfer_chart, GTK_TYPE_WIDGET)

static PlenumTransferRound *
get_round (PlenumTransfers *transfers, guint round)
{
  return g_ptr_array_index (transfers->rounds, round);
}

static double
get_votes (PlenumTransferChart *self, guint round, guint option)
{
  PlenumTransferRound *shown = get_round (self->transfers, round);
  const PlenumRational *votes = option + 1 < self->n ? shown->votes[option] : shown->idle;

  return votes != NULL ? plenum_rational_to_double (votes) : 0;
}

static gboolean
is_elected (PlenumTransferChart *self, guint round, guint option)
{
  for (guint i = 0; i <= round; i++)
    if (plenum_transfer_round_elects (get_round (self->transfers, i), option))
      return TRUE;

  return round + 1 == self->transfers->rounds->len && option + 1 < self->n
         && plenum_tally_is_winner (self->transfers->tally, option);
}

/* Places what there is in a round below each other, nobody last. */
static void
place_round (PlenumTransferChart *self, guint round)
{
  double y = HEADER;

  for (guint i = 0; i < self->n; i++)
    {
      guint option = i + 1 < self->n ? g_array_index (self->order, guint, i) : i;
      Node *node = &self->nodes[round * self->n + option];
      double votes = get_votes (self, round, option);

      node->shown = votes > 0 || (round == 0 && i + 1 < self->n);
      if (!node->shown)
        continue;
      node->height = MAX (votes * self->scale, 2);
      node->y = y;
      y += MAX (node->height + 4, LINE);
    }

  self->height = MAX (self->height, (int) y + 6);
}

static void
place (PlenumTransferChart *self)
{
  double all = 0;

  for (guint i = 0; i < self->n; i++)
    all += get_votes (self, 0, i);
  self->scale = all > 0 ? CLAMP (self->n * 16.0, 180, 640) / all : 0;
  self->nodes = g_new0 (Node, (gsize) self->transfers->rounds->len * self->n);
  for (guint r = 0; r < self->transfers->rounds->len; r++)
    place_round (self, r);
}

static void
add_band (cairo_t *cr, double from, double to, double y_from, double y_to, double width)
{
  double middle = (from + to) / 2;

  cairo_move_to (cr, from, y_from);
  cairo_curve_to (cr, middle, y_from, middle, y_to, to, y_to);
  cairo_line_to (cr, to, y_to + width);
  cairo_curve_to (cr, middle, y_to + width, middle, y_from + width, from, y_from + width);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_band (PlenumTransferChart *self, cairo_t *cr, guint round, guint from, guint to, double votes, double left, double right)
{
  Node *start = &self->nodes[round * self->n + from];
  Node *end = &self->nodes[(round + 1) * self->n + to];
  double width = votes * self->scale;

  if (!start->shown || !end->shown || width <= 0)
    return;

  add_band (cr, left, right, start->y + start->right, end->y + end->left, MAX (width, 1));
  start->right += width;
  end->left += width;
}

/* All bands between two rounds: what stays first, then what moves. */
static void
draw_gap (PlenumTransferChart *self, PlenumChartPen *pen, guint round, double left, double right)
{
  PlenumTransferRound *next = get_round (self->transfers, round + 1);
  g_autofree Node *before = g_memdup2 (&self->nodes[round * self->n], 2 * self->n * sizeof (Node));
  int width = gtk_widget_get_width (pen->widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (pen->mirrored ? width - right : left, 0, right - left, self->height);
  cairo_t *cr = gtk_snapshot_append_cairo (pen->snapshot, &bounds);
  GdkRGBA stays, moves;

  if (pen->mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  stays = pen->text;
  stays.alpha = 0.14;
  plenum_chart_pen_get_tint (pen, 1, &moves);

  gdk_cairo_set_source_rgba (cr, &stays);
  for (guint i = 0; i < self->n; i++)
    draw_band (self, cr, round, i, i, MIN (get_votes (self, round, i), get_votes (self, round + 1, i)), left, right);
  gdk_cairo_set_source_rgba (cr, &moves);
  for (guint i = 0; i < next->arrived->len; i++)
    {
      const PlenumTransfer *transfer = next->arrived->pdata[i];

      draw_band (self, cr, round, transfer->from, transfer->to, plenum_rational_to_double (transfer->votes), left, right);
    }
  cairo_destroy (cr);
  memcpy (&self->nodes[round * self->n], before, 2 * self->n * sizeof (Node));
}

static char *
describe_option (PlenumTransferChart *self, guint round, guint option)
{
  const char *text;

  if (option + 1 == self->n)
    /* Translators: where votes go whose ballots name nobody who is still there. */
    return g_strdup (C_("votes", "Nobody any more"));

  text = plenum_tally_get_option_text (self->transfers->tally, option);
  if (is_elected (self, round, option))
    return g_strdup_printf ("✓ %s", text);
  if (plenum_transfer_round_drops (get_round (self->transfers, round), option))
    return g_strdup_printf ("✕ %s", text);

  return g_strdup (text);
}

static void
draw_node (PlenumTransferChart *self, PlenumChartPen *pen, guint round, guint option, double x, double gap, double margin)
{
  const Node *node = &self->nodes[round * self->n + option];
  gboolean last = round + 1 == self->transfers->rounds->len;
  gboolean elected = is_elected (self, round, option);
  g_autofree char *name = describe_option (self, round, option);
  g_autofree char *number = NULL;
  const PlenumTransferRound *shown = get_round (self->transfers, round);
  GdkRGBA colour = pen->text;
  double line = MAX (node->height, LINE - 2);

  if (!node->shown)
    return;

  if (elected)
    plenum_chart_pen_get_colour (pen, "accent_bg_color", &colour);
  else
    colour.alpha = option + 1 == self->n ? 0.25 : 0.6;
  plenum_chart_pen_fill (pen, &colour, x, node->y, NODE, node->height);

  number = plenum_rational_to_display (option + 1 < self->n ? shown->votes[option] : shown->idle, 2);
  if (round == 0)
    plenum_chart_pen_write (pen, name, elected, NULL, 0, node->y, margin - 6, line, 1);
  if (last)
    {
      g_autofree char *both = g_strdup_printf ("%s  %s", number, name);

      plenum_chart_pen_write (pen, both, elected, NULL, x + NODE + 6, node->y, margin - 6, line, 0);
    }
  else
    {
      g_autofree char *marked = NULL;

      marked = plenum_transfer_round_drops (shown, option) ? g_strdup_printf ("%s ✕", number)
               : elected ? g_strdup_printf ("%s ✓", number) : g_strdup (number);
      plenum_chart_pen_write (pen, marked, elected, NULL, x + NODE + 6, node->y, gap - NODE - 12, line, 0);
    }
}

static double
get_margin (PlenumTransferChart *self, int width)
{
  return CLAMP (width * 0.24, LEAST_MARGIN, MOST_MARGIN);
}

static void
plenum_transfer_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumTransferChart *self = PLENUM_TRANSFER_CHART (widget);
  guint n_rounds = self->transfers->rounds->len;
  double width = gtk_widget_get_width (widget);
  double margin = get_margin (self, width);
  double gap = n_rounds > 1 ? (width - 2 * margin - NODE) / (n_rounds - 1) : width;
  PlenumChartPen pen;

  plenum_chart_pen_begin (&pen, widget, snapshot);
  for (guint r = 0; r + 1 < n_rounds; r++)
    draw_gap (self, &pen, r, margin + r * gap + NODE, margin + (r + 1) * gap);
  for (guint r = 0; r < n_rounds; r++)
    {
      /* Translators: the number of a round, or stage, above a column of a chart. */
      g_autofree char *name = g_strdup_printf (self->transfers->stages ? _("Stage %u") : _("Round %u"), r + 1);

      plenum_chart_pen_write (&pen, name, TRUE, NULL, margin + r * gap - 24, 0, LEAST_GAP - 12, HEADER - 6, 0);
      for (guint i = 0; i < self->n; i++)
        draw_node (self, &pen, r, i, margin + r * gap, gap, margin);
    }
  plenum_chart_pen_end (&pen);
}

static void
plenum_transfer_chart_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  PlenumTransferChart *self = PLENUM_TRANSFER_CHART (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
    ? self->height
    : 2 * LEAST_MARGIN + NODE + LEAST_GAP * ((int) self->transfers->rounds->len - 1);
}

static void
plenum_transfer_chart_finalize (GObject *object)
{
  PlenumTransferChart *self = PLENUM_TRANSFER_CHART (object);

  g_free (self->nodes);
  g_clear_pointer (&self->order, g_array_unref);

  G_OBJECT_CLASS (plenum_transfer_chart_parent_class)->finalize (object);
}

static void
plenum_transfer_chart_class_init (PlenumTransferChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plenum_transfer_chart_finalize;
  widget_class->measure = plenum_transfer_chart_measure;
  widget_class->snapshot = plenum_transfer_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "transferchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plenum_transfer_chart_init (PlenumTransferChart *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How votes move from round to round; the table below says the same"), -1);
}

/**
 * plenum_transfer_chart_new:
 * @transfers: (transfer none): rounds that stay as long as the chart
 *
 * Returns: (transfer floating): the chart, in what scrolls where it is narrow
 */
GtkWidget *
plenum_transfer_chart_new (PlenumTransfers *transfers)
{
  PlenumTransferChart *self = g_object_new (PLENUM_TYPE_TRANSFER_CHART, NULL);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->transfers = transfers;
  self->n = plenum_tally_get_n_options (transfers->tally) + 1;
  self->order = plenum_result_order (transfers->tally);
  place (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self));

  return scroll;
}

static char *
describe_fate (const PlenumTransferRound *round, guint option)
{
  if (plenum_transfer_round_elects (round, option))
    return g_strdup (_("is elected"));
  if (plenum_transfer_round_drops (round, option))
    return g_strdup (_("drops out"));

  return g_strdup ("");
}

static char *
sum_arrived (const PlenumTransferRound *round, guint option)
{
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autofree char *number = NULL;

  for (guint i = 0; i < round->arrived->len; i++)
    {
      const PlenumTransfer *transfer = round->arrived->pdata[i];

      if (transfer->to == option)
        plenum_rational_add (sum, transfer->votes);
      else if (transfer->from == option)
        plenum_rational_subtract (sum, transfer->votes);
    }
  if (plenum_rational_sign (sum) == 0)
    return g_strdup ("");

  number = plenum_rational_to_display (sum, 2);
  return plenum_rational_sign (sum) > 0 ? g_strdup_printf ("+%s", number) : g_steal_pointer (&number);
}

static void
add_row (GPtrArray *rows, guint number, const char *option, const PlenumRational *votes, char *change, char *fate)
{
  char *cells[] = { g_strdup_printf ("%u", number), g_strdup (option), plenum_rational_to_display (votes, 2), change, fate, NULL };

  g_ptr_array_add (rows, g_memdup2 (cells, sizeof cells));
}

/**
 * plenum_transfer_chart_new_table:
 * @transfers: (type PlenumTransfers): rounds
 *
 * Returns: (transfer floating): the same as a table, one row an option and round
 */
GtkWidget *
plenum_transfer_chart_new_table (gpointer transfers)
{
  PlenumTransfers *self = transfers;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) order = plenum_result_order (self->tally);
  guint n = plenum_tally_get_n_options (self->tally);
  const char *headers[] = { C_("result", "Round"), C_("result", "Option"), C_("result", "Votes"),
                            C_("result", "Change"), C_("result", "What happens"), NULL };

  for (guint r = 0; r < self->rounds->len; r++)
    {
      const PlenumTransferRound *round = get_round (self, r);

      for (guint i = 0; i < n; i++)
        {
          guint option = g_array_index (order, guint, i);

          if (round->votes[option] != NULL && (r == 0 || plenum_rational_sign (round->votes[option]) > 0))
            add_row (rows, r + 1, plenum_tally_get_option_text (self->tally, option), round->votes[option],
                     sum_arrived (round, option), describe_fate (round, option));
        }
      if (plenum_rational_sign (round->idle) > 0)
        add_row (rows, r + 1, C_("votes", "Nobody any more"), round->idle, sum_arrived (round, n), g_strdup (""));
    }

  return plenum_figure_table_new (_("Votes from round to round"), headers, rows);
}
