/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an action is called in the history and on the undo button. It is stored
 * untranslated, with what belongs into its gaps, so that the history of one
 * library reads well in the language of whoever opens it. */
#include "plenum-label.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Separates the parts of a stored label; no message and no name holds it. */
#define UNIT_SEPARATOR "\x1f"
#define LONGEST_NAME 60 /* characters */

struct _PlenumLabel
{
  char  *message;
  char  *message_plural; /* nullable */
  guint  count;
  char  *name;           /* nullable */
};

/* One line of at most LONGEST_NAME characters: names are what people typed. */
static char *
shorten (const char *name)
{
  g_autofree char *flat = NULL;

  if (name == NULL)
    return NULL;

  flat = g_utf8_make_valid (name, -1);
  for (char *c = flat; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      *c = ' ';
  g_strstrip (flat);

  if (g_utf8_strlen (flat, -1) > LONGEST_NAME)
    {
      g_autofree char *start = g_utf8_substring (flat, 0, LONGEST_NAME - 1);
      return g_strconcat (g_strchomp (start), "…", NULL);
    }

  return g_steal_pointer (&flat);
}

static PlenumLabel *
label_new (const char *message, const char *message_plural, guint count, const char *name)
{
  PlenumLabel *self = g_new0 (PlenumLabel, 1);

  self->message = g_strdup (message);
  self->message_plural = g_strdup (message_plural);
  self->count = count;
  self->name = shorten (name);

  return self;
}

/**
 * plenum_label_new:
 * @message: a whole phrase in the imperative, "Sort cards"; the catalog's tools know
 *   these three functions, so it needs no N_()
 *
 * Returns: (transfer full): a label
 */
PlenumLabel *
plenum_label_new (const char *message)
{
  return label_new (message, NULL, 1, NULL);
}

/**
 * plenum_label_new_named:
 * @message: a phrase in which `{name}` stands for @name
 * @name: (nullable): what a person called it; shortened to one line
 *
 * Returns: (transfer full): a label
 */
PlenumLabel *
plenum_label_new_named (const char *message, const char *name)
{
  return label_new (message, NULL, 1, name != NULL ? name : "");
}

/**
 * plenum_label_new_count:
 * @message: the phrase for one
 * @message_plural: the phrase for many, in which `{count}` stands for @count
 * @name: (nullable): goes where `{name}` is
 *
 * Returns: (transfer full): a label
 */
PlenumLabel *
plenum_label_new_count (const char *message, const char *message_plural, guint count, const char *name)
{
  return label_new (message, message_plural, count, name);
}

PlenumLabel *
plenum_label_copy (PlenumLabel *self)
{
  return label_new (self->message, self->message_plural, self->count, self->name);
}

void
plenum_label_free (PlenumLabel *self)
{
  g_free (self->message);
  g_free (self->message_plural);
  g_free (self->name);
  g_free (self);
}

/**
 * plenum_label_to_stored:
 *
 * Returns: (transfer full): text for the database, for plenum_label_parse()
 */
char *
plenum_label_to_stored (PlenumLabel *self)
{
  return g_strdup_printf ("%s" UNIT_SEPARATOR "%s" UNIT_SEPARATOR "%u" UNIT_SEPARATOR "%s",
                          self->message,
                          self->message_plural != NULL ? self->message_plural : "",
                          self->count,
                          self->name != NULL ? self->name : "");
}

/**
 * plenum_label_parse:
 * @stored: what plenum_label_to_stored() gave, from any library, trusted or not
 *
 * Returns: (transfer full): the label; text that is none becomes a label as it stands
 */
PlenumLabel *
plenum_label_parse (const char *stored)
{
  g_autofree char *valid = g_utf8_make_valid (stored, -1);
  g_auto (GStrv) parts = g_strsplit (valid, UNIT_SEPARATOR, 4);

  if (g_strv_length (parts) != 4)
    return label_new (valid, NULL, 1, NULL);

  return label_new (parts[0], *parts[1] != '\0' ? parts[1] : NULL, strtoul (parts[2], NULL, 10), parts[3]);
}

/**
 * plenum_label_render:
 *
 * Returns: (transfer full): the label in the user's language, gaps filled. Never
 *   read as a printf format, since the message may come from a foreign library.
 */
char *
plenum_label_render (PlenumLabel *self)
{
  const char *message;
  g_autofree char *count = g_strdup_printf ("%u", self->count);
  g_autoptr (GString) text = NULL;

  if (*self->message == '\0')
    message = "";
  else if (self->message_plural != NULL)
    message = g_dngettext (GETTEXT_PACKAGE, self->message, self->message_plural, self->count);
  else
    message = g_dgettext (GETTEXT_PACKAGE, self->message);

  text = g_string_new (message);
  g_string_replace (text, "{count}", count, 1);
  g_string_replace (text, "{name}", self->name != NULL ? self->name : "", 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
