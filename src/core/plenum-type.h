/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The types of records, in the order of a bundle. Each is a table of the same
 * name in the library. An area refers to its board and still comes before it:
 * the bundle's order is a public contract. */
typedef enum
{
  PLENUM_WORKSHOP,
  PLENUM_AREA,
  PLENUM_BOARD,
  PLENUM_PARTICIPANT,
  PLENUM_IDEA,
  PLENUM_TAG,
  PLENUM_COMMENT,
  PLENUM_THEME,
  PLENUM_MEMBERSHIP,
  PLENUM_LINK,
  PLENUM_POLL,
  PLENUM_OPTION,
  PLENUM_BALLOT,
  PLENUM_STEP,
  PLENUM_SOURCE,
  PLENUM_ASSIGNMENT,
  PLENUM_ANSWER,
  PLENUM_N_TYPES
} PlenumRecordType;

typedef enum
{
  PLENUM_FIELD_TEXT,
  PLENUM_FIELD_INTEGER,
  PLENUM_FIELD_BOOLEAN,   /* stored as 0 or 1 */
  PLENUM_FIELD_TIME,      /* integer: milliseconds since 1970, UTC */
  PLENUM_FIELD_REFERENCE, /* text: the id of a record */
  PLENUM_FIELD_JSON,      /* text: canonical JSON */
} PlenumFieldKind;

/* What leaves with a bundle whose privacy is not "full". */
typedef enum
{
  PLENUM_FIELD_PUBLIC,
  PLENUM_FIELD_PERSONAL,   /* tells who somebody is: never without "full" */
  PLENUM_FIELD_AUTHORSHIP, /* points at a person: not in "anonymous" */
} PlenumFieldPrivacy;

typedef struct
{
  const char         *name;     /* of the column and of the JSON member */
  PlenumFieldKind     kind;
  gboolean            required; /* never null */
  PlenumRecordType    target;   /* of a reference */
  PlenumFieldPrivacy  privacy;
} PlenumField;

typedef struct
{
  const char        *name;
  const PlenumField *fields;
  guint              n_fields;
  gboolean           immutable; /* united by id, never merged field by field */
} PlenumTypeInfo;

/* Field numbers, in the order of the table's columns, which a recorded change
 * counts: a field that a later version of the schema adds goes to the end. Every
 * type but the workshop has its workshop first. "extra" is an object of the
 * members that a newer program wrote and this one does not know, or null. */
enum
{
  PLENUM_WORKSHOP_TITLE,
  PLENUM_WORKSHOP_QUESTION,
  PLENUM_WORKSHOP_PURPOSE,
  PLENUM_WORKSHOP_PLACE,
  PLENUM_WORKSHOP_ORGANISATION,
  PLENUM_WORKSHOP_DATE,      /* "2026-11-23" */
  PLENUM_WORKSHOP_END_DATE,  /* the same, for more than one day */
  PLENUM_WORKSHOP_LANGUAGE,  /* "de" */
  PLENUM_WORKSHOP_STATE,     /* "planned", "running", "finished" */
  PLENUM_WORKSHOP_ARCHIVED,
  PLENUM_WORKSHOP_TEMPLATE,  /* the template it was made from */
  PLENUM_WORKSHOP_RETENTION_DATE,
  PLENUM_WORKSHOP_CREATED,
  PLENUM_WORKSHOP_SOURCE_SYSTEM,
  PLENUM_WORKSHOP_SOURCE_URL,
  PLENUM_WORKSHOP_EXTRA,
  PLENUM_WORKSHOP_KIND, /* "synthesis": other workshops are read in it; null is a workshop of its own */
};

enum
{
  PLENUM_BOARD_WORKSHOP,
  PLENUM_BOARD_TITLE,
  PLENUM_BOARD_QUESTION,
  PLENUM_BOARD_LAYOUT, /* "columns", "canvas", "matrix" */
  PLENUM_BOARD_POSITION,
  PLENUM_BOARD_EXTRA,
  PLENUM_BOARD_X_AXIS,    /* what a matrix measures from left to right */
  PLENUM_BOARD_Y_AXIS,    /* and from bottom to top */
  PLENUM_BOARD_ANONYMOUS, /* who wrote a card is not shown; null is no */
};

enum
{
  PLENUM_AREA_WORKSHOP,
  PLENUM_AREA_BOARD,
  PLENUM_AREA_TITLE,
  PLENUM_AREA_HINT, /* what belongs here, shown while it is empty */
  PLENUM_AREA_KIND, /* the kind of ideas added here */
  PLENUM_AREA_POSITION,
  PLENUM_AREA_EXTRA,
  PLENUM_AREA_X, /* the upper left corner of its frame on the canvas, or null: not placed */
  PLENUM_AREA_Y, /* in wall units, one being a pixel at 100 %; down is more */
  PLENUM_AREA_WIDTH,
  PLENUM_AREA_HEIGHT,
  PLENUM_AREA_FOLDED,
  PLENUM_AREA_HIDDEN,   /* until it is revealed; null is no */
  PLENUM_AREA_CAPACITY, /* how many cards it should hold at most, or null */
};

enum
{
  PLENUM_PARTICIPANT_WORKSHOP,
  PLENUM_PARTICIPANT_NAME,
  PLENUM_PARTICIPANT_PSEUDONYM, /* what stands for the name where it is not known */
  PLENUM_PARTICIPANT_EMAIL,
  PLENUM_PARTICIPANT_ORGANISATION,
  PLENUM_PARTICIPANT_SECTOR, /* "administration", "civil-society", "business", "science", or as typed */
  PLENUM_PARTICIPANT_ROLE,
  PLENUM_PARTICIPANT_OFFERS, /* competences, separated by semicolons */
  PLENUM_PARTICIPANT_SEEKS,  /* the same */
  PLENUM_PARTICIPANT_WEIGHT, /* a positive rational, "1" or "3/2"; null is 1 */
  PLENUM_PARTICIPANT_PRESENT,
  PLENUM_PARTICIPANT_CONSENT, /* when consent was recorded, or null */
  PLENUM_PARTICIPANT_SOURCE_SYSTEM,
  PLENUM_PARTICIPANT_SOURCE_ID,
  PLENUM_PARTICIPANT_EXTRA,
};

enum
{
  PLENUM_IDEA_WORKSHOP,
  PLENUM_IDEA_AREA,
  PLENUM_IDEA_TITLE,
  PLENUM_IDEA_TEXT,
  PLENUM_IDEA_KIND,   /* "idea", "need", "question", "resource", "remark", "lesson" */
  PLENUM_IDEA_COLOUR, /* a named colour that replaces the kind's, or null */
  PLENUM_IDEA_POSITION,
  PLENUM_IDEA_AUTHOR,
  PLENUM_IDEA_CREATED,
  PLENUM_IDEA_LOCATION,  /* a place on earth, as written */
  PLENUM_IDEA_MODERATED, /* 1 accepted, 0 undecided, -1 rejected by moderation */
  PLENUM_IDEA_SOURCE_SYSTEM,
  PLENUM_IDEA_SOURCE_ID,
  PLENUM_IDEA_SOURCE_URL,
  PLENUM_IDEA_EXTRA,
  PLENUM_IDEA_X, /* the upper left corner on the canvas, as for an area */
  PLENUM_IDEA_Y,
  PLENUM_IDEA_SIZE,   /* "small", "large"; null is in between */
  PLENUM_IDEA_FORM,   /* "oval", "circle", "strip", "cloud"; null is a rectangle */
  PLENUM_IDEA_ACROSS, /* on a matrix: 0 left to 10000 right, or null: not placed */
  PLENUM_IDEA_UP,     /* 0 bottom to 10000 top */
  PLENUM_IDEA_FACE,   /* the idea it was merged into and is shown by, or null */
};

enum
{
  PLENUM_TAG_WORKSHOP,
  PLENUM_TAG_IDEA,
  PLENUM_TAG_NAME,
  PLENUM_TAG_EXTRA,
};

enum
{
  PLENUM_COMMENT_WORKSHOP,
  PLENUM_COMMENT_IDEA,
  PLENUM_COMMENT_TEXT,
  PLENUM_COMMENT_AUTHOR,
  PLENUM_COMMENT_CREATED,
  PLENUM_COMMENT_EXTRA,
};

enum
{
  PLENUM_THEME_WORKSHOP,
  PLENUM_THEME_AREA, /* the area its stack stands in, or null */
  PLENUM_THEME_TITLE,
  PLENUM_THEME_POSITION,
  PLENUM_THEME_ORIGIN, /* "hand", "import", "analysis" */
  PLENUM_THEME_EXTRA,
};

enum
{
  PLENUM_MEMBERSHIP_WORKSHOP,
  PLENUM_MEMBERSHIP_THEME,
  PLENUM_MEMBERSHIP_IDEA,
  PLENUM_MEMBERSHIP_EXTRA,
};

enum
{
  PLENUM_LINK_WORKSHOP,
  PLENUM_LINK_IDEA,
  PLENUM_LINK_TARGET, /* the idea it is linked to */
  PLENUM_LINK_KIND,   /* "builds-on", "answers-need" */
  PLENUM_LINK_EXTRA,
};

enum
{
  PLENUM_POLL_WORKSHOP,
  PLENUM_POLL_QUESTION,
  PLENUM_POLL_METHOD,   /* an id of the voting layer: "dots", "approval", "agreement" */
  PLENUM_POLL_STATE,    /* "draft", "open", "closed" */
  PLENUM_POLL_SETTINGS, /* object: what the method's settings are */
  PLENUM_POLL_EXPECTED, /* how many ballots are expected, or null: those present */
  PLENUM_POLL_POSITION,
  PLENUM_POLL_OPENED,
  PLENUM_POLL_CLOSED,
  PLENUM_POLL_SOURCE_SYSTEM,
  PLENUM_POLL_SOURCE_URL,
  PLENUM_POLL_EXTRA,
  PLENUM_POLL_SECRET,    /* who voted what is known to nobody; null is no */
  PLENUM_POLL_COLLECTOR, /* the library that collects the ballots of a secret poll, from its opening on */
  PLENUM_POLL_SHOWN,     /* when its result was first shown or exported: it stays closed from then on */
};

enum
{
  PLENUM_OPTION_WORKSHOP,
  PLENUM_OPTION_POLL,
  PLENUM_OPTION_IDEA,  /* where it comes from, for information: the text is what is voted on */
  PLENUM_OPTION_THEME, /* the same */
  PLENUM_OPTION_TEXT,
  PLENUM_OPTION_POSITION,
  PLENUM_OPTION_EXTRA,
  PLENUM_OPTION_COST, /* a positive rational, or null */
};

enum
{
  PLENUM_BALLOT_WORKSHOP,
  PLENUM_BALLOT_POLL,
  PLENUM_BALLOT_PARTICIPANT,
  PLENUM_BALLOT_CHANNEL, /* "screen", "phone", "paper", "hands", "import", "secret" */
  PLENUM_BALLOT_VOTERS,  /* people behind it: 1, or for a show of hands how many voted */
  PLENUM_BALLOT_WEIGHT,  /* a positive rational; null is 1 */
  PLENUM_BALLOT_CHOICES, /* object: option id → integer; what it means is the method's */
  PLENUM_BALLOT_EXTRA,   /* "reasons": object, option id → why there is a concern or an objection */
  PLENUM_BALLOT_RECEIPT, /* of a secret poll: a code by which its voter finds it again */
};

enum
{
  PLENUM_STEP_WORKSHOP,
  PLENUM_STEP_TITLE,
  PLENUM_STEP_START,    /* the time of day at which it has to begin, "09:30"; null is after the step before */
  PLENUM_STEP_MINUTES,  /* how long it is planned to take */
  PLENUM_STEP_METHOD,   /* how people work in it: World Café, plenary, pause */
  PLENUM_STEP_MATERIAL,
  PLENUM_STEP_LEAD,     /* who leads it */
  PLENUM_STEP_NOTE,     /* for those who lead it, never shown to the room */
  PLENUM_STEP_BOARD,    /* what is worked on in it, or null */
  PLENUM_STEP_POLL,     /* the same */
  PLENUM_STEP_ANONYMOUS, /* whether the board hides who wrote a card from this step on; null leaves it */
  PLENUM_STEP_POSITION,
  PLENUM_STEP_STARTED,  /* when it really began, or null */
  PLENUM_STEP_FINISHED, /* and ended */
  PLENUM_STEP_EXTRA,
};

enum
{
  PLENUM_SOURCE_WORKSHOP, /* a synthesis */
  PLENUM_SOURCE_SOURCE,   /* the id of a workshop that is read in it; it may not be in this library */
  PLENUM_SOURCE_EXTRA,
};

enum
{
  PLENUM_ASSIGNMENT_WORKSHOP, /* a synthesis */
  PLENUM_ASSIGNMENT_IDEA,     /* the id of a card of one of its sources, which may be gone */
  PLENUM_ASSIGNMENT_THEME,    /* a theme of the synthesis, or null: in none of them */
  PLENUM_ASSIGNMENT_ORIGIN,   /* "hand" holds for good, "analysis" until the next proposal is accepted */
  PLENUM_ASSIGNMENT_EXTRA,
};

enum
{
  PLENUM_ANSWER_WORKSHOP, /* that of the card, so that it goes back there */
  PLENUM_ANSWER_IDEA,
  PLENUM_ANSWER_STATE,    /* what became of it: "considered", "merged", "funded", "declined" */
  PLENUM_ANSWER_TEXT,     /* why, in words for those who wrote the card */
  PLENUM_ANSWER_THEME,    /* the name of the theme it was put into, or null */
  PLENUM_ANSWER_SENDER,   /* the organisation that answers */
  PLENUM_ANSWER_CREATED,
  PLENUM_ANSWER_EXTRA,
};

const PlenumTypeInfo *plenum_type_get_info    (PlenumRecordType  type);
gboolean              plenum_type_from_name   (const char       *name,
                                               PlenumRecordType *type);
int                   plenum_type_find_field  (PlenumRecordType  type,
                                               const char       *name);
int                   plenum_type_extra_field (PlenumRecordType  type);
gboolean              plenum_type_is_written  (PlenumRecordType  type,
                                               guint             field);

G_END_DECLS
