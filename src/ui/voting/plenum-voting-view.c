/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All votes of a workshop and the ways to make a new one, or one vote. */
#include "plenum-voting-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-ballot-draft.h"
#include "plenum-keys.h"
#include "plenum-list-watch.h"
#include "plenum-method-card.h"
#include "plenum-perform.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-page.h"

struct _PlenumVotingView
{
  GtkWidget            parent_instance;

  PlenumWorkshopModel *model;
  PlenumListWatch     *watch;
  char                *shown; /* the poll's id, or NULL for the overview */

  GtkWidget           *stack;
  GtkWidget           *polls_box;
  GtkWidget           *gallery;
  GtkWidget           *poll_bin;
  GtkWidget           *state_label;
};

enum { PROP_0, PROP_SHOWN, N_PROPS };

static GParamSpec *properties[N_PROPS];

static const struct { const char *state, *title, *pill; } states[] = {
  { "open", N_("Votes that are open"), NC_("vote", "Open") },
  { "draft", N_("Votes in preparation"), NC_("vote", "In preparation") },
  { "closed", N_("Votes that are closed"), NC_("vote", "Closed") },
};

G_DEFINE_FINAL_TYPE (PlenumVotingView, plenum_voting_view, GTK_TYPE_WIDGET)

static PlenumRecordList *
get_polls (PlenumVotingView *self)
{
  return plenum_workshop_model_get_list (self->model, PLENUM_POLL);
}

static PlenumRecord *
get_shown_poll (PlenumVotingView *self)
{
  return plenum_record_list_lookup (get_polls (self), self->shown);
}

static gboolean
has_state (PlenumRecord *poll, const char *state)
{
  return g_strcmp0 (plenum_record_get_text (poll, PLENUM_POLL_STATE), state) == 0;
}

static void
row_activated_cb (GtkWidget *row, PlenumVotingView *self)
{
  plenum_voting_view_set_shown (self, g_object_get_data (G_OBJECT (row), "poll"));
}

static GtkWidget *
make_row (PlenumVotingView *self, PlenumRecord *poll)
{
  const PlenumMethod *method = plenum_method_find (plenum_record_get_text (poll, PLENUM_POLL_METHOD));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plenum_record_get_text (poll, PLENUM_POLL_QUESTION));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               method != NULL ? plenum_method_get_name (method)
                                              : plenum_record_get_text (poll, PLENUM_POLL_METHOD));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "poll", g_strdup (plenum_record_get_id (poll)), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);

  return row;
}

static void
list_polls (PlenumVotingView *self)
{
  GListModel *polls = G_LIST_MODEL (get_polls (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->polls_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->polls_box), child);

  for (guint s = 0; s < G_N_ELEMENTS (states); s++)
    {
      GtkWidget *group = NULL;

      for (guint i = 0; i < g_list_model_get_n_items (polls); i++)
        {
          g_autoptr (PlenumRecord) poll = g_list_model_get_item (polls, i);

          if (!has_state (poll, states[s].state))
            continue;
          if (group == NULL)
            {
              group = adw_preferences_group_new ();
              adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(states[s].title));
              gtk_box_append (GTK_BOX (self->polls_box), group);
            }
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, poll));
        }
    }
  gtk_widget_set_visible (self->polls_box, gtk_widget_get_first_child (self->polls_box) != NULL);
}

static void
update_shown (PlenumVotingView *self)
{
  PlenumRecord *poll = get_shown_poll (self);
  gboolean locked = plenum_workshop_model_is_read_only (self->model);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "voting.reopen", poll != NULL && has_state (poll, "closed")
                                 && plenum_record_is_null (poll, PLENUM_POLL_SHOWN) && !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "voting.close", poll != NULL && has_state (poll, "open") && !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "voting.copy", !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "voting.delete", !locked);
  gtk_widget_set_sensitive (self->gallery, !locked);
  for (guint i = 0; poll != NULL && i < G_N_ELEMENTS (states); i++)
    if (has_state (poll, states[i].state))
      {
        gtk_label_set_label (GTK_LABEL (self->state_label), g_dpgettext2 (GETTEXT_PACKAGE, "vote", states[i].pill));
        if (i == 0)
          gtk_widget_add_css_class (self->state_label, "accent");
        else
          gtk_widget_remove_css_class (self->state_label, "accent");
      }
}

/* A poll that was deleted, here or elsewhere, is left. */
static void
update (PlenumVotingView *self)
{
  list_polls (self);
  if (self->shown != NULL && plenum_record_list_get_loaded (get_polls (self)) && get_shown_poll (self) == NULL)
    plenum_voting_view_set_shown (self, NULL);
  update_shown (self);
}

static void
show_added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  if (error == NULL)
    plenum_voting_view_set_shown (data, plenum_action_get_result (action));
}

static void
add_poll (PlenumVotingView *self, const PlenumMethod *method)
{
  PlenumRecord *workshop = plenum_workshop_model_get_workshop (self->model);
  const char *question = workshop != NULL ? plenum_record_get_text (workshop, PLENUM_WORKSHOP_QUESTION) : NULL;
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new ();

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, plenum_workshop_model_get_id (self->model));
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION,
                          question != NULL && *question != '\0' ? question : _("What matters most to us?"));
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, plenum_method_get_id (method));
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_add_poll (poll, options), NULL, show_added_cb, self);
}

static void
card_clicked_cb (GtkWidget *card, PlenumVotingView *self)
{
  add_poll (self, g_object_get_data (G_OBJECT (card), "method"));
}

/* What one wants to know, as the heading of the methods that tell. */
static const char *const goals[PLENUM_N_GOALS] = {
  [PLENUM_GOAL_PRIORITIES] = N_("Find out what matters most"),
  [PLENUM_GOAL_LEAST_HARM] = N_("Find what hurts least"),
  [PLENUM_GOAL_ONE] = N_("Choose one"),
  [PLENUM_GOAL_SEVERAL] = N_("Elect several"),
  [PLENUM_GOAL_BUDGET] = N_("Spend a budget"),
};

static GtkWidget *
add_goal (PlenumVotingView *self, PlenumGoal goal)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *flow = gtk_flow_box_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(goals[goal]));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), flow);
  gtk_box_append (GTK_BOX (self->gallery), group);

  return flow;
}

static void
add_card (PlenumVotingView *self, GtkWidget *flow, const PlenumMethod *method)
{
  GtkWidget *card = plenum_method_card_new (method);
  GtkWidget *child = gtk_flow_box_child_new ();

  g_object_set_data (G_OBJECT (card), "method", (gpointer) method);
  g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, 0);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
}

/* In the order of their table. */
static void
fill_gallery (PlenumVotingView *self)
{
  for (guint goal = 0; goal < PLENUM_N_GOALS; goal++)
    {
      GtkWidget *flow = NULL;

      for (guint i = 0; i < plenum_method_count (); i++)
        {
          const PlenumMethod *method = plenum_method_get (i);

          if (plenum_method_get_goal (method) != (PlenumGoal) goal)
            continue;
          if (flow == NULL)
            flow = add_goal (self, goal);
          add_card (self, flow, method);
        }
    }
}

static void
perform (PlenumVotingView *self, PlenumAction *action, const char *toast, PlenumPerformedFunc done)
{
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model), action, toast, done, self);
}

static void
overview_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_voting_view_set_shown (PLENUM_VOTING_VIEW (widget), NULL);
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumVotingView *self = PLENUM_VOTING_VIEW (widget);

  perform (self, plenum_action_reopen_poll (self->shown), _("The vote is open again"), NULL);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumVotingView *self = PLENUM_VOTING_VIEW (widget);

  perform (self, plenum_action_close_poll (self->shown), _("The vote is closed"), NULL);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumVotingView *self = PLENUM_VOTING_VIEW (widget);
  PlenumRecord *poll = get_shown_poll (self);

  if (poll != NULL)
    perform (self, plenum_action_copy_poll (self->shown, plenum_record_get_text (poll, PLENUM_POLL_QUESTION)),
             _("Copied as a new vote"), show_added_cb);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumVotingView *self = PLENUM_VOTING_VIEW (widget);

  perform (self, plenum_action_delete_poll (self->shown), _("The vote is deleted"), NULL);
}

/**
 * plenum_voting_view_set_shown:
 * @poll: (nullable): the id of the poll to show, or %NULL for the overview
 */
void
plenum_voting_view_set_shown (PlenumVotingView *self, const char *poll)
{
  g_return_if_fail (PLENUM_IS_VOTING_VIEW (self));

  if (g_strcmp0 (poll, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_strdup (poll);
  adw_bin_set_child (ADW_BIN (self->poll_bin),
                     self->shown != NULL ? plenum_poll_page_new (self->model, self->shown) : NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->shown != NULL ? "poll" : "overview");
  update_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/**
 * plenum_voting_view_get_shown:
 *
 * Returns: (transfer none) (nullable): the id of the poll that is shown
 */
const char *
plenum_voting_view_get_shown (PlenumVotingView *self)
{
  g_return_val_if_fail (PLENUM_IS_VOTING_VIEW (self), NULL);

  return self->shown;
}

static gboolean
plenum_voting_view_grab_focus (GtkWidget *widget)
{
  PlenumVotingView *self = PLENUM_VOTING_VIEW (widget);

  if (self->shown != NULL)
    return gtk_widget_child_focus (self->poll_bin, GTK_DIR_TAB_FORWARD);

  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

static void
plenum_voting_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_string (value, PLENUM_VOTING_VIEW (object)->shown);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_voting_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      plenum_voting_view_set_shown (PLENUM_VOTING_VIEW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_voting_view_dispose (GObject *object)
{
  PlenumVotingView *self = PLENUM_VOTING_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->watch);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_voting_view_parent_class)->dispose (object);
}

static void
plenum_voting_view_finalize (GObject *object)
{
  g_free (PLENUM_VOTING_VIEW (object)->shown);
  G_OBJECT_CLASS (plenum_voting_view_parent_class)->finalize (object);
}

static void
plenum_voting_view_class_init (PlenumVotingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plenum_voting_view_dispose;
  object_class->finalize = plenum_voting_view_finalize;
  object_class->get_property = plenum_voting_view_get_property;
  object_class->set_property = plenum_voting_view_set_property;
  widget_class->grab_focus = plenum_voting_view_grab_focus;

  /**
   * PlenumVotingView:shown:
   *
   * The id of the poll that is shown, or %NULL for all of them.
   */
  properties[PROP_SHOWN] = g_param_spec_string ("shown", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "voting.overview", NULL, overview_cb);
  gtk_widget_class_install_action (widget_class, "voting.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "voting.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "voting.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "voting.delete", NULL, delete_cb);
  plenum_keys_bind (widget_class, "voting.");

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/voting/plenum-voting-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumVotingView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumVotingView, polls_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumVotingView, gallery);
  gtk_widget_class_bind_template_child (widget_class, PlenumVotingView, poll_bin);
  gtk_widget_class_bind_template_child (widget_class, PlenumVotingView, state_label);
}

static void
plenum_voting_view_init (PlenumVotingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_gallery (self);
}

/**
 * plenum_voting_view_new:
 * @model: the workshop
 *
 * Returns: (transfer floating): its votes
 */
GtkWidget *
plenum_voting_view_new (PlenumWorkshopModel *model)
{
  PlenumVotingView *self = g_object_new (PLENUM_TYPE_VOTING_VIEW, NULL);

  self->model = g_object_ref (model);
  self->watch = plenum_list_watch_new (G_LIST_MODEL (get_polls (self)));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
