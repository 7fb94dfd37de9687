/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says of a window, whatever it shows, that it is an old copy, and brings the open
 * workshop back. */
#include "plenum-copy-bar.h"

#include <glib/gi18n.h>

#include "plenum-format.h"

struct _PlenumCopyBar
{
  GtkBox     parent_instance;

  GtkLabel  *label;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (PlenumCopyBar, plenum_copy_bar, GTK_TYPE_BOX)

static void
plenum_copy_bar_class_init (PlenumCopyBarClass *klass)
{
}

static void
plenum_copy_bar_init (PlenumCopyBar *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("document-open-recent-symbolic");

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Bring Back")));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), icon);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self), "copy-bar");
}

/**
 * plenum_copy_bar_set_made:
 * @made: when the copy was made, in milliseconds since 1970
 */
void
plenum_copy_bar_set_made (PlenumCopyBar *self, gint64 made)
{
  g_autofree char *time = plenum_format_time (made);
  /* Translators: a day and a time of day. */
  g_autofree char *sentence = g_strdup_printf (_("This is the copy of %s. It stays as it is."), time);

  g_return_if_fail (PLENUM_IS_COPY_BAR (self));

  gtk_label_set_label (self->label, sentence);
}

/**
 * plenum_copy_bar_set_workshop:
 * @workshop: (nullable): the id of the open workshop
 */
void
plenum_copy_bar_set_workshop (PlenumCopyBar *self, const char *workshop)
{
  g_return_if_fail (PLENUM_IS_COPY_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), workshop != NULL);
  if (workshop != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", workshop);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), workshop != NULL ? "win.bring-back" : NULL);
}
