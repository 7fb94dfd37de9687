/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with the cards and themes of a synthesis: nothing asks whether it
 * is meant, for all can be undone. */
#include "plenum-synthesis-commands.h"

#include <glib/gi18n.h>

#include "plenum-answer-form.h"
#include "plenum-perform.h"
#include "plenum-popover.h"
#include "plenum-synthesis-actions.h"
#include "plenum-synthesis-export.h"
#include "plenum-synthesis-form.h"
#include "plenum-synthesis-row.h"
#include "plenum-synthesis-view.h"
#include "plenum-theme-actions.h"
#include "plenum-theme-chooser.h"
#include "plenum-theme-splitter.h"

/**
 * plenum_synthesis_commands_dup_ids:
 * @shown: (nullable): the card that is looked at
 *
 * Returns: (transfer full): the ids of the cards that are chosen, else of the one that
 *   is shown
 */
GStrv
plenum_synthesis_commands_dup_ids (GtkSelectionModel *selection, PlenumSynthesisCard *shown)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (PlenumSynthesisCard) card = g_list_model_get_item (G_LIST_MODEL (selection), gtk_bitset_get_nth (selected, i));

      g_strv_builder_add (ids, plenum_synthesis_card_get_id (card));
    }
  if (gtk_bitset_is_empty (selected) && shown != NULL)
    g_strv_builder_add (ids, plenum_synthesis_card_get_id (shown));

  return g_strv_builder_end (ids);
}

/**
 * plenum_synthesis_commands_assign:
 * @from: the widget that asks
 * @ids: cards, maybe none
 * @theme: (nullable): where they belong, or %NULL for none of the themes
 */
void
plenum_synthesis_commands_assign (GtkWidget *from, PlenumSynthesisModel *model, char **ids, const char *theme)
{
  if (ids[0] == NULL)
    return;

  plenum_perform (from, plenum_synthesis_model_get_library (model),
                  plenum_action_assign_ideas (plenum_synthesis_model_get_id (model), (const char * const *) ids, theme),
                  NULL, NULL, NULL);
}

/* What a question is about, until it is answered. */
typedef struct
{
  PlenumSynthesisModel *model;
  char                **ids;
  char                 *theme;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->model);
  g_strfreev (asked->ids);
  g_free (asked->theme);
  g_free (asked);
}

static Asked *
ask (GtkWidget *view, const PlenumSynthesisScene *scene, char **ids)
{
  Asked *asked = g_new (Asked, 1);

  asked->model = g_object_ref (scene->model);
  asked->ids = g_strdupv (ids);
  asked->theme = g_strdup (scene->theme);
  g_object_set_data_full (G_OBJECT (view), "plenum-asked", asked, asked_free);

  return asked;
}

static void
add_theme (GtkWidget *from, Asked *asked, const char *title)
{
  plenum_perform (from, plenum_synthesis_model_get_library (asked->model),
                  plenum_action_add_synthesis_theme (plenum_synthesis_model_get_id (asked->model), title,
                                                     (const char * const *) asked->ids),
                  NULL, NULL, NULL);
}

static void
assign_chosen_cb (GtkWidget *from, const char *theme, const char *title)
{
  Asked *asked = g_object_get_data (G_OBJECT (from), "plenum-asked");

  if (theme != NULL)
    plenum_synthesis_commands_assign (from, asked->model, asked->ids, theme);
  else
    add_theme (from, asked, title);
}

static void
join_chosen_cb (GtkWidget *from, const char *theme, const char *title)
{
  Asked *asked = g_object_get_data (G_OBJECT (from), "plenum-asked");
  PlenumLibrary *library = plenum_synthesis_model_get_library (asked->model);

  if (theme != NULL)
    plenum_perform (from, library, plenum_action_join_themes (asked->theme, theme), NULL, NULL, NULL);
  else
    plenum_perform (from, library, plenum_action_rename_theme (asked->theme, title), NULL, NULL, NULL);
}

static void
named_cb (GtkEntry *entry, GtkWidget *view)
{
  Asked *asked = g_object_get_data (G_OBJECT (view), "plenum-asked");
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*title != '\0' && asked->theme != NULL)
    plenum_perform (view, plenum_synthesis_model_get_library (asked->model),
                    plenum_action_rename_theme (asked->theme, title), NULL, NULL, NULL);
  else if (*title != '\0')
    add_theme (view, asked, title);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
}

/* Lets a name be typed at the top of the view. */
static void
ask_for_name (GtkWidget *view, const char *name, const char *label)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (named_cb), view, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { gtk_widget_get_width (view) / 2, 40, 1, 1 });
  plenum_popover_show (popover, view, NULL);
  gtk_widget_grab_focus (entry);
}

static void
rename_theme (GtkWidget *view, const PlenumSynthesisScene *scene)
{
  PlenumRecord *theme = plenum_synthesis_model_find_theme (scene->model, scene->theme);

  ask (view, scene, (char *[]) { NULL });
  ask_for_name (view, plenum_record_get_text (theme, PLENUM_THEME_TITLE), _("Name of the theme"));
}

static void
new_theme (GtkWidget *view, const PlenumSynthesisScene *scene, char **ids)
{
  Asked *asked = ask (view, scene, ids);

  g_clear_pointer (&asked->theme, g_free);
  ask_for_name (view, "", _("Name of the new theme"));
}

/**
 * plenum_synthesis_commands_activate:
 * @view: the widget that asks
 * @name: of an action
 * @ids: the cards that are chosen, maybe none
 */
void
plenum_synthesis_commands_activate (GtkWidget *view, const PlenumSynthesisScene *scene, const char *name, char **ids)
{
  PlenumLibrary *library = plenum_synthesis_model_get_library (scene->model);

  if (g_str_equal (name, "synthesis.assign") && ids[0] != NULL)
    {
      ask (view, scene, ids);
      plenum_theme_chooser_show (view, scene->model, _("Move to a Theme"), NULL, assign_chosen_cb);
    }
  else if (g_str_equal (name, "synthesis.answer") && ids[0] != NULL)
    plenum_answer_form_show (view, library, plenum_synthesis_model_get_id (scene->model), ids);
  else if (g_str_equal (name, "synthesis.not-here"))
    plenum_synthesis_commands_assign (view, scene->model, ids, NULL);
  else if (g_str_equal (name, "synthesis.new-theme"))
    new_theme (view, scene, ids);
  else if (g_str_equal (name, "synthesis.rename"))
    rename_theme (view, scene);
  else if (g_str_equal (name, "synthesis.join"))
    {
      ask (view, scene, ids);
      plenum_theme_chooser_show (view, scene->model, _("Merge into Another Theme"), scene->theme, join_chosen_cb);
    }
  else if (g_str_equal (name, "synthesis.split"))
    plenum_theme_splitter_run (view, scene->model, scene->theme);
  else if (g_str_equal (name, "synthesis.take-apart"))
    plenum_perform (view, library, plenum_action_take_theme_apart (scene->theme), _("Theme taken apart"), NULL, NULL);
  else if (g_str_equal (name, "synthesis.export"))
    plenum_synthesis_export_show (view, scene->model, plenum_record_get_text (plenum_workshop_model_get_workshop (scene->workshop),
                                                                              PLENUM_WORKSHOP_TITLE));
  else if (g_str_equal (name, "synthesis.choose-sources"))
    plenum_synthesis_form_show (view, library, plenum_workshop_model_get_workshop (scene->workshop));
}

/**
 * plenum_synthesis_commands_enable:
 * @theme: what is looked at: the id of a theme, or one of the words that stand for one
 *
 * Offers what can be done there.
 */
void
plenum_synthesis_commands_enable (GtkWidget *view, PlenumSynthesisModel *model, const char *theme)
{
  static const char * const of_theme[] = { "synthesis.rename", "synthesis.join", "synthesis.split", "synthesis.take-apart" };
  static const char * const changing[] = {
    "synthesis.assign", "synthesis.new-theme", "synthesis.not-here", "synthesis.choose-sources", "synthesis.propose",
    "synthesis.export", "synthesis.answer",
  };
  gboolean is_theme = plenum_synthesis_model_find_theme (model, theme) != NULL;
  /* What is only proposed is looked at; it can be changed once it is accepted. */
  gboolean proposing = plenum_synthesis_model_get_proposal (model) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_theme); i++)
    gtk_widget_action_set_enabled (view, of_theme[i], is_theme && !proposing);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (view, changing[i], !proposing);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *view)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  plenum_synthesis_view_pick (PLENUM_SYNTHESIS_VIEW (view), plenum_synthesis_row_get_card (PLENUM_SYNTHESIS_ROW (row)));
  return gdk_content_provider_new_typed (PLENUM_TYPE_SYNTHESIS_VIEW, view);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *view)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (icon);

  gtk_drag_source_set_icon (source, image, 20, 20);
}

/**
 * plenum_synthesis_commands_add_drag:
 * @row: a row of the list, which can be dragged to a theme from now on
 */
void
plenum_synthesis_commands_add_drag (GtkWidget *view, GtkWidget *row)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), view, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), view, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (drag));
}
