/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as Plenum itself writes them: one a line, canonical, with nothing in them
 * that it does not know. Those are nearly all, and are read here without building a
 * tree of their members and without writing them again for the digest. Whatever
 * looks different is left to plenum_bundle_item_parse(), which knows every form and
 * can say what is wrong with one. */
#include "plenum-bundle-line.h"

#include <string.h>

#include "plenum-uuid.h"

#define MOST_MEMBERS 64
#define MOST_DIGITS  15 /* fewer than a double keeps */

typedef enum
{
  VALUE_TEXT,
  VALUE_ESCAPED, /* a text with escapes in it */
  VALUE_INTEGER,
  VALUE_FALSE,
  VALUE_TRUE,
  VALUE_STAMPS,
} ValueKind;

/* Points into the line. */
typedef struct
{
  const char *name;
  const char *value;
  guint       name_length;
  guint       value_length;
  ValueKind   kind;
} Member;

typedef struct
{
  Member members[MOST_MEMBERS];
  guint  n;
} Object;

typedef struct
{
  const char *pos;
  const char *end;
  Object      record;
  Object      stamps;
} Line;

static gboolean
take (Line *line, char c)
{
  if (line->pos == line->end || *line->pos != c)
    return FALSE;

  line->pos++;
  return TRUE;
}

/* Up to the closing quote; the opening one was taken. */
static gboolean
read_text (Line *line, const char **text, guint *length, ValueKind *kind)
{
  *text = line->pos;
  *kind = VALUE_TEXT;
  for (; line->pos < line->end && *line->pos != '"'; line->pos++)
    {
      if ((guchar) *line->pos < 0x20)
        return FALSE;
      if (*line->pos == '\\')
        {
          *kind = VALUE_ESCAPED;
          if (++line->pos == line->end || strchr ("\"\\bfnrt", *line->pos) == NULL)
            return FALSE;
        }
    }
  *length = line->pos - *text;

  return take (line, '"');
}

static gboolean
read_integer (Line *line, Member *member)
{
  const char *digits;

  member->kind = VALUE_INTEGER;
  member->value = line->pos;
  if (*line->pos == '-')
    line->pos++;
  digits = line->pos;
  while (line->pos < line->end && g_ascii_isdigit (*line->pos))
    line->pos++;
  member->value_length = line->pos - member->value;

  /* Not 007, and not -0. */
  return line->pos > digits && line->pos - digits <= MOST_DIGITS
         && (*digits != '0' || (line->pos - digits == 1 && digits == member->value));
}

static gboolean
read_word (Line *line, Member *member, const char *word, ValueKind kind)
{
  gsize length = strlen (word);

  if ((gsize) (line->end - line->pos) < length || memcmp (line->pos, word, length) != 0)
    return FALSE;

  line->pos += length;
  member->kind = kind;

  return TRUE;
}

static gboolean read_object (Line *line, Object *object);

static gboolean
read_value (Line *line, Object *object, Member *member)
{
  if (line->pos == line->end)
    return FALSE;

  switch (*line->pos)
    {
    case '"':
      line->pos++;
      return read_text (line, &member->value, &member->value_length, &member->kind);

    case 't':
      return read_word (line, member, "true", VALUE_TRUE);

    case 'f':
      return read_word (line, member, "false", VALUE_FALSE);

    case '{':
      member->kind = VALUE_STAMPS;
      return object == &line->record && member->name_length == strlen ("stamps")
             && memcmp (member->name, "stamps", member->name_length) == 0 && read_object (line, &line->stamps);

    default:
      return read_integer (line, member);
    }
}

/* Names come in their order, and therefore once. */
static gboolean
comes_after (const Member *before, const Member *member)
{
  int order = memcmp (before->name, member->name, MIN (before->name_length, member->name_length));

  return order < 0 || (order == 0 && before->name_length < member->name_length);
}

/**
 * plenum_bundle_is_plain_name:
 * @length: bytes of @name
 *
 * Returns: whether it is written as the names of our fields, so that the order of
 *   its bytes is that of its characters and nothing in it is escaped
 */
gboolean
plenum_bundle_is_plain_name (const char *name, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (name[i]) && name[i] != '_')
      return FALSE;

  return length > 0;
}

static gboolean
read_object (Line *line, Object *object)
{
  if (!take (line, '{'))
    return FALSE;

  do
    {
      Member *member = &object->members[object->n];
      ValueKind kind;

      if (object->n == MOST_MEMBERS || !take (line, '"')
          || !read_text (line, &member->name, &member->name_length, &kind) || !plenum_bundle_is_plain_name (member->name, member->name_length)
          || (object->n > 0 && !comes_after (member - 1, member))
          || !take (line, ':') || !read_value (line, object, member))
        return FALSE;
      object->n++;
    }
  while (take (line, ','));

  return take (line, '}');
}

static char *
get_text (const Member *member)
{
  char *text = g_strndup (member->value, member->value_length);
  char *to = text;

  if (member->kind != VALUE_ESCAPED)
    return text;

  for (const char *from = text; *from != '\0'; from++)
    {
      static const char names[] = "\"\\bfnrt";
      static const char values[] = "\"\\\b\f\n\r\t";

      *to++ = *from == '\\' ? values[strchr (names, *++from) - names] : *from;
    }
  *to = '\0';

  return text;
}

static const Member *
find (const Object *object, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < object->n; i++)
    if (object->members[i].name_length == length && memcmp (object->members[i].name, name, length) == 0)
      return &object->members[i];

  return NULL;
}

static int
compare_fields (gconstpointer a, gconstpointer b, gpointer fields)
{
  return strcmp (((const PlenumField *) fields)[*(const guint8 *) a].name, ((const PlenumField *) fields)[*(const guint8 *) b].name);
}

/**
 * plenum_bundle_line_get_order:
 *
 * Returns: (transfer none): the numbers of the fields of @type in the order in which
 *   they stand in a line
 */
const guint8 *
plenum_bundle_line_get_order (PlenumRecordType type)
{
  static gsize made = 0;
  static guint8 orders[PLENUM_N_TYPES][MOST_MEMBERS];

  if (g_once_init_enter (&made))
    {
      for (guint t = 0; t < PLENUM_N_TYPES; t++)
        {
          const PlenumTypeInfo *info = plenum_type_get_info (t);

          g_assert (info->n_fields <= MOST_MEMBERS);
          for (guint i = 0; i < info->n_fields; i++)
            orders[t][i] = i;
          g_qsort_with_data (orders[t], info->n_fields, 1, compare_fields, (gpointer) info->fields);
        }
      g_once_init_leave (&made, 1);
    }

  return orders[type];
}

static gboolean
set_field (PlenumRecord *record, guint index, PlenumFieldKind kind, const Member *member)
{
  gboolean is_text = member->kind == VALUE_TEXT || member->kind == VALUE_ESCAPED;

  switch (kind)
    {
    case PLENUM_FIELD_INTEGER:
    case PLENUM_FIELD_TIME:
      if (member->kind != VALUE_INTEGER)
        return FALSE;
      plenum_record_set_integer (record, index, g_ascii_strtoll (member->value, NULL, 10));
      return TRUE;

    case PLENUM_FIELD_BOOLEAN:
      if (member->kind != VALUE_TRUE && member->kind != VALUE_FALSE)
        return FALSE;
      plenum_record_set_integer (record, index, member->kind == VALUE_TRUE);
      return TRUE;

    case PLENUM_FIELD_TEXT:
    case PLENUM_FIELD_REFERENCE:
      if (!is_text)
        return FALSE;
      plenum_record_take_text (record, index, get_text (member));
      return kind == PLENUM_FIELD_TEXT || plenum_uuid_is_valid (plenum_record_get_text (record, index));

    case PLENUM_FIELD_JSON:
    default:
      return FALSE;
    }
}

static gboolean
is_of_every_type (const Member *member)
{
  static const char * const names[] = { "id", "type", "stamps" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == member->name_length && memcmp (names[i], member->name, member->name_length) == 0)
      return TRUE;

  return FALSE;
}

/* Both come in the order of their names, so that one walk is enough. */
static gboolean
set_fields (PlenumRecord *record, const Object *object)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  const guint8 *order = plenum_bundle_line_get_order (type);
  guint field = 0;

  for (guint i = 0; i < object->n; i++)
    {
      const Member *member = &object->members[i];

      if (is_of_every_type (member))
        continue;
      while (field < info->n_fields && (strlen (info->fields[order[field]].name) != member->name_length
                                        || memcmp (info->fields[order[field]].name, member->name, member->name_length) != 0))
        field++;
      if (field == info->n_fields || !set_field (record, order[field], info->fields[order[field]].kind, member))
        return FALSE;
      field++;
    }

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].required && plenum_record_is_null (record, i))
      return FALSE;

  return TRUE;
}

static PlenumRecord *
make_record (Line *line, const char *id, PlenumRecordType type)
{
  g_autoptr (PlenumRecord) record = plenum_record_new (type, id);

  return set_fields (record, &line->record) ? g_steal_pointer (&record) : NULL;
}

/* Whether all are stamps; most are the same as the one before. */
static gboolean
are_stamps (const Object *stamps)
{
  const Member *before = NULL;

  for (guint i = 0; i < stamps->n; i++)
    {
      const Member *member = &stamps->members[i];
      g_autofree char *stamp = NULL;

      if (member->kind != VALUE_TEXT || member->value_length != PLENUM_STAMP_LENGTH)
        return FALSE;
      if (before != NULL && memcmp (before->value, member->value, PLENUM_STAMP_LENGTH) == 0)
        continue;
      stamp = get_text (member);
      if (!plenum_bundle_stamp_is_credible (stamp))
        return FALSE;
      before = member;
    }

  return stamps->n > 0;
}

/* The first of those that are most frequent, as plenum_bundle_item_parse() has it. */
static const Member *
find_most_frequent (const Object *stamps)
{
  guint counts[MOST_MEMBERS] = { 0 };
  guint best = 0;

  for (guint i = 0; i < stamps->n; i++)
    {
      guint first = 0;

      while (memcmp (stamps->members[first].value, stamps->members[i].value, PLENUM_STAMP_LENGTH) != 0)
        first++;
      if (++counts[first] > counts[best])
        best = first;
    }

  return &stamps->members[best];
}

/* Where each value has a stamp of its own or that of most. */
static PlenumStamps *
make_stamps (Line *line, PlenumRecord *record)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  const Object *given = &line->stamps;
  g_autoptr (PlenumStamps) stamps = NULL;
  g_autofree char *base = NULL;

  if (!are_stamps (given))
    return NULL;
  for (guint i = 0; i < info->n_fields; i++)
    if (!plenum_record_is_null (record, i) && find (given, info->fields[i].name) == NULL)
      return NULL;

  base = get_text (find_most_frequent (given));
  stamps = plenum_stamps_new (base, NULL);
  for (guint i = 0; i < given->n; i++)
    {
      g_autofree char *name = g_strndup (given->members[i].name, given->members[i].name_length);
      g_autofree char *stamp = get_text (&given->members[i]);
      int field = plenum_type_find_field (type, name);

      if (field < 0 || plenum_record_is_null (record, field) || strcmp (stamp, base) != 0)
        plenum_stamps_set (stamps, name, stamp);
    }

  return g_steal_pointer (&stamps);
}

/**
 * plenum_bundle_line_parse:
 * @line: one element of "records", without what separates it from the next
 * @length: its bytes
 * @number: of the line in the file
 *
 * Returns: (transfer full) (nullable): what plenum_bundle_item_parse() makes of it, or
 *   %NULL if it is not in the plain form and has to be read by that
 */
PlenumBundleItem *
plenum_bundle_line_parse (const char *line, gsize length, guint64 number)
{
  g_autoptr (PlenumBundleItem) item = NULL;
  Line parts = { line, line + length };
  const Member *id, *name, *workshop;
  PlenumRecordType type;

  if (!g_utf8_validate_len (line, length, NULL) || !read_object (&parts, &parts.record) || parts.pos != parts.end)
    return NULL;

  id = find (&parts.record, "id");
  name = find (&parts.record, "type");
  workshop = find (&parts.record, "workshop");
  if (id == NULL || id->kind != VALUE_TEXT || name == NULL || name->kind != VALUE_TEXT
      || (workshop != NULL && workshop->kind != VALUE_TEXT) || find (&parts.record, "stamps") == NULL)
    return NULL;

  item = g_new0 (PlenumBundleItem, 1);
  item->kind = PLENUM_BUNDLE_RECORD;
  item->line = number;
  item->id = get_text (id);
  item->type = get_text (name);
  item->workshop = workshop != NULL ? get_text (workshop) : NULL;
  if (!plenum_uuid_is_valid (item->id) || (workshop != NULL && !plenum_uuid_is_valid (item->workshop))
      || !plenum_type_from_name (item->type, &type) || plenum_type_get_info (type)->immutable
      || (item->record = make_record (&parts, item->id, type)) == NULL
      || (item->stamps = make_stamps (&parts, item->record)) == NULL)
    return NULL;
  item->json = g_strndup (line, length);

  return g_steal_pointer (&item);
}
