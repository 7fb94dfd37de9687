/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time on the beamer: alone and as large as the screen, or in a line above what
 * is shown. That it is over is said in words. */
#include "plenum-timer-face.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-progress-ring.h"

/* How many times the letters' height the clock's is. */
#define LARGE_SHARE 14
#define SMALL_SHARE 2

/* Of the height of a line. */
#define SMALL_RING 0.62

/* More has hours. */
#define SHORT_FIGURES 5

struct _PlenumTimerFace
{
  PlenumPresenterPage parent_instance;

  PlenumTimer *timer;
  gboolean     large;

  GtkWidget   *ring;
  GtkWidget   *figures; /* (nullable): beside a small ring */
};

G_DEFINE_FINAL_TYPE (PlenumTimerFace, plenum_timer_face, PLENUM_TYPE_PRESENTER_PAGE)

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* What stands beside or below the figures, or %NULL. */
static const char *
get_word (PlenumTimerState state)
{
  switch (state)
    {
    case PLENUM_TIMER_OVER:
      return _("Time is up");
    case PLENUM_TIMER_PAUSED:
      /* Translators: the timer stands still for a while */
      return _("Paused");
    case PLENUM_TIMER_OFF:
    case PLENUM_TIMER_RUNNING:
    default:
      return NULL;
    }
}

static void
update (PlenumTimerFace *self)
{
  PlenumTimerState state = plenum_timer_get_state (self->timer);
  g_autofree char *left = plenum_timer_format_left (self->timer);
  g_autofree char *description = plenum_timer_describe_left (self->timer);
  const char *word = get_word (state);

  /* Whether the large one is seen is the stage's business: it is a page. */
  if (!self->large)
    gtk_widget_set_visible (GTK_WIDGET (self), state != PLENUM_TIMER_OFF && !plenum_timer_get_large (self->timer));
  plenum_progress_ring_show (PLENUM_PROGRESS_RING (self->ring), plenum_timer_get_share (self->timer),
                             self->large ? left : "", self->large ? word : NULL, description);
  if (self->figures != NULL)
    {
      g_autofree char *text = word != NULL && state != PLENUM_TIMER_OVER ? g_strdup_printf ("%s · %s", word, left)
                                                                         : g_strdup (word != NULL ? word : left);

      gtk_label_set_label (GTK_LABEL (self->figures), text);
    }
  set_class (GTK_WIDGET (self), "long", strlen (left) > SHORT_FIGURES);
  set_class (plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self)), "timer-over", state == PLENUM_TIMER_OVER);
}

static void
plenum_timer_face_fill (PlenumPresenterPage *page)
{
  PlenumTimerFace *self = PLENUM_TIMER_FACE (page);
  int size = plenum_presenter_page_get_height (page) * SMALL_RING;

  if (!self->large)
    gtk_widget_set_size_request (self->ring, size, size);
}

/* As the stage says. */
static void
plenum_timer_face_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (widget)), orientation, for_size,
                      minimum, natural, NULL, NULL);
  *minimum = 0;
}

static void
plenum_timer_face_dispose (GObject *object)
{
  g_clear_object (&PLENUM_TIMER_FACE (object)->timer);
  G_OBJECT_CLASS (plenum_timer_face_parent_class)->dispose (object);
}

static void
plenum_timer_face_class_init (PlenumTimerFaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_timer_face_dispose;
  GTK_WIDGET_CLASS (klass)->measure = plenum_timer_face_measure;
  PLENUM_PRESENTER_PAGE_CLASS (klass)->fill = plenum_timer_face_fill;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timerface");
}

static void
plenum_timer_face_init (PlenumTimerFace *self)
{
  self->ring = plenum_progress_ring_new ();
  gtk_widget_add_css_class (self->ring, "thin");
  gtk_widget_set_halign (self->ring, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->ring, GTK_ALIGN_CENTER);
}

/* One line, at the end of it. */
static void
make_small (PlenumTimerFace *self, GtkWidget *box)
{
  self->figures = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->figures, "numeric");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->ring, TRUE);
  gtk_widget_set_halign (self->ring, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->figures);
  plenum_presenter_page_set_line (PLENUM_PRESENTER_PAGE (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * plenum_timer_face_new:
 * @timer: what it shows
 * @large: whether it is the clock that fills the beamer, while that is asked for, or
 *   the small one, which is seen by itself while there is a time and no large one
 *
 * Returns: (transfer floating): a clock
 */
GtkWidget *
plenum_timer_face_new (PlenumTimer *timer, gboolean large)
{
  PlenumTimerFace *self = g_object_new (PLENUM_TYPE_TIMER_FACE, NULL);
  GtkWidget *box = plenum_presenter_page_get_box (PLENUM_PRESENTER_PAGE (self));

  self->timer = g_object_ref (timer);
  self->large = large;
  plenum_presenter_page_set_up (PLENUM_PRESENTER_PAGE (self), large ? "timer-large" : "timer-small",
                                large ? LARGE_SHARE : SMALL_SHARE);
  gtk_widget_set_vexpand (self->ring, TRUE);
  gtk_box_append (GTK_BOX (box), self->ring);
  if (!large)
    make_small (self, box);
  g_signal_connect_object (timer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
