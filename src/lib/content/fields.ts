/** Fields that records and quiz items share. */
import * as v from 'valibot';
import { parseEdtf } from './edtf.ts';

/** Words between quotation marks: at most twelve. */
export const MAX_QUOTE_WORDS = 12;
export const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

export const Id = v.pipe(
	v.string('must be an id'),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id of small letters, digits and hyphens')
);
export const Ids = v.optional(v.array(Id), []);
export const Text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));
export const Revision = v.optional(
	v.pipe(v.number(), v.integer(), v.minValue(1, 'must be 1 or more')),
	1
);

export const Quote = v.pipe(
	Text,
	v.check(
		(text) => wordCount(text) <= MAX_QUOTE_WORDS,
		`quotes more than ${MAX_QUOTE_WORDS} words; quote fewer and put the rest in our own words`
	)
);

export const EdtfText = v.pipe(
	v.string('must be a date such as 2022-09-13, 2022-09, 198X, a/b or unknown'),
	v.check(
		(text) => parseEdtf(text) !== undefined,
		'is no date; write 2022-09-13, 2022-09, 2022, 198X, 2022-09-05/2022-09-11 or unknown'
	)
);
