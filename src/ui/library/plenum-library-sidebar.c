/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of the library, with how many workshops each has. */
#include "plenum-library-sidebar.h"

#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-list-stop.h"
#include "plenum-window.h"

struct _PlenumLibrarySidebar
{
  AdwBin              parent_instance;

  GtkListBox         *list;

  GtkLabel           *counts[PLENUM_N_SECTIONS + 1];
  PlenumWorkshopList *workshops;
};

G_DEFINE_FINAL_TYPE (PlenumLibrarySidebar, plenum_library_sidebar, ADW_TYPE_BIN)

/* All of them first, then the sections. */
static PlenumSection
row_section (int index)
{
  return index == 0 ? PLENUM_N_SECTIONS : (PlenumSection) (index - 1);
}

static void
update_counts (PlenumLibrarySidebar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    {
      guint count = plenum_workshop_list_count (self->workshops, row_section (i));
      g_autofree char *text = count > 0 ? plenum_format_number (count) : NULL;

      gtk_label_set_label (self->counts[i], text != NULL ? text : "");
    }
}

static void
activated_cb (PlenumLibrarySidebar *self, GtkListBoxRow *row)
{
  if (self->workshops != NULL)
    plenum_workshop_list_set_section (self->workshops, row_section (gtk_list_box_row_get_index (row)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-content", NULL);
}

static void
add_row (PlenumLibrarySidebar *self, guint index, const char *title, const char *icon)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  self->counts[index] = GTK_LABEL (count);
}

static void
plenum_library_sidebar_dispose (GObject *object)
{
  PlenumLibrarySidebar *self = PLENUM_LIBRARY_SIDEBAR (object);

  if (self->workshops != NULL)
    g_signal_handlers_disconnect_by_data (self->workshops, self);
  g_clear_object (&self->workshops);

  G_OBJECT_CLASS (plenum_library_sidebar_parent_class)->dispose (object);
}

static void
plenum_library_sidebar_class_init (PlenumLibrarySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_library_sidebar_dispose;

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/library/plenum-library-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumLibrarySidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
plenum_library_sidebar_init (PlenumLibrarySidebar *self)
{
  static const char * const icons[PLENUM_N_SECTIONS] = {
    "media-playback-start-symbolic", "x-office-calendar-symbolic", "emblem-ok-symbolic", "plenum-archive-symbolic",
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  add_row (self, 0, _("All workshops"), "view-list-symbolic");
  for (guint i = 0; i < PLENUM_N_SECTIONS; i++)
    add_row (self, i + 1, plenum_section_get_title (i), icons[i]);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/**
 * plenum_library_sidebar_set_list:
 * @list: the workshops that are counted and filtered
 */
void
plenum_library_sidebar_set_list (PlenumLibrarySidebar *self, PlenumWorkshopList *list)
{
  g_return_if_fail (PLENUM_IS_LIBRARY_SIDEBAR (self));

  if (self->workshops != NULL)
    g_signal_handlers_disconnect_by_data (self->workshops, self);
  g_set_object (&self->workshops, list);
  g_signal_connect_swapped (list, "refreshed", G_CALLBACK (update_counts), self);
  update_counts (self);
}
