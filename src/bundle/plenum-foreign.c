/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-foreign.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-place.h"

static void
free_poll (gpointer data)
{
  PlenumForeignPoll *poll = data;

  g_array_unref (poll->options);
  g_free (poll);
}

PlenumForeign *
plenum_foreign_new (const char *format)
{
  PlenumForeign *self = g_new0 (PlenumForeign, 1);

  self->format = format;
  self->ideas = g_array_new (FALSE, TRUE, sizeof (PlenumForeignIdea));
  self->comments = g_array_new (FALSE, TRUE, sizeof (PlenumForeignComment));
  self->polls = g_ptr_array_new_with_free_func (free_poll);
  self->lost = g_ptr_array_new_with_free_func (g_free);
  self->lost_why = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_string_chunk_new (4096);

  return self;
}

void
plenum_foreign_free (PlenumForeign *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->url);
  g_array_unref (self->ideas);
  g_array_unref (self->comments);
  g_ptr_array_unref (self->polls);
  g_ptr_array_unref (self->lost);
  g_hash_table_unref (self->lost_why);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * plenum_foreign_keep:
 * @text: (nullable): a text
 *
 * Returns: (nullable): a copy that lives as long as @self; %NULL for one that is
 *   empty or nothing but space
 */
const char *
plenum_foreign_keep (PlenumForeign *self, const char *text)
{
  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    return NULL;

  self->length += strlen (text) + 1;

  return g_string_chunk_insert (self->texts, text);
}

/**
 * plenum_foreign_add_idea:
 *
 * Returns: (transfer none): an idea to fill, valid until the next is added
 */
PlenumForeignIdea *
plenum_foreign_add_idea (PlenumForeign *self)
{
  PlenumForeignIdea idea = { .separators = ",;|", .moderated = PLENUM_MODERATED_UNKNOWN };

  g_array_append_val (self->ideas, idea);

  return &g_array_index (self->ideas, PlenumForeignIdea, self->ideas->len - 1);
}

/* Adds a tag to those that the idea has. */
void
plenum_foreign_tag (PlenumForeign *self, PlenumForeignIdea *idea, const char *tag)
{
  char separator[] = { idea->separators[0], '\0' };
  g_autofree char *tags = idea->tags != NULL ? g_strconcat (idea->tags, separator, tag, NULL) : g_strdup (tag);

  idea->tags = plenum_foreign_keep (self, tags);
}

/* What a stack is called: the first line of the idea on top, if it is not long. */
static const char *
name_stack (PlenumForeign *self, const PlenumForeignIdea *top)
{
  const char *text = top->title != NULL ? top->title : top->text;
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  g_autofree char *name = g_utf8_strlen (line, -1) > 80 ? g_utf8_substring (line, 0, 79) : NULL;
  g_autofree char *shortened = name != NULL ? g_strconcat (name, "…", NULL) : NULL;

  return plenum_foreign_keep (self, shortened != NULL ? shortened : line);
}

/**
 * plenum_foreign_add_stacks:
 *
 * Makes themes of stacks: an idea that others lie under, and those.
 */
void
plenum_foreign_add_stacks (PlenumForeign *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->ideas->len; i++)
    {
      PlenumForeignIdea *idea = &g_array_index (self->ideas, PlenumForeignIdea, i);

      if (idea->id != NULL)
        g_hash_table_insert (by_id, (char *) idea->id, idea);
    }

  for (guint i = 0; i < self->ideas->len; i++)
    {
      PlenumForeignIdea *idea = &g_array_index (self->ideas, PlenumForeignIdea, i);
      PlenumForeignIdea *top = idea->stack != NULL ? g_hash_table_lookup (by_id, idea->stack) : NULL;

      if (top == NULL || top == idea)
        continue;
      if (top->theme == NULL)
        {
          top->theme = name_stack (self, top);
          top->theme_key = top->id;
        }
      idea->theme = top->theme;
      idea->theme_key = top->theme_key;
    }
}

void
plenum_foreign_add_comment (PlenumForeign *self, guint idea, const char *text, const char *author, gint64 created)
{
  PlenumForeignComment comment = { idea, plenum_foreign_keep (self, text), plenum_foreign_keep (self, author), created };

  if (comment.text != NULL)
    g_array_append_val (self->comments, comment);
}

PlenumForeignPoll *
plenum_foreign_add_poll (PlenumForeign *self, const char *question)
{
  PlenumForeignPoll *poll = g_new0 (PlenumForeignPoll, 1);

  poll->question = plenum_foreign_keep (self, question);
  poll->options = g_array_new (FALSE, TRUE, sizeof (PlenumForeignOption));
  g_ptr_array_add (self->polls, poll);

  return poll;
}

/**
 * plenum_foreign_lose:
 * @name: a column or member that is not taken over; a second time changes nothing
 * @why: (nullable): a sentence; %NULL if there just is no field for it
 */
void
plenum_foreign_lose (PlenumForeign *self, const char *name, const char *why)
{
  if (g_hash_table_contains (self->lost_why, name))
    return;

  g_hash_table_insert (self->lost_why, g_strdup (name), g_strdup (why != NULL ? why : _("There is no field for it.")));
  g_ptr_array_add (self->lost, g_strdup (name));
}

/**
 * plenum_foreign_check_size:
 * @line: how far @file was read
 * @error: return location for %PLENUM_BUNDLE_ERROR_TOO_LARGE
 */
gboolean
plenum_foreign_check_size (PlenumForeign *self, const char *file, guint64 line, GError **error)
{
  if (self->length <= PLENUM_FOREIGN_MAX_TEXT && self->ideas->len <= PLENUM_FOREIGN_MAX_IDEAS
      && self->comments->len <= PLENUM_FOREIGN_MAX_IDEAS && self->lost->len <= 4096)
    return TRUE;

  plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TOO_LARGE, file, line,
                          _("The file is too large: at most 64 MiB of text, and 500000 contributions. Split it."));
  return FALSE;
}
