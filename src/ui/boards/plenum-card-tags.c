/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tags of all selected cards: those that any has can be given to all or taken
 * from all, and new ones typed. All of it is one step. */
#include "plenum-card-tags.h"

#include <glib/gi18n.h>

struct _PlenumCardTags
{
  AdwWindow        parent_instance;

  PlenumBoardDesk *desk;
  GtkWidget       *entry;
  GtkWidget       *group;
  GPtrArray       *checks; /* of GtkCheckButton, unowned; their data is the tag's name */
};

G_DEFINE_FINAL_TYPE (PlenumCardTags, plenum_card_tags, ADW_TYPE_WINDOW)

#define NAME "plenum-tag"

/**
 * plenum_card_tags_split:
 *
 * Returns: (transfer full): the tags in a text that separates them by commas
 */
GStrv
plenum_card_tags_split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_strv_builder_add (tags, *part);

  return g_strv_builder_end (tags);
}

/* What was only on some of the cards stays so unless it is checked or unchecked. */
static void
apply_cb (PlenumCardTags *self)
{
  g_auto (GStrv) typed = plenum_card_tags_split (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GPtrArray) added = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  for (char **tag = typed; *tag != NULL; tag++)
    g_ptr_array_add (added, *tag);
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = self->checks->pdata[i];

      if (!gtk_check_button_get_inconsistent (check))
        g_ptr_array_add (gtk_check_button_get_active (check) ? added : removed, g_object_get_data (G_OBJECT (check), NAME));
    }
  g_ptr_array_add (added, NULL);
  g_ptr_array_add (removed, NULL);
  plenum_board_desk_change_tags (self->desk, (const char *const *) added->pdata, (const char *const *) removed->pdata);
  gtk_window_close (GTK_WINDOW (self));
}

static void
toggled_cb (GtkCheckButton *check)
{
  gtk_check_button_set_inconsistent (check, FALSE);
}

static void
add_tag (PlenumCardTags *self, const char *name, guint n, guint of)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *subtitle = g_strdup_printf (ngettext ("on %u of %u card", "on %u of %u cards", of), n, of);
  g_autofree char *title = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (n < of)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n == of);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), n < of);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), NAME, g_strdup (name), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->checks, check);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (a, b);
}

static void
add_tags (PlenumCardTags *self, GPtrArray *cards)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) names = NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      g_auto (GStrv) tags = plenum_card_tags_split (plenum_board_entry_get_tags (cards->pdata[i]));

      for (char **tag = tags; *tag != NULL; tag++)
        g_hash_table_insert (counts, g_strdup (*tag), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, *tag)) + 1));
    }

  names = g_list_sort (g_hash_table_get_keys (counts), compare_names);
  for (GList *name = names; name != NULL; name = name->next)
    add_tag (self, name->data, GPOINTER_TO_UINT (g_hash_table_lookup (counts, name->data)), cards->len);
}

static void
plenum_card_tags_dispose (GObject *object)
{
  PlenumCardTags *self = PLENUM_CARD_TAGS (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (plenum_card_tags_parent_class)->dispose (object);
}

static void
plenum_card_tags_class_init (PlenumCardTagsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_card_tags_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_header (PlenumCardTags *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_("_Apply"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), apply);

  return header;
}

static void
plenum_card_tags_init (PlenumCardTags *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *first = adw_preferences_group_new ();

  self->checks = g_ptr_array_new ();
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 400, 420);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  self->entry = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _("New tags, separated by commas"));
  g_signal_connect_swapped (self->entry, "entry-activated", G_CALLBACK (apply_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (first), self->entry);
  self->group = adw_preferences_group_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (first));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (self->group));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * plenum_card_tags_show:
 * @from: over whose window
 *
 * Lets the tags of what is selected be changed.
 */
void
plenum_card_tags_show (PlenumBoardDesk *desk, GtkWidget *from)
{
  g_autoptr (GPtrArray) cards = plenum_card_selection_list_cards (plenum_board_desk_get_selection (desk),
                                                                  plenum_board_desk_get_current (desk));
  g_autofree char *title = g_strdup_printf (ngettext ("Tags of %u card", "Tags of %u cards", cards->len), cards->len);
  PlenumCardTags *self;

  if (cards->len == 0)
    return;

  self = g_object_new (PLENUM_TYPE_CARD_TAGS, NULL);
  self->desk = g_object_ref (desk);
  add_tags (self, cards);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
}
