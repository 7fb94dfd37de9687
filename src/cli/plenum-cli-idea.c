/* SPDX-License-Identifier: GPL-3.0-or-later */
/* idea add, list */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-cli-commands.h"
#include "plenum-cli-output.h"
#include "plenum-idea-actions.h"

static char *text;
static char *title;
static char *area_name;
static char *kind;
static char *query;

const GOptionEntry plenum_cli_idea_add_options[] = {
  { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_("What the card says"), N_("TEXT") },
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_("A short name for it"), N_("TITLE") },
  { "area", 0, 0, G_OPTION_ARG_FILENAME, &area_name, N_("The area it goes to: its id or its name; the first unless given"), N_("AREA") },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind, N_("One of idea, need, question, resource, remark, lesson"), N_("KIND") },
  G_OPTION_ENTRY_NULL
};

const GOptionEntry plenum_cli_idea_list_options[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &query, N_("Only cards that have all these words, or words that begin so"), N_("WORDS") },
  G_OPTION_ENTRY_NULL
};

/* By board, then by area. */
static GPtrArray *
list_areas (PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) boards = plenum_store_list (store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, workshop, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint b = 0; boards != NULL && b < boards->len; b++)
    {
      g_autoptr (GPtrArray) areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD,
                                                       plenum_record_get_id (boards->pdata[b]), error);

      if (areas == NULL)
        return NULL;
      for (guint a = 0; a < areas->len; a++)
        g_ptr_array_add (all, g_object_ref (areas->pdata[a]));
    }

  return boards != NULL ? g_steal_pointer (&all) : NULL;
}

static gboolean
is_called (PlenumRecord *area, const char *name)
{
  return g_strcmp0 (plenum_record_get_text (area, PLENUM_AREA_TITLE), name) == 0
         || (strlen (name) >= 8 && g_str_has_prefix (plenum_record_get_id (area), name));
}

/* The area that is meant, or the first if none is; NULL too where a workshop has none. */
static gboolean
find_area (GPtrArray *areas, PlenumRecord **area, GError **error)
{
  *area = area_name == NULL && areas->len > 0 ? areas->pdata[0] : NULL;
  if (area_name == NULL)
    return TRUE;

  for (guint i = 0; i < areas->len; i++)
    if (is_called (areas->pdata[i], area_name))
      {
        if (*area != NULL)
          {
            g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS,
                         _("More than one area is called “%s”. Give the id, which “workshop show --json” prints."), area_name);
            return FALSE;
          }
        *area = areas->pdata[i];
      }
  if (*area != NULL)
    return TRUE;

  g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
               _("The workshop has no area “%s”. “workshop show” lists its areas."), area_name);
  return FALSE;
}

static gboolean
check_kind (GError **error)
{
  static const char * const kinds[] = { "idea", "need", "question", "resource", "remark", "lesson", NULL };

  if (kind == NULL || g_strv_contains (kinds, kind))
    return TRUE;

  g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
               /* Translators: the words of the list are technical names and stay as they are */
               _("“%s” is no kind of card. There are idea, need, question, resource, remark, lesson."), kind);
  return FALSE;
}

gboolean
plenum_cli_idea_add (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (PlenumAction) action = NULL;
  PlenumRecord *area;

  if (text == NULL && title == NULL)
    {
      g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, _("A card needs a text: --text TEXT"));
      return FALSE;
    }

  if (!check_kind (error) || (workshop = plenum_cli_get_workshop (cli, arguments[0], error)) == NULL)
    return FALSE;
  areas = list_areas (cli->store, workshop, error);
  if (areas == NULL || !find_area (areas, &area, error))
    return FALSE;

  action = plenum_action_add_idea (workshop, area != NULL ? plenum_record_get_id (area) : NULL, title, text, kind, FALSE);
  return plenum_cli_perform (cli, action, error)
         && plenum_cli_print_id (cli, _("The card was added. Its id is {id}"), plenum_action_get_result (action));
}

/* What a list of cards needs to look up. */
typedef struct
{
  GPtrArray  *ideas;
  GHashTable *areas;  /* id → title */
  GHashTable *themes; /* id of an idea → title of its theme */
} Listing;

static void
listing_clear (Listing *listing)
{
  g_clear_pointer (&listing->ideas, g_ptr_array_unref);
  g_clear_pointer (&listing->areas, g_hash_table_unref);
  g_clear_pointer (&listing->themes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

/* A card lies in one stack, but an analysis may have put it under more themes:
 * the stack's name goes first. */
static gboolean
read_themes (Listing *listing, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) themes = plenum_store_list (store, PLENUM_THEME, PLENUM_THEME_WORKSHOP, workshop, error);
  g_autoptr (GPtrArray) memberships = themes == NULL ? NULL
    : plenum_store_list (store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_WORKSHOP, workshop, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  if (memberships == NULL)
    return FALSE;

  for (guint i = 0; i < themes->len; i++)
    g_hash_table_insert (by_id, (gpointer) plenum_record_get_id (themes->pdata[i]), themes->pdata[i]);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < memberships->len; i++)
      {
        const char *idea = plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_IDEA);
        PlenumRecord *theme = g_hash_table_lookup (by_id, plenum_record_get_text (memberships->pdata[i], PLENUM_MEMBERSHIP_THEME));
        gboolean stack = theme != NULL && !plenum_record_is_null (theme, PLENUM_THEME_AREA);

        if (theme != NULL && stack == (pass == 0) && !g_hash_table_contains (listing->themes, idea))
          g_hash_table_insert (listing->themes, g_strdup (idea), g_strdup (plenum_record_get_text (theme, PLENUM_THEME_TITLE)));
      }

  return TRUE;
}

/* The cards as they stand: by board, area and place; then those in no area. */
static gboolean
read_all (Listing *listing, PlenumStore *store, const char *workshop, GPtrArray *areas, GError **error)
{
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop, error);

  if (ideas == NULL)
    return FALSE;

  for (guint a = 0; a <= areas->len; a++)
    {
      const char *area = a < areas->len ? plenum_record_get_id (areas->pdata[a]) : NULL;

      for (guint i = 0; i < ideas->len; i++)
        if (g_strcmp0 (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_AREA), area) == 0)
          g_ptr_array_add (listing->ideas, g_object_ref (ideas->pdata[i]));
    }

  return TRUE;
}

static gboolean
read_found (Listing *listing, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) ids = plenum_store_search_ideas (store, workshop, query, error);

  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      PlenumRecord *idea = plenum_store_get (store, PLENUM_IDEA, ids->pdata[i], error);

      if (idea == NULL)
        return FALSE;
      g_ptr_array_add (listing->ideas, idea);
    }

  return TRUE;
}

static gboolean
read_listing (Listing *listing, PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) areas = list_areas (store, workshop, error);

  if (areas == NULL)
    return FALSE;

  listing->ideas = g_ptr_array_new_with_free_func (g_object_unref);
  listing->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  listing->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < areas->len; i++)
    g_hash_table_insert (listing->areas, g_strdup (plenum_record_get_id (areas->pdata[i])),
                         g_strdup (plenum_record_get_text (areas->pdata[i], PLENUM_AREA_TITLE)));

  return read_themes (listing, store, workshop, error)
         && (query != NULL ? read_found (listing, store, workshop, error)
                           : read_all (listing, store, workshop, areas, error));
}

static const char *
get_area_title (Listing *listing, PlenumRecord *idea)
{
  const char *area = plenum_record_get_text (idea, PLENUM_IDEA_AREA);

  return area != NULL ? g_hash_table_lookup (listing->areas, area) : NULL;
}

static void
print_listing_json (Listing *listing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < listing->ideas->len; i++)
    {
      PlenumRecord *idea = listing->ideas->pdata[i];

      json_builder_begin_object (builder);
      plenum_cli_json_text (builder, "id", plenum_record_get_id (idea));
      plenum_cli_json_field (builder, idea, PLENUM_IDEA_TITLE);
      plenum_cli_json_field (builder, idea, PLENUM_IDEA_TEXT);
      plenum_cli_json_field (builder, idea, PLENUM_IDEA_KIND);
      plenum_cli_json_text (builder, "area", get_area_title (listing, idea));
      plenum_cli_json_text (builder, "theme", g_hash_table_lookup (listing->themes, plenum_record_get_id (idea)));
      if (!plenum_record_is_null (idea, PLENUM_IDEA_SOURCE_SYSTEM))
        {
          json_builder_set_member_name (builder, "source");
          json_builder_begin_object (builder);
          plenum_cli_json_text (builder, "system", plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_SYSTEM));
          plenum_cli_json_text (builder, "id", plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_ID));
          plenum_cli_json_text (builder, "url", plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_URL));
          json_builder_end_object (builder);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  plenum_cli_json_print (builder);
}

static void
print_listing (PlenumCli *cli, Listing *listing)
{
  g_autoptr (PlenumCliTable) table = plenum_cli_table_new ();

  plenum_cli_table_add (table, _("Area"), _("Theme"), _("Kind"), _("Card"), NULL);
  for (guint i = 0; i < listing->ideas->len; i++)
    {
      PlenumRecord *idea = listing->ideas->pdata[i];
      const char *name = plenum_record_get_text (idea, PLENUM_IDEA_TITLE);
      const char *area = get_area_title (listing, idea);
      const char *theme = g_hash_table_lookup (listing->themes, plenum_record_get_id (idea));

      plenum_cli_table_add (table, area != NULL ? area : "", theme != NULL ? theme : "",
                            plenum_record_get_text (idea, PLENUM_IDEA_KIND),
                            name != NULL && *name != '\0' ? name : plenum_record_get_text (idea, PLENUM_IDEA_TEXT), NULL);
    }
  plenum_cli_table_print (table, cli);
}

gboolean
plenum_cli_idea_list (PlenumCli *cli, char **arguments, GError **error)
{
  g_autofree char *workshop = plenum_cli_get_workshop (cli, arguments[0], error);
  g_auto (Listing) listing = { NULL };

  if (workshop == NULL || !read_listing (&listing, cli->store, workshop, error))
    return FALSE;

  if (cli->json)
    print_listing_json (&listing);
  else if (listing.ideas->len > 0)
    print_listing (cli, &listing);
  else
    plenum_cli_say (cli, "%s", query != NULL ? _("No card was found") : _("There are no cards in this workshop yet"));

  return TRUE;
}
