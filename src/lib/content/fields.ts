/** Fields that records and quiz items share. */
import * as v from 'valibot';
import { quotations } from './card-text.ts';
import { parseEdtf } from './edtf.ts';

/** Words between quotation marks: at most twelve. */
export const MAX_QUOTE_WORDS = 12;
export const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

const MUST_BE_ID = 'must be an id of small letters, digits and hyphens';
export const Id = v.pipe(
	v.string(MUST_BE_ID),
	v.maxLength(100, 'must be an id of at most 100 characters'),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, MUST_BE_ID)
);
export const Ids = v.optional(v.array(Id), []);

const QUOTES_TOO_MUCH = `quotes more than ${MAX_QUOTE_WORDS} words; quote fewer and put the rest in our own words`;
const Words = v.pipe(
	v.string('must be text; put quotation marks around a bare number'),
	v.trim(),
	v.minLength(1, 'is empty; write it or remove the field')
);
export const Text = v.pipe(
	Words,
	v.check(
		(text) => quotations(text).every((words) => wordCount(words) <= MAX_QUOTE_WORDS),
		QUOTES_TOO_MUCH
	)
);
export const Quote = v.pipe(
	Words,
	v.check((text) => wordCount(text) <= MAX_QUOTE_WORDS, QUOTES_TOO_MUCH)
);

/** A whole number from 1. */
export const Count = v.pipe(
	v.number(),
	v.integer('must be a whole number'),
	v.minValue(1, 'must be 1 or more')
);
/** A number of things: zero, or more. */
export const Amount = v.pipe(v.number(), v.minValue(0, 'must be 0 or more'));
/** An hour of a day, from 00:00 to 23:59. */
export const Hour = v.pipe(
	v.string('must be an hour such as 00:05'),
	v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be an hour such as 00:05')
);
export const Revision = v.optional(Count, 1);

const NO_DATE =
	'is no date; write 2022-09-13, 2022-09, 2022, 198X, 2022-09-05/2022-09-11 or unknown';
/** A date; YAML reads a bare year as a number. */
export const EdtfText = v.pipe(
	v.union([v.string(), v.number()], NO_DATE),
	v.transform(String),
	v.check((text) => parseEdtf(text) !== undefined, NO_DATE)
);
