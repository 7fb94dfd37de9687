/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds one theme of a synthesis, or names a new one. One types, and Enter takes the
 * first that is found. */
#include "plenum-theme-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plenum-fold.h"

struct _PlenumThemeChooser
{
  AdwWindow              parent_instance;

  PlenumSynthesisModel  *model;
  GtkWidget             *from;    /* weak */
  char                  *without; /* nullable: the id of a theme that is not offered */
  PlenumThemeChosenFunc  chosen;
  GtkWidget             *entry;
  GtkListBox            *list;
};

G_DEFINE_FINAL_TYPE (PlenumThemeChooser, plenum_theme_chooser, ADW_TYPE_WINDOW)

static char *
dup_typed (PlenumThemeChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
add_row (PlenumThemeChooser *self, const char *theme, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (text, "found-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), text);
  g_object_set_data_full (G_OBJECT (row), "theme", g_strdup (theme), g_free);
  gtk_list_box_append (self->list, row);
}

static void
fill (PlenumThemeChooser *self)
{
  g_autoptr (GPtrArray) themes = plenum_synthesis_model_list_themes (self->model);
  g_autofree char *typed = dup_typed (self);
  gboolean exact = FALSE;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < themes->len; i++)
    {
      const char *title = plenum_record_get_text (themes->pdata[i], PLENUM_THEME_TITLE);

      exact = exact || g_utf8_collate (title, typed) == 0;
      if (plenum_fold_contains (title, typed) && g_strcmp0 (plenum_record_get_id (themes->pdata[i]), self->without) != 0)
        add_row (self, plenum_record_get_id (themes->pdata[i]), title);
    }
  if (*typed != '\0' && !exact)
    {
      /* Translators: a line to choose; the words between the quotes were typed */
      g_autofree char *label = g_strdup_printf (_("New theme “%s”"), typed);

      add_row (self, NULL, label);
    }
}

static void
choose (PlenumThemeChooser *self, GtkListBoxRow *row)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *theme = row != NULL ? g_strdup (g_object_get_data (G_OBJECT (row), "theme")) : NULL;
  g_autoptr (GtkWidget) from = self->from != NULL ? g_object_ref (self->from) : NULL;
  PlenumThemeChosenFunc chosen = self->chosen;

  if (row == NULL)
    return;

  /* The window goes first, so that the focus can go where it shall. */
  gtk_window_destroy (GTK_WINDOW (self));
  if (from != NULL)
    chosen (from, theme, typed);
}

static void
entry_activate_cb (PlenumThemeChooser *self)
{
  /* Who types fast must not get what was found before. */
  fill (self);
  choose (self, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
row_activated_cb (PlenumThemeChooser *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
plenum_theme_chooser_dispose (GObject *object)
{
  PlenumThemeChooser *self = PLENUM_THEME_CHOOSER (object);

  g_clear_object (&self->model);
  g_clear_weak_pointer (&self->from);
  g_clear_pointer (&self->without, g_free);

  G_OBJECT_CLASS (plenum_theme_chooser_parent_class)->dispose (object);
}

static void
plenum_theme_chooser_class_init (PlenumThemeChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_theme_chooser_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_theme_chooser_init (PlenumThemeChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 400, 480);
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->entry, 12);
  gtk_widget_set_margin_end (self->entry, 12);
  gtk_widget_set_margin_bottom (self->entry, 6);
  g_object_set (self->entry, "placeholder-text", _("Name of a theme"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of a theme"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Themes"), -1);
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * plenum_theme_chooser_show:
 * @from: the widget that asks
 * @heading: what is asked
 * @without: (nullable): the id of a theme that makes no sense here
 * @chosen: called with what was chosen
 */
void
plenum_theme_chooser_show (GtkWidget             *from,
                           PlenumSynthesisModel  *model,
                           const char            *heading,
                           const char            *without,
                           PlenumThemeChosenFunc  chosen)
{
  PlenumThemeChooser *self =
    g_object_new (PLENUM_TYPE_THEME_CHOOSER, "title", heading, "transient-for", gtk_widget_get_root (from), NULL);

  self->model = g_object_ref (model);
  g_set_weak_pointer (&self->from, from);
  self->without = g_strdup (without);
  self->chosen = chosen;
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
}
