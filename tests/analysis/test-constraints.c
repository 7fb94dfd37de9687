/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-constraints.h"

#include "plenum-analysis-error.h"

static PlenumCorpus *
make_corpus (void)
{
  PlenumCorpus *corpus = plenum_corpus_new ();

  for (const char *id = "abcdef"; *id != '\0'; id++)
    {
      char one[] = { *id, '\0' };

      plenum_corpus_add (corpus, one, "text", NULL);
    }
  g_assert_true (plenum_corpus_seal (corpus, NULL));
  return corpus;
}

static void
test_units (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus ();
  g_autoptr (PlenumConstraints) constraints = plenum_constraints_new ();

  plenum_constraints_add_together (constraints, "e", "c");
  plenum_constraints_add_together (constraints, "b", "e");
  plenum_constraints_add_together (constraints, "a", "gone");
  plenum_constraints_add_apart (constraints, "c", "f");
  plenum_constraints_add_apart (constraints, "gone", "f");
  g_assert_true (plenum_constraints_resolve (constraints, corpus, NULL));

  g_assert_cmpuint (plenum_constraints_get_unit (constraints, 0), ==, 0);
  g_assert_cmpuint (plenum_constraints_get_unit (constraints, 1), ==, 1);
  g_assert_cmpuint (plenum_constraints_get_unit (constraints, 2), ==, 1);
  g_assert_cmpuint (plenum_constraints_get_unit (constraints, 4), ==, 1);
  g_assert_true (plenum_constraints_are_apart (constraints, 5, 1)); /* b is with c, which is not with f */
  g_assert_true (plenum_constraints_are_apart (constraints, 4, 5));
  g_assert_false (plenum_constraints_are_apart (constraints, 0, 5));
}

static void
test_contradiction (void)
{
  g_autoptr (PlenumCorpus) corpus = make_corpus ();
  g_autoptr (PlenumConstraints) constraints = plenum_constraints_new ();
  g_autoptr (GError) error = NULL;

  plenum_constraints_add_together (constraints, "a", "b");
  g_assert_true (plenum_constraints_resolve (constraints, corpus, NULL));
  plenum_constraints_add_together (constraints, "b", "c");
  plenum_constraints_add_apart (constraints, "c", "a");
  g_assert_false (plenum_constraints_resolve (constraints, corpus, &error));
  g_assert_error (error, PLENUM_ANALYSIS_ERROR, PLENUM_ANALYSIS_ERROR_CONTRADICTION);
  g_assert_cmpuint (plenum_constraints_get_unit (constraints, 2), ==, 2); /* as it was */
  g_assert_cmpuint (plenum_constraints_get_unit (constraints, 1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/constraints/units", test_units);
  g_test_add_func ("/constraints/contradiction", test_contradiction);
  return g_test_run ();
}
