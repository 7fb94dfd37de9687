/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is seen on the beamer: one page at a time with the time in a line above it,
 * or the time alone; and over all of it what points at something. */
#include "plenum-presenter-stage.h"

#include "plenum-presenter-board.h"
#include "plenum-presenter-wall.h"
#include "plenum-timer-face.h"

/* The small clock is one line of so many. */
#define LINES 14

struct _PlenumPresenterStage
{
  GtkWidget               parent_instance;

  PlenumWorkshopModel    *model;
  gboolean                frozen;

  PlenumTimer            *timer;
  gpointer                page;    /* that is shown, or would be without the time */

  GtkStack               *pages;
  GtkWidget              *clock;   /* the small one */
  GtkWidget              *large_clock;
  PlenumPresenterSlide   *slide;
  PlenumPresenterBoard   *columns; /* these two are made when they are first needed */
  PlenumPresenterWall    *wall;
  PlenumPresenterPointer *pointer;
};

G_DEFINE_FINAL_TYPE (PlenumPresenterStage, plenum_presenter_stage, GTK_TYPE_WIDGET)

static gboolean
is_shown (PlenumPresenterStage *self, gpointer page)
{
  return page != NULL && gtk_stack_get_visible_child (self->pages) == page;
}

/* What is shown has the keys. */
static gboolean
plenum_presenter_stage_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (PLENUM_PRESENTER_STAGE (widget)->pages));
}

/* The page, or the time in its place. */
static void
update (PlenumPresenterStage *self)
{
  gboolean timed = plenum_timer_get_large (self->timer) && plenum_timer_get_state (self->timer) != PLENUM_TIMER_OFF;
  GtkWidget *wanted = timed ? self->large_clock : self->page;
  GtkWidget *before = gtk_stack_get_visible_child (self->pages);

  if (before == wanted)
    return;

  /* A page that is only behind another would still be read to who cannot see it. */
  gtk_widget_show (wanted);
  gtk_stack_set_visible_child (self->pages, wanted);
  gtk_widget_hide (before);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (wanted);
}

static void
show_page (PlenumPresenterStage *self, gpointer page)
{
  self->page = page;
  update (self);
}

static gpointer
add_page (PlenumPresenterStage *self, GtkWidget *page)
{
  gtk_widget_hide (page);
  gtk_stack_add_child (self->pages, page);
  plenum_presenter_page_set_frozen (PLENUM_PRESENTER_PAGE (page), self->frozen);

  return page;
}

/**
 * plenum_presenter_stage_show_slide:
 *
 * Shows the slide, see plenum_presenter_stage_get_slide().
 */
void
plenum_presenter_stage_show_slide (PlenumPresenterStage *self)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_STAGE (self));

  show_page (self, self->slide);
}

/**
 * plenum_presenter_stage_show_board:
 * @board: a board, shown as its layout says; as columns if that is of a newer program
 */
void
plenum_presenter_stage_show_board (PlenumPresenterStage *self, PlenumRecord *board)
{
  const char *id, *question, *layout, *title;
  gboolean matrix;

  g_return_if_fail (PLENUM_IS_PRESENTER_STAGE (self));

  id = plenum_record_get_id (board);
  question = plenum_record_get_text (board, PLENUM_BOARD_QUESTION);
  layout = plenum_record_get_text (board, PLENUM_BOARD_LAYOUT);
  title = question != NULL && *question != '\0' ? question : plenum_record_get_text (board, PLENUM_BOARD_TITLE);
  matrix = g_strcmp0 (layout, "matrix") == 0;

  if (matrix || g_strcmp0 (layout, "canvas") == 0)
    {
      if (self->wall == NULL)
        self->wall = add_page (self, plenum_presenter_wall_new (self->model));
      plenum_presenter_wall_set_board (self->wall, id, title, matrix);
      show_page (self, self->wall);
      return;
    }

  if (self->columns == NULL)
    self->columns = add_page (self, plenum_presenter_board_new (self->model));
  plenum_presenter_board_set_board (self->columns, id, title);
  show_page (self, self->columns);
}

/**
 * plenum_presenter_stage_look_at:
 * @part: (nullable): of the wall that is shown, or %NULL for all of it
 */
void
plenum_presenter_stage_look_at (PlenumPresenterStage *self, const graphene_rect_t *part)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_STAGE (self));

  if (self->wall != NULL)
    plenum_presenter_wall_look_at (self->wall, part);
}

/**
 * plenum_presenter_stage_set_frozen:
 * @frozen: whether a board stays as it is, whatever happens to it
 */
void
plenum_presenter_stage_set_frozen (PlenumPresenterStage *self, gboolean frozen)
{
  gpointer boards[2];

  g_return_if_fail (PLENUM_IS_PRESENTER_STAGE (self));

  self->frozen = frozen;
  boards[0] = self->columns;
  boards[1] = self->wall;
  for (guint i = 0; i < G_N_ELEMENTS (boards); i++)
    if (boards[i] != NULL)
      plenum_presenter_page_set_frozen (boards[i], frozen);
}

/**
 * plenum_presenter_stage_turn:
 * @by: 1 for the next page of what is shown, -1 for the one before
 */
void
plenum_presenter_stage_turn (PlenumPresenterStage *self, int by)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_STAGE (self));

  if (is_shown (self, self->columns))
    plenum_presenter_board_turn (self->columns, by);
  else if (is_shown (self, self->wall))
    plenum_presenter_wall_turn (self->wall, by);
  else if (is_shown (self, self->slide))
    plenum_presenter_slide_turn (self->slide, by);
}

PlenumPresenterSlide *
plenum_presenter_stage_get_slide (PlenumPresenterStage *self)
{
  g_return_val_if_fail (PLENUM_IS_PRESENTER_STAGE (self), NULL);

  return self->slide;
}

PlenumPresenterPointer *
plenum_presenter_stage_get_pointer (PlenumPresenterStage *self)
{
  g_return_val_if_fail (PLENUM_IS_PRESENTER_STAGE (self), NULL);

  return self->pointer;
}

static void
plenum_presenter_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlenumPresenterStage *self = PLENUM_PRESENTER_STAGE (widget);
  int line = gtk_widget_get_visible (self->clock) ? height / LINES : 0;

  if (line > 0)
    gtk_widget_size_allocate (self->clock, &(GtkAllocation) { 0, 0, width, line }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->pages), &(GtkAllocation) { 0, line, width, height - line }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->pointer), &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
plenum_presenter_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  PlenumPresenterStage *self = PLENUM_PRESENTER_STAGE (widget);
  GtkWidget *children[] = { self->clock, GTK_WIDGET (self->pointer) };

  /* Whoever is given a place has to be asked. */
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_measure (children[i], orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->pages), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *minimum * LINES / (LINES - 1) + 1;
  *natural = MAX (*natural, *minimum);
}

static void
plenum_presenter_stage_dispose (GObject *object)
{
  PlenumPresenterStage *self = PLENUM_PRESENTER_STAGE (object);
  GtkWidget **children[] = { (GtkWidget **) &self->pages, &self->clock, (GtkWidget **) &self->pointer };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    g_clear_pointer (children[i], gtk_widget_unparent);
  g_clear_object (&self->timer);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_presenter_stage_parent_class)->dispose (object);
}

static void
plenum_presenter_stage_class_init (PlenumPresenterStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_stage_dispose;
  widget_class->grab_focus = plenum_presenter_stage_grab_focus;
  widget_class->measure = plenum_presenter_stage_measure;
  widget_class->size_allocate = plenum_presenter_stage_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "presenterstage");
}

static void
plenum_presenter_stage_init (PlenumPresenterStage *self)
{
  self->slide = PLENUM_PRESENTER_SLIDE (plenum_presenter_slide_new ());
  self->pointer = PLENUM_PRESENTER_POINTER (plenum_presenter_pointer_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->slide));
  gtk_widget_set_parent (GTK_WIDGET (self->pages), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter-ground"); /* also of its small picture */
  self->page = self->slide;
}

static void
add_timer (PlenumPresenterStage *self, PlenumTimer *timer)
{
  self->timer = g_object_ref (timer);
  self->clock = plenum_timer_face_new (timer, FALSE);
  gtk_widget_set_parent (self->clock, GTK_WIDGET (self));
  self->large_clock = plenum_timer_face_new (timer, TRUE);
  add_page (self, self->large_clock);
  gtk_widget_set_parent (GTK_WIDGET (self->pointer), GTK_WIDGET (self));
  g_signal_connect_object (timer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

/**
 * plenum_presenter_stage_new:
 * @model: the workshop
 * @timer: the time that is shown with everything
 *
 * Returns: (transfer floating): a stage with an empty slide
 */
GtkWidget *
plenum_presenter_stage_new (PlenumWorkshopModel *model, PlenumTimer *timer)
{
  PlenumPresenterStage *self = g_object_new (PLENUM_TYPE_PRESENTER_STAGE, NULL);

  self->model = g_object_ref (model);
  add_timer (self, timer);

  return GTK_WIDGET (self);
}
