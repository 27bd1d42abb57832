import * as v from 'valibot';
import { Id, Text } from '../../../content/fields.ts';
import { ITEM_FIELDS, type ItemKind, type ItemMistake, type Known } from '../../../content/item.ts';
import { isWithin, tooClose, windowFor, type Point } from '../../../content/map.ts';
import { keysAmong } from '../../options.ts';
import type { SingleItem } from '../../single.ts';

const schema = v.strictObject({
	...ITEM_FIELDS,
	kind: v.literal('place'),
	/** Place ids, each with its why. */
	options: v.pipe(
		v.record(v.string(), Text),
		v.check((options) => Object.keys(options).length >= 2, 'must hold two or more options')
	),
	key: Id
});

/** The map must show every option, so that map and list offer the same. */
function wrongPlace(id: string, known: Known): ItemMistake[] {
	const place = known.places.get(id);
	if (!place || isWithin('caucasus', place.point)) return [];
	const message = `names ${place.name}, which the map does not show as a point`;
	return [{ path: ['options', id], message }];
}

/** Options that could not be pressed one by one on a phone. */
function crowded(ids: readonly string[], known: Known): ItemMistake[] {
	const shown = ids.flatMap((id): { id: string; point: Point }[] => {
		const point = known.places.get(id)?.point;
		return point ? [{ id, point }] : [];
	});
	const window = windowFor(shown.map(({ point }) => point));
	return shown.flatMap(({ id, point }, at) =>
		shown
			.slice(0, at)
			.filter((other) => tooClose(window, point, other.point))
			.map((other) => ({
				path: ['options', id],
				message: `lies too close to ${other.id} on a map that shows all options; take another place`
			}))
	);
}

/** The texts of the options are not written: they are the names of the places. */
export const place: ItemKind<v.InferOutput<typeof schema>, SingleItem> = {
	schema,
	mistakes: ({ key, options }, known) => [
		...Object.keys(options).flatMap((id) => wrongPlace(id, known)),
		...crowded(Object.keys(options), known),
		...keysAmong([key], options)
	],
	claims: () => [],
	places: ({ options }) => Object.keys(options),
	play: ({ options, key }, known) => ({
		options: Object.keys(options)
			.map((id) => ({ id, text: known.places.get(id)?.name ?? id }))
			.sort((a, b) => a.text.localeCompare(b.text, 'en')),
		keys: [key]
	}),
	whys: ({ options }) => options
};
