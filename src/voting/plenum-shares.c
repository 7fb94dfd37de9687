/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the method of equal shares with a given share of each voter.
 *
 * All amounts are exact, and each is kept once, for all who paid alike. Next to it a
 * double is kept, which only says which options cannot be the cheapest by a margin that
 * its error does not reach by far; those that can be are compared exactly. Prices never
 * fall from one purchase to the next, so an option is looked at again only while its
 * last price is not beaten. */
#include "plenum-shares.h"

#include <math.h>

#define MARGIN 1e-9 /* doubles are good to 1e-16, and an amount is changed some hundred times */

#define NONE G_MAXUINT

typedef struct
{
  guint  group;
  gint64 points;
  double mass; /* of its ballots and their weights */
} Supporter;

struct _PlenumShares
{
  const PlenumProfile *profile;
  gboolean             by_cost;
  const guint         *list;       /* options, in the order that breaks ties */
  guint                n;
  guint                n_groups;
  PlenumRational      *voters;     /* weights added up */
  GPtrArray           *amounts;    /* PlenumRational: money that ballots of weight 1 have, once for those that paid alike */
  GArray              *slots;      /* guint, by amount: the first part that has it, while parts are collected */
  guint               *held;       /* by group: which of the amounts */
  double              *rough;      /* by group: the same, about */
  GArray             **supporters; /* by option: Supporter */
  double              *bounds;     /* by option: its price was at least so much */
  double              *costs;
};

/* Supporters who have the same money, give the same points and weigh the same. */
typedef struct
{
  guint    amount;
  guint    becomes; /* the amount after a purchase, once that is known, */
  double   rough;   /* and about how much that is */
  guint    next;    /* of those with that amount */
  gint64   points;
  gint64   numerator, denominator; /* weight */
  gint64   copies;
  gboolean poor;
} Part;

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
  self->amounts = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  self->slots = g_array_new (FALSE, FALSE, sizeof (guint));
  self->held = g_new0 (guint, MAX (self->n_groups, 1));
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
  for (guint i = 0; i < self->n; i++)
    g_array_unref (self->supporters[i]);
  plenum_rational_free (self->voters);
  g_ptr_array_unref (self->amounts);
  g_array_unref (self->slots);
  g_free (self->held);
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

static guint
add_amount (PlenumShares *self, PlenumRational *amount)
{
  guint none = NONE;

  g_ptr_array_add (self->amounts, amount);
  g_array_append_val (self->slots, none);
  return self->amounts->len - 1;
}

/* The part that a supporter belongs to; it is added where there is none yet. */
static Part *
find_part (PlenumShares *self, GArray *parts, const Supporter *supporter)
{
  const PlenumBallotGroup *group = plenum_profile_get_group (self->profile, supporter->group);
  guint *slot = &g_array_index (self->slots, guint, self->held[supporter->group]);
  Part part = {
    self->held[supporter->group], NONE, 0, *slot, supporter->points, group->weight_numerator, group->weight_denominator,
  };

  for (guint i = *slot; i != NONE; i = g_array_index (parts, Part, i).next)
    {
      Part *known = &g_array_index (parts, Part, i);

      if (known->points == part.points && known->numerator == part.numerator && known->denominator == part.denominator)
        return known;
    }

  *slot = parts->len;
  g_array_append_val (parts, part);
  return &g_array_index (parts, Part, *slot);
}

static void
forget_parts (PlenumShares *self, GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    g_array_index (self->slots, guint, g_array_index (parts, Part, i).amount) = NONE;
  g_array_unref (parts);
}

/* An option's supporters, and their points with their weights. */
static GArray *
collect_parts (PlenumShares *self, guint option, PlenumRational *points)
{
  GArray *supporters = self->supporters[option];
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < supporters->len; i++)
    {
      const Supporter *s = &g_array_index (supporters, Supporter, i);

      find_part (self, parts, s)->copies += plenum_profile_get_group (self->profile, s->group)->copies;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      plenum_rational_add_weighted (points, part->copies * part->points, part->numerator, part->denominator);
    }

  return parts;
}

/* Takes those who have less than their points times @payment out of the reckoning: they
 * give what they have. Returns whether there were any. */
static gboolean
set_poor_apart (PlenumShares *self, GArray *parts, const PlenumRational *payment, PlenumRational *open, PlenumRational *points)
{
  gboolean any = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      const PlenumRational *money = self->amounts->pdata[part->amount];
      g_autoptr (PlenumRational) amount = NULL;

      if (part->poor)
        continue;
      amount = plenum_rational_copy (payment);
      plenum_rational_scale (amount, part->points, 1);
      if (plenum_rational_compare (money, amount) >= 0)
        continue;

      part->poor = any = TRUE;
      plenum_rational_set (amount, money);
      plenum_rational_scale (amount, part->copies * part->numerator, part->denominator);
      plenum_rational_subtract (open, amount);
      plenum_rational_add_weighted (points, -part->copies * part->points, part->numerator, part->denominator);
    }

  return any;
}

/* Exactly, or %NULL where the supporters' money does not do. */
static PlenumRational *
find_payment (PlenumShares *self, guint option)
{
  g_autoptr (PlenumRational) open = plenum_rational_copy (plenum_profile_get_option_cost (self->profile, option));
  g_autoptr (PlenumRational) points = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) payment = NULL;
  GArray *parts = collect_parts (self, option, points);

  while (plenum_rational_sign (points) > 0)
    {
      g_clear_pointer (&payment, plenum_rational_free);
      payment = plenum_rational_copy (open);
      plenum_rational_divide (payment, points);
      if (!set_poor_apart (self, parts, payment, open, points))
        break;
    }
  forget_parts (self, parts);

  return plenum_rational_sign (points) > 0 ? g_steal_pointer (&payment) : NULL;
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
  const PlenumRational *money = self->amounts->pdata[self->held[group]];
  PlenumRational *amount = plenum_rational_copy (purchase->payment);

  plenum_rational_scale (amount, points, 1);
  if (plenum_rational_compare (amount, money) > 0)
    plenum_rational_set (amount, money);

  return amount;
}

static void
collect (PlenumShares *self, const PlenumPurchase *purchase)
{
  GArray *supporters = self->supporters[purchase->option];
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < supporters->len; i++)
    {
      const Supporter *s = &g_array_index (supporters, Supporter, i);
      Part *part = find_part (self, parts, s);

      if (part->becomes == NONE)
        {
          g_autoptr (PlenumRational) paid = plenum_shares_get_paid (self, purchase, s->group, s->points);
          PlenumRational *left = plenum_rational_copy (self->amounts->pdata[part->amount]);

          plenum_rational_subtract (left, paid);
          part->becomes = add_amount (self, left);
          part->rough = plenum_rational_to_double (left);
        }
      self->held[s->group] = part->becomes;
      self->rough[s->group] = part->rough;
    }
  forget_parts (self, parts);
}

/* Everybody has a whole share again. */
static void
hand_out (PlenumShares *self, const PlenumRational *share)
{
  double rough = plenum_rational_to_double (share);

  g_ptr_array_set_size (self->amounts, 0);
  g_array_set_size (self->slots, 0);
  add_amount (self, plenum_rational_copy (share));
  for (guint g = 0; g < self->n_groups; g++)
    {
      self->held[g] = 0;
      self->rough[g] = rough;
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

  hand_out (self, share);
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
