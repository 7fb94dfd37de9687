/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the beamer shows: one heading and up to seven lines below it, so large
 * that they can be read from the last row. The height of the window decides the
 * size of the text; what does not fit goes to the next page. */
#include "plenum-presenter-slide.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-answers-chart.h"
#include "plenum-presenter-round.h"
#include "plenum-progress-ring.h"
#include "plenum-result-chart.h"

#define MOST_LINES 7
#define MOST_TEXT_LINES 14

/* The text's height as a share of the window's: never below 1/24, a heading 1/14. */
#define TEXT_SHARE 22

struct _PlenumPresenterSlide
{
  PlenumPresenterPage parent_instance;

  char           *heading;
  GPtrArray      *options; /* texts, nullable */
  GPtrArray      *marks;   /* what stands before each in place of its number, nullable */
  PlenumTally    *tally;   /* nullable */
  PlenumSpread   *spread;  /* nullable: of its grades */
  GArray         *order;   /* of the tally's options */
  PlenumTransfers *transfers; /* nullable: its rounds */
  guint           round;   /* which of them is shown, from 1, after the last page */
  guint           first;   /* the first line of the page */
  guint           n_lines; /* on the page */
  GArray         *before;  /* where the pages before began */

  GtkWidget      *title;
  GtkWidget      *text;
  GtkWidget      *lines;
  GtkWidget      *foot;
  GtkWidget      *page;
  GtkWidget      *ring;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterSlide, plenum_presenter_slide, PLENUM_TYPE_PRESENTER_PAGE)

static guint
count_lines (PlenumPresenterSlide *self)
{
  return self->order != NULL ? self->order->len : self->options != NULL ? self->options->len : 0;
}

static GtkWidget *
make_option (const char *text, guint number, const char *mark)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *badge = gtk_label_new (mark != NULL ? mark : digits);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "slide-number");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), badge);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static void
clear_lines (PlenumPresenterSlide *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), child);
}

static void
show_page (PlenumPresenterSlide *self)
{
  guint all = count_lines (self);
  guint n = self->first + self->n_lines;
  gboolean several = self->n_lines < all && self->round == 0;
  g_autofree char *page = NULL;

  /* Translators: which of all options are on this page. */
  page = g_strdup_printf (_("%u–%u of %u"), self->first + 1, n, all);
  gtk_label_set_label (GTK_LABEL (self->page), several ? page : "");
  gtk_widget_set_visible (self->page, several);
}

/* As many options as fit; at least one is always there. */
static void
add_options (PlenumPresenterSlide *self, int width, int left)
{
  guint all = count_lines (self);

  self->n_lines = 0;
  while (self->n_lines < MOST_LINES && self->first + self->n_lines < all)
    {
      guint index = self->first + self->n_lines;
      GtkWidget *line = make_option (g_ptr_array_index (self->options, index), index + 1,
                                     self->marks != NULL ? g_ptr_array_index (self->marks, index) : NULL);

      gtk_widget_add_css_class (line, "slide-line");
      gtk_box_append (GTK_BOX (self->lines), line);
      left -= plenum_presenter_page_need_height (line, width);
      if (left < 0 && self->n_lines > 0)
        {
          gtk_box_remove (GTK_BOX (self->lines), line);
          break;
        }
      self->n_lines++;
    }
}

static GtkWidget *
make_chart (PlenumPresenterSlide *self)
{
  g_autoptr (GArray) order = NULL;

  if (self->spread == NULL)
    return plenum_result_chart_new (self->tally, self->first, self->n_lines);

  order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (order, &g_array_index (self->order, guint, self->first), self->n_lines);
  return plenum_answers_chart_new (self->tally, self->spread, order, self->n_lines, FALSE);
}

/* A chart is one widget, so that all bars are to one scale: fewer bars until it fits. */
static void
add_bars (PlenumPresenterSlide *self, int width, int left)
{
  self->n_lines = MIN (MOST_LINES, count_lines (self) - self->first);
  while (TRUE)
    {
      GtkWidget *chart = make_chart (self);

      gtk_box_append (GTK_BOX (self->lines), chart);
      if (self->n_lines <= 1 || plenum_presenter_page_need_height (chart, width) <= left)
        return;

      gtk_box_remove (GTK_BOX (self->lines), chart);
      self->n_lines--;
    }
}

/* Fewer options until what happens in the round and they fit. */
static void
add_round (PlenumPresenterSlide *self, int width, int left)
{
  for (guint most = MOST_LINES;; most--)
    {
      GtkWidget *round = plenum_presenter_round_new (self->transfers, self->round - 1, most);

      gtk_box_append (GTK_BOX (self->lines), round);
      if (most == 0 || plenum_presenter_page_need_height (round, width) <= left)
        break;
      gtk_box_remove (GTK_BOX (self->lines), round);
    }
}

/* As many lines as there is room for, and no word less. */
static void
fit_text (PlenumPresenterSlide *self, int width, int left)
{
  if (!gtk_widget_get_visible (self->text))
    return;

  for (int lines = MOST_TEXT_LINES; lines > 0; lines--)
    {
      gtk_label_set_lines (GTK_LABEL (self->text), lines);
      if (plenum_presenter_page_need_height (self->text, width) <= left)
        return;
    }
}

static void
plenum_presenter_slide_fill (PlenumPresenterPage *page)
{
  PlenumPresenterSlide *self = PLENUM_PRESENTER_SLIDE (page);
  guint all = count_lines (self);
  int height = plenum_presenter_page_get_height (page);
  int margin = height / TEXT_SHARE;
  int width = plenum_presenter_page_get_width (page) - 2 * margin;
  int left = height - 2 * margin;

  clear_lines (self);
  left -= plenum_presenter_page_need_height (self->title, width) + margin;
  if (gtk_widget_get_visible (self->ring) || all > MOST_LINES)
    left -= plenum_presenter_page_need_height (self->foot, -1);
  fit_text (self, width, left);

  if (self->round > 0)
    add_round (self, width, left);
  else if (self->tally != NULL)
    add_bars (self, width, left);
  else
    add_options (self, width, left);
  gtk_widget_set_visible (self->lines, all > 0);
  show_page (self);
}

/* The fewer words there are, the larger they are. */
static const struct { const char *style; glong most; } idea_sizes[] = {
  { "slide-idea-large", 60 }, { "slide-idea-middle", 200 }, { "slide-idea-small", G_MAXLONG },
};

static void
set_idea_size (PlenumPresenterSlide *self, const char *text)
{
  glong length = text != NULL ? g_utf8_strlen (text, -1) : -1;
  gboolean found = text == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (idea_sizes); i++)
    {
      gtk_widget_remove_css_class (self->text, idea_sizes[i].style);
      if (!found && length <= idea_sizes[i].most)
        {
          gtk_widget_add_css_class (self->text, idea_sizes[i].style);
          found = TRUE;
        }
    }
}

static void
reset (PlenumPresenterSlide *self, const char *heading)
{
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->transfers, plenum_transfers_free);
  g_clear_pointer (&self->tally, plenum_tally_unref);
  g_clear_pointer (&self->spread, plenum_spread_free);
  self->round = 0;
  if (g_strcmp0 (heading, self->heading) != 0)
    {
      self->first = 0;
      g_array_set_size (self->before, 0);
      g_free (self->heading);
      self->heading = g_strdup (heading);
    }
  gtk_label_set_label (GTK_LABEL (self->title), heading);
  gtk_widget_show (self->title);
  set_idea_size (self, NULL);
  gtk_widget_hide (self->text);
  gtk_widget_hide (self->ring);
}

/**
 * plenum_presenter_slide_set_text:
 * @title: the heading
 * @text: (nullable): what stands below it
 */
void
plenum_presenter_slide_set_text (PlenumPresenterSlide *self, const char *title, const char *text)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self));

  reset (self, title);
  gtk_label_set_label (GTK_LABEL (self->text), text != NULL ? text : "");
  gtk_widget_set_visible (self->text, text != NULL);
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/**
 * plenum_presenter_slide_set_idea:
 * @title: (nullable): the idea's title
 * @text: (nullable): what it says
 *
 * Shows one idea as large as its words allow. Who wrote it is not said.
 */
void
plenum_presenter_slide_set_idea (PlenumPresenterSlide *self, const char *title, const char *text)
{
  gboolean both = title != NULL && *title != '\0' && text != NULL && *text != '\0';
  const char *words = text != NULL && *text != '\0' ? text : title != NULL ? title : "";

  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self));

  plenum_presenter_slide_set_text (self, both ? title : "", words);
  gtk_widget_set_visible (self->title, both);
  set_idea_size (self, words);
}

/**
 * plenum_presenter_slide_set_options:
 * @question: the heading
 * @options: (element-type utf8): what can be chosen
 */
void
plenum_presenter_slide_set_options (PlenumPresenterSlide *self, const char *question, GPtrArray *options)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self));

  reset (self, question);
  self->options = g_ptr_array_ref (options);
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/**
 * plenum_presenter_slide_set_lines:
 * @heading: the heading
 * @marks: (element-type utf8): what stands before each line; not empty
 * @lines: (element-type utf8): as many lines
 */
void
plenum_presenter_slide_set_lines (PlenumPresenterSlide *self, const char *heading, GPtrArray *marks, GPtrArray *lines)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self) && marks->len == lines->len);

  plenum_presenter_slide_set_options (self, heading, lines);
  self->marks = g_ptr_array_ref (marks);
}

/**
 * plenum_presenter_slide_set_result:
 * @question: the heading
 * @tally: the result of a vote that is closed
 * @spread: (nullable) (transfer full): how often each grade was given
 */
void
plenum_presenter_slide_set_result (PlenumPresenterSlide *self, const char *question, PlenumTally *tally, PlenumSpread *spread)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self));

  reset (self, question);
  self->first = 0;
  g_array_set_size (self->before, 0);
  self->tally = plenum_tally_ref (tally);
  self->spread = spread;
  self->order = plenum_result_order (tally);
  self->transfers = plenum_transfers_new (tally);
  plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/**
 * plenum_presenter_slide_set_progress:
 * @done: how many have voted
 * @all: how many are expected to, or 0
 */
void
plenum_presenter_slide_set_progress (PlenumPresenterSlide *self, guint done, guint all)
{
  gboolean shown;

  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self));

  shown = gtk_widget_get_visible (self->ring);
  plenum_progress_ring_set (PLENUM_PROGRESS_RING (self->ring), done, all);
  gtk_widget_show (self->ring);
  if (!shown)
    plenum_presenter_page_queue_fill (PLENUM_PRESENTER_PAGE (self));
}

/* The rounds of a count follow the last page of its result. */
static gboolean
turn_round (PlenumPresenterSlide *self, int by)
{
  guint n_rounds = self->transfers != NULL && self->transfers->rounds->len > 1 ? self->transfers->rounds->len : 0;

  if (by < 0 ? self->round == 0 : self->round == n_rounds || self->first + self->n_lines < count_lines (self))
    return FALSE;

  self->round += by;
  return TRUE;
}

/**
 * plenum_presenter_slide_turn:
 * @by: 1 for the next page, -1 for the one before; nothing happens at the ends
 */
void
plenum_presenter_slide_turn (PlenumPresenterSlide *self, int by)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_SLIDE (self));

  if (turn_round (self, by))
    {
      plenum_presenter_slide_fill (PLENUM_PRESENTER_PAGE (self));
      return;
    }

  if (by > 0 && self->first + self->n_lines < count_lines (self))
    {
      g_array_append_val (self->before, self->first);
      self->first += self->n_lines;
    }
  else if (by < 0 && self->before->len > 0)
    {
      self->first = g_array_index (self->before, guint, self->before->len - 1);
      g_array_set_size (self->before, self->before->len - 1);
    }
  else
    return;

  plenum_presenter_slide_fill (PLENUM_PRESENTER_PAGE (self));
}

static void
plenum_presenter_slide_finalize (GObject *object)
{
  PlenumPresenterSlide *self = PLENUM_PRESENTER_SLIDE (object);

  g_free (self->heading);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->transfers, plenum_transfers_free);
  g_clear_pointer (&self->tally, plenum_tally_unref);
  g_clear_pointer (&self->spread, plenum_spread_free);
  g_array_unref (self->before);

  G_OBJECT_CLASS (plenum_presenter_slide_parent_class)->finalize (object);
}

static void
plenum_presenter_slide_class_init (PlenumPresenterSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_presenter_slide_finalize;
  PLENUM_PRESENTER_PAGE_CLASS (klass)->fill = plenum_presenter_slide_fill;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "presenterslide");
}

static GtkWidget *
add_label (PlenumPresenterSlide *self, const char *style, int lines)
{
  GtkWidget *label = plenum_presenter_page_new_label (NULL, style, lines);

  gtk_box_append (GTK_BOX (plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self))), label);

  return label;
}

static void
plenum_presenter_slide_init (PlenumPresenterSlide *self)
{
  GtkWidget *box = plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self));

  plenum_presenter_page_set_up (PLENUM_PRESENTER_PAGE (self), "slide", TEXT_SHARE);
  self->before = g_array_new (FALSE, FALSE, sizeof (guint));
  self->title = add_label (self, "slide-title", 3);
  self->text = add_label (self, "slide-text", 8);
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->lines, "slide-lines");
  gtk_box_append (GTK_BOX (box), self->lines);

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_vexpand (self->foot, TRUE);
  gtk_widget_set_valign (self->foot, GTK_ALIGN_END);
  self->page = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->page, "numeric");
  gtk_widget_set_valign (self->page, GTK_ALIGN_END);
  self->ring = plenum_progress_ring_new ();
  gtk_widget_set_halign (self->ring, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->ring, TRUE);
  gtk_box_append (GTK_BOX (self->foot), self->page);
  gtk_box_append (GTK_BOX (self->foot), self->ring);
  gtk_box_append (GTK_BOX (box), self->foot);
}

GtkWidget *
plenum_presenter_slide_new (void)
{
  return g_object_new (PLENUM_TYPE_PRESENTER_SLIDE, NULL);
}
