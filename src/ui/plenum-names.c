/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader calls a button. GTK 4.8 names one that has a label twice,
 * once with the underline of its mnemonic: "_Open Open". Newer GTK does not need this. */
#include "plenum-names.h"

#define WATCHED "plenum-name-watched"

/**
 * plenum_names_plain:
 * @label: a label with mnemonics
 *
 * Returns: (transfer full): the label as it is seen
 */
char *
plenum_names_plain (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    if (*c != '_' || c[1] == '_')
      {
        g_string_append_c (plain, *c);
        if (*c == '_')
          c++;
      }

  return g_string_free (plain, FALSE);
}

static void
mend (GtkWidget *widget)
{
  g_autofree char *label = NULL;
  g_autofree char *plain = NULL;
  gboolean underline = FALSE;

  g_object_get (widget, "label", &label, "use-underline", &underline, NULL);
  if (label == NULL)
    return;

  plain = underline ? plenum_names_plain (label) : g_strdup (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (!GTK_IS_BUTTON (widget) || g_object_get_data (G_OBJECT (widget), WATCHED) != NULL)
    return TRUE;

  g_object_set_data (G_OBJECT (widget), WATCHED, GINT_TO_POINTER (TRUE));
  g_signal_connect (widget, "notify::label", G_CALLBACK (mend), NULL);
  mend (widget);

  return TRUE;
}

/**
 * plenum_names_watch:
 *
 * Gives every button that comes into view from now on its right name.
 */
void
plenum_names_watch (void)
{
  /* Signals are known once their class is. */
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
