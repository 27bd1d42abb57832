/** What pupils call themselves in a class, as the class's board or an assignment says. */
import type { Board } from '../../class/documents/board.ts';
import { readName } from '../../class/documents/name.ts';

export type Naming = Board['naming'];

/** The name of a seat. */
export const seatName = (seat: number): string => `Seat ${seat}`;

/**
 * The name that a pupil goes by.
 *
 * @param entered one of the list, a seat's number or a nickname, as the form has it
 * @throws ClassError or RangeError with a sentence for the pupil
 */
export function chosenName(naming: Naming, entered: string): string {
	const text = entered.trim();
	if (naming.by === 'list') {
		if (naming.names.includes(text)) return text;
		throw new RangeError('Choose your name from the list.');
	}
	if (naming.by === 'nickname') return readName(text);
	const seat = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (seat >= 1 && seat <= naming.seats) return seatName(seat);
	throw new RangeError(`Write the number of your seat, from 1 to ${naming.seats}.`);
}
