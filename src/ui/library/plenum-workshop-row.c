/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library as a recycled widget: a heading or a workshop. */
#include "plenum-workshop-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-format.h"
#include "plenum-window.h"

struct _PlenumWorkshopRow
{
  AdwBin              parent_instance;

  GtkLabel           *heading;
  GtkWidget          *body;
  GtkWidget          *columns;
  GtkLabel           *title;
  GtkLabel           *subtitle;
  GtkWidget          *counts;
  GtkWidget          *ideas_box;
  GtkLabel           *ideas;
  GtkWidget          *people_box;
  GtkLabel           *people;
  GtkWidget          *polls_box;
  GtkLabel           *polls;
  GtkLabel           *state;
  GtkMenuButton      *menu_button;

  PlenumWorkshopItem *item;
};

G_DEFINE_FINAL_TYPE (PlenumWorkshopRow, plenum_workshop_row, ADW_TYPE_BIN)

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_count (GtkWidget *box, GtkLabel *label, guint count, const char *spoken)
{
  g_autofree char *text = plenum_format_number (count);

  gtk_label_set_label (label, text);
  gtk_widget_set_tooltip_text (box, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_counts (PlenumWorkshopRow *self)
{
  guint ideas = plenum_workshop_item_get_ideas (self->item);
  guint people = plenum_workshop_item_get_people (self->item);
  guint polls = plenum_workshop_item_get_polls (self->item);
  g_autofree char *spoken_ideas = g_strdup_printf (ngettext ("%u idea", "%u ideas", ideas), ideas);
  g_autofree char *spoken_people =
    g_strdup_printf (ngettext ("%u participant", "%u participants", people), people);
  g_autofree char *spoken_polls = g_strdup_printf (ngettext ("%u vote", "%u votes", polls), polls);

  set_count (self->ideas_box, self->ideas, ideas, spoken_ideas);
  set_count (self->people_box, self->people, people, spoken_people);
  set_count (self->polls_box, self->polls, polls, spoken_polls);
}

static char *
describe (PlenumRecord *workshop)
{
  const char *place = plenum_record_get_text (workshop, PLENUM_WORKSHOP_PLACE);
  g_autofree char *date = plenum_format_date_range (plenum_record_get_text (workshop, PLENUM_WORKSHOP_DATE),
                                                    plenum_record_get_text (workshop, PLENUM_WORKSHOP_END_DATE));

  if (date != NULL && place != NULL && *place != '\0')
    /* Translators: when and where a workshop is. */
    return g_strdup_printf (_("%s · %s"), date, place);
  if (date != NULL)
    return g_steal_pointer (&date);

  return g_strdup (place != NULL && *place != '\0' ? place : _("No date yet"));
}

static void
show_workshop (PlenumWorkshopRow *self, PlenumRecord *workshop)
{
  static const char * const classes[PLENUM_N_SECTIONS] = { "running", "planned", "finished", "archived" };
  PlenumSection section = plenum_workshop_item_get_section (self->item);
  g_autofree char *subtitle = describe (workshop);

  gtk_label_set_label (self->title, plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->state, plenum_section_get_title (section));
  for (guint i = 0; i < PLENUM_N_SECTIONS; i++)
    set_class (GTK_WIDGET (self->state), classes[i], i == section);
  set_class (self->body, "first", plenum_workshop_item_is_first (self->item));
  set_class (self->body, "last", plenum_workshop_item_is_last (self->item));
  show_counts (self);
}

static void
show_item (PlenumWorkshopRow *self)
{
  PlenumRecord *workshop = plenum_workshop_item_get_workshop (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), workshop == NULL);
  gtk_widget_set_visible (self->body, workshop != NULL);
  if (workshop != NULL)
    show_workshop (self, workshop);
  else
    gtk_label_set_label (self->heading,
                         plenum_section_get_title (plenum_workshop_item_get_section (self->item)));
}

static void
compact_cb (PlenumWorkshopRow *self, GParamSpec *pspec, PlenumWindow *window)
{
  gboolean compact;

  g_object_get (window, "compact", &compact, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
plenum_workshop_row_root (GtkWidget *widget)
{
  PlenumWorkshopRow *self = PLENUM_WORKSHOP_ROW (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (plenum_workshop_row_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (PLENUM_IS_WINDOW (root))
    {
      g_signal_connect_object (root, "notify::compact", G_CALLBACK (compact_cb), self, G_CONNECT_SWAPPED);
      compact_cb (self, NULL, PLENUM_WINDOW (root));
    }
}

static void
plenum_workshop_row_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_root (widget), widget);

  GTK_WIDGET_CLASS (plenum_workshop_row_parent_class)->unroot (widget);
}

static void
plenum_workshop_row_dispose (GObject *object)
{
  plenum_workshop_row_set_item (PLENUM_WORKSHOP_ROW (object), NULL);

  G_OBJECT_CLASS (plenum_workshop_row_parent_class)->dispose (object);
}

static void
plenum_workshop_row_class_init (PlenumWorkshopRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_workshop_row_dispose;
  widget_class->root = plenum_workshop_row_root;
  widget_class->unroot = plenum_workshop_row_unroot;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/library/plenum-workshop-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, body);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, columns);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, counts);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, ideas_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, ideas);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, people_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, people);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, polls_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, polls);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, menu_button);
}

static void
plenum_workshop_row_init (PlenumWorkshopRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_accessible_name (GTK_WIDGET (self->menu_button), _("Menu of this workshop"));
}

/**
 * plenum_workshop_row_new:
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
GtkWidget *
plenum_workshop_row_new (void)
{
  return g_object_new (PLENUM_TYPE_WORKSHOP_ROW, NULL);
}

/**
 * plenum_workshop_row_set_item:
 * @item: (nullable): what it shows and follows from now on
 */
void
plenum_workshop_row_set_item (PlenumWorkshopRow *self, PlenumWorkshopItem *item)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_ROW (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
  show_item (self);
}

/**
 * plenum_workshop_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PlenumWorkshopItem *
plenum_workshop_row_get_item (PlenumWorkshopRow *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ROW (self), NULL);

  return self->item;
}

/**
 * plenum_workshop_row_pop_up:
 *
 * Opens its menu.
 */
void
plenum_workshop_row_pop_up (PlenumWorkshopRow *self)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_ROW (self));

  gtk_menu_button_popup (self->menu_button);
}
