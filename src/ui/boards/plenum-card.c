/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a card looks: paper of its kind, its text, and a quiet line of what else
 * there is. What one can do with it is the row's. */
#include "plenum-card.h"

#include <glib/gi18n.h>

#include "plenum-card-colours.h"
#include "plenum-card-kinds.h"
#include "plenum-card-speech.h"
#include "plenum-fade-label.h"

#define LINES 6

struct _PlenumCard
{
  GtkWidget  parent_instance;

  GtkWidget *head;
  GtkWidget *icon;
  GtkWidget *words;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *foot;
  GtkWidget *foot_tags;
  GtkWidget *foot_inside;
  GtkWidget *foot_comments;
  GtkWidget *foot_author;
  GtkWidget *editor; /* nullable */
};

G_DEFINE_FINAL_TYPE (PlenumCard, plenum_card, GTK_TYPE_WIDGET)

static void
plenum_card_dispose (GObject *object)
{
  PlenumCard *self = PLENUM_CARD (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);

  G_OBJECT_CLASS (plenum_card_parent_class)->dispose (object);
}

static void
plenum_card_class_init (PlenumCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static GtkWidget *
new_foot_label (PlenumCard *self, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  gtk_box_append (GTK_BOX (self->foot), label);

  return label;
}

static void
plenum_card_init (PlenumCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_set_parent (self->head, widget);
  self->icon = gtk_image_new ();
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->icon, "kind");
  gtk_box_append (GTK_BOX (self->head), self->icon);

  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (self->head), self->words);
  self->title = plenum_fade_label_new (3);
  gtk_widget_add_css_class (self->title, "card-title");
  gtk_box_append (GTK_BOX (self->words), self->title);
  self->text = plenum_fade_label_new (LINES);
  gtk_widget_add_css_class (self->text, "card-text");
  gtk_box_append (GTK_BOX (self->words), self->text);

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->foot, "foot");
  gtk_widget_set_parent (self->foot, widget);
  self->foot_tags = new_foot_label (self, TRUE);
  self->foot_inside = new_foot_label (self, FALSE);
  self->foot_comments = new_foot_label (self, FALSE);
  self->foot_author = new_foot_label (self, FALSE);
}

GtkWidget *
plenum_card_new (void)
{
  return g_object_new (PLENUM_TYPE_CARD, NULL);
}

static void
set_foot (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

/* What became of it comes first: it is what people look for. */
static char *
dup_left (PlenumBoardEntry *entry)
{
  const char *texts[] = { plenum_board_entry_get_answers (entry), plenum_board_entry_get_tags (entry), plenum_board_entry_get_themes (entry) };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i] != '\0')
      g_ptr_array_add (parts, (gpointer) texts[i]);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_foot (PlenumCard *self, PlenumBoardEntry *entry)
{
  guint n = plenum_board_entry_get_n_comments (entry);
  g_autofree char *left = dup_left (entry);
  g_autofree char *initials = plenum_board_entry_dup_initials (entry);
  g_autofree char *comments = NULL;
  g_autofree char *inside = plenum_board_entry_get_n_inside (entry) > 0 ? plenum_card_speech_dup_inside (entry) : NULL;

  if (n > 0)
    /* Translators: at the foot of a card, as short as possible */
    comments = g_strdup_printf (ngettext ("%u comment", "%u comments", n), n);
  gtk_label_set_label (GTK_LABEL (self->foot_tags), left); /* it keeps the others at the right */
  set_foot (self->foot_comments, comments != NULL ? comments : "");
  set_foot (self->foot_inside, inside != NULL ? inside : "");
  set_foot (self->foot_author, initials);
  gtk_widget_set_visible (self->foot, *left != '\0' || n > 0 || *initials != '\0' || inside != NULL);
}

/**
 * plenum_card_paint:
 * @paper: a widget that looks like paper
 *
 * Gives it the colour of a card: its own, or its kind's.
 */
void
plenum_card_paint (GtkWidget *paper, PlenumBoardEntry *entry)
{
  guint n_kinds, n_colours;
  const PlenumCardKind *kinds = plenum_card_kinds_get_table (&n_kinds);
  const PlenumCardColour *colours = plenum_card_colours_get_table (&n_colours);
  const PlenumCardColour *colour =
    plenum_card_colours_find (plenum_record_get_text (plenum_board_entry_get_record (entry), PLENUM_IDEA_COLOUR));
  const char *wanted = colour != NULL ? colour->id : plenum_card_kinds_find (plenum_board_entry_get_kind (entry))->id;

  if (gtk_widget_has_css_class (paper, wanted))
    return;

  for (guint i = 0; i < n_kinds; i++)
    gtk_widget_remove_css_class (paper, kinds[i].id);
  for (guint i = 0; i < n_colours; i++)
    gtk_widget_remove_css_class (paper, colours[i].id);
  gtk_widget_add_css_class (paper, wanted);
}

/**
 * plenum_card_show:
 *
 * Shows what @entry is now.
 */
void
plenum_card_show (PlenumCard *self, PlenumBoardEntry *entry)
{
  const char *title, *text;
  const PlenumCardKind *kind;

  g_return_if_fail (PLENUM_IS_CARD (self));

  title = plenum_board_entry_get_title (entry);
  text = plenum_board_entry_get_text (entry);
  kind = plenum_card_kinds_find (plenum_board_entry_get_kind (entry));
  plenum_card_paint (GTK_WIDGET (self), entry);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kind->icon);

  plenum_fade_label_set_text (PLENUM_FADE_LABEL (self->title), title);
  plenum_fade_label_set_text (PLENUM_FADE_LABEL (self->text), text);
  gtk_widget_set_visible (self->title, *title != '\0');
  gtk_widget_set_visible (self->text, *text != '\0' && self->editor == NULL);
  show_foot (self, entry);
}

/**
 * plenum_card_set_editor:
 * @editor: (nullable): what the text is edited in, or %NULL to show the text again
 */
void
plenum_card_set_editor (PlenumCard *self, GtkWidget *editor)
{
  g_return_if_fail (PLENUM_IS_CARD (self));

  if (self->editor != NULL)
    gtk_box_remove (GTK_BOX (self->words), self->editor);
  self->editor = editor;
  if (editor != NULL)
    gtk_box_append (GTK_BOX (self->words), editor);
  gtk_widget_set_visible (self->text, editor == NULL);
}
