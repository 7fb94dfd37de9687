/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library as a recycled widget: a heading or a workshop. */
#include "plenum-workshop-row.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-focus.h"
#include "plenum-format.h"
#include "plenum-library-commands.h"
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
  GtkWidget          *state_box;
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
  plenum_show_tip (box, spoken);
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

  if (!plenum_record_is_null (workshop, PLENUM_WORKSHOP_KIND))
    return g_strdup (_("Synthesis of several workshops"));
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
  /* Everything in a synthesis is others'. */
  gtk_widget_set_visible (self->counts, plenum_record_is_null (workshop, PLENUM_WORKSHOP_KIND));
  show_counts (self);
}

static void
show_item (PlenumWorkshopRow *self)
{
  PlenumRecord *workshop = plenum_workshop_item_get_workshop (self->item);
  const char *name = workshop != NULL ? plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE)
    : plenum_section_get_title (plenum_workshop_item_get_section (self->item));

  /* What has the focus is the cell around the row, which knows no text. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    plenum_accessible_name (gtk_widget_get_parent (GTK_WIDGET (self)), name);

  gtk_widget_set_visible (GTK_WIDGET (self->heading), workshop == NULL);
  gtk_widget_set_visible (self->body, workshop != NULL);
  if (workshop != NULL)
    show_workshop (self, workshop);
  else
    gtk_label_set_label (self->heading, name);
}

/* The menu is made when it is opened: most rows are only looked at. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  PlenumWorkshopRow *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GMenuModel) menu = NULL;

  if (self->item == NULL || plenum_workshop_item_get_workshop (self->item) == NULL)
    return;

  menu = plenum_library_commands_make_menu (plenum_workshop_item_get_workshop (self->item),
                                            PLENUM_IS_WINDOW (root) && plenum_window_is_copy (PLENUM_WINDOW (root)));
  gtk_menu_button_set_menu_model (button, menu);
}

static void
pressed_cb (PlenumWorkshopRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plenum_workshop_row_pop_up (self);
}

static void
long_pressed_cb (PlenumWorkshopRow *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  plenum_workshop_row_pop_up (self);
}

static void
compact_cb (PlenumWorkshopRow *self, GParamSpec *pspec, PlenumWindow *window)
{
  gboolean compact;

  g_object_get (window, "compact", &compact, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* Below each other as long as they are short; large letters need the room. */
  gtk_label_set_width_chars (self->ideas, compact ? 3 : 5);
  gtk_label_set_width_chars (self->people, compact ? 3 : 4);
  /* The heading says it too. */
  gtk_widget_set_visible (self->state_box, !compact);
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
  plenum_focus_let_go (widget);
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
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlenumWorkshopRow, menu_button);
}

static void
plenum_workshop_row_init (PlenumWorkshopRow *self)
{
  GtkGesture *click, *press;

  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_accessible_name (GTK_WIDGET (self->menu_button), _("Menu of this workshop"));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);

  click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (click));
  press = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (self->body, GTK_EVENT_CONTROLLER (press));
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

  if (gtk_widget_get_visible (self->body))
    gtk_menu_button_popup (self->menu_button);
}
