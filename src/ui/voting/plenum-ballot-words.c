/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of a few words for an option: a stance, a grade, consent. Each is a button,
 * and they go on in the next line where there is no room. */
#include "plenum-ballot-words.h"

#include <glib/gi18n.h>

#include "plenum-wrap-layout.h"

struct _PlenumBallotWords
{
  GtkWidget          parent_instance;

  PlenumBallotDraft *draft;
  guint              option;
  GPtrArray         *buttons; /* borrowed */
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (PlenumBallotWords, plenum_ballot_words, GTK_TYPE_WIDGET)

/* What the button of that number stands for. */
static gint64
get_value (PlenumBallotDraft *draft, guint index)
{
  switch (plenum_ballot_draft_get_kind (draft))
    {
    case PLENUM_PAPER_STANCES:
      return 1 - (gint64) index;

    case PLENUM_PAPER_GRADES:
      return index + 1;

    case PLENUM_PAPER_CONSENT:
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return index;
    }
}

static char **
list_words (PlenumBallotDraft *draft)
{
  PlenumPaperKind kind = plenum_ballot_draft_get_kind (draft);
  const char *stances[] = { C_("ballot", "Agree"), C_("ballot", "Pass"), C_("ballot", "Disagree"), NULL };
  const char *consent[] = { C_("ballot", "Consent"), C_("ballot", "Concern"), C_("ballot", "Objection"), NULL };

  if (kind == PLENUM_PAPER_GRADES)
    return plenum_ballot_draft_list_grades (draft);

  return g_strdupv ((char **) (kind == PLENUM_PAPER_STANCES ? stances : consent));
}

static void
update (PlenumBallotWords *self)
{
  gboolean given = plenum_ballot_draft_is_given (self->draft, self->option);
  gint64 value = plenum_ballot_draft_get_value (self->draft, self->option);

  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), given && value == get_value (self->draft, i));
  self->updating = FALSE;
}

static void
toggled_cb (GtkToggleButton *button, PlenumBallotWords *self)
{
  guint index;

  if (self->updating || !g_ptr_array_find (self->buttons, button, &index))
    return;

  if (gtk_toggle_button_get_active (button))
    plenum_ballot_draft_set_value (self->draft, self->option, get_value (self->draft, index));
  else
    plenum_ballot_draft_unset (self->draft, self->option);
}

/* The first is 1, and so on. */
static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, PlenumBallotWords *self)
{
  guint32 c = gdk_keyval_to_unicode (key);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || c < '1' || c > '9' || c - '1' >= self->buttons->len)
    return FALSE;

  plenum_ballot_draft_set_value (self->draft, self->option, get_value (self->draft, c - '1'));
  gtk_widget_grab_focus (g_ptr_array_index (self->buttons, c - '1'));

  return TRUE;
}

static gboolean
plenum_ballot_words_grab_focus (GtkWidget *widget)
{
  PlenumBallotWords *self = PLENUM_BALLOT_WORDS (widget);

  return self->buttons->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->buttons, 0));
}

static void
plenum_ballot_words_dispose (GObject *object)
{
  PlenumBallotWords *self = PLENUM_BALLOT_WORDS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (plenum_ballot_words_parent_class)->dispose (object);
}

static void
plenum_ballot_words_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_BALLOT_WORDS (object)->buttons);
  G_OBJECT_CLASS (plenum_ballot_words_parent_class)->finalize (object);
}

static void
plenum_ballot_words_class_init (PlenumBallotWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_ballot_words_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_ballot_words_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = plenum_ballot_words_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "ballotwords");
}

static void
plenum_ballot_words_init (PlenumBallotWords *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), plenum_wrap_layout_new (6, FALSE));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * plenum_ballot_words_new:
 * @draft: the ballot
 * @option: which of its options
 *
 * Returns: (transfer floating): the buttons
 */
GtkWidget *
plenum_ballot_words_new (PlenumBallotDraft *draft, guint option)
{
  PlenumBallotWords *self = g_object_new (PLENUM_TYPE_BALLOT_WORDS, NULL);
  g_auto (GStrv) words = NULL;

  self->draft = g_object_ref (draft);
  self->option = option;
  words = list_words (draft);
  for (guint i = 0; words[i] != NULL; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (words[i]);

      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
  g_signal_connect_object (draft, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * plenum_ballot_words_name:
 * @draft: a ballot
 * @value: what such a ballot can say of an option
 *
 * Returns: (transfer full) (nullable): the word for it, or %NULL where a number is said
 */
char *
plenum_ballot_words_name (PlenumBallotDraft *draft, gint64 value)
{
  PlenumPaperKind kind = plenum_ballot_draft_get_kind (draft);
  g_auto (GStrv) words = NULL;

  if (kind != PLENUM_PAPER_STANCES && kind != PLENUM_PAPER_GRADES && kind != PLENUM_PAPER_CONSENT)
    return NULL;

  words = list_words (draft);
  for (guint i = 0; words[i] != NULL; i++)
    if (get_value (draft, i) == value)
      return g_strdup (words[i]);

  return NULL;
}
