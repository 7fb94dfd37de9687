/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room for what is still being counted; counting stops when the room goes. */
#include "plenum-late-bin.h"

struct _PlenumLateBin
{
  GtkWidget     parent_instance;

  GCancellable *cancellable;
  GtkWidget    *child;
};

G_DEFINE_FINAL_TYPE (PlenumLateBin, plenum_late_bin, GTK_TYPE_WIDGET)

static void
plenum_late_bin_dispose (GObject *object)
{
  PlenumLateBin *self = PLENUM_LATE_BIN (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_late_bin_parent_class)->dispose (object);
}

static void
plenum_late_bin_class_init (PlenumLateBinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_late_bin_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plenum_late_bin_init (PlenumLateBin *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plenum_late_bin_new:
 * @waiting: what is being done, for screen readers
 *
 * Returns: (transfer floating): a spinner, until there is more
 */
GtkWidget *
plenum_late_bin_new (const char *waiting)
{
  PlenumLateBin *self = g_object_new (PLENUM_TYPE_LATE_BIN, NULL);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, waiting, -1);
  plenum_late_bin_set_child (self, spinner);

  return GTK_WIDGET (self);
}

/**
 * plenum_late_bin_get_cancellable:
 *
 * Returns: (transfer none): for what is being done
 */
GCancellable *
plenum_late_bin_get_cancellable (PlenumLateBin *self)
{
  return self->cancellable;
}

/**
 * plenum_late_bin_set_child:
 * @child: (transfer floating): what came
 */
void
plenum_late_bin_set_child (PlenumLateBin *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * plenum_late_bin_set_text:
 * @text: a sentence, where there is nothing to show
 */
void
plenum_late_bin_set_text (PlenumLateBin *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  plenum_late_bin_set_child (self, label);
}
