/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result for programs: numbers as exact fractions, options by id. */
#include "plenum-cli-tally-json.h"

#include "plenum-cli-output.h"

static void
add_ids (JsonBuilder *builder, PlenumTally *tally, const guint *members, guint n_members)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_members; i++)
    json_builder_add_string_value (builder, plenum_tally_get_option_id (tally, members[i]));
  json_builder_end_array (builder);
}

static void
add_ranking (JsonBuilder *builder, PlenumTally *tally)
{
  const guint *winners;
  guint n;

  winners = plenum_tally_get_winners (tally, &n);
  json_builder_set_member_name (builder, "winners");
  add_ids (builder, tally, winners, n);

  json_builder_set_member_name (builder, "ranking");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      const guint *place = plenum_tally_get_place (tally, i, &n);

      add_ids (builder, tally, place, n);
    }
  json_builder_end_array (builder);
}

static void
add_scores (JsonBuilder *builder, PlenumTally *tally)
{
  const char * const *names = plenum_tally_get_count_names (tally);

  json_builder_set_member_name (builder, "scores");
  json_builder_begin_object (builder);
  for (guint i = 0; i < plenum_tally_get_n_options (tally); i++)
    {
      const PlenumRational *score = plenum_tally_get_score (tally, i);
      g_autofree char *text = score != NULL ? plenum_rational_to_text (score) : NULL;

      plenum_cli_json_text (builder, plenum_tally_get_option_id (tally, i), text);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; names != NULL && i < plenum_tally_get_n_options (tally); i++)
    {
      json_builder_set_member_name (builder, plenum_tally_get_option_id (tally, i));
      json_builder_begin_object (builder);
      for (guint c = 0; names[c] != NULL; c++)
        plenum_cli_json_integer (builder, names[c], plenum_tally_get_count (tally, i, c));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_number (JsonBuilder *builder, const PlenumRational *value)
{
  g_autofree char *text = value != NULL ? plenum_rational_to_text (value) : NULL;

  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* "p/q", {option: "p/q"} or {option: {option: "p/q"}}; what has no number is left out. */
static void
add_row (JsonBuilder *builder, PlenumTally *tally, PlenumRational * const *values)
{
  json_builder_begin_object (builder);
  for (guint i = 0; i < plenum_tally_get_n_options (tally); i++)
    if (values[i] != NULL)
      {
        json_builder_set_member_name (builder, plenum_tally_get_option_id (tally, i));
        add_number (builder, values[i]);
      }
  json_builder_end_object (builder);
}

static void
add_figure (JsonBuilder *builder, PlenumTally *tally, const PlenumFigure *figure)
{
  guint n = plenum_tally_get_n_options (tally);

  json_builder_set_member_name (builder, figure->name);
  switch (figure->kind)
    {
    case PLENUM_FIGURE_OPTIONS:
      add_row (builder, tally, figure->values);
      break;

    case PLENUM_FIGURE_PAIRS:
      json_builder_begin_object (builder);
      for (guint i = 0; i < n; i++)
        {
          json_builder_set_member_name (builder, plenum_tally_get_option_id (tally, i));
          add_row (builder, tally, figure->values + i * n);
        }
      json_builder_end_object (builder);
      break;

    case PLENUM_FIGURE_NUMBER:
    default:
      add_number (builder, figure->values[0]);
    }
}

static void
add_payments (JsonBuilder *builder, PlenumTally *tally, GPtrArray *payments)
{
  json_builder_set_member_name (builder, "payments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < payments->len; i++)
    {
      const PlenumPayment *payment = payments->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "options");
      add_ids (builder, tally, payment->options, payment->n_options);
      plenum_cli_json_integer (builder, "voters", payment->voters);
      json_builder_set_member_name (builder, "paid");
      add_number (builder, payment->paid);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_step (JsonBuilder *builder, PlenumTally *tally, const PlenumStep *step)
{
  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "kind", step->kind);
  plenum_cli_json_text (builder, "text", step->text);
  json_builder_set_member_name (builder, "options");
  add_ids (builder, tally, step->options, step->n_options);
  for (guint i = 0; step->figures != NULL && i < step->figures->len; i++)
    add_figure (builder, tally, step->figures->pdata[i]);
  if (step->payments != NULL)
    add_payments (builder, tally, step->payments);
  json_builder_end_object (builder);
}

static void
add_explanation (JsonBuilder *builder, PlenumTally *tally)
{
  json_builder_set_member_name (builder, "steps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    add_step (builder, tally, plenum_tally_get_step (tally, i));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "ties");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plenum_tally_get_n_ties (tally); i++)
    {
      const PlenumTie *tie = plenum_tally_get_tie (tally, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "options");
      add_ids (builder, tally, tie->options, tie->n_options);
      plenum_cli_json_integer (builder, "place", tie->place);
      plenum_cli_json_integer (builder, "seats", tie->seats);
      json_builder_set_member_name (builder, "broken");
      json_builder_add_boolean_value (builder, tie->broken);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * plenum_cli_print_tally:
 *
 * Prints the result with all of its steps.
 */
void
plenum_cli_print_tally (PlenumTally *tally)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "method", plenum_method_get_id (plenum_tally_get_method (tally)));
  plenum_cli_json_integer (builder, "ballots", plenum_tally_get_ballots (tally));
  add_ranking (builder, tally);
  add_scores (builder, tally);
  add_explanation (builder, tally);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);
}
