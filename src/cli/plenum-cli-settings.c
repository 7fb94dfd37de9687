/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of a method as they are typed: NAME=VALUE. */
#include "plenum-cli-settings.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "plenum-cli.h"
#include "plenum-profile.h"

/**
 * plenum_cli_read_settings:
 * @pairs: (nullable): "NAME=VALUE" each
 *
 * Errors: %PLENUM_CLI_ERROR_USAGE for a pair that is none; those of the method
 * for a name or a value that it does not know
 *
 * Returns: (transfer full) (nullable): the settings
 */
PlenumSettings *
plenum_cli_read_settings (const char *method, char **pairs, GError **error)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autoptr (PlenumProfile) profile = NULL;

  for (guint i = 0; pairs != NULL && pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (pairs[i], equals - pairs[i]) : NULL;

      if (equals == NULL)
        {
          g_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE,
                       _("“%s” is no setting. Write NAME=VALUE."), pairs[i]);
          return NULL;
        }
      plenum_settings_set (settings, name, equals + 1);
    }

  profile = plenum_profile_new (method, settings, error);
  return profile != NULL ? g_steal_pointer (&settings) : NULL;
}

/**
 * plenum_cli_settings_to_json:
 * @settings: what plenum_cli_read_settings() gave
 *
 * Returns: (transfer full): an object as polls keep it: canonical, numbers as numbers
 */
char *
plenum_cli_settings_to_json (const char *method, const PlenumSettings *settings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_auto (GStrv) names = plenum_settings_list (settings);

  json_builder_begin_object (builder);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const PlenumSetting *setting = plenum_method_find_setting (plenum_method_find (method), names[i]);
      const char *value = plenum_settings_get (settings, names[i]);

      json_builder_set_member_name (builder, names[i]);
      if (setting != NULL && setting->kind == PLENUM_SETTING_INTEGER)
        json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
      else
        json_builder_add_string_value (builder, value);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}
