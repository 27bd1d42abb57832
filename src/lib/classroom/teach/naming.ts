/** The form in which a teacher says what pupils call themselves. */
import type { Board } from '../../class/documents/board.ts';
import { LIMITS } from '../../class/documents/fields.ts';
import { readNames } from '../../class/documents/name.ts';
import { ClassError } from '../../class/problem.ts';

export interface Naming {
	by: 'nickname' | 'seat' | 'list';
	/** `null` while the field is empty. */
	seats: number | null;
	/** One on each line. */
	names: string;
}

export const noNaming = (): Naming => ({ by: 'nickname', seats: 30, names: '' });

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

/** Every name that a pupil of the class may have. @param joined those of who has joined; empty ones are left out */
export function namesIn(naming: Board['naming'], joined: readonly string[]): string[] {
	const listed =
		naming.by === 'list'
			? naming.names
			: naming.by === 'seat'
				? Array.from({ length: naming.seats }, (_, seat) => String(seat + 1))
				: [];
	return [...new Set([...listed, ...joined.filter(Boolean)])];
}
