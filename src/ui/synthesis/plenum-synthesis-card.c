/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card of some workshop as it is read in a synthesis. It stays the same object as
 * long as its card is read there, whatever becomes of it. */
#include "plenum-synthesis-card.h"

struct _PlenumSynthesisCard
{
  GObject       parent_instance;

  PlenumRecord *idea;
  PlenumRecord *workshop;
  guint         source;
  char         *sector;     /* nullable: its author's */
  char         *theme;      /* nullable */
  gboolean      decided;    /* that it is in this theme, or in none */
  gboolean      by_hand;
  double        typicality; /* for its theme: 0 to 1; below 0 where it is not known */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumSynthesisCard, plenum_synthesis_card, G_TYPE_OBJECT)

static void
plenum_synthesis_card_finalize (GObject *object)
{
  PlenumSynthesisCard *self = PLENUM_SYNTHESIS_CARD (object);

  g_clear_object (&self->idea);
  g_clear_object (&self->workshop);
  g_free (self->sector);
  g_free (self->theme);

  G_OBJECT_CLASS (plenum_synthesis_card_parent_class)->finalize (object);
}

static void
plenum_synthesis_card_class_init (PlenumSynthesisCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_synthesis_card_finalize;

  /**
   * PlenumSynthesisCard::changed:
   *
   * Something of it is different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_synthesis_card_init (PlenumSynthesisCard *self)
{
  self->typicality = -1;
}

/**
 * plenum_synthesis_card_new:
 * @workshop: the workshop that @idea is from
 * @source: the number of that workshop among the sources, from 0
 * @sector: (nullable): of who wrote it
 *
 * Returns: (transfer full): the card, in no theme yet
 */
PlenumSynthesisCard *
plenum_synthesis_card_new (PlenumRecord *idea, PlenumRecord *workshop, guint source, const char *sector)
{
  PlenumSynthesisCard *self = g_object_new (PLENUM_TYPE_SYNTHESIS_CARD, NULL);

  self->idea = g_object_ref (idea);
  self->workshop = g_object_ref (workshop);
  self->source = source;
  self->sector = g_strdup (sector);

  return self;
}

static void
set_text (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

static gboolean
same_record (PlenumRecord *one, PlenumRecord *other)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (one));

  for (guint i = 0; i < info->n_fields; i++)
    if (!plenum_record_field_equal (one, other, i))
      return FALSE;

  return TRUE;
}

/**
 * plenum_synthesis_card_update:
 * @now: the same card as it was just read
 *
 * Returns: whether anything is different
 */
gboolean
plenum_synthesis_card_update (PlenumSynthesisCard *self, PlenumSynthesisCard *now)
{
  gboolean changed;

  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), FALSE);

  changed = !same_record (self->idea, now->idea) || !same_record (self->workshop, now->workshop)
            || g_strcmp0 (self->sector, now->sector) != 0;
  g_set_object (&self->idea, now->idea);
  g_set_object (&self->workshop, now->workshop);
  set_text (&self->sector, now->sector);
  self->source = now->source;

  return changed;
}

/**
 * plenum_synthesis_card_set_theme:
 * @theme: (nullable): the id of its theme
 * @decided: whether that was said, by a person or in a proposal that was accepted
 * @by_hand: whether a person said it
 *
 * Returns: whether that is new
 */
gboolean
plenum_synthesis_card_set_theme (PlenumSynthesisCard *self, const char *theme, gboolean decided, gboolean by_hand)
{
  gboolean changed;

  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), FALSE);

  changed = g_strcmp0 (self->theme, theme) != 0 || self->decided != decided || self->by_hand != by_hand;
  set_text (&self->theme, theme);
  self->decided = decided;
  self->by_hand = by_hand;

  return changed;
}

/**
 * plenum_synthesis_card_set_typicality:
 * @typicality: how typical it is of its theme, from 0 to 1, or below 0 where that is not known
 */
void
plenum_synthesis_card_set_typicality (PlenumSynthesisCard *self, double typicality)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_CARD (self));

  self->typicality = typicality;
}

/**
 * plenum_synthesis_card_tell:
 *
 * Tells those who show it that it is different now.
 */
void
plenum_synthesis_card_tell (PlenumSynthesisCard *self)
{
  g_return_if_fail (PLENUM_IS_SYNTHESIS_CARD (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
plenum_synthesis_card_get_id (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), NULL);

  return plenum_record_get_id (self->idea);
}

/**
 * plenum_synthesis_card_get_idea:
 *
 * Returns: (transfer none): the card itself
 */
PlenumRecord *
plenum_synthesis_card_get_idea (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), NULL);

  return self->idea;
}

/**
 * plenum_synthesis_card_get_workshop:
 *
 * Returns: (transfer none): where it comes from
 */
PlenumRecord *
plenum_synthesis_card_get_workshop (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), NULL);

  return self->workshop;
}

guint
plenum_synthesis_card_get_source (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), 0);

  return self->source;
}

/**
 * plenum_synthesis_card_get_sector:
 *
 * Returns: (transfer none) (nullable): the sector of who wrote it
 */
const char *
plenum_synthesis_card_get_sector (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), NULL);

  return self->sector;
}

/**
 * plenum_synthesis_card_get_theme:
 *
 * Returns: (transfer none) (nullable): the id of its theme
 */
const char *
plenum_synthesis_card_get_theme (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), NULL);

  return self->theme;
}

gboolean
plenum_synthesis_card_is_decided (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), FALSE);

  return self->decided;
}

gboolean
plenum_synthesis_card_is_by_hand (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), FALSE);

  return self->by_hand;
}

double
plenum_synthesis_card_get_typicality (PlenumSynthesisCard *self)
{
  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), -1);

  return self->typicality;
}

/**
 * plenum_synthesis_card_dup_text:
 *
 * Returns: (transfer full): its title and text, as they are read and compared
 */
char *
plenum_synthesis_card_dup_text (PlenumSynthesisCard *self)
{
  const char *title, *text;

  g_return_val_if_fail (PLENUM_IS_SYNTHESIS_CARD (self), NULL);

  title = plenum_record_get_text (self->idea, PLENUM_IDEA_TITLE);
  text = plenum_record_get_text (self->idea, PLENUM_IDEA_TEXT);
  if (title == NULL || *title == '\0' || g_str_has_prefix (text, title))
    return g_strdup (text);

  return *text != '\0' ? g_strdup_printf ("%s\n%s", title, text) : g_strdup (title);
}
