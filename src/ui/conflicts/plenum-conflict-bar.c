/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says above a workshop that texts wait to be settled, and leads to them. */
#include "plenum-conflict-bar.h"

#include <glib/gi18n.h>

#include "plenum-conflict-list.h"
#include "plenum-conflict-window.h"
#include "plenum-format.h"
#include "plenum-wrapped-label.h"

struct _PlenumConflictBar
{
  AdwBin              parent_instance;

  GtkRevealer        *revealer;
  GtkLabel           *label;
  PlenumConflictList *list;
};

G_DEFINE_FINAL_TYPE (PlenumConflictBar, plenum_conflict_bar, ADW_TYPE_BIN)

static void
changed_cb (PlenumConflictBar *self)
{
  guint n = plenum_conflict_list_get (self->list)->len;
  g_autofree char *number = plenum_format_number (n);
  g_autofree char *sentence = g_strdup_printf (ngettext ("%s text was written by two people at once.",
                                                         "%s texts were written by two people at once.", n), number);

  /* While it goes away, it says what it said. */
  if (n > 0)
    gtk_label_set_label (self->label, sentence);
  gtk_revealer_set_reveal_child (self->revealer, n > 0);
}

static void
plenum_conflict_bar_dispose (GObject *object)
{
  PlenumConflictBar *self = PLENUM_CONFLICT_BAR (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (plenum_conflict_bar_parent_class)->dispose (object);
}

static void
plenum_conflict_bar_class_init (PlenumConflictBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_conflict_bar_dispose;
}

static void
plenum_conflict_bar_init (PlenumConflictBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Compare…"));

  self->label = GTK_LABEL (plenum_wrapped_label_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workshop.compare");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("view-dual-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "conflict-bar");

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

/**
 * plenum_conflict_bar_set_model:
 * @model: the workshop, once; in one that stays as it is there is nothing to settle
 */
void
plenum_conflict_bar_set_model (PlenumConflictBar *self, PlenumWorkshopModel *model)
{
  g_return_if_fail (PLENUM_IS_CONFLICT_BAR (self) && self->list == NULL);

  if (plenum_workshop_model_is_read_only (model))
    return;

  self->list = plenum_conflict_list_new (model);
  g_signal_connect_swapped (self->list, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * plenum_conflict_bar_compare:
 *
 * Shows the texts it tells about side by side, if there are any to be compared here.
 */
void
plenum_conflict_bar_compare (PlenumConflictBar *self)
{
  g_return_if_fail (PLENUM_IS_CONFLICT_BAR (self));

  if (self->list != NULL)
    plenum_conflict_window_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->list);
}
