/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples as they were published, for methods whose other tests have none: every
 * number of theirs is compared exactly. */
#include "polls.h"

#include <string.h>

/* The @index-th figure of that name, over all lines of that kind; of one option or pair. */
static char *
get_figure (PlenumTally *tally, const char *kind, const char *name, guint index, guint value)
{
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    {
      const PlenumStep *step = plenum_tally_get_step (tally, i);

      for (guint j = 0; strcmp (step->kind, kind) == 0 && step->figures != NULL && j < step->figures->len; j++)
        {
          const PlenumFigure *figure = g_ptr_array_index (step->figures, j);

          if (strcmp (figure->name, name) == 0 && index-- == 0)
            return plenum_rational_to_text (figure->values[value]);
        }
    }

  g_assert_not_reached ();
}

static void
assert_order (PlenumTally *tally, const char *kind, const char *options)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    if (strcmp (plenum_tally_get_step (tally, i)->kind, kind) == 0)
      g_string_append (order, plenum_tally_get_option_id (tally, plenum_tally_get_step (tally, i)->options[0]));
  g_assert_cmpstr (order->str, ==, options);
}

/* Lackner and Skowron, "Multi-Winner Voting with Approval Preferences", Springer 2023,
 * example 1: twelve voters, eight options, four seats. */
static PlenumProfile *
make_first_example (const char *method, const char *settings)
{
  PlenumProfile *poll = poll_new (method, settings, 8);

  poll_cast_many (poll, 3, "a=1 b=1");
  poll_cast_many (poll, 3, "a=1 c=1");
  poll_cast_many (poll, 2, "a=1 d=1");
  poll_cast (poll, "b=1 c=1 f=1");
  poll_cast (poll, "e=1");
  poll_cast (poll, "f=1");
  poll_cast (poll, "g=1");

  return poll;
}

/* The book's example 2. */
static void
test_approval (void)
{
  g_autoptr (PlenumProfile) poll = make_first_example ("approval", "seats=4");
  g_autoptr (PlenumTally) tally = poll_count (poll);

  assert_text (tally_scores (tally), "a=8 b=4 c=4 d=2 e=1 f=2 g=1 h=0");
  assert_text (tally_winners (tally), "a b c d f");
  assert_text (plenum_tally_sentence (tally), "“A”, “B” and “C” are chosen; “D” and “F” are tied for what is left: 1.");
}

/* The capital of Tennessee where everybody approves of the two nearest cities: Wikipedia,
 * "Approval voting". */
static void
test_approval_tennessee (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast_many (poll, 42, "a=1 b=1");
  poll_cast_many (poll, 26, "b=1 c=1");
  poll_cast_many (poll, 15, "c=1 d=1");
  poll_cast_many (poll, 17, "d=1 c=1");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=42 b=68 c=58 d=32");
  assert_text (tally_winners (tally), "b");
}

/* The same with 400 minus the miles to each city as scores: electowiki, "Effects of
 * different voting systems under similar circumstances", where Nashville wins; so it
 * does by STAR, against Memphis with 58 to 42. */
static void
test_score_tennessee (void)
{
  static const char * const methods[] = { "score", "star" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (methods[i], "maximum=400", 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast_many (poll, 42, "a=400 b=200 c=133 d=45");
      poll_cast_many (poll, 26, "b=400 c=290 d=240 a=200");
      poll_cast_many (poll, 15, "c=400 d=296 b=290 a=133");
      poll_cast_many (poll, 17, "d=400 c=296 b=240 a=45");
      tally = poll_count (poll);
      assert_text (tally_scores (tally), "a=24760 b=27230 c=24158 d=19370");
      assert_text (tally_winners (tally), "b");
      if (i == 1)
        g_assert_cmpstr (tally_step (tally, "final"), ==,
                         "The final is between “B” and “A”. People who score the first one higher: 58; the second: 42.");
    }
}

/* What votes cost: Lalley and Weyl, "Quadratic Voting", AEA Papers and Proceedings 108
 * (2018): the square of their number. */
static void
test_quadratic (void)
{
  for (int votes = -10; votes <= 10; votes++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("quadratic", "", 1);
      g_autoptr (PlenumTally) tally = NULL;
      g_autofree char *ballot = g_strdup_printf ("a=%d", votes * ABS (votes));
      g_autofree char *scores = g_strdup_printf ("a=%d", votes);

      poll_cast (poll, ballot);
      tally = poll_count (poll);
      assert_text (tally_scores (tally), scores);
    }
}

/* The book's example 4. */
static void
test_pav (void)
{
  g_autoptr (PlenumProfile) poll = make_first_example ("pav", "seats=4");
  g_autoptr (PlenumTally) tally = poll_count (poll);

  assert_text (tally_winners (tally), "a b c f");
  assert_text (get_figure (tally, "committee", "sum", 0, 0), "83/6");
}

/* The book's example 5, where the sequential rule finds another committee than the
 * exact one. */
static void
test_both_pav (void)
{
  static const struct { const char *method, *winners; } cases[] = { { "pav", "c a" }, { "seqpav", "d c" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (cases[i].method, "seats=2", 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast_many (poll, 3, "a=1 b=1");
      poll_cast_many (poll, 6, "a=1 d=1");
      poll_cast_many (poll, 4, "b=1");
      poll_cast_many (poll, 5, "c=1");
      poll_cast_many (poll, 5, "c=1 d=1");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
      if (i == 0)
        assert_text (get_figure (tally, "committee", "sum", 0, 0), "19");
      else
        {
          assert_text (get_figure (tally, "seat", "sums", 0, 3), "11");
          assert_text (get_figure (tally, "seat", "sums", 1, 2), "15/2");
        }
    }
}

/* Thiele 1895, as in Janson, "Phragmén's and Thiele's election methods", 2016,
 * example 13.3. */
static void
test_thiele (void)
{
  static const struct { int voters; const char *ballot; } ballots[] = {
    { 960, "a=1 c=1 d=1" }, { 3000, "b=1 c=1 d=1" }, { 520, "b=1 c=1" }, { 1620, "a=1 b=1" }, { 1081, "a=1 d=1" },
    { 1240, "a=1 c=1" }, { 360, "b=1 d=1" }, { 360, "d=1" }, { 120, "c=1" }, { 60, "b=1" },
  };
  g_autoptr (PlenumProfile) exact = poll_new ("pav", "seats=2", 4);
  g_autoptr (PlenumProfile) sequential = poll_new ("seqpav", "seats=2", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTally) other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ballots); i++)
    {
      poll_cast_many (exact, ballots[i].voters, ballots[i].ballot);
      poll_cast_many (sequential, ballots[i].voters, ballots[i].ballot);
    }
  tally = poll_count (exact);
  other = poll_count (sequential);
  assert_text (tally_winners (tally), "b a");
  assert_text (get_figure (tally, "committee", "sum", 0, 0), "9651");
  assert_text (tally_winners (other), "c a");
  assert_text (get_figure (other, "seat", "sums", 0, 2), "5840");
  assert_text (get_figure (other, "seat", "sums", 1, 0), "3801");
}

/* The book's examples 9 and 12. */
static void
test_phragmen (void)
{
  g_autoptr (PlenumProfile) first = make_first_example ("phragmen", "seats=4 tie_break=order");
  g_autoptr (PlenumProfile) twelfth = poll_new ("phragmen", "seats=3", 4);
  g_autoptr (PlenumTally) tally = poll_count (first);
  g_autoptr (PlenumTally) other = NULL;

  assert_order (tally, "seat", "abcd");
  assert_text (get_figure (tally, "seat", "loads", 0, 0), "1/8");
  assert_text (get_figure (tally, "seat", "loads", 1, 1), "11/32");
  assert_text (get_figure (tally, "seat", "loads", 1, 2), "11/32");
  assert_text (get_figure (tally, "seat", "loads", 2, 2), "55/128");
  assert_text (get_figure (tally, "seat", "loads", 3, 3), "5/8");

  poll_cast_many (twelfth, 3, "c=1 d=1");
  poll_cast_many (twelfth, 2, "a=1 b=1");
  poll_cast_many (twelfth, 2, "a=1 c=1");
  poll_cast (twelfth, "b=1 d=1");
  other = poll_count (twelfth);
  assert_order (other, "seat", "cbd");
  assert_text (get_figure (other, "seat", "loads", 0, 2), "1/5");
  assert_text (get_figure (other, "seat", "loads", 1, 1), "1/3");
  assert_text (get_figure (other, "seat", "loads", 2, 3), "29/60");
}

/* The book's example 12 again: of three seats two are bought, as committees are, with
 * options that cost 1 and a seat's share of it for each voter. */
static void
test_equal_shares (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("equal-shares", "budget=3 utility=cardinality completion=none", 0);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  for (char id[] = "a"; *id <= 'd'; (*id)++)
    g_assert_true (plenum_profile_add_option (poll, id, id, "1", &error));
  poll_cast_many (poll, 3, "c=1 d=1");
  poll_cast_many (poll, 2, "a=1 b=1");
  poll_cast_many (poll, 2, "a=1 c=1");
  poll_cast (poll, "b=1 d=1");
  tally = poll_count (poll);
  assert_order (tally, "purchase", "ca");
  assert_text (get_figure (tally, "share", "share", 0, 0), "3/8");
  assert_text (get_figure (tally, "purchase", "price", 0, 0), "1/5");
  assert_text (get_figure (tally, "purchase", "price", 1, 0), "13/40");
}

static void
assert_nano (PlenumTally *tally, const char *name, guint stage, guint option, gint64 expected)
{
  g_autoptr (PlenumRational) number = plenum_rational_new (expected, 1000000000);
  g_autofree char *text = plenum_rational_to_text (number);

  assert_text (get_figure (tally, "stage", name, stage, option), text);
}

/* Hill, "The computational accuracy using the Meek algorithm", Voting Matters 12
 * (2000), as the reference program of the Proportional Representation Foundation
 * counts it: Lundell, "Droop", test SC-Vm-12, every decimal. */
static void
test_meek (void)
{
  static const struct { int voters; const char *ranking; } ballots[] = {
    { 333, "a > c" }, { 333, "a > d" }, { 333, "a > e" }, { 333, "b > c" }, { 333, "b > d" }, { 333, "b > e" },
    { 667, "c" }, { 667, "d" }, { 667, "e" }, { 1, "a > b > c" }, { 1, "a > b > d" }, { 2, "b > a > c" },
  };
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "seats=3 rule=meek tie_break=order order=e,d,c", 5);
  g_autoptr (PlenumTally) tally = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ballots); i++)
    poll_rank (poll, ballots[i].voters, ballots[i].ranking);
  tally = poll_count (poll);
  assert_text (tally_winners (tally), "a b d");
  assert_nano (tally, "quota", 0, 0, G_GINT64_CONSTANT (1000750000001));
  assert_nano (tally, "votes", 1, 0, G_GINT64_CONSTANT (1000750000126));
  assert_nano (tally, "votes", 1, 2, G_GINT64_CONSTANT (667166666686));
  assert_nano (tally, "votes", 1, 3, G_GINT64_CONSTANT (667166666562));
  assert_nano (tally, "votes", 1, 4, G_GINT64_CONSTANT (667166666500));
  assert_nano (tally, "quota", 2, 0, G_GINT64_CONSTANT (800580647027));
  assert_nano (tally, "votes", 2, 1, G_GINT64_CONSTANT (800584418564));
  assert_nano (tally, "votes", 2, 3, G_GINT64_CONSTANT (800596982770));
  assert_nano (tally, "votes", 2, 4, G_GINT64_CONSTANT (800556768208));
  assert_nano (tally, "exhausted", 2, 0, G_GINT64_CONSTANT (800677411894));
}

/* The colour of a car in a picture: the first example of G. Paulus, S. Schrotta and
 * E. Visotschnig, "Systemisches Konsensieren", as finding-marbles.com/2012/01/12/systemic-consensus
 * retells it. */
static void
test_consensing_car (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("consensing", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=0 b=5 c=7 d=3");
  poll_cast (poll, "a=2 b=0 c=4 d=7");
  poll_cast (poll, "a=4 b=8 c=0 d=8");
  poll_cast (poll, "a=3 b=5 c=6 d=0");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=9 b=18 c=17 d=18");
  assert_text (tally_ranking (tally), "a > c > b = d");
  assert_text (tally_winners (tally), "a");
}

/* What to do on a weekend: metagovernment.org, "Systemic Consensus", those of the
 * suggestions that all four judged. */
static void
test_consensing_weekend (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("consensing", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=8 b=4 c=2 d=1");
  poll_cast (poll, "a=3 b=7 c=4 d=6");
  poll_cast (poll, "a=0 b=9 c=6 d=3");
  poll_cast (poll, "a=1 b=0 c=2 d=0");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=12 b=20 c=14 d=10");
  assert_text (tally_ranking (tally), "d > a > c > b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/published/approval", test_approval);
  g_test_add_func ("/published/approval-tennessee", test_approval_tennessee);
  g_test_add_func ("/published/score-tennessee", test_score_tennessee);
  g_test_add_func ("/published/quadratic", test_quadratic);
  g_test_add_func ("/published/pav", test_pav);
  g_test_add_func ("/published/both-pav", test_both_pav);
  g_test_add_func ("/published/thiele", test_thiele);
  g_test_add_func ("/published/phragmen", test_phragmen);
  g_test_add_func ("/published/equal-shares", test_equal_shares);
  g_test_add_func ("/published/meek", test_meek);
  g_test_add_func ("/published/consensing-car", test_consensing_car);
  g_test_add_func ("/published/consensing-weekend", test_consensing_weekend);
  return g_test_run ();
}
