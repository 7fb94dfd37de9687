/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that say nothing about what a text is about, and so tell its language. */
#include "plenum-stop-words.h"

#include <string.h>

#include "plenum-words.h"

#define ENOUGH 400 /* words of a text that show its language */
#define FEW    8   /* words without any stop word: it may be in any language */

static const char * const lists[] = {
  [PLENUM_LANGUAGE_GERMAN] =
    "aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes anders auch auf aus bei beim "
    "bereits bin bis bist bitte bzw da dabei dadurch dafür dagegen daher dahin damit dann daran darauf daraus darf darin "
    "darum darüber das dass dasselbe davon davor dazu dein deine deinem deinen deiner dem den denen denn dennoch der deren "
    "des deshalb dessen desto dich die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen eben ebenfalls "
    "ebenso eher eigentlich ein eine einem einen einer eines einfach einige einigen einiger einiges einmal entweder er es "
    "etc etwa etwas euch euer eure falls fast für ganz gar gegen genau gerade gern gibt ging hab habe haben hat hatte "
    "hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jede jedem "
    "jeden jeder jedes jedoch jene jenem jenen jener jetzt kann kannst kaum kein keine keinem keinen keiner können könnte "
    "könnten lassen leider lässt machen macht mal man manche manchen manchmal mehr mein meine meinem meinen meiner meist "
    "mich mir mit möchte muss müssen müsste nach nachdem nicht nichts noch nun nur ob obwohl oder oft ohne schon sehr sei "
    "sein seine seinem seinen seiner seit selbst sich sie siehe sind so sobald sodass sogar solch solche solchen soll "
    "sollen sollte sollten somit sondern sonst soviel sowie statt trotz über um und uns unser unsere unserem unseren "
    "unserer unter usw viel viele vielen vom von vor während wann war waren warum was weder wegen weil weiter welche "
    "welchem welchen welcher welches wenig wenn wer werde werden wie wieder wird wo wobei wodurch wohl wollen worden wurde "
    "wurden wäre wären würde würden zu zum zur zwar zwischen",
  [PLENUM_LANGUAGE_ENGLISH] =
    "about above after again against all also am an and any are aren as at be because been before being below between both "
    "but by can cannot could couldn did didn do does doesn doing don down during each etc ever every few for from further "
    "get had hadn has hasn have haven having he her here hers herself him himself his how however if in into is isn it its "
    "itself just let like ll made make many may me might more most much must my myself no nor not now of off on once one "
    "only or other our ours ourselves out over own please rather re same shall she should shouldn since so some such than "
    "that the their theirs them themselves then there these they this those though through thus to too under until up upon "
    "us ve very via was wasn we were weren what when where whether which while who whom why will with within without won "
    "would wouldn yet you your yours yourself yourselves",
};

static gpointer
make_tables (gpointer unused)
{
  GHashTable **tables = g_new0 (GHashTable *, G_N_ELEMENTS (lists));

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      char **words = g_strsplit (lists[i], " ", -1);

      tables[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (char **word = words; *word != NULL; word++)
        g_hash_table_add (tables[i], *word);
      g_free (words);
    }

  return tables;
}

static GHashTable *
get_table (PlenumLanguage language)
{
  static GOnce once = G_ONCE_INIT;

  return ((GHashTable **) g_once (&once, make_tables, NULL))[language];
}

/**
 * plenum_language_from_code:
 * @code: (nullable): "de" or "en"
 */
PlenumLanguage
plenum_language_from_code (const char *code)
{
  if (g_strcmp0 (code, "de") == 0)
    return PLENUM_LANGUAGE_GERMAN;

  return g_strcmp0 (code, "en") == 0 ? PLENUM_LANGUAGE_ENGLISH : PLENUM_LANGUAGE_OTHER;
}

/**
 * plenum_language_guess:
 * @language: (out): the language whose stop words are more frequent
 *
 * Returns: %FALSE if the text is too short to tell
 */
gboolean
plenum_language_guess (const char *text, PlenumLanguage *language)
{
  guint hits[G_N_ELEMENTS (lists)] = { 0 }, n = 0;
  PlenumWord word;

  for (; n < ENOUGH && plenum_words_next (&text, PLENUM_WORDS_LETTERS, &word); n++)
    if (word.length < 16)
      {
        g_autofree char *folded = plenum_word_fold (&word);

        for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
          hits[i] += g_hash_table_contains (get_table (i), folded);
      }

  if (hits[PLENUM_LANGUAGE_GERMAN] == hits[PLENUM_LANGUAGE_ENGLISH] && (n <= FEW || hits[PLENUM_LANGUAGE_GERMAN] > 0))
    return FALSE;

  if (hits[PLENUM_LANGUAGE_GERMAN] == hits[PLENUM_LANGUAGE_ENGLISH])
    *language = PLENUM_LANGUAGE_OTHER;
  else
    *language = hits[PLENUM_LANGUAGE_GERMAN] > hits[PLENUM_LANGUAGE_ENGLISH] ? PLENUM_LANGUAGE_GERMAN : PLENUM_LANGUAGE_ENGLISH;
  return TRUE;
}

/**
 * plenum_is_stop_word:
 * @folded: by plenum_word_fold()
 */
gboolean
plenum_is_stop_word (const char *folded, PlenumLanguage language)
{
  return language != PLENUM_LANGUAGE_OTHER && g_hash_table_contains (get_table (language), folded);
}
