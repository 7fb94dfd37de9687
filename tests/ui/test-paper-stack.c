/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that two people type: which comes next, and what differs. */
#include "plenum-paper-actions.h"
#include "plenum-paper-stack.h"

static void
add (GPtrArray *readings, gint64 paper, const char *typist, const char *typed)
{
  PlenumPaperReading *reading = g_new0 (PlenumPaperReading, 1);

  reading->paper = paper;
  reading->counted = typist == NULL;
  reading->typist = g_strdup (typist);
  reading->typed = g_strdup (typed);
  g_ptr_array_add (readings, reading);
}

/* AB has typed 1 to 4, and CD 2 and 4; 3 counts, and they differ over 4. */
static PlenumPaperStack *
make_stack (void)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_paper_reading_free);
  PlenumPaperStack *stack = plenum_paper_stack_new ();

  add (readings, 1, "AB", "3 3");
  add (readings, 2, "AB", "1");
  add (readings, 3, NULL, NULL);
  add (readings, 4, "AB", "5");
  add (readings, 4, "CD", "6");
  plenum_paper_stack_set (stack, readings);
  return stack;
}

static void
test_next (void)
{
  g_autoptr (PlenumPaperStack) stack = plenum_paper_stack_new ();

  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "AB", 0), ==, 1);
  plenum_paper_stack_free (stack);
  stack = make_stack ();

  /* A new one where nobody waits for them, and the stack in its order where somebody does. */
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "AB", 0), ==, 5);
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "CD", 0), ==, 1);
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "CD", 1), ==, 2);
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "CD", 2), ==, 1);
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "EF", 2), ==, 4);

  /* What is on its way counts as typed. */
  plenum_paper_stack_type (stack, 2, "CD");
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "CD", 0), ==, 1);
  plenum_paper_stack_type (stack, 1, "CD");
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "CD", 1), ==, 5);
  plenum_paper_stack_type (stack, 5, "CD");
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "AB", 0), ==, 5);
  g_assert_true (plenum_paper_stack_has (stack, 5));
  g_assert_false (plenum_paper_stack_has (stack, 6));
}

static void
test_describe (void)
{
  g_autoptr (PlenumPaperStack) empty = plenum_paper_stack_new ();
  g_autoptr (PlenumPaperStack) stack = make_stack ();
  g_autofree char *nothing = plenum_paper_stack_describe (empty);
  g_autofree char *line = plenum_paper_stack_describe (stack);
  g_autofree char *differences = plenum_paper_stack_describe_differences (stack);

  g_assert_cmpstr (nothing, ==, "0 papers count.");
  g_assert_null (plenum_paper_stack_describe_differences (empty));
  g_assert_cmpstr (line, ==, "1 paper counts. 3 wait until two people have typed the same.");
  g_assert_cmpstr (differences, ==, "Paper 4: AB typed “5”, CD typed “6”.");
}

/* Nobody is known to have typed what two computers counted. */
static void
test_contrary (void)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_paper_reading_free);
  g_autoptr (PlenumPaperStack) stack = plenum_paper_stack_new ();
  g_autofree char *differences = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < 2; i++)
    {
      add (readings, 7, NULL, NULL);
      ((PlenumPaperReading *) readings->pdata[i])->counted = FALSE;
    }
  plenum_paper_stack_set (stack, readings);
  differences = plenum_paper_stack_describe_differences (stack);
  line = plenum_paper_stack_describe (stack);
  g_assert_cmpstr (differences, ==, "Paper 7 counted differently on two computers. Type it again.");
  g_assert_cmpstr (line, ==, "0 papers count. 1 waits until two people have typed the same.");
  g_assert_cmpuint (plenum_paper_stack_get_next (stack, "AB", 0), ==, 7);

  /* What is on its way says nothing yet. */
  plenum_paper_stack_type (stack, 8, "AB");
  plenum_paper_stack_type (stack, 8, "CD");
  g_free (differences);
  differences = plenum_paper_stack_describe_differences (stack);
  g_assert_cmpstr (differences, ==, "Paper 7 counted differently on two computers. Type it again.");
}

/* There is room for a few of many. */
static void
test_many (void)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_paper_reading_free);
  g_autoptr (PlenumPaperStack) stack = plenum_paper_stack_new ();
  g_autofree char *differences = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint paper = 1; paper <= 7; paper++)
    {
      add (readings, paper, "AB", "1");
      add (readings, paper, "CD", "2");
    }
  plenum_paper_stack_set (stack, readings);
  differences = plenum_paper_stack_describe_differences (stack);
  lines = g_strsplit (differences, "\n", 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[4], ==, "Paper 5: AB typed “1”, CD typed “2”.");
  g_assert_cmpstr (lines[5], ==, "And 2 more.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-stack/next", test_next);
  g_test_add_func ("/paper-stack/describe", test_describe);
  g_test_add_func ("/paper-stack/contrary", test_contrary);
  g_test_add_func ("/paper-stack/many", test_many);

  return g_test_run ();
}
