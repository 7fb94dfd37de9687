/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a theme looks: a strip with its name, and below it the upper edges of the
 * first cards. When it is open its cards are rows of their own. */
#include "plenum-stack.h"

#include <glib/gi18n.h>

#include "plenum-card.h"

#define EDGES 3

struct _PlenumStack
{
  GtkWidget  parent_instance;

  GtkWidget *strip;
  GtkWidget *arrow;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *edges[EDGES];
  GtkWidget *editor; /* nullable */
};

G_DEFINE_FINAL_TYPE (PlenumStack, plenum_stack, GTK_TYPE_WIDGET)

static void
plenum_stack_dispose (GObject *object)
{
  PlenumStack *self = PLENUM_STACK (object);

  g_clear_pointer (&self->strip, gtk_widget_unparent);
  for (guint i = 0; i < EDGES; i++)
    g_clear_pointer (&self->edges[i], gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_stack_parent_class)->dispose (object);
}

static void
plenum_stack_class_init (PlenumStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_stack_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stackpile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
plenum_stack_init (PlenumStack *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);

  self->strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->strip, "strip");
  gtk_widget_set_parent (self->strip, widget);
  self->arrow = gtk_image_new ();
  gtk_box_append (GTK_BOX (self->strip), self->arrow);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->strip), self->title);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self->strip), self->count);

  for (guint i = 0; i < EDGES; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
      self->edges[i] = g_object_new (GTK_TYPE_BOX, "css-name", "paper", NULL);
      gtk_widget_add_css_class (self->edges[i], "edge");
      gtk_box_append (GTK_BOX (self->edges[i]), label);
      gtk_widget_set_parent (self->edges[i], widget);
    }
}

GtkWidget *
plenum_stack_new (void)
{
  return g_object_new (PLENUM_TYPE_STACK, NULL);
}

static void
show_edges (PlenumStack *self, PlenumBoardEntry *entry, gboolean open)
{
  g_autoptr (GPtrArray) cards = plenum_board_entry_list_cards (entry);

  for (guint i = 0; i < EDGES; i++)
    {
      gboolean visible = !open && i < cards->len;

      gtk_widget_set_visible (self->edges[i], visible);
      if (visible)
        {
          g_autofree char *name = plenum_board_entry_dup_name (cards->pdata[i]);

          plenum_card_paint (self->edges[i], cards->pdata[i]);
          gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (self->edges[i])), name);
        }
    }
}

/**
 * plenum_stack_show:
 * @open: whether its cards are shown below
 *
 * Shows what @entry is now.
 */
void
plenum_stack_show (PlenumStack *self, PlenumBoardEntry *entry, gboolean open)
{
  g_autofree char *count = NULL;

  g_return_if_fail (PLENUM_IS_STACK (self));

  count = g_strdup_printf ("%u", plenum_board_entry_count_cards (entry));
  gtk_label_set_label (GTK_LABEL (self->title), plenum_board_entry_get_title (entry));
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  show_edges (self, entry, open);
}

/**
 * plenum_stack_set_editor:
 * @editor: (nullable): what the name is edited in, or %NULL to show the name again
 */
void
plenum_stack_set_editor (PlenumStack *self, GtkWidget *editor)
{
  g_return_if_fail (PLENUM_IS_STACK (self));

  if (self->editor != NULL)
    gtk_box_remove (GTK_BOX (self->strip), self->editor);
  self->editor = editor;
  if (editor != NULL)
    gtk_box_insert_child_after (GTK_BOX (self->strip), editor, self->arrow);
  gtk_widget_set_visible (self->title, editor == NULL);
}
