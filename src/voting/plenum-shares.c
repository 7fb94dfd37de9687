/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the method of equal shares with a given share of each voter.
 *
 * All amounts are exact. Next to each a double is kept, which only says which options
 * cannot be the cheapest by a margin that its error does not reach by far; those that
 * can be are compared exactly. Prices never fall from one purchase to the next, so an
 * option is looked at again only while its last price is not beaten. */
#include "plenum-shares.h"

#include <math.h>

#define MARGIN 1e-9 /* doubles are good to 1e-16, and an amount is changed some hundred times */

typedef struct
{
  guint  group;
  gint64 points;
  double mass;
} Supporter;

struct _PlenumShares
{
  const PlenumProfile *profile;
  gboolean             by_cost;
  const guint         *list;       /* options, in the order that breaks ties */
  guint                n;
  guint                n_groups;
  PlenumRational      *voters;     /* weights added up */
  PlenumRational     **money;      /* by group: of each of its ballots, by weight 1 */
  double              *rough;      /* the same, about */
  GArray             **supporters; /* by option: Supporter */
  double              *bounds;     /* by option: its price was at least so much */
  double              *costs;
};

PlenumShares *
plenum_shares_new (const PlenumProfile *profile, gboolean by_cost, const guint *list)
{
  PlenumShares *self = g_new0 (PlenumShares, 1);

  self->profile = profile;
  self->by_cost = by_cost;
  self->list = list;
  self->n = plenum_profile_get_n_options (profile);
  self->n_groups = plenum_profile_get_n_groups (profile);
  self->voters = plenum_rational_new (0, 1);
  self->money = g_new0 (PlenumRational *, MAX (self->n_groups, 1));
  self->rough = g_new0 (double, MAX (self->n_groups, 1));
  self->supporters = g_new0 (GArray *, self->n);
  self->bounds = g_new0 (double, self->n);
  self->costs = g_new0 (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->supporters[i] = g_array_new (FALSE, FALSE, sizeof (Supporter));
      self->costs[i] = plenum_rational_to_double (plenum_profile_get_option_cost (profile, i));
    }

  for (guint g = 0; g < self->n_groups; g++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, g);

      self->money[g] = plenum_rational_new (0, 1);
      plenum_rational_add_weighted (self->voters, group->copies, group->weight_numerator, group->weight_denominator);
      for (guint i = 0; i < group->n_choices; i++)
        {
          Supporter supporter = {
            g, group->choices[i].value,
            (double) group->copies * group->weight_numerator / group->weight_denominator,
          };

          g_array_append_val (self->supporters[group->choices[i].option], supporter);
        }
    }

  return self;
}

void
plenum_shares_free (PlenumShares *self)
{
  for (guint g = 0; g < self->n_groups; g++)
    plenum_rational_free (self->money[g]);
  for (guint i = 0; i < self->n; i++)
    g_array_unref (self->supporters[i]);
  plenum_rational_free (self->voters);
  g_free (self->money);
  g_free (self->rough);
  g_free (self->supporters);
  g_free (self->bounds);
  g_free (self->costs);
  g_free (self);
}

/* The weights of all ballots, added up. */
const PlenumRational *
plenum_shares_get_voters (const PlenumShares *self)
{
  return self->voters;
}

/* About what each point of a supporter has to pay; infinite where their money does
 * not do by far. Those who have too little pay what they have, and the others more,
 * until nobody else has too little. */
static double
estimate_payment (PlenumShares *self, guint option)
{
  GArray *supporters = self->supporters[option];
  double payment = 0, before;

  do
    {
      double open = self->costs[option], points = 0;

      before = payment;
      for (guint i = 0; i < supporters->len; i++)
        {
          const Supporter *s = &g_array_index (supporters, Supporter, i);

          if (self->rough[s->group] < before * s->points)
            open -= s->mass * self->rough[s->group];
          else
            points += s->mass * s->points;
        }
      if (points <= 0)
        return open > MARGIN * self->costs[option] ? (double) INFINITY : before;
      payment = open / points;
    }
  while (payment > before * (1 + 1e-13));

  return payment;
}

/* Exactly, or %NULL where the supporters' money does not do. */
static PlenumRational *
find_payment (PlenumShares *self, guint option)
{
  GArray *supporters = self->supporters[option];
  g_autofree gboolean *poor = g_new0 (gboolean, MAX (supporters->len, 1));
  g_autoptr (PlenumRational) open = plenum_rational_copy (plenum_profile_get_option_cost (self->profile, option));
  g_autoptr (PlenumRational) points = plenum_rational_new (0, 1);
  gboolean changed = TRUE;

  for (guint i = 0; i < supporters->len; i++)
    {
      const Supporter *s = &g_array_index (supporters, Supporter, i);
      const PlenumBallotGroup *group = plenum_profile_get_group (self->profile, s->group);

      plenum_rational_add_weighted (points, group->copies * s->points, group->weight_numerator, group->weight_denominator);
    }

  while (plenum_rational_sign (points) > 0)
    {
      g_autoptr (PlenumRational) payment = plenum_rational_copy (open);
      double rough;

      plenum_rational_divide (payment, points);
      rough = plenum_rational_to_double (payment);
      changed = FALSE;
      for (guint i = 0; i < supporters->len; i++)
        {
          const Supporter *s = &g_array_index (supporters, Supporter, i);
          const PlenumBallotGroup *group = plenum_profile_get_group (self->profile, s->group);
          g_autoptr (PlenumRational) amount = NULL;

          if (poor[i] || self->rough[s->group] > rough * s->points * (1 + MARGIN))
            continue;
          amount = plenum_rational_copy (payment);
          plenum_rational_scale (amount, s->points, 1);
          if (plenum_rational_compare (self->money[s->group], amount) >= 0)
            continue;

          poor[i] = changed = TRUE;
          plenum_rational_set (amount, self->money[s->group]);
          plenum_rational_scale (amount, group->copies * group->weight_numerator, group->weight_denominator);
          plenum_rational_subtract (open, amount);
          plenum_rational_add_weighted (points, -group->copies * s->points, group->weight_numerator, group->weight_denominator);
        }
      if (!changed)
        return g_steal_pointer (&payment);
    }

  return NULL;
}

/* The price of a unit of utility: of the option's cost, or of the option. */
static PlenumRational *
get_price (PlenumShares *self, guint option, const PlenumRational *payment)
{
  PlenumRational *price = plenum_rational_copy (payment);

  if (self->by_cost)
    plenum_rational_divide (price, plenum_profile_get_option_cost (self->profile, option));
  return price;
}

static double
estimate_price (PlenumShares *self, guint option)
{
  return self->by_cost ? estimate_payment (self, option) / self->costs[option] : estimate_payment (self, option);
}

/* The least estimate among what is not bought. */
static double
find_least (PlenumShares *self, const gboolean *bought)
{
  double least = (double) INFINITY;

  for (guint i = 0; i < self->n; i++)
    if (!bought[i] && self->bounds[i] <= least)
      {
        self->bounds[i] = estimate_price (self, i);
        least = MIN (least, self->bounds[i]);
      }

  return least;
}

/* The option with the least price, exactly. */
static gboolean
find_cheapest (PlenumShares *self, const gboolean *bought, PlenumPurchase *cheapest)
{
  double least = find_least (self, bought);
  gboolean found = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      guint option = self->list[i];
      g_autoptr (PlenumRational) payment = NULL;
      g_autoptr (PlenumRational) price = NULL;

      if (bought[option] || self->bounds[option] > least * (1 + MARGIN) || self->bounds[option] == (double) INFINITY)
        continue;
      payment = find_payment (self, option);
      if (payment == NULL)
        {
          self->bounds[option] = (double) INFINITY; /* and never again, since money only gets less */
          continue;
        }
      price = get_price (self, option, payment);
      if (found && plenum_rational_compare (price, cheapest->price) >= 0)
        {
          cheapest->n_equal += plenum_rational_compare (price, cheapest->price) == 0;
          continue;
        }

      g_clear_pointer (&cheapest->price, plenum_rational_free);
      g_clear_pointer (&cheapest->payment, plenum_rational_free);
      *cheapest = (PlenumPurchase) { option, g_steal_pointer (&price), g_steal_pointer (&payment), 1 };
      found = TRUE;
    }

  return found;
}

/**
 * plenum_shares_get_paid:
 *
 * Returns: (transfer full): what each ballot of a group pays before it is taken from it
 */
PlenumRational *
plenum_shares_get_paid (PlenumShares *self, const PlenumPurchase *purchase, guint group, gint64 points)
{
  PlenumRational *amount = plenum_rational_copy (purchase->payment);

  plenum_rational_scale (amount, points, 1);
  if (plenum_rational_compare (amount, self->money[group]) > 0)
    plenum_rational_set (amount, self->money[group]);

  return amount;
}

static void
collect (PlenumShares *self, const PlenumPurchase *purchase)
{
  GArray *supporters = self->supporters[purchase->option];

  for (guint i = 0; i < supporters->len; i++)
    {
      const Supporter *s = &g_array_index (supporters, Supporter, i);
      g_autoptr (PlenumRational) amount = plenum_shares_get_paid (self, purchase, s->group, s->points);

      plenum_rational_subtract (self->money[s->group], amount);
      self->rough[s->group] = plenum_rational_to_double (self->money[s->group]);
    }
}

/**
 * plenum_shares_run:
 * @share: the money of each voter of weight 1
 * @bought: (nullable): called with every purchase, before it is paid
 *
 * Returns: (transfer full): guint: what is bought, in that order
 */
GArray *
plenum_shares_run (PlenumShares *self, const PlenumRational *share, PlenumPurchaseFunc bought, gpointer data)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *done = g_new0 (gboolean, self->n);
  PlenumPurchase purchase = { 0 };

  for (guint g = 0; g < self->n_groups; g++)
    {
      plenum_rational_set (self->money[g], share);
      self->rough[g] = plenum_rational_to_double (share);
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->bounds[i] = 0;
      done[i] = self->supporters[i]->len == 0;
    }

  for (;;)
    {
      gboolean open = FALSE;

      if (!find_cheapest (self, done, &purchase))
        {
          for (guint i = 0; i < self->n; i++)
            open = open || (!done[i] && self->bounds[i] != (double) INFINITY);
          if (!open)
            break;
          continue;
        }
      if (bought != NULL)
        bought (&purchase, self, data);
      collect (self, &purchase);
      done[purchase.option] = TRUE;
      g_array_append_val (order, purchase.option);
    }

  g_clear_pointer (&purchase.price, plenum_rational_free);
  g_clear_pointer (&purchase.payment, plenum_rational_free);
  return order;
}
