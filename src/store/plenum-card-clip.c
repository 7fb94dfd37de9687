/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-clip.h"

#include <string.h>

#include "plenum-cells.h"

struct _PlenumCardClip
{
  gatomicrefcount  ref_count;
  GPtrArray       *cards; /* of PlenumCopiedCard */
};

G_DEFINE_BOXED_TYPE (PlenumCardClip, plenum_card_clip, plenum_card_clip_ref, plenum_card_clip_unref)

static void
copied_card_free (gpointer data)
{
  PlenumCopiedCard *card = data;

  g_object_unref (card->idea);
  g_strfreev (card->tags);
  g_free (card->theme);
  g_free (card);
}

PlenumCardClip *
plenum_card_clip_new (void)
{
  PlenumCardClip *self = g_new0 (PlenumCardClip, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->cards = g_ptr_array_new_with_free_func (copied_card_free);

  return self;
}

PlenumCardClip *
plenum_card_clip_ref (PlenumCardClip *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
plenum_card_clip_unref (PlenumCardClip *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->cards);
  g_free (self);
}

/**
 * plenum_card_clip_add:
 * @idea: a card; it is copied
 * @tags: (array zero-terminated): names of its tags
 * @theme: (nullable): the name of the stack it lies in
 */
void
plenum_card_clip_add (PlenumCardClip *self, PlenumRecord *idea, const char * const *tags, const char *theme)
{
  PlenumCopiedCard *card = g_new0 (PlenumCopiedCard, 1);

  card->idea = plenum_record_copy (idea, plenum_record_get_id (idea));
  card->tags = g_strdupv ((char **) tags);
  card->theme = g_strdup (theme);
  g_ptr_array_add (self->cards, card);
}

guint
plenum_card_clip_get_length (PlenumCardClip *self)
{
  return self->cards->len;
}

/**
 * plenum_card_clip_get:
 *
 * Returns: (transfer none): one of the cards
 */
const PlenumCopiedCard *
plenum_card_clip_get (PlenumCardClip *self, guint index)
{
  return g_ptr_array_index (self->cards, index);
}

/* What a line of a list says: not its bullet, nor its number. */
static const char *
skip_bullet (const char *line)
{
  static const char * const bullets[] = { "- ", "* ", "+ ", "• ", "◦ ", "‣ ", "– ", "— ", "☐ ", "☑ ", "· ", "▪ " };
  gsize digits;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);

  digits = strspn (line, "0123456789");
  if (digits > 0 && digits <= 3 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return line + digits + 2;

  return line;
}

/**
 * plenum_card_clip_new_from_text:
 * @text: from another program
 *
 * Makes a card of every line, and of every cell where there is a table. What is
 * blank makes none; bullets and numbers of a list are left out.
 *
 * Returns: (transfer full): cards, or none
 */
PlenumCardClip *
plenum_card_clip_new_from_text (const char *text)
{
  static const char * const no_tags[] = { NULL };
  PlenumCardClip *self = plenum_card_clip_new ();
  g_autoptr (GPtrArray) rows = plenum_cells_split (text);

  for (guint i = 0; i < rows->len; i++)
    for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
      {
        g_autoptr (PlenumRecord) idea = plenum_record_new (PLENUM_IDEA, NULL);
        const char *said = skip_bullet (g_strstrip (*cell));

        if (*said == '\0')
          continue;
        plenum_record_set_text (idea, PLENUM_IDEA_TEXT, said);
        plenum_card_clip_add (self, idea, no_tags, NULL);
      }

  return self;
}

static void
append_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, "\n\t\r") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

/**
 * plenum_card_clip_to_text:
 *
 * Returns: (transfer full): a line for each card, as
 *   plenum_card_clip_new_from_text() and spreadsheets read it
 */
char *
plenum_card_clip_to_text (PlenumCardClip *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->cards->len; i++)
    {
      PlenumRecord *idea = plenum_card_clip_get (self, i)->idea;
      const char *title = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);
      const char *said = plenum_record_get_text (idea, PLENUM_IDEA_TEXT);
      gboolean both = title != NULL && *title != '\0' && said != NULL && *said != '\0';
      g_autofree char *cell = both ? g_strdup_printf ("%s: %s", title, said)
                                   : g_strconcat (title != NULL ? title : "", said != NULL ? said : "", NULL);

      if (i > 0)
        g_string_append_c (text, '\n');
      append_cell (text, cell);
    }

  return g_string_free (text, FALSE);
}
