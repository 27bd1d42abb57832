import { mistakeAt, type Rule } from './rule.ts';

/** A slip is the slip of an article on which its note stands. */
export const soundNotes: Rule = ({ records, known, ids }) =>
	records.notes.flatMap((note) => {
		const own = new Set(note.value.on.map((id) => known.claims.get(id)?.source));
		return (note.value.of ?? []).flatMap((source, index) =>
			// A source that is not there is a mistake of its own.
			own.has(source) || !ids.source.has(source)
				? []
				: [
						mistakeAt(
							note,
							['of', index],
							`gives the slip to ${source}, and no claim it stands on is of that article; add the claim or mend the source`
						)
					]
		);
	});
