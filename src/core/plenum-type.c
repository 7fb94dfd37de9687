/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that says which fields a record has. The library's columns, the
 * bundle's members and its JSON Schema are tested against it. */
#include "plenum-type.h"

#include <string.h>

#define TEXT(name) { name, PLENUM_FIELD_TEXT, FALSE, 0, PLENUM_FIELD_PUBLIC }
#define NEEDED(name) { name, PLENUM_FIELD_TEXT, TRUE, 0, PLENUM_FIELD_PUBLIC }
#define PERSONAL(name) { name, PLENUM_FIELD_TEXT, FALSE, 0, PLENUM_FIELD_PERSONAL }
#define VALUE(name, kind, required) { name, PLENUM_FIELD_##kind, required, 0, PLENUM_FIELD_PUBLIC }
#define REFERENCE(name, target, required) { name, PLENUM_FIELD_REFERENCE, required, PLENUM_##target, PLENUM_FIELD_PUBLIC }
#define PERSON(name) { name, PLENUM_FIELD_REFERENCE, FALSE, PLENUM_PARTICIPANT, PLENUM_FIELD_AUTHORSHIP }

static const PlenumField workshop_fields[] = {
  [PLENUM_WORKSHOP_TITLE] = NEEDED ("title"),
  [PLENUM_WORKSHOP_QUESTION] = TEXT ("question"),
  [PLENUM_WORKSHOP_PURPOSE] = TEXT ("purpose"),
  [PLENUM_WORKSHOP_PLACE] = TEXT ("place"),
  [PLENUM_WORKSHOP_ORGANISATION] = TEXT ("organisation"),
  [PLENUM_WORKSHOP_DATE] = TEXT ("date"),
  [PLENUM_WORKSHOP_END_DATE] = TEXT ("end_date"),
  [PLENUM_WORKSHOP_LANGUAGE] = TEXT ("language"),
  [PLENUM_WORKSHOP_STATE] = NEEDED ("state"),
  [PLENUM_WORKSHOP_ARCHIVED] = VALUE ("archived", BOOLEAN, TRUE),
  [PLENUM_WORKSHOP_TEMPLATE] = TEXT ("template"),
  [PLENUM_WORKSHOP_RETENTION_DATE] = TEXT ("retention_date"),
  [PLENUM_WORKSHOP_CREATED] = VALUE ("created", TIME, TRUE),
  [PLENUM_WORKSHOP_SOURCE_SYSTEM] = TEXT ("source_system"),
  [PLENUM_WORKSHOP_SOURCE_URL] = TEXT ("source_url"),
  [PLENUM_WORKSHOP_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_WORKSHOP_KIND] = TEXT ("kind"),
};

static const PlenumField area_fields[] = {
  [PLENUM_AREA_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_AREA_BOARD] = REFERENCE ("board", BOARD, TRUE),
  [PLENUM_AREA_TITLE] = NEEDED ("title"),
  [PLENUM_AREA_HINT] = TEXT ("hint"),
  [PLENUM_AREA_KIND] = TEXT ("kind"),
  [PLENUM_AREA_POSITION] = NEEDED ("position"),
  [PLENUM_AREA_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_AREA_X] = VALUE ("x", INTEGER, FALSE),
  [PLENUM_AREA_Y] = VALUE ("y", INTEGER, FALSE),
  [PLENUM_AREA_WIDTH] = VALUE ("width", INTEGER, FALSE),
  [PLENUM_AREA_HEIGHT] = VALUE ("height", INTEGER, FALSE),
  [PLENUM_AREA_FOLDED] = VALUE ("folded", BOOLEAN, FALSE),
  [PLENUM_AREA_HIDDEN] = VALUE ("hidden", BOOLEAN, FALSE),
  [PLENUM_AREA_CAPACITY] = VALUE ("capacity", INTEGER, FALSE),
};

static const PlenumField board_fields[] = {
  [PLENUM_BOARD_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_BOARD_TITLE] = NEEDED ("title"),
  [PLENUM_BOARD_QUESTION] = TEXT ("question"),
  [PLENUM_BOARD_LAYOUT] = NEEDED ("layout"),
  [PLENUM_BOARD_POSITION] = NEEDED ("position"),
  [PLENUM_BOARD_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_BOARD_X_AXIS] = TEXT ("x_axis"),
  [PLENUM_BOARD_Y_AXIS] = TEXT ("y_axis"),
  [PLENUM_BOARD_ANONYMOUS] = VALUE ("anonymous", BOOLEAN, FALSE),
};

static const PlenumField participant_fields[] = {
  [PLENUM_PARTICIPANT_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_PARTICIPANT_NAME] = PERSONAL ("name"),
  [PLENUM_PARTICIPANT_PSEUDONYM] = TEXT ("pseudonym"),
  [PLENUM_PARTICIPANT_EMAIL] = PERSONAL ("email"),
  [PLENUM_PARTICIPANT_ORGANISATION] = PERSONAL ("organisation"),
  [PLENUM_PARTICIPANT_SECTOR] = TEXT ("sector"),
  [PLENUM_PARTICIPANT_ROLE] = PERSONAL ("role"),
  [PLENUM_PARTICIPANT_OFFERS] = TEXT ("offers"),
  [PLENUM_PARTICIPANT_SEEKS] = TEXT ("seeks"),
  [PLENUM_PARTICIPANT_WEIGHT] = TEXT ("weight"),
  [PLENUM_PARTICIPANT_PRESENT] = VALUE ("present", BOOLEAN, TRUE),
  [PLENUM_PARTICIPANT_CONSENT] = VALUE ("consent", TIME, FALSE),
  [PLENUM_PARTICIPANT_SOURCE_SYSTEM] = TEXT ("source_system"),
  [PLENUM_PARTICIPANT_SOURCE_ID] = PERSONAL ("source_id"),
  [PLENUM_PARTICIPANT_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField idea_fields[] = {
  [PLENUM_IDEA_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_IDEA_AREA] = REFERENCE ("area", AREA, FALSE),
  [PLENUM_IDEA_TITLE] = TEXT ("title"),
  [PLENUM_IDEA_TEXT] = NEEDED ("text"),
  [PLENUM_IDEA_KIND] = NEEDED ("kind"),
  [PLENUM_IDEA_COLOUR] = TEXT ("colour"),
  [PLENUM_IDEA_POSITION] = NEEDED ("position"),
  [PLENUM_IDEA_AUTHOR] = PERSON ("author"),
  [PLENUM_IDEA_CREATED] = VALUE ("created", TIME, TRUE),
  [PLENUM_IDEA_LOCATION] = TEXT ("location"),
  [PLENUM_IDEA_MODERATED] = VALUE ("moderated", INTEGER, FALSE),
  [PLENUM_IDEA_SOURCE_SYSTEM] = TEXT ("source_system"),
  [PLENUM_IDEA_SOURCE_ID] = TEXT ("source_id"),
  [PLENUM_IDEA_SOURCE_URL] = TEXT ("source_url"),
  [PLENUM_IDEA_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_IDEA_X] = VALUE ("x", INTEGER, FALSE),
  [PLENUM_IDEA_Y] = VALUE ("y", INTEGER, FALSE),
  [PLENUM_IDEA_SIZE] = TEXT ("size"),
  [PLENUM_IDEA_FORM] = TEXT ("form"),
  [PLENUM_IDEA_ACROSS] = VALUE ("across", INTEGER, FALSE),
  [PLENUM_IDEA_UP] = VALUE ("up", INTEGER, FALSE),
  [PLENUM_IDEA_FACE] = REFERENCE ("face", IDEA, FALSE),
};

static const PlenumField tag_fields[] = {
  [PLENUM_TAG_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_TAG_IDEA] = REFERENCE ("idea", IDEA, TRUE),
  [PLENUM_TAG_NAME] = NEEDED ("name"),
  [PLENUM_TAG_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField comment_fields[] = {
  [PLENUM_COMMENT_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_COMMENT_IDEA] = REFERENCE ("idea", IDEA, TRUE),
  [PLENUM_COMMENT_TEXT] = NEEDED ("text"),
  [PLENUM_COMMENT_AUTHOR] = PERSON ("author"),
  [PLENUM_COMMENT_CREATED] = VALUE ("created", TIME, TRUE),
  [PLENUM_COMMENT_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField theme_fields[] = {
  [PLENUM_THEME_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_THEME_AREA] = REFERENCE ("area", AREA, FALSE),
  [PLENUM_THEME_TITLE] = NEEDED ("title"),
  [PLENUM_THEME_POSITION] = NEEDED ("position"),
  [PLENUM_THEME_ORIGIN] = NEEDED ("origin"),
  [PLENUM_THEME_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField membership_fields[] = {
  [PLENUM_MEMBERSHIP_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_MEMBERSHIP_THEME] = REFERENCE ("theme", THEME, TRUE),
  [PLENUM_MEMBERSHIP_IDEA] = REFERENCE ("idea", IDEA, TRUE),
  [PLENUM_MEMBERSHIP_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField link_fields[] = {
  [PLENUM_LINK_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_LINK_IDEA] = REFERENCE ("idea", IDEA, TRUE),
  [PLENUM_LINK_TARGET] = REFERENCE ("target", IDEA, TRUE),
  [PLENUM_LINK_KIND] = NEEDED ("kind"),
  [PLENUM_LINK_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField poll_fields[] = {
  [PLENUM_POLL_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_POLL_QUESTION] = NEEDED ("question"),
  [PLENUM_POLL_METHOD] = NEEDED ("method"),
  [PLENUM_POLL_STATE] = NEEDED ("state"),
  [PLENUM_POLL_SETTINGS] = VALUE ("settings", JSON, FALSE),
  [PLENUM_POLL_EXPECTED] = VALUE ("expected", INTEGER, FALSE),
  [PLENUM_POLL_POSITION] = NEEDED ("position"),
  [PLENUM_POLL_OPENED] = VALUE ("opened", TIME, FALSE),
  [PLENUM_POLL_CLOSED] = VALUE ("closed", TIME, FALSE),
  [PLENUM_POLL_SOURCE_SYSTEM] = TEXT ("source_system"),
  [PLENUM_POLL_SOURCE_URL] = TEXT ("source_url"),
  [PLENUM_POLL_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_POLL_SECRET] = VALUE ("secret", BOOLEAN, FALSE),
  [PLENUM_POLL_COLLECTOR] = TEXT ("collector"),
  [PLENUM_POLL_SHOWN] = VALUE ("shown", TIME, FALSE),
};

static const PlenumField option_fields[] = {
  [PLENUM_OPTION_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_OPTION_POLL] = REFERENCE ("poll", POLL, TRUE),
  [PLENUM_OPTION_IDEA] = REFERENCE ("idea", IDEA, FALSE),
  [PLENUM_OPTION_THEME] = REFERENCE ("theme", THEME, FALSE),
  [PLENUM_OPTION_TEXT] = NEEDED ("text"),
  [PLENUM_OPTION_POSITION] = NEEDED ("position"),
  [PLENUM_OPTION_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_OPTION_COST] = TEXT ("cost"),
};

static const PlenumField ballot_fields[] = {
  [PLENUM_BALLOT_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_BALLOT_POLL] = REFERENCE ("poll", POLL, TRUE),
  [PLENUM_BALLOT_PARTICIPANT] = PERSON ("participant"),
  [PLENUM_BALLOT_CHANNEL] = NEEDED ("channel"),
  [PLENUM_BALLOT_VOTERS] = VALUE ("voters", INTEGER, TRUE),
  [PLENUM_BALLOT_WEIGHT] = TEXT ("weight"),
  [PLENUM_BALLOT_CHOICES] = VALUE ("choices", JSON, TRUE),
  [PLENUM_BALLOT_EXTRA] = VALUE ("extra", JSON, FALSE),
  [PLENUM_BALLOT_RECEIPT] = { "receipt", PLENUM_FIELD_TEXT, FALSE, 0, PLENUM_FIELD_AUTHORSHIP },
};

static const PlenumField step_fields[] = {
  [PLENUM_STEP_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_STEP_TITLE] = NEEDED ("title"),
  [PLENUM_STEP_START] = TEXT ("start"),
  [PLENUM_STEP_MINUTES] = VALUE ("minutes", INTEGER, TRUE),
  [PLENUM_STEP_METHOD] = TEXT ("method"),
  [PLENUM_STEP_MATERIAL] = TEXT ("material"),
  [PLENUM_STEP_LEAD] = PERSONAL ("lead"),
  [PLENUM_STEP_NOTE] = PERSONAL ("note"),
  [PLENUM_STEP_BOARD] = REFERENCE ("board", BOARD, FALSE),
  [PLENUM_STEP_POLL] = REFERENCE ("poll", POLL, FALSE),
  [PLENUM_STEP_ANONYMOUS] = VALUE ("anonymous", BOOLEAN, FALSE),
  [PLENUM_STEP_POSITION] = NEEDED ("position"),
  [PLENUM_STEP_STARTED] = VALUE ("started", TIME, FALSE),
  [PLENUM_STEP_FINISHED] = VALUE ("finished", TIME, FALSE),
  [PLENUM_STEP_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField source_fields[] = {
  [PLENUM_SOURCE_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_SOURCE_SOURCE] = NEEDED ("source"),
  [PLENUM_SOURCE_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField assignment_fields[] = {
  [PLENUM_ASSIGNMENT_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_ASSIGNMENT_IDEA] = NEEDED ("idea"),
  [PLENUM_ASSIGNMENT_THEME] = REFERENCE ("theme", THEME, FALSE),
  [PLENUM_ASSIGNMENT_ORIGIN] = NEEDED ("origin"),
  [PLENUM_ASSIGNMENT_EXTRA] = VALUE ("extra", JSON, FALSE),
};

static const PlenumField answer_fields[] = {
  [PLENUM_ANSWER_WORKSHOP] = REFERENCE ("workshop", WORKSHOP, TRUE),
  [PLENUM_ANSWER_IDEA] = REFERENCE ("idea", IDEA, TRUE),
  [PLENUM_ANSWER_STATE] = NEEDED ("state"),
  [PLENUM_ANSWER_TEXT] = NEEDED ("text"),
  [PLENUM_ANSWER_THEME] = TEXT ("theme"),
  [PLENUM_ANSWER_SENDER] = TEXT ("sender"),
  [PLENUM_ANSWER_CREATED] = VALUE ("created", TIME, TRUE),
  [PLENUM_ANSWER_EXTRA] = VALUE ("extra", JSON, FALSE),
};

#define INFO(name, fields) { name, fields, G_N_ELEMENTS (fields), FALSE }

static const PlenumTypeInfo infos[PLENUM_N_TYPES] = {
  [PLENUM_WORKSHOP] = INFO ("workshop", workshop_fields),
  [PLENUM_AREA] = INFO ("area", area_fields),
  [PLENUM_BOARD] = INFO ("board", board_fields),
  [PLENUM_PARTICIPANT] = INFO ("participant", participant_fields),
  [PLENUM_IDEA] = INFO ("idea", idea_fields),
  [PLENUM_TAG] = INFO ("tag", tag_fields),
  [PLENUM_COMMENT] = INFO ("comment", comment_fields),
  [PLENUM_THEME] = INFO ("theme", theme_fields),
  [PLENUM_MEMBERSHIP] = INFO ("membership", membership_fields),
  [PLENUM_LINK] = INFO ("link", link_fields),
  [PLENUM_POLL] = INFO ("poll", poll_fields),
  [PLENUM_OPTION] = INFO ("option", option_fields),
  [PLENUM_BALLOT] = { "ballot", ballot_fields, G_N_ELEMENTS (ballot_fields), TRUE },
  [PLENUM_STEP] = INFO ("step", step_fields),
  [PLENUM_SOURCE] = INFO ("source", source_fields),
  [PLENUM_ASSIGNMENT] = INFO ("assignment", assignment_fields),
  [PLENUM_ANSWER] = INFO ("answer", answer_fields),
};

/**
 * plenum_type_get_info:
 *
 * Returns: (transfer none): what records of @type are made of
 */
const PlenumTypeInfo *
plenum_type_get_info (PlenumRecordType type)
{
  g_return_val_if_fail (type < PLENUM_N_TYPES, NULL);

  return &infos[type];
}

/**
 * plenum_type_from_name:
 * @name: as it stands in a bundle
 * @type: (out): the type; untouched if there is none of that name
 */
gboolean
plenum_type_from_name (const char *name, PlenumRecordType *type)
{
  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    if (strcmp (infos[i].name, name) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * plenum_type_find_field:
 *
 * Returns: the number of the field called @name, or -1
 */
int
plenum_type_find_field (PlenumRecordType type, const char *name)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);

  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (info->fields[i].name, name) == 0)
      return i;

  return -1;
}

/**
 * plenum_type_extra_field:
 *
 * Returns: the number of the field that keeps what this program does not know
 */
int
plenum_type_extra_field (PlenumRecordType type)
{
  return plenum_type_find_field (type, "extra");
}

/**
 * plenum_type_is_written:
 * @field: the number of a field
 *
 * Returns: whether people write it, and the program neither chooses nor counts it: then
 *   it is kept where another text takes its place in a merge
 */
gboolean
plenum_type_is_written (PlenumRecordType type, guint field)
{
  static const char * const names[] = {
    "title", "text", "question", "purpose", "place", "organisation", "hint", "name", "email", "role",
    "offers", "seeks", "location", "pseudonym", "x_axis", "y_axis", "material", "lead", "note", "sender", NULL
  };
  const PlenumField *info = &plenum_type_get_info (type)->fields[field];

  if (info->kind != PLENUM_FIELD_TEXT)
    return FALSE;

  /* That of a poll is chosen, that of a step is typed. */
  return g_strv_contains (names, info->name) || (type == PLENUM_STEP && field == PLENUM_STEP_METHOD);
}
