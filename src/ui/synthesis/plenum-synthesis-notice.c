/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-synthesis-notice.h"

#include <glib/gi18n.h>

/**
 * plenum_synthesis_notice_show:
 * @theme: what is looked at: the id of a theme, or one of the words that stand for one
 * @searching: whether only some cards are wanted
 *
 * Says why there is no card, and what to do next.
 */
void
plenum_synthesis_notice_show (AdwStatusPage *page, PlenumSynthesisModel *model, const char *theme, gboolean searching)
{
  if (plenum_synthesis_model_get_n_sources (model) == 0)
    {
      adw_status_page_set_title (page, _("No Workshop Is Read Here Yet"));
      adw_status_page_set_description (page, _("Choose workshops in the menu above."));
    }
  else if (searching)
    {
      adw_status_page_set_title (page, _("No Card Found"));
      adw_status_page_set_description (page, _("Try another word."));
    }
  else if (g_str_equal (theme, PLENUM_SYNTHESIS_OPEN))
    {
      adw_status_page_set_title (page, _("Every Card Is in Its Place"));
      adw_status_page_set_description (page, _("Cards that arrive later appear here."));
    }
  else
    {
      adw_status_page_set_title (page, _("No Card Here Yet"));
      adw_status_page_set_description (page, _("Choose cards elsewhere and press T, or drag them to the theme."));
    }
}
