/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies on a board: a card, or a theme as a stack of cards. One object for
 * as long as the idea or theme is there, so that what shows it can stay too. */
#include "plenum-board-entry-private.h"

#include <string.h>

#include "plenum-fold.h"

#define NAME_LENGTH 80

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumBoardEntry, plenum_board_entry, G_TYPE_OBJECT)

static void
plenum_board_entry_dispose (GObject *object)
{
  PlenumBoardEntry *self = PLENUM_BOARD_ENTRY (object);

  plenum_board_entry_set_stack (self, NULL);

  G_OBJECT_CLASS (plenum_board_entry_parent_class)->dispose (object);
}

static void
plenum_board_entry_finalize (GObject *object)
{
  PlenumBoardEntry *self = PLENUM_BOARD_ENTRY (object);

  g_object_unref (self->record);
  g_ptr_array_unref (self->cards);
  g_free (self->tags);
  g_free (self->author);
  g_free (self->themes);
  g_free (self->answers);
  g_free (self->inside);
  g_free (self->folded);
  g_free (self->position);
  g_free (self->id);

  G_OBJECT_CLASS (plenum_board_entry_parent_class)->finalize (object);
}

static void
plenum_board_entry_class_init (PlenumBoardEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_board_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_board_entry_finalize;

  /**
   * PlenumBoardEntry::changed:
   *
   * It shall be shown differently now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_board_entry_init (PlenumBoardEntry *self)
{
  self->cards = g_ptr_array_new ();
  self->matches = TRUE;
}

PlenumBoardEntry *
plenum_board_entry_new (PlenumRecord *record)
{
  PlenumBoardEntry *self = g_object_new (PLENUM_TYPE_BOARD_ENTRY, NULL);

  self->record = g_object_ref (record);
  self->id = g_strdup (plenum_record_get_id (record));

  return self;
}

/* After the whole library was read again the same row is another object. */
void
plenum_board_entry_set_record (PlenumBoardEntry *self, PlenumRecord *record)
{
  g_set_object (&self->record, record);
  g_clear_pointer (&self->folded, g_free);
}

void
plenum_board_entry_set_stack (PlenumBoardEntry *self, PlenumBoardEntry *stack)
{
  if (self->stack == stack)
    return;

  if (self->stack != NULL)
    g_ptr_array_remove_fast (self->stack->cards, self);
  g_set_object (&self->stack, stack);
  if (stack != NULL)
    g_ptr_array_add (stack->cards, self);
}

/* Takes the texts. */
void
plenum_board_entry_set_details (PlenumBoardEntry *self, char *tags, char *author, char *themes, guint n_comments)
{
  g_free (self->tags);
  g_free (self->author);
  g_free (self->themes);
  self->tags = tags;
  self->author = author;
  self->themes = themes;
  self->n_comments = n_comments;
  g_clear_pointer (&self->folded, g_free);
}

/* Takes the text. */
void
plenum_board_entry_set_answers (PlenumBoardEntry *self, char *answers)
{
  g_free (self->answers);
  self->answers = answers;
}

void
plenum_board_entry_set_inside (PlenumBoardEntry *self, guint n_inside, const char *texts)
{
  self->n_inside = n_inside;
  g_free (self->inside);
  self->inside = g_strdup (texts);
  g_clear_pointer (&self->folded, g_free);
}

void
plenum_board_entry_set_selected (PlenumBoardEntry *self, gboolean selected)
{
  if (self->selected == selected)
    return;

  self->selected = selected;
  plenum_board_entry_changed (self);
}

/* Compares as plenum_fold_contains() does, but folds each text once, not at each key. */
void
plenum_board_entry_match (PlenumBoardEntry *self, const char *const *words)
{
  self->matches = TRUE;
  if (words == NULL)
    return;

  if (self->folded == NULL)
    {
      g_autofree char *all = g_strjoin ("\n", plenum_board_entry_get_title (self), plenum_board_entry_get_text (self),
                                        plenum_board_entry_get_tags (self), self->inside, NULL);
      g_autofree char *two = plenum_fold (all);
      g_autofree char *plain = plenum_fold_plain (all);

      self->folded = g_strconcat (two, "\n", plain, NULL);
    }

  for (guint i = 0; words[i] != NULL; i += 2)
    if (strstr (self->folded, words[i]) == NULL && strstr (self->folded, words[i + 1]) == NULL)
      self->matches = FALSE;
}

void
plenum_board_entry_changed (PlenumBoardEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A stack stands where its theme stands, and its cards behind it in their order. */
int
plenum_board_entry_compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlenumBoardEntry *left = a, *right = b;
  const PlenumBoardEntry *top_left = left->stack != NULL ? left->stack : left;
  const PlenumBoardEntry *top_right = right->stack != NULL ? right->stack : right;
  int order;

  if (top_left != top_right)
    {
      order = g_strcmp0 (top_left->position, top_right->position);
      return order != 0 ? order : strcmp (top_left->id, top_right->id);
    }

  if (left == top_left || right == top_right)
    return (left == right) ? 0 : (left == top_left ? -1 : 1);

  order = g_strcmp0 (left->position, right->position);
  return order != 0 ? order : strcmp (left->id, right->id);
}

const char *
plenum_board_entry_get_id (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->id;
}

/**
 * plenum_board_entry_get_record:
 *
 * Returns: (transfer none): the idea or theme
 */
PlenumRecord *
plenum_board_entry_get_record (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->record;
}

gboolean
plenum_board_entry_is_stack (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), FALSE);

  return plenum_record_get_record_type (self->record) == PLENUM_THEME;
}

/**
 * plenum_board_entry_get_area_id:
 *
 * Returns: (nullable): the area it lies in, or %NULL if in none
 */
const char *
plenum_board_entry_get_area_id (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->area != NULL ? plenum_board_area_get_id (self->area) : NULL;
}

/**
 * plenum_board_entry_get_stack:
 *
 * Returns: (transfer none) (nullable): the stack a card lies in
 */
PlenumBoardEntry *
plenum_board_entry_get_stack (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->stack;
}

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  return plenum_board_entry_compare (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

/**
 * plenum_board_entry_list_cards:
 *
 * Returns: (transfer full) (element-type PlenumBoardEntry): the cards of a stack in their order
 */
GPtrArray *
plenum_board_entry_list_cards (PlenumBoardEntry *self)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  for (guint i = 0; i < self->cards->len; i++)
    g_ptr_array_add (cards, g_object_ref (self->cards->pdata[i]));
  g_ptr_array_sort (cards, compare_cards);

  return cards;
}

guint
plenum_board_entry_count_cards (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), 0);

  return self->cards->len;
}

gboolean
plenum_board_entry_get_open (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), FALSE);

  return self->open;
}

gboolean
plenum_board_entry_get_selected (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), FALSE);

  return self->selected;
}

/**
 * plenum_board_entry_get_matches:
 *
 * Returns: whether the search finds it, or there is none
 */
gboolean
plenum_board_entry_get_matches (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), FALSE);

  return self->matches;
}

static const char *
get_text (PlenumBoardEntry *self, guint field)
{
  const char *text = plenum_record_get_text (self->record, field);

  return text != NULL ? text : "";
}

/**
 * plenum_board_entry_get_title:
 *
 * Returns: the title of the card or the name of the theme; empty if it has none
 */
const char *
plenum_board_entry_get_title (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return get_text (self, plenum_board_entry_is_stack (self) ? (guint) PLENUM_THEME_TITLE : (guint) PLENUM_IDEA_TITLE);
}

const char *
plenum_board_entry_get_text (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return plenum_board_entry_is_stack (self) ? "" : get_text (self, PLENUM_IDEA_TEXT);
}

const char *
plenum_board_entry_get_kind (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return plenum_board_entry_is_stack (self) ? "" : get_text (self, PLENUM_IDEA_KIND);
}

/**
 * plenum_board_entry_get_tags:
 *
 * Returns: the names of its tags, separated by commas; empty if it has none
 */
const char *
plenum_board_entry_get_tags (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->tags != NULL ? self->tags : "";
}

/**
 * plenum_board_entry_get_author:
 *
 * Returns: the name or pseudonym of its author; empty if nobody is known
 */
const char *
plenum_board_entry_get_author (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->author != NULL ? self->author : "";
}

/**
 * plenum_board_entry_dup_initials:
 *
 * Returns: (transfer full): the first letters of the author's first and last name
 */
char *
plenum_board_entry_dup_initials (PlenumBoardEntry *self)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) initials = g_string_new (NULL);
  const char *last = NULL;

  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  words = g_strsplit_set (plenum_board_entry_get_author (self), " \t\n", -1);
  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      if (initials->len == 0)
        g_string_append_unichar (initials, g_utf8_get_char (*word));
      else
        last = *word;
    }
  if (last != NULL)
    g_string_append_unichar (initials, g_utf8_get_char (last));

  return g_string_free (g_steal_pointer (&initials), FALSE);
}

/**
 * plenum_board_entry_get_themes:
 *
 * Returns: the themes it belongs to beside its stack, separated by commas
 */
const char *
plenum_board_entry_get_themes (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->themes != NULL ? self->themes : "";
}

/**
 * plenum_board_entry_get_answers:
 *
 * Returns: (transfer none): in a word or two what became of the idea, or an empty string
 */
const char *
plenum_board_entry_get_answers (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  return self->answers != NULL ? self->answers : "";
}

guint
plenum_board_entry_get_n_comments (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), 0);

  return self->n_comments;
}

/**
 * plenum_board_entry_get_n_inside:
 *
 * Returns: how many cards were merged into this one
 */
guint
plenum_board_entry_get_n_inside (PlenumBoardEntry *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), 0);

  return self->n_inside;
}

/**
 * plenum_board_entry_dup_name:
 *
 * Returns: (transfer full): how it is called in a sentence: its title or the
 *   beginning of its text, on one line
 */
char *
plenum_board_entry_dup_name (PlenumBoardEntry *self)
{
  const char *text;
  g_autofree char *line = NULL;

  g_return_val_if_fail (PLENUM_IS_BOARD_ENTRY (self), NULL);

  text = plenum_board_entry_get_title (self);
  if (*text == '\0')
    text = plenum_board_entry_get_text (self);
  line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) > NAME_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (line, 0, NAME_LENGTH - 1);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&line);
}
