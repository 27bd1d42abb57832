import { killed as kill } from '../support/killed.ts';
import type { TestServer } from '../support/server.ts';
import { atMost, told, type Figure } from './figure.ts';

const TIMES = 200;

/** What becomes of an answer when the tab or the browser dies in the moment in which it is shown as saved. */
export async function killed(server: TestServer): Promise<Figure[]> {
	const { lost, more } = await kill(server.url, TIMES);
	return [
		told('killed right after "saved", times', TIMES, ''),
		atMost('killed right after "saved", answers lost', lost, 0, ''),
		atMost('killed right after "saved", answers too many', more, 0, '')
	];
}
