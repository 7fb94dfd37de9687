/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a text is called that two people wrote: "Card: Text". */
#include "plenum-conflict-names.h"

#include <glib/gi18n.h>

static const char *
name_type (PlenumRecordType type)
{
  static const char * const names[PLENUM_N_TYPES] = {
    [PLENUM_WORKSHOP] = NC_("kind of record", "Workshop"),
    [PLENUM_BOARD] = NC_("kind of record", "Board"),
    [PLENUM_AREA] = NC_("kind of record", "Area"),
    [PLENUM_IDEA] = NC_("kind of record", "Card"),
    [PLENUM_THEME] = NC_("kind of record", "Theme"),
    [PLENUM_COMMENT] = NC_("kind of record", "Comment"),
    [PLENUM_PARTICIPANT] = NC_("kind of record", "Person"),
    [PLENUM_POLL] = NC_("kind of record", "Vote"),
    [PLENUM_OPTION] = NC_("kind of record", "Option"),
    [PLENUM_STEP] = NC_("kind of record", "Step"),
    [PLENUM_ANSWER] = NC_("kind of record", "Answer"),
  };

  return names[type] != NULL ? g_dpgettext2 (NULL, "kind of record", names[type]) : plenum_type_get_info (type)->name;
}

static const char *
name_field (PlenumRecordType type, guint field)
{
  static const struct { const char *name, *title; } names[] = {
    { "title", NC_("text of a record", "Title") },
    { "text", NC_("text of a record", "Text") },
    { "question", NC_("text of a record", "Question") },
    { "purpose", NC_("text of a record", "Purpose") },
    { "place", NC_("text of a record", "Place") },
    { "organisation", NC_("text of a record", "Organisation") },
    { "hint", NC_("text of a record", "Hint") },
    { "name", NC_("text of a record", "Name") },
    { "email", NC_("text of a record", "E-mail") },
    { "role", NC_("text of a record", "Role") },
    { "offers", NC_("text of a record", "Offers") },
    { "seeks", NC_("text of a record", "Seeks") },
    { "location", NC_("text of a record", "Location") },
    { "pseudonym", NC_("text of a record", "Pseudonym") },
    { "x_axis", NC_("text of a record", "Axis to the right") },
    { "y_axis", NC_("text of a record", "Axis upwards") },
    { "method", NC_("text of a record", "Method") },
    { "material", NC_("text of a record", "Material") },
    { "lead", NC_("text of a record", "Led by") },
    { "note", NC_("text of a record", "Note") },
    { "theme", NC_("text of a record", "Theme") },
    { "sender", NC_("text of a record", "Sender") },
  };
  const char *name = plenum_type_get_info (type)->fields[field].name;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return g_dpgettext2 (NULL, "text of a record", names[i].title);

  return name;
}

/**
 * plenum_conflict_describe:
 *
 * Returns: (transfer full): which text it is about
 */
char *
plenum_conflict_describe (const PlenumConflict *conflict)
{
  /* Translators: what has the text, then which of its texts it is: “Card: Title” */
  return g_strdup_printf (C_("text written twice", "%s: %s"), name_type (conflict->type),
                          name_field (conflict->type, conflict->field));
}
