/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library: a workshop with its counts, or the heading of a section. */
#include "plenum-workshop-item.h"

#include <glib/gi18n.h>

struct _PlenumWorkshopItem
{
  GObject        parent_instance;

  PlenumRecord  *workshop; /* nullable: a heading */
  PlenumSection  section;
  guint          ideas;
  guint          people;
  guint          polls;
  guint          first : 1; /* of its section */
  guint          last : 1;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumWorkshopItem, plenum_workshop_item, G_TYPE_OBJECT)

static void
plenum_workshop_item_finalize (GObject *object)
{
  g_clear_object (&PLENUM_WORKSHOP_ITEM (object)->workshop);

  G_OBJECT_CLASS (plenum_workshop_item_parent_class)->finalize (object);
}

static void
plenum_workshop_item_class_init (PlenumWorkshopItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_workshop_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_workshop_item_init (PlenumWorkshopItem *self)
{
}

static PlenumSection
find_section (PlenumRecord *workshop)
{
  const char *state = plenum_record_get_text (workshop, PLENUM_WORKSHOP_STATE);

  if (plenum_record_get_integer (workshop, PLENUM_WORKSHOP_ARCHIVED) != 0)
    return PLENUM_SECTION_ARCHIVED;
  if (g_strcmp0 (state, "running") == 0)
    return PLENUM_SECTION_RUNNING;

  return g_strcmp0 (state, "finished") == 0 ? PLENUM_SECTION_FINISHED : PLENUM_SECTION_PLANNED;
}

/**
 * plenum_workshop_item_new:
 *
 * Returns: (transfer full): the line of a workshop
 */
PlenumWorkshopItem *
plenum_workshop_item_new (PlenumSummary *summary)
{
  PlenumWorkshopItem *self = g_object_new (PLENUM_TYPE_WORKSHOP_ITEM, NULL);

  plenum_workshop_item_update (self, summary);

  return self;
}

/**
 * plenum_workshop_item_new_heading:
 *
 * Returns: (transfer full): the heading of a section
 */
PlenumWorkshopItem *
plenum_workshop_item_new_heading (PlenumSection section)
{
  PlenumWorkshopItem *self = g_object_new (PLENUM_TYPE_WORKSHOP_ITEM, NULL);

  self->section = section;

  return self;
}

/**
 * plenum_workshop_item_update:
 * @summary: what the library says about the same workshop now
 */
void
plenum_workshop_item_update (PlenumWorkshopItem *self, PlenumSummary *summary)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_ITEM (self));

  g_set_object (&self->workshop, summary->workshop);
  self->section = find_section (summary->workshop);
  self->ideas = summary->ideas;
  self->people = summary->participants;
  self->polls = summary->polls;
}

/**
 * plenum_workshop_item_set_place:
 * @first: whether it is the first line of its section
 * @last: whether it is the last one
 *
 * Returns: whether that is new
 */
gboolean
plenum_workshop_item_set_place (PlenumWorkshopItem *self, gboolean first, gboolean last)
{
  gboolean changed;

  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), FALSE);

  changed = self->first != (guint) first || self->last != (guint) last;
  self->first = first;
  self->last = last;

  return changed;
}

/**
 * plenum_workshop_item_tell:
 *
 * Tells those who show the line that it is different now.
 */
void
plenum_workshop_item_tell (PlenumWorkshopItem *self)
{
  g_return_if_fail (PLENUM_IS_WORKSHOP_ITEM (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plenum_workshop_item_get_workshop:
 *
 * Returns: (transfer none) (nullable): the workshop, or %NULL for a heading
 */
PlenumRecord *
plenum_workshop_item_get_workshop (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), NULL);

  return self->workshop;
}

PlenumSection
plenum_workshop_item_get_section (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), PLENUM_N_SECTIONS);

  return self->section;
}

guint
plenum_workshop_item_get_ideas (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), 0);

  return self->ideas;
}

guint
plenum_workshop_item_get_people (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), 0);

  return self->people;
}

guint
plenum_workshop_item_get_polls (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), 0);

  return self->polls;
}

gboolean
plenum_workshop_item_is_first (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), FALSE);

  return self->first;
}

gboolean
plenum_workshop_item_is_last (PlenumWorkshopItem *self)
{
  g_return_val_if_fail (PLENUM_IS_WORKSHOP_ITEM (self), FALSE);

  return self->last;
}

/**
 * plenum_section_get_title:
 *
 * Returns: (transfer none): the heading, in the user's language
 */
const char *
plenum_section_get_title (PlenumSection section)
{
  static const char * const titles[PLENUM_N_SECTIONS] = {
    /* Translators: workshops that are … */
    NC_("workshops", "Running"),
    NC_("workshops", "Planned"),
    NC_("workshops", "Finished"),
    NC_("workshops", "Archived"),
  };

  g_return_val_if_fail (section < PLENUM_N_SECTIONS, NULL);

  return g_dpgettext2 (NULL, "workshops", titles[section]);
}
