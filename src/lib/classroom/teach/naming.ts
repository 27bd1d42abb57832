/** The form in which a teacher says what pupils call themselves. */
import type { Board } from '../../class/documents/board.ts';
import { LIMITS } from '../../class/documents/fields.ts';
import { readNames } from '../../class/documents/name.ts';
import { ClassError } from '../../class/problem.ts';
import { seatName } from '../pupil/naming.ts';

export interface Naming {
	by: 'nickname' | 'seat' | 'list';
	/** `null` while the field is empty. */
	seats: number | null;
	/** One on each line. */
	names: string;
}

export const noNaming = (): Naming => ({ by: 'nickname', seats: 30, names: '' });

/** The form as it stands for a class that is named so. */
export const namingForm = (naming: Board['naming']): Naming => ({
	...noNaming(),
	by: naming.by,
	...(naming.by === 'seat' && { seats: naming.seats }),
	...(naming.by === 'list' && { names: naming.names.join('\n') })
});

/** @throws ClassError with a sentence on what is missing */
export function readNaming({ by, seats, names }: Naming): Board['naming'] {
	if (by === 'nickname') return { by };
	if (by === 'seat') {
		if (Number.isInteger(seats) && seats && seats >= 1 && seats <= LIMITS.pupils)
			return { by, seats };
		throw new ClassError('damaged', `Write how many seats there are, from 1 to ${LIMITS.pupils}.`);
	}
	const list = readNames(names);
	if (list.length > 0) return { by, names: list };
	throw new ClassError('damaged', 'Write the names of the class, one on each line.');
}

/** The names that there are to choose from. */
function listed(naming: Board['naming']): readonly string[] {
	if (naming.by === 'list') return naming.names;
	if (naming.by === 'nickname') return [];
	return Array.from({ length: naming.seats }, (_, seat) => seatName(seat + 1));
}

/** Every name that a pupil of the class may have. @param joined those of who has joined; empty ones are left out */
export const namesIn = (naming: Board['naming'], joined: readonly string[]): string[] => [
	...new Set([...listed(naming), ...joined.filter(Boolean)])
];

/** Names under which pupils joined and that cannot be chosen any more; none where any name may be. */
export function namesLeft(naming: Board['naming'], joined: readonly string[]): string[] {
	if (naming.by === 'nickname') return [];
	const here = new Set(listed(naming));
	return [...new Set(joined.filter((name) => name && !here.has(name)))];
}
