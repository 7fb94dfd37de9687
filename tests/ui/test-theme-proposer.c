/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-theme-proposer.h"

static const char * const roads[] = {
  "Ein Radweg auf beiden Seiten der Brücke", "Radwege, die an der Brücke nicht enden", "Der Radweg an der Brücke ist zu schmal",
  "Breite Radwege zur Brücke", "Auf der Brücke fehlt ein Radweg", "Radweg und Gehweg auf der Brücke trennen",
};
static const char * const forms[] = {
  "Formulare in Leichter Sprache", "Ein Formular ohne Drucker ausfüllen", "Formulare, die jede Sprache können",
  "Das Formular in einfacher Sprache erklären", "Formulare zu Hause ausfüllen", "Sprache der Formulare vereinfachen",
};

typedef struct
{
  GMainLoop *loop;
  GPtrArray *themes;
  GError    *error;
} Answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->themes = plenum_theme_proposer_run_finish (PLENUM_THEME_PROPOSER (source), result, &answer->error);
  g_main_loop_quit (answer->loop);
}

static GPtrArray *
run (PlenumThemeProposer *proposer, guint n_themes, GCancellable *cancellable, GError **error)
{
  Answer answer = { g_main_loop_new (NULL, FALSE), NULL, NULL };

  plenum_theme_proposer_run_async (proposer, n_themes, cancellable, answer_cb, &answer);
  g_main_loop_run (answer.loop);
  g_main_loop_unref (answer.loop);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.themes;
}

static PlenumThemeProposer *
make_proposer (void)
{
  PlenumThemeProposer *proposer = plenum_theme_proposer_new ();

  for (guint i = 0; i < 6; i++)
    {
      char road[] = { 'r', '0' + i, '\0' }, form[] = { 'f', '0' + i, '\0' };

      plenum_theme_proposer_add_card (proposer, road, roads[i], "de");
      plenum_theme_proposer_add_card (proposer, form, forms[i], "de");
    }

  return proposer;
}

static gboolean
is_in (PlenumProposedTheme *theme, const char *card)
{
  return g_strv_contains ((const char * const *) theme->ideas, card);
}

/* Two heaps of words come apart, more than once, and say how typical each card is. */
static void
test_two (void)
{
  g_autoptr (PlenumThemeProposer) proposer = make_proposer ();

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) themes = run (proposer, 2, NULL, &error);
      PlenumProposedTheme *first;

      g_assert_no_error (error);
      g_assert_cmpuint (themes->len, ==, 2);
      first = themes->pdata[0];
      g_assert_false (first->known);
      g_assert_cmpstr (plenum_record_get_text (first->record, PLENUM_THEME_TITLE), !=, "");
      g_assert_true (is_in (first, "r0") != is_in (first, "f0"));
      for (guint i = 0; first->ideas[i] != NULL; i++)
        {
          g_assert_cmpint (first->ideas[i][0], ==, first->ideas[0][0]);
          g_assert_cmpfloat (first->reasons[i].typicality, >, 0.0);
          g_assert_cmpfloat (first->reasons[i].typicality, <=, 1.0001);
        }
    }
}

/* A theme that there is comes first, as it is, with the cards that belong to it. */
static void
test_known (void)
{
  g_autoptr (PlenumThemeProposer) proposer = make_proposer ();
  g_autoptr (PlenumRecord) theme = plenum_record_new (PLENUM_THEME, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = NULL;
  PlenumProposedTheme *first;

  plenum_record_set_text (theme, PLENUM_THEME_TITLE, "Mine");
  plenum_theme_proposer_add_theme (proposer, theme, (const char * const[]) { "r0", "f0", NULL });
  themes = run (proposer, 3, NULL, &error);
  g_assert_no_error (error);
  first = themes->pdata[0];
  g_assert_true (first->known);
  g_assert_true (first->record == theme);
  g_assert_true (is_in (first, "r0"));
  g_assert_true (is_in (first, "f0"));
  for (guint i = 1; i < themes->len; i++)
    g_assert_false (((PlenumProposedTheme *) themes->pdata[i])->known);
}

static guint
find_card (PlenumProposedTheme *theme, const char *card)
{
  guint i = 0;

  while (!g_str_equal (theme->ideas[i], card))
    i++;

  return i;
}

/* What there is stays as it is, and says why: of a card in the wrong place as well. */
static void
test_described (void)
{
  g_autoptr (PlenumThemeProposer) proposer = make_proposer ();
  g_autoptr (PlenumRecord) way = plenum_record_new (PLENUM_THEME, NULL), paper = plenum_record_new (PLENUM_THEME, NULL);
  GPtrArray *themes = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_proposed_theme_free);
  Answer answer = { g_main_loop_new (NULL, FALSE), NULL, NULL };
  const PlenumProposedTheme *first;
  const PlenumThemeReason *right, *wrong;

  g_ptr_array_add (themes, plenum_proposed_theme_new (way, (const char * const[]) { "r0", "r1", "r2", "r3", "f5", "gone", NULL }));
  g_ptr_array_add (themes, plenum_proposed_theme_new (paper, (const char * const[]) { "f0", "f1", "f2", "f3", NULL }));
  plenum_theme_proposer_describe_async (proposer, themes, NULL, answer_cb, &answer);
  g_main_loop_run (answer.loop);
  g_main_loop_unref (answer.loop);

  g_assert_no_error (answer.error);
  g_assert_true (answer.themes == themes);
  first = themes->pdata[0];
  g_assert_cmpuint (g_strv_length (first->ideas), ==, 6);
  g_assert_cmpfloat (first->cohesion, >, 0.0);
  g_assert_cmpfloat (first->cohesion, <, 1.0);
  right = &first->reasons[find_card (themes->pdata[0], "r0")];
  wrong = &first->reasons[find_card (themes->pdata[0], "f5")];
  g_assert_true (g_strv_contains ((const char * const *) right->words, "Brücke"));
  g_assert_cmpstr (right->next, ==, plenum_record_get_id (paper));
  g_assert_cmpfloat (right->certainty, >, 0.0);
  g_assert_cmpfloat (right->typicality, >, wrong->typicality);
  g_assert_cmpfloat (wrong->certainty, <, 0.0);
  g_assert_cmpstr (wrong->theme, ==, plenum_record_get_id (way));
  g_assert_null (wrong->words[0]);
  g_ptr_array_unref (answer.themes);
}

static void
test_cancelled_and_empty (void)
{
  g_autoptr (PlenumThemeProposer) proposer = make_proposer ();
  g_autoptr (PlenumThemeProposer) empty = plenum_theme_proposer_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) themes = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (run (proposer, 2, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* After that it still works. */
  themes = run (proposer, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (themes->len, ==, 2);
  g_clear_pointer (&themes, g_ptr_array_unref);

  themes = run (empty, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (themes->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/theme-proposer/two", test_two);
  g_test_add_func ("/theme-proposer/known", test_known);
  g_test_add_func ("/theme-proposer/described", test_described);
  g_test_add_func ("/theme-proposer/cancelled-and-empty", test_cancelled_and_empty);

  return g_test_run ();
}
