/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card has to do with others and with time: the cards that were merged
 * into it, those it is linked to, and what was done to it. */
#include "plenum-card-context.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-answers.h"
#include "plenum-format.h"
#include "plenum-history-item.h"
#include "plenum-link-actions.h"

/* More is for the history of the workshop. */
#define MOST_ENTRIES 20

struct _PlenumCardContext
{
  GtkBox            parent_instance;

  PlenumBoardDesk  *desk;
  GtkWidget        *answers;
  GtkWidget        *inside;      /* groups that are made anew for each card */
  GtkWidget        *links;
  GtkWidget        *history;
  GtkWidget        *history_box;
  GCancellable     *cancellable;
  char             *id;          /* (nullable): of the card shown */
};

G_DEFINE_FINAL_TYPE (PlenumCardContext, plenum_card_context, GTK_TYPE_BOX)

static PlenumRecordList *
get_list (PlenumCardContext *self, PlenumRecordType type)
{
  return plenum_workshop_model_get_list (plenum_board_model_get_workshop (plenum_board_desk_get_model (self->desk)), type);
}

static const char *
get_text (PlenumRecord *idea)
{
  const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);

  return title != NULL && *title != '\0' ? title : plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
}

static void
clear (GtkWidget **group)
{
  if (*group != NULL)
    gtk_widget_unparent (*group);
  *group = NULL;
}

static GtkWidget *
new_group (PlenumCardContext *self, const char *title, GtkWidget *after)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_insert_child_after (GTK_BOX (self), group, after);

  return group;
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *below = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return row;
}

static void
show_inside (PlenumCardContext *self)
{
  GListModel *ideas = G_LIST_MODEL (get_list (self, PLENUM_IDEA));

  clear (&self->inside);
  for (guint i = 0; i < g_list_model_get_n_items (ideas); i++)
    {
      g_autoptr (PlenumRecord) idea = g_list_model_get_item (ideas, i);

      if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_FACE), self->id) != 0)
        continue;
      if (self->inside == NULL)
        {
          GtkWidget *split = gtk_button_new_with_mnemonic (_("_Split"));

          self->inside = new_group (self, _("Merged from"), self->answers);
          gtk_widget_add_css_class (split, "flat");
          gtk_widget_set_tooltip_text (split, _("Make them cards of their own again, as they were"));
          gtk_actionable_set_action_name (GTK_ACTIONABLE (split), "card.split");
          adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->inside), split);
        }
      add_row (self->inside, get_text (idea), NULL);
    }
}

static void
unlink_cb (GtkButton *button, PlenumCardContext *self)
{
  const char *ids[] = { g_object_get_data (G_OBJECT (button), "plenum-link"), NULL };

  plenum_board_desk_perform_for (self->desk, plenum_action_unlink_ideas (ids), _("The link was removed."), NULL, 0);
}

static void
go_cb (GtkWidget *row, PlenumCardContext *self)
{
  plenum_board_desk_show (self->desk, g_object_get_data (G_OBJECT (row), "plenum-idea"), PLENUM_BOARD_DETAILS);
}

/* What the link says of @other from where one is. */
static const char *
describe_link (PlenumRecord *link, gboolean from_here)
{
  gboolean answers = g_strcmp0 (plenum_record_get_text (link, PLENUM_LINK_KIND), "answers-need") == 0;

  if (from_here)
    return answers ? _("This card answers it") : _("This card builds on it");

  return answers ? _("It answers this card") : _("It builds on this card");
}

static void
add_link (PlenumCardContext *self, PlenumRecord *link, PlenumRecord *other, gboolean from_here)
{
  GtkWidget *row, *remove;

  if (self->links == NULL)
    self->links = new_group (self, _("Links"), self->inside != NULL ? self->inside : self->answers);

  row = add_row (self->links, get_text (other), describe_link (link, from_here));
  remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (remove, !plenum_board_desk_is_read_only (self->desk));
  gtk_widget_add_css_class (remove, "flat");
  plenum_accessible_tip (remove, _("Remove the link"));
  g_object_set_data_full (G_OBJECT (remove), "plenum-link", g_strdup (plenum_record_get_id (link)), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (unlink_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  g_object_set_data_full (G_OBJECT (row), "plenum-idea", g_strdup (plenum_record_get_id (other)), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (go_cb), self);
}

static void
show_links (PlenumCardContext *self)
{
  GListModel *links = G_LIST_MODEL (get_list (self, PLENUM_LINK));

  clear (&self->links);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (PlenumRecord) link = g_list_model_get_item (links, i);
      gboolean from_here = g_strcmp0 (plenum_record_get_text (link, PLENUM_LINK_IDEA), self->id) == 0;
      gboolean to_here = g_strcmp0 (plenum_record_get_text (link, PLENUM_LINK_TARGET), self->id) == 0;
      PlenumRecord *other;

      if (!from_here && !to_here)
        continue;
      other = plenum_record_list_lookup (get_list (self, PLENUM_IDEA),
                                         plenum_record_get_text (link, from_here ? PLENUM_LINK_TARGET : PLENUM_LINK_IDEA));
      if (other != NULL)
        add_link (self, link, other, from_here);
    }
}

static void
links_changed_cb (PlenumCardContext *self)
{
  if (self->id != NULL)
    show_links (self);
}

/* What is undone says so, as in the history of the workshop. */
static GtkWidget *
new_step (const PlenumHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  const char *state = plenum_history_item_describe (entry->state);
  g_autofree char *time = plenum_format_time (entry->time);
  g_autofree char *subtitle = state != NULL ? g_strconcat (time, "\n", state, NULL) : g_strdup (time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
history_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = plenum_library_get_history_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumCardContext *self;

  /* Cancelled when another card is shown, or the pane has gone. */
  if (entries == NULL)
    return;

  self = PLENUM_CARD_CONTEXT (user_data);
  for (guint i = entries->len; i > 0 && entries->len - i < MOST_ENTRIES; i--)
    gtk_list_box_append (GTK_LIST_BOX (self->history_box), new_step (entries->pdata[i - 1]));
}

/* Read only when somebody wants to see it. */
static void
read_history (PlenumCardContext *self)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (self->desk));
  GtkWidget *row;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((row = gtk_widget_get_first_child (self->history_box)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->history_box), row);
  if (self->id == NULL || !gtk_expander_get_expanded (GTK_EXPANDER (self->history)))
    return;

  self->cancellable = g_cancellable_new ();
  plenum_library_get_history_async (plenum_workshop_model_get_library (workshop), plenum_workshop_model_get_id (workshop),
                                    self->id, self->cancellable, history_cb, self);
}

static void
plenum_card_context_dispose (GObject *object)
{
  PlenumCardContext *self = PLENUM_CARD_CONTEXT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (plenum_card_context_parent_class)->dispose (object);
}

static void
plenum_card_context_class_init (PlenumCardContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_card_context_dispose;
}

static void
plenum_card_context_init (PlenumCardContext *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->answers = g_object_new (PLENUM_TYPE_ANSWERS, NULL);
  gtk_box_append (GTK_BOX (self), self->answers);
  self->history_box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->history_box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->history_box, "boxed-list");
  gtk_widget_set_margin_top (self->history_box, 6);
  plenum_accessible_name (self->history_box, _("History of the card"));
  self->history = gtk_expander_new (_("History of the card"));
  plenum_accessible_name (self->history, _("History of the card"));
  gtk_expander_set_child (GTK_EXPANDER (self->history), self->history_box);
  g_signal_connect_swapped (self->history, "notify::expanded", G_CALLBACK (read_history), self);
  gtk_box_append (GTK_BOX (self), self->history);
}

/**
 * plenum_card_context_new:
 *
 * Returns: (transfer floating): the context of no card yet
 */
GtkWidget *
plenum_card_context_new (PlenumBoardDesk *desk)
{
  PlenumCardContext *self = g_object_new (PLENUM_TYPE_CARD_CONTEXT, NULL);

  self->desk = g_object_ref (desk);
  plenum_answers_set_library (PLENUM_ANSWERS (self->answers),
                              plenum_workshop_model_get_library (plenum_board_model_get_workshop (plenum_board_desk_get_model (desk))),
                              NULL);
  /* They change without the card, and come late when they are read for the first time. */
  g_signal_connect_object (get_list (self, PLENUM_LINK), "items-changed", G_CALLBACK (links_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * plenum_card_context_show:
 * @entry: a card
 *
 * Shows what is known of @entry now.
 */
void
plenum_card_context_show (PlenumCardContext *self, PlenumBoardEntry *entry)
{
  g_return_if_fail (PLENUM_IS_CARD_CONTEXT (self));

  g_free (self->id);
  self->id = g_strdup (plenum_board_entry_get_id (entry));
  plenum_answers_set_idea (PLENUM_ANSWERS (self->answers), self->id);
  show_inside (self);
  show_links (self);
  read_history (self);
}
