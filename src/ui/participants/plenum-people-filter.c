/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the people in whose row all typed words are. */
#include "plenum-people-filter.h"

#include "plenum-participant-column.h"

struct _PlenumPeopleFilter
{
  GtkFilter  parent_instance;

  char      *query;
};

G_DEFINE_FINAL_TYPE (PlenumPeopleFilter, plenum_people_filter, GTK_TYPE_FILTER)

static gboolean
plenum_people_filter_match (GtkFilter *filter, gpointer item)
{
  PlenumPeopleFilter *self = PLENUM_PEOPLE_FILTER (filter);

  return *self->query == '\0' || plenum_participant_match (item, self->query);
}

static GtkFilterMatch
plenum_people_filter_get_strictness (GtkFilter *filter)
{
  return *PLENUM_PEOPLE_FILTER (filter)->query == '\0' ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
plenum_people_filter_finalize (GObject *object)
{
  g_free (PLENUM_PEOPLE_FILTER (object)->query);
  G_OBJECT_CLASS (plenum_people_filter_parent_class)->finalize (object);
}

static void
plenum_people_filter_class_init (PlenumPeopleFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_people_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = plenum_people_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = plenum_people_filter_get_strictness;
}

static void
plenum_people_filter_init (PlenumPeopleFilter *self)
{
  self->query = g_strdup ("");
}

GtkFilter *
plenum_people_filter_new (void)
{
  return g_object_new (PLENUM_TYPE_PEOPLE_FILTER, NULL);
}

/**
 * plenum_people_filter_set_query:
 * @query: words that must all be there; everybody stays for none
 */
void
plenum_people_filter_set_query (PlenumPeopleFilter *self, const char *query)
{
  g_return_if_fail (PLENUM_IS_PEOPLE_FILTER (self));

  if (g_strcmp0 (self->query, query) == 0)
    return;

  g_free (self->query);
  self->query = g_strdup (query);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
