/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second window, for the beamer: the question, a board, one idea, what can be
 * chosen and how many have voted, the result of a vote once it was shown, and the time.
 * Nothing about persons and nothing about a vote that runs is ever read for it. */
#include "plenum-presenter-window.h"

#include <glib/gi18n.h>

#include "plenum-ballots.h"
#include "plenum-poll-progress.h"
#include "plenum-presenter-agenda.h"
#include "plenum-presenter-ground.h"
#include "plenum-presenter-poll.h"
#include "plenum-presenter-stage.h"

struct _PlenumPresenterWindow
{
  AdwWindow              parent_instance;

  PlenumWorkshopModel     *model;
  PlenumTimer             *timer;
  PlenumPresenterContent   content;
  char                    *id;       /* of what is shown, nullable */
  gboolean                 frozen;
  gboolean                 result;   /* what is shown is that of a vote */
  PlenumPollForm          *form;     /* what is asked, while options are shown */
  PlenumPollProgress      *progress; /* of a vote that is open */
  PlenumAgendaModel       *agenda;   /* from when it is first shown */
  GCancellable            *cancellable;

  PlenumPresenterStage    *stage;
  PlenumPresenterSlide    *slide;    /* unowned: the stage's */
};

G_DEFINE_FINAL_TYPE (PlenumPresenterWindow, plenum_presenter_window, ADW_TYPE_WINDOW)

static gboolean
is_state (PlenumRecord *poll, const char *state)
{
  return g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), state) == 0;
}

/* Nothing of what was before. */
static void
forget (PlenumPresenterWindow *self)
{
  self->result = FALSE;
  g_clear_object (&self->progress);
  g_clear_pointer (&self->form, plenum_poll_form_free);
}

static void
show_slide (PlenumPresenterWindow *self)
{
  forget (self);
  plenum_presenter_stage_show_slide (self->stage);
}

static void
show_workshop (PlenumPresenterWindow *self)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (self->model);

  show_slide (self);
  if (workshop != NULL)
    plenum_presenter_slide_set_text (self->slide, plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE),
                                     plenum_record_get_text (workshop, PLENUM_WORKSHOP_QUESTION));
}

static PlenumRecord *
find_record (PlenumPresenterWindow *self, PlenumRecordType type)
{
  return plenum_record_list_lookup (plenum_workshop_model_get_list (self->model, type), self->id);
}

static void
show_idea (PlenumPresenterWindow *self)
{
  PlenumRecord *idea = find_record (self, PLENUM_IDEA);

  if (idea == NULL)
    {
      show_workshop (self);
      return;
    }

  show_slide (self);
  plenum_presenter_slide_set_idea (self->slide, plenum_record_get_text (idea, PLENUM_IDEA_TITLE),
                                   plenum_record_get_text (idea, PLENUM_IDEA_TEXT));
}

static void
show_board (PlenumPresenterWindow *self)
{
  PlenumRecord *board = find_record (self, PLENUM_BOARD);

  if (board == NULL)
    {
      show_workshop (self);
      return;
    }

  forget (self);
  plenum_presenter_stage_show_board (self->stage, board);
}

static void
agenda_cb (PlenumPresenterWindow *self)
{
  if (self->content == PLENUM_SHOW_AGENDA && !self->frozen)
    plenum_presenter_agenda_show (self->slide, self->agenda);
}

static void
show_agenda (PlenumPresenterWindow *self)
{
  if (self->agenda == NULL)
    {
      self->agenda = plenum_agenda_model_new (self->model);
      g_signal_connect_object (self->agenda, "changed", G_CALLBACK (agenda_cb), self, G_CONNECT_SWAPPED);
    }
  show_slide (self);
  plenum_presenter_agenda_show (self->slide, self->agenda);
}

static void
progress_cb (PlenumPresenterWindow *self)
{
  if (self->frozen)
    return;

  plenum_presenter_slide_set_progress (self->slide, plenum_poll_progress_get_voted (self->progress),
                                       plenum_poll_progress_get_expected (self->progress));
}

/* Takes the form over. */
static void
show_options (PlenumPresenterWindow *self, PlenumPollForm *form)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < form->options->len; i++)
    g_ptr_array_add (texts, g_strdup (plenum_record_get_text (g_ptr_array_index (form->options, i),
                                                              PLENUM_OPTION_TEXT)));
  show_slide (self);
  self->form = form;
  plenum_presenter_slide_set_options (self->slide, plenum_record_get_text (form->poll, PLENUM_POLL_QUESTION), texts);
  if (!is_state (form->poll, "open"))
    return;

  self->progress = plenum_poll_progress_new (self->model, form->poll);
  g_signal_connect_object (self->progress, "changed", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  progress_cb (self);
}

/* A picture that stands still still may not say more than the vote does: where a
 * vote is open again, its result goes. */
static gboolean
stays (PlenumPresenterWindow *self, PlenumPresenterPoll *poll)
{
  return self->frozen && !(self->result && poll->tally == NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  PlenumPresenterPoll *poll = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPresenterWindow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (poll == NULL)
    {
      show_workshop (self);
      return;
    }

  if (stays (self, poll) || self->content != PLENUM_SHOW_POLL)
    {
      plenum_presenter_poll_free (poll);
      return;
    }

  if (poll->tally != NULL)
    {
      show_slide (self);
      self->result = TRUE;
      plenum_presenter_slide_set_result (self->slide,
                                         plenum_record_get_text (poll->form->poll, PLENUM_POLL_QUESTION),
                                         poll->tally, g_steal_pointer (&poll->spread));
    }
  else if (self->form == NULL || !plenum_poll_form_equal (self->form, poll->form))
    show_options (self, g_steal_pointer (&poll->form));
  else if (self->progress != NULL)
    progress_cb (self);
  plenum_presenter_poll_free (poll);
}

static void
load_poll (PlenumPresenterWindow *self)
{
  /* What was asked for before has been overtaken. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  plenum_library_query_async (plenum_workshop_model_get_library (self->model), plenum_presenter_poll_query,
                              g_strdup (self->id), g_free,
                              (GDestroyNotify) plenum_presenter_poll_free, self->cancellable, loaded_cb, self);
}

static void
load (PlenumPresenterWindow *self)
{
  if (self->frozen && !self->result)
    return;

  switch (self->content)
    {
    case PLENUM_SHOW_POLL:
      load_poll (self);
      break;

    case PLENUM_SHOW_BOARD:
      show_board (self);
      break;

    case PLENUM_SHOW_IDEA:
      show_idea (self);
      break;

    case PLENUM_SHOW_AGENDA:
      show_agenda (self);
      break;

    case PLENUM_SHOW_WORKSHOP:
    default:
      show_workshop (self);
      break;
    }
}

static void
library_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumPresenterWindow *self)
{
  static const PlenumRecordType types[][2] = {
    [PLENUM_SHOW_WORKSHOP] = { PLENUM_WORKSHOP, PLENUM_WORKSHOP },
    [PLENUM_SHOW_BOARD] = { PLENUM_BOARD, PLENUM_BOARD },
    [PLENUM_SHOW_IDEA] = { PLENUM_IDEA, PLENUM_IDEA },
    [PLENUM_SHOW_POLL] = { PLENUM_POLL, PLENUM_OPTION },
    [PLENUM_SHOW_AGENDA] = { PLENUM_WORKSHOP, PLENUM_WORKSHOP }, /* it follows its steps itself */
  };
  const PlenumRecordType *asked = types[self->content];

  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, asked[0])
      || plenum_changes_touch (changes, asked[1]))
    load (self);
}

/**
 * plenum_presenter_window_show:
 * @id: (nullable): of the record, or %NULL for the workshop
 *
 * Shows something else. While it is frozen nothing changes: see
 * plenum_presenter_window_set_frozen().
 */
void
plenum_presenter_window_show (PlenumPresenterWindow *self, PlenumPresenterContent content, const char *id)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_WINDOW (self));

  if (self->frozen || (content == self->content && g_strcmp0 (self->id, id) == 0))
    return;

  self->content = id != NULL ? content : PLENUM_SHOW_WORKSHOP;
  g_free (self->id);
  self->id = g_strdup (id);
  plenum_presenter_pointer_unmark (plenum_presenter_stage_get_pointer (self->stage));
  load (self);
}

/**
 * plenum_presenter_window_set_frozen:
 * @frozen: whether the picture stays as it is, whatever happens in the workshop
 */
void
plenum_presenter_window_set_frozen (PlenumPresenterWindow *self, gboolean frozen)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_WINDOW (self));

  self->frozen = frozen;
  plenum_presenter_stage_set_frozen (self->stage, frozen);
  if (!frozen)
    load (self);
}

/**
 * plenum_presenter_window_look_at:
 * @part: (nullable): of the wall that is shown, or %NULL for all of it
 *
 * Goes where the facilitator looks; while it is frozen, when it is set free.
 */
void
plenum_presenter_window_look_at (PlenumPresenterWindow *self, const graphene_rect_t *part)
{
  g_return_if_fail (PLENUM_IS_PRESENTER_WINDOW (self));

  plenum_presenter_stage_look_at (self->stage, part);
}

gboolean
plenum_presenter_window_get_frozen (PlenumPresenterWindow *self)
{
  g_return_val_if_fail (PLENUM_IS_PRESENTER_WINDOW (self), FALSE);

  return self->frozen;
}

/**
 * plenum_presenter_window_get_content:
 *
 * Returns: (transfer none): all that is seen on the beamer, as one widget
 */
GtkWidget *
plenum_presenter_window_get_content (PlenumPresenterWindow *self)
{
  g_return_val_if_fail (PLENUM_IS_PRESENTER_WINDOW (self), NULL);

  return GTK_WIDGET (self->stage);
}

/**
 * plenum_presenter_window_get_pointer:
 *
 * Returns: (transfer none): what points at something on the beamer
 */
PlenumPresenterPointer *
plenum_presenter_window_get_pointer (PlenumPresenterWindow *self)
{
  g_return_val_if_fail (PLENUM_IS_PRESENTER_WINDOW (self), NULL);

  return plenum_presenter_stage_get_pointer (self->stage);
}

PlenumWorkshopModel *
plenum_presenter_window_get_model (PlenumPresenterWindow *self)
{
  g_return_val_if_fail (PLENUM_IS_PRESENTER_WINDOW (self), NULL);

  return self->model;
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_stage_turn (PLENUM_PRESENTER_WINDOW (widget)->stage, g_variant_get_int32 (parameter));
}

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* First out of the full screen, then away. */
static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
timer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumTimer *timer = PLENUM_PRESENTER_WINDOW (widget)->timer;

  plenum_timer_set_large (timer, !plenum_timer_get_large (timer));
}

static void
ground_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_presenter_ground_turn (widget);
}

static void
plenum_presenter_window_dispose (GObject *object)
{
  PlenumPresenterWindow *self = PLENUM_PRESENTER_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget (self);
  g_clear_object (&self->agenda);
  g_clear_object (&self->timer);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_presenter_window_parent_class)->dispose (object);
}

static void
plenum_presenter_window_finalize (GObject *object)
{
  g_free (PLENUM_PRESENTER_WINDOW (object)->id);
  G_OBJECT_CLASS (plenum_presenter_window_parent_class)->finalize (object);
}

static void
plenum_presenter_window_class_init (PlenumPresenterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_presenter_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_presenter_window_finalize;

  gtk_widget_class_install_action (widget_class, "presenter.turn", "i", turn_cb);
  gtk_widget_class_install_action (widget_class, "presenter.fullscreen", NULL, fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "presenter.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "presenter.timer", NULL, timer_cb);
  gtk_widget_class_install_action (widget_class, "presenter.ground", NULL, ground_cb);
}

static void
plenum_presenter_window_init (PlenumPresenterWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_window_set_title (GTK_WINDOW (self), _("Beamer"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  gtk_widget_add_css_class (GTK_WIDGET (self), "presenter");
  plenum_presenter_ground_follow (GTK_WIDGET (self));
}

static void
focus_stage (PlenumPresenterWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

static void
add_stage (PlenumPresenterWindow *self)
{
  GtkWidget *handle = gtk_window_handle_new ();

  self->stage = PLENUM_PRESENTER_STAGE (plenum_presenter_stage_new (self->model, self->timer));
  self->slide = plenum_presenter_stage_get_slide (self->stage);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), GTK_WIDGET (self->stage));
  adw_window_set_content (ADW_WINDOW (self), handle);
  g_signal_connect_after (self, "map", G_CALLBACK (focus_stage), NULL);
}

/**
 * plenum_presenter_window_new:
 * @model: the workshop
 * @timer: the time that is shown with everything
 *
 * Returns: (transfer none): a window with the workshop's title and question
 */
PlenumPresenterWindow *
plenum_presenter_window_new (PlenumWorkshopModel *model, PlenumTimer *timer)
{
  PlenumPresenterWindow *self = g_object_new (PLENUM_TYPE_PRESENTER_WINDOW, NULL);

  self->model = g_object_ref (model);
  self->timer = g_object_ref (timer);
  add_stage (self);
  g_signal_connect_object (plenum_workshop_model_get_library (model), "changed",
                           G_CALLBACK (library_changed_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (model, "notify::workshop", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}
