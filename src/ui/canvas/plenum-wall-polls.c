/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-polls.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-matrix-actions.h"
#include "plenum-perform.h"
#include "plenum-poll-means.h"
#include "plenum-popover.h"

#define NOWHERE -1

typedef struct
{
  PlenumBoardDesk *desk;
  PlenumWallModel *model;
  GtkWidget       *popover;
  GtkDropDown     *choices[2]; /* for the axis to the right, and for that upwards */
  GPtrArray       *polls;      /* of PlenumRecord: those that can be chosen */
} Polls;

/* Two polls are read at once, so that all is one step. */
typedef struct
{
  char      *polls[2]; /* (nullable) */
  GPtrArray *means[2]; /* of PlenumPollMean */
} Means;

typedef struct
{
  PlenumBoardDesk *desk;
  PlenumWallModel *model;
  GtkWidget       *widget;
  gboolean         chosen[2];
} Task;

static void
means_free (gpointer data)
{
  Means *self = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->polls[i]);
      g_clear_pointer (&self->means[i], g_ptr_array_unref);
    }
  g_free (self);
}

static void
task_free (Task *self)
{
  g_object_unref (self->desk);
  g_object_unref (self->model);
  g_object_unref (self->widget);
  g_free (self);
}

static void
polls_free (gpointer data, GClosure *closure)
{
  Polls *self = data;

  g_object_unref (self->desk);
  g_object_unref (self->model);
  g_ptr_array_unref (self->polls);
  g_free (self);
}

static gpointer
read_means (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Means *wanted = data, *means = g_new0 (Means, 1);

  for (guint i = 0; i < 2; i++)
    if (wanted->polls[i] != NULL
        && (means->means[i] = plenum_poll_means_read (store, wanted->polls[i], cancellable, error)) == NULL)
      {
        means_free (means);
        return NULL;
      }

  return means;
}

/* How far along an axis the room put an idea, or -1. */
static gint64
find_place (GPtrArray *means, const char *idea)
{
  for (guint i = 0; means != NULL && i < means->len; i++)
    {
      const PlenumPollMean *mean = means->pdata[i];

      if (g_str_equal (mean->idea, idea))
        return (gint64) (mean->mean * PLENUM_AXIS_LENGTH + 0.5);
    }

  return NOWHERE;
}

/* Along an axis for which no poll was chosen a card stays where it is, or is in the middle. */
static gint64
get_place (Task *task, Means *means, guint axis, PlenumRecord *idea)
{
  guint field = axis == 0 ? PLENUM_IDEA_ACROSS : PLENUM_IDEA_UP;

  if (task->chosen[axis])
    return find_place (means->means[axis], plenum_record_get_id (idea));

  return plenum_record_is_null (idea, field) ? PLENUM_AXIS_LENGTH / 2 : plenum_record_get_integer (idea, field);
}

static GArray *
find_places (Task *task, Means *means)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PlenumAxisPlace));

  for (guint i = 0; i < plenum_wall_model_n_items (task->model); i++)
    {
      PlenumRecord *idea = plenum_board_entry_get_record (plenum_wall_model_get_item (task->model, i)->entry);
      PlenumAxisPlace place = { plenum_record_get_id (idea), get_place (task, means, 0, idea), get_place (task, means, 1, idea) };

      if (place.across != NOWHERE && place.up != NOWHERE)
        g_array_append_val (places, place);
    }

  return places;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  Means *means = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  Task *task = data;
  g_autoptr (GArray) places = means != NULL ? find_places (task, means) : NULL;
  g_autofree char *toast = NULL;

  if (means == NULL)
    plenum_show_error (task->widget, error);
  else if (places->len == 0)
    plenum_show_message (task->widget, _("No card of this matrix was scored in that poll."));
  else
    {
      toast = g_strdup_printf (ngettext ("%u card is where the room put it.", "%u cards are where the room put them.", places->len), places->len);
      plenum_board_desk_perform_for (task->desk, plenum_action_rate_ideas ((PlenumAxisPlace *) (gpointer) places->data, places->len),
                                     toast, NULL, 0);
      plenum_board_desk_say (task->desk, toast);
    }
  g_clear_pointer (&means, means_free);
  task_free (task);
}

static void
apply_cb (GtkWidget *button, Polls *self)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (self->desk));
  Means *wanted = g_new0 (Means, 1);
  Task *task = g_new0 (Task, 1);

  for (guint i = 0; i < 2; i++)
    {
      guint chosen = gtk_drop_down_get_selected (self->choices[i]);

      /* The first says that there is none. */
      task->chosen[i] = chosen > 0 && chosen <= self->polls->len;
      if (task->chosen[i])
        wanted->polls[i] = g_strdup (plenum_record_get_id (self->polls->pdata[chosen - 1]));
    }
  task->desk = g_object_ref (self->desk);
  task->model = g_object_ref (self->model);
  task->widget = g_object_ref (gtk_widget_get_parent (self->popover));
  if (task->chosen[0] || task->chosen[1])
    plenum_library_query_async (plenum_workshop_model_get_library (workshop), read_means, wanted, means_free, means_free, NULL, read_cb, task);
  else
    {
      means_free (wanted);
      task_free (task);
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Closed polls that ask for numbers. */
static GPtrArray *
list_polls (PlenumBoardDesk *desk)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (desk));
  GListModel *all = G_LIST_MODEL (plenum_workshop_model_get_list (workshop, PLENUM_POLL));
  GPtrArray *polls = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PlenumRecord) poll = g_list_model_get_item (all, i);

      if (plenum_poll_means_has (poll))
        g_ptr_array_add (polls, g_steal_pointer (&poll));
    }

  return polls;
}

/* The button inside says what is chosen for which axis. */
static void
name_choice (GtkDropDown *choice, GParamSpec *pspec, GtkWidget *title)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_label_get_label (GTK_LABEL (title)),
                                           chosen != NULL ? gtk_string_object_get_string (chosen) : "");

  plenum_accessible_name (GTK_WIDGET (choice), name);
}

static void
add_choice (GtkWidget *box, Polls *self, guint axis)
{
  const char *name = plenum_wall_model_get_axis (self->model, axis == 1);
  GtkWidget *title = gtk_label_new (name != NULL ? name : axis == 1 ? _("Upwards") : _("To the right"));
  g_autoptr (GtkStringList) questions = gtk_string_list_new (NULL);
  GtkWidget *choice;

  gtk_string_list_append (questions, _("As they are"));
  for (guint i = 0; i < self->polls->len; i++)
    gtk_string_list_append (questions, plenum_record_get_text (self->polls->pdata[i], PLENUM_POLL_QUESTION));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&questions)), NULL);
  self->choices[axis] = GTK_DROP_DOWN (choice);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (name_choice), title);
  name_choice (self->choices[axis], NULL, title);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), choice);
}

static GtkWidget *
new_content (Polls *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *apply = gtk_button_new_with_mnemonic (_("_Place the cards"));

  for (guint axis = 0; axis < 2; axis++)
    add_choice (box, self, axis);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_data (apply, "clicked", G_CALLBACK (apply_cb), self, polls_free, 0);
  gtk_box_append (GTK_BOX (box), apply);
  gtk_popover_set_default_widget (GTK_POPOVER (self->popover), apply);
  gtk_widget_set_size_request (box, 240, -1);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);

  return box;
}

/**
 * plenum_wall_polls_pop_up:
 * @widget: where
 *
 * Lets a poll be chosen for each axis of the matrix, and places the cards by the means
 * of what the room said.
 */
void
plenum_wall_polls_pop_up (GtkWidget *widget, PlenumBoardDesk *desk, PlenumWallModel *model)
{
  g_autoptr (GPtrArray) polls = list_polls (desk);
  Polls *self;

  if (polls->len == 0)
    {
      plenum_show_message (widget, _("No result of a score poll of this workshop was shown yet. Let the room give numbers to the cards first."));
      return;
    }

  self = g_new0 (Polls, 1);
  self->desk = g_object_ref (desk);
  self->model = g_object_ref (model);
  self->polls = g_steal_pointer (&polls);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), new_content (self));
  plenum_popover_show (self->popover, widget, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->choices[0]));
}
