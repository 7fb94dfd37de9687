/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranked pairs: the clearest victories are locked first.
 *
 * Source: Tideman, "Independence of clones as a criterion for voting rules", Social
 * Choice and Welfare 4 (1987); Zavist and Tideman, "Complete independence of clones
 * in the ranked pairs rule", 6 (1989). Victories are locked from the strongest on,
 * except those that would close a circle with locked ones. Who nobody is locked
 * above wins.
 *
 * Where victories are equally strong, the order in which they are locked can matter,
 * but only for those that lie on a circle with others of them. While these are few,
 * every order is followed (Tideman 1987); each gives a set that cannot be enlarged,
 * so it is these sets that are gone through. Where the settings break ties, or they
 * are many, they are locked as Zavist and Tideman say: by an order of the options,
 * here drawn or fixed; victories of the earlier option first, over the later one. */
#include "plenum-chooser.h"
#include "plenum-pairs.h"

#include "plenum-method-private.h"
#include "plenum-tie-break.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_EQUAL 8 /* of which every order is followed */

static const PlenumSetting settings[] = {
  PLENUM_MEASURE_SETTING ("margins"),
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  PlenumTally         *tally;
  const PlenumProfile *profile;
  PlenumChooser       *chooser;
  const PlenumPairs   *pairs;
  GArray              *victories; /* guint: a × n + b, strongest first */
  gboolean            *reach;     /* [a × n + b]: a is above b by what is locked */
} Count;

static gboolean
lock (gboolean *reach, guint n, guint pair)
{
  guint a = pair / n, b = pair % n;

  if (reach[b * n + a])
    return FALSE;
  if (reach[a * n + b])
    return TRUE;

  for (guint from = 0; from < n; from++)
    if (from == a || reach[from * n + a])
      for (guint to = 0; to < n; to++)
        if (to == b || reach[b * n + to])
          reach[from * n + to] = TRUE;

  return TRUE;
}

static void
explain_pair (Count *count, guint pair, gboolean locked)
{
  guint n = count->pairs->n;
  guint two[] = { pair / n, pair % n };
  g_autofree char *winner = NULL;
  g_autofree char *loser = NULL;
  g_autofree char *strength = NULL;
  const PlenumRational *value = g_ptr_array_index (count->pairs->values, count->pairs->strengths[pair]);

  if (!plenum_chooser_is_first (count->chooser))
    return;

  winner = plenum_tally_join_names (count->tally, &two[0], 1);
  loser = plenum_tally_join_names (count->tally, &two[1], 1);
  strength = plenum_rational_to_display (value, 2);
  plenum_tally_add_step (count->tally, locked ? "locked" : "skipped", two, 2,
                         locked
                         /* Translators: two options, and how strong the victory of the first is. */
                         ? g_strdup_printf (_("%1$s before %2$s (%3$s) is locked."), winner, loser, strength)
                         : g_strdup_printf (_("%1$s before %2$s (%3$s) is left out: it would close a circle."), winner, loser, strength));
  plenum_tally_add_number (count->tally, "strength", value);
}

static void
lock_and_explain (Count *count, guint pair)
{
  explain_pair (count, pair, lock (count->reach, count->pairs->n, pair));
}

/* Equally strong victories that are on a circle with what is locked and each other
 * go to @circular, the others are locked, or left out for sure. */
static void
lock_harmless (Count *count, const guint *equal, guint n_equal, GArray *circular)
{
  guint n = count->pairs->n;
  g_autofree gboolean *all = g_memdup2 (count->reach, (gsize) n * n * sizeof (gboolean));

  for (guint i = 0; i < n_equal; i++)
    if (!count->reach[(equal[i] % n) * n + equal[i] / n])
      all[equal[i]] = TRUE;
  for (guint through = 0; through < n; through++)
    for (guint from = 0; from < n; from++)
      for (guint to = 0; to < n && all[from * n + through]; to++)
        all[from * n + to] |= all[through * n + to];

  for (guint i = 0; i < n_equal; i++)
    {
      guint back = (equal[i] % n) * n + equal[i] / n;

      if (all[back] && !count->reach[back])
        g_array_append_val (circular, equal[i]);
      else
        lock_and_explain (count, equal[i]);
    }
}

/* Whether the chosen ones can all be locked, and no other could be besides. */
static gboolean
is_maximal (Count *count, GArray *circular, guint chosen, gboolean *reach)
{
  gsize size = (gsize) count->pairs->n * count->pairs->n * sizeof (gboolean);

  memcpy (reach, count->reach, size);
  for (guint i = 0; i < circular->len; i++)
    if ((chosen & (1u << i)) != 0 && !lock (reach, count->pairs->n, g_array_index (circular, guint, i)))
      return FALSE;
  for (guint i = 0; i < circular->len; i++)
    {
      guint pair = g_array_index (circular, guint, i);

      if ((chosen & (1u << i)) == 0 && !reach[(pair % count->pairs->n) * count->pairs->n + pair / count->pairs->n])
        return FALSE;
    }

  return TRUE;
}

static void
lock_in_every_order (Count *count, GArray *circular)
{
  g_autofree gboolean *reach = g_new (gboolean, (gsize) count->pairs->n * count->pairs->n);
  g_autoptr (GArray) sets = g_array_new (FALSE, FALSE, sizeof (guint));
  guint chosen;

  for (guint set = 0; set < 1u << circular->len; set++)
    if (is_maximal (count, circular, set, reach))
      g_array_append_val (sets, set);

  if (sets->len > 1 && plenum_chooser_is_first (count->chooser))
    plenum_tally_add_step (count->tally, "tie", NULL, 0,
                           g_strdup (_("The next victories are equally strong, and it matters which is locked first: every order is followed; this is one of them.")));
  chosen = g_array_index (sets, guint, plenum_chooser_branch (count->chooser, sets->len));
  for (guint i = 0; i < circular->len; i++)
    if ((chosen & (1u << i)) != 0)
      lock_and_explain (count, g_array_index (circular, guint, i));
  for (guint i = 0; i < circular->len; i++)
    if ((chosen & (1u << i)) == 0)
      lock_and_explain (count, g_array_index (circular, guint, i));
}

typedef struct
{
  guint  n;
  guint *places; /* by option, in the order that breaks ties */
} Order;

static int
compare_by_order (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  int winners = (int) order->places[one / order->n] - (int) order->places[other / order->n];

  return winners != 0 ? winners : (int) order->places[other % order->n] - (int) order->places[one % order->n];
}

static void
lock_by_order (Count *count, GArray *circular)
{
  guint n = count->pairs->n;
  g_autofree guint *options = g_new (guint, n);
  g_autofree guint *places = g_new (guint, n);
  Order order = { n, places };

  for (guint i = 0; i < n; i++)
    options[i] = i;
  if (plenum_chooser_decides (count->chooser))
    plenum_tie_break (count->profile, options, n);
  else
    plenum_tie_break_draw (count->profile, options, n);
  for (guint i = 0; i < n; i++)
    places[options[i]] = i;

  if (plenum_chooser_is_first (count->chooser))
    plenum_tally_add_step (count->tally, "lot", options, n,
                           g_strdup_printf (_("The next victories are equally strong, and it matters which is locked first. A lot with the seed “%s” decides, or the order that the settings name."),
                                            plenum_profile_get_setting (count->profile, "seed")));
  g_array_sort_with_data (circular, compare_by_order, &order);
  for (guint i = 0; i < circular->len; i++)
    lock_and_explain (count, g_array_index (circular, guint, i));
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  Count *count = data;
  guint n = count->pairs->n;
  g_autofree gint64 *layers = g_new0 (gint64, n);
  g_autofree gboolean *wins = g_new0 (gboolean, n);
  const guint *victories = (const guint *) count->victories->data;
  guint n_equal;

  memset (count->reach, 0, (gsize) n * n * sizeof (gboolean));
  for (guint start = 0; start < count->victories->len; start += n_equal)
    {
      g_autoptr (GArray) circular = g_array_new (FALSE, FALSE, sizeof (guint));

      for (n_equal = 1; start + n_equal < count->victories->len
           && count->pairs->strengths[victories[start]] == count->pairs->strengths[victories[start + n_equal]]; n_equal++)
        ;
      lock_harmless (count, victories + start, n_equal, circular);
      if (circular->len > 0 && (plenum_chooser_decides (count->chooser) || circular->len > MOST_EQUAL))
        lock_by_order (count, circular);
      else if (circular->len > 0)
        lock_in_every_order (count, circular);
    }

  plenum_pairs_make_layers (n, count->reach, layers);
  for (guint i = 0; i < n; i++)
    wins[i] = layers[i] == 0 && plenum_tally_any_can_win (count->tally, i);
  plenum_chooser_add_outcome (count->chooser, layers, wins);
}

static int
compare_strengths (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlenumPairs *pairs = data;
  guint one = *(const guint *) a, other = *(const guint *) b;

  if (pairs->strengths[one] != pairs->strengths[other])
    return pairs->strengths[one] > pairs->strengths[other] ? -1 : 1;
  return (one > other) - (one < other);
}

static GArray *
sort_victories (PlenumTally *tally, PlenumPairs *pairs)
{
  GArray *victories = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint pair = 0; pair < pairs->n * pairs->n; pair++)
    if (pairs->strengths[pair] > 0)
      {
        g_array_append_val (victories, pair);
        plenum_rational_add_weighted (tally->options[pair / pairs->n].score, 1, 1, 1);
      }
  g_array_sort_with_data (victories, compare_strengths, pairs);

  return victories;
}

static gboolean
count_ballots (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPairs) pairs = plenum_pairs_new (profile, cancellable, error);
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);
  g_autoptr (GArray) victories = NULL;
  g_autofree gboolean *reach = g_new (gboolean, (gsize) tally->n_options * tally->n_options);
  Count count = { tally, profile, chooser, pairs, NULL, reach };

  if (pairs == NULL)
    return FALSE;

  plenum_pairs_measure (pairs, plenum_pairs_get_setting (profile));
  count.victories = victories = sort_victories (tally, pairs);
  plenum_tally_explain_start (tally);
  plenum_pairs_explain (pairs, tally);
  return plenum_chooser_count (chooser, 1, run, &count, cancellable, error);
}

const PlenumMethod plenum_method_ranked_pairs = {
  .id = "ranked-pairs",
  .name = N_("Ranked pairs"),
  .purpose = N_("Choose one, and get an order of all, from the clearest majorities down."),
  .rule = N_("Every option is compared with every other. Victories are locked from the clearest on, except those that would close a circle; nobody is locked above the winner."),
  .suited = N_("Right where an order of all options is wanted that can be explained victory by victory."),
  .unsuited = N_("Use another method where there are very few ballots: equally strong victories leave much to the lot."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_RANKING,
  .takes_ties = TRUE,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count_ballots,
  .describe_score = plenum_tally_describe_wins,
  .describe_result = plenum_tally_describe_seats,
};
