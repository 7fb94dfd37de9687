/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses ideas or themes to be put to the vote. */
#include "plenum-option-picker.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-fold.h"
#include "plenum-list-stop.h"

struct _PlenumOptionPicker
{
  AdwWindow         parent_instance;

  GListModel       *all;
  GtkFilter        *filter;
  GListModel       *shown;
  GHashTable       *chosen; /* ids */
  GtkWidget        *from;
  PlenumPickedFunc  picked;

  GtkWidget        *entry;
  GtkWidget        *add_button;
  GtkWidget        *stack;
  GtkWidget        *list;
};

G_DEFINE_FINAL_TYPE (PlenumOptionPicker, plenum_option_picker, ADW_TYPE_WINDOW)

/**
 * plenum_option_picker_get_text:
 * @record: an idea or a theme
 *
 * Returns: (transfer none): what stands on the ballot for it: the title, or the
 *   text of an idea without one
 */
const char *
plenum_option_picker_get_text (PlenumRecord *record)
{
  const char *title;

  if (plenum_record_get_record_type (record) == PLENUM_THEME)
    return plenum_record_get_text (record, PLENUM_THEME_TITLE);

  title = plenum_record_get_text (record, PLENUM_IDEA_TITLE);

  return title != NULL && *title != '\0' ? title : plenum_record_get_text (record, PLENUM_IDEA_TEXT);
}

static gboolean
match (gpointer item, gpointer data)
{
  PlenumOptionPicker *self = data;

  /* What was merged into another card is voted on as that card. */
  if (plenum_record_get_record_type (item) == PLENUM_IDEA && !plenum_record_is_null (item, PLENUM_IDEA_FACE))
    return FALSE;

  return plenum_fold_contains (plenum_option_picker_get_text (item),
                               gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
update (PlenumOptionPicker *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = g_strdup_printf (ngettext ("_Add %u option", "_Add %u options", n), n);

  gtk_button_set_label (GTK_BUTTON (self->add_button), label);
  gtk_widget_set_sensitive (self->add_button, n > 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (self->shown) > 0 ? "list" : "empty");
}

static void
search_changed_cb (PlenumOptionPicker *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
choose (PlenumOptionPicker *self, PlenumRecord *record, gboolean chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, g_strdup (plenum_record_get_id (record)));
  else
    g_hash_table_remove (self->chosen, plenum_record_get_id (record));
  update (self);
}

static void
toggled_cb (GtkCheckButton *check, PlenumOptionPicker *self)
{
  PlenumRecord *record = g_object_get_data (G_OBJECT (check), "record");

  if (record != NULL)
    choose (self, record, gtk_check_button_get_active (check));
}

/* Chooses what is shown, or nothing of it where all of it is chosen already. */
static void
all_cb (PlenumOptionPicker *self)
{
  guint n = g_list_model_get_n_items (self->shown);
  gboolean every = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (self->shown, i);

      every = every && g_hash_table_contains (self->chosen, plenum_record_get_id (record));
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (self->shown, i);

      choose (self, record, !every);
    }
  /* The checks read again what is chosen. */
  g_list_model_items_changed (self->shown, 0, n, n);
}

static void
add_cb (PlenumOptionPicker *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->all); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (self->all, i);

      if (g_hash_table_contains (self->chosen, plenum_record_get_id (record)))
        g_ptr_array_add (records, g_steal_pointer (&record));
    }

  self->picked (records, self->from);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumOptionPicker *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, check);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumOptionPicker *self)
{
  PlenumRecord *record = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));

  gtk_label_set_label (GTK_LABEL (label), plenum_option_picker_get_text (record));
  plenum_accessible_name (check, plenum_option_picker_get_text (record));
  plenum_accessible_name (gtk_widget_get_parent (check), plenum_option_picker_get_text (record));
  g_object_set_data (G_OBJECT (check), "record", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->chosen, plenum_record_get_id (record)));
  g_object_set_data_full (G_OBJECT (check), "record", g_object_ref (record), g_object_unref);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumOptionPicker *self)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "record", NULL);
}

static void
plenum_option_picker_dispose (GObject *object)
{
  PlenumOptionPicker *self = PLENUM_OPTION_PICKER (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->all);
  g_clear_object (&self->from);

  G_OBJECT_CLASS (plenum_option_picker_parent_class)->dispose (object);
}

static void
plenum_option_picker_finalize (GObject *object)
{
  g_hash_table_unref (PLENUM_OPTION_PICKER (object)->chosen);
  G_OBJECT_CLASS (plenum_option_picker_parent_class)->finalize (object);
}

static void
plenum_option_picker_class_init (PlenumOptionPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  G_OBJECT_CLASS (klass)->dispose = plenum_option_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_option_picker_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/plenum/Plenum/voting/plenum-option-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumOptionPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumOptionPicker, add_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumOptionPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumOptionPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_option_picker_init (PlenumOptionPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_object_unref (factory);
  /* With hundreds of cards one types first what one looks for. */
  gtk_widget_grab_focus (self->entry);
}

/**
 * plenum_option_picker_show:
 * @model: the workshop
 * @type: %PLENUM_IDEA or %PLENUM_THEME
 * @from: the widget that asks
 * @picked: called with what was chosen and @from, unless the window is just closed
 *
 * Opens the picker over the window of @from.
 */
void
plenum_option_picker_show (PlenumWorkshopModel *model,
                           PlenumRecordType     type,
                           GtkWidget           *from,
                           PlenumPickedFunc     picked)
{
  PlenumOptionPicker *self = g_object_new (PLENUM_TYPE_OPTION_PICKER, NULL);

  self->all = g_object_ref (G_LIST_MODEL (plenum_workshop_model_get_list (model, type)));
  self->from = g_object_ref (from);
  self->picked = picked;
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (self->all),
                                                         g_object_ref (self->filter)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list),
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->shown))));
  gtk_window_set_title (GTK_WINDOW (self), type == PLENUM_THEME ? _("Themes to vote on") : _("Ideas to vote on"));
  update (self);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_present (GTK_WINDOW (self));
}
