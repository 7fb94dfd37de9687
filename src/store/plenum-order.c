/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a free place needs the neighbours only, so one index lookup or one
 * pass over the places of an area, never the cards themselves. */
#include "plenum-order.h"

#include "plenum-position.h"
#include "plenum-store-private.h"

/* Cards of a stack have the area too. They are no neighbours, but a gap that
 * stays clear of them is a gap all the same. */
static const char * const sources[] = {
  [PLENUM_ORDER_CARDS] = "(SELECT id, position FROM idea WHERE area = ?1"
                         " UNION ALL SELECT id, position FROM theme WHERE area = ?1)",
  [PLENUM_ORDER_STACK] = "(SELECT idea.id, idea.position FROM membership"
                         " JOIN idea ON idea.id = membership.idea WHERE membership.theme = ?1)",
  [PLENUM_ORDER_UNSORTED] = "(SELECT id, position FROM idea WHERE workshop = ?1 AND area IS NULL)",
  [PLENUM_ORDER_BOARDS] = "(SELECT id, position FROM board WHERE workshop = ?1)",
  [PLENUM_ORDER_AREAS] = "(SELECT id, position FROM area WHERE board = ?1)",
  [PLENUM_ORDER_POLLS] = "(SELECT id, position FROM poll WHERE workshop = ?1)",
  [PLENUM_ORDER_THEMES] = "(SELECT id, position FROM theme WHERE workshop = ?1)",
  [PLENUM_ORDER_STEPS] = "(SELECT id, position FROM step WHERE workshop = ?1)",
};

static char *
find (PlenumStore *store, PlenumOrder order, const char *what, const char *where, const char *parent, const char *value)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s%s", what, sources[order], where);

  return value == NULL ? plenum_database_text (store->database, sql, "t", parent)
                       : plenum_database_text (store->database, sql, "tt", parent, value);
}

void
plenum_gap_at_start (PlenumGap *gap, PlenumStore *store, PlenumOrder order, const char *parent)
{
  gap->before = NULL;
  gap->after = find (store, order, "min (position)", "", parent, NULL);
}

/**
 * plenum_gap_before:
 * @id: (nullable): what comes after, or %NULL for the end
 *
 * Something that is no longer there cannot be put before: that means the end.
 */
void
plenum_gap_before (PlenumGap *gap, PlenumStore *store, PlenumOrder order, const char *parent, const char *id)
{
  gap->after = id == NULL ? NULL : find (store, order, "position", " WHERE id = ?2", parent, id);
  gap->before = gap->after == NULL ? find (store, order, "max (position)", "", parent, NULL)
                                   : find (store, order, "max (position)", " WHERE position < ?2", parent, gap->after);
}

/**
 * plenum_gap_after:
 * @id: what comes before
 */
void
plenum_gap_after (PlenumGap *gap, PlenumStore *store, PlenumOrder order, const char *parent, const char *id)
{
  gap->before = find (store, order, "position", " WHERE id = ?2", parent, id);
  gap->after = gap->before == NULL ? NULL
                                   : find (store, order, "min (position)", " WHERE position > ?2", parent, gap->before);
}

/**
 * plenum_gap_next:
 *
 * Returns: (transfer full): a place in the gap, after those given before
 */
char *
plenum_gap_next (PlenumGap *gap)
{
  char *place = plenum_position_between (gap->before, gap->after);

  g_free (gap->before);
  gap->before = g_strdup (place);

  return place;
}

void
plenum_gap_clear (PlenumGap *gap)
{
  g_clear_pointer (&gap->before, g_free);
  g_clear_pointer (&gap->after, g_free);
}
