/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template to choose: its board in small, its name, what it is for. */
#include "plenum-template-card.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-board-miniature.h"
#include "plenum-format.h"

struct _PlenumTemplateCard
{
  GtkFlowBoxChild  parent_instance;

  PlenumTemplate  *template; /* nullable: an empty board */
};

G_DEFINE_FINAL_TYPE (PlenumTemplateCard, plenum_template_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
plenum_template_card_finalize (GObject *object)
{
  g_clear_pointer (&PLENUM_TEMPLATE_CARD (object)->template, plenum_template_unref);

  G_OBJECT_CLASS (plenum_template_card_parent_class)->finalize (object);
}

static void
plenum_template_card_class_init (PlenumTemplateCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_template_card_finalize;
}

static void
plenum_template_card_init (PlenumTemplateCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "template-card");
}

static GtkWidget *
make_label (const char *text, const char *style, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* "2 h 15 min · 12 to 200 people" */
static char *
describe_size (PlenumTemplate *template)
{
  guint minutes = plenum_template_get_minutes (template);
  guint from, to;
  g_autofree char *time = NULL;
  g_autofree char *size = NULL;

  plenum_template_get_group_size (template, &from, &to);
  time = plenum_format_minutes (minutes);
  /* Translators: how many people a kind of workshop is good for. */
  size = g_strdup_printf (_("%u to %u people"), from, to);

  /* Translators: how long a kind of workshop takes, and how many people it is good for. */
  return g_strdup_printf (_("%s · %s"), time, size);
}

/**
 * plenum_template_card_new:
 * @template: (nullable): the template, or %NULL for an empty board
 *
 * Returns: (transfer floating): a card to choose @template by
 */
GtkWidget *
plenum_template_card_new (PlenumTemplate *template)
{
  PlenumTemplateCard *self = g_object_new (PLENUM_TYPE_TEMPLATE_CARD, NULL);
  const char *language = pango_language_to_string (gtk_get_default_language ());
  const char *name = template != NULL ? plenum_template_get_name (template, language) : _("Empty board");
  const char *description =
    template != NULL ? plenum_template_get_description (template, language)
                     : _("One board with one column. Everything else comes as you go.");
  const char *only_ideas[] = { "idea", NULL };
  g_auto (GStrv) kinds = template != NULL ? plenum_template_list_kinds (template) : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = make_label (name, "heading", 2);
  GtkWidget *text = make_label (description, "caption", 5);
  GtkWidget *miniature = plenum_board_miniature_new (kinds != NULL ? (const char * const *) kinds : only_ideas);

  if (template != NULL)
    self->template = plenum_template_ref (template);
  gtk_box_append (GTK_BOX (box), miniature);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  if (template != NULL)
    {
      g_autofree char *size = describe_size (template);
      GtkWidget *label = make_label (size, "caption", 1);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  plenum_accessible_name (GTK_WIDGET (self), name);

  return GTK_WIDGET (self);
}

/**
 * plenum_template_card_get_template:
 *
 * Returns: (transfer none) (nullable): the template, or %NULL for an empty board
 */
PlenumTemplate *
plenum_template_card_get_template (PlenumTemplateCard *self)
{
  g_return_val_if_fail (PLENUM_IS_TEMPLATE_CARD (self), NULL);

  return self->template;
}

/**
 * plenum_template_card_fill:
 * @box: where to put them
 * @with_blank: whether the empty board is one of them, the first
 *
 * Puts cards for all templates into @box.
 */
void
plenum_template_card_fill (GtkFlowBox *box, gboolean with_blank)
{
  g_autoptr (GPtrArray) templates = plenum_template_list ();

  if (with_blank)
    gtk_flow_box_append (box, plenum_template_card_new (NULL));
  for (guint i = 0; i < templates->len; i++)
    gtk_flow_box_append (box, plenum_template_card_new (templates->pdata[i]));
}
