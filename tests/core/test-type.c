/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-type.h"

static void
test_types (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  PlenumRecordType type = PLENUM_N_TYPES;

  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);

      g_assert_true (g_hash_table_add (names, (char *) info->name));
      g_assert_true (plenum_type_from_name (info->name, &type));
      g_assert_cmpint (type, ==, i);
    }

  type = PLENUM_N_TYPES;
  g_assert_false (plenum_type_from_name ("Idea", &type));
  g_assert_false (plenum_type_from_name ("", &type));
  g_assert_cmpint (type, ==, PLENUM_N_TYPES);
}

static void
test_fields (void)
{
  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < info->n_fields; j++)
        {
          const PlenumField *field = &info->fields[j];

          g_test_message ("%s %u", info->name, j);
          g_assert_nonnull (field->name); /* no gap between the numbers */
          g_assert_true (g_hash_table_add (names, (char *) field->name));
          g_assert_cmpint (plenum_type_find_field (i, field->name), ==, j);
          g_assert_cmpstr (field->name, !=, "id"); /* members of every record in a bundle */
          g_assert_cmpstr (field->name, !=, "type");
          g_assert_cmpstr (field->name, !=, "stamps");
        }
      g_assert_cmpint (plenum_type_find_field (i, "no_such_field"), ==, -1);
    }
}

/* The workshop comes first in all but itself; what is not known has its place in all. */
static void
test_first_and_last (void)
{
  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);
      const PlenumField *extra = &info->fields[plenum_type_extra_field (i)];

      g_assert_cmpstr (extra->name, ==, "extra");
      g_assert_cmpint (extra->kind, ==, PLENUM_FIELD_JSON);
      g_assert_false (extra->required);

      if (i == PLENUM_WORKSHOP)
        continue;
      g_assert_cmpstr (info->fields[0].name, ==, "workshop");
      g_assert_cmpint (info->fields[0].kind, ==, PLENUM_FIELD_REFERENCE);
      g_assert_cmpint (info->fields[0].target, ==, PLENUM_WORKSHOP);
      g_assert_true (info->fields[0].required);
    }
}

/* A person's name and what points at a person never count as public. */
static void
test_privacy (void)
{
  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);

      for (guint j = 0; j < info->n_fields; j++)
        if (info->fields[j].kind == PLENUM_FIELD_REFERENCE && info->fields[j].target == PLENUM_PARTICIPANT)
          g_assert_cmpint (info->fields[j].privacy, ==, PLENUM_FIELD_AUTHORSHIP);
    }

  for (guint i = 0; i < 3; i++)
    {
      const guint personal[] = { PLENUM_PARTICIPANT_NAME, PLENUM_PARTICIPANT_EMAIL, PLENUM_PARTICIPANT_ORGANISATION };

      g_assert_cmpint (plenum_type_get_info (PLENUM_PARTICIPANT)->fields[personal[i]].privacy, ==, PLENUM_FIELD_PERSONAL);
    }
}

static void
test_only_ballots_are_immutable (void)
{
  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    g_assert_cmpint (plenum_type_get_info (i)->immutable, ==, i == PLENUM_BALLOT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type/types", test_types);
  g_test_add_func ("/type/fields", test_fields);
  g_test_add_func ("/type/first-and-last", test_first_and_last);
  g_test_add_func ("/type/privacy", test_privacy);
  g_test_add_func ("/type/only-ballots-are-immutable", test_only_ballots_are_immutable);
  return g_test_run ();
}
