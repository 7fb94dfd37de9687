/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where people come from: four sectors that are known by name and colour, and
 * whatever else somebody types. */
#include "plenum-sector.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *id;
  const char *name;
  const char *style;
  const char *others; /* what people write instead, separated by commas, lower case */
} Sector;

static const Sector sectors[PLENUM_N_SECTORS] = {
  { "administration", NC_("sector", "Administration"), "sector-administration",
    "verwaltung,administration,public administration,government,public sector,politik" },
  { "civil-society", NC_("sector", "Civil society"), "sector-civil-society",
    "zivilgesellschaft,civil society,civil-society,ngo,ehrenamt,bürgerschaft" },
  { "business", NC_("sector", "Business"), "sector-business",
    "wirtschaft,business,private sector,unternehmen" },
  { "science", NC_("sector", "Science"), "sector-science",
    "wissenschaft,science,research,forschung,academia" },
};

static const Sector *
find_sector (const char *id)
{
  for (guint i = 0; i < PLENUM_N_SECTORS; i++)
    if (g_strcmp0 (sectors[i].id, id) == 0)
      return &sectors[i];

  return NULL;
}

/**
 * plenum_sector_get_id:
 * @index: below %PLENUM_N_SECTORS
 *
 * Returns: (transfer none): the id as it is stored
 */
const char *
plenum_sector_get_id (guint index)
{
  g_return_val_if_fail (index < PLENUM_N_SECTORS, NULL);

  return sectors[index].id;
}

/**
 * plenum_sector_get_name:
 * @sector: (nullable): as stored
 *
 * Returns: (transfer none): its name in the user's language, or what was typed;
 *   empty for none
 */
const char *
plenum_sector_get_name (const char *sector)
{
  const Sector *known = find_sector (sector);

  if (known != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, "sector", known->name);

  return sector != NULL ? sector : "";
}

/**
 * plenum_sector_get_style:
 * @sector: (nullable): as stored
 *
 * Returns: (transfer none): the style class that colours it
 */
const char *
plenum_sector_get_style (const char *sector)
{
  const Sector *known = find_sector (sector);

  if (known != NULL)
    return known->style;

  return sector != NULL && *sector != '\0' ? "sector-other" : "sector-none";
}

static gboolean
is_one_of (const char *word, const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  return g_strv_contains ((const char *const *) names, word);
}

/**
 * plenum_sector_parse:
 * @typed: (nullable): what somebody wrote, in English, German or the user's language
 *
 * Returns: (transfer full) (nullable): what to store, or %NULL for none
 */
char *
plenum_sector_parse (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed != NULL ? typed : ""));
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (*text == '\0')
    return NULL;

  for (guint i = 0; i < PLENUM_N_SECTORS; i++)
    {
      g_autofree char *name = g_utf8_strdown (plenum_sector_get_name (sectors[i].id), -1);

      if (strcmp (lower, name) == 0 || strcmp (lower, sectors[i].id) == 0
          || is_one_of (lower, sectors[i].others))
        return g_strdup (sectors[i].id);
    }

  return g_steal_pointer (&text);
}
